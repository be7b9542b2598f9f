//! What the marks mean: of those alone that the picture has.

use chrono::NaiveDate;

use super::axis::DaysOff;
use super::canvas::{Canvas, Held};
use super::dates;
use super::lettering::Lettering;
use super::rows::mark;
use crate::facts::Interview;
use crate::planning::{Schedule, Status, Step};

/// The height of a line of the legend.
const LINE: i32 = 24;

/// Room for a mark before its meaning, and between two meanings.
const BEFORE: i32 = 14;
const BETWEEN: i32 = 18;

/// What has a meaning in the picture.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    Of(Status),
    Best,
    Act,
    Weekend,
    Holiday,
    Cut,
}

/// What the picture has, and what each means. `moved` and `cut` say whether it has a moment to act beside a best one, and whether
/// days are left out.
pub(super) fn meanings(
    schedule: &Schedule,
    days_off: &DaysOff,
    moved: bool,
    cut: bool,
) -> Vec<(Sign, &'static str)> {
    let has = |status| schedule.steps.iter().any(|step| step.status == status);
    let pending = schedule.steps.iter().any(Step::is_pending);
    let feast = !days_off.holidays.is_empty() || !days_off.closed.is_empty();
    let all = [
        (has(Status::Due), Sign::Of(Status::Due), "due"),
        (has(Status::Overdue), Sign::Of(Status::Overdue), "overdue"),
        (has(Status::Upcoming), Sign::Of(Status::Upcoming), "upcoming"),
        (has(Status::Done), Sign::Of(Status::Done), "done"),
        (has(Status::NotNeeded), Sign::Of(Status::NotNeeded), "not needed"),
        (pending, Sign::Best, "best moment"),
        (moved, Sign::Act, "when to act"),
        (days_off.weekends, Sign::Weekend, "weekend"),
        (feast, Sign::Holiday, "holiday or closed"),
        (cut, Sign::Cut, "days left out"),
    ];
    let there = all.into_iter().filter(|(there, ..)| *there);
    there.map(|(_, sign, meaning)| (sign, meaning)).collect()
}

/// Draws the signs with their meanings from `top` on, and answers where they end.
pub(super) fn draw(
    canvas: &mut Canvas,
    meanings: &[(Sign, &'static str)],
    [from, to]: [i32; 2],
    top: i32,
) -> i32 {
    let (mut x, mut y) = (from, top + LINE / 2);
    for (sign, meaning) in meanings {
        let width = BEFORE + Lettering::TICK.width(meaning);
        if x + width > to {
            x = from;
            y += LINE;
        }
        match sign {
            Sign::Of(status) => mark(canvas, *status, x, y),
            Sign::Best => canvas.diamond(x, y),
            Sign::Act => canvas.pointer(x, y),
            Sign::Weekend => canvas.block("weekend", x - 8, y - 2, 16, 5, 0),
            Sign::Holiday => canvas.block("holiday", x - 8, y - 4, 16, 8, 0),
            Sign::Cut => {
                let (left, right, top) = (x - 4, x + 1, y - 9);
                canvas.path(
                    "cut",
                    format_args!("M{left} {top}l4 6-4 6 4 6M{right} {top}l4 6-4 6 4 6"),
                );
            }
        }
        canvas.text("t soft", Held::Start, x + BEFORE, y + 4, meaning);
        x += width + BETWEEN;
    }
    y + LINE / 2
}

/// The holidays by name, as many as fit, and where they are kept.
pub(super) fn days_off_told(
    interview: &Interview,
    days_off: &DaysOff,
    today: NaiveDate,
    room: i32,
) -> String {
    let Some(region) = interview.calendar.region() else {
        return "Days off: weekends alone, since no country is known".to_owned();
    };
    let place = region.subdivision().map_or_else(
        || region.country_name().to_owned(),
        |subdivision| format!("{} ({subdivision})", region.country_name()),
    );
    let mut named: Vec<String> = Vec::new();
    if let (Some(first), Some(last)) = (days_off.closed.first(), days_off.closed.last()) {
        named.push(if first == last {
            format!("closed, {}", dates::day(*first, today))
        } else {
            format!(
                "closed between {} and {}",
                dates::day(*first, today),
                dates::day(*last, today)
            )
        });
    }
    let holidays = days_off.holidays.iter();
    named.extend(holidays.map(|(day, name)| format!("{name}, {}", dates::day(*day, today))));
    if named.is_empty() {
        return format!("No holidays in these days: {place}");
    }
    let told = |shown: usize| {
        let list = named.get(..shown).unwrap_or_default().join("; ");
        match named.len() - shown {
            0 => format!("Days off in {place}: {list}"),
            more => format!("Days off in {place}: {list}; and {more} more"),
        }
    };
    let fits = |text: &String| Lettering::TICK.width(text) <= room;
    let shown = (1..=named.len()).rev().map(told).find(fits);
    shown.unwrap_or_else(|| Lettering::TICK.fit(&told(1), room))
}
