//! The decision in the service's own sentences: they speak to the candidate, say what to do and why in one breath.

mod dates;
mod days_off;
mod expectations;
mod headline;
mod notices;
mod reach;
mod reasons;
mod rows;
mod why_not;
mod window;

pub(crate) use dates::Dates;
pub(super) use dates::Said;
pub(super) use expectations::{delay_rule, delay_text, expectations};
pub(super) use headline::{headline, summary, title};
pub(super) use notices::{assumptions, warnings};
pub(super) use reach::{channel_reason, more_channel_reasons};
pub(super) use reasons::reasons;
pub(super) use rows::{row_in_short, strategy};
pub(super) use why_not::no_contact;

use std::borrow::Cow;

use crate::facts::Interview;

use super::decision::{Decision, Draft, Instant};

/// What every sentence may need to know.
pub(super) struct Speech<'a> {
    pub(super) interview: &'a Interview,
    pub(super) as_of: Instant,
    pub(super) decision: &'a Decision,
    pub(super) dates: Dates,
}

impl<'a> Speech<'a> {
    pub(super) fn new(interview: &'a Interview, as_of: Instant, decision: &'a Decision) -> Self {
        Self {
            interview,
            as_of,
            decision,
            dates: Dates::new(as_of),
        }
    }

    /// The recipients of a step by name or address.
    pub(super) fn names(&self, draft: &Draft) -> impl Iterator<Item = &'a str> {
        let interview = self.interview;
        draft
            .addressees
            .iter()
            .filter_map(move |addressee| interview.person(addressee.person?)?.known_as())
    }

    /// The recipients in a sentence, "Tom Iwata, Ines Duarte and Bo Carver"; "the employer" where nobody is known.
    pub(super) fn people(&self, draft: &Draft) -> Cow<'a, str> {
        let mut names = self.names(draft);
        let Some(first) = names.next() else {
            return Cow::Borrowed(self.employer());
        };
        let mut people = Cow::Borrowed(first);
        let mut names = names.peekable();
        while let Some(name) = names.next() {
            let people = people.to_mut();
            people.push_str(if names.peek().is_some() { ", " } else { " and " });
            people.push_str(name);
        }
        people
    }

    fn employer(&self) -> &'a str {
        self.interview.employer.name.as_deref().unwrap_or("the employer")
    }
}
