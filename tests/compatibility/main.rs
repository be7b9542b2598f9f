//! The document against the last one that was released: whatever would break a client fails here. docs/compatibility.md is the
//! promise; `openapi/released.json` is the document that it was last given for.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should say where"
)]

mod document;
mod mutations;
mod schema;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;

static RELEASED: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../openapi/released.json")).expect("the released document is JSON")
});

static CURRENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(followup::api::openapi_json()).expect("the document is JSON"));

/// The enums that the promise names as open: the list under its heading.
static OPEN_ENUMS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let promise = include_str!("../../docs/compatibility.md");
    let (_, section) = promise
        .split_once("\n## Enums that grow\n")
        .expect("the promise has a list of enums that grow");
    let section = section.split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split('`').nth(1).unwrap().to_owned())
        .collect()
});

#[test]
fn nothing_that_was_released_is_broken() {
    let breaks = document::breaks(&RELEASED, &CURRENT, &OPEN_ENUMS);
    assert!(
        breaks.is_empty(),
        "this would break clients; docs/compatibility.md says what to do instead: {breaks:#?}"
    );
}

#[test]
fn every_open_enum_is_one_of_the_document() {
    assert!(!OPEN_ENUMS.is_empty());
    for name in OPEN_ENUMS.iter() {
        assert!(
            CURRENT["components"]["schemas"][name]["enum"].is_array(),
            "{name} is no enum of the document"
        );
    }
}

/// A keyword that the comparison does not know would let a break pass.
#[test]
fn every_keyword_is_compared_or_says_nothing() {
    fn walk(schema: &Value, place: &str, told: &mut Vec<String>) {
        match schema {
            Value::Object(members) => {
                for (keyword, value) in members {
                    let says_nothing = ["type", "description", "title", "example", "examples"];
                    if keyword == "properties" {
                        for (name, property) in value.as_object().unwrap() {
                            walk(property, &format!("{place}/{name}"), told);
                        }
                        continue;
                    }
                    if !schema::COMPARED.contains(&keyword.as_str())
                        && !says_nothing.contains(&keyword.as_str())
                    {
                        told.push(format!("{place}: {keyword}"));
                    }
                    if ["items", "additionalProperties", "allOf", "anyOf", "oneOf"]
                        .contains(&keyword.as_str())
                    {
                        walk(value, place, told);
                    }
                }
            }
            Value::Array(parts) => parts.iter().for_each(|part| walk(part, place, told)),
            _ => {}
        }
    }
    /// Every schema that stands in an operation or a header.
    fn find<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    match name.as_str() {
                        "schema" => found.push(member),
                        "schemas" => found.extend(member.as_object().unwrap().values()),
                        "example" | "examples" => {}
                        _ => find(member, found),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| find(item, found)),
            _ => {}
        }
    }
    let (mut schemas, mut told) = (Vec::new(), Vec::new());
    find(&CURRENT, &mut schemas);
    assert!(schemas.len() > 100);
    for schema in schemas {
        walk(schema, "", &mut told);
    }
    assert!(told.is_empty(), "the comparison knows nothing of {told:#?}");
}
