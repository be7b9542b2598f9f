//! Schedules as calendars: `Accept: text/calendar`.

mod reading;
mod words;

use std::path::Path;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use rstest::rstest;
use serde_json::{Value, json};

use crate::document::validate;
use crate::requests::{Answer, Request, send, sender};
use reading::{Calendar, unescaped};

const ICS: &str = "text/calendar";

fn tests() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests"))
}

fn post(facts: &Value) -> Request {
    Request::post("/v1/schedules", facts.to_string())
}

async fn ics(facts: &Value) -> Answer {
    send(post(facts).with("Accept", ICS)).await
}

async fn schedule(facts: &Value) -> Value {
    send(post(facts)).await.json()
}

fn with(facts: &Value, pointer: &str, value: Value) -> Value {
    let mut facts = facts.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    facts.pointer_mut(parent).unwrap()[name] = value;
    facts
}

/// An hour after an interview with one person, thanks not sent yet.
fn facts() -> Value {
    json!({
        "reference": "greenhouse/interviews/48151623",
        "as_of": "2026-03-02T16:00:00-08:00",
        "candidate": {"name": "Dana Reyes", "email": "dana@example.com", "phone": "+1 415 555 0100"},
        "employer": {"name": "Acme", "country": "US", "time_zone": "America/Los_Angeles"},
        "interview": {
            "ended_at": "2026-03-02T15:00:00-08:00", "position": "Backend Engineer",
            "interviewers": [{"name": "Sam Okafor", "role": "hiring_manager", "email": "sam@acme.example"}],
        },
        "timeline": {"kind": "by_date", "date": "2026-03-13"},
    })
}

fn step<'a>(schedule: &'a Value, purpose: &str) -> &'a Value {
    let steps = schedule["steps"].as_array().unwrap();
    steps.iter().find(|step| step["purpose"] == purpose).unwrap()
}

fn pending(schedule: &Value) -> Vec<&Value> {
    let steps = schedule["steps"].as_array().unwrap().iter();
    steps.filter(|step| !step["act_at"].is_null()).collect()
}

fn utc(value: &str) -> DateTime<Utc> {
    let read = NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%SZ");
    read.unwrap_or_else(|error| panic!("{value}: {error}")).and_utc()
}

fn instant(value: &Value) -> DateTime<Utc> {
    let instant = DateTime::parse_from_rfc3339(value.as_str().unwrap()).unwrap();
    DateTime::from_timestamp(instant.timestamp(), 0).unwrap()
}

/// What must hold of a calendar, given the schedule of the same facts as JSON.
fn agree(calendar: &Calendar, schedule: &Value) {
    let pending = pending(schedule);
    assert_eq!(calendar.entries.len(), pending.len());
    for step in pending {
        let entry = calendar.entry(step);
        let starts_at = utc(&entry["DTSTART"]);
        assert_eq!(starts_at, instant(&step["act_at"]), "{step:#}");
        assert_eq!(utc(&entry["DTEND"]), starts_at + TimeDelta::minutes(30));
        assert_eq!(utc(&entry["DTSTAMP"]), instant(&schedule["as_of"]));
        assert!(unescaped(&entry["SUMMARY"]).starts_with(step["title"].as_str().unwrap()));
        assert_eq!(entry["VALARM/DESCRIPTION"], entry["SUMMARY"]);
        let description = unescaped(&entry["DESCRIPTION"]);
        for reason in step["reasons"].as_array().unwrap() {
            let (text, rule) = (reason["text"].as_str().unwrap(), reason["rule"].as_str().unwrap());
            assert!(
                description.contains(&format!("\n- {text} [{rule}]")),
                "{text} is not in {description}"
            );
        }
        let status = if step["status"] == "upcoming" {
            "TENTATIVE"
        } else {
            "CONFIRMED"
        };
        assert_eq!(entry["STATUS"], status);
    }
}

#[actix_web::test]
async fn a_calendar_is_as_the_golden_one() {
    let answer = ics(&facts()).await;
    let calendar = Calendar::read(&answer);
    assert_eq!(
        answer.header("content-type"),
        Some("text/calendar; charset=utf-8; method=PUBLISH")
    );
    assert_eq!(
        answer.header("content-disposition"),
        Some("attachment; filename=\"follow-up.ics\"")
    );
    assert!(answer.header("guidance-version").is_some());
    agree(&calendar, &schedule(&facts()).await);
    let golden = std::fs::read_to_string(tests().join("service/ics/golden.ics")).unwrap();
    assert_eq!(answer.text().replace("\r\n", "\n"), golden);
    assert_eq!(
        ics(&facts()).await.body,
        answer.body,
        "the same request gives the same bytes"
    );
}

