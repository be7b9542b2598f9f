//! A rule applied to one candidate's facts, in words; and the list of them that every decision carries.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use serde::{Serialize, Serializer};
use utoipa::openapi::{ArrayBuilder, Ref, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::rule::{Rule, SourceIds};
use super::rules;
use crate::json::{self, WriteJson};

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

// A reason as it is sent, and the source of its documentation.
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

impl WriteJson for Reason {
    fn write_json(&self, out: &mut Vec<u8>) {
        let frame = Frame::of(self.rule);
        out.extend_from_slice(&frame.before);
        self.text.write_json(out);
        out.extend_from_slice(&frame.behind);
    }
}

/// What stands around the text of a rule's reasons in JSON. A plan has some forty-five reasons, so it is written down once.
struct Frame {
    before: Vec<u8>,
    behind: Vec<u8>,
}

/// The rules' addresses in their order, close together to be searched, and the frames in the same order.
static FRAMES: LazyLock<(Vec<usize>, Vec<Frame>)> = LazyLock::new(|| {
    let mut rules = rules::ALL.to_vec();
    rules.sort_unstable_by_key(|rule| address(rule));
    rules
        .into_iter()
        .map(|rule| (address(rule), Frame::new(rule)))
        .unzip()
});

/// Writes the frames ahead of the first reason.
pub(crate) fn prepare() {
    LazyLock::force(&FRAMES);
}

fn address(rule: &'static Rule) -> usize {
    std::ptr::from_ref(rule).addr()
}

impl Frame {
    /// Every rule is among [`rules::ALL`], which a test of theirs holds.
    fn of(rule: &'static Rule) -> &'static Self {
        let (addresses, frames) = &*FRAMES;
        &frames[addresses.partition_point(|other| *other < address(rule))]
    }

    fn new(rule: &'static Rule) -> Self {
        let mut before = b"{\"rule\":".to_vec();
        json::write_word(rule.id, &mut before);
        before.extend_from_slice(b",\"text\":");
        let mut behind = b",\"sources\":".to_vec();
        json::write_list(rule.sources(), &mut behind, |source, out| {
            json::write_word(source.id, out);
        });
        behind.push(b'}');
        Self { before, behind }
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

/// How many reasons there is room for at once: hardly a decision has more.
const ROOM: usize = 6;

/// The reasons for a decision: at least one, the weightiest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Reasons(Vec<Reason>);

impl From<Reason> for Reasons {
    fn from(reason: Reason) -> Self {
        let mut reasons = Vec::with_capacity(ROOM);
        reasons.push(reason);
        Self(reasons)
    }
}

impl Reasons {
    /// A decision's first reason.
    pub fn because(rule: &'static Rule, text: impl Into<Cow<'static, str>>) -> Self {
        Reason::new(rule, text).into()
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

    /// The weightiest reason alone.
    #[must_use]
    pub fn weightiest(mut self) -> Self {
        self.0.truncate(1);
        self
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

impl IntoIterator for Reasons {
    type Item = Reason;
    type IntoIter = std::vec::IntoIter<Reason>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Adds reasons at the end.
impl Extend<Reason> for Reasons {
    fn extend<I: IntoIterator<Item = Reason>>(&mut self, reasons: I) {
        self.0.extend(reasons);
    }
}

impl WriteJson for Reasons {
    fn write_json(&self, out: &mut Vec<u8>) {
        self.0.write_json(out);
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::guidance::rules;

    #[test]
    fn a_reason_is_sent_with_its_rule_and_the_sources_of_that() {
        let reason = Reason::new(&rules::CHECK_IN_STATED_DATE, "They named Friday 13 March.");
        let sent = serde_json::to_value(reason).unwrap();
        assert_eq!(
            sent,
            json!({
                "rule": "check_in.stated_date",
                "text": "They named Friday 13 March.",
                "sources": ["one_week_guide", "five_step_guide", "upwork_guide", "best_practices_guide", "indeed_2023"],
            })
        );
    }

    #[test]
    fn a_reason_of_each_rule_is_written_as_serde_json_writes_it() {
        for rule in rules::ALL {
            let reason = Reason::new(rule, "They said \"soon\".".to_owned());
            let mut written = Vec::new();
            reason.write_json(&mut written);
            assert_eq!(
                String::from_utf8(written).unwrap(),
                serde_json::to_string(&reason).unwrap()
            );
        }
    }

    #[test]
    fn reasons_are_sent_as_a_list_in_their_order() {
        let reasons =
            Reasons::because(&rules::CHECK_IN_ONE_WEEK, "First.").and(&rules::CALENDAR_WORKING_DAYS, "Then.");
        let sent = serde_json::to_value(&reasons).unwrap();
        let order: Vec<_> = sent
            .as_array()
            .unwrap()
            .iter()
            .map(|reason| reason["rule"].as_str().unwrap())
            .collect();
        assert_eq!(order, ["check_in.one_week", "calendar.working_days"]);
    }

    #[test]
    fn the_documented_reason_has_the_properties_that_are_sent() {
        let documented = serde_json::to_value(Reason::schema()).unwrap();
        let sent = serde_json::to_value(Reason::new(&rules::CALLER_PIN, "You promised.")).unwrap();
        let names =
            |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        let (mut documented_names, mut sent_names) = (names(&documented["properties"]), names(&sent));
        documented_names.sort();
        sent_names.sort();
        assert_eq!(documented_names, sent_names);
        assert_eq!(documented["required"], json!(["rule", "text", "sources"]));
    }

    #[test]
    fn the_documented_list_of_reasons_is_never_empty_and_brings_its_items_along() {
        let documented = serde_json::to_value(Reasons::schema()).unwrap();
        assert_eq!(documented["minItems"], 1);
        assert_eq!(documented["items"]["$ref"], "#/components/schemas/Reason");
        let mut brought = Vec::new();
        Reasons::schemas(&mut brought);
        assert!(brought.iter().any(|(name, _)| name == "Reason"));
    }
}
