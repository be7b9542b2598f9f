//! The IANA database: its names, and for each zone that was asked for its offsets, laid out once.
//!
//! jiff reads a zone's rules anew for each question, and a plan asks many, all within a few weeks of one another. So the
//! years that facts can lie in are told as a list of changes, and a question is a search in it.

use std::cmp::Ordering;
use std::sync::{LazyLock, OnceLock};

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::chrono_offset;

/// The years that are laid out: all that facts may name (contract.md, "Limits"), and a plan's run beyond them. 1 January 1990 and
/// 2070, in seconds.
const FROM_S: i64 = 631_152_000;
const TO_S: i64 = 3_155_760_000;

/// No clock is further from UTC.
const DAY_S: i64 = 86_400;

/// How long a stretch of these years is, told by its binary logarithm in seconds: 97 days, within which clocks hardly change twice.
const STRETCH_LOG_S: u32 = 23;

/// A zone of the database.
pub(super) struct Named {
    pub(super) name: Box<str>,
    rules: OnceLock<TimeZone>,
    offsets: OnceLock<Offsets>,
}

/// A zone's offsets in the years that are laid out.
#[derive(Default)]
struct Offsets {
    changes: Box<[Change]>,
    /// For each stretch of these years, by place, the last change a day before it begins: a search among all changes would guess
    /// wrong half of the time.
    stretches: Box<[u16]>,
}

/// From when on clocks keep an offset.
struct Change {
    /// The instant, in seconds; the first change of a zone is where the list begins.
    at_s: i64,
    /// What clocks would show at that instant had they not changed, in seconds.
    wall_s: i64,
    offset: FixedOffset,
}

/// jiff takes it for UTC: nobody works there.
const NOWHERE: &str = "Etc/Unknown";

static ZONES: LazyLock<Vec<Named>> = LazyLock::new(|| {
    let names = jiff::tz::db().available();
    let mut zones: Vec<_> = names
        .filter(|name| name.as_str() != NOWHERE)
        .map(|name| Named::new(name.as_str()))
        .collect();
    zones.sort_unstable_by(|one, other| compare(&one.name, &other.name));
    zones
});

static UTC: LazyLock<Named> = LazyLock::new(|| Named::new("UTC"));

/// The zone of that name, in whatever case it is written.
pub(super) fn find(name: &str) -> Option<&'static Named> {
    let at = ZONES.binary_search_by(|zone| compare(&zone.name, name)).ok()?;
    ZONES.get(at)
}

/// Coordinated Universal Time.
pub(super) fn utc() -> &'static Named {
    &UTC
}

/// All names.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    ZONES.iter().map(|zone| &*zone.name)
}

fn compare(one: &str, other: &str) -> Ordering {
    let lower = |byte: u8| byte.to_ascii_lowercase();
    one.bytes().map(lower).cmp(other.bytes().map(lower))
}

impl Named {
    fn new(name: &str) -> Self {
        Self {
            name: name.into(),
            rules: OnceLock::new(),
            offsets: OnceLock::new(),
        }
    }

    /// Its rules, for years that are not laid out.
    pub(super) fn rules(&self) -> &TimeZone {
        let read = || jiff::tz::db().get(&self.name).unwrap_or(TimeZone::UTC);
        self.rules.get_or_init(read)
    }

    /// The offset at that instant, in seconds; none outside of the years that are laid out.
    pub(super) fn offset_at(&self, instant_s: i64) -> Option<FixedOffset> {
        if !(FROM_S..TO_S).contains(&instant_s) {
            return None;
        }
        let change = self.offsets().last(instant_s, |change| change.at_s)?;
        Some(change.offset)
    }

    /// The instant at which clocks there show that time; the first after a gap that it falls into, the earlier of two. None outside
    /// of the years that are laid out.
    pub(super) fn instant_at(&self, wall: NaiveDateTime) -> Option<DateTime<FixedOffset>> {
        let wall_s = wall.and_utc().timestamp();
        if !(FROM_S + DAY_S..TO_S - DAY_S).contains(&wall_s) {
            return None;
        }
        let Change { at_s, offset, .. } = self.offsets().last(wall_s, |change| change.wall_s)?;
        if wall_s - i64::from(offset.local_minus_utc()) < *at_s {
            return Some(DateTime::from_timestamp(*at_s, 0)?.with_timezone(offset));
        }
        let utc = wall.checked_sub_offset(*offset)?;
        Some(DateTime::from_naive_utc_and_offset(utc, *offset))
    }

    fn offsets(&self) -> &Offsets {
        self.offsets.get_or_init(|| match self.lay_out() {
            Some(changes) => Offsets::of(changes),
            None => Offsets::default(),
        })
    }

