//! The day of the interview as a draft tells it, held against the facts. Said only where a day is tied to the interview.

use std::ops::Range;

use chrono::Datelike;

use crate::facts::Purpose;
use crate::guidance::rules;

use super::dates::SaidDay;
use super::findings::{Case, Findings};
use super::known::{Known, same_day};
use super::letter::{Letter, Zone};
use super::review::{Field, Severity};

/// Nouns for the interview.
#[rustfmt::skip]
const NOUNS: [&str; 12] = [
    "interview", "interviews", "meeting", "conversation", "discussion", "chat", "talk", "call", "visit",
    "session", "exchange", "interviewing",
];
/// Verbs that tell of it as past.
#[rustfmt::skip]
const PAST: [&str; 8] = [
    "met", "spoke", "spoken", "interviewed", "talked", "chatted", "discussed", "sat",
];
/// Forms that may be past or to come.
const OPEN: [&str; 8] = [
    "meet", "speak", "talk", "chat", "speaking", "talking", "chatting", "visiting",
];
/// Words between the interview and a day that tie the day to something else.
#[rustfmt::skip]
const BETWEEN: [&str; 50] = [
    "by", "before", "until", "till", "since", "decide", "decided", "deciding", "decision", "answer",
    "offer", "deadline", "hear", "heard", "reply", "replied", "start", "starting", "available", "send",
    "sent", "wrote", "write", "email", "emailed", "applied", "submitted", "promised", "said", "mentioned",
    "told", "expected", "expect", "indicated", "planned", "hoped", "asked", "suggested", "next", "follow",
    "followed", "then", "because", "after", "received", "opens", "launch", "launches", "every", "each",
];
/// Words before the interview that make it one to come, or another one.
#[rustfmt::skip]
const TO_COME: [&str; 22] = [
    "forward", "next", "upcoming", "second", "final", "another", "further", "schedule", "scheduled",
    "scheduling", "propose", "suggest", "invite", "inviting", "invitation", "confirm", "round",
    "available", "previous", "earlier", "screening", "recruiter",
];
#[rustfmt::skip]
const WISHES: [&str; 13] = [
    "can", "could", "will", "would", "shall", "may", "might", "let", "hope", "forward", "available",
    "free", "able",
];
/// Words before "a call" that make it one that was.
#[rustfmt::skip]
const LOOKING_BACK: [&str; 14] = [
    "was", "were", "had", "enjoyed", "thank", "thanks", "grateful", "appreciate", "appreciated", "pleasure",
    "after", "since", "following", "during",
];
/// Words beside "we spoke" that make it one time among several.
const ONE_OF_SEVERAL: [&str; 4] = ["too", "also", "already", "first"];
/// Unmasked words between the interview and its day, at most.
const APART_AT_MOST_WORDS: usize = 8;

pub(super) fn check(case: &Case, found: &mut Findings) {
    // Their answers and new dates speak of days to come.
    if matches!(
        case.draft.purpose,
        Purpose::ReplyToGoodNews | Purpose::AskToReschedule
    ) {
        return;
    }
    let letters = [
        (Field::Subject, case.subject.as_ref()),
        (Field::Body, Some(&case.body)),
    ];
    for (field, letter) in letters {
        let Some(letter) = letter else { continue };
        for (at, suggestion) in wrong_days(letter, &case.known) {
            found.add(&rules::DRAFT_WRONG_DATE, Severity::Error, field, at, suggestion);
        }
    }
}

/// The words of the first day in the body that is the interview's, or is said to be.
pub(super) fn day_of_interview(letter: &Letter<'_>, known: &Known) -> Option<Range<usize>> {
    let mut claimed_to = 0;
    let in_body = |day: &&SaidDay| day.words.clone().all(|word| letter.zone(word) == Zone::Body);
    let mut days = letter.days.iter().filter(in_body);
    let told = days.find(|day| {
        let is_right = match day.days_ago {
            Some(_) => !contradicts(day, known),
            None => known.interview_days.iter().any(|held| is_day(day, *held)),
        };
        let told = is_right || is_tied(letter, day, claimed_to);
        claimed_to = day.words.end;
        told
    });
    told.map(|day| day.words.clone())
}

