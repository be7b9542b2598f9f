//! Messages as JSON-RPC 2.0 has them: read strictly, answered or refused.

use std::borrow::Cow;
use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};
use utoipa::ToSchema;

use super::MEDIA_TYPE;
use super::revision::Revision;

/// The body is no JSON.
pub(super) const NOT_JSON: i32 = -32700;
/// It is JSON, and no message.
pub(super) const INVALID_REQUEST: i32 = -32600;
/// There is no such method.
pub(super) const METHOD_NOT_FOUND: i32 = -32601;
/// The parameters do not fit the method.
pub(super) const INVALID_PARAMS: i32 = -32602;
/// The service failed.
pub(super) const INTERNAL: i32 = -32603;
/// A header says something else than the message (MCP).
pub(super) const HEADER_MISMATCH: i32 = -32020;
/// The revision is not spoken here (MCP).
pub(super) const UNSUPPORTED_VERSION: i32 = -32022;

/// Characters of a method, and of an id that is a text.
const LONGEST_WORD_CHARS: usize = 128;

/// A message of the Model Context Protocol: a request; or a notification, which has no `id`.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it documents the body, which is read by hand to keep its parts as they are sent"
)]
pub(super) struct McpMessage {
    /// The version of JSON-RPC.
    jsonrpc: JsonRpc,
    /// What the answer is to repeat. Without it nothing is answered.
    #[schema(nullable = false)]
    id: Option<MessageId>,
    /// `initialize`, `ping`, `server/discover`, `tools/list`, `tools/call`, or a notification.
    #[schema(max_length = 128, example = "tools/list")]
    method: String,
    /// What the method takes: for `tools/call` a tool's `name` and its `arguments`.
    #[schema(value_type = Option<Object>)]
    params: Option<BTreeMap<String, Value>>,
}

/// The version of JSON-RPC.
#[derive(Serialize, ToSchema)]
pub(super) enum JsonRpc {
    /// The only one.
    #[serde(rename = "2.0")]
    Two,
}

/// What tells an answer's request: a text or a number.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "it documents ids, which are repeated as they are sent")]
enum MessageId {
    Text(#[schema(inline)] Word),
    /// A number.
    Number(f64),
}

/// A text.
#[derive(Serialize, ToSchema)]
#[schema(max_length = 128)]
struct Word(String);

/// What is answered to a request: a result, or an error of the protocol.
#[derive(Serialize, ToSchema)]
pub(super) struct McpReply<'a> {
    /// The version of JSON-RPC.
    jsonrpc: JsonRpc,
    /// The request's `id`; null where that could not be read.
    #[schema(value_type = Option<MessageId>, required)]
    id: Option<&'a RawValue>,
    /// What the method answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Object, required = false)]
    result: Option<&'a RawValue>,
    /// Why there is no result.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    error: Option<&'a Refusal>,
}

/// An error of the protocol; what a tool refuses is a result.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = McpError)]
pub(super) struct Refusal {
    /// A number of JSON-RPC, or of MCP.
    #[schema(minimum = -32_768, maximum = -32_000, example = -32601)]
    code: i32,
    /// What is wrong, in a sentence.
    message: Cow<'static, str>,
    /// For a revision that is not spoken here, those that are.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = Option<Object>)]
    data: Option<Value>,
}

impl Refusal {
    /// A refusal for that reason.
    pub(super) fn new(code: i32, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code,
            message: message.into(),
            data: None,
        }
    }

    /// The same with more for programs.
    pub(super) fn with(self, data: Value) -> Self {
        Self {
            data: Some(data),
            ..self
        }
    }

    /// The answer to a request, or to what could not be read as one. Only the current revision has a status for each error.
    pub(super) fn answer(&self, id: Option<&RawValue>, revision: Revision) -> HttpResponse {
        let status = match (self.code, revision) {
            (NOT_JSON | INVALID_REQUEST, _) => StatusCode::BAD_REQUEST,
            (METHOD_NOT_FOUND, Revision::Current) => StatusCode::NOT_FOUND,
            (INTERNAL, _) | (_, Revision::Earlier) => StatusCode::OK,
            (_, Revision::Current) => StatusCode::BAD_REQUEST,
        };
        sent(status, &self.reply(id))
    }

    /// What is answered.
    pub(super) fn reply<'a>(&'a self, id: Option<&'a RawValue>) -> McpReply<'a> {
        McpReply {
            jsonrpc: JsonRpc::Two,
            id,
            result: None,
            error: Some(self),
        }
    }
}

/// The answer to a request that has a result.
pub(super) fn answer(id: &RawValue, result: &RawValue) -> HttpResponse {
    sent(StatusCode::OK, &reply(id, result))
}

/// What is answered to a request that has a result.
pub(super) fn reply<'a>(id: &'a RawValue, result: &'a RawValue) -> McpReply<'a> {
    McpReply {
        jsonrpc: JsonRpc::Two,
        id: Some(id),
        result: Some(result),
        error: None,
    }
}

