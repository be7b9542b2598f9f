//! The reasons of a step: the rule that set its window, what moved it, the days passed over, the channel, the recipient.

use crate::facts::Purpose;
use crate::guidance::{Reason, Reasons, rules};
use crate::planning::decision::{Draft, Move};
use crate::planning::schedule::Status;

use super::headline::noun;
use super::reach::by_and_to;
use super::rows::row_reason;
use super::why_not::why_not;
use super::{Dates, Speech};

/// Why the step stands where it stands; the weightiest reason first.
pub(in crate::planning) fn reasons(speech: &Speech, draft: &Draft) -> Reasons {
    let timing = timing(speech, draft);
    if let Some(cause) = draft.why_not {
        let mut reasons: Reasons = why_not(speech, draft, cause).into();
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

/// The rule that set the window, on these facts.
fn timing(speech: &Speech, draft: &Draft) -> Reason {
    let dates = speech.dates;
    let best = by_itself(speech, draft);
    let opened = dates.moment(draft.by_rule.opens_at);
    let closes = dates.moment(draft.window.closes_at);
    let (rule, text) = match draft.purpose {
        Purpose::ThankYou => return thanks(speech, draft),
        Purpose::CheckIn => {
            let best = dates.day(draft.by_rule.best_at.date_naive());
            return row_reason(speech, speech.decision.row, &best);
        }
        Purpose::Prepare => (
            &rules::PREPARE_DAY_THREE_TO_FIVE,
            format!(
                "Day three to day five after the interview, until {closes}, is for what may come next: another round, a task, references."
            ),
        ),
        Purpose::SecondCheckIn => (
            &rules::SECOND_CHECK_IN_A_WEEK_OR_TWO_LATER,
            format!("A week or two after the first question, and once more only: {best}."),
        ),
        Purpose::Connect => (
            &rules::CONNECT_A_WEEK_AFTER,
            format!("About a week after the interview a short note keeps the contact alive: {best}."),
        ),
        Purpose::MoveOn => (
            &rules::MOVE_ON_AFTER_THE_LAST,
            format!(
                "Five working days after the last question, from {opened}, put your effort elsewhere; the door stays open."
            ),
        ),
        Purpose::StayInTouch => (
            &rules::STAY_IN_TOUCH_AFTER_THE_DECISION,
            format!(
                "Some four weeks after the decision or the silence a friendly word is welcome: {best}, until {closes}."
            ),
        ),
        Purpose::ReplyToGoodNews => (
            &rules::REPLY_GOOD_NEWS,
            format!(
                "Good news came on {opened}. An answer within the day shows that you want it{}.",
                on_time(speech, draft)
            ),
        ),
        Purpose::ReplyToRejection => (
            &rules::REPLY_REJECTION,
            format!(
                "The rejection came on {opened}. A few hours later you can be gracious and ask for feedback{}.",
                on_time(speech, draft)
            ),
        ),
        Purpose::ReplyToDelay => (
            &rules::REPLY_DELAY,
            format!(
                "They wrote on {opened}. A short word of thanks within the next working day is enough{}.",
                on_time(speech, draft)
            ),
        ),
        Purpose::AnswerRequest => (
            &rules::REPLY_REQUEST,
            format!(
                "They asked on {opened}, and the decision may hang on your answer{}.",
                on_time(speech, draft)
            ),
        ),
        Purpose::ShareDeadline => {
            let offer = speech.interview.competing_offer;
            let by = offer.map(|offer| dates.day(offer.answer_by)).unwrap_or_default();
            (
                &rules::SHARE_DEADLINE_AT_ONCE,
                format!(
                    "You must answer another offer by {by}. A real date is no pressure: it lets them decide in time, so tell them at once."
                ),
            )
        }
        Purpose::Withdraw => (
            &rules::WITHDRAW_AT_ONCE,
            format!(
                "You decided on {opened}. Told within a working day, they can turn to the others{}.",
                on_time(speech, draft)
            ),
        ),
        Purpose::AskToReschedule => (
            &rules::RESCHEDULE_OFFER_ANOTHER_TIME,
            format!(
                "The interviewer did not come. A quarter of an hour of patience, then offer another time{}.",
                on_time(speech, draft)
            ),
        ),
    };
    Reason::new(rule, text)
}

/// "best on Wednesday 18 March at 10:00", as the rule has it; said so where something moved it.
fn by_itself(speech: &Speech, draft: &Draft) -> String {
    let by_itself = if draft.window == draft.by_rule {
        ""
    } else {
        "by itself "
    };
    format!(
        "{by_itself}best on {}",
        speech.dates.moment(draft.by_rule.best_at)
    )
}

/// "; on time until Monday 9 March at 17:00", or that this has passed.
fn on_time(speech: &Speech, draft: &Draft) -> String {
    let closes = speech.dates.moment(draft.window.closes_at);
    if draft.status == Status::Overdue {
        format!("; it was on time until {closes} and is still owed")
    } else {
        format!("; on time until {closes}")
    }
}

fn thanks(speech: &Speech, draft: &Draft) -> Reason {
    let dates = speech.dates;
    let ended_at = speech.interview.ended_at;
    let waited = (draft.by_rule.best_at - ended_at).num_hours();
    let verb = if ended_at > speech.as_of { "ends" } else { "ended" };
    let ended = format!("The interview {verb} on {}", dates.moment(ended_at));
    let best = dates.moment(draft.by_rule.best_at);
    if draft.status == Status::Overdue {
        let closes = dates.moment(draft.window.closes_at);
        let text = format!(
            "{ended}, and thanks were on time until {closes}. Late is better than never: keep it short and ask nothing."
        );
        return Reason::new(&rules::THANK_YOU_LATE, text);
    }
    let (rule, text) = match waited {
        1 => (
            &rules::THANK_YOU_DECISION_DUE_SOON,
            format!("{ended} and they decide by the next day, so thank them within the hour: {best}."),
        ),
        2 => (
            &rules::THANK_YOU_WITHIN_A_DAY,
            format!(
                "{ended}. Two hours later, on {best}, you have had time to think and they still remember you."
            ),
        ),
        _ => (
            &rules::THANK_YOU_WITHIN_A_DAY,
            format!("{ended}. Thanks are warmest within a day; the next polite hour is on {best}."),
        ),
    };
    Reason::new(rule, text)
}

/// What else bears on the window of this purpose.
fn more_timing(speech: &Speech, draft: &Draft, reasons: &mut Reasons) {
    let dates = speech.dates;
    let closes = dates.moment(draft.window.closes_at);
    match draft.purpose {
        Purpose::ThankYou if draft.status != Status::Overdue => reasons.push(Reason::new(
            &rules::THANK_YOU_ON_TIME,
            format!("On time until {closes}."),
        )),
        Purpose::CheckIn => {
            let wait = &speech.decision.wait;
            if wait.fresh {
                reasons.push(Reason::new(
                    &rules::CHECK_IN_FRESH_WAIT,
                    format!(
                        "Their last message started the wait afresh; days and questions count from {}.",
                        dates.day(wait.from)
                    ),
                ));
            }
            if !wait.thanked {
                reasons.push(Reason::new(
                    &rules::THANK_YOU_CHECK_IN_CARRIES_IT,
                    "No thanks have gone out, so this message opens with them.",
                ));
            }
        }
        Purpose::SecondCheckIn => reasons.push(Reason::new(
            &rules::SECOND_CHECK_IN_THE_LAST,
            "A third question brings fewer answers, not more: this is the last.",
        )),
        _ => {}
    }
}

fn move_reason(speech: &Speech, draft: &Draft, moved: Move) -> Reason {
    let dates = speech.dates;
    let best = dates.day(draft.window.best_at.date_naive());
    match moved {
        Move::LateThanks(day) => Reason::new(
            &rules::CHECK_IN_LATE_THANKS,
            format!(
                "Your thanks went out late, on {}; five working days later they don't read as two reminders.",
                dates.day(day)
            ),
        ),
        Move::OutOfOffice(until) => Reason::new(
            &rules::CHECK_IN_OUT_OF_OFFICE,
            format!(
                "They are away until {}; the question waits for the working day after.",
                dates.day(until)
            ),
        ),
        Move::Quiet(day) => Reason::new(
            &rules::CALENDAR_YEAR_END_QUIET,
            format!(
                "{} falls into the quiet between Christmas and New Year; it waits for the first working day of the year.",
                dates.day(day)
            ),
        ),
        Move::ClearOfCheckIn => Reason::new(
            &rules::CONNECT_CLEAR_OF_CHECK_IN,
            format!("It keeps three working days clear of the check-in, so on {best}."),
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
                in_your_words(&format!("You set {best} yourself"), reason),
            )
        }
        Move::OneMessageADay(day, other) => Reason::new(
            &rules::PACE_ONE_MESSAGE_A_DAY,
            format!(
                "On {} {} goes out; two messages on one day are one too many.",
                dates.day(day),
                noun(other)
            ),
        ),
        Move::NoTimeForOfficeHours => Reason::new(
            &rules::SHARE_DEADLINE_AT_ONCE,
            "There is no time left for office hours: any hour from 08:00 to 20:00 will do.",
        ),
    }
}

/// A sentence of ours with the candidate's own reason behind it.
pub(super) fn in_your_words(sentence: &str, reason: Option<&str>) -> String {
    match reason {
        Some(reason) if reason.ends_with(['.', '!', '?', '…']) => format!("{sentence}: {reason}"),
        Some(reason) => format!("{sentence}: {reason}."),
        None => format!("{sentence}."),
    }
}

/// The days that were passed over on the way to the best moment.
fn passed_over(speech: &Speech, draft: &Draft) -> Option<String> {
    let wait = &speech.decision.wait;
    let interview = speech.interview;
    let from = match draft.purpose {
        Purpose::CheckIn => wait
            .stated
            .map_or(wait.from, |stated| stated.pred_opt().unwrap_or(stated)),
        Purpose::SecondCheckIn | Purpose::MoveOn => speech
            .decision
            .draft(if draft.purpose == Purpose::MoveOn {
                Purpose::SecondCheckIn
            } else {
                Purpose::CheckIn
            })
            .filter(|earlier| earlier.is_pending())?
            .day(),
        Purpose::Connect => interview.day(),
        Purpose::ThankYou => {
            let two_days = interview.ended_at
                + chrono::TimeDelta::hours(crate::guidance::parameters::THANK_YOU_CLOSES_H);
            let calendar = &interview.calendar;
            let closing_day = interview.zone.local(two_days).date_naive();
            if calendar.is_working_day(closing_day) {
                return None;
            }
            let before = closing_day.pred_opt()?;
            let passed = speech
                .dates
                .passed_over(calendar, before, draft.window.closes_at.date_naive())?;
            return Some(format!(
                "Forty-eight hours end on a day off, so noon of the next working day still counts: {passed}."
            ));
        }
        Purpose::ReplyToGoodNews
        | Purpose::ReplyToRejection
        | Purpose::ReplyToDelay
        | Purpose::AnswerRequest
        | Purpose::ShareDeadline
        | Purpose::Withdraw
        | Purpose::AskToReschedule => draft.window.opens_at.date_naive().pred_opt()?,
        Purpose::Prepare | Purpose::StayInTouch => return None,
    };
    let to = match draft.purpose {
        Purpose::CheckIn | Purpose::SecondCheckIn | Purpose::MoveOn | Purpose::Connect => {
            draft.window.best_at
        }
        _ => draft.window.closes_at,
    };
    let passed = speech
        .dates
        .passed_over(&interview.calendar, from, to.date_naive())?;
    Some(format!("Days off on the way: {passed}."))
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
        format!("The best moment has passed; the next good one is {when} ({hours}, at their place)."),
    ));
}

fn sent(speech: &Speech, draft: &Draft) -> String {
    let mine = |sent: &&crate::facts::Sent| {
        sent.delivered
            && if draft.purpose.is_status_question() {
                sent.purpose.is_status_question()
            } else {
                sent.purpose == draft.purpose
            }
    };
    match speech.interview.sent.iter().rfind(mine) {
        Some(sent) => format!(
            "Done: the last of it went out on {}.",
            Dates::moment(speech.dates, sent.at)
        ),
        None => "Done.".to_owned(),
    }
}
