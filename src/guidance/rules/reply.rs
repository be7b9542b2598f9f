//! Skeleton: names first, texts follow.

use crate::guidance::rule::Rule;
use crate::guidance::sources;

/// To be written.
pub static REPLY_GOOD_NEWS: Rule = Rule {
    id: "reply.good_news",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static REPLY_REJECTION: Rule = Rule {
    id: "reply.rejection",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static REPLY_DELAY: Rule = Rule {
    id: "reply.delay",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static REPLY_REQUEST: Rule = Rule {
    id: "reply.request",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static REPLY_LATEST_DECIDES: Rule = Rule {
    id: "reply.latest_decides",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static REPLY_AUTOMATED: Rule = Rule {
    id: "reply.automated",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static REPLY_ALREADY_ANSWERED: Rule = Rule {
    id: "reply.already_answered",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static OUTCOME_ENDS_THE_WAIT: Rule = Rule {
    id: "outcome.ends_the_wait",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
