//! The OpenAPI document: collected from the handlers, completed with what holds for all of them.
//!
//! utoipa knows each handler's own answer. The errors, which follow from what an operation takes, the common
//! headers and the examples, which are computed by the code that answers requests, are added here.

mod bounds;
mod components;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use actix_web::App;
use serde_json::{Value, json};
use utoipa::OpenApi;
use utoipa::openapi::path::PathItem;
use utoipa_actix_web::AppExt;

use super::admission;
use super::examples::{self, Example};
use super::imports::Then;
use super::mcp;
use super::problem::ProblemAsSent;
use super::routes;
use crate::batch::View;
use crate::imports::System;

/// What stands in the document beside the operations.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Followup",
        description = include_str!("introduction.md"),
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
        contact(name = "The operator of this instance"),
    ),
    components(schemas(ProblemAsSent<'static>, View, System, Then)),
    tags(
        (name = "follow-up", description = "Interview facts in; what to do, when, by what means and in which words out."),
        (name = "imports", description = "Interviews as applicant-tracking systems send them in; facts or a plan out."),
        (name = "knowledge", description = "What the answers are made from: rules and templates."),
        (name = "calendars", description = "Working days and public holidays, as the planner counts them."),
        (name = "agents", description = "The same operations as tools of the Model Context Protocol."),
        (name = "service", description = "Probes, this document, and the pages that explain errors."),
    ),
)]
struct Frame;

/// The document as it is served: half as long as the indented one.
static SERVED: LazyLock<String> = LazyLock::new(|| document().to_string() + "\n");

/// The document as it is committed.
static INDENTED: LazyLock<String> = LazyLock::new(|| {
    let document: Value = serde_json::from_str(&SERVED).unwrap_or_default();
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
});

/// Every documented path with the methods that it takes, as `Allow` lists them.
static METHODS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let documented = collected()
        .paths
        .paths
        .into_iter()
        .map(|(path, item)| (path, methods_of(&item)));
    let pages = ["/", "/docs", "/docs/{file}"].map(|path| (path.to_owned(), "GET, HEAD".to_owned()));
    documented.chain(pages).collect()
});

/// The document as JSON text, indented, with a line end at its end.
#[must_use]
pub fn json() -> &'static str {
    &INDENTED
}

/// The document as JSON text, as it is served.
pub(super) fn served() -> &'static str {
    &SERVED
}

/// Lists the routes ahead of the first request. The document waits for somebody who asks for it.
pub(super) fn prepare() {
    LazyLock::force(&METHODS);
}

/// The methods that a path takes, for `Allow`; none for a path that there is not.
pub(super) fn methods_at(path: &str) -> Option<&'static str> {
    documented(path).map(|(_, methods)| methods.as_str())
}

/// The route that a path belongs to, its parameters in braces; none for a path that there is not.
pub(super) fn route(path: &str) -> Option<&'static str> {
    documented(path).map(|(template, _)| template.as_str())
}

fn documented(path: &str) -> Option<&'static (String, String)> {
    let mut same = METHODS.iter();
    same.find(|(template, _)| template == path)
        .or_else(|| METHODS.iter().find(|(template, _)| fits(template, path)))
}

/// The paths without parameters.
pub(super) fn paths() -> impl Iterator<Item = &'static str> {
    METHODS
        .iter()
        .map(|(path, _)| path.as_str())
        .filter(|path| !path.contains('{'))
}

/// Whether a path has the form of a template: `{…}` stands for one part that is not empty.
fn fits(template: &str, path: &str) -> bool {
    let (mut template, mut path) = (template.split('/'), path.split('/'));
    loop {
        match (template.next(), path.next()) {
            (None, None) => return true,
            (Some(expected), Some(part)) if expected == part => {}
            (Some(expected), Some(part)) if expected.starts_with('{') && !part.is_empty() => {}
            _ => return false,
        }
    }
}

fn methods_of(item: &PathItem) -> String {
    let mut methods = Vec::new();
    if item.get.is_some() {
        methods.extend(["GET", "HEAD"]);
    }
    if item.post.is_some() {
        methods.push("POST");
    }
    methods.join(", ")
}

