//! The four timing strategies on the same facts: what each would mean for the first status question, and which one fits.
//!
//! Each is the plan that `preferences.strategy` would give, so whoever takes a name from a comparison gets what stood there.

mod conflicts;
mod question;
mod sides;
mod why;

use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::facts::{Interview, Notice, Strategy, StrategyPreference};
use crate::guidance::{self, Reason, Reasons};

use super::decide::decide;
use super::explaining::{self, Speech};
use super::schedule::{State, Window};
use super::{ids, instant};
use question::Question;

/// The four timing strategies on one interview's facts, and the one that the planner takes.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct StrategyComparison {
    /// `UUIDv5` of the interview, as in its plan.
    pub id: Uuid,
    /// The instant for which this holds, in the employer's zone.
    #[serde(serialize_with = "instant::serialize")]
    pub as_of: DateTime<FixedOffset>,
    /// The edition of the rules; also a header, `Guidance-Version`.
    #[schema(example = "2026.1", max_length = 20)]
    pub guidance_version: &'static str,
    /// Where the follow-up stands, by the strategy that the facts ask for.
    pub state: State,
    /// The caller's own key, as given.
    #[schema(max_length = 200)]
    pub reference: Option<String>,
    /// The strategy that `auto` takes, whatever the facts ask for; null where no first check-in is to be sent. `auto` keeps to
    /// its day, `check_in`; where the sector decides slowly, the same strategy asked for by name has an earlier one.
    pub recommended: Option<Strategy>,
    /// The first check-in as `auto` plans it; null where none is to be sent.
    pub check_in: Option<PlannedCheckIn>,
    /// Why this one, and what becomes of the strategy that the facts ask for; or why there is nothing to compare.
    pub reasons: Reasons,
    /// All four, from the earliest by nature to the employer's own date.
    #[schema(min_items = 4, max_items = 4)]
    pub strategies: Vec<ComparedStrategy>,
    /// What was taken for granted.
    pub assumptions: Vec<Notice>,
    /// What the caller should know.
    pub warnings: Vec<Notice>,
}

/// One strategy on these facts.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ComparedStrategy {
    /// Which of the four; `preferences.strategy` takes it.
    pub name: Strategy,
    /// Whether it asks within the window of the recommended one, against nothing that they said, in its own time and, where the
    /// sector decides slowly, no earlier than the recommended one.
    pub fits: bool,
    /// The strategy that it falls back on, where the facts give it nothing to go by; null where it stands for itself.
    pub counts_as: Option<Strategy>,
    /// The first check-in as the plan with this strategy has it; null where none is to be sent.
    pub check_in: Option<PlannedCheckIn>,
    /// What speaks for it.
    pub advantages: Reasons,
    /// What speaks against it.
    pub disadvantages: Reasons,
    /// What of the employer's words it goes against; empty where it heeds them all.
    pub conflicts: Vec<Reason>,
    /// Why it fits or does not.
    pub reasons: Reasons,
}

/// When a first check-in would be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PlannedCheckIn {
    /// From when, best when, until when.
    pub window: Window,
    /// When to send it: the best moment or, once that has passed, the next good one.
    #[serde(serialize_with = "instant::serialize")]
    pub act_at: DateTime<FixedOffset>,
}

/// Compares the four timing strategies on a checked interview, as it stands at `as_of`.
///
/// Pure and total, as [`plan()`](super::plan()) is. State, assumptions and warnings are those of the plan that the facts ask for.
#[must_use]
pub fn compare_strategies(interview: &Interview, as_of: DateTime<FixedOffset>) -> StrategyComparison {
    let as_of = interview.zone.local(as_of);
    let mut wishing = interview.clone();
    let mut decided = |wish| {
        wishing.preferences.strategy = wish;
        decide(&wishing, as_of)
    };
    let auto = decided(StrategyPreference::Auto);
    let four = Strategy::ALL.map(|strategy| (strategy, decided(strategy.into())));
    let wish = four
        .iter()
        .find(|(strategy, _)| interview.preferences.strategy == (*strategy).into());
    let own = wish.map_or(&auto, |(_, decision)| decision);

    let by_rule = Speech::new(interview, as_of, &auto);
    let as_wished = Speech::new(interview, as_of, own);
    let recommended = Question::of(&auto);
    let mut reasons = match &recommended {
        Some(question) => why::recommended(&by_rule, question),
        None => why::nothing_to_ask(&by_rule),
    };
    if let Some((strategy, decision)) = wish {
        let wished = Question::of(decision);
        reasons.push(why::wish(
            &by_rule,
            *strategy,
            wished.as_ref(),
            recommended.as_ref(),
        ));
    }
    let strategies = four.iter().map(|(strategy, decision)| {
        let speech = Speech::new(interview, as_of, decision);
        compared(&speech, *strategy, recommended.as_ref(), &reasons)
    });
    StrategyComparison {
        id: ids::interview_id(interview),
        as_of,
        guidance_version: guidance::VERSION,
        state: own.state,
        reference: interview.reference.clone(),
        recommended: recommended.as_ref().map(|question| question.row.strategy()),
        check_in: recommended.as_ref().map(Question::planned),
        strategies: strategies.collect(),
        reasons,
        assumptions: explaining::assumptions(&as_wished),
        warnings: explaining::warnings(&as_wished),
    }
}

/// One strategy beside the recommended one; `overall` says why there is none, where there is none.
fn compared(
    speech: &Speech,
    name: Strategy,
    recommended: Option<&Question>,
    overall: &Reasons,
) -> ComparedStrategy {
    let question = recommended.and_then(|_| Question::of(speech.decision));
    let conflicts = match (recommended, &question) {
        (Some(recommended), Some(question)) => conflicts::conflicts(speech, question, recommended),
        (Some(_), None) => Vec::new(),
        (None, _) => conflicts::whatever_the_day(speech.interview),
    };
    let (fits, reasons) = match (recommended, &question) {
        (Some(recommended), Some(question)) => {
            why::fitness(speech, name, question, recommended, !conflicts.is_empty())
        }
        (Some(_), None) => (false, why::nothing_to_ask(speech)),
        (None, _) => (false, overall.clone().weightiest()),
    };
    let (advantages, disadvantages) = sides::sides(speech, name);
    ComparedStrategy {
        name,
        fits,
        counts_as: question.as_ref().and_then(|question| question.counts_as(name)),
        check_in: question.as_ref().map(Question::planned),
        advantages,
        disadvantages,
        conflicts,
        reasons,
    }
}
