//! What is too much, what is no HTTP, what comes all at once, and what does not come to its end.

use super::super::facts::full;
use super::{Exchange, GET, POST, SMUGGLED, ended, kept, post};

pub fn sizes(exchanges: &mut Vec<Exchange>) {
    for headers in [50, 90, 95] {
        exchanges.push(kept(
            format!("{headers} more headers"),
            format!("{GET}{}\r\n", "X-A: b\r\n".repeat(headers)),
            404,
        ));
    }
    for headers in [96, 97, 100, 200, 1_000, 10_000] {
        exchanges.push(ended(
            format!("{headers} more headers"),
            format!("{GET}{}\r\n", "X-A: b\r\n".repeat(headers)),
            431,
        ));
    }
    let most = 131_072 - GET.len() - "X-A: \r\n\r\n".len();
    for bytes in [10_000, 60_000, 120_000, most] {
        exchanges.push(kept(
            format!("a header of {bytes} bytes"),
            format!("{GET}X-A: {}\r\n\r\n", "y".repeat(bytes)),
            404,
        ));
    }
    for bytes in [most + 1_000, 140_000, 200_000, 1_000_000, 5_000_000] {
        exchanges.push(ended(
            format!("a header of {bytes} bytes"),
            format!("{GET}X-A: {}\r\n\r\n", "y".repeat(bytes)),
            431,
        ));
    }
    exchanges.push(ended(
        "a header's name without an end",
        format!("{GET}{}", "X".repeat(150_000)),
        431,
    ));
    exchanges.push(ended(
        "headers without an end",
        format!("{GET}{}", "X-A: b\r\n".repeat(20_000)),
        431,
    ));
    exchanges.push(ended("empty lines without an end", "\r\n".repeat(200_000), 431));
    exchanges.push(kept(
        "a name of 5,000 letters",
        format!("{GET}{}: y\r\n\r\n", "X".repeat(5_000)),
        404,
    ));
}

