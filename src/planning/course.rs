//! A plan's course in time: what a picture of it shows, steps and all that stands around them.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use crate::calendar::{Region, Why};
use crate::facts::{Channel, Interview, Outcome, Purpose, Received};
use crate::guidance::parameters as figure;

use super::schedule::{Schedule, State, Status, Step};
use super::{Plan, StatedBy};

/// A plan with the facts that it was made from, seen as a course of days. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    interview: &'a Interview,
    plan: &'a Plan,
}

/// Something that has a day but is no step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// What kind of event.
    pub kind: EventKind,
    /// What it is, in a word or two that a date follows: "Decision by".
    pub words: &'static str,
    /// The day that is said.
    pub day: NaiveDate,
    /// When it was, or when the day ends for whom it concerns.
    pub at: DateTime<FixedOffset>,
}

/// The kinds of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// The interview.
    Interview,
    /// Their latest message.
    Reply,
    /// A day that was named: of the decision, or of an answer to another employer.
    Named,
    /// The instant for which the plan holds.
    Now,
}

/// Why nobody works on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// It belongs to the weekend there.
    Weekend,
    /// A public holiday, by its English name.
    Holiday(&'static str),
    /// The employer is closed.
    Closure,
}

impl<'a> Course<'a> {
    /// The course of a plan that was made from these facts.
    #[must_use]
    pub const fn new(interview: &'a Interview, plan: &'a Plan) -> Self {
        Self { interview, plan }
    }

    /// State and steps.
    #[must_use]
    pub const fn schedule(&self) -> &'a Schedule {
        &self.plan.schedule
    }

    /// Position and employer, as far as they are known: "Backend Engineer at Acme".
    #[must_use]
    pub fn subject(&self) -> String {
        let (position, employer) = (&self.interview.position, &self.interview.employer.name);
        let known = [position, employer].into_iter().flatten().map(String::as_str);
        known.collect::<Vec<_>>().join(" at ")
    }

    /// The employer's zone: "Europe/Paris".
    #[must_use]
    pub fn zone(&self) -> String {
        self.interview.zone.name()
    }

    /// Whose days off count: "Germany (DE-BY)"; none where no country is known.
    #[must_use]
    pub fn place(&self) -> Option<String> {
        let named = |region: &Region| match region.subdivision() {
            Some(subdivision) => format!("{} ({subdivision})", region.country_name()),
            None => region.country_name().to_owned(),
        };
        self.interview.calendar.region().map(named)
    }

    /// Why nobody works on that day; none on a working day.
    #[must_use]
    pub fn day_off(&self, day: NaiveDate) -> Option<Rest> {
        self.interview.calendar.day_off(day).map(|off| match off.why {
            Why::Weekend(_) => Rest::Weekend,
            Why::Holiday(name) => Rest::Holiday(name),
            Why::Closure => Rest::Closure,
        })
    }

    /// The interview, their latest message, the days that were named, and the instant for which the plan holds, by their
    /// moments. Where the follow-up is over, nothing waits for a day that was named.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        let Self { interview, plan } = self;
        let event = |kind, words, day, at| Event { kind, words, day, at };
        let moment = |kind, words, at: DateTime<FixedOffset>| event(kind, words, at.date_naive(), at);
        let named = |words, day| event(EventKind::Named, words, day, closing(interview, day));
        let begun_on = interview.started_at.date_naive();
        let mut events = vec![
            event(EventKind::Interview, "Interview", begun_on, interview.ended_at),
            moment(EventKind::Now, "Now", plan.schedule.as_of),
        ];
        let reply = |reply: &Received| moment(EventKind::Reply, told(reply.outcome), reply.at);
        events.extend(interview.received.last().map(reply));
        if !matches!(
            plan.schedule.state,
            State::NotHeld | State::Withdrawn | State::GoodNews | State::Rejected
        ) {
            let words = match plan.wait.stated_by {
                StatedBy::Them | StatedBy::RangeOfTheirs => "Decision by",
                StatedBy::Delay => "Delayed until",
            };
            events.extend(plan.wait.stated.map(|day| named(words, day)));
            let offer = interview.competing_offer;
            events.extend(offer.map(|offer| named("Other offer: by", offer.answer_by)));
        }
        events.sort_by_key(|event| event.at);
        events
    }

    /// When a step was taken. Of the questions that were asked in this wait the first is the check-in and the next the
    /// second one, whatever each was called.
    #[must_use]
    pub fn done_at(&self, step: &Step) -> Option<DateTime<FixedOffset>> {
        let Self { interview, plan } = self;
        let delivered = || interview.sent.iter().filter(|sent| sent.delivered);
        let by_name = || delivered().rfind(|sent| sent.purpose == step.purpose);
        let mut asked = delivered().filter(|sent| {
            let of_this_wait = !plan.wait.fresh || sent.at.date_naive() >= plan.wait.from;
            sent.purpose.is_status_question() && of_this_wait
        });
        let sent = match step.purpose {
            _ if step.status != Status::Done => None,
            Purpose::CheckIn => asked.next().or_else(by_name),
            Purpose::SecondCheckIn => asked.nth(1).or_else(by_name),
            _ => by_name(),
        };
        sent.map(|sent| sent.at)
    }

    /// Whether a step lies weeks after all else: staying in touch, where that is not what comes next.
    #[must_use]
    pub fn is_far_off(&self, step: &Step) -> bool {
        step.purpose == Purpose::StayInTouch
            && step.status == Status::Upcoming
            && self.plan.schedule.next_step != Some(step.id)
    }
}

impl Step {
    /// What the step is, in a word or two: "Check-in".
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self.purpose {
            Purpose::ThankYou => "Thank-you",
            Purpose::Prepare => "Prepare",
            Purpose::CheckIn => "Check-in",
            Purpose::SecondCheckIn => "Second check-in",
            Purpose::Connect => "LinkedIn note",
            Purpose::MoveOn => "Move on",
            Purpose::StayInTouch => "Stay in touch",
            Purpose::ReplyToGoodNews => "Reply to good news",
            Purpose::ReplyToRejection => "Reply to rejection",
            Purpose::ReplyToDelay => "Reply to delay",
            Purpose::AnswerRequest => "Answer request",
            Purpose::ShareDeadline => "Share deadline",
            Purpose::Withdraw => "Withdraw",
            Purpose::AskToReschedule => "Ask to reschedule",
        }
    }

    /// By what means, in a word; none where nothing is sent.
    #[must_use]
    pub fn means(&self) -> Option<&'static str> {
        self.channel.map(|channel| match channel {
            Channel::Email => "e-mail",
            Channel::Linkedin => "LinkedIn",
            Channel::Phone => "phone",
            Channel::Platform => "platform",
        })
    }
}

/// The end of an office day.
fn closing(interview: &Interview, day: NaiveDate) -> DateTime<FixedOffset> {
    let minute = figure::OFFICE_TO_MINUTE_OF_DAY;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0);
    interview.zone.at(day, time.unwrap_or_default())
}

/// A message of theirs in a word or two.
const fn told(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::StillDeciding => "Still deciding",
        Outcome::Acknowledged => "They wrote",
        Outcome::NextRound => "Next round",
        Outcome::Offer => "Offer",
        Outcome::Rejection => "Rejection",
        Outcome::InformationRequest => "They asked",
        Outcome::OutOfOffice => "Out of office",
    }
}
