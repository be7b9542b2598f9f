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

pub(crate) use reason::prepare;
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

#[cfg(test)]
mod tests {
    use utoipa::PartialSchema;

    use super::*;

    #[test]
    fn a_rule_is_shown_with_each_guide_s_figure_the_evidence_and_its_own_figures() {
        let shown = serde_json::to_value(guidance()).unwrap();
        assert_eq!(shown["version"], VERSION);
        let rules = shown["rules"].as_array().unwrap();
        let one_week = rules
            .iter()
            .find(|rule| rule["id"] == "check_in.one_week")
            .unwrap();
        assert_eq!(one_week["guides"][1]["source"], "five_step_guide");
        assert_eq!(one_week["guides"][1]["figure"], "7 to 10 working days");
        assert_eq!(
            one_week["evidence"][1],
            serde_json::json!({
                "source": "nace_2023",
                "kind": "survey",
                "publisher": "National Association of Colleges and Employers",
                "year": 2023,
            })
        );
        assert_eq!(
            one_week["parameters"][1],
            serde_json::json!({"name": "at_least", "value": 5, "unit": "working_days"})
        );
    }

    #[test]
    fn what_is_shown_fits_its_documentation() {
        let mut components = Vec::new();
        Guidance::schemas(&mut components);
        let schemas: serde_json::Map<String, serde_json::Value> = components
            .into_iter()
            .map(|(name, schema)| (name, serde_json::to_value(schema).unwrap()))
            .collect();
        let mut document = serde_json::to_value(Guidance::schema()).unwrap();
        document["components"] = serde_json::json!({ "schemas": schemas });
        let validator = jsonschema::validator_for(&document).unwrap();
        let shown = serde_json::to_value(guidance()).unwrap();
        let faults: Vec<_> = validator
            .iter_errors(&shown)
            .map(|fault| fault.to_string())
            .collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
}
