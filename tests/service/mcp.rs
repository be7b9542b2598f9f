//! The operations as tools for agents, over the messages that an agent sends.

mod protocol;

use actix_web::web::Data;
use followup::api::Instance;
use followup::config::{Access, Limits};
use rstest::rstest;
use serde_json::{Value, json};

use crate::document::DOCUMENT;
use crate::requests::{Answer, Request, send, send_while, sender};

const TAGS: [&str; 4] = ["follow-up", "imports", "knowledge", "calendars"];
const FACTS: &str =
    r#"{"interview": {"ended_at": "2026-03-02T15:00:00-08:00"}, "as_of": "2026-03-03T09:00:00-08:00"}"#;

/// More than any list of tools has: an agent has to read it.
const LIST_BYTES: usize = 256 * 1024;

fn post(body: impl Into<Vec<u8>>) -> Request {
    Request::post("/mcp", body).with("Accept", "application/json, text/event-stream")
}

fn message(method: &str, params: &Value) -> Request {
    post(json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params }).to_string())
}

fn call(name: &str, arguments: &Value) -> Request {
    message("tools/call", &json!({ "name": name, "arguments": arguments }))
}

/// A request of the revision that has no handshake, with the headers that it asks for.
fn current(method: &'static str, mut params: Value) -> Request {
    params["_meta"] = json!({
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": {},
    });
    let name = params["name"].as_str().map(str::to_owned);
    let request = message(method, &params)
        .with("MCP-Protocol-Version", "2026-07-28")
        .with("Mcp-Method", method);
    match name {
        Some(name) => request.with("Mcp-Name", name),
        None => request,
    }
}

fn result(answer: &Answer) -> Value {
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("content-type"), Some("application/json"));
    let reply = answer.json();
    crate::document::validate(&reply, "McpReply");
    assert!(reply["error"].is_null(), "{reply}");
    reply["result"].clone()
}

/// The code of the error that an answer is.
fn code(answer: &Answer) -> i64 {
    assert_eq!(
        answer.header("content-type"),
        Some("application/json"),
        "{}",
        answer.text()
    );
    let reply = answer.json();
    crate::document::validate(&reply, "McpReply");
    reply["error"]["code"].as_i64().unwrap()
}

/// An operation that has to be a tool: its name, its first example as arguments, and the same as a request to its endpoint.
fn expected() -> Vec<(&'static str, Value, Request)> {
    let mut expected = Vec::new();
    for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
        for operation in item.as_object().unwrap().values() {
            let content = |of: &'static Value| of["content"].get("application/json");
            let body = operation.get("requestBody");
            let is_tool = TAGS.iter().any(|tag| operation["tags"][0] == *tag)
                && body.is_none_or(|body| content(body).is_some())
                && content(&operation["responses"]["200"]).is_some();
            if !is_tool {
                continue;
            }
            let (mut address, mut arguments, mut query) = (path.clone(), json!({}), Vec::new());
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let name = parameter["name"].as_str().unwrap();
                let Some(example) = parameter.get("example") else {
                    continue;
                };
                let text = example
                    .as_str()
                    .map_or_else(|| example.to_string(), str::to_owned);
                if parameter["in"] == "path" {
                    address = address.replace(&format!("{{{name}}}"), &text);
                } else {
                    query.push(format!("{name}={text}"));
                }
                arguments[name] = example.clone();
            }
            if !query.is_empty() {
                address = format!("{address}?{}", query.join("&"));
            }
            let example = body.and_then(content).map(|body| {
                let examples = body["examples"].as_object().unwrap();
                examples.values().next().unwrap()["value"].clone()
            });
            let request = match &example {
                Some(body) => Request::post(address, body.to_string()),
                None => Request::get(address),
            };
            match (example, operation["parameters"].is_array()) {
                (Some(body), true) => arguments["body"] = body,
                (Some(body), false) => arguments = body,
                (None, _) => {}
            }
            expected.push((operation["operationId"].as_str().unwrap(), arguments, request));
        }
    }
    assert!(expected.len() >= 10, "operations were not found");
    expected
}

async fn tools() -> Vec<Value> {
    let answer = send(message("tools/list", &json!({}))).await;
    assert!(answer.body.len() < LIST_BYTES, "{} bytes", answer.body.len());
    result(&answer)["tools"].as_array().unwrap().clone()
}

#[actix_web::test]
async fn every_operation_is_a_tool_and_nothing_else_is() {
    let tools = tools().await;
    let names: Vec<_> = tools.iter().map(|tool| tool["name"].as_str().unwrap()).collect();
    let operations: Vec<_> = expected().iter().map(|(name, ..)| *name).collect();
    assert_eq!(names, operations);
}

#[actix_web::test]
async fn a_tool_tells_all_that_an_agent_has_to_know() {
    let (tools, expected) = (tools().await, expected());
    for (tool, (name, arguments, _)) in tools.iter().zip(&expected) {
        let input = &tool["inputSchema"];
        // Hosts hand tools on to models, which take no more than these for a name, and no alternatives at the top.
        assert!(
            name.len() <= 64 && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'),
            "{name}"
        );
        for word in ["oneOf", "anyOf", "allOf", "$ref"] {
            assert!(input[word].is_null(), "{name}: {word} at the top");
        }
        for told in ["title", "description"] {
            assert!(
                tool[told].as_str().is_some_and(|text| !text.is_empty()),
                "{name} has no {told}"
            );
        }
        for (hint, expected) in [
            ("readOnlyHint", true),
            ("idempotentHint", true),
            ("openWorldHint", false),
            ("destructiveHint", false),
        ] {
            assert_eq!(tool["annotations"][hint], expected, "{name}: {hint}");
        }
        for schema in [input, &tool["outputSchema"]] {
            assert_eq!(schema["type"], "object", "{name}");
            assert!(
                !schema.to_string().contains("#/components/"),
                "{name} refers to what it has not"
            );
        }
        let schema = jsonschema::draft202012::new(input).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(
            schema.is_valid(arguments),
            "{name}: {:?}",
            schema.validate(arguments)
        );
        // A header speaks of how an answer is sent, which is not for an agent to choose.
        assert!(input["properties"].get("If-None-Match").is_none(), "{name}");
        if input["properties"].get("body").is_some() {
            assert!(
                input["required"].as_array().unwrap().contains(&json!("body")),
                "{name}"
            );
        }
    }
}

