//! The interview facts as they are sent: nothing is judged yet.
//!
//! What can be wrong in an interesting way (dates, instants, codes) arrives as text and is judged by
//! [`check`](super::check()), so that all faults are reported at once. In requests null means absent.

use serde::Deserialize;
use serde::de::{Deserializer, Error};
use utoipa::ToSchema;

use super::text::{FreeText, Name, NameOrAddress, Phrase};
use super::vocabulary::{
    CareerStage, Channel, ContactPolicy, Culture, DelayReason, EntryKind, Format, Industry, InterviewStatus,
    Outcome, Purpose, Role, Stage, TimelineKind, WithdrawalReason,
};
use super::wishes::{StrategyPreference, TonePreference};

/// The interview facts: all that the service is told. Only the time of the interview is required.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = InterviewFacts)]
pub struct InterviewSubmission {
    /// The caller's own key for the interview; it keeps the ids of plan and steps stable over calls. At most 200 characters.
    #[schema(value_type = Option<Name>)]
    pub reference: Option<String>,
    /// The instant for which the plan is made. Default: now. With it the same request gives the same bytes.
    #[schema(format = DateTime)]
    pub as_of: Option<String>,
    /// Who was interviewed.
    pub candidate: Option<CandidateSubmission>,
    /// Who interviewed, as an organisation.
    pub employer: Option<EmployerSubmission>,
    /// The interview itself. Required, with `ended_at`, `started_at` or `date`.
    #[schema(required, nullable = false)]
    pub interview: Option<InterviewDetailsSubmission>,
    /// When the employer said the decision would come.
    pub timeline: Option<TimelineSubmission>,
    /// Reasons for a delay that the employer gave. At most 10.
    #[schema(max_items = 10)]
    pub delays: Option<Vec<DelaySubmission>>,
    /// A marketplace that brought the two together and bans outside contact until a contract.
    pub platform: Option<PlatformSubmission>,
    /// Another employer's offer that must be answered by a date.
    pub competing_offer: Option<CompetingOfferSubmission>,
    /// The candidate's decision to withdraw.
    pub withdrawal: Option<WithdrawalSubmission>,
    /// What was sent and received so far, in any order. At most 50.
    #[schema(max_items = 50)]
    pub history: Option<Vec<HistoryEntrySubmission>>,
    /// Days on which the candidate wants to take a step. At most 14, one a purpose.
    #[schema(max_items = 14)]
    pub pins: Option<Vec<PinSubmission>>,
    /// Steps that the candidate does not want to take. At most 14, one a purpose.
    #[schema(max_items = 14)]
    pub skips: Option<Vec<SkipSubmission>>,
    /// Wishes about strategy, number of status questions, tone and language.
    pub preferences: Option<PreferencesSubmission>,
}

/// Who was interviewed.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CandidateFacts)]
pub struct CandidateSubmission {
    /// The name that stands under the messages.
    #[schema(value_type = Option<Name>)]
    pub name: Option<String>,
    /// The address that stands under the messages.
    #[schema(max_length = 254, pattern = r"^\s*(\S+@\S+\.\S+\s*)?$")]
    pub email: Option<String>,
    /// The number at which to call back.
    #[schema(max_length = 40, pattern = r"^\s*$|([0-9][^0-9]*){5}")]
    pub phone: Option<String>,
    /// Where the candidate stands in working life.
    pub career_stage: Option<CareerStage>,
    /// What the candidate brings, each a noun or an -ing phrase ("moving payments to event sourcing"). At most 10.
    #[schema(max_items = 10, value_type = Option<Vec<Phrase>>)]
    pub strengths: Option<Vec<String>>,
}

/// Who interviewed, as an organisation.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EmployerFacts)]
pub struct EmployerSubmission {
    /// The employer's name.
    #[schema(value_type = Option<Name>)]
    pub name: Option<String>,
    /// The line of business: education and the public sector decide more slowly; finance and creative shift the tone.
    pub industry: Option<Industry>,
    /// The country whose public holidays count, ISO 3166-1 alpha-2.
    #[schema(max_length = 64, pattern = r"^\s*([A-Za-z]{2}\s*)?$")]
    pub country: Option<String>,
    /// The subdivision whose public holidays count as well, ISO 3166-2 with or without the country's prefix.
    #[schema(max_length = 64)]
    pub subdivision: Option<String>,
    /// The employer's IANA time zone. Default: the offset of the interview's end.
    #[schema(max_length = 64, pattern = r"^[A-Za-z0-9_+/\s-]*$")]
    pub time_zone: Option<String>,
    /// How formal the employer is.
    pub culture: Option<Culture>,
    /// Whether telephone calls are welcome there. Default: false.
    pub welcomes_calls: Option<bool>,
    /// What the employer said about being contacted. Default: open.
    pub contact_policy: Option<ContactPolicy>,
    /// Days on which the employer is closed. At most 40, together at most 366 days.
    #[schema(max_items = 40)]
    pub closures: Option<Vec<ClosureSubmission>>,
    /// Who answers for the process; gets everything but the thanks of the interviewers.
    pub contact: Option<PersonSubmission>,
}

