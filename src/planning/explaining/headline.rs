//! What to do now, in a sentence; each step's title and summary.

use crate::facts::{Channel, Purpose};
use crate::planning::channel;
use crate::planning::decision::{Draft, Instant};
use crate::planning::schedule::{State, Status};

use super::reach::spoken;
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
    let step = imperative(next, &people);
    if decision.state == State::BeforeInterview && !can_come_first(next.purpose) {
        if act_at < speech.interview.ended_at {
            return format!("First the interview; then {step}.");
        }
        return format!("First the interview; then {step} {when}.");
    }
    if addresses_a_bounce(speech, next) {
        return format!("Find another way to reach {people}: a message did not arrive. Then {step}.");
    }
    match next.purpose {
        Purpose::Prepare => prepare(speech, act_at, is_now),
        Purpose::MoveOn if is_now => {
            "No answer came: put your effort elsewhere now; the door stays open.".to_owned()
        }
        Purpose::MoveOn => {
            let day = speech.dates.day(act_at.date_naive());
            format!("Nothing to send; if nothing has come by {day}, put your effort elsewhere.")
        }
        Purpose::CheckIn | Purpose::SecondCheckIn | Purpose::Connect | Purpose::StayInTouch if !is_now => {
            wait_for(speech, next, act_at)
        }
        _ if is_now && next.status == Status::Due && closes_today(speech, next) => capital(&format!(
            "{step} now, by {} at their place.",
            Dates::hour(next.window.closes_at)
        )),
        Purpose::ThankYou if next.status == Status::Overdue => {
            capital(&format!("{step} {when}: late, so keep it short."))
        }
        Purpose::CheckIn if is_now && !decision.wait.thanked => {
            capital(&format!("{step} now, and open with your thanks."))
        }
        Purpose::ThankYou => capital(&format!("{step} {when}.")),
        Purpose::CheckIn
        | Purpose::SecondCheckIn
        | Purpose::Connect
        | Purpose::StayInTouch
        | Purpose::AskToReschedule
        | Purpose::ReplyToGoodNews
            if is_now =>
        {
            capital(&format!("{step} now."))
        }
        _ => capital(&format!("{when}, {step}.")),
    }
}

/// What may go out before the interview: it answers something, or makes the interview pointless.
fn can_come_first(purpose: Purpose) -> bool {
    purpose.is_reply() || matches!(purpose, Purpose::Withdraw | Purpose::ShareDeadline)
}

/// Whether the only way left is one by which a message bounced.
fn addresses_a_bounce(speech: &Speech, draft: &Draft) -> bool {
    draft
        .addressees
        .iter()
        .any(|addressee| channel::has_failed(speech.interview, addressee.person, addressee.channel))
}

fn closes_today(speech: &Speech, draft: &Draft) -> bool {
    draft.window.closes_at.date_naive() == speech.as_of.date_naive()
}

/// Preparing stands behind the message that is waited for.
fn prepare(speech: &Speech, act_at: Instant, is_now: bool) -> String {
    let pending = speech
        .decision
        .drafts
        .iter()
        .filter(|draft| draft.purpose.is_message());
    let message = pending
        .filter_map(|draft| Some((draft.act_at?, draft)))
        .min_by_key(|(act_at, _)| *act_at);
    let meanwhile = if is_now {
        "Use the time to prepare for the next round.".to_owned()
    } else {
        format!(
            "From {} prepare for the next round.",
            speech.dates.day(act_at.date_naive())
        )
    };
    match message {
        Some((act_at, message)) => format!("{} {meanwhile}", wait_for(speech, message, act_at)),
        None => format!("Nothing to send. {meanwhile}"),
    }
}

/// "Wait: they said Friday 13 March; write on Wednesday 18 March at 10:00 if nothing has come."
fn wait_for(speech: &Speech, draft: &Draft, act_at: Instant) -> String {
    let when = speech.dates.when(act_at);
    let people = speech.people(draft);
    if !draft.purpose.is_status_question() {
        let not_before = when.strip_prefix("on ").unwrap_or(&when);
        return format!(
            "Nothing to send before {not_before}; then {}.",
            imperative(draft, &people)
        );
    }
    match speech.decision.wait.stated {
        Some(stated) if stated >= speech.as_of.date_naive() && act_at.date_naive() > stated => {
            let stated = speech.dates.day(stated);
            let verb = if draft.channel == Some(Channel::Phone) {
                "call"
            } else {
                "write to"
            };
            format!("Wait: they said {stated}; {verb} {people} {when} if nothing has come.")
        }
        _ => {
            let not_before = when.strip_prefix("on ").unwrap_or(&when);
            format!(
                "Nothing to send before {not_before}; then {} if nothing has come.",
                imperative(draft, &people)
            )
        }
    }
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
        Purpose::ThankYou | Purpose::Connect => format!("send {} to {people}", noun(draft.purpose)),
        Purpose::StayInTouch => format!("write {people} a friendly line to stay in touch"),
        Purpose::Prepare => "prepare for the next round".to_owned(),
        Purpose::CheckIn => format!("check in with {people}"),
        Purpose::SecondCheckIn => format!("check in with {people} a second and last time"),
        Purpose::MoveOn => "put your effort elsewhere".to_owned(),
        Purpose::ReplyToGoodNews => format!("answer {people}'s good news"),
        Purpose::ReplyToRejection => format!("thank {people} for the answer and ask for feedback"),
        Purpose::ReplyToDelay => format!("thank {people} for letting you know"),
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
    let people = speech.people(draft);
    let step = imperative(draft, &people);
    let act_at = match (draft.status, draft.act_at) {
        (Status::Done, _) => return format!("{}: done.", capital(&step)),
        (Status::NotNeeded, _) | (_, None) => return format!("{}: not needed. {because}", capital(&step)),
        (_, Some(act_at)) => act_at,
    };
    let when = speech.dates.when(act_at);
    match draft.channel {
        None if act_at <= speech.as_of => format!("{} now. {because}", capital(&step)),
        None => format!("From {} {step}. {because}", speech.dates.day(act_at.date_naive())),
        Some(channel) => {
            let by = if draft.purpose == Purpose::Connect {
                String::new()
            } else {
                format!(" by {}", spoken(channel))
            };
            let waits = draft.purpose.is_status_question() && act_at > speech.as_of;
            let condition = if waits { " if nothing has come" } else { "" };
            capital(&format!("{when}{by}: {step}{condition}. {because}"))
        }
    }
}

/// The step's message in a few words.
pub(super) const fn noun(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::ThankYou => "your thank-you",
        Purpose::Prepare => "your preparation",
        Purpose::CheckIn => "your check-in",
        Purpose::SecondCheckIn => "your second check-in",
        Purpose::Connect => "your LinkedIn note",
        Purpose::MoveOn => "moving on",
        Purpose::StayInTouch => "your word to stay in touch",
        Purpose::ReplyToGoodNews | Purpose::ReplyToDelay | Purpose::AnswerRequest => "your answer",
        Purpose::ReplyToRejection => "your answer to the rejection",
        Purpose::ShareDeadline => "your word about the other offer",
        Purpose::Withdraw => "your withdrawal",
        Purpose::AskToReschedule => "your offer of another time",
    }
}
