//! The tools: read out of the document once, when they are first asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Map, Value, json};

use super::MEDIA_TYPE;
use super::message::{INTERNAL, Refusal};
use super::operations::Call;
use crate::api::problem::{Fault, Problem};
use crate::api::{late, openapi};

/// The operations under these tags are tools, as far as they take JSON, or nothing, and answer JSON.
const TAGS: [&str; 4] = ["follow-up", "imports", "knowledge", "calendars"];

/// Where the document has its schemas, and where a tool has them.
const SCHEMAS: &str = "#/components/schemas/";
const DEFINITIONS: &str = "#/$defs/";

/// Under which name a body stands beside parameters.
const BODY: &str = "body";

/// How a tool calls its operation.
#[derive(Debug)]
pub(super) struct Tool {
    name: String,
    path: String,
    /// Names of parameters in the path.
    in_path: Vec<String>,
    has_query: bool,
    takes_body: bool,
}

/// Every tool, and the list of them as it is sent.
pub(super) struct Tools {
    tools: Vec<Tool>,
    listed: Box<RawValue>,
}

static TOOLS: LazyLock<Tools> = LazyLock::new(|| {
    let document: Value = serde_json::from_str(openapi::served()).unwrap_or_default();
    let (tools, listed): (_, Vec<_>) = operations(&document)
        .map(|operation| (operation.tool(), operation.listed(&document)))
        .unzip();
    Tools {
        tools,
        listed: to_raw_value(&listed).unwrap_or_default(),
    }
});

/// All tools.
///
/// # Errors
/// An error of ours, where they could not be read.
pub(super) async fn tools() -> Result<&'static Tools, Refusal> {
    let tools = late::ready(&TOOLS).await;
    tools.map_err(|_| Refusal::new(INTERNAL, "The tools could not be listed."))
}

impl Tools {
    /// The list of them.
    pub(super) fn listed(&self) -> &RawValue {
        &self.listed
    }

    /// The tool of that name.
    pub(super) fn named(&self, name: &str) -> Option<&Tool> {
        self.tools.iter().find(|tool| tool.name == name)
    }

    /// The names of all.
    pub(super) fn names(&self) -> Vec<&str> {
        self.tools.iter().map(|tool| tool.name.as_str()).collect()
    }
}

impl Tool {
    /// The request that these arguments, a JSON object, stand for. Whether they are right is for the operation to say.
    ///
    /// # Errors
    /// The problem of a path that lacks a part.
    pub(super) fn call(&self, arguments: &str) -> Result<Call, Problem> {
        if self.in_path.is_empty() && !self.has_query && self.takes_body {
            return Ok(Call {
                address: self.path.clone(),
                body: Some(arguments.to_owned()),
            });
        }
        let mut arguments: BTreeMap<String, &RawValue> =
            serde_json::from_str(arguments).map_err(|_| Problem::internal())?;
        let body = self
            .takes_body
            .then(|| arguments.remove(BODY).map_or("{}", RawValue::get).to_owned());
        let mut given: BTreeMap<_, _> = arguments
            .iter()
            .filter_map(|(name, value)| Some((name.as_str(), as_parameter(value)?)))
            .collect();
        let mut address = self.path.clone();
        let mut faults = Vec::new();
        for name in &self.in_path {
            match given.remove(name.as_str()).filter(|value| !value.is_empty()) {
                Some(value) => address = address.replace(&format!("{{{name}}}"), &encoded(&value)),
                None => faults.push(Fault::of_parameter(
                    name,
                    "missing",
                    format!("{name} is required."),
                )),
            }
        }
        if !faults.is_empty() {
            return Err(Problem::invalid_query(faults));
        }
        for (index, (name, value)) in given.iter().enumerate() {
            address.push(if index == 0 { '?' } else { '&' });
            address.push_str(&encoded(name));
            address.push('=');
            address.push_str(&encoded(value));
        }
        Ok(Call { address, body })
    }
}

/// A value as a parameter's text; null means that the parameter is absent.
fn as_parameter(value: &RawValue) -> Option<String> {
    match value.get() {
        "null" => None,
        json => Some(serde_json::from_str(json).unwrap_or_else(|_| json.to_owned())),
    }
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// An operation of the document that becomes a tool.
struct Operation<'a> {
    path: &'a str,
    object: &'a Value,
}

fn operations(document: &Value) -> impl Iterator<Item = Operation<'_>> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let operations = paths.flat_map(|(path, item)| {
        let methods = ["get", "post"].iter().filter_map(|method| item.get(*method));
        methods.map(move |object| Operation { path, object })
    });
    operations.filter(Operation::is_tool)
}

