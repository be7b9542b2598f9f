//! Clients that take their time: none is kept longer than the settings say.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::running::Running;

/// Far below the defaults, and far above what a busy machine needs for a request.
const SETTINGS: [(&str, &str); 5] = [
    ("FOLLOWUP_HEAD_TIMEOUT", "1"),
    ("FOLLOWUP_BODY_TIMEOUT", "1"),
    ("FOLLOWUP_WRITE_TIMEOUT", "1"),
    ("FOLLOWUP_WRITE_RATE", "100000"),
    ("FOLLOWUP_IDLE_TIMEOUT", "2"),
];

/// The deadline of heads, bodies and readers, and what may be added to it: lingering, and a slow machine.
const DEADLINE: Duration = Duration::from_secs(1);
const GRACE: Duration = Duration::from_secs(4);

const GET: &str = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
const POST: &str = "POST /v1/plans HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

/// Reads until the connection ends, and says after how long it did.
fn until_the_end(mut stream: TcpStream, since: Instant) -> (String, Duration) {
    let mut answer = Vec::new();
    let mut room = [0; 4096];
    // A reset is an end, too; silence is not.
    while let Ok(read @ 1..) = stream.read(&mut room).map_err(|error| {
        assert_ne!(error.kind(), io::ErrorKind::WouldBlock, "it is held for ever");
    }) {
        answer.extend(&room[..read]);
    }
    (String::from_utf8_lossy(&answer).into_owned(), since.elapsed())
}

