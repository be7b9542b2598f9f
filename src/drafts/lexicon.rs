//! The phrases that a draft is read for: text files that a writer can edit (`lexicon/README.md`), compiled once.
//!
//! A phrase is tried where its first two words stand, so that the time taken grows with the draft alone.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::phrase::{Item, Pattern, patterns};

/// A file of phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum List {
    Desperate,
    Frustrated,
    Pressing,
    SelfCentred,
    TooCasual,
    TooStiff,
    ContactDetails,
    VagueSubject,
    StatusRequest,
    StatusMatter,
    Courtesy,
    Thanks,
    Interest,
    Offer,
    Wishes,
    Feedback,
    Decision,
    Acceptance,
    OpenDoor,
    Patience,
    OtherOffer,
    AnotherTime,
    SignOff,
}

/// Every file.
const FILES: [(List, &str); 23] = [
    (List::Desperate, include_str!("lexicon/desperate.txt")),
    (List::Frustrated, include_str!("lexicon/frustrated.txt")),
    (List::Pressing, include_str!("lexicon/pressing.txt")),
    (List::SelfCentred, include_str!("lexicon/self_centred.txt")),
    (List::TooCasual, include_str!("lexicon/too_casual.txt")),
    (List::TooStiff, include_str!("lexicon/too_stiff.txt")),
    (List::ContactDetails, include_str!("lexicon/contact_details.txt")),
    (List::VagueSubject, include_str!("lexicon/vague_subject.txt")),
    (List::StatusRequest, include_str!("lexicon/status_request.txt")),
    (List::StatusMatter, include_str!("lexicon/status_matter.txt")),
    (List::Courtesy, include_str!("lexicon/courtesy.txt")),
    (List::Thanks, include_str!("lexicon/thanks.txt")),
    (List::Interest, include_str!("lexicon/interest.txt")),
    (List::Offer, include_str!("lexicon/offer.txt")),
    (List::Wishes, include_str!("lexicon/wishes.txt")),
    (List::Feedback, include_str!("lexicon/feedback.txt")),
    (List::Decision, include_str!("lexicon/decision.txt")),
    (List::Acceptance, include_str!("lexicon/acceptance.txt")),
    (List::OpenDoor, include_str!("lexicon/open_door.txt")),
    (List::Patience, include_str!("lexicon/patience.txt")),
    (List::OtherOffer, include_str!("lexicon/other_offer.txt")),
    (List::AnotherTime, include_str!("lexicon/another_time.txt")),
    (List::SignOff, include_str!("lexicon/sign_off.txt")),
];

/// Words that count as a number where a phrase has `#`, beside digits.
const NUMBERS: [&str; 22] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "fourteen", "fifteen", "twenty", "thirty", "several", "many", "few", "couple", "multiple", "numerous",
];

/// A word as a number; the two smallest stand for any word and for a number.
pub(super) type Symbol = u32;
pub(super) const ANY: Symbol = 0;
pub(super) const NUMBER: Symbol = 1;
const FIRST_WORD: Symbol = 2;

/// A place in a phrase.
#[derive(Debug)]
pub(super) enum Node {
    /// This word must come, then that place.
    Word(Symbol, usize),
    /// It goes on at each of these places.
    Split(Vec<usize>),
    /// The phrase is complete.
    End(Ending),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    pub(super) list: List,
    pub(super) suggestion: &'static str,
    pub(super) purposes: &'static str,
    pub(super) exception: bool,
}

/// Every phrase of every file.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    symbols: HashMap<&'static str, Symbol>,
    pub(super) nodes: Vec<Node>,
    /// For each first word of a phrase.
    pub(super) starts: Vec<Start>,
}

/// How phrases that begin with a word go on.
#[derive(Clone, Debug, Default)]
pub(super) struct Start {
    /// Phrases of this one word.
    pub(super) single: Vec<usize>,
    /// The second word and the place after it, sorted: few phrases share two words, so that little is tried in vain.
    pub(super) pairs: Vec<(Symbol, usize)>,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for (list, text) in FILES {
        // A line that cannot be read is left out here and fails the test below.
        for pattern in patterns(text).into_iter().flatten() {
            lexicon.add(list, &pattern);
        }
    }
    lexicon
        .starts
        .iter_mut()
        .for_each(|start| start.pairs.sort_unstable());
    lexicon
});

