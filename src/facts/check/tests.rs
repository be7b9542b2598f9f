//! What is let through, what is refused and in which words, what is taken for granted.

use chrono::{DateTime, FixedOffset};
use serde_json::{Value, json};

use super::{Checked, check};
use crate::facts::submission::InterviewSubmission;
use crate::facts::violation::Violation;
use crate::facts::wishes::Locale;

/// Every property once, as contract.md shows them; here they make one coherent story.
pub(in crate::facts) fn full() -> Value {
    json!({
        "reference": "greenhouse/interviews/48151623",
        "as_of": "2026-03-09T10:00:00-08:00",
        "candidate": {
            "name": "Dana Reyes", "email": "dana@example.com", "phone": "+1 415 555 0100",
            "career_stage": "experienced", "strengths": ["moving payments to event sourcing"]
        },
        "employer": {
            "name": "Acme", "industry": "technology", "country": "US", "subdivision": "US-CA",
            "time_zone": "America/Los_Angeles", "culture": "formal", "welcomes_calls": false,
            "contact_policy": "open", "closures": [{"from": "2026-12-24", "to": "2027-01-01"}],
            "contact": {"name": "Ira Holm", "role": "recruiter", "email": "ira@acme.example"}
        },
        "interview": {
            "ended_at": "2026-03-02T15:00:00-08:00", "started_at": "2026-03-02T14:00:00-08:00",
            "duration_minutes": 60, "date": "2026-03-02", "status": "held", "position": "Backend Engineer",
            "stage": "first", "format": "video",
            "interviewers": [{
                "name": "Sam Okafor", "title": "Engineering Manager", "role": "hiring_manager", "attended": true,
                "email": "sam@acme.example", "phone": "(415) 555-0101 ext. 12",
                "linkedin": {"connected": true, "url": "https://www.linkedin.com/in/sam-okafor"},
                "preferred_channel": "email", "topics": ["the move off the nightly batch"]
            }],
            "topics": ["the payments roadmap"],
            "appeal": "a team that ships to production every day"
        },
        "timeline": {"kind": "by_date", "date": "2026-03-13", "invites_contact": false},
        "delays": [{"reason": "background_check", "until": "2026-03-20"}],
        "platform": {"name": "Upwork", "contract_signed": false},
        "competing_offer": {"received_at": "2026-03-05T09:00:00-08:00", "answer_by": "2026-03-12"},
        "withdrawal": {"decided_at": "2026-03-06T12:00:00-08:00", "reason": "accepted_elsewhere"},
        "history": [
            {"kind": "sent", "at": "2026-03-02T18:10:00-08:00", "purpose": "thank_you", "channel": "email",
             "recipient": "Sam Okafor", "delivered": true},
            {"kind": "received", "at": "2026-03-06T11:00:00-08:00", "outcome": "still_deciding",
             "timeline": {"kind": "within_working_days", "min": 2, "max": 5}, "automated": false},
            {"kind": "received", "at": "2026-03-06T11:01:00-08:00", "outcome": "out_of_office", "until": "2026-03-08"}
        ],
        "pins": [{"purpose": "check_in", "on": "2026-03-12", "reason": "I said I would write on Thursday"}],
        "skips": [{"purpose": "connect", "reason": "we are not close"}],
        "preferences": {"strategy": "auto", "max_check_ins": 2, "tone": "auto", "locale": "en-US"}
    })
}

/// Sets the value at a JSON Pointer, in an object also one that is not there yet.
pub(in crate::facts) fn set(facts: &mut Value, pointer: &str, value: Value) {
    if let Some(there) = facts.pointer_mut(pointer) {
        *there = value;
        return;
    }
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    facts.pointer_mut(parent).expect("a parent")[name] = value;
}

fn judged(edits: &[(&str, Value)]) -> Result<Checked, Vec<Violation>> {
    let mut facts = full();
    for (pointer, value) in edits {
        set(&mut facts, pointer, value.clone());
    }
    check_value(facts)
}

fn check_value(facts: Value) -> Result<Checked, Vec<Violation>> {
    let submission: InterviewSubmission = serde_json::from_value(facts).expect("the form is right");
    check(submission, now())
}

fn now() -> DateTime<FixedOffset> {
    instant("2026-03-09T18:00:00Z")
}