#[rstest]
#[case::absent(None, "application/json")]
#[case::anything(Some("*/*"), "application/json")]
#[case::json(Some("application/json"), "application/json")]
#[case::a_browser(Some("text/html,*/*;q=0.8"), "application/json")]
#[case::a_calendar(Some(ICS), ICS)]
#[case::any_text(Some("text/*"), ICS)]
#[case::with_parameters(Some("text/calendar; charset=utf-8"), ICS)]
#[case::rather_a_calendar(Some("application/json;q=0.5, text/calendar"), ICS)]
#[case::rather_json(Some("text/calendar;q=0.5, application/json"), "application/json")]
#[actix_web::test]
async fn the_format_is_the_one_asked_for(#[case] accept: Option<&str>, #[case] expected: &str) {
    let mut request = post(&facts());
    if let Some(accept) = accept {
        request = request.with("Accept", accept);
    }
    let answer = send(request).await;
    let media_type = answer.header("content-type").unwrap();
    assert_eq!(media_type.split(';').next(), Some(expected));
    assert_eq!(answer.header("vary"), Some("accept"));
}

#[actix_web::test]
async fn other_formats_are_not_acceptable() {
    let answer = send(post(&facts()).with("Accept", "image/png")).await;
    assert_eq!(answer.status, 406);
    let problem = answer.json();
    validate(&problem, "Problem");
    assert!(problem["detail"].as_str().unwrap().contains(ICS), "{problem}");
}

#[actix_web::test]
async fn where_nothing_is_left_to_do_there_is_no_calendar() {
    let withdrawn = json!({
        "as_of": "2026-03-04T12:00:00Z",
        "interview": {"ended_at": "2026-03-02T15:00:00Z"},
        "withdrawal": {"decided_at": "2026-03-03T09:00:00Z", "reason": "not_a_fit"},
        "history": [{"kind": "sent", "at": "2026-03-03T10:00:00Z", "purpose": "withdraw", "channel": "email"}],
    });
    assert_eq!(pending(&schedule(&withdrawn).await).len(), 0);
    let answer = ics(&withdrawn).await;
    assert_eq!(answer.status, 422);
    let problem = answer.json();
    validate(&problem, "Problem");
    assert_eq!(problem["errors"][0]["code"], "nothing_to_do");
    assert_eq!(problem["errors"][0]["pointer"], "");
}

/// The same interview, later and later, with more and more history.
#[actix_web::test]
async fn entries_keep_their_uid_and_a_later_calendar_stands_above() {
    let sent = |at: &str, purpose: &str| json!({"kind": "sent", "at": at, "purpose": purpose, "channel": "email", "recipient": "Sam Okafor"});
    let thanked = sent("2026-03-02T18:00:00-08:00", "thank_you");
    let asked = sent("2026-03-18T10:00:00-07:00", "check_in");
    let calls = [
        ("2026-03-01T00:00:00Z", json!([])),
        ("2026-03-02T16:00:00-08:00", json!([])),
        ("2026-03-02T16:00:01-08:00", json!([])),
        ("2026-03-02T19:00:00-08:00", json!([thanked])),
        ("2026-03-08T01:59:59-08:00", json!([thanked])),
        ("2026-03-08T03:00:00-07:00", json!([thanked])),
        ("2026-03-18T11:00:00-07:00", json!([thanked, asked])),
        ("2026-05-01T00:00:00+14:00", json!([thanked, asked])),
    ];
    let mut last = 0;
    let mut purposes = std::collections::BTreeMap::new();
    for (as_of, history) in calls {
        let facts = with(&with(&facts(), "/as_of", json!(as_of)), "/history", history);
        let (calendar, schedule) = (Calendar::read(&ics(&facts).await), schedule(&facts).await);
        agree(&calendar, &schedule);
        let mut sequences: Vec<u32> = Vec::new();
        for step in pending(&schedule) {
            let entry = calendar.entry(step);
            let uid = purposes.entry(step["purpose"].to_string());
            assert_eq!(uid.or_insert_with(|| entry["UID"].clone()), &entry["UID"]);
            sequences.push(entry["SEQUENCE"].parse().unwrap());
        }
        assert!(
            sequences.iter().all(|sequence| *sequence > last),
            "{sequences:?} after {last}"
        );
        last = sequences[0];
    }
    assert!(purposes.len() >= 5, "{purposes:?}");
}

#[rstest]
#[case::the_earliest("1999-01-01T00:00:00+14:00", "2000-01-01T10:00:00Z")]
#[case::the_latest("2052-12-31T23:59:59-12:00", "2050-12-31T10:00:00Z")]
#[case::a_fraction("2026-03-02T16:00:00.999999999Z", "2026-03-02T15:00:00Z")]
#[actix_web::test]
async fn a_sequence_is_a_number_of_31_bits(#[case] as_of: &str, #[case] ended_at: &str) {
    let facts = json!({"as_of": as_of, "interview": {"ended_at": ended_at},
                       "pins": [{"purpose": "check_in", "on": "2052-12-31"}]});
    let calendar = Calendar::read(&ics(&facts).await);
    agree(&calendar, &schedule(&facts).await);
    for entry in calendar.entries.values() {
        let sequence: u32 = entry["SEQUENCE"].parse().unwrap();
        assert!((1..=0x7FFF_FFFF).contains(&sequence), "{sequence}");
    }
}

