//! What is wrong with a document, where, and what would be right.

use std::fmt;

use serde::Serialize;
use utoipa::ToSchema;

use super::code::Code;

/// How much of a faulty value is quoted, in characters.
const LONGEST_QUOTE_CHARS: usize = 40;

/// One fault of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Violation {
    /// Where: an RFC 6901 JSON Pointer into the document as sent.
    #[schema(example = "/interview/ended_at")]
    pub pointer: String,
    /// What kind of fault it is: a stable word for programs.
    #[schema(example = "no_offset")]
    pub code: &'static str,
    /// What is wrong and what would be right.
    #[schema(
        example = "`ended_at` must say its offset from UTC, as `-08:00` does in 2026-03-02T15:00:00-08:00."
    )]
    pub detail: String,
}

impl Violation {
    pub(super) fn new(place: Place<'_>, code: &Code, detail: impl Into<String>) -> Self {
        Self {
            pointer: place.pointer(),
            code: code.word,
            detail: detail.into(),
        }
    }
}

/// A place in a document. It borrows the way that leads there, so that a sound document costs nothing.
///
/// Its `Display` is how a sentence begins that speaks of it: "`ended_at`", "Every entry of `topics`".
#[derive(Clone, Copy, Debug)]
pub(super) enum Place<'a> {
    Document,
    Property(&'a Place<'a>, &'a str),
    Entry(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
    pub(super) fn property(&'a self, name: &'a str) -> Place<'a> {
        Place::Property(self, name)
    }

    pub(super) fn entry(&'a self, index: usize) -> Place<'a> {
        Place::Entry(self, index)
    }

    /// The RFC 6901 JSON Pointer.
    pub(super) fn pointer(&self) -> String {
        match self {
            Self::Document => String::new(),
            Self::Property(parent, name) => {
                format!(
                    "{}/{}",
                    parent.pointer(),
                    name.replace('~', "~0").replace('/', "~1")
                )
            }
            Self::Entry(parent, index) => format!("{}/{index}", parent.pointer()),
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => f.write_str("The document"),
            Self::Property(_, name) => write!(f, "`{}`", shortened(name)),
            Self::Entry(parent, _) => match parent {
                Self::Property(_, name) => write!(f, "Every entry of `{}`", shortened(name)),
                _ => f.write_str("Every entry"),
            },
        }
    }
}

/// The text in quotation marks, cut where it is long; what can't be seen is spelt out.
pub(super) fn quoted(text: &str) -> String {
    format!("{:?}", shortened(text))
}

fn shortened(text: &str) -> String {
    let mut kept: String = text.chars().take(LONGEST_QUOTE_CHARS).collect();
    if kept.len() < text.len() {
        kept.push('…');
    }
    kept
}

/// "`a`, `b` or `c`".
pub(super) fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => format!("`{only}`"),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(|word| format!("`{word}`")).collect();
            format!("{} or `{last}`", first.join(", "))
        }
    }
}
