//! Who is let in: keys, rates, origins; and what is counted.

use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use actix_web::web::Data;
use followup::api::Instance;
use followup::config::{Access, Limits};
use rstest::rstest;

use crate::requests::{Answer, Request, send, send_while};
use crate::running::{Running, followup, run};

const KEY: &str = "0123456789abcdef-first";
const OTHER: &str = "0123456789abcdef-second";

fn instance(access: &Access) -> Data<Instance> {
    Data::new(Instance::new(Limits::default(), access).unwrap())
}

fn with_keys() -> Data<Instance> {
    instance(&Access {
        api_keys: Some(format!("{KEY}, {OTHER}")),
        ..Access::default()
    })
}

fn expect(answer: &Answer, status: u16, slug: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    if !slug.is_empty() {
        assert_eq!(answer.json()["type"], format!("/problems/{slug}"));
        crate::document::validate(&answer.json(), "Problem");
    }
}

#[rstest]
#[case::none(Request::get("/v1/guidance"), 401)]
#[case::bearer(Request::get("/v1/guidance").with("Authorization", format!("Bearer {KEY}")), 200)]
#[case::small_letters(Request::get("/v1/guidance").with("Authorization", format!("bearer {KEY}")), 200)]
#[case::own_header(Request::get("/v1/guidance").with("X-Api-Key", KEY), 200)]
#[case::the_second(Request::get("/v1/guidance").with("X-Api-Key", OTHER), 200)]
#[case::basic(Request::get("/v1/guidance").with("Authorization", format!("Basic {KEY}")), 401)]
#[case::basic_of_a_proxy(Request::get("/v1/guidance").with("Authorization", "Basic eDp5").with("X-Api-Key", KEY), 200)]
#[case::wrong(Request::get("/v1/guidance").with("X-Api-Key", "0123456789abcdef-third"), 401)]
#[case::beginning(Request::get("/v1/guidance").with("X-Api-Key", "0123456789abcdef-"), 401)]
#[case::empty(Request::get("/v1/guidance").with("X-Api-Key", ""), 401)]
#[case::empty_bearer(Request::get("/v1/guidance").with("Authorization", "Bearer "), 401)]
#[case::both_at_once(Request::get("/v1/guidance").with("X-Api-Key", format!("{KEY},{OTHER}")), 401)]
#[case::head(Request::get("/v1/guidance").by("HEAD"), 401)]
#[case::wrong_method(Request::get("/v1/guidance").by("DELETE"), 401)]
#[case::a_body(Request::post("/v1/plans", "{}"), 401)]
#[case::encoded_path(Request::get("/%761/guidance"), 401)]
#[case::encoded_slash(Request::get("/v1%2Fguidance"), 404)]
#[case::two_slashes(Request::get("//v1/guidance"), 404)]
#[case::dots(Request::get("/health/../v1/guidance"), 404)]
#[case::no_such_path(Request::get("/v1/nothing"), 401)]
#[case::the_document(Request::get("/openapi.json"), 200)]
#[case::docs(Request::get("/docs/"), 200)]
#[case::a_probe(Request::get("/health/live"), 200)]
#[case::metrics(Request::get("/metrics"), 200)]
#[actix_web::test]
async fn a_key_opens_what_is_guarded(#[case] request: Request, #[case] status: u16) {
    let answer = send_while(request, with_keys()).await;
    expect(&answer, status, if status == 401 { "unauthorized" } else { "" });
    let challenge = answer.header("www-authenticate");
    assert_eq!(challenge, (status == 401).then_some("Bearer realm=\"followup\""));
}

#[actix_web::test]
async fn without_keys_all_are_let_in() {
    expect(&send(Request::get("/v1/guidance")).await, 200, "");
}

