//! The OpenAPI document: committed as it is, true, and complete.

use std::sync::LazyLock;

use jsonschema::Validator;
use rstest::rstest;
use serde_json::{Value, json};

use crate::requests::{Request, send};

pub static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(followup::api::openapi_json()).expect("the document is JSON"));

/// Operations whose example shows the beginning of a long answer.
const SHORTENED: [&str; 5] = [
    "get_guidance",
    "list_templates",
    "list_calendars",
    "get_metrics",
    "get_openapi",
];

/// Holds a problem document against its schema.
pub fn hold_problem(problem: &Value) {
    static PROBLEM: LazyLock<Validator> =
        LazyLock::new(|| validator(&json!({ "$ref": "#/components/schemas/Problem" })));
    let faults: Vec<_> = PROBLEM
        .iter_errors(problem)
        .map(|fault| fault.to_string())
        .collect();
    assert!(faults.is_empty(), "{faults:?} {problem}");
}

/// Holds a value against a schema of the document.
pub fn validate(value: &Value, schema: &str) {
    hold(
        value,
        &json!({ "$ref": format!("#/components/schemas/{schema}") }),
        schema,
    );
}

/// What holds values against a schema, whose references lead into the document.
pub fn validator(schema: &Value) -> Validator {
    let mut schema = schema.clone();
    schema["components"] = DOCUMENT["components"].clone();
    let options = jsonschema::draft202012::options().should_validate_formats(true);
    options.build(&schema).unwrap()
}

fn hold(value: &Value, schema: &Value, place: &str) {
    let validator = validator(schema);
    let faults: Vec<_> = validator
        .iter_errors(value)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{place}: {faults:#?}\n{value:#}");
}

/// An operation with its path and method.
pub struct Operation {
    pub path: &'static str,
    pub method: &'static str,
    object: &'static Value,
}

pub fn operations() -> Vec<Operation> {
    let mut operations = Vec::new();
    for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
        for (method, object) in item.as_object().unwrap() {
            let method = if method == "post" { "POST" } else { "GET" };
            operations.push(Operation { path, method, object });
        }
    }
    assert!(operations.len() > 7);
    operations
}

impl Operation {
    fn id(&self) -> &'static str {
        self.object["operationId"].as_str().unwrap()
    }

    /// Whether a client may keep the answer and ask whether it is still good.
    pub fn may_be_kept(&self) -> bool {
        !self.object["responses"]["304"].is_null()
    }

    /// The address that Swagger UI asks where nothing is changed: every parameter with an example has it.
    pub fn address(&self) -> String {
        let (mut path, mut query) = (self.path.to_owned(), Vec::new());
        for parameter in self.object["parameters"].as_array().into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap();
            let example = match &parameter["example"] {
                Value::String(text) => text.clone(),
                Value::Null => continue,
                other => other.to_string(),
            };
            if parameter["in"] == "path" {
                path = path.replace(&format!("{{{name}}}"), &example);
            } else {
                query.push(format!("{name}={example}"));
            }
        }
        if query.is_empty() {
            path
        } else {
            format!("{path}?{}", query.join("&"))
        }
    }

    /// The address for the example of that name: `lever_onsite` goes to the path whose parameter can be `lever`.
    fn address_of(&self, example: &str) -> String {
        let mut path = self.path.to_owned();
        for parameter in self.object["parameters"].as_array().into_iter().flatten() {
            let values = parameter["schema"]["$ref"]
                .as_str()
                .and_then(|to| DOCUMENT.pointer(&to[1..]));
            let values = values.and_then(|schema| schema["enum"].as_array());
            let beginning = example.split('_').next();
            if parameter["in"] == "path"
                && let Some(value) = values
                    .into_iter()
                    .flatten()
                    .find(|value| value.as_str() == beginning)
            {
                let name = parameter["name"].as_str().unwrap();
                path = path.replace(&format!("{{{name}}}"), value.as_str().unwrap());
            }
        }
        if path.contains('{') { self.address() } else { path }
    }

    /// The answer's only or first media type with its schema and its examples.
    pub fn answer(&self) -> (&'static str, &'static Value) {
        let content = self.object["responses"]["200"]["content"].as_object().unwrap();
        let json = content.get_key_value("application/json");
        json.or_else(|| content.iter().next())
            .map(|(media_type, body)| (media_type.as_str(), body))
            .unwrap()
    }

    /// The one media type that the body can have, with its schema and its examples.
    pub fn body(&self) -> Option<(&'static str, &'static Value)> {
        let content = self.object["requestBody"]["content"].as_object()?;
        assert_eq!(content.len(), 1, "{}", self.id());
        content
            .iter()
            .next()
            .map(|(media_type, body)| (media_type.as_str(), body))
    }

    /// The named requests: bodies, or a single one without.
    pub fn requests(&self) -> Vec<(String, Request)> {
        if let Some((media_type, body)) = self.body() {
            let post = |name: &str, example: &Value| {
                let text = match &example["value"] {
                    Value::String(text) => text.clone(),
                    facts => facts.to_string(),
                };
                let request = Request::post(self.address_of(name), text).without("Content-Type");
                request.with("Content-Type", media_type)
            };
            let named = body["examples"].as_object().unwrap();
            return named
                .iter()
                .map(|(name, example)| (name.clone(), post(name, example)))
                .collect();
        }
        let (_, body) = self.answer();
        let name = body["examples"]
            .as_object()
            .and_then(|examples| examples.keys().next());
        vec![(name.cloned().unwrap_or_default(), Request::get(self.address()))]
    }
}

