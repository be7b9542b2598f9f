//! Questions: one where the status is asked, none where thanks are said.

use std::ops::Range;

use crate::facts::{Channel, Purpose};
use crate::guidance::parameters::STATUS_QUESTION_QUESTIONS;
use crate::guidance::rules;

use super::findings::{Case, Findings};
use super::letter::Letter;
use super::lexicon::List;
use super::review::Severity;
use super::text::Sentence;

/// Words that begin a question which only goes on with the one before.
const GOES_ON: [&str; 5] = ["if", "or", "and", "otherwise", "even"];
/// Words that begin another question inside a sentence.
const ASKING: [&str; 6] = ["what", "when", "who", "how", "why", "where"];

pub(super) fn check(case: &Case, found: &mut Findings) {
    let letter = &case.body;
    match case.draft.purpose {
        Purpose::CheckIn | Purpose::SecondCheckIn => {
            if case.draft.channel != Channel::Phone {
                for at in questions_too_many(letter) {
                    let suggestion = "Keep the question on the status and leave the others for another time.";
                    found.body(&rules::DRAFT_SEVERAL_QUESTIONS, Severity::Warning, at, suggestion);
                }
            }
            if status_question(letter).is_none() {
                let suggestion =
                    "Ask one clear question: whether there is any news, or by when they expect to decide.";
                found.body(
                    &rules::DRAFT_NO_QUESTION,
                    Severity::Warning,
                    end_of(letter),
                    suggestion,
                );
            }
        }
        Purpose::ThankYou | Purpose::Connect => {
            for at in status_in_thanks(letter) {
                let suggestion = "Leave the question for the check-in; a thank-you asks nothing.";
                found.body(
                    &rules::DRAFT_STATUS_QUESTION_IN_THANK_YOU,
                    Severity::Warning,
                    at,
                    suggestion,
                );
            }
        }
        _ => {}
    }
}

/// Where a missing part could be put: the end of the text.
fn end_of(letter: &Letter<'_>) -> Range<usize> {
    let end = letter
        .sign_off
        .as_ref()
        .or(letter.signature.as_ref())
        .map_or(letter.text.raw.len(), |part| part.start);
    end..end
}

/// Sentences that end in a question mark and ask something.
fn asked<'a>(letter: &'a Letter<'_>) -> impl Iterator<Item = &'a Sentence> {
    letter
        .body_sentences()
        .filter(|sentence| sentence.asks && !is_courtesy(letter, sentence))
}

fn is_courtesy(letter: &Letter<'_>, sentence: &Sentence) -> bool {
    let first = letter
        .of(List::Courtesy)
        .any(|found| sentence.words.contains(&found.first) && found.first <= sentence.words.start + 1);
    first && !letter.holds(sentence, List::StatusMatter)
}

/// Every question after the first, and a sentence that asks several.
fn questions_too_many(letter: &Letter<'_>) -> Vec<Range<usize>> {
    let mut questions = 0;
    let mut too_many = Vec::new();
    for sentence in asked(letter) {
        let words = letter.text.words_of(sentence);
        let goes_on = words
            .first()
            .is_some_and(|word| GOES_ON.contains(&word.folded.as_str()));
        if questions > 0 && goes_on {
            continue;
        }
        questions += 1;
        let more = words.iter().zip(words.iter().skip(1)).filter(|(word, next)| {
            let joined = word.folded == "and" || letter.text.between(word, next).contains(',');
            joined && ASKING.contains(&next.folded.as_str())
        });
        if questions > STATUS_QUESTION_QUESTIONS || more.count() > 1 {
            too_many.push(sentence.at.clone());
        }
    }
    too_many
}

/// The question on the status, with or without a question mark.
pub(super) fn status_question(letter: &Letter<'_>) -> Option<Range<usize>> {
    let direct = asked(letter).map(|sentence| sentence.at.clone()).next();
    direct.or_else(|| {
        let mut own = letter.body_sentences();
        own.find(|sentence| letter.holds(sentence, List::StatusRequest))
            .map(|sentence| sentence.at.clone())
    })
}

fn status_in_thanks(letter: &Letter<'_>) -> Vec<Range<usize>> {
    letter
        .body_sentences()
        .filter(|sentence| letter.holds(sentence, List::StatusMatter))
        .filter(|sentence| sentence.asks || letter.holds(sentence, List::StatusRequest))
        .map(|sentence| sentence.at.clone())
        .collect()
}
