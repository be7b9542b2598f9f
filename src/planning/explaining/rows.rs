//! Why the first status question falls when it falls: the row of the policy's table, in words.

use std::borrow::Cow;

use crate::guidance::{Reason, Reasons, Rule, rules};
use crate::planning::StatedBy;
use crate::planning::decision::Row;
use crate::planning::schedule::ChosenStrategy;

use super::Speech;

/// The strategy and why.
pub(in crate::planning) fn strategy(speech: &Speech) -> Option<ChosenStrategy> {
    speech.decision.row.map(|row| ChosenStrategy {
        name: row.strategy(),
        reasons: row_in_short(speech, row),
    })
}

/// Why the row was taken.
pub(in crate::planning) fn row_in_short(speech: &Speech, row: Row) -> Reasons {
    let rule = match row {
        Row::StatedDate | Row::Invited => &rules::STRATEGY_AS_NEEDED,
        Row::SlowSector | Row::FinalRound | Row::TwoWeeksWished => &rules::STRATEGY_TWO_WEEK,
        Row::OneWeek | Row::OneWeekWished => &rules::STRATEGY_ONE_WEEK,
        Row::Immediate => &rules::STRATEGY_IMMEDIATE,
    };
    let mut reasons = Reasons::because(rule, in_short(speech, row));
    if is_wish(row) {
        reasons.push(Reason::new(
            &rules::CALLER_STRATEGY,
            "You asked for this strategy, so the plan counts by it.",
        ));
    }
    reasons
}

const fn is_wish(row: Row) -> bool {
    matches!(row, Row::OneWeekWished | Row::TwoWeeksWished | Row::Immediate)
}

fn in_short(speech: &Speech, row: Row) -> Cow<'static, str> {
    match row {
        Row::StatedDate | Row::Invited => {
            let stated = speech.decision.wait.stated.map(|day| speech.dates.day(day));
            let stated = stated.as_deref().unwrap_or_default();
            ["They named ", stated, ", so their date sets yours."]
                .concat()
                .into()
        }
        Row::SlowSector => "They named no date, and schools and public bodies decide slowly.".into(),
        Row::FinalRound => "They named no date, and after a final round two weeks is the usual wait.".into(),
        Row::TwoWeeksWished => "Two weeks, counted from the start of the wait.".into(),
        Row::OneWeek => "They named no date, so a week and at least five working days is fair.".into(),
        Row::OneWeekWished => {
            "One week and at least five working days, counted from the start of the wait.".into()
        }
        Row::Immediate => "A day or two after the interview, for the first question only.".into(),
    }
}

/// The row as a reason for the check-in's window; `best` is the day it gave, before anything moved it.
pub(super) fn row_reason(speech: &Speech, row: Option<Row>, best: &str) -> Reason {
    let wait = &speech.decision.wait;
    let from = || speech.dates.day(wait.from);
    let stated = wait.stated.map(|day| speech.dates.day(day));
    let stated = stated.as_deref().unwrap_or_default();
    let named = match wait.stated_by {
        StatedBy::Them | StatedBy::RangeOfTheirs => "They named ",
        StatedBy::Delay => "What holds them up lasts until ",
    };
    let (rule, text): (&'static Rule, String) = match row {
        Some(Row::StatedDate) => (
            &rules::CHECK_IN_STATED_DATE,
            [
                named,
                stated,
                ". Three working days of grace run to ",
                best,
                ", so that you don't press on the day itself.",
            ]
            .concat(),
        ),
        Some(Row::Invited) => (
            &rules::CHECK_IN_INVITED,
            [
                named,
                stated,
                ", and they asked you to write if it passes, so the next working day, ",
                best,
                ", is welcome.",
            ]
            .concat(),
        ),
        Some(Row::SlowSector) => (
            &rules::CHECK_IN_SLOW_SECTOR,
            [
                "Schools and public bodies take their time: twenty working days from ",
                &from(),
                " is ",
                best,
                ".",
            ]
            .concat(),
        ),
        Some(Row::FinalRound) => (
            &rules::CHECK_IN_FINAL_ROUND,
            [
                "After a final round two weeks is fair, and never under five working days: from ",
                &from(),
                " that is ",
                best,
                ".",
            ]
            .concat(),
        ),
        Some(Row::TwoWeeksWished) => (
            &rules::CALLER_STRATEGY,
            ["You asked for two weeks: from ", &from(), " that is ", best, "."].concat(),
        ),
        Some(Row::OneWeek) | None => (
            &rules::CHECK_IN_ONE_WEEK,
            [
                "No date is known, so you wait a full week and at least five working days: from ",
                &from(),
                " that is ",
                best,
                ".",
            ]
            .concat(),
        ),
        Some(Row::OneWeekWished) => (
            &rules::CALLER_STRATEGY,
            [
                "You asked for one week, and at least five working days: from ",
                &from(),
                " that is ",
                best,
                ".",
            ]
            .concat(),
        ),
        Some(Row::Immediate) => (
            &rules::CHECK_IN_IMMEDIATE,
            [
                "You asked to follow up at once: a day after the interview the next good moment is on ",
                best,
                ".",
            ]
            .concat(),
        ),
    };
    Reason::new(rule, text)
}
