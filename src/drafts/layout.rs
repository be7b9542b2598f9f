//! Where greeting, sign-off, signature, quotations and quoted messages begin and end.

use std::ops::Range;

use super::known::Known;
use super::lexicon::List;
use super::search::Match;
use super::text::{Text, Word};

/// Words that begin a greeting.
#[rustfmt::skip]
const OPENERS: [&str; 16] = [
    "dear", "hello", "hi", "hey", "heya", "hiya", "heyy", "greetings", "howdy", "yo", "hola",
    "salutations", "respected", "attn", "attention", "esteemed",
];

/// A greeting of more words is a sentence.
const GREETING_AT_MOST_WORDS: usize = 14;
/// Lines below a sign-off; with more it was none.
const SIGNATURE_AT_MOST_LINES: usize = 12;
/// A passage in quotation marks of more bytes was not closed where it should be.
const QUOTATION_AT_MOST_BYTES: usize = 400;

/// A line: bytes without the line break.
pub(super) struct Line<'a> {
    pub(super) at: Range<usize>,
    pub(super) trimmed: &'a str,
}

pub(super) fn lines(raw: &str) -> Vec<Line<'_>> {
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
pub(super) fn history(lines: &[Line<'_>]) -> usize {
    let lower: Vec<String> = lines
        .iter()
        .map(|line| line.trimmed.chars().take(200).collect::<String>().to_lowercase())
        .collect();
    let begins = |at: usize, line: &String| {
        let next = |ahead: usize| lower.get(at + ahead).map(String::as_str).unwrap_or_default();
        let header = |line: &str| {
            ["sent:", "to:", "date:", "subject:"]
                .iter()
                .any(|name| line.starts_with(name))
        };
        (line.starts_with("on ") && (line.ends_with("wrote:") || next(1).ends_with("wrote:")))
            || (line.starts_with("--")
                && (line.contains("original message") || line.contains("forwarded message")))
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

pub(super) fn greeting(text: &Text<'_>, line: &Line<'_>, known: &Known) -> Option<Range<usize>> {
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
    if all_names
        && line.trimmed.ends_with([',', ':', '!', '-', '–', '—'])
        && word(0) != "thanks"
        && word(0) != "thank"
    {
        return Some(whole);
    }
    // "Sam, thank you": a name and a comma.
    let name_words = words
        .iter()
        .zip(words.iter().skip(1))
        .take(3)
        .position(|(word, next)| is_break(text.between(word, next)))?;
    let called = words.get(..=name_words)?;
    let is_name = called
        .iter()
        .all(|word| word.capital && known.is_part_of_a_name(&word.folded));
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
            && (!next.capital
                || ["i", "thank", "thanks", "this", "it", "my", "we", "just"].contains(&next.folded.as_str()))
            && !["and", "dear", "hi", "hello"].contains(&next.folded.as_str())
    })
}

/// Sign-off and signature.
pub(super) fn closing(
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
            let mark: String = line
                .trimmed
                .chars()
                .take(5)
                .filter(|sign| sign.is_alphanumeric())
                .collect();
            mark.to_lowercase().starts_with("ps") && line.trimmed.starts_with(['P', 'p']) && {
                let rest = line.trimmed.trim_start_matches(['P', 'p', 'S', 's', '.']);
                rest.starts_with([':', ' ', '-']) && line.trimmed.len() - rest.len() <= 4
            }
        })
        .and_then(|at| own.get(at));
    let end = |from: usize| {
        let of_text = own.last().map_or(from, |line| line.at.end);
        postscript.map_or(of_text, |line| {
            if line.at.start > from {
                line.at.start
            } else {
                of_text
            }
        })
    };
    for (_, line) in last_lines() {
        let on_line = words_on(text, &line.at);
        let longest = found
            .iter()
            .filter(|found| {
                found.list == List::SignOff && found.first == on_line.start && found.last < on_line.end
            })
            .map(|found| found.last)
            .max();
        let Some(last) = longest.filter(|_| after_greeting(line) && !line.trimmed.ends_with('?')) else {
            continue;
        };
        let rest = text.words.get(last + 1..on_line.end).unwrap_or_default();
        let names = rest.len() <= 4
            && rest
                .iter()
                .all(|word| word.capital && !known.is_part_of_a_name(&word.folded));
        if names {
            let (start, stop) = (
                line.at.start,
                text.words.get(last).map_or(line.at.end, |word| word.at.end),
            );
            return (Some(start..stop), Some(stop..end(stop)));
        }
    }
    // No sign-off: a last line with the candidate's name alone begins the signature.
    let name_line = last_lines().find(|(_, line)| {
        let words = text.words.get(words_on(text, &line.at)).unwrap_or_default();
        after_greeting(line)
            && !words.is_empty()
            && words.len() <= 5
            && words
                .iter()
                .all(|word| known.is_part_of_the_candidate(&word.folded))
    });
    (None, name_line.map(|(_, line)| line.at.start..end(line.at.start)))
}

/// Masks what stands in quotation marks inside a paragraph.
pub(super) fn mask_quotations(text: &Text<'_>, masked: &mut [bool]) {
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (at, letter) in text.raw.char_indices() {
        match (open, letter) {
            (Some((start, closing)), letter) if letter == closing => {
                // A straight quotation mark both opens and closes.
                if at - start <= QUOTATION_AT_MOST_BYTES {
                    let words = words_on(text, &(start..at));
                    masked
                        .iter_mut()
                        .take(words.end)
                        .skip(words.start)
                        .for_each(|word| *word = true);
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