fn wrong_days(letter: &Letter<'_>, known: &Known) -> Vec<(Range<usize>, String)> {
    let mut wrong = Vec::new();
    let mut claimed_to = 0;
    for day in &letter.days {
        let here = day
            .words
            .clone()
            .all(|word| letter.zone(word) == Zone::Body && !letter.is_masked(word));
        let place = place(letter, day);
        let tied = here && is_tied(letter, day, claimed_to);
        claimed_to = day.words.end;
        if tied && contradicts(day, known) {
            let held = known
                .interview_days
                .first()
                .map(|day| day.format("%A %-d %B %Y").to_string());
            wrong.push((
                place,
                format!("The interview was on {}.", held.unwrap_or_default()),
            ));
        } else if let Some(stated) = known
            .stated
            .filter(|_| here && !tied && is_their_date(letter, day))
        {
            let said = day.day.is_some() && day.month.is_some();
            let named = |of_facts: &chrono::NaiveDate| is_day(day, *of_facts);
            if said && !known.other_days.iter().chain(&known.interview_days).any(named) {
                wrong.push((place, format!("They named {}.", stated.format("%A %-d %B %Y"))));
            }
        }
    }
    wrong
}

fn place(letter: &Letter<'_>, day: &SaidDay) -> Range<usize> {
    let word = |at: usize| letter.text.words.get(at);
    let mut start = day.words.start;
    if word(start).is_some_and(|word| word.folded == "the") {
        start += 1;
    }
    let from = word(start).map_or(0, |word| word.at.start);
    let to = day
        .words
        .end
        .checked_sub(1)
        .and_then(word)
        .map_or(from, |word| word.at.end);
    // Without a possessive ending.
    let quote = letter.text.quote(&(from..to));
    let kept = quote
        .strip_suffix("'s")
        .or(quote.strip_suffix("’s"))
        .unwrap_or(quote);
    from..from + kept.len()
}

/// Whether the day says when the interview was; a day before it has claimed the words up to `claimed_to`.
fn is_tied(letter: &Letter<'_>, day: &SaidDay, claimed_to: usize) -> bool {
    tied_before(letter, day, claimed_to) || tied_after(letter, day)
}

/// Whether the day says when an interview was that is named before it.
fn tied_before(letter: &Letter<'_>, day: &SaidDay, claimed_to: usize) -> bool {
    let words = &letter.text.words;
    let Some(sentence) = words
        .get(day.words.start)
        .and_then(|word| letter.text.sentences.get(word.sentence))
    else {
        return false;
    };
    let from = sentence.words.start.max(claimed_to);
    let mut apart = 0;
    for at in (from..day.words.start).rev() {
        let Some(word) = words.get(at) else { return false };
        let folded = word.folded.as_str();
        let before = |reach: usize, list: &[&str]| {
            let from = at.saturating_sub(reach).max(sentence.words.start);
            words
                .get(from..at)
                .unwrap_or_default()
                .iter()
                .any(|word| list.contains(&word.folded.as_str()))
        };
        if !letter.is_masked(at) {
            if NOUNS.contains(&folded) {
                // "free for a call on Thursday"
                let any_one = before(3, &["a", "an", "any"]) && !before(8, &LOOKING_BACK);
                return !(any_one || before(6, &TO_COME) || sentence.asks && before(4, &WISHES));
            }
            if PAST.contains(&folded) {
                let said = words.get(sentence.words.clone()).unwrap_or_default();
                let several = said
                    .iter()
                    .any(|word| ONE_OF_SEVERAL.contains(&word.folded.as_str()));
                return !(several || before(4, &TO_COME));
            }
            if OPEN.contains(&folded) || folded == "meeting" {
                let past = before(
                    6,
                    &[
                        "was", "enjoyed", "glad", "great", "good", "pleasure", "nice", "lovely", "for",
                        "thank", "thanks", "after", "since",
                    ],
                );
                return past && !before(5, &WISHES) && !before(6, &TO_COME) && !sentence.asks;
            }
            if BETWEEN.contains(&folded) {
                return false;
            }
            apart += 1;
            if apart > APART_AT_MOST_WORDS {
                return false;
            }
        }
    }
    false
}

