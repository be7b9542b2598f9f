//! What we are told: the JSON as sent ([`InterviewSubmission`]), judged by [`check()`] into what is true ([`Interview`]).
//!
//! [`read_facts`] does both, from bytes, and reports every fault of form and every impossible fact at once; each
//! [`Violation`] has one of the codes in [`mod@code`].

mod check;
pub mod code;
mod interview;
mod reading;
mod submission;
mod text;
mod violation;
mod vocabulary;
mod wishes;

pub(crate) use check::LONGEST_INSTANT_CHARS;
pub use check::{Checked, check, check_letter, check_line, nothing_is_sent, read_as_of};
pub(crate) use check::{first_forbidden, single_spaced};
pub use interview::{
    Candidate, CompetingOffer, Delay, Due, Employer, Interview, Notice, Person, PersonRef, Pin, Platform,
    Preferences, Received, Sent, Skip, Timeline, Withdrawal,
};
pub use reading::{Rejected, read, read_around_facts, read_facts};
pub(crate) use reading::{nearest, without_mark};
pub use submission::{
    CandidateSubmission, ClosureSubmission, CompetingOfferSubmission, DelaySubmission, EmployerSubmission,
    HistoryEntrySubmission, InterviewDetailsSubmission, InterviewSubmission, LinkedinSubmission,
    PersonSubmission, PinSubmission, PlatformSubmission, PreferencesSubmission, SkipSubmission,
    TimelineSubmission, WithdrawalSubmission,
};
pub use violation::Violation;
pub use vocabulary::{
    CareerStage, Channel, ContactPolicy, Culture, DelayReason, EntryKind, Format, Industry, InterviewStatus,
    Outcome, Purpose, Role, Stage, TimelineKind, WithdrawalReason,
};
pub use wishes::{Locale, Strategy, StrategyPreference, Tone, TonePreference};
