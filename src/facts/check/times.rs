//! Dates and instants as text.

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeDelta};

use super::findings::Findings;
use crate::calendar::MONTHS;
use crate::facts::code::{self, Code};
use crate::facts::violation::{Place, quoted};

/// The years in which an interview can be (contract.md, "Limits").
pub(super) const INTERVIEW_YEARS: RangeInclusive<i32> = 2000..=2050;

/// The years in which all else can be (contract.md, "Limits").
pub(super) const OTHER_YEARS: RangeInclusive<i32> = 1999..=2052;

/// No place on earth keeps an offset beyond this; RFC 3339 would take any below a day.
const WIDEST_OFFSET_MINUTES: i32 = 18 * 60;

/// Characters of an instant: more than any clock has decimals for.
pub(crate) const LONGEST_INSTANT_CHARS: usize = 64;

/// A fault in a text that should be a date or an instant: its code, and the rest of the sentence.
type Unreadable = (&'static Code, String);

/// A date of these years.
pub(super) fn date(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<&str>,
    years: RangeInclusive<i32>,
) -> Option<NaiveDate> {
    match read_date(given?) {
        Ok(date) => within(found, place, date.year(), years).then_some(date),
        Err(why) => {
            let detail = format!("{place} must be a date as in 2026-03-02: {why}.");
            found.fault(place, &code::NOT_A_DATE, detail);
            None
        }
    }
}

/// An instant of these years, in the offset in which it was written.
pub(super) fn instant(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<&str>,
    years: RangeInclusive<i32>,
) -> Option<DateTime<FixedOffset>> {
    match read_instant(given?) {
        Ok(instant) => within(found, place, instant.year(), years).then_some(instant),
        Err((code, why)) => {
            let detail = format!("{place} must be an instant as in 2026-03-02T15:00:00-08:00: {why}.");
            found.fault(place, code, detail);
            None
        }
    }
}

fn within(found: &mut Findings, place: Place<'_>, year: i32, years: RangeInclusive<i32>) -> bool {
    let inside = years.contains(&year);
    if !inside {
        let (first, last) = years.into_inner();
        let detail = format!("{place} must lie in the years {first} to {last}; this is in {year}.");
        found.fault(place, &code::OUT_OF_RANGE, detail);
    }
    inside
}

fn read_date(text: &str) -> Result<NaiveDate, String> {
    let Some((year, month, day)) = fields(text, b'-', [4, 2, 2]).map(|[y, m, d]| (y, m, d)) else {
        return Err(format!("{} is none", quoted(text)));
    };
    let year = i32::try_from(year).unwrap_or_default();
    let Some(month_name) = usize::try_from(month)
        .ok()
        .and_then(|m| MONTHS.get(m.checked_sub(1)?))
    else {
        return Err(format!("there is no month {month:02}"));
    };
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
        let last = (28..=31)
            .rev()
            .find(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some());
        format!(
            "{month_name} {year} has the days 1 to {}, and no {day}",
            last.unwrap_or(28)
        )
    })
}

/// RFC 3339, with a lower-case `t` or `z`, a space for the `T`, or a leap second (taken as the next one).
fn read_instant(text: &str) -> Result<DateTime<FixedOffset>, Unreadable> {
    let no_instant = |why: String| (&code::NOT_AN_INSTANT, why);
    let unlike = || no_instant(format!("{} is none", quoted(text)));
    if text.len() > LONGEST_INSTANT_CHARS {
        return Err(unlike());
    }
    let (day, rest) = text.split_at_checked(10).ok_or_else(unlike)?;
    let day = read_date(day).map_err(no_instant)?;
    if rest.is_empty() {
        return Err(no_instant(
            "the time of day and the offset from UTC are missing".into(),
        ));
    }
    let rest = rest.strip_prefix(['T', 't', ' ']).ok_or_else(unlike)?;
    let begins_offset = |byte| matches!(byte, b'Z' | b'z' | b'+' | b'-');
    let offset_at = rest.bytes().position(begins_offset).unwrap_or(rest.len());
    let (clock, offset) = rest.split_at(offset_at);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let seconds_missing = fields(clock, b':', [2, 2]).is_some();
    if offset.is_empty() {
        let seconds = if seconds_missing { "the seconds and " } else { "" };
        let or_utc = "add `Z` for UTC, or an offset as `-08:00`";
        if !seconds_missing && fields(clock, b':', [2, 2, 2]).is_none() {
            return Err(unlike());
        }
        return Err((
            &code::NO_OFFSET,
            format!("{seconds}the offset from UTC is missing; {or_utc}"),
        ));
    }
    if seconds_missing {
        return Err(no_instant("the seconds are missing".into()));
    }
    let [hour, minute, second] = fields(clock, b':', [2, 2, 2]).ok_or_else(unlike)?;
    let nanosecond = read_fraction(fraction).ok_or_else(unlike)?;
    let leap = second == 60;
    let time = NaiveTime::from_hms_nano_opt(hour, minute, if leap { 59 } else { second }, nanosecond)
        .ok_or_else(|| no_instant(format!("there is no time of day {clock}")))?;
    let offset = read_offset(offset).ok_or_else(|| {
        no_instant(format!(
            "{} is no offset as `-08:00`, at most 18 hours, or `Z`",
            quoted(offset)
        ))
    })?;
    let wall = day
        .and_time(time)
        .checked_add_signed(TimeDelta::seconds(i64::from(leap)));
    let utc = wall
        .and_then(|wall| wall.checked_sub_offset(offset))
        .ok_or_else(unlike)?;
    Ok(DateTime::from_naive_utc_and_offset(utc, offset))
}

/// The nanoseconds that decimals of a second stand for; what is finer is cut off.
fn read_fraction(decimals: &str) -> Option<u32> {
    let all_digits = !decimals.is_empty() && decimals.bytes().all(|b| b.is_ascii_digit());
    all_digits.then(|| {
        let nine = decimals.bytes().chain(std::iter::repeat(b'0')).take(9);
        nine.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
    })
}

fn read_offset(text: &str) -> Option<FixedOffset> {
    if text.eq_ignore_ascii_case("z") {
        return FixedOffset::east_opt(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let [hours, minutes] = fields(text.strip_prefix(['+', '-'])?, b':', [2, 2])?;
    let total = i32::try_from(hours * 60 + minutes).ok()?;
    let sound = minutes < 60 && total <= WIDEST_OFFSET_MINUTES;
    sound.then(|| FixedOffset::east_opt(sign * total * 60)).flatten()
}

/// The numbers of a text that consists of so many digits each, parted by that separator.
fn fields<const N: usize>(text: &str, separator: u8, lengths: [usize; N]) -> Option<[u32; N]> {
    let mut numbers = [0; N];
    let mut rest = text.as_bytes();
    for (place, (number, length)) in numbers.iter_mut().zip(lengths).enumerate() {
        if place > 0 {
            rest = rest.strip_prefix(&[separator])?;
        }
        let (digits, after) = rest.split_at_checked(length)?;
        for digit in digits {
            *number = *number * 10 + char::from(*digit).to_digit(10)?;
        }
        rest = after;
    }
    rest.is_empty().then_some(numbers)
}
