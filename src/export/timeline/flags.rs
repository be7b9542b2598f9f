//! What happened and what was announced: flags on poles that stand in the days.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::canvas::{Canvas, Held};
use super::dates;
use super::lettering::Lettering;
use super::scale::Scale;
use crate::planning::{Course, Event, EventKind};

/// The height of a row of flags.
pub(super) const LANE: i32 = 26;

const FLAG_HEIGHT: i32 = 20;
const PADDING: i32 = 7;
const BETWEEN: i32 = 2;

/// Something that has a day but is no step.
#[derive(Clone, Debug)]
pub(super) struct Flag {
    pub(super) at: NaiveDateTime,
    pub(super) text: String,
    class: &'static str,
    /// Whether its letters stand on the colour.
    filled: bool,
}

/// The flags of a course, by their moments.
pub(super) fn flags(course: Course<'_>) -> Vec<Flag> {
    let events = course.events();
    let today = course.schedule().as_of.date_naive();
    // A year on some flags and none on others would have to be worked out.
    let one_year = events.iter().all(|event| event.day.year() == today.year());
    let seen_from = if one_year { today } else { NaiveDate::MIN };
    let flag = |event: Event| {
        let (class, filled) = match event.kind {
            EventKind::Interview => ("interview", true),
            EventKind::Now => ("now", true),
            EventKind::Reply => ("reply", false),
            EventKind::Named => ("said", false),
        };
        Flag {
            at: event.at.naive_local(),
            text: format!("{} {}", event.words, dates::day(event.day, seen_from)),
            class,
            filled,
        }
    };
    events.into_iter().map(flag).collect()
}

/// Flags with their places.
pub(super) struct Laid {
    flags: Vec<Place>,
    pub(super) lanes: i32,
}

struct Place {
    flag: Flag,
    pole: i32,
    from: i32,
    to: i32,
    lane: i32,
}

/// Puts the first flag left of its pole, and each other one right of its own, a row lower than those that it would hide.
pub(super) fn lay(flags: Vec<Flag>, scale: &Scale, [from, to]: [i32; 2]) -> Laid {
    let mut laid: Vec<Place> = Vec::new();
    for flag in flags {
        let width = Lettering::FLAG.width(&flag.text) + 2 * PADDING;
        let pole = scale.x(flag.at);
        let begin = if laid.is_empty() && pole - width >= from {
            pole - width
        } else {
            pole.min(to - width)
        };
        let hidden = laid.iter().filter(|place| begin < place.to + BETWEEN);
        laid.push(Place {
            lane: hidden.map(|place| place.lane + 1).max().unwrap_or_default(),
            flag,
            pole,
            from: begin,
            to: begin + width,
        });
    }
    let lanes = laid.iter().map(|place| place.lane + 1).max().unwrap_or_default();
    Laid { flags: laid, lanes }
}

impl Laid {
    /// Draws the flags at `top`, with poles down to `bottom`.
    pub(super) fn draw(&self, canvas: &mut Canvas, top: i32, bottom: i32) {
        self.draw_poles(canvas, top, bottom);
        // A flag hides the poles behind it.
        self.draw_flags(canvas, top);
    }

    fn draw_poles(&self, canvas: &mut Canvas, top: i32, bottom: i32) {
        for Place { flag, pole, lane, .. } in &self.flags {
            let y = top + lane * LANE + 4;
            canvas.path(
                &format!("pole {}", flag.class),
                format_args!("M{pole} {y}V{bottom}"),
            );
        }
    }

    fn draw_flags(&self, canvas: &mut Canvas, top: i32) {
        for place in &self.flags {
            let flag = &place.flag;
            let y = top + place.lane * LANE + 3;
            let width = place.to - place.from;
            canvas.block(
                &format!("flag {}", flag.class),
                place.from,
                y,
                width,
                FLAG_HEIGHT,
                4,
            );
            let class = if flag.filled { "f on" } else { "f" };
            canvas.text(
                class,
                Held::Middle,
                i32::midpoint(place.from, place.to),
                y + 14,
                &flag.text,
            );
        }
    }
}
