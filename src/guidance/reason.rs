//! A rule applied to one candidate's facts, in words; and the list of them that every decision carries.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};
use utoipa::openapi::{ArrayBuilder, Ref, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::rule::{Rule, SourceIds};

/// Why the planner decided something: the rule, and what it means for these facts.
#[derive(Clone, PartialEq, Eq)]
pub struct Reason {
    rule: &'static Rule,
    text: Cow<'static, str>,
}

impl Reason {
    /// A reason under `rule`. The text is one or two plain sentences to the candidate.
    pub fn new(rule: &'static Rule, text: impl Into<Cow<'static, str>>) -> Self {
        Self {
            rule,
            text: text.into(),
        }
    }

    /// The rule that was applied.
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// What the rule means for these facts.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// The rule by its id alone: a failed comparison in a test should fit on the screen.
impl fmt::Debug for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Reason")
            .field(&self.rule.id)
            .field(&self.text)
            .finish()
    }
}

/// A reason as it is sent; also its documentation.
/// Why something was decided: the rule, what it means for these facts, and the sources behind it.
#[derive(Serialize, ToSchema)]
#[schema(as = Reason)]
struct ReasonAsSent<'a> {
    /// The rule's id; `GET /v1/guidance` has the whole rule.
    #[schema(example = "check_in.one_week")]
    rule: &'static str,
    /// What the rule means for these facts, in a sentence or two to the candidate.
    text: &'a str,
    /// Ids of the sources that the rule stands on.
    #[schema(value_type = Vec<String>, min_items = 1, example = json!(["one_week_guide"]))]
    sources: SourceIds,
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ReasonAsSent {
            rule: self.rule.id,
            text: &self.text,
            sources: SourceIds(self.rule),
        }
        .serialize(serializer)
    }
}

impl PartialSchema for Reason {
    fn schema() -> RefOr<Schema> {
        ReasonAsSent::schema()
    }
}

impl ToSchema for Reason {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Reason")
    }
}

/// The reasons for a decision: at least one, the weightiest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Reasons(Vec<Reason>);

impl Reasons {
    /// A decision's first reason.
    pub fn because(rule: &'static Rule, text: impl Into<Cow<'static, str>>) -> Self {
        Self(vec![Reason::new(rule, text)])
    }

    /// The same reasons and one more.
    #[must_use]
    pub fn and(mut self, rule: &'static Rule, text: impl Into<Cow<'static, str>>) -> Self {
        self.push(Reason::new(rule, text));
        self
    }

    /// Adds a reason at the end.
    pub fn push(&mut self, reason: Reason) {
        self.0.push(reason);
    }

    /// The reasons in their order.
    pub fn iter(&self) -> std::slice::Iter<'_, Reason> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Reasons {
    type Item = &'a Reason;
    type IntoIter = std::slice::Iter<'a, Reason>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Adds reasons at the end.
impl Extend<Reason> for Reasons {
    fn extend<I: IntoIterator<Item = Reason>>(&mut self, reasons: I) {
        self.0.extend(reasons);
    }
}

impl PartialSchema for Reasons {
    fn schema() -> RefOr<Schema> {
        ArrayBuilder::new()
            .items(Ref::from_schema_name(Reason::name()))
            .min_items(Some(1))
            .description(Some("Why: at least one reason, the weightiest first."))
            .into()
    }
}

impl ToSchema for Reasons {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Reasons")
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((Reason::name().into_owned(), Reason::schema()));
    }
}
