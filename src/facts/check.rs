//! From what was sent to what is true: [`check()`] finds every fault, or hands out an [`Interview`].

mod course;
mod findings;
mod history;
mod moment;
mod people;
mod preferences;
#[cfg(test)]
pub(super) mod tests;
mod texts;
mod times;
mod whereabouts;

use chrono::{DateTime, Datelike, FixedOffset};

use self::course::{Earliest, Frame};
use self::findings::Findings;
use self::texts::{FREE_TEXT_CHARS, NAME_CHARS};
use super::interview::{Interview, Platform};
use super::submission::{InterviewSubmission, PlatformSubmission};
use super::violation::{Place, Violation};
use super::vocabulary::{InterviewStatus, Stage};
use crate::calendar::{WorkCalendar, Zone};

pub(super) use self::moment::TIMES;

/// Facts that passed the check, and the moment for which the answer is made.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The facts.
    pub interview: Interview,
    /// The moment for which the answer is made, in the employer's zone.
    pub as_of: DateTime<FixedOffset>,
}

/// Judges the facts.
///
/// `now` stands in for an absent `as_of`; the caller reads the clock. Blank texts count as absent, also in lists.
///
/// # Errors
/// All violations at once, in the order in which the contract lists the properties.
pub fn check(submission: InterviewSubmission, now: DateTime<FixedOffset>) -> Result<Checked, Vec<Violation>> {
    let mut findings = Findings::default();
    let found = &mut findings;
    let root = Place::Document;

    let reference = texts::verbatim(
        found,
        root.property("reference"),
        submission.reference,
        NAME_CHARS,
    );
    let as_of_given = submission.as_of.as_deref();
    let as_of = times::instant(found, root.property("as_of"), as_of_given, times::OTHER_YEARS);
    let as_of = if as_of_given.is_none() { Some(now) } else { as_of };
    let candidate = people::candidate(
        found,
        root.property("candidate"),
        submission.candidate.unwrap_or_default(),
    );
    let place = whereabouts::employer(
        found,
        root.property("employer"),
        submission.employer.unwrap_or_default(),
    );

    let interview_place = root.property("interview");
    if submission.interview.is_none() {
        found.missing(interview_place, ", with `ended_at`, `started_at` or `date`");
    }
    let details = submission.interview;
    let moment = details
        .as_ref()
        .and_then(|details| moment::moment(found, interview_place, details, place.zone.clone()));
    let details = details.unwrap_or_default();
    let zone = moment
        .as_ref()
        .map(|moment| moment.zone.clone())
        .or(place.zone)
        .unwrap_or_else(Zone::utc);
    let position = texts::free_text(
        found,
        interview_place.property("position"),
        details.position,
        NAME_CHARS,
    );
    let interviewers = people::interviewers(
        found,
        interview_place.property("interviewers"),
        details.interviewers,
    );
    let topics = texts::short_texts(
        found,
        interview_place.property("topics"),
        details.topics,
        people::MOST_TOPICS,
    );
    let appeal = texts::free_text(
        found,
        interview_place.property("appeal"),
        details.appeal,
        FREE_TEXT_CHARS,
    );

    let frame = Frame {
        day: moment.as_ref().map(|moment| moment.ended_at.date_naive()),
        as_of: as_of.map(|as_of| zone.local(as_of)),
        zone,
    };
    let earliest = frame.day.map(Earliest::interview);
    let timeline = submission
        .timeline
        .and_then(|given| course::timeline(found, root.property("timeline"), &given, earliest));
    let delays = course::delays(found, root.property("delays"), submission.delays);
    let platform = submission
        .platform
        .map(|given| platform(found, root.property("platform"), given));
    let competing_offer = submission
        .competing_offer
        .and_then(|given| course::competing_offer(found, root.property("competing_offer"), &given, &frame));
    let withdrawal = submission
        .withdrawal
        .and_then(|given| course::withdrawal(found, root.property("withdrawal"), &given, &frame));
    let (sent, received) = history::history(found, root.property("history"), submission.history, &frame);
    let pins = course::pins(found, root.property("pins"), submission.pins, &frame);
    let skips = course::skips(found, root.property("skips"), submission.skips, &pins);
    let preferences = preferences::preferences(
        found,
        root.property("preferences"),
        submission.preferences.unwrap_or_default(),
    );

    history::warn_of_unknown_recipients(found, &sent, interviewers.iter().chain(&place.employer.contact));
    if let Some(day) = frame.day {
        whereabouts::assume_calendar(found, place.region.as_ref(), day.year());
    }
    if details.stage.is_none() {
        found.assume(
            "stage_default",
            "The stage was not given: the interview is taken for a first one.",
        );
    }
    if let (None, Some(as_of)) = (as_of_given, frame.as_of) {
        let moment = as_of.format("%-d %B %Y at %H:%M");
        found.assume(
            "as_of_now",
            format!("No moment was given for which to plan: it is {moment} at their place."),
        );
    }

    let (Some(moment), Some(as_of), true) = (moment, frame.as_of, findings.violations.is_empty()) else {
        return Err(findings.violations);
    };
    let interview = Interview {
        reference,
        candidate,
        employer: place.employer,
        zone: frame.zone,
        calendar: WorkCalendar::new(place.region, place.closures),
        started_at: moment.started_at,
        ended_at: moment.ended_at,
        status: match details.status.unwrap_or_default() {
            InterviewStatus::Scheduled => InterviewStatus::Held,
            status => status,
        },
        position,
        stage: details.stage.unwrap_or(Stage::First),
        format: details.format,
        interviewers,
        topics,
        appeal,
        timeline,
        delays,
        platform,
        competing_offer,
        withdrawal,
        sent,
        received,
        pins,
        skips,
        preferences,
        assumptions: findings.assumptions,
        warnings: findings.warnings,
    };
    Ok(Checked { interview, as_of })
}

fn platform(found: &mut Findings, place: Place<'_>, given: PlatformSubmission) -> Platform {
    let name = texts::line(found, place.property("name"), given.name, NAME_CHARS);
    if given.contract_signed.is_none() {
        let platform = name.as_deref().unwrap_or("the marketplace");
        found.assume(
            "contract_unsigned",
            format!("Nothing was said of a contract: none is taken to be signed, so that every message stays on {platform}."),
        );
    }
    Platform {
        name,
        contract_signed: given.contract_signed.unwrap_or(false),
    }
}
