//! Imports through the public door: every golden case, what is refused, and that no change to an object breaks them.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::document::validate;
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
