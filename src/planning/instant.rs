//! Instants on the wire: RFC 3339 with a numeric offset, `+00:00` rather than `Z`, since a local hour is meant.

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use serde::Serializer;

/// `2026-03-09T10:00:00.123456789-08:00`
const LONGEST: usize = 35;

/// Writes an instant as RFC 3339, with fractions of a second only where there are some.
pub(crate) fn serialize<S: Serializer>(
    instant: &DateTime<FixedOffset>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut text = Text {
        bytes: [0; LONGEST],
        length: 0,
    };
    text.push(instant);
    match std::str::from_utf8(text.bytes.get(..text.length).unwrap_or_default()) {
        Ok(text) => serializer.serialize_str(text),
        Err(error) => Err(serde::ser::Error::custom(error)),
    }
}

/// Writes an instant as [`serialize`] does, or null.
#[expect(clippy::ref_option, reason = "serde hands a reference to the field")]
pub(crate) fn serialize_option<S: Serializer>(
    instant: &Option<DateTime<FixedOffset>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match instant {
        Some(instant) => serialize(instant, serializer),
        None => serializer.serialize_none(),
    }
}

/// The text so far. By hand, since an answer holds some thirty instants and general formatting of each shows in its cost.
struct Text {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Text {
    fn push(&mut self, instant: &DateTime<FixedOffset>) {
        let local = instant.naive_local();
        let (date, time) = (local.date(), local.time());
        let offset_min = instant.offset().local_minus_utc() / 60;
        // Facts lie in 1999–2052, so a year has four digits.
        let year = date.year().unsigned_abs();
        self.two_digits(year / 100);
        self.two_digits(year % 100);
        self.byte(b'-');
        self.two_digits(date.month());
        self.byte(b'-');
        self.two_digits(date.day());
        self.byte(b'T');
        let second = time.num_seconds_from_midnight();
        self.clock(second / 60);
        self.byte(b':');
        self.two_digits(second % 60);
        let fraction = time.nanosecond() % 1_000_000_000;
        if fraction > 0 {
            self.byte(b'.');
            for place in (0..9).rev() {
                self.digit(fraction / 10_u32.pow(place) % 10);
            }
        }
        self.byte(if offset_min < 0 { b'-' } else { b'+' });
        self.clock(offset_min.unsigned_abs());
    }

    /// Hours and minutes of so many minutes.
    fn clock(&mut self, minutes: u32) {
        self.two_digits(minutes / 60);
        self.byte(b':');
        self.two_digits(minutes % 60);
    }

    fn two_digits(&mut self, number: u32) {
        self.digit(number / 10);
        self.digit(number % 10);
    }

    fn digit(&mut self, digit: u32) {
        self.byte(b'0' + (digit % 10) as u8);
    }

    fn byte(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    #[test]
    fn an_instant_is_written_with_its_offset_and_no_more_digits_than_it_needs() {
        for text in [
            "2026-03-09T10:00:00-08:00",
            "2026-10-28T09:00:00+00:00",
            "2000-01-01T23:59:59.000000001+05:45",
            "2052-12-31T00:00:00.500000000-03:30",
        ] {
            let instant = DateTime::parse_from_rfc3339(text).unwrap();
            let written = super::serialize(&instant, serde_json::value::Serializer).unwrap();
            assert_eq!(written, text);
        }
    }
}
