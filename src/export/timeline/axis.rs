//! The axis: months, numbers of days, a strip of the days off, and their shade below.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use super::canvas::{Canvas, Held};
use super::dates;
use super::lettering::Lettering;
use super::scale::{CUT_WIDTH, Scale, after};
use crate::planning::{Course, Rest};

/// The height of the axis: months, numbers, strip.
pub(super) const HEIGHT: i32 = 48;

const MONTH_BASELINE: i32 = 13;
const MONTH_HEIGHT: i32 = 17;
const NUMBER_BASELINE: i32 = 32;
const STRIP_FROM: i32 = 39;

/// Air between the names of two months.
const BETWEEN_MONTHS: i32 = 10;

/// A run of days off for the same reason.
struct Run {
    from: i32,
    to: i32,
    holiday: bool,
}

/// Which kinds of days off there are in the picture, for the legend, and which holidays.
#[derive(Debug, Default)]
pub(super) struct DaysOff {
    pub(super) weekends: bool,
    pub(super) holidays: Vec<(NaiveDate, &'static str)>,
    pub(super) closed: Vec<NaiveDate>,
}

/// Draws the axis at `top` and the shade of the days off down to `bottom`.
pub(super) fn draw(canvas: &mut Canvas, scale: &Scale, course: Course<'_>, top: i32, bottom: i32) -> DaysOff {
    let mut days_off = DaysOff::default();
    let runs = runs(scale, course, &mut days_off);
    for (holiday, shade, strip, up) in [(false, "off", "weekend", 0), (true, "feast", "holiday", 3)] {
        let (mut below, mut along) = (String::new(), String::new());
        for run in runs.iter().filter(|run| run.holiday == holiday) {
            let (x, width) = (run.from, (run.to - run.from).max(1));
            let (y, height) = (top + HEIGHT, bottom - top - HEIGHT);
            let _ = write!(below, "M{x} {y}h{width}v{height}h-{width}z");
            let (y, height) = (top + STRIP_FROM - up, HEIGHT - STRIP_FROM - 4 + up);
            let _ = write!(along, "M{x} {y}h{width}v{height}h-{width}z");
        }
        if !below.is_empty() {
            canvas.path(shade, below);
            canvas.path(strip, along);
        }
    }
    numbers(canvas, scale, top);
    months(canvas, scale, top);
    cuts(canvas, scale, top, bottom);
    days_off
}

fn runs(scale: &Scale, course: Course<'_>, days_off: &mut DaysOff) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for stretch in &scale.stretches {
        for index in 0..stretch.days {
            let day = after(stretch.first, index);
            let Some(rest) = course.day_off(day) else {
                continue;
            };
            let holiday = match rest {
                Rest::Weekend => false,
                Rest::Holiday(name) => {
                    days_off.holidays.push((day, name));
                    true
                }
                Rest::Closure => {
                    days_off.closed.push(day);
                    true
                }
            };
            if !holiday && !stretch.shows_single_days() {
                continue;
            }
            days_off.weekends |= !holiday;
            let (from, to) = (stretch.start_of(index), stretch.start_of(index + 1));
            match runs.last_mut() {
                Some(run) if run.to == from && run.holiday == holiday => run.to = to,
                _ => runs.push(Run { from, to, holiday }),
            }
        }
    }
    runs
}

fn numbers(canvas: &mut Canvas, scale: &Scale, top: i32) {
    for stretch in &scale.stretches {
        let numbered = stretch.numbered();
        let mut free_from = stretch.from;
        for index in 0..stretch.days {
            let day = after(stretch.first, index);
            if !numbered.holds(day) {
                continue;
            }
            let number = day.day().to_string();
            let middle = i32::midpoint(stretch.start_of(index), stretch.start_of(index + 1));
            let half = Lettering::TICK.width(&number) / 2 + 1;
            if middle - half >= free_from && middle + half <= stretch.to {
                canvas.text("t soft", Held::Middle, middle, top + NUMBER_BASELINE, &number);
                free_from = middle + half + 2;
            }
        }
    }
}

/// The names of the months: where a month begins, and where the picture or a stretch does.
fn months(canvas: &mut Canvas, scale: &Scale, top: i32) {
    let mut begins: Vec<(i32, NaiveDate)> = Vec::new();
    let mut end = 0;
    for stretch in &scale.stretches {
        for index in 0..stretch.days {
            let day = after(stretch.first, index);
            let is_first = index == 0 && (begins.is_empty() || stretch.is_cut_off);
            if is_first || day.day() == 1 {
                begins.push((stretch.start_of(index), day));
            }
        }
        end = stretch.to;
    }
    let mut lines = String::new();
    let (mut free_from, mut year) = (0, None);
    for (index, (x, day)) in begins.iter().enumerate() {
        let room = begins
            .get(index + 1)
            .map_or(end, |(next, _)| next - BETWEEN_MONTHS)
            - x
            - 4;
        let name = dates::month(*day);
        let named = if year == Some(day.year()) {
            [name.to_owned(), dates::short(name).to_owned()]
        } else {
            [
                format!("{name} {}", day.year()),
                format!("{} {}", dates::short(name), day.year()),
            ]
        };
        let fits = |name: &&String| Lettering::FLAG.width(name) <= room && *x >= free_from;
        if let Some(name) = named.iter().find(fits) {
            if day.day() == 1 {
                let _ = write!(lines, "M{x} {top}v{MONTH_HEIGHT}");
            }
            canvas.text("f", Held::Start, x + 4, top + MONTH_BASELINE, name);
            free_from = x + Lettering::FLAG.width(name) + BETWEEN_MONTHS;
            year = Some(day.year());
        } else if let Some(name) = named.last().filter(|_| index > 0 && day.day() != 1) {
            // Days behind a tear that are fewer than their month's name is long: it reaches back over the tear.
            let to = x + 4 + room;
            let from = to - Lettering::FLAG.width(name);
            if from >= free_from {
                canvas.text("f", Held::Start, from, top + MONTH_BASELINE, name);
                free_from = to + BETWEEN_MONTHS;
                year = Some(day.year());
            }
        }
    }
    if !lines.is_empty() {
        canvas.path("line", lines);
    }
}

/// Where days are left out: the axis is torn.
fn cuts(canvas: &mut Canvas, scale: &Scale, top: i32, bottom: i32) {
    let mut path = String::new();
    for stretch in scale.stretches.iter().filter(|stretch| stretch.is_cut_off) {
        for x in [stretch.from - CUT_WIDTH + 5, stretch.from - 9] {
            let mut y = top + STRIP_FROM - 4;
            let _ = write!(path, "M{x} {y}");
            let mut side = 4;
            while y + 6 <= bottom {
                let _ = write!(path, "l{side} 6");
                side = -side;
                y += 6;
            }
        }
    }
    if !path.is_empty() {
        canvas.path("cut", path);
    }
}
