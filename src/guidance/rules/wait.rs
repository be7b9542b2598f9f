//! Skeleton: names first, texts follow.

use crate::guidance::rule::Rule;
use crate::guidance::sources;

/// To be written.
pub static WAIT_USUAL_LENGTH: Rule = Rule {
    id: "wait.usual_length",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static WAIT_SLOW_SECTOR: Rule = Rule {
    id: "wait.slow_sector",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static WAIT_OTHER_CANDIDATES: Rule = Rule {
    id: "wait.other_candidates",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static WAIT_AWAITING_APPROVAL: Rule = Rule {
    id: "wait.awaiting_approval",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static WAIT_OTHER_PRIORITIES: Rule = Rule {
    id: "wait.other_priorities",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static WAIT_BACKGROUND_CHECK: Rule = Rule {
    id: "wait.background_check",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static WAIT_DECISION_MAKER_AWAY: Rule = Rule {
    id: "wait.decision_maker_away",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static WAIT_NO_VERDICT: Rule = Rule {
    id: "wait.no_verdict",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static WAIT_MEANWHILE: Rule = Rule {
    id: "wait.meanwhile",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static WAIT_ASK_NEXT_TIME: Rule = Rule {
    id: "wait.ask_next_time",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
