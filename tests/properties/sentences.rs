//! What a sentence says, read by itself.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::Instant;

/// Every moment that a sentence names: "Wednesday 18 March 2027 at 10:00" and "today at 17:00".
pub fn moments_named(text: &str, as_of: Instant) -> Vec<(NaiveDate, Option<NaiveTime>)> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .collect();
    let clock = |index: usize| {
        (words.get(index) == Some(&"at"))
            .then(|| words.get(index + 1))
            .flatten()
            .and_then(|word| NaiveTime::parse_from_str(word, "%H:%M").ok())
    };
    let mut moments = Vec::new();
    for (index, word) in words.iter().enumerate() {
        if *word == "today" {
            moments.push((as_of.date_naive(), clock(index + 1)));
        }
        let Some(month) = MONTHS.iter().position(|month| month == word) else {
            continue;
        };
        let Some(day) = index.checked_sub(1).and_then(|before| words[before].parse().ok()) else {
            continue;
        };
        let year = words.get(index + 1).and_then(|word| word.parse::<i32>().ok());
        let month = u32::try_from(month).unwrap() + 1;
        let date = NaiveDate::from_ymd_opt(year.unwrap_or(as_of.year()), month, day);
        let date = date.unwrap_or_else(|| panic!("{text:?} names no real day"));
        moments.push((date, clock(index + 1 + usize::from(year.is_some()))));
    }
    moments
}

pub fn is_one_plain_line(text: &str) -> bool {
    !text.is_empty() && !text.contains("  ") && !text.contains(char::is_control) && text.trim() == text
}
