//! A draft as it is sent, with the facts that it is held against.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::facts::{self, Channel, InterviewSubmission, Purpose, Violation};

/// Characters of a subject (contract.md, "Limits": other free text).
const SUBJECT_AT_MOST_CHARACTERS: usize = 1_000;
/// Characters of a body: twenty times the longest letter that anybody reads.
const BODY_AT_MOST_CHARACTERS: usize = 20_000;

/// A candidate's own draft, and the facts that it is held against.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftReviewSubmission {
    /// The facts of the interview.
    pub facts: InterviewSubmission,
    /// What the draft is for; `prepare` and `move_on` have no message.
    #[schema(example = "check_in")]
    pub purpose: Purpose,
    /// By what means it is to go; for a call the body is the script.
    #[schema(example = "email")]
    pub channel: Channel,
    /// The subject of an e-mail. At most 1,000 characters.
    #[schema(
        max_length = 1000,
        pattern = r"^[^\u0000-\u001F\u007F-\u009F\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]*$"
    )]
    pub subject: Option<String>,
    /// The text, as it is to be sent, with its line breaks. At most 20,000 characters.
    #[schema(
        min_length = 1,
        max_length = 20_000,
        pattern = r"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]*$"
    )]
    pub body: String,
}

/// A draft whose texts were checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub(super) purpose: Purpose,
    pub(super) channel: Channel,
    pub(super) subject: Option<String>,
    pub(super) body: String,
}

impl DraftReviewSubmission {
    /// The draft without the facts, and everything that is wrong with it; with a violation it is not to be read.
    #[must_use]
    pub fn draft(&self) -> (Draft, Vec<Violation>) {
        let mut violations = Vec::new();
        if !self.purpose.is_message() {
            violations.push(facts::nothing_is_sent("/purpose"));
        }
        if let Some(subject) = &self.subject {
            violations.extend(facts::check_line("/subject", subject, SUBJECT_AT_MOST_CHARACTERS));
        }
        violations.extend(facts::check_letter("/body", &self.body, BODY_AT_MOST_CHARACTERS));
        let draft = Draft {
            purpose: self.purpose,
            channel: self.channel,
            subject: self.subject.clone(),
            body: self.body.clone(),
        };
        (draft, violations)
    }
}