/// "Tuesday's conversation", "the 5 March interview", "On 5 March we met".
fn tied_after(letter: &Letter<'_>, day: &SaidDay) -> bool {
    let words = &letter.text.words;
    let Some(last) = day.words.end.checked_sub(1).and_then(|at| words.get(at)) else {
        return false;
    };
    let next = |ahead: usize| {
        words
            .get(day.words.end + ahead)
            .filter(|word| word.sentence == last.sentence)
            .map(|word| word.folded.as_str())
            .unwrap_or_default()
    };
    let before = day
        .words
        .start
        .checked_sub(1)
        .and_then(|at| words.get(at))
        .filter(|word| word.sentence == last.sentence);
    let before = before.map(|word| word.folded.as_str()).unwrap_or_default();
    if ["next", "by", "before", "until", "coming"].contains(&before) {
        return false;
    }
    let noun = NOUNS.contains(&next(0))
        || ["video", "phone", "zoom", "morning", "afternoon"].contains(&next(0)) && NOUNS.contains(&next(1));
    if noun && (last.possessive || ["our", "my", "the", "of", "from", "last", "on"].contains(&before)) {
        let from = day.words.start.saturating_sub(6);
        let to_come = words.get(from..day.words.start).unwrap_or_default().iter();
        return !to_come
            .filter(|word| word.sentence == last.sentence)
            .any(|word| TO_COME.contains(&word.folded.as_str()));
    }
    before == "on"
        && ["we", "i"].contains(&next(0))
        && (PAST.contains(&next(1)) || next(1) == "was" && next(2) == "interviewed")
        || before == "on" && next(0) == "when" && ["we", "i"].contains(&next(1)) && PAST.contains(&next(2))
}

/// Whether the day is one that they are said to have named for their decision.
fn is_their_date(letter: &Letter<'_>, day: &SaidDay) -> bool {
    let words = &letter.text.words;
    let Some(sentence) = words
        .get(day.words.start)
        .and_then(|word| letter.text.sentences.get(word.sentence))
    else {
        return false;
    };
    let said = words
        .get(sentence.words.start..day.words.start)
        .unwrap_or_default();
    let any = |list: &[&str]| said.iter().any(|word| list.contains(&word.folded.as_str()));
    any(&["you", "they", "team"])
        && any(&[
            "said",
            "mentioned",
            "told",
            "indicated",
            "expected",
            "planned",
            "promised",
            "hoped",
            "named",
            "expecting",
        ])
        && any(&[
            "decide", "decision", "hear", "answer", "back", "update", "know", "deciding", "decided", "inform",
        ])
        && said.last().is_some_and(|word| {
            ["by", "before", "on", "until", "around", "for", "the", "of"].contains(&word.folded.as_str())
        })
}

fn contradicts(day: &SaidDay, known: &Known) -> bool {
    if let Some(days_ago) = day.days_ago {
        // A draft may be written the evening before it is sent.
        return known.interview_days.iter().all(|held| {
            let since = (known.today - *held).num_days();
            !(days_ago..=days_ago + 1).contains(&since) && since >= 0
        });
    }
    if known.interview_days.iter().any(|held| is_day(day, *held)) {
        return false;
    }
    let full = day.day.is_some() && day.month.is_some();
    !(full && known.other_days.iter().any(|other| is_day(day, *other)))
}

/// Whether a day of the facts is the day that was said, as far as it was said.
fn is_day(said: &SaidDay, day: chrono::NaiveDate) -> bool {
    let weekday = said
        .weekday
        .is_none_or(|weekday| weekday == day.weekday().num_days_from_monday());
    weekday
        && (same_day(day, said.day, said.month, said.year)
            || said.either_order && same_day(day, said.month, said.day, said.year))
}
