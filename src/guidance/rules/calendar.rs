//! Which days and hours are open.

use crate::guidance::parameters as p;
use crate::guidance::rule::{
    Rule, Unit, best_practices, day_of_month, five_step, minute_of_day, one_week, upwork,
};
use crate::guidance::sources;

/// Working days are the employer's.
pub static CALENDAR_WORKING_DAYS: Rule = Rule {
    id: "calendar.working_days",
    question: "Which days count as working days?",
    decision: "Every day that is no weekend day of the region, no public holiday of the country and \
        subdivision, and no closure you named.",
    why: "Two guides count in business days without saying whose. The days on which the employer works are \
        the only ones on which anybody can decide.",
    guides: &[
        five_step("counts the wait in business days"),
        upwork("counts the wait in business days"),
    ],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// Nobody is asked between the years.
pub static CALENDAR_YEAR_END_QUIET: Rule = Rule {
    id: "calendar.year_end_quiet",
    question: "May a question fall between Christmas and New Year?",
    decision: "From 24 December to 1 January no status question, LinkedIn note or word to stay in touch is \
        sent where 25 December is a public holiday or the country is not known; it moves to the first \
        working day after.",
    why: "On paper some of these days are working days; in most such offices whoever decides is away.",
    guides: &[upwork("somebody who decides may be on holiday")],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[
        day_of_month(
            "from",
            p::YEAR_END_QUIET_FROM_DAY_OF_DECEMBER,
            Unit::DayOfDecember,
        ),
        day_of_month("to", p::YEAR_END_QUIET_TO_DAY_OF_JANUARY, Unit::DayOfJanuary),
        day_of_month(
            "where_a_holiday",
            p::YEAR_END_HOLIDAY_DAY_OF_DECEMBER,
            Unit::DayOfDecember,
        ),
    ],
};

/// Written messages go out in office hours.
pub static CALENDAR_OFFICE_HOURS: Rule = Rule {
    id: "calendar.office_hours",
    question: "At what hours are e-mail, LinkedIn and platform messages sent?",
    decision: "From 09:00 to 17:00 on working days at their place, best at 10:00.",
    why: "One guide wants LinkedIn messages in weekday business hours; what is known of e-mail contradicts \
        itself. Office hours are a courtesy and promise nothing.",
    guides: &[one_week("LinkedIn: weekdays in business hours")],
    evidence: &[&sources::HOURS_OF_DAY],
    parameters: &[
        minute_of_day("from", p::OFFICE_FROM_MINUTE_OF_DAY),
        minute_of_day("best", p::OFFICE_BEST_MINUTE_OF_DAY),
        minute_of_day("to", p::OFFICE_TO_MINUTE_OF_DAY),
    ],
};

/// Calls come mid-morning or mid-afternoon.
pub static CALENDAR_PHONE_HOURS: Rule = Rule {
    id: "calendar.phone_hours",
    question: "At what hours do you call?",
    decision: "From 10:00 to 11:30 or from 14:00 to 16:00 on working days at their place, best at 10:30.",
    why: "One guide names mid-morning and mid-afternoon and rules out early, lunch and late hours; the \
        minutes are ours.",
    guides: &[one_week(
        "mid-morning or mid-afternoon; not early, at lunch or late",
    )],
    evidence: &[&sources::HOURS_OF_DAY],
    parameters: &[
        minute_of_day("morning_from", p::PHONE_MORNING_FROM_MINUTE_OF_DAY),
        minute_of_day("best", p::PHONE_BEST_MINUTE_OF_DAY),
        minute_of_day("morning_to", p::PHONE_MORNING_TO_MINUTE_OF_DAY),
        minute_of_day("afternoon_from", p::PHONE_AFTERNOON_FROM_MINUTE_OF_DAY),
        minute_of_day("afternoon_to", p::PHONE_AFTERNOON_TO_MINUTE_OF_DAY),
    ],
};

/// Thanks and a yes may come in the evening or at the weekend.
pub static CALENDAR_THANK_YOU_HOURS: Rule = Rule {
    id: "calendar.thank_you_hours",
    question: "At what hours do a thank-you, a reply to good news and a withdrawal go out?",
    decision: "From 08:00 to 20:00 on any day at their place; what falls outside goes at 09:00 the next \
        morning.",
    why: "They ask for nothing and gain by being prompt: to hold a thank-you from Friday evening to Monday \
        would cost the day that all guides want.",
    guides: &[
        one_week("day 1 or 2"),
        five_step("within 24 hours"),
        upwork("the next day at the latest"),
        best_practices("within 24 to 48 hours"),
    ],
    evidence: &[&sources::HOURS_OF_DAY],
    parameters: &[
        minute_of_day("from", p::THANK_YOU_HOURS_FROM_MINUTE_OF_DAY),
        minute_of_day("to", p::THANK_YOU_HOURS_TO_MINUTE_OF_DAY),
        minute_of_day("next_morning", p::THANK_YOU_NEXT_MORNING_MINUTE_OF_DAY),
    ],
};

/// A step opens at nine and closes at five.
pub static CALENDAR_STEP_HOURS: Rule = Rule {
    id: "calendar.step_hours",
    question: "At what time of its day does a step open, fall best and close?",
    decision: "It opens at 09:00, is best at 10:00, by phone at 10:30, and closes at 17:00, local time at \
        the employer's.",
    why: "A rule that names a day still needs an hour; these are the ends of the office day.",
    guides: &[],
    evidence: &[&sources::HOURS_OF_DAY],
    parameters: &[
        minute_of_day("opens", p::STEP_OPENS_MINUTE_OF_DAY),
        minute_of_day("best", p::OFFICE_BEST_MINUTE_OF_DAY),
        minute_of_day("best_by_phone", p::PHONE_BEST_MINUTE_OF_DAY),
        minute_of_day("closes", p::STEP_CLOSES_MINUTE_OF_DAY),
    ],
};

/// Times are the employer's.
pub static CALENDAR_TIME_ZONE: Rule = Rule {
    id: "calendar.time_zone",
    question: "In whose time zone are days and hours counted?",
    decision: "In the employer's; where it is not known, in the offset of the interview's end, as an \
        assumption.",
    why: "The message is read at their desk, not at yours.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};
