//! Who writes, and who is written to.

use std::borrow::Cow;

use crate::facts::{Channel, Tone};
use crate::messages::day;
use crate::messages::name::Name;
use crate::messages::phrase;

use super::{Forgone, NAME_AT_MOST_CHARACTERS, Source, Word, Words};

impl Words<'_> {
    pub(super) fn gather_people(&mut self, forgone: Forgone) {
        let writing = self.writing;
        if let Some(person) = writing.person().filter(|_| forgone < Forgone::Names) {
            let full_stops = day::month_first(writing.locale);
            self.recipient = person
                .name
                .as_deref()
                .and_then(|name| Name::read(name, full_stops))
                .filter(|name| is_short(&name.full));
            self.their_title = writing.allowed(person.title.as_ref()).and_then(phrase::job_title);
        }
        let candidate = &writing.interview.candidate;
        let name = writing.allowed(candidate.name.as_ref());
        self.me = name.and_then(|name| Name::read(name, false)).map(|name| {
            // A name of thirty words is said by its first and last where a message has no room for it.
            if forgone == Forgone::Names {
                Cow::Owned(name.shortest())
            } else {
                name.full
            }
        });
        for word in [
            Word::Dear,
            Word::Hello,
            Word::Whom,
            Word::WhomAndTitle,
            Word::Me,
            Word::Reach,
        ] {
            self.put(word, true);
        }
        self.put(Word::Name, self.me.as_deref().is_some_and(is_short));
        if writing.details_allowed() {
            self.put(Word::Email, candidate.email.is_some());
            self.put(Word::Phone, candidate.phone.is_some());
            self.put(Word::Number, true);
        }
    }

    pub(super) fn write_person(&self, word: Word, text: &mut String) {
        let writing = self.writing;
        let candidate = &writing.interview.candidate;
        match word {
            Word::Dear => match (&self.recipient, &self.their_title) {
                (Some(name), _) => {
                    let warm = writing.tone == Tone::Warm;
                    text.push_str(if warm { "Hello " } else { "Dear " });
                    self.write_called(name, text);
                }
                (None, Some(title)) => {
                    text.push_str("Dear ");
                    text.push_str(title);
                }
                (None, None) => text.push_str("Dear hiring team"),
            },
            Word::Hello => match &self.recipient {
                Some(name) => {
                    let aloud = writing.form.channel() == Channel::Phone;
                    let dear = writing.tone == Tone::Formal && !aloud;
                    text.push_str(if dear { "Dear " } else { "Hello " });
                    self.write_called(name, text);
                }
                None => text.push_str("Hello"),
            },
            Word::Whom | Word::WhomAndTitle => match (&self.recipient, &self.their_title) {
                (Some(name), title) => {
                    name.write_with_title(text);
                    if let Some(title) = title.as_deref().filter(|_| word == Word::WhomAndTitle) {
                        text.push_str(", the ");
                        text.push_str(title);
                    }
                }
                (None, Some(title)) => {
                    text.push_str("the ");
                    text.push_str(title);
                }
                (None, None) => text.push_str("the hiring team"),
            },
            Word::Me | Word::Name => text.push_str(self.me.as_deref().unwrap_or("[your name]")),
            Word::Email => text.push_str(candidate.email.as_deref().unwrap_or_default()),
            Word::Phone | Word::Number => {
                text.push_str(candidate.phone.as_deref().unwrap_or("[your phone number]"));
            }
            _ => text.push_str(if day::month_first(writing.locale) {
                "at"
            } else {
                "on"
            }),
        }
    }

    /// The name by which the tone has them addressed.
    fn write_called(&self, name: &Name<'_>, text: &mut String) {
        let stiff = match self.writing.tone {
            Tone::Formal => true,
            Tone::Neutral => name.has_title(),
            Tone::Warm => false,
        };
        if stiff {
            name.write_with_title(text);
        } else {
            text.push_str(name.first());
        }
    }

    pub(super) fn source_of_person(&self, word: Word) -> Source {
        let candidate = &self.writing.interview.candidate;
        let theirs = |from| Source {
            person: self.writing.recipient,
            ..Source::of(from)
        };
        match word {
            Word::Dear | Word::Whom | Word::WhomAndTitle => match (&self.recipient, &self.their_title) {
                (Some(_), Some(_)) if word == Word::WhomAndTitle => theirs(&["name", "title"]),
                (Some(_), _) => theirs(&["name"]),
                (None, Some(_)) => theirs(&["title"]),
                (None, None) => Source::default(),
            },
            Word::Hello if self.recipient.is_some() => theirs(&["name"]),
            Word::Me | Word::Name if self.me.is_some() => Source::of(&["candidate.name"]),
            Word::Me => Source::blank("candidate.name"),
            Word::Email => Source::of(&["candidate.email"]),
            Word::Phone | Word::Number if candidate.phone.is_some() => Source::of(&["candidate.phone"]),
            Word::Number => Source::blank("candidate.phone"),
            _ => Source::default(),
        }
    }
}

fn is_short(name: &str) -> bool {
    name.len() <= NAME_AT_MOST_CHARACTERS || name.chars().count() <= NAME_AT_MOST_CHARACTERS
}
