//! Stable ids: `UUIDv5` of the interview, and of a step within it. They do not change with `as_of`, `history` or wording.

use sha1::{Digest, Sha1};
use uuid::{Builder, Uuid};

use crate::facts::{Interview, Purpose};

/// The namespace of everything below: a random id, drawn once.
const NAMESPACE: Uuid = Uuid::from_bytes([
    0x5b, 0x1e, 0x63, 0x7c, 0x0d, 0x4a, 0x5f, 0x2e, 0x9c, 0x3b, 0x7f, 0x61, 0xa2, 0x48, 0xd0, 0x15,
]);

/// The interview's id: from `reference` where given, else from candidate, employer, position and the end in UTC.
pub(super) fn interview_id(interview: &Interview) -> Uuid {
    // No text of the facts can hold a control character, so no two lists of parts give one name.
    if let Some(reference) = &interview.reference {
        return version_5(NAMESPACE, &["reference\u{1f}", reference]);
    }
    let candidate = &interview.candidate;
    version_5(
        NAMESPACE,
        &[
            candidate.name.as_deref().unwrap_or_default(),
            "\u{1f}",
            candidate.email.as_deref().unwrap_or_default(),
            "\u{1f}",
            interview.employer.name.as_deref().unwrap_or_default(),
            "\u{1f}",
            interview.position.as_deref().unwrap_or_default(),
            "\u{1f}",
            &interview.ended_at.timestamp().to_string(),
        ],
    )
}

/// A step's id within the interview: one step a purpose.
pub(super) fn step_id(interview: Uuid, purpose: Purpose) -> Uuid {
    version_5(interview, &[purpose.as_str()])
}

/// RFC 9562's `UUIDv5` of a name in parts. The uuid crate makes it too, by a SHA-1 that does not use the processor's own:
/// a fifth as fast, and a plan has a dozen of ids.
pub(crate) fn version_5(namespace: Uuid, name: &[&str]) -> Uuid {
    let mut hash = Sha1::new_with_prefix(namespace.as_bytes());
    for part in name {
        hash.update(part);
    }
    let mut bytes = [0; 16];
    for (byte, hashed) in bytes.iter_mut().zip(hash.finalize()) {
        *byte = hashed;
    }
    Builder::from_sha1_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_that_of_the_rfc_in_however_many_parts_the_name_comes() {
        let dns = Uuid::from_bytes([
            0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
        ]);
        for name in [["www.example.com", ""], ["www.", "example.com"]] {
            // RFC 9562, A.4.
            assert_eq!(
                version_5(dns, &name).to_string(),
                "2ed6657d-e927-568b-95e1-2665a8aea6a2"
            );
        }
    }
}
