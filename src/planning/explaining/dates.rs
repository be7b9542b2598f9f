//! Days and hours as people say them.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate, Timelike};

use crate::calendar::{DayOff, MONTHS, Why, WorkCalendar, weekday_name};
use crate::planning::decision::Instant;

/// How many spells of days off are told one by one: more than any year has.
const SPELLS_TOLD: usize = 120;

/// Names days as seen from an instant: the year is said where it is another one.
#[derive(Clone, Copy)]
pub(crate) struct Dates {
    as_of: Instant,
}

fn month(day: NaiveDate) -> &'static str {
    MONTHS.get(day.month0() as usize).copied().unwrap_or_default()
}

impl Dates {
    pub(crate) const fn new(as_of: Instant) -> Self {
        Self { as_of }
    }

    /// "Friday 13 March", with the year where it is another one.
    pub(crate) fn day(self, day: NaiveDate) -> String {
        let mut text = String::with_capacity(28);
        self.write_day(&mut text, day, weekday_name(day.weekday()));
        text
    }

    fn write_day(self, text: &mut String, day: NaiveDate, weekday: &str) {
        // Writing to a String cannot fail.
        let _ = write!(text, "{weekday} {} {}", day.day(), month(day));
        if day.year() != self.as_of.year() {
            let _ = write!(text, " {}", day.year());
        }
    }

    /// "10:00".
    pub(crate) fn hour(instant: Instant) -> String {
        format!("{:02}:{:02}", instant.hour(), instant.minute())
    }

    /// "Wednesday 18 March at 10:00".
    pub(crate) fn moment(self, instant: Instant) -> String {
        let mut text = self.day(instant.date_naive());
        let _ = write!(text, " at {:02}:{:02}", instant.hour(), instant.minute());
        text
    }

    /// When to act, as one says it at `as_of`: "now", "today at 17:00", "on Wednesday 18 March at 10:00".
    pub(crate) fn when(self, instant: Instant) -> String {
        if instant <= self.as_of {
            "now".to_owned()
        } else if instant.date_naive() == self.as_of.date_naive() {
            format!("today at {}", Self::hour(instant))
        } else {
            format!("on {}", self.moment(instant))
        }
    }

    /// The days passed over from one day to another, each with its cause, neighbours of one cause together:
    /// "Sat 7 to Sun 8 March (weekend), Mon 25 May (Memorial Day)". None where every day counts. Where years pass, those
    /// beyond the first are counted alone.
    pub(crate) fn passed_over(
        self,
        calendar: &WorkCalendar,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Option<String> {
        let days = calendar.days_off_between(from, to);
        let mut text = String::new();
        let mut rest = days.as_slice();
        let mut told = 0;
        while let Some((first, _)) = rest.split_first() {
            if told == SPELLS_TOLD {
                let _ = write!(text, ", and {} more days off after that", rest.len());
                break;
            }
            told += 1;
            let same = rest
                .iter()
                .zip(rest.iter().skip(1))
                .take_while(|(day, next)| are_neighbours(day, next))
                .count();
            let last = rest.get(same).unwrap_or(first);
            if !text.is_empty() {
                text.push_str(", ");
            }
            if last.date == first.date {
                self.write_day(&mut text, first.date, short_weekday(first.date));
            } else {
                let _ = write!(text, "{} {}", short_weekday(first.date), first.date.day());
                if first.date.month() != last.date.month() {
                    let _ = write!(text, " {}", month(first.date));
                }
                text.push_str(" to ");
                self.write_day(&mut text, last.date, short_weekday(last.date));
            }
            match first.why {
                Why::Weekend(_) => text.push_str(" (weekend)"),
                why => {
                    let _ = write!(text, " ({why})");
                }
            }
            rest = rest.get(same + 1..).unwrap_or_default();
        }
        (!text.is_empty()).then_some(text)
    }
}

fn are_neighbours(day: &DayOff, next: &DayOff) -> bool {
    let same_cause = match (day.why, next.why) {
        (Why::Weekend(_), Why::Weekend(_)) => true,
        (why, other) => why == other,
    };
    same_cause && day.date.succ_opt() == Some(next.date)
}

fn short_weekday(day: NaiveDate) -> &'static str {
    weekday_name(day.weekday()).get(..3).unwrap_or_default()
}

/// "Tom Iwata, Ines Duarte and Bo Carver".
pub(crate) fn enumerate(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
