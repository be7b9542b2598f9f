//! The link that opens a message in the reader's own mail program (RFC 6068).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Longer links are cut by some mail programs.
pub(super) const AT_MOST_CHARACTERS: usize = 1_600;

const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');
const ADDRESS: &AsciiSet = &UNRESERVED.remove(b'@');

/// `mailto:` with subject and body; none where it would be too long.
pub(super) fn mailto(address: &str, subject: &str, body: &str) -> Option<String> {
    let mut link = String::with_capacity(AT_MOST_CHARACTERS);
    link.push_str("mailto:");
    link.extend(utf8_percent_encode(address, ADDRESS));
    link.push_str("?subject=");
    link.extend(utf8_percent_encode(subject, UNRESERVED));
    link.push_str("&body=");
    for (place, line) in body.split('\n').enumerate() {
        if place > 0 {
            link.push_str("%0D%0A");
        }
        link.extend(utf8_percent_encode(line, UNRESERVED));
    }
    (link.len() <= AT_MOST_CHARACTERS).then_some(link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_could_end_a_field_is_encoded() {
        assert_eq!(
            mailto("a+b&c=d?e@x.example", "R&D? 50 %", "One\nTwo #3").as_deref(),
            Some("mailto:a%2Bb%26c%3Dd%3Fe@x.example?subject=R%26D%3F%2050%20%25&body=One%0D%0ATwo%20%233")
        );
        assert_eq!(mailto("a@x.example", "", &"ü".repeat(300)), None);
    }
}
