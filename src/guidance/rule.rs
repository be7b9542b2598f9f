//! What a rule is: a question, the four guides' answers to it, ours, and why.

use serde::ser::{Serialize, Serializer};
use utoipa::ToSchema;

use super::sources::{self, Source, SourceKind};

/// One question settled: what each guide says, what the planner does, and why.
#[derive(Debug, PartialEq, Eq, serde::Serialize, ToSchema)]
pub struct Rule {
    /// Stable name, `subject.what_it_says`; reasons and findings refer to it.
    #[schema(example = "check_in.one_week")]
    pub id: &'static str,
    /// What the rule settles.
    #[schema(example = "When is the first status question due where no date was given?")]
    pub question: &'static str,
    /// The answer that the planner goes by, in one plain sentence or two.
    pub decision: &'static str,
    /// Why this answer and no other.
    pub why: &'static str,
    /// What each guide says to the question; a guide that is not listed is silent on it.
    pub guides: &'static [GuideSays],
    /// What the answer stands on beyond the guides; never empty where all four are silent.
    #[serde(serialize_with = "as_citations")]
    #[schema(value_type = Vec<Citation>)]
    pub evidence: &'static [&'static Source],
    /// The figures in the answer, as the planner counts with them.
    pub parameters: &'static [Parameter],
}

impl Rule {
    /// The sources that the rule stands on: the guides that speak to it, then the evidence. At least one.
    pub fn sources(&self) -> impl Iterator<Item = &'static Source> + use<> {
        self.guides
            .iter()
            .map(|says| says.source)
            .chain(self.evidence.iter().copied())
    }
}

/// One guide's own answer to a rule's question, in our words.
#[derive(Debug, PartialEq, Eq, serde::Serialize, ToSchema)]
pub struct GuideSays {
    /// The guide's id among the sources.
    #[serde(serialize_with = "as_id")]
    #[schema(value_type = String, example = "best_practices_guide")]
    pub source: &'static Source,
    /// The guide's own figure or advice.
    #[schema(example = "24 to 48 hours")]
    pub figure: &'static str,
}

/// A source beyond the guides that a rule stands on.
#[derive(serde::Serialize, ToSchema)]
struct Citation {
    /// The source's id among the sources.
    #[schema(example = "nace_2023")]
    source: &'static str,
    /// How much weight it bears.
    kind: SourceKind,
    /// Who published it.
    publisher: &'static str,
    /// The year of publication, where it is known.
    #[schema(required, value_type = Option<u16>, minimum = 1900, maximum = 2100, example = 2023)]
    year: Option<u16>,
}

/// A figure of a rule, with its unit.
#[derive(Debug, PartialEq, Eq, serde::Serialize, ToSchema)]
pub struct Parameter {
    /// What the figure is, within its rule.
    #[schema(example = "best_after_date")]
    pub name: &'static str,
    /// The figure, in `unit`.
    #[schema(example = 3)]
    pub value: i64,
    /// What the figure counts.
    pub unit: Unit,
}

/// What a figure counts. `working_days` are the employer's; `minute_of_day` is a local time at the
/// employer's, in minutes after midnight (540 is 09:00); `words` include greeting and sign-off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days on which the employer works: no weekend day, public holiday or closure.
    WorkingDays,
    /// Calendar days.
    Days,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Seconds of speech.
    Seconds,
    /// A local time, as minutes after midnight: 540 is 09:00.
    MinuteOfDay,
    /// A day of December.
    DayOfDecember,
    /// A day of January.
    DayOfJanuary,
    /// Words, greeting and sign-off included.
    Words,
    /// Words spoken in a minute.
    WordsPerMinute,
    /// Characters.
    Characters,
    /// Questions in one message.
    Questions,
    /// Messages.
    Messages,
    /// People.
    People,
}

/// What `one_week_guide` says.
pub(super) const fn one_week(figure: &'static str) -> GuideSays {
    GuideSays {
        source: &sources::ONE_WEEK_GUIDE,
        figure,
    }
}

/// What `five_step_guide` says.
pub(super) const fn five_step(figure: &'static str) -> GuideSays {
    GuideSays {
        source: &sources::FIVE_STEP_GUIDE,
        figure,
    }
}

/// What `upwork_guide` says.
pub(super) const fn upwork(figure: &'static str) -> GuideSays {
    GuideSays {
        source: &sources::UPWORK_GUIDE,
        figure,
    }
}

/// What `best_practices_guide` says.
pub(super) const fn best_practices(figure: &'static str) -> GuideSays {
    GuideSays {
        source: &sources::BEST_PRACTICES_GUIDE,
        figure,
    }
}

/// A figure that is counted in calendar days, hours or minutes.
pub(super) const fn span(name: &'static str, value: i64, unit: Unit) -> Parameter {
    Parameter { name, value, unit }
}

/// A figure that is counted in working days.
pub(super) const fn working_days(name: &'static str, value: u32) -> Parameter {
    Parameter {
        name,
        value: value as i64,
        unit: Unit::WorkingDays,
    }
}

/// A local time, in minutes after midnight.
pub(super) const fn minute_of_day(name: &'static str, value: u32) -> Parameter {
    Parameter {
        name,
        value: value as i64,
        unit: Unit::MinuteOfDay,
    }
}

/// A day of the month that the unit names.
pub(super) const fn day_of_month(name: &'static str, value: u32, unit: Unit) -> Parameter {
    Parameter {
        name,
        value: value as i64,
        unit,
    }
}

/// A number of things that a message is made of, or of messages or people.
#[expect(
    clippy::cast_possible_wrap,
    reason = "these figures are in the hundreds at most"
)]
pub(super) const fn count(name: &'static str, value: usize, unit: Unit) -> Parameter {
    Parameter {
        name,
        value: value as i64,
        unit,
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands every field over by reference"
)]
fn as_id<S: Serializer>(source: &&'static Source, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(source.id)
}

fn as_citations<S: Serializer>(
    sources: &&'static [&'static Source],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(sources.iter().map(|source| Citation {
        source: source.id,
        kind: source.kind,
        publisher: source.publisher,
        year: source.year,
    }))
}

/// A rule's sources as a list of ids, written out without being collected first.
pub(super) struct SourceIds(pub(super) &'static Rule);

impl Serialize for SourceIds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.sources().map(|source| source.id))
    }
}
