//! What the marks mean: of those alone that the picture has.

use chrono::NaiveDate;

use super::axis::DaysOff;
use super::canvas::{Canvas, Held};
use super::dates;
use super::lettering::Lettering;
use super::rows::mark;
use crate::facts::Interview;
use crate::planning::{Schedule, Status};

/// The height of a line of the legend.
pub(super) const LINE: i32 = 24;

/// Room for a mark before its meaning, and between two meanings.
const BEFORE: i32 = 14;
const BETWEEN: i32 = 18;

/// How many holidays are named.
const NAMED: usize = 6;

#[derive(Clone, Copy)]
enum Sign {
    Of(Status),
    Best,
    Act,
    Weekend,
    Holiday,
    Cut,
}

/// Draws the legend and answers how high it is. `moved` and `cut` say whether the picture has a moment to act beside a best one,
/// and whether days are left out.
pub(super) fn draw(
    canvas: &mut Canvas,
    schedule: &Schedule,
    days_off: &DaysOff,
    [moved, cut]: [bool; 2],
    [from, to]: [i32; 2],
    top: i32,
) -> i32 {
    let has = |status| schedule.steps.iter().any(|step| step.status == status);
    let pending = || schedule.steps.iter().filter(|step| step.status.is_pending());
    let signs = [
        (has(Status::Due), Sign::Of(Status::Due), "due"),
        (has(Status::Overdue), Sign::Of(Status::Overdue), "overdue"),
        (has(Status::Upcoming), Sign::Of(Status::Upcoming), "upcoming"),
        (has(Status::Done), Sign::Of(Status::Done), "done"),
        (has(Status::NotNeeded), Sign::Of(Status::NotNeeded), "not needed"),
        (pending().next().is_some(), Sign::Best, "best moment"),
        (moved, Sign::Act, "when to act"),
        (days_off.weekends, Sign::Weekend, "weekend"),
        (
            !days_off.holidays.is_empty() || !days_off.closed.is_empty(),
            Sign::Holiday,
            "holiday or closed",
        ),
        (cut, Sign::Cut, "days left out"),
    ];
    let (mut x, mut y) = (from, top + LINE / 2);
    for (_, sign, meaning) in signs.into_iter().filter(|(there, ..)| *there) {
        let width = BEFORE + Lettering::TICK.width(meaning);
        if x + width > to {
            x = from;
            y += LINE;
        }
        match sign {
            Sign::Of(status) => mark(canvas, status, x, y),
            Sign::Best => canvas.diamond(x, y),
            Sign::Act => canvas.pointer(x, y),
            Sign::Weekend => canvas.block("weekend", x - 8, y - 2, 16, 5, 0),
            Sign::Cut => {
                let (left, right, top) = (x - 4, x + 1, y - 9);
                canvas.path(
                    "cut",
                    format_args!("M{left} {top}l4 6-4 6 4 6M{right} {top}l4 6-4 6 4 6"),
                );
            }
            Sign::Holiday => canvas.block("holiday", x - 8, y - 4, 16, 8, 0),
        }
        canvas.text("t soft", Held::Start, x + BEFORE, y + 4, meaning);
        x += width + BETWEEN;
    }
    y + LINE / 2 - top
}

/// The holidays by name, and what was counted as days off.
pub(super) fn days_off_told(interview: &Interview, days_off: &DaysOff, today: NaiveDate) -> String {
    let place = match interview.calendar.region() {
        Some(region) => region.subdivision().map_or_else(
            || region.country_name().to_owned(),
            |subdivision| format!("{} ({subdivision})", region.country_name()),
        ),
        None => return "Days off: weekends alone, since no country is known".to_owned(),
    };
    let mut named: Vec<String> = Vec::new();
    for (day, name) in days_off.holidays.iter().take(NAMED) {
        named.push(format!("{name}, {}", dates::day(*day, today)));
    }
    if let (Some(first), Some(last)) = (days_off.closed.first(), days_off.closed.last()) {
        named.push(format!(
            "closed within {} to {}",
            dates::day(*first, today),
            dates::day(*last, today)
        ));
    }
    if named.is_empty() {
        format!("No holidays in these days: {place}")
    } else {
        format!("Days off in {place}: {}", named.join("; "))
    }
}
