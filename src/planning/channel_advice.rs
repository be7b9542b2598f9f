//! The four channels, ranked for one message, with hours, preparation and what speaks for and against each.

use serde::Serialize;
use utoipa::ToSchema;

use crate::facts::{Channel, Purpose};
use crate::guidance::Reasons;

/// By what means a message should go, and what there is to know about every channel.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ChannelAdvice {
    /// What the message is for.
    pub purpose: Purpose,
    /// To whom, by name or e-mail address; null where nobody is known.
    pub recipient: Option<String>,
    /// The channel to take.
    pub recommended: Channel,
    /// All four, best first.
    pub channels: Vec<ChannelOption>,
}

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
    #[schema(example = "10:00")]
    pub best_time: String,
    /// What speaks for it.
    pub advantages: Vec<&'static str>,
    /// What speaks against it.
    pub drawbacks: Vec<&'static str>,
    /// What to do before using it.
    pub preparation: Vec<&'static str>,
    /// Why it stands where it stands, and what would change that.
    pub reasons: Reasons,
}

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

/// How well a channel works in general, by the guides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effectiveness {
    /// Works well.
    High,
    /// Works well with some people.
    ModerateToHigh,
}

/// Local hours on which a channel is open, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct OpenHours {
    /// The days of the week; public holidays and closures excepted, but for written thanks.
    #[schema(example = json!(["monday", "tuesday", "wednesday", "thursday", "friday"]))]
    pub days: Vec<&'static str>,
    /// The first local time, `hh:mm`.
    #[schema(example = "09:00")]
    pub from: String,
    /// The last local time, `hh:mm`.
    #[schema(example = "17:00")]
    pub to: String,
}
