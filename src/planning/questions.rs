//! The status questions and what follows them when no answer comes: check-in, second check-in, moving on.

use chrono::NaiveDate;

use crate::calendar::Hours;
use crate::facts::{Channel, Industry, Interview, Purpose, Stage, StrategyPreference};
use crate::guidance::parameters as figure;

use super::decision::{Draft, Instant, Move, Row};
use super::moved::{Moved, keep_quiet, not_before, pin};
use super::schedule::Window;
use super::situation::{Situation, later};
use super::waiting::Waiting;

/// The row of the policy's table that sets the check-in's window.
pub(super) fn row(situation: &Situation, waiting: &Waiting) -> Row {
    let interview = situation.interview;
    match interview.preferences.strategy {
        StrategyPreference::OneWeek => return Row::OneWeekWished,
        StrategyPreference::TwoWeek => return Row::TwoWeeksWished,
        StrategyPreference::Immediate if !waiting.fresh => return Row::Immediate,
        StrategyPreference::Immediate | StrategyPreference::AsNeeded | StrategyPreference::Auto => {}
    }
    match (waiting.stated, interview.employer.industry) {
        (Some(_), _) if waiting.invites_contact => Row::Invited,
        (Some(_), _) => Row::StatedDate,
        (None, Some(Industry::Education | Industry::PublicSector)) => Row::SlowSector,
        (None, _) if interview.stage == Stage::Final => Row::FinalRound,
        (None, _) => Row::OneWeek,
    }
}

/// The check-in's window before anything moves it.
pub(super) fn check_in_row(
    situation: &Situation,
    waiting: &Waiting,
    row: Row,
    channel: Option<Channel>,
) -> Window {
    let from = waiting.from;
    let wd = |day, n| situation.wd(day, n);
    let (opens, best, closes) = match row {
        Row::StatedDate | Row::Invited => {
            let stated = waiting.stated_working_day(situation).unwrap_or(from);
            let best = if row == Row::Invited {
                figure::CHECK_IN_INVITED_BEST_AFTER_DATE_WD
            } else {
                figure::CHECK_IN_BEST_AFTER_DATE_WD
            };
            (
                wd(stated, figure::CHECK_IN_OPENS_AFTER_DATE_WD),
                wd(stated, best),
                wd(stated, figure::CHECK_IN_CLOSES_AFTER_DATE_WD),
            )
        }
        Row::SlowSector => (
            wd(from, figure::CHECK_IN_SLOW_OPENS_WD),
            wd(from, figure::CHECK_IN_SLOW_BEST_WD),
            wd(from, figure::CHECK_IN_SLOW_CLOSES_WD),
        ),
        Row::FinalRound | Row::TwoWeeksWished => {
            let two_weeks = situation.roll(later(from, figure::CHECK_IN_FINAL_BEST_DAYS.unsigned_abs()));
            let best = two_weeks.max(wd(from, figure::CHECK_IN_FINAL_BEST_AT_LEAST_WD));
            (
                wd(from, figure::CHECK_IN_FINAL_OPENS_WD),
                best,
                wd(best, figure::CHECK_IN_FINAL_CLOSES_AFTER_BEST_WD),
            )
        }
        Row::OneWeek | Row::OneWeekWished => {
            let a_week = situation.roll(later(from, figure::CHECK_IN_ONE_WEEK_DAYS.unsigned_abs()));
            let best = a_week.max(wd(from, figure::CHECK_IN_ONE_WEEK_AT_LEAST_WD));
            (
                best,
                best,
                wd(from, figure::CHECK_IN_ONE_WEEK_CLOSES_WD).max(best),
            )
        }
        Row::Immediate => {
            let ended_at = situation.interview.ended_at;
            let opens_at = situation.after_hours(ended_at, figure::CHECK_IN_IMMEDIATE_OPENS_H);
            let two_days = situation.after_hours(ended_at, figure::CHECK_IN_IMMEDIATE_CLOSES_H);
            return Window {
                opens_at,
                best_at: situation.slot(opens_at, office_hours(channel)),
                closes_at: situation.closing(situation.roll(two_days.date_naive())),
            };
        }
    };
    Window {
        opens_at: situation.opening(opens),
        best_at: situation.best(best, channel),
        closes_at: situation.closing(closes),
    }
}

/// Office hours by the channel.
pub(super) fn office_hours(channel: Option<Channel>) -> Hours {
    if channel == Some(Channel::Phone) {
        Hours::Phone
    } else {
        Hours::Office
    }
}

