//! The facts as they stand at `as_of`: which reply counts, what was sent, and the calendar in the policy's words.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta};

use crate::calendar::Hours;
use crate::facts::{Channel, ContactPolicy, Interview, Outcome, PersonRef, Pin, Purpose, Received, Sent};
use crate::guidance::parameters as figure;

use super::channel;
use super::decision::Instant;

/// The facts, the instant, and what follows from the two at once.
pub(super) struct Situation<'a> {
    pub(super) interview: &'a Interview,
    pub(super) as_of: Instant,
    /// Messages of theirs that count as replies, oldest first.
    pub(super) replies: Vec<&'a Received>,
    /// When the withdrawal that counts was decided.
    pub(super) withdrawal: Option<Instant>,
    /// A withdrawal that came after a rejection and was not sent.
    pub(super) withdrawal_ignored: bool,
}

impl<'a> Situation<'a> {
    pub(super) fn new(interview: &'a Interview, as_of: Instant) -> Self {
        let replies: Vec<_> = interview
            .received
            .iter()
            .filter(|entry| counts_as_reply(entry))
            .collect();
        let sent = interview
            .sent
            .iter()
            .find(|entry| entry.purpose == Purpose::Withdraw && entry.delivered);
        let rejected = replies
            .last()
            .is_some_and(|reply| reply.outcome == Outcome::Rejection);
        let withdrawal_ignored = rejected && sent.is_none() && interview.withdrawal.is_some();
        let stated = interview
            .withdrawal
            .filter(|_| !withdrawal_ignored)
            .map(|stated| stated.decided_at);
        let withdrawal = stated.or(sent.map(|sent| sent.at));
        Self {
            interview,
            as_of,
            replies,
            withdrawal,
            withdrawal_ignored,
        }
    }

