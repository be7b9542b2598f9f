//! Time zones: what a clock on the wall shows at an instant, and the other way round.

mod database;

use std::fmt;

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset as _, Timelike, Utc,
};
use jiff::tz::{AmbiguousOffset, TimeZone};

use self::database::Named;

/// A name longer than this is no zone's (the longest in the database has 32 characters) and is not compared
/// with any.
const LONGEST_NAME_CHARS: usize = 64;

/// How alike (0 to 1) a name must be to be offered in place of an unknown one.
const LEAST_LIKENESS: f64 = 0.75;

/// A time zone: one of the IANA database, or a fixed offset from UTC. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Zone(Rules);

#[derive(Clone, Copy)]
enum Rules {
    Named(&'static Named),
    Fixed(FixedOffset),
}

/// No zone of the IANA database has this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownZone {
    /// The name in the database that comes closest, where one comes close.
    pub nearest: Option<String>,
}

impl Zone {
    /// The zone of that name in the IANA database, in whatever case it is written.
    ///
    /// # Errors
    /// [`UnknownZone`] where the database has no such name; it offers the nearest one.
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        if name.len() > LONGEST_NAME_CHARS {
            return Err(UnknownZone { nearest: None });
        }
        match database::find(name) {
            Some(zone) => Ok(Self(Rules::Named(zone))),
            None => Err(UnknownZone {
                nearest: nearest_name(name),
            }),
        }
    }

    /// The zone that keeps one offset from UTC all year.
    #[must_use]
    pub fn fixed(offset: FixedOffset) -> Self {
        Self(Rules::Fixed(offset))
    }

    /// Coordinated Universal Time, under its IANA name.
    #[must_use]
    pub fn utc() -> Self {
        Self(Rules::Named(database::utc()))
    }

    /// Its name: `Europe/Paris`, or `+02:00` for a fixed offset.
    #[must_use]
    pub fn name(&self) -> String {
        self.to_string()
    }

    /// Whether it is a mere offset, which knows no summer time.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        matches!(self.0, Rules::Fixed(_))
    }

    /// The instant at which clocks there show that time on that date.
    ///
    /// A time that the clocks skip stands for the first instant after the gap, one that they show twice for
    /// the earlier. Beyond the years that can be told (±9999) it stops at the edge.
    #[must_use]
    pub fn at(&self, date: NaiveDate, time: NaiveTime) -> DateTime<FixedOffset> {
        let wall = date.and_time(time);
        match self.0 {
            Rules::Fixed(offset) => instant(wall, offset),
            Rules::Named(zone) => zone
                .instant_at(wall)
                .unwrap_or_else(|| far_instant(zone.rules(), wall)),
        }
    }

    /// The same instant, told in the offset that this zone keeps at that moment.
    #[must_use]
    pub fn local(&self, instant: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        let offset = match self.0 {
            Rules::Fixed(offset) => offset,
            Rules::Named(zone) => zone
                .offset_at(instant.timestamp())
                .unwrap_or_else(|| chrono_offset(zone.rules().to_offset(timestamp(instant)))),
        };
        // At the very edge of chrono's years the wall clock would not be a date any more.
        match instant.naive_utc().checked_add_offset(offset) {
            Some(_) => instant.with_timezone(&offset),
            None => instant,
        }
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        match (self.0, other.0) {
            (Rules::Named(one), Rules::Named(other)) => one.name == other.name,
            (Rules::Fixed(one), Rules::Fixed(other)) => one == other,
            (Rules::Named(_), Rules::Fixed(_)) | (Rules::Fixed(_), Rules::Named(_)) => false,
        }
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({self})")
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Rules::Named(zone) => f.write_str(&zone.name),
            Rules::Fixed(offset) => write!(f, "{offset}"),
        }
    }
}

impl fmt::Display for UnknownZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.nearest {
            Some(nearest) => write!(f, "no such time zone in the IANA database; perhaps {nearest}"),
            None => f.write_str("no such time zone in the IANA database"),
        }
    }
}

