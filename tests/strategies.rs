//! A table of comparisons (`strategies.txt` beside this file), read like the policy: facts, and what each strategy gives on them.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says loudly what is wrong"
)]

use chrono::DateTime;
use followup::facts::check;
use followup::planning::compare_strategies;
use serde_json::{Value, json};

const STRATEGIES: [&str; 4] = ["immediate", "one_week", "two_week", "as_needed"];

/// A first interview on Monday 2 March 2026 in New York, thanks sent the same afternoon.
fn usual() -> Value {
    json!({
        "employer": {"name": "Acme", "country": "US", "subdivision": "US-NY", "time_zone": "America/New_York"},
        "interview": {
            "ended_at": "2026-03-02T15:00:00-05:00",
            "interviewers": [{"name": "Sam Okafor", "role": "hiring_manager", "email": "sam@acme.example"}]
        },
        "history": [{"kind": "sent", "at": "2026-03-02T17:00:00-05:00", "purpose": "thank_you"}]
    })
}

/// Puts a value at a pointer; `-` at its end adds to a list.
fn put(facts: &mut Value, pointer: &str, value: Value) {
    let mut place = facts;
    for key in pointer.split('/').skip(1) {
        place = match (place, key) {
            (Value::Array(entries), "-") => {
                entries.push(Value::Null);
                entries.last_mut().unwrap()
            }
            (place, "-") => {
                *place = json!([null]);
                &mut place[0]
            }
            (Value::Array(entries), index) => &mut entries[index.parse::<usize>().unwrap()],
            (place, key) => &mut place[key],
        };
    }
    *place = value;
}

fn compared(facts: Value) -> Value {
    let submission = serde_json::from_value(facts).unwrap();
    let now = DateTime::parse_from_rfc3339("2026-01-01T00:00:00Z").unwrap();
    let checked = check(submission, now).unwrap_or_else(|faults| panic!("{faults:?}"));
    let comparison = compare_strategies(&checked.interview, checked.as_of);
    serde_json::to_value(comparison).unwrap()
}

/// "2026-03-09 10:00", as it stands in the table; "-" where nothing is to be sent.
fn asks(check_in: &Value) -> String {
    check_in["act_at"].as_str().map_or_else(
        || "-".to_owned(),
        |act_at| format!("{} {}", &act_at[..10], &act_at[11..16]),
    )
}

/// A strategy as the table tells it: `2026-03-03 15:00 no, against check_in.stated_date`.
fn told(entry: &Value) -> String {
    let mut told = format!(
        "{} {}",
        asks(&entry["check_in"]),
        if entry["fits"] == true { "fits" } else { "no" }
    );
    if let Some(other) = entry["counts_as"].as_str() {
        told.extend([", counts as ", other]);
    }
    for conflict in entry["conflicts"].as_array().unwrap() {
        told.extend([", against ", conflict["rule"].as_str().unwrap()]);
    }
    told
}

/// What the table should say of a row's facts.
fn answer(comparison: &Value) -> Vec<(&'static str, String)> {
    let name = comparison["recommended"].as_str().unwrap_or("-");
    let mut lines = vec![("recommended", format!("{name} {}", asks(&comparison["check_in"])))];
    for (name, entry) in STRATEGIES
        .iter()
        .zip(comparison["strategies"].as_array().unwrap())
    {
        assert_eq!(entry["name"], *name);
        lines.push((name, told(entry)));
    }
    lines
}

#[test]
fn the_table_of_strategies() {
    let mut faults = Vec::new();
    let mut rows = 0;
    for row in include_str!("strategies.txt").split("\n=== ").skip(1) {
        let (name, lines) = row.split_once('\n').unwrap();
        let mut facts = usual();
        let (given, expected): (Vec<_>, Vec<_>) = lines
            .lines()
            .filter(|line| !line.is_empty())
            .partition(|line| line.starts_with('/'));
        for line in given {
            let (pointer, value) = line.split_once(" = ").unwrap();
            let value = serde_json::from_str(value).unwrap_or_else(|_| panic!("{name}: {value}"));
            put(&mut facts, pointer, value);
        }
        let comparison = compared(facts);
        let because = |rule: &str| {
            let mut reasons = comparison["reasons"].as_array().unwrap().iter();
            reasons.any(|reason| reason["rule"] == rule)
        };
        assert!(expected.len() >= 5, "{name}: say something of all four");
        for line in expected {
            let (label, expected) = line.split_once(": ").unwrap();
            let found = match label {
                "because" => {
                    assert!(because(expected), "{name}: not because of {expected}");
                    continue;
                }
                _ => answer(&comparison).into_iter().find(|(own, _)| *own == label),
            };
            let (_, found) = found.unwrap_or_else(|| panic!("{name}: {label}?"));
            if found != expected {
                faults.push(format!("{name}: {label} is {found}, not {expected}"));
            }
        }
        rows += 1;
    }
    assert!(rows >= 30, "{rows} rows");
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn a_day_of_ones_own_comes_before_every_strategy() {
    let mut facts = usual();
    put(&mut facts, "/as_of", json!("2026-03-03T09:00:00-05:00"));
    let pin = json!([{"purpose": "check_in", "on": "2026-04-20", "reason": "promised"}]);
    put(&mut facts, "/pins", pin);
    let comparison = compared(facts);
    for entry in comparison["strategies"].as_array().unwrap() {
        assert_eq!(asks(&entry["check_in"]), "2026-04-20 10:00", "{entry}");
        let text = entry["reasons"][0]["text"].as_str().unwrap();
        let says_so = text.starts_with("The day that you set yourself comes first");
        assert_eq!(says_so, entry["fits"] == true, "{text}");
    }
}
