//! What a review answers.

use serde::Serialize;
use utoipa::ToSchema;

use crate::guidance::{Reason, Reasons};

/// What a reader notices in a draft: warnings, not verdicts.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct DraftReview {
    /// What should be looked at again: those of the subject first, then in the order of the text. Empty for a clean draft.
    pub findings: Vec<Finding>,
    /// The parts that a message of this purpose should hold, each present or not.
    pub checklist: Vec<ChecklistItem>,
    /// Words in the body, greeting and sign-off included, quoted earlier messages left out.
    #[schema(maximum = 20_000)]
    pub word_count: usize,
    /// How long it takes to read, in seconds; what is said by phone, how long it takes to say.
    pub reading_seconds: usize,
    /// Whether a message for this purpose should go out now at all, by the plan.
    pub send_now: SendNow,
}

/// Something that a reader would notice.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Finding {
    /// The rule's id; `GET /v1/guidance` has the whole rule.
    #[schema(example = "draft.frustrated")]
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where it stands.
    pub field: Field,
    /// The place in that field; empty where something is missing.
    pub span: Span,
    /// The words at that place.
    #[schema(example = "still haven't heard")]
    pub quote: String,
    /// What to do about it.
    #[schema(example = "Leave the wait out: thank them, then ask your question.")]
    pub suggestion: String,
    /// Why it matters, with the sources.
    pub reasons: Reasons,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Wrong by the facts, or a blank: not to be sent as it is.
    Error,
    /// A good adviser would change it.
    Warning,
    /// It could be better.
    Info,
}

/// A part of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The subject.
    Subject,
    /// The text.
    Body,
}

/// A place in a text, counted in UTF-16 code units as JavaScript, Java and C# count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
pub struct Span {
    /// The first code unit.
    #[schema(maximum = 40_000)]
    pub start: usize,
    /// The first code unit after it.
    #[schema(maximum = 40_000)]
    pub end: usize,
}

/// A part that a message should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ChecklistItem {
    /// What it is.
    pub part: Part,
    /// Whether the draft has it.
    pub present: bool,
    /// Where it stands, in the subject for `subject` and in the body for all others; null where it is missing.
    #[schema(required)]
    pub span: Option<Span>,
}

/// A part of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The subject of an e-mail.
    Subject,
    /// A greeting that names the reader; by phone and on LinkedIn the name anywhere.
    Greeting,
    /// Thanks.
    Thanks,
    /// The position.
    Position,
    /// The day of the interview.
    InterviewDate,
    /// Something that was talked about, or what the candidate liked.
    SpecificReference,
    /// Interest in the position.
    Interest,
    /// What the candidate brings.
    Strength,
    /// The question on the status.
    StatusQuestion,
    /// An offer to send or answer something.
    Offer,
    /// Who is writing or calling.
    CandidateName,
    /// A way to reach the candidate.
    ContactDetails,
    /// Yes to the next step.
    Acceptance,
    /// Patience with their timing.
    Patience,
    /// What they asked for.
    Answer,
    /// The other offer.
    OtherOffer,
    /// The day by which the other offer must be answered.
    Deadline,
    /// The decision to withdraw.
    Decision,
    /// A request for another time.
    AnotherTime,
    /// A request for feedback.
    FeedbackRequest,
    /// An open door for later.
    OpenDoor,
    /// Good wishes.
    GoodWishes,
    /// A sign-off.
    SignOff,
}

/// Whether to send a message for this purpose now.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SendNow {
    /// Whether the plan says so.
    pub advised: bool,
    /// Why: at least one reason, the weightiest first.
    pub reasons: Vec<Reason>,
}
