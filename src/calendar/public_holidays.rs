//! The public holidays, weekends and working weekends on file, decoded one region at a time.
//!
//! A day takes a bit; names are found by binary search. A region costs some 5 KB once it was asked for.

use std::sync::OnceLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::holiday_files::HOLIDAY_FILES;
use super::region::Region;
use super::working_days::Closure;

/// The years for which holidays are on file.
const FIRST_YEAR: i32 = 2000;
const LAST_YEAR: i32 = 2050;

const YEARS: usize = (LAST_YEAR - FIRST_YEAR + 1) as usize;

/// The days of these years.
const DAYS: usize = LAST_DAY as usize;
const LAST_DAY: u16 = 18_628;

/// 1 January 2000, counted from 1 January of the year 1, which is day 1.
const FIRST_DAY: i32 = 730_120;

/// It was a Saturday, counted from Monday.
const FIRST_WEEKDAY: usize = 5;

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Where the holidays come from, and which edition of them is built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The project whose data they are.
    pub source: &'static str,
    /// Its version.
    pub version: &'static str,
    /// Its licence, by SPDX identifier.
    pub licence: &'static str,
    /// The first year on file.
    pub first_year: i32,
    /// The last year on file.
    pub last_year: i32,
}

/// Where the holidays come from, and which edition of them is built in.
#[must_use]
pub fn edition() -> Edition {
    Edition {
        source: "https://github.com/vacanza/holidays",
        version: "0.109",
        licence: "MIT",
        first_year: FIRST_YEAR,
        last_year: LAST_YEAR,
    }
}

/// A day with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedDay {
    /// The day.
    pub date: NaiveDate,
    /// Its name in English.
    pub name: &'static str,
}

/// The days off of one year in one region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearCalendar {
    /// The weekend as it stands at the end of the year, Monday first.
    pub weekend: Vec<Weekday>,
    /// Public holidays, observed days included, in order; none outside the years on file.
    pub holidays: Vec<NamedDay>,
    /// Weekend days that were made working days, in order.
    pub working_weekend_days: Vec<NamedDay>,
    /// How many working days the year has.
    pub working_days: u32,
}

/// The days off of that year in that region; outside 2000–2050 weekends alone.
#[must_use]
pub fn calendar_of(region: &Region, year: i32) -> YearCalendar {
    let days = region.days();
    let new_year = NaiveDate::from_ymd_opt(year, 1, 1);
    let all = new_year
        .iter()
        .flat_map(NaiveDate::iter_days)
        .take_while(|d| d.year() == year);
    YearCalendar {
        weekend: days.weekend(year),
        holidays: days.holidays.in_year(year),
        working_weekend_days: days.working_weekends.in_year(year),
        working_days: all.map(|d| u32::from(!days.is_off(d))).sum(),
    }
}

/// What is on file for one region.
#[derive(Debug)]
pub(super) struct RegionDays {
    /// A bit for each day from 1 January 2000: set where nobody works.
    off: Box<[u64]>,
    /// From which day on which weekdays are the weekend, in order of days; a bit for each weekday, Monday first.
    weekends: Vec<(u16, u8)>,
    holidays: NamedDays,
    working_weekends: NamedDays,
}

