//! What to do now, in a sentence; each step's title and summary.

use crate::facts::Purpose;
use crate::planning::decision::Draft;
use crate::planning::schedule::{State, Status};

use super::reasons::{noun, spoken};
use super::{Dates, Speech};

/// What to do now: a plain sentence that a person could act on.
pub(in crate::planning) fn headline(speech: &Speech) -> String {
    let decision = speech.decision;
    let next = decision.next.and_then(|index| decision.drafts.get(index));
    let Some(next) = next else {
        return nothing_left(speech);
    };
    let Some(act_at) = next.act_at else {
        return nothing_left(speech);
    };
    let when = speech.dates.when(act_at);
    let people = speech.people(next);
    let is_now = act_at <= speech.as_of;
    if decision.state == State::BeforeInterview {
        return format!("First the interview; then {} {when}.", imperative(next, &people));
    }
    match next.purpose {
        Purpose::Prepare if is_now => {
            "Nothing to send now: use the time to prepare for the next round.".to_owned()
        }
        Purpose::Prepare => format!("Nothing to send for now; prepare for the next round {when}."),
        Purpose::MoveOn if is_now => {
            "No answer came to your questions: put your effort elsewhere; the door stays open.".to_owned()
        }
        Purpose::MoveOn => format!("Nothing to send: if nothing has come {when}, put your effort elsewhere."),
        Purpose::CheckIn | Purpose::SecondCheckIn if !is_now => match decision.wait.stated {
            Some(stated) if stated >= speech.as_of.date_naive() && act_at.date_naive() > stated => format!(
                "Wait: they said {}; write to {people} {when} if nothing has come.",
                speech.dates.day(stated)
            ),
            _ => format!(
                "Nothing to send before {}; then {} if nothing has come.",
                bare(speech, act_at),
                imperative(next, &people)
            ),
        },
        Purpose::ThankYou if next.status == Status::Due && !is_now => {
            capital(&format!("{} {when} (their time).", imperative(next, &people)))
        }
        _ if is_now
            && next.status == Status::Due
            && next.window.closes_at.date_naive() == speech.as_of.date_naive() =>
        {
            capital(&format!(
                "{} now, by {} at their place.",
                imperative(next, &people),
                Dates::hour(next.window.closes_at)
            ))
        }
        _ => capital(&format!("{} {when}.", imperative(next, &people))),
    }
}

fn bare(speech: &Speech, act_at: crate::planning::decision::Instant) -> String {
    let when = speech.dates.when(act_at);
    when.strip_prefix("on ").map_or(when.clone(), str::to_owned)
}

fn nothing_left(speech: &Speech) -> String {
    let text = match speech.decision.state {
        State::NotHeld => {
            "The interview did not take place; nothing is to be sent. Send the new one's facts once it has a date."
        }
        State::Withdrawn => "You have withdrawn; nothing is left to do.",
        State::GoodNews => "You have answered their good news; nothing is left to do here.",
        State::Rejected => "They decided, and you have answered; nothing is left to do.",
        State::ClosedBySilence => {
            "No answer came, and nothing more is worth sending; put your effort elsewhere."
        }
        State::BeforeInterview
        | State::InformationRequested
        | State::ThanksDue
        | State::CheckInDue
        | State::AwaitingDecision => "Nothing is left to send; wait for their answer.",
    };
    text.to_owned()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The step as something to do: "send your thank-you to Sam Okafor".
fn imperative(draft: &Draft, people: &str) -> String {
    match draft.purpose {
        Purpose::ThankYou | Purpose::Connect | Purpose::StayInTouch => {
            format!("send {} to {people}", noun(draft.purpose))
        }
        Purpose::Prepare => "prepare for the next round".to_owned(),
        Purpose::CheckIn => format!("check in with {people}"),
        Purpose::SecondCheckIn => format!("check in with {people} a second and last time"),
        Purpose::MoveOn => "put your effort elsewhere".to_owned(),
        Purpose::ReplyToGoodNews => format!("answer {people}'s good news"),
        Purpose::ReplyToRejection => format!("thank {people} for the answer and ask for feedback"),
        Purpose::ReplyToDelay => format!("thank {people} for the word"),
        Purpose::AnswerRequest => format!("send {people} what they asked for"),
        Purpose::ShareDeadline => format!("tell {people} by when you must answer the other offer"),
        Purpose::Withdraw => format!("tell {people} that you withdraw"),
        Purpose::AskToReschedule => format!("offer {people} another time"),
    }
}

/// The step in a few words: "Check in with Sam Okafor".
pub(in crate::planning) fn title(speech: &Speech, draft: &Draft) -> String {
    capital(&imperative(draft, &speech.people(draft)))
}

/// What to do and why, in one breath.
pub(in crate::planning) fn summary(speech: &Speech, draft: &Draft, because: &str) -> String {
    let title = title(speech, draft);
    match (draft.status, draft.act_at) {
        (Status::Done, _) => format!("{title}: done."),
        (Status::NotNeeded, _) | (_, None) => format!("{title}: not needed. {because}"),
        (_, Some(act_at)) => {
            let by = draft
                .channel
                .map(|channel| format!(" by {}", spoken(channel)))
                .unwrap_or_default();
            format!("{title}{by} {}. {because}", speech.dates.when(act_at))
        }
    }
}
