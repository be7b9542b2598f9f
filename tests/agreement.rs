//! Golden cases that a recruiter could check, and three hundred generated ones: what the plan must say of each.
//!
//! A case is one JSON object: `name`, `why`, `facts` (sendable as they stand) and `expect`. Compared are state, strategy,
//! next purpose and, in the listed order, every step's purpose, status, channel, recipients, window and `act_at`; of a
//! step that is not needed, purpose and status alone.

#![expect(clippy::unwrap_used, reason = "a test says loudly what is wrong")]

use std::collections::BTreeSet;
use std::path::Path;

use chrono::DateTime;
use followup::facts::{InterviewSubmission, check};
use followup::guidance::rules;
use followup::messages::follow_up;
use followup::planning::{compare_strategies, plan};
use serde_json::Value;

const NOW: &str = "2026-01-01T00:00:00+00:00";

/// Lines whose expectation rests on an older time zone database: since 2026b British Columbia keeps UTC−7 all year.
const OLDER_ZONE_DATA: [&str; 3] = ["c027", "c122", "c189"];

fn disagreements(facts: &Value, expect: &Value) -> Vec<String> {
    let submission: InterviewSubmission = serde_json::from_value(facts.clone()).unwrap();
    let checked = match check(submission, DateTime::parse_from_rfc3339(NOW).unwrap()) {
        Ok(checked) => checked,
        Err(violations) => return vec![format!("refused: {violations:?}")],
    };
    let plan = plan(&checked.interview, checked.as_of);
    let answer = serde_json::to_value(&plan.schedule).unwrap();
    let next = plan.schedule.next().map(|step| step.purpose.as_str());
    let mut wrong = Vec::new();
    let mut compare = |what: String, found: &Value, expected: &Value| {
        if found != expected {
            wrong.push(format!("{what}: expected {expected}, found {found}"));
        }
    };
    compare("state".to_owned(), &answer["state"], &expect["state"]);
    compare(
        "strategy".to_owned(),
        &answer["strategy"]["name"],
        &expect["strategy"],
    );
    compare("next_purpose".to_owned(), &next.into(), &expect["next_purpose"]);
    let found = answer["steps"].as_array().unwrap();
    let expected = expect["steps"].as_array().unwrap();
    let purposes = |steps: &[Value]| {
        steps
            .iter()
            .map(|step| step["purpose"].clone())
            .collect::<Value>()
    };
    compare("purposes".to_owned(), &purposes(found), &purposes(expected));
    for (found, expected) in found.iter().zip(expected) {
        let purpose = expected["purpose"].as_str().unwrap();
        compare(format!("{purpose}.status"), &found["status"], &expected["status"]);
        if expected["status"] == "not_needed" {
            continue;
        }
        for property in ["channel", "recipients", "window"] {
            compare(
                format!("{purpose}.{property}"),
                &found[property],
                &expected[property],
            );
        }
        compare(
            format!("{purpose}.act_at"),
            &found["act_at"],
            expected.get("act_at").unwrap_or(&Value::Null),
        );
    }
    wrong
}

fn report(cases: impl Iterator<Item = Value>) -> (usize, Vec<String>) {
    let mut count = 0;
    let mut wrong = Vec::new();
    for case in cases {
        count += 1;
        let name = case["name"].as_str().unwrap();
        let lines = disagreements(&case["facts"], &case["expect"]);
        if !lines.is_empty() {
            wrong.push(format!("{name}\n    {}", lines.join("\n    ")));
        }
    }
    (count, wrong)
}

fn lines(path: &Path) -> impl Iterator<Item = Value> + use<> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect::<Vec<_>>()
        .into_iter()
}

#[test]
fn every_golden_case_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let cases = paths.iter().map(|path| {
        serde_json::from_str(&std::fs::read_to_string(path).unwrap())
            .unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    });
    let (count, wrong) = report(cases);
    assert!(count >= 75, "only {count} cases were found");
    assert!(
        wrong.is_empty(),
        "{} of {count} cases differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_generated_line_holds() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance.ndjson");
    let (count, wrong) =
        report(lines(&path).filter(|case| !OLDER_ZONE_DATA.contains(&case["name"].as_str().unwrap())));
    assert_eq!(count, 297);
    assert!(
        wrong.is_empty(),
        "{} of {count} lines differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// With the offset that Vancouver really has, the lines set aside hold, too.
#[test]
fn lines_on_older_zone_data_differ_in_the_offset_alone() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance.ndjson");
    for case in lines(&path).filter(|case| OLDER_ZONE_DATA.contains(&case["name"].as_str().unwrap())) {
        assert_eq!(case["facts"]["employer"]["time_zone"], "America/Vancouver");
        let newer: Value = serde_json::from_str(&case.to_string().replace("-08:00\"", "-07:00\"")).unwrap();
        let wrong = disagreements(&newer["facts"], &newer["expect"]);
        assert!(wrong.is_empty(), "{}: {wrong:?}", case["name"]);
    }
}

/// Compares any file of lines: `FOLLOWUP_LINES=/path/to/lines.ndjson cargo test --test agreement -- --ignored`.
#[test]
#[ignore = "needs a file of lines, named by FOLLOWUP_LINES"]
fn lines_from_elsewhere_hold() {
    let path = std::env::var("FOLLOWUP_LINES").expect("FOLLOWUP_LINES names a file");
    let (count, wrong) = report(lines(Path::new(&path)));
    assert!(
        wrong.is_empty(),
        "{} of {count} lines differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Rules that no step, channel or message gives as a reason: drafts have tests of their own, and these speak elsewhere.
const SPEAKS_ELSEWHERE: [&str; 10] = [
    // As an assumption or a warning.
    "interview.end_assumed",
    "withdraw.after_a_rejection",
    "history.earlier_round",
    "calendar.time_zone",
    "caller.pin_spent",
    // In every window, and in every text as a whole.
    "calendar.step_hours",
    "message.subject",
    "message.tone",
    "message.varied",
    "message.career_and_industry",
];

fn rules_in(answer: &Value, cited: &mut BTreeSet<String>) {
    match answer {
        Value::Object(properties) => {
            cited.extend(properties.get("rule").and_then(Value::as_str).map(str::to_owned));
            properties.values().for_each(|value| rules_in(value, cited));
        }
        Value::Array(values) => values.iter().for_each(|value| rules_in(value, cited)),
        _ => {}
    }
}

#[test]
fn every_rule_is_the_reason_of_something() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let golden = std::fs::read_dir(tests.join("cases")).unwrap().map(|entry| {
        serde_json::from_str::<Value>(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap()
    });
    let mut cited = BTreeSet::new();
    for case in golden.chain(lines(&tests.join("conformance.ndjson"))) {
        let submission: InterviewSubmission = serde_json::from_value(case["facts"].clone()).unwrap();
        let checked = check(submission, DateTime::parse_from_rfc3339(NOW).unwrap()).unwrap();
        let comparison = compare_strategies(&checked.interview, checked.as_of);
        rules_in(&serde_json::to_value(comparison).unwrap(), &mut cited);
        let plan = plan(&checked.interview, checked.as_of);
        rules_in(
            &serde_json::to_value(follow_up(&checked.interview, plan)).unwrap(),
            &mut cited,
        );
    }
    let silent: Vec<_> = rules::ALL
        .iter()
        .map(|rule| rule.id)
        .filter(|id| !id.starts_with("draft.") && !SPEAKS_ELSEWHERE.contains(id) && !cited.contains(*id))
        .collect();
    assert!(silent.is_empty(), "no case gives these as a reason: {silent:?}");
}
