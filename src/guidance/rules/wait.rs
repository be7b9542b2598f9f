//! What silence means so far.

use crate::guidance::parameters as p;
use crate::guidance::rule::{Rule, Unit, five_step, one_week, span, upwork};
use crate::guidance::sources;

/// A week or two are usual.
pub static WAIT_USUAL_LENGTH: Rule = Rule {
    id: "wait.usual_length",
    question: "How long does an answer usually take?",
    decision: "One to two weeks; often longer.",
    why: "The guides say a week, or one to two. One survey finds 25 days on average, so that two weeks of \
        silence are nothing out of the ordinary.",
    guides: &[
        one_week("within a week or two"),
        upwork("within a week, with many exceptions"),
    ],
    evidence: &[&sources::NACE_2023, &sources::GLASSDOOR_2017],
    parameters: &[
        span("from", p::USUAL_ANSWER_FROM_DAYS, Unit::Days),
        span("to", p::USUAL_ANSWER_TO_DAYS, Unit::Days),
    ],
};

/// Some sectors take a month and more.
pub static WAIT_SLOW_SECTOR: Rule = Rule {
    id: "wait.slow_sector",
    question: "How long does an answer take in education and the public sector?",
    decision: "About four weeks, often more.",
    why: "One survey found 38 days for government; academic committees meet about once a month.",
    guides: &[],
    evidence: &[&sources::NACE_2012, &sources::ACADEMIC_HIRING],
    parameters: &[],
};

/// Others are still being interviewed.
pub static WAIT_OTHER_CANDIDATES: Rule = Rule {
    id: "wait.other_candidates",
    question: "What if others are still interviewed?",
    decision: "Then the answer waits until the last of them was heard.",
    why: "The first of many candidates waits longest, which tells nothing about the chances.",
    guides: &[upwork("yours may be the first of many interviews")],
    evidence: &[],
    parameters: &[],
};

/// Somebody who decides has not answered yet.
pub static WAIT_AWAITING_APPROVAL: Rule = Rule {
    id: "wait.awaiting_approval",
    question: "What if a decision waits for somebody's word?",
    decision: "The people you know may be waiting themselves; it can take weeks.",
    why: "Several people take part in most decisions, and whoever writes to you is seldom the one who \
        decides.",
    guides: &[upwork("HR may be waiting for the hiring manager, for weeks")],
    evidence: &[],
    parameters: &[],
};

/// Other work comes first.
pub static WAIT_OTHER_PRIORITIES: Rule = Rule {
    id: "wait.other_priorities",
    question: "What if other work comes first?",
    decision: "Hiring then rests for a while, above all in small companies.",
    why: "Where the people who hire also do the daily work, a delivery date pushes hiring back.",
    guides: &[upwork("in small companies recruiting may be put off")],
    evidence: &[],
    parameters: &[],
};

/// A background check runs.
pub static WAIT_BACKGROUND_CHECK: Rule = Rule {
    id: "wait.background_check",
    question: "What does a background check mean for the wait?",
    decision: "Up to four days more, unless something unexpected turns up.",
    why: "A check is run on people who are still in the running, so this wait is no bad sign.",
    guides: &[upwork("up to four days as a rule")],
    evidence: &[],
    parameters: &[span("up_to", p::BACKGROUND_CHECK_DAYS, Unit::Days)],
};

/// Whoever decides is away.
pub static WAIT_DECISION_MAKER_AWAY: Rule = Rule {
    id: "wait.decision_maker_away",
    question: "What if somebody who decides is away?",
    decision: "The answer waits for the return.",
    why: "Nobody signs for somebody on holiday.",
    guides: &[upwork("a key person may be on holiday")],
    evidence: &[],
    parameters: &[],
};

/// Silence is no verdict.
pub static WAIT_NO_VERDICT: Rule = Rule {
    id: "wait.no_verdict",
    question: "Does silence mean no?",
    decision: "No. Silence is common and says nothing about you.",
    why: "Two guides say so plainly: it happens to many, and for reasons that have nothing to do with you.",
    guides: &[
        five_step("silence is common; stay composed"),
        upwork("stay calm and don't take it personally"),
    ],
    evidence: &[],
    parameters: &[],
};

/// What to do while waiting.
pub static WAIT_MEANWHILE: Rule = Rule {
    id: "wait.meanwhile",
    question: "What is to be done while you wait?",
    decision: "Prepare the next round, go on applying elsewhere, and stay composed.",
    why: "It is the one part of the wait that is in your hands, and three guides say so.",
    guides: &[
        one_week("use the days to prepare; explore others"),
        five_step("go on with other opportunities"),
        upwork("explore other opportunities"),
    ],
    evidence: &[],
    parameters: &[],
};

/// Dates and preferences can be asked for.
pub static WAIT_ASK_NEXT_TIME: Rule = Rule {
    id: "wait.ask_next_time",
    question: "What if no date or preferred channel is known?",
    decision: "Ask for it at the next occasion, best before an interview ends.",
    why: "One guide tells you to ask for the timeline, another for the preferred way to be reached. Both \
        spare you guessing.",
    guides: &[
        five_step("ask about next steps and the timeline in the interview"),
        upwork("ask for the preferred way to be contacted"),
    ],
    evidence: &[],
    parameters: &[],
};
