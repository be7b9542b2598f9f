//! The first status question as the plan with one strategy has it.

use crate::facts::{Purpose, Strategy};
use crate::planning::decision::{Decision, Draft, Instant, Row};
use crate::planning::schedule::Window;

use super::PlannedCheckIn;

/// A first check-in that is to be sent.
pub(super) struct Question<'a> {
    /// What set its window.
    pub(super) row: Row,
    pub(super) draft: &'a Draft,
    pub(super) window: Window,
    /// When it would be asked now.
    pub(super) act_at: Instant,
}

impl<'a> Question<'a> {
    /// None where the plan sends none.
    pub(super) fn of(decision: &'a Decision) -> Option<Self> {
        let draft = decision.draft(Purpose::CheckIn)?;
        Some(Self {
            row: decision.row?,
            draft,
            window: draft.window,
            act_at: draft.act_at?,
        })
    }

    pub(super) const fn planned(&self) -> PlannedCheckIn {
        PlannedCheckIn {
            window: self.window,
            act_at: self.act_at,
        }
    }

    /// Whether the strategy is the recommended one by name and by day.
    pub(super) fn is(&self, name: Strategy, recommended: &Question) -> bool {
        recommended.row.strategy() == name && self.planned() == recommended.planned()
    }

    /// What the strategy falls back on, if it does.
    pub(super) fn counts_as(&self, name: Strategy) -> Option<Strategy> {
        let taken = self.row.strategy();
        (taken != name).then_some(taken)
    }
}
