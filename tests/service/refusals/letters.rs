//! Drafts and templates: naughty strings in the texts that are no facts.

use serde_json::{Value, json};

use super::facts::{GAP, full};
use super::texts::{FORBIDDEN, HARMLESS, NO_STRINGS};
use super::{Expected, Input, fault};
use crate::requests::Request;

fn draft(property: &str, value: Value) -> Value {
    let mut draft = json!({"facts": full(), "purpose": "check_in", "channel": "email", "subject": "Our talk", "body": "Hello Sam"});
    draft[property] = value;
    draft
}

fn template(property: &str, value: Value) -> Value {
    let mut words = json!({"subject": "Our talk", "body": "Hello {{ dear }}"});
    words[property] = value;
    json!({"facts": full(), "template": words})
}

pub fn inputs() -> Vec<Input> {
    let mut inputs = Vec::new();
    for property in ["subject", "body"] {
        let at = format!("/{property}");
        let mut send = |what: &str, value: Value, raw: &[u8], expected| {
            inputs.push(input(
                format!("{what} in a draft's {property}"),
                "/v1/draft-reviews",
                &draft(property, value),
                raw,
                expected,
            ));
        };
        naughty(property, &at, &mut send);
        let most = if property == "subject" { 1_000 } else { 20_000 };
        send(
            "as many letters as may be",
            json!("x".repeat(most)),
            b"",
            Expected::Taken,
        );
        send(
            "one letter too many",
            json!("x".repeat(most + 1)),
            b"",
            fault(&at, "too_long"),
        );
        // Braces are blanks that were left in a draft, not a language.
        let braces = HARMLESS.iter().find(|(what, _)| *what == "a template").unwrap();
        send(braces.0, json!(braces.1), b"", Expected::Taken);

        let at = format!("/template/{property}");
        let mut send = |what: &str, value: Value, raw: &[u8], expected| {
            inputs.push(input(
                format!("{what} in a template's {property}"),
                "/v1/messages",
                &template(property, value),
                raw,
                expected,
            ));
        };
        naughty(property, &at, &mut send);
        let most = if property == "subject" { 1_000 } else { 10_000 };
        send(
            "as many letters as may be",
            json!("x".repeat(most)),
            b"",
            Expected::Taken,
        );
        send(
            "one letter too many",
            json!("x".repeat(most + 1)),
            b"",
            fault(&at, "template_too_long"),
        );
        send(
            braces.0,
            json!("{{ 7 * 7 }}"),
            b"",
            fault(&at, "template_not_allowed"),
        );
    }
    others(&mut inputs);
    inputs
}

fn input(name: String, path: &'static str, body: &Value, raw: &[u8], expected: Expected) -> Input {
    let gap = format!("\"{GAP}\"");
    let text = body.to_string();
    let body = match text.split_once(&gap) {
        Some((before, after)) => [before.as_bytes(), raw, after.as_bytes()].concat(),
        None => text.into_bytes(),
    };
    Input::of(name, Request::post(path, body), expected)
}

fn naughty(property: &str, at: &str, send: &mut impl FnMut(&str, Value, &[u8], Expected)) {
    for (what, text) in HARMLESS.iter().filter(|(what, _)| *what != "a template") {
        // `<%= %>` and `${ }` mean nothing here, `{#` begins a comment.
        send(what, json!(text), b"", Expected::Taken);
    }
    for (what, text) in FORBIDDEN {
        // A body keeps its tabs.
        let expected = if what == "a tab" && (property == "body" || at.starts_with("/template")) {
            Expected::Taken
        } else {
            fault(at, "forbidden_character")
        };
        send(what, json!(text), b"", expected);
    }
    for (what, raw) in NO_STRINGS {
        send(what, json!(GAP), raw, Expected::Refused(400, "not-json"));
    }
    for wrong in [json!(7), json!(true), json!([]), json!({})] {
        send(&wrong.to_string(), wrong.clone(), b"", fault(at, "wrong_type"));
    }
}

/// What stands beside the texts.
fn others(inputs: &mut Vec<Input>) {
    let drafts = "/v1/draft-reviews";
    for (property, value, code) in [
        ("body", json!(""), "missing"),
        ("body", json!(" \n\t "), "missing"),
        ("body", Value::Null, "missing"),
        ("purpose", json!("prepare"), "unknown_value"),
        ("purpose", json!("move_on"), "unknown_value"),
        ("purpose", json!("thanks"), "unknown_value"),
        ("purpose", json!(""), "unknown_value"),
        ("purpose", json!("🙂"), "unknown_value"),
        ("purpose", json!(1), "wrong_type"),
        ("purpose", json!({"check_in": null}), "wrong_type"),
        ("purpose", Value::Null, "missing"),
        ("channel", json!("fax"), "unknown_value"),
        ("channel", json!(["email"]), "wrong_type"),
        ("channel", Value::Null, "missing"),
        ("facts", Value::Null, "missing"),
        ("facts", json!([]), "wrong_type"),
        ("facts", json!("{}"), "wrong_type"),
        ("template", json!({"body": "x"}), "unknown_property"),
        ("__proto__", json!({"x": 1}), "unknown_property"),
    ] {
        let name = format!("{value} for a draft's {property}");
        inputs.push(input(
            name,
            drafts,
            &draft(property, value),
            b"",
            fault(format!("/{property}"), code),
        ));
    }
    for (property, value, code) in [
        ("body", json!(""), "missing"),
        ("body", json!("\t\n"), "missing"),
        ("body", Value::Null, "missing"),
        ("cc", json!("x"), "unknown_property"),
    ] {
        let name = format!("{value} for a template's {property}");
        inputs.push(input(
            name,
            "/v1/messages",
            &template(property, value),
            b"",
            fault(format!("/template/{property}"), code),
        ));
    }
    let mut body = json!({"facts": full(), "template": "Hello"});
    inputs.push(input(
        "a template that is a text".into(),
        "/v1/messages",
        &body,
        b"",
        fault("/template", "wrong_type"),
    ));
    body["template"] = Value::Null;
    inputs.push(input(
        "a template that is null".into(),
        "/v1/messages",
        &body,
        b"",
        fault("/template", "missing"),
    ));
}
