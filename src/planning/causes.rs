//! Steps that something gave cause for: their messages, another offer, a withdrawal, an interviewer who did not come.

use crate::calendar::Hours;
use crate::facts::{Channel, CompetingOffer, Outcome, Purpose, Received};
use crate::guidance::parameters as figure;

use super::courtesies::hours;
use super::decision::{Instant, Move};
use super::moved::{Moved, pin};
use super::schedule::Window;
use super::situation::Situation;

/// The step that answers a message of theirs; a note of absence has none.
pub(super) const fn answering(outcome: Outcome) -> Option<Purpose> {
    match outcome {
        Outcome::NextRound | Outcome::Offer => Some(Purpose::ReplyToGoodNews),
        Outcome::Rejection => Some(Purpose::ReplyToRejection),
        Outcome::StillDeciding | Outcome::Acknowledged => Some(Purpose::ReplyToDelay),
        Outcome::InformationRequest => Some(Purpose::AnswerRequest),
        Outcome::OutOfOffice => None,
    }
}

/// The window of an answer, counted from when their message came in.
pub(super) fn reply(situation: &Situation, purpose: Purpose, to: &Received, channel: Channel) -> Moved {
    let received_at = to.at;
    let working_days = |n| situation.closing(situation.wd(received_at.date_naive(), n));
    let after = |hours: i64| situation.after_hours(received_at, hours);
    let (best_at, closes_at) = match purpose {
        Purpose::ReplyToGoodNews => (
            soon_after(
                situation,
                purpose,
                after(figure::REPLY_TO_GOOD_NEWS_BEST_H),
                channel,
            ),
            working_days(figure::REPLY_TO_GOOD_NEWS_CLOSES_WD)
                .max(after(figure::REPLY_TO_GOOD_NEWS_CLOSES_H)),
        ),
        Purpose::ReplyToRejection => (
            situation.slot(after(figure::REPLY_TO_REJECTION_BEST_H), hours(purpose, channel)),
            working_days(figure::REPLY_TO_REJECTION_CLOSES_WD),
        ),
        Purpose::AnswerRequest => (
            situation.slot(after(figure::ANSWER_REQUEST_BEST_H), hours(purpose, channel)),
            working_days(figure::ANSWER_REQUEST_CLOSES_WD),
        ),
        _ => (
            situation.slot(after(figure::REPLY_TO_DELAY_BEST_H), hours(purpose, channel)),
            working_days(figure::REPLY_TO_DELAY_CLOSES_WD),
        ),
    };
    pinned(
        situation,
        purpose,
        channel,
        Window {
            opens_at: received_at,
            best_at,
            closes_at,
        },
    )
}

/// A written message at the given moment or the next polite one; a call in the next hours for calls.
fn soon_after(situation: &Situation, purpose: Purpose, instant: Instant, channel: Channel) -> Instant {
    match hours(purpose, channel) {
        Hours::AnyDay => situation.polite(instant),
        office => situation.slot(instant, office),
    }
}

fn pinned(situation: &Situation, purpose: Purpose, channel: Channel, window: Window) -> Moved {
    let mut moved = Moved::new(window);
    pin(situation, purpose, Some(channel), &mut moved);
    moved
}

/// The last moment at which telling them of the other offer still helps: 20:00 on the day by which it must be answered.
pub(super) fn last_moment(situation: &Situation, offer: &CompetingOffer) -> Instant {
    situation.at(offer.answer_by, figure::SHARE_DEADLINE_LAST_MINUTE_OF_DAY)
}

/// Telling them of the other offer's deadline.
pub(super) fn share_deadline(situation: &Situation, offer: &CompetingOffer, channel: Channel) -> Moved {
    let opens_at = offer.received_at.max(situation.interview.ended_at);
    let last = last_moment(situation, offer);
    let soon = situation.after_hours(opens_at, figure::SHARE_DEADLINE_BEST_H);
    let mut moves = Vec::new();
    let mut best_at = situation.slot(soon, hours(Purpose::ShareDeadline, channel));
    if best_at > last {
        best_at = situation.slot(soon, Hours::AnyDay);
        moves.push(Move::NoTimeForOfficeHours);
    }
    let next_day = situation.wd(opens_at.date_naive(), figure::SHARE_DEADLINE_CLOSES_WD);
    let closes_at = situation.closing(next_day).min(last).max(best_at);
    let mut telling = Moved::new(Window {
        opens_at,
        best_at,
        closes_at,
    });
    telling.moves = moves;
    pin(situation, Purpose::ShareDeadline, Some(channel), &mut telling);
    telling
}

/// Taking back the application, counted from the decision.
pub(super) fn withdraw(situation: &Situation, decided_at: Instant, channel: Channel) -> Moved {
    let soon = situation.after_hours(decided_at, figure::WITHDRAW_BEST_H);
    let best_at = soon_after(situation, Purpose::Withdraw, soon, channel);
    let closes_at = situation.closing(situation.wd(decided_at.date_naive(), figure::WITHDRAW_CLOSES_WD));
    pinned(
        situation,
        Purpose::Withdraw,
        channel,
        Window {
            opens_at: decided_at,
            best_at,
            closes_at,
        },
    )
}

/// Asking for another time, counted from when the interview should have begun.
pub(super) fn ask_to_reschedule(situation: &Situation, channel: Channel) -> Moved {
    let started_at = situation.interview.started_at;
    let opens_at = situation.after(started_at, figure::ASK_TO_RESCHEDULE_OPENS_MIN);
    let best_at = situation.slot(opens_at, hours(Purpose::AskToReschedule, channel));
    let next_day = situation.wd(started_at.date_naive(), figure::ASK_TO_RESCHEDULE_CLOSES_WD);
    let closes_at = situation.at(next_day, figure::ASK_TO_RESCHEDULE_CLOSES_MINUTE_OF_DAY);
    pinned(
        situation,
        Purpose::AskToReschedule,
        channel,
        Window {
            opens_at,
            best_at,
            closes_at,
        },
    )
}