    /// The reply that decides.
    pub(super) fn last_reply(&self) -> Option<&'a Received> {
        self.replies.last().copied()
    }

    pub(super) fn last_outcome(&self) -> Option<Outcome> {
        self.last_reply().map(|reply| reply.outcome)
    }

    /// What arrived of all that was sent for a purpose, oldest first.
    pub(super) fn delivered(&self, purpose: Purpose) -> impl DoubleEndedIterator<Item = &'a Sent> {
        self.interview
            .sent
            .iter()
            .filter(move |entry| entry.purpose == purpose && entry.delivered)
    }

    /// The answer to a message of theirs: sent for that purpose at or after it.
    pub(super) fn answer(&self, purpose: Purpose, to: Instant) -> Option<&'a Sent> {
        self.delivered(purpose).find(|entry| entry.at >= to)
    }

    /// Whether anything of the purpose that arrived was meant for the person.
    pub(super) fn was_sent_to(&self, purpose: Purpose, person: Option<PersonRef>) -> bool {
        let known = person.and_then(|person| self.interview.person(person));
        self.delivered(purpose)
            .any(|entry| channel::meant_for(known, entry.recipient.as_deref()))
    }

    pub(super) fn pin(&self, purpose: Purpose) -> Option<&'a Pin> {
        self.interview.pins.iter().find(|pin| pin.purpose == purpose)
    }

    pub(super) fn is_skipped(&self, purpose: Purpose) -> bool {
        self.interview.skips.iter().any(|skip| skip.purpose == purpose)
    }

    /// Whether the employer's wish not to be contacted rules the purpose out.
    pub(super) fn contact_ruled_out(&self, purpose: Purpose) -> bool {
        self.interview.employer.contact_policy == ContactPolicy::NoContact
            && matches!(
                purpose,
                Purpose::CheckIn
                    | Purpose::SecondCheckIn
                    | Purpose::Connect
                    | Purpose::StayInTouch
                    | Purpose::ShareDeadline
            )
    }

    /// The policy's `at(d, hh:mm)`.
    pub(super) fn at(&self, day: NaiveDate, minute_of_day: u32) -> Instant {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(minute_of_day * 60, 0).unwrap_or_default();
        self.interview.zone.at(day, time)
    }

    /// An instant so many minutes later, in the local offset of that moment.
    pub(super) fn after(&self, instant: Instant, minutes: i64) -> Instant {
        self.interview.zone.local(instant + TimeDelta::minutes(minutes))
    }

    pub(super) fn after_hours(&self, instant: Instant, hours: i64) -> Instant {
        self.after(instant, hours * 60)
    }

    /// The policy's `WD(d, n)`.
    pub(super) fn wd(&self, day: NaiveDate, n: u32) -> NaiveDate {
        self.interview.calendar.nth_working_day_after(day, n)
    }

    /// The policy's `roll(d)`.
    pub(super) fn roll(&self, day: NaiveDate) -> NaiveDate {
        self.interview.calendar.roll(day)
    }

    /// The policy's `slot(t, channel)`.
    pub(super) fn slot(&self, instant: Instant, hours: Hours) -> Instant {
        hours.slot(&self.interview.calendar, &self.interview.zone, instant)
    }

    /// 09:00 there.
    pub(super) fn opening(&self, day: NaiveDate) -> Instant {
        self.at(day, figure::OFFICE_FROM_MINUTE_OF_DAY)
    }

    /// 10:00 there, or 10:30 by phone.
    pub(super) fn best(&self, day: NaiveDate, channel: Option<Channel>) -> Instant {
        let by_phone = channel == Some(Channel::Phone);
        self.at(
            day,
            if by_phone {
                figure::PHONE_BEST_MINUTE_OF_DAY
            } else {
                figure::OFFICE_BEST_MINUTE_OF_DAY
            },
        )
    }

    /// 17:00 there.
    pub(super) fn closing(&self, day: NaiveDate) -> Instant {
        self.at(day, figure::OFFICE_TO_MINUTE_OF_DAY)
    }

    /// The first moment within the hours for written thanks: the instant itself, else the next 09:00.
    pub(super) fn polite(&self, instant: Instant) -> Instant {
        let day = instant.date_naive();
        if instant >= self.at(day, figure::THANK_YOU_HOURS_FROM_MINUTE_OF_DAY)
            && instant <= self.at(day, figure::THANK_YOU_HOURS_TO_MINUTE_OF_DAY)
        {
            return instant;
        }
        let morning = self.at(day, figure::THANK_YOU_NEXT_MORNING_MINUTE_OF_DAY);
        if instant <= morning {
            return morning;
        }
        self.at(later(day, 1), figure::THANK_YOU_NEXT_MORNING_MINUTE_OF_DAY)
    }

    /// The first working day after the year-end quiet that the day falls in, if it falls in one.
    pub(super) fn after_quiet(&self, day: NaiveDate) -> Option<NaiveDate> {
        let december = match (day.month(), day.day()) {
            (12, figure::YEAR_END_QUIET_FROM_DAY_OF_DECEMBER..) => day.year(),
            (1, ..=figure::YEAR_END_QUIET_TO_DAY_OF_JANUARY) => day.year() - 1,
            _ => return None,
        };
        if !self.interview.calendar.keeps_christmas(december) {
            return None;
        }
        let after = NaiveDate::from_ymd_opt(december + 1, 1, figure::YEAR_END_QUIET_TO_DAY_OF_JANUARY + 1)?;
        Some(self.roll(after))
    }
}

/// When what ends has ended: both ends of a window belong to it, so a moment later.
pub(super) fn just_after(end: Instant) -> Instant {
    end + TimeDelta::seconds(1)
}

/// So many calendar days later.
pub(super) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// A message that moves things on: not a note of absence, and of automatic ones only those with a decision or a date.
fn counts_as_reply(entry: &Received) -> bool {
    match entry.outcome {
        Outcome::OutOfOffice => false,
        Outcome::NextRound | Outcome::Offer | Outcome::Rejection => true,
        Outcome::StillDeciding | Outcome::Acknowledged | Outcome::InformationRequest => {
            !entry.automated || entry.timeline.is_some()
        }
    }
}
