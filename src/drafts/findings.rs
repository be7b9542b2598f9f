//! A draft with all that a check needs, and what the checks find.

use std::collections::HashMap;
use std::ops::Range;

use crate::facts::Interview;
use crate::guidance::{Reasons, Rule};

use super::known::Known;
use super::letter::Letter;
use super::review::{Field, Finding, Severity, Span};
use super::submission::Draft;
use super::text::Text;

/// A draft read, and what the facts say.
pub(super) struct Case<'a> {
    pub(super) draft: &'a Draft,
    pub(super) interview: &'a Interview,
    pub(super) known: Known,
    /// None where there is none or it is blank.
    pub(super) subject: Option<Letter<'a>>,
    pub(super) body: Letter<'a>,
}

/// So many findings of one rule are enough.
const MOST_OF_A_RULE: usize = 8;

/// What was found so far.
pub(super) struct Findings<'a> {
    subject: Option<&'a Text<'a>>,
    body: &'a Text<'a>,
    list: Vec<Finding>,
    of_rule: HashMap<&'static str, usize>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(case: &'a Case<'a>) -> Self {
        Self {
            subject: case.subject.as_ref().map(|subject| &subject.text),
            body: &case.body.text,
            list: Vec::new(),
            of_rule: HashMap::new(),
        }
    }

    /// Notes something at these bytes of the body.
    pub(super) fn body(
        &mut self,
        rule: &'static Rule,
        severity: Severity,
        at: Range<usize>,
        suggestion: impl Into<String>,
    ) {
        self.add(rule, severity, Field::Body, at, suggestion.into());
    }

    /// Notes something at these bytes of the field.
    pub(super) fn add(
        &mut self,
        rule: &'static Rule,
        severity: Severity,
        field: Field,
        at: Range<usize>,
        suggestion: String,
    ) {
        let known = self.of_rule.entry(rule.id).or_default();
        *known += 1;
        if *known > MOST_OF_A_RULE {
            return;
        }
        let text = match field {
            Field::Subject => self.subject,
            Field::Body => Some(self.body),
        };
        self.list.push(Finding {
            rule: rule.id,
            severity,
            field,
            span: text.map(|text| span(text, &at)).unwrap_or_default(),
            quote: text.map(|text| text.quote(&at)).unwrap_or_default().to_owned(),
            suggestion,
            reasons: Reasons::because(rule, rule.why),
        });
    }

    /// Whether a rule has found something.
    pub(super) fn has(&self, rule: &Rule) -> bool {
        self.of_rule.contains_key(rule.id)
    }

    /// The findings in the order in which a reader meets them.
    pub(super) fn into_list(mut self) -> Vec<Finding> {
        self.list
            .sort_by_key(|finding| (finding.field, finding.span, finding.severity));
        self.list
    }
}

/// Bytes as UTF-16 code units.
pub(super) fn span(text: &Text<'_>, at: &Range<usize>) -> Span {
    Span {
        start: text.utf16(at.start),
        end: text.utf16(at.end),
    }
}