fn instant(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a sound instant")
}

fn x(count: usize) -> Value {
    Value::from("é".repeat(count))
}

fn many(count: usize, entry: Value) -> Value {
    Value::from(vec![entry; count])
}

/// Edits to [`full`], and the one violation that they cause: its pointer, code, and a part of its detail.
type Refusal = (
    &'static [&'static str],
    Vec<Value>,
    &'static str,
    &'static str,
    &'static str,
);

#[expect(clippy::too_many_lines, reason = "one table")]
pub(in crate::facts) fn refusals() -> Vec<Refusal> {
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
        // Dates and instants
        row(
            &["/timeline/date"],
            json!("13/03/2026"),
            ("", "not_a_date", "as in 2026-03-02"),
        ),
        row(&["/timeline/date"], json!("2026-3-13"), ("", "not_a_date", "")),
        row(&["/timeline/date"], json!("+12026-03-13"), ("", "not_a_date", "")),
        row(&["/timeline/date"], json!(""), ("", "not_a_date", "")),
        row(
            &["/timeline/date"],
            json!("2026-13-01"),
            ("", "not_a_date", "no month 13"),
        ),
        row(
            &["/timeline/date"],
            json!("2027-02-29"),
            ("", "not_a_date", "February 2027 has the days 1 to 28, and no 29"),
        ),
        row(
            &["/timeline/date"],
            json!("9999-12-31"),
            ("", "out_of_range", "1999 to 2052; this is in 9999"),
        ),
        row(
            &["/as_of"],
            json!("2053-01-01T00:00:00Z"),
            ("", "out_of_range", "2053"),
        ),
        row(
            &["/interview/started_at"],
            json!("1999-12-31T23:59:59Z"),
            ("", "out_of_range", "2000 to 2050"),
        ),
        row(
            &["/interview/date"],
            json!("0000-01-01"),
            ("", "out_of_range", "2000 to 2050"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09"),
            (
                "",
                "not_an_instant",
                "time of day and the offset from UTC are missing",
            ),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T10:00Z"),
            ("", "not_an_instant", "the seconds are missing"),
        ),
        row(
            &["/as_of"],
            json!("2026-02-30T10:00:00Z"),
            ("", "not_an_instant", "February 2026"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T24:00:00Z"),
            ("", "not_an_instant", "no time of day 24:00:00"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T10:00:00+18:01"),
            ("", "not_an_instant", "18 hours"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T10:00:00-0800"),
            ("", "not_an_instant", "is no offset"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T10:00:00.Z"),
            ("", "not_an_instant", "is none"),
        ),
        row(
            &["/as_of"],
            json!("now"),
            ("", "not_an_instant", "\"now\" is none"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T10:00:00"),
            ("", "no_offset", "add `Z` for UTC"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T10:00"),
            ("", "no_offset", "the seconds and the offset"),
        ),
        // Places and languages
        row(
            &["/employer/time_zone"],
            json!("America/Los_Angelos"),
            ("", "unknown_time_zone", "perhaps America/Los_Angeles"),
        ),
        row(
            &["/employer/country"],
            json!("UK"),
            ("", "unknown_country", "perhaps GB"),
        ),
        row(
            &["/employer/country"],
            json!("USA"),
            ("", "unknown_country", "perhaps US"),
        ),
        row(
            &["/employer/subdivision"],
            json!("US-XX"),
            ("", "unknown_subdivision", "\"US-XX\" is none"),
        ),
        row(
            &["/employer/subdivision"],
            json!("DE-BY"),
            (
                "",
                "subdivision_of_another_country",
                "\"US\"; this one lies in DE",
            ),
        ),
        row(
            &["/employer/country"],
            json!("DE"),
            ("/employer/subdivision", "subdivision_of_another_country", "US"),
        ),
        row(
            &["/preferences/locale"],
            json!("de-DE"),
            ("", "unsupported_language", "en-US, en-GB, en-CA and en-AU"),
        ),
        row(
            &["/preferences/locale"],
            json!("en_US"),
            ("", "unsupported_language", "is none"),
        ),
        // What can't be true
        row(
            &["/timeline/date"],
            json!("2026-03-01"),
            ("", "before_the_interview", "2026-03-02"),
        ),
        row(
            &["/pins/0/on"],
            json!("2026-03-01"),
            ("", "before_the_interview", "2026-03-02"),
        ),
        row(
            &["/history/1/timeline"],
            json!({"kind": "by_date", "date": "2026-03-05"}),
            ("/history/1/timeline/date", "before_the_reply", "2026-03-06"),
        ),
        row(
            &["/history/0/at"],
            json!("2026-03-09T18:00:01Z"),
            ("", "after_as_of", "2026-03-09T11:00:00-07:00"),
        ),
        row(
            &["/withdrawal/decided_at"],
            json!("2026-03-10T00:00:00Z"),
            ("", "after_as_of", "`as_of`"),
        ),
        row(
            &["/competing_offer/received_at"],
            json!("2026-03-10T00:00:00Z"),
            ("", "after_as_of", "`as_of`"),
        ),
        row(
            &["/interview/started_at"],
            json!("2026-03-02T23:00:01Z"),
            ("/interview/ended_at", "wrong_order", "`started_at`"),
        ),
        row(
            &["/employer/closures/0/to"],
            json!("2026-12-23"),
            ("", "wrong_order", "2026-12-24"),
        ),
        row(
            &["/employer/closures/0/to"],
            json!("2027-12-25"),
            ("", "out_of_range", "366 days"),
        ),
        row(
            &["/timeline"],
            json!({"kind": "within_working_days", "min": 6, "max": 5}),
            ("/timeline/min", "wrong_order", "`max`, which is 5; it is 6"),
        ),
        row(
            &["/competing_offer/answer_by"],
            json!("2026-03-04"),
            ("", "wrong_order", "2026-03-05"),
        ),
        row(
            &["/interview/date"],
            json!("2026-03-03"),
            ("", "contradiction", "2026-03-02"),
        ),
        row(&["/timeline/max"], json!(5), ("", "contradiction", "`by_date`")),
        row(
            &["/timeline"],
            json!({"kind": "within_days", "max": 5, "date": "2026-03-09"}),
            ("/timeline/date", "contradiction", "`max`"),
        ),
        row(
            &["/history/0/outcome"],
            json!("offer"),
            ("", "contradiction", "`received`"),
        ),
        row(
            &["/history/1/purpose"],
            json!("check_in"),
            ("", "contradiction", "`sent`"),
        ),
        row(
            &["/history/1/delivered"],
            json!(false),
            ("", "contradiction", "`sent`"),
        ),
        row(
            &["/history/1/until"],
            json!("2026-03-20"),
            ("", "contradiction", "`timeline`"),
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

#[test]
fn instants_are_read_as_people_write_them() {
    let rows = [
        ("2026-03-02t14:30:00z", "2026-03-02T14:30:00Z"),
        ("2026-03-02 14:30:00.5+00:00", "2026-03-02T14:30:00.5Z"),
        (
            "2026-03-02T14:30:00.123456789123Z",
            "2026-03-02T14:30:00.123456789Z",
        ),
        ("2026-03-02T23:59:60-08:00", "2026-03-03T00:00:00-08:00"),
        ("2026-03-02T23:59:60.25-08:00", "2026-03-03T00:00:00.25-08:00"),
        ("2026-03-02T10:00:00+18:00", "2026-03-02T10:00:00+18:00"),
        ("2026-03-02T10:00:00-00:00", "2026-03-02T10:00:00Z"),
    ];
    for (text, expected) in rows {
        let facts = json!({"as_of": text, "interview": {"date": "2026-03-02"}});
        let checked = check_value(facts).unwrap_or_else(|violations| panic!("{text}: {violations:?}"));
        assert_eq!(checked.as_of, instant(expected), "{text}");
    }
}

/// The interview, the employer's zone; start and end with their offset; what is assumed about them.
type Moments = (
    Value,
    Option<&'static str>,
    &'static str,
    &'static str,
    &'static [&'static str],
);

#[test]
fn start_end_and_zone_follow_from_what_is_known() {
    let pacific = "America/Los_Angeles";
    let rows: [Moments; 7] = [
        (
            json!({"ended_at": "2026-03-02T23:00:00Z"}),
            Some(pacific),
            "2026-03-02T14:00:00-08:00",
            "2026-03-02T15:00:00-08:00",
            &[],
        ),
        (
            json!({"started_at": "2026-03-02T14:00:00-08:00"}),
            None,
            "2026-03-02T14:00:00-08:00",
            "2026-03-02T15:00:00-08:00",
            &["zone_from_offset", "duration_default"],
        ),
        (
            json!({"started_at": "2026-03-02T14:00:00-08:00", "duration_minutes": 57}),
            Some(pacific),
            "2026-03-02T14:00:00-08:00",
            "2026-03-02T14:57:00-08:00",
            &[],
        ),
        (
            json!({"ended_at": "2026-03-02T15:00:00-08:00", "started_at": "2026-03-02T13:00:00-08:00", "duration_minutes": 5}),
            Some(pacific),
            "2026-03-02T13:00:00-08:00",
            "2026-03-02T15:00:00-08:00",
            &[],
        ),
        (
            json!({"date": "2026-07-02"}),
            Some(pacific),
            "2026-07-02T16:00:00-07:00",
            "2026-07-02T17:00:00-07:00",
            &["end_of_day"],
        ),
        (
            json!({"date": "2026-07-02"}),
            None,
            "2026-07-02T16:00:00+00:00",
            "2026-07-02T17:00:00+00:00",
            &["zone_utc", "end_of_day"],
        ),
        (
            json!({"ended_at": "2026-03-02T15:00:00-08:00", "status": "interviewer_absent"}),
            Some(pacific),
            "2026-03-02T14:00:00-08:00",
            "2026-03-02T15:00:00-08:00",
            &["duration_default"],
        ),
    ];
    for (interview, zone, start, end, assumed) in rows {
        let facts =
            json!({"as_of": "2026-08-01T00:00:00Z", "employer": {"time_zone": zone}, "interview": interview});
        let checked =
            check_value(facts.clone()).unwrap_or_else(|violations| panic!("{facts}: {violations:?}"));
        let told = (
            checked.interview.started_at.to_rfc3339(),
            checked.interview.ended_at.to_rfc3339(),
        );
        assert_eq!((told.0.as_str(), told.1.as_str()), (start, end), "{facts}");
        let about_time: Vec<&str> = codes(&checked)
            .into_iter()
            .filter(|code| TIME_CODES.contains(code))
            .collect();
        assert_eq!(about_time, assumed, "{facts}");
        let local = checked.interview.zone.local(checked.as_of);
        assert_eq!(checked.as_of.offset(), local.offset(), "{facts}");
    }
}

const TIME_CODES: [&str; 4] = ["zone_from_offset", "zone_utc", "duration_default", "end_of_day"];

fn codes(checked: &Checked) -> Vec<&'static str> {
    checked
        .interview
        .assumptions
        .iter()
        .map(|assumption| assumption.code)
        .collect()
}

/// Edits, the assumption that they bring about, a part of its sentence.
type Assumed<'a> = (&'a [(&'static str, Value)], &'static str, &'static str);

#[test]
fn what_is_taken_for_granted_is_said() {
    let rows: [Assumed; 12] = [
        (&[("/as_of", json!(null))], "as_of_now", "9 March 2026 at 11:00"),
        (
            &[("/employer/country", json!(null))],
            "country_from_subdivision",
            "US-CA",
        ),
        (
            &[
                ("/employer/country", json!(null)),
                ("/employer/subdivision", json!(null)),
            ],
            "no_country",
            "only Saturdays and Sundays count",
        ),
        (
            &[("/employer/subdivision", json!(null))],
            "nationwide_only",
            "United States",
        ),
        (
            &[
                ("/employer/country", json!("FR")),
                ("/employer/subdivision", json!("FR-IDF")),
            ],
            "no_subdivision_calendar",
            "FR-IDF",
        ),
        (
            &[
                ("/employer/country", json!("LK")),
                ("/employer/subdivision", json!(" ")),
            ],
            "calendar_ends",
            "2026",
        ),
        (
            &[
                ("/employer/country", json!("BV")),
                ("/employer/subdivision", json!(null)),
            ],
            "no_calendar",
            "Bouvet Island",
        ),
        (
            &[("/employer/time_zone", json!(null))],
            "zone_from_offset",
            "-08:00",
        ),
        (&[("/interview/stage", json!(null))], "stage_default", "first"),
        (
            &[("/platform/contract_signed", json!(null))],
            "contract_unsigned",
            "stays on Upwork",
        ),
        (
            &[("/preferences/locale", json!("en-IE"))],
            "locale_fallback",
            "en-IE",
        ),
        (
            &[("/preferences/locale", json!("en"))],
            "locale_fallback",
            "American English",
        ),
    ];
    assert_eq!(codes(&judged(&[]).expect("sound")), Vec::<&str>::new());
    for (edits, code, part) in rows {
        let checked = judged(edits).unwrap_or_else(|violations| panic!("{edits:?}: {violations:?}"));
        assert_eq!(codes(&checked), [code], "{edits:?}");
        let detail = &checked.interview.assumptions[0].detail;
        assert!(detail.contains(part), "{edits:?}: {detail}");
    }
}

#[test]
fn locales_are_found_in_language_tags() {
    let rows = [
        ("en-US", Locale::EnUs),
        ("EN-gb", Locale::EnGb),
        ("en-Latn-CA", Locale::EnCa),
        ("en-AU-u-ca-gregory", Locale::EnAu),
        ("en-x-gb", Locale::EnUs),
        (" ", Locale::EnUs),
    ];
    for (tag, locale) in rows {
        let checked = judged(&[("/preferences/locale", json!(tag))]).expect(tag);
        assert_eq!(checked.interview.preferences.locale, locale, "{tag}");
    }
}

#[test]
fn texts_are_tidied() {
    let checked = judged(&[
        ("/candidate/name", json!("  Dana \u{A0} Reyes ")),
        ("/reference", json!(" a  b ")),
        ("/interview/appeal", json!("ships\r\n every\nday")),
        ("/interview/topics", json!(["", " \n ", "the\u{2028}roadmap"])),
        ("/interview/position", json!("  ")),
        ("/interview/status", json!("scheduled")),
    ]);
    let interview = checked.expect("sound").interview;
    assert_eq!(interview.candidate.name.as_deref(), Some("Dana Reyes"));
    assert_eq!(
        interview.reference.as_deref(),
        Some(" a  b "),
        "the caller's own key comes back as it was"
    );
    assert_eq!(interview.appeal.as_deref(), Some("ships every day"));
    assert_eq!(interview.topics, ["the roadmap"]);
    assert_eq!(interview.position, None);
    assert_eq!(format!("{:?}", interview.status), "Held");
}

#[test]
fn history_is_in_order_and_of_this_round() {
    let entry = |at: &str, recipient: &str| json!({"kind": "sent", "at": at, "purpose": "check_in", "recipient": recipient});
    let checked = judged(&[(
        "/history",
        json!([
            entry("2026-03-08T12:00:00-08:00", "SAM@acme.example"),
            entry("2026-03-01T23:59:59-08:00", "Nobody"),
            entry("2026-03-03T12:00:00-08:00", "Kim"),
            {"kind": "received", "at": "2026-02-20T12:00:00Z", "outcome": "next_round"},
            entry("2026-03-02T00:00:00-08:00", "ira holm"),
            entry("2026-03-04T00:00:00-08:00", "Kim"),
        ]),
    )]);
    let interview = checked.expect("sound").interview;
    let days: Vec<String> = interview
        .sent
        .iter()
        .map(|sent| sent.at.date_naive().to_string())
        .collect();
    assert_eq!(days, ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-08"]);
    assert_eq!(interview.received.len(), 0);
    let warnings: Vec<&str> = interview.warnings.iter().map(|warning| warning.code).collect();
    assert_eq!(warnings, ["earlier_round", "unknown_recipient"]);
    assert!(
        interview.warnings[0].detail.starts_with("2 entries"),
        "{}",
        interview.warnings[0].detail
    );
    assert!(
        interview.warnings[1].detail.contains("\"Kim\""),
        "{}",
        interview.warnings[1].detail
    );
}

#[test]
fn a_subdivision_without_any_country_asks_for_it() {
    let violations = judged(&[
        ("/employer/country", json!(null)),
        ("/employer/subdivision", json!("BY")),
    ]);
    let violations = violations.expect_err("refused");
    assert_eq!(violations.len(), 1);
    assert_eq!(
        (violations[0].pointer.as_str(), violations[0].code),
        ("/employer/country", "missing")
    );
}
