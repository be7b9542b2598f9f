//! Facts → plan: state, timing, channel. [`plan()`] holds the ifs; nothing here reads a clock or can fail.

mod causes;
mod channel;
mod channel_advice;
mod courtesies;
mod decide;
mod decision;
mod instant;
mod questions;
mod schedule;
mod situation;
mod waiting;

pub use channel_advice::{ChannelAdvice, ChannelOption, Effectiveness, OpenHours, Tier};
pub use schedule::{Addressee, ChosenStrategy, Schedule, State, Status, Step, Window};

use chrono::NaiveDate;

use crate::guidance::Reason;

/// All that planning decides: the schedule, the next message's channel, and what silence means so far.
#[derive(Clone, Debug)]
pub struct Plan {
    /// State and steps.
    pub schedule: Schedule,
    /// By what means the next message goes; none where no message is pending.
    pub channel_advice: Option<ChannelAdvice>,
    /// While an answer is awaited: what silence means so far.
    pub expectations: Vec<Reason>,
    /// The wait that the status questions belong to, for the words.
    pub(crate) wait: Wait,
}

/// The present wait for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wait {
    /// The policy's D0 of the status questions: the interview's day, or that of the reply that started the wait afresh.
    pub(crate) from: NaiveDate,
    /// The policy's T: the day by which a decision was announced, if one was.
    pub(crate) stated: Option<NaiveDate>,
    /// Whether a reply of theirs started it afresh.
    pub(crate) fresh: bool,
    /// Whether anybody was thanked for the interview.
    pub(crate) thanked: bool,
}
