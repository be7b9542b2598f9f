//! Why a strategy is recommended, fits or does not, and what becomes of the one that was asked for.

use crate::facts::{Purpose, Strategy};
use crate::guidance::{Reason, Reasons, rules};
use crate::planning::decision::Move;
use crate::planning::explaining::{self, Speech};
use crate::planning::schedule::Status;

use super::question::Question;

/// Why the planner takes the strategy, and what gives its question that day.
pub(super) fn recommended(speech: &Speech, question: &Question) -> Reasons {
    let mut of_the_day = explaining::reasons(speech, question.draft).into_iter();
    let Some(chosen) = explaining::strategy(speech) else {
        return explaining::reasons(speech, question.draft);
    };
    let mut reasons = chosen.reasons;
    reasons.extend(of_the_day.by_ref().take(1 + question.draft.moves.len()));
    reasons
}

/// Why no first check-in is to be sent.
pub(super) fn nothing_to_compare(speech: &Speech) -> Reasons {
    let Some(draft) = speech.decision.draft(Purpose::CheckIn) else {
        return Reasons::because(
            &rules::INTERVIEW_NOT_HELD,
            "The interview did not take place, so there is no decision to ask about.",
        );
    };
    let reasons = explaining::reasons(speech, draft).weightiest();
    if draft.status == Status::Done {
        return reasons.and(
            &rules::STRATEGY_FITS,
            "A strategy sets the day of the first question alone; the second counts from that day, whatever the strategy.",
        );
    }
    reasons
}

/// Whether the strategy fits, and why.
pub(super) fn fitness(
    speech: &Speech,
    name: Strategy,
    question: &Question,
    recommended: &Question,
    in_conflict: bool,
) -> (bool, Reasons) {
    let dates = speech.dates;
    let when = dates.when(question.act_at);
    let window = recommended.window;
    let opens = || dates.moment(window.opens_at);
    let closes = || dates.moment(window.closes_at);
    let because = |text: String| Reason::new(&rules::STRATEGY_FITS, text);
    let mut objections = Vec::new();
    if question.counts_as(name).is_some() {
        objections.push(because(falls_back(name).to_owned()));
    }
    if in_conflict {
        let text = ["It would ask ", &when, ", against what they said."];
        objections.push(because(text.concat()));
    }
    if question.draft.status == Status::Overdue {
        let own = dates.moment(question.window.closes_at);
        let text = [
            "Its own time ran until ",
            &own,
            "; by now it is late, though still worth asking.",
        ];
        objections.push(because(text.concat()));
    } else if question.act_at < window.opens_at {
        let text = [
            "It would ask ",
            &when,
            ", before the recommended window opens on ",
            &opens(),
            ".",
        ];
        objections.push(because(text.concat()));
    } else if question.act_at > window.closes_at {
        let text = [
            "It would ask ",
            &when,
            ", after the recommended window, which runs until ",
            &closes(),
            ".",
        ];
        objections.push(because(text.concat()));
    }
    let mut objections = objections.into_iter();
    match objections.next() {
        Some(first) => {
            let mut reasons = Reasons::from(first);
            reasons.extend(objections);
            (false, reasons)
        }
        None => {
            let text = if question.is(name, recommended) {
                [
                    "It is the recommended one: it would ask ",
                    &when,
                    ", against nothing that they said.",
                ]
                .concat()
            } else {
                [
                    "It would ask ",
                    &when,
                    ", within the recommended window from ",
                    &opens(),
                    " to ",
                    &closes(),
                    " and against nothing that they said.",
                ]
                .concat()
            };
            (true, because(text).into())
        }
    }
}

/// Why a strategy counts as another one.
const fn falls_back(name: Strategy) -> &'static str {
    match name {
        Strategy::AsNeeded => {
            "They named no date, so it has nothing to go by and counts as the recommended one."
        }
        Strategy::Immediate | Strategy::OneWeek | Strategy::TwoWeek => {
            "They have written since the interview; it is for the first wait alone and counts as the recommended one."
        }
    }
}

/// What becomes of the strategy that the facts ask for.
pub(super) fn wish(
    speech: &Speech,
    name: Strategy,
    own: Option<&Question>,
    recommended: Option<&Question>,
) -> Reason {
    let dates = speech.dates;
    let asked = match name {
        Strategy::Immediate => "You asked to follow up at once",
        Strategy::OneWeek => "You asked for one week",
        Strategy::TwoWeek => "You asked for two weeks",
        Strategy::AsNeeded => "You asked to go by their date",
    };
    let tail = match (own, recommended) {
        (None, None) => "; there is no first question left to time.".to_owned(),
        (None, Some(_)) => "; the time for that is over, so your own plan asks nothing.".to_owned(),
        (Some(own), _) if own.counts_as(name).is_some() => {
            "; the facts give that nothing to go by, so your own plan counts as the recommended one."
                .to_owned()
        }
        (Some(own), _) if own.draft.moves.contains(&Move::Pin) => {
            ", but the day that you set yourself comes first.".to_owned()
        }
        (Some(own), Some(recommended)) if own.planned() == recommended.planned() => {
            ", and the rules would have it no other way.".to_owned()
        }
        (Some(own), Some(recommended)) if own.act_at == recommended.act_at => [
            ", so your own plan counts by it; it asks at the same time, ",
            &dates.when(own.act_at),
            ".",
        ]
        .concat(),
        (Some(own), Some(recommended)) => [
            ", so your own plan counts by it and asks ",
            &dates.when(own.act_at),
            "; recommended is to ask ",
            &dates.when(recommended.act_at),
            ".",
        ]
        .concat(),
        (Some(own), None) => [
            ", so your own plan still asks ",
            &dates.when(own.act_at),
            "; by the rules the time for it is over.",
        ]
        .concat(),
    };
    Reason::new(&rules::CALLER_STRATEGY, [asked, &tail].concat())
}
