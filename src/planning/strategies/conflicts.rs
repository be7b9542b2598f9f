//! What a question would go against of all that the employer said.

use crate::facts::{ContactPolicy, Interview};
use crate::guidance::{Reason, rules};
use crate::planning::StatedBy;
use crate::planning::explaining::{self, Speech};
use crate::planning::questions::away_until;

use super::question::Question;

/// What they said that a question at this moment does not heed.
pub(super) fn conflicts(speech: &Speech, question: &Question, recommended: &Question) -> Vec<Reason> {
    let mut conflicts = Vec::new();
    let day = question.act_at.date_naive();
    let asked = speech.dates.day(day);
    let wait = &speech.decision.wait;
    if let Some(stated) = wait.stated.filter(|stated| day <= *stated) {
        let (rule, said) = match wait.stated_by {
            StatedBy::Them => (&rules::CHECK_IN_STATED_DATE, "They named "),
            StatedBy::RangeOfTheirs => (
                &rules::CHECK_IN_UPPER_END_OF_RANGE,
                "They gave a range that runs to ",
            ),
            StatedBy::Delay => (
                &rules::CHECK_IN_DELAY_WITH_DATE,
                "What holds them up lasts until ",
            ),
        };
        let stated = speech.dates.day(stated);
        let text = [
            said,
            &stated,
            "; a question on ",
            &asked,
            " would not wait for that.",
        ];
        conflicts.push(Reason::new(rule, text.concat()));
    }
    if let Some(until) = away_until(speech.interview).filter(|until| day <= *until) {
        let until = speech.dates.day(until);
        let text = [
            "They are away until ",
            &until,
            "; on ",
            &asked,
            " nobody would be there to answer.",
        ];
        conflicts.push(Reason::new(&rules::CHECK_IN_OUT_OF_OFFICE, text.concat()));
    }
    // Without an end a delay explains the silence and forbids no date, so it speaks only against haste.
    if question.act_at < recommended.window.opens_at {
        let open = speech
            .interview
            .delays
            .iter()
            .filter(|delay| delay.until.is_none());
        conflicts.extend(open.map(|delay| {
            let said = explaining::delay_text(delay.reason);
            let text = [said, " A question on ", &asked, " would come in the midst of it."];
            Reason::new(explaining::delay_rule(delay.reason), text.concat())
        }));
    }
    conflicts
}

/// What no question could heed.
pub(super) fn whatever_the_day(interview: &Interview) -> Vec<Reason> {
    if interview.employer.contact_policy == ContactPolicy::NoContact {
        vec![explaining::no_contact()]
    } else {
        Vec::new()
    }
}
