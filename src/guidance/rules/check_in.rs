//! The first question about the status: when it is fair, best and still worth asking.

use crate::guidance::parameters as p;
use crate::guidance::rule::{Rule, Unit, best_practices, five_step, one_week, span, upwork, working_days};
use crate::guidance::sources;

/// A stated date is waited for, with a few working days of grace.
pub static CHECK_IN_STATED_DATE: Rule = Rule {
    id: "check_in.stated_date",
    question: "When may you ask if they named a date?",
    decision: "From the first working day after the date, best on the third, and well until the tenth.",
    why: "Every guide says to wait for the date. One adds a few working days for delays and another source \
        one or two; the third day serves both. Asking before the date tells them that you did not listen.",
    guides: &[
        one_week("wait until it has passed"),
        five_step("a few working days beyond it; a check-in at 7 to 10 working days"),
        upwork("keep to it, ask once the time is up"),
        best_practices("wait until then, then a gentle reminder"),
    ],
    evidence: &[&sources::INDEED_2023],
    parameters: &[
        working_days("opens_after_date", p::CHECK_IN_OPENS_AFTER_DATE_WD),
        working_days("best_after_date", p::CHECK_IN_BEST_AFTER_DATE_WD),
        working_days("closes_after_date", p::CHECK_IN_CLOSES_AFTER_DATE_WD),
    ],
};

/// An invitation to ask is taken up at once.
pub static CHECK_IN_INVITED: Rule = Rule {
    id: "check_in.invited",
    question: "What if they asked you to write should the date pass?",
    decision: "Then the first working day after the date is the best one.",
    why: "The days of grace are there so that you don't press; somebody who asked to be reminded is not \
        pressed. Following their wish is what two guides mean by reading the employer's cues.",
    guides: &[
        one_week("as-needed: by the employer's cues"),
        upwork("ask what they prefer, and do that"),
    ],
    evidence: &[],
    parameters: &[working_days(
        "best_after_date",
        p::CHECK_IN_INVITED_BEST_AFTER_DATE_WD,
    )],
};

/// Of a range the later end counts.
pub static CHECK_IN_UPPER_END_OF_RANGE: Rule = Rule {
    id: "check_in.upper_end_of_range",
    question: "What if they gave a range, such as two to four weeks?",
    decision: "The upper end of the range is taken as the date.",
    why: "Within the range they are not late. The one guide that has such a case only says to take it into \
        account; anything before the end would be a question inside a stated timeline.",
    guides: &[upwork("take 14 to 30 days into account")],
    evidence: &[],
    parameters: &[],
};

/// Schools, universities and the public sector take longer.
pub static CHECK_IN_SLOW_SECTOR: Rule = Rule {
    id: "check_in.slow_sector",
    question: "When may you ask a public employer or a school that gave no date?",
    decision: "From the tenth working day, best on the twentieth, and well until the thirtieth.",
    why: "The guides know no sectors. Government took 38 days to answer in one survey, and academic \
        committees meet about once a month: a question after one week would come before anybody could \
        know.",
    guides: &[],
    evidence: &[&sources::NACE_2012, &sources::ACADEMIC_HIRING],
    parameters: &[
        working_days("opens", p::CHECK_IN_SLOW_OPENS_WD),
        working_days("best", p::CHECK_IN_SLOW_BEST_WD),
        working_days("closes", p::CHECK_IN_SLOW_CLOSES_WD),
    ],
};

/// After a final round two weeks are left.
pub static CHECK_IN_FINAL_ROUND: Rule = Rule {
    id: "check_in.final_round",
    question: "When may you ask after a final round without a date?",
    decision: "Best two weeks after the interview, never before the fifth working day, and well for five \
        working days more.",
    why: "Only one guide tells stages apart. At the end several people have to agree and papers are drawn \
        up, and an early question meets an open decision.",
    guides: &[upwork(
        "two weeks after a final interview, at least 5 working days",
    )],
    evidence: &[&sources::NACE_2023],
    parameters: &[
        working_days("opens", p::CHECK_IN_FINAL_OPENS_WD),
        span("best", p::CHECK_IN_FINAL_BEST_DAYS, Unit::Days),
        working_days("best_at_least", p::CHECK_IN_FINAL_BEST_AT_LEAST_WD),
        working_days("closes_after_best", p::CHECK_IN_FINAL_CLOSES_AFTER_BEST_WD),
    ],
};