pub fn noise(exchanges: &mut Vec<Exchange>) {
    for (what, bytes) in [
        ("SSH", &b"SSH-2.0-OpenSSH_9.2\r\n"[..]),
        ("SMTP", b"EHLO x\r\nMAIL FROM:<a@x.example>\r\n\r\n"),
        ("TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
        ("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        ("SIP", b"OPTIONS sip:x SIP/2.0\r\n\r\n"),
        ("RTSP", b"OPTIONS rtsp://x RTSP/1.0\r\n\r\n"),
        ("Redis", b"*1\r\n$4\r\nPING\r\n"),
        ("memcached", b"stats\r\n"),
        ("a proxy's first line", b"PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n"),
        (
            "a proxy's binary head",
            b"\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c\0\0\0\0\0\0\0\0\0\0\0\0",
        ),
        ("an answer", b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
        ("JSON", b"{\"jsonrpc\":\"2.0\"}\n"),
        ("RDP", b"\x03\0\0\x13\x0e\xe0\0\0\0\0\0\x01\0\x08\0\x03\0\0\0"),
        ("SMB", b"\0\0\0\x85\xffSMB"),
        ("zeros", &[0; 1_000]),
        ("ones", &[255; 1_000]),
        ("spaces", &[b' '; 1_000]),
        ("MQTT", b"\x10\x0c\0\x04MQTT\x04\x02\0\x3c\0\0"),
        ("PostgreSQL", b"\0\0\0\x08\x04\xd2\x16\x2f"),
        ("FTP", b"USER anonymous\r\nPASS x\r\n"),
        ("HTML", b"<html></html>\r\n\r\n"),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0\0\x03"),
        ("a Java object", b"\xac\xed\0\x05sr\0"),
        ("a shell's lines", b"() { :; }; reboot\r\n\r\n"),
    ] {
        exchanges.push(ended(what, bytes, 400));
    }
    // The same bytes in every run, none of them a letter, so that no method begins.
    let mut state = 48_151_623_u32;
    for number in 0..60 {
        let mut byte = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        let mut bytes = vec![b'\x80' | byte()];
        bytes.extend((0..number * 7).map(|_| byte()));
        bytes.extend(b"\r\n\r\n");
        exchanges.push(ended(format!("noise {number}"), bytes, 400));
    }
}

/// Several requests at once, bad ones among them: each is answered, in order, until one ends the connection.
pub fn pipelines(exchanges: &mut Vec<Exchange>) {
    let bad_facts = post("Content-Length: 2\r\n", "[]");
    let get = format!("{GET}\r\n");
    let head = "HEAD /v1/nothing HTTP/1.1\r\nHost: x\r\n\r\n";
    let delete = "DELETE /v1/plans HTTP/1.1\r\nHost: x\r\n\r\n";
    let picture = "GET /v1/guidance HTTP/1.1\r\nHost: x\r\nAccept: image/png\r\n\r\n";
    let chunked = post("Transfer-Encoding: chunked\r\n", "2\r\n[]\r\n0\r\n\r\n");
    let good: [(&str, u16); 6] = [
        (&bad_facts, 422),
        (&get, 404),
        (head, 404),
        (delete, 405),
        (picture, 406),
        (&chunked, 422),
    ];
    for (one, first) in good {
        for (other, second) in good {
            let both = [one, other];
            exchanges.push(Exchange {
                answers: vec![first, second],
                heads: (0..2).filter(|index| both[*index] == head).collect(),
                ..kept(format!("{one:.5} and {other:.5} at once"), both.concat(), first)
            });
        }
        exchanges.push(Exchange {
            answers: vec![first, 400],
            heads: (0..1).filter(|_| one == head).collect(),
            ..ended(
                format!("nonsense behind {one:.5}"),
                format!("{one}NONSENSE\r\n\r\n{SMUGGLED}"),
                first,
            )
        });
    }
    for many in [10, 100, 1_000] {
        let bytes = get.repeat(many);
        exchanges.push(Exchange {
            answers: vec![404; many],
            ..kept(format!("{many} at once"), bytes, 404)
        });
    }
    let mixed = format!("{bad_facts}{get}{head}{delete}{picture}").repeat(20);
    exchanges.push(Exchange {
        answers: [422, 404, 404, 405, 406].repeat(20),
        heads: (0..100).filter(|index| index % 5 == 2).collect(),
        ..kept("a hundred of several kinds", mixed, 404)
    });
    exchanges.push(Exchange {
        answers: vec![422, 405],
        ..kept(
            "a body that is longer than it says",
            post(
                "Content-Length: 2\r\n",
                "[]xxDELETE /v1/plans HTTP/1.1\r\nHost: x\r\n\r\n",
            ),
            422,
        )
    });
    exchanges.push(Exchange {
        answers: vec![400, 400],
        ..ended("a body that has no length", post("", "{}\r\n\r\n"), 400)
    });
}

pub fn bodies(exchanges: &mut Vec<Exchange>) {
    let facts = full().to_string();
    let large = format!("{facts}{}", " ".repeat(65_537 - facts.len()));
    let length = |body: &str| format!("Content-Length: {}\r\n", body.len());
    exchanges.push(ended(
        "a body one byte too long",
        post(&length(&large), &large),
        413,
    ));
    let chunk = format!("10001\r\n{large}\r\n0\r\n\r\n");
    exchanges.push(ended(
        "chunks one byte too long",
        post("Transfer-Encoding: chunked\r\n", &chunk),
        413,
    ));
    for (what, path, media_type, status) in [
        ("facts", "/v1/plans", "application/json", 413),
        ("a draft", "/v1/draft-reviews", "application/json", 413),
        ("XML", "/v1/plans", "application/xml", 415),
        ("nothing", "/v1/nothing", "application/json", 404),
        ("a GET", "/v1/guidance", "application/json", 405),
        ("a batch of the wrong type", "/v1/plans/batch", "text/csv", 415),
        (
            "a batch with a bad query",
            "/v1/plans/batch?x=1",
            "application/x-ndjson",
            422,
        ),
    ] {
        let body = "x".repeat(8_000_000);
        let head = format!("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {media_type}\r\n");
        exchanges.push(ended(
            format!("8 MB for {what}"),
            format!("{head}Content-Length: 8000000\r\n\r\n{body}"),
            status,
        ));
    }
    for expectation in ["100-continue", "100-Continue", "\"x\", 100-continue"] {
        let bytes = post(&format!("Expect: {expectation}\r\nContent-Length: 2\r\n"), "[]");
        exchanges.push(Exchange {
            answers: vec![100, 422],
            ..kept(format!("Expect: {expectation}"), bytes, 422)
        });
    }
    for expectation in ["coffee", "", "200-ok", "100", "\"100-continue\""] {
        let bytes = post(&format!("Expect: {expectation}\r\nContent-Length: 2\r\n"), "[]");
        exchanges.push(kept(format!("Expect: {expectation}"), bytes, 422));
    }
    let bytes = post("Expect: 100-continue\r\nContent-Length: 2\r\n", "[]").replace("HTTP/1.1", "HTTP/1.0");
    exchanges.push(ended("HTTP/1.0 and Expect", bytes, 422));
}

/// What never comes to its end: answered when the time is up, which is a second here, or when the client has closed its side.
pub fn cut_short(exchanges: &mut Vec<Exchange>) {
    for part in [
        "G",
        "GET",
        "GET /v1/noth",
        "GET /v1/nothing HTTP/1.1\r\n",
        GET,
        "GET /v1/nothing HTTP/1.1\r\nHost: x\r\n\r",
        "\r\n",
        "\r",
        "POST",
        POST,
    ] {
        exchanges.push(ended(format!("nothing behind {part:?}"), part, 408));
    }
    for (what, more, body) in [
        ("of no byte", "Content-Length: 20\r\n", ""),
        ("of one byte", "Content-Length: 20\r\n", "{"),
        ("but for a byte", "Content-Length: 3\r\n", "{}"),
        ("of no chunk", "Transfer-Encoding: chunked\r\n", ""),
        ("of half a size", "Transfer-Encoding: chunked\r\n", "1"),
        ("of half a chunk", "Transfer-Encoding: chunked\r\n", "5\r\n{"),
        (
            "of no last chunk",
            "Transfer-Encoding: chunked\r\n",
            "2\r\n{}\r\n",
        ),
        (
            "of the largest chunk",
            "Transfer-Encoding: chunked\r\n",
            "ffffffffffffffff\r\n[]",
        ),
        ("that was promised", "Expect: x\r\nContent-Length: 20\r\n", ""),
    ] {
        exchanges.push(ended(format!("a body {what}"), post(more, body), 408));
    }
}
