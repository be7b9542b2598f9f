//! Paths and queries.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::facts::full;
use super::texts::{FORBIDDEN, HARMLESS};
use super::{Expected, Input, fault};
use crate::requests::Request;

pub fn inputs() -> Vec<Input> {
    let mut inputs = Vec::new();
    paths(&mut inputs);
    other_paths(&mut inputs);
    queries(&mut inputs);
    other_queries(&mut inputs);
    inputs
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

fn paths(inputs: &mut Vec<Input>) {
    let not_found = || Expected::Refused(404, "not-found");
    for (what, text) in HARMLESS.iter().chain(&FORBIDDEN) {
        let text = encoded(text);
        for path in [
            format!("/v1/calendars/{text}/2026"),
            format!("/v1/calendars/DE/{text}"),
            format!("/problems/{text}"),
            format!("/docs/{text}"),
            format!("/v1/{text}"),
            format!("/{text}"),
        ] {
            inputs.push(Input::of(
                format!("{what} in {path}"),
                Request::get(path),
                not_found(),
            ));
        }
    }
}

fn other_paths(inputs: &mut Vec<Input>) {
    let not_found = || Expected::Refused(404, "not-found");
    for path in [
        "/v1/calendars/%ff/2026",
        "/v1/calendars/%C0%AF/2026",
        "/v1/calendars/DE/%ED%A0%80",
        "/problems/%ff",
        "/docs/%ff",
        "/%ff",
        "/%zz",
        "/%",
        "/%2",
        "/v1/plans%00",
        "/v1/plans%20",
        "/v1%2Fplans",
        "/v1/plans/",
        "//v1/plans",
        "/v1//plans",
        "/V1/plans",
        "/v1/Plans",
        "/v1/./plans",
        "/v1/../v1/plans",
        "/v1/plans/../plans",
        "/v1/plans;x=1",
        "/v1/plans.json",
        "/v1",
        "/v1/",
        "/v2/plans",
        "/docs/..%2f..%2fetc%2fpasswd",
        "/docs/../../etc/passwd",
        "/docs/%2e%2e/%2e%2e/etc/passwd",
        "/docs/..\\..\\x",
        "/.env",
        "/.git/config",
        "/wp-login.php",
        "/cgi-bin/sh",
        "/actuator/env",
        "/server-status",
        "/favicon.ico",
        "/robots.txt",
        "/index.html",
        "/openapi.json/",
        "/openapi.yaml",
        "/health",
        "/health/",
        "/health/live/",
        "/metrics/",
        "/problems",
        "/problems/",
        "/docs/swagger-initializer.js.map",
        "/v1/calendars/",
        "/v1/calendars/DE",
        "/v1/calendars/DE/",
        "/v1/calendars/DE/2026/",
        "/v1/calendars//2026",
        "/v1/calendars/DE/02026",
        "/v1/calendars/DE/+2026",
        "/v1/calendars/DE/-2026",
        "/v1/calendars/DE/2026.0",
        "/v1/calendars/DE/1999",
        "/v1/calendars/DE/2051",
        "/v1/calendars/DE/99999999999999999999",
        "/v1/calendars/D/2026",
        "/v1/calendars/DEU/2026",
        "/v1/calendars/XX/2026",
        "/v1/calendars/DE-BY/2026",
        "/v1/calendars/{country}/{year}",
        "/problems/{slug}",
        "/problems/Not-Json",
        "/problems/not-json/",
    ] {
        inputs.push(Input::of(path, Request::get(path), not_found()));
    }
    let long = format!("/{}", "x/".repeat(20_000));
    inputs.push(Input::of(
        "a path of 40,000 characters",
        Request::get(long),
        not_found(),
    ));
    let many = format!("/v1/calendars/{}/2026", "x".repeat(30_000));
    inputs.push(Input::of(
        "a country of 30,000 letters",
        Request::get(many),
        not_found(),
    ));
}

fn queries(inputs: &mut Vec<Input>) {
    let facts = full().to_string();
    let post = |path: String| Request::post(path, facts.clone());
    let batch = |path: String| {
        post(path)
            .without("Content-Type")
            .with("Content-Type", "application/x-ndjson")
    };
    let strings: Vec<_> = HARMLESS.iter().chain(&FORBIDDEN).collect();
    for (what, text) in strings {
        let value = encoded(text);
        let day = "from=2026-03-02&add=1";
        for (parameter, code, request) in [
            (
                "purpose",
                "unknown_value",
                post(format!("/v1/channel-advice?purpose={value}")),
            ),
            (
                "purpose",
                "unknown_value",
                post(format!("/v1/messages?purpose={value}")),
            ),
            (
                "channel",
                "unknown_value",
                post(format!("/v1/messages?channel={value}")),
            ),
            (
                "form",
                "unknown_value",
                post(format!("/v1/messages?form={value}")),
            ),
            (
                "recipient",
                "malformed",
                post(format!("/v1/messages?recipient={value}")),
            ),
            (
                "view",
                "unknown_value",
                batch(format!("/v1/plans/batch?view={value}")),
            ),
            (
                "as_of",
                "not_an_instant",
                batch(format!("/v1/plans/batch?as_of={value}")),
            ),
            (
                "from",
                "malformed",
                Request::get(format!("/v1/working-days?from={value}&add=1")),
            ),
            (
                "to",
                "malformed",
                Request::get(format!("/v1/working-days?from=2026-03-02&to={value}")),
            ),
            (
                "add",
                "malformed",
                Request::get(format!("/v1/working-days?from=2026-03-02&add={value}")),
            ),
            (
                "country",
                "unknown_region",
                Request::get(format!("/v1/working-days?{day}&country={value}")),
            ),
            (
                "subdivision",
                "unknown_region",
                Request::get(format!("/v1/working-days?{day}&country=DE&subdivision={value}")),
            ),
            (
                "subdivision",
                "unknown_region",
                Request::get(format!("/v1/calendars/DE/2026?subdivision={value}")),
            ),
        ] {
            let name = format!("{what} in {}", request.path);
            inputs.push(Input::of(name, request, fault(parameter, code)));
        }
    }
}

fn other_queries(inputs: &mut Vec<Input>) {
    let facts = full().to_string();
    let post = |path: String| Request::post(path, facts.clone());
    for value in ["%ff", "%C0%AF", "%ED%A0%80", "%F4%90%80%80", "%E2%82", "a%80"] {
        let request = post(format!("/v1/messages?purpose={value}"));
        inputs.push(Input::of(
            format!("purpose={value}"),
            request,
            fault("purpose", "not_utf_8"),
        ));
    }
    for (query, parameter, code) in [
        ("purpose=check_in&purpose=check_in", "purpose", "repeated"),
        ("purpose=check_in&%70urpose=thank_you", "purpose", "repeated"),
        ("purpose=", "purpose", "empty"),
        ("purpose", "purpose", "empty"),
        ("purpose=check_in&form", "form", "empty"),
        ("purpose=%20check_in", "purpose", "unknown_value"),
        ("purpose=CHECK_IN", "purpose", "unknown_value"),
        ("purpose[]=check_in", "purpose[]", "unknown_parameter"),
        ("recipient=-1", "recipient", "malformed"),
        ("recipient=0x0", "recipient", "malformed"),
        ("recipient=99999999999999999999", "recipient", "malformed"),
        ("recipient=20", "recipient", "unavailable"),
        ("recipient=1", "recipient", "unavailable"),
        ("purpose=prepare", "purpose", "unavailable"),
        ("purpose=thank_you&channel=phone", "channel", "unavailable"),
        ("purpose=thank_you&form=voicemail", "form", "unavailable"),
    ] {
        inputs.push(Input::of(
            query,
            post(format!("/v1/messages?{query}")),
            fault(parameter, code),
        ));
    }
    let many: Vec<_> = (0..500).map(|n| format!("p{n}=1")).collect();
    let many = many.join("&");
    inputs.push(Input::of(
        "five hundred parameters",
        post(format!("/v1/plans?{many}")),
        Expected::Among("p0".into(), "unknown_parameter"),
    ));
    let long = "x".repeat(40_000);
    inputs.push(Input::of(
        "a parameter of 40,000 letters",
        post(format!("/v1/plans?{long}=1")),
        fault("x".repeat(64), "unknown_parameter"),
    ));
    inputs.push(Input::of(
        "a value of 40,000 letters",
        post(format!("/v1/messages?form={long}")),
        fault("form", "unknown_value"),
    ));
    for query in ["", "?", "?&", "?&&&"] {
        inputs.push(Input::of(
            format!("query {query:?}"),
            post(format!("/v1/messages{query}")),
            Expected::Taken,
        ));
    }
}