impl RegionDays {
    /// A place of which only its Saturdays and Sundays are known.
    pub(super) fn of_nowhere() -> &'static Self {
        static NOWHERE: OnceLock<RegionDays> = OnceLock::new();
        NOWHERE.get_or_init(|| Self::decode("", None))
    }

    /// What is on file for that country, or for its subdivision (without the prefix).
    pub(super) fn on_file(country: &str, subdivision: Option<&str>) -> Self {
        let file = HOLIDAY_FILES.binary_search_by(|(code, _)| (*code).cmp(country));
        let text = file
            .ok()
            .and_then(|at| HOLIDAY_FILES.get(at))
            .map_or("", |(_, text)| *text);
        Self::decode(text, subdivision)
    }

    fn decode(text: &'static str, subdivision: Option<&str>) -> Self {
        let place = subdivision.unwrap_or("-");
        let mut weekends = Vec::new();
        let mut holidays = NamedDays::default();
        let mut working_weekends = NamedDays::default();
        for line in text.lines() {
            let mut fields = line.split('\t');
            let mut next = || fields.next().unwrap_or_default();
            let (kind, places, name, days) = (next(), next(), next(), next());
            if !applies(places, place) {
                continue;
            }
            match kind {
                "weekend" => weekends.extend(
                    iso_date(days)
                        .and_then(index)
                        .map(|day| (day, weekday_bits(name))),
                ),
                "holiday" => holidays.add(name, days),
                "workday" => working_weekends.add(name, days),
                _ => {}
            }
        }
        holidays.sort();
        working_weekends.sort();
        weekends.sort_unstable();
        if weekends.is_empty() {
            weekends.push((0, weekday_bits("saturday sunday")));
        }
        let mut days = Self {
            off: Box::default(),
            weekends,
            holidays,
            working_weekends,
        };
        days.off = days.draw();
        days
    }

    fn draw(&self) -> Box<[u64]> {
        let mut off = vec![0_u64; DAYS.div_ceil(64)];
        let mut mark = |day: u16, is_off: bool| {
            if let Some(word) = off.get_mut(usize::from(day / 64)) {
                let bit = 1 << (day % 64);
                *word = if is_off { *word | bit } else { *word & !bit };
            }
        };
        // As `weekend_bits` has it: the first weekend on file holds for the days before it, too.
        let mut in_force = self.weekends.iter().skip(1).peekable();
        let mut bits = self.weekends.first().map_or(0, |(_, bits)| *bits);
        for (day, weekday) in (0..LAST_DAY).zip((0..7).cycle().skip(FIRST_WEEKDAY)) {
            while let Some((_, next)) = in_force.next_if(|(from, _)| *from <= day) {
                bits = *next;
            }
            mark(day, bits >> weekday & 1 == 1);
        }
        self.holidays.days.iter().for_each(|(day, _)| mark(*day, true));
        let is_weekend = |day: u16| date(day).is_some_and(|d| self.is_weekend(d));
        let working = self
            .working_weekends
            .days
            .iter()
            .filter(|(day, _)| is_weekend(*day));
        working.for_each(|(day, _)| mark(*day, false));
        off.into()
    }

    /// Whether nobody works there on that day.
    pub(super) fn is_off(&self, d: NaiveDate) -> bool {
        let word = index(d).and_then(|day| Some((day, self.off.get(usize::from(day / 64))?)));
        word.map_or_else(|| self.is_weekend(d), |(day, word)| word >> (day % 64) & 1 == 1)
    }

    /// The `n`-th day after `d` on which people work there, those closures aside, a word of days at a time; none where that takes us
    /// out of the years on file.
    pub(super) fn nth_working_day_after(
        &self,
        d: NaiveDate,
        n: u32,
        closures: &[Closure],
    ) -> Option<NaiveDate> {
        let Some(more) = n.checked_sub(1) else {
            return Some(d);
        };
        let first = usize::from(index(d)?) + 1;
        let word = |at: usize| Some(!*self.off.get(at)? & !closed(closures, at));
        let mut working = word(first / 64)? & (u64::MAX << (first % 64));
        let mut left = more;
        for at in first / 64.. {
            if left < working.count_ones() {
                for _ in 0..left {
                    working &= working - 1;
                }
                let day = at * 64 + working.trailing_zeros() as usize;
                // From `d` on, since chrono stays within a year more cheaply than it counts years.
                let further = Days::new((day + 1 - first) as u64);
                return d.checked_add_days(further).filter(|_| day < DAYS);
            }
            left -= working.count_ones();
            working = word(at + 1)?;
        }
        None
    }

    /// Whether that day belongs to the weekend, be it worked on or not.
    pub(super) fn is_weekend(&self, d: NaiveDate) -> bool {
        self.weekend_bits(d) >> d.weekday().num_days_from_monday() & 1 == 1
    }

    /// The name of the public holiday on that day.
    pub(super) fn holiday(&self, d: NaiveDate) -> Option<&'static str> {
        self.holidays.name(index(d)?)
    }

    /// The weekend at the end of that year, Monday first.
    pub(super) fn weekend(&self, year: i32) -> Vec<Weekday> {
        let bits = self.weekend_bits(NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX));
        WEEKDAYS
            .into_iter()
            .filter(|weekday| bits >> weekday.num_days_from_monday() & 1 == 1)
            .collect()
    }

    fn weekend_bits(&self, d: NaiveDate) -> u8 {
        let day = d.num_days_from_ce() - FIRST_DAY;
        let in_force = self
            .weekends
            .iter()
            .rev()
            .find(|(from, _)| i32::from(*from) <= day);
        in_force.or(self.weekends.first()).map_or(0, |(_, bits)| *bits)
    }
}