impl<'a> Operation<'a> {
    fn is_tool(&self) -> bool {
        let has_tag = TAGS.iter().any(|tag| self.object["tags"][0] == *tag);
        let body = self.object.get("requestBody");
        has_tag && body.is_none_or(|body| !body["content"][MEDIA_TYPE].is_null()) && !self.answer().is_null()
    }

    fn text(&self, member: &str) -> &'a str {
        self.object[member].as_str().unwrap_or_default()
    }

    /// Those that choose the answer; a header speaks of how it is sent.
    fn parameters(&self) -> impl Iterator<Item = &'a Value> {
        let all = self.object["parameters"].as_array().into_iter().flatten();
        all.filter(|parameter| parameter["in"] != "header")
    }

    fn body(&self) -> Option<&'a Value> {
        Some(&self.object.get("requestBody")?["content"][MEDIA_TYPE]["schema"])
    }

    fn answer(&self) -> &'a Value {
        &self.object["responses"]["200"]["content"][MEDIA_TYPE]["schema"]
    }

    fn tool(&self) -> Tool {
        let (in_path, in_query): (Vec<_>, Vec<_>) =
            self.parameters().partition(|parameter| parameter["in"] == "path");
        let name = |parameter: &Value| parameter["name"].as_str().unwrap_or_default().to_owned();
        Tool {
            name: self.text("operationId").to_owned(),
            path: self.path.to_owned(),
            in_path: in_path.into_iter().map(name).collect(),
            has_query: !in_query.is_empty(),
            takes_body: self.body().is_some(),
        }
    }

    fn listed(&self, document: &Value) -> Value {
        let (title, description) = (self.text("summary"), self.text("description"));
        json!({
            "name": self.text("operationId"),
            "title": title,
            "description": format!("{title}. {description}"),
            "inputSchema": self.input(document),
            "outputSchema": complete(self.answer(), document),
            // Nothing is kept, and nobody else is asked.
            "annotations": {
                "title": title,
                "readOnlyHint": true,
                "destructiveHint": false,
                "idempotentHint": true,
                "openWorldHint": false,
            },
        })
    }

    /// The body's schema; where there are parameters, an object of these, with the body beside them.
    fn input(&self, document: &Value) -> Value {
        if let (Some(body), None) = (self.body(), self.parameters().next()) {
            return complete(body, document);
        }
        let (mut properties, mut required) = (Map::new(), Vec::new());
        if let Some(body) = self.body() {
            let mut body = body.clone();
            body["description"] = self.object["requestBody"]["description"].clone();
            properties.insert(BODY.to_owned(), body);
            required.push(json!(BODY));
        }
        for parameter in self.parameters() {
            let mut schema = parameter["schema"].clone();
            schema["description"] = parameter["description"].clone();
            if let Some(example) = parameter.get("example") {
                schema["examples"] = json!([example]);
            }
            if parameter["required"] == true {
                required.push(parameter["name"].clone());
            }
            properties.insert(parameter["name"].as_str().unwrap_or_default().to_owned(), schema);
        }
        let schema = json!({
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        });
        complete(&schema, document)
    }
}

/// A schema of the document by itself: an object, with the schemas that it refers to.
fn complete(schema: &Value, document: &Value) -> Value {
    let mut names = BTreeSet::new();
    let mut whole = match name_of(schema) {
        Some(name) => document["components"]["schemas"][name].clone(),
        None => schema.clone(),
    };
    openapi::referred(&whole, document, &mut names);
    // Clients ask for the word itself, also where it follows from the alternatives.
    whole["type"] = json!("object");
    let definitions: Map<_, _> = names
        .into_iter()
        .map(|name| (name.clone(), document["components"]["schemas"][&name].clone()))
        .collect();
    if !definitions.is_empty() {
        whole["$defs"] = Value::Object(definitions);
    }
    redirect(&mut whole);
    whole
}

/// The schema that this one is, by another name.
fn name_of(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix(SCHEMAS)
}

/// Has references lead to the definitions of the tool.
fn redirect(value: &mut Value) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(to)) = members.get_mut("$ref") {
                *to = to.replacen(SCHEMAS, DEFINITIONS, 1);
            }
            members.values_mut().for_each(redirect);
        }
        Value::Array(items) => items.iter_mut().for_each(redirect),
        _ => {}
    }
}
