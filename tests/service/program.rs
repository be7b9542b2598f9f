//! The program itself: what it prints, how it stops, what it refuses.

use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::running::{Running, followup, run};

#[test]
fn it_serves_until_it_is_told_to_stop() {
    let mut running = Running::start();
    let url = format!("http://{}", running.address);
    assert!(run(followup().args(["health", &url])).status.success());

    running.signal("TERM");
    let started = Instant::now();
    let mut ready = true;
    while ready && started.elapsed() < Duration::from_secs(5) {
        ready = running
            .ask("GET /health/ready HTTP/1.0\r\n\r\n")
            .contains(" 200 ");
    }
    assert!(!ready, "it is still ready though it was told to stop");
    let answer = running.ask("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
    assert!(
        answer.starts_with("HTTP/1.1 200"),
        "it does not answer while it drains: {answer}"
    );
    assert!(answer.to_lowercase().contains("connection: close"), "{answer}");

    assert!(running.child.wait().unwrap().success());
    let unreachable = run(followup().args(["health", &url]));
    assert_eq!(unreachable.status.code(), Some(1));
}

#[test]
fn head_answers_the_head_of_get() {
    let running = Running::start();
    let answer = running.ask("HEAD /v1/guidance HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(!head.contains("content-length: 0"), "{head}");
    assert_eq!(body, "");
}

#[test]
fn too_large_a_body_is_answered_and_not_cut_off() {
    let running = Running::start();
    let body = "x".repeat(200_000);
    let head =
        "POST /v1/plans HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n";
    let answer = running.ask(format!("{head}Content-Length: {}\r\n\r\n{body}", body.len()));
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(answer.contains("/problems/body-too-large"), "{answer}");
}

#[test]
fn a_bad_setting_stops_the_start_and_is_named() {
    for (variable, value) in [
        ("FOLLOWUP_LISTEN", "nowhere"),
        ("FOLLOWUP_LISTEN", "192.0.2.1:80"),
        ("FOLLOWUP_WORKERS", "0"),
        ("FOLLOWUP_WORKERS", "many"),
        ("FOLLOWUP_LOG_FORMAT", "xml"),
        ("FOLLOWUP_HEAD_TIMEOUT", "0"),
        ("FOLLOWUP_BODY_TIMEOUT", "-1"),
        ("FOLLOWUP_WRITE_TIMEOUT", "10s"),
        ("FOLLOWUP_WRITE_RATE", "0"),
        ("FOLLOWUP_IDLE_TIMEOUT", "NaN"),
        ("FOLLOWUP_MAX_CONNECTIONS", "0"),
        ("FOLLOWUP_MAX_IN_FLIGHT", "x"),
        ("FOLLOWUP_MAX_WAITING", "0"),
        ("FOLLOWUP_DRAIN_TIME", "1e9"),
        ("FOLLOWUP_STOP_TIMEOUT", ""),
        ("RUST_LOG", "followup=loud"),
    ] {
        let output = run(followup().env(variable, value));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{variable}={value} was taken");
        assert!(said.contains(variable), "{variable}={value} is not named: {said}");
    }
}

#[test]
fn settings_are_checked_without_serving() {
    let good = run(followup().arg("--check-config"));
    assert!(good.status.success());
    assert_eq!(String::from_utf8_lossy(&good.stdout), "The settings are good.\n");
    let bad = run(followup().arg("--check-config").env("RUST_LOG", "followup=loud"));
    assert!(!bad.status.success());
}

#[test]
fn it_prints_its_document() {
    let output = run(followup().arg("openapi"));
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        followup::api::openapi_json()
    );
}

#[test]
fn it_plans_without_serving() {
    let facts =
        r#"{"as_of": "2026-03-03T09:00:00-08:00", "interview": {"ended_at": "2026-03-02T15:00:00-08:00"}}"#;
    let with_input = |facts: &str| {
        let mut child = followup()
            .args(["plan", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(facts.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let planned = with_input(facts);
    let plan: serde_json::Value = serde_json::from_slice(&planned.stdout).unwrap();
    assert_eq!(plan["as_of"], "2026-03-03T09:00:00-08:00");
    assert!(planned.status.success());

    let refused = with_input("{}");
    let problem: serde_json::Value = serde_json::from_slice(&refused.stderr).unwrap();
    assert_eq!(
        (&problem["status"], refused.status.code()),
        (&serde_json::json!(422), Some(1))
    );

    let missing = run(followup().args(["plan", "/nowhere.json"]));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("/nowhere.json"));
    assert_eq!(missing.status.code(), Some(1));
}

#[test]
fn every_setting_is_in_the_operators_table_with_its_default() {
    let help = run(followup().args(["serve", "--help"])).stdout;
    let help = String::from_utf8(help).unwrap();
    let table = include_str!("../../docs/operations.md");
    let readme = include_str!("../../README.md");
    let mut settings = 0;
    for (flag, told) in help
        .split("\n      --")
        .skip(1)
        .filter_map(|part| part.split_once(' '))
    {
        let Some(variable) = told
            .split(['<', '>'])
            .nth(1)
            .filter(|name| name.starts_with("FOLLOWUP_"))
        else {
            continue;
        };
        settings += 1;
        assert_eq!(
            variable,
            format!("FOLLOWUP_{}", flag.to_uppercase().replace('-', "_"))
        );
        let row = format!("| `{variable}` | ");
        let row = table.lines().find_map(|line| line.strip_prefix(&row));
        let row = row.unwrap_or_else(|| panic!("{variable} is not in docs/operations.md"));
        assert!(readme.contains(variable), "{variable} is not in README.md");
        let default = told
            .rsplit_once("[default: ")
            .and_then(|(_, rest)| rest.split(']').next());
        let default = default.filter(|default| default.chars().all(|c| c.is_ascii_digit()));
        if let Some(default) = default {
            assert!(
                row.starts_with(&format!("{default} |")),
                "{variable}: {default} is not the default in {row}"
            );
        }
    }
    assert!(settings > 15, "the settings are not found in\n{help}");
}
