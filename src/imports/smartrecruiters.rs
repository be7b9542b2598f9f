//! `SmartRecruiters`: an interview with its time slots; people stand in it by id alone.

use super::found::Found;
use super::people::{self, INTERVIEWERS};
use super::reading::Part;
use super::slots::{self, Slot};

/// Properties by which the interview is known.
pub(super) const MARKS: [&str; 5] = ["timeslots", "timezone", "organizerId", "jobId", "interview_id"];

pub(super) fn read(object: &Part<'_>, whole: &Part<'_>) -> Found {
    let mut found = Found::default();
    let timeslots = object.at("timeslots").entries("interview.ended_at");
    let timeslots = timeslots
        .into_iter()
        .map(|slot| Slot::read(slot, "startsOn", "endsOn"))
        .collect();
    let timeslots = slots::take(&mut found, timeslots);
    found.take_zone(&object.at("timezone"));
    let people: Vec<_> = timeslots
        .iter()
        .flat_map(|slot| slot.part.at("interviewers").entries(INTERVIEWERS))
        .collect();
    found.interviewers = people::interviewers(&people, object.notes);
    found.take_contact(&object.first_of(&["organizer", "organizerId"]));
    // Not documented, yet the one thing that could tell of a cancellation.
    found.take_status(&object.at("status"));
    let event = whole.first_of(&["event", "eventName", "event_name"]);
    if event.text("interview.status").as_deref() == Some("interview.canceled") {
        found.cancel(object.notes);
    }
    found.take_position(&object.at("job").first_of(&["title", "name"]));
    found.take_candidate(&object.at("candidate"));
    if let Some(last) = timeslots.last() {
        let kind = last.part.at("interviewType");
        // `ONSITE`, `PHONE` and `VIDEO` say how they met, any other text is a name.
        if !found.take_kind(&kind) {
            found.take_stage(&kind);
        }
        found.take_stage(&last.part.at("title"));
        found.take_place(&last.part.at("place"));
    }
    found.take_place(&object.at("location"));
    found
}
