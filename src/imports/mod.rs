//! Interviews as applicant-tracking systems send them → facts.
//!
//! [`import`] finds the interview in a body (`envelope`), reads it with the reader of its system (a file each, over the shared
//! `reading`, `people` and `words`), takes out what our own strict reader would refuse, and lays the caller's own facts over
//! the rest (`merging`). What was guessed is listed, and so is what would sharpen the plan (`gaps`).
//! `docs/imports.md` tells for each field of each system what becomes of it.

mod ashby;
mod assumption;
mod envelope;
mod found;
mod gaps;
mod greenhouse;
mod lever;
mod merge;
mod merging;
mod people;
mod reading;
mod slots;
mod smartrecruiters;
mod submission;
mod words;
mod workable;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

pub use self::assumption::Assumption;
use self::found::Found;
use self::reading::{Notes, Part};
pub use self::submission::{FactsToAdd, ImportSubmission, ImportWithFacts};
use crate::facts::{Checked, Rejected, Violation, code, read, read_facts};

/// A system whose interviews can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = ImportSystem)]
pub enum System {
    /// Greenhouse: a scheduled interview of Harvest.
    Greenhouse,
    /// Lever: an interview.
    Lever,
    /// Ashby: an interview schedule.
    Ashby,
    /// Workable: an event.
    Workable,
    /// `SmartRecruiters`: an interview.
    #[serde(rename = "smartrecruiters")]
    SmartRecruiters,
    /// Merge: a `ScheduledInterview` of its unified model.
    Merge,
}

/// An interview in our facts.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The facts as JSON; our strict reader takes them.
    pub facts: Value,
    /// The same facts, read.
    pub checked: Checked,
    /// What was guessed or left out.
    pub assumptions: Vec<Assumption>,
    /// Paths of facts that would sharpen the plan.
    pub missing: Vec<String>,
}

impl System {
    /// Every system.
    pub const ALL: [Self; 6] = [
        Self::Greenhouse,
        Self::Lever,
        Self::Ashby,
        Self::Workable,
        Self::SmartRecruiters,
        Self::Merge,
    ];

    /// The word on the wire, as `greenhouse`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Greenhouse => "greenhouse",
            Self::Lever => "lever",
            Self::Ashby => "ashby",
            Self::Workable => "workable",
            Self::SmartRecruiters => "smartrecruiters",
            Self::Merge => "merge",
        }
    }

    /// Properties by which the system's interview is known.
    fn marks(self) -> &'static [&'static str] {
        match self {
            Self::Greenhouse => &greenhouse::MARKS,
            Self::Lever => &lever::MARKS,
            Self::Ashby => &ashby::MARKS,
            Self::Workable => &workable::MARKS,
            Self::SmartRecruiters => &smartrecruiters::MARKS,
            Self::Merge => &merge::MARKS,
        }
    }

    /// Properties that tell the interview's time.
    fn times(self) -> &'static [&'static str] {
        match self {
            Self::Greenhouse => &[
                "start",
                "end",
                "starts_at",
                "ends_at",
                "all_day_start_on",
                "all_day_end_on",
            ],
            Self::Lever => &["date"],
            Self::Ashby => &["interviewEvents", "startTime"],
            Self::Workable => &["starts_at", "ends_at"],
            Self::SmartRecruiters => &["timeslots"],
            Self::Merge => &["start_at", "end_at"],
        }
    }

    /// Properties that can hold the interview's id, the usual one first; webhooks of two systems name it otherwise.
    const fn ids(self) -> &'static [&'static str] {
        match self {
            Self::Lever => &["id", "interviewId"],
            Self::SmartRecruiters => &["id", "interview_id"],
            _ => &["id"],
        }
    }

    /// Where the interview's time stands, as a pointer, and what is right there.
    const fn time(self) -> (&'static str, &'static str) {
        match self {
            Self::Greenhouse => (
                "/end/date_time",
                "`end.date_time`, an instant as 2026-03-02T23:00:00.000Z, or `end.date`, a date",
            ),
            Self::Lever => (
                "/date",
                "`date`, the start in milliseconds since 1970 as 1772488800000",
            ),
            Self::Ashby => (
                "/interviewEvents",
                "`interviewEvents` with an `endTime`, an instant as 2026-03-02T23:00:00.000Z",
            ),
            Self::Workable => ("/ends_at", "`ends_at`, an instant as 2026-03-02T23:00:00.000Z"),
            Self::SmartRecruiters => (
                "/timeslots",
                "`timeslots` with an `endsOn`, an instant as 2026-03-02T23:00:00.000Z",
            ),
            Self::Merge => ("/end_at", "`end_at`, an instant as 2026-03-02T23:00:00Z"),
        }
    }

    fn read(self, object: &Part<'_>, whole: &Part<'_>) -> Found {
        match self {
            Self::Greenhouse => greenhouse::read(object, whole),
            Self::Lever => lever::read(object, whole),
            Self::Ashby => ashby::read(object),
            Self::Workable => workable::read(object),
            Self::SmartRecruiters => smartrecruiters::read(object, whole),
            Self::Merge => merge::read(object),
        }
    }
}

