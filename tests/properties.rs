//! What holds of every plan, whatever the facts: random interviews, rich in rare combinations, through the public door.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says loudly what is wrong"
)]

#[path = "properties/bytes.rs"]
mod bytes;
#[path = "properties/calendar_files.rs"]
mod calendar_files;
#[path = "properties/cases.rs"]
mod cases;
#[path = "properties/interviews.rs"]
mod interviews;
#[path = "properties/over_time.rs"]
mod over_time;
#[path = "properties/pictures.rs"]
mod pictures;
#[path = "properties/sentences.rs"]
mod sentences;
#[path = "properties/strategies.rs"]
mod strategies;

use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta, Timelike};
use followup::calendar::Hours;
use followup::facts::{Channel, Purpose};
use followup::planning::{Plan, State, Status, Step, plan};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use cases::{Case, instant};
use interviews::any_interview;
use sentences::{is_one_plain_line, moments_named};

type Instant = DateTime<FixedOffset>;

fn planned(case: &Case) -> Plan {
    plan(&case.checked.interview, case.checked.as_of)
}

fn at(case: &Case, as_of: Instant) -> Plan {
    plan(&case.checked.interview, as_of)
}

fn pending(plan: &Plan) -> impl Iterator<Item = &Step> {
    plan.schedule.steps.iter().filter(|step| step.status.is_pending())
}

fn find(plan: &Plan, purpose: Purpose) -> Option<&Step> {
    plan.schedule.steps.iter().find(|step| step.purpose == purpose)
}

/// Everything that is answered, as text.
fn written(plan: &Plan) -> String {
    let whole = (&plan.schedule, &plan.channel_advice, &plan.expectations);
    serde_json::to_string(&whole).unwrap()
}

fn hours(step: &Step) -> Option<Hours> {
    Some(match (step.channel?, step.purpose) {
        (Channel::Phone, _) => Hours::Phone,
        (_, Purpose::ThankYou | Purpose::ReplyToGoodNews | Purpose::Withdraw) => Hours::AnyDay,
        _ => Hours::Office,
    })
}

/// In the policy's order of one message a day: what comes later in it gives way.
const GIVES_WAY: [Purpose; 4] = [
    Purpose::CheckIn,
    Purpose::SecondCheckIn,
    Purpose::Connect,
    Purpose::StayInTouch,
];

/// Two messages on one local day of which the one that should give way does not.
fn clash(plan: &Plan, case: &Case) -> Option<(Purpose, Purpose)> {
    let rank = |step: &Step| GIVES_WAY.iter().position(|purpose| *purpose == step.purpose);
    let day = |step: &Step| step.act_at.map(|act_at| act_at.date_naive());
    for late in pending(plan) {
        let Some(own_rank) = rank(late) else { continue };
        // A pinned step keeps its day while that lies ahead.
        if case.pin(late.purpose).is_some() && plan.schedule.as_of <= late.window.best_at {
            continue;
        }
        for other in pending(plan) {
            let goes_first = rank(other).is_none_or(|other| other < own_rank);
            if other.purpose != late.purpose
                && other.channel.is_some()
                && goes_first
                && day(other) == day(late)
            {
                return Some((late.purpose, other.purpose));
            }
        }
    }
    None
}

