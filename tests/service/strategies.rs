//! The four strategies side by side, over the wire.

use serde_json::{Value, json};

use crate::document::validate;
use crate::requests::{Request, send};

fn facts() -> Value {
    json!({
        "reference": "lever/7", "as_of": "2026-03-03T09:00:00-05:00",
        "employer": {"country": "US", "time_zone": "America/New_York"},
        "interview": {"ended_at": "2026-03-02T15:00:00-05:00"},
        "timeline": {"kind": "by_date", "date": "2026-03-13"},
        "history": [{"kind": "sent", "at": "2026-03-02T17:00:00-05:00", "purpose": "thank_you"}]
    })
}

async fn answer(path: &str, facts: &Value) -> Value {
    let answer = send(Request::post(path, facts.to_string())).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    assert!(answer.header("guidance-version").is_some());
    answer.json()
}

fn check_in(schedule: &Value) -> &Value {
    let steps = schedule["steps"].as_array().unwrap();
    steps.iter().find(|step| step["purpose"] == "check_in").unwrap()
}

#[actix_web::test]
async fn whoever_takes_a_name_from_the_comparison_gets_what_stood_there() {
    let mut facts = facts();
    let comparison = answer("/v1/strategy-comparisons", &facts).await;
    validate(&comparison, "StrategyComparison");
    assert_eq!(comparison["reference"], "lever/7");
    assert_eq!(comparison["recommended"], "as_needed");
    let entries = comparison["strategies"].as_array().unwrap();
    assert_eq!(entries.len(), 4);
    for entry in entries {
        facts["preferences"] = json!({"strategy": entry["name"]});
        let schedule = answer("/v1/schedules", &facts).await;
        let step = check_in(&schedule);
        assert_eq!(entry["check_in"]["window"], step["window"], "{}", entry["name"]);
        assert_eq!(entry["check_in"]["act_at"], step["act_at"], "{}", entry["name"]);
        assert_eq!(schedule["strategy"]["name"], entry["name"]);
    }
}

#[actix_web::test]
async fn a_comparison_gives_its_reasons_and_says_what_a_wish_comes_to() {
    let mut facts = facts();
    facts["preferences"] = json!({"strategy": "one_week"});
    let comparison = answer("/v1/strategy-comparisons", &facts).await;
    assert_eq!(comparison["warnings"][0]["code"], "before_stated_date");
    let wish = comparison["reasons"].as_array().unwrap().last().unwrap();
    assert_eq!(
        *wish,
        json!({
            "rule": "caller.strategy",
            "text": "You asked for one week, so your own plan counts by it and asks on Monday 9 March at 10:00; \
                recommended is to ask on Wednesday 18 March at 10:00.",
            "sources": ["one_week_guide"]
        })
    );
    let one_week = &comparison["strategies"][1];
    assert_eq!(
        one_week["conflicts"][0]["text"],
        "They named Friday 13 March; a question on Monday 9 March would not wait for that."
    );
    assert_eq!(
        one_week["reasons"][1]["text"],
        "It would ask on Monday 9 March at 10:00, before the recommended window opens on Monday 16 March at 09:00."
    );
}

#[actix_web::test]
async fn a_comparison_where_there_is_nothing_to_compare_fits_the_document() {
    let mut facts = facts();
    facts["employer"]["contact_policy"] = json!("no_contact");
    let comparison = answer("/v1/strategy-comparisons", &facts).await;
    validate(&comparison, "StrategyComparison");
    assert_eq!(comparison["recommended"], Value::Null);
    assert_eq!(comparison["check_in"], Value::Null);
    assert_eq!(comparison["reasons"][0]["rule"], "contact_policy.no_contact");
}

#[actix_web::test]
async fn a_comparison_takes_no_query() {
    let request = Request::post("/v1/strategy-comparisons?strategy=auto", facts().to_string());
    let refused = send(request).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert_eq!(refused.json()["errors"][0]["code"], "unknown_parameter");
}
