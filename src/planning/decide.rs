//! The decision itself: every step's window, status and moment, the state and the next step.

use chrono::NaiveDate;

use crate::calendar::Hours;
use crate::facts::{Channel, Interview, InterviewStatus, Outcome, PersonRef, Purpose, Received};
use crate::guidance::parameters as figure;

use super::Wait;
use super::causes;
use super::channel;
use super::courtesies;
use super::decision::{Decision, Draft, Instant, Move, Row, WhyNot};
use super::moved::{self, Moved};
use super::questions;
use super::schedule::{Addressee, State, Status, Window};
use super::situation::Situation;
use super::waiting::{Waiting, present_wait};

/// Decides everything for the interview at the instant.
pub(super) fn decide(interview: &Interview, as_of: Instant) -> Decision {
    let situation = Situation::new(interview, as_of);
    if interview.status == InterviewStatus::Held {
        after_interview(&situation)
    } else {
        not_held(&situation)
    }
}

/// An interview that did not take place: another time is asked for if the interviewer stayed away; a withdrawal is told.
fn not_held(situation: &Situation) -> Decision {
    let interview = situation.interview;
    let mut board = Board::new(situation);
    // Their replies are about the interview that did not happen; only a withdrawal ends it.
    board.end = board.end.filter(|end| *end == WhyNot::Withdrawn);
    if interview.status == InterviewStatus::InterviewerAbsent {
        let step = Subject::new(situation, Purpose::AskToReschedule);
        let moved = causes::ask_to_reschedule(situation, step.channel);
        let they_wrote = situation.interview.received.iter().any(|entry| {
            entry.at > interview.started_at && !entry.automated && entry.outcome != Outcome::OutOfOffice
        });
        let done = situation.delivered(Purpose::AskToReschedule).next().is_some();
        let why_not = board
            .ruled_out(Purpose::AskToReschedule)
            .or(they_wrote.then_some(WhyNot::TheyWrote));
        board.place(step, moved, fate(done, why_not));
    }
    board.withdraw();
    let wait = Wait {
        from: interview.day(),
        stated: None,
        fresh: false,
        thanked: false,
    };
    board.finish(State::NotHeld, None, wait, Vec::new())
}

fn after_interview(situation: &Situation) -> Decision {
    let mut board = Board::new(situation);
    board.replies();
    let answer_at = board
        .draft(Purpose::AnswerRequest)
        .filter(|draft| draft.is_pending())
        .and_then(|draft| draft.act_at);
    let waiting = present_wait(situation, answer_at);
    let first_stated = if waiting.fresh {
        present_wait_before_replies(situation)
    } else {
        waiting.stated
    };
    let row = questions::row(situation, &waiting);
    board.withdraw();
    board.share_deadline();

    let check_in = Subject::new(situation, Purpose::CheckIn);
    let thanks = courtesies::thank_you(situation, first_stated);
    let late = courtesies::late_thanks(situation, thanks.window.closes_at);
    let unpushed = questions::unpushed_check_in(situation, &waiting, row, Some(check_in.channel));
    let pushed = questions::check_in(situation, &waiting, row, Some(check_in.channel), late);
    board.thank_you(thanks, &waiting, &unpushed);
    board.prepare();
    let best_after_stated = pushed.window.best_at.date_naive();
    board.check_in(check_in, pushed, &waiting);
    board.second_check_in(&waiting);
    board.move_on(&waiting);
    board.connect(&waiting);
    board.stay_in_touch();

    let state = board.state();
    let wait = Wait {
        from: waiting.from,
        stated: waiting.stated,
        fresh: waiting.fresh,
        thanked: situation.delivered(Purpose::ThankYou).next().is_some(),
    };
    let spent = [Purpose::CheckIn, Purpose::SecondCheckIn];
    let spent = spent
        .into_iter()
        .filter(|purpose| questions::is_spent(situation, &waiting, *purpose))
        .collect();
    let mut decision = board.finish(state, Some(row), wait, spent);
    decision.before_stated_date = matches!(row, Row::OneWeekWished | Row::TwoWeeksWished)
        && waiting.stated.is_some_and(|stated| best_after_stated <= stated);
    decision
}

