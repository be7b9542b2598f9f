//! The thank-you and the days of preparing after it.

use crate::guidance::parameters as p;
use crate::guidance::rule::{
    Rule, Unit, best_practices, count, five_step, minute_of_day, one_week, span, upwork, working_days,
};
use crate::guidance::sources;

/// Thank within a day.
pub static THANK_YOU_WITHIN_A_DAY: Rule = Rule {
    id: "thank_you.within_a_day",
    question: "When is the thank-you best sent?",
    decision: "Two hours after the interview, between 08:00 and 20:00 at their place, else at 09:00 the \
        next morning; in any case aim inside 24 hours.",
    why: "All four guides want it fast and all of them accept a day. Two hours leave time to think of \
        something specific while the talk is fresh.",
    guides: &[
        one_week("day 1 or 2, within 24 to 48 hours"),
        five_step("within 24 hours"),
        upwork("within 24 hours, the next day at the latest"),
        best_practices("within 24 to 48 hours"),
    ],
    evidence: &[&sources::ACCOUNTEMPS_2017, &sources::TOPRESUME_2017],
    parameters: &[
        span("best", p::THANK_YOU_BEST_H, Unit::Hours),
        span("aim", p::THANK_YOU_AIM_H, Unit::Hours),
    ],
};

/// Thank sooner where they decide by the next day.
pub static THANK_YOU_DECISION_DUE_SOON: Rule = Rule {
    id: "thank_you.decision_due_soon",
    question: "What if they decide by the day after the interview?",
    decision: "The thank-you is best one hour after the interview, so that it is read before they decide.",
    why: "A thank-you can only weigh while the decision is open; the hour is our choice, no guide names \
        one.",
    guides: &[],
    evidence: &[&sources::ACCOUNTEMPS_2017, &sources::SERVICE_CONVENTION],
    parameters: &[
        span("best", p::THANK_YOU_BEST_DECISION_SOON_H, Unit::Hours),
        span("decision_within", p::THANK_YOU_DECISION_SOON_DAYS, Unit::Days),
    ],
};

/// On time up to two days.
pub static THANK_YOU_ON_TIME: Rule = Rule {
    id: "thank_you.on_time",
    question: "Until when is a thank-you on time?",
    decision: "For 48 hours; where these end on a day off, until noon of the next working day.",
    why: "Two guides allow 48 hours and two prefer 24. We aim at the shorter and call nobody late before \
        the longer is over; on a day off nobody is there to notice the difference.",
    guides: &[
        one_week("within 24 to 48 hours"),
        five_step("within 24 hours"),
        upwork("no later than the day after"),
        best_practices("within 24 to 48 hours"),
    ],
    evidence: &[],
    parameters: &[
        span("closes", p::THANK_YOU_CLOSES_H, Unit::Hours),
        minute_of_day(
            "closes_after_day_off",
            p::THANK_YOU_CLOSES_AFTER_DAY_OFF_MINUTE_OF_DAY,
        ),
    ],
};

/// Late is better than never.
pub static THANK_YOU_LATE: Rule = Rule {
    id: "thank_you.late",
    question: "What if the 48 hours have passed?",
    decision: "Send it all the same, short and without a question about the status.",
    why: "Most candidates send none at all, and some managers hold that against them; a late note still \
        stands out.",
    guides: &[best_practices("waiting too long may look like disinterest")],
    evidence: &[&sources::ACCOUNTEMPS_2017, &sources::TOPRESUME_2017],
    parameters: &[],
};

/// After two working weeks a thank-you alone is pointless.
pub static THANK_YOU_TOO_LATE: Rule = Rule {
    id: "thank_you.too_late",
    question: "When is a thank-you no longer worth sending?",
    decision: "After the tenth working day at 17:00.",
    why: "By then the first check-in is due or late, and a note that thanks for a talk of two weeks ago \
        only shows that it was forgotten.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[working_days("ends", p::THANK_YOU_ENDS_WD)],
};

/// Thanks travel with an answer that is due anyway.
pub static THANK_YOU_REPLY_CARRIES_IT: Rule = Rule {
    id: "thank_you.reply_carries_it",
    question: "What if they write before anybody was thanked?",
    decision: "The answer to their message opens with the thanks; no separate thank-you is sent.",
    why: "Two messages from you about one interview on one day are one too many.",
    guides: &[best_practices("don't send the interviewer several messages")],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// Thanks travel with the check-in once that is due.
pub static THANK_YOU_CHECK_IN_CARRIES_IT: Rule = Rule {
    id: "thank_you.check_in_carries_it",
    question: "What if nobody was thanked when the check-in is due?",
    decision: "The check-in opens with the thanks, and the separate thank-you is dropped.",
    why: "A check-in thanks again anyway; a late thank-you followed by a question a day later would look \
        like a pretext.",
    guides: &[
        one_week("its follow-up of day 7 opens with thanks"),
        upwork("the follow-up repeats the gratitude"),
    ],
    evidence: &[],
    parameters: &[],
};

/// Each interviewer gets a note of their own.
pub static THANK_YOU_EVERYONE_WHO_ATTENDED: Rule = Rule {
    id: "thank_you.everyone_who_attended",
    question: "Who is thanked?",
    decision: "Each interviewer who attended, up to five, each with a different note.",
    why: "The guides address the interviewer by name and ask for something from that very conversation, \
        which one letter to a whole panel cannot do.",
    guides: &[
        one_week("address the interviewer by name, refer to that interview"),
        five_step("address the interviewer by name"),
        upwork("include something particular to the interview"),
        best_practices("make each message its own"),
    ],
    evidence: &[],
    parameters: &[count("at_most", p::THANK_YOU_AT_MOST_PEOPLE, Unit::People)],
};

/// A large panel is thanked through its lead.
pub static THANK_YOU_ONE_TO_THE_LEAD: Rule = Rule {
    id: "thank_you.one_to_the_lead",
    question: "What if more than five people attended?",
    decision: "One note goes to the lead, the hiring manager if present, and asks to pass the thanks on.",
    why: "Six letters compared over lunch read like a mailing, however different they are.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[count("more_than", p::THANK_YOU_AT_MOST_PEOPLE, Unit::People)],
};

/// A thank-you is written.
pub static THANK_YOU_NEVER_BY_PHONE: Rule = Rule {
    id: "thank_you.never_by_phone",
    question: "May a thank-you be a call?",
    decision: "No. It is written, even to somebody who otherwise prefers the phone.",
    why: "The guides speak of an e-mail or a note throughout. Managers don't mind a call, but it takes \
        their time for nothing that they need, and leaves nothing to keep or pass on.",
    guides: &[
        one_week("a thank-you e-mail"),
        five_step("a thank-you e-mail"),
        upwork("a brief note"),
        best_practices("a formal e-mail first"),
    ],
    evidence: &[&sources::ACCOUNTEMPS_2017, &sources::ACCOUNTEMPS_2012],
    parameters: &[],
};

/// Days 3 to 5 are for preparing.
pub static PREPARE_DAY_THREE_TO_FIVE: Rule = Rule {
    id: "prepare.day_three_to_five",
    question: "What is there to do between the thank-you and the check-in?",
    decision: "From day 3 to day 5 nothing is sent: read what they sent you and prepare the next round.",
    why: "One guide gives these days a use, and none gives them a message.",
    guides: &[one_week("day 3 to 5, prepare for further interviews or tests")],
    evidence: &[],
    parameters: &[
        span("opens", p::PREPARE_OPENS_DAYS, Unit::Days),
        span("closes", p::PREPARE_CLOSES_DAYS, Unit::Days),
    ],
};
