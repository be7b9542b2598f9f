//! Thousands of hostile inputs and what each must get: a table made by rule, class by class, the same in every run.
//!
//! Most of it is asked in this process; where the parsing of HTTP is concerned (`wire.rs`), over a socket of the running program.
//! Inputs that look hostile and are in order get their answer: refusing those would be as wrong.

mod addresses;
mod bodies;
mod facts;
mod letters;
mod requests;
mod texts;
mod types;
mod wire;

use std::collections::HashSet;

use actix_web::web::Data;
use followup::api::Instance;
use rstest::rstest;
use serde_json::Value;

use self::facts::Door;
use crate::document::hold_problem;
use crate::requests::{Answer, Request, sender};

/// What must come back.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// It is in order, and answered.
    Taken,
    /// A problem of this status and name, without faults of its own.
    Refused(u16, &'static str),
    /// A 422 with this one fault: where (a JSON Pointer, or a parameter's name), and its code.
    Fault(String, &'static str),
    /// A 422 with faults, this among them.
    Among(String, &'static str),
}

/// One request, by a name that says what it attempts.
pub struct Input {
    name: String,
    door: Door,
    request: Request,
    expected: Expected,
}

impl Input {
    /// A request that is sent as it stands.
    fn of(name: impl Into<String>, request: Request, expected: Expected) -> Self {
        Self {
            name: name.into(),
            door: Door::Plain,
            request,
            expected,
        }
    }
}

/// A 422 with that fault.
fn fault(place: impl Into<String>, code: &'static str) -> Expected {
    Expected::Fault(place.into(), code)
}

/// A class of them.
type Inputs = fn() -> Vec<Input>;

/// Everything that is asked in this process.
const CLASSES: [Inputs; 6] = [
    texts::inputs,
    types::inputs,
    bodies::inputs,
    letters::inputs,
    requests::inputs,
    addresses::inputs,
];

/// What is wrong with the answer, if anything is.
fn complaint(input: &Input, answer: &Answer) -> Option<String> {
    let problem = match (&input.expected, input.door) {
        (Expected::Taken, Door::Batch) if is_problem_line(answer) => return Some(answer.text()),
        (Expected::Taken, _) if answer.status.is_success() => return None,
        (Expected::Taken, _) => return Some(format!("{}: {}", answer.status, answer.text())),
        // The body itself was in order: what is wrong with a line is told in its place.
        (Expected::Refused(400, _) | Expected::Fault(..) | Expected::Among(..), Door::Batch) => {
            if answer.status != 200 || !is_problem_line(answer) {
                return Some(format!("{}: {}", answer.status, answer.text()));
            }
            answer.json()["problem"].clone()
        }
        _ => match problem_in(answer) {
            Ok(problem) => problem,
            Err(complaint) => return Some(complaint),
        },
    };
    let (status, slug) = match input.expected {
        Expected::Refused(status, slug) => (status, slug),
        _ if input.request.method == "GET" => (422, "invalid-query"),
        Expected::Fault(ref place, _) | Expected::Among(ref place, _)
            if !place.starts_with('/') && !place.is_empty() =>
        {
            (422, "invalid-query")
        }
        _ => (422, "invalid-facts"),
    };
    if problem["status"] != status || problem["type"] != format!("/problems/{slug}") {
        return Some(problem.to_string());
    }
    let faults: Vec<_> = problem["errors"].as_array().into_iter().flatten().collect();
    let is = |fault: &Value, place: &str, code: &str| {
        let place = match input.door {
            Door::Plain | Door::Batch | Door::Alone(_) => place.to_owned(),
            Door::Around(_) => format!("/facts{place}"),
        };
        (fault["pointer"] == *place || fault["parameter"] == *place) && fault["code"] == code
    };
    let right = match &input.expected {
        Expected::Fault(place, code) => faults.len() == 1 && is(faults[0], place, code),
        Expected::Among(place, code) => faults.iter().any(|fault| is(fault, place, code)),
        Expected::Refused(..) | Expected::Taken => faults.is_empty() || status == 422,
    };
    // A refusal that grows with what was sent would be a way to make us work and talk.
    let short = problem.to_string().len() <= 200_000;
    (!right || !short).then(|| problem.to_string())
}

fn is_problem_line(answer: &Answer) -> bool {
    answer.text().starts_with("{\"line\":1,\"problem\":")
}

/// The problem document, if it is one in every respect.
fn problem_in(answer: &Answer) -> Result<Value, String> {
    let said = || format!("{} {:?}: {}", answer.status, answer.headers, answer.text());
    let problem: Value = serde_json::from_slice(&answer.body).map_err(|_| said())?;
    let sound = answer.header("content-type") == Some("application/problem+json")
        && answer.header("cache-control") == Some("no-store")
        && answer.header("x-content-type-options") == Some("nosniff")
        && problem["status"] == answer.status.as_u16()
        && problem["instance"].as_str() == answer.header("x-request-id")
        && (answer.status != 405 || answer.header("allow").is_some());
    if !sound {
        return Err(said());
    }
    hold_problem(&problem);
    Ok(problem)
}

#[rstest]
#[case::texts(texts::inputs)]
#[case::types(types::inputs)]
#[case::bodies(bodies::inputs)]
#[case::letters(letters::inputs)]
#[case::requests(requests::inputs)]
#[case::addresses(addresses::inputs)]
#[actix_web::test]
async fn what_is_hostile_is_refused_and_what_only_looks_so_is_not(#[case] class: Inputs) {
    let send = sender(Data::new(Instance::default())).await;
    let mut wrong = Vec::new();
    for input in class() {
        let answer = send(input.request.clone()).await;
        if let Some(complaint) = complaint(&input, &answer) {
            let request = &input.request;
            let complaint: String = complaint.chars().take(600).collect();
            wrong.push(format!(
                "{} ({} {}): expected {:?}, got {complaint}",
                input.name, request.method, request.path, input.expected
            ));
        }
    }
    let some: Vec<_> = wrong.iter().take(40).collect();
    assert!(wrong.is_empty(), "{} are wrong: {some:#?}", wrong.len());
}

#[test]
fn the_table_refuses_five_thousand_different_inputs() {
    let (mut seen, mut taken) = (HashSet::new(), 0);
    for Input {
        request, expected, ..
    } in CLASSES.iter().flat_map(|class| class())
    {
        let is_new = seen.insert((request.method, request.path, request.headers, request.body));
        taken += usize::from(is_new && expected == Expected::Taken);
    }
    let exchanges: HashSet<_> = wire::exchanges()
        .into_iter()
        .map(|exchange| exchange.bytes)
        .collect();
    let refused = seen.len() - taken + exchanges.len();
    assert!(refused >= 5_000, "{refused}");
}
