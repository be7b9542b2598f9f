//! Skeleton: names first, texts follow.

use crate::guidance::rule::Rule;
use crate::guidance::sources;

/// To be written.
pub static CHECK_IN_STATED_DATE: Rule = Rule {
    id: "check_in.stated_date",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHECK_IN_INVITED: Rule = Rule {
    id: "check_in.invited",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHECK_IN_UPPER_END_OF_RANGE: Rule = Rule {
    id: "check_in.upper_end_of_range",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHECK_IN_SLOW_SECTOR: Rule = Rule {
    id: "check_in.slow_sector",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHECK_IN_FINAL_ROUND: Rule = Rule {
    id: "check_in.final_round",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHECK_IN_ONE_WEEK: Rule = Rule {
    id: "check_in.one_week",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHECK_IN_IMMEDIATE: Rule = Rule {
    id: "check_in.immediate",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHECK_IN_DELAY_WITH_DATE: Rule = Rule {
    id: "check_in.delay_with_date",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHECK_IN_BACKGROUND_CHECK: Rule = Rule {
    id: "check_in.background_check",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHECK_IN_LATE_THANKS: Rule = Rule {
    id: "check_in.late_thanks",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHECK_IN_OUT_OF_OFFICE: Rule = Rule {
    id: "check_in.out_of_office",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHECK_IN_FRESH_WAIT: Rule = Rule {
    id: "check_in.fresh_wait",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHECK_IN_ENDED: Rule = Rule {
    id: "check_in.ended",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
