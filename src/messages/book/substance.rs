//! What a phrasing's own words are about, so that no two neighbours say the same thing.

use std::collections::HashMap;

use crate::messages::words::Word;

use super::Piece;

/// The words of substance in a phrasing: a bit for each stem that occurs in the book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::messages) struct Substance([u64; Substance::CELLS]);

impl Substance {
    const CELLS: usize = 12;

    /// Whether a word of substance is in both.
    pub(in crate::messages) fn echoes(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(own, other)| own & other != 0)
    }

    /// Adds those of another phrasing.
    pub(in crate::messages) fn add(&mut self, other: &Self) {
        for (own, other) in self.0.iter_mut().zip(other.0) {
            *own |= other;
        }
    }

    fn insert(&mut self, stem: usize) {
        // The book has fewer stems than bits (a test holds that); one more would only be overlooked.
        if let Some(cell) = self.0.get_mut(stem / 64) {
            *cell |= 1 << (stem % 64);
        }
    }
}

/// The stems met so far, numbered.
#[derive(Default)]
pub(super) struct Stems(HashMap<String, usize>);

impl Stems {
    /// What a phrasing's own words are about, and those that a word stands for in every message.
    pub(super) fn substance_of(&mut self, pieces: &[Piece]) -> Substance {
        let mut substance = Substance::default();
        for piece in pieces {
            let text = match piece {
                Piece::Ours(text) => text.as_str(),
                Piece::Put(word) => implied(*word),
            };
            for word in text.split(|letter: char| !letter.is_alphabetic() && letter != '\'') {
                let Some(stem) = stem(word) else { continue };
                let next = self.0.len();
                substance.insert(*self.0.entry(stem).or_insert(next));
            }
        }
        substance
    }

    #[cfg(test)]
    fn count(&self) -> usize {
        self.0.len()
    }
}

/// Words of ours inside a word that is put in.
const fn implied(word: Word) -> &'static str {
    match word {
        Word::ForYourTime => "time",
        Word::ForMeeting | Word::MetAbout | Word::MetSpoken | Word::ForWhich => "met",
        Word::Expected => "expected",
        Word::Strength => "experience",
        _ => "",
    }
}

/// A word of substance in its plainest form; none for a word that carries none.
fn stem(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let word = word.split('\'').next().unwrap_or_default();
    if word.len() < 3 || LIGHT.contains(&word) {
        return None;
    }
    if let Some((_, plain)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return Some((*plain).to_owned());
    }
    let stem = ["ings", "ing", "ied", "ed", "ies", "es", "ly", "s", "e", "y"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= 3))
        .unwrap_or(word);
    Some(stem.to_owned())
}

/// Words that may stand in every sentence.
const LIGHT: [&str; 92] = [
    "the", "and", "for", "that", "this", "with", "you", "your", "yours", "are", "was", "were", "have", "has",
    "had", "would", "could", "will", "can", "may", "might", "must", "shall", "not", "but", "from", "into",
    "out", "over", "than", "then", "there", "their", "them", "they", "what", "when", "where", "which", "who",
    "whom", "whose", "why", "how", "its", "our", "ours", "his", "her", "she", "been", "being", "did", "does",
    "done", "any", "all", "some", "one", "two", "each", "every", "more", "most", "much", "very", "too",
    "also", "just", "only", "even", "such", "same", "other", "another", "about", "after", "before", "since",
    "until", "above", "below", "again", "once", "here", "upon", "though", "whether", "while", "per", "both",
    "own",
];

/// Forms that no ending explains.
const IRREGULAR: [(&str, &str); 22] = [
    ("heard", "hear"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("met", "meet"),
    ("thought", "think"),
    ("sent", "send"),
    ("told", "tell"),
    ("gave", "give"),
    ("given", "give"),
    ("made", "make"),
    ("left", "leave"),
    ("came", "come"),
    ("took", "take"),
    ("taken", "take"),
    ("found", "find"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("talk", "speak"),
    ("talked", "speak"),
    ("talking", "speak"),
    ("gratitude", "grat"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_stem_echo() {
        let mut stems = Stems::default();
        let mut of = |text: &str| stems.substance_of(&[Piece::Ours(text.to_owned())]);
        let thanks = of("Thank you for your time.");
        assert!(thanks.echoes(&of("Thanks again.")));
        assert!(!thanks.echoes(&of("I would be glad to do this.")));
        assert!(of("I heard").echoes(&of("hearing")));
        assert!(of("interested").echoes(&of("my interest")));
    }

    #[test]
    fn the_books_stems_have_a_bit_each() {
        let mut stems = Stems::default();
        for (_, text) in super::super::FILES {
            stems.substance_of(&[Piece::Ours(text.to_owned())]);
        }
        assert!(stems.count() <= Substance::CELLS * 64, "{}", stems.count());
    }
}
