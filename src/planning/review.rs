//! When to look again: the next instant at which something changes although nothing is sent.
//!
//! All that a plan holds turns at few instants: where windows open and close, where something ends, and, for a message that
//! is late and so moves along with the clock, where its hours end and it jumps to another day. Those are tried in order.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::calendar::Hours;
use crate::facts::{Interview, Purpose};
use crate::guidance::parameters as figure;

use super::board::can_wait;
use super::courtesies;
use super::decide::decide;
use super::decision::{Decision, Draft, Instant, Move, Row};
use super::schedule::Status;
use super::situation::{just_after, later};

/// A change is looked for among at most so many instants: an end to the search, not a figure of the policy.
const MOST_CANDIDATES: usize = 128;

/// How many days are looked back over for the end of a message's hours: a long closure, and some.
const LONGEST_LOOK_BACK_DAYS: usize = 400;

/// The earliest instant after `as_of` at which state, next step or a step's status changes if nothing is sent.
pub(super) fn review_at(interview: &Interview, as_of: Instant, now: &Decision) -> Option<Instant> {
    let mut from = as_of;
    let mut decision = None;
    for _ in 0..MOST_CANDIDATES {
        let current = decision.as_ref().unwrap_or(now);
        let candidate = earliest_turn(interview, from, current)?;
        if turns_for_sure(current, candidate) {
            return Some(candidate);
        }
        from = candidate;
        let then = decide(interview, candidate);
        if differs(now, &then) {
            return Some(candidate);
        }
        decision = Some(then);
    }
    None
}

/// Whether a step opens, closes or ends at that turn by what nothing can have shifted by then: it cannot keep its status, which need
/// not be decided anew to know it.
fn turns_for_sure(decision: &Decision, turn: Instant) -> bool {
    let is_late = |draft: &Draft| draft.is_pending() && draft.window.best_at < turn;
    let is_shifted_by = |before: &Draft, draft: &Draft| match draft.purpose {
        Purpose::ThankYou | Purpose::CheckIn => before.purpose == Purpose::AnswerRequest,
        Purpose::SecondCheckIn | Purpose::MoveOn | Purpose::Connect | Purpose::StayInTouch => {
            before.purpose.is_message()
        }
        _ => false,
    };
    let ends = |draft: &Draft| draft.is_pending() && decision.turning_points.contains(&(draft.purpose, turn));
    let turns = |draft: &&Draft| match draft.status {
        Status::Upcoming if draft.window.opens_at == turn => true,
        Status::Due if just_after(draft.window.closes_at) == turn => true,
        _ => ends(draft),
    };
    let mut turning = decision.drafts.iter().filter(turns);
    turning.any(|draft| {
        let mut late = decision.drafts.iter().filter(|before| is_late(before));
        !late.any(|before| is_shifted_by(before, draft))
    })
}

fn differs(now: &Decision, then: &Decision) -> bool {
    let next = |decision: &Decision| {
        decision
            .next
            .and_then(|index| decision.drafts.get(index))
            .map(|draft| draft.purpose)
    };
    let status = |decision: &Decision, draft: &Draft| decision.draft(draft.purpose).map(|other| other.status);
    now.state != then.state
        || next(now) != next(then)
        || now
            .drafts
            .iter()
            .any(|draft| status(then, draft) != Some(draft.status))
}

/// The earliest instant after `from` at which a decision may turn out otherwise.
fn earliest_turn(interview: &Interview, from: Instant, decision: &Decision) -> Option<Instant> {
    let mut turns = Turns {
        interview,
        from,
        decision,
        earliest: None,
    };
    turns.at(interview.ended_at);
    for draft in &decision.drafts {
        if !turns.keeps_ahead(draft) {
            turns.of_window(draft);
        }
    }
    for (purpose, turning_point) in &decision.turning_points {
        // When a question ends is counted from its window.
        if !decision
            .draft(*purpose)
            .is_some_and(|draft| turns.keeps_ahead(draft))
        {
            turns.at(*turning_point);
        }
    }
    let next = decision.next.and_then(|index| decision.drafts.get(index));
    for late in &decision.drafts {
        if !turns.is_late(late) {
            continue;
        }
        let is_next = next.is_some_and(|next| next.purpose == late.purpose);
        if is_next {
            turns.where_it_meets_others(late);
        }
        if let Some(hours) = hours_of(late) {
            if is_next {
                turns.where_it_jumps_over_others(late, hours);
            }
            turns.where_others_depend_on_its_day(late, hours);
        }
    }
    turns.earliest
}

