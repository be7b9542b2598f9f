//! Every figure that the planner and the messages count with; the last part of a name is its unit.
//!
//! `WD` are working days, `DAYS` calendar days, `H` hours, `MIN` minutes, `SECONDS` seconds, and
//! `MINUTE_OF_DAY` a local time as minutes after midnight. Each comment says where the figure comes from;
//! where it names nobody, the figure is a convention of this service.

// Interview

/// Length of an interview of which only the start is known: an hour is the usual slot.
pub const INTERVIEW_LENGTH_MIN: i64 = 60;
/// Local end of an interview of which only the date is known: the end of office hours.
pub const INTERVIEW_END_MINUTE_OF_DAY: u32 = 17 * 60;

// Thank-you

/// From the interview's end to the best moment: the same day, with time to think. `one_week_guide` (day 1).
pub const THANK_YOU_BEST_H: i64 = 2;
/// The same where they decide by the next day.
pub const THANK_YOU_BEST_DECISION_SOON_H: i64 = 1;
/// Days after the interview up to which a decision counts as due soon.
pub const THANK_YOU_DECISION_SOON_DAYS: i64 = 1;
/// What is aimed at. `five_step_guide`, `upwork_guide`.
pub const THANK_YOU_AIM_H: i64 = 24;
/// On time up to here. `one_week_guide`, `best_practices_guide`.
pub const THANK_YOU_CLOSES_H: i64 = 48;
/// Where 48 hours end on a day off, noon of the next working day.
pub const THANK_YOU_CLOSES_AFTER_DAY_OFF_MINUTE_OF_DAY: u32 = 12 * 60;
/// Working days after the interview past which a thank-you is pointless: when a first check-in is late, too.
pub const THANK_YOU_ENDS_WD: u32 = 10;
/// People who get a note each; more would read like a mailing.
pub const THANK_YOU_AT_MOST_PEOPLE: usize = 5;

// Prepare

/// First day of preparing. `one_week_guide` (day 3).
pub const PREPARE_OPENS_DAYS: i64 = 3;
/// Last day of preparing. `one_week_guide` (day 5).
pub const PREPARE_CLOSES_DAYS: i64 = 5;

// First check-in, a date was given

/// Working days after the date from which asking is fair. `upwork_guide`, `best_practices_guide`.
pub const CHECK_IN_OPENS_AFTER_DATE_WD: u32 = 1;
/// Best: a few working days more. `five_step_guide`; `indeed_2023` says one or two.
pub const CHECK_IN_BEST_AFTER_DATE_WD: u32 = 3;
/// Best where they asked to be written to once the date has passed.
pub const CHECK_IN_INVITED_BEST_AFTER_DATE_WD: u32 = 1;
/// Good up to here. `five_step_guide` (7 to 10 working days since the date).
pub const CHECK_IN_CLOSES_AFTER_DATE_WD: u32 = 10;

// First check-in, no date: education and the public sector

/// Earliest. Two working weeks, as `academic_hiring` and `nace_2012` make a week hopeless.
pub const CHECK_IN_SLOW_OPENS_WD: u32 = 10;
/// Best: four working weeks. `academic_hiring`; `nace_2012` has 38 days for government.
pub const CHECK_IN_SLOW_BEST_WD: u32 = 20;
/// Good up to here: six working weeks. `nace_2012`.
pub const CHECK_IN_SLOW_CLOSES_WD: u32 = 30;

// First check-in, no date: after a final round

/// Earliest. `upwork_guide` (never under five working days).
pub const CHECK_IN_FINAL_OPENS_WD: u32 = 5;
/// Best. `upwork_guide` (two weeks).
pub const CHECK_IN_FINAL_BEST_DAYS: i64 = 14;
/// Best is never before this. `upwork_guide`.
pub const CHECK_IN_FINAL_BEST_AT_LEAST_WD: u32 = 5;
/// From best to close: one working week.
pub const CHECK_IN_FINAL_CLOSES_AFTER_BEST_WD: u32 = 5;

// First check-in, no date: everybody else

/// Earliest and best. `one_week_guide` (a full week), `upwork_guide` (within a week after a first interview).
pub const CHECK_IN_ONE_WEEK_DAYS: i64 = 7;
/// Never before this. `upwork_guide`, `indeed_2023`.
pub const CHECK_IN_ONE_WEEK_AT_LEAST_WD: u32 = 5;
/// Good up to here. `five_step_guide` (7 to 10 working days).
pub const CHECK_IN_ONE_WEEK_CLOSES_WD: u32 = 10;

// First check-in at once, by the caller's wish

/// Earliest. `one_week_guide` (immediate: 24 to 48 hours).
pub const CHECK_IN_IMMEDIATE_OPENS_H: i64 = 24;
/// Good up to the day of this. `one_week_guide`.
pub const CHECK_IN_IMMEDIATE_CLOSES_H: i64 = 48;

