//! Who writes, and who is written to.

use crate::facts::{Channel, Tone};
use crate::messages::day;
use crate::messages::name::Name;
use crate::messages::phrase;

use super::{Forgone, Gathering, NAME_AT_MOST_CHARACTERS, Word};

impl Gathering<'_> {
    pub(super) fn people(&mut self) {
        let writing = self.writing;
        self.greeting();
        let candidate = &writing.interview.candidate;
        let name = self.allowed(candidate.name.as_ref());
        match name.and_then(|name| Name::read(name, false)) {
            Some(name) => {
                // A name of thirty words is said by its first and last where a message has no room for it.
                let name = if self.forgone == Forgone::Names {
                    name.shortest()
                } else {
                    name.full
                };
                if name.chars().count() <= NAME_AT_MOST_CHARACTERS {
                    self.put(Word::Name, name.clone(), &["candidate.name"]);
                }
                self.put(Word::Me, name, &["candidate.name"]);
            }
            None => self.blank(Word::Me, "[your name]", "candidate.name"),
        }
        if writing.details_allowed() {
            if let Some(email) = &candidate.email {
                self.put(Word::Email, email, &["candidate.email"]);
            }
            match &candidate.phone {
                Some(phone) => {
                    self.put(Word::Phone, phone, &["candidate.phone"]);
                    self.put(Word::Number, phone, &["candidate.phone"]);
                }
                None => self.blank(Word::Number, "[your phone number]", "candidate.phone"),
            }
        }
        let reach = if day::month_first(writing.locale) {
            "at"
        } else {
            "on"
        };
        self.put(Word::Reach, reach, &[]);
    }

    fn greeting(&mut self) {
        let writing = self.writing;
        let full_stops = day::month_first(writing.locale);
        let person = writing.person();
        let name = person
            .and_then(|person| person.name.as_deref())
            .filter(|_| self.forgone < Forgone::Names)
            .and_then(|name| Name::read(name, full_stops))
            .filter(|name| name.full.chars().count() <= NAME_AT_MOST_CHARACTERS);
        let title = self
            .allowed(person.and_then(|person| person.title.as_ref()))
            .filter(|_| self.forgone < Forgone::Names)
            .and_then(phrase::job_title);
        let Some(name) = name else {
            if let Some(title) = title {
                let the_title = format!("the {title}");
                self.put_theirs(Word::Dear, format!("Dear {title}"), &["title"]);
                self.put_theirs(Word::Whom, the_title.clone(), &["title"]);
                self.put_theirs(Word::WhomAndTitle, the_title, &["title"]);
            } else {
                self.put(Word::Dear, "Dear hiring team", &[]);
                self.put(Word::Whom, "the hiring team", &[]);
                self.put(Word::WhomAndTitle, "the hiring team", &[]);
            }
            self.put(Word::Hello, "Hello", &[]);
            return;
        };
        let called = match writing.tone {
            Tone::Formal => name.with_title(),
            Tone::Neutral if name.has_title() => name.with_title(),
            Tone::Neutral | Tone::Warm => name.first(),
        };
        let greeting = if writing.tone == Tone::Warm {
            "Hello"
        } else {
            "Dear"
        };
        self.put_theirs(Word::Dear, format!("{greeting} {called}"), &["name"]);
        let aloud = writing.tone == Tone::Formal && writing.form.channel() != Channel::Phone;
        let hello = if aloud { "Dear" } else { "Hello" };
        self.put_theirs(Word::Hello, format!("{hello} {called}"), &["name"]);
        let whom = if name.has_title() {
            name.with_title()
        } else {
            name.full.clone()
        };
        match title {
            Some(title) => {
                let both = format!("{whom}, the {title}");
                self.put_theirs(Word::WhomAndTitle, both, &["name", "title"]);
            }
            None => self.put_theirs(Word::WhomAndTitle, whom.clone(), &["name"]),
        }
        self.put_theirs(Word::Whom, whom, &["name"]);
    }
}
