//! Every message that the service renders passes its own review.

use std::fs;

use chrono::DateTime;
use followup::facts::{Checked, Purpose, read_facts};
use followup::messages::{Form, Selection, select};
use followup::planning::plan;
use serde_json::{Value, json};

use crate::{hold_spans, reviewed};

const TONES: [&str; 3] = ["formal", "neutral", "warm"];

/// The facts of the golden cases.
fn cases() -> Vec<(String, Value)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let mut cases: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap();
            let mut case: Value = serde_json::from_str(&text).unwrap();
            let name = case["name"].as_str().unwrap().to_owned();
            (name, case["facts"].take())
        })
        .collect();
    cases.sort_by(|one, other| one.0.cmp(&other.0));
    assert!(cases.len() >= 12);
    cases
}

/// The same facts with everything that makes a message personal.
fn enriched(facts: &Value) -> Value {
    let mut facts = facts.clone();
    for (place, value) in [
        (
            "candidate",
            json!({"name": "Dana Reyes", "email": "dana@example.com", "phone": "+1 415 555 0100", "strengths": ["moving payments to event sourcing"]}),
        ),
        ("employer", json!({"name": "Acme"})),
        (
            "interview",
            json!({"position": "Backend Engineer", "format": "video", "appeal": "a team that ships to production every day", "topics": ["the payments roadmap", "how you plan a sprint", "Rust"],
            "interviewers": [{"name": "Sam Okafor", "title": "Engineering Manager", "role": "hiring_manager", "email": "sam@acme.example", "linkedin": {"connected": true}}]}),
        ),
    ] {
        let object = facts.as_object_mut().unwrap().entry(place).or_insert(json!({}));
        for (name, value) in value.as_object().unwrap() {
            object
                .as_object_mut()
                .unwrap()
                .entry(name)
                .or_insert(value.clone());
        }
    }
    facts
}

/// Reads every message for these facts, and tells what is found in them; also how many there were.
fn found_in_own_messages(name: &str, facts: &Value, faults: &mut Vec<String>) -> usize {
    let now = DateTime::parse_from_rfc3339("2026-03-09T10:00:00-05:00").unwrap();
    let Ok(Checked { interview, as_of }) = read_facts(facts.to_string().as_bytes(), now) else {
        return 0;
    };
    let plan = plan(&interview, as_of);
    let mut read = 0;
    for (purpose, form) in Purpose::ALL
        .iter()
        .flat_map(|purpose| Form::ALL.map(|form| (*purpose, form)))
    {
        let selection = Selection {
            purpose: Some(purpose),
            form: Some(form),
            ..Selection::default()
        };
        // Without another offer there is no deadline to tell of, and the message says nothing.
        if purpose == Purpose::ShareDeadline && facts["competing_offer"].is_null() {
            continue;
        }
        let Ok(rendered) = select(&interview, &plan, &selection) else {
            continue;
        };
        for message in rendered.messages {
            let request = json!({
                "facts": facts, "purpose": purpose, "channel": message.channel, "subject": message.subject, "body": message.body,
            });
            let review = reviewed(&request);
            hold_spans(&request, &review);
            read += 1;
            for finding in review.findings {
                // A blank that the message declares is rightly found.
                if finding.rule == "draft.unfilled_blank" && !message.ready {
                    continue;
                }
                faults.push(format!(
                    "{name} {} {}: {} {:?} {:?}\n{}\n",
                    purpose.as_str(),
                    form.as_str(),
                    finding.rule,
                    finding.quote,
                    message.subject,
                    message.body
                ));
            }
        }
    }
    read
}

#[test]
fn every_rendered_message_is_clean() {
    let (mut read, mut faults) = (0, Vec::new());
    for (name, facts) in cases() {
        let enriched = enriched(&facts);
        let rows = TONES
            .map(|tone| (&enriched, tone))
            .into_iter()
            .chain([(&facts, "neutral")]);
        for (facts, tone) in rows {
            let mut facts = facts.clone();
            let wishes = facts
                .as_object_mut()
                .unwrap()
                .entry("preferences")
                .or_insert(json!({}));
            wishes["tone"] = json!(tone);
            read += found_in_own_messages(&format!("{name} {tone}"), &facts, &mut faults);
        }
    }
    hold(read, 3_000, &faults);
}

fn hold(read: usize, at_least: usize, faults: &[String]) {
    assert!(read > at_least, "only {read} messages were read");
    let first = faults.iter().take(25).cloned().collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} of {read}:\n{first}", faults.len());
}

/// What candidates like, in words that any letter may hold.
const APPEALS: [&str; 12] = [
    "your mission",
    "the team",
    "a team that I'd be proud to join",
    "a place where people stay",
    "the people I met",
    "how openly you spoke about what does not work yet",
    "we talked about your values",
    "the role itself (and the office)",
    "to work with people who care",
    "remote",
    "I liked the pace. And the humour",
    "the chance to grow",
];

#[test]
fn what_was_liked_is_found_again_however_it_is_put() {
    let (mut read, mut faults) = (0, Vec::new());
    for appeal in APPEALS {
        for reference in ["q0", "q1", "q2", "q3", "q4", "q5"] {
            let facts = json!({
                "reference": reference, "as_of": "2026-03-03T09:00:00-08:00",
                "candidate": {"name": "Dana Reyes", "email": "dana@example.com"},
                "employer": {"name": "Acme", "country": "US", "time_zone": "America/Los_Angeles"},
                "interview": {
                    "ended_at": "2026-03-02T15:00:00-08:00", "position": "Backend Engineer", "appeal": appeal,
                    "interviewers": [{"name": "Sam Okafor", "role": "hiring_manager", "email": "sam@acme.example"}],
                },
            });
            read += found_in_own_messages(&format!("{appeal} {reference}"), &facts, &mut faults);
        }
    }
    hold(read, 500, &faults);
}