/// Days with names, in order.
#[derive(Debug, Default)]
struct NamedDays {
    /// The day, counted from 1 January 2000, and where its name stands in `names`.
    days: Vec<(u16, u16)>,
    names: Vec<&'static str>,
}

impl NamedDays {
    /// Adds what a line of a file tells: `2000-2050:0101` is one date in all these years,
    /// `2026:0403,0326` one date in each of the years that follow each other from there.
    fn add(&mut self, name: &'static str, days: &str) {
        let Ok(at) = u16::try_from(self.names.len()) else {
            return;
        };
        self.names.push(name);
        for (years, dates) in days.split(' ').filter_map(|run| run.split_once(':')) {
            let (first, last) = years.split_once('-').unwrap_or((years, years));
            let (Ok(first), Ok(last)) = (first.parse::<i32>(), last.parse::<i32>()) else {
                continue;
            };
            let dates = dates.split(',').zip(first..);
            let every_year =
                dates.flat_map(|(date, year)| (year..=year + last - first).map(move |y| (y, date)));
            self.days
                .extend(every_year.filter_map(|(year, date)| Some((month_day(year, date)?, at))));
        }
    }

    fn sort(&mut self) {
        self.days.sort_unstable();
        self.days.shrink_to_fit();
    }

    fn name(&self, day: u16) -> Option<&'static str> {
        let at = self.days.binary_search_by_key(&day, |(day, _)| *day).ok()?;
        self.names.get(usize::from(self.days.get(at)?.1)).copied()
    }

    fn in_year(&self, year: i32) -> Vec<NamedDay> {
        let named = self.days.iter().filter_map(|(day, name)| {
            Some(NamedDay {
                date: date(*day)?,
                name: self.names.get(usize::from(*name)).copied()?,
            })
        });
        named.filter(|day| day.date.year() == year).collect()
    }
}

/// Whether a line for `places` counts in `place`: `*` everywhere, `-,BY` in these, `!BY` in all but these, `-`
/// being the country without a subdivision.
fn applies(places: &str, place: &str) -> bool {
    match places.strip_prefix('!') {
        Some(others) => others.split(',').all(|other| other != place),
        None => places == "*" || places.split(',').any(|listed| listed == place),
    }
}

/// A bit for each weekday named, Monday first.
fn weekday_bits(names: &str) -> u8 {
    let weekdays = names.split(' ').filter_map(|name| name.parse::<Weekday>().ok());
    weekdays.fold(0, |bits, weekday| bits | 1 << weekday.num_days_from_monday())
}

fn iso_date(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

/// That year's day of `MMDD`.
fn month_day(year: i32, date: &str) -> Option<u16> {
    let (month, day) = date.split_at_checked(2)?;
    index(NaiveDate::from_ymd_opt(
        year,
        month.parse().ok()?,
        day.parse().ok()?,
    )?)
}

/// The closed days of a word.
fn closed(closures: &[Closure], at: usize) -> u64 {
    if closures.is_empty() {
        return 0;
    }
    let begins = FIRST_DAY.saturating_add(i32::try_from(at * 64).unwrap_or(i32::MAX));
    let first_days = |n: i32| {
        let bit = 1_u64.checked_shl(u32::try_from(n).unwrap_or_default());
        bit.map_or(u64::MAX, |bit| bit - 1)
    };
    let within = |d: NaiveDate| d.num_days_from_ce() - begins;
    let of = |closure: &Closure| first_days(within(closure.to) + 1) & !first_days(within(closure.from));
    closures.iter().map(of).fold(0, |all, days| all | days)
}

/// The day counted from 1 January 2000, within the years on file.
fn index(d: NaiveDate) -> Option<u16> {
    let year = usize::try_from(d.year() - FIRST_YEAR).ok()?;
    let before = NEW_YEARS.get(year)?;
    u16::try_from(d.ordinal0()).ok().map(|day| before + day)
}

/// How many days lie before each of the years on file: to count them for each question shows in a plan's cost.
const NEW_YEARS: [u16; YEARS] = {
    let mut days = [0; YEARS];
    let mut year = 1;
    while year < YEARS {
        // All of these years that four divides have a leap day.
        let last_year = if (year - 1) % 4 == 0 { 366 } else { 365 };
        days[year] = days[year - 1] + last_year;
        year += 1;
    }
    days
};

fn date(day: u16) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(FIRST_DAY + i32::from(day))
}
