//! The four timing strategies and when the planner takes each.

use crate::guidance::rule::{Rule, best_practices, five_step, one_week, upwork};
use crate::guidance::sources;

/// At once: only where you insist.
pub static STRATEGY_IMMEDIATE: Rule = Rule {
    id: "strategy.immediate",
    question: "When is the immediate strategy taken?",
    decision: "Never of the planner's own accord; only where you ask for it.",
    why: "The guide that lists it names its drawback, and at that time the other guides send thanks, not \
        questions.",
    guides: &[
        one_week("immediate: fresh in their mind, may look overeager"),
        upwork("never under 5 working days"),
    ],
    evidence: &[],
    parameters: &[],
};

/// One week: the ordinary case.
pub static STRATEGY_ONE_WEEK: Rule = Rule {
    id: "strategy.one_week",
    question: "When is the one-week strategy taken?",
    decision: "Where no date was given and neither the stage nor the sector asks for more.",
    why: "The guide that compares four finds it the best balance, and the others' waits lie close to it.",
    guides: &[
        one_week("one week: balances patience and initiative"),
        five_step("7 to 10 working days"),
        upwork("5 to 7 working days"),
    ],
    evidence: &[],
    parameters: &[],
};

/// Two weeks: final rounds and slow sectors.
pub static STRATEGY_TWO_WEEK: Rule = Rule {
    id: "strategy.two_week",
    question: "When is the two-week strategy taken?",
    decision: "After a final round, and for education and the public sector, where no date was given; slow \
        sectors get even more time.",
    why: "One guide gives two weeks to final rounds. That slow sectors take longer is known from surveys.",
    guides: &[
        one_week("two weeks: leaves time to decide, may look persistent"),
        upwork("two weeks after a final interview"),
    ],
    evidence: &[&sources::NACE_2012, &sources::ACADEMIC_HIRING],
    parameters: &[],
};

/// As needed: by the date they gave.
pub static STRATEGY_AS_NEEDED: Rule = Rule {
    id: "strategy.as_needed",
    question: "When is the as-needed strategy taken?",
    decision: "Wherever a date, a range or a delay with an end is known.",
    why: "All four guides put the employer's own timeline before any rule of thumb.",
    guides: &[
        one_week("as needed: respects the employer's process"),
        five_step("know the timeline and leave a buffer"),
        upwork("stick to the timeline given"),
        best_practices("respect the timeline"),
    ],
    evidence: &[],
    parameters: &[],
};

/// Which of the four would do, beside the one taken.
pub static STRATEGY_FITS: Rule = Rule {
    id: "strategy.fits",
    question: "Which of the four strategies fit the facts?",
    decision: "Each that would ask within the window of the one that the planner takes, against nothing that \
        the employer said, and in its own time. One that the facts give nothing to go by does not fit. A \
        strategy sets the day of the first status question alone.",
    why: "The guide that compares four says that each suits some cases; all four guides put the employer's \
        word above a habit. What counts is the moment at which the question would arrive now, not the \
        strategy's name.",
    guides: &[
        one_week("which one suits depends on the context"),
        five_step("know the timeline and leave a buffer"),
        upwork("stick to the timeline given"),
        best_practices("respect the timeline"),
    ],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
