//! Heads that break a rule of HTTP, and heads that only look as if they did.

use super::{Exchange, GET, SMUGGLED, ended, kept, post};

pub fn request_lines(exchanges: &mut Vec<Exchange>) {
    let line = |line: &str| format!("{line}\r\nHost: x\r\n\r\n");
    for version in [
        "HTTP/1.2",
        "HTTP/0.9",
        "HTTP/2.0",
        "HTTP/3",
        "HTTP/1",
        "http/1.1",
        "HTTP/1.1x",
        "HTTP/11",
        "HTP/1.1",
        "HTTP/1.1 ",
        "HTTP/1.10",
        "HTTP/01.1",
        "HTTPS/1.1",
        "HTTP / 1.1",
        "HTTP/1,1",
        "HTTP/-1.1",
        "ICY",
        "RTSP/1.0",
        "HTTP/1.1\0",
        "HTTP/1.1 HTTP/1.1",
    ] {
        exchanges.push(ended(
            format!("version {version:?}"),
            line(&format!("GET /v1/nothing {version}")),
            400,
        ));
    }
    for (what, first) in [
        ("no version", "GET /v1/nothing"),
        ("a method alone", "GET"),
        ("tabs between", "GET\t/v1/nothing\tHTTP/1.1"),
        ("two spaces", "GET  /v1/nothing HTTP/1.1"),
        ("two spaces before the version", "GET /v1/nothing  HTTP/1.1"),
        ("a space before it", " GET /v1/nothing HTTP/1.1"),
        ("NUL before it", "\0GET /v1/nothing HTTP/1.1"),
        ("a byte order mark before it", "\u{feff}GET /v1/nothing HTTP/1.1"),
        ("no method", " /v1/nothing HTTP/1.1"),
        ("no target", "GET  HTTP/1.1"),
        ("CR in it", "GET /v1/nothing\r HTTP/1.1"),
        ("a header in its place", "Host: y"),
        ("an answer in its place", "HTTP/1.1 200 OK"),
        ("a fullwidth space", "GET\u{3000}/v1/nothing\u{3000}HTTP/1.1"),
    ] {
        exchanges.push(ended(what, line(first), 400));
    }
    for byte in (0..=32_u8)
        .filter(|byte| *byte != b'\n')
        .chain([0x3c, 0x3e, 0x60, 0x7f, 0x80, 0xa0, 0xc3, 0xff])
    {
        let bytes = [b"GET /v1/noth", &[byte][..], b"ing HTTP/1.1\r\nHost: x\r\n\r\n"].concat();
        exchanges.push(ended(format!("byte {byte:#04x} in the path"), bytes, 400));
    }
}

