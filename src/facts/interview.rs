//! The interview as true: what [`check`](super::check()) lets through.
//!
//! Fields are readable in the crate and set in this room alone; whoever holds an [`Interview`] need not doubt it.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;

use super::vocabulary::{
    CareerStage, Channel, ContactPolicy, Culture, DelayReason, Format, Industry, InterviewStatus, Outcome,
    Purpose, Role, Stage, WithdrawalReason,
};
use super::wishes::{Locale, StrategyPreference, Tone, TonePreference};
use crate::calendar::{WorkCalendar, Zone};
use crate::json::object;

/// The facts of one interview, checked: every instant is in the employer's zone, every cross-check holds.
#[derive(Clone, Debug)]
pub struct Interview {
    pub(crate) reference: Option<String>,
    pub(crate) candidate: Candidate,
    pub(crate) employer: Employer,
    /// The employer's zone; every instant below is already in it.
    pub(crate) zone: Zone,
    /// Working days at the employer's: region and closures.
    pub(crate) calendar: WorkCalendar,
    /// When it started; where only the end is known, the end less the duration.
    pub(crate) started_at: DateTime<FixedOffset>,
    /// The policy's E: when it ended.
    pub(crate) ended_at: DateTime<FixedOffset>,
    /// Never `Scheduled`.
    pub(crate) status: InterviewStatus,
    pub(crate) position: Option<String>,
    pub(crate) stage: Stage,
    pub(crate) format: Option<Format>,
    pub(crate) interviewers: Vec<Person>,
    pub(crate) topics: Vec<String>,
    pub(crate) appeal: Option<String>,
    pub(crate) timeline: Option<Timeline>,
    pub(crate) delays: Vec<Delay>,
    pub(crate) platform: Option<Platform>,
    pub(crate) competing_offer: Option<CompetingOffer>,
    pub(crate) withdrawal: Option<Withdrawal>,
    /// What was sent, oldest first; entries before D0 are left out (with a warning).
    pub(crate) sent: Vec<Sent>,
    /// What was received, oldest first; entries before D0 are left out (with a warning).
    pub(crate) received: Vec<Received>,
    pub(crate) pins: Vec<Pin>,
    pub(crate) skips: Vec<Skip>,
    pub(crate) preferences: Preferences,
    /// What was taken for granted while reading.
    pub(crate) assumptions: Vec<Notice>,
    /// What the caller should know about the facts as sent.
    pub(crate) warnings: Vec<Notice>,
}

impl Interview {
    /// The policy's D0: the local date on which the interview ended.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.ended_at.date_naive()
    }

    /// The person meant.
    pub(crate) fn person(&self, person: PersonRef) -> Option<&Person> {
        match person {
            PersonRef::Contact => self.employer.contact.as_ref(),
            PersonRef::Interviewer(index) => self.interviewers.get(index),
        }
    }

    /// Whether a marketplace bans every other channel: no contract is signed yet.
    #[must_use]
    pub fn platform_only(&self) -> bool {
        self.platform
            .as_ref()
            .is_some_and(|platform| !platform.contract_signed)
    }
}

/// Points at a person of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PersonRef {
    /// `employer.contact`.
    Contact,
    /// `interview.interviewers[i]`.
    Interviewer(usize),
}

/// Who was interviewed.
#[derive(Clone, Debug, Default)]
pub struct Candidate {
    pub(crate) name: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) career_stage: Option<CareerStage>,
    pub(crate) strengths: Vec<String>,
}

/// Who interviewed, as an organisation.
#[derive(Clone, Debug, Default)]
pub struct Employer {
    pub(crate) name: Option<String>,
    pub(crate) industry: Option<Industry>,
    pub(crate) culture: Option<Culture>,
    pub(crate) welcomes_calls: bool,
    pub(crate) contact_policy: ContactPolicy,
    pub(crate) contact: Option<Person>,
}

/// A person on the employer's side.
#[derive(Clone, Debug, Default)]
pub struct Person {
    pub(crate) name: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) role: Role,
    pub(crate) attended: bool,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) connected: bool,
    pub(crate) linkedin_url: Option<String>,
    pub(crate) preferred_channel: Option<Channel>,
    pub(crate) topics: Vec<String>,
}

impl Person {
    /// The name, or the e-mail address of a person without one.
    #[must_use]
    pub fn known_as(&self) -> Option<&str> {
        self.name.as_deref().or(self.email.as_deref())
    }

    /// Whether a history's recipient means this person: name or address, case ignored.
    #[must_use]
    pub fn answers_to(&self, recipient: &str) -> bool {
        let same = |own: &Option<String>| {
            own.as_ref().is_some_and(|own| {
                own.eq_ignore_ascii_case(recipient)
                    || !(own.is_ascii() && recipient.is_ascii())
                        && own.to_lowercase() == recipient.to_lowercase()
            })
        };
        same(&self.name) || same(&self.email)
    }
}

