//! The rules, a file a subject, in the order in which a follow-up runs.

use super::rule::Rule;

mod calendar;
mod caller;
mod channel;
mod check_in;
mod draft;
mod interview;
mod message;
mod pace;
mod reply;
mod second_touch;
mod strategy;
mod thank_you;
mod wait;

pub use calendar::*;
pub use caller::*;
pub use channel::*;
pub use check_in::*;
pub use draft::*;
pub use interview::*;
pub use message::*;
pub use pace::*;
pub use reply::*;
pub use second_touch::*;
pub use strategy::*;
pub use thank_you::*;
pub use wait::*;

/// Every rule, by subject in the order in which a follow-up runs.
pub static ALL: &[&Rule] = &[
    &THANK_YOU_WITHIN_A_DAY,
    &THANK_YOU_DECISION_DUE_SOON,
    &THANK_YOU_ON_TIME,
    &THANK_YOU_LATE,
    &THANK_YOU_TOO_LATE,
    &THANK_YOU_REPLY_CARRIES_IT,
    &THANK_YOU_CHECK_IN_CARRIES_IT,
    &THANK_YOU_EVERYONE_WHO_ATTENDED,
    &THANK_YOU_ONE_TO_THE_LEAD,
    &THANK_YOU_NEVER_BY_PHONE,
    &PREPARE_DAY_THREE_TO_FIVE,
    &CHECK_IN_STATED_DATE,
    &CHECK_IN_INVITED,
    &CHECK_IN_UPPER_END_OF_RANGE,
    &CHECK_IN_SLOW_SECTOR,
    &CHECK_IN_FINAL_ROUND,
    &CHECK_IN_ONE_WEEK,
    &CHECK_IN_IMMEDIATE,
    &CHECK_IN_DELAY_WITH_DATE,
    &CHECK_IN_BACKGROUND_CHECK,
    &CHECK_IN_LATE_THANKS,
    &CHECK_IN_OUT_OF_OFFICE,
    &CHECK_IN_FRESH_WAIT,
    &CHECK_IN_ENDED,
    &SECOND_CHECK_IN_A_WEEK_OR_TWO_LATER,
    &SECOND_CHECK_IN_THE_LAST,
    &SECOND_CHECK_IN_NEEDS_A_FIRST,
    &MOVE_ON_AFTER_THE_LAST,
    &CONNECT_A_WEEK_AFTER,
    &CONNECT_CLEAR_OF_CHECK_IN,
    &CONNECT_ONLY_IF_CONNECTED,
    &STAY_IN_TOUCH_AFTER_THE_DECISION,
    &REPLY_GOOD_NEWS,
    &REPLY_REJECTION,
    &REPLY_DELAY,
    &REPLY_REQUEST,
    &REPLY_LATEST_DECIDES,
    &REPLY_AUTOMATED,
    &REPLY_ALREADY_ANSWERED,
    &OUTCOME_ENDS_THE_WAIT,
    &INTERVIEW_NOT_HELD,
    &INTERVIEW_NOT_YET,
    &INTERVIEW_END_ASSUMED,
    &SHARE_DEADLINE_AT_ONCE,
    &SHARE_DEADLINE_PASSED,
    &WITHDRAW_AT_ONCE,
    &WITHDRAW_ENDS_THE_REST,
    &WITHDRAW_AFTER_A_REJECTION,
    &RESCHEDULE_OFFER_ANOTHER_TIME,
    &RESCHEDULE_ALREADY_IN_TOUCH,
    &PACE_ONE_MESSAGE_A_DAY,
    &PACE_WINDOW_OVER,
    &PACE_MOVED_WINDOW,
    &HISTORY_SENT,
    &HISTORY_DELIVERY_FAILED,
    &HISTORY_EARLIER_ROUND,
    &CALENDAR_WORKING_DAYS,
    &CALENDAR_YEAR_END_QUIET,
    &CALENDAR_OFFICE_HOURS,
    &CALENDAR_PHONE_HOURS,
    &CALENDAR_THANK_YOU_HOURS,
    &CALENDAR_STEP_HOURS,
    &CALENDAR_TIME_ZONE,
    &CALLER_PIN,
    &CALLER_PIN_SPENT,
    &CALLER_SKIP,
    &CALLER_LIMIT,
    &CALLER_STRATEGY,
    &CONTACT_POLICY_NO_CALLS,
    &CONTACT_POLICY_NO_CONTACT,
    &STRATEGY_IMMEDIATE,
    &STRATEGY_ONE_WEEK,
    &STRATEGY_TWO_WEEK,
    &STRATEGY_AS_NEEDED,
    &STRATEGY_FITS,
    &CHANNEL_PLATFORM_ONLY,
    &CHANNEL_PREFERRED,
    &CHANNEL_EMAIL,
    &CHANNEL_LINKEDIN_CONNECTED,
    &CHANNEL_LINKEDIN_NOTE,
    &CHANNEL_LINKEDIN_STAY_IN_TOUCH,
    &CHANNEL_PHONE_SECOND_TOUCH,
    &CHANNEL_PHONE_ONLY_WAY,
    &CHANNEL_PHONE_CULTURE,
    &CHANNEL_ADDRESS_TO_FIND,
    &CHANNEL_EFFECTIVENESS,
    &RECIPIENT_MAIN_PERSON,
    &RECIPIENT_AGENCY,
    &WAIT_USUAL_LENGTH,
    &WAIT_SLOW_SECTOR,
    &WAIT_OTHER_CANDIDATES,
    &WAIT_AWAITING_APPROVAL,
    &WAIT_OTHER_PRIORITIES,
    &WAIT_BACKGROUND_CHECK,
    &WAIT_DECISION_MAKER_AWAY,
    &WAIT_NO_VERDICT,
    &WAIT_MEANWHILE,
    &WAIT_ASK_NEXT_TIME,
    &MESSAGE_LENGTH,
    &MESSAGE_SUBJECT,
    &MESSAGE_ONE_QUESTION,
    &MESSAGE_NO_QUESTION,
    &MESSAGE_SPECIFIC,
    &MESSAGE_TONE,
    &MESSAGE_SPOKEN_LENGTH,
    &MESSAGE_NO_CONTACT_DETAILS,
    &MESSAGE_LINKEDIN_LENGTH,
    &MESSAGE_VARIED,
    &MESSAGE_NOTHING_INVENTED,
    &MESSAGE_CAREER_AND_INDUSTRY,
    &MESSAGE_THANK_YOU_PARTS,
    &MESSAGE_CHECK_IN_PARTS,
    &MESSAGE_SECOND_CHECK_IN_PARTS,
    &MESSAGE_CONNECT_PARTS,
    &MESSAGE_CALL_PARTS,
    &MESSAGE_GOOD_NEWS_PARTS,
    &MESSAGE_REJECTION_PARTS,
    &MESSAGE_WITHDRAWAL_PARTS,
    &MESSAGE_STAY_IN_TOUCH_PARTS,
    &DRAFT_NO_NAME,
    &DRAFT_NO_SPECIFIC_REFERENCE,
    &DRAFT_NO_THANKS,
    &DRAFT_STATUS_QUESTION_IN_THANK_YOU,
    &DRAFT_SEVERAL_QUESTIONS,
    &DRAFT_NO_QUESTION,
    &DRAFT_DESPERATE,
    &DRAFT_FRUSTRATED,
    &DRAFT_PRESSING,
    &DRAFT_SELF_CENTRED,
    &DRAFT_TOO_CASUAL,
    &DRAFT_TOO_STIFF,
    &DRAFT_TOO_LONG,
    &DRAFT_TOO_SHORT,
    &DRAFT_SUBJECT_MISSING,
    &DRAFT_SUBJECT_TOO_LONG,
    &DRAFT_SUBJECT_VAGUE,
    &DRAFT_CONTACT_DETAILS_MISSING,
    &DRAFT_CONTACT_DETAILS_FORBIDDEN,
    &DRAFT_UNFILLED_BLANK,
    &DRAFT_WRONG_POSITION,
    &DRAFT_WRONG_COMPANY,
    &DRAFT_WRONG_DATE,
    &DRAFT_WRONG_NAME,
    &DRAFT_SENT_TOO_EARLY,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::guidance::{Source, SourceKind, sources};

    fn ids() -> Vec<&'static str> {
        ALL.iter().map(|rule| rule.id).collect()
    }

    fn is_sentence(text: &str) -> bool {
        text.chars().next().is_some_and(char::is_uppercase)
            && text.ends_with('.')
            && !text.ends_with("..")
            && !text.contains("  ")
    }

    /// The names of what a file declares in lines that begin with `kind`.
    fn declared(kind: &str, text: &'static str) -> Vec<&'static str> {
        text.lines()
            .filter_map(|line| line.strip_prefix(kind)?.split_once(':'))
            .map(|(name, _)| name)
            .collect()
    }

    const FILES: &[&str] = &[
        include_str!("calendar.rs"),
        include_str!("caller.rs"),
        include_str!("channel.rs"),
        include_str!("check_in.rs"),
        include_str!("draft.rs"),
        include_str!("interview.rs"),
        include_str!("message.rs"),
        include_str!("pace.rs"),
        include_str!("reply.rs"),
        include_str!("second_touch.rs"),
        include_str!("strategy.rs"),
        include_str!("thank_you.rs"),
        include_str!("wait.rs"),
    ];

    #[test]
    fn ids_are_unique() {
        let all = ids();
        let unique: BTreeSet<_> = all.iter().collect();
        assert_eq!(unique.len(), all.len());
    }

    #[test]
    fn ids_are_a_subject_and_what_is_said_of_it() {
        for id in ids() {
            let parts: Vec<_> = id.split('.').collect();
            assert_eq!(parts.len(), 2, "{id}");
            for part in parts {
                assert!(
                    !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'),
                    "{id}"
                );
            }
        }
    }

    #[test]
    fn every_rule_is_listed_under_the_name_that_its_id_gives() {
        let declared: BTreeSet<String> = FILES
            .iter()
            .flat_map(|file| declared("pub static ", file))
            .map(str::to_owned)
            .collect();
        let listed: BTreeSet<String> = ids()
            .iter()
            .map(|id| id.replace('.', "_").to_uppercase())
            .collect();
        assert_eq!(
            declared, listed,
            "list the rule in rules::ALL and name it as its id, in capitals"
        );
    }

    #[test]
    fn every_rule_reads_as_question_answer_and_reason() {
        for rule in ALL {
            assert!(rule.question.ends_with('?'), "{}: the question", rule.id);
            assert!(is_sentence(rule.decision), "{}: the decision", rule.id);
            assert!(is_sentence(rule.why), "{}: the reason", rule.id);
            for says in rule.guides {
                assert!(
                    !says.figure.is_empty() && !says.figure.ends_with('.'),
                    "{}: {}",
                    rule.id,
                    says.figure
                );
            }
        }
    }

    #[test]
    fn every_rule_stands_on_sources_each_named_once() {
        for rule in ALL {
            let cited: Vec<_> = rule.sources().map(|source| source.id).collect();
            assert!(!cited.is_empty(), "{} stands on nothing", rule.id);
            assert_eq!(
                cited.iter().collect::<BTreeSet<_>>().len(),
                cited.len(),
                "{} cites twice",
                rule.id
            );
        }
    }

    #[test]
    fn every_source_is_listed_and_cited() {
        let listed: BTreeSet<_> = sources::ALL.iter().map(|source| source.id).collect();
        let cited: BTreeSet<_> = ALL
            .iter()
            .flat_map(|rule| rule.sources())
            .map(|source| source.id)
            .collect();
        assert_eq!(listed, cited);
        assert_eq!(listed.len(), sources::ALL.len(), "two sources share an id");
        let guides = |source: &&&Source| source.kind == SourceKind::Guide;
        assert_eq!(sources::ALL.iter().filter(guides).count(), 4);
    }

    #[test]
    fn guides_and_evidence_are_kept_apart() {
        for rule in ALL {
            assert!(
                rule.guides.iter().all(|g| g.source.kind == SourceKind::Guide),
                "{}",
                rule.id
            );
            assert!(
                rule.evidence.iter().all(|s| s.kind != SourceKind::Guide),
                "{}",
                rule.id
            );
        }
    }

    #[test]
    fn every_figure_is_shown_by_a_rule() {
        let shown = FILES.concat();
        let shown: BTreeSet<_> = shown
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .collect();
        let figures = declared("pub const ", include_str!("../parameters.rs"));
        assert!(
            figures.len() > 80,
            "the figures were not found: {}",
            figures.len()
        );
        for figure in figures {
            assert!(
                shown.contains(figure),
                "{figure} stands under no rule's parameters"
            );
        }
    }

    #[test]
    fn where_the_guides_differ_each_has_its_say() {
        let rows: &[(&str, &[&Rule], &[&str])] = &[
            (
                "thank-you by",
                &[&THANK_YOU_ON_TIME],
                &["one_week", "five_step", "upwork", "best_practices"],
            ),
            (
                "first check-in, no timeline",
                &[&CHECK_IN_ONE_WEEK],
                &["one_week", "five_step", "upwork"],
            ),
            (
                "the same after a final round",
                &[&CHECK_IN_FINAL_ROUND],
                &["upwork"],
            ),
            (
                "a date was given",
                &[&CHECK_IN_STATED_DATE],
                &["one_week", "five_step", "upwork", "best_practices"],
            ),
            ("a range was given", &[&CHECK_IN_UPPER_END_OF_RANGE], &["upwork"]),
            (
                "second check-in",
                &[&SECOND_CHECK_IN_A_WEEK_OR_TWO_LATER, &SECOND_CHECK_IN_THE_LAST],
                &["one_week", "five_step", "upwork", "best_practices"],
            ),
            (
                "LinkedIn",
                &[&CONNECT_A_WEEK_AFTER, &CONNECT_ONLY_IF_CONNECTED],
                &["one_week", "five_step", "upwork", "best_practices"],
            ),
            (
                "phone",
                &[&CHANNEL_PHONE_SECOND_TOUCH, &CHANNEL_PHONE_ONLY_WAY],
                &["one_week", "upwork"],
            ),
        ];
        for (question, rules, speakers) in rows {
            let said: BTreeSet<_> = rules
                .iter()
                .flat_map(|rule| rule.guides)
                .map(|says| says.source.id)
                .collect();
            let expected: BTreeSet<_> = speakers.iter().map(|guide| format!("{guide}_guide")).collect();
            assert_eq!(said, expected.iter().map(String::as_str).collect(), "{question}");
        }
    }

    #[test]
    fn names_of_parameters_are_unique_within_a_rule() {
        for rule in ALL {
            let names: BTreeSet<_> = rule.parameters.iter().map(|parameter| parameter.name).collect();
            assert_eq!(names.len(), rule.parameters.len(), "{}", rule.id);
        }
    }
}
