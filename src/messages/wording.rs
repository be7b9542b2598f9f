//! Custom wording: subject and body in the caller's own words, with the words and parts of ours put in.
//!
//! The language is a small part of minijinja's (`docs/templates.md`): words, parts, filters and conditions. It has no
//! loops, assignments, macros, calls or operators that make text, so a template never says more than is written in it,
//! and the work that it makes is bounded by its length.

mod parse;
mod render;
#[cfg(test)]
mod tests;

use serde::Deserialize;
use utoipa::ToSchema;

use self::parse::{At, Node, parse};
use super::book::book;
use crate::facts::{self, InterviewSubmission, Purpose, Violation, code};

pub(super) use self::render::render;

/// The longest subject template, in characters.
const SUBJECT_AT_MOST_CHARACTERS: usize = 1_000;
/// The longest body template, in characters.
const BODY_AT_MOST_CHARACTERS: usize = 10_000;
/// The longest text that a template may make, in bytes.
const OUTPUT_AT_MOST_BYTES: usize = 20_000;
/// The most words and parts that one template may name.
const NAMES_AT_MOST: usize = 200;
/// The deepest that conditions, brackets and `not` may stand in one another.
const DEPTH_AT_MOST: usize = 20;
/// The most filters in a row.
const FILTERS_AT_MOST: usize = 10;

/// The template breaks the rules of the language.
const SYNTAX: &str = "template_syntax";
/// A word, part, filter or test that does not exist.
const UNKNOWN_NAME: &str = "template_unknown_name";
/// Something of the larger language that is not part of ours: loops, assignments, sums.
const NOT_ALLOWED: &str = "template_not_allowed";
/// Too many names, nested too deeply, or too much text made.
const TOO_COSTLY: &str = "template_too_costly";
/// The template itself has too many characters.
const TOO_LONG: &str = "template_too_long";

/// Interview facts, and the words in which to write the messages about them.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FactsWithTemplate)]
pub struct WordedSubmission {
    /// The facts of the interview.
    pub facts: InterviewSubmission,
    /// The words of your own.
    pub template: TemplateSubmission,
}

/// Wording of your own, for every message that the query leaves. `docs/templates.md` describes the language.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MessageTemplate)]
pub struct TemplateSubmission {
    /// The subject of an e-mail, at most 1,000 characters; ours where absent. Other messages have none.
    #[schema(
        max_length = 1000,
        pattern = r"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]*$",
        example = "{{ position }} interview on {{ date }} ({{ me }})"
    )]
    pub subject: Option<String>,
    /// The text, at most 10,000 characters; line breaks stay as they are.
    #[schema(
        min_length = 1,
        max_length = 10_000,
        pattern = r"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]*$",
        example = "{{ part.greeting }}\n\nThank you {{ for_your_time }}.{% if topic %} I keep coming back to {{ topic }}.{% endif %}\n\n{{ part.sign_off }}"
    )]
    pub body: String,
}

/// Wording that was read: every word in it exists.
#[derive(Clone, Debug)]
pub struct Wording {
    subject: Option<Template>,
    body: Template,
}

/// One template, and where it stands in the document.
#[derive(Clone, Debug)]
struct Template {
    pointer: &'static str,
    source: String,
    nodes: Vec<Node>,
    /// The parts that it names, with their places.
    parts: Vec<(String, At)>,
}

/// A fault at a place, told by line and column: both count from 1, columns in characters.
fn fault(pointer: &str, source: &str, at: At, code: &'static str, what: &str) -> Violation {
    let before = source.get(..at).unwrap_or(source);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Violation {
        pointer: pointer.to_owned(),
        code,
        detail: format!("Line {line}, column {column}: {what}"),
    }
}

