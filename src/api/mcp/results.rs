//! What the methods answer.

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::message::{INTERNAL, Refusal, written};
use super::revision::{self, Revision};

/// How long a client may keep what only a new edition of the program changes, in milliseconds: an hour.
const KEEP_FOR_MS: u32 = 3_600_000;

/// Whom a kept answer may be shown: everybody, for it is the same for all.
const KEPT_FOR: &str = "public";

/// Where a result says who made it.
const SERVER: &str = "io.modelcontextprotocol/serverInfo";

/// What an agent is told ahead of the tools.
const INSTRUCTIONS: &str = "Followup plans what a candidate does after a job interview: when to write, by what means, to whom \
    and in which words. Start with create_plan: the time at which the interview ended is enough, and each further fact sharpens \
    the answer. Nothing is kept between calls: send all facts each time, and under history what was sent and received since. \
    Where a tool takes parameters as well, the facts belong under body. A refusal lists every fault with its place: mend all of \
    them, ask the person for what you do not know, and call again.";

/// A result as it is sent.
pub(super) type Written = Result<Box<RawValue>, Refusal>;

/// The answer to the handshake of the earlier revisions.
pub(super) fn initialized(revision: &str) -> Written {
    written(&json!({
        "protocolVersion": revision,
        "capabilities": capabilities(),
        "serverInfo": server(),
        "instructions": INSTRUCTIONS,
    }))
}

/// What takes the place of the handshake in the current revision.
pub(super) fn discovered() -> Written {
    written(&json!({
        "supportedVersions": revision::ALL,
        "capabilities": capabilities(),
        "instructions": INSTRUCTIONS,
        "ttlMs": KEEP_FOR_MS,
        "cacheScope": KEPT_FOR,
        "resultType": "complete",
        "_meta": { (SERVER): server() },
    }))
}

/// The answer to a ping.
pub(super) fn nothing() -> Written {
    written(&json!({}))
}

/// The list of tools.
pub(super) fn listed(tools: &RawValue, revision: Revision) -> Written {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Listed<'a> {
        tools: &'a RawValue,
        #[serde(skip_serializing_if = "Option::is_none")]
        ttl_ms: Option<u32>,
        #[serde(skip_serializing_if = "Option::is_none")]
        cache_scope: Option<&'static str>,
        #[serde(flatten)]
        told: Option<Told>,
    }
    let is_current = revision == Revision::Current;
    written(&Listed {
        tools,
        ttl_ms: is_current.then_some(KEEP_FOR_MS),
        cache_scope: is_current.then_some(KEPT_FOR),
        told: Told::in_revision(revision),
    })
}

/// What a tool answers: JSON as its operation answers it, as a value and as text; or a problem document, as text alone,
/// since it is none of what the tool's schema promises.
pub(super) fn called(answered: &Result<Vec<u8>, Vec<u8>>, revision: Revision) -> Written {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Called<'a> {
        content: [Text<'a>; 1],
        #[serde(skip_serializing_if = "Option::is_none")]
        structured_content: Option<&'a RawValue>,
        is_error: bool,
        #[serde(flatten)]
        told: Option<Told>,
    }
    #[derive(Serialize)]
    struct Text<'a> {
        r#type: &'static str,
        text: &'a str,
    }
    let (Ok(text) | Err(text)) = answered;
    let text: &RawValue =
        serde_json::from_slice(text).map_err(|_| Refusal::new(INTERNAL, "The answer could not be read."))?;
    written(&Called {
        content: [Text {
            r#type: "text",
            text: text.get(),
        }],
        structured_content: answered.is_ok().then_some(text),
        is_error: answered.is_err(),
        told: Told::in_revision(revision),
    })
}

/// What every result of the current revision says beside its content.
#[derive(Serialize)]
struct Told {
    #[serde(rename = "resultType")]
    result_type: &'static str,
    #[serde(rename = "_meta")]
    meta: Value,
}

impl Told {
    fn in_revision(revision: Revision) -> Option<Self> {
        (revision == Revision::Current).then(|| Self {
            result_type: "complete",
            meta: json!({ (SERVER): server() }),
        })
    }
}

fn capabilities() -> Value {
    json!({ "tools": {} })
}

fn server() -> Value {
    json!({ "name": env!("CARGO_PKG_NAME"), "title": "Followup", "version": env!("CARGO_PKG_VERSION") })
}
