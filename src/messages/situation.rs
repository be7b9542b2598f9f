//! The situation that a message is written for, as tags that the template files can ask for.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::facts::{
    CareerStage, Channel, Format, Industry, Interview, InterviewStatus, Locale, Outcome, Person, PersonRef,
    Purpose, Role, Stage, Tone, WithdrawalReason,
};
use crate::planning::{Plan, Status, Step, Wait, thanks_to_lead_alone};

use super::message::Form;

/// One message to be written: for what, to whom, by what means, and when.
pub(super) struct Writing<'a> {
    pub(super) interview: &'a Interview,
    pub(super) wait: Wait,
    /// Whether this message has to carry the thanks for the interview: nobody was thanked, and no thank-you is to come.
    pub(super) owes_thanks: bool,
    pub(super) purpose: Purpose,
    pub(super) form: Form,
    pub(super) tone: Tone,
    pub(super) locale: Locale,
    pub(super) step: Option<&'a Step>,
    pub(super) recipient: Option<PersonRef>,
    /// The day on which it is to be sent, at the employer's place.
    pub(super) today: NaiveDate,
    /// A stable number for this step: the phrasings follow it.
    pub(super) seed: u64,
    /// The recipient's place among those who attended, so that no two of a panel get the same letter.
    pub(super) rank: usize,
}

impl<'a> Writing<'a> {
    /// A message of `form` for `purpose` to `recipient`.
    pub(super) fn new(
        interview: &'a Interview,
        plan: &'a Plan,
        (purpose, step): (Purpose, Option<&'a Step>),
        recipient: Option<PersonRef>,
        form: Form,
    ) -> Self {
        let act_at = step.and_then(|step| step.act_at).unwrap_or(plan.schedule.as_of);
        let seed = step.map_or_else(
            || seed(plan.schedule.id.as_bytes(), purpose),
            |step| seed(step.id.as_bytes(), purpose),
        );
        Self {
            interview,
            wait: plan.wait,
            owes_thanks: owes_thanks(interview, plan, purpose, act_at),
            purpose,
            form,
            tone: interview.preferences.tone.resolve(&interview.employer),
            locale: interview.preferences.locale,
            step,
            recipient,
            today: act_at.date_naive(),
            seed,
            rank: rank(interview, recipient),
        }
    }

    pub(super) fn person(&self) -> Option<&'a Person> {
        self.recipient.and_then(|person| self.interview.person(person))
    }

    /// Whether the recipient took part in the interview, so that "our conversation" is true.
    pub(super) fn met(&self) -> bool {
        if self.interview.status != InterviewStatus::Held {
            return false;
        }
        match (self.recipient, self.person()) {
            (Some(PersonRef::Interviewer(_)), Some(person)) => person.attended,
            (Some(PersonRef::Contact), Some(contact)) => {
                self.interview.interviewers.iter().any(|interviewer| {
                    interviewer.attended
                        && contact
                            .known_as()
                            .is_some_and(|name| interviewer.answers_to(name))
                })
            }
            _ => false,
        }
    }

    pub(super) fn is_agent(&self) -> bool {
        self.person()
            .is_some_and(|person| person.role == Role::AgencyRecruiter)
    }

    /// Whether the message may hold an address, a number or a link.
    pub(super) fn details_allowed(&self) -> bool {
        self.form.channel() != Channel::Platform && !self.interview.platform_only()
    }

    /// The tags that hold, for [`super::book::Group::holds`].
    pub(super) fn tags(&self) -> Tags {
        let interview = self.interview;
        let mut tags: Tags = BTreeSet::from([
            match self.tone {
                Tone::Formal => Tag("formal"),
                Tone::Neutral => Tag("neutral"),
                Tone::Warm => Tag("warm"),
            },
            match self.locale {
                Locale::EnUs => Tag("en_us"),
                Locale::EnGb => Tag("en_gb"),
                Locale::EnCa => Tag("en_ca"),
                Locale::EnAu => Tag("en_au"),
            },
            Tag(if self.met() { "met" } else { "unmet" }),
        ]);
        tags.extend(form_tags(self.form));
        let mut add = |holds: bool, tag: &'static str| {
            if holds {
                tags.insert(Tag(tag));
            }
        };
        let held = interview.status == InterviewStatus::Held;
        let first_wait_day = interview
            .timeline
            .map(|timeline| timeline.day(interview.day(), &interview.calendar));
        add(held, "held");
        add(self.purpose.is_status_question(), "status_question");
        add(self.purpose.is_reply(), "reply");
        add(self.details_allowed(), "details");
        add(
            self.person().and_then(|person| person.name.as_ref()).is_none(),
            "nobody",
        );
        add(self.is_agent(), "agent");
        add(
            self.step.is_some_and(|step| step.status == Status::Overdue),
            "late",
        );
        add(
            self.purpose == Purpose::ThankYou && thanks_to_lead_alone(interview),
            "pass_on",
        );
        add(self.owes_thanks, "owed");
        add(self.wait.fresh, "fresh");
        add(self.wait.stated.is_some(), "stated");
        add(
            !self.wait.fresh && self.wait.stated.is_some() && self.wait.stated != first_wait_day,
            "delayed",
        );
        let last = interview
            .received
            .iter()
            .rev()
            .map(|received| received.outcome)
            .find(|outcome| !matches!(outcome, Outcome::OutOfOffice));
        add(last == Some(Outcome::Offer), "offer");
        add(last == Some(Outcome::NextRound), "next_round");
        add(last == Some(Outcome::Rejection), "rejected");
        add(last == Some(Outcome::Acknowledged), "acknowledged");
        let reason = interview.withdrawal.map(|withdrawal| withdrawal.reason);
        add(
            reason == Some(WithdrawalReason::AcceptedElsewhere),
            "accepted_elsewhere",
        );
        add(reason == Some(WithdrawalReason::NotAFit), "not_a_fit");
        tags.extend(interview.candidate.career_stage.map(career_tag));
        tags.extend(interview.employer.industry.map(industry_tag));
        tags.extend(interview.format.map(format_tag));
        tags.insert(stage_tag(interview.stage));
        tags
    }
}

