//! What makes a message theirs: topics, strengths, and what was liked.

use crate::facts::Purpose;
use crate::messages::message::Form;
use crate::messages::phrase::{self, Shape};

use super::{Forgone, Gathering, Word};

/// Up to so many bytes a fact is kept even where a message is too long.
const SHORT_FACT: usize = 40;

/// A fact in the sentence that its shape allows.
type Fitting = (Word, String);

impl<'a> Gathering<'a> {
    pub(super) fn talked_about(&mut self) {
        let writing = self.writing;
        let interview = writing.interview;
        let own = writing.person().map_or(&[][..], |person| &person.topics);
        // Panel members without a topic of their own start with different ones of those that all heard.
        let topics = own.iter().chain(turned(&interview.topics, writing.rank));
        let topics = later_first(topics.collect(), writing.purpose);
        if let Some((place, (word, text))) = self.first_fitting(&topics, topic) {
            let is_own = own.iter().any(|topic| std::ptr::eq(topic, topics[place]));
            if is_own {
                self.put_theirs(word, text, &["topics"]);
            } else {
                self.put(word, text, &["interview.topics"]);
            }
        }
        let strengths = turned(&interview.candidate.strengths, writing.rank).collect();
        let strengths = later_first(strengths, writing.purpose);
        if let Some((_, (word, text))) = self.first_fitting(&strengths, strength) {
            self.put(word, text, &["candidate.strengths"]);
        }
        let appeal: Vec<&String> = interview.appeal.iter().collect();
        if let Some((_, (word, text))) = self.first_fitting(&appeal, appeal_of) {
            self.put(word, text, &["interview.appeal"]);
        }
    }

    /// The first fact that fits into a sentence, else the first that fits at all; and its place.
    fn first_fitting(
        &self,
        facts: &[&'a String],
        fit: fn(&str) -> Option<Fitting>,
    ) -> Option<(usize, Fitting)> {
        let short = self.writing.form.is_short();
        let roomy = self.forgone < Forgone::LongFacts;
        let mut second_best = None;
        for (place, fact) in facts.iter().enumerate() {
            let Some((word, text)) = self.allowed(Some(fact)).and_then(fit) else {
                continue;
            };
            let inside = matches!(word, Word::Topic | Word::Strength | Word::Doing | Word::Appeal);
            if inside && (roomy || text.len() <= SHORT_FACT) {
                return Some((place, (word, text)));
            }
            if !inside && roomy && !short && second_best.is_none() {
                second_best = Some((place, (word, text)));
            }
        }
        second_best
    }
}

fn topic(text: &str) -> Option<Fitting> {
    match phrase::topic(text) {
        Shape::Inside(text) => Some((Word::Topic, text)),
        Shape::AfterColon(text) => Some((Word::TopicSaid, text)),
        _ => None,
    }
}

fn strength(text: &str) -> Option<Fitting> {
    match phrase::strength(text) {
        Shape::Inside(text) => Some((Word::Strength, text)),
        Shape::Doing(text) => Some((Word::Doing, text)),
        Shape::AfterColon(text) => Some((Word::StrengthSaid, text)),
        Shape::Sentence(text) => Some((Word::StrengthOwn, text)),
        Shape::LeftOut => None,
    }
}

fn appeal_of(text: &str) -> Option<Fitting> {
    match phrase::appeal(text) {
        Shape::Inside(text) | Shape::Doing(text) => Some((Word::Appeal, text)),
        Shape::AfterColon(text) => Some((Word::AppealSaid, text)),
        Shape::Sentence(text) => Some((Word::AppealOwn, text)),
        Shape::LeftOut => None,
    }
}

/// All of them, beginning with the one at `start`.
fn turned(facts: &[String], start: usize) -> impl Iterator<Item = &String> {
    let (before, after) = facts.split_at(start.checked_rem(facts.len()).unwrap_or_default());
    after.iter().chain(before)
}

/// A later message begins with a later fact, so that it has something fresh to say.
fn later_first(mut facts: Vec<&String>, purpose: Purpose) -> Vec<&String> {
    let start: usize = match purpose {
        Purpose::CheckIn => 1,
        Purpose::SecondCheckIn => 2,
        _ => 0,
    };
    let start = start.checked_rem(facts.len()).unwrap_or_default();
    facts.rotate_left(start);
    facts
}

impl Form {
    /// Whether only the gist has room.
    const fn is_short(self) -> bool {
        !matches!(self, Self::Email | Self::PlatformMessage)
    }
}
