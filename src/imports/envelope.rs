//! Where the interview stands in a body: by itself or beside facts of the caller's, bare or in what a system wraps it in.

use serde_json::Value;

use super::System;
use crate::facts::{Violation, code};

/// What systems call the wrapping, the outermost names first.
const WRAPPINGS: [&str; 11] = [
    "data",
    "payload",
    "results",
    "content",
    "events",
    "interviewSchedule",
    "interview_schedule",
    "scheduled_interview",
    "scheduledInterview",
    "interview",
    "event",
];

/// How many wrappings are taken off: a webhook has two, a list in one three.
const MOST_WRAPPINGS: usize = 4;

/// A body, taken apart.
#[derive(Debug)]
pub(super) struct Opened<'a> {
    /// The interview.
    pub(super) object: &'a Value,
    /// The JSON Pointer to it in the body.
    pub(super) at: String,
    /// All that the system sent, which says more about a webhook's interview than the interview does.
    pub(super) whole: &'a Value,
    /// The caller's own facts.
    pub(super) facts: Option<&'a Value>,
}

/// Finds the interview in a body.
///
/// # Errors
/// A violation where there is no object, or more than one.
pub(super) fn open(body: &Value, system: System) -> Result<Opened<'_>, Violation> {
    let beside_facts = ["object", "facts"].iter().any(|name| body.get(name).is_some());
    let (whole, at) = match body.get("object") {
        Some(object) => (object, "/object"),
        None if beside_facts => {
            return Err(fault(
                "/object",
                &code::MISSING,
                "`object` must be given beside `facts`: the interview as the system sent it.",
            ));
        }
        None => (body, ""),
    };
    let (object, at) = unwrap(whole, at.to_owned(), system)?;
    Ok(Opened {
        object,
        at,
        whole,
        facts: body.get("facts").filter(|facts| !facts.is_null()),
    })
}

fn unwrap(whole: &Value, at: String, system: System) -> Result<(&Value, String), Violation> {
    let (mut part, mut at) = (whole, at);
    for _ in 0..=MOST_WRAPPINGS {
        match part {
            Value::Object(members) => {
                if system.marks().iter().any(|mark| members.contains_key(*mark)) {
                    return Ok((part, at));
                }
                let inside = |name: &&&str| {
                    members
                        .get(**name)
                        .is_some_and(|it| it.is_object() || it.is_array())
                };
                let Some(name) = WRAPPINGS.iter().find(inside) else {
                    return Ok((part, at));
                };
                part = &members[*name];
                at = format!("{at}/{name}");
            }
            Value::Array(entries) => match entries.as_slice() {
                [only] => {
                    part = only;
                    at.push_str("/0");
                }
                [] => {
                    return Err(fault(
                        &at,
                        &code::MISSING,
                        "The list is empty: send one interview.",
                    ));
                }
                several => {
                    let detail = format!(
                        "There are {} entries here: send one interview at a time.",
                        several.len()
                    );
                    return Err(fault(&at, &code::TOO_MANY, &detail));
                }
            },
            _ => break,
        }
    }
    Err(fault(
        &at,
        &code::WRONG_TYPE,
        "The interview must be an object, as the system sent it.",
    ))
}

fn fault(pointer: &str, code: &code::Code, detail: &str) -> Violation {
    Violation {
        pointer: pointer.to_owned(),
        code: code.word,
        detail: detail.to_owned(),
    }
}
