//! What the document says of every answer: how large it can get, and what it is made of. Held against real answers, the largest
//! among them.

use std::path::Path;

use actix_web::web::Data;
use followup::api::Instance;
use serde_json::{Map, Value, json};

use crate::document::{DOCUMENT, validator};
use crate::requests::{Answer, Request, send, send_while};

/// Sends what is accepted and holds the answer against the schema of that name.
async fn hold(request: Request, schema: &str) -> Answer {
    let place = format!("{} {}", request.method, request.path);
    let answer = send(request).await;
    assert_eq!(answer.status, 200, "{place}: {}", answer.text());
    let faults: Vec<_> = validator(&json!({ "$ref": format!("#/components/schemas/{schema}") }))
        .iter_errors(&answer.json())
        .map(|fault| format!("{}: {:.200}", fault.instance_path(), fault.to_string()))
        .collect();
    assert!(faults.is_empty(), "{place}: {faults:#?}");
    answer
}

/// As many facts as are taken, each as long as is taken.
fn crowded() -> Value {
    let long = |length: usize| "w".repeat(length);
    let topics = vec![long(200); 10];
    let person = |n: usize| {
        let local = format!("{n:02}{}", long(58));
        let domain = [long(60), long(60), long(60)].join(".");
        json!({"name": format!("{n:02} {}", long(197)), "title": long(200), "role": "panel_member", "topics": topics,
               "email": format!("{local}@{domain}.example"), "phone": "+1 415 555 0100 ext. 1234567",
               "linkedin": {"url": format!("https://x.example/{}", long(1982))}})
    };
    let closures: Vec<_> = (1..=28)
        .map(|day| json!({"from": format!("2026-04-{day:02}"), "to": format!("2026-05-{:02}", day.min(9))}))
        .take(12)
        .collect();
    json!({
        "reference": long(200), "as_of": "2026-03-02T16:00:00-08:00",
        "candidate": {"name": long(200), "email": "dana@example.com", "phone": "+1 415 555 0100", "strengths": topics},
        "employer": {"name": long(200), "country": "US", "time_zone": "America/Los_Angeles", "welcomes_calls": true,
                     "closures": closures, "contact": person(99)},
        "interview": {"ended_at": "2026-03-02T15:00:00-08:00", "position": long(200), "appeal": long(1000), "topics": topics,
                      "interviewers": (0..8).map(person).collect::<Vec<_>>()},
        "platform": {"name": long(200), "contract_signed": true},
        "competing_offer": {"received_at": "2026-03-02T15:30:00-08:00", "answer_by": "2026-03-12"},
        "pins": [{"purpose": "check_in", "on": "2026-03-12", "reason": long(1000)}],
        "skips": [{"purpose": "connect", "reason": long(1000)}],
    })
}

fn post(path: impl Into<String>, body: &Value) -> Request {
    Request::post(path, body.to_string())
}

#[actix_web::test]
async fn the_answers_to_every_golden_case_fit_the_document() {
    let mut cases = 0;
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")).unwrap() {
        let case: Value =
            serde_json::from_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        hold(post("/v1/plans", &case["facts"]), "Plan").await;
        hold(
            post("/v1/strategy-comparisons", &case["facts"]),
            "StrategyComparison",
        )
        .await;
        cases += 1;
    }
    assert!(cases > 70, "{cases}");
}

