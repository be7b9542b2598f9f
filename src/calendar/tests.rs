//! Tables of days and hours that anybody can look up.

mod hours_and_zones;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Weekday};
use rstest::rstest;

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn instant(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

/// The working days of `US`, of `DE-BY`, or of nowhere (`-`).
fn calendar(place: &str) -> WorkCalendar {
    closed(place, &[])
}

fn closed(place: &str, closures: &[(&str, &str)]) -> WorkCalendar {
    let at = (place != "-").then(|| {
        let (country, subdivision) = place.split_once('-').unzip();
        region(country.unwrap_or(place), subdivision).unwrap()
    });
    let closures = closures.iter().map(|(from, to)| Closure {
        from: date(from),
        to: date(to),
    });
    WorkCalendar::new(at, closures.collect())
}

fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

#[rstest]
#[case::bavarian_corpus_christi("DE-BY", "2026-06-04", Some("Corpus Christi"))]
#[case::no_corpus_christi_in_berlin("DE-BE", "2026-06-04", None)]
#[case::nor_nationwide("DE", "2026-06-04", None)]
#[case::memorial_day("US", "2026-05-25", Some("Memorial Day"))]
#[case::juneteenth_on_a_saturday_is_kept_on_friday(
    "US",
    "2027-06-18",
    Some("Juneteenth National Independence Day (observed)")
)]
#[case::independence_day_on_a_saturday_is_kept_on_friday(
    "US",
    "2026-07-03",
    Some("Independence Day (observed)")
)]
#[case::early_may_bank_holiday("GB-ENG", "2026-05-04", Some("May Day"))]
#[case::spring_bank_holiday("GB-ENG", "2026-05-25", Some("Spring Bank Holiday"))]
#[case::easter_monday_in_england("GB-ENG", "2026-04-06", Some("Easter Monday"))]
#[case::and_in_london("GB-LND", "2026-04-06", Some("Easter Monday"))]
#[case::saint_john_in_barcelona("ES-B", "2026-06-24", Some("Saint John the Baptist"))]
#[case::not_in_madrid("ES-M", "2026-06-24", None)]
#[case::not_in_scotland("GB-SCT", "2026-04-06", None)]
#[case::christmas("US", "2026-12-25", Some("Christmas Day"))]
#[case::two_on_one_day("DE", "2008-05-01", Some("Ascension Day and Labor Day"))]
#[case::a_holiday_on_a_saturday_is_a_saturday("US", "2027-06-19", Some("Saturday"))]
#[case::friday_in_dubai_before_2022("AE", "2021-12-10", Some("Friday"))]
#[case::sunday_in_dubai_before_2022("AE", "2021-12-12", None)]
#[case::friday_in_dubai_since_2022("AE", "2022-01-07", None)]
#[case::sunday_in_dubai_since_2022("AE", "2022-01-09", Some("Sunday"))]
#[case::friday_in_riyadh("SA", "2026-03-06", Some("Friday"))]
#[case::sunday_in_riyadh("SA", "2026-03-08", None)]
#[case::hungarian_working_saturday("HU", "2026-01-10", None)]
#[case::the_friday_that_it_makes_up_for("HU", "2026-01-02", Some("Day off (for Saturday 10 January)"))]
#[case::another_hungarian_saturday("HU", "2026-01-17", Some("Saturday"))]
#[case::no_region_knows_no_christmas("-", "2026-12-25", None)]
#[case::no_region_knows_sundays("-", "2026-12-27", Some("Sunday"))]
#[case::before_the_years_on_file("US", "1999-12-24", None)]
#[case::a_weekend_before_the_years_on_file("AE", "1999-12-31", Some("Friday"))]
#[case::after_the_years_on_file("US", "2051-12-25", None)]
#[case::the_last_day_on_file("US", "2050-12-31", Some("Saturday"))]
#[case::the_first_day_on_file("SA", "2000-01-06", Some("Thursday"))]
fn days_off(#[case] place: &str, #[case] day: &str, #[case] why: Option<&str>) {
    let calendar = calendar(place);
    let found = calendar.day_off(date(day)).map(|off| off.why.to_string());
    assert_eq!(found.as_deref(), why);
    assert_eq!(calendar.is_working_day(date(day)), why.is_none());
}

