//! How messages keep apart, when they lapse, and what counts as sent.

use crate::guidance::parameters as p;
use crate::guidance::rule::{Rule, best_practices, five_step, upwork, working_days};
use crate::guidance::sources;

/// One message a day.
pub static PACE_ONE_MESSAGE_A_DAY: Rule = Rule {
    id: "pace.one_message_a_day",
    question: "What if two messages fall on one day?",
    decision: "The more urgent one keeps its day; a status question, LinkedIn note or word to stay in touch \
        moves to the next working day at its best hour.",
    why: "Three guides warn of crowding them. Two messages in a day are read as impatience, whatever they \
        say.",
    guides: &[
        five_step("avoid several e-mails"),
        upwork("don't overwhelm them"),
        best_practices("many messages come across as pushy"),
    ],
    evidence: &[],
    parameters: &[],
};

/// What missed its time is dropped.
pub static PACE_WINDOW_OVER: Rule = Rule {
    id: "pace.window_over",
    question: "What happens to a step whose window has closed?",
    decision: "Preparing, the LinkedIn note, letting go, a thank-you for word of a delay and a word to stay \
        in touch are dropped; so is the answer to a rejection once it is time to stay in touch.",
    why: "These do good at their time and look odd after it. What somebody waits for, an answer or a \
        withdrawal, stays due however late.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// A moved step keeps a working week.
pub static PACE_MOVED_WINDOW: Rule = Rule {
    id: "pace.moved_window",
    question: "How long is a status question good after it was moved?",
    decision: "At least five working days from its new best moment.",
    why: "A quiet, an absence or a late thank-you should not leave you a window of one afternoon.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[working_days(
        "closes_after_best",
        p::STATUS_QUESTION_MOVED_CLOSES_AFTER_BEST_WD,
    )],
};

/// What was sent is done.
pub static HISTORY_SENT: Rule = Rule {
    id: "history.sent",
    question: "When does a step count as done?",
    decision: "When the history says that it was sent to everybody it is for; an entry that names nobody \
        stands for all.",
    why: "You know what left your outbox; the planner only knows what you tell it.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// What did not arrive is sent again by another way.
pub static HISTORY_DELIVERY_FAILED: Rule = Rule {
    id: "history.delivery_failed",
    question: "What if a message was not delivered?",
    decision: "It counts as not sent and goes by the next channel; the one that failed stays closed for \
        that person until something arrives by it.",
    why: "A second try at a dead address is silence, too.",
    guides: &[upwork("look for the address on the company's page, else call")],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// What came before the interview belongs to an earlier round.
pub static HISTORY_EARLIER_ROUND: Rule = Rule {
    id: "history.earlier_round",
    question: "What do messages from before the day of the interview count for?",
    decision: "For nothing in this plan; they are ignored with a warning.",
    why: "A thank-you for the first round does not thank for the second.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
