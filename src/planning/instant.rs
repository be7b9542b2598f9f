//! Instants on the wire: RFC 3339 with a numeric offset, `+00:00` rather than `Z`, since a local hour is meant.

use std::io::Write as _;

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use serde::Serializer;

/// Room for `-262143-12-31T23:59:59.999999999+00:00`.
const LONGEST: usize = 48;

/// Writes an instant as RFC 3339, with fractions of a second only where there are some.
pub(crate) fn serialize<S: Serializer>(
    instant: &DateTime<FixedOffset>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut text = [0_u8; LONGEST];
    let mut rest = &mut text[..];
    // By hand: chrono's own formatting dominated the cost of a plan (dependencies.md, "Serving").
    let offset = instant.offset().local_minus_utc() / 60;
    let fraction = instant.nanosecond() % 1_000_000_000;
    let written = write!(
        rest,
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        instant.year(),
        instant.month(),
        instant.day(),
        instant.hour(),
        instant.minute(),
        instant.second(),
    )
    .and_then(|()| {
        if fraction == 0 {
            Ok(())
        } else {
            write!(rest, ".{fraction:09}")
        }
    })
    .and_then(|()| {
        let sign = if offset < 0 { '-' } else { '+' };
        write!(rest, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
    });
    let left = rest.len();
    match (written, std::str::from_utf8(&text[..LONGEST - left])) {
        (Ok(()), Ok(text)) => serializer.serialize_str(text),
        _ => serializer.collect_str(&instant.format("%+")),
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
