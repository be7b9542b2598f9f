//! Answers that stay the same: their tags, what may keep them, and 304 for who has them already.

use std::collections::BTreeSet;

use actix_web::web::Data;
use followup::api::Instance;
use followup::config::{Access, Limits};
use rstest::rstest;

use crate::document::operations;
use crate::requests::{Answer, Request, send, send_while};
use crate::running::Running;

const KEY: &str = "0123456789abcdef-first";

/// The answers that may be kept, with the example's address: those that the document gives a 304.
fn kept() -> Vec<String> {
    let kept = operations()
        .into_iter()
        .filter(crate::document::Operation::may_be_kept);
    let kept: Vec<_> = kept.map(|operation| operation.address()).collect();
    assert!(kept.len() >= 7, "{kept:?}");
    kept
}

fn tag(answer: &Answer) -> String {
    answer.header("etag").expect("a tag").to_owned()
}

#[actix_web::test]
async fn what_the_document_says_is_kept_is_kept_and_nothing_else() {
    for operation in operations() {
        for (name, request) in operation.requests() {
            let place = format!("{} {} {name}", operation.method, operation.path);
            let answer = send(request).await;
            assert_eq!(answer.status, 200, "{place}");
            let (tag, keep) = (answer.header("etag"), answer.header("cache-control"));
            if operation.may_be_kept() {
                assert_eq!(tag.map(str::len), Some(34), "{place}");
                assert_eq!(keep, Some("public, max-age=3600"), "{place}");
            } else {
                assert_eq!(tag, None, "{place}");
                assert!(
                    operation.method == "GET" || keep == Some("no-store"),
                    "{place}: {keep:?}"
                );
            }
        }
    }
}

#[actix_web::test]
async fn a_copy_that_is_still_good_is_not_sent_again() {
    for address in kept() {
        let first = send(Request::get(&address)).await;
        for method in ["GET", "HEAD"] {
            let asked = Request::get(&address)
                .by(method)
                .with("If-None-Match", tag(&first));
            let again = send(asked).await;
            assert_eq!(again.status, 304, "{method} {address}");
            assert!(again.body.is_empty(), "{method} {address}");
            for name in ["etag", "cache-control", "guidance-version", "vary"] {
                assert_eq!(
                    again.header(name),
                    first.header(name),
                    "{method} {address} {name}"
                );
            }
            assert_eq!(again.header("content-type"), None, "{method} {address}");
            assert!(again.header("x-request-id").is_some(), "{method} {address}");
        }
    }
}

#[actix_web::test]
async fn every_answer_has_a_tag_of_its_own_and_always_the_same() {
    let mut addresses = kept();
    addresses.push("/v1/calendars/DE/2026".to_owned());
    addresses.push("/v1/working-days?from=2026-05-18&add=6&country=US".to_owned());
    let mut tags = BTreeSet::new();
    for address in &addresses {
        let first = tag(&send(Request::get(address)).await);
        assert_eq!(first, tag(&send(Request::get(address)).await), "{address}");
        let inner = first.trim_matches('"');
        assert!(
            inner.len() == 32 && inner.bytes().all(|byte| byte.is_ascii_hexdigit()),
            "{first}"
        );
        assert!(tags.insert(first), "{address} has the tag of another");
    }
}

/// `TAG` is the one that the answer has.
#[rstest]
#[case::the_same("TAG", 304)]
#[case::weakened_on_the_way("W/TAG", 304)]
#[case::any("*", 304)]
#[case::first_of_several("TAG, \"another\"", 304)]
#[case::last_of_several("\"another\",W/\"third\" ,\tTAG", 304)]
#[case::with_empty_members(",, TAG ,", 304)]
#[case::after_one_with_a_comma("\"a,b\", TAG", 304)]
#[case::after_nonsense("nonsense, TAG", 304)]
#[case::another("\"another\"", 200)]
#[case::empty("", 200)]
#[case::empty_tag("\"\"", 200)]
#[case::without_quotes("BARE", 200)]
#[case::half_a_tag("\"TAG", 200)]
#[case::in_small_weakness("w/TAG", 200)]
#[case::any_in_quotes("\"*\"", 200)]
#[case::any_of_any("*, *", 200)]
#[actix_web::test]
async fn tags_are_compared_as_rfc_9110_says(#[case] given: &str, #[case] expected: u16) {
    let tag = tag(&send(Request::get("/v1/guidance")).await);
    let given = given.replace("TAG", &tag).replace("BARE", tag.trim_matches('"'));
    let answer = send(Request::get("/v1/guidance").with("If-None-Match", &given)).await;
    assert_eq!(answer.status, expected, "{given}");
    assert_eq!(answer.body.is_empty(), expected == 304, "{given}");
}

