//! What is let through, what is refused and in which words, what is taken for granted.

pub(in crate::facts) mod refusals;

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
