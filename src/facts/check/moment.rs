//! When the interview was: its start, its end, the zone in which all is told.

use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta};

use super::findings::Findings;
use super::times::{self, INTERVIEW_YEARS};
use crate::calendar::Zone;
use crate::facts::code;
use crate::facts::submission::InterviewDetailsSubmission;
use crate::facts::violation::Place;
use crate::facts::vocabulary::InterviewStatus;

/// The properties of which one must tell when the interview was; a missing one is reported at the first.
pub(in crate::facts) const TIMES: [&str; 3] = ["ended_at", "started_at", "date"];

/// How long an interview is taken to be (contract.md, "Interview facts").
const DEFAULT_MINUTES: u32 = 60;

const LONGEST_MINUTES: u32 = 1_440;

/// When one has ended of which only the day is known (policy.md, "Words").
const DEFAULT_END: Option<NaiveTime> = NaiveTime::from_hms_opt(17, 0, 0);

/// Start and end, local.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    pub(super) zone: Zone,
    pub(super) started_at: DateTime<FixedOffset>,
    pub(super) ended_at: DateTime<FixedOffset>,
}

/// When the interview was; `None` where that can't be known, for which there is a fault then.
pub(super) fn moment(
    found: &mut Findings,
    place: Place<'_>,
    given: &InterviewDetailsSubmission,
    employers_zone: Option<Zone>,
) -> Option<Moment> {
    let ended_place = place.property("ended_at");
    let date_place = place.property("date");
    let ended_at = times::instant(found, ended_place, given.ended_at.as_deref(), INTERVIEW_YEARS);
    let started_at = times::instant(
        found,
        place.property("started_at"),
        given.started_at.as_deref(),
        INTERVIEW_YEARS,
    );
    let minutes = found.number(
        place.property("duration_minutes"),
        given.duration_minutes,
        1..=LONGEST_MINUTES,
    );
    let date = times::date(found, date_place, given.date.as_deref(), INTERVIEW_YEARS);
    if given.ended_at.is_none() && given.started_at.is_none() && given.date.is_none() {
        found.missing(
            ended_place,
            ", or `started_at`, or `date` where no time of day is known",
        );
    }

    let zone = employers_zone.unwrap_or_else(|| zone_of(found, ended_at.or(started_at)));
    let length = TimeDelta::minutes(i64::from(minutes.unwrap_or(DEFAULT_MINUTES)));
    let end = match (ended_at, started_at, date) {
        (Some(ended_at), _, _) => zone.local(ended_at),
        (None, Some(started_at), _) => zone.local(started_at + length),
        (None, None, date) => zone.at(date?, DEFAULT_END?),
    };
    let start = zone.local(started_at.unwrap_or(end - length));

    if start > end {
        let detail = format!("{ended_place} must not lie before `started_at`.");
        found.fault(ended_place, &code::WRONG_ORDER, detail);
    }
    // Around midnight either day may be meant.
    let day = end.date_naive();
    if date.is_some_and(|date| date != day && date != start.date_naive()) {
        let detail = format!("{date_place} must be {day}, the local day of the time given, or be left out.");
        found.fault(date_place, &code::CONTRADICTION, detail);
    }
    let start_matters = given.status == Some(InterviewStatus::InterviewerAbsent);
    if given.duration_minutes.is_none()
        && ((ended_at.is_none() && started_at.is_some()) || (started_at.is_none() && start_matters))
    {
        found.assume(
            "duration_default",
            format!("How long it lasted was not given: the interview is taken for one of {DEFAULT_MINUTES} minutes."),
        );
    }
    if ended_at.is_none() && started_at.is_none() {
        found.assume(
            "end_of_day",
            "Only the day was given: the interview is taken to have ended at 17:00 there.",
        );
    }
    Some(Moment {
        zone,
        started_at: start,
        ended_at: end,
    })
}

fn zone_of(found: &mut Findings, told: Option<DateTime<FixedOffset>>) -> Zone {
    let Some(told) = told else {
        found.assume(
            "zone_utc",
            "No time zone was given: all hours are told in UTC. Name the employer's time zone to have them in theirs.",
        );
        return Zone::utc();
    };
    let offset = *told.offset();
    found.assume(
        "zone_from_offset",
        format!(
            "No time zone was given: the interview's own offset, {offset}, is kept all year, and a fixed offset \
             knows no summer time. Name the employer's time zone to have the hours right after a change."
        ),
    );
    Zone::fixed(offset)
}