/// Days on which the employer is closed, both ends included.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClosureFacts)]
pub struct ClosureSubmission {
    /// The first closed day.
    #[schema(format = Date, required, nullable = false)]
    pub from: Option<String>,
    /// The last closed day.
    #[schema(format = Date, required, nullable = false)]
    pub to: Option<String>,
}

/// The interview itself: one of `ended_at`, `started_at` and `date` is required.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = InterviewDetails)]
pub struct InterviewDetailsSubmission {
    /// When it ended.
    #[schema(format = DateTime)]
    pub ended_at: Option<String>,
    /// When it started.
    #[schema(format = DateTime)]
    pub started_at: Option<String>,
    /// How long it took, in minutes. Default: 60.
    #[serde(default, deserialize_with = "whole_number")]
    #[schema(minimum = 1, maximum = 1440)]
    pub duration_minutes: Option<i64>,
    /// The local day, where no time is known: the end is then taken as 17:00.
    #[schema(format = Date)]
    pub date: Option<String>,
    /// What became of it. Default: held.
    pub status: Option<InterviewStatus>,
    /// The title of the position.
    #[schema(value_type = Option<Phrase>)]
    pub position: Option<String>,
    /// How far the process had come. Default: first.
    pub stage: Option<Stage>,
    /// How they met.
    pub format: Option<Format>,
    /// Who took part on the employer's side. At most 20.
    #[schema(max_items = 20)]
    pub interviewers: Option<Vec<PersonSubmission>>,
    /// What was talked about with everyone, each a noun phrase ("the payments roadmap"). At most 10.
    #[schema(max_items = 10, value_type = Option<Vec<Phrase>>)]
    pub topics: Option<Vec<String>>,
    /// What the candidate liked about position or employer, a noun phrase ("a team that ships every day").
    #[schema(value_type = Option<FreeText>)]
    pub appeal: Option<String>,
}

/// A person on the employer's side.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PersonFacts)]
pub struct PersonSubmission {
    /// The name as they use it, with a title where they use one.
    #[schema(value_type = Option<Name>)]
    pub name: Option<String>,
    /// The job title.
    #[schema(value_type = Option<Phrase>)]
    pub title: Option<String>,
    /// The part in the process. Default: other.
    pub role: Option<Role>,
    /// Whether the person was there. Default: true.
    pub attended: Option<bool>,
    /// The e-mail address.
    #[schema(max_length = 254, pattern = r"^\s*(\S+@\S+\.\S+\s*)?$")]
    pub email: Option<String>,
    /// The telephone number.
    #[schema(max_length = 40, pattern = r"^\s*$|([0-9][^0-9]*){5}")]
    pub phone: Option<String>,
    /// The LinkedIn profile.
    pub linkedin: Option<LinkedinSubmission>,
    /// The channel that the person asked to be written to by.
    pub preferred_channel: Option<Channel>,
    /// What was talked about with this person, each a noun phrase. At most 10.
    #[schema(max_items = 10, value_type = Option<Vec<Phrase>>)]
    pub topics: Option<Vec<String>>,
}

/// A person on LinkedIn.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LinkedinFacts)]
pub struct LinkedinSubmission {
    /// Whether candidate and person are connected already. Default: false.
    pub connected: Option<bool>,
    /// The profile's address.
    #[schema(max_length = 2000, pattern = r"^\s*([Hh][Tt][Tt][Pp][Ss]?://\S+\s*)?$")]
    pub url: Option<String>,
}

/// When the employer said the decision would come.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TimelineFacts)]
pub struct TimelineSubmission {
    /// In which form it was said.
    #[schema(required, nullable = false)]
    pub kind: Option<TimelineKind>,
    /// The day, for `by_date`.
    #[schema(format = Date)]
    pub date: Option<String>,
    /// The earliest number of days, for the other kinds.
    #[serde(default, deserialize_with = "whole_number")]
    #[schema(minimum = 0, maximum = 365)]
    pub min: Option<i64>,
    /// The latest number of days, for the other kinds.
    #[serde(default, deserialize_with = "whole_number")]
    #[schema(minimum = 0, maximum = 365)]
    pub max: Option<i64>,
    /// Whether they invited a question once it has passed. Default: false.
    pub invites_contact: Option<bool>,
}