#[actix_web::test]
async fn the_largest_answers_fit_the_document() {
    let facts = crowded();
    let plan = hold(post("/v1/plans", &facts), "Plan").await.json();
    hold(post("/v1/strategy-comparisons", &facts), "StrategyComparison").await;
    let messages = plan["messages"].as_array().map_or(0, Vec::len);
    assert!(messages >= 5, "{messages}");
    for purpose in ["thank_you", "check_in", "share_deadline", "withdraw", "connect"] {
        hold(
            post(format!("/v1/messages?purpose={purpose}"), &facts),
            "Rendered",
        )
        .await;
        hold(
            post(format!("/v1/channel-advice?purpose={purpose}"), &facts),
            "ChannelAdvice",
        )
        .await;
    }
    for channel in ["phone", "linkedin", "platform"] {
        hold(
            post(format!("/v1/messages?purpose=check_in&channel={channel}"), &facts),
            "Rendered",
        )
        .await;
    }
    let half_a_century = json!({"as_of": "2000-01-03T10:00:00Z", "interview": {"ended_at": "2000-01-01T10:00:00Z"},
                                "pins": [{"purpose": "check_in", "on": "2052-06-03"}]});
    let plan = hold(post("/v1/plans", &half_a_century), "Plan").await;
    assert!(
        plan.text().contains("more days off after that"),
        "{:.2000}",
        plan.text()
    );
    let content = &DOCUMENT["paths"]["/v1/schedules"]["post"]["responses"]["200"]["content"];
    let most = content["text/calendar"]["schema"]["maxLength"].as_u64().unwrap();
    for facts in [&facts, &half_a_century] {
        let calendar = send(post("/v1/schedules", facts).with("Accept", "text/calendar")).await;
        let characters = calendar.text().chars().count() as u64;
        assert!((10_000..most / 2).contains(&characters), "{characters} of {most}");
    }
    let small = json!({ "interview": { "date": "2026-03-02" } });
    let worded =
        json!({"facts": small, "template": {"subject": "s ".repeat(500), "body": "b ".repeat(5_000)}});
    hold(post("/v1/messages", &worded), "Rendered").await;
    let draft = |body: String| json!({"facts": small, "purpose": "check_in", "channel": "email", "subject": "s".repeat(1_000), "body": body});
    for body in [
        "w ".repeat(10_000),
        "😀".repeat(15_000),
        "[name] still haven't heard!!! ".repeat(600),
    ] {
        hold(post("/v1/draft-reviews", &draft(body)), "DraftReview").await;
    }
}

#[actix_web::test]
async fn every_calendar_fits_the_document() {
    let countries = hold(Request::get("/v1/calendars"), "Calendars").await.json();
    let countries = countries["countries"].as_array().unwrap().clone();
    assert!(countries.len() > 200);
    for country in countries {
        let code = country["country"].as_str().unwrap();
        for year in [2000, 2026, 2050] {
            hold(Request::get(format!("/v1/calendars/{code}/{year}")), "Calendar").await;
        }
    }
    for query in ["add=1000&country=IL", "to=2036-03-09&country=NP", "to=2026-03-02"] {
        hold(
            Request::get(format!("/v1/working-days?from=2026-03-02&{query}")),
            "WorkingDays",
        )
        .await;
    }
}

#[actix_web::test]
async fn the_largest_problems_fit_the_document() {
    let names = |length: usize, count: usize| -> Map<String, Value> {
        (0..count)
            .map(|n| (format!("{n}{}", "~".repeat(length)), json!(1)))
            .collect()
    };
    let mut faulty = crowded();
    faulty["history"] = json!(vec![json!({"kind": "sent", "at": "x", "until": "x"}); 50]);
    let problems = [
        post("/v1/plans", &Value::Object(names(65_000, 1))),
        post("/v1/plans", &Value::Object(names(0, 7_000))),
        post("/v1/plans", &faulty),
        post("/v1/plans", &json!("x".repeat(65_000))),
        Request::get(format!("/v1/guidance?{}", "a&".repeat(10_000))),
        Request::get(format!("/v1/guidance?{}=1", "%C3%A9".repeat(1_000))),
        Request::get(format!("/v1/{}", "x".repeat(5_000))),
    ];
    for problem in problems {
        let place = format!("{:.60}", problem.path);
        let answer = send(problem).await;
        assert!(answer.status.is_client_error(), "{place}");
        crate::document::validate(&answer.json(), "Problem");
    }
}

