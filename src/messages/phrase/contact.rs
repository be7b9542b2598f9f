//! Whether a fact could be taken for an address, a number or a link.

/// Whether a marketplace that bans contact details could take this for one.
pub(in crate::messages) fn holds_contact_details(text: &str) -> bool {
    let lower = text.to_lowercase();
    let digits = lower.chars().filter(char::is_ascii_digit).count();
    digits >= 7
        || [
            "@",
            "://",
            "www.",
            "linkedin",
            "linked in",
            "whatsapp",
            "telegram",
            "skype",
            "e-mail",
            "email",
        ]
        .iter()
        .any(|sign| lower.contains(sign))
        || lower
            .split_whitespace()
            .filter(|word| word.contains('.'))
            .flat_map(|word| word.trim_end_matches(['.', ',', ')', '/']).split('/'))
            .any(|part| ENDINGS.iter().any(|ending| part.ends_with(ending)))
}

/// How the address of a site ends, itself or before its first slash.
const ENDINGS: [&str; 14] = [
    ".com", ".org", ".net", ".io", ".dev", ".me", ".co", ".example", ".de", ".uk", ".fr", ".eu", ".ca", ".au",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contact_details_are_seen() {
        for text in [
            "dana@example.com",
            "my LinkedIn",
            "+1 415 555 0100",
            "see dana.example.com/cv",
            "https://x.y",
        ] {
            assert!(holds_contact_details(text), "{text}");
        }
        for text in ["Node.js Developer", "the 2026 roadmap", "payments"] {
            assert!(!holds_contact_details(text), "{text}");
        }
    }
}
