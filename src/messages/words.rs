//! Facts → words: what a template may name, each with the facts that it comes from.

mod occasion;
mod people;
mod talked_about;
mod vocabulary;

use std::borrow::Cow;

use crate::facts::PersonRef;

use super::book::book;
use super::phrase;
use super::situation::Writing;
use super::tag::{Tag, Tags};

pub(super) use vocabulary::{KNOWN, Word, WordSet};

/// Words of which a message uses one at most: it says a thing once.
const ONCE: [WordSet; 4] = [
    WordSet::of(&[Word::Topic, Word::TopicSaid]),
    WordSet::of(&[Word::Strength, Word::Doing, Word::StrengthSaid, Word::StrengthOwn]),
    WordSet::of(&[Word::Appeal, Word::AppealSaid, Word::AppealOwn]),
    WordSet::of(&[
        Word::ForYourTime,
        Word::ForMeeting,
        Word::MetAbout,
        Word::MetSpoken,
        Word::Interviewed,
        Word::ForWhich,
        Word::Talk,
        Word::DayTalk,
        Word::Date,
        Word::InterviewDay,
    ]),
];
/// Words that name the position; after the first, `role` is "the role".
const NAMES_THE_ROLE: WordSet = WordSet::of(&[
    Word::Role,
    Word::ForMeeting,
    Word::MetAbout,
    Word::MetSpoken,
    Word::Interviewed,
]);

/// A person's or company's name of more characters is left out.
const NAME_AT_MOST_CHARACTERS: usize = 60;

/// A word's text, and where it comes from.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry<'a> {
    pub(super) text: Cow<'a, str>,
    /// The paths of the facts in it; of a person's facts their last part alone.
    from: &'static [&'static str],
    /// Whose facts they are, where they are a person's.
    person: Option<PersonRef>,
    /// The fact that a blank stands for.
    pub(super) missing: Option<&'static str>,
}

impl Entry<'_> {
    /// The paths of the facts in it.
    pub(super) fn paths(&self) -> impl Iterator<Item = String> {
        self.from.iter().map(|path| match self.person {
            None => (*path).to_owned(),
            Some(PersonRef::Contact) => format!("employer.contact.{path}"),
            Some(PersonRef::Interviewer(index)) => format!("interview.interviewers[{index}].{path}"),
        })
    }
}

/// The words of one message.
pub(super) struct Words<'a> {
    entries: [Option<Entry<'a>>; Word::COUNT],
    present: WordSet,
}

/// What has been said so far in a message.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said(WordSet);

impl Said {
    /// Whether a phrasing with these words would say something a second time.
    pub(super) fn repeats(self, needs: WordSet) -> bool {
        ONCE.iter()
            .any(|group| self.0.has_some(*group) && needs.has_some(*group))
    }

    /// Remembers the words of a phrasing.
    pub(super) fn note(&mut self, needs: WordSet) {
        self.0 = self.0.or(needs);
    }

    /// All words so far.
    pub(super) fn words(self) -> WordSet {
        self.0
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

impl<'a> Words<'a> {
    /// The words for a message, without those that it gives up.
    pub(super) fn of(writing: &'a Writing<'a>, forgone: Forgone) -> Self {
        let wanted = book().words_of(writing.purpose, writing.form).with(Word::TheRole);
        Self::gathered(writing, forgone, wanted)
    }

    /// All words, for a template that may name any.
    pub(super) fn all(writing: &'a Writing<'a>) -> Self {
        let wanted = KNOWN
            .iter()
            .fold(WordSet::default(), |words, (word, ..)| words.with(*word));
        Self::gathered(writing, Forgone::Nothing, wanted)
    }

    fn gathered(writing: &'a Writing<'a>, forgone: Forgone, wanted: WordSet) -> Self {
        let mut gathering = Gathering {
            writing,
            forgone,
            wanted,
            words: Self {
                entries: [const { None }; Word::COUNT],
                present: WordSet::default(),
            },
        };
        gathering.people();
        gathering.interview();
        gathering.talked_about();
        gathering.words
    }

    /// What is the case because of the words that are there.
    pub(super) fn tags(&self, mut tags: Tags) -> Tags {
        let [topic, strength, appeal, _] = ONCE;
        tags.add(self.present.has_some(topic), Tag::Topical);
        tags.add(self.present.has_some(strength), Tag::Skilled);
        tags.add(self.present.has_some(appeal), Tag::Liked);
        tags
    }

    /// A word, where it is there.
    pub(super) fn get(&self, word: Word) -> Option<&Entry<'a>> {
        self.entries[word as usize].as_ref()
    }

    /// Those of a set.
    pub(super) fn among(&self, these: WordSet) -> impl Iterator<Item = &Entry<'a>> {
        KNOWN
            .into_iter()
            .filter(move |(word, ..)| these.has(*word))
            .filter_map(|(word, ..)| self.entries[word as usize].as_ref())
    }

