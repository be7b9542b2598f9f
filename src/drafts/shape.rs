//! Length and subject.

use crate::facts::{Channel, Purpose};
use crate::guidance::parameters as p;
use crate::guidance::{Rule, rules};

use super::findings::{Case, Findings};
use super::lexicon::List;
use super::review::{Field, Severity};

/// The words that a message should have, both ends included, and those from which on one speaks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) at_least: usize,
    pub(super) at_most: usize,
    pub(super) told_below: usize,
    pub(super) told_above: usize,
}

/// A minute of speech: longer is a monologue.
const CALL_AT_MOST_WORDS: usize = p::SPEECH_WORDS_PER_MINUTE;
/// Letters that are neither thanks, question, reply nor withdrawal, as the service's own.
const OTHER_LETTERS_AT_MOST_WORDS: usize = 100;

/// The length of a message, and a quarter more or three tenths less before anything is said: the figures are averages of
/// many letters, and a good one may be a little off.
pub(super) fn length(purpose: Purpose, channel: Channel) -> Length {
    let (at_least, at_most) = match (channel, purpose) {
        (Channel::Phone, _) => (0, CALL_AT_MOST_WORDS),
        (Channel::Linkedin, _) => (0, p::LINKEDIN_AT_MOST_WORDS),
        (_, Purpose::ThankYou) => (p::THANK_YOU_AT_LEAST_WORDS, p::THANK_YOU_AT_MOST_WORDS),
        (_, Purpose::CheckIn) => (p::CHECK_IN_AT_LEAST_WORDS, p::CHECK_IN_AT_MOST_WORDS),
        (_, Purpose::SecondCheckIn) => (
            p::SECOND_CHECK_IN_AT_LEAST_WORDS,
            p::SECOND_CHECK_IN_AT_MOST_WORDS,
        ),
        (_, Purpose::StayInTouch | Purpose::ShareDeadline | Purpose::AskToReschedule | Purpose::Connect) => {
            (p::REPLY_AT_LEAST_WORDS, OTHER_LETTERS_AT_MOST_WORDS)
        }
        // What they asked for may take as long as it takes.
        (_, Purpose::AnswerRequest) => (0, usize::MAX / 2),
        _ => (p::REPLY_AT_LEAST_WORDS, p::REPLY_AT_MOST_WORDS),
    };
    Length {
        at_least,
        at_most,
        told_below: at_least * 7 / 10,
        told_above: at_most + at_most / 4,
    }
}

/// A word more than the nine is let pass: names of two words make it one soon.
const SUBJECT_TOLERANCE_WORDS: usize = 1;

pub(super) fn check(case: &Case, found: &mut Findings) {
    let length = length(case.draft.purpose, case.draft.channel);
    let words = case.body.word_count;
    let end = case.body.text.raw.trim_end().len();
    if words > length.told_above {
        let most = length.at_most;
        let suggestion = format!("It has {words} words; cut it to {most} or fewer.");
        found.body(&rules::DRAFT_TOO_LONG, Severity::Warning, 0..end, suggestion);
    }
    if words < length.told_below {
        let suggestion = format!(
            "It has {words} words; with {} to {} there is room for something of the interview.",
            length.at_least, length.at_most
        );
        found.body(&rules::DRAFT_TOO_SHORT, Severity::Info, 0..end, suggestion);
    }
    if case.draft.channel == Channel::Email {
        subject(case, found);
    }
}

fn subject(case: &Case, found: &mut Findings) {
    let mut note = |rule: &'static Rule, severity, end: usize, suggestion: String| {
        found.add(rule, severity, Field::Subject, 0..end, suggestion);
    };
    let Some(subject) = &case.subject else {
        let suggestion = "Give it a subject with your name and the position.".to_owned();
        return note(&rules::DRAFT_SUBJECT_MISSING, Severity::Warning, 0, suggestion);
    };
    let end = subject.text.raw.len();
    if subject.word_count > p::SUBJECT_AT_MOST_WORDS + SUBJECT_TOLERANCE_WORDS {
        let suggestion = format!(
            "It has {} words; {} are seen in a list of mail. Keep your name and the position.",
            subject.word_count,
            p::SUBJECT_AT_MOST_WORDS
        );
        note(&rules::DRAFT_SUBJECT_TOO_LONG, Severity::Info, end, suggestion);
    }
    if is_vague(case) {
        let suggestion = "Put your name and the position into it.".to_owned();
        note(&rules::DRAFT_SUBJECT_VAGUE, Severity::Info, end, suggestion);
    }
}

/// A subject of which every word belongs to a phrase that says nothing; where thanks or a question open a
/// conversation, one that names neither the candidate, the position nor the company.
fn is_vague(case: &Case) -> bool {
    let (Some(subject), known) = (&case.subject, &case.known) else {
        return false;
    };
    let words = &subject.text.words;
    if words.is_empty() {
        return true;
    }
    // A blank is told of by itself.
    if super::blanks::speaks_of(subject.text.raw, &[""]) {
        return false;
    }
    let names = words.iter().any(|word| {
        let part = |list: &[String]| {
            list.iter()
                .any(|part| *part == word.folded && part.chars().count() > 1)
        };
        part(&known.candidate) || part(&known.position) || part(&known.company)
    });
    if names {
        return false;
    }
    let answers = ["re", "aw", "fw", "fwd", "sv", "tr"];
    let threaded = words.len() > 1
        && words
            .first()
            .is_some_and(|word| answers.contains(&word.folded.as_str()));
    let says_nothing = subject
        .of(List::VagueSubject)
        .any(|found| found.first == 0 && found.last + 1 == words.len());
    let could_name = known.candidate.len() + known.position.len() > 0;
    if says_nothing {
        let interview = words.iter().any(|word| word.folded == "interview");
        return !threaded && (could_name || !interview);
    }
    let opens = matches!(
        case.draft.purpose,
        Purpose::ThankYou | Purpose::CheckIn | Purpose::SecondCheckIn
    );
    let could_fit =
        known.position.len() <= p::SUBJECT_AT_MOST_WORDS && known.candidate.len() <= p::SUBJECT_AT_MOST_WORDS;
    let has_day = words
        .iter()
        .any(|word| word.folded.chars().any(|sign| sign.is_ascii_digit()));
    opens && could_name && could_fit && !threaded && !has_day
}
