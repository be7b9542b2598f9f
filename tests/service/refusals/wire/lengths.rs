//! Where a body ends: lengths, codings and chunks that are malformed, doubled or contradict each other.

use super::{Exchange, SMUGGLED, ended, kept, post};

pub fn lengths(exchanges: &mut Vec<Exchange>) {
    let long = "9".repeat(40);
    for length in [
        "x",
        "-1",
        "-0",
        "+2",
        "+0",
        "0x2",
        "2.0",
        "2 2",
        "2,2",
        "2, 2",
        "2,3",
        "",
        " ",
        "2;",
        &long,
        "18446744073709551616",
        "2_0",
        "1e1",
        "\u{b2}",
        "\u{662}",
        "'2'",
        "\"2\"",
        "2\0",
        "2\u{b}",
        "NaN",
        "null",
        "0b10",
        "2 bytes",
        ",2",
        "2,",
        "\u{ff12}",
        "2\u{a0}",
    ] {
        let bytes = post(&format!("Content-Length: {length}\r\n"), &format!("[]{SMUGGLED}"));
        exchanges.push(ended(format!("a length of {length:?}"), bytes, 400));
    }
    for length in ["02", "0000000002", "\t2", "  2  "] {
        exchanges.push(kept(
            format!("a length of {length:?}"),
            post(&format!("Content-Length: {length}\r\n"), "[]"),
            422,
        ));
    }
    for (one, other) in [
        ("2", "2"),
        ("2", "3"),
        ("3", "2"),
        ("0", "2"),
        ("2", "x"),
        ("2", ""),
    ] {
        let lengths = format!("Content-Length: {one}\r\nContent-Length: {other}\r\n");
        exchanges.push(ended(
            format!("lengths of {one:?} and {other:?}"),
            post(&lengths, &format!("[]{SMUGGLED}")),
            400,
        ));
    }
    for length in ["65537", "1000000", "99999999999999", "18446744073709551615"] {
        exchanges.push(ended(
            format!("a length of {length}"),
            post(&format!("Content-Length: {length}\r\n"), ""),
            413,
        ));
    }
    for (what, head, status) in [
        ("a GET", "GET /v1/templates", 200),
        ("a GET of nothing", "GET /v1/nothing", 404),
        ("a HEAD", "HEAD /v1/templates", 200),
        ("a DELETE", "DELETE /v1/plans", 405),
        ("an OPTIONS", "OPTIONS /v1/plans", 405),
        ("a POST of nothing", "POST /v1/nothing", 404),
        ("a POST to a GET", "POST /v1/guidance", 405),
        ("a POST without a type", "POST /v1/plans", 415),
        ("a batch without a type", "POST /v1/plans/batch", 415),
        ("a POST with a bad query", "POST /v1/plans?x=1", 415),
    ] {
        let length = SMUGGLED.len();
        let heads = if what == "a HEAD" { vec![0] } else { Vec::new() };
        let bytes = format!("{head} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n{SMUGGLED}");
        exchanges.push(Exchange {
            heads: heads.clone(),
            // What answers a GET that has been found does not wait for a body: it is the last answer then.
            kept: status != 200,
            ..kept(format!("{what} with a request as its body"), bytes, status)
        });
        let bytes = format!(
            "{head} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{length:x}\r\n{SMUGGLED}\r\n0\r\n\r\n"
        );
        exchanges.push(Exchange {
            heads,
            kept: status != 200,
            ..kept(format!("{what} with a request as its chunk"), bytes, status)
        });
    }
}

