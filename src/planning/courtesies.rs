//! Steps that ask nothing: thanks, preparing, the LinkedIn note, a word some weeks later.

use chrono::NaiveDate;

use crate::calendar::Hours;
use crate::facts::{Channel, Interview, Purpose};
use crate::guidance::parameters as figure;

use super::decision::{Instant, Move};
use super::moved::{Moved, keep_quiet, pin};
use super::schedule::Window;
use super::situation::{Situation, later};

/// The hours in which a message of this purpose is sent by this channel.
pub(crate) fn hours(purpose: Purpose, channel: Channel) -> Hours {
    match (channel, purpose) {
        (Channel::Phone, _) => Hours::Phone,
        (_, Purpose::ThankYou | Purpose::ReplyToGoodNews | Purpose::Withdraw) => Hours::AnyDay,
        _ => Hours::Office,
    }
}

/// The thank-you's window. `stated` is the day by which a decision was announced.
pub(super) fn thank_you(situation: &Situation, stated: Option<NaiveDate>) -> Moved {
    let interview = situation.interview;
    let ended_at = interview.ended_at;
    let soon = later(
        interview.day(),
        figure::THANK_YOU_DECISION_SOON_DAYS.unsigned_abs(),
    );
    let wait_h = if stated.is_some_and(|stated| stated <= soon) {
        figure::THANK_YOU_BEST_DECISION_SOON_H
    } else {
        figure::THANK_YOU_BEST_H
    };
    let best_at = situation.polite(situation.after_hours(ended_at, wait_h));
    let two_days = situation.after_hours(ended_at, figure::THANK_YOU_CLOSES_H);
    let closing_day = two_days.date_naive();
    let closes_at = if interview.calendar.is_working_day(closing_day) {
        two_days
    } else {
        situation.at(
            situation.wd(closing_day, 1),
            figure::THANK_YOU_CLOSES_AFTER_DAY_OFF_MINUTE_OF_DAY,
        )
    };
    Moved::new(Window {
        opens_at: ended_at,
        best_at,
        closes_at,
    })
}

/// The day on which thanks went out after their window had closed, if they did; the last one counts.
pub(super) fn late_thanks(situation: &Situation, closes_at: Instant) -> Option<NaiveDate> {
    situation
        .delivered(Purpose::ThankYou)
        .rfind(|sent| sent.at > closes_at)
        .map(|sent| sent.at.date_naive())
}

/// Preparing: day three to day five.
pub(super) fn prepare(situation: &Situation) -> Moved {
    let day = situation.interview.day();
    let opens_at = situation.opening(later(day, figure::PREPARE_OPENS_DAYS.unsigned_abs()));
    let closes_at = situation.closing(later(day, figure::PREPARE_CLOSES_DAYS.unsigned_abs()));
    let mut moved = Moved::new(Window {
        opens_at,
        best_at: opens_at,
        closes_at,
    });
    pin(situation, Purpose::Prepare, None, &mut moved);
    moved
}

/// The LinkedIn note: a week after, clear of the check-in's day if there is one.
pub(super) fn connect(
    situation: &Situation,
    check_in_day: Option<NaiveDate>,
    channel: Option<Channel>,
) -> Moved {
    let a_week = a_week_after(situation.interview);
    let clear = check_in_day
        .filter(|day| moves_the_note(situation.interview, *day))
        .map(|day| situation.wd(day, figure::CONNECT_CLEAR_OF_CHECK_IN_WD));
    let day = clear.map_or(a_week, |clear| clear.max(a_week));
    let window = Window {
        opens_at: situation.opening(day),
        best_at: situation.best(day, channel),
        closes_at: situation.closing(situation.wd(day, figure::CONNECT_CLOSES_WD)),
    };
    let moves = if day > a_week {
        vec![Move::ClearOfCheckIn]
    } else {
        Vec::new()
    };
    let mut note = Moved::new(window);
    note.moves = moves;
    keep_quiet(situation, channel, &mut note);
    pin(situation, Purpose::Connect, channel, &mut note);
    note
}

/// Whether the LinkedIn note has to keep clear of a check-in on that day.
pub(super) fn moves_the_note(interview: &Interview, check_in_day: NaiveDate) -> bool {
    let calendar = &interview.calendar;
    let clear_from =
        calendar.nth_working_day_after(a_week_after(interview), figure::CONNECT_CLEAR_OF_CHECK_IN_WD);
    check_in_day < clear_from
}

/// The note's day where no check-in moves it.
fn a_week_after(interview: &Interview) -> NaiveDate {
    let day = later(interview.day(), figure::CONNECT_OPENS_DAYS.unsigned_abs());
    interview.calendar.roll(day)
}

/// A friendly word, counted from the day of the rejection or of moving on.
pub(super) fn stay_in_touch(situation: &Situation, from: NaiveDate, channel: Option<Channel>) -> Moved {
    let day = |days: i64| situation.roll(later(from, days.unsigned_abs()));
    let window = Window {
        opens_at: situation.opening(day(figure::STAY_IN_TOUCH_OPENS_DAYS)),
        best_at: situation.best(day(figure::STAY_IN_TOUCH_BEST_DAYS), channel),
        closes_at: situation.closing(day(figure::STAY_IN_TOUCH_CLOSES_DAYS)),
    };
    let mut moved = Moved::new(window);
    keep_quiet(situation, channel, &mut moved);
    pin(situation, Purpose::StayInTouch, channel, &mut moved);
    moved
}
