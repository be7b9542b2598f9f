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
    let today = schedule.as_of.date_naive();
    let flags = flags::flags(interview, plan);
    let [mut near, far] = rows::moments(interview, schedule);
    near.extend(flags.iter().map(|flag| flag.at));
    let scale = Scale::new(near, far, DAYS_FROM, DAYS_TO);

    let mut canvas = Canvas::default();
    let headline = Lettering::HEADLINE.balance(&schedule.headline, RIGHT - LEFT, HEADLINE_LINES);
    let mut y = 38;
    for line in &headline {
        canvas.text("h", Held::Start, LEFT, y, line);
        y += HEADLINE_LINE;
    }
    canvas.text("m soft", Held::Start, LEFT, y - 1, &subject(interview, plan));
    let axis_top = y + 18;
    let flags_top = axis_top + axis::HEIGHT;
    let laid = flags::lay(flags.clone(), &scale, [LEFT, RIGHT]);
    let rows_top = flags_top + laid.lanes * flags::LANE + 4;
    let bottom = rows_top + Rows::height(schedule);
    let rows = Rows::new(interview, schedule, &scale);

    let mut ground = Canvas::default();
    rows.draw_next(&mut ground, 12, WIDTH - 12, rows_top);
    let days_off = axis::draw(&mut ground, &scale, &interview.calendar, axis_top, bottom);
    laid.draw_poles(&mut ground, flags_top, bottom);
    laid.draw_flags(&mut ground, flags_top);
    let moved = rows.draw(&mut ground, rows_top);
    canvas.0.push_str(&ground.0);
    let legend_top = bottom + 10;
    let legend = legend::draw(
        &mut canvas,
        schedule,
        &days_off,
        [moved, scale.has_cuts()],
        [LEFT + 8, RIGHT],
        legend_top,
    );
    let days_off = legend::days_off_told(interview, &days_off, today);
    let note = legend_top + legend + 14;
    canvas.text(
        "t soft",
        Held::Start,
        LEFT,
        note,
        &Lettering::TICK.fit(&days_off, RIGHT - LEFT),
    );
    let height = note + 18;

    let id: String = schedule.id.simple().to_string().chars().take(8).collect();
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="followup" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="t-{id} d-{id}"><title id="t-{id}">Follow-up timeline</title><desc id="d-{id}">"#
    );
    escape(&told::told(interview, schedule, &flags, &days_off), &mut svg);
    svg.push_str("</desc>");
    svg.push_str(style::STYLE);
    let mut card = Canvas(svg);
    card.block("paper", 1, 1, WIDTH - 2, height - 2, 10);
    card.0.push_str(&canvas.0);
    card.0.push_str("</svg>\n");
    card.0
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