    /// Whether every one of these words is there.
    pub(super) fn hold(&self, needs: WordSet) -> bool {
        self.present.has_all(needs)
    }

    /// The text of a word, given what was said before it; empty where it is not there.
    pub(super) fn text(&self, word: Word, said: Said) -> &str {
        let word = if word == Word::Role && said.0.has_some(NAMES_THE_ROLE) {
            Word::TheRole
        } else {
            word
        };
        self.entries[word as usize]
            .as_ref()
            .map_or("", |entry| entry.text.as_ref())
    }
}

struct Gathering<'a> {
    writing: &'a Writing<'a>,
    forgone: Forgone,
    /// The words that a text of this purpose and form can name: no other is worth making.
    wanted: WordSet,
    words: Words<'a>,
}

impl<'a> Gathering<'a> {
    fn enter(&mut self, word: Word, entry: Entry<'a>) {
        self.words.present = self.words.present.with(word);
        self.words.entries[word as usize] = Some(entry);
    }

    fn put(&mut self, word: Word, text: impl Into<Cow<'a, str>>, from: &'static [&'static str]) {
        let entry = Entry {
            text: text.into(),
            from,
            ..Entry::default()
        };
        self.enter(word, entry);
    }

    /// The same for a word that is costly to make.
    fn put_made(&mut self, word: Word, from: &'static [&'static str], make: impl FnOnce() -> String) {
        if self.wanted.has(word) {
            self.put(word, make(), from);
        }
    }

    /// A fact of the recipient's.
    fn put_theirs(&mut self, word: Word, text: impl Into<Cow<'a, str>>, from: &'static [&'static str]) {
        let entry = Entry {
            text: text.into(),
            from,
            person: self.writing.recipient,
            missing: None,
        };
        self.enter(word, entry);
    }

    fn blank(&mut self, word: Word, text: &'static str, missing: &'static str) {
        let entry = Entry {
            text: text.into(),
            missing: Some(missing),
            ..Entry::default()
        };
        self.enter(word, entry);
    }

    /// A fact that may stand in this message.
    fn allowed(&self, text: Option<&'a String>) -> Option<&'a str> {
        text.map(String::as_str)
            .filter(|text| self.writing.details_allowed() || !phrase::holds_contact_details(text))
    }
}

/// The text with its first letter large, unless the first word has its own way: "iOS", an address, a link.
pub(super) fn capitalised(text: &str) -> Cow<'_, str> {
    let first_word = text.split(' ').next().unwrap_or_default();
    let own_way = first_word.chars().skip(1).any(char::is_uppercase)
        || first_word.contains('@')
        || first_word.contains("://")
        || first_word.trim_end_matches(['.', ',', ':', '!']).contains('.');
    match text.chars().next() {
        Some(first) if first.is_lowercase() && !own_way => {
            Cow::Owned(first.to_uppercase().chain(text.chars().skip(1)).collect())
        }
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_large_and_an_address_stays_as_it_is() {
        for (text, expected) in [
            ("our call on Monday", "Our call on Monday"),
            ("éclairs for all", "Éclairs for all"),
            ("iOS builds", "iOS builds"),
            ("dana@example.com", "dana@example.com"),
            ("example.com expected", "example.com expected"),
            ("https://example.com", "https://example.com"),
            ("moving. Then more", "Moving. Then more"),
            ("7 years", "7 years"),
            ("", ""),
        ] {
            assert_eq!(capitalised(text), expected);
        }
    }
}