/// A full week without a date, and at least five working days.
pub static CHECK_IN_ONE_WEEK: Rule = Rule {
    id: "check_in.one_week",
    question: "When is the first status question due where no date was given?",
    decision: "After one week and at least five working days; it stays good until the tenth working day.",
    why: "The guides say a week, five to seven and 7 to 10 working days. The day on which a full week and \
        five working days are both over satisfies the first two; the window runs to the end of the third, \
        since nobody is late before that. Holidays push the day on, as they stop the employer, too.",
    guides: &[
        one_week("day 7, at least a full week"),
        five_step("7 to 10 working days"),
        upwork("5 to 7 working days; after a first interview within a week"),
    ],
    evidence: &[
        &sources::INDEED_2023,
        &sources::NACE_2023,
        &sources::GLASSDOOR_2017,
    ],
    parameters: &[
        span("best", p::CHECK_IN_ONE_WEEK_DAYS, Unit::Days),
        working_days("at_least", p::CHECK_IN_ONE_WEEK_AT_LEAST_WD),
        working_days("closes", p::CHECK_IN_ONE_WEEK_CLOSES_WD),
    ],
};

/// A check-in within two days is possible, and rash.
pub static CHECK_IN_IMMEDIATE: Rule = Rule {
    id: "check_in.immediate",
    question: "What if you insist on asking at once?",
    decision: "The first check-in then runs from 24 to 48 hours after the interview, with a warning, and \
        only once.",
    why: "One guide lists this timing and says itself that it may seem overeager; the others keep these \
        days for thanks. It is your choice, so the planner follows it and says what it costs.",
    guides: &[
        one_week("within 24 to 48 hours; may look overeager"),
        upwork("at least 5 working days"),
    ],
    evidence: &[],
    parameters: &[
        span("opens", p::CHECK_IN_IMMEDIATE_OPENS_H, Unit::Hours),
        span("closes", p::CHECK_IN_IMMEDIATE_CLOSES_H, Unit::Hours),
    ],
};

/// A delay with an end moves the date.
pub static CHECK_IN_DELAY_WITH_DATE: Rule = Rule {
    id: "check_in.delay_with_date",
    question: "What if a delay with a known end comes up?",
    decision: "The end of the delay counts as a date they gave; of several dates the latest counts.",
    why: "To know that they cannot decide before a day is to know their timeline, wherever you learned it.",
    guides: &[
        one_week("by the employer's cues"),
        upwork("take their timeline into account"),
    ],
    evidence: &[],
    parameters: &[],
};

/// A background check adds its own length.
pub static CHECK_IN_BACKGROUND_CHECK: Rule = Rule {
    id: "check_in.background_check",
    question: "What does a background check change?",
    decision: "Where no date was given, the wait starts four days later.",
    why: "One guide gives a typical check up to four days; until it is back nobody can answer you.",
    guides: &[upwork("up to four days")],
    evidence: &[],
    parameters: &[span("later_by", p::BACKGROUND_CHECK_DAYS, Unit::Days)],
};

/// A late thank-you pushes the check-in on.
pub static CHECK_IN_LATE_THANKS: Rule = Rule {
    id: "check_in.late_thanks",
    question: "What if the thank-you went out late?",
    decision: "Where no date was given, the check-in waits for at least five working days after it.",
    why: "A thank-you and a question within a few days of each other read as two reminders.",
    guides: &[
        five_step("avoid several e-mails"),
        best_practices("many messages come across as pushy"),
    ],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[working_days("after_thanks", p::CHECK_IN_AFTER_LATE_THANKS_WD)],
};

/// Nobody is asked while away.
pub static CHECK_IN_OUT_OF_OFFICE: Rule = Rule {
    id: "check_in.out_of_office",
    question: "What if their absence notice names a day of return?",
    decision: "Status questions wait until the first working day after the absence.",
    why: "A question to an empty desk lies at the bottom of a full mailbox when its owner comes back.",
    guides: &[upwork("somebody who decides may be on holiday")],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[working_days(
        "after_absence",
        p::STATUS_QUESTION_AFTER_OUT_OF_OFFICE_WD,
    )],
};

/// A word from them starts the wait anew.
pub static CHECK_IN_FRESH_WAIT: Rule = Rule {
    id: "check_in.fresh_wait",
    question: "What does a message without a decision change?",
    decision: "The wait starts afresh on the day of their message, or of your answer to a request; a date \
        in it counts, and status questions are counted from there.",
    why: "They have just told you where things stand, so the old clock means nothing any more.",
    guides: &[
        one_week("wait for the day they indicated"),
        five_step("count from the timeline you were given"),
        upwork("respect the timeline given"),
        best_practices("respect the timeline given"),
    ],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// A quarter of a year later the question is pointless.
pub static CHECK_IN_ENDED: Rule = Rule {
    id: "check_in.ended",
    question: "When is an unasked status question given up?",
    decision: "Sixty working days after its window closed.",
    why: "In one survey employers took 25 days on average; three months past the window the place is filled \
        or gone, and a new application serves you better.",
    guides: &[],
    evidence: &[&sources::NACE_2023, &sources::SERVICE_CONVENTION],
    parameters: &[working_days("ends_after_close", p::STATUS_QUESTION_ENDS_WD)],
};
