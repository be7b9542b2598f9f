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

/// How many letters and digits the shortest text has that is taken for an id when they are hexadecimal, digits among them.
const SHORTEST_HEX_WITH_DIGITS: usize = 8;

/// Signs that can't be seen: they join or part letters, or turn the direction of the script. A name is the same without them.
const UNSEEN: [char; 19] = [
    '\u{ad}', '\u{61c}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}',
    '\u{202c}', '\u{202d}', '\u{202e}', '\u{2060}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
    '\u{180e}', '\u{feff}',
];

/// Forms of an instant with its offset from UTC, besides that of RFC 3339.
const WITH_OFFSET: [&str; 4] = [
    "%Y-%m-%dT%H:%M:%S%.f%#z",
    "%Y-%m-%d %H:%M:%S%.f %#z",
    "%Y-%m-%dT%H:%M%#z",
    "%Y-%m-%d %H:%M %#z",
];

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

    /// Takes back what turned out not to be so.
    pub(super) fn take_back(&self, code: &str) {
        self.0.borrow_mut().retain(|assumption| assumption.code != code);
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

    /// A text with one space between its words and without what can't be seen; none where it is blank.
    pub(super) fn text(&self, fact: &str) -> Option<String> {
        let text = self.value.as_str();
        if text.is_none() {
            self.unlike("a text", fact);
        }
        text.map(|text| single_spaced(&text.replace(UNSEEN, "")).into_owned())
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

    /// Whether something is said to be so: true, or a time or another text in place of it. A text can deny it as well.
    pub(super) fn is_so(&self, fact: &str) -> bool {
        match self.value {
            Value::Bool(flag) => *flag,
            Value::Number(number) => number.as_f64().is_some_and(|number| number > 0.0),
            Value::String(text) => {
                !["", "false", "no", "0", "null", "none"].contains(&&*text.trim().to_lowercase())
            }
            _ => {
                self.unlike("true or false, or a time", fact);
                false
            }
        }
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
            Value::String(text) => {
                let whole = text.trim().strip_suffix(".0").unwrap_or(text.trim());
                whole.parse().ok()
            }
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
        let with_offset = DateTime::parse_from_rfc3339(told).ok().or_else(|| {
            let mut forms = WITH_OFFSET.iter();
            forms.find_map(|form| DateTime::parse_from_str(told, form).ok())
        });
        if with_offset.is_some() {
            return with_offset;
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
    let with_digits = text.len() >= SHORTEST_HEX_WITH_DIGITS && text.contains(digits);
    let long_hex = (text.len() >= SHORTEST_HEX_ID || with_digits) && text.chars().all(hex);
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
