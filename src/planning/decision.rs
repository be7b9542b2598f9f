//! What is decided before anything is put into words: dates, channels, and what moved or ended each step.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::facts::{Channel, Purpose, Strategy};

use super::Wait;
use super::schedule::{Addressee, State, Status, Window};

/// An instant in the employer's zone.
pub(super) type Instant = DateTime<FixedOffset>;

/// Everything decided for one interview at one instant.
#[derive(Debug)]
pub(super) struct Decision {
    pub(super) state: State,
    /// The row that set the check-in's window; none where the interview was not held.
    pub(super) row: Option<Row>,
    pub(super) wait: Wait,
    /// In the order in which they are listed.
    pub(super) drafts: Vec<Draft>,
    /// Index of the step to take next.
    pub(super) next: Option<usize>,
    /// Further instants at which a step may be needed no longer, or needed again.
    pub(super) turning_points: Vec<(Purpose, Instant)>,
    /// The check-in comes before the date that was stated, by the caller's wish.
    pub(super) before_stated_date: bool,
    /// A withdrawal after a rejection is pointless.
    pub(super) withdrawal_ignored: bool,
    /// Pins that no longer count, since the wait started afresh after them.
    pub(super) spent_pins: Vec<Purpose>,
}

impl Decision {
    pub(super) fn draft(&self, purpose: Purpose) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.purpose == purpose)
    }
}

/// A step, decided but not yet in words.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) purpose: Purpose,
    pub(super) window: Window,
    /// The window before anything moved it.
    pub(super) by_rule: Window,
    /// None for `prepare` and `move_on`.
    pub(super) channel: Option<Channel>,
    /// Those still to be written to; of a step that is done, all.
    pub(super) addressees: Vec<Addressee>,
    pub(super) status: Status,
    pub(super) act_at: Option<Instant>,
    /// What moved the window or the moment, in the order in which it did.
    pub(super) moves: Vec<Move>,
    /// Why it is not needed.
    pub(super) why_not: Option<WhyNot>,
}

impl Draft {
    pub(super) fn is_pending(&self) -> bool {
        self.status.is_pending()
    }

    /// The local day on which it is to be done, or would have been best.
    pub(super) fn day(&self) -> NaiveDate {
        self.act_at.unwrap_or(self.window.best_at).date_naive()
    }
}

/// The row of the policy's table that set the check-in's window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A date was given.
    StatedDate,
    /// A date was given, and they asked to be written to once it has passed.
    Invited,
    /// Education and the public sector.
    SlowSector,
    /// After a final round.
    FinalRound,
    /// By the caller's wish, as after a final round.
    TwoWeeksWished,
    /// A week and at least five working days.
    OneWeek,
    /// The same by the caller's wish, whatever was said.
    OneWeekWished,
    /// A day or two after the interview, by the caller's wish.
    Immediate,
}

impl Row {
    /// Whether the window is counted from the day on which the wait began.
    pub(super) const fn counts_from_wait(self) -> bool {
        match self {
            Self::StatedDate | Self::Invited | Self::Immediate => false,
            Self::SlowSector
            | Self::FinalRound
            | Self::TwoWeeksWished
            | Self::OneWeek
            | Self::OneWeekWished => true,
        }
    }

    pub(super) const fn strategy(self) -> Strategy {
        match self {
            Self::StatedDate | Self::Invited => Strategy::AsNeeded,
            Self::SlowSector | Self::FinalRound | Self::TwoWeeksWished => Strategy::TwoWeek,
            Self::OneWeek | Self::OneWeekWished => Strategy::OneWeek,
            Self::Immediate => Strategy::Immediate,
        }
    }
}

/// What moved a window or the moment to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// Late thanks were sent on this day.
    LateThanks(NaiveDate),
    /// They are away until this day.
    OutOfOffice(NaiveDate),
    /// The year-end quiet; from this day.
    Quiet(NaiveDate),
    /// The check-in would have been too close.
    ClearOfCheckIn,
    /// The candidate's own day.
    Pin,
    /// Another message goes out on this day.
    OneMessageADay(NaiveDate, Purpose),
    /// The other offer's deadline leaves no time for office hours.
    NoTimeForOfficeHours,
}

/// Why a step is not needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhyNot {
    /// The candidate withdrew.
    Withdrawn,
    /// An invitation or an offer came.
    GoodNews,
    /// A rejection came.
    Rejected,
    /// The caller skips it.
    Skipped,
    /// The employer asked not to be contacted.
    NoContact,
    /// The caller allows fewer status questions.
    Limit,
    /// There is no second without a first.
    NoFirst,
    /// Its window is over.
    WindowOver,
    /// Sixty working days have passed since it closed.
    Ended,
    /// Too late for thanks alone.
    TooLateForThanks,
    /// The check-in opens with the thanks.
    CheckInCarriesThanks,
    /// A status question has gone out; thanks after it would look odd.
    StatusAsked,
    /// The reply to their message carries the thanks.
    ReplyCarriesThanks,
    /// Nobody fit is connected on LinkedIn.
    NobodyConnected,
    /// A marketplace forbids other channels before the contract.
    PlatformOnly,
    /// A message went out after theirs, or theirs was itself an answer.
    AlreadyAnswered,
    /// A later message of theirs counts.
    Superseded,
    /// Staying in touch says it better by now.
    StayInTouchSaysIt,
    /// The other offer has to be answered before anything could be sent.
    DeadlinePassed,
    /// They got in touch after the interview that did not happen.
    TheyWrote,
}
