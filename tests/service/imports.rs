//! Imports through the public door: every golden case, what is refused, and that no change to an object breaks them.

mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rstest::rstest;
use serde_json::{Value, json};

use crate::document::validate;
use crate::errors::expect_problem;
use crate::requests::{Request, send};

/// A golden case: what a system sent, and what must become of it.
struct Case {
    /// The file's name without its ending: `greenhouse_whole_day`.
    name: String,
    /// What the name begins with.
    system: String,
    told: Value,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports");
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let system = name.split('_').next().unwrap().to_owned();
        let told = serde_json::from_str(&std::fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        cases.push(Case { name, system, told });
    }
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    cases
}

fn post(system: &str, query: &str, body: &Value) -> Request {
    Request::post(format!("/v1/imports/{system}{query}"), body.to_string())
}

#[rstest]
#[case::greenhouse("greenhouse", json!({
    "start": {"date_time": "2026-03-02T18:00:00Z"}, "end": {"date_time": "2026-03-02T19:00:00Z"},
    "interviewers": [{"id": 1, "name": "Kate Austen", "email": "k@a.example", "response_status": "declined"}]
}))]
#[case::workable("workable", json!({
    "starts_at": "2026-03-02T18:00:00Z", "ends_at": "2026-03-02T19:00:00Z", "type": "interview",
    "members": [{"name": "Kate Austen", "status": "declined"}]
}))]
#[actix_web::test]
async fn where_everybody_declined_somebody_to_thank_is_missing(#[case] system: &str, #[case] object: Value) {
    let import = send(post(system, "", &object)).await.json();
    assert_eq!(
        import["facts"]["interview"]["interviewers"][0]["attended"], false,
        "{import}"
    );
    let missing = import["missing"].as_array().unwrap();
    assert!(missing.contains(&json!("interview.interviewers")), "{import}");
}

#[actix_web::test]
async fn every_golden_case_becomes_the_facts_that_it_tells() {
    for Case { name, system, told } in cases() {
        let answer = send(post(&system, "", &told["sent"])).await;
        assert_eq!(answer.status, 200, "{name}: {}", answer.text());
        let import = answer.json();
        validate(&import, "ImportedFacts");
        let assumed = import["assumptions"].as_array().unwrap().iter();
        let assumed: Vec<_> = assumed
            .map(|it| {
                format!(
                    "{}: {}",
                    it["path"].as_str().unwrap(),
                    it["code"].as_str().unwrap()
                )
            })
            .collect();
        let became = json!({"facts": import["facts"], "assumptions": assumed, "missing": import["missing"]});
        for part in ["facts", "assumptions", "missing"] {
            assert_eq!(became[part], told[part], "{name}: {part}, in all: {became:#}");
        }
    }
}

#[actix_web::test]
async fn what_an_import_answers_plans_and_so_it_does_at_once() {
    let mut plans = BTreeMap::new();
    for Case { name, system, told } in cases() {
        let facts = send(post(&system, "", &told["sent"])).await.json()["facts"].take();
        let apart = send(Request::post("/v1/plans", facts.to_string())).await;
        assert_eq!(apart.status, 200, "{name}: {}", apart.text());
        let answer = send(post(&system, "?then=plan", &told["sent"])).await;
        assert_eq!(answer.status, 200, "{name}: {}", answer.text());
        let at_once = answer.json();
        validate(&at_once, "ImportedPlan");
        assert_eq!(at_once["missing"], told["missing"], "{name}");
        assert_eq!(at_once["plan"]["id"], apart.json()["id"], "{name}");
        plans.insert(name, at_once["plan"]["state"].clone());
    }
    assert_eq!(plans["greenhouse_webhook_deleted"], "not_held");
    assert_eq!(plans["greenhouse_future_phone_screen"], "before_interview");
}

