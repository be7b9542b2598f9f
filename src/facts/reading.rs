//! From bytes to checked facts: into types at once, and only where that fails through the document for every fault.

mod document;
mod form;
mod literal;
#[cfg(test)]
mod tests;

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use serde::de::{DeserializeOwned, Error};
use utoipa::ToSchema;

use self::document::Node;
pub(crate) use self::form::nearest;
use self::form::{Examined, examine};
use self::literal::Literal;
use super::check::{Checked, TIMES, check};
use super::code;
use super::submission::InterviewSubmission;
use super::violation::{Place, Violation};

/// Why a document was turned away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejected {
    /// It is no JSON: what is wrong and where, in a sentence.
    NotJson {
        /// The sentence, for the caller.
        detail: String,
    },
    /// It is JSON that can't be right: every fault at once, never none.
    Impossible(Vec<Violation>),
}

/// Reads a document of whatever type.
///
/// # Errors
/// [`Rejected`], with every fault of form: unknown and duplicate properties, wrong types, unknown words, missing
/// properties.
pub fn read<T: DeserializeOwned + ToSchema + 'static>(bytes: &[u8]) -> Result<T, Rejected> {
    let bytes = without_mark(bytes);
    into_type(bytes).map_err(|error| match Node::read(bytes) {
        Err(detail) => Rejected::NotJson { detail },
        Ok(document) => impossible(examine::<T>(document).violations, &error),
    })
}

/// Reads and checks facts that are the whole document.
///
/// `now` stands in for an absent `as_of`.
///
/// # Errors
/// [`Rejected`], with every fault of form and every impossible fact.
pub fn read_facts(bytes: &[u8], now: DateTime<FixedOffset>) -> Result<Checked, Rejected> {
    read_around_facts(bytes, "", std::mem::take::<InterviewSubmission>, now).map(|(_, checked)| checked)
}

/// Reads a document that holds facts, and checks them.
///
/// `at` is the JSON Pointer to the facts (`/facts`), and `facts` takes them out of the document. `now` stands in for an
/// absent `as_of`.
///
/// # Errors
/// [`Rejected`], with every fault of form of the document and every impossible fact.
pub fn read_around_facts<T: DeserializeOwned + ToSchema + 'static>(
    bytes: &[u8],
    at: &str,
    facts: impl FnOnce(&mut T) -> InterviewSubmission,
    now: DateTime<FixedOffset>,
) -> Result<(T, Checked), Rejected> {
    let bytes = without_mark(bytes);
    let error = match into_type::<T>(bytes) {
        Ok(mut document) => {
            return match check(facts(&mut document), now) {
                Ok(checked) => Ok((document, checked)),
                Err(violations) => Err(Rejected::Impossible(below(at, violations))),
            };
        }
        Err(error) => error,
    };
    let document = Node::read(bytes).map_err(|detail| Rejected::NotJson { detail })?;
    let examined = examine::<T>(document);
    let sound = examined.sound.as_ref().and_then(|sound| sound.pointer(at));
    let impossible_facts = match sound.map(InterviewSubmission::deserialize) {
        Some(Ok(submission)) => check(submission, now).err().unwrap_or_default(),
        _ => Vec::new(),
    };
    Err(impossible(
        together(at, examined, below(at, impossible_facts)),
        &error,
    ))
}

/// Without the byte order mark that some editors put before UTF-8.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Looks once whether the whole is UTF-8, which costs less than looking at each string.
fn into_type<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, serde_json::Error> {
    let text = std::str::from_utf8(bytes).map_err(serde_json::Error::custom)?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let document = T::deserialize(Literal(&mut deserializer))?;
    deserializer.end()?;
    Ok(document)
}

/// These violations; where there are none, serde's own complaint, so that nobody is turned away without a word.
fn impossible(mut violations: Vec<Violation>, error: &serde_json::Error) -> Rejected {
    if violations.is_empty() {
        let said = error.to_string();
        let said = said.split(" at line ").next().unwrap_or_default();
        let detail = format!("The document does not have the form that is expected here: {said}.");
        violations.push(Violation::new(Place::Document, &code::WRONG_TYPE, detail));
    }
    Rejected::Impossible(violations)
}

fn below(at: &str, mut violations: Vec<Violation>) -> Vec<Violation> {
    for violation in &mut violations {
        violation.pointer.insert_str(0, at);
    }
    violations
}

/// The faults of form, then the impossible facts that do not merely follow from them.
fn together(at: &str, examined: Examined, impossible_facts: Vec<Violation>) -> Vec<Violation> {
    let Examined {
        mut violations,
        spoiled,
        ..
    } = examined;
    for impossible in impossible_facts {
        if spoiled
            .iter()
            .any(|spoiled| follows_from(at, spoiled, &impossible))
        {
            continue;
        }
        let same = |form: &&mut Violation| form.pointer == impossible.pointer && form.code == impossible.code;
        match violations.iter_mut().find(same) {
            // What is missing is missing in both; the check knows better why it is needed.
            Some(form) => *form = impossible,
            None => violations.push(impossible),
        }
    }
    violations
}

/// Whether a violation is there only because what the pointer leads to was left out.
fn follows_from(at: &str, spoiled: &str, violation: &Violation) -> bool {
    let pointer = violation.pointer.as_str();
    let inside = pointer
        .strip_prefix(spoiled)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let time_of = |pointer: &str| {
        let property = pointer.strip_prefix(at)?.strip_prefix("/interview/")?;
        TIMES.into_iter().position(|time| time == property)
    };
    let lost_time =
        violation.code == code::MISSING.word && time_of(pointer) == Some(0) && time_of(spoiled).is_some();
    let lost_as_of = violation.code == code::AFTER_AS_OF.word && spoiled.strip_prefix(at) == Some("/as_of");
    inside || lost_time || lost_as_of
}
