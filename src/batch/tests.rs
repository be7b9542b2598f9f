use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use rstest::rstest;
use serde_json::Value;

use super::*;

const FACTS: &str = r#"{"interview": {"ended_at": "2026-03-02T15:00:00-08:00"}}"#;

fn asked(view: View) -> Asked {
    let as_of = "2026-03-03T09:00:00-08:00".parse().unwrap();
    Asked { view, as_of }
}

fn lines_of(parts: &[&[u8]]) -> Vec<Line> {
    let (mut framing, mut lines) = (Framing::default(), Vec::new());
    for part in parts {
        framing.push(part, &mut lines);
    }
    lines.extend(framing.finish());
    lines
}

fn refusal(refused: Unanswered) -> Vec<u8> {
    let word = match refused {
        Unanswered::Facts(rejected) => match rejected {
            Rejected::NotJson { .. } => "no JSON",
            Rejected::Impossible(_) => "impossible",
        },
        Unanswered::Unavailable(_) => "unavailable",
        Unanswered::TooLong => "too long",
        Unanswered::Broken => "broken",
    };
    format!("{word:?}").into_bytes()
}

fn ends(answers: &[u8]) -> usize {
    answers.split_inclusive(|byte| *byte == b'\n').count()
}

fn long(bytes: usize) -> String {
    "x".repeat(bytes)
}

/// The longest line that is read.
fn fitting() -> &'static str {
    static LINE: LazyLock<String> = LazyLock::new(|| long(LINE_LIMIT_BYTES));
    &LINE
}

#[rstest]
#[case::nothing("", &[])]
#[case::one("a\n", &[(1, Some("a"))])]
#[case::one_without_end("a", &[(1, Some("a"))])]
#[case::two("a\nb\n", &[(1, Some("a")), (2, Some("b"))])]
#[case::the_last_without_end("a\nb", &[(1, Some("a")), (2, Some("b"))])]
#[case::crlf("a\r\nb\r\n", &[(1, Some("a")), (2, Some("b"))])]
#[case::cr_at_the_end("a\r", &[(1, Some("a"))])]
#[case::cr_within("a\rb\n", &[(1, Some("a\rb"))])]
#[case::one_cr_is_taken_off("a\r\r\n", &[(1, Some("a\r"))])]
#[case::blank_lines_count("\n\na\n\r\nb\n", &[(3, Some("a")), (5, Some("b"))])]
#[case::spaces_are_blank(" \t \na\n  ", &[(2, Some("a"))])]
#[case::spaces_stay(" a \n", &[(1, Some(" a "))])]
#[case::just_fits(&format!("{}\nb", fitting()), &[(1, Some(fitting())), (2, Some("b"))])]
#[case::just_fits_with_crlf(&format!("{}\r\nb", fitting()), &[(1, Some(fitting())), (2, Some("b"))])]
#[case::just_fits_without_end(fitting(), &[(1, Some(fitting()))])]
#[case::too_long(&format!("{}\nb\n", long(LINE_LIMIT_BYTES + 1)), &[(1, None), (2, Some("b"))])]
#[case::too_long_with_crlf(&format!("{}\r\nb\r\n", long(LINE_LIMIT_BYTES + 1)), &[(1, None), (2, Some("b"))])]
#[case::far_too_long_without_end(&long(3 * LINE_LIMIT_BYTES), &[(1, None)])]
#[case::too_long_and_blank(&format!("{}\nb", " ".repeat(LINE_LIMIT_BYTES + 2)), &[(1, None), (2, Some("b"))])]
fn a_stream_is_cut_into_lines(#[case] stream: &str, #[case] expected: &[(u64, Option<&str>)]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(number, text)| Line {
            number: *number,
            text: text.map(|text| text.as_bytes().to_vec()),
        })
        .collect();
    assert!(lines_of(&[stream.as_bytes()]) == expected, "in one part");
    let bytes: Vec<_> = stream.as_bytes().chunks(1).collect();
    assert!(lines_of(&bytes) == expected, "byte by byte");
}

