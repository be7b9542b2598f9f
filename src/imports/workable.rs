//! Workable: an event of the kinds call, interview and meeting.

use super::found::Found;
use super::people::{self, INTERVIEWERS};
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
    if object.at("cancelled").is_so("interview.status") {
        found.status = Some(InterviewStatus::Cancelled);
    }
    found.interviewers = people::interviewers(&object.at("members").entries(INTERVIEWERS), object.notes);
    found.take_candidate(&object.at("candidate"));
    let job = object.at("job");
    if job.at("title").id() != job.at("shortcode").id() {
        found.take_position(&job.at("title"));
    }
    found.take_stage(&object.at("title"));
    let conference = object.at("conference");
    found.take_video_link(&conference.at("url"));
    found.take_conference(&conference.at("type"));
    // The documentation says `call`; its example says `CallEvent`.
    found.take_kind(&object.at("type"));
    found
}
