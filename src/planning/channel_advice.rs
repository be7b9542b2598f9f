//! The four channels, ranked for one message, with hours, preparation and what speaks for and against each.

mod options;

use chrono::{DateTime, Datelike, FixedOffset, Weekday};

use crate::calendar::{Hours, weekday_word};
use crate::facts::{Channel, ContactPolicy, Interview, PersonRef, Purpose};
use crate::guidance::{Reason, Reasons, rules};

use super::channel;
use super::courtesies::hours;
use super::decide::decide;
use super::explaining::{self, Speech};

pub use options::{ChannelAdvice, ChannelOption, Effectiveness, OpenHours, Tier};

/// Explains all four channels for a message of this purpose; nothing for `prepare` and `move_on`, where nothing is sent.
#[must_use]
pub fn channel_advice(
    interview: &Interview,
    as_of: DateTime<FixedOffset>,
    purpose: Purpose,
) -> Option<ChannelAdvice> {
    if !purpose.is_message() {
        return None;
    }
    let as_of = interview.zone.local(as_of);
    let decision = decide(interview, as_of);
    Some(advise(&Speech::new(interview, as_of, &decision), purpose))
}

/// The advice for the first person still to be written to.
pub(super) fn advise(speech: &Speech, purpose: Purpose) -> ChannelAdvice {
    let interview = speech.interview;
    let first = match speech.decision.draft(purpose) {
        Some(draft) => draft.addressees.first().copied(),
        None => channel::addressees(interview, purpose).first().copied(),
    };
    let person = first.and_then(|addressee| addressee.person);
    let open = channel::open_channels(interview, purpose, person);
    let recommended = open.first().copied().unwrap_or(Channel::Email);
    let weekend = match interview.calendar.region() {
        Some(region) => region.weekend(speech.as_of.year()),
        None => vec![Weekday::Sat, Weekday::Sun],
    };
    let mut channels: Vec<ChannelOption> = Channel::ALL
        .into_iter()
        .map(|channel| option(speech, purpose, person, channel, &open, &weekend))
        .collect();
    let rank = |channel: Channel| {
        open.iter()
            .position(|other| *other == channel)
            .unwrap_or(open.len())
    };
    channels.sort_by_key(|option| (option.tier, rank(option.channel), option.channel));
    let recipient = person
        .and_then(|person| interview.person(person))
        .and_then(|person| person.known_as());
    ChannelAdvice {
        purpose,
        recipient: recipient.map(str::to_owned),
        recommended,
        channels,
    }
}

fn option(
    speech: &Speech,
    purpose: Purpose,
    person: Option<PersonRef>,
    channel: Channel,
    open: &[Channel],
    weekend: &[Weekday],
) -> ChannelOption {
    let hours = hours(purpose, channel);
    let (effectiveness, advantages, drawbacks, preparation) = known_of(channel);
    let (tier, mut reasons) = judge(speech, purpose, person, channel, open);
    if matches!(tier, Tier::Recommended | Tier::Suitable) {
        if channel == Channel::Phone {
            reasons.push(Reason::new(
                &rules::CHANNEL_PHONE_CULTURE,
                "Some houses like a call and some do not: consider theirs first.",
            ));
        }
        reasons.push(Reason::new(&rules::CHANNEL_EFFECTIVENESS, rated(effectiveness)));
    }
    ChannelOption {
        channel,
        tier,
        effectiveness,
        hours: open_hours(hours, weekend),
        best_time: hours.best_time(),
        advantages,
        drawbacks,
        preparation,
        reasons,
    }
}

const fn rated(effectiveness: Effectiveness) -> &'static str {
    match effectiveness {
        Effectiveness::High => "It is rated high among the channels.",
        Effectiveness::ModerateToHigh => "It is rated moderate to high among the channels.",
    }
}

/// The hours by weekday, in the week of the country.
fn open_hours(hours: Hours, weekend: &[Weekday]) -> Vec<OpenHours> {
    let week = (0..7_u8).filter_map(|day| Weekday::try_from(day).ok());
    let days: Vec<_> = week
        .filter(|day| !hours.on_working_days_only() || !weekend.contains(day))
        .map(weekday_word)
        .collect();
    let spans = hours.spans().iter();
    spans
        .map(|span| OpenHours {
            days: days.clone(),
            from: span.opens,
            to: span.closes,
        })
        .collect()
}

