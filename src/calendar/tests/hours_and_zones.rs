//! Wall clocks, the hours in which one writes, and what holds of any date.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};
use proptest::prelude::*;
use rstest::rstest;

use super::super::*;
use super::{calendar, date, instant, time, zone};

#[rstest]
#[case::gap("America/New_York", "2026-03-08", "02:30", "2026-03-08T03:00:00-04:00")]
#[case::gap_from_its_first_minute("America/New_York", "2026-03-08", "02:00", "2026-03-08T03:00:00-04:00")]
#[case::gap_beyond_the_table("America/New_York", "2055-03-14", "02:30", "2055-03-14T03:00:00-04:00")]
#[case::half_an_hour("Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-04T02:30:00+11:00")]
#[case::gap_at_midnight("America/Santiago", "2026-09-06", "00:00", "2026-09-06T01:00:00-03:00")]
#[case::gap_at_midnight_in_beirut("Asia/Beirut", "2026-03-29", "00:00", "2026-03-29T01:00:00+03:00")]
#[case::a_whole_day_skipped("Pacific/Apia", "2011-12-30", "10:00", "2011-12-31T00:00:00+14:00")]
#[case::fold("America/New_York", "2026-11-01", "01:30", "2026-11-01T01:30:00-04:00")]
#[case::summer("Europe/Paris", "2026-07-01", "09:00", "2026-07-01T09:00:00+02:00")]
// British Columbia stays on summer time from 2026 on: tzdata before 2026a still had it fall back to -08:00.
#[case::vancouver("America/Vancouver", "2026-11-02", "10:00", "2026-11-02T10:00:00-07:00")]
fn wall_clocks(#[case] name: &str, #[case] day: &str, #[case] clock: &str, #[case] expected: &str) {
    let at = zone(name).at(date(day), time(clock));
    assert_eq!(at.to_rfc3339(), expected);
    assert_eq!(
        zone(name)
            .local(at.with_timezone(&Utc).fixed_offset())
            .to_rfc3339(),
        expected
    );
}

#[test]
fn a_fixed_offset_is_a_zone() {
    let two_hours = Zone::fixed(FixedOffset::east_opt(7_200).unwrap());
    assert_eq!((two_hours.name(), two_hours.is_fixed()), ("+02:00".into(), true));
    assert_eq!(
        two_hours.at(date("2026-01-05"), time("09:00")),
        instant("2026-01-05T09:00:00+02:00")
    );
    assert_eq!(
        (Zone::utc().name(), Zone::utc().is_fixed()),
        ("UTC".into(), false)
    );
}

#[rstest]
#[case::another_case("europe/paris", Ok("Europe/Paris"))]
#[case::without_underscore("America/NewYork", Err(Some("America/New_York")))]
#[case::a_space("America/New York", Err(Some("America/New_York")))]
#[case::the_place_alone("Berlin", Err(Some("Europe/Berlin")))]
#[case::no_place_at_all("Mars/Olympus", Err(None))]
#[case::empty("", Err(None))]
#[case::what_jiff_takes_for_utc("Etc/Unknown", Err(None))]
fn zones_by_name(#[case] asked: &str, #[case] expected: Result<&str, Option<&str>>) {
    let found = Zone::named(asked).map(|zone| zone.name());
    let expected = expected.map(str::to_owned);
    assert_eq!(
        found,
        expected.map_err(|nearest| UnknownZone {
            nearest: nearest.map(str::to_owned)
        })
    );
}

#[test]
fn a_long_name_is_compared_with_none() {
    assert_eq!(
        Zone::named(&"Europe/Paris".repeat(1000)),
        Err(UnknownZone { nearest: None })
    );
}

#[test]
fn the_edges_of_time_are_no_panic() {
    let edges = [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC].map(|edge| edge.fixed_offset());
    let offsets = [-86_399, 0, 86_399].map(|seconds| Zone::fixed(FixedOffset::east_opt(seconds).unwrap()));
    for zone in offsets
        .into_iter()
        .chain([zone("Pacific/Kiritimati"), zone("Pacific/Pago_Pago")])
    {
        for edge in edges {
            let local = zone.local(edge);
            assert_eq!(local, edge);
            for hours in [Hours::Office, Hours::Phone, Hours::AnyDay] {
                let slot = hours.slot(&calendar("US"), &zone, edge);
                assert!((slot - edge).num_days().abs() <= 5, "{slot}");
            }
        }
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            let noon = day.and_hms_opt(12, 0, 0).unwrap().and_utc();
            assert!((zone.at(day, time("12:00")).to_utc() - noon).num_days().abs() <= 1);
        }
    }
}