#[test]
fn a_setting_that_opens_no_door_stops_the_start_and_keeps_its_secret() {
    for (variable, value) in [
        ("FOLLOWUP_API_KEYS", "secret"),
        ("FOLLOWUP_API_KEYS", ""),
        ("FOLLOWUP_API_KEYS", "0123456789abcdef,"),
        ("FOLLOWUP_API_KEYS", "secret with spaces in it"),
        ("FOLLOWUP_API_KEYS_FILE", "/nowhere/secret"),
        ("FOLLOWUP_API_KEYS_FILE", "/dev/null"),
        ("FOLLOWUP_RATE_LIMIT", "0"),
        ("FOLLOWUP_RATE_BURST", "x"),
        ("FOLLOWUP_TRUSTED_HOPS", "17"),
        ("FOLLOWUP_CORS_ORIGINS", "jobs.example"),
        ("FOLLOWUP_CORS_ORIGINS", "https://jobs.example/path"),
        ("FOLLOWUP_CORS_ORIGINS", "https://*.jobs.example"),
        ("FOLLOWUP_CORS_ORIGINS", "https://Jobs.example"),
        ("FOLLOWUP_CORS_ORIGINS", "null"),
    ] {
        let output = run(followup().arg("--check-config").env(variable, value));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{variable}={value} was taken");
        assert!(said.contains(variable), "{variable}={value} is not named: {said}");
        assert!(
            variable != "FOLLOWUP_API_KEYS" || !said.contains("secret"),
            "a key is printed: {said}"
        );
    }
}

#[test]
fn keys_are_read_again_on_sighup() {
    let file = std::env::temp_dir().join(format!("followup-keys-{}", std::process::id()));
    std::fs::write(&file, format!("# the first of them\n{KEY}\n\n")).unwrap();
    let running = Running::with(&[("FOLLOWUP_API_KEYS_FILE", file.to_str().unwrap())]);
    let status = |key: &str| {
        let answer = running.ask(format!(
            "GET /v1/guidance HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Api-Key: {key}\r\n\r\n"
        ));
        answer[9..12].to_owned()
    };
    assert_eq!((status(KEY), status(OTHER)), ("200".to_owned(), "401".to_owned()));
    let until = |wanted: (&str, &str)| {
        let since = Instant::now();
        while (status(KEY).as_str(), status(OTHER).as_str()) != wanted {
            assert!(
                since.elapsed() < Duration::from_secs(5),
                "the keys are not {wanted:?}"
            );
        }
    };
    std::fs::write(&file, OTHER).unwrap();
    running.signal("HUP");
    until(("401", "200"));
    // What cannot be read changes nothing.
    std::fs::write(&file, "short").unwrap();
    running.signal("HUP");
    std::thread::sleep(Duration::from_millis(200));
    until(("401", "200"));
    std::fs::remove_file(&file).unwrap();
}

#[actix_web::test]
async fn more_than_the_burst_is_limited_and_says_when_to_come_again() {
    let access = Access {
        rate_limit: "1".parse().ok(),
        rate_burst: "3".parse().ok(),
        api_keys: Some(format!("{KEY},{OTHER}")),
        ..Access::default()
    };
    let instance = instance(&access);
    let ask = |path: &str, key: &str| {
        let instance = instance.clone();
        let request = Request::get(path).with("X-Api-Key", key);
        async move { send_while(request, instance).await }
    };
    let first = ask("/v1/templates", KEY).await;
    assert_eq!(first.header("ratelimit"), Some("\"default\";r=2;t=1"));
    assert_eq!(first.header("ratelimit-policy"), Some("\"default\";q=3;w=3"));
    // A slow machine may give some back meanwhile.
    let mut limited = first;
    for _ in 0..50 {
        limited = ask("/v1/templates", KEY).await;
        if limited.status == 429 {
            break;
        }
    }
    expect(&limited, 429, "too-many-requests");
    assert_eq!(limited.header("retry-after"), Some("1"));
    assert_eq!(limited.header("ratelimit"), Some("\"default\";r=0;t=1"));
    assert_eq!(
        ask("/v1/templates", OTHER).await.status,
        200,
        "another key pays for it"
    );
    assert_eq!(ask("/health/live", KEY).await.status, 200, "a probe is limited");
}

