//! The link that opens a message in the reader's own mail program (RFC 6068).

use percent_encoding::percent_encode_byte;

/// Longer links are cut by some mail programs.
pub(super) const AT_MOST_CHARACTERS: usize = 1_600;

/// `mailto:` with subject and body; none where it would be too long.
pub(super) fn mailto(address: &str, subject: &str, body: &str) -> Option<String> {
    // No byte is written as less than one.
    if address.len() + subject.len() + body.len() > AT_MOST_CHARACTERS {
        return None;
    }
    let mut link = Vec::with_capacity(AT_MOST_CHARACTERS);
    link.extend_from_slice(b"mailto:");
    for byte in address.bytes() {
        if byte == b'@' {
            link.push(byte);
        } else {
            encode(byte, &mut link);
        }
    }
    link.extend_from_slice(b"?subject=");
    for byte in subject.bytes() {
        encode(byte, &mut link);
    }
    link.extend_from_slice(b"&body=");
    for byte in body.bytes() {
        if byte == b'\n' {
            link.extend_from_slice(b"%0D%0A");
        } else {
            encode(byte, &mut link);
        }
    }
    if link.len() > AT_MOST_CHARACTERS {
        return None;
    }
    String::from_utf8(link).ok()
}

/// Which bytes stand for themselves (RFC 3986, "unreserved").
const STANDS: [bool; 256] = {
    let mut stands = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        stands[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        byte += 1;
    }
    stands
};

/// Adds a byte, percent-encoded where it must be.
fn encode(byte: u8, link: &mut Vec<u8>) {
    if STANDS[usize::from(byte)] {
        link.push(byte);
    } else if let [percent, high, low] = *percent_encode_byte(byte).as_bytes() {
        // Three bytes whose number is known are copied without a call.
        link.extend_from_slice(&[percent, high, low]);
    }
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

    #[test]
    fn a_link_has_1_600_characters_and_no_more() {
        let start = "mailto:a@x.example?subject=&body=";
        let room = AT_MOST_CHARACTERS - start.len();
        let full = mailto("a@x.example", "", &"x".repeat(room));
        assert_eq!(full.map(|link| link.len()), Some(AT_MOST_CHARACTERS));
        assert_eq!(mailto("a@x.example", "", &"x".repeat(room + 1)), None);
        let encoded = "x".repeat(room - "%20".len());
        let full = mailto("a@x.example", "", &format!("{encoded} "));
        assert_eq!(full.map(|link| link.len()), Some(AT_MOST_CHARACTERS));
        assert_eq!(mailto("a@x.example", "", &format!("{encoded}x ")), None);
        assert_eq!(mailto("a@x.example", "", &format!("{encoded}xx\n")), None);
    }
}
