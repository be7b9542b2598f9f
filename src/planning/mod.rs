//! Facts → plan: state, timing, channel. [`plan()`] holds the ifs; nothing here reads a clock or can fail.

mod board;
mod causes;
mod channel;
mod channel_advice;
mod courtesies;
mod decide;
mod decision;
mod explaining;
mod ids;
mod instant;
mod moved;
mod questions;
mod review;
mod schedule;
mod situation;
mod steps;
mod strategies;
mod waiting;

pub use channel_advice::{ChannelAdvice, ChannelOption, Effectiveness, OpenHours, Tier, channel_advice};
pub use schedule::{Addressee, ChosenStrategy, Schedule, State, Status, Step, Window};
pub use strategies::{ComparedStrategy, PlannedCheckIn, StrategyComparison, compare_strategies};

pub(crate) use crate::calendar::{MONTHS, weekday_name};
pub(crate) use channel::{addressees, thanks_to_lead_alone};
pub(crate) use explaining::Dates;
pub(crate) use ids::version_5;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::facts::Interview;
use crate::guidance::{self, Reason};

use explaining::Speech;

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
    /// Where the day comes from, if one is known.
    pub(crate) stated_by: StatedBy,
    /// Whether a reply of theirs started it afresh.
    pub(crate) fresh: bool,
    /// Whether anybody was thanked for the interview, or the thanks are still to go out by themselves.
    pub(crate) thanked: bool,
}

/// Where the day of the decision comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatedBy {
    /// They named a day, or a number of days.
    Them,
    /// They named a range, and its upper end counts.
    RangeOfTheirs,
    /// Something that holds the decision up lasts until then.
    Delay,
}

/// Plans the whole follow-up for a checked interview, as it stands at `as_of`.
///
/// Pure and total: the same facts and instant give the same plan, and none is refused.
#[must_use]
pub fn plan(interview: &Interview, as_of: DateTime<FixedOffset>) -> Plan {
    let as_of = interview.zone.local(as_of);
    let decision = decide::decide(interview, as_of);
    let speech = Speech::new(interview, as_of, &decision);
    let schedule = in_words(&speech);
    let advised = schedule
        .next()
        .filter(|step| step.channel.is_some())
        .map(|step| step.purpose)
        .or_else(|| next_message(&schedule.steps));
    Plan {
        channel_advice: advised.map(|purpose| channel_advice::advise(&speech, purpose)),
        expectations: explaining::expectations(&speech),
        wait: decision.wait,
        schedule,
    }
}

/// The [`plan()`]'s state and steps alone.
#[must_use]
pub fn schedule(interview: &Interview, as_of: DateTime<FixedOffset>) -> Schedule {
    let as_of = interview.zone.local(as_of);
    let decision = decide::decide(interview, as_of);
    in_words(&Speech::new(interview, as_of, &decision))
}

fn in_words(speech: &Speech) -> Schedule {
    let Speech {
        interview,
        as_of,
        decision,
        ..
    } = *speech;
    let id = ids::interview_id(interview);
    let steps: Vec<Step> = decision
        .drafts
        .iter()
        .map(|draft| step(speech, id, draft))
        .collect();
    let next = decision.next.and_then(|index| steps.get(index));
    Schedule {
        id,
        as_of,
        guidance_version: guidance::VERSION,
        state: decision.state,
        headline: explaining::headline(speech),
        next_step: next.map(|step| step.id),
        reference: interview.reference.clone(),
        review_at: review::review_at(interview, as_of, decision),
        strategy: explaining::strategy(speech),
        assumptions: explaining::assumptions(speech),
        warnings: explaining::warnings(speech),
        steps,
    }
}

/// The first moment at or after `instant` at which a message for this purpose may go out by this channel.
pub(crate) fn next_opening(
    interview: &Interview,
    purpose: crate::facts::Purpose,
    channel: crate::facts::Channel,
    instant: DateTime<FixedOffset>,
) -> DateTime<FixedOffset> {
    courtesies::hours(purpose, channel).slot(&interview.calendar, &interview.zone, instant)
}

/// The pending message with the earliest moment.
fn next_message(steps: &[Step]) -> Option<crate::facts::Purpose> {
    let pending = steps.iter().filter(|step| step.channel.is_some());
    pending
        .filter_map(|step| Some((step.act_at?, step.purpose)))
        .min()
        .map(|(_, purpose)| purpose)
}

fn step(speech: &Speech, plan: uuid::Uuid, draft: &decision::Draft) -> Step {
    let reasons = explaining::reasons(speech, draft);
    // What moved a step last says best why it stands where it stands; those reasons follow the rule's, in order.
    let moves = if draft.is_pending() { draft.moves.len() } else { 0 };
    let because = reasons.iter().nth(moves).map_or("", Reason::text);
    let first = draft.addressees.first().and_then(|addressee| addressee.person);
    let mut alternatives = Vec::new();
    if let Some(chosen) = draft.channel {
        alternatives = channel::open_channels(speech.interview, draft.purpose, first);
        alternatives.retain(|channel| *channel != chosen);
    }
    let people = speech.people(draft);
    Step {
        id: ids::step_id(plan, draft.purpose),
        purpose: draft.purpose,
        status: draft.status,
        channel: draft.channel,
        alternatives,
        recipients: speech.names(draft).map(str::to_owned).collect(),
        window: draft.window,
        act_at: draft.act_at,
        title: explaining::title(draft, &people),
        summary: explaining::summary(speech, draft, &people, because),
        reasons,
        addressees: draft.addressees.clone(),
    }
}
