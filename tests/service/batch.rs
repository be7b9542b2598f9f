//! Batches over the production routes, over a socket, and as a command.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::Duration;

use followup::batch::View;
use rstest::rstest;
use serde_json::{Value, json};

use crate::document::validate;
use crate::requests::{Answer, Request, send};
use crate::running::{Running, followup};

const NDJSON: &str = "application/x-ndjson";

const PATH: &str = "/v1/plans/batch";

pub fn batch(query: &str, lines: impl Into<Vec<u8>>) -> Request {
    Request::post(format!("{PATH}{query}"), lines)
        .without("Content-Type")
        .with("Content-Type", NDJSON)
}

/// The facts of the three hundred generated cases, each with a `reference` of its own.
pub fn generated() -> Vec<String> {
    let cases = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance.ndjson")).unwrap();
    let facts = cases.lines().map(|case| {
        let mut case: Value = serde_json::from_str(case).unwrap();
        case["facts"]["reference"] = case["name"].take();
        case["facts"].to_string()
    });
    facts.collect()
}

/// That many lines: generated facts over and over, numbered by `reference`, with one line in a hundred that is bad.
fn mixed(lines: usize) -> String {
    let facts = generated();
    let mut text = String::new();
    for number in 1..=lines {
        if number % 100 == 0 {
            writeln!(text, "{{\"reference\": \"{number}\"").unwrap();
        } else {
            let facts = &facts[number % facts.len()];
            let name = &facts[facts.rfind("\"reference\":").unwrap()..];
            writeln!(
                text,
                "{}",
                facts.replace(name, &format!("\"reference\":\"{number}\"}}"))
            )
            .unwrap();
        }
    }
    text
}

/// Holds answers against the lines that `mixed` made.
fn expect_in_order(answers: &str, lines: usize) {
    let mut number = 0;
    for answer in answers.split_inclusive('\n') {
        number += 1;
        assert!(answer.ends_with('\n'), "{number}");
        if number % 100 == 0 {
            let start = format!("{{\"line\":{number},\"problem\":{{\"type\":\"/problems/not-json\"");
            assert!(answer.starts_with(&start), "{number}: {answer}");
        } else {
            assert!(
                answer.contains(&format!("\"reference\":\"{number}\"")),
                "{number}: {answer}"
            );
        }
    }
    assert_eq!(number, lines);
}

#[rstest]
#[case::plans(View::Plans, "/v1/plans")]
#[case::schedules(View::Schedules, "/v1/schedules")]
#[case::messages(View::Messages, "/v1/messages")]
#[actix_web::test]
async fn each_line_is_answered_as_its_facts_alone_would_be(#[case] view: View, #[case] path: &str) {
    let facts: Vec<_> = generated().into_iter().step_by(10).collect();
    let query = format!("?view={}", view.as_str());
    let answers = send(batch(&query, facts.join("\n"))).await.text();
    let answers: Vec<_> = answers.lines().collect();
    assert_eq!(answers.len(), facts.len());
    for (facts, answer) in facts.iter().zip(answers) {
        assert_eq!(send(Request::post(path, facts.as_str())).await.text(), answer);
    }
}

#[actix_web::test]
async fn the_default_view_is_the_plan() {
    let facts = generated().remove(0);
    let plan = send(batch("", facts.as_str())).await;
    assert_eq!(plan.text(), send(batch("?view=plans", facts)).await.text());
    assert_eq!(plan.header("content-type"), Some(NDJSON));
    assert_eq!(plan.header("guidance-version"), Some("2026.1"));
    assert_eq!(plan.header("cache-control"), Some("no-store"));
}

#[actix_web::test]
async fn a_problem_line_holds_the_document_that_the_facts_alone_would_get() {
    let bad = r#"{"interview": {"ended_at": "yesterday"}, "candidat": {}}"#;
    let mut alone = send(Request::post("/v1/plans", bad)).await.json();
    validate(&alone, "Problem");
    alone.as_object_mut().unwrap().remove("instance");
    let answers = send(batch("", format!("\r\n{bad}\r\n"))).await;
    assert_eq!(answers.status, 200);
    assert_eq!(answers.json(), json!({ "line": 2, "problem": alone }));
}