/// Pieces of which streams are made: lines and ends of lines of every kind, some too long.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        4 => Just(b"\n".to_vec()),
        2 => Just(b"\r\n".to_vec()),
        1 => Just(b" \r".to_vec()),
        3 => Just(FACTS.as_bytes().to_vec()),
        3 => vec(any::<u8>(), 0..40),
        1 => (LINE_LIMIT_BYTES - 3..LINE_LIMIT_BYTES + 3).prop_map(|bytes| long(bytes).into_bytes()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn however_the_bytes_arrive_the_answers_are_the_same(
        pieces in vec(piece(), 0..12),
        cuts in vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let stream = pieces.concat();
        let mut cuts: Vec<_> = cuts.iter().map(|cut| cut.index(stream.len() + 1)).collect();
        cuts.sort_unstable();
        let mut parts = Vec::new();
        let mut rest = stream.as_slice();
        let mut before = 0;
        for cut in cuts {
            let (part, others) = rest.split_at(cut - before);
            parts.push(part);
            (rest, before) = (others, cut);
        }
        parts.push(rest);
        let (whole, cut) = (lines_of(&[&stream]), lines_of(&parts));
        prop_assert!(whole == cut);

        let answers = answer(&whole, asked(View::Schedules), refusal).lines;
        prop_assert_eq!(ends(&answers), whole.len());
        prop_assert!(answers.is_empty() || answers.ends_with(b"\n"));

        let mut piped = Vec::new();
        pipe(std::io::Cursor::new(stream), &mut piped, asked(View::Schedules), refusal).unwrap();
        prop_assert!(piped == answers);
    }
}

#[test]
fn a_bad_line_is_one_problem_among_answers() {
    let too_long = long(LINE_LIMIT_BYTES + 1);
    let stream = format!("{FACTS}\nnonsense\n\n{FACTS}\n{{}}\n{too_long}\n{FACTS}");
    let answers = answer(&lines_of(&[stream.as_bytes()]), asked(View::Plans), refusal);
    assert_eq!(answers.problems, 3);
    assert_eq!(answers.states, [State::ThanksDue; 3]);
    let found: Vec<Value> = answers
        .lines
        .split_inclusive(|byte| *byte == b'\n')
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect();
    let problem = |number: u64, word: &str| serde_json::json!({ "line": number, "problem": word });
    assert_eq!(found.len(), 6);
    for plan in [0, 2, 5] {
        assert_eq!(found[plan]["state"], "thanks_due", "{plan}");
    }
    assert_eq!(found[1], problem(2, "no JSON"));
    assert_eq!(found[3], problem(5, "impossible"));
    assert_eq!(found[4], problem(6, "too long"));
}

#[test]
fn blocks_hold_every_line_once_and_in_order() {
    for count in [0, 1, BLOCK_LINES, BLOCK_LINES + 1, 40_000] {
        let mut lines = lines_of(&["1\n".repeat(count).as_bytes()]);
        let blocks: Vec<_> = blocks(&mut lines).collect();
        assert!(lines.is_empty());
        assert!(
            blocks
                .iter()
                .all(|block| (1..=BLOCK_LINES).contains(&block.len()))
        );
        let numbers: Vec<_> = blocks.concat().iter().map(|line| line.number).collect();
        assert!(numbers.into_iter().eq((1..).take(count)));
    }
}

#[test]
fn what_panics_is_refused_and_no_more() {
    assert!(matches!(
        caught::<()>(|| panic!("Dana Reyes")),
        Err(Unanswered::Broken)
    ));
    assert!(caught(|| Ok(())).is_ok());
}

#[test]
fn a_view_goes_by_one_word() {
    for view in View::ALL {
        let flag = view.to_possible_value().unwrap();
        assert_eq!(flag.get_name(), view.as_str());
    }
}

/// A reader that fails after its first line.
struct Failing(bool);

impl std::io::Read for Failing {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        if std::mem::replace(&mut self.0, true) {
            return Err(std::io::Error::other("the disk is gone"));
        }
        bytes[..=FACTS.len()].copy_from_slice(format!("{FACTS}\n").as_bytes());
        Ok(FACTS.len() + 1)
    }
}

#[test]
fn an_input_that_fails_is_told_after_the_answers_before() {
    let mut output = Vec::new();
    let outcome = pipe(Failing(false), &mut output, asked(View::Schedules), refusal);
    assert!(matches!(outcome, Err(PipeError::Input(_))), "{outcome:?}");
    assert_eq!(ends(&output), 1);
}
