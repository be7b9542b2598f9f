//! Lever: an interview of an opportunity, with times in milliseconds.

use super::found::Found;
use super::people::{self, INTERVIEWERS};
use super::reading::Part;
use crate::facts::InterviewStatus;

/// Properties by which the interview is known.
pub(super) const MARKS: [&str; 6] = [
    "date",
    "duration",
    "canceledAt",
    "panel",
    "gcalEventUrl",
    "feedbackForms",
];

pub(super) fn read(object: &Part<'_>, whole: &Part<'_>) -> Found {
    let mut found = Found {
        started_at: object.at("date").milliseconds("interview.started_at"),
        position: position(object),
        ..Found::default()
    };
    found.take_minutes(object.at("duration").number("interview.duration_minutes"));
    found.take_zone(&object.at("timezone"));
    let deleted = whole.at("event").text("interview.status").as_deref() == Some("interviewDeleted");
    if deleted || object.at("canceledAt").is_so("interview.status") {
        found.status = Some(InterviewStatus::Cancelled);
    }
    found.interviewers = people::interviewers(&object.at("interviewers").entries(INTERVIEWERS), object.notes);
    found.take_contact(&object.at("user"));
    let stage = object.at("stage");
    if stage.is_object() {
        found.take_stage(&stage.first_of(&["text", "name"]));
    }
    found.take_stage(&object.at("subject"));
    found.take_place(&object.at("location"));
    found
}

/// The title of the one posting; ids say nothing, and of several none can be chosen.
fn position(object: &Part<'_>) -> Option<String> {
    let path = "interview.position";
    let postings = object.at("postings").entries(path);
    match postings.as_slice() {
        [only] if only.is_object() => only.first_of(&["text", "title", "name"]).label(path),
        [_, _, ..] => {
            let detail = "`postings` are several: none was taken for the position.";
            object.notes.note("several_postings", path, detail);
            None
        }
        _ => None,
    }
}
