//! The policy's lengths, for what little a caller may tell and for many callers: each message keeps to them.

use chrono::DateTime;
use followup::facts::{Purpose, check};
use followup::messages::{Form, Selection, select};
use followup::planning::plan;
use serde_json::{Value, json};

const CANDIDATES: usize = 150;

/// From little to more, each added to those before it.
fn told() -> Vec<Value> {
    vec![
        json!({"interview": {"ended_at": "2026-03-02T15:00:00-08:00"}}),
        json!({"candidate": {"name": "Dana Reyes"}}),
        json!({"interview": {"ended_at": "2026-03-02T15:00:00-08:00", "position": "Backend Engineer"}}),
        json!({"interview": {"ended_at": "2026-03-02T15:00:00-08:00", "position": "Backend Engineer",
            "interviewers": [{"name": "Sam Okafor", "role": "hiring_manager", "email": "sam@acme.example"}]}}),
        json!({"candidate": {"name": "Dana Reyes", "email": "dana@example.com", "phone": "+1 415 555 0100"}}),
        json!({"timeline": {"kind": "by_date", "date": "2026-03-13"}, "employer": {"name": "Acme"}}),
    ]
}

/// The fewest and the most words of an e-mail (policy.md, "Messages").
fn range(purpose: Purpose) -> (usize, usize) {
    match purpose {
        Purpose::ThankYou => (50, 110),
        Purpose::CheckIn => (60, 125),
        Purpose::SecondCheckIn => (40, 100),
        _ => (30, 100),
    }
}

#[test]
fn an_email_has_neither_too_few_words_nor_too_many() {
    let now = DateTime::parse_from_rfc3339("2026-03-02T16:00:00-08:00").unwrap();
    let mut wrong = Vec::new();
    let mut facts = json!({});
    for more in told() {
        facts
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        for tone in ["formal", "neutral", "warm"] {
            for candidate in 0..CANDIDATES {
                facts["reference"] = format!("candidate {candidate}").into();
                facts["preferences"] = json!({"tone": tone});
                let checked = check(serde_json::from_value(facts.clone()).unwrap(), now).unwrap();
                let plan = plan(&checked.interview, checked.as_of);
                for purpose in Purpose::ALL
                    .into_iter()
                    .filter(|purpose| Form::Email.exists_for(*purpose))
                {
                    let selection = Selection {
                        purpose: Some(purpose),
                        form: Some(Form::Email),
                        ..Selection::default()
                    };
                    let (fewest, most) = range(purpose);
                    for message in select(&checked.interview, &plan, &selection).unwrap().messages {
                        if !(fewest..=most).contains(&message.word_count) {
                            wrong.push(format!(
                                "{} {tone} {}: {}",
                                message.word_count,
                                purpose.as_str(),
                                message.body
                            ));
                        }
                    }
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.iter().take(12).cloned().collect::<Vec<_>>().join("\n---\n")
    );
}
