//! A schedule as a calendar that other programs open: RFC 5545, an entry for each step that is still to be done.

use chrono::{DateTime, FixedOffset, TimeDelta};
use icalendar::{Alarm, Calendar, Class, Component, Event, EventLike, EventStatus, Property};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::facts::{Channel, Interview};
use crate::planning::{Addressee, Dates, Schedule, Status, Step};

/// The program that made the file.
const PRODID: &str = "-//Followup//Follow-up of an interview//EN";

/// The domain of every `UID`: reserved, so that it names nobody.
const UID_DOMAIN: &str = "followup.invalid";

/// How long an entry is: long enough to write or ring, and to be read in a week's view.
const ENTRY_MINUTES: i64 = 30;

/// Octets of a line, its end not counted (RFC 5545, 3.1).
const LINE_OCTETS: usize = 75;

/// `SEQUENCE` counts the seconds from 31 December 1998 on: no fact is older, and counted from 1970 those until 2052 would not
/// fit the 31 bits of RFC 5545.
const SEQUENCE_FROM: i64 = 915_062_400;

/// What stands for itself in the address of a `mailto:` link (RFC 6068).
const IN_ADDRESSES: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'@')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_')
    .remove(b'~');

/// The steps of a schedule that are still to be done, as a calendar to be published; none where nothing is left to do,
/// since a calendar without an entry is none (RFC 5545, 3.6). The schedule is that of the interview.
///
/// All times are in UTC: an entry is one moment, which UTC names rightly whatever clocks do, and programs show it by the
/// reader's own clock. The employer's local hours stand in the description.
#[must_use]
pub fn ics(interview: &Interview, schedule: &Schedule) -> Option<String> {
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", PRODID),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", &calendar_name(interview)),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    for step in &schedule.steps {
        if let Some(act_at) = step.act_at.filter(|_| step.is_pending()) {
            calendar.push(entry(interview, schedule, step, act_at));
        }
    }
    (!calendar.components.is_empty()).then(|| within_octets(&calendar.to_string()))
}

/// The same lines, none of more than 75 octets: icalendar 0.17.17 forgets that the last line of a folded one begins with a
/// space, and so makes some of 76.
fn within_octets(calendar: &str) -> String {
    let mut text = String::with_capacity(calendar.len() + calendar.len() / LINE_OCTETS);
    for line in calendar.split_inclusive("\r\n") {
        let (head, tail) = if line.len() > LINE_OCTETS + "\r\n".len() {
            line.split_at(line.floor_char_boundary(LINE_OCTETS))
        } else {
            (line, "")
        };
        text.push_str(head);
        if !tail.is_empty() {
            text.extend(["\r\n ", tail]);
        }
    }
    text
}

fn calendar_name(interview: &Interview) -> String {
    match &interview.employer.name {
        Some(employer) => format!("Follow-up with {employer}"),
        None => "Follow-up of an interview".to_owned(),
    }
}

fn entry(interview: &Interview, schedule: &Schedule, step: &Step, act_at: DateTime<FixedOffset>) -> Event {
    let as_of = schedule.as_of.to_utc();
    let title = titled(interview, step);
    // The crate would give an alarm a moment by the clock and an id by chance, as it does entries.
    let alarm = Alarm::display(&title, TimeDelta::zero())
        .timestamp(as_of)
        .uid(&format!("alarm.{}@{UID_DOMAIN}", step.id))
        .done();
    let mut event = Event::new();
    event
        .uid(&format!("{}@{UID_DOMAIN}", step.id))
        .sequence(sequence(schedule.as_of))
        .timestamp(as_of)
        .starts(act_at.to_utc())
        .ends(act_at.to_utc() + TimeDelta::minutes(ENTRY_MINUTES))
        .summary(&title)
        .description(&description(interview, schedule, step))
        .status(match step.status {
            // What may still come can move it or make it pointless.
            Status::Upcoming => EventStatus::Tentative,
            _ => EventStatus::Confirmed,
        })
        // It takes none of the day, and a shared calendar need not tell that its owner is looking for work.
        .add_property("TRANSP", "TRANSPARENT")
        .class(Class::Private)
        .alarm(alarm);
    if let Some(link) = link(interview, step) {
        event.url(&link);
    }
    event.done()
}

/// The step in a few words, with the employer where the words don't say whom it is about.
fn titled(interview: &Interview, step: &Step) -> String {
    match &interview.employer.name {
        Some(employer) if !step.title.contains(employer) => format!("{} ({employer})", step.title),
        _ => step.title.clone(),
    }
}

/// What is made later stands above what was made earlier.
fn sequence(as_of: DateTime<FixedOffset>) -> u32 {
    u32::try_from(as_of.timestamp() - SEQUENCE_FROM).unwrap_or_default()
}

/// What to do, in which time, and why, by which rules.
fn description(interview: &Interview, schedule: &Schedule, step: &Step) -> String {
    let dates = Dates::new(schedule.as_of);
    // The summary ends with its weightiest reason, which stands among the others below.
    let deed = step
        .reasons
        .iter()
        .find_map(|reason| step.summary.strip_suffix(reason.text()))
        .unwrap_or(&step.summary);
    let sign = if interview.zone.is_fixed() { "UTC" } else { "" };
    let mut text = format!(
        "{}\n\nOn time from {} to {}, best on {} (local time, {sign}{}).\n\nWhy:",
        deed.trim_end(),
        dates.moment(step.window.opens_at),
        dates.moment(step.window.closes_at),
        dates.moment(step.window.best_at),
        interview.zone,
    );
    for reason in &step.reasons {
        text.extend(["\n- ", reason.text(), " [", reason.rule().id, "]"]);
    }
    text
}

/// Where the step begins, if it is for one person whose address was given: a mail, a call, their profile.
fn link(interview: &Interview, step: &Step) -> Option<String> {
    let [
        Addressee {
            person: Some(person),
            channel,
        },
    ] = step.addressees[..]
    else {
        return None;
    };
    let person = interview.person(person)?;
    match channel {
        Channel::Email => {
            let email = person.email.as_deref()?;
            Some(format!("mailto:{}", utf8_percent_encode(email, IN_ADDRESSES)))
        }
        Channel::Phone => tel(person.phone.as_deref()?),
        // What is not ASCII is no part of a URI.
        Channel::Linkedin => Some(utf8_percent_encode(person.linkedin_url.as_deref()?, CONTROLS).to_string()),
        Channel::Platform => None,
    }
}

/// `tel:` for a number that can be rung from anywhere (RFC 3966): one with a leading + and no extension.
fn tel(phone: &str) -> Option<String> {
    let number = phone.strip_prefix('+')?;
    let digits: String = number.chars().filter(|c| !" ()-./".contains(*c)).collect();
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| format!("tel:+{digits}"))
}
