//! The protocol itself: messages, revisions, and who is let in.

use super::*;

const META: &str = r#""_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {}}"#;

#[rstest]
#[case::empty("", 400, -32700)]
#[case::no_json("{nonsense", 400, -32700)]
#[case::cut_off(r#"{"jsonrpc": "2.0", "id": 1"#, 400, -32700)]
#[case::two(r#"{"jsonrpc": "2.0", "id": 1, "method": "ping"} {}"#, 400, -32700)]
#[case::no_utf_8(b"{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"\xff\"}", 400, -32700)]
#[case::several(r#"[{"jsonrpc": "2.0", "id": 1, "method": "ping"}]"#, 400, -32600)]
#[case::its_values(r#"["2.0", 1, "ping", {}]"#, 400, -32600)]
#[case::a_text(r#""ping""#, 400, -32600)]
#[case::null("null", 400, -32600)]
#[case::nothing("{}", 400, -32600)]
#[case::another_version(r#"{"jsonrpc": "1.0", "id": 1, "method": "ping"}"#, 400, -32600)]
#[case::no_version(r#"{"id": 1, "method": "ping"}"#, 400, -32600)]
#[case::id_of_null(r#"{"jsonrpc": "2.0", "id": null, "method": "ping"}"#, 400, -32600)]
#[case::id_of_a_list(r#"{"jsonrpc": "2.0", "id": [1], "method": "ping"}"#, 400, -32600)]
#[case::id_too_long(format!(r#"{{"jsonrpc": "2.0", "id": "{}", "method": "ping"}}"#, "é".repeat(129)), 400, -32600)]
#[case::method_too_long(format!(r#"{{"jsonrpc": "2.0", "id": 1, "method": "{}"}}"#, "é".repeat(129)), 400, -32600)]
#[case::long_enough(format!(r#"{{"jsonrpc": "2.0", "id": 1, "method": "{}"}}"#, "é".repeat(128)), 200, -32601)]
#[case::id_twice(r#"{"jsonrpc": "2.0", "id": 1, "id": 2, "method": "ping"}"#, 400, -32600)]
#[case::no_method(r#"{"jsonrpc": "2.0", "id": 1}"#, 400, -32600)]
#[case::a_response(r#"{"jsonrpc": "2.0", "id": 1, "result": {}}"#, 400, -32600)]
#[case::params_as_list(r#"{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": []}"#, 400, -32600)]
#[case::no_such_method(r#"{"jsonrpc": "2.0", "id": 1, "method": "resources/list"}"#, 200, -32601)]
#[case::no_such_call(r#"{"jsonrpc": "2.0", "id": 1, "method": "server/discover"}"#, 200, -32601)]
#[case::no_handshake(r#"{"jsonrpc": "2.0", "id": 1, "method": "initialize"}"#, 200, -32602)]
#[case::no_tool(r#"{"jsonrpc": "2.0", "id": 1, "method": "tools/call"}"#, 200, -32602)]
#[case::a_number_for_a_tool(r#"{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": 5}}"#, 200, -32602)]
#[case::no_such_tool(r#"{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "get_metrics"}}"#, 200, -32602)]
#[case::arguments_as_text(r#"{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "create_plan", "arguments": "{}"}}"#, 200, -32602)]
#[actix_web::test]
async fn what_is_no_message_is_refused(
    #[case] body: impl Into<Vec<u8>>,
    #[case] status: u16,
    #[case] expected: i64,
) {
    let answer = send(post(body)).await;
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(code(&answer), expected, "{}", answer.text());
    assert_eq!(
        answer.json()["id"],
        if status == 200 { json!(1) } else { Value::Null }
    );
}

