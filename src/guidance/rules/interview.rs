//! The interview itself, deadlines elsewhere and withdrawals.

use crate::guidance::parameters as p;
use crate::guidance::rule::{
    Rule, Unit, best_practices, five_step, minute_of_day, one_week, span, upwork, working_days,
};
use crate::guidance::sources;

/// No interview, no follow-up.
pub static INTERVIEW_NOT_HELD: Rule = Rule {
    id: "interview.not_held",
    question: "What if the interview did not take place?",
    decision: "Nothing is planned, except to ask for another time where the interviewer did not come.",
    why: "There is nothing to thank for and no decision to wait for.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// Before the interview nothing is due.
pub static INTERVIEW_NOT_YET: Rule = Rule {
    id: "interview.not_yet",
    question: "What is due before the interview has ended?",
    decision: "Nothing yet; every step counts from its end.",
    why: "All four guides begin after the interview.",
    guides: &[
        one_week("day 1 is the first day after it"),
        five_step("within 24 hours of the interview"),
        upwork("24 hours after it"),
        best_practices("after the interview"),
    ],
    evidence: &[],
    parameters: &[],
};

/// An unknown end is reckoned.
pub static INTERVIEW_END_ASSUMED: Rule = Rule {
    id: "interview.end_assumed",
    question: "When did the interview end if nobody said?",
    decision: "One hour after its start; where only the date is known, at 17:00 local time.",
    why: "An hour is the usual slot, and the end of office hours is the latest that the interview can have \
        ended in them.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[
        span("length", p::INTERVIEW_LENGTH_MIN, Unit::Minutes),
        minute_of_day("end_where_only_date_known", p::INTERVIEW_END_MINUTE_OF_DAY),
    ],
};

/// A real deadline is shared at once.
pub static SHARE_DEADLINE_AT_ONCE: Rule = Rule {
    id: "share_deadline.at_once",
    question: "When do you tell them of another offer's deadline?",
    decision: "An hour after the offer came, by the end of the next working day and before the offer runs \
        out, even inside a stated timeline. Where office hours come too late, any day from 08:00 to 20:00 \
        will do.",
    why: "This is no question about the status: it tells them a date that they need in order to decide in \
        time. It must be a true one.",
    guides: &[],
    evidence: &[&sources::HIRING_CUSTOM],
    parameters: &[
        span("best", p::SHARE_DEADLINE_BEST_H, Unit::Hours),
        working_days("closes", p::SHARE_DEADLINE_CLOSES_WD),
        minute_of_day("last_time_on_deadline", p::SHARE_DEADLINE_LAST_MINUTE_OF_DAY),
    ],
};

/// A deadline that has passed is no news.
pub static SHARE_DEADLINE_PASSED: Rule = Rule {
    id: "share_deadline.passed",
    question: "What if the other offer has run out?",
    decision: "After 20:00 on its last day nothing is said about it.",
    why: "A date in the past helps nobody to decide, and it sounds like a bluff.",
    guides: &[],
    evidence: &[&sources::HIRING_CUSTOM, &sources::SERVICE_CONVENTION],
    parameters: &[minute_of_day(
        "last_time_on_deadline",
        p::SHARE_DEADLINE_LAST_MINUTE_OF_DAY,
    )],
};

/// A withdrawal is told at once.
pub static WITHDRAW_AT_ONCE: Rule = Rule {
    id: "withdraw.at_once",
    question: "When do you tell them that you withdraw?",
    decision: "An hour after you decided, between 08:00 and 20:00, else at 09:00 the next morning, and by \
        the end of the next working day.",
    why: "Every day that they go on counting on you costs somebody else the place. Good form now keeps the \
        door open later.",
    guides: &[best_practices("stay professional whatever the outcome")],
    evidence: &[&sources::HIRING_CUSTOM],
    parameters: &[
        span("best", p::WITHDRAW_BEST_H, Unit::Hours),
        working_days("closes", p::WITHDRAW_CLOSES_WD),
    ],
};

/// A withdrawal ends everything else.
pub static WITHDRAW_ENDS_THE_REST: Rule = Rule {
    id: "withdraw.ends_the_rest",
    question: "What remains after a withdrawal?",
    decision: "Only the message that tells them, whatever they wrote last.",
    why: "To ask for a status that you no longer want wastes their time.",
    guides: &[],
    evidence: &[&sources::HIRING_CUSTOM],
    parameters: &[],
};

/// After a rejection there is nothing to withdraw.
pub static WITHDRAW_AFTER_A_REJECTION: Rule = Rule {
    id: "withdraw.after_a_rejection",
    question: "What if they rejected you before you withdrew?",
    decision: "A withdrawal that was not sent yet is ignored, with a warning.",
    why: "They have closed the file; to withdraw now would read as having the last word.",
    guides: &[best_practices("stay gracious")],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// An absent interviewer is offered another time.
pub static RESCHEDULE_OFFER_ANOTHER_TIME: Rule = Rule {
    id: "reschedule.offer_another_time",
    question: "What if the interviewer does not come?",
    decision: "Fifteen minutes after the start you write and offer other times, by noon of the next working \
        day.",
    why: "A quarter of an hour covers a late meeting before yours. A friendly offer makes it easy for them \
        to put it right.",
    guides: &[],
    evidence: &[&sources::HIRING_CUSTOM],
    parameters: &[
        span("opens_after_start", p::ASK_TO_RESCHEDULE_OPENS_MIN, Unit::Minutes),
        working_days("closes", p::ASK_TO_RESCHEDULE_CLOSES_WD),
        minute_of_day("closes_at", p::ASK_TO_RESCHEDULE_CLOSES_MINUTE_OF_DAY),
    ],
};

/// Once somebody wrote, nobody needs to be reminded.
pub static RESCHEDULE_ALREADY_IN_TOUCH: Rule = Rule {
    id: "reschedule.already_in_touch",
    question: "What if they wrote after the missed start?",
    decision: "Then no message about the missed time is due.",
    why: "They know, and the new time is agreed in that exchange.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
