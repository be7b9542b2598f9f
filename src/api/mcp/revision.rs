//! Revisions of the protocol: two kinds, told apart by the request itself.
//!
//! Until 2025-11-25 a client agrees on a revision by a handshake and names it in a header from then on. Since 2026-07-28
//! there is no handshake: every request names its revision, in its `_meta` and in a header, and repeats in headers what proxies
//! may want to know. Where the two differ, it is refused.

use actix_web::http::header::HeaderMap;
use serde_json::{Value, json};

use super::message::{HEADER_MISMATCH, INVALID_PARAMS, Message, Params, Refusal, UNSUPPORTED_VERSION};

/// Every revision that is spoken here, the oldest first.
pub(super) const ALL: [&str; 5] = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", CURRENT];

const CURRENT: &str = "2026-07-28";

/// What is answered to a handshake for a revision that is not known.
const LATEST_EARLIER: &str = "2025-11-25";

/// Where a request names its revision.
const VERSION_HEADER: &str = "mcp-protocol-version";
const VERSION_META: &str = "io.modelcontextprotocol/protocolVersion";
const CAPABILITIES_META: &str = "io.modelcontextprotocol/clientCapabilities";

/// Which kind of revision a request is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Revision {
    /// One that begins with a handshake.
    Earlier,
    /// 2026-07-28.
    Current,
}

/// The revision of a message.
///
/// # Errors
/// The refusal of a revision that is not spoken here, and of what a request of the current one lacks.
pub(super) fn of(headers: &HeaderMap, message: &Message<'_>) -> Result<Revision, Refusal> {
    let named = headers
        .get(VERSION_HEADER)
        .map(|version| version.to_str().unwrap_or_default());
    let meta = message.params.meta().unwrap_or_default();
    if !meta.contains_key(VERSION_META) && named.is_none_or(is_earlier) {
        return Ok(Revision::Earlier);
    }
    if message.id.is_none() {
        return spoken(named.unwrap_or_default());
    }
    if let Some(missing) = [VERSION_META, CAPABILITIES_META]
        .iter()
        .find(|key| !meta.contains_key(**key))
    {
        return Err(Refusal::new(
            INVALID_PARAMS,
            format!("params._meta lacks {missing}."),
        ));
    }
    let version = meta.get(VERSION_META).and_then(Value::as_str);
    let version =
        version.ok_or_else(|| Refusal::new(INVALID_PARAMS, format!("{VERSION_META} is a text.")))?;
    expect_header(headers, "MCP-Protocol-Version", version)?;
    expect_header(headers, "Mcp-Method", &message.method)?;
    if message.method == "tools/call" {
        // A name that has to be encoded for a header is none of ours.
        expect_header(headers, "Mcp-Name", &Params::text("name", message.params.name)?)?;
    }
    spoken(version)
}

/// The revision that is agreed on by a handshake.
pub(super) fn agreed(wanted: &str) -> &'static str {
    let known = ALL
        .into_iter()
        .find(|known| *known == wanted && is_earlier(known));
    known.unwrap_or(LATEST_EARLIER)
}

fn is_earlier(version: &str) -> bool {
    version != CURRENT && ALL.contains(&version)
}

fn spoken(version: &str) -> Result<Revision, Refusal> {
    if version == CURRENT {
        return Ok(Revision::Current);
    }
    let refusal = Refusal::new(
        UNSUPPORTED_VERSION,
        "This revision of the protocol is not spoken here so.",
    );
    Err(refusal.with(json!({ "supported": ALL, "requested": version })))
}

/// Refuses a header that is missing, comes twice, or says something else than the message.
fn expect_header(headers: &HeaderMap, name: &str, value: &str) -> Result<(), Refusal> {
    let mut given = headers.get_all(name);
    if given.next().is_some_and(|given| given == value) && given.next().is_none() {
        return Ok(());
    }
    let detail = format!("The header {name} does not say, once, what the message says.");
    Err(Refusal::new(HEADER_MISMATCH, detail))
}
