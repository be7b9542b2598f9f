//! Bytes over a socket: what breaks HTTP, what stretches it, and what comes behind it on the same connection.
//!
//! Where HTTP allows it the connection is kept after a refusal: a probe that is sent behind it has to be answered. Where the
//! end of a message can't be known for sure, nothing that follows may be taken for a request.

mod heads;
mod lengths;
mod streams;

use std::io::{Read, Write};
use std::net::Shutdown;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::running::Running;

/// What is sent on a connection of its own, and the statuses that come back.
pub struct Exchange {
    name: String,
    pub bytes: Vec<u8>,
    /// The statuses of what is sent, in order.
    answers: Vec<u16>,
    /// Which of them, counted from 0, answer a HEAD: they have no body.
    heads: Vec<usize>,
    /// Whether the connection is kept.
    kept: bool,
}

/// It is refused, and the connection ends with that.
fn ended(name: impl Into<String>, bytes: impl Into<Vec<u8>>, status: u16) -> Exchange {
    Exchange {
        name: name.into(),
        bytes: bytes.into(),
        answers: vec![status],
        heads: Vec::new(),
        kept: false,
    }
}

/// It is answered, and the connection goes on.
fn kept(name: impl Into<String>, bytes: impl Into<Vec<u8>>, status: u16) -> Exchange {
    Exchange {
        kept: true,
        ..ended(name, bytes, status)
    }
}

const GET: &str = "GET /v1/nothing HTTP/1.1\r\nHost: x\r\n";
const POST: &str = "POST /v1/plans HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
const PROBE: &str = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
/// A request that nobody should see: it stands where a body should be.
const SMUGGLED: &str = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

pub fn exchanges() -> Vec<Exchange> {
    let mut exchanges = Vec::new();
    heads::request_lines(&mut exchanges);
    heads::methods(&mut exchanges);
    heads::targets(&mut exchanges);
    heads::headers(&mut exchanges);
    heads::other_headers(&mut exchanges);
    heads::hosts(&mut exchanges);
    lengths::lengths(&mut exchanges);
    lengths::codings(&mut exchanges);
    lengths::chunks(&mut exchanges);
    streams::sizes(&mut exchanges);
    streams::noise(&mut exchanges);
    streams::pipelines(&mut exchanges);
    streams::bodies(&mut exchanges);
    streams::cut_short(&mut exchanges);
    exchanges
}

/// Facts by POST, with more headers, each with its line end.
fn post(more: &str, body: &str) -> String {
    format!("{POST}{more}\r\n{body}")
}

/// An answer: its status, its head in small letters, its body.
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

/// Takes an answer off the front of what came; `None` where it is none.
fn next_answer(bytes: &[u8], to_head: bool) -> Option<(Answer, &[u8])> {
    let end = bytes.windows(4).position(|part| part == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?.to_lowercase();
    let rest = &bytes[end + 4..];
    let status = head.strip_prefix("http/1.")?.get(2..5)?.parse().ok()?;
    let length = head
        .split("\r\n")
        .find_map(|line| line.strip_prefix("content-length: "));
    let length = match length {
        _ if to_head || status == 100 => 0,
        Some(length) => length.parse().ok()?,
        None => return None,
    };
    let body = rest.get(..length)?.to_vec();
    Some((Answer { status, head, body }, &rest[length..]))
}

/// What is wrong with what came back, if anything is.
fn complaint(exchange: &Exchange, came: &[u8]) -> Option<String> {
    let shown = || {
        let text = String::from_utf8_lossy(came);
        let statuses: Vec<_> = text.split("HTTP/1.").skip(1).map(|part| part.get(2..5)).collect();
        format!("{statuses:?} {}", text.chars().take(700).collect::<String>())
    };
    let is_head = |index: usize| exchange.heads.contains(&index);
    let (mut rest, mut answers) = (came, Vec::new());
    while !rest.is_empty() {
        let Some((answer, more)) = next_answer(rest, is_head(answers.len())) else {
            return Some(shown());
        };
        answers.push(answer);
        rest = more;
    }
    let mut expected = exchange.answers.clone();
    if exchange.kept {
        expected.push(200);
    }
    let statuses: Vec<_> = answers.iter().map(|answer| answer.status).collect();
    if statuses != expected {
        return Some(format!("{statuses:?} {}", shown()));
    }
    let last = answers.len() - 1;
    for (index, answer) in answers.iter().enumerate() {
        let closes = answer.head.contains("\r\nconnection: close")
            || answer.head.starts_with("http/1.0") && !answer.head.contains("keep-alive");
        let is_problem = answer.status < 400 || is_head(index) || {
            let problem: serde_json::Value = serde_json::from_slice(&answer.body).unwrap_or_default();
            crate::document::hold_problem(&problem);
            answer.head.contains("content-type: application/problem+json")
                && problem["status"] == answer.status
        };
        // Only the last answer says that it is the last, and it does.
        if !is_problem || closes != (index == last) {
            return Some(format!("number {index}: {}", shown()));
        }
    }
    None
}

/// Sends and reads at once, as clients do, until the other side closes.
fn exchange_with(running: &Running, exchange: &Exchange) -> Result<Vec<u8>, String> {
    let mut stream = running.connect();
    let mut bytes = exchange.bytes.clone();
    if exchange.kept {
        bytes.extend(PROBE.as_bytes());
    }
    let mut sending = stream.try_clone().unwrap();
    let sender = thread::spawn(move || {
        // The other side may have heard enough before the end.
        let _ = sending.write_all(&bytes);
    });
    let mut came = Vec::new();
    let read = stream.read_to_end(&mut came);
    let _ = stream.shutdown(Shutdown::Both);
    sender.join().unwrap();
    match read {
        Ok(_) => Ok(came),
        Err(error) => Err(format!("{error} after {:?}", String::from_utf8_lossy(&came))),
    }
}

#[test]
fn what_breaks_http_is_answered_and_what_does_not_keeps_its_connection() {
    let running = Running::with(&[
        ("FOLLOWUP_HEAD_TIMEOUT", "1"),
        ("FOLLOWUP_BODY_TIMEOUT", "1"),
        ("FOLLOWUP_IDLE_TIMEOUT", "5"),
        ("RUST_LOG", "off"),
    ]);
    let exchanges = exchanges();
    let next = AtomicUsize::new(0);
    let wrong: Vec<String> = thread::scope(|scope| {
        let workers: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    let mut wrong = Vec::new();
                    while let Some(exchange) = exchanges.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let complaint = match exchange_with(&running, exchange) {
                            Ok(came) => complaint(exchange, &came),
                            Err(error) => Some(error),
                        };
                        if let Some(complaint) = complaint {
                            let Exchange { name, answers, .. } = exchange;
                            let expected: Vec<_> = answers.iter().take(5).collect();
                            wrong.push(format!(
                                "{name:.100}: expected {expected:?} (kept: {}), got {complaint}",
                                exchange.kept
                            ));
                        }
                    }
                    wrong
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    let some: Vec<_> = wrong.iter().take(40).collect();
    assert!(wrong.is_empty(), "{} are wrong: {some:#?}", wrong.len());
    let metrics = running.ask("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assert!(metrics.contains("followup_panics_total 0\n"), "{metrics}");
}
