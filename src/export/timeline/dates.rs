//! Days and moments in few letters, as seen from the day for which the plan holds.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike};

use crate::calendar::{MONTHS, weekday_name};

/// "Wed 18 Mar", with the year where it is another than today's.
pub(super) fn day(day: NaiveDate, today: NaiveDate) -> String {
    let (weekday, number, month) = (short(weekday_name(day.weekday())), day.day(), short(month(day)));
    if day.year() == today.year() {
        format!("{weekday} {number} {month}")
    } else {
        format!("{weekday} {number} {month} {}", day.year())
    }
}

/// "Wed 18 Mar, 10:00".
pub(super) fn moment(moment: DateTime<FixedOffset>, today: NaiveDate) -> String {
    format!("{}, {}", day(moment.date_naive(), today), hour(moment))
}

/// "10:00".
pub(super) fn hour(moment: DateTime<FixedOffset>) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

/// The month's name.
pub(super) fn month(day: NaiveDate) -> &'static str {
    MONTHS.get(day.month0() as usize).copied().unwrap_or_default()
}

/// The first three letters of an English name.
pub(super) fn short(name: &str) -> &str {
    name.get(..3).unwrap_or(name)
}
