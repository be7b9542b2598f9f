//! Stable ids: `UUIDv5` of the interview, and of a step within it. They do not change with `as_of`, `history` or wording.

use uuid::Uuid;

use crate::facts::{Interview, Purpose};

/// The namespace of everything below: a random id, drawn once.
const NAMESPACE: Uuid = Uuid::from_bytes([
    0x5b, 0x1e, 0x63, 0x7c, 0x0d, 0x4a, 0x5f, 0x2e, 0x9c, 0x3b, 0x7f, 0x61, 0xa2, 0x48, 0xd0, 0x15,
]);

/// The interview's id: from `reference` where given, else from candidate, employer, position and the end in UTC.
pub(super) fn interview_id(interview: &Interview) -> Uuid {
    let mut name = String::with_capacity(128);
    if let Some(reference) = &interview.reference {
        name.push_str("reference\u{1f}");
        name.push_str(reference);
    } else {
        let candidate = &interview.candidate;
        let parts = [
            candidate.name.as_deref(),
            candidate.email.as_deref(),
            interview.employer.name.as_deref(),
            interview.position.as_deref(),
        ];
        for part in parts {
            name.push_str(part.unwrap_or_default());
            // No text of the facts can hold a control character, so no two lists of parts give one name.
            name.push('\u{1f}');
        }
        name.push_str(&interview.ended_at.timestamp().to_string());
    }
    Uuid::new_v5(&NAMESPACE, name.as_bytes())
}

/// A step's id within the interview: one step a purpose.
pub(super) fn step_id(interview: Uuid, purpose: Purpose) -> Uuid {
    Uuid::new_v5(&interview, purpose.as_str().as_bytes())
}