#[test]
fn a_closure_is_named_after_weekends_and_holidays() {
    let calendar = closed(
        "US",
        &[("2026-12-24", "2027-01-01"), ("2026-06-02", "2026-06-01")],
    );
    let off = calendar.days_off_between(date("2026-12-23"), date("2026-12-28"));
    let told: Vec<_> = off
        .iter()
        .map(|off| format!("{} {}", off.date, off.why))
        .collect();
    assert_eq!(
        told,
        [
            "2026-12-24 closed at the employer's",
            "2026-12-25 Christmas Day",
            "2026-12-26 Saturday",
            "2026-12-27 Sunday",
            "2026-12-28 closed at the employer's",
        ]
    );
    assert!(
        calendar.is_working_day(date("2026-06-01")),
        "a closure that ends before it starts closes nothing"
    );
}

#[rstest]
#[case::a_week_on("US", "2026-03-02", 5, "2026-03-09")]
#[case::none_is_the_day_itself_even_a_sunday("US", "2026-03-01", 0, "2026-03-01")]
#[case::friday_to_monday("-", "2026-03-06", 1, "2026-03-09")]
#[case::from_a_saturday("-", "2026-03-07", 1, "2026-03-09")]
#[case::over_memorial_day("US", "2026-05-18", 5, "2026-05-26")]
#[case::the_holiday_is_not_nationwide("DE", "2026-06-03", 1, "2026-06-04")]
#[case::over_corpus_christi("DE-BY", "2026-06-03", 1, "2026-06-05")]
#[case::onto_a_working_saturday("HU", "2026-01-09", 1, "2026-01-10")]
#[case::over_easter_in_england("GB-ENG", "2026-04-02", 1, "2026-04-07")]
#[case::past_the_end_of_the_data("US", "2050-12-30", 2, "2051-01-03")]
#[case::a_thousand("-", "2026-03-02", 1000, "2029-12-31")]
fn nth_working_day(#[case] place: &str, #[case] from: &str, #[case] n: u32, #[case] expected: &str) {
    let calendar = calendar(place);
    assert_eq!(calendar.nth_working_day_after(date(from), n), date(expected));
    assert_eq!(calendar.working_days_between(date(from), date(expected)), n);
}

#[rstest]
#[case::a_working_day_stays("US", "2026-05-22", "2026-05-22")]
#[case::over_a_long_weekend("US", "2026-05-23", "2026-05-26")]
#[case::friday_in_riyadh("SA", "2026-03-06", "2026-03-08")]
fn roll(#[case] place: &str, #[case] day: &str, #[case] expected: &str) {
    assert_eq!(calendar(place).roll(date(day)), date(expected));
}

#[test]
fn nothing_lies_between_a_day_and_an_earlier_one() {
    let calendar = calendar("US");
    assert_eq!(
        calendar.working_days_between(date("2026-03-09"), date("2026-03-02")),
        0
    );
    assert_eq!(
        calendar.days_off_between(date("2026-03-09"), date("2026-03-02")),
        []
    );
    assert_eq!(
        calendar.working_days_between(date("2026-03-09"), date("2026-03-09")),
        0
    );
}

#[test]
fn a_walk_without_working_days_ends() {
    let for_ever = WorkCalendar::new(
        None,
        vec![Closure {
            from: NaiveDate::MIN,
            to: NaiveDate::MAX,
        }],
    );
    let start = date("2026-03-02");
    assert!(for_ever.roll(start) > start);
    assert!(for_ever.nth_working_day_after(start, u32::MAX) > start);
    let now = instant("2026-03-02T10:00:00Z");
    assert!(Hours::Office.slot(&for_ever, &Zone::utc(), now) > now);
    assert_eq!(
        calendar("US").nth_working_day_after(NaiveDate::MAX, 3),
        NaiveDate::MAX
    );
}

#[rstest]
#[case::christian("US", 2026, true)]
#[case::jewish_and_muslim("IL", 2026, false)]
#[case::orthodox("RU", 2026, false)]
#[case::not_known_where("-", 2026, true)]
#[case::no_calendar("HM", 2026, true)]
#[case::no_calendar_for_that_year("LK", 2027, true)]
#[case::after_the_years_on_file("IL", 2051, true)]
fn keeps_christmas(#[case] place: &str, #[case] year: i32, #[case] expected: bool) {
    assert_eq!(calendar(place).keeps_christmas(year), expected);
}

#[test]
fn a_year_of_bavaria() {
    let year = calendar_of(&region("DE", Some("by")).unwrap(), 2026);
    assert_eq!(year.weekend, [Weekday::Sat, Weekday::Sun]);
    assert_eq!(year.holidays.len(), 12, "nine nationwide, three Bavarian");
    assert_eq!(
        year.holidays[1],
        NamedDay {
            date: date("2026-01-06"),
            name: "Epiphany"
        }
    );
    assert_eq!(year.working_weekend_days, []);
    assert_eq!(
        year.working_days,
        261 - 9,
        "three of the twelve fall on a weekend"
    );
}

