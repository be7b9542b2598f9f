//! While an answer is awaited: what silence means so far, what the facts name first.

use crate::facts::{DelayReason, Industry, Stage};
use crate::guidance::{Reason, rules};
use crate::planning::schedule::State;

use super::Speech;

/// What to make of the silence; empty where no answer is awaited.
pub(in crate::planning) fn expectations(speech: &Speech) -> Vec<Reason> {
    let awaited = matches!(
        speech.decision.state,
        State::AwaitingDecision
            | State::ThanksDue
            | State::CheckInDue
            | State::ClosedBySilence
            | State::InformationRequested
    );
    if !awaited {
        return Vec::new();
    }
    let interview = speech.interview;
    let mut expected = Vec::with_capacity(6 + interview.delays.len());
    for delay in &interview.delays {
        let rule = delay_rule(delay.reason);
        let text = delay_text(delay.reason);
        expected.push(match delay.until {
            Some(day) => {
                let day = speech.dates.day(day);
                Reason::new(rule, [text, " They expect it to be over by ", &day, "."].concat())
            }
            None => Reason::new(rule, text),
        });
    }
    if matches!(
        interview.employer.industry,
        Some(Industry::Education | Industry::PublicSector)
    ) {
        expected.push(Reason::new(
            &rules::WAIT_SLOW_SECTOR,
            "Schools and public bodies answer later than companies: a month without a word is ordinary there.",
        ));
    }
    if interview.stage == Stage::Final && speech.decision.wait.stated.is_none() {
        expected.push(Reason::new(
            &rules::CHECK_IN_FINAL_ROUND,
            "After a final round they compare, ask for approval and prepare an offer: two weeks is common.",
        ));
    }
    expected.push(usual_length(speech));
    if interview.delays.is_empty() {
        expected.push(Reason::new(
            &rules::WAIT_OTHER_CANDIDATES,
            "Others may still be interviewed, somebody who decides may not have answered yet, or other work may come first.",
        ));
    }
    expected.push(Reason::new(
        &rules::WAIT_NO_VERDICT,
        "Silence is common and says nothing about you.",
    ));
    if speech.decision.wait.stated.is_none() {
        expected.push(Reason::new(
            &rules::WAIT_ASK_NEXT_TIME,
            "Should you talk to them again, ask by when they expect to decide and how they like to be reached.",
        ));
    }
    expected.push(Reason::new(
        &rules::WAIT_MEANWHILE,
        "Meanwhile prepare for the next round, keep applying elsewhere and stay composed.",
    ));
    expected
}

fn usual_length(speech: &Speech) -> Reason {
    match speech.decision.wait.stated {
        Some(stated) if stated >= speech.as_of.date_naive() => Reason::new(
            &rules::WAIT_USUAL_LENGTH,
            [
                "They named ",
                &speech.dates.day(stated),
                ": until then no news is exactly what they announced.",
            ]
            .concat(),
        ),
        _ => Reason::new(
            &rules::WAIT_USUAL_LENGTH,
            "Answers usually come within one to two weeks, and often take longer.",
        ),
    }
}

/// The rule about a reason for a delay.
pub(in crate::planning) fn delay_rule(reason: DelayReason) -> &'static crate::guidance::Rule {
    match reason {
        DelayReason::BackgroundCheck => &rules::WAIT_BACKGROUND_CHECK,
        DelayReason::OtherCandidates => &rules::WAIT_OTHER_CANDIDATES,
        DelayReason::AwaitingApproval => &rules::WAIT_AWAITING_APPROVAL,
        DelayReason::OtherPriorities => &rules::WAIT_OTHER_PRIORITIES,
        DelayReason::DecisionMakerAway => &rules::WAIT_DECISION_MAKER_AWAY,
    }
}

/// What a reason for a delay means for the wait.
pub(in crate::planning) const fn delay_text(reason: DelayReason) -> &'static str {
    match reason {
        DelayReason::BackgroundCheck => {
            "A background check is running; that alone takes up to four days, sometimes more."
        }
        DelayReason::OtherCandidates => {
            "They told you that others are still being interviewed, so nobody has been chosen yet."
        }
        DelayReason::AwaitingApproval => {
            "Somebody has yet to approve; the people you met are waiting as well."
        }
        DelayReason::OtherPriorities => "Other work comes first there at the moment; it is not about you.",
        DelayReason::DecisionMakerAway => "Whoever decides is away, so nothing can move until they are back.",
    }
}
