//! Every way in which a request can be wrong, and the problem document that answers it.

use actix_web::web::Data;
use followup::api::{Instance, PROBLEM_TYPES};
use rstest::rstest;
use serde_json::{Value, json};

use crate::document::validate;
use crate::requests::{Answer, Request, send, send_while};

/// Sends the request and holds its answer against status, type, and what every problem document has.
async fn refused(request: Request, status: u16, slug: &str) -> Answer {
    let answer = send(request).await;
    expect_problem(&answer, status, slug);
    answer
}

pub fn expect_problem(answer: &Answer, status: u16, slug: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    let problem = answer.json();
    assert_eq!(problem["type"], format!("/problems/{slug}"));
    assert_eq!(problem["status"], status);
    assert_eq!(problem["instance"].as_str(), answer.header("x-request-id"));
    validate(&problem, "Problem");
}

#[rstest]
#[case::no_path(Request::get("/v1/nothing"), 404, "not-found")]
#[case::slash_too_many(Request::get("/v1/guidance/"), 404, "not-found")]
#[case::no_docs_file(Request::get("/docs/nothing.js"), 404, "not-found")]
#[case::no_problem_page(Request::get("/problems/nothing"), 404, "not-found")]
#[case::no_country(Request::get("/v1/calendars/ZZ/2026"), 404, "not-found")]
#[case::no_year(Request::get("/v1/calendars/DE/next"), 404, "not-found")]
#[case::year_too_late(Request::get("/v1/calendars/DE/2051"), 404, "not-found")]
#[case::wrong_format(Request::get("/v1/guidance").with("Accept", "text/html"), 406, "not-acceptable")]
#[case::refused_format(Request::get("/v1/guidance").with("Accept", "application/json;q=0"), 406, "not-acceptable")]
#[case::unknown_parameter(Request::get("/v1/guidance?lang=en"), 422, "invalid-query")]
#[case::wrong_subdivision(Request::get("/v1/calendars/DE/2026?subdivision=XX"), 422, "invalid-query")]
#[case::panic(Request::get("/panic"), 500, "internal")]
#[actix_web::test]
async fn a_bad_request_is_a_problem(#[case] request: Request, #[case] status: u16, #[case] slug: &str) {
    refused(request, status, slug).await;
}

#[rstest]
#[case::no_body(Request::post("/v1/plans", ""), 400, "not-json")]
#[case::no_json(Request::post("/v1/plans", "interview: yesterday"), 400, "not-json")]
#[case::cut_off(
    Request::post("/v1/plans", r#"{"interview": {"ended_at": "2026"#),
    400,
    "not-json"
)]
#[case::cut_off_after_an_unknown_property(Request::post("/v1/plans", r#"{"intervew": 1, "#), 400, "not-json")]
#[case::more_than_one(Request::post("/v1/plans", "{} {}"), 400, "not-json")]
#[case::no_utf_8(Request::post("/v1/plans", b"{\"reference\": \"\xff\"}".to_vec()), 400, "not-json")]
#[case::very_deep(Request::post("/v1/plans", "[".repeat(60_000)), 400, "not-json")]
#[case::too_large(Request::post("/v1/plans", " ".repeat(65_537)), 413, "body-too-large")]
#[case::no_media_type(Request::post("/v1/plans", "{}").without("Content-Type"), 415, "unsupported-media-type")]
#[case::a_form(
    Request::post("/v1/plans", "{}").without("Content-Type").with("Content-Type", "application/x-www-form-urlencoded"),
    415, "unsupported-media-type"
)]
#[case::compressed(Request::post("/v1/plans", "{}").with("Content-Encoding", "gzip"), 415, "unsupported-media-type")]
#[case::wrong_format(Request::post("/v1/plans", FACTS).with("Accept", "image/png"), 406, "not-acceptable")]
#[case::no_object(Request::post("/v1/plans", "[]"), 422, "invalid-facts")]
#[case::no_facts(Request::post("/v1/plans", "{}"), 422, "invalid-facts")]
#[case::unknown_parameter(Request::post("/v1/plans?asof=2026-03-09", FACTS), 422, "invalid-query")]
#[actix_web::test]
async fn a_bad_body_is_a_problem(#[case] request: Request, #[case] status: u16, #[case] slug: &str) {
    refused(request, status, slug).await;
}

