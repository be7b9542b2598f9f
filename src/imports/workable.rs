//! Workable: an event of the kinds call, interview and meeting.

use super::found::Found;
use super::people::{self, Person};
use super::reading::Part;
use crate::facts::InterviewStatus;

/// Properties by which the event is known.
pub(super) const MARKS: [&str; 5] = ["starts_at", "ends_at", "members", "conference", "cancelled"];

pub(super) fn read(object: &Part<'_>) -> Found {
    let mut found = Found {
        started_at: object.at("starts_at").instant("interview.started_at"),
        ended_at: object.at("ends_at").instant("interview.ended_at"),
        ..Found::default()
    };
    if object.at("cancelled").flag("interview.status") == Some(true) {
        found.status = Some(InterviewStatus::Cancelled);
    }
    let path = "interview.interviewers";
    let members = object.at("members").entries(path);
    let members = members.iter().filter_map(|part| {
        Some(Person {
            answer: people::answer(&part.at("status")),
            ..Person::read(part, path)?
        })
    });
    found.interviewers = people::interviewers(members.collect(), object.notes);
    found.take_candidate(&object.at("candidate"));
    found.take_position(&object.at("job").at("title"));
    found.take_stage(&object.at("title"));
    found.take_video_link(&object.at("conference").at("url"));
    // The documentation says `call`; its example says `CallEvent`.
    found.take_kind(&object.at("type"));
    found
}
