//! How a draft sounds: pleading, complaining, pushing, self-centred, too casual, too stiff.

use std::ops::Range;

use crate::facts::{Purpose, Tone};
use crate::guidance::{Rule, rules};

use super::findings::{Case, Findings};
use super::letter::{Letter, Zone};
use super::lexicon::List;
use super::review::{Field, Severity};
use super::search::Match;

/// The lists that are rules of their own.
const TONES: [(List, &Rule); 6] = [
    (List::Desperate, &rules::DRAFT_DESPERATE),
    (List::Frustrated, &rules::DRAFT_FRUSTRATED),
    (List::Pressing, &rules::DRAFT_PRESSING),
    (List::SelfCentred, &rules::DRAFT_SELF_CENTRED),
    (List::TooCasual, &rules::DRAFT_TOO_CASUAL),
    (List::TooStiff, &rules::DRAFT_TOO_STIFF),
];

const NO_PICTURES: &str = "Leave emoji and emoticons out; the words do it.";
const ONE_MARK: &str = "One exclamation mark is enough.";
const GREET_PROPERLY: &str = "Greet with Hello or Dear and the name.";

pub(super) fn check(case: &Case, found: &mut Findings) {
    let letters = [
        (Field::Subject, case.subject.as_ref()),
        (Field::Body, Some(&case.body)),
    ];
    for (field, letter) in letters {
        let Some(letter) = letter else { continue };
        for (list, rule) in TONES {
            for (at, suggestion) in phrases(letter, list, case.draft.purpose) {
                found.add(rule, Severity::Warning, field, at, suggestion.to_owned());
            }
        }
        for (at, suggestion) in signs(letter) {
            found.add(
                &rules::DRAFT_TOO_CASUAL,
                Severity::Warning,
                field,
                at,
                suggestion.to_owned(),
            );
        }
    }
    let warm = case.interview.preferences.tone.resolve(&case.interview.employer) == Tone::Warm;
    if let Some(at) = hey(&case.body).filter(|_| !warm && !found.has(&rules::DRAFT_TOO_CASUAL)) {
        found.body(&rules::DRAFT_TOO_CASUAL, Severity::Info, at, GREET_PROPERLY);
    }
}

/// The phrases of a list in the candidate's own words, none inside another.
fn phrases(letter: &Letter<'_>, list: List, purpose: Purpose) -> Vec<(Range<usize>, &'static str)> {
    let judged = |zone| match zone {
        Zone::Greeting | Zone::Body | Zone::SignOff => true,
        Zone::Signature | Zone::History => false,
    };
    let mut matches: Vec<&Match> = letter
        .of(list)
        .filter(|found| judged(letter.zone(found.first)) && judged(letter.zone(found.last)))
        .filter(|found| found.is_meant_for(purpose))
        .collect();
    matches.sort_by_key(|found| (found.first, usize::MAX - found.last));
    let mut from = 0;
    matches
        .into_iter()
        .filter_map(|found| {
            let fresh = found.first >= from;
            from = from.max(found.last + 1);
            fresh.then(|| (letter.place(found), found.suggestion))
        })
        .collect()
}

/// "Hey Sam": among friends.
fn hey(letter: &Letter<'_>) -> Option<Range<usize>> {
    let greeting = letter.greeting.as_ref()?;
    let first = letter
        .text
        .words
        .iter()
        .find(|word| greeting.contains(&word.at.start))?;
    ["hey", "heya", "heyy"]
        .contains(&first.folded.as_str())
        .then(|| first.at.clone())
}

/// Emoji, emoticons, rows of exclamation marks.
fn signs(letter: &Letter<'_>) -> Vec<(Range<usize>, &'static str)> {
    let raw = letter.text.raw;
    let mut signs = Vec::new();
    let mut before = ' ';
    for (at, sign) in raw.char_indices() {
        let end = at + sign.len_utf8();
        if is_emoji(sign) {
            signs.push((at..end, NO_PICTURES));
        } else if sign == '!' && before != '!' && raw.get(end..).is_some_and(|rest| rest.starts_with('!')) {
            signs.push((at..end + 1, ONE_MARK));
        } else if matches!(sign, ':' | ';' | '=' | '<' | '^' | 'x' | 'X') && before.is_whitespace() {
            let rest: String = raw.get(at..).unwrap_or_default().chars().take(4).collect();
            let face = [
                ":)", ":-)", ";)", ";-)", ":D", ":-D", ":P", ":p", ":-P", "<3", ":(", ":-(", ":/", "xD",
                "XD", "^^", ":')", "=)", ";P", ":o", ":O",
            ];
            if let Some(face) = face.iter().find(|face| {
                rest.strip_prefix(**face)
                    .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '/'))
            }) {
                signs.push((at..at + face.len(), NO_PICTURES));
            }
        }
        before = sign;
    }
    // The number of words before a sign tells its zone.
    signs.retain(|(at, _)| {
        let foreign =
            |part: &Option<Range<usize>>| part.as_ref().is_some_and(|part| part.contains(&at.start));
        let next = letter.text.words.partition_point(|word| word.at.start < at.start);
        let zone = next
            .checked_sub(1)
            .map_or(Zone::Body, |before| letter.zone(before));
        !foreign(&letter.signature) && zone != Zone::History
    });
    signs
}

/// Pictures that stand for a feeling or a thing; signs as ☎ and ✓ are none.
fn is_emoji(sign: char) -> bool {
    matches!(sign, '\u{1F300}'..='\u{1F64F}' | '\u{1F680}'..='\u{1F6FF}' | '\u{1F900}'..='\u{1FAFF}' | '❤' | '☺' | '☹' | '♥'
        | '✨' | '⭐')
        && !matches!(sign, '📧' | '📞' | '📱' | '🔗' | '🌐' | '📍' | '💼')
}