/// What utoipa collects from the handlers.
fn collected() -> utoipa::openapi::OpenApi {
    let app = App::new()
        .into_utoipa_app()
        .openapi(Frame::openapi())
        .configure(|config| routes(config));
    app.split_for_parts().1
}

fn document() -> Value {
    let mut document = serde_json::to_value(collected()).unwrap_or_default();
    let mut examples = examples::all();
    if let Some(paths) = document["paths"].as_object_mut() {
        for (path, item) in paths {
            let operations = item.as_object_mut().into_iter().flatten();
            for (method, operation) in operations.filter(|(name, _)| ["get", "post"].contains(&name.as_str()))
            {
                complete(operation, path, method == "post", &mut examples);
            }
        }
    }
    document["servers"] = json!([{
        "url": "/",
        "description": "The instance that serves this document, be it in production or a local one.",
        "x-internal": false,
    }]);
    // Whether a key is needed is the operator's choice.
    document["security"] = json!([{}, { "bearer": [] }, { "api_key": [] }]);
    document["components"]["securitySchemes"] = components::security_schemes();
    document["components"]["headers"] = components::headers();
    document["components"]["responses"] = components::responses();
    require_nullable(&mut document);
    tidy(&mut document);
    bounds::bound(&mut document);
    document
}

/// Adds examples, common headers and errors to an operation.
fn complete(operation: &mut Value, path: &str, takes_body: bool, examples: &mut Vec<Example>) {
    let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
    let made_by_rules = ["follow-up", "imports", "knowledge"]
        .iter()
        .any(|tag| operation["tags"][0] == *tag);
    let answers = operation["responses"].as_object_mut().into_iter().flatten();
    for (_, answer) in answers {
        answer["headers"] = components::common_headers();
    }
    if made_by_rules {
        operation["responses"]["200"]["headers"]["Guidance-Version"] =
            json!({ "$ref": "#/components/headers/Guidance-Version" });
    }
    for example in examples.extract_if(.., |example| example.operation == id) {
        let body = &mut operation["responses"]["200"]["content"][example.media_type]["examples"];
        body[example.name] = json!({ "summary": example.summary, "value": example.response });
        if let Some(request) = example.request {
            // A view of facts may come in several types; facts themselves come in one.
            let content = operation["requestBody"]["content"].as_object_mut();
            let Some(body) = content.and_then(|content| content.values_mut().next()) else {
                continue;
            };
            body["examples"][example.name] = json!({ "summary": example.summary, "value": request });
        }
    }
    if !takes_body && is_fixed(path) {
        components::add_keeping(&mut operation["responses"]["200"]["headers"]);
        operation["responses"]["304"] = json!({ "$ref": "#/components/responses/NotModified" });
        match operation["parameters"].as_array_mut() {
            Some(parameters) => parameters.push(components::if_none_match()),
            None => operation["parameters"] = json!([components::if_none_match()]),
        }
    }
    if !admission::is_guarded(path) {
        operation["security"] = json!([]);
    }
    for (status, name) in problems_of(path, takes_body) {
        operation["responses"][status] = json!({ "$ref": format!("#/components/responses/{name}") });
    }
}

/// Whether what a GET answers there stays the same, so that a client may keep it and ask whether it is still good.
fn is_fixed(path: &str) -> bool {
    ["/v1/", "/openapi.json", "/problems/"]
        .iter()
        .any(|own| path.starts_with(own))
}

