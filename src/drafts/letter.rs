//! A draft's layout: greeting, body, sign-off, signature, and what others wrote.

use std::ops::Range;

use super::dates::{SaidDay, days};
use super::known::Known;
use super::layout::{Line, closing, greeting, history, lines, mask_quotations};
use super::lexicon::List;
use super::search::{Match, Reading, search};
use super::text::{Sentence, Text, Word};

/// Where in a letter a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    Greeting,
    Body,
    SignOff,
    /// Name and contact details below the sign-off: not judged for tone.
    Signature,
    /// An earlier message, quoted: not judged at all.
    History,
}

/// A text, where its parts stand and which phrases are in it.
#[derive(Debug)]
pub(super) struct Letter<'a> {
    pub(super) text: Text<'a>,
    /// For each word.
    pub(super) zones: Vec<Zone>,
    /// For each word whether it comes from the facts or stands in quotation marks.
    pub(super) masked: Vec<bool>,
    /// Every day that is named.
    pub(super) days: Vec<SaidDay>,
    /// Phrases outside of quoted messages.
    pub(super) matches: Vec<Match>,
    /// Bytes of the greeting.
    pub(super) greeting: Option<Range<usize>>,
    /// Bytes of the sign-off, without the name.
    pub(super) sign_off: Option<Range<usize>>,
    /// Bytes of name and contact details.
    pub(super) signature: Option<Range<usize>>,
    /// Words as a reader counts them, quoted messages left out.
    pub(super) word_count: usize,
}

impl<'a> Letter<'a> {
    /// Reads the body of a draft.
    pub(super) fn read(raw: &'a str, known: &Known) -> Self {
        let text = Text::read(raw);
        let lines = lines(raw);
        let history = history(&lines);
        let mut masked = known.mask(&text.words);
        mask_quotations(&text, &mut masked);
        let found = search(&Reading {
            words: &text.words,
            masked: &masked,
        });
        let own: Vec<&Line<'_>> = lines
            .iter()
            .filter(|line| {
                line.at.start < history && !line.trimmed.is_empty() && !line.trimmed.starts_with('>')
            })
            .collect();
        let greeting = own.first().and_then(|line| greeting(&text, line, known));
        let (sign_off, signature) = closing(&text, &own, &found, known, greeting.as_ref());
        let mut letter = Self {
            zones: Vec::with_capacity(text.words.len()),
            days: days(&text),
            text,
            masked,
            matches: Vec::new(),
            greeting,
            sign_off,
            signature,
            word_count: own.iter().map(|line| words_in(line.trimmed)).sum(),
        };
        let mut at_line = 0;
        for word in &letter.text.words {
            while lines.get(at_line).is_some_and(|line| line.at.end < word.at.start) {
                at_line += 1;
            }
            let foreign = word.at.start >= history
                || lines
                    .get(at_line)
                    .is_some_and(|line| line.trimmed.starts_with('>'));
            let zone = if foreign {
                Zone::History
            } else {
                letter.zone_of(word)
            };
            letter.zones.push(zone);
        }
        letter.matches = found
            .into_iter()
            .filter(|found| letter.zone(found.first) != Zone::History)
            .collect();
        letter
    }

    /// Reads a subject: all of it is body.
    pub(super) fn read_subject(raw: &'a str, known: &Known) -> Self {
        let text = Text::read(raw);
        let mut masked = known.mask(&text.words);
        mask_quotations(&text, &mut masked);
        let matches = search(&Reading {
            words: &text.words,
            masked: &masked,
        });
        Self {
            zones: vec![Zone::Body; text.words.len()],
            days: days(&text),
            masked,
            matches,
            greeting: None,
            sign_off: None,
            signature: None,
            word_count: words_in(raw),
            text,
        }
    }

    fn zone_of(&self, word: &Word) -> Zone {
        let within =
            |part: &Option<Range<usize>>| part.as_ref().is_some_and(|part| part.contains(&word.at.start));
        if within(&self.greeting) {
            Zone::Greeting
        } else if within(&self.sign_off) {
            Zone::SignOff
        } else if within(&self.signature) {
            Zone::Signature
        } else {
            Zone::Body
        }
    }

    /// The zone of a word, by its number.
    pub(super) fn zone(&self, word: usize) -> Zone {
        self.zones.get(word).copied().unwrap_or(Zone::History)
    }

    /// A word as it is compared, by its number; empty where there is none.
    pub(super) fn folded(&self, word: usize) -> &str {
        self.text.words.get(word).map_or("", |word| word.folded.as_str())
    }

    /// The words of the sentence in which a word stands.
    pub(super) fn sentence_of(&self, word: usize) -> Range<usize> {
        let sentence = self
            .text
            .words
            .get(word)
            .and_then(|word| self.text.sentences.get(word.sentence));
        sentence.map_or(0..0, |sentence| sentence.words.clone())
    }

    /// Whether a word stands in the facts or in quotation marks.
    pub(super) fn is_masked(&self, word: usize) -> bool {
        self.masked.get(word).copied().unwrap_or_default()
    }

    /// Bytes of a phrase found.
    pub(super) fn place(&self, found: &Match) -> Range<usize> {
        let start = self.text.words.get(found.first).map_or(0, |word| word.at.start);
        let end = self.text.words.get(found.last).map_or(start, |word| word.at.end);
        start..end
    }

    /// The phrases of a list.
    pub(super) fn of(&self, list: List) -> impl Iterator<Item = &Match> {
        self.matches.iter().filter(move |found| found.list == list)
    }

    /// The first phrase of a list that stands in the body.
    pub(super) fn first_in_body(&self, list: List) -> Option<Range<usize>> {
        self.of(list)
            .find(|found| self.zone(found.first) == Zone::Body)
            .map(|found| self.place(found))
    }

    /// The sentences of the body with their own words in them.
    pub(super) fn body_sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.text.sentences.iter().filter(|sentence| {
            sentence
                .words
                .clone()
                .any(|word| self.zone(word) == Zone::Body && !self.is_masked(word))
        })
    }

    /// Whether a sentence holds a phrase of the list.
    pub(super) fn holds(&self, sentence: &Sentence, list: List) -> bool {
        self.of(list).any(|found| sentence.words.contains(&found.first))
    }
}

/// Words as a reader counts them.
pub(super) fn words_in(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}
