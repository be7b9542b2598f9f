//! Days and hours as people say them.

use std::fmt;
use std::ops::Deref;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::calendar::{DayOff, MONTHS, Why, WorkCalendar, weekday_name};
use crate::planning::decision::Instant;

/// How many spells of days off are told one by one: more than any year has.
const SPELLS_TOLD: usize = 120;

/// Names days as seen from an instant: the year is said where it is another one.
#[derive(Clone, Copy)]
pub(crate) struct Dates {
    as_of: Instant,
    today: NaiveDate,
}

/// A day or a moment as it is said. In place rather than on the heap: a plan says some thirty, each only to be copied
/// into a sentence.
#[derive(Clone, Copy)]
pub(crate) struct Said {
    bytes: [u8; LONGEST],
    length: usize,
}

/// "Wed 30 November to Wed 30 September 2026"
const LONGEST: usize = 40;

fn month(day: NaiveDate) -> &'static str {
    MONTHS.get(day.month0() as usize).copied().unwrap_or_default()
}

impl Dates {
    pub(crate) fn new(as_of: Instant) -> Self {
        Self {
            as_of,
            today: as_of.date_naive(),
        }
    }

    /// "Friday 13 March", with the year where it is another one.
    pub(crate) fn day(self, day: NaiveDate) -> Said {
        let mut said = Said::NOTHING;
        self.say_day(&mut said, day, weekday_name(day.weekday()));
        said
    }

    fn say_day(self, said: &mut Said, day: NaiveDate, weekday: &str) {
        said.push(weekday);
        said.push(" ");
        said.push_number(day.day());
        said.push(" ");
        said.push(month(day));
        if day.year() != self.today.year() {
            said.push(" ");
            // Facts lie in 1999–2052.
            said.push_number(day.year().unsigned_abs());
        }
    }

    /// "10:00".
    pub(crate) fn hour(instant: Instant) -> Said {
        Said::clock(instant.time())
    }

    /// "Wednesday 18 March at 10:00".
    pub(crate) fn moment(self, instant: Instant) -> Said {
        let mut said = Said::NOTHING;
        self.say_moment(&mut said, instant);
        said
    }

    fn say_moment(self, said: &mut Said, instant: Instant) {
        let local = instant.naive_local();
        self.say_day(said, local.date(), weekday_name(local.weekday()));
        said.push(" at ");
        said.push_clock(local.time());
    }

    /// When to act, as one says it at `as_of`: "now", "today at 17:00", "on Wednesday 18 March at 10:00".
    pub(crate) fn when(self, instant: Instant) -> Said {
        let mut said = Said::NOTHING;
        if instant <= self.as_of {
            said.push("now");
        } else if instant.date_naive() == self.today {
            said.push("today at ");
            said.push_clock(instant.time());
        } else {
            said.push("on ");
            self.say_moment(&mut said, instant);
        }
        said
    }