/// The tier and why.
fn judge(
    speech: &Speech,
    purpose: Purpose,
    person: Option<PersonRef>,
    channel: Channel,
    open: &[Channel],
) -> (Tier, Reasons) {
    let interview = speech.interview;
    let because = |tier, rule, text: &'static str| (tier, Reasons::because(rule, text));
    if let Some(place) = open.iter().position(|other| *other == channel) {
        let tier = if place == 0 {
            Tier::Recommended
        } else {
            Tier::Suitable
        };
        let mut reasons = explaining::channel_reason(speech, purpose, person, channel).into();
        explaining::more_channel_reasons(speech, purpose, person, channel, &mut reasons);
        let known = person.and_then(|person| interview.person(person));
        if place == 0
            && known.is_some_and(|person| person.preferred_channel.is_none())
            && !interview.platform_only()
        {
            reasons.push(Reason::new(
                &rules::CHANNEL_PREFERRED,
                "If they tell you how they like to be reached, that comes first.",
            ));
        }
        return (tier, reasons);
    }
    if interview.platform_only() {
        return because(
            Tier::Avoid,
            &rules::CHANNEL_PLATFORM_ONLY,
            "Ruled out until a contract is signed; after that it opens.",
        );
    }
    if channel::has_failed(interview, person, channel) {
        return because(
            Tier::Avoid,
            &rules::HISTORY_DELIVERY_FAILED,
            "The last message this way did not arrive; a message that does arrive opens it again.",
        );
    }
    match channel {
        Channel::Phone if purpose == Purpose::ThankYou => because(
            Tier::Avoid,
            &rules::THANK_YOU_NEVER_BY_PHONE,
            "Thanks are written: a call asks for their time to give them nothing.",
        ),
        Channel::Phone if interview.employer.contact_policy != ContactPolicy::Open => because(
            Tier::Avoid,
            &rules::CONTACT_POLICY_NO_CALLS,
            "The employer does not want to be called.",
        ),
        Channel::Phone => because(
            Tier::Fallback,
            &rules::CHANNEL_PHONE_ONLY_WAY,
            "No number is known. With one, a call would be possible.",
        ),
        Channel::Platform => because(
            Tier::Avoid,
            &rules::CHANNEL_PLATFORM_ONLY,
            "No marketplace stands between you, or its contract is signed.",
        ),
        Channel::Linkedin => because(
            Tier::Fallback,
            &rules::CHANNEL_LINKEDIN_CONNECTED,
            "You are not connected there. With a connection it would be open; an invitation before the decision is too much.",
        ),
        Channel::Email if purpose == Purpose::Connect => because(
            Tier::Avoid,
            &rules::CHANNEL_LINKEDIN_NOTE,
            "This note is for LinkedIn; an e-mail would be one message more.",
        ),
        Channel::Email => because(
            Tier::Fallback,
            &rules::CHANNEL_ADDRESS_TO_FIND,
            "No address is known. With one, e-mail would be the first choice; look on the company's page.",
        ),
    }
}

type Known = (
    Effectiveness,
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

/// What the guides say of a channel, whoever it leads to.
const fn known_of(channel: Channel) -> Known {
    match channel {
        Channel::Email => (
            Effectiveness::High,
            &[
                "Formal and on record",
                "Room for detail",
                "Read when it suits them",
            ],
            &["Can feel impersonal", "Easily overlooked in a full inbox"],
            &[
                "Check the address and the spelling of the name",
                "Put your name and the position into the subject",
            ],
        ),
        Channel::Linkedin => (
            Effectiveness::ModerateToHigh,
            &["A personal touch", "Keeps a professional presence"],
            &["Not seen by those who seldom look in", "Little room"],
            &[
                "Complete your profile first: they will look at it",
                "Keep to sixty words",
            ],
        ),
        Channel::Phone => (
            Effectiveness::High,
            &["An answer at once", "A voice is remembered"],
            &[
                "Intrudes at the wrong hour",
                "Leaves nothing in writing",
                "Needs preparation",
            ],
            &[
                "Have the call script in front of you",
                "Consider whether their culture likes calls",
                "Find a quiet place; be ready to leave a voicemail",
            ],
        ),
        Channel::Platform => (
            Effectiveness::High,
            &[
                "Keeps to the marketplace's rules",
                "The whole conversation stays in one place",
            ],
            &["Read only by those who look in"],
            &[
                "Leave out addresses, numbers and links",
                "Turn on the marketplace's notifications",
            ],
        ),
    }
}
