//! The phrases that a draft is read for: text files that a writer can edit (`lexicon/README.md`), compiled once.
//!
//! A phrase is tried where its first two words stand, so that the time taken grows with the draft alone.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::facts::Purpose;

use super::phrase::{Item, Pattern, patterns};
use super::text::Word;

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

/// Every file with its text.
const FILES: [(List, &str, &str); 23] = [
    (List::Desperate, "desperate", include_str!("lexicon/desperate.txt")),
    (List::Frustrated, "frustrated", include_str!("lexicon/frustrated.txt")),
    (List::Pressing, "pressing", include_str!("lexicon/pressing.txt")),
    (List::SelfCentred, "self_centred", include_str!("lexicon/self_centred.txt")),
    (List::TooCasual, "too_casual", include_str!("lexicon/too_casual.txt")),
    (List::TooStiff, "too_stiff", include_str!("lexicon/too_stiff.txt")),
    (List::ContactDetails, "contact_details", include_str!("lexicon/contact_details.txt")),
    (List::VagueSubject, "vague_subject", include_str!("lexicon/vague_subject.txt")),
    (List::StatusRequest, "status_request", include_str!("lexicon/status_request.txt")),
    (List::StatusMatter, "status_matter", include_str!("lexicon/status_matter.txt")),
    (List::Courtesy, "courtesy", include_str!("lexicon/courtesy.txt")),
    (List::Thanks, "thanks", include_str!("lexicon/thanks.txt")),
    (List::Interest, "interest", include_str!("lexicon/interest.txt")),
    (List::Offer, "offer", include_str!("lexicon/offer.txt")),
    (List::Wishes, "wishes", include_str!("lexicon/wishes.txt")),
    (List::Feedback, "feedback", include_str!("lexicon/feedback.txt")),
    (List::Decision, "decision", include_str!("lexicon/decision.txt")),
    (List::Acceptance, "acceptance", include_str!("lexicon/acceptance.txt")),
    (List::OpenDoor, "open_door", include_str!("lexicon/open_door.txt")),
    (List::Patience, "patience", include_str!("lexicon/patience.txt")),
    (List::OtherOffer, "other_offer", include_str!("lexicon/other_offer.txt")),
    (List::AnotherTime, "another_time", include_str!("lexicon/another_time.txt")),
    (List::SignOff, "sign_off", include_str!("lexicon/sign_off.txt")),
];

/// Words that count as a number where a phrase has `#`, beside digits.
const NUMBERS: [&str; 22] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fourteen",
    "fifteen", "twenty", "thirty", "several", "many", "few", "couple", "multiple", "numerous",
];

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

/// A word as a number; the two smallest stand for any word and for a number.
type Symbol = u32;
const ANY: Symbol = 0;
const NUMBER: Symbol = 1;
const FIRST_WORD: Symbol = 2;

/// A place in a phrase.
#[derive(Debug)]
enum Node {
    /// This word must come, then that place.
    Word(Symbol, usize),
    /// It goes on at each of these places.
    Split(Vec<usize>),
    /// The phrase is complete.
    End(Ending),
}

#[derive(Clone, Copy, Debug)]
struct Ending {
    list: List,
    suggestion: &'static str,
    purposes: &'static str,
    exception: bool,
}

/// Every phrase of every file.
#[derive(Debug, Default)]
struct Lexicon {
    symbols: HashMap<&'static str, Symbol>,
    nodes: Vec<Node>,
    /// For each first word of a phrase.
    starts: Vec<Start>,
}

/// How phrases that begin with a word go on.
#[derive(Clone, Debug, Default)]
struct Start {
    /// Phrases of this one word.
    single: Vec<usize>,
    /// The second word and the place after it, sorted: few phrases share two words, so that little is tried in vain.
    pairs: Vec<(Symbol, usize)>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for (list, _, text) in FILES {
        // A line that cannot be read is left out here and fails the test below.
        for pattern in patterns(text).into_iter().flatten() {
            lexicon.add(list, &pattern);
        }
    }
    lexicon.starts.iter_mut().for_each(|start| start.pairs.sort_unstable());
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
            Some(Node::Split(choices)) => choices.iter().flat_map(|&choice| self.words_from(choice)).collect(),
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

    fn symbol(&self, word: &str) -> Option<Symbol> {
        self.symbols.get(word).copied()
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
            let Some(&ones) = self.symbols.get(first) else { return };
            let others = self.symbols.get(first + 1).copied().filter(|_| self.same_sentence(first, first + 1));
            for one in ones.into_iter().flatten() {
                let Some(start) = LEXICON.starts.get(one as usize) else { continue };
                for &node in &start.single {
                    self.follow_to_the_end(node, first);
                }
                for other in others.into_iter().flatten().flatten().filter(|_| !start.pairs.is_empty()) {
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
                choices.iter().for_each(|&choice| self.follow_to_the_end(choice, first));
            }
            _ => {}
        }
    }

    fn follow(&mut self, node: usize, first: usize, at: usize) {
        match LEXICON.nodes.get(node) {
            Some(Node::End(ending)) => self.note(*ending, first, at - 1),
            Some(Node::Split(choices)) => choices.iter().for_each(|&choice| self.follow(choice, first, at)),
            Some(Node::Word(symbol, next)) => {
                let fits = self.symbols.get(at).is_some_and(|symbols| symbols.contains(&Some(*symbol)));
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
        words.iter_mut().take(exception.last + 1).skip(exception.first).for_each(|word| *word = true);
    }
    found.retain(|found| {
        !found.exception
            && covered.get(&found.list).is_none_or(|words| {
                words.iter().take(found.last + 1).skip(found.first).all(|covered| !covered)
            })
    });
    found
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
    use crate::drafts::text::Text;

    fn found(text: &str) -> Vec<(List, &str)> {
        let read = Text::read(text);
        let masked = vec![false; read.words.len()];
        let reading = Reading { words: &read.words, masked: &masked };
        search(&reading)
            .into_iter()
            .map(|found| (found.list, &text[read.words[found.first].at.start..read.words[found.last].at.end]))
            .collect()
    }

    #[test]
    fn every_line_of_every_file_can_be_read() {
        for (list, name, text) in FILES {
            let read = patterns(text);
            assert!(!read.is_empty(), "{name}.txt is empty");
            for (line, pattern) in text.lines().zip(1..).map(|(line, number)| (number, line)) {
                for read in patterns(pattern) {
                    assert!(read.is_ok(), "{name}.txt, line {line}: {read:?}");
                }
            }
            for pattern in read.into_iter().flatten() {
                let told = !pattern.suggestion.is_empty() || pattern.exception;
                assert!(told || list > List::VagueSubject, "{name}.txt: no suggestion: {pattern:?}");
            }
        }
        for start in &LEXICON.starts {
            let most = start.pairs.chunk_by(|one, other| one.0 == other.0).map(<[_]>::len).max();
            assert!(most.is_none_or(|most| most < 60), "two words that begin too many phrases: {most:?}");
        }
    }

    #[test]
    fn phrases_are_found_over_line_breaks_and_contractions_and_exceptions_hold() {
        assert!(found("I really need\nthis job.").contains(&(List::Desperate, "I really need\nthis job")));
        assert!(found("I still haven’t heard back").iter().any(|(list, _)| *list == List::Frustrated));
        assert!(found("I need. This job is fine.").iter().all(|(list, _)| *list != List::Desperate));
    }
}
