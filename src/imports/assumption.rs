//! What was guessed on the way from a system's object to facts.

use serde::Serialize;
use utoipa::ToSchema;

/// Something that an import took for granted, or left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ImportAssumption)]
pub struct Assumption {
    /// A stable word for programs, as `organizer_as_contact`.
    #[schema(example = "organizer_as_contact")]
    pub code: &'static str,
    /// The fact that it is about, as a path of the facts.
    #[schema(example = "employer.contact")]
    pub path: String,
    /// What was assumed and why, in a sentence or two. Names of the object's own fields stand in backticks.
    #[schema(example = "`organizer` arranged the interview: taken for the contact, and for no interviewer.")]
    pub detail: String,
}

impl Assumption {
    pub(super) fn new(code: &'static str, path: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            code,
            path: path.into(),
            detail: detail.into(),
        }
    }
}
