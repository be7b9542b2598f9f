//! A plan as time goes on: what `review_at` promises, and where following the plan leads.

use chrono::TimeDelta;
use followup::facts::Purpose;
use followup::planning::{Plan, State, Status};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases::{Case, instant};
use super::interviews::any_interview;
use super::{at, find, planned, settings};

/// What `review_at` promises about: state, next step, statuses.
fn standing(plan: &Plan) -> (State, Option<Purpose>, Vec<(Purpose, Status)>) {
    let mut statuses: Vec<_> = plan
        .schedule
        .steps
        .iter()
        .map(|step| (step.purpose, step.status))
        .collect();
    statuses.sort_by_key(|(purpose, _)| *purpose);
    (
        plan.schedule.state,
        plan.schedule.next().map(|step| step.purpose),
        statuses,
    )
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn nothing_changes_before_review_at(case in any_interview(), parts in prop::collection::vec(0..1000_i64, 6)) {
        let plan = planned(&case);
        let as_of = plan.schedule.as_of;
        let now = standing(&plan);
        let Some(review_at) = plan.schedule.review_at else {
            for later in [1, 30, 90, 400].map(|days| as_of + TimeDelta::days(days)) {
                prop_assert_eq!(&standing(&at(&case, later)), &now, "at {}", later);
            }
            return Ok(());
        };
        prop_assert!(review_at > as_of);
        let last = review_at - TimeDelta::seconds(1);
        let seconds = (last - as_of).num_seconds();
        let between = parts.iter().map(|part| as_of + TimeDelta::seconds(seconds * part / 1000));
        for moment in between.chain([last]).filter(|moment| *moment >= as_of) {
            prop_assert_eq!(&standing(&at(&case, moment)), &now, "at {}, before {}", moment, review_at);
        }
    }

    #[test]
    fn something_changes_at_review_at(case in any_interview()) {
        let plan = planned(&case);
        if let Some(review_at) = plan.schedule.review_at {
            prop_assert_ne!(standing(&at(&case, review_at)), standing(&plan), "at {}", review_at);
        }
    }

    /// Whoever does what the plan says comes to an end, with no more questions than were wished for.
    #[test]
    fn following_the_plan_comes_to_an_end(case in any_interview()) {
        let most = case.facts["preferences"]["max_check_ins"].as_u64().unwrap_or(2);
        let mut case = case;
        let mut asked = 0;
        for _ in 0..40 {
            let plan = planned(&case);
            let Some(next) = plan.schedule.next() else {
                prop_assert!(asked <= most, "asked {asked} times");
                return Ok(());
            };
            let act_at = next.act_at.unwrap();
            let mut facts = case.facts.clone();
            if let Some(channel) = next.channel {
                asked += u64::from(next.purpose.is_status_question());
                let names: Vec<_> = if next.recipients.is_empty() {
                    vec![Value::Null]
                } else {
                    next.recipients.iter().map(|name| json!(name)).collect()
                };
                facts["as_of"] = json!(act_at.to_rfc3339());
                if facts["history"].is_null() {
                    facts["history"] = json!([]);
                }
                let history = facts["history"].as_array_mut().unwrap();
                // The limit of the contract; earlier entries than these decide nothing here.
                prop_assume!(history.len() + names.len() <= 50);
                history.extend(names.into_iter().map(|name| json!({
                    "kind": "sent", "at": act_at.to_rfc3339(), "purpose": next.purpose.as_str(),
                    "channel": channel.as_str(), "recipient": name,
                })));
            } else {
                let over = next.window.closes_at.max(act_at) + TimeDelta::seconds(1);
                facts["as_of"] = json!(over.to_rfc3339());
            }
            // The second question counts as the first where it was pinned to an earlier day.
            let done = |plan: &Plan| {
                let steps = plan.schedule.steps.iter().filter(|step| step.status == Status::Done);
                steps.map(|step| step.purpose).filter(|purpose| purpose.is_status_question()).count()
            };
            let (purpose, is_message, done_before) = (next.purpose, next.channel.is_some(), done(&plan));
            case = Case::check(facts).unwrap();
            let after = planned(&case);
            let settled = find(&after, purpose).is_none_or(|step| !step.status.is_pending())
                || purpose.is_status_question() && done(&after) > done_before;
            prop_assert!(settled || !is_message, "{purpose:?} was sent at {act_at} and is still to be sent");
        }
        prop_assert!(false, "forty steps and no end");
    }
}

/// Where the random search once found a change before the promised one; `changed_by` is a moment at which it shows.
#[test]
fn changes_found_before_review_at() {
    let lines = include_str!("found.ndjson").lines();
    let late: Vec<String> = lines
        .filter_map(|line| {
            let row: Value = serde_json::from_str(line).unwrap();
            let case = Case::check(row["facts"].clone()).unwrap();
            let changed_by = instant(&row["changed_by"]);
            let plan = planned(&case);
            assert_ne!(
                standing(&at(&case, changed_by)),
                standing(&plan),
                "{}: no change",
                row["name"]
            );
            let review_at = plan.schedule.review_at;
            (review_at.is_none_or(|review_at| review_at > changed_by))
                .then(|| format!("{}: {review_at:?} is after {changed_by}", row["name"]))
        })
        .collect();
    assert!(late.is_empty(), "{}", late.join("\n"));
}
