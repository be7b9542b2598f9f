//! The rule that set a step's window, on these facts.

use crate::facts::Purpose;
use crate::guidance::{Reason, rules};
use crate::planning::decision::Draft;
use crate::planning::schedule::Status;

use super::Speech;
use super::rows::row_reason;

/// The weightiest reason of a step that nothing moved: why its window lies where it lies.
pub(super) fn timing(speech: &Speech, draft: &Draft) -> Reason {
    let dates = speech.dates;
    let opened = || dates.moment(draft.by_rule.opens_at);
    let closes = || dates.moment(draft.window.closes_at);
    let best = || dates.moment(draft.by_rule.best_at);
    let answer = |rule, before: &str, after: &str| {
        Reason::new(rule, on_time(draft, &[before, &opened(), after], &closes()))
    };
    match draft.purpose {
        Purpose::ThankYou => thanks(speech, draft),
        Purpose::CheckIn => {
            let best = dates.day(draft.by_rule.best_at.date_naive());
            row_reason(speech, speech.decision.row, &best)
        }
        Purpose::Prepare => {
            let text = [
                "Day three to day five after the interview, until ",
                &closes(),
                ", is for what may come next: another round, a task, references.",
            ];
            Reason::new(&rules::PREPARE_DAY_THREE_TO_FIVE, text.concat())
        }
        Purpose::SecondCheckIn => {
            let before = "A week or two after the first question, and once more only: ";
            let text = [before, by_itself(draft), &best(), "."].concat();
            Reason::new(&rules::SECOND_CHECK_IN_A_WEEK_OR_TWO_LATER, text)
        }
        Purpose::Connect => {
            let before = "About a week after the interview a short note keeps the contact alive: ";
            let text = [before, by_itself(draft), &best(), "."].concat();
            Reason::new(&rules::CONNECT_A_WEEK_AFTER, text)
        }
        Purpose::MoveOn => {
            let text = [
                "Five working days after the last question, from ",
                &opened(),
                ", put your effort elsewhere; the door stays open.",
            ];
            Reason::new(&rules::MOVE_ON_AFTER_THE_LAST, text.concat())
        }
        Purpose::StayInTouch => {
            let before = "Some four weeks after the decision or the silence a friendly word is welcome: ";
            let text = [before, by_itself(draft), &best(), ", until ", &closes(), "."].concat();
            Reason::new(&rules::STAY_IN_TOUCH_AFTER_THE_DECISION, text)
        }
        Purpose::ShareDeadline => {
            let offer = speech.interview.competing_offer;
            let by = offer.map(|offer| dates.day(offer.answer_by));
            let text = [
                "You must answer another offer by ",
                by.as_deref().unwrap_or_default(),
                ". A real date is no pressure: it lets them decide in time, so tell them at once.",
            ];
            Reason::new(&rules::SHARE_DEADLINE_AT_ONCE, text.concat())
        }
        Purpose::ReplyToGoodNews => answer(
            &rules::REPLY_GOOD_NEWS,
            "Good news came on ",
            ". An answer within the day shows that you want it",
        ),
        Purpose::ReplyToRejection => answer(
            &rules::REPLY_REJECTION,
            "The rejection came on ",
            ". A few hours later you can be gracious and ask for feedback",
        ),
        Purpose::ReplyToDelay => answer(
            &rules::REPLY_DELAY,
            "They wrote on ",
            ". A short word of thanks within the next working day is enough",
        ),
        Purpose::AnswerRequest => answer(
            &rules::REPLY_REQUEST,
            "They asked on ",
            ", and the decision may hang on your answer",
        ),
        Purpose::Withdraw => answer(
            &rules::WITHDRAW_AT_ONCE,
            "You decided on ",
            ". Told within a working day, they can turn to the others",
        ),
        Purpose::AskToReschedule => {
            let text =
                "The interviewer did not come. A quarter of an hour of patience, then offer another time";
            Reason::new(
                &rules::RESCHEDULE_OFFER_ANOTHER_TIME,
                on_time(draft, &[text], &closes()),
            )
        }
    }
}

/// What stands before the best moment as the rule has it; said so where something moved it.
fn by_itself(draft: &Draft) -> &'static str {
    if draft.window == draft.by_rule {
        "best on "
    } else {
        "by itself best on "
    }
}

/// The sentence, ended with "; on time until Monday 9 March at 17:00.", or that this has passed.
fn on_time(draft: &Draft, sentence: &[&str], closes: &str) -> String {
    let mut text = sentence.concat();
    text.extend(if draft.status == Status::Overdue {
        ["; it was on time until ", closes, " and is still owed."]
    } else {
        ["; on time until ", closes, "."]
    });
    text
}

fn thanks(speech: &Speech, draft: &Draft) -> Reason {
    let dates = speech.dates;
    let ended_at = speech.interview.ended_at;
    let waited = (draft.by_rule.best_at - ended_at).num_hours();
    let verb = if ended_at > speech.as_of {
        "ends on "
    } else {
        "ended on "
    };
    let ended = dates.moment(ended_at);
    if draft.status == Status::Overdue {
        let closes = dates.moment(draft.window.closes_at);
        let text = [
            "The interview ",
            verb,
            &ended,
            ", and thanks were on time until ",
            &closes,
            ". Late is better than never: keep it short and ask nothing.",
        ];
        return Reason::new(&rules::THANK_YOU_LATE, text.concat());
    }
    let (rule, before, after) = match waited {
        1 => (
            &rules::THANK_YOU_DECISION_DUE_SOON,
            " and they decide by the next day, so thank them within the hour: ",
            ".",
        ),
        2 => (
            &rules::THANK_YOU_WITHIN_A_DAY,
            ". Two hours later, on ",
            ", you have had time to think and they still remember you.",
        ),
        _ => (
            &rules::THANK_YOU_WITHIN_A_DAY,
            ". Thanks are warmest within a day; the next polite hour is on ",
            ".",
        ),
    };
    let best = dates.moment(draft.by_rule.best_at);
    let text = ["The interview ", verb, &ended, before, &best, after].concat();
    Reason::new(rule, text)
}