/// Turns a body, the interview as `system` sent it or that beside facts of the caller's, into facts.
///
/// `now` stands in for an absent `as_of`.
///
/// # Errors
/// [`Rejected`], where the body is no JSON or holds no interview, where neither the object nor the facts beside it say when
/// the interview was, and with every fault of the caller's own facts, which lie under `/facts`.
pub fn import(system: System, body: &[u8], now: DateTime<FixedOffset>) -> Result<Imported, Rejected> {
    let document: Value = read(body)?;
    let opened = envelope::open(&document, system).map_err(|fault| Rejected::Impossible(vec![fault]))?;
    let notes = Notes::default();
    let whole = Part::whole(opened.whole, &notes);
    let object = Part::whole(opened.object, &notes);
    let system = of_whom(opened.object, system, &notes);
    let mut found = system.read(&object, &whole);
    found.reference = object
        .first_of(system.ids())
        .id()
        .map(|id| format!("{}/interviews/{id}", system.as_str()));
    let mut facts = found.into_facts(&notes);
    merging::prune(&mut facts, &notes, now);
    let callers = opened.facts.unwrap_or(&Value::Null);
    if !callers.is_null() {
        merging::lay_over(&mut facts, callers, now);
    }
    assumed_of_times(&facts, &notes);
    let assumptions = merging::still_assumed(notes.into_list(), callers, &facts);
    let beside_facts = document.get("object").is_some();
    let mut faults = if beside_facts {
        faults_of_form(body)
    } else {
        Vec::new()
    };
    let read = read_facts(facts.to_string().as_bytes(), now);
    if let (Ok(checked), true) = (&read, faults.is_empty()) {
        return Ok(Imported {
            checked: checked.clone(),
            missing: gaps::missing(&facts),
            facts,
            assumptions,
        });
    }
    if let Err(Rejected::Impossible(violations)) = read {
        let no_time = no_time(system, &opened.at, &assumptions);
        for violation in violations {
            let told = merging::in_body(violation, callers, &no_time);
            let same = |it: &Violation| it.pointer == told.pointer && it.code == told.code;
            if !faults.iter().any(same) {
                faults.push(told);
            }
        }
    }
    Err(Rejected::Impossible(faults))
}

/// Notes what the plan takes for granted about times that are not told.
fn assumed_of_times(facts: &Value, notes: &Notes) {
    let there = |pointer: &str| facts.pointer(pointer).is_some();
    let length = there("/interview/ended_at") || there("/interview/duration_minutes");
    if there("/interview/started_at") && !length {
        notes.note(
            "length_unknown",
            "interview.duration_minutes",
            "No end is told: the interview is taken to have lasted 60 minutes.",
        );
    }
    if !there("/employer/time_zone") && !there("/interview/date") {
        notes.note(
            "hours_in_utc",
            "employer.time_zone",
            "No time zone is told: days and hours are counted in the offset in which the times are told, mostly UTC.",
        );
    }
}

/// The system whose object this is: the one that was named, unless the object has its time where another one has it.
fn of_whom(object: &Value, named: System, notes: &Notes) -> System {
    let timed = |system: &System| {
        let times = system.times().iter();
        times
            .into_iter()
            .any(|time| object.get(*time).is_some_and(|value| !value.is_null()))
    };
    let other = System::ALL.into_iter().find(timed).filter(|_| !timed(&named));
    if let Some(other) = other {
        let detail = format!(
            "The object has the form of {}'s and not of {}'s: it was read as {}'s.",
            other.as_str(),
            named.as_str(),
            other.as_str()
        );
        notes.note("read_as_another_system", "interview", detail);
    }
    other.unwrap_or(named)
}

/// Faults of form in a body with facts of the caller's, such as a property that stands in it twice.
fn faults_of_form(body: &[u8]) -> Vec<Violation> {
    match read::<ImportWithFacts>(body) {
        Err(Rejected::Impossible(faults)) => faults,
        Ok(_) | Err(Rejected::NotJson { .. }) => Vec::new(),
    }
}

/// The violation of an object that does not say when the interview was, with what was said of its times.
fn no_time(system: System, at: &str, assumptions: &[Assumption]) -> Violation {
    let (pointer, right) = system.time();
    let unread = assumptions.iter().filter(|it| {
        ["interview.started_at", "interview.ended_at", "interview.date"].contains(&it.path.as_str())
    });
    let unread = unread.fold(String::new(), |told, it| told + " " + &it.detail);
    Violation {
        pointer: format!("{at}{pointer}"),
        code: code::MISSING.word,
        detail: format!(
            "The object does not say when the interview was. Send {right}, or the end as `facts.interview.ended_at` beside it.{unread}"
        ),
    }
}
