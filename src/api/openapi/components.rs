//! What several operations share: headers, errors, ways to send a key.

use serde_json::{Map, Value, json};

use super::super::problem::MEDIA_TYPE;
use super::super::problem_types::{self as problem, ProblemType};
use super::super::{examples, fixed, mcp};

/// The tag in the examples.
const TAG: &str = "\"9f86d081884c7d659a2feaa0c55ad015\"";

/// The headers that several operations have.
pub(super) fn headers() -> Value {
    json!({
        "X-Request-Id": {
            "description": "The id of the request: the caller's own, if it sent one that fits, else a new one.",
            "required": true,
            "schema": { "type": "string", "maxLength": 64, "pattern": "^[A-Za-z0-9._-]{1,64}$" },
            "example": examples::REQUEST_ID,
        },
        "Guidance-Version": {
            "description": "The edition of the rules behind the answer.",
            "required": true,
            "schema": { "type": "string", "maxLength": 20 },
            "example": crate::guidance::VERSION,
        },
        "Retry-After": {
            "description": "After how many seconds to try again.",
            "required": true,
            "schema": { "type": "integer", "format": "int32", "minimum": 1, "maximum": 3600 },
            "example": 1,
        },
        "RateLimit": {
            "description": "Under /v1 and at /mcp, where the operator limits the rate: the requests that are left (r) and the seconds until there are more (t).",
            "schema": { "type": "string", "maxLength": 64, "pattern": "^\"default\";r=[0-9]+;t=[0-9]+$" },
            "example": "\"default\";r=0;t=1",
        },
        "RateLimit-Policy": {
            "description": "Under /v1 and at /mcp, where the operator limits the rate: how many requests (q) may come in how many seconds (w).",
            "schema": { "type": "string", "maxLength": 64, "pattern": "^\"default\";q=[0-9]+;w=[0-9]+$" },
            "example": "\"default\";q=100;w=10",
        },
        "WWW-Authenticate": {
            "description": "How to send the key.",
            "required": true,
            "schema": { "type": "string", "maxLength": 64, "pattern": "^Bearer " },
            "example": "Bearer realm=\"followup\"",
        },
        "ETag": {
            "description": "What stands for just this answer. Send it as `If-None-Match` the next time.",
            "required": true,
            "schema": { "type": "string", "maxLength": 34, "pattern": "^\"[0-9a-f]{32}\"$" },
            "example": TAG,
        },
        "Cache-Control": {
            "description": "How long a copy is good without asking, and whether a proxy may keep one (`public`) or the client alone (`private`, where a key is asked for).",
            "required": true,
            "schema": { "type": "string", "maxLength": 64, "pattern": "^(public|private), max-age=[0-9]+$" },
            "example": "public, max-age=3600",
        },
        "Access-Control-Allow-Origin": {
            "description": "Where the operator lets pages of other origins ask, and the request comes from one: that origin, or any.",
            "schema": { "type": "string", "maxLength": 1024, "pattern": "^(\\*|https?://[^/]+)$" },
            "example": "https://jobs.example",
        },
    })
}

/// The headers that every answer has or may have.
pub(super) fn common_headers() -> Value {
    let names = [
        "X-Request-Id",
        "RateLimit",
        "RateLimit-Policy",
        "Access-Control-Allow-Origin",
    ];
    let headers = names.map(|name| {
        (
            name.to_owned(),
            json!({ "$ref": format!("#/components/headers/{name}") }),
        )
    });
    Value::Object(headers.into_iter().collect())
}

/// What a client sends that asks whether its copy is still good.
pub(super) fn if_none_match() -> Value {
    json!({
        "name": "If-None-Match",
        "in": "header",
        "description": "The `ETag` of the answer that you have, or several, or `*`: where nothing has changed, 304 comes without a body.",
        "required": false,
        "schema": { "type": "string", "maxLength": fixed::LONGEST_LIST_OF_TAGS },
    })
}

