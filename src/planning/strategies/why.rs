//! Why a strategy is recommended, fits or does not, and what becomes of the one that was asked for.

use crate::facts::{Purpose, Strategy};
use crate::guidance::{Reason, Reasons, rules};
use crate::planning::decision::{Move, Row};
use crate::planning::explaining::{self, Speech};
use crate::planning::schedule::Status;

use super::question::Question;

/// Why the planner takes the strategy, and what gives its question that day.
pub(super) fn recommended(speech: &Speech, question: &Question) -> Reasons {
    let mut reasons = explaining::row_in_short(speech, question.row);
    // The rule of the day and what moved it stand first among the step's reasons.
    let of_the_day = explaining::reasons(speech, question.draft).into_iter();
    reasons.extend(of_the_day.take(1 + question.draft.moves.len()));
    reasons
}

/// Why no first check-in is to be sent.
pub(super) fn nothing_to_ask(speech: &Speech) -> Reasons {
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
    let mut objections = objections(speech, name, question, recommended, in_conflict).into_iter();
    if let Some(first) = objections.next() {
        let mut reasons = Reasons::from(first);
        reasons.extend(objections);
        return (false, reasons);
    }
    let dates = speech.dates;
    let when = dates.when(question.act_at);
    let text = if question.draft.moves.contains(&Move::Pin) {
        [
            "The day that you set yourself comes first, whatever the strategy: it would ask ",
            &when,
            ".",
        ]
        .concat()
    } else if question.is(name, recommended) {
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
            &dates.moment(recommended.window.opens_at),
            " to ",
            &dates.moment(recommended.window.closes_at),
            " and against nothing that they said.",
        ]
        .concat()
    };
    (true, because(text).into())
}

/// All that keeps the strategy from fitting.
fn objections(
    speech: &Speech,
    name: Strategy,
    question: &Question,
    recommended: &Question,
    in_conflict: bool,
) -> Vec<Reason> {
    let dates = speech.dates;
    let when = dates.when(question.act_at);
    let window = recommended.window;
    let mut objections = Vec::new();
    let mut object = |text: &[&str]| objections.push(because(text.concat()));
    if question.counts_as(name).is_some() {
        object(&[
            "It counts as the recommended one here: ",
            nothing_to_go_by(name),
            ".",
        ]);
    }
    if in_conflict {
        object(&["It would ask ", &when, ", against what they said."]);
    }
    let slow = recommended.row == Row::SlowSector && question.row != Row::SlowSector;
    if slow && question.act_at < recommended.act_at {
        object(&[
            "It would ask ",
            &when,
            ", when such an employer seldom has an answer.",
        ]);
    }
    if question.draft.status == Status::Overdue {
        let own = dates.moment(question.window.closes_at);
        object(&[
            "Its own time ran until ",
            &own,
            "; by now it is late, though still worth asking.",
        ]);
    } else if question.act_at < window.opens_at {
        let opens = dates.moment(window.opens_at);
        object(&[
            "It would ask ",
            &when,
            ", before the recommended window opens on ",
            &opens,
            ".",
        ]);
    } else if question.act_at > window.closes_at {
        let closes = dates.moment(window.closes_at);
        object(&[
            "It would ask ",
            &when,
            ", after the recommended window, which runs until ",
            &closes,
            ".",
        ]);
    }
    objections
}

fn because(text: String) -> Reason {
    Reason::new(&rules::STRATEGY_FITS, text)
}

/// Why a strategy counts as another one.
const fn nothing_to_go_by(name: Strategy) -> &'static str {
    match name {
        Strategy::AsNeeded => "they named no date to go by",
        Strategy::Immediate | Strategy::OneWeek | Strategy::TwoWeek => {
            "they have written since the interview, and it is for the first wait alone"
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
        (Some(own), _) if own.counts_as(name).is_some() => [
            "; ",
            nothing_to_go_by(name),
            ". So your own plan counts as the recommended one.",
        ]
        .concat(),
        (Some(own), _) if own.draft.moves.contains(&Move::Pin) => {
            ", but the day that you set yourself comes first.".to_owned()
        }
        (Some(own), Some(recommended)) if own.is(name, recommended) => {
            ", which is the recommended one.".to_owned()
        }
        (Some(own), Some(recommended)) if own.act_at == recommended.act_at => [
            ", so your own plan counts by it; the recommended one asks at the same time, ",
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
