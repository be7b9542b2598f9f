//! Who writes, and who is written to.

use crate::facts::{Channel, Tone};
use crate::messages::day;
use crate::messages::name::Name;

use super::{Forgone, Gathering, NAME_AT_MOST_CHARACTERS, path_of};

impl Gathering<'_> {
    pub(super) fn people(&mut self) {
        let writing = self.writing;
        self.greeting();
        let candidate = &writing.interview.candidate;
        match self
            .allowed(candidate.name.as_ref())
            .and_then(|name| Name::read(name, false))
        {
            Some(name) => {
                // A name of thirty words is said by its first and last where a message has no room for it.
                let name = if self.forgone == Forgone::Names {
                    name.shortest()
                } else {
                    name.full
                };
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
        self.put(
            "reach",
            if day::month_first(writing.locale) {
                "at"
            } else {
                "on"
            },
            &[],
        );
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
        let path = writing
            .recipient
            .map(|person| path_of(person) + ".name")
            .unwrap_or_default();
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
        let greeting = if writing.tone == Tone::Warm {
            "Hello"
        } else {
            "Dear"
        };
        self.put("dear", format!("{greeting} {called}"), &[&path]);
        let aloud = writing.tone == Tone::Formal && writing.form.channel() != Channel::Phone;
        self.put(
            "hello",
            format!("{} {called}", if aloud { "Dear" } else { "Hello" }),
            &[&path],
        );
        let whom = if name.has_title() {
            name.with_title()
        } else {
            name.full.clone()
        };
        self.put("whom", whom, &[&path]);
    }
}
