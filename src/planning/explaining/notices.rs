//! What the planner took for granted, and what the caller should know.

use crate::facts::{Channel, Notice, Purpose};
use crate::planning::decision::{Draft, Move, Row};

use super::Speech;

/// The assumptions of the facts, and those of the planner.
pub(in crate::planning) fn assumptions(speech: &Speech) -> Vec<Notice> {
    let interview = speech.interview;
    let mut assumptions = interview.assumptions.clone();
    let mut assume = |code, text: &'static str| assumptions.push(Notice::new(code, text));
    let pending = || speech.decision.drafts.iter().filter(|draft| draft.is_pending());
    if pending().any(|draft| draft.moves.iter().any(|moved| matches!(moved, Move::Quiet(_)))) {
        assume(
            "year_end_quiet",
            "From 24 December to 1 January nobody is asked anything: what would fall there waits for the first working day of the year.",
        );
    }
    if pending().any(|draft| address_is_to_be_found(speech, draft)) {
        assume(
            "address_to_find",
            "No way to reach them is known: e-mail is planned, to an address that you find on the company's page. Send it along to complete the messages.",
        );
    }
    if pending().any(|draft| another_address_is_to_be_found(speech, draft)) {
        assume(
            "another_address_to_find",
            "A message did not arrive and no other channel is open: e-mail is planned, to another address that you find on the company's page.",
        );
    }
    if pending().any(|draft| preferred_without_address(speech, draft)) {
        assume(
            "preferred_channel_without_address",
            "They asked for a channel whose address or number is not known here: have it at hand when the day comes.",
        );
    }
    if speech.decision.row.is_some() && speech.decision.wait.stated.is_none() {
        assume(
            "no_timeline",
            "No date for the decision is known. At the next occasion, ask by when they expect to decide.",
        );
    }
    let knows_preference = || {
        let contact = interview.employer.contact.iter();
        contact
            .chain(&interview.interviewers)
            .any(|person| person.preferred_channel.is_some())
    };
    if speech.decision.row.is_some() && !interview.platform_only() && !knows_preference() {
        assume(
            "no_preferred_channel",
            "Nobody's preferred channel is known. At the next occasion, ask how they like to be reached.",
        );
    }
    assumptions
}

fn addressed<'a>(
    speech: &'a Speech,
    draft: &'a Draft,
) -> impl Iterator<Item = (Option<&'a crate::facts::Person>, Channel)> {
    draft.addressees.iter().map(|addressee| {
        (
            addressee
                .person
                .and_then(|person| speech.interview.person(person)),
            addressee.channel,
        )
    })
}

fn address_is_to_be_found(speech: &Speech, draft: &Draft) -> bool {
    addressed(speech, draft).any(|(person, channel)| {
        channel == Channel::Email
            && person.is_none_or(|person| {
                person.email.is_none() && person.preferred_channel != Some(Channel::Email)
            })
    })
}

fn another_address_is_to_be_found(speech: &Speech, draft: &Draft) -> bool {
    draft.addressees.iter().any(|addressee| {
        crate::planning::channel::has_failed(speech.interview, addressee.person, addressee.channel)
    })
}

fn preferred_without_address(speech: &Speech, draft: &Draft) -> bool {
    addressed(speech, draft).any(|(person, channel)| {
        person.is_some_and(|person| {
            person.preferred_channel == Some(channel)
                && match channel {
                    Channel::Email => person.email.is_none(),
                    Channel::Phone => person.phone.is_none(),
                    Channel::Linkedin => !person.connected,
                    Channel::Platform => speech.interview.platform.is_none(),
                }
        })
    })
}

/// What the caller should know.
pub(in crate::planning) fn warnings(speech: &Speech) -> Vec<Notice> {
    let decision = speech.decision;
    let mut warnings = speech.interview.warnings.clone();
    if decision.before_stated_date {
        let stated = decision.wait.stated.map(|day| speech.dates.day(day));
        let stated = stated.as_deref().unwrap_or_default();
        let wish = if decision.row == Some(Row::OneWeekWished) {
            "one week"
        } else {
            "two weeks"
        };
        let text = [
            "You asked for ",
            wish,
            ", but they said they decide by ",
            stated,
            ": asking earlier than they said can look impatient.",
        ];
        warnings.push(Notice::new("before_stated_date", text.concat()));
    }
    if decision.row == Some(Row::Immediate) {
        warnings.push(Notice::new(
            "overeager",
            "You asked to follow up at once: a status question within two days of the interview can look overeager.",
        ));
    }
    if decision.withdrawal_ignored {
        warnings.push(Notice::new(
            "withdrawal_after_rejection",
            "They have already turned the application down, so the withdrawal is ignored.",
        ));
    }
    for purpose in &decision.spent_pins {
        let text = if *purpose == Purpose::SecondCheckIn {
            "The day you set for the second check-in lies before their last message, so it no longer counts."
        } else {
            "The day you set for the check-in lies before their last message, so it no longer counts."
        };
        warnings.push(Notice::new("pin_spent", text));
    }
    warnings
}