#[actix_web::test]
async fn the_moment_of_the_batch_serves_lines_without_their_own() {
    let own =
        r#"{"as_of": "2026-03-20T09:00:00-08:00", "interview": {"ended_at": "2026-03-02T15:00:00-08:00"}}"#;
    let none = r#"{"interview": {"ended_at": "2026-03-02T15:00:00-08:00"}}"#;
    for query in [
        "?as_of=2026-03-03T10:00:00%2B01:00",
        "?as_of=2026-03-03T10:00:00+01:00",
    ] {
        let answers = send(batch(
            &format!("{query}&view=schedules"),
            format!("{own}\n{none}"),
        ))
        .await;
        let moments: Vec<_> = answers
            .text()
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["as_of"].clone())
            .collect();
        assert_eq!(
            moments,
            ["2026-03-20T09:00:00-08:00", "2026-03-03T01:00:00-08:00"]
        );
    }
}

#[rstest]
#[case::json(batch("", "{}").without("Content-Type").with("Content-Type", "application/json"), 415, "unsupported-media-type")]
#[case::json_lines(batch("", "{}").without("Content-Type").with("Content-Type", "application/jsonl"), 415, "unsupported-media-type")]
#[case::no_media_type(batch("", "{}").without("Content-Type"), 415, "unsupported-media-type")]
#[case::compressed(batch("", "{}").with("Content-Encoding", "gzip"), 415, "unsupported-media-type")]
#[case::wrong_format(batch("", "{}").with("Accept", "application/json"), 406, "not-acceptable")]
#[case::no_view(batch("?view=calendar", "{}"), 422, "invalid-query")]
#[case::no_instant(batch("?as_of=today", "{}"), 422, "invalid-query")]
#[case::too_late(batch("?as_of=2053-01-01T00:00:00Z", "{}"), 422, "invalid-query")]
#[case::unknown_parameter(batch("?asof=2026-03-03T10:00:00Z", "{}"), 422, "invalid-query")]
#[case::wrong_method(Request::get(PATH), 405, "method-not-allowed")]
#[actix_web::test]
async fn a_batch_that_cannot_be_is_a_problem(
    #[case] request: Request,
    #[case] status: u16,
    #[case] slug: &str,
) {
    let answer: Answer = send(request).await;
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(answer.json()["type"], format!("/problems/{slug}"));
    assert!(answer.text().len() < 2_000);
}

#[rstest]
#[case::nothing("")]
#[case::blank("\n\r\n  \n")]
#[actix_web::test]
async fn no_lines_no_answers(#[case] lines: &str) {
    let answer = send(batch("", lines)).await;
    assert_eq!((answer.status.as_u16(), answer.text().as_str()), (200, ""));
}

#[actix_web::test]
async fn ten_thousand_lines_stay_in_order() {
    let answers = send(batch("?view=schedules", mixed(10_000))).await;
    expect_in_order(&answers.text(), 10_000);
}

/// The head of a batch in chunks.
const HEAD: &str = "POST /v1/plans/batch?view=schedules HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
                    Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";

/// An answer in chunks, read to its end, without its head and the chunks' sizes.
pub fn unchunked(mut answer: impl BufRead) -> String {
    let mut line = String::new();
    answer.read_line(&mut line).unwrap();
    assert!(line.starts_with("HTTP/1.1 200"), "{line}");
    while line != "\r\n" {
        line.clear();
        answer.read_line(&mut line).unwrap();
    }
    let mut body = Vec::new();
    loop {
        line.clear();
        answer.read_line(&mut line).unwrap();
        let size = u64::from_str_radix(line.trim(), 16).expect("the size of a chunk");
        answer.by_ref().take(size).read_to_end(&mut body).unwrap();
        answer.read_exact(&mut [0; 2]).unwrap();
        if size == 0 {
            return String::from_utf8(body).unwrap();
        }
    }
}

