//! Skeleton: names first, texts follow.

use crate::guidance::rule::Rule;
use crate::guidance::sources;

/// To be written.
pub static PACE_ONE_MESSAGE_A_DAY: Rule = Rule {
    id: "pace.one_message_a_day",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static PACE_WINDOW_OVER: Rule = Rule {
    id: "pace.window_over",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static PACE_MOVED_WINDOW: Rule = Rule {
    id: "pace.moved_window",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static HISTORY_SENT: Rule = Rule {
    id: "history.sent",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static HISTORY_DELIVERY_FAILED: Rule = Rule {
    id: "history.delivery_failed",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static HISTORY_EARLIER_ROUND: Rule = Rule {
    id: "history.earlier_round",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