// What moves a status question

/// How long a background check may take. `upwork_guide`.
pub const BACKGROUND_CHECK_DAYS: i64 = 4;
/// From a late thank-you to the check-in: one working week.
pub const CHECK_IN_AFTER_LATE_THANKS_WD: u32 = 5;
/// From the last day of an absence to a status question.
pub const STATUS_QUESTION_AFTER_OUT_OF_OFFICE_WD: u32 = 1;
/// From a best moment that was moved to the close.
pub const STATUS_QUESTION_MOVED_CLOSES_AFTER_BEST_WD: u32 = 5;
/// From the close to the day on which a status question is given up: about a quarter of a year.
pub const STATUS_QUESTION_ENDS_WD: u32 = 60;
/// Status questions in one wait. `one_week_guide` (a second); `belkins_2024` (a third costs replies).
pub const STATUS_QUESTIONS_AT_MOST_MESSAGES: usize = 2;

// Second check-in, counted from the first

/// Earliest. `one_week_guide` (one week later).
pub const SECOND_CHECK_IN_OPENS_DAYS: i64 = 7;
/// Never before this.
pub const SECOND_CHECK_IN_OPENS_AT_LEAST_WD: u32 = 5;
/// Best: within the week or two of `one_week_guide`.
pub const SECOND_CHECK_IN_BEST_WD: u32 = 7;
/// Good up to here. `one_week_guide` (two weeks later).
pub const SECOND_CHECK_IN_CLOSES_DAYS: i64 = 14;

// Move on, counted from the last status question

/// Earliest and best: an answer that was coming has come.
pub const MOVE_ON_OPENS_WD: u32 = 5;
/// Up to here.
pub const MOVE_ON_CLOSES_WD: u32 = 10;

// LinkedIn note

/// Earliest, after the interview. `one_week_guide` (a week).
pub const CONNECT_OPENS_DAYS: i64 = 7;
/// Distance from the check-in, so that two messages don't press.
pub const CONNECT_CLEAR_OF_CHECK_IN_WD: u32 = 3;
/// From its day to the close.
pub const CONNECT_CLOSES_WD: u32 = 5;

// Stay in touch, counted from the rejection or from moving on

/// Earliest: the decision has settled.
pub const STAY_IN_TOUCH_OPENS_DAYS: i64 = 14;
/// Best.
pub const STAY_IN_TOUCH_BEST_DAYS: i64 = 28;
/// Up to here: they still know the name.
pub const STAY_IN_TOUCH_CLOSES_DAYS: i64 = 56;

// Replies, counted from the message that came in

/// To good news: best. `hiring_custom`.
pub const REPLY_TO_GOOD_NEWS_BEST_H: i64 = 1;
/// To good news: at least this long. `hiring_custom`.
pub const REPLY_TO_GOOD_NEWS_CLOSES_H: i64 = 24;
/// To good news: to the end of this working day, if that is later.
pub const REPLY_TO_GOOD_NEWS_CLOSES_WD: u32 = 1;
/// To a rejection: best after the first sting.
pub const REPLY_TO_REJECTION_BEST_H: i64 = 4;
/// To a rejection: up to here.
pub const REPLY_TO_REJECTION_CLOSES_WD: u32 = 2;
/// To word that it takes longer, or a warm word: best.
pub const REPLY_TO_DELAY_BEST_H: i64 = 1;
/// To the same: up to here.
pub const REPLY_TO_DELAY_CLOSES_WD: u32 = 1;
/// To a request: best.
pub const ANSWER_REQUEST_BEST_H: i64 = 1;
/// To a request: up to here.
pub const ANSWER_REQUEST_CLOSES_WD: u32 = 1;

// A deadline elsewhere, a withdrawal, an interviewer who did not come

/// From the competing offer to the best moment. `hiring_custom`.
pub const SHARE_DEADLINE_BEST_H: i64 = 1;
/// Up to here, unless the offer runs out first.
pub const SHARE_DEADLINE_CLOSES_WD: u32 = 1;
/// Latest local time on the day on which the offer runs out.
pub const SHARE_DEADLINE_LAST_MINUTE_OF_DAY: u32 = 20 * 60;
/// From the decision to the best moment. `hiring_custom`.
pub const WITHDRAW_BEST_H: i64 = 1;
/// Up to here.
pub const WITHDRAW_CLOSES_WD: u32 = 1;
/// How long to wait in an empty call before writing.
pub const ASK_TO_RESCHEDULE_OPENS_MIN: i64 = 15;
/// Up to this working day.
pub const ASK_TO_RESCHEDULE_CLOSES_WD: u32 = 1;
/// Up to this local time on it.
pub const ASK_TO_RESCHEDULE_CLOSES_MINUTE_OF_DAY: u32 = 12 * 60;

// What the caller fixed

/// From a pinned day to the close.
pub const PIN_CLOSES_WD: u32 = 5;

