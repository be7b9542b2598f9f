//! How large what stands in the document can get, for all that doesn't say so itself.
//!
//! What is sent has its limits in the contract, and its types say them. What is answered is made of that and of our own
//! words, so it is bounded too: these bounds are generous, and hold for every answer.

use serde_json::{Map, Value, json};

use super::super::batch::NDJSON;
use super::super::messages::EML;
use super::super::plans::ICS;
use crate::facts::LONGEST_INSTANT_CHARS;

/// Characters of a date: `2026-03-02`.
const DATE_CHARS: usize = 10;

/// Characters of a UUID.
const UUID_CHARS: usize = 36;

/// Characters of a text in an answer: the longest that can be is a draft, as it was sent or by a caller's template.
const TEXT_CHARS: usize = 65_536;

/// Entries of a list in an answer: the longest are the messages of all steps to all who are written to.
const LIST_ENTRIES: usize = 1_000;

/// Characters of whole bodies that may be longer: an e-mail encodes a letter, a calendar has all reasons of all steps, metrics
/// have a line for each route and status.
const BODY_CHARS: [(&str, usize); 3] = [(EML, 131_072), (ICS, 262_144), ("text/plain", 1_048_576)];

/// Says of every text, list and number how large it can get. Examples are left as they are.
pub(super) fn bound(value: &mut Value) {
    match value {
        Value::Object(members) => {
            bound_body(members);
            bound_schema(members);
            let inner = members
                .iter_mut()
                .filter(|(name, _)| !["example", "examples", "enum"].contains(&name.as_str()));
            inner.for_each(|(_, member)| bound(member));
        }
        Value::Array(items) => items.iter_mut().for_each(bound),
        _ => {}
    }
}

/// Bodies by their media types. A stream has any number of lines: it is no text with a length, and its media type says all.
fn bound_body(content: &mut Map<String, Value>) {
    if let Some(stream) = content.get_mut(NDJSON) {
        stream["schema"] = json!({});
    }
    for (media_type, most) in BODY_CHARS {
        if let Some(body) = content.get_mut(media_type) {
            body["schema"]["maxLength"] = json!(most);
        }
    }
}

fn bound_schema(schema: &mut Map<String, Value>) {
    let is = |kind: &str| match schema.get("type") {
        Some(Value::String(own)) => own == kind,
        Some(Value::Array(kinds)) => kinds.iter().any(|own| own == kind),
        _ => false,
    };
    let (text, list, number) = (is("string"), is("array"), is("integer"));
    let mut unless_told = |name: &str, bound: Value| {
        schema.entry(name).or_insert(bound);
    };
    if list {
        unless_told("maxItems", json!(LIST_ENTRIES));
    }
    if number {
        unless_told("minimum", json!(0));
        unless_told("maximum", json!(i32::MAX));
        unless_told("format", json!("int32"));
    }
    if text && !schema.contains_key("enum") {
        let most = match schema.get("format").and_then(Value::as_str) {
            Some("date") => DATE_CHARS,
            Some("date-time") => LONGEST_INSTANT_CHARS,
            Some("uuid") => UUID_CHARS,
            _ => TEXT_CHARS,
        };
        schema.entry("maxLength").or_insert(json!(most));
    }
}