impl Lexicon {
    fn add(&mut self, list: List, pattern: &Pattern) {
        let end = self.node(Node::End(Ending {
            list,
            suggestion: pattern.suggestion,
            purposes: pattern.purposes,
            exception: pattern.exception,
        }));
        let start = self.sequence(&pattern.phrase, end);
        for (first, after_first) in self.words_from(start) {
            let single = self.may_end(after_first).then_some(after_first);
            let pairs = self.words_from(after_first);
            let place = first as usize;
            if self.starts.len() <= place {
                self.starts.resize_with(place + 1, Start::default);
            }
            if let Some(start) = self.starts.get_mut(place) {
                start.single.extend(single);
                start.pairs.extend(pairs);
            }
        }
    }

    fn node(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// Builds a sequence from its end and returns its beginning.
    fn sequence(&mut self, items: &[Item], end: usize) -> usize {
        items.iter().rev().fold(end, |next, item| {
            let node = match item {
                Item::Any => Node::Word(ANY, next),
                Item::Number => Node::Word(NUMBER, next),
                Item::Word(word) => {
                    let fresh = FIRST_WORD + u32::try_from(self.symbols.len()).unwrap_or_default();
                    Node::Word(*self.symbols.entry(word).or_insert(fresh), next)
                }
                Item::OneOf(choices) => {
                    let choices = choices.iter().map(|choice| self.sequence(choice, next)).collect();
                    Node::Split(choices)
                }
            };
            self.node(node)
        })
    }

    /// The words that may come at a place, each with the place after it.
    fn words_from(&self, node: usize) -> Vec<(Symbol, usize)> {
        match self.nodes.get(node) {
            Some(Node::Word(symbol, next)) => vec![(*symbol, *next)],
            Some(Node::Split(choices)) => choices
                .iter()
                .flat_map(|&choice| self.words_from(choice))
                .collect(),
            _ => Vec::new(),
        }
    }

    fn may_end(&self, node: usize) -> bool {
        match self.nodes.get(node) {
            Some(Node::End(_)) => true,
            Some(Node::Split(choices)) => choices.iter().any(|&choice| self.may_end(choice)),
            _ => false,
        }
    }

    pub(super) fn symbol(&self, word: &str) -> Option<Symbol> {
        self.symbols.get(word).copied()
    }
}

/// Whether a word counts as a number.
pub(super) fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit()) || NUMBERS.contains(&word)
}

/// Reads the files ahead of the first draft.
pub(super) fn prepare() {
    LazyLock::force(&LEXICON);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::search::{Reading, search};
    use crate::drafts::text::Text;

    fn found(text: &str) -> Vec<(List, &str)> {
        let read = Text::read(text);
        let masked = vec![false; read.words.len()];
        let reading = Reading {
            words: &read.words,
            masked: &masked,
        };
        search(&reading)
            .into_iter()
            .map(|found| {
                (
                    found.list,
                    &text[read.words[found.first].at.start..read.words[found.last].at.end],
                )
            })
            .collect()
    }

    #[test]
    fn every_line_of_every_file_can_be_read() {
        for (list, text) in FILES {
            let read = patterns(text);
            assert!(!read.is_empty(), "{list:?} is empty");
            for (line, pattern) in text.lines().zip(1..).map(|(line, number)| (number, line)) {
                for read in patterns(pattern) {
                    assert!(read.is_ok(), "{list:?}, line {line}: {read:?}");
                }
            }
            for pattern in read.into_iter().flatten() {
                let told = !pattern.suggestion.is_empty() || pattern.exception;
                assert!(
                    told || list > List::VagueSubject,
                    "{list:?}: no suggestion: {pattern:?}"
                );
            }
        }
        for start in &LEXICON.starts {
            let most = start
                .pairs
                .chunk_by(|one, other| one.0 == other.0)
                .map(<[_]>::len)
                .max();
            assert!(
                most.is_none_or(|most| most < 60),
                "two words that begin too many phrases: {most:?}"
            );
        }
    }

    #[test]
    fn phrases_are_found_over_line_breaks_and_contractions_and_exceptions_hold() {
        assert!(found("I really need\nthis job.").contains(&(List::Desperate, "I really need\nthis job")));
        assert!(
            found("I still haven’t heard back")
                .iter()
                .any(|(list, _)| *list == List::Frustrated)
        );
        assert!(
            found("I need. This job is fine.")
                .iter()
                .all(|(list, _)| *list != List::Desperate)
        );
    }
}
