//! Facts → words: what a template may name, each with the facts that it comes from.

use std::collections::BTreeMap;

use minijinja::Value;

use crate::facts::{Format, PersonRef, Purpose, Tone};

use super::day;
use super::message::Form;
use super::name::Name;
use super::phrase::{self, Shape};
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
    ("topic_said", &["interview.topics", "interview.interviewers[].topics"]),
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
        "for_your_time", "for_meeting", "met_about", "met_spoken", "for_which", "talk", "day_talk", "interviewed",
        "date", "weekday_date", "interview_day",
    ],
];
/// Words that name the position; after the first, `role` is "the role".
const NAMES_THE_ROLE: [&str; 5] = ["role", "for_meeting", "met_about", "met_spoken", "interviewed"];

/// A position of more words or characters is only "the role" in a sentence.
const POSITION_AT_MOST_WORDS: usize = 9;
const POSITION_AT_MOST_CHARACTERS: usize = 70;
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
    words: BTreeMap<&'static str, Word>,
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
        needs.any(|need| ONCE.iter().zip(self.groups).any(|(group, said)| said && group.contains(&need.as_str())))
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
        let mut gathering = Gathering { writing, forgone, words: BTreeMap::new() };
        gathering.people();
        gathering.interview();
        gathering.talked_about();
        let words = gathering.words;
        let first: BTreeMap<&str, &str> = words.iter().map(|(&name, word)| (name, word.text.as_str())).collect();
        let mut later = first.clone();
        if let Some(&plain) = first.get("the_role") {
            later.insert("role", plain);
        }
        let (first, later) = (Value::from_pairs(first), Value::from_pairs(later));
        Self { words, first, later }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Word> {
        self.words.get(name)
    }

    /// Whether every one of these words is there.
    pub(super) fn hold<'a>(&self, mut needs: impl Iterator<Item = &'a String>) -> bool {
        needs.all(|need| self.words.contains_key(need.as_str()))
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
        self.words.insert(name, Word { text: text.into(), from, missing: None });
    }

    fn blank(&mut self, name: &'static str, text: &str, missing: &'static str) {
        self.words.insert(name, Word { text: text.to_owned(), from: Vec::new(), missing: Some(missing) });
    }

    /// A fact that may stand in this message.
    fn allowed<'b>(&self, text: Option<&'b String>) -> Option<&'b str> {
        text.map(String::as_str).filter(|text| self.writing.details_allowed() || !phrase::holds_contact_details(text))
    }

    fn people(&mut self) {
        let writing = self.writing;
        self.greeting();
        let candidate = &writing.interview.candidate;
        match self.allowed(candidate.name.as_ref()).and_then(|name| Name::read(name, false)) {
            Some(name) => {
                // A name of thirty words is said by its first and last where a message has no room for it.
                let name = if self.forgone == Forgone::Names { name.shortest() } else { name.full };
                if name.chars().count() <= NAME_AT_MOST_CHARACTERS {
                    self.put("name", name.clone(), &["candidate.name"]);
                }
                self.put("me", name, &["candidate.name"]);
            }
            None => self.blank("me", "[your name]", "candidate.name"),
        }
        if writing.details_allowed() {
            if let Some(email) = &candidate.email {
                self.put("email", email.clone(), &["candidate.email"]);
            }
            match &candidate.phone {
                Some(phone) => {
                    self.put("phone", phone.clone(), &["candidate.phone"]);
                    self.put("number", phone.clone(), &["candidate.phone"]);
                }
                None => self.blank("number", "[your phone number]", "candidate.phone"),
            }
        }
        self.put("reach", if day::month_first(writing.locale) { "at" } else { "on" }, &[]);
    }

    fn greeting(&mut self) {
        let writing = self.writing;
        let full_stops = day::month_first(writing.locale);
        let name = writing
            .person()
            .and_then(|person| person.name.as_deref())
            .filter(|_| self.forgone < Forgone::Names)
            .and_then(|name| Name::read(name, full_stops))
            .filter(|name| name.full.chars().count() <= NAME_AT_MOST_CHARACTERS);
        let path = writing.recipient.map(|person| path_of(person) + ".name").unwrap_or_default();
        let Some(name) = name else {
            self.put("dear", "Dear hiring team", &[]);
            self.put("hello", "Hello", &[]);
            self.put("whom", "the hiring team", &[]);
            return;
        };
        let called = match writing.tone {
            Tone::Formal => name.with_title(),
            Tone::Neutral if name.has_title() => name.with_title(),
            Tone::Neutral | Tone::Warm => name.first(),
        };
        let greeting = if writing.tone == Tone::Warm { "Hello" } else { "Dear" };
        self.put("dear", format!("{greeting} {called}"), &[&path]);
        let aloud = writing.tone == Tone::Formal && writing.form.channel() != crate::facts::Channel::Phone;
        self.put("hello", format!("{} {called}", if aloud { "Dear" } else { "Hello" }), &[&path]);
        let whom = if name.has_title() { name.with_title() } else { name.full.clone() };
        self.put("whom", whom, &[&path]);
    }

    fn interview(&mut self) {
        let writing = self.writing;
        let interview = writing.interview;
        let formal = writing.tone == Tone::Formal;
        let plain = if formal { "the position" } else { "the role" };
        let position = self
            .allowed(interview.position.as_ref())
            .filter(|_| self.forgone < Forgone::Position)
            .and_then(phrase::title);
        let company = self
            .allowed(interview.employer.name.as_ref())
            .filter(|_| self.forgone < Forgone::Names)
            .and_then(phrase::title)
            .filter(|name| name.chars().count() <= NAME_AT_MOST_CHARACTERS);
        let client = company.clone().unwrap_or_else(|| "your client".to_owned());
        let mut role = match &position {
            Some(position) if fits_a_sentence(position) => role_of(position, formal),
            _ => plain.to_owned(),
        };
        let mut from = Vec::new();
        if role != plain {
            from.push("interview.position");
        }
        if let Some(position) = position {
            self.put("position", position, &["interview.position"]);
        }
        if writing.is_agent() {
            let with = if company.is_some() { "at" } else { "with" };
            role = format!("{role} {with} {client}");
            from.extend(company.is_some().then_some("employer.name"));
            self.put("client", client.clone(), if company.is_some() { &["employer.name"] } else { &[] });
        }
        let expected = if writing.is_agent() { capitalised(&client) } else { "You".to_owned() };
        self.put("expected", format!("{expected} expected"), &[]);
        if let Some(company) = company {
            self.put("company", company, &["employer.name"]);
        }
        self.put("role", role.clone(), &from);
        self.put("the_role", plain, &[]);
        self.meeting(&role, &from);
        let today = writing.today;
        if let Some(stated) = writing.wait.stated {
            self.put("stated", day::date(stated, today, writing.locale), &["timeline"]);
        }
        match interview.competing_offer {
            Some(offer) => {
                let deadline = day::weekday_and_date(offer.answer_by, today, writing.locale);
                self.put("deadline", deadline, &["competing_offer.answer_by"]);
            }
            None => self.blank("deadline", "[the day]", "competing_offer.answer_by"),
        }
        if let Some(name) = interview.platform.as_ref().and_then(|platform| platform.name.as_ref()) {
            self.put("platform_name", name.clone(), &["platform.name"]);
        }
        if writing.purpose == Purpose::AnswerRequest {
            self.blank("answer", "[your answer to what they asked for]", "history");
        }
    }

    /// How the interview is spoken of: what it was, when, and whether the recipient was there.
    fn meeting(&mut self, role: &str, role_from: &[&'static str]) {
        let writing = self.writing;
        let interview = writing.interview;
        let (today, locale) = (writing.today, writing.locale);
        let held_on = interview.day();
        let date = day::date(held_on, today, locale);
        let when = day::shortest(held_on, today, locale);
        let spoken = day::spoken(held_on, locale);
        let (met, agent, format) = (writing.met(), writing.is_agent(), interview.format);
        let kind = match (met, format) {
            (false, _) => "interview",
            (true, Some(Format::Phone)) => "call",
            (true, Some(Format::Video)) => "video call",
            (true, Some(Format::InPerson)) => "meeting",
            (true, None) => "conversation",
        };
        let for_your_time = match (met, agent, format) {
            (false, true, _) => format!("for your help with my interview on {when}"),
            (false, false, _) => format!("for the interview on {when}"),
            (true, _, Some(Format::InPerson)) => format!("for having me at your office on {when}"),
            (true, _, Some(_)) => format!("for our {kind} on {when}"),
            (true, _, None) => format!("for your time on {when}"),
        };
        let for_meeting = match (met, agent, format) {
            (false, true, _) => format!("for your help with my interview on {date} for {role}"),
            (false, false, _) => format!("for the interview on {date} for {role}"),
            (true, _, Some(Format::Phone)) => format!("for speaking with me on {date} about {role}"),
            (true, _, Some(Format::Video)) => format!("for our video call on {date} about {role}"),
            (true, _, Some(Format::InPerson)) => {
                format!("for having me at your office on {date} to talk about {role}")
            }
            (true, _, None) => format!("for meeting me on {date} about {role}"),
        };
        let by_phone = format == Some(Format::Phone);
        let verb = if by_phone { "we spoke" } else { "we met" };
        let met_about = |day: &str| {
            if met { format!("{verb} on {day} about {role}") } else { format!("I was interviewed on {day} for {role}") }
        };
        let for_which = match (met, by_phone) {
            (true, true) => format!("about which we spoke on {date}"),
            (true, false) => format!("for which we met on {date}"),
            (false, _) => format!("for which I was interviewed on {date}"),
        };
        let owner = if met { "our" } else if agent { "my" } else { "the" };
        let talk = format!("{owner} {kind} on {when}");
        let day_talk = if day::is_recent(held_on, today) {
            format!("{when}'s {kind}")
        } else {
            talk.clone()
        };
        let as_format: &[&str] = if met && format.is_some() { &["interview.format"] } else { &[] };
        // "… the interview for the role" says nothing: without a position it is left at the day.
        let for_meeting = if role_from.contains(&"interview.position") || agent {
            for_meeting
        } else {
            for_meeting_alone(met, format, &date)
        };
        let both: Vec<&str> = as_format.iter().chain(role_from).copied().collect();
        self.put("date", date.clone(), &[]);
        self.put("weekday_date", day::weekday_and_date(held_on, today, locale), &[]);
        self.put("interview_day", when, &[]);
        self.put("for_your_time", for_your_time, as_format);
        self.put("for_meeting", for_meeting, &both);
        self.put("met_about", met_about(&date), role_from);
        self.put("met_spoken", met_about(&spoken), role_from);
        self.put("interviewed", format!("I was interviewed on {spoken} for {role}"), role_from);
        self.put("for_which", for_which, &[]);
        self.put("talk", talk, as_format);
        self.put("day_talk", day_talk, as_format);
    }

    fn talked_about(&mut self) {
        let writing = self.writing;
        let interview = writing.interview;
        let shared = interview.topics.len();
        let mut topics: Vec<(String, &String)> = Vec::new();
        if let (Some(recipient), Some(person)) = (writing.recipient, writing.person()) {
            let path = path_of(recipient) + ".topics";
            topics.extend(person.topics.iter().map(|topic| (path.clone(), topic)));
        }
        // Panel members without a topic of their own start with different ones of those that all heard.
        topics.extend((0..shared).map(|place| {
            ("interview.topics".to_owned(), &interview.topics[(place + writing.rank) % shared])
        }));
        self.fact(["topic", "topic_said", ""], &topics, phrase::topic);
        let strengths = &interview.candidate.strengths;
        let strengths: Vec<(String, &String)> = (0..strengths.len())
            .map(|place| {
                ("candidate.strengths".to_owned(), &strengths[(place + writing.rank) % strengths.len()])
            })
            .collect();
        self.fact(["strength", "strength_said", "strength_own"], &strengths, phrase::strength);
        let appeal: Vec<(String, &String)> =
            interview.appeal.iter().map(|appeal| ("interview.appeal".to_owned(), appeal)).collect();
        self.fact(["appeal", "appeal_said", "appeal_own"], &appeal, phrase::appeal);
    }

    /// Puts in the first fact that fits into a sentence, else the first that fits at all. A second message starts
    /// with the second one, so that it has something fresh to say.
    fn fact(&mut self, names: [&'static str; 3], facts: &[(String, &String)], shape: fn(&str) -> Shape) {
        let start = match self.writing.purpose {
            Purpose::CheckIn => 1,
            Purpose::SecondCheckIn => 2,
            _ => 0,
        };
        let short = self.writing.form.is_short();
        let mut second_best = None;
        for place in 0..facts.len() {
            let (path, text) = &facts[(place + start) % facts.len()];
            let Some(text) = self.allowed(Some(text)) else { continue };
            match shape(text) {
                Shape::Inside(text) if self.forgone < Forgone::LongFacts || text.len() <= SHORT_FACT => {
                    return self.put(names[0], text, &[path]);
                }
                Shape::AfterColon(text) if self.forgone < Forgone::LongFacts && !short => {
                    second_best = second_best.or(Some((names[1], text, path)));
                }
                Shape::Sentence(text) if self.forgone < Forgone::LongFacts && !short && !names[2].is_empty() => {
                    second_best = second_best.or(Some((names[2], text, path)));
                }
                _ => {}
            }
        }
        if let Some((name, text, path)) = second_best {
            self.put(name, text, &[path]);
        }
    }
}

/// What to give thanks for where the position is not known.
fn for_meeting_alone(met: bool, format: Option<Format>, date: &str) -> String {
    match (met, format) {
        (false, _) => format!("for the interview on {date}"),
        (true, Some(Format::Phone)) => format!("for speaking with me on {date}"),
        (true, Some(Format::Video)) => format!("for our video call on {date}"),
        (true, Some(Format::InPerson)) => format!("for having me at your office on {date}"),
        (true, None) => format!("for meeting me on {date}"),
    }
}

/// Up to so many bytes a fact is kept even where a message is too long.
const SHORT_FACT: usize = 40;

fn fits_a_sentence(position: &str) -> bool {
    position.split_whitespace().count() <= POSITION_AT_MOST_WORDS
        && position.chars().count() <= POSITION_AT_MOST_CHARACTERS
}

/// "the Backend Engineer role", formal "the position of Backend Engineer"; "Sales role" is no "role role".
fn role_of(position: &str, formal: bool) -> String {
    let last = position.split(' ').next_back().unwrap_or_default().to_lowercase();
    let lower = position.to_lowercase();
    if matches!(last.as_str(), "role" | "position" | "post" | "job" | "internship" | "apprenticeship" | "vacancy") {
        let article = if lower.starts_with("the ") { "" } else { "the " };
        format!("{article}{position}")
    } else if formal {
        format!("the position of {position}")
    } else {
        format!("the {position} role")
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
    let own_way = text.split(' ').next().is_some_and(|word| word.chars().skip(1).any(|letter| letter.is_uppercase() || letter == '@'));
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !own_way => first.to_uppercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

impl Form {
    /// Whether only the gist has room.
    const fn is_short(self) -> bool {
        !matches!(self, Self::Email | Self::PlatformMessage)
    }
}
