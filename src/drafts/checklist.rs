//! The parts that a message of its purpose should hold, each present or not.

use std::ops::Range;

use crate::facts::{Channel, Purpose};

use super::contact;
use super::content;
use super::findings::{Case, span};
use super::letter::Zone;
use super::lexicon::List;
use super::names::names_the_reader;
use super::questions::status_question;
use super::review::{ChecklistItem, Part};
use super::wrong_date::day_of_interview;

/// The parts of the policy's table "Messages" for a purpose by a channel.
fn parts(purpose: Purpose, channel: Channel) -> Vec<Part> {
    use Part::{
        Acceptance, AnotherTime, Answer, CandidateName, ContactDetails, Deadline, Decision, FeedbackRequest,
        GoodWishes, Greeting, Interest, InterviewDate, Offer, OpenDoor, OtherOffer, Patience, Position,
        SignOff, SpecificReference, StatusQuestion, Strength, Subject, Thanks,
    };
    let own: &[Part] = match purpose {
        Purpose::ThankYou => &[Thanks, SpecificReference, Interest, Strength],
        Purpose::CheckIn => &[
            Thanks,
            Position,
            InterviewDate,
            SpecificReference,
            Interest,
            StatusQuestion,
            Offer,
        ],
        Purpose::SecondCheckIn => &[Position, InterviewDate, StatusQuestion, Interest],
        Purpose::Connect => &[Thanks, InterviewDate, Interest],
        Purpose::StayInTouch => &[Thanks, OpenDoor, GoodWishes],
        Purpose::ReplyToGoodNews => &[Thanks, Acceptance],
        Purpose::ReplyToRejection => &[Thanks, FeedbackRequest, OpenDoor],
        Purpose::ReplyToDelay => &[Thanks, Patience],
        Purpose::AnswerRequest => &[Answer, Offer],
        Purpose::ShareDeadline => &[OtherOffer, Deadline, Interest],
        Purpose::Withdraw => &[Decision, Thanks, GoodWishes],
        Purpose::AskToReschedule => &[InterviewDate, AnotherTime],
        Purpose::Prepare | Purpose::MoveOn => &[],
    };
    match channel {
        Channel::Email => {
            let mut parts = vec![Subject, Greeting];
            parts.extend_from_slice(own);
            parts.push(SignOff);
            if purpose == Purpose::CheckIn {
                parts.push(ContactDetails);
            }
            parts
        }
        Channel::Platform => [&[Greeting], own, &[SignOff]].concat(),
        Channel::Linkedin => {
            let short = |part: &&Part| !matches!(part, Strength | Offer);
            std::iter::once(&Greeting)
                .chain(own.iter().filter(short))
                .copied()
                .collect()
        }
        Channel::Phone if purpose.is_status_question() => {
            vec![
                Greeting,
                CandidateName,
                Position,
                InterviewDate,
                StatusQuestion,
                ContactDetails,
            ]
        }
        Channel::Phone => [&[Greeting, CandidateName], own, &[ContactDetails]].concat(),
    }
}

/// Every part with its place.
pub(super) fn checklist(case: &Case) -> Vec<ChecklistItem> {
    let item = |part| {
        let (present, at) = match part {
            Part::Subject => {
                let subject = case.subject.as_ref();
                let at = subject.map(|subject| span(&subject.text, &(0..subject.text.raw.len())));
                return ChecklistItem {
                    part,
                    present: at.is_some(),
                    span: at,
                };
            }
            // With nobody known by name there is nobody to name.
            Part::Greeting => (
                case.body.greeting.is_some() && case.known.people.is_empty() || names_the_reader(case),
                case.body.greeting.clone(),
            ),
            part => {
                let at = place(case, part);
                (at.is_some(), at)
            }
        };
        let at = at.filter(|_| present);
        ChecklistItem {
            part,
            present,
            span: at.map(|at| span(&case.body.text, &at)),
        }
    };
    parts(case.draft.purpose, case.draft.channel)
        .into_iter()
        .map(item)
        .collect()
}

fn place(case: &Case, part: Part) -> Option<Range<usize>> {
    let letter = &case.body;
    let list = |list| letter.first_in_body(list);
    match part {
        Part::Subject | Part::Greeting => None,
        Part::Thanks => content::thanks(case),
        Part::Position => {
            named(case, &case.known.position).or_else(|| word(case, &["role", "position", "job", "post"]))
        }
        Part::InterviewDate => {
            day_of_interview(letter, &case.known).and_then(|numbers| words(case, &numbers))
        }
        Part::SpecificReference => content::specific(case),
        Part::Interest => list(List::Interest),
        Part::Strength => strength(case),
        Part::StatusQuestion => status_question(letter),
        Part::Offer => list(List::Offer),
        Part::CandidateName => named(case, &case.known.candidate),
        Part::ContactDetails => {
            let details = contact::details(letter.text.raw);
            details.into_iter().next()
        }
        Part::Acceptance => list(List::Acceptance),
        Part::Patience => list(List::Patience),
        Part::Answer => letter
            .body_sentences()
            .find(|sentence| !letter.holds(sentence, List::Thanks))
            .map(|sentence| sentence.at.clone()),
        Part::OtherOffer => list(List::OtherOffer),
        Part::Deadline => letter.days.first().and_then(|day| words(case, &day.words)),
        Part::Decision => list(List::Decision),
        Part::AnotherTime => list(List::AnotherTime),
        Part::FeedbackRequest => list(List::Feedback),
        Part::OpenDoor => list(List::OpenDoor),
        Part::GoodWishes => list(List::Wishes),
        Part::SignOff => letter.sign_off.clone().or_else(|| letter.signature.clone()),
    }
}

/// The first word of the body that is part of a name of several words.
fn named(case: &Case, name: &[String]) -> Option<Range<usize>> {
    let letter = &case.body;
    let of_substance = |part: &&String| part.chars().count() > 2 || name.len() == 1;
    let parts: Vec<&String> = name.iter().filter(of_substance).collect();
    let mut own = letter.text.words.iter().enumerate();
    own.find(|(at, word)| letter.zone(*at) == Zone::Body && parts.contains(&&word.folded))
        .map(|(_, word)| word.at.clone())
}

fn word(case: &Case, words: &[&str]) -> Option<Range<usize>> {
    let mut own = case.body.text.words.iter();
    own.find(|word| words.contains(&word.folded.as_str()))
        .map(|word| word.at.clone())
}

fn words(case: &Case, numbers: &Range<usize>) -> Option<Range<usize>> {
    let words = case.body.text.words.get(numbers.clone())?;
    Some(words.first()?.at.start..words.last()?.at.end)
}

/// What the candidate brings: a strength of the facts, or words for one.
fn strength(case: &Case) -> Option<Range<usize>> {
    let letter = &case.body;
    let known = &case.known.strengths;
    let telling = [
        "experience",
        "background",
        "bring",
        "built",
        "led",
        "skills",
        "useful",
        "help",
        "contribute",
        "done",
        "worked",
        "years",
    ];
    let mut own = letter.text.words.iter().enumerate();
    own.find(|(at, word)| {
        letter.zone(*at) == Zone::Body
            && (known.contains(&word.folded) || telling.contains(&word.folded.as_str()))
    })
    .map(|(_, word)| word.at.clone())
}