#[rstest]
#[case::no_time("greenhouse", json!({"id": 1, "start": {}, "end": {}}), &["/end/date_time missing"])]
#[case::no_time_in_a_wrapping("lever", json!({"data": {"id": "x", "date": null, "duration": 30}}), &["/data/date missing"])]
#[case::a_time_that_is_none("merge", json!({"object": {"end_at": "yesterday", "start_at": 7}}), &["/object/end_at missing"])]
#[case::seconds_for_milliseconds("lever", json!({"date": 1_772_488_800, "duration": 60}), &["/date missing"])]
#[case::no_events("ashby", json!({"results": [{"id": "s", "status": "NeedsScheduling", "applicationId": "a", "interviewEvents": []}]}), &["/results/0/interviewEvents missing"])]
#[case::no_timeslots("smartrecruiters", json!({"jobId": "j", "timeslots": null}), &["/timeslots missing"])]
#[case::far_off("workable", json!({"ends_at": "2099-01-01T00:00:00Z"}), &["/ends_at missing"])]
#[case::nothing("workable", json!({}), &["/ends_at missing"])]
#[case::a_number("merge", json!(7), &[" wrong_type"])]
#[case::two_at_once("workable", json!({"events": [{"id": 1}, {"id": 2}]}), &["/events too_many"])]
#[case::an_empty_list("ashby", json!({"results": []}), &["/results missing"])]
#[case::facts_alone("lever", json!({"facts": {}}), &["/object missing"])]
#[case::an_object_that_is_a_text("lever", json!({"object": "x"}), &["/object wrong_type"])]
#[case::something_beside("workable", json!({"object": {"ends_at": "2026-03-02T22:00:00Z"}, "fact": {}}), &["/fact unknown_property"])]
#[case::facts_that_are_a_list("workable", json!({"object": {"ends_at": "2026-03-02T22:00:00Z"}, "facts": []}), &["/facts wrong_type"])]
#[case::faults_of_the_callers(
    "workable",
    json!({"object": {"ends_at": "2026-03-02T22:00:00Z", "candidate": {"name": "Mei"}},
           "facts": {"candidat": {}, "employer": {"country": "ZZ"}, "timeline": {"kind": "by_date", "date": "2026-03-01"},
                     "interview": {"interviewers": [{"email": "nobody"}]}}}),
    &["/facts/candidat unknown_property", "/facts/employer/country unknown_country", "/facts/interview/interviewers/0/email not_an_email",
      "/facts/timeline/date before_the_interview"]
)]
#[case::a_timeline_without_its_kind(
    "workable",
    json!({"object": {"ends_at": "2026-03-02T22:00:00Z"}, "facts": {"timeline": {"date": "2026-03-09"}}}),
    &["/facts/timeline/kind missing"]
)]
#[case::a_day_beside_a_time_of_the_callers_own(
    "workable",
    json!({"object": {"ends_at": "2026-03-02T22:00:00Z"},
           "facts": {"interview": {"date": "2026-03-09", "ended_at": "2026-03-03T22:00:00Z"}}}),
    &["/facts/interview/date contradiction"]
)]
#[actix_web::test]
async fn what_cannot_be_is_refused(#[case] system: &str, #[case] body: Value, #[case] expected: &[&str]) {
    let answer = send(post(system, "", &body)).await;
    expect_problem(&answer, 422, "invalid-facts");
    let problem = answer.json();
    let faults = problem["errors"].as_array().unwrap().iter();
    let mut found: Vec<_> = faults
        .map(|fault| {
            assert!(!fault["detail"].as_str().unwrap().is_empty());
            format!(
                "{} {}",
                fault["pointer"].as_str().unwrap(),
                fault["code"].as_str().unwrap()
            )
        })
        .collect();
    found.sort();
    assert_eq!(found, expected, "{}", answer.text());
}

