//! Requests that are wrong before anybody reads their body: methods, media types, formats, parameters, headers.

use serde_json::Value;

use super::{Expected, Input, fault};
use crate::document::{Operation, operations};
use crate::requests::Request;

pub fn inputs() -> Vec<Input> {
    let mut inputs = Vec::new();
    for operation in operations() {
        methods(&operation, &mut inputs);
        media_types(&operation, &mut inputs);
        formats(&operation, &mut inputs);
        unknown_parameters(&operation, &mut inputs);
    }
    headers(&mut inputs);
    inputs
}

/// A request for the operation that is in order: its address with the examples of its parameters, its first example as the body.
fn sound(operation: &Operation) -> Request {
    let (_, request) = operation.requests().into_iter().next().unwrap();
    request
}

fn methods(operation: &Operation, inputs: &mut Vec<Input>) {
    let wrong = if operation.method == "POST" {
        [
            "GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "post", "BREW",
        ]
    } else {
        [
            "POST", "QUERY", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "BREW",
        ]
    };
    for method in wrong {
        let request = Request {
            body: Vec::new(),
            ..sound(operation)
        }
        .without("Content-Type")
        .by(method);
        let name = format!("{method} {}", operation.path);
        inputs.push(Input::of(
            name,
            request,
            Expected::Refused(405, "method-not-allowed"),
        ));
    }
}

fn media_types(operation: &Operation, inputs: &mut Vec<Input>) {
    let Some((right, _)) = operation.body() else {
        return;
    };
    let other = if right == "application/json" {
        "application/x-ndjson"
    } else {
        "application/json"
    };
    let expected = || Expected::Refused(415, "unsupported-media-type");
    for media_type in [
        other,
        "",
        "json",
        "text/json",
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json5",
        "application/",
        "*/*",
        "application/octet-stream",
        "application/json, text/plain",
        "application /json",
        "application/jsön",
        "text/html;application/json",
    ] {
        let request = sound(operation)
            .without("Content-Type")
            .with("Content-Type", media_type);
        inputs.push(Input::of(
            format!("{media_type} to {}", operation.path),
            request,
            expected(),
        ));
    }
    for coding in ["gzip", "br", "deflate", "zstd", "identity, gzip", "x", ""] {
        let request = sound(operation).with("Content-Encoding", coding);
        inputs.push(Input::of(
            format!("coding {coding:?} to {}", operation.path),
            request,
            expected(),
        ));
    }
    let request = sound(operation).without("Content-Type");
    inputs.push(Input::of(
        format!("no media type to {}", operation.path),
        request,
        expected(),
    ));
    for media_type in [
        right.to_uppercase(),
        format!("{right};charset=utf-8"),
        format!("{right} ; x=\"y;z\""),
    ] {
        let request = sound(operation)
            .without("Content-Type")
            .with("Content-Type", &media_type);
        inputs.push(Input::of(
            format!("{media_type} to {}", operation.path),
            request,
            Expected::Taken,
        ));
    }
}

fn formats(operation: &Operation, inputs: &mut Vec<Input>) {
    let any = ["/health/", "/metrics", "/problems/"]
        .iter()
        .any(|page| operation.path.starts_with(page));
    let (right, _) = operation.answer();
    for accept in [
        "image/png",
        "application/xml",
        "audio/*",
        "json",
        ";",
        "q=1",
        "*",
        "application",
        "a/b, c/d;q=0.1",
        "*/*;q=0",
        "application/problem+json",
        "application/json;q=0, application/x-ndjson;q=0",
    ] {
        let expected = if any {
            Expected::Taken
        } else {
            Expected::Refused(406, "not-acceptable")
        };
        inputs.push(Input::of(
            format!("{accept} of {}", operation.path),
            sound(operation).with("Accept", accept),
            expected,
        ));
    }
    let kind = right.split('/').next().unwrap();
    for accept in [
        "",
        ",,,",
        "*/*",
        "*/*;q=high",
        "\u{e9}/\u{e9}",
        "image/png, */*;q=0.001",
        right,
        &format!("{kind}/*;q=0.5"),
        &right.to_uppercase(),
        &format!("{}{right}", "image/png, ".repeat(500)),
        &format!("{right};q=-1e9, */*"),
        &format!("{right};q=NaN"),
    ] {
        let request = sound(operation).with("Accept", accept);
        inputs.push(Input::of(
            format!("{accept} of {}", operation.path),
            request,
            Expected::Taken,
        ));
    }
}

fn unknown_parameters(operation: &Operation, inputs: &mut Vec<Input>) {
    // Pages and probes are asked with whatever caches and monitors add.
    if !operation.path.starts_with("/v1/") {
        return;
    }
    for (given, told) in [
        ("pretty", "pretty"),
        ("__proto__=1", "__proto__"),
        ("%F0%9F%99%82=1", "🙂"),
        ("a%00b=1", "ab"),
        ("%22%3E=1", "\">"),
        ("%20=1", " "),
    ] {
        let mut request = sound(operation);
        let mark = if request.path.contains('?') { '&' } else { '?' };
        request.path = format!("{}{mark}{given}", request.path);
        let expected = Expected::Fault(told.to_owned(), "unknown_parameter");
        inputs.push(Input::of(
            format!("{given} of {}", operation.path),
            request,
            expected,
        ));
    }
}

/// Headers that we read or that others read, with values from hell: a request without anything else wrong is answered.
fn headers(inputs: &mut Vec<Input>) {
    let names = [
        "X-Request-Id",
        "Traceparent",
        "Tracestate",
        "Authorization",
        "X-Api-Key",
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "Origin",
        "Referer",
        "Cookie",
        "User-Agent",
        "Accept-Language",
        "Accept-Encoding",
        "Accept-Charset",
        "If-None-Match",
        "If-Modified-Since",
        "Range",
        "TE",
        "Via",
        "X-HTTP-Method-Override",
        "X-Original-URL",
        "Content-Type",
        "Prefer",
        "Priority",
    ];
    let long = "x".repeat(30_000);
    let values = [
        "",
        " ",
        "🙂",
        "\u{202e}",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "${jndi:ldap://127.0.0.1/a}",
        "%s%n%00",
        "../../etc/passwd",
        "00-00000000000000000000000000000000-0000000000000000-00",
        "for=\"[::1\";for=, for",
        "bytes=0-,99999999999999999999-",
        "null",
        long.as_str(),
    ];
    for (name, value) in names
        .iter()
        .flat_map(|name| values.iter().map(move |value| (*name, *value)))
    {
        let request = Request::get("/v1/templates").with(name, value);
        let shown: String = value.chars().take(40).collect();
        // The document says how long a list of tags may be.
        let expected = match (name, value.len()) {
            ("If-None-Match", 8193..) => Expected::Refused(400, "bad-request"),
            _ => Expected::Taken,
        };
        inputs.push(Input::of(format!("{name}: {shown}"), request, expected));
        if [
            "X-Request-Id",
            "Traceparent",
            "Authorization",
            "Forwarded",
            "Origin",
        ]
        .contains(&name)
        {
            let request = Request::post("/v1/plans", Value::Null.to_string()).with(name, value);
            inputs.push(Input::of(
                format!("{name}: {shown} on a refusal"),
                request,
                fault("", "wrong_type"),
            ));
        }
    }
    for header in ["Connection", "Keep-Alive", "Proxy-Connection"] {
        let request = Request::get("/v1/templates").with(header, "close, upgrade, x");
        inputs.push(Input::of(header, request, Expected::Taken));
    }
}