/// A reason for a delay that the employer gave.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DelayFacts)]
pub struct DelaySubmission {
    /// What holds the decision up.
    #[schema(required, nullable = false)]
    pub reason: Option<DelayReason>,
    /// The day by which it should be over.
    #[schema(format = Date)]
    pub until: Option<String>,
}

/// A marketplace between candidate and employer.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PlatformFacts)]
pub struct PlatformSubmission {
    /// The marketplace's name.
    #[schema(value_type = Option<Name>)]
    pub name: Option<String>,
    /// Whether a contract is signed, after which other channels are open. Default: false.
    pub contract_signed: Option<bool>,
}

/// Another employer's offer.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CompetingOfferFacts)]
pub struct CompetingOfferSubmission {
    /// When it came.
    #[schema(format = DateTime, required, nullable = false)]
    pub received_at: Option<String>,
    /// The day by which it must be answered.
    #[schema(format = Date, required, nullable = false)]
    pub answer_by: Option<String>,
}

/// The candidate's decision to withdraw.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WithdrawalFacts)]
pub struct WithdrawalSubmission {
    /// When it was decided.
    #[schema(format = DateTime, required, nullable = false)]
    pub decided_at: Option<String>,
    /// Why. Default: other.
    pub reason: Option<WithdrawalReason>,
}

/// A message that was sent or received.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = HistoryEntryFacts)]
pub struct HistoryEntrySubmission {
    /// Whether it went out or came in.
    #[schema(required, nullable = false)]
    pub kind: Option<EntryKind>,
    /// When.
    #[schema(format = DateTime, required, nullable = false)]
    pub at: Option<String>,
    /// Sent: what it was for. Required for what was sent.
    pub purpose: Option<Purpose>,
    /// Sent: by what means.
    pub channel: Option<Channel>,
    /// Sent: to whom, by name or e-mail address. Default: everybody it was meant for.
    #[schema(value_type = Option<NameOrAddress>)]
    pub recipient: Option<String>,
    /// Sent: whether it arrived. Default: true; false for a bounce.
    pub delivered: Option<bool>,
    /// Received: what it said. Required for what was received.
    pub outcome: Option<Outcome>,
    /// Received: a new timeline in it; days count from that day.
    pub timeline: Option<TimelineSubmission>,
    /// Received: the last day of absence, for `out_of_office`.
    #[schema(format = Date)]
    pub until: Option<String>,
    /// Received: whether a machine wrote it. Default: false.
    pub automated: Option<bool>,
}

/// A day on which the candidate wants to take a step.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PinFacts)]
pub struct PinSubmission {
    /// Which step.
    #[schema(required, nullable = false)]
    pub purpose: Option<Purpose>,
    /// On which local day.
    #[schema(format = Date, required, nullable = false)]
    pub on: Option<String>,
    /// Why, in the candidate's words.
    #[schema(value_type = Option<FreeText>)]
    pub reason: Option<String>,
}

/// A step that the candidate does not want to take.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SkipFacts)]
pub struct SkipSubmission {
    /// Which step.
    #[schema(required, nullable = false)]
    pub purpose: Option<Purpose>,
    /// Why, in the candidate's words.
    #[schema(value_type = Option<FreeText>)]
    pub reason: Option<String>,
}

/// The candidate's wishes.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PreferenceFacts)]
pub struct PreferencesSubmission {
    /// Which timing strategy. Default: auto.
    pub strategy: Option<StrategyPreference>,
    /// How many status questions at most. Default: 2.
    #[serde(default, deserialize_with = "whole_number")]
    #[schema(minimum = 0, maximum = 2)]
    pub max_check_ins: Option<i64>,
    /// Which register. Default: auto.
    pub tone: Option<TonePreference>,
    /// The language tag of the messages. Default: en-US.
    #[schema(max_length = 35, pattern = r"^\s*([Ee][Nn](-[A-Za-z0-9]{1,8})*\s*)?$")]
    pub locale: Option<String>,
}

/// Reads an integer as JSON Schema counts it: 57.0 is one, 57.5 is none.
fn whole_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    let Some(number) = Option::<serde_json::Number>::deserialize(deserializer)? else {
        return Ok(None);
    };
    as_whole_number(&number)
        .map(Some)
        .ok_or_else(|| D::Error::custom("not a whole number"))
}

/// The integer that a JSON number stands for, if it is one within ±2⁵³.
pub(super) fn as_whole_number(number: &serde_json::Number) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    number.as_i64().or_else(|| {
        let float = number.as_f64()?;
        #[expect(clippy::cast_possible_truncation, reason = "whole and within ±2⁵³, as tested")]
        (float.fract() == 0.0 && float.abs() <= EXACT).then_some(float as i64)
    })
}