#[actix_web::test]
async fn a_property_that_stands_twice_in_the_facts_is_told() {
    let body =
        r#"{"object": {"ends_at": "2026-03-02T22:00:00Z"}, "facts": {"reference": "a", "reference": "b"}}"#;
    let answer = send(Request::post("/v1/imports/workable", body)).await;
    expect_problem(&answer, 422, "invalid-facts");
    assert_eq!(answer.json()["errors"][0]["pointer"], "/facts/reference");
    assert_eq!(answer.json()["errors"][0]["code"], "duplicate_property");
}

#[rstest]
#[case::unknown_system("/v1/imports/taleo", 404, "not-found")]
#[case::another_case("/v1/imports/Lever", 404, "not-found")]
#[case::unknown_parameter("/v1/imports/lever?than=plan", 422, "invalid-query")]
#[case::unknown_value("/v1/imports/lever?then=schedule", 422, "invalid-query")]
#[actix_web::test]
async fn a_bad_address_is_a_problem(#[case] path: &str, #[case] status: u16, #[case] slug: &str) {
    let answer = send(Request::post(path, r#"{"date": 1772488800000}"#)).await;
    expect_problem(&answer, status, slug);
}

#[actix_web::test]
async fn what_is_no_json_is_refused_as_everywhere() {
    let answer = send(Request::post("/v1/imports/lever", r#"{"date": 1772488800000"#)).await;
    expect_problem(&answer, 400, "not-json");
}

#[actix_web::test]
async fn what_the_caller_knows_wins() {
    let object = json!({"id": 1, "starts_at": "2026-03-02T21:30:00Z", "ends_at": "2026-03-02T22:00:00Z", "title": "Final interview",
        "candidate": {"name": "Mei Chen"}, "members": [{"name": "Sam", "status": "declined"}], "job": {"title": "Writer"}});
    let facts = json!({"reference": null, "candidate": {"email": "mei@example.com"}, "employer": {"time_zone": "Europe/Paris"},
        "interview": {"stage": "middle", "interviewers": [{"name": "Ann"}, {"name": "Bo"}], "ended_at": "2026-03-02T22:20:00Z"}});
    let import = send(post("workable", "", &json!({"object": object, "facts": facts})))
        .await
        .json();
    let expected = json!({"reference": "workable/interviews/1", "candidate": {"name": "Mei Chen", "email": "mei@example.com"},
        "interview": {"ended_at": "2026-03-02T22:20:00Z", "started_at": "2026-03-02T21:30:00Z", "position": "Writer", "stage": "middle",
                      "interviewers": [{"name": "Ann"}, {"name": "Bo"}]},
        "employer": {"time_zone": "Europe/Paris"}});
    assert_eq!(import["facts"], expected, "{import:#}");
    assert_eq!(
        import["assumptions"],
        json!([]),
        "what the caller knows is assumed no more"
    );
}

#[rstest]
#[case::moved_to_another_day(json!({"ended_at": "2026-03-04T22:00:00Z"}), json!({"ended_at": "2026-03-04T22:00:00Z"}))]
#[case::begun_later(json!({"started_at": "2026-03-04T22:00:00Z"}), json!({"started_at": "2026-03-04T22:00:00Z"}))]
#[case::on_another_day(json!({"date": "2026-03-05"}), json!({"date": "2026-03-05"}))]
#[case::on_the_same_day(json!({"date": "2026-03-02"}), json!({"ended_at": "2026-03-02T22:00:00Z", "started_at": "2026-03-02T21:30:00Z", "date": "2026-03-02"}))]
#[case::shorter(json!({"duration_minutes": 20}), json!({"started_at": "2026-03-02T21:30:00Z", "duration_minutes": 20}))]
#[actix_web::test]
async fn a_time_of_the_callers_moves_the_interview(#[case] own: Value, #[case] expected: Value) {
    let object = json!({"starts_at": "2026-03-02T21:30:00Z", "ends_at": "2026-03-02T22:00:00Z"});
    let body = json!({"object": object, "facts": {"interview": own}});
    let import = send(post("workable", "", &body)).await.json();
    assert_eq!(import["facts"]["interview"], expected, "{import:#}");
}

#[actix_web::test]
async fn an_object_of_another_system_is_read_as_that_and_said_to_be() {
    let body = json!({"date": 1_772_488_800_000_u64, "duration": 60, "interviewers": []});
    let import = send(post("greenhouse", "", &body)).await.json();
    assert_eq!(import["facts"]["interview"]["ended_at"], "2026-03-02T23:00:00Z");
    assert_eq!(import["assumptions"][0]["code"], "read_as_another_system");
}

/// What is sent, and what a part of the facts must be.
#[rstest]
#[case::a_time_of_cancelling_as_text("lever", json!({"date": 1_772_488_800_000_u64, "canceledAt": "2026-03-01T10:00:00Z"}), "/interview/status", json!("cancelled"))]
#[case::cancelled_in_a_word("workable", json!({"ends_at": "2026-03-02T22:00:00Z", "cancelled": "true"}), "/interview/status", json!("cancelled"))]
#[case::not_cancelled_in_a_word("workable", json!({"ends_at": "2026-03-02T22:00:00Z", "cancelled": "false"}), "/interview/status", Value::Null)]
#[case::deleted_by_a_webhook(
    "lever",
    json!({"object": {"event": "interviewDeleted", "data": {"interviewId": "9b3e"}},
           "facts": {"interview": {"ended_at": "2026-03-02T22:00:00Z"}}}),
    "/reference", json!("lever/interviews/9b3e")
)]
#[case::canceled_by_a_webhook(
    "smartrecruiters",
    json!({"object": {"event": "interview.canceled", "data": {"interview_id": "sr-1"}},
           "facts": {"interview": {"ended_at": "2026-03-02T22:00:00Z"}}}),
    "/interview/status", json!("cancelled")
)]
#[case::named_by_a_webhook(
    "smartrecruiters",
    json!({"object": {"event": "interview.updated", "data": {"interview_id": "sr-1"}},
           "facts": {"interview": {"ended_at": "2026-03-02T22:00:00Z"}}}),
    "/reference", json!("smartrecruiters/interviews/sr-1")
)]
#[case::a_debrief_is_no_interview(
    "ashby",
    json!({"id": "s", "interviewEvents": [
        {"startTime": "2026-03-02T21:00:00Z", "endTime": "2026-03-02T22:00:00Z", "interviewers": [{"firstName": "Ada", "email": "ada@x.example"}]},
        {"startTime": "2026-03-03T21:00:00Z", "endTime": "2026-03-03T22:00:00Z", "interviewers": [{"firstName": "Deb", "email": "deb@x.example"}],
         "interview": {"title": "Debrief", "isDebrief": true}}]}),
    "/interview",
    json!({"ended_at": "2026-03-02T22:00:00Z", "started_at": "2026-03-02T21:00:00Z", "interviewers": [{"name": "Ada", "email": "ada@x.example"}]})
)]
#[case::a_name_with_a_sign_that_cannot_be_seen(
    "workable",
    json!({"ends_at": "2026-03-02T22:00:00Z", "members": [{"name": "\u{200e}Sam\u{200b} Okafor\u{feff}"}]}),
    "/interview/interviewers/0/name", json!("Sam Okafor")
)]
#[case::a_short_id_is_no_name("workable", json!({"ends_at": "2026-03-02T22:00:00Z", "candidate": {"id": "x7", "name": "x7"}}), "/candidate", Value::Null)]
#[case::a_shortcode_is_no_title("workable", json!({"ends_at": "2026-03-02T22:00:00Z", "job": {"shortcode": "GROOV005", "title": "GROOV005"}}), "/interview/position", Value::Null)]
#[case::a_conference_without_its_link("workable", json!({"ends_at": "2026-03-02T22:00:00Z", "type": "call", "conference": {"type": "google_meet"}}), "/interview/format", json!("video"))]
#[case::without_seconds("merge", json!({"end_at": "2026-03-02T22:00Z"}), "/interview/ended_at", json!("2026-03-02T22:00:00Z"))]
#[case::an_offset_of_hours_alone("merge", json!({"end_at": "2026-03-02T22:00:00+01"}), "/interview/ended_at", json!("2026-03-02T22:00:00+01:00"))]
#[case::minutes_as_a_text("lever", json!({"date": 1_772_488_800_000_u64, "duration": "45.0"}), "/interview/ended_at", json!("2026-03-02T22:45:00Z"))]
#[case::the_second_address(
    "merge",
    json!({"end_at": "2026-03-02T22:00:00Z", "application": {"candidate": {"email_addresses": [{"value": null}, {"value": "mei@x.example"}]}}}),
    "/candidate/email", json!("mei@x.example")
)]
#[actix_web::test]
async fn what_systems_send_besides_is_read_for_what_it_is(
    #[case] system: &str,
    #[case] sent: Value,
    #[case] pointer: &str,
    #[case] expected: Value,
) {
    let import = send(post(system, "", &sent)).await.json();
    let found = import["facts"].pointer(pointer).unwrap_or(&Value::Null);
    assert_eq!(*found, expected, "{import:#}");
}

