//! What makes a message theirs: topics, strengths, and what was liked.

use std::borrow::Cow;

use crate::facts::Purpose;
use crate::messages::message::Form;
use crate::messages::phrase::{self, Shape};

use super::{Forgone, Source, Word, Words};

/// Up to so many bytes a fact is kept even where a message is too long.
const SHORT_FACT: usize = 40;

/// A fact in the sentence that its shape allows.
pub(super) struct Fact<'a> {
    word: Word,
    text: Cow<'a, str>,
    pub(super) source: Source,
}

impl Fact<'_> {
    pub(super) fn write(&self, text: &mut String) {
        text.push_str(&self.text);
    }
}

/// A word for a fact, and its text.
type Fitting<'a> = (Word, Cow<'a, str>);

impl<'a> Words<'a> {
    pub(super) fn gather_talked_about(&mut self, forgone: Forgone) {
        let writing = self.writing;
        let interview = writing.interview;
        let own = writing.person().map_or(&[][..], |person| &person.topics);
        // Panel members without a topic of their own start with different ones of those that all heard.
        let topics = own.iter().chain(turned(&interview.topics, writing.rank));
        let count = own.len() + interview.topics.len();
        self.topic = self
            .first_fitting(later_first(topics, count, writing.purpose), forgone, topic)
            .map(|(given, (word, text))| {
                let is_own = own.iter().any(|topic| std::ptr::eq(topic, given));
                let source = if is_own {
                    Source {
                        person: writing.recipient,
                        ..Source::of(&["topics"])
                    }
                } else {
                    Source::of(&["interview.topics"])
                };
                Fact { word, text, source }
            });
        let strengths = &interview.candidate.strengths;
        let turned = turned(strengths, writing.rank);
        let turned = later_first(turned, strengths.len(), writing.purpose);
        self.strength = self
            .first_fitting(turned, forgone, strength)
            .map(|(_, (word, text))| Fact {
                word,
                text,
                source: Source::of(&["candidate.strengths"]),
            });
        self.appeal =
            self.first_fitting(interview.appeal.iter(), forgone, appeal)
                .map(|(_, (word, text))| Fact {
                    word,
                    text,
                    source: Source::of(&["interview.appeal"]),
                });
        for fact in [&self.topic, &self.strength, &self.appeal].into_iter().flatten() {
            self.present = self.present.with(fact.word);
        }
    }

    /// The fact that a word speaks of, where it is one of these.
    pub(super) fn fact(&self, word: Word) -> Option<&Fact<'a>> {
        [&self.topic, &self.strength, &self.appeal]
            .into_iter()
            .flatten()
            .find(|fact| fact.word == word)
    }

    /// The first fact that fits into a sentence, else the first that fits at all; and as it was given.
    fn first_fitting(
        &self,
        facts: impl Iterator<Item = &'a String>,
        forgone: Forgone,
        fit: fn(&'a str) -> Option<Fitting<'a>>,
    ) -> Option<(&'a String, Fitting<'a>)> {
        let short = self.writing.form.is_short();
        let roomy = forgone < Forgone::LongFacts;
        let mut second_best = None;
        for fact in facts {
            let Some((word, text)) = self.writing.allowed(Some(fact)).and_then(fit) else {
                continue;
            };
            let inside = matches!(word, Word::Topic | Word::Strength | Word::Doing | Word::Appeal);
            if inside && (roomy || text.len() <= SHORT_FACT) {
                return Some((fact, (word, text)));
            }
            if !inside && roomy && !short && second_best.is_none() {
                second_best = Some((fact, (word, text)));
            }
        }
        second_best
    }
}

fn topic(text: &str) -> Option<Fitting<'_>> {
    match phrase::topic(text) {
        Shape::Inside(text) => Some((Word::Topic, text)),
        Shape::AfterColon(text) => Some((Word::TopicSaid, text)),
        _ => None,
    }
}

fn strength(text: &str) -> Option<Fitting<'_>> {
    match phrase::strength(text) {
        Shape::Inside(text) => Some((Word::Strength, text)),
        Shape::Doing(text) => Some((Word::Doing, text)),
        Shape::AfterColon(text) => Some((Word::StrengthSaid, text)),
        Shape::Sentence(text) => Some((Word::StrengthOwn, text)),
        Shape::LeftOut => None,
    }
}

fn appeal(text: &str) -> Option<Fitting<'_>> {
    match phrase::appeal(text) {
        Shape::Inside(text) | Shape::Doing(text) => Some((Word::Appeal, text)),
        Shape::AfterColon(text) => Some((Word::AppealSaid, text)),
        Shape::Sentence(text) => Some((Word::AppealOwn, text)),
        Shape::LeftOut => None,
    }
}

/// All of them, beginning with the one at `start`.
fn turned(facts: &[String], start: usize) -> impl Iterator<Item = &String> + Clone {
    let (before, after) = facts.split_at(start.checked_rem(facts.len()).unwrap_or_default());
    after.iter().chain(before)
}

/// A later message begins with a later fact, so that it has something fresh to say.
fn later_first<'a>(
    facts: impl Iterator<Item = &'a String> + Clone,
    count: usize,
    purpose: Purpose,
) -> impl Iterator<Item = &'a String> {
    let start: usize = match purpose {
        Purpose::CheckIn => 1,
        Purpose::SecondCheckIn => 2,
        _ => 0,
    };
    let start = start.checked_rem(count).unwrap_or_default();
    facts.cycle().skip(start).take(count)
}

impl Form {
    /// Whether only the gist has room.
    const fn is_short(self) -> bool {
        !matches!(self, Self::Email | Self::PlatformMessage)
    }
}