/// The hours by which a message moves along once it is late.
fn hours_of(draft: &Draft) -> Option<Hours> {
    if draft.moves.contains(&Move::NoTimeForOfficeHours) {
        return Some(Hours::AnyDay);
    }
    draft
        .channel
        .map(|channel| courtesies::hours(draft.purpose, channel))
}

/// The earliest turn found so far.
struct Turns<'a> {
    interview: &'a Interview,
    from: Instant,
    decision: &'a Decision,
    earliest: Option<Instant>,
}

impl Turns<'_> {
    fn at(&mut self, instant: Instant) {
        if instant > self.from && self.earliest.is_none_or(|earliest| instant < earliest) {
            self.earliest = Some(instant);
        }
    }

    fn after(&mut self, end: Instant) {
        self.at(just_after(end));
    }

    fn of_window(&mut self, draft: &Draft) {
        let window = &draft.window;
        // What is done or not needed stays so, but for what the turning points tell.
        if draft.is_pending() {
            self.at(window.opens_at);
            self.after(window.closes_at);
            if draft.purpose.is_message() {
                self.after(window.best_at);
            }
        }
        // Status questions and moving on make a state of their own.
        match draft.purpose {
            Purpose::CheckIn | Purpose::SecondCheckIn if draft.is_pending() => self.at(window.best_at),
            Purpose::MoveOn => self.at(window.opens_at),
            _ => {}
        }
    }

    fn pending(&self, purpose: Purpose) -> Option<&Draft> {
        self.decision.draft(purpose).filter(|draft| draft.is_pending())
    }

    fn is_late(&self, draft: &Draft) -> bool {
        draft.is_pending() && draft.window.best_at < self.from
    }

    /// Whether a step's window is counted from a message that is late: it moves along with the clock, and so never opens for
    /// waiting alone.
    fn keeps_ahead(&self, draft: &Draft) -> bool {
        let moves_along = |before: &Draft| self.is_late(before) || self.keeps_ahead(before);
        if draft.moves.contains(&Move::Pin) {
            return false;
        }
        match draft.purpose {
            Purpose::CheckIn if self.decision.row.is_some_and(Row::counts_from_wait) => self
                .pending(Purpose::AnswerRequest)
                .is_some_and(|answer| self.is_late(answer)),
            Purpose::SecondCheckIn => self.pending(Purpose::CheckIn).is_some_and(moves_along),
            Purpose::MoveOn => self
                .pending(Purpose::SecondCheckIn)
                .or_else(|| self.pending(Purpose::CheckIn))
                .is_some_and(moves_along),
            Purpose::StayInTouch => self
                .decision
                .draft(Purpose::MoveOn)
                .is_some_and(|move_on| self.keeps_ahead(move_on)),
            _ => false,
        }
    }

    /// Of two steps at one moment the first in the contract's order is next: when the late one has come to the moment of one that
    /// stands fixed.
    fn where_it_meets_others(&mut self, late: &Draft) {
        for other in &self.decision.drafts {
            let is_first =
                other.purpose < late.purpose && other.purpose.is_message() == late.purpose.is_message();
            let stands = other.window.best_at >= self.from && !self.keeps_ahead(other);
            if let Some(act_at) = other.act_at.filter(|_| is_first && stands) {
                self.at(act_at);
            }
        }
    }

    /// What can wait jumps over the quiet from that year to the next, and the one after.
    fn before_quiet(&mut self, late: &Draft, hours: Hours, year: i32) {
        if !can_wait(late.purpose) {
            return;
        }
        for year in [year, year + 1] {
            let from_day = figure::YEAR_END_QUIET_FROM_DAY_OF_DECEMBER;
            if let Some(quiet) = NaiveDate::from_ymd_opt(year, 12, from_day) {
                self.after_end_before(hours, self.start_of(quiet));
            }
        }
    }

    /// The next step, if late, jumps over other messages where its hours end: before the moment of each that stands fixed, and at
    /// the next end of its hours where one that is late itself is open by then or opens no later.
    fn where_it_jumps_over_others(&mut self, late: &Draft, hours: Hours) {
        for other in &self.decision.drafts {
            // What is for oneself waits for a message that is late.
            if other.purpose == late.purpose || !other.purpose.is_message() || self.keeps_ahead(other) {
                continue;
            }
            let Some(act_at) = other.act_at else { continue };
            if other.window.best_at >= self.from {
                self.after_end_before(hours, act_at);
                self.after_end_before(hours, self.start_of(act_at.date_naive()));
                self.before_quiet(late, hours, act_at.year() - 1);
            } else if let Some(others) = hours_of(other).filter(|others| *others != hours) {
                self.after_next_end(late, hours, others);
            }
        }
        self.before_quiet(late, hours, self.from.year());
        // On the last day before the other offer is answered any hour will do to say so.
        if let Some(offer) = &self.interview.competing_offer {
            self.after_end_before(hours, self.start_of(offer.answer_by));
            self.after_end_before(hours, self.start_of(later(offer.answer_by, 1)));
        }
    }

    /// The day of a check-in moves the LinkedIn note, and what goes out on that day moves the check-in; that of an answer
    /// moves the start of the wait.
    fn where_others_depend_on_its_day(&mut self, late: &Draft, hours: Hours) {
        let check_in = self.pending(Purpose::CheckIn);
        if let Some(check_in) = check_in.filter(|_| self.pending(Purpose::Connect).is_some())
            && courtesies::moves_the_note(self.interview, check_in.day())
        {
            if late.purpose == Purpose::CheckIn
                || late.purpose == Purpose::AnswerRequest && self.keeps_ahead(check_in)
            {
                if let Some(end) = self.next_end(hours) {
                    self.at(end);
                }
            } else {
                self.after_end_before(hours, self.start_of(check_in.day()));
            }
        }
        if late.purpose == Purpose::AnswerRequest {
            let pinned = self.interview.pins.iter().map(|pin| later(pin.on, 1));
            for day in self.decision.wait.stated.into_iter().chain(pinned) {
                self.after_end_before(hours, self.start_of(day));
            }
        }
    }

    fn start_of(&self, day: NaiveDate) -> Instant {
        self.interview.zone.at(day, NaiveTime::MIN)
    }

    /// A turn after the last end of such hours before an instant.
    fn after_end_before(&mut self, hours: Hours, instant: Instant) {
        if instant <= self.from {
            return;
        }
        let mut day = self.interview.zone.local(instant).date_naive();
        for _ in 0..LONGEST_LOOK_BACK_DAYS {
            if !hours.on_working_days_only() || self.interview.calendar.is_working_day(day) {
                let ends = hours
                    .spans()
                    .iter()
                    .rev()
                    .map(|span| self.interview.zone.at(day, span.closes));
                if let Some(end) = ends.into_iter().find(|end| *end < instant) {
                    return self.after(end);
                }
            }
            let Some(before) = day.pred_opt() else { return };
            day = before;
        }
    }

    /// When a late message jumps over one that is late itself: after the next end of its hours, if those of the other are open by
    /// then or open no later, or on the same day, for which it waits.
    fn after_next_end(&mut self, late: &Draft, hours: Hours, others: Hours) {
        let Some(then) = self.next_end(hours) else { return };
        let slot = |hours: Hours| hours.slot(&self.interview.calendar, &self.interview.zone, then);
        let (own, other) = (slot(hours), slot(others));
        if other <= own || can_wait(late.purpose) && other.date_naive() == own.date_naive() {
            self.at(then);
        }
    }

    /// The moment after the next end of such hours.
    fn next_end(&self, hours: Hours) -> Option<Instant> {
        let zone = &self.interview.zone;
        let open = hours.slot(&self.interview.calendar, zone, self.from);
        let mut ends = hours
            .spans()
            .iter()
            .map(|span| zone.at(open.date_naive(), span.closes));
        ends.find(|end| *end >= open).map(just_after)
    }
}
