//! The examples of the OpenAPI document: requests chosen by hand, answers computed by the code that answers them.

mod imports;
mod story;

use actix_web::http::StatusCode;
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};

use self::story::{FACTS, STORY};
use super::calendars::{calendar_of, calendars};
use super::problem::{Fault, Problem};
use super::problem_types::{self as problem, ProblemType};
use super::{batch, drafts, health, mcp, messages, plans, strategies, working_days};
use crate::calendar;
use crate::facts::PersonRef;
use crate::guidance::guidance;
use crate::messages::{Selection, catalogue};

/// The request id in the examples.
pub(super) const REQUEST_ID: &str = "5c1d9f0e-8c33-4a0b-9a57-3f0c2f6d7a11";

/// How many entries of a long list an example shows.
const SHOWN: usize = 3;

/// Facts on which the four strategies part.
const UNDECIDED: [(&str, &str, &str); 1] = [(
    "final_round",
    "Two days after a final round; they still see others, and the candidate would ask after a week",
    include_str!("examples/final_round.json"),
)];

/// Facts with wording of the caller's own.
const WORDED: [(&str, &str, &str); 1] = [(
    "own_wording",
    "The same hour, in words of your own",
    include_str!("examples/own_wording.json"),
)];

/// Drafts with the facts that they are held against, with what they show.
const DRAFTS: [(&str, &str, &str); 2] = [
    (
        "impatient_check_in",
        "A check-in a week before the date they named, with the wrong name and day, a reproach, a deadline and a blank",
        include_str!("examples/impatient_check_in.json"),
    ),
    (
        "thanks_in_time",
        "A thank-you that can go as it is",
        include_str!("examples/thanks_in_time.json"),
    ),
];

/// Facts with a fault of every kind.
const FAULTY_FACTS: &str = include_str!("examples/five_faults.json");

/// A request and its answer.
pub(super) struct Example {
    /// The operation's id.
    pub(super) operation: &'static str,
    pub(super) name: &'static str,
    pub(super) summary: &'static str,
    pub(super) media_type: &'static str,
    /// The body, for an operation that takes one.
    pub(super) request: Option<Value>,
    pub(super) response: Value,
}

/// Every example, an operation's first one first.
pub(super) fn all() -> Vec<Example> {
    let mut examples = Vec::new();
    examples.extend(of_facts("create_plan", &FACTS, plans::plan));
    examples.extend(of_facts("create_schedule", &FACTS[..STORY], plans::schedule));
    examples.extend(entries());
    examples.extend(picture());
    examples.extend(of_facts("create_channel_advice", &FACTS[..STORY], |facts| {
        plans::channel_advice(facts, None)
    }));
    examples.extend(
        [&UNDECIDED[..], &FACTS[..2]]
            .into_iter()
            .flat_map(|facts| of_facts("create_strategy_comparison", facts, strategies::comparison)),
    );
    examples.extend(of_facts("create_messages", &FACTS, |facts| {
        messages::rendered(facts, &Selection::default())
    }));
    examples.extend(of_facts("create_messages", &WORDED, |body| {
        messages::rendered(body, &Selection::default())
    }));
    examples.extend(draft());
    examples.push(many());
    examples.extend(of_facts("create_draft_review", &DRAFTS, drafts::review));
    examples.extend(imports::all());
    examples.extend(knowledge());
    examples.extend(days());
    examples.extend(mcp::examples());
    examples.extend(service());
    examples
}