    /// The days passed over from one day to another, each with its cause, neighbours of one cause together, behind an
    /// introduction: "Days off on the way: Sat 7 to Sun 8 March (weekend), Mon 25 May (Memorial Day)". None where every
    /// day counts. Where years pass, those beyond the first are counted alone.
    pub(crate) fn passed_over(
        self,
        introduction: &str,
        calendar: &WorkCalendar,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Option<String> {
        let days = calendar.days_off_between(from, to);
        if days.is_empty() {
            return None;
        }
        let mut text = String::with_capacity(introduction.len() + 24 * days.len().min(SPELLS_TOLD));
        text.push_str(introduction);
        let mut rest = days.as_slice();
        let mut told = 0;
        while let Some((first, _)) = rest.split_first() {
            if told == SPELLS_TOLD {
                text.push_str(", and ");
                text.push_str(&rest.len().to_string());
                text.push_str(" more days off after that");
                break;
            }
            let same = rest
                .iter()
                .zip(rest.iter().skip(1))
                .take_while(|(day, next)| are_neighbours(day, next))
                .count();
            let last = rest.get(same).unwrap_or(first);
            if told > 0 {
                text.push_str(", ");
            }
            text.push_str(&self.stretch(first.date, last.date));
            text.push_str(" (");
            match first.why {
                Why::Weekend(_) => text.push_str("weekend"),
                why => text.push_str(&why.to_string()),
            }
            text.push(')');
            told += 1;
            rest = rest.get(same + 1..).unwrap_or_default();
        }
        Some(text)
    }

    /// "Mon 25 May", "Sat 7 to Sun 8 March", "Sat 31 January to Sun 1 February".
    fn stretch(self, first: NaiveDate, last: NaiveDate) -> Said {
        let mut said = Said::NOTHING;
        if last != first {
            said.push(short_weekday(first));
            said.push(" ");
            said.push_number(first.day());
            if first.month() != last.month() {
                said.push(" ");
                said.push(month(first));
            }
            said.push(" to ");
        }
        self.say_day(&mut said, last, short_weekday(last));
        said
    }
}

impl Said {
    const NOTHING: Self = Self {
        bytes: [0; LONGEST],
        length: 0,
    };

    /// "10:00".
    pub(crate) fn clock(time: NaiveTime) -> Self {
        let mut said = Self::NOTHING;
        said.push_clock(time);
        said
    }

    /// Adds whole texts alone, so that what was said stays UTF-8.
    fn push(&mut self, text: &str) {
        let end = self.length + text.len();
        if let Some(place) = self.bytes.get_mut(self.length..end) {
            place.copy_from_slice(text.as_bytes());
            self.length = end;
        }
    }

    fn push_digit(&mut self, digit: u32) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = b'0' + u8::try_from(digit % 10).unwrap_or_default();
            self.length += 1;
        }
    }

    fn push_number(&mut self, number: u32) {
        if number >= 10 {
            self.push_number(number / 10);
        }
        self.push_digit(number);
    }

    fn push_clock(&mut self, time: NaiveTime) {
        let (hour, minute) = (time.hour(), time.minute());
        self.push_digit(hour / 10);
        self.push_digit(hour);
        self.push(":");
        self.push_digit(minute / 10);
        self.push_digit(minute);
    }
}

impl Deref for Said {
    type Target = str;

    fn deref(&self) -> &str {
        let said = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(said).unwrap_or_default()
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
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

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_longest_that_is_said_of_days_is_said_to_its_end() {
        let dates = Dates::new(DateTime::parse_from_rfc3339("2020-01-01T00:00:00Z").unwrap());
        let last = DateTime::parse_from_rfc3339("2026-09-30T10:05:00+02:00").unwrap();
        assert_eq!(&*dates.when(last), "on Wednesday 30 September 2026 at 10:05");
        let stretch = dates.stretch(date("2025-11-30"), date("2026-09-30"));
        assert_eq!(&*stretch, "Sun 30 November to Wed 30 September 2026");
    }

    #[test]
    fn days_and_hours_are_said_with_no_more_than_it_takes_to_tell_them_apart() {
        let as_of = DateTime::parse_from_rfc3339("2026-03-04T09:30:00-05:00").unwrap();
        let dates = Dates::new(as_of);
        assert_eq!(&*dates.day(date("2026-03-04")), "Wednesday 4 March");
        assert_eq!(&*dates.day(date("2027-03-14")), "Sunday 14 March 2027");
        assert_eq!(&*dates.when(as_of), "now");
        let evening = DateTime::parse_from_rfc3339("2026-03-04T17:00:00-05:00").unwrap();
        assert_eq!(&*dates.when(evening), "today at 17:00");
        assert_eq!(&*dates.moment(evening), "Wednesday 4 March at 17:00");
        assert_eq!(
            &*dates.stretch(date("2026-03-07"), date("2026-03-08")),
            "Sat 7 to Sun 8 March"
        );
    }
}