/// What is sent, and the codes of all that is assumed.
#[rstest]
#[case::a_whole_day_with_an_end_of_the_callers(
    "greenhouse",
    json!({"object": {"start": {"date": "2026-03-02"}, "end": {"date": "2026-03-03"}}, "facts": {"interview": {"ended_at": "2026-03-02T22:00:00Z"}}}),
    &["hours_in_utc"]
)]
#[case::deleted_though_scheduled("merge", json!({"end_at": "2026-03-02T22:00:00Z", "status": "SCHEDULED", "remote_was_deleted": true}), &["deleted_as_cancelled", "hours_in_utc"])]
#[case::no_end("ashby", json!({"interviewEvents": [{"startTime": "2026-03-02T21:00:00Z"}]}), &["length_unknown", "hours_in_utc"])]
#[case::an_end_of_the_callers("ashby", json!({"object": {"interviewEvents": [{"startTime": "2026-03-02T21:00:00Z"}]}, "facts": {"interview": {"duration_minutes": 30}}}), &["hours_in_utc"])]
#[actix_web::test]
async fn what_is_assumed_is_what_is_so(#[case] system: &str, #[case] sent: Value, #[case] expected: &[&str]) {
    let import = send(post(system, "", &sent)).await.json();
    let assumed: Vec<_> = import["assumptions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["code"].as_str().unwrap())
        .collect();
    assert_eq!(assumed, expected, "{import:#}");
}

/// Every name of a property in an object.
fn names(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                into.insert(name.clone());
                names(member, into);
            }
        }
        Value::Array(entries) => entries.iter().for_each(|entry| names(entry, into)),
        _ => {}
    }
}

#[test]
fn every_field_of_every_object_is_told_in_the_documentation() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/imports.md");
    let page = std::fs::read_to_string(path).unwrap();
    let sections: BTreeMap<_, _> = page
        .split("\n## ")
        .map(|section| section.split_once('\n').unwrap_or((section, "")))
        .map(|(title, text)| (title.to_lowercase(), text))
        .collect();
    for Case { name, system, told } in cases() {
        let section = sections
            .get(&system)
            .unwrap_or_else(|| panic!("no section for {system}"));
        let sent = told["sent"].get("object").unwrap_or(&told["sent"]);
        let mut fields = BTreeSet::new();
        names(sent, &mut fields);
        // Made up for these tests: fields that no documentation names, and what customers call their own.
        for made_up in ["note_taker", "enabled", "custom_key"] {
            fields.remove(made_up);
        }
        for field in fields {
            let told = section.split('`').skip(1).step_by(2).any(|code| {
                code.split(|c: char| !(c.is_alphanumeric() || c == '_'))
                    .any(|word| word == field)
            });
            assert!(
                told,
                "{name}: docs/imports.md does not say what becomes of {field}"
            );
        }
    }
}
