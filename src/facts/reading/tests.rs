//! What is no JSON, what has the wrong form, and that nobody is turned away without a word.

mod form;

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use proptest::prelude::*;
use serde_json::{Value, json};

use self::form::FORM;
use super::document::Node;
use super::{Rejected, read, read_around_facts, read_facts};
use crate::facts::check::tests::{full, refusals::refusals, set};
use crate::facts::violation::Violation;
use crate::facts::{InterviewSubmission, code};

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-09T18:00:00Z").expect("a sound instant")
}

fn violations(text: &str) -> Vec<Violation> {
    match read_facts(text.as_bytes(), now()) {
        Err(Rejected::Impossible(violations)) => violations,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn each_fault_of_form_is_named_where_it_stands() {
    for (text, pointer, code, part) in FORM {
        let found = violations(text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        assert_eq!(
            (found[0].pointer.as_str(), found[0].code),
            (pointer, code),
            "{text}: {found:?}"
        );
        assert!(found[0].detail.contains(part), "{text}: {}", found[0].detail);
    }
}

#[test]
fn every_code_is_shown_by_some_case() {
    let shown: BTreeSet<&str> = FORM
        .iter()
        .map(|row| row.2)
        .chain(refusals().into_iter().map(|row| row.3))
        .collect();
    let all: BTreeSet<&str> = code::ALL.iter().map(|code| code.word).collect();
    assert_eq!(shown, all);
    assert_eq!(all.len(), code::ALL.len(), "a word stands for one code");
}

#[test]
fn what_is_no_json_says_where() {
    let deep = "[".repeat(129) + &"]".repeat(129);
    let rows: [(&[u8], &str); 12] = [
        (b"", "is empty"),
        (b" \n ", "is empty"),
        (
            b"{\"unheard_of\": 1, \"interview\": {",
            "line 1, column 32, it ends too early",
        ),
        (b"{\n  \"a\" 1}", "line 2, column 7, a colon"),
        (
            b"{\"interview\": {\"date\": \"2026-03-02\"},}",
            "a comma stands before",
        ),
        (
            b"{\"interview\": {\"date\": \"2026-03-02\"}} x",
            "something follows",
        ),
        (b"{interview: 1}", "double quotes"),
        (b"{\"unheard_of\": 01}", "a number is badly written"),
        (b"{\"reference\": \"\xFF\"}", "not UTF-8: byte 16"),
        (b"{\"reference\": \"a\tb\"}", "must be escaped"),
        (b"{\"reference\": \"\\ud800\"}", "escape"),
        (deep.as_bytes(), "nested too deeply"),
    ];
    for (bytes, part) in rows {
        let text = String::from_utf8_lossy(bytes);
        match read_facts(bytes, now()) {
            Err(Rejected::NotJson { detail }) => assert!(detail.contains(part), "{text}: {detail}"),
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn faults_of_all_kinds_are_told_at_once() {
    let text = r#"{
        "as_of": "2026-03-09",
        "interview": {"ended": "2026-03-02T15:00:00Z", "stage": "second", "interviewers": [{"name": 7}, {"email": "sam"}]},
        "timeline": {"kind": "by_date", "kind": "by_date", "date": "2026-02-30"},
        "history": [{"kind": "sent", "at": "2026-03-02T18:10:00-08:00"}, {"kind": "seen"}, "x"],
        "unheard_of": null
    }"#;
    let mut found: Vec<(String, &str)> = violations(text)
        .into_iter()
        .map(|v| (v.pointer, v.code))
        .collect();
    found.sort();
    let expected = [
        ("/as_of", "not_an_instant"),
        ("/history/0/purpose", "missing"),
        ("/history/1/at", "missing"),
        ("/history/1/kind", "unknown_value"),
        ("/history/2", "wrong_type"),
        ("/interview/ended", "unknown_property"),
        ("/interview/interviewers/0/name", "wrong_type"),
        ("/interview/interviewers/1/email", "not_an_email"),
        ("/interview/stage", "unknown_value"),
        ("/timeline/date", "not_a_date"),
        ("/timeline/kind", "duplicate_property"),
        ("/unheard_of", "unknown_property"),
    ];
    let expected: Vec<(String, &str)> = expected.into_iter().map(|(p, c)| (p.to_owned(), c)).collect();
    assert_eq!(found, expected);
}

#[test]
fn sound_facts_are_read_whatever_their_dress() {
    let rows = [
        full().to_string(),
        format!("\u{FEFF}{}", full()),
        r#"{"interview": {"started_at": "2026-03-02T15:00:00Z", "duration_minutes": 57.0}}"#.to_owned(),
        r#"{"interview": {"date": "2026-03-02", "ended_at": null}, "pins": null, "timeline": null}"#
            .to_owned(),
        r#"{"interview": {"date": "\u0032026-03-02"}}"#.to_owned(),
    ];
    for text in rows {
        if let Err(rejected) = read_facts(text.as_bytes(), now()) {
            panic!("{text}: {rejected:#?}");
        }
    }
}

#[derive(serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct Letter {
    facts: InterviewSubmission,
    body: String,
}

#[test]
fn facts_within_a_larger_document_are_checked_in_their_place() {
    let letter = |text: &str| {
        let taken = |letter: &mut Letter| std::mem::take(&mut letter.facts);
        match read_around_facts(text.as_bytes(), "/facts", taken, now()) {
            Ok((letter, checked)) => Ok((letter.body, checked)),
            Err(Rejected::Impossible(found)) => Err(found
                .into_iter()
                .map(|v| format!("{} {}", v.pointer, v.code))
                .collect::<Vec<_>>()),
            Err(other) => panic!("{text}: {other:?}"),
        }
    };
    let (body, checked) =
        letter(r#"{"facts": {"interview": {"date": "2026-03-02"}}, "body": "Hello"}"#).expect("sound");
    assert_eq!(
        (body.as_str(), checked.interview.day().to_string().as_str()),
        ("Hello", "2026-03-02")
    );
    let rows: [(&str, &[&str]); 4] = [
        (
            r#"{"facts": {"interview": {"date": "2026"}}, "body": "Hello"}"#,
            &["/facts/interview/date not_a_date"],
        ),
        (
            r#"{"facts": {"interview": {"date": "2026"}}}"#,
            &["/body missing", "/facts/interview/date not_a_date"],
        ),
        (
            r#"{"facts": {"interview": {"date": 2026}}, "body": null}"#,
            &["/facts/interview/date wrong_type", "/body missing"],
        ),
        (r#"{"body": "Hello"}"#, &["/facts missing"]),
    ];
    for (text, expected) in rows {
        assert_eq!(letter(text).expect_err(text), expected, "{text}");
    }
    assert!(matches!(read::<Letter>(b"{}"), Err(Rejected::Impossible(found)) if found.len() == 2));
}

/// Every pointer into a document.
fn pointers(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Object(properties) => {
            for (name, value) in properties {
                let name = name.replace('~', "~0").replace('/', "~1");
                pointers(value, &format!("{at}/{name}"), into);
            }
        }
        Value::Array(entries) => {
            for (index, value) in entries.iter().enumerate() {
                pointers(value, &format!("{at}/{index}"), into);
            }
        }
        _ => {}
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[0-9]{4}-[0-1][0-9]-[0-3][0-9]".prop_map(Value::from),
        "[0-9]{4}-0[1-9]-[0-2][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{0,12})?(Z|[+-][0-2][0-9]:[0-6][0-9])?"
            .prop_map(Value::from),
        "[+(]?[0-9 x#.()-]{0,20}".prop_map(Value::from),
        "[a-z\"é ]{0,3}[@:/]{0,4}[a-z.-]{0,9}".prop_map(Value::from),
        "(sent|received|by_date|within_days|offer|en-GB|DE|DE-BY|BY|Europe/Paris)".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z_~/]{0,8}|kind|name|date", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn held(text: &str) -> Result<(), TestCaseError> {
    match read_facts(text.as_bytes(), now()) {
        Ok(_) => {}
        Err(Rejected::NotJson { detail }) => prop_assert!(false, "{text}: {detail}"),
        Err(Rejected::Impossible(found)) => {
            prop_assert!(!found.is_empty(), "{text}");
            let document = Node::read(text.as_bytes()).expect("JSON").into_value();
            for violation in found {
                prop_assert!(
                    !violation.detail.contains("does not have the form"),
                    "{text}: {}",
                    violation.detail
                );
                let there = document.pointer(&violation.pointer).is_some();
                prop_assert!(
                    there || violation.code == "missing",
                    "{text}: {violation:?} points nowhere"
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn mutated_facts_are_taken_or_turned_away_with_reasons(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any_value()), 1..6),
    ) {
        let mut facts = full();
        for (index, value) in edits {
            let mut all = Vec::new();
            pointers(&facts, "", &mut all);
            set(&mut facts, &all[index.index(all.len())].clone(), value);
        }
        held(&facts.to_string())?;
    }

    #[test]
    fn a_property_that_stands_twice_is_always_found(index in any::<prop::sample::Index>(), value in any_value()) {
        let text = full().to_string();
        let starts: Vec<usize> = text.match_indices("{\"").map(|(at, _)| at + 1).collect();
        let at = starts[index.index(starts.len())];
        let name = text[at + 1..].split('"').next().unwrap_or_default();
        let doubled = format!("{}\"{name}\":{value},{}", &text[..at], &text[at..]);
        let found = violations(&doubled);
        prop_assert!(found.iter().any(|v| v.code == "duplicate_property"), "{doubled}: {found:?}");
        held(&doubled)?;
    }

    #[test]
    fn bytes_never_break_the_reading(bytes in prop::collection::vec(any::<u8>(), 0..64), cut in 0usize..3_000) {
        let text = full().to_string();
        let cut = cut.min(text.len());
        let mixed = [&text.as_bytes()[..cut], &bytes].concat();
        let _ = read_facts(&mixed, now());
        let _ = read_facts(&bytes, now());
    }
}

#[test]
fn a_flood_of_faults_is_cut_off() {
    let facts = json!({"interview": {"date": "2026-03-02"}, "history": vec![json!(0); 20_000]}).to_string();
    assert!(violations(&facts).len() <= 201);
}
