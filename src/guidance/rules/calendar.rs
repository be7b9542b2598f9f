//! Skeleton: names first, texts follow.

use crate::guidance::rule::Rule;
use crate::guidance::sources;

/// To be written.
pub static CALENDAR_WORKING_DAYS: Rule = Rule {
    id: "calendar.working_days",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CALENDAR_YEAR_END_QUIET: Rule = Rule {
    id: "calendar.year_end_quiet",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CALENDAR_OFFICE_HOURS: Rule = Rule {
    id: "calendar.office_hours",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CALENDAR_PHONE_HOURS: Rule = Rule {
    id: "calendar.phone_hours",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CALENDAR_THANK_YOU_HOURS: Rule = Rule {
    id: "calendar.thank_you_hours",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CALENDAR_TIME_ZONE: Rule = Rule {
    id: "calendar.time_zone",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
