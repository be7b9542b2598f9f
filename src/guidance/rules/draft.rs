//! Skeleton: names first, texts follow.

use crate::guidance::rule::Rule;
use crate::guidance::sources;

/// To be written.
pub static DRAFT_NO_NAME: Rule = Rule {
    id: "draft.no_name",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_NO_SPECIFIC_REFERENCE: Rule = Rule {
    id: "draft.no_specific_reference",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_NO_THANKS: Rule = Rule {
    id: "draft.no_thanks",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_STATUS_QUESTION_IN_THANK_YOU: Rule = Rule {
    id: "draft.status_question_in_thank_you",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_SEVERAL_QUESTIONS: Rule = Rule {
    id: "draft.several_questions",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_NO_QUESTION: Rule = Rule {
    id: "draft.no_question",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_DESPERATE: Rule = Rule {
    id: "draft.desperate",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_FRUSTRATED: Rule = Rule {
    id: "draft.frustrated",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_PRESSING: Rule = Rule {
    id: "draft.pressing",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_SELF_CENTRED: Rule = Rule {
    id: "draft.self_centred",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_TOO_CASUAL: Rule = Rule {
    id: "draft.too_casual",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_TOO_STIFF: Rule = Rule {
    id: "draft.too_stiff",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_TOO_LONG: Rule = Rule {
    id: "draft.too_long",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_TOO_SHORT: Rule = Rule {
    id: "draft.too_short",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_SUBJECT_MISSING: Rule = Rule {
    id: "draft.subject_missing",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_SUBJECT_TOO_LONG: Rule = Rule {
    id: "draft.subject_too_long",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_SUBJECT_VAGUE: Rule = Rule {
    id: "draft.subject_vague",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_CONTACT_DETAILS_MISSING: Rule = Rule {
    id: "draft.contact_details_missing",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_CONTACT_DETAILS_FORBIDDEN: Rule = Rule {
    id: "draft.contact_details_forbidden",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_UNFILLED_BLANK: Rule = Rule {
    id: "draft.unfilled_blank",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_WRONG_POSITION: Rule = Rule {
    id: "draft.wrong_position",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_WRONG_COMPANY: Rule = Rule {
    id: "draft.wrong_company",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_WRONG_DATE: Rule = Rule {
    id: "draft.wrong_date",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_WRONG_NAME: Rule = Rule {
    id: "draft.wrong_name",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// To be written.
pub static DRAFT_SENT_TOO_EARLY: Rule = Rule {
    id: "draft.sent_too_early",
    question: "",
    decision: "",
    why: "",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
