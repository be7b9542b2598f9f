//! What is answered: a message, and the whole plan with its messages.

use std::borrow::Cow;

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::facts::{Channel, Locale, Notice, PersonRef, Purpose, Tone, Violation};
use crate::guidance::{Reason, Reasons};
use crate::json::{WriteJson, object, words};
use crate::planning::{ChannelAdvice, Schedule};

/// A message, ready to be sent or said.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Message {
    /// `UUIDv5` of step, recipient and form; does not change with wording.
    pub id: Uuid,
    /// The step that it belongs to; null for a message that the plan has no step for.
    pub step_id: Option<Uuid>,
    /// What it is for.
    pub purpose: Purpose,
    /// By what means it goes.
    pub channel: Channel,
    /// In what form.
    pub form: Form,
    /// Whose spelling and order of dates it follows.
    pub locale: Locale,
    /// Its register.
    pub tone: Tone,
    /// To whom it goes.
    pub recipient: MessageRecipient,
    /// The subject of an e-mail: at most nine words. Null for every other form.
    #[schema(example = "Thank you, Backend Engineer interview (Dana Reyes)")]
    pub subject: Option<String>,
    /// The text, plain, with LF line ends.
    pub body: String,
    /// Words in the body, greeting and sign-off included.
    #[schema(maximum = 20_000)]
    pub word_count: usize,
    /// How long it takes to say, at 150 words a minute. Null for what is written.
    pub speaking_seconds: Option<usize>,
    /// Whether it can go as it stands; false where the body has a blank in brackets.
    pub ready: bool,
    /// The paths of the facts that would fill the blanks.
    #[schema(example = json!(["candidate.name"]))]
    pub missing: Vec<&'static str>,
    /// The paths of the facts that make it personal.
    #[schema(example = json!(["interview.position", "interview.topics"]))]
    pub personalised_with: Vec<Cow<'static, str>>,
    /// Where to go on from here.
    pub links: Links,
    /// Why it reads as it does.
    pub reasons: Reasons,
}

object!(Message {
    id,
    step_id,
    purpose,
    channel,
    form,
    locale,
    tone,
    recipient,
    subject,
    body,
    word_count,
    speaking_seconds,
    ready,
    missing,
    personalised_with,
    links,
    reasons
});

/// Who gets a message; all null where nobody is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct MessageRecipient {
    /// The name as given.
    #[schema(max_length = 200)]
    pub name: Option<String>,
    /// The e-mail address.
    #[schema(max_length = 254)]
    pub email: Option<String>,
    /// The telephone number.
    #[schema(max_length = 40)]
    pub phone: Option<String>,
}

object!(MessageRecipient { name, email, phone });

/// Links that open a message where it can be sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Links {
    /// Opens the message in the mail program; at most 1,600 characters. Null where the message is no e-mail; where the
    /// address is not known or the link would be longer, one of the message's `reasons` says so.
    #[schema(max_length = 1600)]
    pub mailto: Option<String>,
    /// The recipient's profile, where a message by LinkedIn is pasted. Null for every other channel, or where the facts
    /// don't give the address.
    #[schema(max_length = 2000, example = "https://www.linkedin.com/in/sam-okafor")]
    pub linkedin: Option<String>,
}

object!(Links { mailto, linkedin });

/// The shape of a message: a channel has one or several.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A letter with a subject.
    Email,
    /// A note to somebody already connected.
    LinkedinMessage,
    /// The note in an invitation, at most 300 characters.
    LinkedinInvitation,
    /// A letter without contact details.
    PlatformMessage,
    /// What to say when they answer.
    CallScript,
    /// What to say to the machine, at most 30 seconds.
    Voicemail,
    /// What to say to whoever answers in their place.
    LeftWithColleague,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 7] = [
        Self::Email,
        Self::LinkedinMessage,
        Self::LinkedinInvitation,
        Self::PlatformMessage,
        Self::CallScript,
        Self::Voicemail,
        Self::LeftWithColleague,
    ];

    /// The word on the wire, as `call_script`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::LinkedinMessage => "linkedin_message",
            Self::LinkedinInvitation => "linkedin_invitation",
            Self::PlatformMessage => "platform_message",
            Self::CallScript => "call_script",
            Self::Voicemail => "voicemail",
            Self::LeftWithColleague => "left_with_colleague",
        }
    }

    /// The channel that it travels by.
    #[must_use]
    pub const fn channel(self) -> Channel {
        match self {
            Self::Email => Channel::Email,
            Self::LinkedinMessage | Self::LinkedinInvitation => Channel::Linkedin,
            Self::PlatformMessage => Channel::Platform,
            Self::CallScript | Self::Voicemail | Self::LeftWithColleague => Channel::Phone,
        }
    }

    /// Whether it is said and not written.
    #[must_use]
    pub const fn is_spoken(self) -> bool {
        matches!(self.channel(), Channel::Phone)
    }

    /// Whether there is a message of this form for a purpose.
    #[must_use]
    pub const fn exists_for(self, purpose: Purpose) -> bool {
        match (purpose, self.channel()) {
            (Purpose::ThankYou, Channel::Phone) | (Purpose::Connect, Channel::Phone | Channel::Email) => {
                false
            }
            _ => purpose.is_message(),
        }
    }
}

words!(Form);

/// The whole plan: the schedule, advice on the channel, and a message for each step that needs one.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Plan)]
pub struct FollowUp {
    /// State and steps.
    #[serde(flatten)]
    pub schedule: Schedule,
    /// By what means the next message goes; null where no message is pending.
    pub channel_advice: Option<ChannelAdvice>,
    /// The messages of the pending steps, one for each recipient.
    pub messages: Vec<Message>,
    /// While an answer is awaited: what silence means so far.
    pub expectations: Vec<Reason>,
}

impl WriteJson for FollowUp {
    fn write_json(&self, out: &mut Vec<u8>) {
        let Self {
            schedule,
            channel_advice,
            messages,
            expectations,
        } = self;
        schedule.write_json(out);
        // The schedule's properties go on in the plan.
        out.pop();
        out.extend_from_slice(b",\"channel_advice\":");
        channel_advice.write_json(out);
        out.extend_from_slice(b",\"messages\":");
        messages.write_json(out);
        out.extend_from_slice(b",\"expectations\":");
        expectations.write_json(out);
        out.push(b'}');
    }
}

/// Which messages are asked for; what is left open selects nothing out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// What for; the next step where open.
    pub purpose: Option<Purpose>,
    /// By what means; the step's own where open.
    pub channel: Option<Channel>,
    /// In what form; the channel's usual ones where open.
    pub form: Option<Form>,
    /// To whom; everybody whom the step is for where open.
    pub recipient: Option<PersonRef>,
}

/// The messages asked for, and what the caller should know about them.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Rendered {
    /// The messages.
    pub messages: Vec<Message>,
    /// What was taken for granted.
    pub assumptions: Vec<Notice>,
    /// What the caller should know; among others, why a message should not be sent yet.
    pub warnings: Vec<Notice>,
}

object!(Rendered {
    messages,
    assumptions,
    warnings
});

/// A message that there is no such thing as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unavailable {
    /// The property of the [`Selection`] that cannot be met.
    pub parameter: &'static str,
    /// Why, in a sentence.
    pub detail: String,
}

/// Why messages in the caller's own words are refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such message.
    Unavailable(Unavailable),
    /// The template does not fit these messages; pointers start with `/template`.
    Template(Vec<Violation>),
}

impl From<Unavailable> for Refused {
    fn from(unavailable: Unavailable) -> Self {
        Self::Unavailable(unavailable)
    }
}
