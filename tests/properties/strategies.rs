//! What holds of every comparison of strategies: each entry is a plan, and fitness follows from what is shown.

use followup::facts::{Purpose, Strategy};
use followup::guidance::Reason;
use followup::planning::{ComparedStrategy, PlannedCheckIn, StrategyComparison, compare_strategies};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use super::cases::Case;
use super::interviews::any_interview;
use super::sentences::is_one_plain_line;
use super::{find, planned};

fn compared(case: &Case) -> StrategyComparison {
    compare_strategies(&case.checked.interview, case.checked.as_of)
}

/// The same facts with a wish for a strategy.
fn wishing(case: &Case, wish: impl serde::Serialize) -> Case {
    let mut facts = case.facts.clone();
    if !facts["preferences"].is_object() {
        facts["preferences"] = json!({});
    }
    facts["preferences"]["strategy"] = json!(wish);
    Case::check(facts).unwrap()
}

/// The first check-in that the plan sends.
fn check_in(case: &Case) -> Option<PlannedCheckIn> {
    let plan = planned(case);
    let step = find(&plan, Purpose::CheckIn)?;
    Some(PlannedCheckIn {
        window: step.window,
        act_at: step.act_at?,
    })
}

fn reasons_of(entry: &ComparedStrategy) -> impl Iterator<Item = &Reason> {
    let of_both = entry.advantages.iter().chain(&entry.disadvantages);
    of_both.chain(&entry.conflicts).chain(&entry.reasons)
}

proptest! {
    #![proptest_config(ProptestConfig {
        max_shrink_iters: 4_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        ..ProptestConfig::default()
    })]

    #[test]
    fn each_strategy_is_the_plan_that_the_wish_for_it_gives(case in any_interview()) {
        let comparison = compared(&case);
        let names: Vec<_> = comparison.strategies.iter().map(|entry| entry.name).collect();
        prop_assert_eq!(names, Strategy::ALL);
        for entry in &comparison.strategies {
            let case = wishing(&case, entry.name);
            if comparison.recommended.is_none() {
                prop_assert_eq!(entry.check_in, None);
                continue;
            }
            prop_assert_eq!(entry.check_in, check_in(&case), "{:?}", entry.name);
            if entry.check_in.is_some() {
                let taken = planned(&case).schedule.strategy.map(|strategy| strategy.name);
                prop_assert_eq!(Some(entry.counts_as.unwrap_or(entry.name)), taken);
                prop_assert_ne!(entry.counts_as, Some(entry.name));
            }
        }
    }

    #[test]
    fn the_recommended_strategy_is_the_one_that_auto_takes(case in any_interview()) {
        let comparison = compared(&case);
        let auto = wishing(&case, "auto");
        let taken = planned(&auto).schedule.strategy.map(|strategy| strategy.name);
        prop_assert_eq!(comparison.check_in, check_in(&auto));
        prop_assert_eq!(comparison.recommended, taken.filter(|_| comparison.check_in.is_some()));
    }

    #[test]
    fn state_assumptions_and_warnings_are_those_of_the_plan_asked_for(case in any_interview()) {
        let (comparison, plan) = (compared(&case), planned(&case).schedule);
        prop_assert_eq!(comparison.id, plan.id);
        prop_assert_eq!(comparison.as_of, plan.as_of);
        prop_assert_eq!(comparison.state, plan.state);
        prop_assert_eq!(comparison.assumptions, plan.assumptions);
        prop_assert_eq!(comparison.warnings, plan.warnings);
    }

    #[test]
    fn a_strategy_fits_where_it_asks_in_the_recommended_window_in_time_and_against_nothing(case in any_interview()) {
        let comparison = compared(&case);
        for entry in &comparison.strategies {
            let (Some(own), Some(recommended)) = (entry.check_in, comparison.check_in) else {
                prop_assert!(!entry.fits, "{:?}", entry.name);
                continue;
            };
            let window = recommended.window;
            let within = (window.opens_at..=window.closes_at).contains(&own.act_at);
            let in_time = comparison.as_of <= own.window.closes_at;
            let stands = entry.counts_as.is_none();
            let slow = comparison.reasons.iter().any(|reason| reason.rule().id == "check_in.slow_sector");
            let hasty = slow && own.act_at < recommended.act_at;
            prop_assert_eq!(
                entry.fits,
                within && in_time && stands && !hasty && entry.conflicts.is_empty(),
                "{:?} asks {} of {:?}", entry.name, own.act_at, window
            );
        }
    }

    #[test]
    fn who_asks_inside_a_stated_timeline_is_told_so(case in any_interview()) {
        let Some(stated) = case.stated() else { return Ok(()) };
        for entry in compared(&case).strategies {
            let Some(own) = entry.check_in else { continue };
            let told = entry.conflicts.iter().any(|reason| {
                let of_a_date = ["check_in.stated_date", "check_in.upper_end_of_range", "check_in.delay_with_date"];
                of_a_date.contains(&reason.rule().id)
            });
            prop_assert!(told || own.act_at.date_naive() > stated, "{:?} asks {}", entry.name, own.act_at);
        }
    }

    #[test]
    fn a_comparison_says_why_in_plain_sentences(case in any_interview()) {
        let comparison = compared(&case);
        let wished = !matches!(case.facts["preferences"]["strategy"].as_str(), None | Some("auto"));
        let tells_of_the_wish = comparison.reasons.iter().any(|reason| reason.rule().id == "caller.strategy");
        prop_assert_eq!(wished, tells_of_the_wish);
        let all = comparison.strategies.iter().flat_map(reasons_of).chain(&comparison.reasons);
        for reason in all {
            prop_assert!(is_one_plain_line(reason.text()), "{reason:?}");
        }
    }

    #[test]
    fn the_same_facts_give_the_same_comparison(case in any_interview()) {
        let written = |case: &Case| serde_json::to_string(&compared(case)).unwrap();
        let facts: Value = serde_json::from_str(&case.facts.to_string()).unwrap();
        prop_assert_eq!(written(&case), written(&Case::check(facts).unwrap()));
    }
}
