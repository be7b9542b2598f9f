//! Ashby: an interview schedule with its events, as `interviewSchedule.list` and the webhooks send it, or one event alone.

use super::found::Found;
use super::people::{self, INTERVIEWERS};
use super::reading::Part;
use super::slots::{self, Slot};

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
    let events = without_debriefs(events);
    let events = events
        .into_iter()
        .map(|event| Slot::read(event, "startTime", "endTime"))
        .collect();
    let events = slots::take(&mut found, events);
    let people: Vec<_> = events
        .iter()
        .flat_map(|event| interviewers(&event.part))
        .collect();
    found.interviewers = people::interviewers(&people, object.notes);
    found.take_status(&object.at("status"));
    found.take_contact(&object.at("scheduledBy"));
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

/// The events without those at which the interviewers spoke about the candidate, unless there are no others.
fn without_debriefs(mut events: Vec<Part<'_>>) -> Vec<Part<'_>> {
    let is_debrief = |event: &Part<'_>| event.at("interview").at("isDebrief").is_so("interview.ended_at");
    let debriefs = events.iter().filter(|event| is_debrief(event)).count();
    if debriefs == 0 || debriefs == events.len() {
        return events;
    }
    events.retain(|event| {
        let left_out = is_debrief(event);
        if left_out {
            let detail = format!(
                "`{}` is a debrief among the interviewers (`isDebrief`): left out.",
                event.name()
            );
            event.notes.note("debrief_left_out", "interview.ended_at", detail);
        }
        !left_out
    });
    events
}

/// The people of an event without those who only watched; the deprecated list of ids where there is no other.
fn interviewers<'a>(event: &Part<'a>) -> Vec<Part<'a>> {
    let mut people = event
        .first_of(&["interviewers", "interviewerUserIds"])
        .entries(INTERVIEWERS);
    people.retain(|person| !is_shadow(person));
    people
}

fn is_shadow(person: &Part<'_>) -> bool {
    let role = person.at("trainingRole").text(INTERVIEWERS);
    let shadow = role.is_some_and(|role| role.eq_ignore_ascii_case("shadow"));
    if shadow {
        let detail = "Who came to watch (`trainingRole` is `Shadow`) is no interviewer: left out.";
        person.notes.note("shadow_left_out", INTERVIEWERS, detail);
    }
    shadow
}
