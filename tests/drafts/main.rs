//! Drafts as candidates write them, and the findings that they must and must not get.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should say where"
)]

mod hostile;
mod rendered;
mod table;
mod timing;

use chrono::DateTime;
use followup::drafts::{DraftReview, DraftReviewSubmission, review};
use followup::facts::{Checked, read_around_facts};
use followup::planning::plan;
use serde_json::Value;

/// The review of a draft with its facts.
fn reviewed(request: &Value) -> DraftReview {
    let now = DateTime::parse_from_rfc3339("2026-03-09T10:00:00-05:00").unwrap();
    let mut draft = None;
    let facts = |submission: &mut DraftReviewSubmission| {
        let (read, violations) = submission.draft();
        assert_eq!(violations, [], "{request}");
        draft = Some(read);
        std::mem::take(&mut submission.facts)
    };
    let read = read_around_facts(request.to_string().as_bytes(), "/facts", facts, now);
    let (_, Checked { interview, as_of }) = read.unwrap_or_else(|rejected| panic!("{rejected:?}\n{request}"));
    review(&interview, &plan(&interview, as_of), &draft.unwrap())
}

/// Holds every span against its quote.
fn hold_spans(request: &Value, review: &DraftReview) {
    let shown = serde_json::to_value(review).unwrap();
    let slice = |field: &str, span: &Value| {
        let units: Vec<u16> = request[field]
            .as_str()
            .unwrap_or_default()
            .encode_utf16()
            .collect();
        let place = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap();
        let units = units.get(place("start")..place("end"));
        String::from_utf16(units.expect("a span within the text")).expect("a span between characters")
    };
    for finding in shown["findings"].as_array().unwrap() {
        let field = finding["field"].as_str().unwrap();
        assert_eq!(slice(field, &finding["span"]), finding["quote"], "{finding}");
    }
    for item in shown["checklist"].as_array().unwrap() {
        let field = if item["part"] == "subject" {
            "subject"
        } else {
            "body"
        };
        if item["present"] == true && !item["span"].is_null() {
            assert!(!slice(field, &item["span"]).trim().is_empty(), "{item}");
        }
    }
}
