//! The steps: a row each, with a label and the window.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use super::canvas::{Canvas, Held, MARK};
use super::dates;
use super::lettering::Lettering;
use super::scale::Scale;
use crate::facts::{Channel, Interview, Purpose};
use crate::planning::{Plan, Schedule, Status, Step, Window};

/// The height of a step's row.
const ROW: i32 = 46;

/// The height of the row of a step that is not needed.
const LOW_ROW: i32 = 28;

/// The narrowest window that can be told from a line.
const NARROWEST: i32 = 6;

/// Moments that are nearer to each other share a mark.
const NEAR: i32 = 10;

/// Where the label's mark and letters begin, and where they end.
const MARK_AT: i32 = 36;
pub(super) const LETTERS_FROM: i32 = 54;
const LETTERS_TO: i32 = 326;

/// Rows with what they need to be drawn.
pub(super) struct Rows<'a> {
    interview: &'a Interview,
    plan: &'a Plan,
    scale: &'a Scale,
}

impl<'a> Rows<'a> {
    pub(super) fn new(interview: &'a Interview, plan: &'a Plan, scale: &'a Scale) -> Self {
        Self {
            interview,
            plan,
            scale,
        }
    }

    /// How high they are together.
    pub(super) fn height(schedule: &Schedule) -> i32 {
        schedule.steps.iter().map(height).sum()
    }

    /// The ground of the row to act on next, which lies below all else.
    pub(super) fn draw_next(&self, canvas: &mut Canvas, [from, to]: [i32; 2], top: i32) {
        let mut y = top;
        for step in &self.plan.schedule.steps {
            if self.is_next(step) {
                canvas.block("next", from, y + 1, to - from, height(step) - 2, 6);
            }
            y += height(step);
        }
    }

    /// Labels and windows; answers whether a moment to act stands beside a best one.
    pub(super) fn draw(&self, canvas: &mut Canvas, top: i32) -> bool {
        let (mut y, mut moved) = (top, false);
        for step in &self.plan.schedule.steps {
            let middle = y + height(step) / 2;
            mark(canvas, step.status, MARK_AT, middle);
            self.label(canvas, step, y);
            moved |= self.window(canvas, step, middle);
            y += height(step);
        }
        moved
    }

    fn is_next(&self, step: &Step) -> bool {
        self.plan.schedule.next_step == Some(step.id)
    }

    fn label(&self, canvas: &mut Canvas, step: &Step, top: i32) {
        let name = name(step.purpose);
        let room = LETTERS_TO - LETTERS_FROM;
        if step.status == Status::NotNeeded {
            let text = format!("{name}: not needed");
            canvas.text("m soft", Held::Start, LETTERS_FROM, top + LOW_ROW / 2 + 5, &text);
            return;
        }
        canvas.text("s", Held::Start, LETTERS_FROM, top + 20, name);
        let used = Lettering::STEP.width(name) + 8;
        let whom = whom(&step.recipients);
        if !whom.is_empty() && used < room {
            let whom = Lettering::BODY.fit(&whom, room - used);
            canvas.text("m", Held::Start, LETTERS_FROM + used, top + 20, &whom);
        }
        let when = self.when(step);
        let by = step
            .channel
            .map(|channel| format!("{when} · {}", spoken(channel)));
        let by = by.filter(|by| Lettering::BODY.width(by) <= room).unwrap_or(when);
        canvas.text(
            "m soft",
            Held::Start,
            LETTERS_FROM,
            top + 37,
            &Lettering::BODY.fit(&by, room),
        );
    }

    /// When to do it, or when it was done.
    fn when(&self, step: &Step) -> String {
        let as_of = self.plan.schedule.as_of;
        let today = as_of.date_naive();
        let act_at = step.act_at.unwrap_or(step.window.best_at);
        let act = if act_at <= as_of {
            "now".to_owned()
        } else {
            dates::moment(act_at, today)
        };
        match step.status {
            Status::Done => match done_at(self.interview, self.plan, step) {
                Some(at) => format!("done {}", dates::moment(at, today)),
                None => "done".to_owned(),
            },
            Status::Overdue => format!("overdue: {act}"),
            Status::Due if act_at <= as_of => {
                format!("now, until {}", dates::moment(step.window.closes_at, today))
            }
            Status::Due | Status::Upcoming | Status::NotNeeded => act,
        }
    }

