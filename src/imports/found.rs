//! What an object says of an interview, in the form of our facts.

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, TimeDelta};
use serde_json::{Map, Value, json};

use super::people::Person;
use super::reading::{Notes, Part, is_web_address, quoted};
use super::words;
use crate::calendar::Zone;
use crate::facts::{Format, InterviewStatus, Stage};

/// How many people our facts can hold (contract.md, "Limits").
const MOST_INTERVIEWERS: usize = 20;

/// What was found in an object.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) reference: Option<String>,
    pub(super) candidate: Person,
    pub(super) employer: Option<String>,
    pub(super) time_zone: Option<String>,
    pub(super) contact: Option<Person>,
    pub(super) started_at: Option<DateTime<FixedOffset>>,
    pub(super) ended_at: Option<DateTime<FixedOffset>>,
    pub(super) date: Option<NaiveDate>,
    pub(super) status: Option<InterviewStatus>,
    pub(super) position: Option<String>,
    pub(super) stage: Option<Stage>,
    pub(super) format: Option<Format>,
    pub(super) interviewers: Vec<Person>,
}

impl Found {
    /// As facts in JSON, in the order in which the contract lists them.
    pub(super) fn into_facts(self, notes: &Notes) -> Value {
        let mut interviewers = self.interviewers;
        if interviewers.len() > MOST_INTERVIEWERS {
            let detail = format!(
                "Of {} people the first {MOST_INTERVIEWERS} were kept.",
                interviewers.len()
            );
            notes.note("too_many_people", "interview.interviewers", detail);
            interviewers.truncate(MOST_INTERVIEWERS);
        }
        let employer = object([
            ("name", self.employer.map(Value::from)),
            ("time_zone", self.time_zone.map(Value::from)),
            ("contact", self.contact.map(|contact| contact.into_facts(false))),
        ]);
        let interview = object([
            ("ended_at", self.ended_at.map(instant)),
            ("started_at", self.started_at.map(instant)),
            ("date", self.date.map(|date| json!(date))),
            ("status", self.status.map(|status| json!(status))),
            ("position", self.position.map(Value::from)),
            ("stage", self.stage.map(|stage| json!(stage))),
            ("format", self.format.map(|format| json!(format))),
            (
                "interviewers",
                (!interviewers.is_empty()).then(|| {
                    interviewers
                        .into_iter()
                        .map(|person| person.into_facts(true))
                        .collect()
                }),
            ),
        ]);
        Value::Object(object([
            ("reference", self.reference.map(Value::from)),
            ("candidate", filled(self.candidate.into_facts(false))),
            ("employer", filled(Value::Object(employer))),
            ("interview", filled(Value::Object(interview))),
        ]))
    }

    /// Takes the status that a word stands for.
    pub(super) fn take_status(&mut self, word: &Part<'_>) {
        let path = "interview.status";
        let Some(text) = word.text(path) else { return };
        self.status = words::status(&text);
        let (code, detail) = match self.status {
            None => (
                "unknown_status",
                format!(
                    "`{}` says {}, which is none of the words that are known: no status was set.",
                    word.name(),
                    quoted(&text)
                ),
            ),
            Some(InterviewStatus::Scheduled) => (
                "scheduled_taken_as_held",
                format!(
                    "`{}` says {}: once its end has passed the interview is taken to have been held.",
                    word.name(),
                    quoted(&text)
                ),
            ),
            Some(_) => return,
        };
        word.notes.note(code, path, detail);
    }

    /// Takes the interview to have been called off, whatever its status was taken for.
    pub(super) fn cancel(&mut self, notes: &Notes) {
        self.status = Some(InterviewStatus::Cancelled);
        notes.take_back("scheduled_taken_as_held");
        notes.take_back("unknown_status");
    }

    /// Takes the stage that a name in free text stands for, if none is known yet.
    pub(super) fn take_stage(&mut self, name: &Part<'_>) {
        let path = "interview.stage";
        if self.stage.is_some() {
            return;
        }
        let Some(text) = name.text(path) else { return };
        self.stage = words::stage(&text);
        if let Some(stage) = self.stage {
            let detail = format!(
                "`{}` says {}: taken for the stage {}.",
                name.name(),
                quoted(&text),
                json!(stage)
            );
            name.notes.note("stage_from_name", path, detail);
        }
    }

    /// Takes the format that the kind of an interview says in a word; whether it says one.
    pub(super) fn take_kind(&mut self, kind: &Part<'_>) -> bool {
        let format = kind
            .text("interview.format")
            .and_then(|text| words::format_of_kind(&text));
        self.format = self.format.or(format);
        format.is_some()
    }

