//! Draft reviews from outside: what is refused, with which pointers.

use rstest::rstest;
use serde_json::{Value, json};

use crate::errors::expect_problem;
use crate::requests::{Request, send};

fn sound() -> Value {
    json!({
        "facts": {"interview": {"ended_at": "2026-03-02T15:00:00-08:00"}, "as_of": "2026-03-02T18:00:00-08:00"},
        "purpose": "thank_you", "channel": "email", "subject": null, "body": "Dear Sam,\n\tThank you.\r\n",
    })
}

#[actix_web::test]
async fn a_draft_is_reviewed() {
    let answer = send(Request::post("/v1/draft-reviews", sound().to_string())).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let review = answer.json();
    assert_eq!(review["word_count"], 4);
    assert_eq!(review["send_now"]["advised"], true);
    assert_eq!(review["findings"][0]["rule"], "draft.subject_missing");
}

#[rstest]
#[case::a_purpose_without_a_message(json!({"purpose": "prepare"}), &["/purpose unknown_value"])]
#[case::no_purpose(json!({"purpose": null}), &["/purpose missing"])]
#[case::an_unknown_channel(json!({"channel": "fax"}), &["/channel unknown_value"])]
#[case::a_blank_body(json!({"body": " \n\t"}), &["/body missing"])]
#[case::a_long_body(json!({"body": "a ".repeat(10_001)}), &["/body too_long"])]
#[case::a_long_subject(json!({"subject": "a".repeat(1_001)}), &["/subject too_long"])]
#[case::a_subject_of_two_lines(json!({"subject": "a\nBcc: b@c.example"}), &["/subject forbidden_character"])]
#[case::a_bell(json!({"body": "a\u{7}"}), &["/body forbidden_character"])]
#[case::a_turned_direction(json!({"body": "a\u{202e}b"}), &["/body forbidden_character"])]
#[case::facts_and_body_at_once(json!({"facts": {"interview": {"ended_at": "yesterday"}}, "body": "\u{0}"}), &["/facts/interview/ended_at not_an_instant", "/body forbidden_character"])]
#[case::an_unknown_property(json!({"text": "a"}), &["/text unknown_property"])]
#[actix_web::test]
async fn what_cannot_be_is_refused(#[case] change: Value, #[case] expected: &[&str]) {
    let mut body = sound();
    for (name, value) in change.as_object().unwrap() {
        body[name] = value.clone();
    }
    let answer = send(Request::post("/v1/draft-reviews", body.to_string())).await;
    expect_problem(&answer, 422, "invalid-facts");
    let problem = answer.json();
    let faults = problem["errors"].as_array().unwrap().iter();
    let found: Vec<_> = faults
        .map(|fault| {
            format!(
                "{} {}",
                fault["pointer"].as_str().unwrap(),
                fault["code"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(found, expected);
}
