//! A candidate's own draft → what a good adviser would say of it: findings, a checklist, and whether to send it now.
//!
//! Warnings, not verdicts, and precision before recall: a finding that is wrong costs more than one that is missing.
//! Names, positions and topics of the facts, quoted text and signatures are not judged for tone.
//!
//! | file | holds |
//! |---|---|
//! | `submission.rs`, `review.rs` | what is sent and what is answered |
//! | `fold.rs`, `text.rs`, `layout.rs`, `letter.rs` | a text as words and sentences, and its layout |
//! | `known.rs` | what the facts name |
//! | `phrase.rs`, `lexicon.rs`, `search.rs`, `lexicon/` | the phrases that a draft is read for: text files |
//! | `tone.rs` … `shape.rs` | the rules, a file a subject |
//! | `checklist.rs`, `timing.rs` | the parts of a message; whether to send it now |

mod blanks;
mod checklist;
mod company;
mod contact;
mod content;
mod dates;
mod employer;
mod findings;
mod fold;
mod known;
mod layout;
mod letter;
mod lexicon;
mod names;
mod phrase;
mod questions;
mod review;
mod search;
mod shape;
mod submission;
mod text;
mod timing;
mod title;
mod tone;
mod wrong_date;

pub use review::{ChecklistItem, DraftReview, Field, Finding, Part, SendNow, Severity, Span};
pub use submission::{Draft, DraftReviewSubmission};

use crate::facts::{Channel, Interview};
use crate::guidance::parameters::SPEECH_WORDS_PER_MINUTE;
use crate::planning::Plan;

use findings::{Case, Findings};
use known::Known;
use letter::Letter;

/// Words that an adult reads silently in a minute: the mean of 190 studies, Brysbaert 2019.
const READING_WORDS_PER_MINUTE: usize = 238;

/// Reviews a draft against the facts and the plan made from them.
///
/// Pure and total; takes time in proportion to the length of the draft.
#[must_use]
pub fn review(interview: &Interview, plan: &Plan, draft: &Draft) -> DraftReview {
    let known = Known::of(interview, plan, draft.purpose);
    let subject = draft
        .subject
        .as_deref()
        .filter(|subject| !subject.trim().is_empty());
    let case = Case {
        subject: subject
            .filter(|_| draft.channel == Channel::Email)
            .map(|subject| Letter::read_subject(subject, &known)),
        body: Letter::read(&draft.body, &known),
        known,
        draft,
        interview,
    };
    let mut found = Findings::new(&case);
    blanks::check(&case, &mut found);
    names::check(&case, &mut found);
    employer::check(&case, &mut found);
    wrong_date::check(&case, &mut found);
    contact::check(&case, &mut found);
    content::check(&case, &mut found);
    questions::check(&case, &mut found);
    tone::check(&case, &mut found);
    shape::check(&case, &mut found);
    let word_count = case.body.word_count;
    let pace = if draft.channel == Channel::Phone {
        SPEECH_WORDS_PER_MINUTE
    } else {
        READING_WORDS_PER_MINUTE
    };
    DraftReview {
        findings: found.into_list(),
        checklist: checklist::checklist(&case),
        word_count,
        reading_seconds: (word_count * 60).div_ceil(pace),
        send_now: timing::send_now(interview, plan, draft),
    }
}

/// Reads the phrase files and lists ahead of the first draft.
pub fn prepare() {
    lexicon::prepare();
    names::prepare();
    content::prepare();
    title::prepare();
}
