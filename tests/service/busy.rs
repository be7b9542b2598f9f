//! More to plan than a worker can: what costs next to nothing does not wait for it.

use std::io::{Read, Write};
use std::thread;
use std::time::{Duration, Instant};

use crate::running::Running;

const FACTS: &str = r#"{"interview": {"ended_at": "2026-03-02T15:00:00-08:00", "position": "Engineer", "interviewers": [{"name": "Sam Okafor"}]}}"#;
const PLANS: usize = 300;

/// A plan, and then the connection may close.
fn last_request() -> String {
    let head =
        "POST /v1/plans HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n";
    format!("{head}Content-Length: {}\r\n\r\n{FACTS}", FACTS.len())
}

#[test]
fn a_probe_does_not_wait_for_the_plans_that_came_before_it() {
    let service = Running::with(&[("FOLLOWUP_MAX_WAITING", "1000")]);
    let request = last_request();
    let mut streams: Vec<_> = (0..PLANS).map(|_| service.connect()).collect();
    // All are taken before the first has something to do.
    thread::sleep(Duration::from_millis(200));
    let began = Instant::now();
    for stream in &mut streams {
        stream.write_all(request.as_bytes()).unwrap();
    }
    let live = service.ask("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    let probed = began.elapsed();
    for stream in &mut streams {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
    let planned = began.elapsed();
    assert!(live.starts_with("HTTP/1.1 200"), "{live}");
    assert!(
        probed < planned / 2,
        "the probe took {probed:?}, all plans {planned:?}"
    );
}

#[test]
fn where_enough_wait_others_are_refused_and_come_again() {
    let service = Running::with(&[("FOLLOWUP_WORKERS", "1"), ("FOLLOWUP_MAX_WAITING", "4")]);
    let request = last_request();
    let mut streams: Vec<_> = (0..PLANS).map(|_| service.connect()).collect();
    for stream in &mut streams {
        stream.write_all(request.as_bytes()).unwrap();
    }
    let answers: Vec<_> = streams
        .iter_mut()
        .map(|stream| {
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        })
        .collect();
    let (planned, refused): (Vec<_>, Vec<_>) = answers
        .iter()
        .partition(|answer| answer.starts_with("HTTP/1.1 200"));
    assert!(planned.len() >= 4, "{} were planned", planned.len());
    assert!(!refused.is_empty(), "nobody was refused");
    for answer in &refused {
        assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
        assert!(answer.contains("/problems/overloaded"), "{answer}");
        assert!(answer.to_lowercase().contains("retry-after: 1"), "{answer}");
    }
    let metrics = service.ask("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    let counted = format!("turned_away_total{{cause=\"overloaded\"}} {}\n", refused.len());
    assert!(metrics.contains(&counted), "not {counted}: {metrics}");
    let later = service.ask(&request);
    assert!(later.starts_with("HTTP/1.1 200"), "{later}");
}
