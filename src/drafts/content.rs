//! What a draft must say: thanks, and something of this interview.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::{Channel, Purpose};
use crate::guidance::rules;

use super::findings::{Case, Findings};
use super::known::{Known, begin_with};
use super::letter::{Letter, Zone};
use super::lexicon::List;
use super::review::Severity;

/// Words that any follow-up holds.
static GENERIC: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("lexicon/generic_words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

/// So many words that not every letter holds make a thank-you one of this interview.
const OWN_WORDS_OF_A_THANK_YOU: usize = 3;
/// The same for a check-in, which names position and day as well.
const OWN_WORDS_OF_A_CHECK_IN: usize = 2;

/// Reads the list of words ahead of the first draft.
pub(super) fn prepare() {
    LazyLock::force(&GENERIC);
}

pub(super) fn check(case: &Case, found: &mut Findings) {
    let purpose = case.draft.purpose;
    let written = match case.draft.channel {
        Channel::Phone => false,
        // A friendly note has room for one kind word, which need not be thanks.
        Channel::Linkedin => !matches!(purpose, Purpose::StayInTouch | Purpose::Connect),
        Channel::Email | Channel::Platform => true,
    };
    let thanks_belong = matches!(
        purpose,
        Purpose::ThankYou
            | Purpose::CheckIn
            | Purpose::Connect
            | Purpose::ReplyToGoodNews
            | Purpose::ReplyToRejection
            | Purpose::ReplyToDelay
            | Purpose::Withdraw
            | Purpose::StayInTouch
    );
    let end = end_of_body(case);
    if thanks_belong && written && thanks(case).is_none() {
        let suggestion = "Thank them, for their time or for telling you.";
        found.body(
            &rules::DRAFT_NO_THANKS,
            Severity::Warning,
            start_of_body(case),
            suggestion,
        );
    }
    let enough = match (purpose, case.draft.channel) {
        (Purpose::ThankYou, Channel::Email | Channel::Platform | Channel::Linkedin) => {
            OWN_WORDS_OF_A_THANK_YOU
        }
        (Purpose::CheckIn, Channel::Email | Channel::Platform) => OWN_WORDS_OF_A_CHECK_IN,
        _ => return,
    };
    // A note on LinkedIn may have no room for what was liked.
    let known = &case.known;
    let tellable =
        !known.topics.is_empty() || case.draft.channel != Channel::Linkedin && !known.appeal.is_empty();
    if tellable && specific(case).is_none() && own_words(case) < enough {
        let suggestion = "Name one thing that you talked about, or what you liked.";
        found.body(
            &rules::DRAFT_NO_SPECIFIC_REFERENCE,
            Severity::Warning,
            end,
            suggestion,
        );
    }
}

fn start_of_body(case: &Case) -> Range<usize> {
    let start = case.body.greeting.as_ref().map_or(0, |greeting| greeting.end);
    start..start
}

fn end_of_body(case: &Case) -> Range<usize> {
    let letter = &case.body;
    let end = letter
        .sign_off
        .as_ref()
        .or(letter.signature.as_ref())
        .map_or(letter.text.raw.len(), |part| part.start);
    end..end
}

/// The thanks. A sign-off as "Thanks," will do where thanks are not what the message is for.
pub(super) fn thanks(case: &Case) -> Option<Range<usize>> {
    let letter = &case.body;
    let sign_off_counts = case.draft.purpose != Purpose::ThankYou;
    let mut all = letter.of(List::Thanks);
    all.find(|found| match letter.zone(found.first) {
        Zone::Body | Zone::Greeting => true,
        Zone::SignOff => sign_off_counts,
        Zone::Signature | Zone::History => false,
    })
    .map(|found| letter.place(found))
}

/// A topic of the interview, or what the candidate liked or brings, named in the body.
pub(super) fn specific(case: &Case) -> Option<Range<usize>> {
    let (letter, known) = (&case.body, &case.known);
    let in_body = |at: usize| letter.zone(at) == Zone::Body;
    let words = letter
        .text
        .words
        .iter()
        .enumerate()
        .filter(|(at, _)| in_body(*at));
    let place = words.clone().find(|(_, word)| {
        let named = known
            .specifics
            .iter()
            .chain(&known.strengths)
            .any(|topic| alike(topic, &word.folded));
        named && !is_generic(case, &word.folded)
    });
    place
        .map(|(_, word)| word.at.clone())
        .or_else(|| told(letter, known))
}

/// A topic or what the candidate liked, word by word: "your mission" has no word of its own and yet is what was noted.
fn told(letter: &Letter<'_>, known: &Known) -> Option<Range<usize>> {
    let words = &letter.text.words;
    (0..words.len()).find_map(|at| {
        let said = words.get(at..).unwrap_or_default();
        let mut phrases = known.topics.iter().chain(&known.appeal);
        let phrase = phrases.find(|phrase| begin_with(said, phrase))?;
        let (first, last) = (said.first()?, said.get(..phrase.len())?.last()?);
        (letter.zone(at) == Zone::Body).then_some(first.at.start..last.at.end)
    })
}

/// Different words of the body that not every letter holds.
fn own_words(case: &Case) -> usize {
    let letter = &case.body;
    let words = letter.text.words.iter().enumerate();
    let own: HashSet<&str> = words
        .filter(|(at, word)| {
            letter.zone(*at) == Zone::Body
                && word.folded.chars().count() > 2
                && !is_generic(case, &word.folded)
        })
        .map(|(_, word)| word.folded.as_str())
        .collect();
    own.len()
}

/// Whether a word says nothing of this interview: it stands in every letter, or names people, company, position or day.
fn is_generic(case: &Case, word: &str) -> bool {
    let known = &case.known;
    GENERIC.contains(word)
        || word.bytes().all(|byte| byte.is_ascii_digit())
        || known.position.iter().any(|part| alike(part, word))
        || known
            .company
            .iter()
            .chain(&known.candidate)
            .any(|part| part == word)
        || known.is_part_of_a_name(word)
}

/// Whether two words have a stem in common.
fn alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let stem = |word: &str| {
        let kept = word
            .strip_suffix("ing")
            .or(word.strip_suffix("ed"))
            .or(word.strip_suffix("es"))
            .or(word.strip_suffix('s'));
        kept.unwrap_or(word).to_owned()
    };
    let (one, other) = (stem(one), stem(other));
    one.chars().count() >= 4
        && (one == other
            || one.len() > 5 && other.starts_with(&one)
            || other.len() > 5 && one.starts_with(&other))
}
