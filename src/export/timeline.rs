//! A plan as a picture: its steps on a timeline, as SVG that needs nothing else.

mod axis;
mod canvas;
mod dates;
mod flags;
mod legend;
mod lettering;
mod rows;
mod scale;
mod style;
mod told;

use self::canvas::{Canvas, Held};
use self::lettering::{Lettering, escape};
use self::rows::Rows;
use self::scale::Scale;
use self::style::STYLE;
use crate::facts::Interview;
use crate::planning::Plan;

const WIDTH: i32 = 960;
const LEFT: i32 = 24;
const RIGHT: i32 = WIDTH - LEFT;

/// Where the days begin and end: marks reach out a little.
const DAYS_FROM: i32 = 340;
const DAYS_TO: i32 = RIGHT - 10;

const HEADLINE_LINES: usize = 3;
const HEADLINE_LINE: i32 = 24;

/// The plan as a timeline: the interview, days off, each step's window with its best moment, what was announced, and now.
///
/// Light or dark as the reader prefers; with a title and the whole in words for those who don't see it; no script and nothing
/// from elsewhere. Less than 20 KB. The same plan gives the same bytes. Working days and holidays are those of the facts'
/// calendar, moments those of the plan.
#[must_use]
pub fn timeline(interview: &Interview, plan: &Plan) -> String {
    let schedule = &plan.schedule;
    let flags = flags::flags(interview, plan);
    let [mut near, far] = rows::moments(interview, plan);
    near.extend(flags.iter().map(|flag| flag.at));
    let scale = Scale::new(near, far, DAYS_FROM, DAYS_TO);
    let subject = subject(interview, plan);
    let spoken: Vec<_> = flags.iter().map(|flag| flag.text.clone()).collect();

    let mut canvas = Canvas::default();
    let axis_top = head(&mut canvas, &schedule.headline, &subject);
    let flags = flags::lay(flags, &scale, [LEFT, RIGHT]);
    let flags_top = axis_top + axis::HEIGHT;
    let rows_top = flags_top + flags.lanes * flags::LANE + 4;
    let bottom = rows_top + Rows::height(schedule);

    let rows = Rows::new(interview, plan, &scale);
    rows.draw_next(&mut canvas, [LEFT - 12, RIGHT + 12], rows_top);
    let days_off = axis::draw(&mut canvas, &scale, &interview.calendar, axis_top, bottom);
    flags.draw(&mut canvas, flags_top, bottom);
    let moved = rows.draw(&mut canvas, rows_top);

    let meanings = legend::meanings(schedule, &days_off, moved, scale.has_cuts());
    let note_top = legend::draw(&mut canvas, &meanings, [LEFT + 8, RIGHT], bottom + 10);
    let days_off = legend::days_off_told(interview, &days_off, schedule.as_of.date_naive(), RIGHT - LEFT);
    canvas.text("t soft", Held::Start, LEFT, note_top + 14, &days_off);

    let told = told::told(interview, plan, &spoken, &days_off);
    framed(&canvas, note_top + 32, plan, [&subject, &told])
}

/// Headline and subject; answers where they end.
fn head(canvas: &mut Canvas, headline: &str, subject: &str) -> i32 {
    let mut y = 38;
    for line in Lettering::HEADLINE.balance(headline, RIGHT - LEFT, HEADLINE_LINES) {
        canvas.text("h", Held::Start, LEFT, y, &line);
        y += HEADLINE_LINE;
    }
    canvas.text("m soft", Held::Start, LEFT, y - 1, subject);
    y + 18
}

/// The whole SVG around what was drawn. Its ids are its own even on a page that holds the same plan at two instants.
fn framed(canvas: &Canvas, height: i32, plan: &Plan, [title, description]: [&str; 2]) -> String {
    let (plan, as_of) = (plan.schedule.id.as_fields().0, plan.schedule.as_of.timestamp());
    let id = format!("{plan:08x}-{as_of}");
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="followup" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="t-{id} d-{id}"><title id="t-{id}">Follow-up plan: "#
    );
    escape(title, &mut svg);
    svg.push_str("</title><desc id=\"d-");
    svg.push_str(&id);
    svg.push_str("\">");
    escape(description, &mut svg);
    svg.push_str("</desc>");
    svg.push_str(STYLE);
    let mut svg = Canvas(svg);
    svg.block("paper", 1, 1, WIDTH - 2, height - 2, 10);
    svg.0.push_str(&canvas.0);
    svg.0.push_str("</svg>\n");
    svg.0
}

/// Which interview it is, and for when the picture holds.
fn subject(interview: &Interview, plan: &Plan) -> String {
    let as_of = plan.schedule.as_of;
    let year = as_of.date_naive().format("%Y");
    let when = format!(
        "as of {} {year}, {} ({})",
        dates::day(as_of.date_naive(), as_of.date_naive()),
        dates::hour(as_of),
        interview.zone.name()
    );
    let room = RIGHT - LEFT - Lettering::BODY.width(&when);
    let named = [interview.position.as_deref(), interview.employer.name.as_deref()];
    let named: Vec<_> = named.into_iter().flatten().collect();
    if named.is_empty() {
        return when;
    }
    let named = Lettering::BODY.fit(&named.join(" at "), room - Lettering::BODY.width(" · "));
    format!("{named} · {when}")
}
