//! Whatever is done to an object, it becomes facts that plan, or a list of faults: never neither.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says loudly what is wrong"
)]

use std::path::Path;
use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset};
use followup::facts::{Rejected, read_facts};
use followup::imports::{System, import};
use followup::messages::follow_up;
use followup::planning::plan;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Map, Value, json};

/// What systems send: the objects of the golden cases, whose names begin with their systems'.
static SENT: LazyLock<Vec<(System, Value)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports");
    let files = std::fs::read_dir(folder).unwrap();
    let cases = files.map(|file| {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let system = System::ALL
            .into_iter()
            .find(|system| name.starts_with(system.as_str()));
        let case: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        (
            system.unwrap_or_else(|| panic!("{name} is of no system")),
            case["sent"].clone(),
        )
    });
    cases.collect()
});

/// Values that no documentation promises, and texts that mean harm.
fn odd_value() -> impl Strategy<Value = Value> {
    let texts = [
        "",
        " ",
        "declined",
        "cancelled",
        "2026-03-02T23:00:00Z",
        "2026-02-30T23:00:00Z",
        "2026-03-02",
        "9999-12-31T23:59:59Z",
        "-262143-01-01T00:00:00Z",
        "5c1a7e0d-1111-4e2b-8a60-26d9f8d1f3b2",
        "a@b.example",
        "Dana\r\nBcc: x@y.example",
        "\u{202e}name",
        "Europe/Berlin",
        "Final round",
        "https://x.example/",
        "{{ recipient.name }}",
    ];
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        (0_i64..4_000_000_000_000).prop_map(Value::from),
        prop::sample::select(texts.to_vec()).prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
        (100_usize..1_200).prop_map(|length| Value::from("w ".repeat(length))),
        Just(json!([])),
        Just(json!({})),
        Just(json!([null, 7, "x", {"id": 7}, {"name": "Ann Lee", "email": "ann@x.example"}])),
        (1_usize..60).prop_map(|n| (0..n)
            .map(|i| json!({"id": i, "name": format!("Person N{i}")}))
            .collect()),
    ]
}

/// What is done to an object: at a place, counted through the whole of it, a value goes, is another, or gets company.
#[derive(Clone, Debug)]
enum Change {
    Remove,
    Replace(Value),
    Add(String, Value),
    Repeat,
}

fn change() -> impl Strategy<Value = (usize, Change)> {
    let change = prop_oneof![
        Just(Change::Remove),
        odd_value().prop_map(Change::Replace),
        ("[a-zA-Z_]{1,12}", odd_value()).prop_map(|(name, value)| Change::Add(name, value)),
        Just(Change::Repeat),
    ];
    (any::<usize>(), change)
}

/// Counts the values below, or makes the change at the one that is `left` away.
fn apply(value: &mut Value, left: &mut usize, change: &Change) -> bool {
    match value {
        Value::Object(members) => apply_to_members(members, left, change),
        Value::Array(entries) => {
            for index in 0..entries.len() {
                if *left == 0 {
                    match change {
                        Change::Remove => drop(entries.remove(index)),
                        Change::Replace(value) | Change::Add(_, value) => entries[index] = value.clone(),
                        Change::Repeat => entries.push(entries[index].clone()),
                    }
                    return true;
                }
                *left -= 1;
                if apply(&mut entries[index], left, change) {
                    return true;
                }
            }
            false
        }
        _ => false,
    }
}

fn apply_to_members(members: &mut Map<String, Value>, left: &mut usize, change: &Change) -> bool {
    let names: Vec<_> = members.keys().cloned().collect();
    for name in names {
        if *left == 0 {
            match change {
                Change::Remove => drop(members.remove(&name)),
                Change::Replace(value) => drop(members.insert(name, value.clone())),
                Change::Add(other, value) => drop(members.insert(other.clone(), value.clone())),
                Change::Repeat => drop(members.insert(format!("{name}_again"), members[&name].clone())),
            }
            return true;
        }
        *left -= 1;
        if apply(&mut members[&name], left, change) {
            return true;
        }
    }
    false
}

fn count(value: &Value) -> usize {
    match value {
        Value::Object(members) => members.values().map(|member| 1 + count(member)).sum(),
        Value::Array(entries) => entries.iter().map(|entry| 1 + count(entry)).sum(),
        _ => 0,
    }
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-06T10:00:00Z").unwrap()
}

/// Imports a body and holds what becomes of it against what is promised.
fn hold(system: System, body: &str) -> Result<bool, TestCaseError> {
    match import(system, body.as_bytes(), now()) {
        Ok(imported) => {
            let read = read_facts(imported.facts.to_string().as_bytes(), now());
            let checked = read.map_err(|rejected| TestCaseError::fail(format!("{rejected:?}")))?;
            let plan = follow_up(&checked.interview, plan(&checked.interview, checked.as_of));
            prop_assert!(!plan.schedule.headline.is_empty());
            for assumption in &imported.assumptions {
                prop_assert!(assumption.detail.len() < 1_000, "{assumption:?}");
                prop_assert!(!assumption.path.is_empty());
            }
            Ok(true)
        }
        Err(Rejected::Impossible(violations)) => {
            prop_assert!(!violations.is_empty(), "refused without a word: {body}");
            let document: Value = serde_json::from_str(body).unwrap();
            for violation in violations {
                let inside = ["/object", "/facts"]
                    .iter()
                    .any(|part| violation.pointer.starts_with(part));
                let beside =
                    violation.code == "unknown_property" && violation.pointer.matches('/').count() == 1;
                prop_assert!(
                    inside || beside || document.get("object").is_none(),
                    "{violation:?}"
                );
            }
            Ok(false)
        }
        Err(Rejected::NotJson { detail }) => Err(TestCaseError::fail(detail)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_changed_object_plans_or_is_refused_with_reasons(
        which in any::<prop::sample::Index>(),
        system in prop::sample::select(System::ALL.to_vec()),
        own in prop::bool::weighted(0.8),
        changes in prop::collection::vec(change(), 0..6),
    ) {
        let (of, mut sent) = which.get(&SENT).clone();
        for (place, change) in &changes {
            let values = count(&sent);
            if values > 0 {
                apply(&mut sent, &mut (place % values), change);
            }
        }
        hold(if own { of } else { system }, &sent.to_string())?;
    }

    #[test]
    fn whatever_is_laid_over_the_object_is_in_the_facts_or_refused(
        which in any::<prop::sample::Index>(),
        name in prop::sample::select(vec!["reference", "candidate", "employer", "interview", "timeline", "history", "as_of", "x"]),
        inner in prop::sample::select(vec!["name", "ended_at", "started_at", "date", "duration_minutes", "interviewers", "contact", "kind"]),
        value in odd_value(),
        nested in any::<bool>(),
    ) {
        let (system, sent) = which.get(&SENT);
        let object = sent.get("object").unwrap_or(sent);
        let facts = if nested { json!({name: {inner: value}}) } else { json!({name: value}) };
        let body = json!({"object": object, "facts": facts});
        hold(*system, &body.to_string())?;
    }
}

#[test]
fn what_is_sent_plans_as_it_is() {
    assert!(SENT.len() > 20);
    for (system, sent) in SENT.iter() {
        assert!(hold(*system, &sent.to_string()).unwrap(), "{sent}");
    }
}
