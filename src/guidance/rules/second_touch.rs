//! What follows an unanswered check-in: the second, letting go, and staying in touch.

use crate::guidance::parameters as p;
use crate::guidance::rule::{
    Rule, Unit, best_practices, count, five_step, one_week, span, upwork, working_days,
};
use crate::guidance::sources;

/// A second check-in a week or two after the first.
pub static SECOND_CHECK_IN_A_WEEK_OR_TWO_LATER: Rule = Rule {
    id: "second_check_in.a_week_or_two_later",
    question: "When may you ask a second time?",
    decision: "From one week and five working days after the first question, best on the seventh working \
        day, until two weeks after it; never before a date they gave.",
    why: "One guide gives a week or two and another has the letter for it. The seventh working day lies \
        between the two ends.",
    guides: &[
        one_week("one or two weeks later"),
        upwork("its second e-mail asks whether the place is filled and by when they decide"),
    ],
    evidence: &[],
    parameters: &[
        span("opens", p::SECOND_CHECK_IN_OPENS_DAYS, Unit::Days),
        working_days("opens_at_least", p::SECOND_CHECK_IN_OPENS_AT_LEAST_WD),
        working_days("best", p::SECOND_CHECK_IN_BEST_WD),
        span("closes", p::SECOND_CHECK_IN_CLOSES_DAYS, Unit::Days),
    ],
};

/// Two status questions and no more.
pub static SECOND_CHECK_IN_THE_LAST: Rule = Rule {
    id: "second_check_in.the_last",
    question: "How often may you ask?",
    decision: "Twice in one wait; the second question is the last.",
    why: "Two guides allow a second question and two warn of it, none has a third. In a vendor's count a \
        second reminder still brought a few replies and a third lost many.",
    guides: &[
        one_week("a second one, or turn to other opportunities"),
        five_step("avoid several e-mails"),
        upwork("a second e-mail; don't flood them"),
        best_practices("one well-made message is enough"),
    ],
    evidence: &[&sources::BELKINS_2024],
    parameters: &[count(
        "at_most",
        p::STATUS_QUESTIONS_AT_MOST_MESSAGES,
        Unit::Messages,
    )],
};

/// No second without a first.
pub static SECOND_CHECK_IN_NEEDS_A_FIRST: Rule = Rule {
    id: "second_check_in.needs_a_first",
    question: "What if the first check-in falls away?",
    decision: "The second falls away with it.",
    why: "The second asks again what the first asked. Where nothing was asked, there is nothing to repeat.",
    guides: &[upwork("the second e-mail follows one without a response")],
    evidence: &[],
    parameters: &[],
};

/// A week after the last question, let go.
pub static MOVE_ON_AFTER_THE_LAST: Rule = Rule {
    id: "move_on.after_the_last",
    question: "When is silence taken for an answer?",
    decision: "From the fifth to the tenth working day after the last status question, or after the day on \
        which one would have been best; the door stays open.",
    why: "Three guides tell you to go on with other opportunities and none says when. One working week is \
        what an answer to a direct question takes.",
    guides: &[
        one_week("explore other opportunities"),
        five_step("go on with others, keep the door open"),
        upwork("follow up before moving on"),
    ],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[
        working_days("opens", p::MOVE_ON_OPENS_WD),
        working_days("closes", p::MOVE_ON_CLOSES_WD),
    ],
};

/// A LinkedIn note a week after the interview.
pub static CONNECT_A_WEEK_AFTER: Rule = Rule {
    id: "connect.a_week_after",
    question: "When may a LinkedIn note be sent?",
    decision: "One week after the interview, in office hours of a working day, within five working days.",
    why: "One guide names the week and the hours; another puts the note after the formal e-mail, which this \
        does.",
    guides: &[
        one_week("a week after, on a weekday in business hours"),
        five_step("after the decision"),
        upwork("social media is one option"),
        best_practices("after the e-mail, if you are connected"),
    ],
    evidence: &[],
    parameters: &[
        span("opens", p::CONNECT_OPENS_DAYS, Unit::Days),
        working_days("closes", p::CONNECT_CLOSES_WD),
    ],
};

/// The note keeps clear of the check-in.
pub static CONNECT_CLEAR_OF_CHECK_IN: Rule = Rule {
    id: "connect.clear_of_check_in",
    question: "How far from the check-in must the note be?",
    decision: "At least three working days before it, or else three after it.",
    why: "Two messages in two places within three days feel like one person at two doors.",
    guides: &[
        best_practices("many messages come across as pushy"),
        upwork("don't flood them with messages"),
    ],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[working_days("clear_by", p::CONNECT_CLEAR_OF_CHECK_IN_WD)],
};

/// No invitation before the decision.
pub static CONNECT_ONLY_IF_CONNECTED: Rule = Rule {
    id: "connect.only_if_connected",
    question: "May you invite an interviewer on LinkedIn while they decide?",
    decision: "No. A note goes only to somebody you are already connected with, and it asks nothing.",
    why: "One guide makes the connection the condition, another keeps LinkedIn for the time after the \
        decision. An invitation in between asks for a favour.",
    guides: &[
        one_week("a brief, polite message"),
        five_step("connect after the decision"),
        best_practices("if you are connected already"),
    ],
    evidence: &[],
    parameters: &[],
};

/// A word after the decision keeps the door open.
pub static STAY_IN_TOUCH_AFTER_THE_DECISION: Rule = Rule {
    id: "stay_in_touch.after_the_decision",
    question: "When do you write after a rejection, or after silence?",
    decision: "From two to eight weeks after it, best after four; by LinkedIn where you know the person's \
        name.",
    why: "One guide asks for this message and gives no day. Two weeks let the decision settle, and within \
        eight they still know who you are.",
    guides: &[
        five_step("keep the connection on LinkedIn even without the job"),
        best_practices("a good relationship may help later"),
    ],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[
        span("opens", p::STAY_IN_TOUCH_OPENS_DAYS, Unit::Days),
        span("best", p::STAY_IN_TOUCH_BEST_DAYS, Unit::Days),
        span("closes", p::STAY_IN_TOUCH_CLOSES_DAYS, Unit::Days),
    ],
};
