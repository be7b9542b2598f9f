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
use self::moment::Moment;
use self::texts::{FREE_TEXT_CHARS, NAME_CHARS};
use self::whereabouts::Whereabouts;
use super::interview::{
    CompetingOffer, Delay, Interview, Person, Pin, Platform, Preferences, Received, Sent, Skip, Timeline,
    Withdrawal,
};
use super::submission::{InterviewDetailsSubmission, InterviewSubmission, PlatformSubmission};
use super::violation::{Place, Violation};
use super::vocabulary::{Format, InterviewStatus, Stage};
use crate::calendar::{WorkCalendar, Zone};

pub(super) use self::moment::TIMES;
pub use self::texts::{check_letter, check_line, nothing_is_sent};
pub(crate) use self::texts::{first_forbidden, single_spaced};
pub(crate) use self::times::LONGEST_INSTANT_CHARS;

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
pub fn check(
    mut submission: InterviewSubmission,
    now: DateTime<FixedOffset>,
) -> Result<Checked, Vec<Violation>> {
    let mut findings = Findings::default();
    let found = &mut findings;
    let root = Place::Document;

    let reference = texts::verbatim(
        found,
        root.property("reference"),
        submission.reference.take(),
        NAME_CHARS,
    );
    let as_of = as_of(found, root.property("as_of"), submission.as_of.as_deref(), now);
    let candidate = submission.candidate.take().unwrap_or_default();
    let candidate = people::candidate(found, root.property("candidate"), candidate);
    let employer = submission.employer.take().unwrap_or_default();
    let Whereabouts {
        employer,
        zone,
        region,
        closures,
    } = whereabouts::employer(found, root.property("employer"), employer);
    let details = details(
        found,
        root.property("interview"),
        submission.interview.take(),
        zone,
    );

    let zone = details
        .moment
        .as_ref()
        .map(|moment| moment.zone)
        .or(zone)
        .unwrap_or_else(Zone::utc);
    let frame = Frame {
        day: details.moment.as_ref().map(|moment| moment.ended_at.date_naive()),
        as_of: as_of.map(|as_of| zone.local(as_of)),
        zone,
    };
    let as_of_given = submission.as_of.is_some();
    let course = course(found, root, submission, &frame);

    let people: Vec<_> = details.interviewers.iter().chain(&employer.contact).collect();
    history::warn_of_unknown_recipients(found, &course.sent, &people);
    if let Some(day) = frame.day {
        whereabouts::assume_calendar(found, region.as_ref(), day.year());
    }
    if let Some(as_of) = frame.as_of.filter(|_| !as_of_given) {
        let moment = as_of.format("%-d %B %Y at %H:%M");
        found.assume(
            "as_of_now",
            format!("No moment was given for which to plan: it is {moment} at their place."),
        );
    }

    let (Some(moment), Some(as_of), true) = (details.moment, frame.as_of, findings.violations.is_empty())
    else {
        return Err(findings.violations);
    };
    let interview = Interview {
        reference,
        candidate,
        employer,
        zone: frame.zone,
        calendar: WorkCalendar::new(region, closures),
        started_at: moment.started_at,
        ended_at: moment.ended_at,
        status: details.status,
        position: details.position,
        stage: details.stage,
        format: details.format,
        interviewers: details.interviewers,
        topics: details.topics,
        appeal: details.appeal,
        timeline: course.timeline,
        delays: course.delays,
        platform: course.platform,
        competing_offer: course.competing_offer,
        withdrawal: course.withdrawal,
        sent: course.sent,
        received: course.received,
        pins: course.pins,
        skips: course.skips,
        preferences: course.preferences,
        assumptions: findings.assumptions,
        warnings: findings.warnings,
    };
    Ok(Checked { interview, as_of })
}

/// Reads an `as_of` that stands outside of the facts, in a query or a flag.
///
/// # Errors
/// What is wrong with it, as that of the facts would be refused; never nothing.
pub fn read_as_of(text: &str) -> Result<DateTime<FixedOffset>, Vec<Violation>> {
    let mut found = Findings::default();
    let root = Place::Document;
    let read = times::instant(&mut found, root.property("as_of"), Some(text), times::OTHER_YEARS);
    read.ok_or(found.violations)
}

fn as_of(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<&str>,
    now: DateTime<FixedOffset>,
) -> Option<DateTime<FixedOffset>> {
    match given {
        Some(_) => times::instant(found, place, given, times::OTHER_YEARS),
        None => Some(now),
    }
}

/// The interview itself.
#[derive(Debug)]
struct Details {
    /// `None` where it can't be known, for which there is a fault then.
    moment: Option<Moment>,
    status: InterviewStatus,
    position: Option<String>,
    stage: Stage,
    format: Option<Format>,
    interviewers: Vec<Person>,
    topics: Vec<String>,
    appeal: Option<String>,
}

fn details(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<InterviewDetailsSubmission>,
    zone: Option<Zone>,
) -> Details {
    if given.is_none() {
        found.missing(place, ", with `ended_at`, `started_at` or `date`");
    }
    let moment = given
        .as_ref()
        .and_then(|given| moment::moment(found, place, given, zone));
    let given = given.unwrap_or_default();
    if given.stage.is_none() {
        found.assume(
            "stage_default",
            "The stage was not given: the interview is taken for a first one.",
        );
    }
    Details {
        moment,
        status: match given.status.unwrap_or_default() {
            InterviewStatus::Scheduled => InterviewStatus::Held,
            status => status,
        },
        position: texts::free_text(found, place.property("position"), given.position, NAME_CHARS),
        stage: given.stage.unwrap_or_default(),
        format: given.format,
        interviewers: people::interviewers(found, place.property("interviewers"), given.interviewers),
        topics: texts::short_texts(found, place.property("topics"), given.topics, people::MOST_TOPICS),
        appeal: texts::free_text(found, place.property("appeal"), given.appeal, FREE_TEXT_CHARS),
    }
}

/// What was said, sent, received and decided since, and what the candidate wishes.
#[derive(Debug)]
struct Course {
    timeline: Option<Timeline>,
    delays: Vec<Delay>,
    platform: Option<Platform>,
    competing_offer: Option<CompetingOffer>,
    withdrawal: Option<Withdrawal>,
    sent: Vec<Sent>,
    received: Vec<Received>,
    pins: Vec<Pin>,
    skips: Vec<Skip>,
    preferences: Preferences,
}

fn course(found: &mut Findings, root: Place<'_>, given: InterviewSubmission, frame: &Frame) -> Course {
    let earliest = frame.day.map(Earliest::interview);
    let timeline = given
        .timeline
        .and_then(|given| course::timeline(found, root.property("timeline"), &given, earliest));
    let delays = course::delays(found, root.property("delays"), given.delays);
    let platform = given
        .platform
        .map(|given| platform(found, root.property("platform"), given));
    let competing_offer = given
        .competing_offer
        .and_then(|given| course::competing_offer(found, root.property("competing_offer"), &given, frame));
    let withdrawal = given
        .withdrawal
        .and_then(|given| course::withdrawal(found, root.property("withdrawal"), &given, frame));
    let (sent, received) =
        history::history(found, root.property("history"), given.history, frame, withdrawal);
    let pins = course::pins(found, root.property("pins"), given.pins, frame);
    let skips = course::skips(found, root.property("skips"), given.skips, &pins);
    let preferences = preferences::preferences(
        found,
        root.property("preferences"),
        given.preferences.unwrap_or_default(),
    );
    Course {
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
    }
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
