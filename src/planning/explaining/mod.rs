//! The decision in the service's own sentences: they speak to the candidate, say what to do and why in one breath.

mod dates;
mod expectations;
mod headline;
mod notices;
mod reach;
mod reasons;
mod rows;
mod why_not;

pub(crate) use dates::Dates;
use dates::enumerate;
pub(super) use expectations::expectations;
pub(super) use headline::{headline, summary, title};
pub(super) use notices::{assumptions, warnings};
pub(super) use reach::channel_reasons;
pub(super) use reasons::reasons;
pub(super) use rows::strategy;

use crate::facts::{Interview, PersonRef};

use super::decision::{Decision, Draft, Instant};

/// What every sentence may need to know.
pub(super) struct Speech<'a> {
    pub(super) interview: &'a Interview,
    pub(super) as_of: Instant,
    pub(super) decision: &'a Decision,
    pub(super) dates: Dates,
}

impl Speech<'_> {
    /// The recipients of a step by name or address.
    pub(super) fn names(&self, draft: &Draft) -> Vec<String> {
        let people = draft
            .addressees
            .iter()
            .filter_map(|addressee| self.name(addressee.person));
        people.map(str::to_owned).collect()
    }

    fn name(&self, person: Option<PersonRef>) -> Option<&str> {
        self.interview.person(person?)?.known_as()
    }

    /// The recipients in a sentence; "the employer" where nobody is known.
    fn people(&self, draft: &Draft) -> String {
        let names = self.names(draft);
        if names.is_empty() {
            self.employer().to_owned()
        } else {
            enumerate(&names)
        }
    }

    fn employer(&self) -> &str {
        self.interview.employer.name.as_deref().unwrap_or("the employer")
    }
}