/// A result as it is sent.
pub(super) fn written(result: &impl Serialize) -> Result<Box<RawValue>, Refusal> {
    to_raw_value(result).map_err(|_| Refusal::new(INTERNAL, "The result could not be written."))
}

fn sent(status: StatusCode, reply: &McpReply<'_>) -> HttpResponse {
    let bytes = serde_json::to_vec(reply).unwrap_or_default();
    HttpResponse::build(status).content_type(MEDIA_TYPE).body(bytes)
}

/// A request or a notification; its parts are as they were sent.
pub(super) struct Message<'a> {
    /// What the answer is to repeat; a notification has none.
    pub(super) id: Option<&'a RawValue>,
    pub(super) method: Cow<'a, str>,
    pub(super) params: Params<'a>,
}

/// The members of a message.
#[derive(Deserialize)]
struct Members<'a> {
    #[serde(borrow)]
    jsonrpc: Cow<'a, str>,
    #[serde(borrow, default, deserialize_with = "present")]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    method: Cow<'a, str>,
    #[serde(borrow)]
    params: Option<&'a RawValue>,
}

/// The parameters that a method here can have.
#[derive(Default, Deserialize)]
pub(super) struct Params<'a> {
    #[serde(borrow, rename = "_meta")]
    meta: Option<&'a RawValue>,
    #[serde(borrow, rename = "protocolVersion")]
    pub(super) protocol_version: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) name: Option<&'a RawValue>,
    #[serde(borrow)]
    arguments: Option<&'a RawValue>,
}

impl<'a> Message<'a> {
    /// Reads a body.
    ///
    /// # Errors
    /// The refusal of what is no JSON, or no message; of several in one body, too: only revision 2025-03-26 has them.
    pub(super) fn read(body: &'a [u8]) -> Result<Self, Refusal> {
        let body: &RawValue =
            serde_json::from_slice(body).map_err(|_| Refusal::new(NOT_JSON, "The body is not JSON."))?;
        if body.get().starts_with('[') {
            let one_by_one = "Several messages in one body are not taken; send them one by one.";
            return Err(Refusal::new(INVALID_REQUEST, one_by_one));
        }
        let no_message = || {
            let form = "A message is an object with jsonrpc (\"2.0\"), method, and, where an answer is wanted, an id: a text of at most 128 characters, or a number.";
            Refusal::new(INVALID_REQUEST, form)
        };
        let message: Members<'_> = object(body).ok_or_else(no_message)?;
        if message.jsonrpc != "2.0" || !message.id.is_none_or(is_id) || !is_short(&message.method) {
            return Err(no_message());
        }
        let params = match message.params {
            None => Params::default(),
            Some(params) => object(params).ok_or_else(|| {
                Refusal::new(INVALID_REQUEST, "params is an object that has each member once.")
            })?,
        };
        Ok(Self {
            id: message.id,
            method: message.method,
            params,
        })
    }
}

impl<'a> Params<'a> {
    /// What the client says of itself and the protocol; none where it is not there or no object.
    pub(super) fn meta(&self) -> Option<BTreeMap<String, Value>> {
        self.meta.and_then(|meta| serde_json::from_str(meta.get()).ok())
    }

    /// The text of one of them.
    ///
    /// # Errors
    /// The refusal where it is missing or no text.
    pub(super) fn text(name: &str, value: Option<&RawValue>) -> Result<String, Refusal> {
        let text = value.and_then(|value| serde_json::from_str::<String>(value.get()).ok());
        text.ok_or_else(|| Refusal::new(INVALID_PARAMS, format!("params.{name} is needed: a text.")))
    }

    /// What a tool is called with, as it was sent.
    ///
    /// # Errors
    /// The refusal where it is no object.
    pub(super) fn arguments(&self) -> Result<&'a str, Refusal> {
        let arguments = self.arguments.map_or("{}", RawValue::get);
        if arguments.starts_with('{') {
            Ok(arguments)
        } else {
            Err(Refusal::new(INVALID_PARAMS, "params.arguments is an object."))
        }
    }
}

/// Whether a value is a number or a short text.
fn is_id(id: &RawValue) -> bool {
    match serde_json::from_str(id.get()) {
        Ok(Value::String(text)) => is_short(&text),
        Ok(Value::Number(_)) => true,
        _ => false,
    }
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= LONGEST_WORD_CHARS
}

/// An object's members; serde alone would take a list of their values as well.
fn object<'a, T: Deserialize<'a>>(value: &'a RawValue) -> Option<T> {
    let text = value.get();
    text.starts_with('{')
        .then(|| serde_json::from_str(text).ok())
        .flatten()
}

/// A member that is there, be it null.
fn present<'a, D: Deserializer<'a>>(deserializer: D) -> Result<Option<&'a RawValue>, D::Error> {
    Deserialize::deserialize(deserializer).map(Some)
}
