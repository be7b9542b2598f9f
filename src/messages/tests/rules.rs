//! What holds of every message, whatever the facts: length, subject, sign-off, banned phrases, nothing that is not so.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::*;

/// What a hundred others send today, and what sounds like a grievance.
const BANNED: [&str; 24] = [
    "finds you well",
    "just checking in",
    "checking in",
    "touching base",
    "touch base",
    "circling back",
    "circle back",
    "perfect fit",
    "passionate",
    "excited about",
    "at your earliest convenience",
    "look forward to hearing",
    "looking forward to hearing",
    "per my last",
    "haven't heard",
    "have not heard",
    "still waiting",
    "sorry to bother",
    "apologies",
    "apologise",
    "apologize",
    "follow up",
    "following up",
    "desperate",
];

#[test]
fn every_message_keeps_to_the_rules() {
    let messages = every_message(every_kind_of_facts());
    assert!(messages.len() > 10_000, "{}", messages.len());
    hold_to_the_rules(&messages);
}

#[test]
fn every_career_and_industry_keeps_to_the_rules() {
    let mut kinds = Vec::new();
    for career in ["new_graduate", "early_career", "experienced", "executive"] {
        for industry in INDUSTRIES {
            let facts = with(full(), "/candidate/career_stage", json!(career));
            let facts = with(facts, "/employer/industry", json!(industry));
            kinds.push((career, one_of_the_panel(facts)));
        }
    }
    let messages = every_message_of(kinds, 0..1);
    assert!(messages.len() > 8_000, "{}", messages.len());
    hold_to_the_rules(&messages);
}

#[test]
fn every_absence_keeps_to_the_rules() {
    let optional = [
        "/candidate/name",
        "/candidate/email",
        "/candidate/phone",
        "/candidate/strengths",
        "/candidate/career_stage",
        "/employer/name",
        "/employer/industry",
        "/interview/position",
        "/interview/format",
        "/interview/topics",
        "/interview/appeal",
        "/interview/interviewers/0/name",
        "/interview/interviewers/0/title",
        "/interview/interviewers/0/email",
        "/interview/interviewers/0/topics",
        "/timeline",
    ];
    let mut kinds = Vec::new();
    for (place, fact) in optional.into_iter().enumerate() {
        let full = one_of_the_panel(full());
        kinds.push((fact, with(full, fact, Value::Null)));
        // Two at a time, each with its neighbour and with one far off.
        for step in [1, 7] {
            let other = optional[(place + step) % optional.len()];
            let less = with(one_of_the_panel(self::full()), fact, Value::Null);
            kinds.push((fact, with(less, other, Value::Null)));
        }
        // Alone, where nothing else is known.
        if let Some(value) = self::full()
            .pointer(fact)
            .filter(|_| !fact.contains("interviewers"))
        {
            kinds.push((fact, with(minimal(), fact, value.clone())));
        }
    }
    hold_to_the_rules(&every_message_of(kinds, 3..4));
}

/// The full facts with the first interviewer alone, who has a title.
pub(super) fn one_of_the_panel(mut facts: Value) -> Value {
    let mut first = facts["interview"]["interviewers"][0].take();
    first["title"] = json!("Engineering Manager");
    with(facts, "/interview/interviewers", json!([first]))
}

const INDUSTRIES: [&str; 9] = [
    "technology",
    "finance",
    "creative",
    "healthcare",
    "education",
    "public_sector",
    "retail",
    "manufacturing",
    "other",
];

/// What must hold for every message: length, questions, blanks, punctuation, voice.
fn hold_to_the_rules(messages: &[(String, Message)]) {
    let mut faults = BTreeSet::new();
    for (what, message) in messages {
        let mut fault = |holds: bool, rule: &str| {
            if !holds {
                faults.insert(format!("{rule}: {what}"));
            }
        };
        let body = &message.body;
        let limits = Limits::of(message.purpose, message.form);
        fault(
            message.word_count == body.split_whitespace().count(),
            "word count",
        );
        fault(message.word_count >= limits.fewest_words.max(10), "too short");
        fault(message.word_count <= limits.most_words, "too long");
        if message.form == Form::LinkedinInvitation {
            fault(
                body.encode_utf16().count() <= p::LINKEDIN_INVITATION_AT_MOST_CHARACTERS,
                "too many characters",
            );
        }
        if message.form == Form::Voicemail {
            fault(
                message.speaking_seconds.is_some_and(|seconds| seconds <= 30),
                "longer than thirty seconds",
            );
        }
        fault(
            message.speaking_seconds.is_some() == message.form.is_spoken(),
            "speaking seconds",
        );
        fault(
            message.subject.is_some() == (message.form == Form::Email),
            "a subject",
        );
        if let Some(subject) = &message.subject {
            fault(
                !subject.is_empty() && subject.split_whitespace().count() <= p::SUBJECT_AT_MOST_WORDS,
                "subject",
            );
            fault(!subject.contains(['?', '\n', '[']), "signs in the subject");
        }
        let questions = usize::from(message.purpose.is_status_question());
        fault(body.matches('?').count() == questions, "questions");
        let blanks: BTreeSet<&str> = body
            .split('[')
            .skip(1)
            .map(|rest| rest.split(']').next().unwrap_or(""))
            .collect();
        fault(
            blanks.len() == message.missing.len(),
            "blanks are the missing facts",
        );
        fault(message.ready == message.missing.is_empty(), "ready");
        for stray in [
            "  ", " ,", " .", "..", ",,", ",.", ".,", "None", "\r", "\n\n\n", " \n", "\n ", "\\", "( ", " )",
            "49",
        ] {
            let odd_facts = what.starts_with("template syntax");
            fault(!body.contains(stray) || (odd_facts && stray == "None"), stray);
        }
        fault(
            what.starts_with("template syntax") || !body.contains("{{"),
            "template syntax",
        );
        let lower = body.to_lowercase();
        for banned in BANNED {
            fault(!lower.contains(banned), banned);
        }
        fault(body.trim() == body, "blank ends");
        for paragraph in body.split("\n\n") {
            fault(
                paragraph
                    .chars()
                    .next()
                    .is_some_and(|first| !first.is_lowercase()),
                "a paragraph begins small",
            );
        }
        fault(message.reasons.iter().count() >= 2, "reasons");
    }
    let shown: Vec<&String> = faults.iter().take(12).collect();
    assert!(
        faults.is_empty(),
        "{} faults, as\n{}",
        faults.len(),
        shown
            .iter()
            .map(|fault| fault.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    );
}
