//! The steps one by one: what each needs, and what makes it pointless.

use crate::facts::{Outcome, Purpose, Received};
use crate::guidance::parameters as figure;

use super::board::{Board, Fate, Subject, fate};
use super::causes;
use super::channel;
use super::courtesies;
use super::decision::{Draft, WhyNot};
use super::moved::{self, Moved};
use super::questions;
use super::schedule::{Addressee, Status, Window};
use super::waiting::Waiting;

impl Board<'_> {
    /// The answers to their messages: one step a purpose, for its latest message.
    pub(super) fn replies(&mut self) {
        let situation = self.situation;
        for purpose in [
            Purpose::ReplyToGoodNews,
            Purpose::ReplyToRejection,
            Purpose::ReplyToDelay,
            Purpose::AnswerRequest,
        ] {
            let latest = situation
                .replies
                .iter()
                .rfind(|reply| !reply.automated && causes::answering(reply.outcome) == Some(purpose));
            let Some(latest) = latest else { continue };
            let subject = Subject::new(situation, purpose);
            let moved = causes::reply(situation, purpose, latest, subject.channel);
            let is_last = situation
                .last_reply()
                .is_some_and(|last| std::ptr::eq(last, *latest));
            let pointless = self.reply_is_pointless(purpose, latest, &moved.window);
            let why_not = (!is_last)
                .then_some(WhyNot::Superseded)
                .or_else(|| self.ruled_out(purpose))
                .or(pointless);
            let done = situation.answer(purpose, latest.at).is_some();
            self.place(subject, moved, fate(done, why_not));
        }
    }

    pub(super) fn reply_is_pointless(
        &mut self,
        purpose: Purpose,
        to: &Received,
        window: &Window,
    ) -> Option<WhyNot> {
        let situation = self.situation;
        let delivered = || situation.interview.sent.iter().filter(|sent| sent.delivered);
        match purpose {
            Purpose::ReplyToDelay => {
                let wrote_since = delivered().any(|sent| sent.at > to.at);
                let was_an_answer =
                    to.outcome == Outcome::Acknowledged && delivered().any(|sent| sent.at <= to.at);
                if wrote_since || was_an_answer {
                    return Some(WhyNot::AlreadyAnswered);
                }
                (situation.as_of > window.closes_at).then_some(WhyNot::WindowOver)
            }
            Purpose::ReplyToRejection => {
                let later = courtesies::stay_in_touch(situation, to.at.date_naive(), None);
                self.turning_points.push((purpose, later.window.opens_at));
                (situation.as_of >= later.window.opens_at).then_some(WhyNot::StayInTouchSaysIt)
            }
            _ => None,
        }
    }

    pub(super) fn withdraw(&mut self) {
        let situation = self.situation;
        let purpose = Purpose::Withdraw;
        let Some(decided_at) = situation.withdrawal else {
            return;
        };
        let subject = Subject::new(situation, purpose);
        let moved = causes::withdraw(situation, decided_at, subject.channel);
        let why_not = self.ruled_out(purpose);
        let done = situation.delivered(purpose).next().is_some();
        self.place(subject, moved, fate(done, why_not));
    }

    pub(super) fn share_deadline(&mut self) {
        let situation = self.situation;
        let purpose = Purpose::ShareDeadline;
        let Some(offer) = &situation.interview.competing_offer else {
            return;
        };
        let subject = Subject::new(situation, purpose);
        let moved = causes::share_deadline(situation, offer, subject.channel);
        let last = causes::last_moment(situation, offer);
        let done = situation.delivered(purpose).next().is_some();
        let mut fate = fate(done, self.ruled_out(purpose));
        if matches!(fate, Fate::Pending) {
            self.turns_after(purpose, last);
            if situation.as_of > last || moved.window.best_at > last {
                fate = Fate::NotNeeded(WhyNot::DeadlinePassed);
            }
        }
        self.place(subject, moved, fate);
    }

    /// `check_in` is the check-in's window by the rules alone.
    pub(super) fn thank_you(&mut self, mut moved: Moved, waiting: &Waiting, check_in: &Window) {
        let situation = self.situation;
        let as_of = situation.as_of;
        let purpose = Purpose::ThankYou;
        let mut subject = Subject::new(situation, purpose);
        moved::pin(situation, purpose, Some(subject.channel), &mut moved);
        let still = |to: &Addressee| !situation.was_sent_to(purpose, to.person);
        let done = !subject.addressees.iter().any(still);
        let nobody_thanked = situation.delivered(purpose).next().is_none();
        let reply_carries = nobody_thanked
            && self
                .drafts
                .iter()
                .any(|draft| draft.purpose.is_reply() && draft.status != Status::NotNeeded);
        let asked = || {
            let mut delivered = situation.interview.sent.iter().filter(|sent| sent.delivered);
            delivered.any(|sent| sent.purpose.is_status_question())
        };
        let why_not = self
            .ruled_out(purpose)
            .or(reply_carries.then_some(WhyNot::ReplyCarriesThanks))
            .or_else(|| asked().then_some(WhyNot::StatusAsked));
        let mut fate = fate(done, why_not);
        if matches!(fate, Fate::Pending) {
            let carried_from = if waiting.stated.is_some() {
                check_in.opens_at
            } else {
                check_in.best_at
            };
            let last = situation.closing(situation.wd(situation.interview.day(), figure::THANK_YOU_ENDS_WD));
            self.turning_points.push((purpose, carried_from));
            self.turns_after(purpose, last);
            if as_of >= carried_from {
                fate = Fate::NotNeeded(WhyNot::CheckInCarriesThanks);
            } else if as_of > last {
                fate = Fate::NotNeeded(WhyNot::TooLateForThanks);
            }
        }
        if matches!(fate, Fate::Pending) {
            subject.addressees.retain(still);
            subject.channel = subject
                .addressees
                .first()
                .map_or(subject.channel, |first| first.channel);
        }
        self.place(subject, moved, fate);
    }

    pub(super) fn prepare(&mut self) {
        let moved = courtesies::prepare(self.situation);
        self.put_for_oneself(Purpose::Prepare, moved);
    }

    /// A step at which nothing is sent: over once its window has closed.
    pub(super) fn put_for_oneself(&mut self, purpose: Purpose, moved: Moved) {
        let over = self.situation.as_of > moved.window.closes_at;
        let why_not = self.ruled_out(purpose).or(over.then_some(WhyNot::WindowOver));
        let done = self.situation.delivered(purpose).next().is_some();
        self.put(purpose, None, Vec::new(), moved, fate(done, why_not));
    }

    pub(super) fn check_in(&mut self, subject: Subject, moved: Moved, waiting: &Waiting) {
        let situation = self.situation;
        let limit = situation.interview.preferences.max_check_ins == 0;
        let why_not = self
            .ruled_out(Purpose::CheckIn)
            .or(limit.then_some(WhyNot::Limit));
        self.ask(subject, moved, !waiting.asked.is_empty(), why_not);
    }

    pub(super) fn second_check_in(&mut self, waiting: &Waiting) {
        let situation = self.situation;
        let Some(first) = self.draft(Purpose::CheckIn) else {
            return;
        };
        let no_first = first.status == Status::NotNeeded;
        let first_day = questions::day_of(first, waiting.asked.first().map(|sent| sent.at));
        let subject = Subject::new(situation, Purpose::SecondCheckIn);
        let moved = questions::second_check_in(situation, waiting, first_day, Some(subject.channel));
        let limit = situation.interview.preferences.max_check_ins < 2;
        let why_not = self
            .ruled_out(Purpose::SecondCheckIn)
            .or(limit.then_some(WhyNot::Limit))
            .or(no_first.then_some(WhyNot::NoFirst));
        self.ask(subject, moved, waiting.asked.len() > 1, why_not);
    }

    /// Puts a status question on the board, which ends by itself once it has been left too long.
    fn ask(&mut self, subject: Subject, moved: Moved, done: bool, why_not: Option<WhyNot>) {
        let mut fate = fate(done, why_not);
        if matches!(fate, Fate::Pending) {
            let ends_at = questions::ends_at(self.situation, &moved.window);
            self.turns_after(subject.purpose, ends_at);
            if self.situation.as_of > ends_at {
                fate = Fate::NotNeeded(WhyNot::Ended);
            }
        }
        self.place(subject, moved, fate);
    }

    pub(super) fn move_on(&mut self, waiting: &Waiting) {
        let pending = |purpose| {
            self.draft(purpose)
                .filter(|draft| draft.is_pending())
                .map(Draft::day)
        };
        let last_asked = waiting.asked.last().map(|sent| sent.at.date_naive());
        let would_be = || self.draft(Purpose::CheckIn).map(Draft::day);
        let last = pending(Purpose::SecondCheckIn)
            .or(last_asked)
            .or_else(|| pending(Purpose::CheckIn))
            .or_else(would_be)
            .unwrap_or(waiting.from);
        let moved = questions::move_on(self.situation, waiting, last);
        self.put_for_oneself(Purpose::MoveOn, moved);
    }

    pub(super) fn connect(&mut self, waiting: &Waiting) {
        let situation = self.situation;
        let interview = situation.interview;
        let purpose = Purpose::Connect;
        if !channel::somebody_connected(interview) {
            return;
        }
        let check_in_day = self
            .draft(Purpose::CheckIn)
            .filter(|draft| draft.status != Status::NotNeeded)
            .map(|draft| questions::day_of(draft, waiting.asked.first().map(|sent| sent.at)));
        let subject = Subject::new(situation, purpose);
        let nobody = !subject
            .person()
            .and_then(|person| interview.person(person))
            .is_some_and(|person| person.connected);
        let moved = courtesies::connect(situation, check_in_day, Some(subject.channel));
        let over = situation.as_of > moved.window.closes_at;
        let why_not = self
            .ruled_out(purpose)
            .or(interview.platform_only().then_some(WhyNot::PlatformOnly))
            .or(nobody.then_some(WhyNot::NobodyConnected))
            .or(over.then_some(WhyNot::WindowOver));
        let done = situation.delivered(purpose).next().is_some();
        self.place(subject, moved, fate(done, why_not));
    }

    pub(super) fn stay_in_touch(&mut self) {
        let situation = self.situation;
        let purpose = Purpose::StayInTouch;
        let rejected_on = situation
            .last_reply()
            .filter(|reply| reply.outcome == Outcome::Rejection)
            .map(|reply| reply.at.date_naive());
        let moving_on = || {
            self.draft(Purpose::MoveOn)
                .map(|draft| draft.window.opens_at.date_naive())
        };
        let Some(from) = rejected_on.or_else(moving_on) else {
            return;
        };
        let subject = Subject::new(situation, purpose);
        let moved = courtesies::stay_in_touch(situation, from, Some(subject.channel));
        let over = situation.as_of > moved.window.closes_at;
        let why_not = self.ruled_out(purpose).or(over.then_some(WhyNot::WindowOver));
        let done = situation.delivered(purpose).next().is_some();
        self.place(subject, moved, fate(done, why_not));
    }
}
