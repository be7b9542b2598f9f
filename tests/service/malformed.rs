//! Bytes that are no good HTTP: each is answered, and by a problem document.

use crate::running::Running;

#[test]
fn malformed_http_is_answered_by_a_problem() {
    let running = Running::with(&[("FOLLOWUP_HEAD_TIMEOUT", "1"), ("FOLLOWUP_BODY_TIMEOUT", "1")]);
    let post =
        "POST /v1/plans HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n";
    let long = "x".repeat(200_000);
    let many = "X-A: b\r\n".repeat(200);
    let cases: Vec<(&str, Vec<u8>, u16)> = vec![
        ("no HTTP", b"hello\r\n\r\n".to_vec(), 400),
        ("binary", vec![0, 159, 146, 150, b'\r', b'\n', b'\r', b'\n'], 400),
        ("TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(), 400),
        ("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(), 400),
        ("HTTP/3.0", b"GET / HTTP/3.0\r\nHost: x\r\n\r\n".to_vec(), 400),
        ("no version", b"GET /\r\n\r\n".to_vec(), 400),
        ("no path", b"GET HTTP/1.1\r\nHost: x\r\n\r\n".to_vec(), 400),
        ("a space in the path", b"GET /v1/a b HTTP/1.1\r\nHost: x\r\n\r\n".to_vec(), 400),
        ("NUL in the path", b"GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n".to_vec(), 400),
        ("a method with a colon", b"GE:T / HTTP/1.1\r\nHost: x\r\n\r\n".to_vec(), 400),
        ("an unknown method", b"BREW / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_vec(), 405),
        ("a header without colon", b"GET / HTTP/1.1\r\nHost\r\n\r\n".to_vec(), 400),
        ("a header without name", b"GET / HTTP/1.1\r\n: x\r\n\r\n".to_vec(), 400),
        ("a space before the colon", b"GET / HTTP/1.1\r\nHost : x\r\n\r\n".to_vec(), 400),
        ("a folded header", b"GET / HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n".to_vec(), 400),
        ("NUL in a header", b"GET / HTTP/1.1\r\nHost: x\0\r\n\r\n".to_vec(), 400),
        ("a bare CR in a header", b"GET / HTTP/1.1\r\nHost: x\ry\r\n\r\n".to_vec(), 400),
        ("two hundred headers", format!("GET / HTTP/1.1\r\n{many}\r\n").into_bytes(), 431),
        ("a long header", format!("GET / HTTP/1.1\r\nX-A: {long}").into_bytes(), 431),
        ("a long path", format!("GET /{long}").into_bytes(), 431),
        ("a length that is no number", format!("{post}Content-Length: x\r\n\r\n").into_bytes(), 400),
        ("a negative length", format!("{post}Content-Length: -1\r\n\r\n").into_bytes(), 400),
        ("a length with a sign", format!("{post}Content-Length: +2\r\n\r\n{{}}").into_bytes(), 400),
        ("an endless length", format!("{post}Content-Length: {}\r\n\r\n", "9".repeat(40)).into_bytes(), 400),
        ("two lengths", format!("{post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{{}}").into_bytes(), 400),
        ("length and chunks", format!("{post}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").into_bytes(), 400),
        ("an unknown coding", format!("{post}Transfer-Encoding: zip\r\n\r\n").into_bytes(), 400),
        ("chunked twice", format!("{post}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").into_bytes(), 400),
        ("a chunk that is no number", format!("{post}Transfer-Encoding: chunked\r\n\r\nxyz\r\n").into_bytes(), 400),
        ("a chunk beyond numbers", format!("{post}Transfer-Encoding: chunked\r\n\r\n{}\r\n", "f".repeat(40)).into_bytes(), 400),
        ("a body cut short", format!("{post}Content-Length: 20\r\n\r\n{{").into_bytes(), 408),
        ("more than is read", format!("{post}Content-Length: 99999999999\r\n\r\n").into_bytes(), 413),
        ("no host", b"GET /v1/nothing HTTP/1.1\r\nConnection: close\r\n\r\n".to_vec(), 400),
        ("CONNECT", b"CONNECT x:443 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_vec(), 404),
        ("an upgrade", b"GET /v1/nothing HTTP/1.1\r\nHost: x\r\nConnection: upgrade, close\r\nUpgrade: websocket\r\n\r\n".to_vec(), 404),
        ("an unknown expectation", format!("{post}Expect: coffee\r\nContent-Length: 2\r\n\r\n[]").into_bytes(), 422),
        ("bad percent", b"GET /v1/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_vec(), 404),
        ("dots", b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_vec(), 404),
    ];
    let mut wrong = Vec::new();
    for (name, bytes, status) in cases {
        let answer = running.ask(&bytes);
        let right = answer.starts_with(&format!("HTTP/1.1 {status} "))
            && answer
                .to_lowercase()
                .contains("content-type: application/problem+json")
            && answer.matches("HTTP/1.1 ").count() == 1
            && answer.ends_with('}');
        if !right {
            wrong.push(format!("{name}: expected {status}, got {answer:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(running.ask("GET /health/live HTTP/1.0\r\n\r\n").contains(" 200 "));
}