#[rstest]
#[case::arrays("[", "]")]
#[case::objects(r#"{"a":"#, "}")]
#[actix_web::test]
async fn depth_is_bounded(#[case] open: &str, #[case] close: &str) {
    let deep = format!("{}1{}", open.repeat(3_000), close.repeat(3_000));
    let facts = format!(r#"{{"interview": {deep}}}"#);
    let called = post(format!(
        r#"{{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {{"name": "create_plan", "arguments": {facts}}}}}"#
    ));
    let refused = result(&send(called).await);
    assert!(
        refused["content"][0]["text"]
            .as_str()
            .unwrap()
            .contains("/problems/not-json"),
        "{refused}"
    );
    let aside = post(format!(
        r#"{{"jsonrpc": "2.0", "id": 1, "method": "ping", "other": {deep}, "params": {{"_meta": {deep}, "other": {deep}}}}}"#
    ));
    assert_eq!(result(&send(aside).await), json!({}));
}

#[rstest]
#[case::a_number("1")]
#[case::a_large_one("123456789012345678901234567890")]
#[case::a_fraction("-1.50")]
#[case::a_text(r#""\u0061-b""#)]
#[actix_web::test]
async fn an_id_comes_back_as_it_was_sent(#[case] id: &str) {
    let answer = send(post(format!(
        r#"{{"jsonrpc": "2.0", "id": {id}, "method": "ping"}}"#
    )))
    .await;
    assert!(
        answer.text().contains(&format!(r#""id":{id},"#)),
        "{}",
        answer.text()
    );
}

#[rstest]
#[case::the_first("2024-11-05", "2024-11-05")]
#[case::with_http("2025-03-26", "2025-03-26")]
#[case::with_schemas("2025-06-18", "2025-06-18")]
#[case::the_last("2025-11-25", "2025-11-25")]
#[case::without_handshake("2026-07-28", "2025-11-25")]
#[case::unknown("2030-01-01", "2025-11-25")]
#[actix_web::test]
async fn a_handshake_agrees_on_a_revision(#[case] wanted: &str, #[case] agreed: &str) {
    let params = json!({ "protocolVersion": wanted, "capabilities": {}, "clientInfo": { "name": "a", "version": "1" } });
    let greeted = result(&send(message("initialize", &params)).await);
    assert_eq!(greeted["protocolVersion"], agreed);
    assert_eq!(greeted["capabilities"], json!({ "tools": {} }));
    assert_eq!(greeted["serverInfo"]["version"], env!("CARGO_PKG_VERSION"));
    let listed = message("tools/list", &json!({})).with("MCP-Protocol-Version", agreed);
    let listed = result(&send(listed).await);
    assert!(
        listed["resultType"].is_null() && listed["ttlMs"].is_null(),
        "that is of a later revision"
    );
}

#[actix_web::test]
async fn the_current_revision_needs_no_handshake() {
    let found = result(&send(current("server/discover", json!({}))).await);
    assert_eq!(
        found["supportedVersions"].as_array().unwrap().last(),
        Some(&json!("2026-07-28"))
    );
    let listed = result(&send(current("tools/list", json!({}))).await);
    for result in [&found, &listed] {
        assert_eq!(
            (&result["resultType"], &result["cacheScope"]),
            (&json!("complete"), &json!("public"))
        );
        assert!(result["ttlMs"].as_u64().is_some_and(|time| time > 0));
        assert_eq!(
            result["_meta"]["io.modelcontextprotocol/serverInfo"]["name"],
            "followup"
        );
    }
}

#[rstest]
#[case::no_header(current("tools/list", json!({})).without("MCP-Protocol-Version"), 400, -32020)]
#[case::another_header(current("tools/list", json!({})).without("MCP-Protocol-Version").with("MCP-Protocol-Version", "2025-11-25"), 400, -32020)]
#[case::a_header_twice(current("tools/list", json!({})).with("Mcp-Method", "tools/list"), 400, -32020)]
#[case::no_method(current("tools/list", json!({})).without("Mcp-Method"), 400, -32020)]
#[case::another_method(current("tools/list", json!({})).without("Mcp-Method").with("Mcp-Method", "tools/call"), 400, -32020)]
#[case::no_name(current("tools/call", json!({ "name": "create_plan" })).without("Mcp-Name"), 400, -32020)]
#[case::another_name(current("tools/call", json!({ "name": "create_plan" })).without("Mcp-Name").with("Mcp-Name", "get_guidance"), 400, -32020)]
#[case::no_such_tool(current("tools/call", json!({ "name": "get_metrics" })), 400, -32602)]
#[case::no_such_method(current("resources/list", json!({})), 404, -32601)]
#[case::a_handshake(current("initialize", json!({ "protocolVersion": "2026-07-28" })), 404, -32601)]
#[case::a_ping(current("ping", json!({})), 404, -32601)]
#[case::header_alone(message("tools/list", &json!({})).with("MCP-Protocol-Version", "2026-07-28"), 400, -32602)]
#[case::unknown_header(message("tools/list", &json!({})).with("MCP-Protocol-Version", "2030-01-01"), 400, -32602)]
#[case::no_capabilities(
    message("tools/list", &json!({ "_meta": { "io.modelcontextprotocol/protocolVersion": "2026-07-28" } })), 400, -32602
)]
#[case::a_number(
    message("tools/list", &json!({ "_meta": {
        "io.modelcontextprotocol/protocolVersion": 2026, "io.modelcontextprotocol/clientCapabilities": {}
    } })), 400, -32602
)]
#[case::unknown(
    message("tools/list", &json!({ "_meta": {
        "io.modelcontextprotocol/protocolVersion": "2030-01-01", "io.modelcontextprotocol/clientCapabilities": {}
    } })).with("MCP-Protocol-Version", "2030-01-01").with("Mcp-Method", "tools/list"), 400, -32022
)]
#[actix_web::test]
async fn a_request_of_the_current_revision_says_all_that_it_must(
    #[case] request: Request,
    #[case] status: u16,
    #[case] expected: i64,
) {
    let answer = send(request).await;
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(code(&answer), expected, "{}", answer.text());
    let reply = answer.json();
    assert_eq!(reply["id"], 1);
    if expected == -32022 {
        assert_eq!(reply["error"]["data"]["requested"], "2030-01-01");
        assert!(
            reply["error"]["data"]["supported"]
                .as_array()
                .unwrap()
                .contains(&json!("2026-07-28"))
        );
    }
}