/// The gate must not hang on luck: `PROPTEST_CASES=5000` searches further.
fn settings() -> ProptestConfig {
    ProptestConfig {
        max_shrink_iters: 4_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn windows_are_ordered(case in any_interview()) {
        for step in &planned(&case).schedule.steps {
            let window = &step.window;
            prop_assert!(
                window.opens_at <= window.best_at && window.best_at <= window.closes_at,
                "{:?}: {window:?}", step.purpose
            );
        }
    }

    #[test]
    fn steps_are_listed_by_best_moment_then_purpose(case in any_interview()) {
        let plan = planned(&case);
        let keys: Vec<_> = plan.schedule.steps.iter().map(|step| (step.window.best_at, step.purpose)).collect();
        prop_assert!(keys.is_sorted(), "{keys:?}");
        let mut purposes: Vec<_> = keys.iter().map(|(_, purpose)| *purpose).collect();
        purposes.sort();
        purposes.dedup();
        prop_assert_eq!(purposes.len(), keys.len(), "a purpose is listed twice");
    }

    #[test]
    fn status_follows_from_the_window(case in any_interview()) {
        let plan = planned(&case);
        let as_of = plan.schedule.as_of;
        for step in &plan.schedule.steps {
            let expected = if as_of < step.window.opens_at {
                Status::Upcoming
            } else if as_of <= step.window.closes_at {
                Status::Due
            } else {
                Status::Overdue
            };
            prop_assert_eq!(step.act_at.is_some(), step.status.is_pending(), "{:?}", step.purpose);
            prop_assert!(!step.status.is_pending() || step.status == expected, "{step:?}");
        }
    }

    #[test]
    fn a_step_is_done_now_or_later_and_within_its_hours(case in any_interview()) {
        let plan = planned(&case);
        let as_of = plan.schedule.as_of;
        for step in pending(&plan) {
            let act_at = step.act_at.unwrap();
            prop_assert!(act_at >= as_of, "{:?} at {act_at}, before {as_of}", step.purpose);
            let Some(hours) = hours(step) else { continue };
            let pinned = case.pin(step.purpose).is_some() && act_at == step.window.best_at;
            let tight = step.purpose == Purpose::ShareDeadline
                && Hours::AnyDay.contains(&case.calendar, &case.zone, act_at);
            prop_assert!(
                pinned || tight || hours.contains(&case.calendar, &case.zone, act_at),
                "{:?} by {:?} at {act_at}", step.purpose, step.channel
            );
        }
    }

    #[test]
    fn thanks_and_questions_wait_for_the_end_of_the_interview(case in any_interview()) {
        for step in pending(&planned(&case)) {
            // A pin to the interview's own day counts from 09:00, whenever the interview is.
            if case.pin(step.purpose) == Some(case.ended_at.date_naive()) {
                continue;
            }
            let act_at = step.act_at.unwrap();
            prop_assert!(
                act_at >= case.ended_at || !matches!(step.purpose,
                    Purpose::ThankYou | Purpose::CheckIn | Purpose::SecondCheckIn | Purpose::Connect
                        | Purpose::StayInTouch | Purpose::MoveOn | Purpose::ShareDeadline),
                "{:?} at {act_at}; the interview ends at {}", step.purpose, case.ended_at
            );
        }
    }

    #[test]
    fn nobody_is_asked_inside_a_stated_timeline(case in any_interview()) {
        let Some(stated) = case.stated() else { return Ok(()) };
        if case.forces_the_wait() {
            return Ok(());
        }
        for step in pending(&planned(&case)).filter(|step| step.purpose.is_status_question()) {
            let act_at = step.act_at.unwrap();
            prop_assert!(
                act_at.date_naive() > stated || case.pin(step.purpose).is_some(),
                "{:?} on {act_at}, though they said {stated}", step.purpose
            );
        }
    }

    #[test]
    fn an_answer_ends_all_but_what_answers_it(case in any_interview()) {
        let plan = planned(&case);
        let allowed: &[Purpose] = match plan.schedule.state {
            State::GoodNews => &[Purpose::ReplyToGoodNews],
            State::Rejected => &[Purpose::ReplyToRejection, Purpose::StayInTouch],
            State::Withdrawn => &[Purpose::Withdraw],
            State::NotHeld => &[Purpose::AskToReschedule, Purpose::Withdraw],
            _ => return Ok(()),
        };
        for step in pending(&plan) {
            prop_assert!(allowed.contains(&step.purpose), "{:?} in {:?}", step.purpose, plan.schedule.state);
        }
    }

    #[test]
    fn an_employer_who_wants_no_contact_is_not_asked(mut case in any_interview()) {
        case.facts["employer"]["contact_policy"] = json!("no_contact");
        let case = Case::check(case.facts).unwrap();
        for step in pending(&planned(&case)) {
            prop_assert_ne!(step.channel, Some(Channel::Phone), "{:?}", step.purpose);
            prop_assert!(!GIVES_WAY.contains(&step.purpose) && step.purpose != Purpose::ShareDeadline, "{:?}", step.purpose);
        }
    }

    #[test]
    fn thanks_are_never_spoken(case in any_interview()) {
        let plan = planned(&case);
        let thanks = find(&plan, Purpose::ThankYou);
        prop_assert!(thanks.is_none_or(|step| step.channel != Some(Channel::Phone)
            && !step.alternatives.contains(&Channel::Phone)));
    }

    #[test]
    fn one_message_a_day(case in any_interview()) {
        let clash = clash(&planned(&case), &case);
        prop_assert!(clash.is_none(), "(what should give way, to what): {clash:?}");
    }

    #[test]
    fn the_next_step_has_the_earliest_moment(case in any_interview()) {
        let plan = planned(&case);
        let message_waits = pending(&plan)
            .any(|step| step.channel.is_some() && matches!(step.status, Status::Due | Status::Overdue));
        let earliest = pending(&plan)
            .filter(|step| step.channel.is_some() || !message_waits)
            .min_by_key(|step| (step.act_at, step.channel.is_none(), step.purpose))
            .map(|step| step.purpose);
        prop_assert_eq!(plan.schedule.next().map(|step| step.purpose), earliest);
    }

    #[test]
    fn ids_stay_over_time_and_history(case in any_interview(), days in 1..60_i64) {
        let plan = planned(&case);
        let ids: Vec<_> = plan.schedule.steps.iter().map(|step| (step.purpose, step.id)).collect();
        let mut earlier = case.facts.clone();
        earlier["history"] = Value::Null;
        for other in [at(&case, case.checked.as_of + TimeDelta::days(days)), planned(&Case::check(earlier).unwrap())] {
            prop_assert_eq!(other.schedule.id, plan.schedule.id);
            for step in &other.schedule.steps {
                let same = ids.iter().find(|(purpose, _)| *purpose == step.purpose);
                prop_assert!(same.is_none_or(|(_, id)| *id == step.id), "{:?}", step.purpose);
            }
        }
        let mut unique: Vec<_> = ids.iter().map(|(_, id)| id).collect();
        unique.sort();
        unique.dedup();
        prop_assert_eq!(unique.len(), ids.len());
    }

    #[test]
    fn the_same_facts_give_the_same_bytes(case in any_interview()) {
        let first = written(&planned(&case));
        prop_assert_eq!(&first, &written(&planned(&case)));
        let again = Case::check(serde_json::from_str(&case.facts.to_string()).unwrap()).unwrap();
        prop_assert_eq!(&first, &written(&planned(&again)));
    }

    #[test]
    fn history_may_come_in_any_order(case in any_interview()) {
        let mut facts = case.facts.clone();
        let times: Vec<_> = facts["history"].as_array().into_iter().flatten().map(|entry| entry["at"].clone()).collect();
        // At one and the same instant the order is all that is known.
        prop_assume!(times.is_sorted_by(|a, b| instant(a) < instant(b)));
        if let Some(history) = facts["history"].as_array_mut() {
            history.reverse();
        }
        let reversed = Case::check(facts).unwrap();
        prop_assert_eq!(written(&planned(&case)), written(&planned(&reversed)));
    }

    #[test]
    fn everything_is_said_in_plain_sentences(case in any_interview()) {
        let plan = planned(&case);
        prop_assert!(is_one_plain_line(&plan.schedule.headline), "{:?}", plan.schedule.headline);
        let mut texts = Vec::new();
        for step in &plan.schedule.steps {
            prop_assert!(step.reasons.iter().next().is_some(), "{:?} has no reason", step.purpose);
            texts.extend([step.title.as_str(), step.summary.as_str()]);
            texts.extend(step.reasons.iter().map(followup::guidance::Reason::text));
        }
        texts.extend(plan.expectations.iter().map(followup::guidance::Reason::text));
        let notices = plan.schedule.assumptions.iter().chain(&plan.schedule.warnings);
        texts.extend(notices.map(|notice| &*notice.detail));
        for text in texts {
            prop_assert!(is_one_plain_line(text), "{text:?}");
        }
    }

    #[test]
    fn the_headline_names_no_moment_that_has_passed(case in any_interview()) {
        let plan = planned(&case);
        let as_of = plan.schedule.as_of;
        let headline = &plan.schedule.headline;
        let minute = NaiveTime::from_hms_opt(as_of.hour(), as_of.minute(), 0).unwrap();
        for (day, time) in moments_named(headline, as_of) {
            prop_assert!(day >= as_of.date_naive(), "{as_of}: {headline:?}");
            prop_assert!(day > as_of.date_naive() || time.is_none_or(|time| time >= minute), "{as_of}: {headline:?}");
        }
    }
}

#[test]
fn a_withdrawal_told_before_the_interview_is_done() {
    let case = Case::check(json!({
        "as_of": "2026-09-13T18:00:00-04:00",
        "employer": {"country": "US", "time_zone": "America/New_York"},
        "interview": {"ended_at": "2026-09-14T15:00:00-04:00"},
        "withdrawal": {"decided_at": "2026-09-13T10:00:00-04:00", "reason": "accepted_elsewhere"},
        "history": [{"kind": "sent", "at": "2026-09-13T11:00:00-04:00", "purpose": "withdraw", "channel": "email"}],
    }))
    .unwrap();
    let plan = planned(&case);
    assert_eq!(
        find(&plan, Purpose::Withdraw).map(|step| step.status),
        Some(Status::Done)
    );
    assert!(plan.schedule.next().is_none());
}
