//! Spans as an OpenTelemetry collector gets them (feature `otlp`): OTLP over HTTP, read byte by byte.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::running::{Running, followup, run};

const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";
const PARENT: &str = "b7ad6b7169203331";

/// A field of a protobuf message.
#[derive(Clone, Debug)]
enum Field {
    Number(u64),
    Bytes(Vec<u8>),
}

/// The fields of a protobuf message, with their numbers.
fn fields(mut message: &[u8]) -> Vec<(u64, Field)> {
    fn varint(message: &mut &[u8]) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = message[0];
            *message = &message[1..];
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }
    let mut fields = Vec::new();
    while !message.is_empty() {
        let key = varint(&mut message);
        let size = match key & 7 {
            0 => {
                fields.push((key >> 3, Field::Number(varint(&mut message))));
                continue;
            }
            1 => 8,
            2 => usize::try_from(varint(&mut message)).unwrap(),
            5 => 4,
            wire_type => panic!("wire type {wire_type}"),
        };
        let (bytes, rest) = message.split_at(size);
        message = rest;
        let field = match (key & 7, bytes.len()) {
            (2, _) => Field::Bytes(bytes.to_vec()),
            (_, 8) => Field::Number(u64::from_le_bytes(bytes.try_into().unwrap())),
            _ => Field::Number(u32::from_le_bytes(bytes.try_into().unwrap()).into()),
        };
        fields.push((key >> 3, field));
    }
    fields
}

/// All that stands under that number.
fn all(message: &[u8], number: u64) -> Vec<Vec<u8>> {
    let bytes = |(found, field)| match field {
        Field::Bytes(bytes) if found == number => Some(bytes),
        _ => None,
    };
    fields(message).into_iter().filter_map(bytes).collect()
}

fn text(message: &[u8], number: u64) -> String {
    String::from_utf8(all(message, number).concat()).unwrap()
}

fn hex(message: &[u8], number: u64) -> String {
    let bytes = all(message, number).concat();
    bytes
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<Vec<_>>()
        .concat()
}

fn number(message: &[u8], number: u64) -> u64 {
    let found = fields(message)
        .into_iter()
        .find_map(|(found, field)| match field {
            Field::Number(value) if found == number => Some(value),
            _ => None,
        });
    found.unwrap_or_default()
}

/// Attributes as `name=value`, in the order of their names; `number` is theirs in the message.
fn attributes(message: &[u8], number_of: u64) -> Vec<String> {
    let written = |attribute: Vec<u8>| {
        let value = all(&attribute, 2).concat();
        let value = match number(&value, 3) {
            0 => text(&value, 1),
            number => number.to_string(),
        };
        format!("{}={value}", text(&attribute, 1))
    };
    let mut attributes: Vec<_> = all(message, number_of).into_iter().map(written).collect();
    attributes.sort();
    attributes
}

/// A span and who sent it. The numbers are those of opentelemetry/proto/trace/v1/trace.proto.
#[derive(Debug)]
struct Got {
    resource: Vec<String>,
    name: String,
    trace_id: String,
    parent_id: String,
    kind: u64,
    nanos: u64,
    status: u64,
    attributes: Vec<String>,
}

fn spans(request: &[u8]) -> Vec<Got> {
    let mut got = Vec::new();
    for group in all(request, 1) {
        let resource = attributes(&all(&group, 1).concat(), 1);
        for span in all(&group, 2).iter().flat_map(|scope| all(scope, 2)) {
            got.push(Got {
                resource: resource.clone(),
                name: text(&span, 5),
                trace_id: hex(&span, 1),
                parent_id: hex(&span, 4),
                kind: number(&span, 6),
                nanos: number(&span, 8) - number(&span, 7),
                status: number(&all(&span, 15).concat(), 3),
                attributes: attributes(&span, 9),
            });
        }
    }
    got
}

/// A collector on a free port: its address, and the head and body of each request that it gets.
fn collector() -> (String, Receiver<(String, Vec<u8>)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (sender, requests) = channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let sender = sender.clone();
            thread::spawn(move || collect(BufReader::new(stream.unwrap()), &sender));
        }
    });
    (address, requests)
}

fn collect(mut stream: BufReader<std::net::TcpStream>, sender: &Sender<(String, Vec<u8>)>) {
    loop {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if stream.read_line(&mut head).unwrap_or_default() == 0 {
                return;
            }
        }
        let head = head.to_lowercase();
        let length = head.split_once("content-length: ").expect("a length").1;
        let length = length.lines().next().unwrap().parse().unwrap();
        let mut body = vec![0; length];
        stream.read_exact(&mut body).unwrap();
        let answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\n\r\n";
        stream.get_mut().write_all(answer).unwrap();
        let _ = sender.send((head, body));
    }
}

fn get(running: &Running, path: &str, flags: &str) -> String {
    let answer = running.ask(format!(
        "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTraceparent: 00-{TRACE}-{PARENT}-{flags}\r\n\r\n"
    ));
    answer[9..12].to_owned()
}

