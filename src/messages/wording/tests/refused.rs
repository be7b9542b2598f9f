//! Templates that are refused, and why.

use super::*;

#[test]
fn a_subject_is_judged_as_a_subject() {
    let violations = Wording::read(&submission(Some(&"x".repeat(1_001)), "{{ me")).unwrap_err();
    let found: Vec<_> = violations
        .iter()
        .map(|fault| (fault.pointer.as_str(), fault.code))
        .collect();
    assert_eq!(
        found,
        [("/template/subject", TOO_LONG), ("/template/body", SYNTAX)]
    );
    let violations = Wording::read(&submission(None, " \n ")).unwrap_err();
    assert_eq!(
        (violations[0].pointer.as_str(), violations[0].code),
        ("/template/body", "missing")
    );
}

#[rstest]
#[case::a_word(
    "Hi {{ topicc }}",
    "Line 1, column 7: there is no word `topicc`; perhaps `topic` is meant."
)]
#[case::on_a_later_line(
    "é\n\nüü {{ topicc }}",
    "Line 3, column 7: there is no word `topicc`; perhaps `topic` is meant."
)]
#[case::in_a_branch_not_taken(
    "{% if not me %}{{ topicc }}{% endif %}",
    "Line 1, column 19: there is no word `topicc`; perhaps `topic` is meant."
)]
#[case::a_fact(
    "{{ interview.position }}",
    "Line 1, column 4: there is no word `interview.position`; perhaps `position` is meant."
)]
#[case::a_part(
    "{{ part.greetings }}",
    "Line 1, column 4: there is no part `greetings`; perhaps `part.greeting` is meant."
)]
#[case::a_filter(
    "{{ me | uper }}",
    "Line 1, column 9: there is no filter `uper`; perhaps `upper` is meant."
)]
#[case::a_tag(
    "{% els %}",
    "Line 1, column 4: there is no tag `els`; perhaps `else` is meant."
)]
fn an_unknown_name_is_told_with_the_nearest(#[case] template: &str, #[case] detail: &str) {
    let violations = thank_you(&told(), template).unwrap_err();
    assert_eq!(
        violations
            .iter()
            .map(|fault| fault.detail.as_str())
            .collect::<Vec<_>>(),
        [detail]
    );
    assert_eq!(violations[0].code, UNKNOWN_NAME);
}

#[test]
fn a_part_of_another_purpose_is_refused() {
    let violations = thank_you(&told(), "a\n{{ part.decision }}").unwrap_err();
    assert_eq!(violations.len(), 1);
    assert!(
        violations[0].detail.starts_with(
            "Line 2, column 4: `part.decision` is not to be had in a message of the purpose thank_you; there are "
        ),
        "{violations:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Text that looks like a template ends soon, without a panic, and says no more than a message can hold.
    #[test]
    fn whatever_looks_like_a_template_is_bounded(
        pieces in prop::collection::vec(prop_oneof![
            prop::sample::select(vec![
                "{{", "}}", "{%", "%}", "{#", "#}", "{%-", "-%}", "{{-", "-}}", " ", "\n", "|", ".", "(", ")", "'", "\"",
                "if", "elif", "else", "endif", "raw", "endraw", "for", "set", "and", "or", "not", "is", "defined", "part",
                "part.greeting", "part.thanks", "topic", "me", "deadline", "default", "upper", "default('x')", "\\", "\\u12",
                "~", "*", "[", "]", "{", "}", "0", "9e9", "=", "==", ",", "{% if me %}", "{% endif %}", "{{ topic }}",
            ]).prop_map(str::to_owned),
            "\\PC{0,6}",
        ], 0..60),
    ) {
        let template = pieces.concat();
        match thank_you(&told(), &template) {
            Ok(message) => prop_assert!(message.body.len() <= OUTPUT_AT_MOST_BYTES),
            Err(violations) => {
                prop_assert!(!violations.is_empty());
                for violation in violations {
                    prop_assert_eq!(&violation.pointer, "/template/body");
                }
            }
        }
    }
}
