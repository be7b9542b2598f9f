//! A text as words and sentences, each with its place.
//!
//! Contractions stand as the words that they are made of ("haven't" as "have not", both with the same place), so that a
//! phrase of the lexicon is written once. A line break inside a paragraph is a space.

use std::ops::Range;

use super::fold::{is_apostrophe, push_folded};

/// A word and what can be told from its letters.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Bytes of the text.
    pub(super) at: Range<usize>,
    /// As it is compared: small, without accents, without a possessive ending.
    pub(super) folded: String,
    /// The number of its sentence.
    pub(super) sentence: usize,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// Whether it ended in 's and is not a contraction.
    pub(super) possessive: bool,
}

/// A sentence.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// Its words.
    pub(super) words: Range<usize>,
    /// Bytes of the text, the closing sign included.
    pub(super) at: Range<usize>,
    /// Whether it ends in a question mark.
    pub(super) asks: bool,
}

/// A text taken apart.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub(super) raw: &'a str,
    pub(super) words: Vec<Word>,
    pub(super) sentences: Vec<Sentence>,
    utf16: Vec<u32>,
}

/// How many signs after a full stop are looked through for the space that makes it one.
const LONGEST_CLOSING: usize = 6;

/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 32] = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "st", "jr", "sr", "inc", "ltd", "co", "corp", "vs", "etc",
    "no", "approx", "ext", "tel", "e.g", "i.e", "jan", "feb", "apr", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec",
];

impl Word {
    /// Whether it is written as a name is, or where that does not matter.
    pub(super) fn capital_or(&self, anyway: bool) -> bool {
        self.capital || anyway
    }
}

impl<'a> Text<'a> {
    /// Takes a text apart, in one pass.
    pub(super) fn read(raw: &'a str) -> Self {
        let mut text = Self {
            raw,
            words: Vec::new(),
            sentences: Vec::new(),
            utf16: utf16_offsets(raw),
        };
        let mut letters = raw.char_indices().peekable();
        let mut open = Open::default();
        while let Some((at, letter)) = letters.next() {
            if letter.is_alphanumeric() {
                let mut end = at + letter.len_utf8();
                let mut folded = String::new();
                push_folded(letter, &mut folded);
                while let Some(&(next_at, next)) = letters.peek() {
                    let after = next_at + next.len_utf8();
                    let inner =
                        is_apostrophe(next) && raw[after..].chars().next().is_some_and(char::is_alphanumeric);
                    if !(next.is_alphanumeric() || inner || matches!(next, '\u{300}'..='\u{36f}')) {
                        break;
                    }
                    push_folded(next, &mut folded);
                    end = after;
                    letters.next();
                }
                open.start.get_or_insert((at, text.words.len()));
                text.push(at..end, &folded, letter.is_uppercase());
                continue;
            }
            let end = at + letter.len_utf8();
            let rest = &raw[end..];
            match letter {
                '.' | '!' | '?' | '…' | '。' | '？' | '！' => {
                    open.asks |= matches!(letter, '?' | '？');
                    let ends = rest
                        .chars()
                        .take(LONGEST_CLOSING)
                        .find(|next| {
                            !matches!(next, '.' | '!' | '?' | '…' | ')' | '"' | '”' | '’' | '\'' | '*')
                        })
                        .is_none_or(char::is_whitespace);
                    let goes_on = rest.starts_with(['.', '!', '?', '…']);
                    if ends && !goes_on && (letter != '.' || !text.ends_in_abbreviation(at)) {
                        text.close(&mut open, end);
                    } else if !ends {
                        open.asks = false;
                    }
                }
                '\n' if ends_paragraph(rest) => text.close(&mut open, at),
                _ => {}
            }
        }
        text.close(&mut open, raw.len());
        text
    }

    fn push(&mut self, at: Range<usize>, folded: &str, capital: bool) {
        let sentence = self.sentences.len();
        let mut add = |folded: &str, possessive: bool| {
            self.words.push(Word {
                at: at.clone(),
                folded: shortened(folded),
                sentence,
                capital,
                possessive,
            });
        };
        match taken_apart(folded) {
            (Some(first), Some(second)) => {
                add(first, false);
                add(second, false);
            }
            _ => match folded.strip_suffix("'s") {
                Some(owner) => add(owner, true),
                None => add(folded, false),
            },
        }
    }

    fn close(&mut self, open: &mut Open, end: usize) {
        if let Some((start, first_word)) = open.start {
            self.sentences.push(Sentence {
                words: first_word..self.words.len(),
                at: start..end,
                asks: open.asks,
            });
        }
        *open = Open::default();
    }

    /// Whether the full stop at this place belongs to "Mr." or to an initial.
    fn ends_in_abbreviation(&self, stop: usize) -> bool {
        self.words.last().is_some_and(|word| {
            word.at.end == stop
                && (ABBREVIATIONS.contains(&word.folded.as_str())
                    || word.capital && word.at.len() == 1 && word.folded != "i")
        })
    }

    /// The offset in UTF-16 code units of a byte's place.
    pub(super) fn utf16(&self, byte: usize) -> usize {
        self.utf16.get(byte).copied().unwrap_or_default() as usize
    }

    /// The words of a sentence.
    pub(super) fn words_of(&self, sentence: &Sentence) -> &[Word] {
        self.words.get(sentence.words.clone()).unwrap_or_default()
    }

