//! Greenhouse: the scheduled interview of Harvest v1, v2 and v3, and the webhook of one that was deleted.

use chrono::Days;

use super::found::Found;
use super::people::{self, Person};
use super::reading::Part;
use crate::facts::InterviewStatus;

/// Properties by which the interview is known.
pub(super) const MARKS: [&str; 8] = [
    "start",
    "end",
    "interviewers",
    "organizer",
    "application_id",
    "starts_at",
    "ends_at",
    "all_day_start_on",
];

pub(super) fn read(object: &Part<'_>, whole: &Part<'_>) -> Found {
    let mut found = Found::default();
    times(&mut found, object);
    found.interviewers = people::interviewers(
        object
            .at("interviewers")
            .entries("interview.interviewers")
            .iter()
            .filter_map(interviewer)
            .collect(),
        object.notes,
    );
    let organizer = object.at("organizer");
    let arranged = Person::read(&organizer, "employer.contact");
    found.take_contact(arranged, &organizer);
    found.take_status(&object.at("status"));
    if whole.at("action").text("interview.status").as_deref() == Some("interview_deleted") {
        found.status = Some(InterviewStatus::Cancelled);
        let detail =
            "`action` says `interview_deleted`: the interview was called off or taken out of the calendar.";
        object
            .notes
            .note("deleted_as_cancelled", "interview.status", detail);
    }
    found.take_stage(&object.at("interview").at("name"));
    found.take_video_link(&object.at("video_conferencing_url"));
    found.take_place(&object.at("location"));
    found
}

/// `start` and `end` hold `date_time` or, all day, `date`.
fn times(found: &mut Found, object: &Part<'_>) {
    let (start, end) = (object.at("start"), object.at("end"));
    let moment = |part: &Part<'_>, flat: &str, fact: &str| {
        let nested = part.is_object().then(|| part.at("date_time"));
        let part = nested.unwrap_or_else(|| {
            if part.is_absent() {
                object.at(flat)
            } else {
                part.clone()
            }
        });
        part.instant(fact)
    };
    found.started_at = moment(&start, "starts_at", "interview.started_at");
    found.ended_at = moment(&end, "ends_at", "interview.ended_at");
    if found.started_at.is_some() || found.ended_at.is_some() {
        return;
    }
    let path = "interview.date";
    let first = start.at("date").date(path);
    let after = end.at("date").date(path);
    found.date = match (first, after) {
        (Some(first), Some(after)) if after > first => {
            let last = after.checked_sub_days(Days::new(1)).unwrap_or(first);
            let detail = format!(
                "The interview takes whole days, and `end.date` is the day after the last: {last} is the last."
            );
            object.notes.note("end_day_not_included", path, detail);
            Some(last)
        }
        (first, after) => first.or(after),
    };
    if found.date.is_some() {
        let detail = "No time of day is known: the interview is taken to have ended at 17:00 there.";
        object.notes.note("whole_day", "interview.ended_at", detail);
    }
}

fn interviewer(part: &Part<'_>) -> Option<Person> {
    Some(Person {
        answer: people::answer(&part.at("response_status")),
        ..Person::read(part, "interview.interviewers")?
    })
}
