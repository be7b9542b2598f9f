//! What we are told: the JSON as sent ([`InterviewSubmission`]), judged by [`check()`] into what is true ([`Interview`]).

mod check;
pub mod code;
mod interview;
mod submission;
mod violation;
mod vocabulary;

pub use check::{Checked, check};
pub use interview::{
    Candidate, CompetingOffer, Delay, Due, Employer, Interview, Notice, Person, PersonRef, Pin, Platform,
    Preferences, Received, Sent, Skip, Timeline, Withdrawal,
};
pub use submission::{
    CandidateSubmission, ClosureSubmission, CompetingOfferSubmission, DelaySubmission, EmployerSubmission,
    HistoryEntrySubmission, InterviewDetailsSubmission, InterviewSubmission, LinkedinSubmission,
    PersonSubmission, PinSubmission, PlatformSubmission, PreferencesSubmission, SkipSubmission,
    TimelineSubmission, WithdrawalSubmission,
};
pub use violation::Violation;
pub use vocabulary::{
    CareerStage, Channel, ContactPolicy, Culture, DelayReason, EntryKind, Format, Industry, InterviewStatus,
    Locale, Outcome, Purpose, Role, Stage, Strategy, StrategyPreference, TimelineKind, Tone, TonePreference,
    WithdrawalReason,
};
