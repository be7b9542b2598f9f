//! Facts → words: what a template may name, each with the facts that it comes from.

mod occasion;
mod people;
mod talked_about;

use std::collections::BTreeMap;

use minijinja::Value;

use crate::facts::PersonRef;

use super::phrase;
use super::situation::Writing;

/// Every word that a template may name, with the facts it can come from (`templates/README.md` says what each means).
pub(super) const KNOWN: [(&str, &[&str]); 38] = [
    ("dear", &["recipient.name"]),
    ("hello", &["recipient.name"]),
    ("whom", &["recipient.name"]),
    ("me", &["candidate.name"]),
    ("name", &["candidate.name"]),
    ("email", &["candidate.email"]),
    ("phone", &["candidate.phone"]),
    ("number", &["candidate.phone"]),
    ("reach", &[]),
    ("position", &["interview.position"]),
    ("role", &["interview.position"]),
    ("company", &["employer.name"]),
    ("client", &["employer.name"]),
    ("expected", &["employer.name"]),
    ("date", &[]),
    ("weekday_date", &[]),
    ("for_your_time", &["interview.format"]),
    ("for_meeting", &["interview.format", "interview.position"]),
    ("met_about", &["interview.position"]),
    ("met_spoken", &["interview.position"]),
    ("for_which", &[]),
    ("talk", &["interview.format"]),
    ("day_talk", &["interview.format"]),
    ("stated", &["timeline"]),
    ("deadline", &["competing_offer.answer_by"]),
    ("answer", &[]),
    ("topic", &["interview.topics", "interview.interviewers[].topics"]),
    (
        "topic_said",
        &["interview.topics", "interview.interviewers[].topics"],
    ),
    ("strength", &["candidate.strengths"]),
    ("strength_said", &["candidate.strengths"]),
    ("strength_own", &["candidate.strengths"]),
    ("appeal", &["interview.appeal"]),
    ("appeal_said", &["interview.appeal"]),
    ("appeal_own", &["interview.appeal"]),
    ("interviewed", &["interview.position"]),
    ("the_role", &[]),
    ("interview_day", &[]),
    ("platform_name", &["platform.name"]),
];

/// Words of which a message uses one at most: it says a thing once.
const ONCE: [&[&str]; 4] = [
    &["topic", "topic_said"],
    &["strength", "strength_said", "strength_own"],
    &["appeal", "appeal_said", "appeal_own"],
    &[
        "for_your_time",
        "for_meeting",
        "met_about",
        "met_spoken",
        "for_which",
        "talk",
        "day_talk",
        "interviewed",
        "date",
        "weekday_date",
        "interview_day",
    ],
];
/// Words that name the position; after the first, `role` is "the role".
const NAMES_THE_ROLE: [&str; 5] = ["role", "for_meeting", "met_about", "met_spoken", "interviewed"];

/// A person's or company's name of more characters is left out.
const NAME_AT_MOST_CHARACTERS: usize = 60;

/// A word's text, the paths of the facts in it, and the fact that a blank stands for.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) from: Vec<String>,
    pub(super) missing: Option<&'static str>,
}

/// The words of one message.
pub(super) struct Words {
    by_name: BTreeMap<&'static str, Word>,
    first: Value,
    later: Value,
}

/// What has been said so far in a message.
#[derive(Clone, Default)]
pub(super) struct Said {
    groups: [bool; ONCE.len()],
    role: bool,
}

impl Said {
    /// Whether a phrasing with these words would say something a second time.
    pub(super) fn repeats<'a>(&self, mut needs: impl Iterator<Item = &'a String>) -> bool {
        needs.any(|need| {
            ONCE.iter()
                .zip(self.groups)
                .any(|(group, said)| said && group.contains(&need.as_str()))
        })
    }

    /// Remembers the words of a phrasing.
    pub(super) fn note<'a>(&mut self, needs: impl Iterator<Item = &'a String>) {
        for need in needs {
            for (group, said) in ONCE.iter().zip(&mut self.groups) {
                *said |= group.contains(&need.as_str());
            }
            self.role |= NAMES_THE_ROLE.contains(&need.as_str());
        }
    }
}

/// What a message can give up, in this order, where it is too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Forgone {
    Nothing,
    LongFacts,
    Position,
    Names,
}

impl Forgone {
    pub(super) const ALL: [Self; 4] = [Self::Nothing, Self::LongFacts, Self::Position, Self::Names];
}

impl Words {
    /// The words for a message, without those that it gives up.
    pub(super) fn of(writing: &Writing, forgone: Forgone) -> Self {
        let mut gathering = Gathering {
            writing,
            forgone,
            words: BTreeMap::new(),
        };
        gathering.people();
        gathering.interview();
        gathering.talked_about();
        let words = gathering.words;
        let first: BTreeMap<&str, &str> = words
            .iter()
            .map(|(&name, word)| (name, word.text.as_str()))
            .collect();
        let mut later = first.clone();
        if let Some(&plain) = first.get("the_role") {
            later.insert("role", plain);
        }
        let (first, later) = (Value::from_pairs(first), Value::from_pairs(later));
        Self {
            by_name: words,
            first,
            later,
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Word> {
        self.by_name.get(name)
    }

    /// Whether every one of these words is there.
    pub(super) fn hold<'a>(&self, mut needs: impl Iterator<Item = &'a String>) -> bool {
        needs.all(|need| self.by_name.contains_key(need.as_str()))
    }

    /// What a phrasing is rendered with, given what was said before it.
    pub(super) fn values(&self, said: &Said) -> &Value {
        if said.role { &self.later } else { &self.first }
    }
}

struct Gathering<'a> {
    writing: &'a Writing<'a>,
    forgone: Forgone,
    words: BTreeMap<&'static str, Word>,
}

impl Gathering<'_> {
    fn put(&mut self, name: &'static str, text: impl Into<String>, from: &[&str]) {
        let from = from.iter().map(|&path| path.to_owned()).collect();
        self.words.insert(
            name,
            Word {
                text: text.into(),
                from,
                missing: None,
            },
        );
    }

    fn blank(&mut self, name: &'static str, text: &str, missing: &'static str) {
        self.words.insert(
            name,
            Word {
                text: text.to_owned(),
                from: Vec::new(),
                missing: Some(missing),
            },
        );
    }

    /// A fact that may stand in this message.
    fn allowed<'b>(&self, text: Option<&'b String>) -> Option<&'b str> {
        text.map(String::as_str)
            .filter(|text| self.writing.details_allowed() || !phrase::holds_contact_details(text))
    }
}

/// The path of a person in the facts.
fn path_of(person: PersonRef) -> String {
    match person {
        PersonRef::Contact => "employer.contact".to_owned(),
        PersonRef::Interviewer(index) => format!("interview.interviewers[{index}]"),
    }
}

/// The text with its first letter large, unless the first word has its own way ("iOS").
pub(super) fn capitalised(text: &str) -> String {
    let own_way = text.split(' ').next().is_some_and(|word| {
        word.chars()
            .skip(1)
            .any(|letter| letter.is_uppercase() || letter == '@')
    });
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !own_way => first.to_uppercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}