impl Wording {
    /// Reads wording as it was sent.
    ///
    /// # Errors
    /// Every unknown name and forbidden character at once; of faults of form the first in each template. Pointers start
    /// with `/template`.
    pub fn read(submission: &TemplateSubmission) -> Result<Self, Vec<Violation>> {
        let mut faults = Vec::new();
        // Some characters that no text may hold are white space, and would be gone once it is folded.
        let sound = |subject: &str| forbidden_in(subject).is_none();
        let subject = submission
            .subject
            .as_deref()
            .filter(|subject| !(subject.trim().is_empty() && sound(subject)));
        let subject = subject.and_then(|subject| {
            // A subject stands on one line, whatever a form field made of it.
            let subject = if sound(subject) {
                subject.split_whitespace().collect::<Vec<_>>().join(" ")
            } else {
                subject.to_owned()
            };
            read(
                "/template/subject",
                &subject,
                SUBJECT_AT_MOST_CHARACTERS,
                &mut faults,
            )
        });
        let body = with_plain_line_ends(&submission.body);
        if body.trim().is_empty() {
            faults.push(Violation {
                pointer: "/template/body".to_owned(),
                code: code::MISSING.word,
                detail: "`body` must hold a text; for our own words send the facts alone.".to_owned(),
            });
        }
        let body = read("/template/body", &body, BODY_AT_MOST_CHARACTERS, &mut faults);
        match body {
            Some(body) if faults.is_empty() => Ok(Self { subject, body }),
            _ => Err(faults),
        }
    }

    /// Whether a subject was given.
    pub(super) const fn has_subject(&self) -> bool {
        self.subject.is_some()
    }

    /// The parts that messages for this purpose don't have, as faults.
    pub(super) fn check_parts(&self, purpose: Purpose) -> Result<(), Vec<Violation>> {
        let known = book().part_names(purpose);
        let mut faults = Vec::new();
        for template in self.subject.iter().chain([&self.body]) {
            for (name, at) in &template.parts {
                if !known.contains(name.as_str()) {
                    let what = format!(
                        "`part.{name}` is not to be had in a message of the purpose {}; there are {}.",
                        purpose.as_str(),
                        known.iter().copied().collect::<Vec<_>>().join(", ")
                    );
                    faults.push(fault(
                        template.pointer,
                        &template.source,
                        *at,
                        UNKNOWN_NAME,
                        &what,
                    ));
                }
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

/// One template; its faults are added to the others.
fn read(
    pointer: &'static str,
    source: &str,
    most_characters: usize,
    faults: &mut Vec<Violation>,
) -> Option<Template> {
    let characters = source.chars().count();
    if characters > most_characters {
        faults.push(Violation {
            pointer: pointer.to_owned(),
            code: TOO_LONG,
            detail: format!(
                "Line 1, column 1: the template must be at most {most_characters} characters long; there are {characters}."
            ),
        });
        return None;
    }
    if let Some(forbidden) = forbidden_in(source) {
        let (at, code) = (
            source.find(forbidden).unwrap_or_default(),
            code::FORBIDDEN_CHARACTER.word,
        );
        faults.push(fault(pointer, source, at, code, &forbidden_character(forbidden)));
        return None;
    }
    let (nodes, parts, found) = parse(source);
    let sound = found.is_empty();
    faults.extend(
        found
            .into_iter()
            .map(|(at, code, what)| fault(pointer, source, at, code, &what)),
    );
    sound.then(|| Template {
        pointer,
        source: source.to_owned(),
        nodes,
        parts,
    })
}

/// With LF in place of whatever else ends a line.
fn with_plain_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
}

/// A character that no template may hold or make.
fn forbidden_in(text: &str) -> Option<char> {
    // Line breaks are allowed as in all free text, tabs in templates alone.
    let (_, forbidden) = facts::first_forbidden(&text.replace('\t', " "))?;
    Some(forbidden)
}

fn forbidden_character(c: char) -> String {
    format!(
        "a template must hold no control, bidirectional-control or zero-width character but line break and tab; here is \
         U+{:04X}.",
        u32::from(c)
    )
}
