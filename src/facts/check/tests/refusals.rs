//! What is refused, where and in which words.

mod time_and_place;

use serde_json::{Value, json};

use super::{full, judged, many, x};

/// Edits to [`full`], and the one violation that they cause: its pointer, code, and a part of its detail.
pub(in crate::facts) type Refusal = (
    &'static [&'static str],
    Vec<Value>,
    &'static str,
    &'static str,
    &'static str,
);

fn row(
    edited: &'static [&'static str],
    value: Value,
    violation: (&'static str, &'static str, &'static str),
) -> Refusal {
    let (pointer, code, part) = violation;
    (
        edited,
        vec![value; edited.len()],
        if pointer.is_empty() { edited[0] } else { pointer },
        code,
        part,
    )
}

/// Every refusal of a single fault.
pub(in crate::facts) fn refusals() -> Vec<Refusal> {
    let mut refusals = presence_texts_and_sizes();
    refusals.extend(time_and_place::refusals());
    refusals
}

#[expect(clippy::too_many_lines, reason = "one table")]
fn presence_texts_and_sizes() -> Vec<Refusal> {
    let long_mail = json!(format!(
        "{}@{}.example",
        "a".repeat(60),
        ["b".repeat(60).as_str(); 4].join(".")
    ));
    vec![
        // Presence
        row(
            &["/interview"],
            json!(null),
            ("", "missing", "`interview` must be given, with `ended_at`"),
        ),
        row(
            &["/interview/ended_at", "/interview/started_at", "/interview/date"],
            json!(null),
            ("", "missing", "or `started_at`, or `date`"),
        ),
        row(
            &["/timeline/kind"],
            json!(null),
            ("", "missing", "`kind` must be given"),
        ),
        row(
            &["/timeline/date"],
            json!(null),
            ("", "missing", "`date` must be given"),
        ),
        row(
            &["/timeline"],
            json!({"kind": "within_days"}),
            ("/timeline/max", "missing", "`max`"),
        ),
        row(&["/delays/0/reason"], json!(null), ("", "missing", "`reason`")),
        row(
            &["/competing_offer/answer_by"],
            json!(null),
            ("", "missing", "`answer_by`"),
        ),
        row(
            &["/withdrawal/decided_at"],
            json!(null),
            ("", "missing", "`decided_at`"),
        ),
        row(&["/history/0/kind"], json!(null), ("", "missing", "`kind`")),
        row(&["/history/0/at"], json!(null), ("", "missing", "`at`")),
        row(&["/history/0/purpose"], json!(null), ("", "missing", "`purpose`")),
        row(&["/history/1/outcome"], json!(null), ("", "missing", "`outcome`")),
        row(&["/pins/0/on"], json!(null), ("", "missing", "`on`")),
        row(&["/skips/0/purpose"], json!(null), ("", "missing", "`purpose`")),
        row(&["/employer/closures/0/to"], json!(null), ("", "missing", "`to`")),
        // Texts
        row(
            &["/candidate/name"],
            x(201),
            ("", "too_long", "at most 200 characters long; there are 201"),
        ),
        row(&["/reference"], x(201), ("", "too_long", "200")),
        row(&["/interview/position"], x(201), ("", "too_long", "200")),
        row(
            &["/interview/topics/0"],
            x(201),
            ("", "too_long", "Every entry of `topics` must be at most 200"),
        ),
        row(&["/interview/appeal"], x(1001), ("", "too_long", "1000")),
        row(&["/pins/0/reason"], x(1001), ("", "too_long", "1000")),
        row(&["/candidate/email"], long_mail, ("", "too_long", "254")),
        row(
            &["/candidate/phone"],
            json!("1".repeat(41)),
            ("", "too_long", "40"),
        ),
        row(
            &["/interview/interviewers/0/linkedin/url"],
            json!(format!("https://a.example/{}", "a".repeat(1983))),
            ("", "too_long", "2000 characters long; there are 2001"),
        ),
        row(
            &["/candidate/name"],
            json!("Dana\nBcc: all"),
            ("", "forbidden_character", "line break at character 5"),
        ),
        row(
            &["/reference"],
            json!("a\u{2028}b"),
            ("", "forbidden_character", "line break at character 2"),
        ),
        row(
            &["/candidate/name"],
            json!("Da\u{202E}na"),
            ("", "forbidden_character", "U+202E at character 3"),
        ),
        row(
            &["/interview/topics/0"],
            json!("a\u{200B}b"),
            ("", "forbidden_character", "U+200B"),
        ),
        row(
            &["/interview/appeal"],
            json!("a\tb"),
            ("", "forbidden_character", "U+0009"),
        ),
        row(
            &["/skips/0/reason"],
            json!("a\u{0}b"),
            ("", "forbidden_character", "U+0000"),
        ),
        row(
            &["/candidate/email"],
            json!("Dana <dana@example.com>"),
            ("", "not_an_email", "dana@example.com"),
        ),
        row(
            &["/candidate/email"],
            json!("dana@localhost"),
            ("", "not_an_email", "is none"),
        ),
        row(
            &["/candidate/email"],
            json!("a@example.com,b@example.com"),
            ("", "not_an_email", "is none"),
        ),
        row(
            &["/candidate/phone"],
            json!("1-800-FLOWERS"),
            ("", "not_a_phone_number", "+1 415 555 0100"),
        ),
        row(
            &["/candidate/phone"],
            json!("1234"),
            ("", "not_a_phone_number", "is none"),
        ),
        row(
            &["/candidate/phone"],
            json!("+1 415 555 0100 +2"),
            ("", "not_a_phone_number", "is none"),
        ),
        row(
            &["/interview/interviewers/0/linkedin/url"],
            json!("javascript:alert(1)"),
            ("", "not_a_url", "https://"),
        ),
        row(
            &["/interview/interviewers/0/linkedin/url"],
            json!("https://"),
            ("", "not_a_url", "https://"),
        ),
        row(
            &["/interview/interviewers/0/linkedin/url"],
            json!("https://a@b.example"),
            ("", "not_a_url", ""),
        ),
        // Lists
        row(
            &["/interview/interviewers"],
            many(21, json!({})),
            ("", "too_many", "at most 20 entries; there are 21"),
        ),
        row(
            &["/interview/topics"],
            many(11, json!("a")),
            ("", "too_many", "10"),
        ),
        row(
            &["/interview/interviewers/0/topics"],
            many(11, json!("a")),
            ("", "too_many", "10"),
        ),
        row(
            &["/candidate/strengths"],
            many(11, json!("a")),
            ("", "too_many", "10"),
        ),
        row(
            &["/delays"],
            many(11, json!({"reason": "other_priorities"})),
            ("", "too_many", "10"),
        ),
        row(
            &["/history"],
            many(51, full()["history"][0].clone()),
            ("", "too_many", "50"),
        ),
        row(
            &["/employer/closures"],
            many(41, json!({"from": "2026-12-24", "to": "2026-12-24"})),
            ("", "too_many", "40 entries"),
        ),
        row(
            &["/employer/closures"],
            json!([{"from": "2026-01-01", "to": "2026-12-31"}, {"from": "2027-01-01", "to": "2027-01-02"}]),
            ("", "too_many", "at most 366 days together; they cover 367"),
        ),
        row(
            &["/pins/0/purpose"],
            json!("connect"),
            ("/skips/0/purpose", "contradiction", "pinned or skipped"),
        ),
        row(
            &["/pins"],
            many(2, json!({"purpose": "thank_you", "on": "2026-03-04"})),
            ("/pins/1/purpose", "repeated", "`thank_you` stands here already"),
        ),
        row(
            &["/skips"],
            many(2, json!({"purpose": "prepare"})),
            ("/skips/1/purpose", "repeated", "once"),
        ),
        // Numbers
        row(
            &["/interview/duration_minutes"],
            json!(0),
            ("", "out_of_range", "1 to 1440; it is 0"),
        ),
        row(
            &["/interview/duration_minutes"],
            json!(1441),
            ("", "out_of_range", "1441"),
        ),
        row(
            &["/preferences/max_check_ins"],
            json!(3),
            ("", "out_of_range", "0 to 2"),
        ),
        row(
            &["/preferences/max_check_ins"],
            json!(-1),
            ("", "out_of_range", "0 to 2"),
        ),
        row(
            &["/timeline"],
            json!({"kind": "within_days", "max": 366}),
            ("/timeline/max", "out_of_range", "365"),
        ),
    ]
}

