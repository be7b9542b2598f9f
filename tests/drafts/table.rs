//! Tables of drafts (`*.txt` beside this file), each with all the findings that it must get; every other is a false alarm.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{hold_spans, reviewed};

/// A draft with the findings expected.
struct Row {
    name: &'static str,
    request: Value,
    /// Rules without `draft.`, and words that the quote must hold.
    expected: Vec<(&'static str, Option<&'static str>)>,
}

fn facts(name: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("facts.json")).unwrap();
    assert!(all[name].is_object(), "there are no facts called {name}");
    all[name].clone()
}

fn rows(table: &'static str) -> Vec<Row> {
    table
        .split("\n=== ")
        .skip(1)
        .map(|text| {
            let (head, body) = text
                .split_once("\n---\n")
                .expect("a line of dashes above the body");
            let mut lines = head.lines();
            let name = lines.next().unwrap();
            let field = |name: &str| {
                head.lines()
                    .find_map(|line| line.strip_prefix(name))
                    .map(str::trim)
            };
            let mut about = field("about:").expect(name).split_whitespace();
            let mut next = || about.next().expect(name);
            let expected = field("finds:").map(|finds| {
                finds.split(';').map(|find| match find.trim().split_once(' ') {
                    Some((rule, quote)) => (rule, Some(quote)),
                    None => (find.trim(), None),
                })
            });
            Row {
                name,
                request: json!({
                    "facts": facts(next()), "purpose": next(), "channel": next(),
                    "subject": field("subject:"), "body": body.trim_end(),
                }),
                expected: expected.into_iter().flatten().collect(),
            }
        })
        .collect()
}

/// What a row lacks and what it has too much; empty where it is right.
fn faults(row: &Row) -> Vec<String> {
    let review = reviewed(&row.request);
    hold_spans(&row.request, &review);
    let found: Vec<(&str, &str)> = review
        .findings
        .iter()
        .map(|finding| {
            (
                finding.rule.strip_prefix("draft.").unwrap(),
                finding.quote.as_str(),
            )
        })
        .collect();
    let missed = row.expected.iter().filter(|(rule, quote)| {
        !found
            .iter()
            .any(|(found, quoted)| found == rule && quote.is_none_or(|quote| quoted.contains(quote)))
    });
    let mut faults: Vec<String> = missed
        .map(|(rule, quote)| format!("{}: missed {rule} {}", row.name, quote.unwrap_or_default()))
        .collect();
    let expected: BTreeSet<&str> = row.expected.iter().map(|(rule, _)| *rule).collect();
    let alarms = found.iter().filter(|(rule, _)| !expected.contains(rule));
    faults.extend(alarms.map(|(rule, quote)| format!("{}: false alarm {rule} {quote:?}", row.name)));
    faults
}

fn hold(table: &'static str, at_least: usize, clean_at_least: usize) {
    let rows = rows(table);
    let clean = rows.iter().filter(|row| row.expected.is_empty()).count();
    assert!(
        rows.len() >= at_least && clean >= clean_at_least,
        "{} drafts, {clean} clean",
        rows.len()
    );
    let faults: Vec<String> = rows.iter().flat_map(faults).collect();
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn drafts_get_the_findings_that_they_should_and_no_others() {
    hold(include_str!("drafts.txt"), 60, 35);
}

#[test]
fn drafts_of_the_second_set_too() {
    hold(include_str!("kept_apart.txt"), 80, 40);
}

#[test]
fn the_day_of_the_interview_is_no_other_day() {
    for (sentence, quote) in [
        ("I need to plan my week by Friday.", None),
        ("I am away on April 3.", None),
        ("We met on Monday.", Some("Monday")),
        ("We met on 2 March.", Some("2 March")),
        ("I am away on April 3, and we met on March 2.", Some("March 2")),
    ] {
        let mut request = with("check_in", sentence);
        request["subject"] = json!("Dana Reyes, Backend Engineer interview");
        let review = serde_json::to_value(reviewed(&request)).unwrap();
        let parts = review["checklist"].as_array().unwrap();
        let part = parts
            .iter()
            .find(|part| part["part"] == "interview_date")
            .unwrap();
        let said = part["span"].as_object().map(|span| {
            let place = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap();
            &request["body"].as_str().unwrap()[place("start")..place("end")]
        });
        assert_eq!(part["present"], quote.is_some(), "{sentence}");
        assert_eq!(said, quote, "{sentence}");
    }
}

/// A clean letter with one more sentence.
fn with(purpose: &str, sentence: &str) -> Value {
    let (subject, body) = match purpose {
        "thank_you" => (
            "Thank you, Backend Engineer interview (Dana Reyes)",
            format!(
                "Dear Sam,\n\nThank you for the conversation on Monday. The payments roadmap has stayed with me, and I keep turning over \
                the question of where to begin.\n\n{sentence} I have moved payments to event sourcing once and would enjoy doing so again.\n\n\
                Kind regards,\nDana Reyes"
            ),
        ),
        _ => (
            "Dana Reyes, Backend Engineer interview of 2 March",
            format!(
                "Dear Sam,\n\nThank you again for meeting me about the Backend Engineer role. {sentence}\n\nThe payments roadmap has \
                stayed with me, and I would be glad to send references.\n\nCould you tell me where the decision stands?\n\n\
                Kind regards,\nDana Reyes\n+1 415 555 0100"
            ),
        ),
    };
    json!({"facts": facts("acme"), "purpose": purpose, "channel": "email", "subject": subject, "body": body})
}

#[test]
fn single_sentences_in_a_clean_letter() {
    let mut faults = Vec::new();
    for line in include_str!("sentences.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let [rule, purpose, sentence] = line.splitn(3, " | ").collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let request = with(purpose, sentence);
        let review = reviewed(&request);
        hold_spans(&request, &review);
        let found: Vec<_> = review
            .findings
            .iter()
            .map(|finding| (finding.rule.strip_prefix("draft.").unwrap(), &finding.quote))
            .collect();
        // A question of its own makes two of them.
        let right = if rule == "clean" {
            found.is_empty()
        } else {
            found.iter().any(|(found, _)| *found == rule)
        };
        if !right {
            faults.push(format!("{line}: {found:?}"));
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}
