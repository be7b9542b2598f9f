//! What you fixed yourself, and what the employer rules out.

use crate::guidance::parameters as p;
use crate::guidance::rule::{Rule, best_practices, five_step, one_week, upwork, working_days};
use crate::guidance::sources;

/// A day you promised is kept.
pub static CALLER_PIN: Rule = Rule {
    id: "caller.pin",
    question: "What if you pinned a step to a day?",
    decision: "The step is best on that day, working day or not, year-end quiet or not, and stays open for \
        five working days.",
    why: "You know what you promised them; no rule knows better.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[working_days("closes", p::PIN_CLOSES_WD)],
};

/// A pin before the present wait is spent.
pub static CALLER_PIN_SPENT: Rule = Rule {
    id: "caller.pin_spent",
    question: "What if a pinned day for a status question lies before their last word?",
    decision: "The pin is ignored, and the rules name the day.",
    why: "You promised that day before they wrote, and their message has answered it.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// What you skip is not planned.
pub static CALLER_SKIP: Rule = Rule {
    id: "caller.skip",
    question: "What if you skip a step?",
    decision: "It stands in the plan as not needed, with your reason.",
    why: "It is your follow-up; the plan keeps the step in sight so that nobody wonders where it went.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// You may ask less often than the rules allow.
pub static CALLER_LIMIT: Rule = Rule {
    id: "caller.limit",
    question: "What if you allow fewer status questions?",
    decision: "With one the second check-in falls away, with none both do.",
    why: "One guide finds one message enough, and nobody has to ask at all.",
    guides: &[
        five_step("avoid several e-mails"),
        best_practices("one well-made message is enough"),
    ],
    evidence: &[],
    parameters: &[],
};

/// A strategy you choose is followed, with a warning where it hurts.
pub static CALLER_STRATEGY: Rule = Rule {
    id: "caller.strategy",
    question: "What if you choose the timing strategy yourself?",
    decision: "The planner counts by it, and warns where it asks before a date they named.",
    why: "One guide sets four strategies side by side and leaves the choice to the reader; the cost of a \
        choice should be seen before it is paid.",
    guides: &[one_week("four strategies, each with advantages and drawbacks")],
    evidence: &[],
    parameters: &[],
};

/// Where calls are unwelcome nobody calls.
pub static CONTACT_POLICY_NO_CALLS: Rule = Rule {
    id: "contact_policy.no_calls",
    question: "What if the employer takes no calls?",
    decision: "Phone is ruled out for every step, even for somebody who otherwise prefers it.",
    why: "Both guides that describe calls make them depend on what the organisation and the person want.",
    guides: &[
        one_week("consider the company's culture before calling"),
        upwork("use the method that they prefer"),
    ],
    evidence: &[],
    parameters: &[],
};

/// Where they ask for no contact only courtesy remains.
pub static CONTACT_POLICY_NO_CONTACT: Rule = Rule {
    id: "contact_policy.no_contact",
    question: "What if the employer asks candidates not to get in touch?",
    decision: "Status questions, the LinkedIn note, a deadline elsewhere and a word to stay in touch are \
        left out; thanks, replies, a withdrawal and a request for another time remain, in writing.",
    why: "Their request is a timeline of its own kind. What remains either answers them or spares them \
        work.",
    guides: &[
        upwork("use the method that they prefer"),
        best_practices("respect their process"),
    ],
    evidence: &[&sources::HIRING_CUSTOM],
    parameters: &[],
};
