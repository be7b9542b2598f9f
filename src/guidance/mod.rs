//! WHY: every rule of the planner, every figure in it, and the sources that both stand on.
//!
//! Four guides tell candidates how to follow up, and they disagree. Each [`Rule`] settles one question: it
//! shows what each guide says, the value chosen, and the reason for the choice. Rules are statics that refer
//! to [`Source`] statics, so a citation that leads nowhere does not compile. A decision elsewhere in the
//! program carries [`Reasons`], which can be built only from a rule.
//!
//! | file | holds |
//! |---|---|
//! | `sources.rs` | the guides and the evidence beyond them |
//! | `parameters.rs` | every figure, its unit last in its name |
//! | `rules/` | the rules, a file a subject |
//! | `reason.rs` | a rule applied to one candidate's facts, in words |

use serde::Serialize;
use utoipa::ToSchema;

pub mod parameters;
mod reason;
mod rule;
pub mod rules;
pub mod sources;

pub use reason::{Reason, Reasons};
pub use rule::{GuideSays, Parameter, Rule, Unit};
pub use sources::{Source, SourceKind};

/// The edition of the rules: it changes when a decision or a figure changes, and every plan names it.
pub const VERSION: &str = "2026.1";

/// Everything that the planner goes by: the guides, the evidence beyond them, and each rule with its figures.
#[derive(Debug, Serialize, ToSchema)]
pub struct Guidance {
    /// The edition of the rules. Every plan names it as `guidance_version`; the same facts under the same
    /// edition give the same plan.
    #[schema(example = "2026.1")]
    pub version: &'static str,
    /// The four guides first, then the surveys, vendors' figures and conventions that fill their gaps.
    pub sources: &'static [&'static Source],
    /// Every rule, by subject in the order in which a follow-up runs.
    pub rules: &'static [&'static Rule],
}

static GUIDANCE: Guidance = Guidance {
    version: VERSION,
    sources: sources::ALL,
    rules: rules::ALL,
};

/// The whole of the guidance, as `GET /v1/guidance` shows it.
#[must_use]
pub fn guidance() -> &'static Guidance {
    &GUIDANCE
}