pub fn connect(running: &Running) -> TcpStream {
    let stream = TcpStream::connect(&running.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
    stream.set_write_timeout(Some(Duration::from_mins(1))).unwrap();
    stream
}

pub fn send_chunks(mut stream: impl Write, lines: &str, size: usize) {
    stream.write_all(HEAD.as_bytes()).unwrap();
    for chunk in lines.as_bytes().chunks(size) {
        write!(stream, "{:x}\r\n", chunk.len()).unwrap();
        stream.write_all(chunk).unwrap();
        stream.write_all(b"\r\n").unwrap();
    }
    stream.write_all(b"0\r\n\r\n").unwrap();
}

#[test]
fn batches_at_once_do_not_mix_their_lines() {
    let running = Running::start();
    let lines = mixed(1_500);
    std::thread::scope(|scope| {
        for size in [997, 20_011, 300_007] {
            let (running, lines) = (&running, &lines);
            scope.spawn(move || {
                let stream = connect(running);
                let sending = stream.try_clone().unwrap();
                let sender = scope.spawn(move || send_chunks(sending, lines, size));
                expect_in_order(&unchunked(BufReader::new(stream)), 1_500);
                sender.join().unwrap();
            });
        }
    });
}

#[test]
fn a_client_that_sends_everything_before_it_reads_is_served() {
    let running = Running::start();
    let lines = mixed(8_000);
    let stream = connect(&running);
    send_chunks(&stream, &lines, 50_000);
    expect_in_order(&unchunked(BufReader::new(stream)), 8_000);
}

#[test]
fn a_line_is_answered_while_the_body_is_still_open() {
    let running = Running::start();
    let mut stream = connect(&running);
    let line = format!("{}\n", generated()[0]);
    write!(stream, "{HEAD}{:x}\r\n{line}\r\n", line.len()).unwrap();
    let mut answer = BufReader::new(stream.try_clone().unwrap());
    let mut read = String::new();
    while !read.contains("\"reference\":\"c001\"") {
        assert!(answer.read_line(&mut read).unwrap() > 0, "{read}");
    }
    stream.write_all(b"0\r\n\r\n").unwrap();
}

#[test]
fn lines_and_their_plans_are_counted() {
    let running = Running::start();
    let facts =
        r#"{"interview": {"ended_at": "2026-03-02T15:00:00-08:00"}, "as_of": "2026-03-02T16:00:00-08:00"}"#;
    let stream = connect(&running);
    send_chunks(&stream, &format!("{facts}\n{facts}\n\nnonsense\n"), 100);
    assert_eq!(unchunked(BufReader::new(stream)).lines().count(), 3);
    let metrics = running.ask("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    for line in [
        r#"followup_plans_total{state="thanks_due"} 2"#,
        r#"followup_batch_lines_total{got="answer"} 2"#,
        r#"followup_batch_lines_total{got="problem"} 1"#,
    ] {
        assert!(
            metrics.contains(&format!("\n{line}\n")),
            "{line} is not in\n{metrics}"
        );
    }
}

/// What the command prints for those lines.
fn piped(arguments: &[&str], lines: &str) -> Vec<u8> {
    let mut child = followup()
        .arg("batch")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || input.write_all(lines.as_bytes()).unwrap());
        let mut printed = Vec::new();
        child.stdout.take().unwrap().read_to_end(&mut printed).unwrap();
        assert!(child.wait().unwrap().success());
        printed
    })
}

#[actix_web::test]
async fn the_command_gives_the_same_bytes() {
    let lines = format!(
        "{}\n\r\n{}{}",
        mixed(300),
        "x".repeat(70_000),
        r#"
{"interview": {"date": "2026-03-02"}}"#
    );
    for view in View::ALL {
        let view = view.as_str();
        let query = format!("?view={view}&as_of=2026-03-03T09:00:00Z");
        let answered = send(batch(&query, lines.as_str())).await.body;
        let arguments = ["--view", view, "--as-of", "2026-03-03T09:00:00Z"];
        assert!(piped(&arguments, &lines) == answered, "{view}");

        let file = std::env::temp_dir().join(format!("followup-batch-{}-{view}", std::process::id()));
        fs::write(&file, &lines).unwrap();
        let from_file = [&arguments[..], &[file.to_str().unwrap()]].concat();
        assert!(piped(&from_file, "") == answered, "{view} from a file");
        fs::remove_file(file).unwrap();
    }
}

#[test]
fn the_command_says_what_is_wrong_with_its_arguments() {
    for (arguments, said) in [
        (["--view", "calendar"], "plans"),
        (["--as-of", "today"], "must be an instant"),
        (["--as-of", "2053-01-01T00:00:00Z"], "1999 to 2052"),
        (["--view=plans", "/nowhere.ndjson"], "/nowhere.ndjson"),
    ] {
        let output = followup()
            .arg("batch")
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success(), "{arguments:?}");
        assert!(error.contains(said), "{arguments:?}: {error}");
    }
}

#[test]
fn the_command_stops_quietly_when_nobody_reads_on() {
    let program = env!("CARGO_BIN_EXE_followup");
    let facts = &generated()[0];
    // `yes` never ends by itself: the pipeline ends only if the command does.
    let script = format!("set -o pipefail; yes '{facts}' | '{program}' batch | head -n 3");
    let output = Command::new("bash").args(["-c", &script]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 3);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