/// The errors that an operation can answer: they follow from what it takes.
fn problems_of(path: &str, takes_body: bool) -> Vec<(&'static str, &'static str)> {
    // What is wrong with a line of a batch is told in its place.
    let streamed = path.ends_with("/batch");
    let is_message = path == mcp::PATH;
    let unread = match (takes_body, streamed, is_message) {
        (_, _, true) => "NoMessage",
        (true, false, _) => "NotJson",
        _ => "BadRequest",
    };
    let mut problems = vec![("400", unread)];
    if admission::is_guarded(path) {
        problems.push(("401", "Unauthorized"));
    }
    if is_message {
        problems.push(("403", "OriginNotAllowed"));
    }
    if path.contains('{') {
        problems.push(("404", "NotFound"));
    }
    if admission::is_guarded(path) || path == "/openapi.json" {
        problems.push(("406", "NotAcceptable"));
    }
    if streamed {
        problems.extend([("415", "UnsupportedMediaType"), ("422", "InvalidQuery")]);
    } else if takes_body {
        problems.extend([
            ("408", "RequestTimeout"),
            ("413", "BodyTooLarge"),
            ("415", "UnsupportedMediaType"),
            (
                "422",
                if is_message {
                    "InvalidQuery"
                } else {
                    "InvalidFacts"
                },
            ),
        ]);
    } else if admission::is_guarded(path) {
        problems.push(("422", "InvalidQuery"));
    }
    if admission::is_guarded(path) {
        problems.push(("429", "TooManyRequests"));
    }
    problems.push(("500", "Internal"));
    if path == "/health/ready" {
        problems.push(("503", "Unavailable"));
    } else if !admission::is_open(path) {
        problems.push(("503", "Overloaded"));
    }
    problems
}

/// Says of every schema that only answers use that a property which may be null is there all the same: utoipa takes it
/// for one that may be absent.
fn require_nullable(document: &mut Value) {
    let mut asked = BTreeSet::new();
    for item in document["paths"]
        .as_object()
        .into_iter()
        .flat_map(|paths| paths.values())
    {
        referred(&item["post"]["requestBody"], document, &mut asked);
    }
    let schemas = document["components"]["schemas"]
        .as_object_mut()
        .into_iter()
        .flatten();
    for (_, schema) in schemas.filter(|(name, _)| !asked.contains(*name)) {
        let parts = schema.get_mut("allOf").and_then(Value::as_array_mut);
        let parts = if let Some(parts) = parts {
            parts.iter_mut().collect()
        } else {
            vec![schema]
        };
        for part in parts {
            let properties = part["properties"].as_object().into_iter().flatten();
            let nullable: Vec<_> = properties
                .filter(|(_, property)| is_nullable(property))
                .map(|(name, _)| json!(name))
                .collect();
            if !nullable.is_empty()
                && let Some(part) = part.as_object_mut()
                && let Some(required) = part.entry("required").or_insert_with(|| json!([])).as_array_mut()
            {
                for name in nullable {
                    if !required.contains(&name) {
                        required.push(name);
                    }
                }
            }
        }
    }
}

/// Adds the names of all schemas that `value` leads to.
pub(super) fn referred(value: &Value, document: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            let name = members
                .get("$ref")
                .and_then(Value::as_str)
                .and_then(|to| to.strip_prefix("#/components/schemas/"));
            if let Some(name) = name.filter(|name| names.insert((*name).to_owned())) {
                referred(&document["components"]["schemas"][name], document, names);
            }
            members
                .values()
                .for_each(|member| referred(member, document, names));
        }
        Value::Array(items) => items.iter().for_each(|item| referred(item, document, names)),
        _ => {}
    }
}

fn is_nullable(schema: &Value) -> bool {
    let is_null = |kind: &Value| kind == "null" || kind["type"] == "null";
    ["type", "oneOf"].iter().any(|list| {
        schema[*list]
            .as_array()
            .is_some_and(|kinds| kinds.iter().any(is_null))
    })
}

/// Takes out empty texts, which utoipa writes where it has nothing to say, and tells of a property that may be null
/// what utoipa tells of its value.
fn tidy(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|name, member| {
                !(["description", "summary"].contains(&name.as_str()) && member.as_str() == Some(""))
            });
            let kinds = members.get_mut("oneOf").and_then(Value::as_array_mut);
            if let Some([Value::Object(told), Value::Object(null)]) = kinds.map(Vec::as_mut_slice)
                && null.get("type").is_some_and(|kind| kind == "null")
                && let Some(description) = told.remove("description")
            {
                members.insert("description".to_owned(), description);
            }
            members.values_mut().for_each(tidy);
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}