/// The day by which a decision was announced at the interview itself.
fn present_wait_before_replies(situation: &Situation) -> Option<NaiveDate> {
    let interview = situation.interview;
    let day = interview.day();
    let stated = interview
        .timeline
        .map(|timeline| timeline.day(day, &interview.calendar));
    stated.max(
        interview
            .delays
            .iter()
            .filter_map(|delay| delay.until)
            .filter(|until| *until > day)
            .max(),
    )
}

/// What becomes of a step, before its status follows from window and instant.
enum Fate {
    Done,
    NotNeeded(WhyNot),
    Pending,
}

fn fate(done: bool, why_not: Option<WhyNot>) -> Fate {
    match (done, why_not) {
        (true, _) => Fate::Done,
        (false, Some(why_not)) => Fate::NotNeeded(why_not),
        (false, None) => Fate::Pending,
    }
}

/// A step's purpose, people and channel: all that its window needs to know.
struct Subject {
    purpose: Purpose,
    addressees: Vec<Addressee>,
    channel: Channel,
}

impl Subject {
    fn new(situation: &Situation, purpose: Purpose) -> Self {
        let addressees = channel::addressees(situation.interview, purpose);
        let channel = addressees.first().map_or(Channel::Email, |first| first.channel);
        Self {
            purpose,
            addressees,
            channel,
        }
    }

    fn person(&self) -> Option<PersonRef> {
        self.addressees.first().and_then(|first| first.person)
    }
}

/// The steps decided so far, and the days that their messages take.
struct Board<'a> {
    situation: &'a Situation<'a>,
    /// What ended the wait for everything but the steps that answer it.
    end: Option<WhyNot>,
    drafts: Vec<Draft>,
    /// Further instants at which something turns.
    turning_points: Vec<Instant>,
}

impl<'a> Board<'a> {
    fn new(situation: &'a Situation<'a>) -> Self {
        let end = match situation.last_outcome() {
            _ if situation.withdrawal.is_some() => Some(WhyNot::Withdrawn),
            Some(Outcome::NextRound | Outcome::Offer) => Some(WhyNot::GoodNews),
            Some(Outcome::Rejection) => Some(WhyNot::Rejected),
            _ => None,
        };
        Self {
            situation,
            end,
            drafts: Vec::with_capacity(12),
            turning_points: Vec::new(),
        }
    }

