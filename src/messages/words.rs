//! Facts → words: what a template may name, each with the facts that it comes from.

mod occasion;
mod people;
mod talked_about;
mod vocabulary;

use std::borrow::Cow;

use crate::facts::PersonRef;

use super::name::Name;
use super::situation::Writing;
use super::tag::{Tag, Tags};

use talked_about::Fact;
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

/// Where a word comes from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Source {
    /// The paths of the facts in it; of a person's facts their last part alone.
    from: &'static [&'static str],
    /// Whose facts they are, where they are a person's.
    person: Option<PersonRef>,
    /// The fact that a blank stands for.
    pub(super) missing: Option<&'static str>,
}

impl Source {
    /// Facts that are nobody's in particular.
    const fn of(from: &'static [&'static str]) -> Self {
        Self {
            from,
            person: None,
            missing: None,
        }
    }

    /// A blank for that fact.
    const fn blank(missing: &'static str) -> Self {
        Self {
            from: &[],
            person: None,
            missing: Some(missing),
        }
    }

    /// The paths of the facts in it.
    pub(super) fn paths(self) -> impl Iterator<Item = Cow<'static, str>> {
        self.from.iter().map(move |path| match self.person {
            None => Cow::Borrowed(*path),
            Some(PersonRef::Contact) => Cow::Owned(format!("employer.contact.{path}")),
            Some(PersonRef::Interviewer(index)) => {
                Cow::Owned(format!("interview.interviewers[{index}].{path}"))
            }
        })
    }
}

/// The words of one message: which there are, and what they are made of. Each is written where a phrasing puts it in,
/// straight into the text.
pub(super) struct Words<'a> {
    writing: &'a Writing<'a>,
    present: WordSet,
    /// What the recipient is called.
    recipient: Option<Name<'a>>,
    /// The recipient's job title, as it stands after "the".
    their_title: Option<Cow<'a, str>>,
    /// The candidate's name.
    me: Option<Cow<'a, str>>,
    position: Option<Cow<'a, str>>,
    /// Whether the position is short enough to be named in a sentence.
    names_position: bool,
    company: Option<Cow<'a, str>>,
    topic: Option<Fact<'a>>,
    strength: Option<Fact<'a>>,
    appeal: Option<Fact<'a>>,
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
        let mut words = Self {
            writing,
            present: WordSet::default(),
            recipient: None,
            their_title: None,
            me: None,
            position: None,
            names_position: false,
            company: None,
            topic: None,
            strength: None,
            appeal: None,
        };
        words.gather_people(forgone);
        words.gather_occasion(forgone);
        words.gather_talked_about(forgone);
        words
    }

    fn put(&mut self, word: Word, there: bool) {
        if there {
            self.present = self.present.with(word);
        }
    }

    /// What is the case because of the words that are there.
    pub(super) fn tags(&self, mut tags: Tags) -> Tags {
        let [topic, strength, appeal, _] = ONCE;
        tags.add(self.present.has_some(topic), Tag::Topical);
        tags.add(self.present.has_some(strength), Tag::Skilled);
        tags.add(self.present.has_some(appeal), Tag::Liked);
        tags
    }

    /// A word by itself, where it is there.
    pub(super) fn get(&self, word: Word) -> Option<String> {
        self.present.has(word).then(|| {
            let mut text = String::new();
            self.write(word, Said::default(), &mut text);
            text
        })
    }

    /// Where those of a set come from.
    pub(super) fn sources(&self, these: WordSet) -> impl Iterator<Item = Source> {
        these.and(self.present).iter().map(|word| self.source(word))
    }

    /// Whether every one of these words is there.
    pub(super) fn hold(&self, needs: WordSet) -> bool {
        self.present.has_all(needs)
    }

    /// Writes a word, given what was said before it; nothing where it is not there.
    pub(super) fn write(&self, word: Word, said: Said, text: &mut String) {
        match word {
            Word::Role if said.0.has_some(NAMES_THE_ROLE) => text.push_str(self.plain_role()),
            _ if word.is_of_people() => self.write_person(word, text),
            _ => match self.fact(word) {
                Some(fact) => fact.write(text),
                None => self.write_occasion(word, text),
            },
        }
    }

    /// Where a word comes from.
    pub(super) fn source(&self, word: Word) -> Source {
        if word.is_of_people() {
            return self.source_of_person(word);
        }
        self.fact(word)
            .map_or_else(|| self.source_of_occasion(word), |fact| fact.source)
    }
}

/// Makes the first letter from `start` on large, unless the first word there has its own way: "iOS", an address, a link.
pub(super) fn capitalise(text: &mut String, start: usize) {
    let Some(first) = text[start..].chars().next().filter(|first| first.is_lowercase()) else {
        return;
    };
    let first_word = text[start..].split(' ').next().unwrap_or_default();
    let own_way = first_word.chars().skip(1).any(char::is_uppercase)
        || first_word.contains('@')
        || first_word.contains("://")
        || first_word.trim_end_matches(['.', ',', ':', '!']).contains('.');
    if own_way {
        return;
    }
    let end = start + first.len_utf8();
    if first.is_ascii() {
        text[start..end].make_ascii_uppercase();
    } else {
        text.replace_range(start..end, &first.to_uppercase().to_string());
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
            let mut text = text.to_owned();
            capitalise(&mut text, 0);
            assert_eq!(text, expected);
        }
    }
}