#[actix_web::test]
async fn a_tool_answers_as_its_endpoint_does() {
    let tools = tools().await;
    let ask = sender(Data::new(Instance::default())).await;
    for (name, arguments, request) in expected() {
        let endpoint = ask(request).await;
        assert_eq!(endpoint.status, 200, "{name}: {}", endpoint.text());
        let tool = tools.iter().find(|tool| tool["name"] == name).unwrap();
        let schema = jsonschema::draft202012::new(&tool["outputSchema"]).unwrap();
        for request in [
            call(name, &arguments),
            current("tools/call", json!({ "name": name, "arguments": arguments })),
        ] {
            let result = result(&ask(request).await);
            assert_eq!(
                result["content"][0],
                json!({ "type": "text", "text": endpoint.text() }),
                "{name}"
            );
            assert_eq!(result["structuredContent"], endpoint.json(), "{name}");
            assert_eq!(result["isError"], false, "{name}");
            let faults: Vec<_> = schema
                .iter_errors(&result["structuredContent"])
                .map(|fault| fault.to_string())
                .collect();
            assert!(faults.is_empty(), "{name}: {faults:?}");
        }
    }
}

#[rstest]
#[case::facts("create_plan", json!({ "interview": {} }), "invalid-facts", "/interview/ended_at", "missing")]
#[case::no_arguments("create_plan", json!({}), "invalid-facts", "/interview", "missing")]
#[case::a_parameter("create_channel_advice", json!({ "purpos": "check_in", "body": {} }), "invalid-query", "purpos", "unknown_parameter")]
#[case::no_body("create_channel_advice", json!({ "purpose": "check_in" }), "invalid-facts", "/interview", "missing")]
#[case::a_part_of_the_path("get_calendar", json!({ "year": 2026 }), "invalid-query", "country", "missing")]
#[case::an_empty_part("get_calendar", json!({ "country": "", "year": 2026 }), "invalid-query", "country", "missing")]
#[case::a_list("count_working_days", json!({ "from": ["2026-03-02"], "add": 1 }), "invalid-query", "from", "malformed")]
#[case::an_amount("count_working_days", json!({ "from": "2026-03-02", "add": -1 }), "invalid-query", "add", "malformed")]
#[case::null_is_absent("count_working_days", json!({ "from": null, "add": 1 }), "invalid-query", "from", "missing")]
#[case::of_none("list_calendars", json!({ "country": "DE" }), "invalid-query", "country", "unknown_parameter")]
#[actix_web::test]
async fn what_is_refused_is_a_result_with_the_problem(
    #[case] tool: &str,
    #[case] arguments: Value,
    #[case] slug: &str,
    #[case] place: &str,
    #[case] fault: &str,
) {
    let result = result(&send(call(tool, &arguments)).await);
    assert_eq!(result["isError"], true, "{result}");
    assert!(result["structuredContent"].is_null());
    let problem: Value = serde_json::from_str(result["content"][0]["text"].as_str().unwrap()).unwrap();
    assert_eq!(problem["type"], format!("/problems/{slug}"), "{problem}");
    let faults = problem["errors"].as_array().unwrap();
    let found = faults
        .iter()
        .any(|each| (each["pointer"] == place || each["parameter"] == place) && each["code"] == fault);
    assert!(found, "{problem:#}");
}

#[rstest]
#[case::another_country("../../health/live", 2026)]
#[case::a_question("DE?subdivision=DE-BY", 2026)]
#[case::a_slash("DE/2026", 2026)]
#[case::encoded("D%45", 2026)]
#[case::line_end("DE\r\nHost: x", 2026)]
#[actix_web::test]
async fn a_part_of_a_path_leads_nowhere_else(#[case] country: &str, #[case] year: u16) {
    let result = result(&send(call("get_calendar", &json!({ "country": country, "year": year }))).await);
    assert_eq!(result["isError"], true, "{result}");
    let problem: Value = serde_json::from_str(result["content"][0]["text"].as_str().unwrap()).unwrap();
    assert_eq!(problem["status"], 404, "{problem}");
}

#[actix_web::test]
async fn facts_are_read_as_they_were_sent() {
    for twice in [
        r#"{"interview": {"date": "2026-03-02"}, "reference": "a", "reference": "b"}"#,
        r#"{"interview": {"date": "2026-03-02"}, "$serde_json::private::RawValue": "{}"}"#,
    ] {
        let endpoint = send(Request::post("/v1/plans", twice)).await;
        assert_eq!(endpoint.status, 422);
        let tool = post(format!(
            r#"{{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {{"name": "create_plan", "arguments": {twice}}}}}"#
        ));
        let result = result(&send(tool).await);
        let problem: Value = serde_json::from_str(result["content"][0]["text"].as_str().unwrap()).unwrap();
        assert_eq!(problem["errors"], endpoint.json()["errors"]);
    }
}
