//! People in an object: who they are, whether they came, and that each stands in the facts once.

use serde_json::Value;

use super::found::object;
use super::reading::{Notes, Part, is_id};

/// The path of the interviewers in the facts.
pub(super) const INTERVIEWERS: &str = "interview.interviewers";

/// A person as a system knows one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) title: Option<String>,
    pub(super) answer: Answer,
}

/// What somebody answered to the invitation. Of two answers to two events the later one here counts: who came to one was there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Answer {
    No,
    /// Neither yes nor no.
    Open,
    /// Yes, or nothing is known of an answer.
    #[default]
    Yes,
}

impl Person {
    /// A person in an object, with `name` or its parts and `email`, whatever the system calls them; or a mere id or address
    /// in place of one. `fact` is the path of the person in the facts.
    pub(super) fn read(part: &Part<'_>, fact: &str) -> Option<Self> {
        if part.is_absent() {
            return None;
        }
        if !part.is_object() {
            let text = part.id()?;
            let email = text.contains('@').then(|| text.clone());
            let id = email.is_none().then_some(text);
            return Some(Self {
                id,
                email,
                ..Self::default()
            });
        }
        let whole = part.first_of(&["name", "fullName", "displayName"]).label(fact);
        let name = whole.or_else(|| {
            let given = part.first_of(&["first_name", "firstName"]).label(fact);
            let family = part.first_of(&["last_name", "lastName"]).label(fact);
            let both: Vec<_> = [given, family].into_iter().flatten().collect();
            (!both.is_empty()).then(|| both.join(" "))
        });
        let id = part.first_of(&["id", "userId", "user_id"]).id();
        Some(Self {
            name: name.filter(|name| !is_id(name) && Some(name) != id.as_ref()),
            email: part.first_of(&["email", "emailAddress"]).text(fact),
            title: part.first_of(&["title", "jobTitle", "headline"]).label(fact),
            phone: None,
            answer: answer(&part.first_of(&["response_status", "status"]), fact),
            id,
        })
    }

    /// Whether there is a name or an address to write to.
    pub(super) fn is_known(&self) -> bool {
        self.name.is_some() || self.email.is_some()
    }

    /// Whether both are one person: by address, else by id, else by name.
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        let alike = |one: &Option<String>, two: &Option<String>| match (one, two) {
            (Some(one), Some(two)) => Some(one.to_lowercase() == two.to_lowercase()),
            _ => None,
        };
        alike(&self.email, &other.email)
            .or_else(|| alike(&self.id, &other.id))
            .or_else(|| alike(&self.name, &other.name))
            .unwrap_or(false)
    }

    /// As facts in JSON; with whether the person came, where an interviewer did not.
    pub(super) fn into_facts(self, interviewer: bool) -> Value {
        Value::Object(object([
            ("name", self.name.map(Value::from)),
            ("title", self.title.map(Value::from)),
            (
                "attended",
                (interviewer && self.answer == Answer::No).then_some(Value::Bool(false)),
            ),
            ("email", self.email.map(Value::from)),
            ("phone", self.phone.map(Value::from)),
        ]))
    }
}

/// The people who interviewed: each once, in the order in which they are named; those who are known by an id alone can't be
/// thanked and are left out.
pub(super) fn interviewers(parts: &[Part<'_>], notes: &Notes) -> Vec<Person> {
    let people = parts.iter().filter_map(|part| Person::read(part, INTERVIEWERS));
    let mut kept: Vec<Person> = Vec::new();
    let (mut repeated, mut nameless) = (0, 0);
    for person in people {
        if let Some(same) = kept.iter_mut().find(|one| one.is_same_as(&person)) {
            same.answer = same.answer.max(person.answer);
            same.name = same.name.take().or(person.name);
            same.email = same.email.take().or(person.email);
            same.title = same.title.take().or(person.title);
            repeated += usize::from(same.is_known());
        } else {
            kept.push(person);
        }
    }
    kept.retain(|person| {
        nameless += usize::from(!person.is_known());
        person.is_known()
    });
    if repeated > 0 {
        let detail = "Some interviewers stand in the object more than once: each was taken once.";
        notes.note("named_repeatedly", INTERVIEWERS, detail);
    }
    if nameless > 0 {
        let who = if nameless == 1 {
            "One interviewer is"
        } else {
            "Some interviewers are"
        };
        let detail = format!("{who} known by an id alone, which is no name: left out.");
        notes.note("known_by_id_alone", INTERVIEWERS, detail);
    }
    if kept.iter().any(|person| person.answer == Answer::No) {
        let detail = "Who declined the invitation is taken not to have been there.";
        notes.note("declined_not_there", INTERVIEWERS, detail);
    }
    if kept.iter().any(|person| person.answer == Answer::Open) {
        let detail = "Some answered neither yes nor no to the invitation: they are taken to have been there.";
        notes.note("attendance_assumed", INTERVIEWERS, detail);
    }
    kept
}

/// What somebody answered to the invitation: `accepted`, `declined`, or anything else, as `tentative` and `needs-action`.
fn answer(word: &Part<'_>, fact: &str) -> Answer {
    match word.text(fact).map(|word| word.to_lowercase()).as_deref() {
        None | Some("accepted") => Answer::Yes,
        Some("declined") => Answer::No,
        Some(_) => Answer::Open,
    }
}
