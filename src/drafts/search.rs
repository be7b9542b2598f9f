//! The phrases of the lexicon in a text: each is tried where its first two words stand.

use std::collections::HashMap;

use crate::facts::Purpose;

use super::lexicon::{ANY, Ending, LEXICON, List, NUMBER, Node, Symbol, is_number};
use super::text::Word;

/// A phrase found: its words from the first to the last, by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) list: List,
    pub(super) first: usize,
    pub(super) last: usize,
    /// What to do about it; empty where the file says nothing.
    pub(super) suggestion: &'static str,
    purposes: &'static str,
    exception: bool,
}

impl Match {
    /// Whether the phrase is meant for messages of this purpose.
    pub(super) fn is_meant_for(&self, purpose: Purpose) -> bool {
        self.purposes.is_empty() || self.purposes.split(' ').any(|meant| meant == purpose.as_str())
    }
}

/// Words to be read, and which of them are not the candidate's own.
pub(super) struct Reading<'a> {
    pub(super) words: &'a [Word],
    /// For each word whether it is taken from the facts or from somebody else.
    pub(super) masked: &'a [bool],
}

impl Reading<'_> {
    fn spoken(&self, at: usize) -> bool {
        !self.masked.get(at).copied().unwrap_or_default()
    }
}

/// A draft on its way through the lexicon.
struct Walk<'a> {
    reading: &'a Reading<'a>,
    /// For each word the symbols that it can stand for; a word that is masked is any word alone.
    symbols: Vec<[Option<Symbol>; 3]>,
    found: Vec<Match>,
}

impl Walk<'_> {
    fn run(&mut self) {
        for first in 0..self.symbols.len() {
            let Some(&ones) = self.symbols.get(first) else {
                return;
            };
            let others = self
                .symbols
                .get(first + 1)
                .copied()
                .filter(|_| self.same_sentence(first, first + 1));
            for one in ones.into_iter().flatten() {
                let Some(start) = LEXICON.starts.get(one as usize) else {
                    continue;
                };
                for &node in &start.single {
                    self.follow_to_the_end(node, first);
                }
                for other in others
                    .into_iter()
                    .flatten()
                    .flatten()
                    .filter(|_| !start.pairs.is_empty())
                {
                    let from = start.pairs.partition_point(|(second, _)| *second < other);
                    let pairs = start.pairs.iter().skip(from);
                    for (_, node) in pairs.take_while(|(second, _)| *second == other) {
                        self.follow(*node, first, first + 2);
                    }
                }
            }
        }
    }

    fn same_sentence(&self, first: usize, other: usize) -> bool {
        let sentence = |at: usize| self.reading.words.get(at).map(|word| word.sentence);
        sentence(first) == sentence(other)
    }

    /// A phrase of one word.
    fn follow_to_the_end(&mut self, node: usize, first: usize) {
        match LEXICON.nodes.get(node) {
            Some(Node::End(ending)) => self.note(*ending, first, first),
            Some(Node::Split(choices)) => {
                for &choice in choices {
                    self.follow_to_the_end(choice, first);
                }
            }
            _ => {}
        }
    }

    fn follow(&mut self, node: usize, first: usize, at: usize) {
        match LEXICON.nodes.get(node) {
            Some(Node::End(ending)) => self.note(*ending, first, at - 1),
            Some(Node::Split(choices)) => {
                for &choice in choices {
                    self.follow(choice, first, at);
                }
            }
            Some(Node::Word(symbol, next)) => {
                let fits = self
                    .symbols
                    .get(at)
                    .is_some_and(|symbols| symbols.contains(&Some(*symbol)));
                if fits && self.same_sentence(first, at) {
                    self.follow(*next, first, at + 1);
                }
            }
            None => {}
        }
    }

    fn note(&mut self, ending: Ending, first: usize, last: usize) {
        self.found.push(Match {
            list: ending.list,
            first,
            last,
            suggestion: ending.suggestion,
            purposes: ending.purposes,
            exception: ending.exception,
        });
    }
}

/// Every phrase in the words, exceptions taken into account, in the order of their beginnings.
pub(super) fn search(reading: &Reading<'_>) -> Vec<Match> {
    let symbols: Vec<[Option<Symbol>; 3]> = reading
        .words
        .iter()
        .enumerate()
        .map(|(at, word)| {
            if !reading.spoken(at) {
                return [Some(ANY), None, None];
            }
            let number = is_number(&word.folded).then_some(NUMBER);
            [Some(ANY), number, LEXICON.symbol(&word.folded)]
        })
        .collect();
    let mut walk = Walk {
        reading,
        symbols,
        found: Vec::new(),
    };
    walk.run();
    let mut found = walk.found;
    let exceptions: Vec<Match> = found.iter().filter(|found| found.exception).copied().collect();
    if exceptions.is_empty() {
        return found;
    }
    // For each list the words that an exception covers.
    let mut covered: HashMap<List, Vec<bool>> = HashMap::new();
    for exception in exceptions {
        let words = covered
            .entry(exception.list)
            .or_insert_with(|| vec![false; reading.words.len()]);
        words
            .iter_mut()
            .take(exception.last + 1)
            .skip(exception.first)
            .for_each(|word| *word = true);
    }
    found.retain(|found| {
        !found.exception
            && covered.get(&found.list).is_none_or(|words| {
                words
                    .iter()
                    .take(found.last + 1)
                    .skip(found.first)
                    .all(|covered| !covered)
            })
    });
    found
}