/// Adds to the headers of an answer those by which a client keeps it.
pub(super) fn add_keeping(headers: &mut Value) {
    for name in ["ETag", "Cache-Control"] {
        headers[name] = json!({ "$ref": format!("#/components/headers/{name}") });
    }
}

/// The answer to a client that has just this.
fn not_modified() -> Value {
    let mut headers = common_headers();
    add_keeping(&mut headers);
    json!({ "description": "Nothing has changed: what you have is still good.", "headers": headers })
}

/// The two ways to send a key.
pub(super) fn security_schemes() -> Value {
    json!({
        "bearer": {
            "type": "http",
            "scheme": "bearer",
            "description": "An API key, where the operator asks for one.",
        },
        "api_key": {
            "type": "apiKey",
            "in": "header",
            "name": "X-Api-Key",
            "description": "The same key in a header of its own.",
        },
    })
}

/// The responses that operations share: one a type of problem, each with real examples, and that nothing has changed.
pub(super) fn responses() -> Value {
    let of = |kind: &ProblemType, also: &[&ProblemType]| {
        let kinds = std::iter::once(kind).chain(also.iter().copied());
        let examples: Map<_, _> = kinds
            .filter_map(|kind| {
                let problem = examples::problem(kind)?;
                Some((
                    kind.slug.replace('-', "_"),
                    json!({ "summary": kind.title, "value": problem }),
                ))
            })
            .collect();
        let schema = json!({ "$ref": "#/components/schemas/Problem" });
        json!({
            "description": format!("{}.", kind.title),
            "headers": common_headers(),
            "content": { (MEDIA_TYPE): { "schema": schema, "examples": examples } },
        })
    };
    let mut responses = json!({
        "BadRequest": of(&problem::BAD_REQUEST, &[]),
        "NotJson": of(&problem::NOT_JSON, &[&problem::BAD_REQUEST]),
        "NoMessage": of(&problem::BAD_REQUEST, &[]),
        "OriginNotAllowed": of(&problem::ORIGIN_NOT_ALLOWED, &[]),
        "Unauthorized": of(&problem::UNAUTHORIZED, &[]),
        "NotFound": of(&problem::NOT_FOUND, &[]),
        "NotAcceptable": of(&problem::NOT_ACCEPTABLE, &[]),
        "RequestTimeout": of(&problem::REQUEST_TIMEOUT, &[]),
        "BodyTooLarge": of(&problem::BODY_TOO_LARGE, &[]),
        "UnsupportedMediaType": of(&problem::UNSUPPORTED_MEDIA_TYPE, &[]),
        "InvalidFacts": of(&problem::INVALID_FACTS, &[&problem::INVALID_QUERY]),
        "InvalidQuery": of(&problem::INVALID_QUERY, &[]),
        "TooManyRequests": of(&problem::TOO_MANY_REQUESTS, &[]),
        "Internal": of(&problem::INTERNAL, &[]),
        "Overloaded": of(&problem::OVERLOADED, &[]),
        "Unavailable": of(&problem::UNAVAILABLE, &[]),
    });
    responses["NotJson"]["description"] =
        json!("The body is not JSON, or the request breaks a rule of HTTP.");
    responses["InvalidFacts"]["description"] =
        json!("The facts cannot be, or the query cannot be understood.");
    responses["NoMessage"]["description"] = json!(
        "The body is no message, or one that its revision does not allow; or the request breaks a rule of HTTP."
    );
    let refusals = mcp::no_message();
    responses["NoMessage"]["content"]["application/json"] =
        json!({ "schema": { "$ref": "#/components/schemas/McpReply" }, "examples": refusals });
    let also = [
        ("Unauthorized", "WWW-Authenticate"),
        ("TooManyRequests", "Retry-After"),
        ("Overloaded", "Retry-After"),
        ("Unavailable", "Retry-After"),
    ];
    for (name, header) in also {
        responses[name]["headers"][header] = json!({ "$ref": format!("#/components/headers/{header}") });
    }
    responses["NotModified"] = not_modified();
    responses
}
