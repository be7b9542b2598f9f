//! The situation that a message is written for, as tags that the template files can ask for.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::facts::{
    Channel, Interview, InterviewStatus, Locale, Outcome, Person, PersonRef, Purpose, Role, Tone,
    WithdrawalReason,
};
use crate::planning::{Plan, Status, Step, Wait, thanks_to_lead_alone};

use super::day;
use super::message::Form;
use super::phrase::holds_contact_details;
use super::tag::{self, Tag, Tags};

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
    /// Whether the recipient took part in the interview, so that "our conversation" is true.
    pub(super) met: bool,
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
            met: met(interview, recipient),
        }
    }

    pub(super) fn person(&self) -> Option<&'a Person> {
        self.recipient.and_then(|person| self.interview.person(person))
    }

    pub(super) fn is_agent(&self) -> bool {
        self.person()
            .is_some_and(|person| person.role == Role::AgencyRecruiter)
    }

    /// Whether the message may hold an address, a number or a link.
    pub(super) fn details_allowed(&self) -> bool {
        self.form.channel() != Channel::Platform && !self.interview.platform_only()
    }

    /// A fact that may stand in this message.
    pub(super) fn allowed(&self, fact: Option<&'a String>) -> Option<&'a str> {
        fact.map(String::as_str)
            .filter(|fact| self.details_allowed() || !holds_contact_details(fact))
    }

    /// What is the case, for [`super::book::Group::holds`].
    pub(super) fn tags(&self) -> Tags {
        let interview = self.interview;
        let mut tags = tag::of_form(self.form)
            .with(tag::of_tone(self.tone))
            .with(tag::of_locale(self.locale))
            .with(tag::of_stage(interview.stage))
            .with(if self.met { Tag::Met } else { Tag::Unmet });
        let person = self.person();
        tags.add(interview.status == InterviewStatus::Held, Tag::Held);
        tags.add(self.purpose.is_status_question(), Tag::StatusQuestion);
        tags.add(self.purpose.is_reply(), Tag::Reply);
        tags.add(self.details_allowed(), Tag::Details);
        tags.add(
            person.and_then(|person| person.name.as_ref()).is_none(),
            Tag::Nobody,
        );
        tags.add(self.is_agent(), Tag::Agent);
        let late = self.step.is_some_and(|step| step.status == Status::Overdue);
        tags.add(late, Tag::Late);
        let for_many = self.purpose == Purpose::ThankYou && thanks_to_lead_alone(interview);
        tags.add(for_many, Tag::PassOn);
        tags.add(self.owes_thanks, Tag::Owed);
        tags.add(self.wait.fresh, Tag::Fresh);
        if self.wait.stated.is_some() {
            tags.add(true, Tag::Stated);
            let first_named = interview
                .timeline
                .map(|timeline| timeline.day(interview.day(), &interview.calendar));
            tags.add(!self.wait.fresh && self.wait.stated != first_named, Tag::Delayed);
        }
        let last = interview
            .received
            .iter()
            .rev()
            .map(|received| received.outcome)
            .find(|outcome| !matches!(outcome, Outcome::OutOfOffice));
        tags.add(last == Some(Outcome::Offer), Tag::Offer);
        tags.add(last == Some(Outcome::NextRound), Tag::NextRound);
        tags.add(last == Some(Outcome::Rejection), Tag::Rejected);
        tags.add(last == Some(Outcome::Acknowledged), Tag::Acknowledged);
        match interview.withdrawal.map(|withdrawal| withdrawal.reason) {
            Some(WithdrawalReason::AcceptedElsewhere) => tags.add(true, Tag::AcceptedElsewhere),
            Some(WithdrawalReason::NotAFit) => tags.add(true, Tag::NotAFit),
            Some(WithdrawalReason::Other) | None => {}
        }
        let facts = [
            interview.candidate.career_stage.map(tag::of_career),
            interview.employer.industry.map(tag::of_industry),
            interview.format.map(tag::of_format),
        ];
        for fact in facts.into_iter().flatten() {
            tags.add(true, fact);
        }
        tags.add(day::is_recent(interview.day(), self.today), Tag::Recent);
        tags
    }
}

fn met(interview: &Interview, recipient: Option<PersonRef>) -> bool {
    if interview.status != InterviewStatus::Held {
        return false;
    }
    match (recipient, recipient.and_then(|person| interview.person(person))) {
        (Some(PersonRef::Interviewer(_)), Some(person)) => person.attended,
        (Some(PersonRef::Contact), Some(contact)) => interview.interviewers.iter().any(|interviewer| {
            interviewer.attended
                && contact
                    .known_as()
                    .is_some_and(|name| interviewer.answers_to(name))
        }),
        _ => false,
    }
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
