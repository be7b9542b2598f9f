//! Skeleton: names first, texts follow.

use crate::guidance::rule::Rule;
use crate::guidance::sources;

/// To be written.
pub static MESSAGE_LENGTH: Rule = Rule {
    id: "message.length",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_SUBJECT: Rule = Rule {
    id: "message.subject",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_ONE_QUESTION: Rule = Rule {
    id: "message.one_question",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_NO_QUESTION: Rule = Rule {
    id: "message.no_question",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_SPECIFIC: Rule = Rule {
    id: "message.specific",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_TONE: Rule = Rule {
    id: "message.tone",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_SPOKEN_LENGTH: Rule = Rule {
    id: "message.spoken_length",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_NO_CONTACT_DETAILS: Rule = Rule {
    id: "message.no_contact_details",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_LINKEDIN_LENGTH: Rule = Rule {
    id: "message.linkedin_length",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_VARIED: Rule = Rule {
    id: "message.varied",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_THANK_YOU_PARTS: Rule = Rule {
    id: "message.thank_you_parts",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_CHECK_IN_PARTS: Rule = Rule {
    id: "message.check_in_parts",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_SECOND_CHECK_IN_PARTS: Rule = Rule {
    id: "message.second_check_in_parts",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_CONNECT_PARTS: Rule = Rule {
    id: "message.connect_parts",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_CALL_PARTS: Rule = Rule {
    id: "message.call_parts",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_GOOD_NEWS_PARTS: Rule = Rule {
    id: "message.good_news_parts",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_REJECTION_PARTS: Rule = Rule {
    id: "message.rejection_parts",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_WITHDRAWAL_PARTS: Rule = Rule {
    id: "message.withdrawal_parts",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_STAY_IN_TOUCH_PARTS: Rule = Rule {
    id: "message.stay_in_touch_parts",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_CAREER_AND_INDUSTRY: Rule = Rule {
    id: "message.career_and_industry",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static MESSAGE_NOTHING_INVENTED: Rule = Rule {
    id: "message.nothing_invented",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
