//! Bodies that are deep, huge, cut short or no JSON, at every endpoint that takes JSON.

use super::facts::full;
use super::{Expected, Input};
use crate::requests::Request;

/// What is read at most.
const LIMIT_BYTES: usize = 64 * 1024;

/// The endpoints, and what is put around facts for them.
const ENDPOINTS: [(&str, &str, &str); 7] = [
    ("/v1/plans", "", ""),
    ("/v1/schedules", "", ""),
    ("/v1/channel-advice?purpose=check_in", "", ""),
    ("/v1/strategy-comparisons", "", ""),
    ("/v1/messages", "", ""),
    (
        "/v1/messages",
        "{\"template\":{\"body\":\"Hello\"},\"facts\":",
        "}",
    ),
    (
        "/v1/draft-reviews",
        "{\"purpose\":\"check_in\",\"channel\":\"email\",\"body\":\"Hello\",\"facts\":",
        "}",
    ),
];

pub fn inputs() -> Vec<Input> {
    let mut inputs = Vec::new();
    for (path, before, after) in ENDPOINTS {
        let whole = format!("{before}{}{after}", full());
        let mut send = |what: &str, body: Vec<u8>, expected: Expected| {
            inputs.push(Input::of(
                format!("{what} to {path} {before}"),
                Request::post(path, body),
                expected,
            ));
        };
        broken(&whole, &mut send);
        for many in [1, 2, 10, 64, 100, 120, 127, 128, 129, 1_000, 30_000, LIMIT_BYTES] {
            // Beyond 127 levels nobody looks, whether it is closed or not.
            let opened = Expected::Refused(400, "not-json");
            send(&format!("{many} lists opened"), b"[".repeat(many), opened.clone());
            send(
                &format!("{many} objects opened"),
                br#"{"a":"#.repeat(many).into_iter().take(LIMIT_BYTES).collect(),
                opened,
            );
            if 2 * many > LIMIT_BYTES {
                continue;
            }
            let closed = if many <= 127 {
                (422, "invalid-facts")
            } else {
                (400, "not-json")
            };
            let lists = ["[".repeat(many), "]".repeat(many)].concat();
            send(
                &format!("{many} lists"),
                lists.into_bytes(),
                Expected::Refused(closed.0, closed.1),
            );
            if 7 * many <= LIMIT_BYTES {
                let objects = [r#"{"a":"#.repeat(many), "1".to_owned(), "}".repeat(many)].concat();
                send(
                    &format!("{many} objects"),
                    objects.into_bytes(),
                    Expected::Refused(closed.0, closed.1),
                );
            }
        }
        sizes(&whole, &mut send);
    }
    inputs
}

fn broken(whole: &str, send: &mut impl FnMut(&str, Vec<u8>, Expected)) {
    let mut no_json = |what: &str, body: Vec<u8>| send(what, body, Expected::Refused(400, "not-json"));
    no_json("nothing", Vec::new());
    no_json("white space", b" \r\n\t ".to_vec());
    no_json("NUL bytes", vec![0; 1_000]);
    no_json("a byte order mark alone", b"\xef\xbb\xbf".to_vec());
    no_json(
        "two byte order marks",
        [b"\xef\xbb\xbf\xef\xbb\xbf", whole.as_bytes()].concat(),
    );
    let utf_16: Vec<u8> = whole
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .take(LIMIT_BYTES)
        .collect();
    no_json("UTF-16", utf_16);
    no_json(
        "gzip",
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xab\xae\x05\x00\x43\xbf\xa6\xa3\x02\x00\x00\x00".to_vec(),
    );
    no_json("a form", b"interview=yesterday&candidate=Dana".to_vec());
    no_json(
        "XML",
        b"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".to_vec(),
    );
    no_json(
        "YAML",
        b"interview:\n  ended_at: 2026-03-02T15:00:00-08:00\n".to_vec(),
    );
    no_json("Python", whole.replace("false", "False").into_bytes());
    no_json("single quotes", whole.replace('"', "'").into_bytes());
    no_json(
        "a comma too many",
        whole.replace("]}", "],}").replacen('}', ",}", 1).into_bytes(),
    );
    no_json("a comment", format!("/* facts */ {whole}").into_bytes());
    no_json("a callback", format!("callback({whole})").into_bytes());
    no_json("a guard against scripts", format!(")]}}',\n{whole}").into_bytes());
    no_json("two documents", format!("{whole}{whole}").into_bytes());
    no_json("two lines", format!("{whole}\n{whole}\n").into_bytes());
    no_json("a word behind it", format!("{whole} true").into_bytes());
    no_json("NUL behind it", format!("{whole}\0").into_bytes());
    for part in 1..8 {
        no_json(
            &format!("{part} eighths of it"),
            whole.as_bytes()[..whole.len() * part / 8].to_vec(),
        );
    }
    no_json("all but its end", whole.as_bytes()[..whole.len() - 1].to_vec());
    for (what, letters) in [
        ("letters", "x"),
        ("quotes", "\""),
        ("backslashes", "\\"),
        ("commas", ","),
        ("minus signs", "-"),
    ] {
        no_json(
            &format!("64 KiB of {what}"),
            letters.repeat(LIMIT_BYTES).into_bytes(),
        );
    }
    no_json(
        "an endless string",
        format!("\"{}", "x".repeat(LIMIT_BYTES - 1)).into_bytes(),
    );
    no_json(
        "an endless escape",
        format!("\"{}", "\\u0041".repeat(10_000)).into_bytes(),
    );
    for scalar in ["null", "true", "0", "-1.5e3", "\"\"", "\"{}\""] {
        send(scalar, scalar.into(), Expected::Refused(422, "invalid-facts"));
    }
}

fn sizes(whole: &str, send: &mut impl FnMut(&str, Vec<u8>, Expected)) {
    let padded = |bytes: usize| format!("{whole}{}", " ".repeat(bytes - whole.len())).into_bytes();
    let too_large = || Expected::Refused(413, "body-too-large");
    send(
        "a byte order mark before it",
        [b"\xef\xbb\xbf", whole.as_bytes()].concat(),
        Expected::Taken,
    );
    send(
        "facts with white space, a byte below the limit",
        padded(LIMIT_BYTES - 1),
        Expected::Taken,
    );
    send(
        "facts with white space up to the limit",
        padded(LIMIT_BYTES),
        Expected::Taken,
    );
    send(
        "facts with white space, a byte above the limit",
        padded(LIMIT_BYTES + 1),
        too_large(),
    );
    send("a megabyte", padded(1_000_000), too_large());
    send("a megabyte of brackets", b"[".repeat(1_000_000), too_large());
    send(
        "white space before facts",
        [vec![b'\n'; LIMIT_BYTES - whole.len()], whole.into()].concat(),
        Expected::Taken,
    );
    let list = |entry: &str| format!("[{}0]", entry.repeat((LIMIT_BYTES - 3) / entry.len())).into_bytes();
    for entry in ["0,", "{},", "[],", "\"\",", "null,", "1e5,"] {
        send(
            &format!("a list full of {entry}"),
            list(entry),
            Expected::Refused(422, "invalid-facts"),
        );
    }
    let names: Vec<_> = (0..3_000).map(|n| format!("\"reference{n}\":{n}")).collect();
    let object = format!("{{{}}}", names.join(","));
    send(
        "an object full of almost known names",
        object.into_bytes(),
        Expected::Refused(422, "invalid-facts"),
    );
    let same = format!("{{{}\"reference\":1}}", "\"reference\":1,".repeat(4_000));
    send(
        "the same property four thousand times",
        same.into_bytes(),
        Expected::Refused(422, "invalid-facts"),
    );
    let name = format!("{{\"{}\":1}}", "n".repeat(60_000));
    send(
        "a name of 60,000 letters",
        name.into_bytes(),
        Expected::Refused(422, "invalid-facts"),
    );
}
