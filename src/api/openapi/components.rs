//! What several operations share: headers, errors, ways to send a key.

use serde_json::{Map, Value, json};

use super::super::examples;
use super::super::problem::MEDIA_TYPE;
use super::super::problem_types::{self as problem, ProblemType};

/// The headers that several operations have.
pub(super) fn headers() -> Value {
    json!({
        "X-Request-Id": {
            "description": "The id of the request: the caller's own, if it sent one that fits, else a new one.",
            "schema": { "type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$" },
            "example": examples::REQUEST_ID,
        },
        "Guidance-Version": {
            "description": "The edition of the rules behind the answer.",
            "schema": { "type": "string" },
            "example": crate::guidance::VERSION,
        },
        "Retry-After": {
            "description": "After how many seconds to try again.",
            "schema": { "type": "integer", "minimum": 0 },
            "example": 1,
        },
        "RateLimit": {
            "description": "Where the operator limits the rate: the requests that are left (r) and the seconds until there are more (t).",
            "schema": { "type": "string" },
            "example": "\"default\";r=0;t=1",
        },
        "RateLimit-Policy": {
            "description": "Where the operator limits the rate: how many requests (q) may come in how many seconds (w).",
            "schema": { "type": "string" },
            "example": "\"default\";q=100;w=10",
        },
        "WWW-Authenticate": {
            "description": "How to send the key.",
            "schema": { "type": "string" },
            "example": "Bearer realm=\"followup\"",
        },
    })
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

/// One response a type of problem, each with real examples.
pub(super) fn problem_responses() -> Value {
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
            "headers": { "X-Request-Id": { "$ref": "#/components/headers/X-Request-Id" } },
            "content": { (MEDIA_TYPE): { "schema": schema, "examples": examples } },
        })
    };
    let mut responses = json!({
        "NotJson": of(&problem::NOT_JSON, &[]),
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
    responses["InvalidFacts"]["description"] =
        json!("The facts cannot be, or the query cannot be understood.");
    let also = [
        ("Unauthorized", "WWW-Authenticate"),
        ("TooManyRequests", "Retry-After"),
        ("TooManyRequests", "RateLimit"),
        ("TooManyRequests", "RateLimit-Policy"),
        ("Overloaded", "Retry-After"),
        ("Unavailable", "Retry-After"),
    ];
    for (name, header) in also {
        responses[name]["headers"][header] = json!({ "$ref": format!("#/components/headers/{header}") });
    }
    responses
}
