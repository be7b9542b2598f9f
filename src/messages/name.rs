//! Names as people are addressed by them: titles kept, particles with the surname, no gender guessed.

use std::borrow::Cow;

use super::phrase::{cut, is_one_of};
use crate::facts::single_spaced;

/// Titles that go before a surname, with the abbreviation's full stop where American usage wants one.
const TITLES: [(&str, &str, &str); 16] = [
    ("mr", "Mr", "Mr."),
    ("mrs", "Mrs", "Mrs."),
    ("ms", "Ms", "Ms."),
    ("mx", "Mx", "Mx."),
    ("miss", "Miss", "Miss"),
    ("dr", "Dr", "Dr."),
    ("doctor", "Dr", "Dr."),
    ("prof", "Professor", "Professor"),
    ("professor", "Professor", "Professor"),
    ("rev", "Rev", "Rev."),
    ("reverend", "Reverend", "Reverend"),
    ("judge", "Judge", "Judge"),
    ("herr", "Herr", "Herr"),
    ("frau", "Frau", "Frau"),
    ("sir", "Sir", "Sir"),
    ("dame", "Dame", "Dame"),
];

/// What may follow a name and is no part of it.
const SUFFIXES: [&str; 14] = [
    "phd", "md", "mba", "msc", "bsc", "ma", "ba", "jr", "sr", "ii", "iii", "iv", "esq", "cpa",
];

/// Small words that belong to the surname after them.
const PARTICLES: [&str; 28] = [
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "zu",
    "zum", "zur", "af", "av", "ter", "ten", "bin", "ibn", "al", "el", "bint", "y",
];

/// A person's name, taken apart as far as a letter needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name<'a> {
    /// "Dr", only where the facts give it.
    title: Option<&'static str>,
    /// The name without title and suffix, as "Ulrike von der Brandt".
    pub(super) full: Cow<'a, str>,
    /// How many bytes at its start are the given name.
    given: Option<usize>,
    /// Whether it is not to be taken apart: a single word, or in a script whose order of names we don't know.
    whole: bool,
}

impl<'a> Name<'a> {
    /// Takes a name apart; none where nothing is left to address somebody by.
    pub(super) fn read(text: &'a str, full_stops: bool) -> Option<Self> {
        let calm = match in_order(without_brackets(text)) {
            Cow::Borrowed(text) => calm_name(text),
            Cow::Owned(text) => Cow::Owned(calm_name(&text).into_owned()),
        };
        let mut title: Option<&str> = None;
        let full = cut(calm, |calm| {
            let mut rest = calm;
            while let Some((word, after)) = rest.split_once(' ') {
                let Some((_, plain, stopped)) = title_of(word) else {
                    break;
                };
                // "Prof Dr Weber": the first title is the higher one.
                title = title.or(Some(if full_stops { stopped } else { plain }));
                rest = after;
            }
            while let Some((before, word)) = rest.rsplit_once(' ') {
                if !is_suffix(word) {
                    break;
                }
                rest = before;
            }
            rest.trim_end_matches(',')
        });
        if full.is_empty() {
            return None;
        }
        let first = full.split(' ').next().unwrap_or_default();
        let whole = first.len() == full.len() || !is_latin(&full);
        let is_given = !whole
            && first
                .chars()
                .filter(|letter| letter.is_alphanumeric())
                .nth(1)
                .is_some();
        Some(Self {
            title,
            given: is_given.then_some(first.len()),
            whole,
            full,
        })
    }

    /// Writes "Dr Brandt" where a title is known (a knight goes by the given name), else the full name.
    pub(super) fn write_with_title(&self, text: &mut String) {
        let Some(title) = self.title else {
            text.push_str(&self.full);
            return;
        };
        text.push_str(title);
        text.push(' ');
        if matches!(title, "Sir" | "Dame") {
            text.push_str(self.first());
        } else {
            match self.surname() {
                Some(surname) => text.push_str(&surname),
                None => text.push_str(&self.full),
            }
        }
    }

    /// "Sam"; the full name where it is a single word, in another script or begins with an initial.
    pub(super) fn first(&self) -> &str {
        self.given
            .and_then(|end| self.full.get(..end))
            .unwrap_or(&self.full)
    }

    fn surname(&self) -> Option<String> {
        let named = self
            .full
            .split(' ')
            .filter(|word| word.chars().any(char::is_alphabetic));
        let words: Vec<&str> = named.collect();
        let last = words
            .len()
            .checked_sub(1)
            .filter(|&last| last > 0 && !self.whole)?;
        let start = words[1..last]
            .iter()
            .position(|word| is_one_of(word, &PARTICLES))
            .map_or(last, |place| place + 1);
        Some(words[start..].join(" "))
    }

    /// The first and the last word of the name.
    pub(super) fn shortest(&self) -> String {
        match (self.full.split_once(' '), self.full.rsplit_once(' ')) {
            (Some((first, _)), Some((_, last))) => format!("{first} {last}"),
            _ => self.full.clone().into_owned(),
        }
    }

    /// Whether the facts give a title that a polite colleague would keep.
    pub(super) fn has_title(&self) -> bool {
        self.title.is_some()
    }
}

fn title_of(word: &str) -> Option<(&'static str, &'static str, &'static str)> {
    let bare = Bare::read(word)?;
    TITLES.into_iter().find(|(known, ..)| bare.is(known))
}

fn is_suffix(word: &str) -> bool {
    Bare::read(word).is_some_and(|bare| SUFFIXES.iter().any(|known| bare.is(known)))
}