/// The check-in is a week after the interview at 10:00 on the employer's clock, which has changed since.
#[rstest]
#[case::new_york_spring("America/New_York", "2026-03-02T15:00:00-05:00", "20260309T140000Z")]
#[case::new_york_autumn("America/New_York", "2026-10-26T15:00:00-04:00", "20261102T150000Z")]
#[case::berlin_spring("Europe/Berlin", "2026-03-23T15:00:00+01:00", "20260330T080000Z")]
#[case::berlin_autumn("Europe/Berlin", "2026-10-19T15:00:00+02:00", "20261026T090000Z")]
#[case::london_autumn("Europe/London", "2026-10-19T15:00:00+01:00", "20261026T100000Z")]
#[case::jerusalem_spring("Asia/Jerusalem", "2026-03-23T15:00:00+02:00", "20260330T070000Z")]
#[case::sydney_spring("Australia/Sydney", "2026-09-28T15:00:00+10:00", "20261004T230000Z")]
#[case::sydney_autumn("Australia/Sydney", "2026-03-30T15:00:00+11:00", "20260406T000000Z")]
#[case::half_an_hour("Australia/Lord_Howe", "2026-09-28T15:00:00+10:30", "20261004T230000Z")]
#[case::chatham("Pacific/Chatham", "2026-09-21T15:00:00+12:45", "20260927T201500Z")]
#[case::santiago_spring("America/Santiago", "2026-08-31T15:00:00-04:00", "20260907T130000Z")]
#[case::st_johns_spring("America/St_Johns", "2026-03-02T15:00:00-03:30", "20260309T123000Z")]
#[case::casablanca_after_ramadan("Africa/Casablanca", "2026-03-16T15:00:00+00:00", "20260323T090000Z")]
#[case::never_changes("Asia/Kolkata", "2026-03-23T15:00:00+05:30", "20260330T043000Z")]
#[actix_web::test]
async fn a_week_with_a_clock_change_ends_at_the_right_local_hour(
    #[case] zone: &str,
    #[case] ended_at: &str,
    #[case] expected: &str,
) {
    let facts = json!({
        "as_of": ended_at, "employer": {"time_zone": zone},
        "interview": {"ended_at": ended_at, "interviewers": [{"name": "Sam Okafor", "email": "sam@acme.example"}]},
    });
    let calendar = Calendar::read(&ics(&facts).await);
    let schedule = schedule(&facts).await;
    let check_in = step(&schedule, "check_in");
    let entry = calendar.entry(check_in);
    assert_eq!(entry["DTSTART"], expected, "{check_in:#}");
    let description = unescaped(&entry["DESCRIPTION"]);
    assert!(description.contains("at 10:00 ("), "{description}");
    assert!(
        description.contains(&format!("(local time, {zone})")),
        "{description}"
    );
}

#[actix_web::test]
async fn where_no_zone_was_given_the_offset_is_told() {
    let facts =
        json!({"as_of": "2026-03-02T16:00:00-08:00", "interview": {"ended_at": "2026-03-02T15:00:00-08:00"}});
    let calendar = Calendar::read(&ics(&facts).await);
    for entry in calendar.entries.values() {
        let description = unescaped(&entry["DESCRIPTION"]);
        assert!(description.contains("(local time, UTC-08:00)"), "{description}");
    }
}

#[actix_web::test]
async fn the_calendars_of_all_known_cases_say_what_their_schedules_say() {
    let service = sender(actix_web::web::Data::new(followup::api::Instance::default())).await;
    let generated = std::fs::read_to_string(tests().join("conformance.ndjson")).unwrap();
    let golden = std::fs::read_dir(tests().join("cases"))
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    let mut calendars = 0;
    let mut without = 0;
    for case in generated.lines().map(str::to_owned).chain(golden) {
        let case: Value = serde_json::from_str(&case).unwrap();
        let facts = &case["facts"];
        let schedule = service(post(facts)).await.json();
        let answer = service(post(facts).with("Accept", ICS)).await;
        if pending(&schedule).is_empty() {
            assert_eq!(answer.status, 422, "{}", case["name"]);
            without += 1;
        } else {
            agree(&Calendar::read(&answer), &schedule);
            calendars += 1;
        }
    }
    assert!(calendars > 300 && without > 0, "{calendars} and {without}");
}
