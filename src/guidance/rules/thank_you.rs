//! Skeleton: names first, texts follow.

use crate::guidance::rule::Rule;
use crate::guidance::sources;

/// To be written.
pub static THANK_YOU_WITHIN_A_DAY: Rule = Rule {
    id: "thank_you.within_a_day",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static THANK_YOU_DECISION_DUE_SOON: Rule = Rule {
    id: "thank_you.decision_due_soon",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static THANK_YOU_ON_TIME: Rule = Rule {
    id: "thank_you.on_time",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static THANK_YOU_LATE: Rule = Rule {
    id: "thank_you.late",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static THANK_YOU_TOO_LATE: Rule = Rule {
    id: "thank_you.too_late",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static THANK_YOU_REPLY_CARRIES_IT: Rule = Rule {
    id: "thank_you.reply_carries_it",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static THANK_YOU_CHECK_IN_CARRIES_IT: Rule = Rule {
    id: "thank_you.check_in_carries_it",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static THANK_YOU_EVERYONE_WHO_ATTENDED: Rule = Rule {
    id: "thank_you.everyone_who_attended",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static THANK_YOU_ONE_TO_THE_LEAD: Rule = Rule {
    id: "thank_you.one_to_the_lead",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static THANK_YOU_NEVER_BY_PHONE: Rule = Rule {
    id: "thank_you.never_by_phone",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static PREPARE_DAY_THREE_TO_FIVE: Rule = Rule {
    id: "prepare.day_three_to_five",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