    fn window(&self, canvas: &mut Canvas, step: &Step, y: i32) -> bool {
        let x = |moment: DateTime<FixedOffset>| self.scale.x(moment.naive_local());
        let (opens, closes, best) = (
            x(step.window.opens_at),
            x(step.window.closes_at),
            x(step.window.best_at),
        );
        let act = step.act_at.map(x).filter(|act| (act - best).abs() >= NEAR);
        let width = (closes - opens).max(NARROWEST);
        let mut bar = |class, height: i32| canvas.block(class, opens, y - height / 2, width, height, 3);
        match step.status {
            Status::Upcoming => bar("upcoming", 14),
            Status::Due => bar("due", 18),
            Status::Overdue => bar("overdue", 14),
            Status::Done => bar("done", 4),
            Status::NotNeeded => {
                if closes > opens {
                    bar("not", 10);
                }
                return false;
            }
        }
        if step.status == Status::Overdue {
            let end = act.unwrap_or(best);
            if end > closes {
                canvas.path("thread", format_args!("M{closes} {y}H{end}"));
            }
        }
        if step.status == Status::Done {
            mark(
                canvas,
                Status::Done,
                done_at(self.interview, self.plan, step).map_or(best, x),
                y,
            );
            return false;
        }
        canvas.diamond(best, y);
        if let Some(act) = act {
            canvas.pointer(act, y);
        }
        act.is_some()
    }
}

/// When a step was taken. Of the questions that were asked in this wait the first is the check-in and the next the second one,
/// whatever each was called.
pub(super) fn done_at(interview: &Interview, plan: &Plan, step: &Step) -> Option<DateTime<FixedOffset>> {
    let delivered = || interview.sent.iter().filter(|sent| sent.delivered);
    let by_name = || delivered().rfind(|sent| sent.purpose == step.purpose);
    let mut asked = delivered().filter(|sent| {
        let of_this_wait = !plan.wait.fresh || sent.at.date_naive() >= plan.wait.from;
        sent.purpose.is_status_question() && of_this_wait
    });
    let sent = match step.purpose {
        Purpose::CheckIn => asked.next().or_else(by_name),
        Purpose::SecondCheckIn => asked.nth(1).or_else(by_name),
        _ => by_name(),
    };
    sent.map(|sent| sent.at)
}

const fn height(step: &Step) -> i32 {
    if matches!(step.status, Status::NotNeeded) {
        LOW_ROW
    } else {
        ROW
    }
}

/// The sign of a status, in a form of its own.
pub(super) fn mark(canvas: &mut Canvas, status: Status, x: i32, y: i32) {
    match status {
        Status::Upcoming => canvas.disc("upcoming", x, y, MARK - 1),
        Status::Due => {
            canvas.disc("due", x, y, MARK + 1);
            let (left, top) = (x - 2, y - 4);
            canvas.path("on", format_args!("M{left} {top}l6 4-6 4z"));
        }
        Status::Overdue => {
            let top = y - MARK - 1;
            canvas.path("overdue", format_args!("M{x} {top}l9 16h-18z"));
            let (left, top) = (x - 1, y - 2);
            canvas.path("on", format_args!("M{left} {top}h2v5h-2zm0 6h2v2h-2z"));
        }
        Status::Done => {
            canvas.disc("done", x, y, MARK + 1);
            let left = x - 4;
            canvas.path("check", format_args!("M{left} {y}l3 3 5-6"));
        }
        Status::NotNeeded => {
            let (left, top) = (x - 4, y - 4);
            canvas.path("cross", format_args!("M{left} {top}l8 8m0-8l-8 8"));
        }
    }
}

/// The step's name in a word or two.
pub(super) const fn name(purpose: Purpose) -> &'static str {
    match purpose {
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

pub(super) const fn spoken(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "e-mail",
        Channel::Linkedin => "LinkedIn",
        Channel::Phone => "phone",
        Channel::Platform => "platform",
    }
}

/// The first of the recipients and the number of the others.
fn whom(recipients: &[String]) -> String {
    match recipients {
        [] => String::new(),
        [one] => one.clone(),
        [first, others @ ..] => format!("{} +{}", Lettering::BODY.fit(first, 120), others.len()),
    }
}

/// The moments of the steps that the picture must show: those near and, of staying in touch some weeks on, those far off.
pub(super) fn moments(interview: &Interview, plan: &Plan) -> [Vec<NaiveDateTime>; 2] {
    let schedule = &plan.schedule;
    let (mut near, mut far) = (Vec::new(), Vec::new());
    for step in &schedule.steps {
        let Window {
            opens_at,
            best_at,
            closes_at,
        } = step.window;
        let is_far = step.purpose == Purpose::StayInTouch
            && step.status == Status::Upcoming
            && schedule.next_step != Some(step.id);
        let moments = if is_far { &mut far } else { &mut near };
        let act_at = match step.status {
            // What was never to come is not shown to come.
            Status::NotNeeded if opens_at > schedule.as_of => continue,
            Status::Done => done_at(interview, plan, step),
            _ => step.act_at,
        };
        let act_at = act_at.unwrap_or(best_at);
        moments.extend([opens_at, best_at, closes_at, act_at].map(|moment| moment.naive_local()));
    }
    [near, far]
}

/// A date as the text equivalent says it.
pub(super) fn in_full(moment: DateTime<FixedOffset>) -> String {
    dates::moment(moment, NaiveDate::MIN)
}
