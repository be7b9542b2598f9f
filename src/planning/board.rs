//! The board on which the steps are put one after another, each with its status and its moment.

use chrono::NaiveDate;

use crate::calendar::Hours;
use crate::facts::{Channel, Outcome, PersonRef, Purpose};

use super::Wait;
use super::causes;
use super::channel;
use super::courtesies;
use super::decision::{Decision, Draft, Instant, Move, Row, WhyNot};
use super::moved::Moved;
use super::schedule::{Addressee, State, Status, Window};
use super::situation::{Situation, just_after};

/// What becomes of a step, before its status follows from window and instant.
#[derive(Clone, Copy)]
pub(super) enum Fate {
    Done,
    NotNeeded(WhyNot),
    Pending,
}

pub(super) fn fate(done: bool, why_not: Option<WhyNot>) -> Fate {
    match (done, why_not) {
        (true, _) => Fate::Done,
        (false, Some(why_not)) => Fate::NotNeeded(why_not),
        (false, None) => Fate::Pending,
    }
}

/// A step's purpose, people and channel: all that its window needs to know.
pub(super) struct Subject {
    pub(super) purpose: Purpose,
    pub(super) addressees: Vec<Addressee>,
    pub(super) channel: Channel,
}

impl Subject {
    pub(super) fn new(situation: &Situation, purpose: Purpose) -> Self {
        let addressees = channel::addressees(situation.interview, purpose);
        let channel = addressees.first().map_or(Channel::Email, |first| first.channel);
        Self {
            purpose,
            addressees,
            channel,
        }
    }

    pub(super) fn person(&self) -> Option<PersonRef> {
        self.addressees.first().and_then(|first| first.person)
    }
}

/// The steps decided so far, and the days that their messages take.
pub(super) struct Board<'a> {
    pub(super) situation: &'a Situation<'a>,
    /// What ended the wait for everything but the steps that answer it.
    pub(super) end: Option<WhyNot>,
    pub(super) drafts: Vec<Draft>,
    /// Further instants at which a step may be needed no longer, or needed again.
    pub(super) turning_points: Vec<(Purpose, Instant)>,
}

impl<'a> Board<'a> {
    pub(super) fn new(situation: &'a Situation<'a>) -> Self {
        let end = match situation.last_outcome() {
            _ if situation.withdrawal.is_some() => Some(WhyNot::Withdrawn),
            Some(Outcome::NextRound | Outcome::Offer) => Some(WhyNot::GoodNews),
            Some(Outcome::Rejection) => Some(WhyNot::Rejected),
            _ => None,
        };
        Self {
            situation,
            end,
            drafts: Vec::with_capacity(12),
            turning_points: Vec::new(),
        }
    }

    /// The step turns when this instant, which still belongs to what is before it, has passed.
    pub(super) fn turns_after(&mut self, purpose: Purpose, last: Instant) {
        self.turning_points.push((purpose, just_after(last)));
    }