#[test]
fn a_request_is_a_span_of_its_callers_trace() {
    let (address, requests) = collector();
    let running = Running::with(&[
        ("OTEL_EXPORTER_OTLP_ENDPOINT", &address),
        ("OTEL_EXPORTER_OTLP_HEADERS", "x-tenant=jobs"),
        ("OTEL_BSP_SCHEDULE_DELAY", "100"),
    ]);
    assert_eq!(
        get(&running, "/v1/calendars/DE/2026?subdivision=Dana", "01"),
        "422"
    );
    let (head, body) = requests.recv_timeout(Duration::from_secs(20)).unwrap();
    assert!(head.starts_with("post /v1/traces http/1.1\r\n"), "{head}");
    assert!(
        head.contains("content-type: application/x-protobuf\r\n"),
        "{head}"
    );
    assert!(head.contains("x-tenant: jobs\r\n"), "{head}");
    let spans = spans(&body);
    assert_eq!(spans.len(), 1, "{spans:?}");
    let span = &spans[0];
    assert_eq!((span.trace_id.as_str(), span.parent_id.as_str()), (TRACE, PARENT));
    assert_eq!(span.name, "GET /v1/calendars/{country}/{year}");
    assert_eq!(
        (span.kind, span.status),
        (2, 0),
        "a server's, and the fault is the caller's"
    );
    assert!((1..5_000_000_000).contains(&span.nanos), "{} ns", span.nanos);
    assert_eq!(
        span.attributes,
        [
            "http.request.method=GET",
            "http.response.status_code=422",
            "http.route=/v1/calendars/{country}/{year}",
        ]
    );
    for ours in [
        "service.name=followup".to_owned(),
        format!("service.version={}", env!("CARGO_PKG_VERSION")),
    ] {
        assert!(span.resource.contains(&ours), "{:?}", span.resource);
    }
    assert!(
        !body.windows(4).any(|bytes| bytes == b"Dana"),
        "what was asked is told"
    );
}

#[test]
fn what_the_caller_keeps_is_kept_and_sent_before_the_service_stops() {
    let (address, requests) = collector();
    let mut running = Running::with(&[
        ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", &format!("{address}/spans")),
        ("OTEL_SERVICE_NAME", "planner"),
        ("OTEL_BSP_SCHEDULE_DELAY", "600000"),
        ("FOLLOWUP_DRAIN_TIME", "3"),
    ]);
    assert_eq!(get(&running, "/v1/templates", "00"), "200");
    assert_eq!(get(&running, "/nothing/Dana", "01"), "404");
    let made_up = "DANA / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    assert!(running.ask(made_up).starts_with("HTTP/1.1 4"));
    running.signal("TERM");
    let since = Instant::now();
    while get(&running, "/health/ready", "01") != "503" {
        assert!(
            since.elapsed() < Duration::from_millis(2_500),
            "it is ready for ever"
        );
    }
    assert!(running.child.wait().unwrap().success());
    let mut got = Vec::new();
    while let Ok((head, body)) = requests.recv_timeout(Duration::from_secs(1)) {
        assert!(head.starts_with("post /spans http/1.1\r\n"), "{head}");
        got.extend(spans(&body));
    }
    got.retain(|span| span.name != "GET /health/ready" || span.status != 0);
    let told: Vec<_> = got
        .iter()
        .map(|span| (span.name.as_str(), span.status, span.parent_id.as_str()))
        .collect();
    let expected = [
        ("GET", 0, PARENT),
        ("HTTP /", 0, ""),
        ("GET /health/ready", 2, PARENT),
    ];
    assert_eq!(told, expected);
    assert_ne!(got[1].trace_id, TRACE);
    assert!(
        got[1]
            .attributes
            .contains(&"http.request.method=_OTHER".to_owned())
    );
    assert!(got[2].attributes.contains(&"error.type=503".to_owned()));
    assert!(got[0].resource.contains(&"service.name=planner".to_owned()));
}

#[test]
fn a_collector_that_does_not_answer_holds_nobody_up() {
    // It takes connections and says nothing, for as long as the test lasts.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", silent.local_addr().unwrap());
    let mut running = Running::with(&[
        ("OTEL_EXPORTER_OTLP_ENDPOINT", &address),
        ("OTEL_BSP_SCHEDULE_DELAY", "10"),
        ("OTEL_BSP_MAX_QUEUE_SIZE", "32"),
        ("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "16"),
        ("FOLLOWUP_DRAIN_TIME", "0.1"),
    ]);
    let asked = Instant::now();
    for _ in 0..200 {
        assert_eq!(get(&running, "/v1/templates", "01"), "200");
    }
    let took = asked.elapsed();
    assert!(took < Duration::from_secs(8), "200 requests took {took:?}");
    running.signal("TERM");
    let stopping = Instant::now();
    assert!(running.child.wait().unwrap().success());
    let took = stopping.elapsed();
    assert!(took < Duration::from_secs(8), "stopping took {took:?}");
}

#[test]
fn a_variable_that_cannot_be_used_stops_the_start() {
    let endpoint = ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9");
    for (variable, value) in [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "https://127.0.0.1:9"),
        ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "127.0.0.1:9"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://a b"),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
        ("OTEL_EXPORTER_OTLP_TIMEOUT", "10s"),
    ] {
        let output = run(followup()
            .arg("--check-config")
            .envs([endpoint, (variable, value)]));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{variable}={value} was taken");
        assert!(said.contains(variable), "{variable}={value} is not named: {said}");
    }
    let disabled = [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "https://x"),
        ("OTEL_SDK_DISABLED", "true"),
    ];
    assert!(
        run(followup().arg("--check-config").envs(disabled))
            .status
            .success()
    );
}