pub fn methods(exchanges: &mut Vec<Exchange>) {
    let line = |line: &str| format!("{line}\r\nHost: x\r\n\r\n");
    for letter in "(),/:;<=>?@[\\]{}\"\0\u{1}\u{7f}\u{e9}\t#$%&'".chars() {
        exchanges.push(ended(
            format!("{letter:?} in the method"),
            line(&format!("G{letter}T /v1/nothing HTTP/1.1")),
            400,
        ));
    }
    for method in [
        "G!T", "G*T", "G+T", "G-T", "G.T", "G^T", "G_T", "G|T", "G~T", "get", "Get", "BREW", "PRI", "MKCOL",
        "LOCK", "QUERY", "GETGET",
    ] {
        exchanges.push(kept(
            format!("the method {method}"),
            line(&format!("{method} /v1/guidance HTTP/1.1")),
            405,
        ));
    }
    exchanges.push(kept(
        "a method of 300 letters",
        line(&format!("{} /v1/guidance HTTP/1.1", "G".repeat(300))),
        405,
    ));
    for method in ["TRACE", "OPTIONS", "DELETE", "PATCH"] {
        exchanges.push(kept(
            format!("{method} of everything"),
            line(&format!("{method} * HTTP/1.1")),
            404,
        ));
    }
    exchanges.push(ended("CONNECT", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n", 404));
    exchanges.push(ended(
        "CONNECT to a path of ours",
        "CONNECT /v1/plans HTTP/1.1\r\nHost: x\r\n\r\n",
        405,
    ));
    for (what, before) in [
        ("empty lines", "\r\n\r\n"),
        ("bare line ends", "\n\n"),
        ("fifty empty lines", &"\r\n".repeat(50)),
    ] {
        exchanges.push(kept(
            format!("{what} before it"),
            format!("{before}{GET}\r\n"),
            404,
        ));
    }
    exchanges.push(kept(
        "bare line ends",
        "GET /v1/nothing HTTP/1.1\nHost: x\n\n",
        404,
    ));
}

pub fn targets(exchanges: &mut Vec<Exchange>) {
    let of = |target: &str| format!("GET {target} HTTP/1.1\r\nHost: x\r\n\r\n");
    for (target, status) in [
        ("http://x/v1/templates", 200),
        ("http://other.example:99/v1/templates", 200),
        ("https://x/v1/templates", 200),
        ("HTTP://X/health/live", 200),
        ("http://user:secret@x/v1/nothing", 404),
        ("ftp://x/v1/nothing", 404),
        ("javascript:alert(1)", 404),
        ("x:443", 404),
        ("*", 404),
        ("//x/v1/nothing", 404),
        ("/v1/nothing#part", 404),
        ("/v1/nothing?x#y", 404),
        ("/%", 404),
        ("/%zz", 404),
        ("/%00", 404),
        ("/%ff%fe", 404),
        ("/v1/noth\"ing", 404),
        ("/v1/noth\\ing", 404),
        ("/v1/{nothing}", 404),
        ("/v1/a|b^c", 404),
        ("/../../etc/passwd", 404),
        ("/.././v1/guidance", 404),
        ("/v1/calendars/..%2f..%2f/2026", 404),
        ("/v1/working-days?from=%", 422),
        ("/v1/working-days?%zz=%zz", 422),
        ("/v1/working-days?from='&add='", 422),
        ("http:x", 404),
    ] {
        exchanges.push(kept(format!("target {target}"), of(target), status));
    }
    for target in [
        "http://",
        "http:///v1/nothing",
        "?x",
        "#part",
        "v1/nothing",
        "\\v1\\nothing",
        "http://[::1/v1",
        "/v1/working-days?from=\"",
        "file:///etc/passwd",
        "",
    ] {
        exchanges.push(ended(format!("target {target:?}"), of(target), 400));
    }
    exchanges.push(kept(
        "a path of 65,500 characters",
        of(&format!("/{}", "x".repeat(65_500))),
        404,
    ));
    exchanges.push(ended(
        "a path of 65,535 characters",
        of(&format!("/{}", "x".repeat(65_534))),
        400,
    ));
    exchanges.push(ended(
        "a query of 100,000 characters",
        of(&format!("/v1/nothing?{}", "x".repeat(100_000))),
        400,
    ));
    exchanges.push(ended(
        "a path without an end",
        format!("GET /{}", "x".repeat(140_000)),
        431,
    ));
}

pub fn headers(exchanges: &mut Vec<Exchange>) {
    for (what, line) in [
        ("no colon", "X-A"),
        ("no name", ": x"),
        ("a space before the colon", "X-A : b"),
        ("a tab before the colon", "X-A\t: b"),
        ("a folded line", "X-A: b\r\n c"),
        ("a line folded by a tab", "X-A: b\r\n\tc"),
        ("a first line that is folded", " X-A: b"),
        ("a name in quotes", "\"X-A\": b"),
        ("a space in a name", "X A: b"),
        ("a name that is not ASCII", "X\u{e9}: b"),
        ("a bare CR", "X-A: b\rc"),
        ("a second host by a bare LF", "X-A: b\nHost: y"),
        ("an emoji as a name", "🙂: b"),
    ] {
        exchanges.push(ended(what, format!("{GET}{line}\r\n\r\n"), 400));
    }
    for letter in "(),/;<=>?@[\\]{}\" \0\u{7f}".chars() {
        exchanges.push(ended(
            format!("{letter:?} in a name"),
            format!("{GET}X{letter}A: b\r\n\r\n"),
            400,
        ));
    }
    for byte in (0..32_u8).filter(|byte| *byte != b'\t').chain([0x7f]) {
        let bytes = [GET.as_bytes(), b"X-A: a", &[byte], b"b\r\n\r\n"].concat();
        exchanges.push(ended(format!("byte {byte:#04x} in a value"), bytes, 400));
    }
    for (what, value) in [
        ("a tab", &b"a\tb"[..]),
        ("nothing", b""),
        ("Latin-1", b"\xe9"),
        ("bytes that are no UTF-8", b"\x80\xff"),
        ("colons", b":::"),
    ] {
        exchanges.push(kept(
            format!("{what} in a value"),
            [GET.as_bytes(), b"X-A: ", value, b"\r\n\r\n"].concat(),
            404,
        ));
    }
    for name in ["!", "#$%&'*+.^_`|~", "x", "Content-Typo", "Transfer_Encoding"] {
        exchanges.push(kept(
            format!("a header called {name}"),
            format!("{GET}{name}: chunked\r\n\r\n"),
            404,
        ));
    }
}

pub fn other_headers(exchanges: &mut Vec<Exchange>) {
    for header in [
        "Connection: x, y",
        "Connection:",
        "Connection: \u{e9}",
        "Keep-Alive: timeout=999999, max=1",
        "Proxy-Connection: keep-alive",
        "TE: trailers, chunked",
        "Trailer: Content-Length",
        "Upgrade: h2c",
        "Upgrade: TLS/1.0, HTTP/2.0",
        "Accept: text/html",
        "Accept: \u{e9}",
        "Range: bytes=0-,1-,2-",
        "If-Match: *",
        "Content-Type: x\r\nContent-Type: y",
        "Cookie: a=\u{202e}",
        "X-Request-Id: \u{ff}",
        "Content-Length: 0",
        "Expect: coffee",
        "Via: 1.1 x, 1.1 x, 1.1 x",
        "Max-Forwards: -1",
    ] {
        exchanges.push(kept(header, format!("{GET}{header}\r\n\r\n"), 404));
        exchanges.push(kept(
            format!("{header} on a POST"),
            post(&format!("{header}\r\nContent-Length: 3\r\n"), "[ ]").replace("Content-Length: 0\r\n", ""),
            422,
        ));
    }
    for header in [
        "Connection: close",
        "Connection: CLOSE",
        "Connection: keep-alive, close",
        "Connection: close, keep-alive",
        "Connection: keep-alive\r\nConnection: close",
    ] {
        exchanges.push(ended(header, format!("{GET}{header}\r\n\r\n{SMUGGLED}"), 404));
    }
    let change =
        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n";
    exchanges.push(ended(
        "a change to HTTP/2",
        format!("{GET}{change}\r\n{SMUGGLED}"),
        404,
    ));
    exchanges.push(ended(
        "a change to HTTP/2 with facts",
        post(
            &format!("{change}Content-Length: 2\r\n"),
            &format!("[]{SMUGGLED}"),
        ),
        422,
    ));
    exchanges.push(ended(
        "a change to WebSocket",
        format!("{GET}Connection: upgrade\r\nUpgrade: websocket\r\n\r\n{SMUGGLED}"),
        404,
    ));
    let upgrade = "Connection: upgrade\r\nUpgrade: WebSocket\r\nContent-Length: 2\r\n";
    exchanges.push(ended(
        "a change to WebSocket with a body",
        post(upgrade, &format!("[]{SMUGGLED}")),
        400,
    ));
    let batch = post(upgrade, "[]")
        .replace("/v1/plans", "/v1/plans/batch")
        .replace("application/json", "application/x-ndjson");
    exchanges.push(ended("a change to WebSocket with a batch", batch, 400));
    exchanges.push(kept(
        "HTTP/1.0 that is kept",
        "GET /v1/nothing HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        404,
    ));
    exchanges.push(ended(
        "HTTP/1.0",
        format!("GET /v1/nothing HTTP/1.0\r\n\r\n{SMUGGLED}"),
        404,
    ));
    exchanges.push(ended(
        "HTTP/1.0 and chunks",
        post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n").replace("HTTP/1.1", "HTTP/1.0"),
        400,
    ));
    exchanges.push(ended(
        "HTTP/1.0 and a body of no length",
        post("", "[]").replace("HTTP/1.1", "HTTP/1.0"),
        400,
    ));
}

pub fn hosts(exchanges: &mut Vec<Exchange>) {
    for hosts in [
        "",
        "Host: x\r\nHost: x\r\n",
        "Host: x\r\nHost: y\r\n",
        "Host: x\r\nhost: \r\n",
    ] {
        exchanges.push(ended(
            format!("hosts {hosts:?}"),
            format!("GET /v1/nothing HTTP/1.1\r\n{hosts}\r\n"),
            400,
        ));
    }
    exchanges.push(ended(
        "an absolute target without Host",
        "GET http://x/v1/nothing HTTP/1.1\r\n\r\n",
        400,
    ));
    for host in [
        "a b", "x/y", "user@x", "<x>", "\u{e9}", "x?y", "x#y", "x\\y", "\"x\"", "http://x", "x|y", "{{x}}",
        "`x`", "x^y",
    ] {
        exchanges.push(ended(
            format!("Host: {host}"),
            format!("GET /v1/templates HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            400,
        ));
    }
    for host in [
        "",
        "x:80",
        "[::1]:80",
        "xn--bcher-kva.example",
        "x_y",
        "%41",
        "127.1",
        &"x".repeat(5_000),
    ] {
        exchanges.push(kept(
            format!("Host: {host:.20}"),
            format!("GET /v1/templates HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            200,
        ));
    }
}
