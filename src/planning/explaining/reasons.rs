//! The reasons of a step: the rule that set its window, what moved it, the days passed over, the channel, the recipient.

use std::borrow::Cow;

use crate::facts::{DelayReason, Outcome, Purpose};
use crate::guidance::{Reason, Reasons, rules};
use crate::planning::StatedBy;
use crate::planning::decision::{Draft, Move, WhyNot};
use crate::planning::schedule::Status;

use super::Speech;
use super::days_off::passed_over;
use super::headline::noun;
use super::reach::by_and_to;
use super::why_not::why_not;
use super::window::timing;

/// Why the step stands where it stands; the weightiest reason first.
pub(in crate::planning) fn reasons(speech: &Speech, draft: &Draft) -> Reasons {
    let timing = timing(speech, draft);
    if let Some(cause) = draft.why_not {
        let mut reasons: Reasons = why_not(speech, draft, cause).into();
        if matches!(cause, WhyNot::GoodNews | WhyNot::Rejected) && was_automated(speech) {
            reasons.push(Reason::new(
                &rules::REPLY_AUTOMATED,
                "Their message came from a machine, so it needs no answer.",
            ));
        }
        reasons.push(timing);
        return reasons;
    }
    if draft.status == Status::Done {
        let mut reasons = Reasons::because(&rules::HISTORY_SENT, sent(speech, draft));
        reasons.push(timing);
        return reasons;
    }
    let mut reasons: Reasons = timing.into();
    for moved in &draft.moves {
        reasons.push(move_reason(speech, draft, *moved));
    }
    more_timing(speech, draft, &mut reasons);
    if let Some(passed) = passed_over(speech, draft) {
        reasons.push(Reason::new(&rules::CALENDAR_WORKING_DAYS, passed));
    }
    late_moment(speech, draft, &mut reasons);
    by_and_to(speech, draft, &mut reasons);
    reasons
}

/// Whether a machine wrote the decision.
fn was_automated(speech: &Speech) -> bool {
    let decides = |outcome| matches!(outcome, Outcome::NextRound | Outcome::Offer | Outcome::Rejection);
    let last = speech
        .interview
        .received
        .iter()
        .rfind(|entry| decides(entry.outcome));
    last.is_some_and(|entry| entry.automated)
}

/// What else bears on the window of this purpose.
fn more_timing(speech: &Speech, draft: &Draft, reasons: &mut Reasons) {
    match draft.purpose {
        Purpose::ThankYou => {
            if speech.as_of < speech.interview.ended_at {
                reasons.push(Reason::new(
                    &rules::INTERVIEW_NOT_YET,
                    "The interview has yet to end; nothing goes out before that.",
                ));
            }
            if draft.status != Status::Overdue {
                let closes = speech.dates.moment(draft.window.closes_at);
                reasons.push(Reason::new(
                    &rules::THANK_YOU_ON_TIME,
                    ["On time until ", &closes, "."].concat(),
                ));
            }
        }
        Purpose::CheckIn => more_on_the_wait(speech, reasons),
        Purpose::SecondCheckIn => reasons.push(Reason::new(
            &rules::SECOND_CHECK_IN_THE_LAST,
            "A third question brings fewer answers, not more: this is the last.",
        )),
        Purpose::AskToReschedule => reasons.push(Reason::new(
            &rules::INTERVIEW_NOT_HELD,
            "The interview did not take place, so there is nobody to thank yet and no decision to ask about.",
        )),
        _ => {}
    }
    if draft.purpose.is_status_question() && draft.window.closes_at > draft.by_rule.closes_at {
        let closes = speech.dates.moment(draft.window.closes_at);
        reasons.push(Reason::new(
            &rules::PACE_MOVED_WINDOW,
            ["Its window moves along and stays open until ", &closes, "."].concat(),
        ));
    }
}

/// What the wait before the check-in rests on.
fn more_on_the_wait(speech: &Speech, reasons: &mut Reasons) {
    let wait = &speech.decision.wait;
    let from = || speech.dates.day(wait.from);
    match (wait.stated, wait.stated_by) {
        (Some(stated), StatedBy::RangeOfTheirs) => {
            let stated = speech.dates.day(stated);
            let text = [
                "They gave a range; until its upper end, ",
                &stated,
                ", they are not late.",
            ]
            .concat();
            reasons.push(Reason::new(&rules::CHECK_IN_UPPER_END_OF_RANGE, text));
        }
        (Some(stated), StatedBy::Delay) => {
            let stated = speech.dates.day(stated);
            let text = [
                "They cannot decide before ",
                &stated,
                ", so that day counts as the date they gave.",
            ]
            .concat();
            reasons.push(Reason::new(&rules::CHECK_IN_DELAY_WITH_DATE, text));
        }
        (None, _) if checks_background(speech) => {
            let text = [
                "A background check is running: the wait counts four days later, from ",
                &from(),
                ".",
            ]
            .concat();
            reasons.push(Reason::new(&rules::CHECK_IN_BACKGROUND_CHECK, text));
        }
        _ => {}
    }
    if wait.fresh {
        let text = [
            "Their last message started the wait afresh; days and questions count from ",
            &from(),
            ".",
        ]
        .concat();
        reasons.push(Reason::new(&rules::CHECK_IN_FRESH_WAIT, text));
    }
    if !wait.thanked {
        reasons.push(Reason::new(
            &rules::THANK_YOU_CHECK_IN_CARRIES_IT,
            "No thanks have gone out, so this message opens with them.",
        ));
    }
}

