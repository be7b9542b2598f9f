//! Some hundreds of our messages, read by harper: no fault of grammar, spelling or punctuation. And those that the
//! documentation shows, compared.

#![expect(
    clippy::unwrap_used,
    reason = "a sample that cannot be read should stop the test"
)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use followup::facts::{InterviewSubmission, Purpose, check};
use followup::messages::{Form, Message, Selection, select};
use followup::planning::plan;
use harper_core::linting::LintGroup;
use harper_core::spell::FstDictionary;
use harper_core::{Dialect, Document};
use serde_json::{Value, json};

/// Rules that are wrong about our messages, each with the reason.
const MISTAKEN: [(&str, &str); 1] = [(
    "MissingPreposition",
    "takes \"what draws me to the role is small classes\" for a slip; what was liked may be plural",
)];

#[test]
fn harper_finds_no_fault_in_our_american_messages() {
    hold_to_grammar(Dialect::American, |locale| locale == "en-US");
}

#[test]
fn harper_finds_no_fault_in_our_other_messages() {
    hold_to_grammar(Dialect::British, |locale| locale != "en-US");
}

fn hold_to_grammar(dialect: Dialect, is_meant: fn(&str) -> bool) {
    let dictionary = FstDictionary::curated();
    let mut linter = LintGroup::new_curated(dictionary.clone(), dialect);
    let sample: Value = serde_json::from_str(include_str!("../../candidates.json")).unwrap();
    let mut read = 0;
    let mut paragraphs: BTreeMap<String, String> = BTreeMap::new();
    for (facts, messages) in messages(&sample, some_form) {
        let locale = facts.pointer("/preferences/locale").and_then(Value::as_str);
        if !is_meant(locale.unwrap_or("en-US")) {
            continue;
        }
        for message in messages {
            read += 1;
            for paragraph in prose(&message.body).split("\n\n") {
                paragraphs
                    .entry(paragraph.to_owned())
                    .or_insert_with(|| facts.to_string().to_lowercase());
            }
        }
    }
    let mut faults = BTreeSet::new();
    for (paragraph, facts) in &paragraphs {
        let document = Document::new_plain_english(paragraph, &dictionary);
        for (rule, lints) in linter.organized_lints(&document) {
            for lint in lints {
                let quote = lint.span.get_content_string(document.get_source());
                // Names and topics are as the candidate gave them.
                let theirs = facts.contains(&quote.to_lowercase());
                if !theirs && !MISTAKEN.iter().any(|(mistaken, _)| *mistaken == rule) {
                    faults.insert(format!("{rule}: {quote:?}: {}\n    {paragraph}", lint.message));
                }
            }
        }
    }
    assert!(read > 120, "{read}");
    let shown: Vec<&str> = faults.iter().map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", shown.len(), shown.join("\n"));
}

/// What is between greeting and signature; of what is said, all of it.
fn prose(body: &str) -> String {
    let body = body.replace("[your answer to what they asked for]", "My answer is yes.");
    match (body.split_once(",\n\n"), body.rsplit_once("\n\n")) {
        (Some((_, rest)), Some(_)) => rest.rsplit_once("\n\n").map_or(rest, |(text, _)| text).to_owned(),
        _ => body,
    }
}

/// An e-mail for most, with or without another form.
fn some_form(number: usize) -> Vec<Form> {
    let other = Form::ALL[number % Form::ALL.len()];
    match number % 4 {
        0 => vec![Form::Email, other],
        1 | 2 => vec![Form::Email],
        _ => vec![other],
    }
}

/// Every purpose in the chosen forms for each candidate in each situation.
fn messages(sample: &Value, forms: fn(usize) -> Vec<Form>) -> Vec<(Value, Vec<Message>)> {
    let now = DateTime::parse_from_rfc3339("2026-03-01T00:00:00Z").unwrap();
    let mut all = Vec::new();
    let candidates = sample["candidates"].as_array().unwrap();
    let situations = sample["situations"].as_object().unwrap();
    for (number, candidate) in candidates.iter().enumerate() {
        for (place, (situation, patch)) in situations.iter().enumerate() {
            let mut facts = candidate.clone();
            for (key, value) in patch.as_object().unwrap() {
                match (facts.get_mut(key).and_then(Value::as_object_mut), value) {
                    (Some(known), Value::Object(more)) => known.extend(more.clone()),
                    _ => facts[key] = value.clone(),
                }
            }
            facts["reference"] = json!(format!("{number}/{place}"));
            facts["preferences"]["tone"] = json!(["auto", "formal", "neutral", "warm"][(number + place) % 4]);
            let submission: InterviewSubmission = serde_json::from_value(facts.clone()).unwrap();
            let checked = check(submission, now).unwrap();
            let plan = plan(&checked.interview, checked.as_of);
            for purpose in sample["purposes"][situation].as_array().unwrap() {
                let purpose: Purpose = serde_json::from_value(purpose.clone()).unwrap();
                for form in forms(number + place) {
                    let selection = Selection {
                        purpose: Some(purpose),
                        form: Some(form),
                        ..Selection::default()
                    };
                    if let Ok(rendered) = select(&checked.interview, &plan, &selection) {
                        all.push((facts.clone(), rendered.messages));
                    }
                }
            }
        }
    }
    all
}

#[test]
fn the_messages_in_the_documentation_are_the_current_ones() {
    let sample: Value = serde_json::from_str(include_str!("../../candidates.json")).unwrap();
    let current: BTreeSet<String> = messages(&sample, |_| vec![Form::Email, Form::Voicemail])
        .into_iter()
        .flat_map(|(_, messages)| messages)
        .map(|message| match message.subject {
            Some(subject) => format!("Subject: {subject}\n\n{}\n", message.body),
            None => message.body + "\n",
        })
        .collect();
    let shown: Vec<&str> = include_str!("../../../docs/messages.md")
        .split("```text\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap_or_default())
        .collect();
    assert_eq!(shown.len(), 5);
    for message in shown {
        assert!(
            current.contains(message),
            "`scripts/words/judge.py --print 1` shows current ones; this is none:\n{message}"
        );
    }
}
