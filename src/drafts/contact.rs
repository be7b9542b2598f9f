//! Contact details: missing where they are needed, there where a marketplace forbids them.

use std::ops::Range;

use crate::facts::{Channel, Purpose};
use crate::guidance::rules;

use super::blanks;
use super::findings::{Case, Findings};
use super::lexicon::List;
use super::review::{Field, Severity};

const TAKE_OUT: &str =
    "Leave it out until the contract is signed: the marketplace allows no contact outside.";

/// A telephone number has at least so many digits, and no more than these.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// Endings of web addresses that are no ends of sentences.
const DOMAINS: [&str; 18] = [
    "com", "org", "net", "io", "dev", "me", "co", "example", "de", "uk", "fr", "eu", "ca", "au", "app",
    "info", "ly", "test",
];

pub(super) fn check(case: &Case, found: &mut Findings) {
    if case.interview.platform_only() {
        forbidden(case, found);
        return;
    }
    let text = case.draft.body.as_str();
    let candidate = &case.interview.candidate;
    let missing = match (case.draft.channel, case.draft.purpose) {
        (Channel::Email, Purpose::CheckIn) => {
            (candidate.phone.is_some() || candidate.email.is_some())
                && details(text).is_empty()
                && !blanks::speaks_of(text, &["phone", "number", "email", "e-mail", "contact"])
        }
        (Channel::Phone, Purpose::CheckIn | Purpose::SecondCheckIn) => {
            number(text).is_none() && !blanks::speaks_of(text, &["phone", "number"])
        }
        _ => false,
    };
    if missing {
        let by_phone = case.draft.channel == Channel::Phone;
        let suggestion = if by_phone {
            "Say the number at which they can call you back, slowly and twice."
        } else {
            "Put your telephone number or e-mail address below your name."
        };
        let end = text.trim_end().len();
        found.body(
            &rules::DRAFT_CONTACT_DETAILS_MISSING,
            Severity::Info,
            end..end,
            suggestion,
        );
    }
}

fn forbidden(case: &Case, found: &mut Findings) {
    let rule = &rules::DRAFT_CONTACT_DETAILS_FORBIDDEN;
    let letters = [
        (Field::Subject, case.subject.as_ref()),
        (Field::Body, Some(&case.body)),
    ];
    for (field, letter) in letters {
        let Some(letter) = letter else { continue };
        let places = details(letter.text.raw);
        let phrases = letter.of(List::ContactDetails).map(|phrase| letter.place(phrase));
        let mut all: Vec<Range<usize>> = places.into_iter().chain(phrases).collect();
        all.sort_by_key(|at| (at.start, usize::MAX - at.end));
        let mut from = 0;
        for at in all {
            if at.start >= from {
                from = at.end;
                found.add(rule, Severity::Error, field, at, TAKE_OUT.to_owned());
            }
        }
    }
}

/// E-mail addresses, web addresses and telephone numbers.
pub(super) fn details(text: &str) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = numbers(text);
    let mut start = 0;
    for word in text.split(char::is_whitespace) {
        let trimmed = word.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '@');
        let at = start + word.find(trimmed).unwrap_or_default();
        if is_address(trimmed) {
            places.push(at..at + trimmed.len());
        }
        start += word.len()
            + text
                .get(start + word.len()..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
    }
    places.sort_by_key(|at| at.start);
    places
}

/// Sites by which people are reached.
const WELL_KNOWN: [&str; 6] = [
    "linkedin.com",
    "gmail.com",
    "calendly.com",
    "github.com",
    "wa.me",
    "t.me",
];

fn is_address(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    if let Some((name, host)) = lower.split_once('@') {
        return !name.is_empty() && host.contains('.');
    }
    if lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www.") {
        return true;
    }
    let host = lower.split(['/', '?']).next().unwrap_or_default();
    let ending = host.rsplit('.').next().unwrap_or_default();
    // "Node.js", "e.g.", "v1.2" and "Booking.com" without a path as a customer are common words.
    host.contains('.') && DOMAINS.contains(&ending) && (lower.contains('/') || host.matches('.').count() > 1)
        || WELL_KNOWN.contains(&host)
}

/// The first telephone number.
pub(super) fn number(text: &str) -> Option<Range<usize>> {
    numbers(text).into_iter().next()
}

/// Runs of digits as people write telephone numbers, dates left out.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let mut run: Option<Range<usize>> = None;
    for (at, sign) in text.char_indices().chain([(text.len(), '\n')]) {
        let opens = sign.is_ascii_digit() || matches!(sign, '+' | '(');
        match &mut run {
            Some(known) if sign.is_ascii_digit() => known.end = at + 1,
            // Between groups of digits a sign or two, not more.
            Some(known)
                if at < known.end + 3
                    && (matches!(sign, '(' | ')' | '-' | '.' | '/' | '\u{a0}')
                        || matches!(sign, ' ' | '\u{2010}'..='\u{2015}')) => {}
            _ => {
                places.extend(
                    run.take()
                        .filter(|known| is_number(text.get(known.clone()).unwrap_or_default())),
                );
                run = opens.then_some(at..at + 1);
            }
        }
    }
    places
}

fn is_number(run: &str) -> bool {
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let groups: Vec<usize> = run
        .split(|sign: char| !sign.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .map(str::len)
        .collect();
    let is_date = matches!(groups.as_slice(), [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 4])
        || digits == 8 && groups.len() == 2;
    PHONE_DIGITS.contains(&digits) && !is_date
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_are_told_from_words_and_dates() {
        for (text, expected) in [
            (
                "dana@example.com, +1 415 555 0100",
                vec!["dana@example.com", "+1 415 555 0100"],
            ),
            ("Call (415) 555-0100.", vec!["(415) 555-0100"]),
            (
                "See https://a.example/x or linkedin.com/in/dana",
                vec!["https://a.example/x", "linkedin.com/in/dana"],
            ),
            (
                "on 2026-03-02 at 10:30, 02/03/2026, Node.js v1.2, 2025 to 2026, Booking.com",
                vec![],
            ),
            ("020 7946 0958", vec!["020 7946 0958"]),
        ] {
            let mut found: Vec<_> = details(text).into_iter().map(|at| &text[at]).collect();
            found.sort_unstable();
            let mut expected = expected;
            expected.sort_unstable();
            assert_eq!(found, expected, "{text}");
        }
    }
}