    fn draft(&self, purpose: Purpose) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.purpose == purpose)
    }

    /// What rules a step out whatever its window: an end, the caller's skip, the employer's wish.
    fn ruled_out(&self, purpose: Purpose) -> Option<WhyNot> {
        let end = self.end.filter(|end| match end {
            WhyNot::Withdrawn => purpose != Purpose::Withdraw,
            WhyNot::GoodNews => purpose != Purpose::ReplyToGoodNews,
            WhyNot::Rejected => !matches!(purpose, Purpose::ReplyToRejection | Purpose::StayInTouch),
            _ => true,
        });
        let skipped = self.situation.is_skipped(purpose).then_some(WhyNot::Skipped);
        let unwanted = self
            .situation
            .contact_ruled_out(purpose)
            .then_some(WhyNot::NoContact);
        end.or(skipped).or(unwanted)
    }

    /// Puts a message on the board and gives it its moment.
    fn place(&mut self, subject: Subject, moved: Moved, fate: Fate) {
        let Subject {
            purpose,
            addressees,
            channel,
        } = subject;
        self.put(purpose, Some(channel), addressees, moved, fate);
    }

    fn put(
        &mut self,
        purpose: Purpose,
        channel: Option<Channel>,
        addressees: Vec<Addressee>,
        moved: Moved,
        fate: Fate,
    ) {
        let Moved {
            window,
            best_by_rule,
            mut moves,
        } = moved;
        let pinned = moves.contains(&Move::Pin);
        let (status, why_not) = match fate {
            Fate::Done => (Status::Done, None),
            Fate::NotNeeded(why_not) => (Status::NotNeeded, Some(why_not)),
            Fate::Pending => (status(&window, self.situation.as_of), None),
        };
        let act_at = status
            .is_pending()
            .then(|| self.act_at(purpose, channel, &window, pinned, &mut moves));
        self.drafts.push(Draft {
            purpose,
            window,
            best_by_rule,
            channel,
            addressees,
            status,
            act_at,
            moves,
            why_not,
            pinned,
        });
    }

    /// The best moment or, once that has passed, the next good one; not on another message's day where the step can wait.
    fn act_at(
        &self,
        purpose: Purpose,
        channel: Option<Channel>,
        window: &Window,
        pinned: bool,
        moves: &mut Vec<Move>,
    ) -> Instant {
        let situation = self.situation;
        let as_of = situation.as_of;
        let ahead = as_of <= window.best_at;
        let Some(channel) = channel else {
            return if ahead { window.best_at } else { as_of };
        };
        let mut act_at = if ahead {
            window.best_at
        } else {
            situation.slot(as_of, courtesies::hours(purpose, channel))
        };
        if purpose == Purpose::ShareDeadline
            && let Some(offer) = &situation.interview.competing_offer
            && act_at > causes::last_moment(situation, offer)
        {
            act_at = situation.slot(as_of, Hours::AnyDay);
            moves.push(Move::NoTimeForOfficeHours);
        }
        if !can_wait(purpose) || (pinned && ahead) {
            return act_at;
        }
        let mut gave_way = false;
        loop {
            let day = act_at.date_naive();
            if let Some(after) = situation.after_quiet(day) {
                act_at = if gave_way {
                    situation.best(after, Some(channel))
                } else {
                    situation.slot(situation.opening(after), courtesies::hours(purpose, channel))
                };
                moves.push(Move::Quiet(day));
            } else if let Some(other) = self.message_on(day) {
                gave_way = true;
                act_at = situation.best(situation.wd(day, 1), Some(channel));
                moves.push(Move::OneMessageADay(day, other));
            } else {
                return act_at;
            }
        }
    }

    /// The pending message that goes out on the day.
    fn message_on(&self, day: NaiveDate) -> Option<Purpose> {
        let taken = |draft: &&Draft| {
            draft.purpose.is_message() && draft.act_at.is_some_and(|act_at| act_at.date_naive() == day)
        };
        self.drafts.iter().find(taken).map(|draft| draft.purpose)
    }

    /// The answers to their messages: one step a purpose, for its latest message.
    fn replies(&mut self) {
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

    fn reply_is_pointless(&mut self, purpose: Purpose, to: &Received, window: &Window) -> Option<WhyNot> {
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
                self.turning_points.push(later.window.opens_at);
                (situation.as_of >= later.window.opens_at).then_some(WhyNot::StayInTouchSaysIt)
            }
            _ => None,
        }
    }

    fn withdraw(&mut self) {
        let situation = self.situation;
        let purpose = Purpose::Withdraw;
        let Some(withdrawal) = situation.withdrawal else {
            return;
        };
        let subject = Subject::new(situation, purpose);
        let moved = causes::withdraw(situation, withdrawal.decided_at, subject.channel);
        let why_not = self.ruled_out(purpose);
        let done = situation.delivered(purpose).next().is_some();
        self.place(subject, moved, fate(done, why_not));
    }

    fn share_deadline(&mut self) {
        let situation = self.situation;
        let purpose = Purpose::ShareDeadline;
        let Some(offer) = &situation.interview.competing_offer else {
            return;
        };
        let subject = Subject::new(situation, purpose);
        let moved = causes::share_deadline(situation, offer, subject.channel);
        let last = causes::last_moment(situation, offer);
        self.turning_points.push(last);
        let passed = situation.as_of > last || moved.window.best_at > last;
        let why_not = self
            .ruled_out(purpose)
            .or(passed.then_some(WhyNot::DeadlinePassed));
        let done = situation.delivered(purpose).next().is_some();
        self.place(subject, moved, fate(done, why_not));
    }

    /// `check_in` is the check-in's window by the rules alone.
    fn thank_you(&mut self, mut moved: Moved, waiting: &Waiting, check_in: &Window) {
        let situation = self.situation;
        let as_of = situation.as_of;
        let purpose = Purpose::ThankYou;
        let mut subject = Subject::new(situation, purpose);
        moved::pin(situation, purpose, Some(subject.channel), &mut moved);
        let still = |to: &Addressee| !situation.was_sent_to(purpose, to.person);
        let done = !subject.addressees.iter().any(still);
        let carried_from = if waiting.stated.is_some() {
            check_in.opens_at
        } else {
            check_in.best_at
        };
        let last = situation.closing(situation.wd(situation.interview.day(), figure::THANK_YOU_ENDS_WD));
        self.turning_points.extend([carried_from, last]);
        let nobody_thanked = situation.delivered(purpose).next().is_none();
        let reply_carries = nobody_thanked
            && self
                .drafts
                .iter()
                .any(|draft| draft.purpose.is_reply() && draft.status != Status::NotNeeded);
        let why_not = self.ruled_out(purpose).or_else(|| {
            if reply_carries {
                Some(WhyNot::ReplyCarriesThanks)
            } else if situation
                .interview
                .sent
                .iter()
                .any(|sent| sent.delivered && sent.purpose.is_status_question())
            {
                Some(WhyNot::StatusAsked)
            } else if as_of >= carried_from {
                Some(WhyNot::CheckInCarriesThanks)
            } else {
                (as_of > last).then_some(WhyNot::TooLateForThanks)
            }
        });
        let fate = fate(done, why_not);
        if matches!(fate, Fate::Pending) {
            subject.addressees.retain(still);
            subject.channel = subject
                .addressees
                .first()
                .map_or(subject.channel, |first| first.channel);
        }
        self.place(subject, moved, fate);
    }

    fn prepare(&mut self) {
        let moved = courtesies::prepare(self.situation);
        self.put_for_oneself(Purpose::Prepare, moved);
    }

    /// A step at which nothing is sent: over once its window has closed.
    fn put_for_oneself(&mut self, purpose: Purpose, moved: Moved) {
        let over = self.situation.as_of > moved.window.closes_at;
        let why_not = self.ruled_out(purpose).or(over.then_some(WhyNot::WindowOver));
        let done = self.situation.delivered(purpose).next().is_some();
        self.put(purpose, None, Vec::new(), moved, fate(done, why_not));
    }

    fn check_in(&mut self, subject: Subject, moved: Moved, waiting: &Waiting) {
        let situation = self.situation;
        let limit = situation.interview.preferences.max_check_ins == 0;
        let ends_at = questions::ends_at(situation, &moved.window);
        self.turning_points.push(ends_at);
        let ended = situation.as_of > ends_at;
        let why_not = self
            .ruled_out(Purpose::CheckIn)
            .or(limit.then_some(WhyNot::Limit))
            .or(ended.then_some(WhyNot::Ended));
        self.place(subject, moved, fate(!waiting.asked.is_empty(), why_not));
    }

    fn second_check_in(&mut self, waiting: &Waiting) {
        let situation = self.situation;
        let Some(first) = self.draft(Purpose::CheckIn) else {
            return;
        };
        let no_first = first.status == Status::NotNeeded;
        let first_day = questions::day_of(first, waiting.asked.first().map(|sent| sent.at));
        let subject = Subject::new(situation, Purpose::SecondCheckIn);
        let moved = questions::second_check_in(situation, waiting, first_day, Some(subject.channel));
        let limit = situation.interview.preferences.max_check_ins < 2;
        let ends_at = questions::ends_at(situation, &moved.window);
        self.turning_points.push(ends_at);
        let ended = situation.as_of > ends_at;
        let why_not = self
            .ruled_out(Purpose::SecondCheckIn)
            .or(limit.then_some(WhyNot::Limit))
            .or(no_first.then_some(WhyNot::NoFirst))
            .or(ended.then_some(WhyNot::Ended));
        self.place(subject, moved, fate(waiting.asked.len() > 1, why_not));
    }

    fn move_on(&mut self, waiting: &Waiting) {
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

    fn connect(&mut self, waiting: &Waiting) {
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

    fn stay_in_touch(&mut self) {
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

    /// The first state that holds.
    fn state(&self) -> State {
        let situation = self.situation;
        let as_of = situation.as_of;
        let pending = |purpose| self.draft(purpose).filter(|draft| draft.is_pending());
        let open_request = situation.last_reply().is_some_and(|reply| {
            reply.outcome == Outcome::InformationRequest
                && situation.answer(Purpose::AnswerRequest, reply.at).is_none()
        });
        let thanks_due = pending(Purpose::ThankYou).is_some_and(|draft| draft.status != Status::Upcoming);
        let asks = |purpose| pending(purpose).is_some_and(|draft| as_of >= draft.window.best_at);
        if as_of < situation.interview.ended_at {
            return State::BeforeInterview;
        }
        match self.end {
            Some(WhyNot::Withdrawn) => State::Withdrawn,
            Some(WhyNot::GoodNews) => State::GoodNews,
            Some(WhyNot::Rejected) => State::Rejected,
            _ if open_request => State::InformationRequested,
            _ if self
                .draft(Purpose::MoveOn)
                .is_some_and(|draft| as_of >= draft.window.opens_at) =>
            {
                State::ClosedBySilence
            }
            _ if thanks_due => State::ThanksDue,
            _ if asks(Purpose::CheckIn) || asks(Purpose::SecondCheckIn) => State::CheckInDue,
            _ => State::AwaitingDecision,
        }
    }

    fn finish(mut self, state: State, row: Option<Row>, wait: Wait, spent_pins: Vec<Purpose>) -> Decision {
        self.drafts
            .sort_by_key(|draft| (draft.window.best_at, draft.purpose));
        Decision {
            state,
            strategy: row.map(Row::strategy),
            row,
            wait,
            next: next_step(&self.drafts),
            drafts: self.drafts,
            turning_points: self.turning_points,
            before_stated_date: false,
            withdrawal_ignored: self.situation.withdrawal_ignored,
            spent_pins,
        }
    }
}

/// Whether a step gives way to another message on the same day.
const fn can_wait(purpose: Purpose) -> bool {
    matches!(
        purpose,
        Purpose::CheckIn | Purpose::SecondCheckIn | Purpose::Connect | Purpose::StayInTouch
    )
}

fn status(window: &Window, as_of: Instant) -> Status {
    if as_of < window.opens_at {
        Status::Upcoming
    } else if as_of <= window.closes_at {
        Status::Due
    } else {
        Status::Overdue
    }
}

/// The pending step with the earliest moment; what is for oneself alone waits while a message is due or overdue.
fn next_step(drafts: &[Draft]) -> Option<usize> {
    let message_waits = drafts
        .iter()
        .any(|draft| draft.purpose.is_message() && matches!(draft.status, Status::Due | Status::Overdue));
    drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.purpose.is_message() || !message_waits)
        .filter_map(|(index, draft)| Some((index, draft, draft.act_at?)))
        .min_by_key(|(_, draft, act_at)| (*act_at, !draft.purpose.is_message(), draft.purpose))
        .map(|(index, ..)| index)
}
