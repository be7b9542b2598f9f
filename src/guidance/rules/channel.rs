//! Skeleton: names first, texts follow.

use crate::guidance::rule::Rule;
use crate::guidance::sources;

/// To be written.
pub static CHANNEL_PLATFORM_ONLY: Rule = Rule {
    id: "channel.platform_only",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHANNEL_PREFERRED: Rule = Rule {
    id: "channel.preferred",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHANNEL_EMAIL: Rule = Rule {
    id: "channel.email",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHANNEL_LINKEDIN_CONNECTED: Rule = Rule {
    id: "channel.linkedin_connected",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHANNEL_LINKEDIN_NOTE: Rule = Rule {
    id: "channel.linkedin_note",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHANNEL_LINKEDIN_STAY_IN_TOUCH: Rule = Rule {
    id: "channel.linkedin_stay_in_touch",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHANNEL_PHONE_SECOND_TOUCH: Rule = Rule {
    id: "channel.phone_second_touch",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHANNEL_PHONE_ONLY_WAY: Rule = Rule {
    id: "channel.phone_only_way",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHANNEL_PHONE_CULTURE: Rule = Rule {
    id: "channel.phone_culture",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHANNEL_ADDRESS_TO_FIND: Rule = Rule {
    id: "channel.address_to_find",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static CHANNEL_EFFECTIVENESS: Rule = Rule {
    id: "channel.effectiveness",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static RECIPIENT_MAIN_PERSON: Rule = Rule {
    id: "recipient.main_person",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static RECIPIENT_AGENCY: Rule = Rule {
    id: "recipient.agency",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
