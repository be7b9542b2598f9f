//! The decision itself: every step's window, status and moment, the state and the next step.

use crate::facts::{Interview, InterviewStatus, Outcome, Purpose};

use super::board::{Board, Subject, fate};
use super::causes;
use super::courtesies;
use super::decision::{Decision, Draft, Instant, Row, WhyNot};
use super::questions;
use super::schedule::{State, Status};
use super::situation::Situation;
use super::waiting::{present_wait, stated_at_interview};
use super::{StatedBy, Wait};

/// Decides everything for the interview at the instant.
pub(super) fn decide(interview: &Interview, as_of: Instant) -> Decision {
    let situation = Situation::new(interview, as_of);
    if interview.status == InterviewStatus::Held {
        after_interview(&situation)
    } else {
        not_held(&situation)
    }
}

/// An interview that did not take place: another time is asked for if the interviewer stayed away; a withdrawal is told.
fn not_held(situation: &Situation) -> Decision {
    let interview = situation.interview;
    let mut board = Board::new(situation);
    // Their replies are about the interview that did not happen; only a withdrawal ends it.
    board.end = board.end.filter(|end| *end == WhyNot::Withdrawn);
    if interview.status == InterviewStatus::InterviewerAbsent {
        let step = Subject::new(situation, Purpose::AskToReschedule);
        let moved = causes::ask_to_reschedule(situation, step.channel);
        let they_wrote = situation.interview.received.iter().any(|entry| {
            entry.at > interview.started_at && !entry.automated && entry.outcome != Outcome::OutOfOffice
        });
        let done = situation.delivered(Purpose::AskToReschedule).next().is_some();
        let why_not = board
            .ruled_out(Purpose::AskToReschedule)
            .or(they_wrote.then_some(WhyNot::TheyWrote));
        board.place(step, moved, fate(done, why_not));
    }
    board.withdraw();
    let wait = Wait {
        from: interview.day(),
        stated: None,
        stated_by: StatedBy::Them,
        fresh: false,
        thanked: false,
    };
    board.finish(State::NotHeld, None, wait, Vec::new())
}

fn after_interview(situation: &Situation) -> Decision {
    let mut board = Board::new(situation);
    board.replies();
    let answer_at = board
        .draft(Purpose::AnswerRequest)
        .filter(|draft| draft.is_pending())
        .and_then(|draft| draft.act_at);
    let waiting = present_wait(situation, answer_at);
    let first_stated = if waiting.fresh {
        stated_at_interview(situation)
    } else {
        waiting.stated
    };
    let row = questions::row(situation, &waiting);
    board.withdraw();
    board.share_deadline();

    let check_in = Subject::new(situation, Purpose::CheckIn);
    let thanks = courtesies::thank_you(situation, first_stated);
    let late = courtesies::late_thanks(situation, thanks.window.closes_at);
    let channel = Some(check_in.channel);
    let by_row = questions::check_in_row(situation, &waiting, row, channel);
    let unpushed = questions::unpushed_check_in(situation, by_row, channel);
    let pushed = questions::check_in(situation, &waiting, by_row, channel, late);
    board.thank_you(thanks, &waiting, &unpushed);
    board.prepare();
    let best_after_stated = pushed.window.best_at.date_naive();
    board.check_in(check_in, pushed, &waiting);
    board.second_check_in(&waiting);
    board.move_on(&waiting);
    board.connect(&waiting);
    board.stay_in_touch();

    let state = state(&board);
    let wait = Wait {
        from: waiting.from,
        stated: waiting.stated,
        stated_by: waiting.stated_by,
        fresh: waiting.fresh,
        thanked: situation.delivered(Purpose::ThankYou).next().is_some()
            || board.draft(Purpose::ThankYou).is_some_and(Draft::is_pending),
    };
    let spent = [Purpose::CheckIn, Purpose::SecondCheckIn];
    let spent = spent
        .into_iter()
        .filter(|purpose| questions::is_spent(situation, &waiting, *purpose))
        .collect();
    let mut decision = board.finish(state, Some(row), wait, spent);
    decision.before_stated_date = matches!(row, Row::OneWeekWished | Row::TwoWeeksWished)
        && waiting.stated.is_some_and(|stated| best_after_stated <= stated);
    decision
}

/// The first state that holds.
fn state(board: &Board) -> State {
    let situation = board.situation;
    let as_of = situation.as_of;
    let pending = |purpose| board.draft(purpose).filter(|draft| draft.is_pending());
    let open_request = situation.last_reply().is_some_and(|reply| {
        reply.outcome == Outcome::InformationRequest
            && situation.answer(Purpose::AnswerRequest, reply.at).is_none()
    });
    let thanks_due = pending(Purpose::ThankYou).is_some_and(|draft| draft.status != Status::Upcoming);
    let asks = |purpose| pending(purpose).is_some_and(|draft| as_of >= draft.window.best_at);
    if as_of < situation.interview.ended_at {
        return State::BeforeInterview;
    }
    match board.end {
        Some(WhyNot::Withdrawn) => State::Withdrawn,
        Some(WhyNot::GoodNews) => State::GoodNews,
        Some(WhyNot::Rejected) => State::Rejected,
        _ if open_request => State::InformationRequested,
        _ if board
            .draft(Purpose::MoveOn)
            .is_some_and(|draft| as_of >= draft.window.opens_at) =>
        {
            State::ClosedBySilence
        }
        _ if thanks_due => State::ThanksDue,
        _ if asks(Purpose::CheckIn) || asks(Purpose::SecondCheckIn) => State::CheckInDue,
        _ => State::AwaitingDecision,
    }
}
