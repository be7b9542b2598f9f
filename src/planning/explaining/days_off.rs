//! The days that were passed over on the way to a step, and why.

use chrono::TimeDelta;

use crate::facts::Purpose;
use crate::guidance::parameters as figure;
use crate::planning::decision::Draft;

use super::Speech;

/// The days that were passed over on the way to the best moment.
pub(super) fn passed_over(speech: &Speech, draft: &Draft) -> Option<String> {
    let wait = &speech.decision.wait;
    let interview = speech.interview;
    let sentence = |introduction, from, to| {
        let passed = speech
            .dates
            .passed_over(introduction, &interview.calendar, from, to);
        passed.map(|mut passed| {
            passed.push('.');
            passed
        })
    };
    let from = match draft.purpose {
        Purpose::CheckIn => wait
            .stated
            .map_or(wait.from, |stated| stated.pred_opt().unwrap_or(stated)),
        Purpose::SecondCheckIn | Purpose::MoveOn => speech
            .decision
            .draft(if draft.purpose == Purpose::MoveOn {
                Purpose::SecondCheckIn
            } else {
                Purpose::CheckIn
            })
            .filter(|earlier| earlier.is_pending())?
            .day(),
        Purpose::Connect => interview.day(),
        Purpose::ThankYou => {
            let two_days = interview.ended_at + TimeDelta::hours(figure::THANK_YOU_CLOSES_H);
            let closing_day = interview.zone.local(two_days).date_naive();
            if interview.calendar.is_working_day(closing_day) {
                return None;
            }
            let before = closing_day.pred_opt()?;
            let to = draft.window.closes_at.date_naive();
            return sentence(
                "Forty-eight hours end on a day off, so noon of the next working day still counts: ",
                before,
                to,
            );
        }
        Purpose::ReplyToGoodNews
        | Purpose::ReplyToRejection
        | Purpose::ReplyToDelay
        | Purpose::AnswerRequest
        | Purpose::ShareDeadline
        | Purpose::Withdraw
        | Purpose::AskToReschedule => draft.window.opens_at.date_naive().pred_opt()?,
        Purpose::Prepare | Purpose::StayInTouch => return None,
    };
    let to = match draft.purpose {
        Purpose::CheckIn | Purpose::SecondCheckIn | Purpose::MoveOn | Purpose::Connect => {
            draft.window.best_at
        }
        _ => draft.window.closes_at,
    };
    sentence("Days off on the way: ", from, to.date_naive())
}