const FACTS: &str = r#"{"interview": {"ended_at": "2026-03-02T15:00:00-08:00"}}"#;

#[rstest]
#[case::json("application/json")]
#[case::with_charset("application/json; charset=utf-8")]
#[case::in_capitals("Application/JSON")]
#[case::suffix("application/vnd.acme.interview+json")]
#[actix_web::test]
async fn json_by_any_name_is_read(#[case] media_type: &str) {
    let request = Request::post("/v1/plans", FACTS)
        .without("Content-Type")
        .with("Content-Type", media_type);
    assert_eq!(send(request).await.status, 200);
}

#[rstest]
#[case::of_get("/v1/guidance", "POST", "GET, HEAD")]
#[case::of_post("/v1/plans", "GET", "POST")]
#[case::with_parameters("/v1/calendars/DE/2026", "DELETE", "GET, HEAD")]
#[case::of_pages("/docs/index.css", "PUT", "GET, HEAD")]
#[case::of_the_root("/", "POST", "GET, HEAD")]
#[case::head_of_post("/v1/plans", "HEAD", "POST")]
#[case::options("/v1/plans", "OPTIONS", "POST")]
#[actix_web::test]
async fn a_wrong_method_is_told_the_right_ones(
    #[case] path: &str,
    #[case] method: &'static str,
    #[case] allow: &str,
) {
    let answer = refused(Request::get(path).by(method), 405, "method-not-allowed").await;
    assert_eq!(answer.header("allow"), Some(allow));
}

#[rstest]
#[case::nothing("", &[("from", "missing"), ("add", "missing")])]
#[case::both("?from=2026-03-02&add=1&to=2026-03-03", &[("to", "contradictory")])]
#[case::misspelt("?frm=2026-03-02&add=1", &[("frm", "unknown_parameter"), ("from", "missing")])]
#[case::repeated("?from=2026-03-02&from=2026-03-03&add=1", &[("from", "repeated")])]
#[case::empty("?from=&add=&country=", &[("from", "empty"), ("add", "empty"), ("country", "empty")])]
#[case::no_dates("?from=today&to=2026-02-30", &[("from", "malformed"), ("to", "malformed")])]
#[case::short_dates("?from=2026-3-2&to=2026-03-5", &[("from", "malformed"), ("to", "malformed")])]
#[case::none_to_add("?from=2026-03-02&add=0", &[("add", "out_of_range")])]
#[case::too_many_to_add("?from=2026-03-02&add=1001", &[("add", "out_of_range")])]
#[case::no_number("?from=2026-03-02&add=-1", &[("add", "malformed")])]
#[case::backwards("?from=2026-03-02&to=2026-03-01", &[("to", "before_from")])]
#[case::too_long("?from=2026-03-02&to=2036-03-10", &[("to", "out_of_range")])]
#[case::too_early("?from=1998-12-31&add=1", &[("from", "out_of_range")])]
#[case::no_country("?from=2026-03-02&add=1&country=ZZ", &[("country", "unknown_region")])]
#[case::no_subdivision("?from=2026-03-02&add=1&country=DE&subdivision=ZZ", &[("subdivision", "unknown_region")])]
#[case::subdivision_alone("?from=2026-03-02&add=1&subdivision=BY", &[("country", "missing")])]
#[case::another_country("?from=2026-03-02&add=1&country=US&subdivision=DE-BY", &[("subdivision", "unknown_region")])]
#[case::not_utf_8("?from=%ff&add=1", &[("from", "not_utf_8"), ("from", "missing")])]
#[actix_web::test]
async fn every_fault_of_a_query_is_reported(#[case] query: &str, #[case] expected: &[(&str, &str)]) {
    let answer = refused(
        Request::get(format!("/v1/working-days{query}")),
        422,
        "invalid-query",
    )
    .await;
    let faults = answer.json()["errors"].clone();
    let mut found: Vec<_> = faults
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (&fault["parameter"], &fault["code"]))
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(name, code)| (json!(name), json!(code)))
        .collect();
    let mut expected: Vec<_> = expected.iter().map(|(name, code)| (name, code)).collect();
    let by_text = |(name, code): &(&Value, &Value)| format!("{name} {code}");
    found.sort_by_key(by_text);
    expected.sort_by_key(by_text);
    assert_eq!(found, expected);
}

