//! What speaks for and against a strategy: by its nature, and on these facts.

use crate::facts::{Industry, Stage, Strategy};
use crate::guidance::{Reason, Reasons, rules};
use crate::planning::decision::Row;
use crate::planning::explaining::Speech;

/// Advantages and disadvantages, the general ones first.
pub(super) fn sides(speech: &Speech, name: Strategy) -> (Reasons, Reasons) {
    let (mut advantages, mut disadvantages) = by_nature(name);
    let wait = &speech.decision.wait;
    if let (Strategy::AsNeeded, Some(stated)) = (name, wait.stated) {
        let stated = speech.dates.day(stated);
        advantages.push(if speech.decision.row == Some(Row::Invited) {
            let text = [
                "They asked you to write once ",
                &stated,
                " has passed, so the question is expected.",
            ];
            Reason::new(&rules::CHECK_IN_INVITED, text.concat())
        } else {
            let text = [
                "It gives them some working days of grace after ",
                &stated,
                ", so that nobody feels pressed.",
            ];
            Reason::new(&rules::CHECK_IN_STATED_DATE, text.concat())
        });
    }
    if wait.stated.is_some() {
        return (advantages, disadvantages);
    }
    let slow = matches!(
        speech.interview.employer.industry,
        Some(Industry::Education | Industry::PublicSector)
    );
    if slow && name != Strategy::AsNeeded {
        disadvantages.push(Reason::new(
            &rules::CHECK_IN_SLOW_SECTOR,
            "Schools and public bodies decide slowly: it would come before they can have an answer.",
        ));
    } else if speech.interview.stage == Stage::Final {
        match name {
            Strategy::Immediate | Strategy::OneWeek => disadvantages.push(Reason::new(
                &rules::CHECK_IN_FINAL_ROUND,
                "After a final round several people have to agree first, which takes longer than this.",
            )),
            Strategy::TwoWeek => advantages.push(Reason::new(
                &rules::CHECK_IN_FINAL_ROUND,
                "After a final round it is about the time that they need to agree and draw up papers.",
            )),
            Strategy::AsNeeded => {}
        }
    } else if name == Strategy::OneWeek {
        advantages.push(Reason::new(
            &rules::WAIT_USUAL_LENGTH,
            "Many answers come within a week or two, so there may be something to tell.",
        ));
    }
    (advantages, disadvantages)
}

/// What can be said whatever the facts.
fn by_nature(name: Strategy) -> (Reasons, Reasons) {
    match name {
        Strategy::Immediate => (
            Reasons::because(
                &rules::STRATEGY_IMMEDIATE,
                "Asking at once shows that you are keen, with the conversation still in their ears.",
            ),
            Reasons::because(
                &rules::STRATEGY_IMMEDIATE,
                "At once, nobody has had time to decide, so it is easily taken for impatience.",
            )
            .and(
                &rules::CHECK_IN_IMMEDIATE,
                "The first two days belong to the thank-you; a question beside it is one message too many.",
            ),
        ),
        Strategy::OneWeek => (
            Reasons::because(
                &rules::STRATEGY_ONE_WEEK,
                "It is the middle way: long enough to be patient, soon enough to be active.",
            ),
            Reasons::because(
                &rules::STRATEGY_ONE_WEEK,
                "If they plan in longer terms and have not told you so, a week is too short.",
            ),
        ),
        Strategy::TwoWeek => (
            Reasons::because(
                &rules::STRATEGY_TWO_WEEK,
                "They have time to come to a decision, and see that you still want the place.",
            ),
            Reasons::because(
                &rules::STRATEGY_TWO_WEEK,
                "After so long a silence the question weighs more, and the choice may have been made without it.",
            ),
        ),
        Strategy::AsNeeded => (
            Reasons::because(
                &rules::STRATEGY_AS_NEEDED,
                "Going by what they tell you leaves the pace to them.",
            ),
            Reasons::because(
                &rules::STRATEGY_AS_NEEDED,
                "You have to listen closely, and where they said little the question comes late or never.",
            ),
        ),
    }
}
