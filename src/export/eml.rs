//! A message as a draft that mail programs open: RFC 5322 with CRLF line ends, plain text in UTF-8.

use std::borrow::Cow;
use std::fmt::Write;

use chrono::{DateTime, FixedOffset};
use mail_builder::MessageBuilder;
use mail_builder::headers::HeaderType;
use mail_builder::headers::address::Address;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::{BodyPart, MimePart};

use crate::messages::Message;

/// Who writes, as far as it is known.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sender<'a> {
    /// The name as people write it.
    pub name: Option<&'a str>,
    /// The bare e-mail address.
    pub email: Option<&'a str>,
}

/// The domain of every `Message-ID`: reserved, so that it names nobody.
const MESSAGE_ID_DOMAIN: &str = "followup.invalid";

/// The message as a draft of that moment: the same message gives the same bytes.
///
/// `From` and `To` are left out where the address is not known, and where what stands before its `@` is not ASCII: older mail
/// programs take such a header for damaged, and a draft can do without. A domain that is not ASCII is written as it stands in the
/// DNS. Nothing is said of other recipients. `X-Unsent` makes mail programs open the file as something to be sent.
#[must_use]
pub fn eml(message: &Message, from: Sender<'_>, as_of: DateTime<FixedOffset>) -> Vec<u8> {
    let recipient = &message.recipient;
    let mut draft = MessageBuilder::new();
    for (header, name, email) in [
        ("From", from.name, from.email),
        ("To", recipient.name.as_deref(), recipient.email.as_deref()),
    ] {
        if let Some(email) = email.and_then(in_ascii) {
            draft = draft.header(header, mailbox(name, email));
        }
    }
    let subject = message.subject.as_deref().unwrap_or_default();
    let subject: HeaderType<'_> = match in_encoded_words(subject) {
        Some(encoded) => Raw::new(encoded).into(),
        None => Text::new(subject).into(),
    };
    let body = message.body.replace('\n', "\r\n");
    let draft = draft
        .header("Subject", subject)
        .header("Date", Raw::new(as_of.to_rfc2822()))
        .message_id(format!("{}@{MESSAGE_ID_DOMAIN}", message.id))
        .header("X-Unsent", Raw::new("1"))
        .body(MimePart::new("text/plain", BodyPart::Text(body.into())));
    let mut bytes = Vec::new();
    draft.serialize(&mut bytes);
    bytes
}

/// A name for the file, by what the message is for: `thank-you.eml`.
#[must_use]
pub fn eml_name(message: &Message) -> String {
    format!("{}.eml", message.purpose.as_str().replace('_', "-"))
}

/// The address in ASCII: the domain as RFC 5890 has it in the DNS. None where what stands before it is not ASCII, for which there
/// is no such form.
fn in_ascii(email: &str) -> Option<Cow<'_, str>> {
    if email.is_ascii() {
        return Some(email.into());
    }
    let (mailbox, domain) = email.rsplit_once('@')?;
    let domain = idna::domain_to_ascii_strict(domain).ok()?;
    mailbox.is_ascii().then(|| format!("{mailbox}@{domain}").into())
}

fn mailbox<'a>(name: Option<&'a str>, email: Cow<'a, str>) -> HeaderType<'a> {
    match name.and_then(in_encoded_words) {
        Some(encoded) => Raw::new(format!("{encoded} <{email}>")).into(),
        None => Address::new_address(name, email).into(),
    }
}

/// Bytes of one encoded word: three characters each, with 12 around them and `Subject: ` before them, keep a line within the
/// 76 characters that RFC 2047 allows.
const ENCODED_WORD_BYTES: usize = 18;

/// The text as encoded words, if it holds what readers would take for one of these (`=?utf-8?q?…?=`): the mail builder
/// encodes what is not ASCII, and leaves such a text as it is.
fn in_encoded_words(text: &str) -> Option<String> {
    if !text.contains("=?") {
        return None;
    }
    let mut words = String::new();
    let mut left = 0;
    for letter in text.chars() {
        if letter.len_utf8() > left {
            words.push_str(if words.is_empty() {
                "=?utf-8?q?"
            } else {
                "?= =?utf-8?q?"
            });
            left = ENCODED_WORD_BYTES;
        }
        left -= letter.len_utf8();
        for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
            let _ = write!(words, "={byte:02X}");
        }
    }
    words.push_str("?=");
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_that_would_become_something_else_than_a_domain_is_left_out() {
        assert_eq!(
            in_ascii("sam@bücher.example").as_deref(),
            Some("sam@xn--bcher-kva.example")
        );
        for email in [
            "sam@acme.example，eve＠evil.example",
            "sam@acme＞.example",
            "sam@acme\u{3000}.example",
        ] {
            assert_eq!(in_ascii(email), None, "{email}");
        }
    }

    #[test]
    fn what_looks_like_an_encoded_word_is_encoded() {
        assert_eq!(in_encoded_words("Dana = Zoë?"), None);
        assert_eq!(
            in_encoded_words("=?é").as_deref(),
            Some("=?utf-8?q?=3D=3F=C3=A9?=")
        );
        let long = in_encoded_words(&"=?é".repeat(30)).unwrap();
        assert!(long.split(' ').count() > 5);
        assert!(
            long.split(' ')
                .all(|word| word.len() <= 66 && word.ends_with("?=")),
            "{long}"
        );
    }
}
