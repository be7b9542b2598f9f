//! Answers to what they write.

use crate::guidance::parameters as p;
use crate::guidance::rule::{Rule, Unit, best_practices, five_step, one_week, span, upwork, working_days};
use crate::guidance::sources;

/// Good news is answered within the day.
pub static REPLY_GOOD_NEWS: Rule = Rule {
    id: "reply.good_news",
    question: "When is an invitation or an offer answered?",
    decision: "Best within the hour, between 08:00 and 20:00, else at 09:00 the next morning; within 24 \
        hours or by the end of the next working day.",
    why: "One guide asks for thanks and no more. They are waiting for your yes, and other candidates with \
        them.",
    guides: &[best_practices("show that you value their time")],
    evidence: &[&sources::HIRING_CUSTOM],
    parameters: &[
        span("best", p::REPLY_TO_GOOD_NEWS_BEST_H, Unit::Hours),
        span("closes", p::REPLY_TO_GOOD_NEWS_CLOSES_H, Unit::Hours),
        working_days("closes_at_least", p::REPLY_TO_GOOD_NEWS_CLOSES_WD),
    ],
};

/// A rejection is answered with grace.
pub static REPLY_REJECTION: Rule = Rule {
    id: "reply.rejection",
    question: "How is a rejection answered?",
    decision: "From four hours later, within two working days: thanks, a request for feedback, no argument.",
    why: "One guide asks for grace, thanks and feedback. Four hours take the sting out of the first draft.",
    guides: &[
        five_step("stay professional, keep the contact"),
        best_practices("stay gracious, thank them, ask for feedback"),
    ],
    evidence: &[&sources::HIRING_CUSTOM],
    parameters: &[
        span("best", p::REPLY_TO_REJECTION_BEST_H, Unit::Hours),
        working_days("closes", p::REPLY_TO_REJECTION_CLOSES_WD),
    ],
};

/// Word of a delay gets a short thank-you.
pub static REPLY_DELAY: Rule = Rule {
    id: "reply.delay",
    question: "How is a message answered that brings no decision?",
    decision: "With a short thank-you after an hour, by the end of the next working day. Once you have \
        written since, nothing more is due; a warm word in answer to your own message needs no answer \
        either.",
    why: "Somebody took the trouble to tell you. An answer shows patience; an answer to an answer only \
        fills the mailbox.",
    guides: &[best_practices("be patient; thank them for their time")],
    evidence: &[&sources::HIRING_CUSTOM],
    parameters: &[
        span("best", p::REPLY_TO_DELAY_BEST_H, Unit::Hours),
        working_days("closes", p::REPLY_TO_DELAY_CLOSES_WD),
    ],
};

/// A request is answered the same or the next day.
pub static REPLY_REQUEST: Rule = Rule {
    id: "reply.request",
    question: "When is a request for documents or details answered?",
    decision: "After an hour, by the end of the next working day.",
    why: "While they wait for your papers, the delay is yours. The guides have you offer this help; here \
        they take you up on it.",
    guides: &[
        one_week("offer further information"),
        upwork("offer what helps them decide"),
        best_practices("invite questions"),
    ],
    evidence: &[&sources::HIRING_CUSTOM],
    parameters: &[
        span("best", p::ANSWER_REQUEST_BEST_H, Unit::Hours),
        working_days("closes", p::ANSWER_REQUEST_CLOSES_WD),
    ],
};

/// The latest message decides.
pub static REPLY_LATEST_DECIDES: Rule = Rule {
    id: "reply.latest_decides",
    question: "Which of several messages counts?",
    decision: "The latest one that counts as a reply; what it overtook is no longer answered. An absence \
        notice is no reply.",
    why: "A later message tells how things are now. To answer the earlier one would show that you had not \
        read on.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// An automated message is never answered.
pub static REPLY_AUTOMATED: Rule = Rule {
    id: "reply.automated",
    question: "What does an automated message count for?",
    decision: "Only for a decision or a date that it brings, and it is never answered.",
    why: "Nobody reads the mailbox that it came from, and a receipt tells nothing about your chances.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// What was answered stays answered.
pub static REPLY_ALREADY_ANSWERED: Rule = Rule {
    id: "reply.already_answered",
    question: "What if you have written since their message?",
    decision: "Then no further reply to it is due.",
    why: "They have heard from you; a second message would repeat the first.",
    guides: &[best_practices("one well-made message is enough")],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// A decision ends the wait.
pub static OUTCOME_ENDS_THE_WAIT: Rule = Rule {
    id: "outcome.ends_the_wait",
    question: "What remains once they have decided?",
    decision: "After an invitation or an offer only the reply to it; after a rejection the reply and, \
        later, a word to stay in touch.",
    why: "Whatever was planned asked for news, and the news is here.",
    guides: &[
        five_step("after the decision, stay in touch"),
        best_practices("answer good and bad news alike with grace"),
    ],
    evidence: &[],
    parameters: &[],
};
