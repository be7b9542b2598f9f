//! What a check finds on its way through the facts.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::facts::code::{self, Code};
use crate::facts::interview::Notice;
use crate::facts::violation::{Place, Violation};

/// Faults, and what was taken for granted or is worth a warning.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) violations: Vec<Violation>,
    pub(super) assumptions: Vec<Notice>,
    pub(super) warnings: Vec<Notice>,
}

impl Findings {
    /// Notes a fault.
    pub(super) fn fault(&mut self, place: Place<'_>, code: &Code, detail: impl Into<String>) {
        self.violations.push(Violation::new(place, code, detail));
    }

    /// Notes that a property is missing.
    pub(super) fn missing(&mut self, place: Place<'_>, why: &str) {
        self.fault(place, &code::MISSING, format!("{place} must be given{why}."));
    }

    /// Notes what was taken for granted, in a sentence to the candidate.
    pub(super) fn assume(&mut self, code: &'static str, detail: impl Into<Cow<'static, str>>) {
        self.assumptions.push(Notice::new(code, detail));
    }

    /// Notes what the caller should know, in a sentence to the candidate.
    pub(super) fn warn(&mut self, code: &'static str, detail: impl Into<Cow<'static, str>>) {
        self.warnings.push(Notice::new(code, detail));
    }

    /// A value that must be there.
    pub(super) fn required<T>(&mut self, place: Place<'_>, given: Option<T>) -> Option<T> {
        if given.is_none() {
            self.missing(place, "");
        }
        given
    }

    /// A list, cut where it has too many entries, so that one that is far too long is reported once.
    pub(super) fn list<T>(&mut self, place: Place<'_>, given: Option<Vec<T>>, most: usize) -> Vec<T> {
        let mut list = given.unwrap_or_default();
        if list.len() > most {
            let detail = format!(
                "{place} must have at most {most} entries; there are {}.",
                list.len()
            );
            self.fault(place, &code::TOO_MANY, detail);
            list.truncate(most);
        }
        list
    }

    /// A whole number within bounds, both included.
    pub(super) fn number(
        &mut self,
        place: Place<'_>,
        given: Option<i64>,
        bounds: RangeInclusive<u32>,
    ) -> Option<u32> {
        let given = given?;
        let number = u32::try_from(given).ok().filter(|number| bounds.contains(number));
        if number.is_none() {
            let (least, most) = bounds.into_inner();
            let detail = format!("{place} must be {least} to {most}; it is {given}.");
            self.fault(place, &code::OUT_OF_RANGE, detail);
        }
        number
    }
}