#[test]
fn addresses_are_limited_each_for_itself() {
    let running = Running::with(&[
        ("FOLLOWUP_RATE_LIMIT", "1"),
        ("FOLLOWUP_RATE_BURST", "2"),
        ("FOLLOWUP_TRUSTED_HOPS", "1"),
    ]);
    let status = |address: &str| {
        let answer = running.ask(format!(
            "GET /v1/working-days?from=2026-03-02&add=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-For: 198.51.100.1, {address}\r\n\r\n"
        ));
        answer[9..12].to_owned()
    };
    assert!(
        (0..50).any(|_| status("203.0.113.9") == "429"),
        "nobody is limited"
    );
    assert_eq!(status("203.0.113.10"), "200");
}

#[rstest]
#[case::off(None, "https://jobs.example", None, 405)]
#[case::one(
    Some("https://jobs.example"),
    "https://jobs.example",
    Some("https://jobs.example"),
    204
)]
#[case::another(Some("https://jobs.example"), "https://evil.example", None, 405)]
#[case::of_two(
    Some("http://localhost:3000, https://jobs.example"),
    "http://localhost:3000",
    Some("http://localhost:3000"),
    204
)]
#[case::a_part(Some("https://jobs.example"), "https://jobs.example.evil.example", None, 405)]
#[case::all(Some("*"), "https://jobs.example", Some("*"), 204)]
#[actix_web::test]
async fn pages_of_configured_origins_alone_may_ask(
    #[case] origins: Option<&str>,
    #[case] origin: &str,
    #[case] welcome: Option<&str>,
    #[case] preflight: u16,
) {
    let access = Access {
        cors_origins: origins.map(str::to_owned),
        ..Access::default()
    };
    let instance = instance(&access);
    let asked = Request::get("/v1/plans")
        .by("OPTIONS")
        .with("Origin", origin)
        .with("Access-Control-Request-Method", "POST")
        .with("Access-Control-Request-Headers", "content-type,x-api-key");
    let answer = send_while(asked, instance.clone()).await;
    assert_eq!(answer.status, preflight);
    assert_eq!(answer.header("access-control-allow-origin"), welcome);
    if preflight == 204 {
        assert!(
            answer
                .header("access-control-allow-methods")
                .unwrap()
                .contains("POST")
        );
        assert!(
            answer
                .header("access-control-allow-headers")
                .unwrap()
                .contains("x-api-key")
        );
    }
    let answer = send_while(Request::get("/v1/templates").with("Origin", origin), instance).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("access-control-allow-origin"), welcome);
    assert_eq!(answer.header("access-control-allow-credentials"), None);
    assert_eq!(
        answer.header("vary").is_some(),
        origins.is_some_and(|origins| origins != "*")
    );
}

#[rstest]
#[case::an_answer("/v1/templates", "default-src 'none'; frame-ancestors 'none'")]
#[case::a_problem("/v1/nothing", "default-src 'none'; frame-ancestors 'none'")]
#[case::docs("/docs/", "script-src 'self';")]
#[actix_web::test]
async fn every_answer_says_what_a_browser_may_do_with_it(#[case] path: &str, #[case] policy: &str) {
    let answer = send(Request::get(path)).await;
    let given = answer.header("content-security-policy").unwrap();
    assert!(given.contains(policy), "{given}");
    assert!(given.contains("frame-ancestors 'none'"), "{given}");
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
}

#[actix_web::test]
async fn the_docs_have_no_script_of_their_own_in_the_page() {
    let page = send(Request::get("/docs/")).await.text();
    let inline = page
        .split("<script")
        .skip(1)
        .filter(|script| !script.trim_start().starts_with("src="));
    assert_eq!(inline.count(), 0, "{page}");
}

