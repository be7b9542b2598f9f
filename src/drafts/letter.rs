//! A draft's layout: greeting, body, sign-off, signature, and what others wrote.

use std::ops::Range;

use super::known::Known;
use super::lexicon::{List, Match, Reading, search};
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

/// Words that begin a greeting.
const OPENERS: [&str; 16] = [
    "dear", "hello", "hi", "hey", "heya", "hiya", "heyy", "greetings", "howdy", "yo", "hola", "salutations", "respected",
    "attn", "attention", "esteemed",
];

/// A greeting of more words is a sentence.
const GREETING_AT_MOST_WORDS: usize = 14;
/// Lines below a sign-off; with more it was none.
const SIGNATURE_AT_MOST_LINES: usize = 12;
/// A passage in quotation marks of more bytes was not closed where it should be.
const QUOTATION_AT_MOST_BYTES: usize = 400;

/// A line: bytes without the line break.
struct Line<'a> {
    at: Range<usize>,
    trimmed: &'a str,
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
            .filter(|line| line.at.start < history && !line.trimmed.is_empty() && !line.trimmed.starts_with('>'))
            .collect();
        let greeting = own.first().and_then(|line| greeting(&text, line, known));
        let (sign_off, signature) = closing(&text, &own, &found, known, greeting.as_ref());
        let mut letter = Self {
            zones: Vec::with_capacity(text.words.len()),
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
                || lines.get(at_line).is_some_and(|line| line.trimmed.starts_with('>'));
            let zone = if foreign { Zone::History } else { letter.zone_of(word) };
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
        let within = |part: &Option<Range<usize>>| part.as_ref().is_some_and(|part| part.contains(&word.at.start));
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

fn lines(raw: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    raw.split('\n')
        .map(|line| {
            let at = start..start + line.len();
            start = at.end + 1;
            Line {
                at,
                trimmed: line.trim(),
            }
        })
        .collect()
}

/// Where an earlier message begins that mail programs quote below an answer; the end of the text where none is.
fn history(lines: &[Line<'_>]) -> usize {
    let lower: Vec<String> = lines
        .iter()
        .map(|line| line.trimmed.chars().take(200).collect::<String>().to_lowercase())
        .collect();
    let begins = |at: usize, line: &String| {
        let next = |ahead: usize| lower.get(at + ahead).map(String::as_str).unwrap_or_default();
        let header = |line: &str| ["sent:", "to:", "date:", "subject:"].iter().any(|name| line.starts_with(name));
        (line.starts_with("on ") && (line.ends_with("wrote:") || next(1).ends_with("wrote:")))
            || (line.starts_with("--") && (line.contains("original message") || line.contains("forwarded message")))
            || line.starts_with("begin forwarded message")
            || (line.starts_with("from:") && (1..=3).any(|ahead| header(next(ahead))))
            || (line.len() >= 20 && line.chars().all(|sign| sign == '_'))
    };
    let first = lower.iter().enumerate().position(|(at, line)| begins(at, line));
    first
        .and_then(|first| lines.get(first))
        .map_or(usize::MAX, |line| line.at.start)
}

/// The numbers of the words on a line.
fn words_on(text: &Text<'_>, at: &Range<usize>) -> Range<usize> {
    let from = text.words.partition_point(|word| word.at.start < at.start);
    let to = text.words.partition_point(|word| word.at.start < at.end);
    from..to
}

fn greeting(text: &Text<'_>, line: &Line<'_>, known: &Known) -> Option<Range<usize>> {
    let on_line = words_on(text, &line.at);
    let words = text.words.get(on_line)?;
    let first = words.first()?;
    let word = |at: usize| words.get(at).map(|word| word.folded.as_str()).unwrap_or_default();
    let opened = OPENERS.contains(&first.folded.as_str())
        || (first.folded == "good" && ["morning", "afternoon", "evening", "day"].contains(&word(1)))
        || (first.folded == "to" && word(1).starts_with("whom"));
    let closes_line = line.trimmed.ends_with([',', ':', '!', ';', '-', '–', '—', '.']);
    let whole = first.at.start..line.at.start + line.trimmed.len().max(1) + leading(text, line);
    if opened {
        let short = words.len() <= GREETING_AT_MOST_WORDS;
        if short && closes_line && !sentence_inside(text, words) {
            return Some(whole);
        }
        let end = words
            .iter()
            .zip(words.iter().skip(1))
            .find(|(word, next)| is_break(text.between(word, next)) && !is_title(&word.folded))
            .map(|(word, _)| word.at.end);
        return match end {
            Some(end) => Some(first.at.start..end),
            None if words.len() <= 6 => Some(whole),
            // "Hi Sam thanks for today": as far as the names go.
            None => {
                let names = words.iter().skip(1).take_while(|word| word.capital).last();
                Some(first.at.start..names.unwrap_or(first).at.end)
            }
        };
    }
    let all_names = words.len() <= 4 && words.iter().all(|word| word.capital || word.folded == "and");
    if all_names && line.trimmed.ends_with([',', ':', '!', '-', '–', '—']) && word(0) != "thanks" && word(0) != "thank" {
        return Some(whole);
    }
    // "Sam, thank you": a name and a comma.
    let name_words = words
        .iter()
        .zip(words.iter().skip(1))
        .take(3)
        .position(|(word, next)| is_break(text.between(word, next)))?;
    let called = words.get(..=name_words)?;
    let is_name = called.iter().all(|word| word.capital && known.is_part_of_a_name(&word.folded));
    is_name.then(|| first.at.start..called.last().map_or(first.at.end, |word| word.at.end))
}

/// White space in bytes before a line's text.
fn leading(text: &Text<'_>, line: &Line<'_>) -> usize {
    text.quote(&line.at).len() - text.quote(&line.at).trim_start().len()
}

fn is_break(between: &str) -> bool {
    between.contains([',', ':', '!', ';', '–', '—', '.', '?', '(', '\n']) || between.contains(" - ")
}

fn is_title(word: &str) -> bool {
    ["mr", "mrs", "ms", "mx", "dr", "prof", "rev", "st"].contains(&word) || word.len() == 1
}

/// Whether a comma on the line is followed by a sentence rather than by another name.
fn sentence_inside(text: &Text<'_>, words: &[Word]) -> bool {
    words.iter().zip(words.iter().skip(1)).any(|(word, next)| {
        let between = text.between(word, next);
        is_break(between)
            && !is_title(&word.folded)
            && (!next.capital || ["i", "thank", "thanks", "this", "it", "my", "we", "just"].contains(&next.folded.as_str()))
            && !["and", "dear", "hi", "hello"].contains(&next.folded.as_str())
    })
}

/// Sign-off and signature.
fn closing(
    text: &Text<'_>,
    own: &[&Line<'_>],
    found: &[Match],
    known: &Known,
    greeting: Option<&Range<usize>>,
) -> (Option<Range<usize>>, Option<Range<usize>>) {
    let after_greeting = |line: &Line<'_>| greeting.is_none_or(|greeting| line.at.start >= greeting.end);
    let last_lines = || own.iter().enumerate().rev().take(SIGNATURE_AT_MOST_LINES + 1);
    let postscript = own
        .iter()
        .position(|line| {
            let mark: String = line.trimmed.chars().take(5).filter(|sign| sign.is_alphanumeric()).collect();
            mark.to_lowercase().starts_with("ps") && line.trimmed.starts_with(['P', 'p']) && {
                let rest = line.trimmed.trim_start_matches(['P', 'p', 'S', 's', '.']);
                rest.starts_with([':', ' ', '-']) && line.trimmed.len() - rest.len() <= 4
            }
        })
        .and_then(|at| own.get(at));
    let end = |from: usize| {
        let of_text = own.last().map_or(from, |line| line.at.end);
        postscript.map_or(of_text, |line| if line.at.start > from { line.at.start } else { of_text })
    };
    for (_, line) in last_lines() {
        let on_line = words_on(text, &line.at);
        let longest = found
            .iter()
            .filter(|found| found.list == List::SignOff && found.first == on_line.start && found.last < on_line.end)
            .map(|found| found.last)
            .max();
        let Some(last) = longest.filter(|_| after_greeting(line) && !line.trimmed.ends_with('?')) else {
            continue;
        };
        let rest = text.words.get(last + 1..on_line.end).unwrap_or_default();
        let names = rest.len() <= 4
            && rest.iter().all(|word| word.capital && !known.is_part_of_a_name(&word.folded));
        if names {
            let (start, stop) = (line.at.start, text.words.get(last).map_or(line.at.end, |word| word.at.end));
            return (Some(start..stop), Some(stop..end(stop)));
        }
    }
    // No sign-off: a last line with the candidate's name alone begins the signature.
    let name_line = last_lines().find(|(_, line)| {
        let words = text.words.get(words_on(text, &line.at)).unwrap_or_default();
        after_greeting(line)
            && !words.is_empty()
            && words.len() <= 5
            && words.iter().all(|word| known.is_part_of_the_candidate(&word.folded))
    });
    (None, name_line.map(|(_, line)| line.at.start..end(line.at.start)))
}

/// Masks what stands in quotation marks inside a paragraph.
fn mask_quotations(text: &Text<'_>, masked: &mut [bool]) {
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (at, letter) in text.raw.char_indices() {
        match (open, letter) {
            (Some((start, closing)), letter) if letter == closing => {
                // A straight quotation mark both opens and closes.
                if at - start <= QUOTATION_AT_MOST_BYTES {
                    let words = words_on(text, &(start..at));
                    masked.iter_mut().take(words.end).skip(words.start).for_each(|word| *word = true);
                }
                open = None;
            }
            (Some(_), '\n') if before == '\n' => open = None,
            (None, '“') => open = Some((at, '”')),
            (None, '„') => open = Some((at, '“')),
            (None, '«') => open = Some((at, '»')),
            (None, '"') if !before.is_alphanumeric() => open = Some((at, '"')),
            _ => {}
        }
        before = letter;
    }
}