pub fn codings(exchanges: &mut Vec<Exchange>) {
    let body = format!("0\r\n\r\n{SMUGGLED}");
    for coding in [
        "xchunked",
        "chunked, identity",
        "identity, chunked",
        "gzip, chunked",
        "chunked, gzip",
        "chunked,chunked",
        "identity",
        "gzip",
        "",
        "x",
        "\"chunked\"",
        "chunked;q=1",
        "\u{b}chunked",
        "chun ked",
        "chunked\0",
        ",chunked",
        "chunked,",
        "trailers",
        "chunked\u{a0}",
        "\u{212a}chunked",
        "CHUNKED;x",
        "cow, chunked",
        "deflate",
        "compress",
    ] {
        exchanges.push(ended(
            format!("coding {coding:?}"),
            post(&format!("Transfer-Encoding: {coding}\r\n"), &body),
            400,
        ));
    }
    for headers in [
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n",
        "Transfer-Encoding : chunked\r\n",
        "Transfer-Encoding\t: chunked\r\n",
        " Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding:\r\n chunked\r\n",
        "X: y\r\n Transfer-Encoding: chunked\r\n",
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: 6\r\nTransfer-Encoding: identity\r\n",
        "Content-Length: 5\r\nTransfer-Encoding:\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length : 5\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: x\r\n",
        "Content-Length: 5\r\nTransfer-Encoding: xchunked\r\n",
    ] {
        exchanges.push(ended(format!("{headers:?}"), post(headers, &body), 400));
    }
    for coding in [
        "chunked",
        "CHUNKED",
        "Chunked",
        " chunked",
        "\tchunked",
        "chunked  ",
    ] {
        exchanges.push(kept(
            format!("coding {coding:?}"),
            post(
                &format!("Transfer-Encoding: {coding}\r\n"),
                "2\r\n[]\r\n0\r\n\r\n",
            ),
            422,
        ));
    }
}

pub fn chunks(exchanges: &mut Vec<Exchange>) {
    let chunked = |body: &str| post("Transfer-Encoding: chunked\r\n", body);
    let huge = "f".repeat(40);
    for body in [
        "xyz\r\n",
        " 2\r\n[]",
        "0x2\r\n[]",
        "+2\r\n[]",
        "-2\r\n[]",
        "g\r\n[]",
        "\r\n[]",
        "2\n[]\n0\n\n",
        "2\n[]\r\n0\r\n\r\n",
        "2\r\n[]\n0\r\n\r\n",
        "2\r[]\r\n0\r\n\r\n",
        "3\r\n[]\r\n0\r\n\r\n",
        "1\r\n[]\r\n0\r\n\r\n",
        "2\r\n[]0\r\n\r\n",
        "10000000000000000\r\n[]",
        &huge,
        "2\0\r\n[]",
        "1_0\r\n[]",
        "\u{662}\r\n[]",
        "2,2\r\n[]",
        "2;a\nb\r\n[]",
        "2\r\n[]\r\n\r\n",
        "2\r\n[]\r\nx\r\n\r\n",
        "2.0\r\n[]",
        "\"2\"\r\n[]",
        "[]",
        "2\u{b}\r\n[]",
    ] {
        // Much follows, so that a connection which is closed at once would take the answer away.
        let bytes = format!("{}{SMUGGLED}{}", chunked(body), "x".repeat(300_000));
        exchanges.push(ended(format!("chunks {body:?}"), bytes, 400));
    }
    for body in [
        "2\r\n[]\r\n0\r\n\r\n",
        "02\r\n[]\r\n000\r\n\r\n",
        &format!("{}2\r\n[]\r\n0\r\n\r\n", "0".repeat(100)),
        "2;a=b\r\n[]\r\n0\r\n\r\n",
        "2;a=\"b;c\"\r\n[]\r\n0;d\r\n\r\n",
        &format!("2;{}\r\n[]\r\n0\r\n\r\n", "a".repeat(10_000)),
        "2 \r\n[]\r\n0\r\n\r\n",
        "2\r\n[]\r\n0\r\nX-A: b\r\n\r\n",
        "2\r\n[]\r\n0\r\nContent-Length: 5\r\nHost: y\r\n\r\n",
        "1\r\n[\r\n1\r\n]\r\n0\r\n\r\n",
        "A\r\n[        ]\r\n0\r\n\r\n",
        &format!("1\r\n[\r\n{}1\r\n]\r\n0\r\n\r\n", "1\r\n \r\n".repeat(3_000)),
    ] {
        exchanges.push(kept(format!("chunks {body:.40?}"), chunked(body), 422));
    }
    let requests = SMUGGLED.len();
    let bytes = chunked(&format!("{requests:x}\r\n{SMUGGLED}\r\n0\r\n\r\n"));
    exchanges.push(kept("a request as a chunk", bytes, 400));
    exchanges.push(kept("no chunk at all", chunked("0\r\n\r\n"), 400));
}