#[actix_web::test]
async fn several_headers_are_one_list() {
    let tag = tag(&send(Request::get("/v1/templates")).await);
    let asked = Request::get("/v1/templates")
        .with("If-None-Match", "\"another\"")
        .with("If-None-Match", tag);
    assert_eq!(send(asked).await.status, 304);
}

/// What the document allows is taken, and no byte more, be it in one header or in two.
#[rstest]
#[case::as_long_as_it_may_be(&[8192], 200)]
#[case::a_byte_longer(&[8193], 400)]
#[case::as_long_in_two(&[8000, 192], 200)]
#[case::a_byte_longer_in_two(&[8000, 193], 400)]
#[actix_web::test]
async fn a_list_of_tags_has_a_limit(#[case] lengths: &[usize], #[case] expected: u16) {
    for address in kept() {
        let asked = lengths.iter().fold(Request::get(&address), |asked, length| {
            asked.with("If-None-Match", "0".repeat(*length))
        });
        let answer = send(asked).await;
        assert_eq!(answer.status, expected, "{address}");
        if expected == 400 {
            let detail = answer.json()["detail"].to_string();
            assert!(
                detail.contains("If-None-Match has more than 8,192 bytes"),
                "{detail}"
            );
        }
    }
}

#[rstest]
#[case::bad_query("/v1/working-days?from=yesterday&add=5", 422)]
#[case::unknown_place("/v1/calendars/ZZ/2026", 404)]
#[case::unknown_parameter("/v1/guidance?page=2", 422)]
#[case::no_such_problem("/problems/none", 404)]
#[actix_web::test]
async fn what_is_refused_is_refused_all_the_same(#[case] address: &str, #[case] expected: u16) {
    let answer = send(Request::get(address).with("If-None-Match", "*")).await;
    assert_eq!(answer.status, expected);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("etag"), None);
}

#[actix_web::test]
async fn a_format_that_is_not_welcome_is_refused_first() {
    let asked = Request::get("/v1/guidance")
        .with("If-None-Match", "*")
        .with("Accept", "image/png");
    assert_eq!(send(asked).await.status, 406);
}

/// A proxy that kept what came for a key would give it to those without one.
#[actix_web::test]
async fn where_a_key_is_asked_for_the_client_alone_may_keep_it() {
    let access = Access {
        api_keys: Some(KEY.to_owned()),
        ..Access::default()
    };
    let instance = Data::new(Instance::new(Limits::default(), &access).unwrap());
    for address in kept() {
        let asked = Request::get(&address).with("X-Api-Key", KEY);
        let answer = send_while(asked.clone(), instance.clone()).await;
        let expected = if address.starts_with("/v1/") {
            "private"
        } else {
            "public"
        };
        let keep = format!("{expected}, max-age=3600");
        assert_eq!(answer.header("cache-control"), Some(&keep[..]), "{address}");

        let again = send_while(asked.with("If-None-Match", tag(&answer)), instance.clone()).await;
        assert_eq!(again.status, 304, "{address}");
        assert_eq!(again.header("cache-control"), Some(&keep[..]), "{address}");
        if expected == "private" {
            let stranger = Request::get(&address).with("If-None-Match", "*");
            assert_eq!(
                send_while(stranger, instance.clone()).await.status,
                401,
                "{address}"
            );
        }
    }
}

#[test]
fn on_the_wire_nothing_follows_the_head() {
    let running = Running::start();
    let ask = |method: &str| {
        let head = format!("{method} /v1/calendars HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\n");
        running.ask(format!("{head}\r\n{head}Connection: close\r\n\r\n"))
    };
    for method in ["GET", "HEAD"] {
        let answers = ask(method);
        let heads: Vec<_> = answers.split_terminator("\r\n\r\n").collect();
        assert_eq!(heads.len(), 2, "{answers}");
        for head in heads {
            assert!(head.starts_with("HTTP/1.1 304 Not Modified\r\n"), "{head}");
            let head = head.to_lowercase();
            assert!(
                head.contains("\r\netag: ") && head.contains("\r\ndate: "),
                "{head}"
            );
            assert!(
                !head.contains("content-length") && !head.contains("transfer-encoding"),
                "{head}"
            );
        }
    }
}
