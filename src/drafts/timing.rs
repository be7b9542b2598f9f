//! Whether a message should go out now at all, by the plan.

use crate::facts::{Channel, ContactPolicy, Interview, Purpose};
use crate::guidance::{Reason, rules};
use crate::planning::{self, Dates, Plan, Status, Step};

use super::review::SendNow;
use super::submission::Draft;

/// Whether the draft should go out at the moment of the plan. What the draft says plays no part.
pub(super) fn send_now(interview: &Interview, plan: &Plan, draft: &Draft) -> SendNow {
    let mut against: Vec<Reason> = wrong_channel(interview, draft).into_iter().collect();
    let step = plan
        .schedule
        .steps
        .iter()
        .find(|step| step.purpose == draft.purpose);
    match step {
        None => against.push(too_early(no_step(interview, draft.purpose))),
        Some(step) => against.extend(not_yet(interview, plan, draft, step)),
    }
    if !against.is_empty() {
        return SendNow {
            advised: false,
            reasons: against,
        };
    }
    let reasons = step
        .map(|step| step.reasons.iter().cloned().collect())
        .unwrap_or_default();
    SendNow {
        advised: true,
        reasons,
    }
}

fn too_early(text: impl Into<std::borrow::Cow<'static, str>>) -> Reason {
    Reason::new(&rules::DRAFT_SENT_TOO_EARLY, text)
}

/// What speaks against the means, whatever the time.
fn wrong_channel(interview: &Interview, draft: &Draft) -> Option<Reason> {
    let by_phone = draft.channel == Channel::Phone;
    if interview.platform_only() && draft.channel != Channel::Platform {
        return Some(Reason::new(
            &rules::MESSAGE_NO_CONTACT_DETAILS,
            "Before the contract the marketplace allows its own messages alone: send it there.",
        ));
    }
    if by_phone && interview.employer.contact_policy != ContactPolicy::Open {
        return Some(Reason::new(
            &rules::CONTACT_POLICY_NO_CALLS,
            "They asked candidates not to call: write instead.",
        ));
    }
    (by_phone && draft.purpose == Purpose::ThankYou).then(|| {
        Reason::new(
            &rules::THANK_YOU_NEVER_BY_PHONE,
            "Thanks are written, so that nobody has to answer them.",
        )
    })
}

/// What speaks against the moment; nothing where it is the right one.
fn not_yet(interview: &Interview, plan: &Plan, draft: &Draft, step: &Step) -> Vec<Reason> {
    let as_of = plan.schedule.as_of;
    let dates = Dates::new(as_of);
    let with_the_step_s = |text: String| {
        let mut reasons = vec![too_early(text)];
        reasons.extend(step.reasons.iter().cloned());
        reasons
    };
    match step.status {
        Status::Upcoming => {
            let best = step.act_at.unwrap_or(step.window.best_at);
            let opens = dates.moment(step.window.opens_at);
            with_the_step_s(format!(
                "It is too early: don't send it before {opens}; best {}.",
                dates.when(best)
            ))
        }
        Status::Done => with_the_step_s("You have sent this already; once is enough.".to_owned()),
        // The step's own reason says why.
        Status::NotNeeded => step.reasons.iter().cloned().collect(),
        Status::Due | Status::Overdue => {
            let opening = planning::next_opening(interview, draft.purpose, draft.channel, as_of);
            if opening > as_of && step.act_at.is_none_or(|act_at| act_at > as_of) {
                let when = dates.when(opening);
                return with_the_step_s(format!("They are not at work now: send it {when}."));
            }
            // Only another message of the same day moves a step that is due to a later one.
            let moved = step
                .act_at
                .filter(|act_at| step.window.best_at <= as_of && act_at.date_naive() > as_of.date_naive());
            match moved {
                Some(act_at) => {
                    let when = dates.when(act_at);
                    with_the_step_s(format!("Another message goes first today; send this one {when}."))
                }
                None => Vec::new(),
            }
        }
    }
}

/// Why the plan has no such step.
fn no_step(interview: &Interview, purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::ReplyToGoodNews => "Nothing in the history is good news to answer.",
        Purpose::ReplyToRejection => "No rejection stands in the history, so there is none to answer.",
        Purpose::ReplyToDelay => {
            "They have not written that they are still deciding, so there is nothing to answer."
        }
        Purpose::AnswerRequest => {
            "They have asked for nothing in the history, so there is nothing to answer."
        }
        Purpose::ShareDeadline => {
            "The facts name no other offer with a date; never tell of one that is not there."
        }
        Purpose::Withdraw => "The facts say nothing of a decision to withdraw.",
        Purpose::AskToReschedule => "The interview took place, so there is no other time to ask for.",
        Purpose::Connect => "Nobody in the facts is connected with you on LinkedIn.",
        _ if interview.status != crate::facts::InterviewStatus::Held => {
            "The interview did not take place, so there is nothing to follow up."
        }
        _ => "The plan has no such step for these facts.",
    }
}
