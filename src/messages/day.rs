//! Days as a reader says them, in the employer's zone and the letter's locale; never "yesterday".

use chrono::{Datelike, NaiveDate};

use crate::facts::Locale;
use crate::planning::{MONTHS, weekday_name};

const ORDINALS: [&str; 31] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
];

/// From so many days away on, a date without its year would be taken for another.
const DAYS_UNTIL_THE_YEAR_IS_SAID: i64 = 300;
/// Up to so many days back, the weekday alone names the day.
const DAYS_OF_A_WEEKDAY_ALONE: i64 = 6;

/// Whether the month is said before the day.
pub(super) const fn month_first(locale: Locale) -> bool {
    matches!(locale, Locale::EnUs | Locale::EnCa)
}

/// "2 March" or "March 2", with the year where the reader would need it.
pub(super) fn write_date(day: NaiveDate, today: NaiveDate, locale: Locale, text: &mut String) {
    let month = MONTHS[day.month0() as usize];
    if month_first(locale) {
        text.push_str(month);
        text.push(' ');
        write_number(day.day() as usize, text);
    } else {
        write_number(day.day() as usize, text);
        text.push(' ');
        text.push_str(month);
    }
    if (today - day).num_days().abs() >= DAYS_UNTIL_THE_YEAR_IS_SAID {
        text.push_str(if month_first(locale) { ", " } else { " " });
        write_number(day.year().unsigned_abs() as usize, text);
    }
}

/// "Monday, 2 March" or "Monday, March 2".
pub(super) fn write_weekday_and_date(day: NaiveDate, today: NaiveDate, locale: Locale, text: &mut String) {
    text.push_str(weekday(day));
    text.push_str(", ");
    write_date(day, today, locale, text);
}

/// The weekday alone where it says enough on `today`, else the date.
pub(super) fn write_shortest(day: NaiveDate, today: NaiveDate, locale: Locale, text: &mut String) {
    if is_recent(day, today) {
        text.push_str(weekday(day));
    } else {
        write_date(day, today, locale, text);
    }
}

/// Whether the weekday alone names the day for a reader on `today`.
pub(super) fn is_recent(day: NaiveDate, today: NaiveDate) -> bool {
    (0..=DAYS_OF_A_WEEKDAY_ALONE).contains(&(today - day).num_days())
}

/// "Monday, the second of March" or "Monday, March second".
pub(super) fn write_spoken(day: NaiveDate, locale: Locale, text: &mut String) {
    let (month, ordinal) = (MONTHS[day.month0() as usize], ORDINALS[day.day0() as usize]);
    let pieces = if month_first(locale) {
        [weekday(day), ", ", month, " ", ordinal, ","]
    } else {
        [weekday(day), ", the ", ordinal, " of ", month, ","]
    };
    for piece in pieces {
        text.push_str(piece);
    }
}

fn weekday(day: NaiveDate) -> &'static str {
    weekday_name(day.weekday())
}

/// Writes a number in decimal digits.
pub(super) fn write_number(number: usize, text: &mut String) {
    if number >= 10 {
        write_number(number / 10, text);
    }
    text.push(char::from(b"0123456789"[number % 10]));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut String)) -> String {
        let mut text = String::new();
        write(&mut text);
        text
    }

    #[test]
    fn days_follow_the_locale() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        let (monday, soon, later) = (day(2026, 3, 2), day(2026, 3, 8), day(2027, 1, 4));
        let date = |day, today, locale| written(|text| write_date(day, today, locale, text));
        let shortest = |day, today, locale| written(|text| write_shortest(day, today, locale, text));
        let spoken = |day, locale| written(|text| write_spoken(day, locale, text));
        let weekday_and_date =
            |day, today, locale| written(|text| write_weekday_and_date(day, today, locale, text));
        assert_eq!(date(monday, soon, Locale::EnGb), "2 March");
        assert_eq!(date(monday, soon, Locale::EnCa), "March 2");
        assert_eq!(date(monday, later, Locale::EnUs), "March 2, 2026");
        assert_eq!(weekday_and_date(monday, soon, Locale::EnAu), "Monday, 2 March");
        assert_eq!(weekday_and_date(monday, soon, Locale::EnUs), "Monday, March 2");
        assert_eq!(shortest(monday, soon, Locale::EnGb), "Monday");
        assert_eq!(shortest(monday, day(2026, 3, 9), Locale::EnGb), "2 March");
        assert_eq!(shortest(monday, day(2026, 3, 1), Locale::EnGb), "2 March");
        assert_eq!(spoken(monday, Locale::EnGb), "Monday, the second of March,");
        assert_eq!(
            spoken(day(2026, 5, 31), Locale::EnUs),
            "Sunday, May thirty-first,"
        );
    }
}