    /// What stands between two neighbouring words.
    pub(super) fn between(&self, first: &Word, second: &Word) -> &'a str {
        self.raw.get(first.at.end..second.at.start).unwrap_or_default()
    }

    /// The text at these bytes.
    pub(super) fn quote(&self, at: &Range<usize>) -> &'a str {
        self.raw.get(at.clone()).unwrap_or_default()
    }
}

/// The sentence that is being read.
#[derive(Default)]
struct Open {
    start: Option<(usize, usize)>,
    asks: bool,
}

/// Whether a line break, with this after it, ends a paragraph: an empty line follows, or a list's next point.
fn ends_paragraph(rest: &str) -> bool {
    let line = rest.trim_start_matches([' ', '\t', '\r']);
    line.is_empty() || line.starts_with(['\n', '-', '*', '•', '–', '>'])
}

/// For each byte its offset in UTF-16 code units.
fn utf16_offsets(raw: &str) -> Vec<u32> {
    let mut offsets = Vec::with_capacity(raw.len() + 1);
    let mut offset = 0_u32;
    for letter in raw.chars() {
        offsets.extend(std::iter::repeat_n(offset, letter.len_utf8()));
        offset += if u32::from(letter) > 0xffff { 2 } else { 1 };
    }
    offsets.push(offset);
    offsets
}

/// "sooo" and "pleeease" as "so" and "please": a letter that stands three times or more stands once.
fn shortened(word: &str) -> String {
    let bytes = word.as_bytes();
    if !bytes
        .windows(3)
        .any(|three| three[0] == three[1] && three[1] == three[2] && three[0].is_ascii_alphabetic())
    {
        return word.to_owned();
    }
    let mut kept = String::with_capacity(word.len());
    let letters: Vec<char> = word.chars().collect();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let run = letters
            .iter()
            .skip(at)
            .take_while(|&&next| next == letter)
            .count();
        let times = if run >= 3 { 1 } else { run };
        kept.extend(std::iter::repeat_n(letter, times));
        at += run;
    }
    kept
}

/// The two words that a contraction is made of.
fn taken_apart(word: &str) -> (Option<&str>, Option<&'static str>) {
    let whole = match word {
        "can't" | "cant" | "cannot" => Some(("can", "not")),
        "won't" | "wont" => Some(("will", "not")),
        "shan't" => Some(("shall", "not")),
        "ain't" | "aint" | "isnt" => Some(("is", "not")),
        "let's" | "lets" => Some(("let", "us")),
        "dont" => Some(("do", "not")),
        "didnt" => Some(("did", "not")),
        "doesnt" => Some(("does", "not")),
        "havent" => Some(("have", "not")),
        "hasnt" => Some(("has", "not")),
        "wasnt" => Some(("was", "not")),
        "couldnt" => Some(("could", "not")),
        "wouldnt" => Some(("would", "not")),
        "shouldnt" => Some(("should", "not")),
        "im" => Some(("i", "am")),
        "ive" => Some(("i", "have")),
        "youre" => Some(("you", "are")),
        "youve" => Some(("you", "have")),
        "thats" => Some(("that", "is")),
        "it's" | "that's" | "what's" | "there's" | "here's" | "how's" | "where's" | "who's" | "he's"
        | "she's" => {
            return (word.strip_suffix("'s"), Some("is"));
        }
        _ => None,
    };
    if let Some((first, second)) = whole {
        return (Some(first), Some(second));
    }
    for (ending, second) in [
        ("n't", "not"),
        ("'m", "am"),
        ("'ve", "have"),
        ("'ll", "will"),
        ("'re", "are"),
        ("'d", "would"),
    ] {
        if let Some(first) = word.strip_suffix(ending).filter(|first| !first.is_empty()) {
            return (Some(first), Some(second));
        }
    }
    (None, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Text::read(text)
            .words
            .into_iter()
            .map(|word| word.folded)
            .collect()
    }

    #[test]
    fn contractions_stand_as_their_words() {
        for (text, expected) in [
            ("I haven’t heard", "i have not heard"),
            ("It's Sam's, and we’d can't", "it is sam and we would can not"),
            ("dont check-in pleeease", "do not check in please"),
            ("C++ O'Neil", "c o'neil"),
        ] {
            assert_eq!(words(text).join(" "), expected);
        }
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let text = "Dear Mr. Okafor,\n\nHow are you?! I met J. R. Hartley at 3.5 Acme\nStreet. See a.com?b=c now\n- one\n- two";
        let read = Text::read(text);
        let sentences: Vec<_> = read
            .sentences
            .iter()
            .map(|sentence| (read.quote(&sentence.at), sentence.asks))
            .collect();
        assert_eq!(
            sentences,
            [
                ("Dear Mr. Okafor,", false),
                ("How are you?!", true),
                ("I met J. R. Hartley at 3.5 Acme\nStreet.", false),
                ("See a.com?b=c now", false),
                ("one", false),
                ("two", false),
            ]
        );
    }

    #[test]
    fn places_are_told_in_utf16() {
        let text = Text::read("🙂 é you");
        let word = &text.words[1];
        assert_eq!((text.utf16(word.at.start), text.utf16(word.at.end)), (5, 8));
    }
}