/// The letters and digits of a word in lower case.
struct Bare {
    letters: [u8; Self::MOST],
    count: usize,
}

impl Bare {
    /// As many as the longest title has.
    const MOST: usize = 9;

    /// None where these are more, or others, than any title or suffix has.
    fn read(word: &str) -> Option<Self> {
        let mut bare = Self {
            letters: [0; Self::MOST],
            count: 0,
        };
        for letter in word.chars().filter(|letter| letter.is_alphanumeric()) {
            *bare.letters.get_mut(bare.count)? = u8::try_from(letter).ok()?.to_ascii_lowercase();
            bare.count += 1;
        }
        Some(bare)
    }

    fn is(&self, known: &str) -> bool {
        self.letters.get(..self.count) == Some(known.as_bytes())
    }
}

/// "Sam Okafor (she/her)" → "Sam Okafor"; a question mark in a name must not become a question in a letter.
fn without_brackets(text: &str) -> Cow<'_, str> {
    if !text
        .bytes()
        .any(|byte| matches!(byte, b'(' | b'[' | b')' | b']' | b'?'))
    {
        return Cow::Borrowed(text.trim());
    }
    let mut depth = 0_u32;
    let mut kept = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '?' => {}
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    Cow::Owned(kept.trim().to_owned())
}

/// "Okafor, Sam" → "Sam Okafor"; a degree after the comma stays where it is.
fn in_order(text: Cow<'_, str>) -> Cow<'_, str> {
    match text.split_once(',') {
        Some((family, given))
            if !given.contains(',')
                && !given.trim().is_empty()
                && !given.split_whitespace().all(is_suffix) =>
        {
            Cow::Owned(format!("{} {}", given.trim(), family.trim()))
        }
        _ => text,
    }
}

/// Puts "SAM OKAFOR" and "sam okafor" into the usual letters; leaves mixed letters and other scripts alone.
pub(super) fn calm_name(text: &str) -> Cow<'_, str> {
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    let shouted = letters().all(char::is_uppercase) && letters().nth(3).is_some();
    let mumbled = letters().all(char::is_lowercase) && letters().nth(1).is_some();
    if !shouted && !mumbled {
        return single_spaced(text);
    }
    let words: Vec<Cow<'_, str>> = text
        .split_whitespace()
        .enumerate()
        .map(|(place, word)| {
            if !is_latin(word) {
                return Cow::Borrowed(word);
            }
            let lower = word.to_lowercase();
            Cow::Owned(if place > 0 && PARTICLES.contains(&lower.as_str()) {
                lower
            } else {
                capitalised(&lower)
            })
        })
        .collect();
    Cow::Owned(words.join(" "))
}

fn capitalised(lower: &str) -> String {
    let mut start = true;
    lower
        .chars()
        .flat_map(|letter| {
            let upper = start && letter.is_alphabetic();
            start = !letter.is_alphanumeric();
            if upper {
                letter.to_uppercase().collect::<Vec<_>>()
            } else {
                vec![letter]
            }
        })
        .collect()
}

/// Whether every letter is of the Latin script, whose order of names we know how to read.
fn is_latin(text: &str) -> bool {
    text.is_ascii()
        || text.chars().all(|letter| {
            !letter.is_alphabetic() || u32::from(letter) < 0x250 || matches!(letter, '\u{1e00}'..='\u{1eff}')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_title(name: &Name<'_>) -> String {
        let mut text = String::new();
        name.write_with_title(&mut text);
        text
    }

    #[test]
    fn people_are_addressed_as_their_names_allow() {
        for (text, formal, first) in [
            ("Sam Okafor", "Sam Okafor", "Sam"),
            ("Mr Sam Okafor", "Mr Okafor", "Sam"),
            ("Dr Ulrike Brandt", "Dr Brandt", "Ulrike"),
            (
                "Prof. Dr. Ulrike von der Brandt",
                "Professor von der Brandt",
                "Ulrike",
            ),
            ("Sir Ian Wells", "Sir Ian", "Ian"),
            ("Ludwig van Beethoven", "Ludwig van Beethoven", "Ludwig"),
            ("SAM OKAFOR", "Sam Okafor", "Sam"),
            ("JAN VAN DER BERG", "Jan van der Berg", "Jan"),
            ("siobhán o'neil", "Siobhán O'Neil", "Siobhán"),
            ("Madonna", "Madonna", "Madonna"),
            ("Okafor, Sam", "Sam Okafor", "Sam"),
            ("Sam Okafor, PhD", "Sam Okafor", "Sam"),
            ("Dr Sam Okafor Jr.", "Dr Okafor", "Sam"),
            ("Sam Okafor (she/her)", "Sam Okafor", "Sam"),
            ("J. R. Hartley", "J. R. Hartley", "J. R. Hartley"),
            ("山田 太郎", "山田 太郎", "山田 太郎"),
            ("Greta Moreau 258", "Greta Moreau 258", "Greta"),
            ("Dr", "Dr", "Dr"),
        ] {
            let name = Name::read(text, false).expect(text);
            assert_eq!(
                (with_title(&name).as_str(), name.first()),
                (formal, first),
                "{text}"
            );
        }
        assert_eq!(
            Name::read("Dr Ulrike Brandt", true)
                .map(|name| with_title(&name))
                .as_deref(),
            Some("Dr. Brandt")
        );
        assert_eq!(Name::read("(?)", false), None);
    }
}