    /// Takes the format that a place stands for: an address on the web, a telephone, or somewhere to go to.
    pub(super) fn take_place(&mut self, place: &Part<'_>) {
        let path = "interview.format";
        if self.format.is_some() {
            return;
        }
        let Some(text) = place.text(path) else { return };
        self.format = words::format_of_place(&text);
        if let Some(format) = self.format {
            let detail = format!(
                "`{}` is {}: taken for the format {}.",
                place.name(),
                quoted(&text),
                json!(format)
            );
            place.notes.note("format_from_place", path, detail);
        }
    }

    /// Takes a link to a video conference.
    pub(super) fn take_video_link(&mut self, link: &Part<'_>) {
        let path = "interview.format";
        let Some(text) = link.text(path) else { return };
        if self.format.is_none() && is_web_address(&text) {
            self.format = Some(Format::Video);
            let detail = format!(
                "`{}` is a link to a conference: taken for an interview by video.",
                link.name()
            );
            link.notes.note("format_from_link", path, detail);
        }
    }

    /// Takes the kind of a conference, such as `google_meet`, where it is known to be one by video.
    pub(super) fn take_conference(&mut self, kind: &Part<'_>) {
        let path = "interview.format";
        let format = kind.text(path).and_then(|text| words::format_of_place(&text));
        if self.format.is_none() && format == Some(Format::Video) {
            self.format = format;
            let detail = format!(
                "`{}` is a conference: taken for an interview by video.",
                kind.name()
            );
            kind.notes.note("format_from_link", path, detail);
        }
    }

    /// Takes a person who arranged the interview for the contact: not for an interviewer.
    pub(super) fn take_contact(&mut self, part: &Part<'_>) {
        let path = "employer.contact";
        let Some(mut person) = Person::read(part, path) else {
            return;
        };
        if !person.is_known() {
            let detail = format!("`{}` is known by an id alone: it was left out.", part.name());
            part.notes.note("known_by_id_alone", path, detail);
            return;
        }
        let same = self.interviewers.iter().find(|one| one.is_same_as(&person));
        if let Some(same) = same {
            person.email = person.email.or_else(|| same.email.clone());
        }
        let besides = if same.is_some() {
            "for the contact as well"
        } else {
            "for the contact, and for no interviewer"
        };
        let detail = format!("`{}` arranged the interview: taken {besides}.", part.name());
        part.notes.note("organizer_as_contact", path, detail);
        self.contact = Some(person);
    }

    /// Takes a zone of the interview's for the employer's.
    pub(super) fn take_zone(&mut self, zone: &Part<'_>) {
        let path = "employer.time_zone";
        let Some(name) = zone.text(path) else { return };
        let known = Zone::named(&name).is_ok();
        let (code, taken) = if known {
            ("zone_of_the_interview", "taken for the employer's time zone")
        } else {
            ("unknown_zone", "no zone of the IANA database, so it was left out")
        };
        let detail = format!("`{}` is {}: {taken}.", zone.name(), quoted(&name));
        zone.notes.note(code, path, detail);
        self.time_zone = known.then_some(name);
    }

    /// Takes a candidate's name and the first address and number; a mere id says nothing.
    pub(super) fn take_candidate(&mut self, candidate: &Part<'_>) {
        if !candidate.is_object() {
            return;
        }
        let path = "candidate.name";
        let mut person = Person::read(candidate, path).unwrap_or_default();
        let first = |lists: &[&str], path: &str| {
            let list = candidate.first_of(lists);
            let entries = if list.is_object() {
                vec![list]
            } else {
                list.entries(path)
            };
            entries.into_iter().find_map(|entry| {
                let value = if entry.is_object() {
                    entry.at("value")
                } else {
                    entry
                };
                value.text(path)
            })
        };
        let emails = ["primaryEmailAddress", "email_addresses"];
        person.email = person.email.or_else(|| first(&emails, "candidate.email"));
        person.phone = first(&["primaryPhoneNumber", "phone_numbers"], "candidate.phone");
        person.title = None;
        self.candidate = person;
    }

    /// Takes the title of a job.
    pub(super) fn take_position(&mut self, title: &Part<'_>) {
        self.position = title.label("interview.position");
    }

    /// The end that follows from a start and a number of minutes.
    pub(super) fn take_minutes(&mut self, minutes: Option<i64>) {
        let length = minutes
            .filter(|minutes| *minutes > 0)
            .and_then(TimeDelta::try_minutes);
        let end = self
            .started_at
            .zip(length)
            .and_then(|(start, length)| start.checked_add_signed(length));
        self.ended_at = self.ended_at.or(end);
    }
}

/// As facts write an instant.
fn instant(instant: DateTime<FixedOffset>) -> Value {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, true).into()
}

/// An object of what is there.
pub(super) fn object<const N: usize>(properties: [(&str, Option<Value>); N]) -> Map<String, Value> {
    let there = properties
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)));
    there.collect()
}

/// The value, unless it is an object without anything in it.
fn filled(value: Value) -> Option<Value> {
    value
        .as_object()
        .is_none_or(|object| !object.is_empty())
        .then_some(value)
}
