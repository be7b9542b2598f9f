//! Working days: which days count, and counting them.

use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};

use super::names::weekday_name;
use super::public_holidays::RegionDays;
use super::region::Region;

/// How far a walk looks for working days before it gives up: enough for a thousand of them beside 366 closed
/// days, and an end where there are none at all.
const LONGEST_WALK_DAYS: u32 = 4_000;

/// Days on which an employer is closed, both ends included; one that ends before it starts closes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closure {
    /// The first closed day.
    pub from: NaiveDate,
    /// The last closed day.
    pub to: NaiveDate,
}

impl Closure {
    fn holds(self, d: NaiveDate) -> bool {
        self.from <= d && d <= self.to
    }
}

/// The working days of an employer: those of a region, less the employer's own closures.
///
/// Without a region only Saturdays and Sundays are off.
#[derive(Clone, Debug)]
pub struct WorkCalendar {
    region: Option<Region>,
    closures: Vec<Closure>,
}

/// A day on which nobody works, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOff {
    /// The day.
    pub date: NaiveDate,
    /// What makes it one.
    pub why: Why,
}

/// What makes a day a day off. Where several things do, the first in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It belongs to the weekend there.
    Weekend(Weekday),
    /// A public holiday, by its English name.
    Holiday(&'static str),
    /// The employer is closed.
    Closure,
}

impl WorkCalendar {
    /// The working days of that region, less those closures.
    #[must_use]
    pub fn new(region: Option<Region>, closures: Vec<Closure>) -> Self {
        Self { region, closures }
    }

    /// The region, where one is known.
    #[must_use]
    pub fn region(&self) -> Option<&Region> {
        self.region.as_ref()
    }

    /// Whether people work on that day. Outside 2000–2050 the region's weekend alone counts.
    #[must_use]
    pub fn is_working_day(&self, d: NaiveDate) -> bool {
        self.is_working(self.days(), d)
    }

    /// Why nobody works on that day, or `None` on a working day.
    #[must_use]
    pub fn day_off(&self, d: NaiveDate) -> Option<DayOff> {
        let days = self.days();
        let why = if days.is_off(d) {
            match days.holiday(d) {
                Some(name) if !days.is_weekend(d) => Why::Holiday(name),
                _ => Why::Weekend(d.weekday()),
            }
        } else if self.is_closed(d) {
            Why::Closure
        } else {
            return None;
        };
        Some(DayOff { date: d, why })
    }

    /// The `n`-th working day strictly after `d`; for `n` = 0 `d` itself.
    ///
    /// `n` is meant to be at most 1,000: outside 2000–2050 the walk gives up after 4,000 days and answers the day it
    /// has reached.
    #[must_use]
    pub fn nth_working_day_after(&self, d: NaiveDate, n: u32) -> NaiveDate {
        let days = self.days();
        if let Some(day) = days.nth_working_day_after(d, n, &self.closures) {
            return day;
        }
        let (mut day, mut left) = (d, n);
        for _ in 0..LONGEST_WALK_DAYS {
            if left == 0 {
                break;
            }
            let Some(next) = day.succ_opt() else { break };
            day = next;
            left -= u32::from(self.is_working(days, day));
        }
        day
    }

    /// `d` if it is a working day, else the next one; outside 2000–2050, where none comes for 4,000 days, the day reached.
    #[must_use]
    pub fn roll(&self, d: NaiveDate) -> NaiveDate {
        if self.is_working_day(d) {
            d
        } else {
            self.nth_working_day_after(d, 1)
        }
    }

    /// How many working days lie strictly after `from`, up to and with `to`; 0 if `to` is not after `from`.
    #[must_use]
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let days = self.days();
        days_after(from, to)
            .map(|d| u32::from(self.is_working(days, d)))
            .sum()
    }

    /// The days off strictly after `from`, up to and with `to`, in order.
    #[must_use]
    pub fn days_off_between(&self, from: NaiveDate, to: NaiveDate) -> Vec<DayOff> {
        days_after(from, to).filter_map(|d| self.day_off(d)).collect()
    }

    /// Whether 25 December of that year is a public holiday there.
    ///
    /// Also where that can't be known: no region, or no holidays on file for that country or that year.
    #[must_use]
    pub fn keeps_christmas(&self, year: i32) -> bool {
        let has_holidays = |region: &Region| region.years().is_some_and(|years| years.contains(&year));
        match &self.region {
            Some(region) if has_holidays(region) => {
                NaiveDate::from_ymd_opt(year, 12, 25).is_some_and(|d| region.days().holiday(d).is_some())
            }
            _ => true,
        }
    }

    fn days(&self) -> &'static RegionDays {
        self.region
            .as_ref()
            .map_or_else(RegionDays::of_nowhere, Region::days)
    }

    fn is_working(&self, days: &RegionDays, d: NaiveDate) -> bool {
        !days.is_off(d) && !self.is_closed(d)
    }

    fn is_closed(&self, d: NaiveDate) -> bool {
        self.closures.iter().any(|closure| closure.holds(d))
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weekend(weekday) => f.write_str(weekday_name(*weekday)),
            Self::Holiday(name) => f.write_str(name),
            Self::Closure => f.write_str("closed at the employer's"),
        }
    }
}

/// The days strictly after `from`, up to and with `to`.
fn days_after(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().skip(1).take_while(move |d| *d <= to)
}
