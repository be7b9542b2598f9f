//! A message as a draft that mail programs open: RFC 5322 with CRLF line ends, plain text in UTF-8.

use chrono::{DateTime, FixedOffset};
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::raw::Raw;
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
/// `From` and `To` are left out where the address is not known, and where it is not ASCII: older mail programs take such a
/// header for damaged, and a draft can do without. Nothing is said of other recipients. `X-Unsent` makes mail programs
/// open the file as something to be sent.
#[must_use]
pub fn eml(message: &Message, from: Sender<'_>, as_of: DateTime<FixedOffset>) -> Vec<u8> {
    let mut draft = MessageBuilder::new();
    if let Some(from) = mailbox(from.name, from.email) {
        draft = draft.from(from);
    }
    let recipient = &message.recipient;
    if let Some(to) = mailbox(recipient.name.as_deref(), recipient.email.as_deref()) {
        draft = draft.to(to);
    }
    let body = message.body.replace('\n', "\r\n");
    let draft = draft
        .subject(message.subject.as_deref().unwrap_or_default())
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

fn mailbox<'a>(name: Option<&'a str>, email: Option<&'a str>) -> Option<Address<'a>> {
    let email = email.filter(|email| email.is_ascii())?;
    Some(Address::new_address(name, email))
}