    pub(super) fn draft(&self, purpose: Purpose) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.purpose == purpose)
    }

    /// What rules a step out whatever its window: an end, the caller's skip, the employer's wish.
    pub(super) fn ruled_out(&self, purpose: Purpose) -> Option<WhyNot> {
        let end = self.end.filter(|end| match end {
            WhyNot::Withdrawn => purpose != Purpose::Withdraw,
            WhyNot::GoodNews => purpose != Purpose::ReplyToGoodNews,
            WhyNot::Rejected => !matches!(purpose, Purpose::ReplyToRejection | Purpose::StayInTouch),
            _ => true,
        });
        let skipped = self.situation.is_skipped(purpose).then_some(WhyNot::Skipped);
        let unwanted = self
            .situation
            .contact_ruled_out(purpose)
            .then_some(WhyNot::NoContact);
        end.or(skipped).or(unwanted)
    }

    /// Puts a message on the board and gives it its moment.
    pub(super) fn place(&mut self, subject: Subject, moved: Moved, fate: Fate) {
        let Subject {
            purpose,
            addressees,
            channel,
        } = subject;
        self.put(purpose, Some(channel), addressees, moved, fate);
    }

    pub(super) fn put(
        &mut self,
        purpose: Purpose,
        channel: Option<Channel>,
        addressees: Vec<Addressee>,
        moved: Moved,
        fate: Fate,
    ) {
        let Moved {
            window,
            by_rule,
            mut moves,
        } = moved;
        let pinned = moves.contains(&Move::Pin);
        let (status, why_not) = match fate {
            Fate::Done => (Status::Done, None),
            Fate::NotNeeded(why_not) => (Status::NotNeeded, Some(why_not)),
            Fate::Pending => (status(&window, self.situation.as_of), None),
        };
        let act_at = status
            .is_pending()
            .then(|| self.act_at(purpose, channel, &window, pinned, &mut moves));
        self.drafts.push(Draft {
            purpose,
            window,
            by_rule,
            channel,
            addressees,
            status,
            act_at,
            moves,
            why_not,
        });
    }

    /// The best moment or, once that has passed, the next good one; not on another message's day where the step can wait.
    pub(super) fn act_at(
        &self,
        purpose: Purpose,
        channel: Option<Channel>,
        window: &Window,
        pinned: bool,
        moves: &mut Vec<Move>,
    ) -> Instant {
        let situation = self.situation;
        let as_of = situation.as_of;
        let ahead = as_of <= window.best_at;
        let Some(channel) = channel else {
            return if ahead { window.best_at } else { as_of };
        };
        let mut act_at = if ahead {
            window.best_at
        } else {
            situation.slot(as_of, courtesies::hours(purpose, channel))
        };
        if purpose == Purpose::ShareDeadline
            && let Some(offer) = &situation.interview.competing_offer
            && act_at > causes::last_moment(situation, offer)
        {
            act_at = situation.slot(as_of, Hours::AnyDay);
            moves.push(Move::NoTimeForOfficeHours);
        }
        if !can_wait(purpose) || (pinned && ahead) {
            return act_at;
        }
        let mut gave_way = false;
        loop {
            let day = act_at.date_naive();
            if let Some(after) = situation.after_quiet(day) {
                act_at = if gave_way {
                    situation.best(after, Some(channel))
                } else {
                    situation.slot(situation.opening(after), courtesies::hours(purpose, channel))
                };
                moves.push(Move::Quiet(day));
            } else if let Some(other) = self.message_on(day) {
                gave_way = true;
                act_at = situation.best(situation.wd(day, 1), Some(channel));
                moves.push(Move::OneMessageADay(day, other));
            } else {
                return act_at;
            }
        }
    }

    /// The pending message that goes out on the day.
    pub(super) fn message_on(&self, day: NaiveDate) -> Option<Purpose> {
        let taken = |draft: &&Draft| {
            draft.purpose.is_message() && draft.act_at.is_some_and(|act_at| act_at.date_naive() == day)
        };
        self.drafts.iter().find(taken).map(|draft| draft.purpose)
    }

    pub(super) fn finish(
        mut self,
        state: State,
        row: Option<Row>,
        wait: Wait,
        spent_pins: Vec<Purpose>,
    ) -> Decision {
        self.drafts
            .sort_by_key(|draft| (draft.window.best_at, draft.purpose));
        Decision {
            state,
            row,
            wait,
            next: next_step(&self.drafts),
            drafts: self.drafts,
            turning_points: self.turning_points,
            before_stated_date: false,
            withdrawal_ignored: self.situation.withdrawal_ignored,
            spent_pins,
        }
    }
}

/// Whether a step gives way to another message on the same day.
pub(super) const fn can_wait(purpose: Purpose) -> bool {
    matches!(
        purpose,
        Purpose::CheckIn | Purpose::SecondCheckIn | Purpose::Connect | Purpose::StayInTouch
    )
}

fn status(window: &Window, as_of: Instant) -> Status {
    if as_of < window.opens_at {
        Status::Upcoming
    } else if as_of <= window.closes_at {
        Status::Due
    } else {
        Status::Overdue
    }
}

/// The pending step with the earliest moment; what is for oneself alone waits while a message is due or overdue.
fn next_step(drafts: &[Draft]) -> Option<usize> {
    let message_waits = drafts
        .iter()
        .any(|draft| draft.purpose.is_message() && matches!(draft.status, Status::Due | Status::Overdue));
    drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.purpose.is_message() || !message_waits)
        .filter_map(|(index, draft)| Some((index, draft, draft.act_at?)))
        .min_by_key(|(_, draft, act_at)| (*act_at, !draft.purpose.is_message(), draft.purpose))
        .map(|(index, ..)| index)
}