#[actix_web::test]
async fn every_answer_has_the_headers_that_the_document_requires() {
    for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
        let Some(operation) = item.get("get").filter(|_| !path.contains('{')) else {
            continue;
        };
        let answer = send_while(Request::get(path), Data::new(Instance::default())).await;
        let response = &operation["responses"][answer.status.as_str()];
        let response = match response["$ref"].as_str() {
            Some(to) => DOCUMENT.pointer(to.trim_start_matches('#')).unwrap(),
            None => response,
        };
        for (name, header) in response["headers"].as_object().unwrap() {
            let header = DOCUMENT
                .pointer(header["$ref"].as_str().unwrap().trim_start_matches('#'))
                .unwrap();
            match answer.header(&name.to_lowercase()) {
                Some(value) if header["schema"]["type"] == "string" => {
                    let faults = validator(&header["schema"]).iter_errors(&json!(value)).count();
                    assert_eq!(faults, 0, "{path} {name}: {value}");
                }
                Some(_) => {}
                None => assert_ne!(header["required"], true, "{path} has no {name}"),
            }
        }
    }
}

/// Every schema within `value`, with the way that leads there.
fn schemas<'a>(value: &'a Value, place: &str, found: &mut Vec<(String, &'a Map<String, Value>)>) {
    match value {
        Value::Object(members) => {
            if members
                .get("type")
                .is_some_and(|kind| kind.is_string() || kind.is_array())
            {
                found.push((place.to_owned(), members));
            }
            for (name, member) in members.iter().filter(|(name, _)| !name.starts_with("example")) {
                schemas(member, &format!("{place}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                schemas(item, &format!("{place}/{index}"), found);
            }
        }
        _ => {}
    }
}

fn is(schema: &Map<String, Value>, kind: &str) -> bool {
    match &schema["type"] {
        Value::Array(kinds) => kinds.iter().any(|own| own == kind),
        own => own == kind,
    }
}

#[test]
fn every_text_list_and_number_has_its_bounds() {
    let mut found = Vec::new();
    schemas(&DOCUMENT, "", &mut found);
    for (place, schema) in &found {
        let needs: &[&str] = if is(schema, "array") {
            &["maxItems"]
        } else if is(schema, "integer") {
            &["minimum", "maximum", "format"]
        } else if is(schema, "string") && !schema.contains_key("enum") {
            &["maxLength"]
        } else {
            &[]
        };
        for bound in needs {
            assert!(schema.contains_key(*bound), "{place} has no {bound}");
        }
    }
    assert!(found.len() > 200);
}

/// What a schema leads to, as schemas of its own.
fn sent(name: &str, seen: &mut Vec<String>) {
    let mut pending = vec![&DOCUMENT["components"]["schemas"][name]];
    seen.push(name.to_owned());
    while let Some(value) = pending.pop() {
        let inner = value.as_object().map(|members| members.values());
        pending.extend(inner.into_iter().flatten());
        pending.extend(value.as_array().into_iter().flatten());
        let to = value["$ref"].as_str().and_then(|to| to.rsplit('/').next());
        if let Some(to) = to.filter(|to| !seen.iter().any(|name| name == to)) {
            sent(to, seen);
        }
    }
}

/// The bounds that `openapi/bounds.rs` gives to answers are none that a request is held to.
#[test]
fn what_is_sent_has_the_contracts_bounds() {
    let mut names = Vec::new();
    for name in ["MessagesBody", "DraftReviewSubmission"] {
        sent(name, &mut names);
    }
    assert!(names.iter().any(|name| name == "HistoryEntryFacts"), "{names:?}");
    for name in names {
        let mut found = Vec::new();
        schemas(&DOCUMENT["components"]["schemas"][&name], &name, &mut found);
        for (place, schema) in found {
            assert_ne!(schema.get("maxLength"), Some(&json!(65_536)), "{place}");
            assert_ne!(schema.get("maxItems"), Some(&json!(1_000)), "{place}");
            assert_ne!(schema.get("maximum"), Some(&json!(i32::MAX)), "{place}");
            let closed = !is(schema, "object") || schema.get("additionalProperties") == Some(&json!(false));
            assert!(closed, "{place} takes unknown properties");
        }
    }
}