#[actix_web::test]
async fn the_nearest_name_is_offered() {
    let answer = refused(
        Request::get("/v1/working-days?from=2026-03-02&ad=1"),
        422,
        "invalid-query",
    )
    .await;
    assert!(answer.text().contains("Did you mean add?"), "{}", answer.text());
    let answer = refused(Request::get("/v1/guidanc"), 404, "not-found").await;
    assert!(answer.text().contains("/v1/guidance"), "{}", answer.text());
}

#[actix_web::test]
async fn five_faults_of_the_facts_are_five_entries() {
    let facts = json!({
        "as_off": "2026-03-09T10:00:00-08:00",
        "candidate": { "email": "dana" },
        "employer": { "country": "ZZ" },
        "interview": { "ended_at": "yesterday", "stage": "second" },
    });
    let answer = refused(
        Request::post("/v1/plans", facts.to_string()),
        422,
        "invalid-facts",
    )
    .await;
    let problem = answer.json();
    let mut pointers: Vec<_> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["pointer"].as_str().unwrap())
        .collect();
    pointers.sort_unstable();
    let expected = [
        "/as_off",
        "/candidate/email",
        "/employer/country",
        "/interview/ended_at",
        "/interview/stage",
    ];
    assert_eq!(pointers, expected);
}

#[actix_web::test]
async fn a_panic_says_nothing() {
    let answer = refused(
        Request::get("/panic").with("X-Request-Id", "mine"),
        500,
        "internal",
    )
    .await;
    assert_eq!(answer.header("x-request-id"), Some("mine"));
    assert!(!answer.text().contains("Dana"));
}

#[rstest]
#[case::taken_over("job-4711_a.b", true)]
#[case::too_long(&"x".repeat(65), false)]
#[case::longest(&"x".repeat(64), true)]
#[case::empty("", false)]
#[case::other_characters("a b", false)]
#[actix_web::test]
async fn a_request_id_is_the_callers_where_it_fits(#[case] id: &str, #[case] taken_over: bool) {
    for path in ["/health/live", "/v1/nothing"] {
        let answer = send(Request::get(path).with("X-Request-Id", id)).await;
        let answered = answer.header("x-request-id").unwrap();
        assert_eq!(answered == id, taken_over, "{answered}");
        assert!((1..=64).contains(&answered.len()));
    }
}

#[actix_web::test]
async fn every_type_has_its_page() {
    for kind in PROBLEM_TYPES {
        let answer = send(Request::get(kind.uri())).await;
        assert_eq!(answer.status, 200);
        assert_eq!(
            answer.header("content-type"),
            Some("text/markdown; charset=utf-8")
        );
        assert!(answer.text().starts_with(&format!("# {}\n", kind.title)));
    }
}

#[actix_web::test]
async fn an_instance_that_stops_is_not_ready_but_lives() {
    let instance = Data::new(Instance::default());
    instance.stop();
    let ready = send_while(Request::get("/health/ready"), instance.clone()).await;
    expect_problem(&ready, 503, "unavailable");
    assert_eq!(ready.header("retry-after"), Some("1"));
    let live = send_while(Request::get("/health/live"), instance).await;
    assert_eq!(live.status, 200);
}

#[rstest]
#[case::the_root("/")]
#[case::without_its_slash("/docs")]
#[actix_web::test]
async fn a_browser_is_led_to_the_docs(#[case] path: &str) {
    let answer = send(Request::get(path)).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (302, Some("docs/"))
    );
    assert_eq!(send(Request::get("/docs/")).await.status, 200);
}

#[actix_web::test]
async fn post_answers_are_not_stored() {
    let answer = send(Request::post("/v1/plans", FACTS)).await;
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("guidance-version"), Some("2026.1"));
}