#[rstest]
#[case::initialized(post(r#"{"jsonrpc": "2.0", "method": "notifications/initialized"}"#), 202)]
#[case::cancelled(
    post(r#"{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}}"#),
    202
)]
#[case::of_the_current_revision(
    post(format!(r#"{{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {{{META}}}}}"#))
        .with("MCP-Protocol-Version", "2026-07-28"),
    202
)]
#[case::a_call_without_an_id(
    post(r#"{"jsonrpc": "2.0", "method": "tools/call", "params": {"name": "create_plan"}}"#),
    202
)]
#[case::of_an_unknown_revision(
    post(r#"{"jsonrpc": "2.0", "method": "notifications/cancelled"}"#).with("MCP-Protocol-Version", "2030-01-01"),
    400
)]
#[actix_web::test]
async fn a_notification_is_taken_and_not_answered(#[case] request: Request, #[case] status: u16) {
    let answer = send(request).await;
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(answer.body.is_empty(), status == 202);
}

#[rstest]
#[case::get(Request::get("/mcp").with("Accept", "text/event-stream"), 405, "method-not-allowed")]
#[case::delete(Request::get("/mcp").by("DELETE"), 405, "method-not-allowed")]
#[case::a_query(Request { path: "/mcp?name=create_plan".to_owned(), ..message("ping", &json!({})) }, 422, "invalid-query")]
#[case::as_text(post("{}").without("Content-Type").with("Content-Type", "text/plain"), 415, "unsupported-media-type")]
#[case::too_large(post(vec![b' '; 65_537]), 413, "body-too-large")]
#[case::as_a_stream_alone(message("ping", &json!({})).without("Accept").with("Accept", "text/event-stream"), 406, "not-acceptable")]
#[actix_web::test]
async fn what_http_refuses_is_a_problem(#[case] request: Request, #[case] status: u16, #[case] slug: &str) {
    let answer = send(request).await;
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(answer.json()["type"], format!("/problems/{slug}"));
    assert_eq!(answer.header("allow"), (status == 405).then_some("POST"));
}

fn instance(access: &Access) -> Data<Instance> {
    Data::new(Instance::new(Limits::default(), access).unwrap())
}

