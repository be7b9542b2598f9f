//! Lever: an interview of an opportunity, with times in milliseconds.

use super::found::Found;
use super::people::{self, Person};
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
    if found.started_at.is_some() && found.ended_at.is_none() {
        let detail = "`duration` is not given: the interview is taken to have lasted 60 minutes.";
        object
            .notes
            .note("length_unknown", "interview.duration_minutes", detail);
    }
    let deleted = whole.at("event").text("interview.status").as_deref() == Some("interviewDeleted");
    let cancelled = object.at("canceledAt").number("interview.status");
    if deleted || cancelled.is_some_and(|at| at > 0) {
        found.status = Some(InterviewStatus::Cancelled);
    }
    let path = "interview.interviewers";
    let people = object.at("interviewers").entries(path);
    let people = people
        .iter()
        .filter_map(|part| Person::read(part, path))
        .collect();
    found.interviewers = people::interviewers(people, object.notes);
    let user = object.at("user");
    let arranged = Person::read(&user, "employer.contact");
    found.take_contact(arranged, &user);
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