    /// None only if jiff did not know these years.
    fn lay_out(&self) -> Option<Box<[Change]>> {
        let begin = Timestamp::from_second(FROM_S).ok()?;
        let mut offset = chrono_offset(self.rules().to_offset(begin));
        let mut changes = vec![Change {
            at_s: FROM_S,
            wall_s: FROM_S + i64::from(offset.local_minus_utc()),
            offset,
        }];
        for transition in self.rules().following(begin) {
            let at_s = transition.timestamp().as_second();
            if at_s >= TO_S {
                break;
            }
            let wall_s = at_s + i64::from(offset.local_minus_utc());
            offset = chrono_offset(transition.offset());
            changes.push(Change { at_s, wall_s, offset });
        }
        Some(changes.into())
    }
}

impl Offsets {
    fn of(changes: Box<[Change]>) -> Self {
        let begins = (FROM_S..TO_S).step_by(1 << STRETCH_LOG_S);
        let last_before = |begin: i64| {
            let after = changes.partition_point(|change| change.at_s <= begin - DAY_S);
            u16::try_from(after.saturating_sub(1)).unwrap_or_default()
        };
        let stretches = begins.map(last_before).collect();
        Self { changes, stretches }
    }

    /// The last change up to a moment of these years, by the instants of changes or by what clocks showed.
    fn last(&self, moment_s: i64, of: impl Fn(&Change) -> i64) -> Option<&Change> {
        let stretch = usize::try_from((moment_s - FROM_S) >> STRETCH_LOG_S).ok()?;
        let known = usize::from(*self.stretches.get(stretch)?);
        let from = self.changes.get(known..)?;
        let passed = from.iter().skip(1).take_while(|change| of(change) <= moment_s);
        from.get(passed.count())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Zone, timestamp};
    use super::*;

    #[test]
    fn what_is_laid_out_is_what_the_rules_say_round_every_change_of_every_zone() {
        let mut compared = 0;
        for zone in ZONES.iter() {
            let within = FROM_S + 3 * DAY_S..TO_S - 3 * DAY_S;
            for change in zone
                .offsets()
                .changes
                .iter()
                .filter(|change| within.contains(&change.at_s))
            {
                for near_s in [
                    -90_000, -7_200, -3_600, -1_800, -1, 0, 1, 1_800, 3_600, 7_200, 90_000,
                ] {
                    let at = DateTime::from_timestamp(change.at_s + near_s, 0).unwrap();
                    let by_rules = chrono_offset(zone.rules().to_offset(timestamp(at.fixed_offset())));
                    assert_eq!(
                        zone.offset_at(at.timestamp()),
                        Some(by_rules),
                        "{} at {at}",
                        zone.name
                    );
                    let wall = DateTime::from_timestamp(change.wall_s + near_s, 0)
                        .unwrap()
                        .naive_utc();
                    let found = zone.instant_at(wall).unwrap();
                    assert_eq!(
                        zone.offset_at(found.timestamp()),
                        Some(*found.offset()),
                        "{} at {wall}",
                        zone.name
                    );
                    if found.naive_local() != wall {
                        // The clocks skip it: then it is the end of the gap that counts.
                        assert!(found.naive_local() > wall, "{} at {wall}", zone.name);
                        assert_eq!(found.timestamp(), change.at_s, "{} at {wall}", zone.name);
                    }
                    // Of two instants it is the earlier.
                    for offset in zone.offsets().changes.iter().map(|change| change.offset) {
                        let other_s = wall.and_utc().timestamp() - i64::from(offset.local_minus_utc());
                        let shows_it = zone.offset_at(other_s) == Some(offset);
                        assert!(
                            !shows_it || found.timestamp() <= other_s,
                            "{} at {wall}",
                            zone.name
                        );
                    }
                    compared += 1;
                }
            }
        }
        assert!(compared > 100_000, "{compared}");
    }

    #[test]
    fn years_that_are_not_laid_out_have_their_offsets_too() {
        for (wall, expected) in [
            ("1985-07-01T12:00:00", "+02:00"),
            ("2080-07-01T12:00:00", "+02:00"),
            ("2080-01-01T12:00:00", "+01:00"),
        ] {
            let wall: NaiveDateTime = wall.parse().unwrap();
            let zone = Zone::named("Europe/Berlin").unwrap();
            let at = zone.at(wall.date(), wall.time());
            assert_eq!(at.offset().to_string(), expected, "{wall}");
            assert_eq!(
                zone.local(at.to_utc().fixed_offset()).offset().to_string(),
                expected,
                "{wall}"
            );
        }
    }
}