/// The check-in's window by its row, moved. `late_thanks` is the day on which thanks went out after their window had closed.
pub(super) fn check_in(
    situation: &Situation,
    waiting: &Waiting,
    by_row: Window,
    channel: Option<Channel>,
    late_thanks: Option<NaiveDate>,
) -> Moved {
    let mut moved = Moved::new(by_row);
    if let Some(day) = late_thanks.filter(|_| waiting.stated.is_none()) {
        let earliest = situation.wd(day, figure::CHECK_IN_AFTER_LATE_THANKS_WD);
        not_before(situation, &mut moved, earliest, channel, Move::LateThanks(day));
    }
    respect_absence(situation, channel, &mut moved);
    pin_unspent(situation, waiting, Purpose::CheckIn, channel, &mut moved);
    moved
}

/// The check-in's window by the rules alone: neither pushed by late thanks nor pinned.
pub(super) fn unpushed_check_in(situation: &Situation, by_row: Window, channel: Option<Channel>) -> Window {
    let mut moved = Moved::new(by_row);
    respect_absence(situation, channel, &mut moved);
    moved.window
}

/// The second check-in's window, `first` being the day of the first.
pub(super) fn second_check_in(
    situation: &Situation,
    waiting: &Waiting,
    first: NaiveDate,
    channel: Option<Channel>,
) -> Moved {
    let first = waiting
        .stated_working_day(situation)
        .map_or(first, |stated| first.max(stated));
    let a_week = situation.roll(later(first, figure::SECOND_CHECK_IN_OPENS_DAYS.unsigned_abs()));
    let best = situation.wd(first, figure::SECOND_CHECK_IN_BEST_WD);
    let two_weeks = situation.roll(later(first, figure::SECOND_CHECK_IN_CLOSES_DAYS.unsigned_abs()));
    let opens = a_week.max(situation.wd(first, figure::SECOND_CHECK_IN_OPENS_AT_LEAST_WD));
    let window = Window {
        opens_at: situation.opening(opens),
        best_at: situation.best(best.max(opens), channel),
        closes_at: situation.closing(two_weeks.max(best)),
    };
    let mut moved = Moved::new(window);
    respect_absence(situation, channel, &mut moved);
    pin_unspent(situation, waiting, Purpose::SecondCheckIn, channel, &mut moved);
    moved
}

/// Moving on, `last` being the day of the last status question, or of the one that would have been best.
pub(super) fn move_on(situation: &Situation, waiting: &Waiting, last: NaiveDate) -> Moved {
    let last = waiting
        .stated_working_day(situation)
        .map_or(last, |stated| last.max(stated));
    let opens_at = situation.opening(situation.wd(last, figure::MOVE_ON_OPENS_WD));
    let closes_at = situation.closing(situation.wd(last, figure::MOVE_ON_CLOSES_WD));
    let mut moved = Moved::new(Window {
        opens_at,
        best_at: opens_at,
        closes_at,
    });
    pin(situation, Purpose::MoveOn, None, &mut moved);
    moved
}

/// The last day of their absence, by the latest notice of one.
pub(super) fn away_until(interview: &Interview) -> Option<NaiveDate> {
    interview.received.iter().rev().find_map(|entry| entry.until)
}

/// Moves a status question past their absence and out of the year-end quiet.
fn respect_absence(situation: &Situation, channel: Option<Channel>, moved: &mut Moved) {
    if let Some(until) = away_until(situation.interview) {
        let earliest = situation.wd(until, figure::STATUS_QUESTION_AFTER_OUT_OF_OFFICE_WD);
        not_before(situation, moved, earliest, channel, Move::OutOfOffice(until));
    }
    keep_quiet(situation, channel, moved);
}

/// Puts a status question on the candidate's own day, unless their last message came after that day.
fn pin_unspent(
    situation: &Situation,
    waiting: &Waiting,
    purpose: Purpose,
    channel: Option<Channel>,
    moved: &mut Moved,
) {
    if !is_spent(situation, waiting, purpose) {
        pin(situation, purpose, channel, moved);
    }
}

/// Whether a pin lies before the present wait, which makes it no longer count.
pub(super) fn is_spent(situation: &Situation, waiting: &Waiting, purpose: Purpose) -> bool {
    purpose.is_status_question() && situation.pin(purpose).is_some_and(|pin| pin.on < waiting.began)
}

/// When a status question has been left so long that it would only puzzle.
pub(super) fn ends_at(situation: &Situation, window: &Window) -> Instant {
    let closed_on = window.closes_at.date_naive();
    situation.closing(situation.wd(closed_on, figure::STATUS_QUESTION_ENDS_WD))
}

/// The day from which the second check-in, or moving on, is counted.
pub(super) fn day_of(draft: &Draft, sent: Option<Instant>) -> NaiveDate {
    sent.map_or_else(|| draft.day(), |at| at.date_naive())
}
