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
    let step = deed(next.purpose, &people).concat();
    if decision.state == State::BeforeInterview && !can_come_first(next.purpose) {
        if act_at < speech.interview.ended_at {
            return ["First the interview; then ", &step, "."].concat();
        }
        return ["First the interview; then ", &step, " ", &when, "."].concat();
    }
    if addresses_a_bounce(speech, next) {
        return [
            "Find another way to reach ",
            &people,
            ": a message did not arrive. Then ",
            &step,
            ".",
        ]
        .concat();
    }
    match next.purpose {
        Purpose::Prepare => prepare(speech, act_at, is_now),
        Purpose::MoveOn if is_now => {
            "No answer came: put your effort elsewhere now; the door stays open.".to_owned()
        }
        Purpose::MoveOn => {
            let day = speech.dates.day(act_at.date_naive());
            [
                "Nothing to send; if nothing has come by ",
                &day,
                ", put your effort elsewhere.",
            ]
            .concat()
        }
        Purpose::CheckIn | Purpose::SecondCheckIn | Purpose::Connect | Purpose::StayInTouch if !is_now => {
            wait_for(speech, next, act_at)
        }
        _ if is_now && next.status == Status::Due && closes_today(speech, next) => {
            let hour = Dates::hour(next.window.closes_at);
            capital([&*step, " now, by ", &hour, " at their place."].concat())
        }
        Purpose::ThankYou if next.status == Status::Overdue => {
            capital([&*step, " ", &when, ": late, so keep it short."].concat())
        }
        Purpose::CheckIn if is_now && !decision.wait.thanked => {
            capital([&*step, " now, and open with your thanks."].concat())
        }
        Purpose::ThankYou => capital([&*step, " ", &when, "."].concat()),
        Purpose::CheckIn
        | Purpose::SecondCheckIn
        | Purpose::Connect
        | Purpose::StayInTouch
        | Purpose::AskToReschedule
        | Purpose::ReplyToGoodNews
            if is_now =>
        {
            capital([&*step, " now."].concat())
        }
        _ => capital([&*when, ", ", &step, "."].concat()),
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
    let mut text = match message {
        Some((act_at, message)) => wait_for(speech, message, act_at),
        None => "Nothing to send.".to_owned(),
    };
    if is_now {
        text.push_str(" Use the time to prepare for the next round.");
    } else {
        let day = speech.dates.day(act_at.date_naive());
        text.push_str(&[" From ", &day, " prepare for the next round."].concat());
    }
    text
}

/// "Wait: they said Friday 13 March; write on Wednesday 18 March at 10:00 if nothing has come."
fn wait_for(speech: &Speech, draft: &Draft, act_at: Instant) -> String {
    let when = speech.dates.when(act_at);
    let not_before = when.strip_prefix("on ").unwrap_or(&when);
    let people = speech.people(draft);
    let [before, them, after] = deed(draft.purpose, &people);
    if !draft.purpose.is_status_question() {
        return [
            "Nothing to send before ",
            not_before,
            "; then ",
            before,
            them,
            after,
            ".",
        ]
        .concat();
    }
    match speech.decision.wait.stated {
        Some(stated) if stated >= speech.as_of.date_naive() && act_at.date_naive() > stated => {
            let stated = speech.dates.day(stated);
            let verb = if draft.channel == Some(Channel::Phone) {
                "; call "
            } else {
                "; write to "
            };
            [
                "Wait: they said ",
                &stated,
                verb,
                &people,
                " ",
                &when,
                " if nothing has come.",
            ]
            .concat()
        }
        _ => [
            "Nothing to send before ",
            not_before,
            "; then ",
            before,
            them,
            after,
            " if nothing has come.",
        ]
        .concat(),
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

/// A sentence of ours with a capital letter in front: each begins with a word of ours, so with a letter of ASCII.
fn capital(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The step as something to do, the people in the middle: "send your thank-you to " "Sam Okafor" "".
fn deed(purpose: Purpose, people: &str) -> [&str; 3] {
    let (before, after) = match purpose {
        Purpose::ThankYou => ("send your thank-you to ", ""),
        Purpose::Connect => ("send your LinkedIn note to ", ""),
        Purpose::StayInTouch => ("write ", " a friendly line to stay in touch"),
        Purpose::Prepare => return ["prepare for the next round", "", ""],
        Purpose::CheckIn => ("check in with ", ""),
        Purpose::SecondCheckIn => ("check in with ", " a second and last time"),
        Purpose::MoveOn => return ["put your effort elsewhere", "", ""],
        Purpose::ReplyToGoodNews => ("answer ", "'s good news"),
        Purpose::ReplyToRejection => ("thank ", " for the answer and ask for feedback"),
        Purpose::ReplyToDelay => ("thank ", " for letting you know"),
        Purpose::AnswerRequest => ("send ", " what they asked for"),
        Purpose::ShareDeadline => ("tell ", " by when you must answer the other offer"),
        Purpose::Withdraw => ("tell ", " that you withdraw"),
        Purpose::AskToReschedule => ("offer ", " another time"),
    };
    [before, people, after]
}

/// The step in a few words: "Check in with Sam Okafor".
pub(in crate::planning) fn title(draft: &Draft, people: &str) -> String {
    capital(deed(draft.purpose, people).concat())
}

/// What to do and why, in one breath.
pub(in crate::planning) fn summary(speech: &Speech, draft: &Draft, people: &str, because: &str) -> String {
    let [before, them, after] = deed(draft.purpose, people);
    let act_at = match (draft.status, draft.act_at) {
        (Status::Done, _) => return capital([before, them, after, ": done."].concat()),
        (Status::NotNeeded, _) | (_, None) => {
            return capital([before, them, after, ": not needed. ", because].concat());
        }
        (_, Some(act_at)) => act_at,
    };
    match draft.channel {
        None if act_at <= speech.as_of => capital([before, them, after, " now. ", because].concat()),
        None => {
            let day = speech.dates.day(act_at.date_naive());
            ["From ", &day, " ", before, them, after, ". ", because].concat()
        }
        Some(channel) => {
            let when = speech.dates.when(act_at);
            let (by, channel) = if draft.purpose == Purpose::Connect {
                ("", "")
            } else {
                (" by ", spoken(channel))
            };
            let waits = draft.purpose.is_status_question() && act_at > speech.as_of;
            let condition = if waits { " if nothing has come" } else { "" };
            capital(
                [
                    &*when, by, channel, ": ", before, them, after, condition, ". ", because,
                ]
                .concat(),
            )
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