#[test]
fn each_fault_is_named_where_it_stands() {
    for (edited, values, pointer, code, part) in refusals() {
        let edits: Vec<(&str, Value)> = edited.iter().copied().zip(values).collect();
        let violations = judged(&edits).expect_err(&format!("{edits:?} should be refused"));
        assert_eq!(violations.len(), 1, "{edits:?}: {violations:#?}");
        assert_eq!(
            (violations[0].pointer.as_str(), violations[0].code),
            (pointer, code),
            "{edits:?}: {violations:?}"
        );
        assert!(
            violations[0].detail.contains(part),
            "{edits:?}: {:?}",
            violations[0].detail
        );
        assert!(violations[0].detail.ends_with('.'), "{:?}", violations[0].detail);
    }
}

#[test]
fn what_is_just_within_bounds_is_taken() {
    let closures =
        |days: &str| json!([{"from": "2026-01-01", "to": "2026-12-31"}, {"from": "2027-01-01", "to": days}]);
    let mail = json!(format!(
        "{}@{}.example",
        "a".repeat(60),
        ["b".repeat(60).as_str(); 3].join(".")
    ));
    let rows = [
        ("/candidate/name", x(200)),
        ("/reference", x(200)),
        ("/interview/position", x(200)),
        ("/interview/topics", many(10, x(200))),
        ("/candidate/strengths", many(10, x(200))),
        ("/interview/appeal", x(1000)),
        ("/candidate/email", mail),
        ("/candidate/email", json!("o'brien+jobs@mail.example.co.uk")),
        ("/candidate/phone", json!("(+49) 30/1234567-89")),
        ("/candidate/phone", json!("+44 (0)20 7946\u{2011}0018 x7")),
        ("/candidate/phone", json!("030.123.45.67#12")),
        (
            "/interview/interviewers/0/linkedin/url",
            json!(format!("https://a.example/{}", "a".repeat(1982))),
        ),
        (
            "/interview/interviewers/0/linkedin/url",
            json!("HTTPS://de.linkedin.com:443/in/josé-ñ?trk=a%20b#top"),
        ),
        ("/interview/interviewers", many(20, json!({}))),
        (
            "/delays",
            many(10, json!({"reason": "other_priorities", "until": "2025-01-01"})),
        ),
        ("/history", many(50, full()["history"][0].clone())),
        (
            "/employer/closures",
            many(40, json!({"from": "2026-12-24", "to": "2026-12-24"})),
        ),
        ("/employer/closures", closures("2027-01-01")),
        ("/interview/duration_minutes", json!(1)),
        ("/interview/duration_minutes", json!(1440)),
        ("/preferences/max_check_ins", json!(0)),
        (
            "/timeline",
            json!({"kind": "within_days", "min": 365, "max": 365}),
        ),
        ("/timeline/date", json!("2026-03-02")),
        ("/timeline/date", json!("2052-12-31")),
        ("/history/0/at", json!("1999-01-01T00:00:00Z")),
        ("/history/0/at", json!("2026-03-09T18:00:00Z")),
        ("/history/2/until", json!("2026-03-05")),
        ("/history/0/automated", json!(true)),
        ("/history/1/delivered", json!(true)),
        ("/history/1/channel", json!("email")),
        ("/competing_offer/answer_by", json!("2026-03-05")),
        ("/pins/0/on", json!("2026-03-02")),
        ("/interview/started_at", json!("2026-03-02T15:00:00-08:00")),
    ];
    for (pointer, value) in rows {
        if let Err(violations) = judged(&[(pointer, value.clone())]) {
            panic!("{pointer} {value}: {violations:#?}");
        }
    }
}