// Hours, local at the employer's; both ends included

/// When the window of a step that is counted in days opens.
pub const STEP_OPENS_MINUTE_OF_DAY: u32 = 9 * 60;
/// When the window of a step that is counted in days closes.
pub const STEP_CLOSES_MINUTE_OF_DAY: u32 = 17 * 60;
/// First minute for e-mail, platform and LinkedIn, on working days. `hours_of_day`, `one_week_guide`.
pub const OFFICE_FROM_MINUTE_OF_DAY: u32 = 9 * 60;
/// Best for e-mail, platform and LinkedIn. `hours_of_day`.
pub const OFFICE_BEST_MINUTE_OF_DAY: u32 = 10 * 60;
/// Last minute for e-mail, platform and LinkedIn.
pub const OFFICE_TO_MINUTE_OF_DAY: u32 = 17 * 60;
/// First minute of calls in the morning. `one_week_guide` (mid-morning).
pub const PHONE_MORNING_FROM_MINUTE_OF_DAY: u32 = 10 * 60;
/// Best for a call. `one_week_guide` (mid-morning).
pub const PHONE_BEST_MINUTE_OF_DAY: u32 = 10 * 60 + 30;
/// Last minute of calls in the morning. `one_week_guide` (not at lunch).
pub const PHONE_MORNING_TO_MINUTE_OF_DAY: u32 = 11 * 60 + 30;
/// First minute of calls in the afternoon. `one_week_guide` (mid-afternoon).
pub const PHONE_AFTERNOON_FROM_MINUTE_OF_DAY: u32 = 14 * 60;
/// Last minute of calls in the afternoon. `one_week_guide` (not late).
pub const PHONE_AFTERNOON_TO_MINUTE_OF_DAY: u32 = 16 * 60;
/// First minute, on any day, for a thank-you, a reply to good news or a withdrawal.
pub const THANK_YOU_HOURS_FROM_MINUTE_OF_DAY: u32 = 8 * 60;
/// Last minute for the same.
pub const THANK_YOU_HOURS_TO_MINUTE_OF_DAY: u32 = 20 * 60;
/// When the same goes out where its moment falls outside these hours.
pub const THANK_YOU_NEXT_MORNING_MINUTE_OF_DAY: u32 = 9 * 60;

// Year-end quiet

/// First day of the quiet.
pub const YEAR_END_QUIET_FROM_DAY_OF_DECEMBER: u32 = 24;
/// The quiet is kept where this day is a public holiday.
pub const YEAR_END_HOLIDAY_DAY_OF_DECEMBER: u32 = 25;
/// Last day of the quiet.
pub const YEAR_END_QUIET_TO_DAY_OF_JANUARY: u32 = 1;

// What silence means

/// Answers usually come from here on. `upwork_guide`, `one_week_guide`.
pub const USUAL_ANSWER_FROM_DAYS: i64 = 7;
/// … to here. `one_week_guide`.
pub const USUAL_ANSWER_TO_DAYS: i64 = 14;

// Messages; words count greeting and sign-off

/// Thank-you, at least. `boomerang_2016`.
pub const THANK_YOU_AT_LEAST_WORDS: usize = 50;
/// Thank-you, at most: shorter than the check-in (`upwork_guide`).
pub const THANK_YOU_AT_MOST_WORDS: usize = 110;
/// Check-in, at least: more detailed than the thank-you (`upwork_guide`).
pub const CHECK_IN_AT_LEAST_WORDS: usize = 60;
/// Check-in, at most. `boomerang_2016`.
pub const CHECK_IN_AT_MOST_WORDS: usize = 125;
/// Second check-in, at least.
pub const SECOND_CHECK_IN_AT_LEAST_WORDS: usize = 40;
/// Second check-in, at most.
pub const SECOND_CHECK_IN_AT_MOST_WORDS: usize = 100;
/// Replies and withdrawal, at least.
pub const REPLY_AT_LEAST_WORDS: usize = 30;
/// Replies and withdrawal, at most.
pub const REPLY_AT_MOST_WORDS: usize = 90;
/// Any message by LinkedIn, at most: about 400 characters. `linkedin_2022`.
pub const LINKEDIN_AT_MOST_WORDS: usize = 60;
/// A LinkedIn invitation, at most: the network's own limit.
pub const LINKEDIN_INVITATION_AT_MOST_CHARACTERS: usize = 300;
/// Subject, at most. `upwork_guide` (short and clear).
pub const SUBJECT_AT_MOST_WORDS: usize = 9;
/// Questions in a status question: exactly so many.
pub const STATUS_QUESTION_QUESTIONS: usize = 1;
/// A voicemail, at most. `upwork_guide` (simple and brief).
pub const VOICEMAIL_AT_MOST_SECONDS: i64 = 30;
/// Pace of speech that lengths are reckoned with.
pub const SPEECH_WORDS_PER_MINUTE: usize = 150;
