//! By what means and to whom, and why.

use crate::facts::{Channel, ContactPolicy, PersonRef, Purpose, Role};
use crate::guidance::{Reason, Reasons, rules};
use crate::planning::channel;
use crate::planning::decision::Draft;

use super::Speech;

/// By what means, and to whom.
pub(super) fn by_and_to(speech: &Speech, draft: &Draft, reasons: &mut Reasons) {
    let Some(channel) = draft.channel else { return };
    let interview = speech.interview;
    let first = draft.addressees.first().and_then(|addressee| addressee.person);
    reasons.push(channel_reason(speech, draft.purpose, first, channel));
    more_channel_reasons(speech, draft.purpose, first, channel, reasons);
    if draft.purpose == Purpose::ThankYou {
        if channel::thanks_to_lead_alone(interview) {
            reasons.push(Reason::new(
                &rules::THANK_YOU_ONE_TO_THE_LEAD,
                "More than five took part: one note to the lead, with the wish to pass it on.",
            ));
        } else if draft.addressees.len() > 1 {
            reasons.push(Reason::new(
                &rules::THANK_YOU_EVERYONE_WHO_ATTENDED,
                "Each who took part gets a note of their own, no two alike.",
            ));
        }
    } else if draft
        .addressees
        .iter()
        .any(|addressee| addressee.person.is_some())
        && interview.interviewers.len() > 1
    {
        let people = speech.people(draft);
        let text = ["One person gets everything but the thanks: ", &people, "."].concat();
        reasons.push(Reason::new(&rules::RECIPIENT_MAIN_PERSON, text));
    }
    if first
        .and_then(|person| interview.person(person))
        .is_some_and(|person| person.role == Role::AgencyRecruiter)
    {
        reasons.push(Reason::new(
            &rules::RECIPIENT_AGENCY,
            "An agency acts for the employer, so you write to its recruiter.",
        ));
    }
}

/// Why this channel for this person.
pub(in crate::planning) fn channel_reason(
    speech: &Speech,
    purpose: Purpose,
    person: Option<PersonRef>,
    channel: Channel,
) -> Reason {
    let interview = speech.interview;
    if interview.platform_only() {
        let name = interview
            .platform
            .as_ref()
            .and_then(|platform| platform.name.as_deref())
            .unwrap_or("the marketplace");
        let text = [
            "Until a contract is signed, ",
            name,
            " allows its own messages alone.",
        ];
        return Reason::new(&rules::CHANNEL_PLATFORM_ONLY, text.concat());
    }
    let known = person.and_then(|person| interview.person(person));
    let prefers = known.and_then(|person| person.preferred_channel);
    if prefers == Some(channel) && purpose != Purpose::Connect {
        let text = ["They asked to be reached by ", spoken(channel), "."].concat();
        return Reason::new(&rules::CHANNEL_PREFERRED, text);
    }
    match channel {
        failed if channel::has_failed(interview, person, failed) => Reason::new(
            &rules::CHANNEL_ADDRESS_TO_FIND,
            "E-mail, but to another address: a message did not arrive. Look for one on the company's page.",
        ),
        Channel::Email if known.is_some_and(|person| person.email.is_some()) => Reason::new(
            &rules::CHANNEL_EMAIL,
            "E-mail, since the address is known: formal, on record, read when it suits them.",
        ),
        Channel::Email | Channel::Platform => Reason::new(
            &rules::CHANNEL_ADDRESS_TO_FIND,
            "E-mail, though no way to reach them is known yet: look for the address on the company's page.",
        ),
        Channel::Linkedin if purpose == Purpose::Connect => Reason::new(
            &rules::CHANNEL_LINKEDIN_NOTE,
            "You are connected on LinkedIn, where a short note belongs.",
        ),
        Channel::Linkedin if purpose == Purpose::StayInTouch => Reason::new(
            &rules::CHANNEL_LINKEDIN_STAY_IN_TOUCH,
            "LinkedIn is the place to stay in touch, with an invitation if you are not connected.",
        ),
        Channel::Linkedin => Reason::new(
            &rules::CHANNEL_LINKEDIN_CONNECTED,
            "You are connected on LinkedIn, so a message reaches them there.",
        ),
        Channel::Phone if purpose == Purpose::SecondCheckIn && interview.employer.welcomes_calls => {
            Reason::new(
                &rules::CHANNEL_PHONE_SECOND_TOUCH,
                "Calls are welcome there and a number is known: a second touch by voice reaches further than a second e-mail.",
            )
        }
        Channel::Phone => Reason::new(
            &rules::CHANNEL_PHONE_ONLY_WAY,
            "A telephone number is known, and calls are not ruled out.",
        ),
    }
}

/// What else bears on the choice of this channel for this person.
pub(in crate::planning) fn more_channel_reasons(
    speech: &Speech,
    purpose: Purpose,
    person: Option<PersonRef>,
    channel: Channel,
    reasons: &mut Reasons,
) {
    let interview = speech.interview;
    if interview.platform_only() {
        return;
    }
    let failed = Channel::ALL
        .into_iter()
        .find(|other| *other != channel && channel::has_failed(interview, person, *other));
    if let Some(failed) = failed {
        let text = [
            "A message by ",
            spoken(failed),
            " did not arrive, so another way is taken.",
        ]
        .concat();
        reasons.push(Reason::new(&rules::HISTORY_DELIVERY_FAILED, text));
    }
    let known = person.and_then(|person| interview.person(person));
    if known.is_some_and(|person| person.preferred_channel == Some(Channel::Phone))
        && channel != Channel::Phone
    {
        if purpose == Purpose::ThankYou {
            reasons.push(Reason::new(
                &rules::THANK_YOU_NEVER_BY_PHONE,
                "They prefer calls, but thanks are always written.",
            ));
        } else if interview.employer.contact_policy != ContactPolicy::Open {
            reasons.push(Reason::new(
                &rules::CONTACT_POLICY_NO_CALLS,
                "They prefer calls, but the employer rules them out.",
            ));
        }
    }
}

pub(super) const fn spoken(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "e-mail",
        Channel::Linkedin => "LinkedIn",
        Channel::Phone => "phone",
        Channel::Platform => "the platform's messages",
    }
}
