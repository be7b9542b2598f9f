//! Interviews in several parts, which stand in any order and may be days apart: the plan begins after the last.

use chrono::{DateTime, FixedOffset};

use super::found::Found;
use super::reading::Part;

/// One part of an interview.
pub(super) struct Slot<'a> {
    pub(super) part: Part<'a>,
    start: Option<DateTime<FixedOffset>>,
    end: Option<DateTime<FixedOffset>>,
}

impl<'a> Slot<'a> {
    /// A part whose start and end stand in the properties of these names.
    pub(super) fn read(part: Part<'a>, start: &str, end: &str) -> Self {
        Self {
            start: part.at(start).instant("interview.started_at"),
            end: part.at(end).instant("interview.ended_at"),
            part,
        }
    }

    fn over(&self) -> Option<DateTime<FixedOffset>> {
        self.end.or(self.start)
    }
}

/// Takes the times of the last of these parts, and hands them out in the order in which they took place.
pub(super) fn take<'a>(found: &mut Found, mut slots: Vec<Slot<'a>>) -> Vec<Slot<'a>> {
    // Those without a time come first, so that the last one has a time if any has.
    slots.sort_by_key(Slot::over);
    if let Some(last) = slots.last() {
        found.started_at = last.start;
        found.ended_at = last.end;
        if slots.len() > 1 {
            let detail = format!(
                "The interview has {} parts: the plan begins after the last, `{}`; whoever interviewed in any of them is thanked.",
                slots.len(),
                last.part.name()
            );
            last.part
                .notes
                .note("last_of_several", "interview.ended_at", detail);
        }
    }
    slots
}
