//! Messages and their answers, as the document shows them.

use chrono::NaiveDate;
use serde_json::value::to_raw_value;
use serde_json::{Value, json};

use super::message::{self, NOT_JSON, Refusal};
use super::revision::Revision;
use super::{MEDIA_TYPE, results};
use crate::api::examples::Example;
use crate::api::working_days;
use crate::calendar;

/// A call of a tool, and the handshake ahead of it.
pub(in crate::api) fn all() -> Vec<Example> {
    let from = NaiveDate::from_ymd_opt(2026, 5, 18).unwrap_or_default();
    let reached = working_days::reached(calendar::region("US", None).ok(), from, 5);
    let answered = serde_json::to_vec(&reached).map_err(|_| Vec::new());
    let called = shown(
        "call_a_tool",
        "Five working days, over Memorial Day",
        "tools/call",
        &json!({
            "name": "count_working_days",
            "arguments": { "from": "2026-05-18", "add": 5, "country": "US" },
        }),
        results::called(&answered, Revision::Earlier),
    );
    let greeted = shown(
        "handshake",
        "How a session of the earlier revisions begins",
        "initialize",
        &json!({
            "protocolVersion": "2025-11-25",
            "capabilities": {},
            "clientInfo": { "name": "an-agent", "version": "1.0.0" },
        }),
        results::initialized("2025-11-25"),
    );
    vec![called, greeted]
}

/// What is answered to a body that is no message.
pub(in crate::api) fn no_message() -> Value {
    let refusal = Refusal::new(NOT_JSON, "The body is not JSON.");
    json!({ "no_json": { "summary": "The body is not JSON", "value": refusal.reply(None) } })
}

fn shown(
    name: &'static str,
    summary: &'static str,
    method: &str,
    params: &Value,
    result: results::Written,
) -> Example {
    let id = to_raw_value(&1).unwrap_or_default();
    let result = result.unwrap_or_default();
    Example {
        operation: "send_mcp_message",
        name,
        summary,
        media_type: MEDIA_TYPE,
        request: Some(json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params })),
        response: serde_json::to_value(message::reply(&id, &result)).unwrap_or_default(),
    }
}