/// The examples of an operation that takes facts.
fn of_facts<T: Serialize>(
    operation: &'static str,
    facts: &[(&'static str, &'static str, &'static str)],
    answer: fn(&[u8]) -> Result<T, Problem>,
) -> Vec<Example> {
    let examples = facts.iter().filter_map(|(name, summary, facts)| {
        let response = value(&answer(facts.as_bytes()).ok()?);
        let request = serde_json::from_str(facts).ok();
        Some(Example {
            request,
            ..shown(operation, name, summary, response)
        })
    });
    examples.collect()
}

/// One e-mail as a file.
fn draft() -> Option<Example> {
    let (name, _, facts) = FACTS[0];
    let first = Selection {
        recipient: Some(PersonRef::Interviewer(0)),
        ..Selection::default()
    };
    let draft = messages::draft(facts.as_bytes(), &first).ok()?;
    let text = String::from_utf8(draft.bytes).ok()?;
    Some(Example {
        media_type: messages::EML,
        ..shown(
            "create_messages",
            name,
            "The first of them, with recipient=0",
            Value::String(text),
        )
    })
}

/// A schedule as a calendar.
fn entries() -> Option<Example> {
    let (name, _, facts) = FACTS[0];
    let (_, calendar) = plans::calendar(facts.as_bytes()).ok()?;
    Some(Example {
        media_type: plans::ICS,
        ..shown(
            "create_schedule",
            name,
            "Those still to be done, as a calendar",
            Value::String(calendar),
        )
    })
}

/// A schedule as a picture.
fn picture() -> Option<Example> {
    let (name, summary, facts) = FACTS[0];
    let (_, picture) = plans::picture(facts.as_bytes()).ok()?;
    Some(Example {
        media_type: plans::SVG,
        ..shown("create_schedule", name, summary, Value::String(picture))
    })
}

fn many() -> Example {
    let text = |bytes: &[u8]| Value::String(String::from_utf8_lossy(bytes).into_owned());
    let lines = include_bytes!("examples/batch.ndjson");
    Example {
        media_type: batch::NDJSON,
        request: Some(text(lines)),
        ..shown(
            "create_plans_in_batch",
            "one_bad_line",
            "Three interviews, the second with a fault",
            text(&batch::answered(lines)),
        )
    }
}

fn knowledge() -> Vec<Example> {
    let mut rules = value(guidance());
    shorten(&mut rules["sources"]);
    shorten(&mut rules["rules"]);
    let mut templates = value(&catalogue());
    shorten(&mut templates["templates"]);
    vec![
        shown(
            "get_guidance",
            "first_rules",
            "The first sources and rules of many",
            rules,
        ),
        shown(
            "list_templates",
            "first_templates",
            "The first templates of many",
            templates,
        ),
    ]
}

fn days() -> Vec<Example> {
    let mut known = value(&calendars());
    let countries = known["countries"].as_array().cloned().unwrap_or_default();
    let countries = countries
        .into_iter()
        .filter(|country| ["BE", "US"].iter().any(|code| country["country"] == *code));
    known["countries"] = countries.collect();
    let california = calendar::region("US", Some("US-CA")).ok();
    let year = california
        .map(|region| value(&calendar_of(&region, 2026)))
        .unwrap_or_default();
    let grace = working_days::reached(california, day(2026, 3, 13), 3);
    vec![
        shown("list_calendars", "two_countries", "Two countries of many", known),
        shown("get_calendar", "california_2026", "California in 2026", year),
        shown(
            "count_working_days",
            "three_days_of_grace",
            "Three working days after the date that was named: when to ask",
            value(&grace),
        ),
    ]
}

fn service() -> Vec<Example> {
    let page = Value::String(problem::INVALID_FACTS.markdown());
    vec![
        shown(
            "check_liveness",
            "live",
            "The process lives",
            value(&health::LIVE),
        ),
        shown(
            "check_readiness",
            "ready",
            "Requests are welcome",
            value(&health::READY),
        ),
        Example {
            media_type: "text/plain",
            ..shown(
                "get_metrics",
                "one_counter",
                "The first lines of many",
                json!(super::metrics::EXAMPLE),
            )
        },
        shown(
            "get_openapi",
            "beginning",
            "How the document begins",
            json!({ "openapi": "3.1.0" }),
        ),
        Example {
            media_type: "text/markdown",
            ..shown("get_problem_page", "invalid_facts", "What a 422 means", page)
        },
    ]
}

/// A real problem of that type, if one can be shown.
pub(super) fn problem(kind: &ProblemType) -> Option<Value> {
    let faults = || {
        vec![
            Fault::of_parameter("from", "malformed", "from must be a date as 2026-03-02."),
            Fault::of_parameter(
                "ad",
                "unknown_parameter",
                "There is no such parameter. Did you mean add?",
            ),
        ]
    };
    let shown = match kind.slug {
        "not-json" => problem::NOT_JSON.because("The body is empty. Send the interview facts as JSON."),
        "bad-request" => Problem::of_status(StatusCode::BAD_REQUEST),
        "not-found" => Problem::not_found("No problem has this name."),
        "not-acceptable" => super::envelope::not_acceptable(&["application/json"]),
        "body-too-large" => Problem::body_too_large(),
        "unsupported-media-type" => super::body::no_media_type("application/json"),
        "invalid-facts" => plans::plan(FAULTY_FACTS.as_bytes()).err()?,
        "invalid-query" => Problem::invalid_query(faults()),
        "internal" => Problem::internal(),
        "origin-not-allowed" => mcp::origin_not_allowed(),
        "unauthorized" => super::admission::unauthorized(),
        "too-many-requests" => super::admission::limited(1),
        "request-timeout" => super::body::too_slow(),
        "overloaded" => super::admission::overloaded(),
        "unavailable" => health::stopping(),
        _ => return None,
    };
    serde_json::from_slice(&shown.under(REQUEST_ID).to_json()).ok()
}

fn shown(operation: &'static str, name: &'static str, summary: &'static str, response: Value) -> Example {
    Example {
        operation,
        name,
        summary,
        media_type: "application/json",
        request: None,
        response,
    }
}

fn value(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Leaves the first few entries of a list.
fn shorten(list: &mut Value) {
    if let Some(entries) = list.as_array_mut() {
        entries.truncate(SHOWN);
    }
}
