//! Why a step is not needed, in words.

use crate::facts::Purpose;
use crate::guidance::{Reason, rules};
use crate::planning::decision::{Draft, WhyNot};

use super::Speech;
use super::reasons::in_your_words;

pub(super) fn why_not(speech: &Speech, draft: &Draft, why_not: WhyNot) -> Reason {
    let closed = || speech.dates.day(draft.window.closes_at.date_naive());
    match why_not {
        WhyNot::Withdrawn => Reason::new(
            &rules::WITHDRAW_ENDS_THE_REST,
            "You have withdrawn, so nothing else is to be sent.",
        ),
        WhyNot::GoodNews => Reason::new(
            &rules::OUTCOME_ENDS_THE_WAIT,
            "They came back with good news: your answer to it is all that is needed.",
        ),
        WhyNot::Rejected => Reason::new(
            &rules::OUTCOME_ENDS_THE_WAIT,
            "They have decided. A gracious answer and a word some weeks later are all that helps now.",
        ),
        WhyNot::Skipped => Reason::new(&rules::CALLER_SKIP, skipped(speech, draft.purpose)),
        WhyNot::NoContact => no_contact(),
        WhyNot::Limit => Reason::new(&rules::CALLER_LIMIT, limit(speech)),
        WhyNot::NoFirst => Reason::new(
            &rules::SECOND_CHECK_IN_NEEDS_A_FIRST,
            "There is no first check-in, so there is no second one either.",
        ),
        WhyNot::WindowOver if draft.channel.is_none() => Reason::new(
            &rules::PACE_WINDOW_OVER,
            ["Its time ran until ", &closed(), "."].concat(),
        ),
        WhyNot::WindowOver => Reason::new(
            &rules::PACE_WINDOW_OVER,
            [
                "Its time ran until ",
                &closed(),
                "; now it would come out of the blue.",
            ]
            .concat(),
        ),
        WhyNot::Ended => Reason::new(
            &rules::CHECK_IN_ENDED,
            [
                "Its time ran until ",
                &closed(),
                ", more than sixty working days ago: a question now would only puzzle.",
            ]
            .concat(),
        ),
        WhyNot::TooLateForThanks => Reason::new(
            &rules::THANK_YOU_TOO_LATE,
            "More than ten working days have passed since the interview: thanks alone would look odd now.",
        ),
        WhyNot::CheckInCarriesThanks => Reason::new(
            &rules::THANK_YOU_CHECK_IN_CARRIES_IT,
            "It is time to check in, and that message opens with your thanks: one message instead of two.",
        ),
        WhyNot::StatusAsked => Reason::new(
            &rules::THANK_YOU_TOO_LATE,
            "You have already asked about the status; a thank-you after that would look like a second reminder.",
        ),
        WhyNot::ReplyCarriesThanks => Reason::new(
            &rules::THANK_YOU_REPLY_CARRIES_IT,
            "They have written to you: your answer carries the thanks.",
        ),
        WhyNot::NobodyConnected => Reason::new(
            &rules::CONNECT_ONLY_IF_CONNECTED,
            "The person who answers for the process is not connected with you, and a new invitation waits until the decision.",
        ),
        WhyNot::PlatformOnly => Reason::new(
            &rules::CHANNEL_PLATFORM_ONLY,
            "Until a contract is signed, everything goes through the marketplace's own messages; LinkedIn is ruled out.",
        ),
        WhyNot::AlreadyAnswered => Reason::new(
            &rules::REPLY_ALREADY_ANSWERED,
            "Nothing is owed here: you have written since, or their message was itself an answer to yours.",
        ),
        WhyNot::Superseded => Reason::new(
            &rules::REPLY_LATEST_DECIDES,
            "A later message of theirs has overtaken this one.",
        ),
        WhyNot::StayInTouchSaysIt => Reason::new(
            &rules::PACE_WINDOW_OVER,
            "It is late for an answer to the rejection; a friendly word to stay in touch says it better now.",
        ),
        WhyNot::DeadlinePassed => Reason::new(
            &rules::SHARE_DEADLINE_PASSED,
            "The other offer has to be answered before a message could still change anything.",
        ),
        WhyNot::TheyWrote => Reason::new(
            &rules::RESCHEDULE_ALREADY_IN_TOUCH,
            "They have been in touch since, so you need not ask for another time.",
        ),
    }
}

/// They want no contact.
pub(in crate::planning) fn no_contact() -> Reason {
    Reason::new(
        &rules::CONTACT_POLICY_NO_CONTACT,
        "They asked candidates not to get in touch; only thanks and replies are welcome.",
    )
}

fn skipped(speech: &Speech, purpose: Purpose) -> String {
    let reason = speech
        .interview
        .skips
        .iter()
        .find(|skip| skip.purpose == purpose)
        .and_then(|skip| skip.reason.as_deref());
    in_your_words("You left this step out", reason)
}

fn limit(speech: &Speech) -> &'static str {
    if speech.interview.preferences.max_check_ins == 0 {
        "You asked for no status questions."
    } else {
        "You asked for one status question at most."
    }
}