#[test]
fn a_year_with_working_saturdays() {
    let year = calendar_of(&region("HU", None).unwrap(), 2026);
    let first = NamedDay {
        date: date("2026-01-10"),
        name: "Working day (for Friday 2 January)",
    };
    assert_eq!(year.working_weekend_days.first(), Some(&first));
}

#[test]
fn weekends_by_year() {
    let emirates = region("AE", None).unwrap();
    assert_eq!(emirates.weekend(2021), [Weekday::Fri, Weekday::Sat]);
    assert_eq!(emirates.weekend(2022), [Weekday::Sat, Weekday::Sun]);
    assert_eq!(emirates.weekend(i32::MAX), [Weekday::Sat, Weekday::Sun]);
}

#[rstest]
#[case::with_prefix("DE", "DE-BY", Some("DE-BY"), true)]
#[case::without("DE", "BY", Some("DE-BY"), true)]
#[case::lower_case("de", "de-by", Some("DE-BY"), true)]
#[case::by_name("DE", "Bayern", Some("DE-BY"), true)]
#[case::known_to_the_source_alone("BR", "São Paulo Capital", Some("BR-São Paulo Capital"), true)]
#[case::known_to_iso_alone("FR", "FR-IDF", Some("FR-IDF"), false)]
#[case::with_the_days_of_england("GB", "GB-LND", Some("GB-LND"), true)]
fn regions(#[case] country: &str, #[case] asked: &str, #[case] code: Option<&str>, #[case] own: bool) {
    let found = region(country, Some(asked)).unwrap();
    assert_eq!(
        (found.subdivision(), found.subdivision_has_calendar()),
        (code, own)
    );
}

#[rstest]
#[case::familiar("UK", None, RegionError::UnknownCountry { nearest: Some("GB".into()) })]
#[case::three_letters("USA", None, RegionError::UnknownCountry { nearest: Some("US".into()) })]
#[case::a_name("Germny", None, RegionError::UnknownCountry { nearest: Some("DE".into()) })]
#[case::nobody("XX", None, RegionError::UnknownCountry { nearest: None })]
#[case::empty("", None, RegionError::UnknownCountry { nearest: None })]
#[case::elsewhere("US", Some("DE-BY"), RegionError::SubdivisionOfAnotherCountry { country: "DE".into() })]
#[case::misspelt("DE", Some("Bayren"), RegionError::UnknownSubdivision { nearest: Some("DE-BY".into()) })]
#[case::none_such("US", Some("ZZ"), RegionError::UnknownSubdivision { nearest: None })]
#[case::blank("US", Some(""), RegionError::UnknownSubdivision { nearest: None })]
fn no_regions(#[case] country: &str, #[case] subdivision: Option<&str>, #[case] expected: RegionError) {
    assert_eq!(region(country, subdivision), Err(expected));
}

#[test]
fn every_country_and_subdivision_can_be_asked_for() {
    assert_eq!(countries().len(), 250, "the 249 of ISO 3166-1 and Kosovo");
    assert!(countries().is_sorted_by_key(Country::code));
    for country in countries() {
        let alone = region(country.code(), None).unwrap();
        assert_eq!(
            calendar_of(&alone, 2026).holidays.is_empty(),
            country.years().is_none_or(|y| *y.end() < 2026)
        );
        for code in country.subdivisions().chain(country.other_subdivisions()) {
            assert_eq!(
                region(country.code(), Some(code)).unwrap().subdivision(),
                Some(code)
            );
        }
        let own = country
            .subdivisions()
            .map(|code| region(country.code(), Some(code)).unwrap());
        assert!(own.into_iter().all(|own| own.subdivision_has_calendar()));
    }
}

#[test]
fn whose_calendars_are_thin() {
    let thin = countries()
        .iter()
        .filter(|country| country.full_until() != Some(2050));
    let thin: Vec<_> = thin
        .filter_map(|country| Some((country.code(), country.full_until()?)))
        .collect();
    assert_eq!(
        thin,
        [
            ("IN", 2035),
            ("LK", 2026),
            ("MU", 2035),
            ("NP", 2035),
            ("RU", 2027),
            ("UA", 2021)
        ]
    );
}

#[test]
fn the_edition_is_the_one_in_the_files() {
    let (_, germany) = holiday_files::HOLIDAY_FILES
        .iter()
        .find(|(code, _)| *code == "DE")
        .unwrap();
    let Edition {
        source,
        version,
        licence,
        ..
    } = edition();
    assert!(germany.contains(&format!("{source}, PyPI holidays {version}, licence {licence}")));
}