#[rstest]
#[case::a_program(None, None, "localhost:8080", 200)]
#[case::a_page(None, Some("https://evil.example"), "localhost:8080", 403)]
#[case::a_page_that_took_our_address(None, Some("http://evil.example:8080"), "evil.example:8080", 403)]
#[case::a_file(None, Some("null"), "localhost:8080", 403)]
#[case::our_docs(None, Some("http://localhost:8080"), "localhost:8080", 200)]
#[case::our_docs_by_number(None, Some("http://127.0.0.1:8080"), "127.0.0.1:8080", 200)]
#[case::our_docs_by_long_number(None, Some("http://[::1]:8080"), "[::1]:8080", 200)]
#[case::our_docs_on_port_80(None, Some("http://localhost"), "localhost", 200)]
#[case::beside_us(None, Some("http://localhost:3000"), "localhost:8080", 403)]
#[case::a_name_that_begins_so(None, Some("http://localhost.evil.example"), "localhost.evil.example", 403)]
#[case::one_let_in(
    Some("https://jobs.example"),
    Some("https://jobs.example"),
    "localhost:8080",
    200
)]
#[case::one_beside_it(
    Some("https://jobs.example"),
    Some("https://evil.example"),
    "localhost:8080",
    403
)]
#[case::all_let_in(Some("*"), Some("https://evil.example"), "localhost:8080", 200)]
#[actix_web::test]
async fn pages_ask_only_where_they_may(
    #[case] origins: Option<&str>,
    #[case] origin: Option<&'static str>,
    #[case] host: &'static str,
    #[case] status: u16,
) {
    let access = Access {
        cors_origins: origins.map(str::to_owned),
        ..Access::default()
    };
    let mut request = message("ping", &json!({})).with("Host", host);
    if let Some(origin) = origin {
        request = request.with("Origin", origin);
    }
    let answer = send_while(request, instance(&access)).await;
    assert_eq!(answer.status, status, "{}", answer.text());
    if status == 403 {
        assert_eq!(answer.json()["type"], "/problems/origin-not-allowed");
        crate::document::validate(&answer.json(), "Problem");
    }
}

#[actix_web::test]
async fn a_page_that_is_let_in_may_send_the_headers_of_the_protocol() {
    let access = Access {
        cors_origins: Some("https://jobs.example".to_owned()),
        ..Access::default()
    };
    let asked = Request::get("/mcp")
        .by("OPTIONS")
        .with("Origin", "https://jobs.example")
        .with("Access-Control-Request-Method", "POST");
    let answer = send_while(asked, instance(&access)).await;
    let may_send = answer.header("access-control-allow-headers").unwrap();
    for header in ["mcp-protocol-version", "mcp-method", "mcp-name", "authorization"] {
        assert!(may_send.contains(header), "{may_send}");
    }
}

#[actix_web::test]
async fn agents_need_a_key_and_are_counted_as_everybody() {
    const KEY: &str = "0123456789abcdef-first";
    let access = Access {
        api_keys: Some(KEY.to_owned()),
        rate_limit: "1".parse().ok(),
        rate_burst: "1".parse().ok(),
        ..Access::default()
    };
    let ask = sender(instance(&access)).await;
    let refused = ask(message("tools/list", &json!({}))).await;
    assert_eq!(refused.status, 401);
    assert!(refused.header("www-authenticate").is_some());
    let with_key = || {
        call("create_plan", &serde_json::from_str(FACTS).unwrap())
            .with("Authorization", format!("Bearer {KEY}"))
    };
    let (first, second) = (ask(with_key()).await, ask(with_key()).await);
    assert_eq!(result(&first)["structuredContent"]["state"], "thanks_due");
    assert_eq!(
        (second.status.as_u16(), second.header("retry-after").is_some()),
        (429, true)
    );
}

#[test]
fn the_log_and_the_metrics_name_the_route_alone() {
    let running = crate::running::Running::with(&[]);
    let body = json!({ "jsonrpc": "2.0", "id": "Dana-Reyes", "method": "tools/call", "params": { "name": "create_schedule", "arguments": serde_json::from_str::<Value>(FACTS).unwrap() } }).to_string();
    let answer = running.ask(format!(
        "POST /mcp HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    ));
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let metrics = running.ask("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    for line in [
        r#"followup_http_requests_total{method="POST",route="/mcp",status="200"} 1"#,
        r#"followup_plans_total{state="thanks_due"} 1"#,
    ] {
        assert!(
            metrics.contains(&format!("{line}\n")),
            "{line} is not in\n{metrics}"
        );
    }
    assert!(!metrics.contains("Dana"), "{metrics}");
}
