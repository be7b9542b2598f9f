//! Blanks of a template that were left in.

use std::ops::Range;

use crate::guidance::rules;

use super::findings::{Case, Findings};
use super::review::{Field, Severity};

const FILL_IN: &str = "Fill it in, or take the sentence out.";

/// A pair of brackets with more inside was no blank.
const BLANK_AT_MOST_BYTES: usize = 120;

/// What stands for something else wherever it is written in capitals.
#[rustfmt::skip]
const SHOUTED: [&str; 22] = [
    "NAME", "FIRSTNAME", "LASTNAME", "FNAME", "LNAME", "SURNAME", "COMPANY", "POSITION", "ROLE", "JOB",
    "DATE", "DAY", "MONTH", "INTERVIEWER", "TOPIC", "INSERT", "TODO", "FIXME", "PLACEHOLDER",
    "COMPANYNAME", "JOBTITLE", "TITLE",
];

/// What stands for something else however it is written.
#[rustfmt::skip]
const SPELT_OUT: [&str; 20] = [
    "your name here", "insert name", "insert company", "insert date", "insert position", "insert topic",
    "insert your", "insert the", "insert here", "interviewer name", "interviewer's name",
    "hiring manager name", "hiring manager's name", "recipient name", "candidate name",
    "company name here", "job title here", "first name last name", "lorem ipsum", "fill in later",
];

/// A line that holds no more than this was never filled in.
#[rustfmt::skip]
const LINES: [&str; 12] = [
    "your name", "your full name", "first last", "name", "your email", "your email address", "your phone",
    "your phone number", "phone number", "your signature", "contact information",
    "your contact information",
];

/// What round brackets hold where they are a blank.
#[rustfmt::skip]
const IN_ROUND_BRACKETS: [&str; 17] = [
    "name", "company", "position", "role", "date", "day", "your ", "insert", "company name", "interviewer",
    "topic", "job title", "hiring manager", "first name", "last name", "phone number", "specific",
];

pub(super) fn check(case: &Case, found: &mut Findings) {
    let fields = [
        (Field::Subject, case.draft.subject.as_deref().unwrap_or_default()),
        (Field::Body, case.draft.body.as_str()),
    ];
    for (field, text) in fields {
        if field == Field::Subject && case.subject.is_none() {
            continue;
        }
        for at in blanks(text) {
            let quoted = field == Field::Body && is_history(case, at.start);
            if !quoted {
                found.add(
                    &rules::DRAFT_UNFILLED_BLANK,
                    Severity::Error,
                    field,
                    at,
                    FILL_IN.to_owned(),
                );
            }
        }
    }
}

fn is_history(case: &Case, byte: usize) -> bool {
    let before = case.body.text.words.partition_point(|word| word.at.start <= byte);
    before
        .checked_sub(1)
        .is_some_and(|word| case.body.zone(word) == super::letter::Zone::History)
}

/// Whether a text has a blank that speaks of one of these.
pub(super) fn speaks_of(text: &str, subjects: &[&str]) -> bool {
    blanks(text).into_iter().any(|at| {
        let blank = text.get(at).unwrap_or_default().to_lowercase();
        subjects.iter().any(|subject| blank.contains(subject))
    })
}

/// Every blank, none inside another, in their order.
fn blanks(text: &str) -> Vec<Range<usize>> {
    let mut blanks = bracketed(text);
    blanks.extend(rows(text));
    blanks.extend(shouted(text));
    let lower = text.to_ascii_lowercase();
    for phrase in SPELT_OUT {
        blanks.extend(
            lower
                .match_indices(phrase)
                .map(|(at, phrase)| at..at + phrase.len()),
        );
    }
    let mut start = 0;
    for line in lower.split('\n') {
        let trimmed = line.trim().trim_end_matches([',', '.']);
        if LINES.contains(&trimmed) {
            let at = start + line.len() - line.trim_start().len();
            blanks.push(at..at + trimmed.len());
        }
        start += line.len() + 1;
    }
    blanks.sort_by_key(|blank| (blank.start, usize::MAX - blank.end));
    let mut from = 0;
    blanks.retain(|blank| {
        let fresh = blank.start >= from;
        from = from.max(blank.end);
        fresh
    });
    blanks
}

/// "[company]", "{{ name }}", "<topic>", "(your name)".
fn bracketed(text: &str) -> Vec<Range<usize>> {
    let mut blanks = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, sign) in text.char_indices() {
        match (open, sign) {
            (_, '[' | '{' | '<' | '(') => open = Some((at, sign)),
            (Some((start, opened)), ']' | '}' | '>' | ')') if closes(opened, sign) => {
                open = None;
                let inside = text.get(start + 1..at).unwrap_or_default();
                if inside.len() > BLANK_AT_MOST_BYTES || !is_blank(opened, inside) {
                    continue;
                }
                let doubled = text.get(..start).is_some_and(|before| before.ends_with(opened));
                let again = text.get(at + 1..).is_some_and(|rest| rest.starts_with(sign));
                let link = sign == ']' && text.get(at + 1..).is_some_and(|rest| rest.starts_with('('));
                if !link {
                    blanks.push(start - usize::from(doubled)..at + 1 + usize::from(again));
                }
            }
            (Some(_), '\n') => open = None,
            _ => {}
        }
    }
    blanks
}

