//! What holds of every calendar that a schedule is exported as.

use chrono::TimeDelta;
use followup::export::ics;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::cases::Case;
use super::interviews::any_interview;
use super::{Instant, at, pending};

/// The calendar of a case at an instant, its lines unfolded; none where nothing is left to do.
fn lines(case: &Case, as_of: Instant) -> Result<Option<Vec<String>>, TestCaseError> {
    let plan = at(case, as_of);
    let Some(calendar) = ics(&case.checked.interview, &plan.schedule) else {
        prop_assert_eq!(
            pending(&plan).count(),
            0,
            "there is no calendar, but something to do"
        );
        return Ok(None);
    };
    prop_assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    for line in calendar.split_terminator("\r\n") {
        prop_assert!(line.len() <= 75, "{} octets: {line}", line.len());
        prop_assert!(!line.contains(char::is_control), "{line:?}");
    }
    let whole = calendar.replace("\r\n ", "");
    Ok(Some(whole.split_terminator("\r\n").map(str::to_owned).collect()))
}

fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.strip_prefix(name)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_calendar_has_an_entry_for_each_pending_step_at_its_moment(case in any_interview()) {
        let plan = at(&case, case.checked.as_of);
        let Some(lines) = lines(&case, case.checked.as_of)? else { return Ok(()) };
        let mut expected: Vec<_> = pending(&plan)
            .map(|step| (step.act_at.unwrap().to_utc().format("%Y%m%dT%H%M%SZ").to_string(), format!("{}@followup.invalid", step.id)))
            .collect();
        let uids = values(&lines, "UID:").into_iter().filter(|uid| !uid.starts_with("alarm."));
        let mut found: Vec<_> = values(&lines, "DTSTART:")
            .into_iter()
            .zip(uids)
            .map(|(start, uid)| (start.to_owned(), uid.to_owned()))
            .collect();
        expected.sort();
        found.sort();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_later_calendar_never_stands_below(case in any_interview(), seconds in 1_i64..40_000_000) {
        let as_of = case.checked.as_of;
        let sequences = |lines: Vec<String>| -> Vec<u32> {
            values(&lines, "SEQUENCE:").iter().map(|value| value.parse().unwrap()).collect()
        };
        let (Some(earlier), Some(later)) = (lines(&case, as_of)?, lines(&case, as_of + TimeDelta::seconds(seconds))?) else {
            return Ok(());
        };
        prop_assert!(sequences(earlier).iter().max() < sequences(later).iter().min());
    }
}
