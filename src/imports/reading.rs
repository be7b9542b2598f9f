//! Values of an object as a system sent it: what has another type than is documented counts as absent, and that is noted.

use std::cell::RefCell;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeZone, Utc};
use serde_json::Value;

use super::assumption::Assumption;
use crate::facts::single_spaced;

/// What stands for every property that is not there.
static ABSENT: Value = Value::Null;

/// The shortest text without a space that is taken for an id when it is all hexadecimal digits, in characters.
const SHORTEST_HEX_ID: usize = 16;

/// How much of a text is quoted, in characters.
const LONGEST_QUOTE_CHARS: usize = 60;

/// Forms of an instant without its offset from UTC.
const WITHOUT_OFFSET: [&str; 4] = [
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
];

/// What was taken for granted so far.
#[derive(Debug, Default)]
pub(super) struct Notes(RefCell<Vec<Assumption>>);

impl Notes {
    /// Notes an assumption about the fact of that path.
    pub(super) fn note(&self, code: &'static str, path: impl Into<String>, detail: impl Into<String>) {
        let assumption = Assumption::new(code, path, detail);
        let mut noted = self.0.borrow_mut();
        if !noted.contains(&assumption) {
            noted.push(assumption);
        }
    }

    pub(super) fn into_list(self) -> Vec<Assumption> {
        self.0.into_inner()
    }
}

/// A part of the object, and the way that leads to it.
#[derive(Clone)]
pub(super) struct Part<'a> {
    value: &'a Value,
    /// As a sentence names it: `interviewers[1].email`.
    name: String,
    pub(super) notes: &'a Notes,
}

impl<'a> Part<'a> {
    /// The whole of an object.
    pub(super) fn whole(value: &'a Value, notes: &'a Notes) -> Self {
        Self {
            value,
            name: String::new(),
            notes,
        }
    }

    /// The property of that name, which may be absent.
    pub(super) fn at(&self, name: &str) -> Self {
        let dot = if self.name.is_empty() { "" } else { "." };
        Self {
            value: self.value.get(name).unwrap_or(&ABSENT),
            name: format!("{}{dot}{name}", self.name),
            notes: self.notes,
        }
    }

    /// The first of these properties that is there; the first of all where none is.
    pub(super) fn first_of(&self, names: &[&str]) -> Self {
        let there = names.iter().find(|name| !self.at(name).is_absent());
        self.at(there.or(names.first()).unwrap_or(&""))
    }

    pub(super) fn is_absent(&self) -> bool {
        self.value.is_null()
    }

    pub(super) fn is_object(&self) -> bool {
        self.value.is_object()
    }

    /// As a sentence names it.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// A text with one space between its words; none where it is blank.
    pub(super) fn text(&self, fact: &str) -> Option<String> {
        let text = self.value.as_str();
        if text.is_none() {
            self.unlike("a text", fact);
        }
        text.map(|text| single_spaced(text).into_owned())
            .filter(|text| !text.is_empty())
    }

    /// A text that names a person or a thing; an id is none.
    pub(super) fn label(&self, fact: &str) -> Option<String> {
        let text = self.text(fact)?;
        if is_id(&text) {
            let detail = format!(
                "`{}` holds an id, and an id is no name: it was left out.",
                self.name
            );
            self.notes.note("id_is_no_name", fact, detail);
            return None;
        }
        Some(text)
    }

    /// An id: a text or a whole number.
    pub(super) fn id(&self) -> Option<String> {
        match self.value {
            Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// The entries of a list; null ones are passed over.
    pub(super) fn entries(&self, fact: &str) -> Vec<Self> {
        let Some(entries) = self.value.as_array() else {
            self.unlike("a list", fact);
            return Vec::new();
        };
        let entries = entries.iter().enumerate().map(|(index, value)| Self {
            value,
            name: format!("{}[{index}]", self.name),
            notes: self.notes,
        });
        entries.filter(|entry| !entry.is_absent()).collect()
    }

    /// A yes or no.
    pub(super) fn flag(&self, fact: &str) -> Option<bool> {
        let flag = self.value.as_bool();
        if flag.is_none() {
            self.unlike("true or false", fact);
        }
        flag
    }

    /// A whole number, which a text may hold.
    pub(super) fn number(&self, fact: &str) -> Option<i64> {
        let number = match self.value {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "whole, and what is too large saturates: it is refused as a time or a duration"
            )]
            Value::Number(number) => number
                .as_i64()
                .or_else(|| number.as_f64().filter(|it| it.fract() == 0.0).map(|it| it as i64)),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.unlike("a whole number", fact);
        }
        number
    }

    /// A calendar date.
    pub(super) fn date(&self, fact: &str) -> Option<NaiveDate> {
        let date = self.value.as_str().and_then(|text| text.trim().parse().ok());
        if date.is_none() {
            self.unlike("a date as 2026-03-02", fact);
        }
        date
    }

    /// An instant as a text. One without an offset from UTC is taken as UTC, in which all six systems tell their times.
    pub(super) fn instant(&self, fact: &str) -> Option<DateTime<FixedOffset>> {
        let Some(text) = self.value.as_str().map(str::trim) else {
            self.unlike("an instant as 2026-03-02T15:00:00Z", fact);
            return None;
        };
        let told = text.strip_suffix("UTC").map_or(text, str::trim_end);
        let with_offset = DateTime::parse_from_rfc3339(told)
            .or_else(|_| DateTime::parse_from_str(told, "%Y-%m-%dT%H:%M:%S%.f%z"))
            .or_else(|_| DateTime::parse_from_str(told, "%Y-%m-%d %H:%M:%S%.f %z"));
        if let Ok(instant) = with_offset {
            return Some(instant);
        }
        let wall = WITHOUT_OFFSET
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(told, form).ok());
        if wall.is_some() && told.len() == text.len() {
            let detail = format!("`{}` has no offset from UTC: it was read as UTC.", self.name);
            self.notes.note("read_as_utc", fact, detail);
        } else if wall.is_none() {
            self.unlike("an instant as 2026-03-02T15:00:00Z", fact);
        }
        wall.map(|wall| wall.and_utc().fixed_offset())
    }

    /// An instant in milliseconds since 1970.
    pub(super) fn milliseconds(&self, fact: &str) -> Option<DateTime<FixedOffset>> {
        let instant = self
            .number(fact)
            .and_then(|number| Utc.timestamp_millis_opt(number).single());
        instant.map(|instant| instant.fixed_offset())
    }

    /// Notes that something else stands here than is documented. What is absent is not worth a note.
    fn unlike(&self, documented: &str, fact: &str) {
        if !self.is_absent() {
            let detail = format!(
                "`{}` is not what was expected there, {documented}: it was left out.",
                self.name
            );
            self.notes.note("not_read", fact, detail);
        }
    }
}

/// Whether a text is an id: a UUID, a number, an address within a system.
pub(super) fn is_id(text: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit();
    let hex = |c: char| c.is_ascii_hexdigit() || c == '-';
    let long_hex = text.len() >= SHORTEST_HEX_ID && text.chars().all(hex);
    let mixed = text.len() >= SHORTEST_HEX_ID
        && text.contains(digits)
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_:".contains(c));
    text.chars().all(digits) || long_hex || mixed
}

/// Whether a text begins as web addresses do.
pub(super) fn is_web_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://")
}

/// The text in quotation marks, cut where it is long; what can't be seen is spelt out.
pub(super) fn quoted(text: &str) -> String {
    let mut kept: String = text.chars().take(LONGEST_QUOTE_CHARS).collect();
    if kept.len() < text.len() {
        kept.push('…');
    }
    format!("{kept:?}")
}