/// Sends a byte of `text` every 50 ms, as long as anybody takes it.
fn drip(stream: &TcpStream, text: String) {
    let mut stream = stream.try_clone().unwrap();
    thread::spawn(move || {
        for byte in text.bytes() {
            if stream.write_all(&[byte]).is_err() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    });
}

fn read_one_answer(stream: &mut TcpStream) {
    let mut seen = Vec::new();
    let mut byte = [0];
    while !seen.ends_with(b"}") {
        stream.read_exact(&mut byte).unwrap();
        seen.push(byte[0]);
    }
    assert!(seen.starts_with(b"HTTP/1.1 200"));
}

/// A client, with what it sends after an answer or at once, and all at a time or byte by byte.
struct Client {
    name: &'static str,
    after_an_answer: bool,
    sends: String,
    dripping: bool,
    /// What it gets in the end: a status, or nothing.
    gets: &'static str,
}

fn clients() -> Vec<Client> {
    let endless = "x".repeat(1000);
    let head = format!("GET /{endless} HTTP/1.1\r\n");
    let body = format!("{POST}Content-Length: 1000\r\n\r\n");
    let chunks = format!("{POST}Transfer-Encoding: chunked\r\n\r\n");
    let client = |name, after_an_answer, sends: &str, dripping, gets| Client {
        name,
        after_an_answer,
        sends: sends.to_owned(),
        dripping,
        gets,
    };
    vec![
        client("first head, silent", false, "GET /health/live HT", false, "408"),
        client("first head, dripping", false, &head, true, "408"),
        client("second head, silent", true, "GET /health", false, "408"),
        client("second head, dripping", true, &head, true, "408"),
        client("body, silent", false, &format!("{body}{{"), false, "408"),
        client("second body, silent", true, &body, false, "408"),
        client(
            "chunked body, silent",
            false,
            &format!("{chunks}1\r\n"),
            false,
            "408",
        ),
        client("nothing at all", false, "", false, ""),
        client("nothing after an answer", true, "", false, ""),
    ]
}

#[test]
fn slow_clients_are_let_go_and_others_do_not_feel_them() {
    let running = Running::with(&SETTINGS);
    let mut held = Vec::new();
    for client in clients().into_iter().chain(clients()).chain(clients()) {
        let mut stream = running.connect();
        let since = Instant::now();
        if client.after_an_answer {
            stream.write_all(GET.as_bytes()).unwrap();
            read_one_answer(&mut stream);
        }
        if client.dripping {
            drip(&stream, client.sends.clone());
        } else {
            stream.write_all(client.sends.as_bytes()).unwrap();
        }
        held.push((client, thread::spawn(move || until_the_end(stream, since))));
    }
    // A body that drips follows its head at once.
    for length in [
        "Content-Length: 1000\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n",
    ] {
        let mut stream = running.connect();
        let since = Instant::now();
        stream.write_all(format!("{POST}{length}").as_bytes()).unwrap();
        drip(&stream, "1\r\n \r\n".repeat(200));
        let client = Client {
            name: "body, dripping",
            after_an_answer: false,
            sends: String::new(),
            dripping: true,
            gets: "408",
        };
        held.push((client, thread::spawn(move || until_the_end(stream, since))));
    }
    let since = Instant::now();
    while since.elapsed() < DEADLINE {
        let asked = Instant::now();
        let answer = running.ask("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(asked.elapsed() < Duration::from_secs(1), "others have to wait");
    }
    for (Client { name, gets, .. }, end) in held {
        let (answer, after) = end.join().unwrap();
        let deadline = if gets.is_empty() { 2 * DEADLINE } else { DEADLINE };
        assert!(
            after + Duration::from_millis(100) > deadline,
            "{name}: cut off after {after:?}"
        );
        assert!(after < deadline + GRACE, "{name}: held for {after:?}");
        if gets.is_empty() {
            assert_eq!(answer, "", "{name}");
        } else {
            assert!(
                answer.starts_with(&format!("HTTP/1.1 {gets} ")),
                "{name}: {answer}"
            );
            assert!(answer.contains("/problems/request-timeout"), "{name}: {answer}");
        }
    }
}

#[test]
fn a_reader_that_falls_behind_is_cut_off() {
    let running = Running::with(&SETTINGS);
    for trickling in [false, true] {
        let mut stream = running.connect();
        // More than the buffers of both ends hold.
        let request = "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(200);
        stream.set_write_timeout(Some(Duration::from_secs(5))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let since = Instant::now();
        let mut room = [0; 1000];
        while since.elapsed() < DEADLINE + GRACE {
            if trickling && stream.read(&mut room).is_err() {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
        // Whoever still took part would get all of it now.
        let (answer, _) = until_the_end(stream, since);
        let whole = answer.matches("HTTP/1.1 200").count();
        assert!(whole < 200, "all {whole} answers came (trickling: {trickling})");
    }
}

#[test]
fn a_slow_but_steady_reader_gets_all_of_it() {
    let running = Running::with(&[("FOLLOWUP_WRITE_TIMEOUT", "1"), ("FOLLOWUP_WRITE_RATE", "1000")]);
    let mut stream = running.connect();
    stream
        .write_all(
            "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n"
                .repeat(40)
                .as_bytes(),
        )
        .unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    let (mut answer, mut room) = (Vec::new(), vec![0; 1 << 20]);
    while let read @ 1.. = stream.read(&mut room).unwrap() {
        answer.extend(&room[..read]);
        thread::sleep(Duration::from_millis(50));
    }
    let answer = String::from_utf8_lossy(&answer);
    assert_eq!(answer.matches("HTTP/1.1 200").count(), 40);
    assert!(answer.ends_with("}\n"), "the last answer is not whole");
}

#[test]
fn beyond_the_limit_of_connections_probes_alone_are_answered() {
    let running = Running::with(&[("FOLLOWUP_MAX_CONNECTIONS", "3")]);
    let kept: Vec<_> = (0..3)
        .map(|_| {
            let mut stream = running.connect();
            stream.write_all(GET.as_bytes()).unwrap();
            read_one_answer(&mut stream);
            stream
        })
        .collect();
    let refused = running.ask("GET /v1/guidance HTTP/1.1\r\nHost: x\r\n\r\n");
    assert!(refused.starts_with("HTTP/1.1 503"), "{refused}");
    assert!(refused.contains("/problems/overloaded"), "{refused}");
    assert!(refused.to_lowercase().contains("retry-after: 1"), "{refused}");
    assert!(
        running.ask(GET).starts_with("HTTP/1.1 200"),
        "a probe was refused"
    );
    drop(kept);
    let since = Instant::now();
    let request = "GET /v1/guidance HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    while !running.ask(request).starts_with("HTTP/1.1 200") {
        assert!(since.elapsed() < GRACE, "their places are not given back");
    }
}

#[test]
fn beyond_the_limit_of_requests_in_flight_others_are_shed_and_keep_their_connection() {
    let running = Running::with(&[("FOLLOWUP_MAX_IN_FLIGHT", "2"), ("FOLLOWUP_BODY_TIMEOUT", "30")]);
    let waiting: Vec<_> = (0..2)
        .map(|_| {
            let mut stream = running.connect();
            stream
                .write_all(format!("{POST}Content-Length: 1000\r\n\r\n{{").as_bytes())
                .unwrap();
            stream
        })
        .collect();
    let since = Instant::now();
    let shed = loop {
        let body = "{}";
        let request = format!("{POST}Content-Length: 2\r\n\r\n{body}");
        let last = "GET /health/ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        let answer = running.ask(format!("{request}{last}"));
        if answer.starts_with("HTTP/1.1 503") {
            break answer;
        }
        assert!(since.elapsed() < GRACE, "nothing is shed: {answer}");
    };
    assert!(shed.contains("/problems/overloaded"), "{shed}");
    assert!(shed.to_lowercase().contains("retry-after: 1"), "{shed}");
    assert!(
        shed.contains("HTTP/1.1 200"),
        "the connection was not kept, or the probe was shed: {shed}"
    );
    drop(waiting);
    let since = Instant::now();
    let request = "GET /v1/guidance HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    while !running.ask(request).starts_with("HTTP/1.1 200") {
        assert!(since.elapsed() < GRACE, "their places are not given back");
    }
}
