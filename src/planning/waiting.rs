//! The present wait for an answer: when it began, by when a decision was announced, and what was asked since.

use chrono::NaiveDate;

use crate::facts::{DelayReason, Interview, Outcome, Purpose, Sent};
use crate::guidance::parameters as figure;

use super::StatedBy;
use super::decision::Instant;
use super::situation::{Situation, later};

/// The wait that the status questions and `move_on` belong to.
#[derive(Clone, Debug)]
pub(super) struct Waiting<'a> {
    /// The policy's D0 for status questions: moved by a background check.
    pub(super) from: NaiveDate,
    /// The day on which the wait itself began: the interview's, or that of the reply.
    pub(super) began: NaiveDate,
    /// T.
    pub(super) stated: Option<NaiveDate>,
    pub(super) stated_by: StatedBy,
    /// Whether they invited a question once T has passed.
    pub(super) invites_contact: bool,
    /// Whether a reply of theirs started it afresh.
    pub(super) fresh: bool,
    /// Status questions that arrived in this wait, oldest first.
    pub(super) asked: Vec<&'a Sent>,
}

impl Waiting<'_> {
    /// R: the stated day, or the next working day.
    pub(super) fn stated_working_day(&self, situation: &Situation) -> Option<NaiveDate> {
        self.stated.map(|stated| situation.roll(stated))
    }
}

/// Works out the present wait. `answer_at` is when an information request that is still open is to be answered.
pub(super) fn present_wait<'a>(situation: &Situation<'a>, answer_at: Option<Instant>) -> Waiting<'a> {
    let interview = situation.interview;
    let calendar = &interview.calendar;
    let day = interview.day();
    let mut stated = interview.timeline.map(|timeline| timeline.day(day, calendar));
    let mut invites_contact = interview
        .timeline
        .is_some_and(|timeline| timeline.invites_contact);
    let mut is_range = interview.timeline.is_some_and(|timeline| timeline.min.is_some());
    let mut began = day;
    let mut since: Option<Instant> = None;
    let mut said_in_reply = false;

    let restart = situation
        .replies
        .iter()
        .rposition(|reply| starts_afresh(reply.outcome));
    for reply in situation
        .replies
        .iter()
        .take(restart.map_or(0, |index| index + 1))
    {
        said_in_reply = reply.timeline.is_some();
        if let Some(timeline) = reply.timeline {
            stated = Some(timeline.day(reply.at.date_naive(), calendar));
            invites_contact = timeline.invites_contact;
            is_range = timeline.min.is_some();
        }
    }
    if let Some(reply) = restart.and_then(|index| situation.replies.get(index)) {
        began = reply.at.date_naive();
        since = Some(reply.at);
        if reply.outcome == Outcome::InformationRequest {
            let answer = situation
                .answer(Purpose::AnswerRequest, reply.at)
                .map(|sent| sent.at);
            began = answer.or(answer_at).map_or(began, |at| at.date_naive());
            since = answer.or(since);
        }
    }

    let fresh = since.is_some();
    let mut by_delay = false;
    if fresh && !said_in_reply {
        stated = stated.filter(|stated| *stated > began);
    }
    if !(fresh && said_in_reply) {
        let until = last_delay_end(interview, began);
        by_delay = until > stated;
        stated = stated.max(until);
    }
    let checks_background = interview
        .delays
        .iter()
        .any(|delay| delay.reason == DelayReason::BackgroundCheck && delay.until.is_none());
    let from = if stated.is_none() && checks_background {
        later(began, figure::BACKGROUND_CHECK_DAYS.unsigned_abs())
    } else {
        began
    };
    let asked = interview
        .sent
        .iter()
        .filter(|sent| sent.purpose.is_status_question() && sent.delivered)
        .filter(|sent| since.is_none_or(|since| sent.at >= since))
        .collect();
    let stated_by = match (by_delay, is_range) {
        (true, _) => StatedBy::Delay,
        (false, true) => StatedBy::RangeOfTheirs,
        (false, false) => StatedBy::Them,
    };
    Waiting {
        from,
        began,
        stated,
        stated_by,
        invites_contact,
        fresh,
        asked,
    }
}

/// The day by which a decision was announced at the interview itself.
pub(super) fn stated_at_interview(situation: &Situation) -> Option<NaiveDate> {
    let interview = situation.interview;
    let day = interview.day();
    let stated = interview
        .timeline
        .map(|timeline| timeline.day(day, &interview.calendar));
    stated.max(last_delay_end(interview, day))
}

/// The last end of a delay that lies after the day.
fn last_delay_end(interview: &Interview, day: NaiveDate) -> Option<NaiveDate> {
    let ends = interview.delays.iter().filter_map(|delay| delay.until);
    ends.filter(|until| *until > day).max()
}

/// Whether a reply of this kind starts the wait afresh.
fn starts_afresh(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::StillDeciding | Outcome::Acknowledged | Outcome::InformationRequest
    )
}
