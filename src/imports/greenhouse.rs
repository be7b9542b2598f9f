//! Greenhouse: the scheduled interview of Harvest v1, v2 and v3, and the webhook of one that was deleted.

use chrono::Days;

use super::found::Found;
use super::people::{self, INTERVIEWERS};
use super::reading::Part;

/// Properties by which the interview is known.
pub(super) const MARKS: [&str; 9] = [
    "start",
    "end",
    "interviewers",
    "organizer",
    "application_id",
    "starts_at",
    "ends_at",
    "all_day_start_on",
    "all_day_end_on",
];

pub(super) fn read(object: &Part<'_>, whole: &Part<'_>) -> Found {
    let mut found = Found::default();
    times(&mut found, object);
    found.interviewers = people::interviewers(&object.at("interviewers").entries(INTERVIEWERS), object.notes);
    found.take_contact(&object.first_of(&["organizer", "organizer_id"]));
    found.take_status(&object.at("status"));
    if whole.at("action").text("interview.status").as_deref() == Some("interview_deleted") {
        found.cancel(object.notes);
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

/// `start` and `end` hold `date_time` or, all day, `date`; in v3 they are four properties.
fn times(found: &mut Found, object: &Part<'_>) {
    let moment = |nested: &str, flat: &str, fact: &str| {
        let part = object.first_of(&[nested, flat]);
        if part.is_object() {
            part.at("date_time").instant(fact)
        } else {
            part.instant(fact)
        }
    };
    found.started_at = moment("start", "starts_at", "interview.started_at");
    found.ended_at = moment("end", "ends_at", "interview.ended_at");
    if found.started_at.is_some() || found.ended_at.is_some() {
        return;
    }
    let path = "interview.date";
    let day = |nested: &str, flat: &str| {
        let part = object.at(nested).at("date");
        if part.is_absent() {
            object.at(flat).date(path)
        } else {
            part.date(path)
        }
    };
    let first = day("start", "all_day_start_on");
    let after = day("end", "all_day_end_on");
    found.date = match (first, after) {
        (Some(first), Some(after)) if after > first => {
            let last = after.checked_sub_days(Days::new(1)).unwrap_or(first);
            let detail = format!(
                "The interview takes whole days, and the end that is given is the day after the last: {last} is the last."
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
