//! Ashby: an interview schedule with its events, as `interviewSchedule.list` and the webhooks send it, or one event alone.

use super::found::Found;
use super::people::{self, Person};
use super::reading::Part;
use super::slots::{self, Slot};

const INTERVIEWERS: &str = "interview.interviewers";

/// Properties by which the schedule, or an event, is known.
pub(super) const MARKS: [&str; 5] = [
    "interviewEvents",
    "interviewStageId",
    "applicationId",
    "startTime",
    "interviewScheduleId",
];

pub(super) fn read(object: &Part<'_>) -> Found {
    let mut found = Found::default();
    let events = object.at("interviewEvents");
    let events = if events.is_absent() && !object.at("startTime").is_absent() {
        vec![object.clone()]
    } else {
        events.entries("interview.ended_at")
    };
    let events = events
        .into_iter()
        .map(|event| Slot::read(event, "startTime", "endTime"))
        .collect();
    let events = slots::take(&mut found, events);
    let people = events
        .iter()
        .flat_map(|event| interviewers(&event.part))
        .collect();
    found.interviewers = people::interviewers(people, object.notes);
    found.take_status(&object.at("status"));
    let scheduled_by = object.at("scheduledBy");
    let arranged = Person::read(&scheduled_by, "employer.contact");
    found.take_contact(arranged, &scheduled_by);
    found.take_stage(&object.at("interviewStage").first_of(&["title", "name"]));
    if let Some(last) = events.last() {
        let interview = last.part.at("interview");
        found.take_stage(&interview.first_of(&["title", "externalTitle"]));
        found.take_video_link(&last.part.at("meetingLink"));
        found.take_place(&last.part.at("location"));
    }
    let application = object.at("application");
    let candidate = application.first_of(&["candidate"]);
    found.take_candidate(&if candidate.is_absent() {
        object.at("candidate")
    } else {
        candidate
    });
    found.take_position(&application.at("job").first_of(&["title", "name"]));
    found
}

/// The people of an event without those who only watched; the deprecated list of ids where there is no other.
fn interviewers(event: &Part<'_>) -> Vec<Person> {
    let people = event.at("interviewers");
    if people.is_absent() {
        let ids = event.at("interviewerUserIds").entries(INTERVIEWERS);
        return ids
            .iter()
            .filter_map(|id| Person::read(id, INTERVIEWERS))
            .collect();
    }
    let people = people.entries(INTERVIEWERS);
    people.iter().filter_map(interviewer).collect()
}

fn interviewer(part: &Part<'_>) -> Option<Person> {
    let role = part.at("trainingRole").text(INTERVIEWERS);
    if role.is_some_and(|role| role.eq_ignore_ascii_case("shadow")) {
        let detail = "Who came to watch (`trainingRole` is `Shadow`) is no interviewer: left out.";
        part.notes.note("shadow_left_out", INTERVIEWERS, detail);
        return None;
    }
    Person::read(part, INTERVIEWERS)
}