/// A word that a template file can ask for in brackets; only those of [`TAGS`] exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tag(&'static str);

/// The tags that hold.
pub(super) type Tags = BTreeSet<Tag>;

/// Every tag (`templates/README.md` says what each means).
const TAGS: [&str; 57] = [
    "formal",
    "neutral",
    "warm",
    "letter",
    "email",
    "platform",
    "note",
    "message",
    "invitation",
    "spoken",
    "call",
    "voicemail",
    "colleague",
    "met",
    "unmet",
    "nobody",
    "agent",
    "late",
    "pass_on",
    "owed",
    "fresh",
    "stated",
    "delayed",
    "offer",
    "next_round",
    "rejected",
    "acknowledged",
    "accepted_elsewhere",
    "not_a_fit",
    "held",
    "new_graduate",
    "early_career",
    "experienced",
    "executive",
    "technology",
    "finance",
    "creative",
    "healthcare",
    "education",
    "public_sector",
    "retail",
    "manufacturing",
    "other_industry",
    "by_phone",
    "by_video",
    "in_person",
    "screening",
    "first",
    "middle",
    "final",
    "en_us",
    "en_gb",
    "en_ca",
    "en_au",
    "status_question",
    "reply",
    "details",
];

impl Tag {
    /// The tag of that name.
    pub(super) fn named(name: &str) -> Option<Self> {
        TAGS.into_iter().find(|tag| *tag == name).map(Self)
    }

    /// Whether it names a form, and not a fact.
    pub(super) fn is_of_form(self) -> bool {
        Form::ALL.into_iter().any(|form| form_tags(form).contains(&self))
    }
}

/// What a form is called in the template files.
pub(super) const fn form_tags(form: Form) -> [Tag; 2] {
    match form {
        Form::Email => [Tag("letter"), Tag("email")],
        Form::PlatformMessage => [Tag("letter"), Tag("platform")],
        Form::LinkedinMessage => [Tag("note"), Tag("message")],
        Form::LinkedinInvitation => [Tag("note"), Tag("invitation")],
        Form::CallScript => [Tag("spoken"), Tag("call")],
        Form::Voicemail => [Tag("spoken"), Tag("voicemail")],
        Form::LeftWithColleague => [Tag("spoken"), Tag("colleague")],
    }
}

fn career_tag(stage: CareerStage) -> Tag {
    Tag(match stage {
        CareerStage::NewGraduate => "new_graduate",
        CareerStage::EarlyCareer => "early_career",
        CareerStage::Experienced => "experienced",
        CareerStage::Executive => "executive",
    })
}

fn industry_tag(industry: Industry) -> Tag {
    Tag(match industry {
        Industry::Technology => "technology",
        Industry::Finance => "finance",
        Industry::Creative => "creative",
        Industry::Healthcare => "healthcare",
        Industry::Education => "education",
        Industry::PublicSector => "public_sector",
        Industry::Retail => "retail",
        Industry::Manufacturing => "manufacturing",
        Industry::Other => "other_industry",
    })
}

fn format_tag(format: Format) -> Tag {
    Tag(match format {
        Format::Phone => "by_phone",
        Format::Video => "by_video",
        Format::InPerson => "in_person",
    })
}

fn stage_tag(stage: Stage) -> Tag {
    Tag(match stage {
        Stage::Screening => "screening",
        Stage::First => "first",
        Stage::Middle => "middle",
        Stage::Final => "final",
    })
}

/// Whether the thanks for the interview fall to this message: nobody was thanked or written to, and nothing that would
/// carry them (a thank-you, a reply, the check-in) is to go out before it.
fn owes_thanks(interview: &Interview, plan: &Plan, purpose: Purpose, act_at: DateTime<FixedOffset>) -> bool {
    let carries = |other: Purpose| other.is_reply() || matches!(other, Purpose::ThankYou | Purpose::CheckIn);
    interview.status == InterviewStatus::Held
        && !plan.wait.thanked
        && !interview
            .sent
            .iter()
            .any(|sent| sent.delivered && carries(sent.purpose))
        && !plan.schedule.steps.iter().any(|step| {
            step.purpose != purpose
                && carries(step.purpose)
                && step.act_at.is_some_and(|before| before <= act_at)
        })
}

/// The recipient's place among those who attended; 0 for everybody else.
fn rank(interview: &Interview, recipient: Option<PersonRef>) -> usize {
    match recipient {
        Some(PersonRef::Interviewer(index)) => interview
            .interviewers
            .iter()
            .take(index)
            .filter(|person| person.attended)
            .count(),
        _ => 0,
    }
}

/// FNV-1a over a step's id and the purpose: the same in every build and on every machine.
fn seed(id: &[u8], purpose: Purpose) -> u64 {
    fnv(fnv(FNV_START, id), purpose.as_str().as_bytes())
}

/// Where FNV-1a begins (64 bits).
const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

/// Stirs bytes into an FNV-1a hash.
pub(super) fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv(FNV_START, b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv(FNV_START, b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv(FNV_START, b"foobar"), 0x8594_4171_f739_67e8);
    }
}