#[test]
fn what_happens_is_counted() {
    let running = Running::with(&[("FOLLOWUP_API_KEYS", KEY)]);
    let facts =
        r#"{"interview": {"ended_at": "2026-03-02T15:00:00-08:00"}, "as_of": "2026-03-02T16:00:00-08:00"}"#;
    let head =
        "POST /v1/plans HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n";
    let length = facts.len();
    let planned = running.ask(format!(
        "{head}X-Api-Key: {KEY}\r\nContent-Length: {length}\r\n\r\n{facts}"
    ));
    assert!(planned.starts_with("HTTP/1.1 200"), "{planned}");
    assert!(
        running
            .ask(format!("{head}Content-Length: {length}\r\n\r\n{facts}"))
            .starts_with("HTTP/1.1 401")
    );
    assert!(running.ask("nonsense\r\n\r\n").starts_with("HTTP/1.1 400"));
    for path in ["/v1/one", "/v1/two", "/three"] {
        running.ask(format!(
            "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Api-Key: {KEY}\r\n\r\n"
        ));
    }
    let metrics = running.ask("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    for line in [
        r#"followup_http_requests_total{method="POST",route="/v1/plans",status="200"} 1"#,
        r#"followup_http_requests_total{method="POST",route="/v1/plans",status="401"} 1"#,
        r#"followup_http_requests_total{method="GET",route="none",status="404"} 3"#,
        r#"followup_http_request_duration_seconds_count{route="/v1/plans"} 2"#,
        r#"followup_http_requests_turned_away_total{cause="unauthorized"} 1"#,
        r#"followup_http_requests_turned_away_total{cause="overloaded"} 0"#,
        r#"followup_http_refused_heads_total{status="400"} 1"#,
        r#"followup_plans_total{state="thanks_due"} 1"#,
        "followup_panics_total 0",
        "followup_http_requests_in_flight 1",
        concat!(
            r#"followup_build_info{version=""#,
            env!("CARGO_PKG_VERSION"),
            r#""} 1"#
        ),
    ] {
        assert!(
            metrics.contains(&format!("{line}\n")),
            "{line} is not in\n{metrics}"
        );
    }
    assert!(!metrics.contains("/three"), "a path became a label");
}

#[actix_web::test]
async fn a_panic_is_counted() {
    expect(&send(Request::get("/panic")).await, 500, "internal");
    let metrics = send(Request::get("/metrics")).await.text();
    let panics = metrics
        .lines()
        .find_map(|line| line.strip_prefix("followup_panics_total "));
    assert!(
        panics.is_some_and(|number| number.parse::<u32>().unwrap() > 0),
        "{metrics}"
    );
}

#[test]
fn the_log_names_key_and_trace_and_nothing_that_was_told() {
    let mut child = followup()
        .envs([("FOLLOWUP_API_KEYS", KEY), ("FOLLOWUP_LOG_FORMAT", "json")])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    let mut printed = std::io::BufReader::new(child.stdout.take().unwrap());
    std::io::BufRead::read_line(&mut printed, &mut first).unwrap();
    let address = first.trim().rsplit('/').next().unwrap();
    let mut stream = std::net::TcpStream::connect(address).unwrap();
    let trace = "0af7651916cd43dd8448eb211c80319c";
    write!(
        stream,
        "GET /v1/working-days?from=Dana HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Api-Key: {KEY}\r\n\
         Traceparent: 00-{trace}-b7ad6b7169203331-01\r\n\r\n"
    )
    .unwrap();
    std::io::Read::read_to_string(&mut stream, &mut String::new()).unwrap();
    // Told to stop, it writes the lines that still wait.
    let stopped = std::process::Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .status();
    assert!(stopped.unwrap().success());
    let log = String::from_utf8(child.wait_with_output().unwrap().stderr).unwrap();
    let event: serde_json::Value = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .find(|event: &serde_json::Value| event["message"] == "request")
        .unwrap_or_else(|| panic!("{log}"));
    assert_eq!(event["trace_id"], trace);
    assert_eq!(event["parent_id"], "b7ad6b7169203331");
    assert_eq!(event["key_id"].as_str().map(str::len), Some(8));
    assert_eq!(
        (&event["route"], &event["status"]),
        (&"/v1/working-days".into(), &422.into())
    );
    assert!(!log.contains("Dana") && !log.contains(KEY), "{log}");
}
