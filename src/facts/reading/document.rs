//! A JSON document as it was written: duplicate properties and their order are kept.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    /// Reads a whole document.
    ///
    /// # Errors
    /// What is wrong and where, in a sentence, if this is no JSON in UTF-8 or is nested over 127 deep.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, String> {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err("The document is empty; a JSON object is expected.".into());
        }
        if let Err(error) = std::str::from_utf8(bytes) {
            return Err(format!(
                "The document is not UTF-8: byte {} is wrong.",
                error.valid_up_to() + 1
            ));
        }
        serde_json::from_slice(bytes).map_err(|error| in_plain_words(&error))
    }

    /// As `serde_json` holds it; of a duplicate property the last one stays.
    pub(super) fn into_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => value.into(),
            Self::Number(value) => Value::Number(value),
            Self::Text(value) => value.into(),
            Self::List(entries) => entries.into_iter().map(Self::into_value).collect(),
            Self::Object(properties) => properties
                .into_iter()
                .map(|(name, value)| (name, value.into_value()))
                .collect(),
        }
    }

    /// What it is, for a sentence.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "a string",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// What `serde_json` says, and what that means. The first that fits counts.
const PLAIN_WORDS: [(&str, &str); 16] = [
    ("EOF", "it ends too early"),
    ("expected `:`", "a colon is missing between name and value"),
    ("expected `,` or `]`", "a comma or the end of the list is missing"),
    (
        "expected `,` or `}`",
        "a comma or the end of the object is missing",
    ),
    (
        "trailing comma",
        "a comma stands before the end of a list or object",
    ),
    ("trailing characters", "something follows after its end"),
    (
        "key must be a string",
        "the name of a property must stand in double quotes",
    ),
    (
        "control character",
        "a control character in a string must be escaped",
    ),
    (
        "invalid escape",
        "a string holds a backslash that escapes nothing known",
    ),
    ("invalid number", "a number is badly written"),
    ("number out of range", "a number is too large"),
    ("recursion limit", "it is nested too deeply"),
    ("invalid unicode", "an escape in a string stands for no character"),
    ("lone leading surrogate", "an escape in a string is half a pair"),
    (
        "unexpected end of hex escape",
        "an escape in a string is half a pair",
    ),
    ("", "a value is badly written or missing"),
];

fn in_plain_words(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let meant = PLAIN_WORDS.iter().find(|(start, _)| said.starts_with(start));
    let meant = meant.map_or("it cannot be read", |(_, meaning)| meaning);
    format!(
        "The document is not JSON: in line {}, column {}, {meant}.",
        error.line(),
        error.column()
    )
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        Ok(Number::from_f64(value).map_or(Node::Null, Node::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element()? {
            list.push(entry);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut properties: A) -> Result<Node, A::Error> {
        let mut object = Vec::new();
        while let Some(property) = properties.next_entry()? {
            object.push(property);
        }
        Ok(Node::Object(object))
    }
}