/// When the employer said the decision would come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeline {
    pub(crate) due: Due,
    /// The lower end of a range, kept for the words.
    pub(crate) min: Option<u32>,
    pub(crate) invites_contact: bool,
}

/// The upper end of a stated timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// By this day.
    On(NaiveDate),
    /// Within so many calendar days.
    WithinDays(u32),
    /// Within so many working days.
    WithinWorkingDays(u32),
}

impl Timeline {
    /// The day meant (the policy's T), counted from the day on which the wait began.
    #[must_use]
    pub fn day(&self, from: NaiveDate, calendar: &WorkCalendar) -> NaiveDate {
        match self.due {
            Due::On(date) => date,
            Due::WithinDays(days) => from + chrono::Days::new(u64::from(days)),
            Due::WithinWorkingDays(days) => calendar.nth_working_day_after(from, days),
        }
    }
}

/// A reason for a delay that the employer gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay {
    pub(crate) reason: DelayReason,
    pub(crate) until: Option<NaiveDate>,
}

/// A marketplace between candidate and employer.
#[derive(Clone, Debug)]
pub struct Platform {
    pub(crate) name: Option<String>,
    pub(crate) contract_signed: bool,
}

/// Another employer's offer.
#[derive(Clone, Copy, Debug)]
pub struct CompetingOffer {
    pub(crate) received_at: DateTime<FixedOffset>,
    pub(crate) answer_by: NaiveDate,
}

/// The candidate's decision to withdraw.
#[derive(Clone, Copy, Debug)]
pub struct Withdrawal {
    pub(crate) decided_at: DateTime<FixedOffset>,
    pub(crate) reason: WithdrawalReason,
}

/// A message that went out.
#[derive(Clone, Debug)]
pub struct Sent {
    pub(crate) at: DateTime<FixedOffset>,
    pub(crate) purpose: Purpose,
    pub(crate) channel: Option<Channel>,
    /// None: everybody it was meant for.
    pub(crate) recipient: Option<String>,
    pub(crate) delivered: bool,
}

/// A message that came in.
#[derive(Clone, Copy, Debug)]
pub struct Received {
    pub(crate) at: DateTime<FixedOffset>,
    pub(crate) outcome: Outcome,
    pub(crate) timeline: Option<Timeline>,
    /// The last day of absence of an `out_of_office`.
    pub(crate) until: Option<NaiveDate>,
    pub(crate) automated: bool,
}

/// A day on which the candidate wants to take a step.
#[derive(Clone, Debug)]
pub struct Pin {
    pub(crate) purpose: Purpose,
    pub(crate) on: NaiveDate,
    pub(crate) reason: Option<String>,
}

/// A step that the candidate does not want to take.
#[derive(Clone, Debug)]
pub struct Skip {
    pub(crate) purpose: Purpose,
    pub(crate) reason: Option<String>,
}

/// The candidate's wishes, defaults filled in.
#[derive(Clone, Copy, Debug)]
pub struct Preferences {
    pub(crate) strategy: StrategyPreference,
    /// 0 to 2.
    pub(crate) max_check_ins: u8,
    pub(crate) tone: TonePreference,
    pub(crate) locale: Locale,
}

/// Something the answer took for granted or warns of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Notice {
    /// A stable word for programs, as `no_country`.
    #[schema(example = "no_country")]
    pub code: &'static str,
    /// A sentence for the candidate.
    #[schema(
        value_type = String,
        example = "No country was given: only Saturdays and Sundays count as days off. Name the employer's country to count its public holidays."
    )]
    pub detail: Cow<'static, str>,
}

object!(Notice { code, detail });

impl Notice {
    /// A notice with a code for programs and a sentence for the candidate.
    pub(crate) fn new(code: &'static str, detail: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code,
            detail: detail.into(),
        }
    }
}

impl TonePreference {
    /// The tone itself: `auto` follows industry and culture (contract.md, "Defaults").
    #[must_use]
    pub fn resolve(self, employer: &Employer) -> Tone {
        match self {
            Self::Formal => Tone::Formal,
            Self::Neutral => Tone::Neutral,
            Self::Warm => Tone::Warm,
            Self::Auto => {
                let formal = employer.culture == Some(Culture::Formal)
                    || matches!(
                        employer.industry,
                        Some(Industry::Finance | Industry::PublicSector)
                    );
                let warm = employer.culture == Some(Culture::Informal)
                    || employer.industry == Some(Industry::Creative);
                match (formal, warm) {
                    (true, _) => Tone::Formal,
                    (false, true) => Tone::Warm,
                    (false, false) => Tone::Neutral,
                }
            }
        }
    }
}
