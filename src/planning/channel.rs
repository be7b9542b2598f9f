//! By what means and to whom: the channels in the policy's order, the main person, those who are thanked.

use crate::facts::{Channel, ContactPolicy, Interview, Person, PersonRef, Purpose, Role};
use crate::guidance::parameters as figure;

use super::schedule::Addressee;

/// The person who gets everything but the interviewers' thanks: `employer.contact`, else the hiring manager, else the first interviewer.
pub(super) fn main_person(interview: &Interview) -> Option<PersonRef> {
    if interview.employer.contact.is_some() {
        return Some(PersonRef::Contact);
    }
    let manager = interview
        .interviewers
        .iter()
        .position(|person| person.role == Role::HiringManager);
    manager
        .or((!interview.interviewers.is_empty()).then_some(0))
        .map(PersonRef::Interviewer)
}

/// Whether an agency's recruiter stands between candidate and employer, and so gets everything.
fn through_agency(interview: &Interview) -> bool {
    interview
        .employer
        .contact
        .as_ref()
        .is_some_and(|contact| contact.role == Role::AgencyRecruiter)
}

/// Whether so many attended that only the lead is thanked, with the wish to pass it on.
pub(crate) fn thanks_to_lead_alone(interview: &Interview) -> bool {
    !through_agency(interview)
        && interview
            .interviewers
            .iter()
            .filter(|person| person.attended)
            .count()
            > figure::THANK_YOU_AT_MOST_PEOPLE
}

/// Those who are thanked: each who attended; of more than five the lead alone; the contact where none is known.
pub(super) fn people_to_thank(interview: &Interview) -> Vec<PersonRef> {
    if through_agency(interview) {
        return vec![PersonRef::Contact];
    }
    let attended = || {
        interview
            .interviewers
            .iter()
            .enumerate()
            .filter(|(_, person)| person.attended)
    };
    match attended().count() {
        0 => interview
            .employer
            .contact
            .iter()
            .map(|_| PersonRef::Contact)
            .collect(),
        count if count > figure::THANK_YOU_AT_MOST_PEOPLE => {
            let lead = attended().find(|(_, person)| person.role == Role::HiringManager);
            lead.or_else(|| attended().next())
                .map(|(index, _)| PersonRef::Interviewer(index))
                .into_iter()
                .collect()
        }
        _ => attended()
            .map(|(index, _)| PersonRef::Interviewer(index))
            .collect(),
    }
}

/// To whom a LinkedIn note goes: the main person if connected; without a contact, else the first interviewer who is.
pub(super) fn person_to_connect(interview: &Interview) -> Option<PersonRef> {
    let connected = |person: &PersonRef| interview.person(*person).is_some_and(|person| person.connected);
    let main = main_person(interview).filter(connected);
    if main.is_some() || interview.employer.contact.is_some() {
        return main;
    }
    (0..interview.interviewers.len())
        .map(PersonRef::Interviewer)
        .find(connected)
}

/// Whether anybody at all is connected on LinkedIn.
pub(super) fn somebody_connected(interview: &Interview) -> bool {
    interview
        .employer
        .contact
        .iter()
        .chain(&interview.interviewers)
        .any(|person| person.connected)
}

/// Whom a step of this purpose is for, each by the channel that the policy puts first. Empty for `prepare` and `move_on`.
pub(crate) fn addressees(interview: &Interview, purpose: Purpose) -> Vec<Addressee> {
    let to = |person| Addressee {
        person,
        channel: first_channel(interview, purpose, person),
    };
    match purpose {
        Purpose::Prepare | Purpose::MoveOn => Vec::new(),
        Purpose::ThankYou => {
            let people = people_to_thank(interview);
            if people.is_empty() {
                return vec![to(None)];
            }
            people.into_iter().map(|person| to(Some(person))).collect()
        }
        Purpose::Connect => vec![to(person_to_connect(interview).or_else(|| main_person(interview)))],
        _ => vec![to(main_person(interview))],
    }
}

/// The channel that the policy puts first.
fn first_channel(interview: &Interview, purpose: Purpose, person: Option<PersonRef>) -> Channel {
    channels_in_order(interview, purpose, person)
        .next()
        .unwrap_or(Channel::Email)
}

/// The channels open for a message to a person, best first; never empty, since an address can be found.
pub(super) fn open_channels(
    interview: &Interview,
    purpose: Purpose,
    person: Option<PersonRef>,
) -> Vec<Channel> {
    let mut open = Vec::with_capacity(4);
    for channel in channels_in_order(interview, purpose, person) {
        if !open.contains(&channel) {
            open.push(channel);
        }
    }
    if purpose == Purpose::Connect && open.first() == Some(&Channel::Linkedin) {
        open.truncate(1);
    }
    if open.is_empty() {
        open.push(Channel::Email);
    }
    open
}

/// The channels that are open, in the policy's order; some twice, where two reasons speak for them.
fn channels_in_order(
    interview: &Interview,
    purpose: Purpose,
    person: Option<PersonRef>,
) -> impl Iterator<Item = Channel> {
    let platform = interview.platform_only();
    let known = person.and_then(|person| interview.person(person));
    let may_call = may_call(interview, purpose);
    let has_number = known.is_some_and(|person| person.phone.is_some());
    let preferred = known.and_then(|person| person.preferred_channel);
    let by_voice =
        purpose == Purpose::SecondCheckIn && interview.employer.welcomes_calls && has_number && may_call;
    let by_name = purpose == Purpose::StayInTouch && known.is_some_and(|person| person.name.is_some());
    let in_order = [
        (purpose == Purpose::Connect).then_some(Channel::Linkedin),
        preferred.filter(|channel| *channel != Channel::Phone || may_call),
        by_name.then_some(Channel::Linkedin),
        by_voice.then_some(Channel::Phone),
        known
            .is_some_and(|person| person.email.is_some())
            .then_some(Channel::Email),
        known
            .is_some_and(|person| person.connected)
            .then_some(Channel::Linkedin),
        (has_number && may_call).then_some(Channel::Phone),
    ];
    let open = in_order
        .into_iter()
        .flatten()
        .filter(move |channel| !platform && !has_failed(interview, person, *channel));
    platform.then_some(Channel::Platform).into_iter().chain(open)
}

/// Whether a message of this purpose may be a call at all.
fn may_call(interview: &Interview, purpose: Purpose) -> bool {
    interview.employer.contact_policy == ContactPolicy::Open && purpose != Purpose::ThankYou
}

/// Whether the last message sent to the person by this channel did not arrive.
pub(super) fn has_failed(interview: &Interview, person: Option<PersonRef>, channel: Channel) -> bool {
    let known = person.and_then(|person| interview.person(person));
    let last = interview
        .sent
        .iter()
        .rfind(|sent| sent.channel == Some(channel) && meant_for(known, sent.recipient.as_deref()));
    last.is_some_and(|sent| !sent.delivered)
}

/// Whether an entry with this recipient stands for the person; one without a recipient stands for all.
pub(super) fn meant_for(person: Option<&Person>, recipient: Option<&str>) -> bool {
    match (person, recipient) {
        (Some(person), Some(recipient)) => person.answers_to(recipient),
        (None, _) | (_, None) => true,
    }
}
