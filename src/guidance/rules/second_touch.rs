//! Skeleton: names first, texts follow.

use crate::guidance::rule::Rule;
use crate::guidance::sources;

/// To be written.
pub static SECOND_CHECK_IN_A_WEEK_OR_TWO_LATER: Rule = Rule {
    id: "second_check_in.a_week_or_two_later",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static SECOND_CHECK_IN_THE_LAST: Rule = Rule {
    id: "second_check_in.the_last",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static SECOND_CHECK_IN_NEEDS_A_FIRST: Rule = Rule {
    id: "second_check_in.needs_a_first",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MOVE_ON_AFTER_THE_LAST: Rule = Rule {
    id: "move_on.after_the_last",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CONNECT_A_WEEK_AFTER: Rule = Rule {
    id: "connect.a_week_after",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CONNECT_CLEAR_OF_CHECK_IN: Rule = Rule {
    id: "connect.clear_of_check_in",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CONNECT_ONLY_IF_CONNECTED: Rule = Rule {
    id: "connect.only_if_connected",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static STAY_IN_TOUCH_AFTER_THE_DECISION: Rule = Rule {
    id: "stay_in_touch.after_the_decision",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