fn checks_background(speech: &Speech) -> bool {
    let mut delays = speech.interview.delays.iter();
    delays.any(|delay| delay.reason == DelayReason::BackgroundCheck && delay.until.is_none())
}

fn move_reason(speech: &Speech, draft: &Draft, moved: Move) -> Reason {
    let dates = speech.dates;
    let best = || dates.day(draft.window.best_at.date_naive());
    match moved {
        Move::LateThanks(day) => Reason::new(
            &rules::CHECK_IN_LATE_THANKS,
            [
                "Your thanks went out late, on ",
                &dates.day(day),
                "; five working days later they don't read as two reminders.",
            ]
            .concat(),
        ),
        Move::OutOfOffice(until) => Reason::new(
            &rules::CHECK_IN_OUT_OF_OFFICE,
            [
                "They are away until ",
                &dates.day(until),
                "; the question waits for the working day after.",
            ]
            .concat(),
        ),
        Move::Quiet(day) => Reason::new(
            &rules::CALENDAR_YEAR_END_QUIET,
            [
                &*dates.day(day),
                " falls into the quiet between Christmas and New Year; it waits for the first working day of the year.",
            ]
            .concat(),
        ),
        Move::ClearOfCheckIn => Reason::new(
            &rules::CONNECT_CLEAR_OF_CHECK_IN,
            [
                "It keeps three working days clear of the check-in, so on ",
                &best(),
                ".",
            ]
            .concat(),
        ),
        Move::Pin => {
            let reason = speech
                .interview
                .pins
                .iter()
                .find(|pin| pin.purpose == draft.purpose)
                .and_then(|pin| pin.reason.as_deref());
            Reason::new(
                &rules::CALLER_PIN,
                in_your_words(&["You set ", &best(), " yourself"].concat(), reason),
            )
        }
        Move::OneMessageADay(day, other) => Reason::new(
            &rules::PACE_ONE_MESSAGE_A_DAY,
            [
                "On ",
                &dates.day(day),
                " ",
                noun(other),
                " goes out; two messages on one day are one too many.",
            ]
            .concat(),
        ),
        Move::NoTimeForOfficeHours => Reason::new(
            &rules::SHARE_DEADLINE_AT_ONCE,
            "There is no time left for office hours: any hour from 08:00 to 20:00 will do.",
        ),
    }
}

/// A sentence of ours with the candidate's own reason behind it.
pub(super) fn in_your_words(sentence: &str, reason: Option<&str>) -> String {
    let (between, reason, end) = match reason {
        Some(reason) if reason.ends_with(['.', '!', '?', '…']) => (": ", reason, ""),
        Some(reason) => (": ", reason, "."),
        None => ("", "", "."),
    };
    [sentence, between, reason, end].concat()
}

/// Where the best moment has passed, which hours set the next one.
fn late_moment(speech: &Speech, draft: &Draft, reasons: &mut Reasons) {
    let (Some(act_at), Some(channel)) = (draft.act_at, draft.channel) else {
        return;
    };
    if act_at == draft.window.best_at || speech.as_of <= draft.window.best_at {
        return;
    }
    let (rule, hours) = match crate::planning::courtesies::hours(draft.purpose, channel) {
        crate::calendar::Hours::Phone => (
            &rules::CALENDAR_PHONE_HOURS,
            "calls from 10:00 to 11:30 and from 14:00 to 16:00 on working days",
        ),
        crate::calendar::Hours::AnyDay => {
            (&rules::CALENDAR_THANK_YOU_HOURS, "from 08:00 to 20:00 on any day")
        }
        crate::calendar::Hours::Office => (
            &rules::CALENDAR_OFFICE_HOURS,
            "from 09:00 to 17:00 on working days",
        ),
    };
    let when = speech.dates.when(act_at);
    reasons.push(Reason::new(
        rule,
        [
            "The best moment has passed; the next good one is ",
            &when,
            " (",
            hours,
            ", at their place).",
        ]
        .concat(),
    ));
}

fn sent(speech: &Speech, draft: &Draft) -> Cow<'static, str> {
    let mine = |sent: &&crate::facts::Sent| {
        sent.delivered
            && if draft.purpose.is_status_question() {
                sent.purpose.is_status_question()
            } else {
                sent.purpose == draft.purpose
            }
    };
    match speech.interview.sent.iter().rfind(mine) {
        Some(sent) => {
            let at = speech.dates.moment(sent.at);
            ["Done: the last of it went out on ", &at, "."].concat().into()
        }
        None => "Done.".into(),
    }
}
