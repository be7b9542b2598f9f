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
        let offset_min = instant.offset().local_minus_utc() / 60;
        // Facts lie in 1999–2052, so a year has four digits.
        self.number(instant.year().unsigned_abs(), 4);
        self.byte(b'-');
        self.number(instant.month(), 2);
        self.byte(b'-');
        self.number(instant.day(), 2);
        self.byte(b'T');
        self.clock(instant.hour(), instant.minute());
        self.byte(b':');
        self.number(instant.second(), 2);
        let fraction = instant.nanosecond() % 1_000_000_000;
        if fraction > 0 {
            self.byte(b'.');
            self.number(fraction, 9);
        }
        self.byte(if offset_min < 0 { b'-' } else { b'+' });
        self.clock(offset_min.unsigned_abs() / 60, offset_min.unsigned_abs() % 60);
    }

    fn clock(&mut self, hours: u32, minutes: u32) {
        self.number(hours, 2);
        self.byte(b':');
        self.number(minutes, 2);
    }

    fn number(&mut self, number: u32, digits: u32) {
        for place in (0..digits).rev() {
            let digit = number / 10_u32.pow(place) % 10;
            self.byte(b'0' + u8::try_from(digit).unwrap_or_default());
        }
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
