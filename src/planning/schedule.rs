//! The plan as it is answered: state, steps, windows.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::facts::{Channel, Notice, PersonRef, Purpose, Strategy};
use crate::guidance::Reasons;
use crate::json::{object, words};

use super::instant;

/// State and steps: what to do, when and why.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Schedule {
    /// `UUIDv5` of the interview: from `reference` where given, else from the facts that name the interview.
    pub id: Uuid,
    /// The instant for which this holds, in the employer's zone.
    #[serde(serialize_with = "instant::serialize")]
    pub as_of: DateTime<FixedOffset>,
    /// The edition of the rules; also a header, `Guidance-Version`.
    #[schema(example = "2026.1", max_length = 20)]
    pub guidance_version: &'static str,
    /// Where the follow-up stands.
    pub state: State,
    /// What to do now, in a sentence.
    #[schema(
        example = "Wait: they said Friday 13 March; write on Wednesday 18 March at 10:00 if nothing has come."
    )]
    pub headline: String,
    /// The id of the step to take next; null when nothing is left to do.
    pub next_step: Option<Uuid>,
    /// The caller's own key, as given.
    #[schema(max_length = 200)]
    pub reference: Option<String>,
    /// The earliest instant after `as_of` at which state, next step or a step's status changes if nothing is sent; null: never.
    #[serde(serialize_with = "instant::serialize_option")]
    pub review_at: Option<DateTime<FixedOffset>>,
    /// The timing strategy and why; null where the interview was not held.
    pub strategy: Option<ChosenStrategy>,
    /// The steps in the order of their best moments.
    #[schema(max_items = 14)]
    pub steps: Vec<Step>,
    /// What was taken for granted.
    pub assumptions: Vec<Notice>,
    /// What the caller should know.
    pub warnings: Vec<Notice>,
}

object!(Schedule {
    id,
    as_of,
    guidance_version,
    state,
    headline,
    next_step,
    reference,
    review_at,
    strategy,
    steps,
    assumptions,
    warnings
});

impl Schedule {
    /// The step to take next.
    #[must_use]
    pub fn next(&self) -> Option<&Step> {
        self.steps.iter().find(|step| Some(step.id) == self.next_step)
    }
}

/// Where the follow-up stands; the first that holds, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The interview has not ended yet.
    BeforeInterview,
    /// It did not take place.
    NotHeld,
    /// The candidate withdrew.
    Withdrawn,
    /// The last reply invites to the next round or offers the position.
    GoodNews,
    /// The last reply is a rejection.
    Rejected,
    /// The last reply asks for something that has not been sent yet.
    InformationRequested,
    /// Every question that is worth asking has been asked; no answer came.
    ClosedBySilence,
    /// The thank-you is due or overdue.
    ThanksDue,
    /// The best moment for a status question has come.
    CheckInDue,
    /// Nothing is to be sent now; the decision is awaited.
    AwaitingDecision,
}

impl State {
    /// As it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BeforeInterview => "before_interview",
            Self::NotHeld => "not_held",
            Self::Withdrawn => "withdrawn",
            Self::GoodNews => "good_news",
            Self::Rejected => "rejected",
            Self::InformationRequested => "information_requested",
            Self::ClosedBySilence => "closed_by_silence",
            Self::ThanksDue => "thanks_due",
            Self::CheckInDue => "check_in_due",
            Self::AwaitingDecision => "awaiting_decision",
        }
    }
}

/// The timing strategy and why.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ChosenStrategy {
    /// Which of the four.
    pub name: Strategy,
    /// Why this one.
    pub reasons: Reasons,
}

object!(ChosenStrategy { name, reasons });

/// One step of the follow-up.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Step {
    /// `UUIDv5`; does not change with `as_of`, `history` or wording. A pseudonym of personal data: don't log it.
    pub id: Uuid,
    /// What the step is for.
    pub purpose: Purpose,
    /// Where it stands.
    pub status: Status,
    /// By what means; null for `prepare` and `move_on`, where nothing is sent.
    pub channel: Option<Channel>,
    /// The other channels that are open, best first.
    #[schema(max_items = 3)]
    pub alternatives: Vec<Channel>,
    /// To whom, by name or e-mail address: of a pending step those still to be written to, of a done one all.
    pub recipients: Vec<String>,
    /// From when, best when, until when.
    pub window: Window,
    /// When to do it: the best moment or, once that has passed, the next good one. Null when done or not needed.
    #[serde(serialize_with = "instant::serialize_option")]
    pub act_at: Option<DateTime<FixedOffset>>,
    /// The step in a few words.
    #[schema(example = "Check in with Sam Okafor")]
    pub title: String,
    /// What to do and why, in one breath.
    pub summary: String,
    /// The rules that decided, with the facts and the skipped days that they rest on.
    pub reasons: Reasons,
    /// Whom the step is for, each by their own channel.
    #[serde(skip)]
    pub(crate) addressees: Vec<Addressee>,
}

object!(Step {
    id, purpose, status, channel, alternatives, recipients, window, act_at, title, summary, reasons; addressees
});

impl Step {
    /// Whether the step is still to be done.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        self.status.is_pending()
    }
}

/// A person to be written to, and the channel open to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// Who; none where nobody is known by name or address.
    pub person: Option<PersonRef>,
    /// By what means.
    pub channel: Channel,
}

/// Where a step stands at `as_of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Its window has not opened.
    Upcoming,
    /// In its window.
    Due,
    /// Past its window, still worth doing.
    Overdue,
    /// In the history.
    Done,
    /// Something made it pointless; the reason says what.
    NotNeeded,
}

impl Status {
    /// As it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::Due => "due",
            Self::Overdue => "overdue",
            Self::Done => "done",
            Self::NotNeeded => "not_needed",
        }
    }

    /// Whether something is still to be done.
    #[must_use]
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Upcoming | Self::Due | Self::Overdue)
    }
}

/// When a step should be done: `opens_at` ≤ `best_at` ≤ `closes_at`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Window {
    /// Not before.
    #[serde(serialize_with = "instant::serialize")]
    pub opens_at: DateTime<FixedOffset>,
    /// The best moment.
    #[serde(serialize_with = "instant::serialize")]
    pub best_at: DateTime<FixedOffset>,
    /// On time until then.
    #[serde(serialize_with = "instant::serialize")]
    pub closes_at: DateTime<FixedOffset>,
}

object!(Window {
    opens_at,
    best_at,
    closes_at
});
words!(State, Status);
