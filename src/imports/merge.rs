//! Merge: the scheduled interview of its unified ATS model.

use super::found::Found;
use super::people::{self, INTERVIEWERS};
use super::reading::Part;
use crate::facts::InterviewStatus;

/// Properties by which the interview is known.
pub(super) const MARKS: [&str; 6] = [
    "start_at",
    "end_at",
    "job_interview_stage",
    "interviewers",
    "remote_was_deleted",
    "application",
];

pub(super) fn read(object: &Part<'_>) -> Found {
    let mut found = Found {
        started_at: object.at("start_at").instant("interview.started_at"),
        ended_at: object.at("end_at").instant("interview.ended_at"),
        ..Found::default()
    };
    found.take_status(&object.at("status"));
    if object.at("remote_was_deleted").is_so("interview.status") {
        deleted(&mut found, object);
    }
    found.interviewers = people::interviewers(&object.at("interviewers").entries(INTERVIEWERS), object.notes);
    found.take_contact(&object.at("organizer"));
    let stage = object.at("job_interview_stage");
    if stage.is_object() {
        found.take_stage(&stage.at("name"));
    }
    let application = object.at("application");
    found.take_candidate(&application.at("candidate"));
    let job = application.at("job");
    let job = if job.is_object() { job } else { stage.at("job") };
    if job.is_object() {
        found.take_position(&job.first_of(&["name", "title"]));
    }
    found.take_place(&object.at("location"));
    found
}

/// What the source no longer has was called off, unless it says that it took place.
fn deleted(found: &mut Found, object: &Part<'_>) {
    let (code, detail) = if found.status == Some(InterviewStatus::Held) {
        (
            "deleted_yet_held",
            "`remote_was_deleted` is true, but `status` says that the interview took place: taken as held.",
        )
    } else {
        found.cancel(object.notes);
        (
            "deleted_as_cancelled",
            "`remote_was_deleted` is true: the source no longer has the interview, so it is taken to have been called off.",
        )
    };
    object.notes.note(code, "interview.status", detail);
}