#[test]
fn the_committed_document_is_the_current_one() {
    let committed = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/openapi/openapi.json"));
    assert!(
        committed.is_ok_and(|committed| committed == followup::api::openapi_json()),
        "openapi/openapi.json is out of date; mend it with: cargo run -- openapi > openapi/openapi.json"
    );
}

#[actix_web::test]
async fn every_example_is_answered_as_the_document_says() {
    for operation in operations() {
        let (media_type, body) = operation.answer();
        for (name, request) in operation.requests() {
            let place = format!("{} {name}", operation.id());
            let answer = send(request).await;
            assert_eq!(answer.status, 200, "{place}: {}", answer.text());
            let given = answer.header("content-type").unwrap();
            assert!(given.starts_with(media_type), "{place}: {given}");
            let value = if media_type == "application/json" {
                answer.json()
            } else {
                json!(answer.text())
            };
            hold(&value, &body["schema"], &place);
            let shown = &body["examples"][&name]["value"];
            assert!(
                !shown.is_null(),
                "{place}: the answer has no example of that name"
            );
            hold(shown, &body["schema"], &place);
            if !SHORTENED.contains(&operation.id()) {
                assert_eq!(&value, shown, "{place}: the example is not what is answered");
            }
        }
    }
}

#[test]
fn every_request_example_fits_its_schema() {
    for operation in operations().iter().filter(|operation| operation.method == "POST") {
        let (_, body) = operation.body().unwrap();
        for (name, example) in body["examples"].as_object().unwrap() {
            hold(
                &example["value"],
                &body["schema"],
                &format!("{} {name}", operation.id()),
            );
        }
    }
}

#[test]
fn every_reference_leads_somewhere() {
    fn walk(value: &Value) {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(to)) = members.get("$ref") {
                    let pointer = to.strip_prefix('#').unwrap();
                    assert!(DOCUMENT.pointer(pointer).is_some(), "{to}");
                }
                members.values().for_each(walk);
            }
            Value::Array(items) => items.iter().for_each(walk),
            _ => {}
        }
    }
    walk(&DOCUMENT);
}

#[test]
fn every_operation_is_told_in_full() {
    for operation in operations() {
        let (id, object) = (operation.id(), operation.object);
        for text in ["summary", "description", "operationId"] {
            assert!(
                object[text].as_str().is_some_and(|text| !text.is_empty()),
                "{id} has no {text}"
            );
        }
        assert!(
            id.chars().all(|c| c.is_ascii_lowercase() || c == '_'),
            "{id} is not in snake case"
        );
        assert_eq!(object["tags"].as_array().map(Vec::len), Some(1), "{id}");
        for parameter in object["parameters"].as_array().into_iter().flatten() {
            let told = parameter["description"]
                .as_str()
                .is_some_and(|text| !text.is_empty());
            assert!(told, "{id}: {} has no description", parameter["name"]);
            let filled_in = parameter["required"] != true || !parameter["example"].is_null();
            assert!(
                filled_in,
                "{id}: {} is required and has no example",
                parameter["name"]
            );
        }
    }
}

#[test]
fn every_error_has_an_example_that_fits() {
    for (name, response) in DOCUMENT["components"]["responses"].as_object().unwrap() {
        if name == "NotModified" {
            continue;
        }
        let body = &response["content"]["application/problem+json"];
        let examples = body["examples"].as_object().unwrap();
        assert!(!examples.is_empty(), "{name} has no example");
        for example in examples.values() {
            hold(&example["value"], &body["schema"], name);
        }
    }
}

#[test]
fn no_text_is_empty_and_every_property_is_told() {
    fn walk(value: &Value, place: &str) {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    let empty = ["description", "summary", "title"].contains(&name.as_str()) && member == "";
                    assert!(!empty, "{place}/{name} is empty");
                    walk(member, &format!("{place}/{name}"));
                }
            }
            Value::Array(items) => items.iter().for_each(|item| walk(item, place)),
            _ => {}
        }
    }
    walk(&DOCUMENT, "");
    for (name, schema) in DOCUMENT["components"]["schemas"].as_object().unwrap() {
        assert!(
            schema["description"].is_string(),
            "the schema {name} has no description"
        );
        for (property, schema) in schema["properties"].as_object().into_iter().flatten() {
            let told = schema["description"].is_string() || !schema["$ref"].is_null();
            assert!(told, "{name}.{property} has no description");
        }
    }
}

#[rstest]
#[case::openapi("/openapi", "3.1.0")]
#[case::title("/info/title", "Followup")]
#[case::version("/info/version", env!("CARGO_PKG_VERSION"))]
#[case::licence("/info/license/identifier", env!("CARGO_PKG_LICENSE"))]
fn the_frame_says(#[case] pointer: &str, #[case] expected: &str) {
    assert_eq!(DOCUMENT.pointer(pointer).and_then(Value::as_str), Some(expected));
}
