//! The advice on channels as it is answered.

use chrono::NaiveTime;
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

use crate::facts::{Channel, Purpose};
use crate::guidance::Reasons;
use crate::json::{WriteJson, object, words};
use crate::planning::explaining::Said;

/// By what means a message should go, and what there is to know about every channel.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ChannelAdvice {
    /// What the message is for.
    pub purpose: Purpose,
    /// To whom, by name or e-mail address; null where nobody is known.
    #[schema(max_length = 254)]
    pub recipient: Option<String>,
    /// The channel to take.
    pub recommended: Channel,
    /// All four, best first.
    #[schema(min_items = 4, max_items = 4)]
    pub channels: Vec<ChannelOption>,
}

object!(ChannelAdvice {
    purpose,
    recipient,
    recommended,
    channels
});

/// One channel, judged for one message.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ChannelOption {
    /// Which channel.
    pub channel: Channel,
    /// How good a choice it is here.
    pub tier: Tier,
    /// How well it works in general.
    pub effectiveness: Effectiveness,
    /// When it is open for this message, in the employer's local time.
    pub hours: Vec<OpenHours>,
    /// The best local time of day, `hh:mm`.
    #[serde(serialize_with = "serialize_clock")]
    #[schema(value_type = String, example = "10:00", max_length = 5, pattern = "^[0-2][0-9]:[0-5][0-9]$")]
    pub best_time: NaiveTime,
    /// What speaks for it.
    #[schema(value_type = Vec<String>)]
    pub advantages: &'static [&'static str],
    /// What speaks against it.
    #[schema(value_type = Vec<String>)]
    pub drawbacks: &'static [&'static str],
    /// What to do before using it.
    #[schema(value_type = Vec<String>)]
    pub preparation: &'static [&'static str],
    /// Why it stands where it stands, and what would change that.
    pub reasons: Reasons,
}

object!(ChannelOption {
    channel,
    tier,
    effectiveness,
    hours,
    best_time,
    advantages,
    drawbacks,
    preparation,
    reasons
});

/// How good a choice a channel is for a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// The one to take.
    Recommended,
    /// Good as well.
    Suitable,
    /// If nothing better is open.
    Fallback,
    /// Not here.
    Avoid,
}

impl Tier {
    /// As it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Recommended => "recommended",
            Self::Suitable => "suitable",
            Self::Fallback => "fallback",
            Self::Avoid => "avoid",
        }
    }
}

/// How well a channel works in general, by the guides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effectiveness {
    /// Works well.
    High,
    /// Works well with some people.
    ModerateToHigh,
}

impl Effectiveness {
    /// As it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::ModerateToHigh => "moderate_to_high",
        }
    }
}

words!(Tier, Effectiveness);

/// Local hours on which a channel is open, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct OpenHours {
    /// The days of the week; public holidays and closures excepted, but for written thanks.
    #[schema(max_items = 7, example = json!(["monday", "tuesday", "wednesday", "thursday", "friday"]))]
    pub days: Vec<&'static str>,
    /// The first local time, `hh:mm`.
    #[serde(serialize_with = "serialize_clock")]
    #[schema(value_type = String, example = "09:00", max_length = 5, pattern = "^[0-2][0-9]:[0-5][0-9]$")]
    pub from: NaiveTime,
    /// The last local time, `hh:mm`.
    #[serde(serialize_with = "serialize_clock")]
    #[schema(value_type = String, example = "17:00", max_length = 5, pattern = "^[0-2][0-9]:[0-5][0-9]$")]
    pub to: NaiveTime,
}

object!(OpenHours { days, from, to });

/// Writes a time of day as `hh:mm`.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands a reference to the field"
)]
fn serialize_clock<S: Serializer>(time: &NaiveTime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&Said::clock(*time))
}

impl WriteJson for NaiveTime {
    fn write_json(&self, out: &mut Vec<u8>) {
        Said::clock(*self).write_json(out);
    }
}
