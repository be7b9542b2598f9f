//! What a candidate can wish for: a timing strategy, a tone, a locale.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::json::words;

/// When the first status question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// A day or two after the interview.
    Immediate,
    /// A week after, and at least five working days.
    OneWeek,
    /// Two weeks after.
    TwoWeek,
    /// When the employer's own date has passed.
    AsNeeded,
}

impl Strategy {
    /// All of them, from the earliest by nature to the employer's own date.
    pub const ALL: [Self; 4] = [Self::Immediate, Self::OneWeek, Self::TwoWeek, Self::AsNeeded];

    /// As it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Immediate => "immediate",
            Self::OneWeek => "one_week",
            Self::TwoWeek => "two_week",
            Self::AsNeeded => "as_needed",
        }
    }
}

/// Which timing strategy the caller asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StrategyPreference {
    /// The one that fits the facts.
    #[default]
    Auto,
    /// A day or two after the interview.
    Immediate,
    /// A week after, whatever was said.
    OneWeek,
    /// Two weeks after, whatever was said.
    TwoWeek,
    /// By the employer's date; as `auto` where none was given.
    AsNeeded,
}

/// The wish for a strategy by its name.
impl From<Strategy> for StrategyPreference {
    fn from(strategy: Strategy) -> Self {
        match strategy {
            Strategy::Immediate => Self::Immediate,
            Strategy::OneWeek => Self::OneWeek,
            Strategy::TwoWeek => Self::TwoWeek,
            Strategy::AsNeeded => Self::AsNeeded,
        }
    }
}

/// The register of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Titles and full forms.
    Formal,
    /// A polite colleague.
    Neutral,
    /// Friendly, with contractions.
    Warm,
}

impl Tone {
    /// As it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Formal => "formal",
            Self::Neutral => "neutral",
            Self::Warm => "warm",
        }
    }
}

/// Which register the caller asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TonePreference {
    /// The one that fits industry and culture.
    #[default]
    Auto,
    /// Titles and full forms.
    Formal,
    /// A polite colleague.
    Neutral,
    /// Friendly, with contractions.
    Warm,
}

/// The language and country whose spelling and date order the messages follow.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
pub enum Locale {
    /// American English.
    #[default]
    #[serde(rename = "en-US")]
    EnUs,
    /// British English.
    #[serde(rename = "en-GB")]
    EnGb,
    /// Canadian English.
    #[serde(rename = "en-CA")]
    EnCa,
    /// Australian English.
    #[serde(rename = "en-AU")]
    EnAu,
}

impl Locale {
    /// As it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EnUs => "en-US",
            Self::EnGb => "en-GB",
            Self::EnCa => "en-CA",
            Self::EnAu => "en-AU",
        }
    }
}

words!(Strategy, Tone, Locale);