#[rstest]
#[case::office_before(Hours::Office, "2026-03-02T07:15:00", "2026-03-02T09:00:00")]
#[case::office_at_its_opening(Hours::Office, "2026-03-02T09:00:00", "2026-03-02T09:00:00")]
#[case::office_within(Hours::Office, "2026-03-02T13:07:11", "2026-03-02T13:07:11")]
#[case::office_at_its_last_second(Hours::Office, "2026-03-02T17:00:00", "2026-03-02T17:00:00")]
#[case::office_a_second_later(Hours::Office, "2026-03-02T17:00:01", "2026-03-03T09:00:00")]
#[case::office_over_a_weekend(Hours::Office, "2026-03-06T18:00:00", "2026-03-09T09:00:00")]
#[case::office_on_a_sunday(Hours::Office, "2026-03-08T12:00:00", "2026-03-09T09:00:00")]
#[case::office_over_memorial_day(Hours::Office, "2026-05-22T17:30:00", "2026-05-26T09:00:00")]
#[case::phone_in_the_morning(Hours::Phone, "2026-03-02T10:30:00", "2026-03-02T10:30:00")]
#[case::phone_until_half_past_eleven(Hours::Phone, "2026-03-02T11:30:00", "2026-03-02T11:30:00")]
#[case::phone_at_noon(Hours::Phone, "2026-03-02T11:30:01", "2026-03-02T14:00:00")]
#[case::phone_in_the_afternoon(Hours::Phone, "2026-03-02T16:00:00", "2026-03-02T16:00:00")]
#[case::phone_afterwards(Hours::Phone, "2026-03-02T16:00:01", "2026-03-03T10:00:00")]
#[case::any_day_on_a_sunday(Hours::AnyDay, "2026-03-08T20:00:00", "2026-03-08T20:00:00")]
#[case::any_day_at_night(Hours::AnyDay, "2026-03-07T20:00:01", "2026-03-08T08:00:00")]
#[case::any_day_on_christmas(Hours::AnyDay, "2026-12-25T03:00:00", "2026-12-25T08:00:00")]
fn slots(#[case] hours: Hours, #[case] from: &str, #[case] expected: &str) {
    let (calendar, zone) = (calendar("US"), zone("America/New_York"));
    let there = |text: &str| {
        let wall: chrono::NaiveDateTime = text.parse().unwrap();
        zone.at(wall.date(), wall.time())
    };
    let slot = hours.slot(&calendar, &zone, there(from).with_timezone(&Utc).fixed_offset());
    assert_eq!(slot.to_rfc3339(), there(expected).to_rfc3339());
    assert_eq!(hours.contains(&calendar, &zone, there(from)), from == expected);
}

#[rstest]
#[case(Hours::Office, "09:00", "17:00", "10:00")]
#[case(Hours::Phone, "10:00", "16:00", "10:30")]
#[case(Hours::AnyDay, "08:00", "20:00", "09:00")]
fn hours_of_a_day(#[case] hours: Hours, #[case] opens: &str, #[case] closes: &str, #[case] best: &str) {
    assert_eq!(
        (hours.opens(), hours.closes(), hours.best_time()),
        (time(opens), time(closes), time(best))
    );
    assert!(
        hours
            .spans()
            .iter()
            .any(|span| span.opens <= hours.best_time() && hours.best_time() <= span.closes)
    );
}

const PLACES: [&str; 8] = ["-", "US", "US-CA", "DE-BY", "HU", "AE", "IL", "CN"];
const ZONES: [&str; 6] = [
    "America/New_York",
    "America/Santiago",
    "Asia/Beirut",
    "Pacific/Chatham",
    "Africa/Cairo",
    "UTC",
];

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (0..19_000_i32).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(729_900 + day).unwrap())
}

fn any_calendar() -> impl Strategy<Value = WorkCalendar> {
    let closure = (any_date(), 0..40_u64).prop_map(|(from, days)| Closure {
        from,
        to: from + chrono::Days::new(days),
    });
    let closures = proptest::collection::vec(closure, 0..9);
    (proptest::sample::select(&PLACES[..]), closures)
        .prop_map(|(place, closures)| WorkCalendar::new(calendar(place).region().copied(), closures))
}

proptest! {
    #[test]
    fn a_slot_is_the_first_moment_within_the_hours(
        calendar in any_calendar(),
        name in proptest::sample::select(&ZONES[..]),
        day in any_date(),
        second in 0..86_400_u32,
        hours in proptest::sample::select(&[Hours::Office, Hours::Phone, Hours::AnyDay][..]),
    ) {
        let zone = zone(name);
        let t = zone.at(day, NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap());
        let slot = hours.slot(&calendar, &zone, t);
        prop_assert!(slot >= t);
        prop_assert!(hours.contains(&calendar, &zone, slot));
        prop_assert_eq!(slot == t, hours.contains(&calendar, &zone, t));
        let just_before = slot - chrono::TimeDelta::seconds(1);
        prop_assert!(slot == t || !hours.contains(&calendar, &zone, just_before));
    }

    #[test]
    fn the_nth_working_day_has_n_working_days_up_to_it(
        calendar in any_calendar(), from in any_date(), n in 1..60_u32,
    ) {
        let day = calendar.nth_working_day_after(from, n);
        prop_assert!(calendar.is_working_day(day));
        prop_assert_eq!(calendar.working_days_between(from, day), n);
        let off = calendar.days_off_between(from, day);
        prop_assert_eq!(i64::try_from(off.len()).unwrap() + i64::from(n), (day - from).num_days());
        prop_assert!(off.iter().all(|off| calendar.day_off(off.date) == Some(*off)));
    }

    #[test]
    fn a_wall_clock_shows_what_was_asked_for_or_the_end_of_a_gap(
        name in proptest::sample::select(&ZONES[..]), day in any_date(), minute in 0..1_440_u32,
    ) {
        let clock = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
        let at = zone(name).at(day, clock);
        let just_before = zone(name).local(at - chrono::TimeDelta::seconds(1));
        prop_assert!(at.naive_local() == day.and_time(clock) || just_before.naive_local() < day.and_time(clock));
        prop_assert_eq!(zone(name).local(at), at);
    }
}
