//! Skeleton: names first, texts follow.

use crate::guidance::rule::Rule;
use crate::guidance::sources;

/// To be written.
pub static SHARE_DEADLINE_AT_ONCE: Rule = Rule {
    id: "share_deadline.at_once",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static SHARE_DEADLINE_PASSED: Rule = Rule {
    id: "share_deadline.passed",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static WITHDRAW_AT_ONCE: Rule = Rule {
    id: "withdraw.at_once",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static WITHDRAW_ENDS_THE_REST: Rule = Rule {
    id: "withdraw.ends_the_rest",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static WITHDRAW_AFTER_A_REJECTION: Rule = Rule {
    id: "withdraw.after_a_rejection",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static RESCHEDULE_OFFER_ANOTHER_TIME: Rule = Rule {
    id: "reschedule.offer_another_time",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static RESCHEDULE_ALREADY_IN_TOUCH: Rule = Rule {
    id: "reschedule.already_in_touch",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static INTERVIEW_NOT_HELD: Rule = Rule {
    id: "interview.not_held",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static INTERVIEW_NOT_YET: Rule = Rule {
    id: "interview.not_yet",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static INTERVIEW_END_ASSUMED: Rule = Rule {
    id: "interview.end_assumed",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