impl std::error::Error for UnknownZone {}

/// The name that comes closest, whether the whole was written or the place alone (`Berlin`, `New York`).
fn nearest_name(name: &str) -> Option<String> {
    let asked = bare(name);
    if asked.is_empty() {
        return None;
    }
    let likeness = |known: &str| {
        let known = bare(known);
        if asked.contains('/') {
            return strsim::normalized_levenshtein(&asked, &known);
        }
        let place = known.rsplit('/').next().unwrap_or_default();
        strsim::normalized_levenshtein(&asked, &known).max(strsim::normalized_levenshtein(&asked, place))
    };
    let best = database::names().map(|known| (likeness(known), known));
    let (score, known) = best.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    (score >= LEAST_LIKENESS).then(|| known.to_owned())
}

/// Letters, digits and slashes alone, in lower case: how people misspell a zone's name.
fn bare(name: &str) -> String {
    let kept = name.chars().filter(|c| c.is_alphanumeric() || *c == '/');
    kept.flat_map(char::to_lowercase).collect()
}

/// The instant at which clocks show `wall`, in years that are not laid out.
fn far_instant(zone: &TimeZone, wall: NaiveDateTime) -> DateTime<FixedOffset> {
    match zone.to_ambiguous_timestamp(civil(wall)).offset() {
        AmbiguousOffset::Unambiguous { offset } | AmbiguousOffset::Fold { before: offset, .. } => {
            instant(wall, chrono_offset(offset))
        }
        // Counted with the offset that holds after the gap, the skipped time lies just before it.
        AmbiguousOffset::Gap { after, .. } => {
            let before_gap = instant(wall, chrono_offset(after));
            let end_of_gap = zone
                .following(timestamp(before_gap))
                .next()
                .map(|change| change.timestamp());
            match end_of_gap.and_then(|end| DateTime::from_timestamp(end.as_second(), 0)) {
                Some(end) => end.with_timezone(&chrono_offset(after)),
                None => before_gap,
            }
        }
    }
}

/// The instant at which a clock with that offset shows `wall`, or the edge of chrono's years.
fn instant(wall: NaiveDateTime, offset: FixedOffset) -> DateTime<FixedOffset> {
    let edge = if wall.year() < 0 {
        DateTime::<Utc>::MIN_UTC
    } else {
        DateTime::<Utc>::MAX_UTC
    };
    let utc = wall.checked_sub_offset(offset);
    utc.map_or(edge.fixed_offset(), |utc| {
        DateTime::from_naive_utc_and_offset(utc, offset)
    })
}

/// To jiff, at whole seconds, clamped to the years that it knows.
fn timestamp(instant: DateTime<FixedOffset>) -> jiff::Timestamp {
    let edge = if instant.timestamp() < 0 {
        jiff::Timestamp::MIN
    } else {
        jiff::Timestamp::MAX
    };
    jiff::Timestamp::from_second(instant.timestamp()).unwrap_or(edge)
}

/// To jiff, at whole seconds, clamped to the years that it knows.
fn civil(wall: NaiveDateTime) -> jiff::civil::DateTime {
    let edge = if wall.year() < 0 {
        jiff::civil::DateTime::MIN
    } else {
        jiff::civil::DateTime::MAX
    };
    let small = |n: u32| i8::try_from(n).unwrap_or_default();
    let year = i16::try_from(wall.year()).ok();
    let date = year.and_then(|y| jiff::civil::Date::new(y, small(wall.month()), small(wall.day())).ok());
    let time = jiff::civil::Time::new(small(wall.hour()), small(wall.minute()), small(wall.second()), 0).ok();
    date.zip(time).map_or(edge, |(date, time)| date.to_datetime(time))
}

/// From jiff; both count seconds east of UTC, and no zone strays a whole day.
fn chrono_offset(offset: jiff::tz::Offset) -> FixedOffset {
    FixedOffset::east_opt(offset.seconds()).unwrap_or_else(|| Utc.fix())
}
