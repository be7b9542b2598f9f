//! How fast a batch may go where requests are limited: each line counts, none is lost.

use std::io::{BufReader, Read, Write};
use std::thread;
use std::time::{Duration, Instant};

use actix_web::web::Data;
use followup::api::Instance;
use followup::config::{Access, Limits};

use crate::batch::{batch, connect, generated, send_chunks, unchunked};
use crate::requests::{Request, send_while};
use crate::running::Running;

/// That many lines, numbered by `reference`.
fn numbered(lines: usize) -> String {
    let facts = &generated()[0];
    let line = |number: usize| facts.replace("\"c001\"", &format!("\"{number}\"")) + "\n";
    (1..=lines).map(line).collect()
}

fn expect_all(answers: &str, lines: usize) {
    assert_eq!(answers.lines().count(), lines, "{answers}");
    for (number, answer) in (1..).zip(answers.lines()) {
        assert!(
            answer.contains(&format!("\"reference\":\"{number}\"")),
            "{answer}"
        );
    }
}

/// A service that lets each caller ask so often a second, and so many times at once.
fn limited(a_second: &str, at_once: &str, others: &[(&str, &str)]) -> Running {
    let limits = [
        ("FOLLOWUP_RATE_LIMIT", a_second),
        ("FOLLOWUP_RATE_BURST", at_once),
    ];
    Running::with(&[&limits, others].concat())
}

/// The answers to a batch that is sent as a whole and read at once.
fn answered(running: &Running, lines: &str) -> String {
    let stream = connect(running);
    send_chunks(&stream, lines, 1 << 16);
    unchunked(BufReader::new(stream))
}

fn status_of_one_request(running: &Running) -> String {
    let head = "HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let answer = running.ask(format!("GET /v1/working-days?from=2026-03-02&add=1 {head}"));
    answer[9..12].to_owned()
}

#[actix_web::test]
async fn lines_count_as_requests_of_their_caller() {
    let (key, other) = ("0123456789abcdef-first", "0123456789abcdef-second");
    let access = Access {
        rate_limit: "20".parse().ok(),
        rate_burst: "5".parse().ok(),
        api_keys: Some(format!("{key},{other}")),
        ..Access::default()
    };
    let instance = Data::new(Instance::new(Limits::default(), &access).unwrap());
    let began = Instant::now();
    // Blank lines get no answer and cost nothing.
    let lines = numbered(25).replace('\n', "\n\n\n");
    let request = batch("?view=schedules", lines).with("X-Api-Key", key);
    let answers = send_while(request, instance.clone()).await;
    // Five at once, the request itself among them; 21 more at twenty a second.
    let took = began.elapsed();
    assert!(took >= Duration::from_millis(1_040), "{took:?}");
    expect_all(&answers.text(), 25);
    assert_eq!(answers.header("ratelimit"), Some("\"default\";r=4;t=1"));
    let alone = |key: &str| Request::get("/v1/templates").with("X-Api-Key", key);
    let after = send_while(alone(key), instance.clone()).await;
    assert_ne!(
        after.header("ratelimit"),
        Some("\"default\";r=4;t=1"),
        "the lines were not counted"
    );
    let untouched = send_while(alone(other), instance).await;
    assert_eq!(untouched.header("ratelimit"), Some("\"default\";r=4;t=1"));
}

#[test]
fn single_requests_of_the_same_caller_are_refused_meanwhile_and_the_batch_goes_on() {
    let running = limited("5", "2", &[]);
    let began = Instant::now();
    let mut granted = 0;
    thread::scope(|scope| {
        let batch = scope.spawn(|| answered(&running, &numbered(12)));
        while !batch.is_finished() {
            match status_of_one_request(&running).as_str() {
                "200" => granted += 1,
                status => assert_eq!(status, "429"),
            }
            thread::sleep(Duration::from_millis(100));
        }
        expect_all(&batch.join().unwrap(), 12);
    });
    let taken = f64::from(1 + 12 + granted);
    let most = 2.0 + 5.0 * began.elapsed().as_secs_f64();
    assert!(taken <= most, "{taken} where {most} may be");
}

#[test]
fn no_deadline_runs_while_a_batch_is_held_up() {
    let deadlines = [
        ("FOLLOWUP_HEAD_TIMEOUT", "0.3"),
        ("FOLLOWUP_BODY_TIMEOUT", "0.3"),
        ("FOLLOWUP_WRITE_TIMEOUT", "0.3"),
        ("FOLLOWUP_IDLE_TIMEOUT", "0.3"),
    ];
    let running = limited("1", "1", &deadlines);
    expect_all(&answered(&running, &numbered(3)), 3);
}

#[test]
fn a_client_that_reads_late_is_not_measured_while_it_is_held_up() {
    let running = limited("4", "1500", &[("FOLLOWUP_WRITE_TIMEOUT", "2")]);
    let mut stream = connect(&running);
    let lines = numbered(1_540);
    let head = "POST /v1/plans/batch HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-ndjson\r\n";
    write!(stream, "{head}Content-Length: {}\r\n\r\n{lines}", lines.len()).unwrap();
    // By now the first answers fill the system's buffers, and the last lines wait for their turn.
    thread::sleep(Duration::from_secs(6));
    expect_all(&unchunked(BufReader::new(stream)), 1_540);
}

#[test]
fn a_batch_ends_with_its_client() {
    let running = limited("2", "1", &[]);
    let mut stream = connect(&running);
    send_chunks(&stream, &numbered(1_000), 1 << 20);
    stream.read_exact(&mut [0; 500]).unwrap();
    drop(stream);
    let since = Instant::now();
    let metrics = "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    while !running
        .ask(metrics)
        .contains("\nfollowup_http_requests_in_flight 1\n")
    {
        assert!(since.elapsed() < Duration::from_secs(20), "it goes on for nobody");
        thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn a_batch_that_is_held_up_is_finished_before_the_service_stops() {
    let mut running = limited("4", "1", &[]);
    let stream = connect(&running);
    send_chunks(&stream, &numbered(10), 1 << 20);
    // With its head the service is known to have started.
    stream.peek(&mut [0]).unwrap();
    running.signal("TERM");
    expect_all(&unchunked(BufReader::new(stream)), 10);
    assert!(running.child.wait().unwrap().success());
}
