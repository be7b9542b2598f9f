//! Instants on the wire: RFC 3339 with a numeric offset, `+00:00` rather than `Z`, since a local hour is meant.

use chrono::{DateTime, Datelike, FixedOffset, SecondsFormat, Timelike};
use serde::Serializer;

use crate::json::WriteJson;

/// Writes an instant as RFC 3339, with fractions of a second only where there are some.
pub(crate) fn serialize<S: Serializer>(
    instant: &DateTime<FixedOffset>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if instant.nanosecond() > 0 {
        return serializer.serialize_str(&instant.to_rfc3339_opts(SecondsFormat::Nanos, false));
    }
    match std::str::from_utf8(&text(instant)) {
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

impl WriteJson for DateTime<FixedOffset> {
    fn write_json(&self, out: &mut Vec<u8>) {
        if self.nanosecond() > 0 {
            return self.to_rfc3339_opts(SecondsFormat::Nanos, false).write_json(out);
        }
        out.push(b'"');
        out.extend_from_slice(&text(self));
        out.push(b'"');
    }
}

/// `2026-03-09T10:00:00-08:00`. By hand, since an answer holds some thirty instants and general formatting of each shows in
/// its cost.
fn text(instant: &DateTime<FixedOffset>) -> [u8; 25] {
    let local = instant.naive_local();
    // Facts lie in 1999–2052, so a year has four digits.
    let (year, month, day) = (local.year().unsigned_abs(), local.month(), local.day());
    let second = local.num_seconds_from_midnight();
    let offset_min = instant.offset().local_minus_utc() / 60;
    let sign = if offset_min < 0 { b'-' } else { b'+' };
    let offset_min = offset_min.unsigned_abs();
    let pair = |number: u32| (b'0' + (number / 10 % 10) as u8, b'0' + (number % 10) as u8);
    let ((y0, y1), (y2, y3)) = (pair(year / 100), pair(year % 100));
    let ((o0, o1), (d0, d1)) = (pair(month), pair(day));
    let ((h0, h1), (m0, m1), (s0, s1)) = (pair(second / 3600), pair(second / 60 % 60), pair(second % 60));
    let ((a0, a1), (a2, a3)) = (pair(offset_min / 60), pair(offset_min % 60));
    #[rustfmt::skip]
    let text = [
        y0, y1, y2, y3, b'-', o0, o1, b'-', d0, d1, b'T', h0, h1, b':', m0, m1, b':', s0, s1, sign, a0, a1, b':', a2, a3,
    ];
    text
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use crate::json::WriteJson;

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
            let mut json = Vec::new();
            instant.write_json(&mut json);
            assert_eq!(String::from_utf8(json).unwrap(), format!("\"{text}\""));
        }
    }
}
