//! Facts from outside stay facts: no template, no markup, no field of a link, no line or direction of their own.

use serde_json::{Value, json};

use super::{ask, every_message, full, read, with};
use crate::facts::{InterviewSubmission, Purpose, check};
use crate::messages::Form;

#[test]
fn a_fact_is_never_a_template_nor_a_field_of_a_link() {
    let facts = with(full(), "/candidate/name", json!("{{ 7*7 }}"));
    let facts = with(facts, "/interview/position", json!("R&D {% for %} Lead"));
    let (interview, plan) = read(&with(
        facts,
        "/interview/interviewers/0/email",
        json!("sam+x@acme.example"),
    ));
    let message = &ask(&interview, &plan, Purpose::ThankYou, Form::Email)
        .expect("a letter")
        .messages[0];
    assert!(
        message.body.contains("{{ 7*7 }}") && message.body.contains("R&D {% for %} Lead"),
        "{}",
        message.body
    );
    let link = message.links.mailto.as_deref().expect("a link");
    assert!(link.starts_with("mailto:sam%2Bx@acme.example?subject="), "{link}");
    assert_eq!(
        (link.matches('&').count(), link.matches('?').count()),
        (1, 1),
        "{link}"
    );
    assert!(link.contains("%0D%0A") && link.is_ascii(), "{link}");
}

#[test]
fn a_marketplace_sees_no_contact_details() {
    let facts = with(full(), "/platform", json!({"name": "Upwork"}));
    let facts = with(
        facts,
        "/interview/topics",
        json!(["my profile on linkedin", "dana@example.com", "the roadmap"]),
    );
    let facts = with(facts, "/interview/appeal", json!("call me on +1 415 555 0100"));
    let (interview, plan) = read(&with(
        facts,
        "/candidate/strengths",
        json!(["see www.dana.example/work"]),
    ));
    for purpose in Purpose::ALL {
        for form in [Form::PlatformMessage, Form::Email, Form::LinkedinMessage] {
            let Ok(rendered) = ask(&interview, &plan, purpose, form) else {
                continue;
            };
            for message in rendered.messages {
                let lower = message.body.to_lowercase();
                for detail in ["@", "555", "linkedin", "www", "e-mail", "phone"] {
                    assert!(!lower.contains(detail), "{purpose:?} {form:?}: {}", message.body);
                }
            }
        }
    }
}

/// Every fact of the candidate's own words, by its place.
const TEXT_FACTS: [&str; 9] = [
    "/candidate/name",
    "/candidate/strengths/0",
    "/employer/name",
    "/interview/position",
    "/interview/topics/0",
    "/interview/appeal",
    "/interview/interviewers/0/name",
    "/interview/interviewers/0/title",
    "/interview/interviewers/0/topics/0",
];

fn accepts(facts: &Value) -> bool {
    let submission: InterviewSubmission =
        serde_json::from_value(facts.clone()).expect("facts of the right types");
    check(
        submission,
        "2026-03-04T10:00:00-08:00".parse().expect("an instant"),
    )
    .is_ok()
}

#[test]
fn no_control_or_direction_of_text_comes_in() {
    for fact in TEXT_FACTS {
        for sign in [
            "\u{0}", "\u{7}", "\u{1b}", "\u{200b}", "\u{202a}", "\u{202e}", "\u{2066}", "\u{2069}",
            "\u{200f}", "\u{feff}",
        ] {
            let facts = with(full(), fact, json!(format!("Sam{sign} Okafor")));
            assert!(!accepts(&facts), "{fact} {sign:?}");
        }
    }
    for fact in [
        "/candidate/email",
        "/candidate/phone",
        "/interview/interviewers/0/email",
    ] {
        for sign in ["\r\nBcc: x@y.example", "\n", "\u{202e}"] {
            let facts = with(full(), fact, json!(format!("sam@acme.example{sign}")));
            assert!(!accepts(&facts), "{fact} {sign:?}");
        }
    }
}

#[test]
fn a_line_break_in_a_fact_breaks_no_line_of_a_message() {
    for fact in TEXT_FACTS {
        for sign in ["\r\n", "\n\nDear all", " \\ "] {
            let facts = with(full(), fact, json!(format!("calm{sign}releases")));
            if !accepts(&facts) {
                continue;
            }
            let (interview, plan) = read(&facts);
            let (calm_facts, calm_plan) = read(&with(full(), fact, json!("calm releases")));
            for purpose in [Purpose::ThankYou, Purpose::CheckIn] {
                let hostile = ask(&interview, &plan, purpose, Form::Email).expect("a letter");
                let calm = ask(&calm_facts, &calm_plan, purpose, Form::Email).expect("a letter");
                for (hostile, calm) in hostile.messages.iter().zip(&calm.messages) {
                    // Paragraphs may differ by a sentence that was left out, never by one that was smuggled in.
                    assert!(
                        hostile.body.lines().count() <= calm.body.lines().count() + 2,
                        "{fact} {sign:?}:\n{}",
                        hostile.body
                    );
                    assert!(
                        !hostile.body.contains('\r') && !hostile.body.contains("\nDear all"),
                        "{}",
                        hostile.body
                    );
                    let subject = hostile.subject.as_deref().unwrap_or_default();
                    assert!(!subject.contains(['\r', '\n']), "{subject:?}");
                }
            }
        }
    }
}

#[test]
fn syntax_of_every_kind_stays_literal_or_out() {
    for hostile in [
        "{{ 7*7 }}",
        "{% for x in range(9) %}x{% endfor %}",
        "{# note #}",
        "<script>alert(1)</script>",
        "R&D <b>team</b>",
        "a?subject=x&bcc=y@z.example",
        "100% %0d%0aBcc:x@y.example",
        "\u{e000}\u{e001} roadmap",
    ] {
        let mut facts = full();
        for fact in TEXT_FACTS {
            facts = with(facts, fact, json!(hostile));
        }
        if !accepts(&facts) {
            continue;
        }
        for (what, message) in every_message(vec![("hostile", facts)]) {
            let text = format!("{}\n{}", message.subject.unwrap_or_default(), message.body);
            for trace in ["49", "xxxxxxxxx", "&lt;", "&amp;", "%20"] {
                assert!(!text.contains(trace), "{trace}: {what}");
            }
            let questions = usize::from(message.purpose.is_status_question());
            assert_eq!(message.body.matches('?').count(), questions, "{what}");
            if let Some(link) = message.links.mailto {
                assert_eq!(
                    (link.matches('?').count(), link.matches('&').count()),
                    (1, 1),
                    "{link}"
                );
                assert!(
                    link.is_ascii() && !link.contains(['<', ' ', '\r', '\n']),
                    "{link}"
                );
            }
        }
    }
}