fn closes(opened: char, sign: char) -> bool {
    matches!((opened, sign), ('[', ']') | ('{', '}') | ('<', '>') | ('(', ')'))
}

fn is_blank(opened: char, inside: &str) -> bool {
    let text = inside.trim().to_ascii_lowercase();
    let words = text.split_whitespace().count();
    let has_letter = text.chars().any(char::is_alphabetic);
    match opened {
        '[' => {
            has_letter
                && ![
                    "sic",
                    "…",
                    "...",
                    "x",
                    "attachment",
                    "link",
                    "attached",
                    "cv attached",
                ]
                .contains(&text.as_str())
        }
        '{' => has_letter || text.chars().all(|sign| sign.is_ascii_digit()),
        '<' => {
            let markup = [
                "br", "p", "b", "i", "em", "strong", "a", "div", "span", "br/", "li", "ul", "u",
            ];
            has_letter
                && words <= 6
                && !text.contains(['@', ':', '/', '=', '.'])
                && !markup.contains(&text.as_str())
        }
        _ => {
            words <= 4
                && IN_ROUND_BRACKETS.iter().any(|blank| {
                    text == blank.trim()
                        || (blank.ends_with(' ') || *blank == "insert" || *blank == "specific")
                            && text.starts_with(blank)
                })
        }
    }
}

/// "XXX", "XX March", "____", "Xth".
fn rows(text: &str) -> Vec<Range<usize>> {
    let mut blanks = Vec::new();
    let mut start = None;
    let mut close = |start: &mut Option<usize>, end: usize| {
        let Some(from) = start.take() else { return };
        let word = text.get(from..end).unwrap_or_default();
        let plain: String = word.chars().filter(|sign| *sign != '-' && *sign != '.').collect();
        let row = plain.len() >= 2 && plain.chars().all(|sign| sign == 'X')
            || plain.len() >= 4 && plain.chars().all(|sign| sign == 'x')
            || plain.len() >= 3 && plain.chars().all(|sign| sign == '_')
            || [
                "Xth", "XXth", "xxth", "X/X", "XX/XX", "xx/xx", "DD/MM", "MM/DD", "dd/mm", "YYYY", "Xst",
                "Xnd",
            ]
            .contains(&word)
            || word.starts_with("XX/")
            || word.starts_with("%%");
        if row && plain.len() < 40 {
            blanks.push(from..end);
        }
    };
    for (at, sign) in text.char_indices() {
        if sign.is_alphanumeric() || matches!(sign, '_' | '-' | '/' | '%') {
            start.get_or_insert(at);
        } else {
            close(&mut start, at);
        }
    }
    close(&mut start, text.len());
    blanks
}

/// "Dear NAME", "the POSITION role": one such word in a text that is not written in capitals throughout.
fn shouted(text: &str) -> Vec<Range<usize>> {
    let small = text.chars().filter(|letter| letter.is_lowercase()).count();
    let large = text.chars().filter(|letter| letter.is_uppercase()).count();
    if large > small {
        return Vec::new();
    }
    let mut blanks = Vec::new();
    let mut start = None;
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        if sign.is_alphanumeric() || sign == '_' {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            let word = text.get(from..at).unwrap_or_default();
            let parts: Vec<&str> = word.split('_').filter(|part| !part.is_empty()).collect();
            let shouted = word
                .chars()
                .all(|letter| letter.is_ascii_uppercase() || letter == '_');
            if shouted && parts.iter().any(|part| SHOUTED.contains(part)) {
                blanks.push(from..at);
            }
        }
    }
    blanks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_told_from_brackets_and_names() {
        for (text, expected) in [
            (
                "Dear [Name], on {{ date }} at <company name>",
                vec!["[Name]", "{{ date }}", "<company name>"],
            ),
            (
                "Dear NAME, it was good to meet on XX March, call XXX-XXX-XXXX or ____",
                vec!["NAME", "XX", "XXX-XXX-XXXX", "____"],
            ),
            (
                "I met (your name) and (insert topic)",
                vec!["(your name)", "(insert topic)"],
            ),
            ("Best,\nYour Name", vec!["Your Name"]),
            ("on the Xth of March", vec!["Xth"]),
            (
                "[sic] (she/her) <dana@example.com> C++ [1] DATEV size XL [this](http://a.example)",
                vec![],
            ),
            ("(Let them answer.) I am in IT at a TITLE sponsor", vec!["TITLE"]),
        ] {
            let found: Vec<_> = blanks(text).into_iter().map(|at| &text[at]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
