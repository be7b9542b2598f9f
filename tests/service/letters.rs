//! Messages in the caller's own words, and as files for a mail program.

use rstest::rstest;
use serde_json::{Value, json};

use crate::document::validate;
use crate::requests::{Answer, Request, send};

fn facts() -> Value {
    json!({
        "as_of": "2026-03-02T16:00:00-08:00",
        "candidate": {"name": "Dana Reyes", "email": "dana@example.com"},
        "interview": {"ended_at": "2026-03-02T15:00:00-08:00", "topics": ["the payments roadmap"],
            "interviewers": [
                {"name": "Sam Okafor", "email": "sam@acme.example"},
                {"name": "Priya Nair", "email": "priya@acme.example"}]}
    })
}

fn with(mut document: Value, pointer: &str, value: Value) -> Value {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap()[name] = value;
    document
}

fn in_words(subject: &str, body: &str) -> Value {
    json!({"facts": facts(), "template": {"subject": subject, "body": body}})
}

async fn draft(query: &str, body: &Value) -> Answer {
    let request = Request::post(format!("/v1/messages{query}"), body.to_string());
    send(request.with("Accept", "message/rfc822")).await
}

/// The lines of the head, folded ones made whole, and the body.
fn parts(answer: &Answer) -> (Vec<String>, String) {
    assert_eq!(answer.status, 200, "{}", answer.text());
    let text = answer.text();
    assert_eq!(
        text.matches('\n').count(),
        text.matches("\r\n").count(),
        "{text:?}"
    );
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let head = head.replace("\r\n ", " ").replace("\r\n\t", "\t");
    (head.split("\r\n").map(str::to_owned).collect(), body.to_owned())
}

#[actix_web::test]
async fn a_draft_is_as_the_contract_says() {
    let answer = draft("?recipient=0", &facts()).await;
    let (head, body) = parts(&answer);
    assert_eq!(answer.header("content-type"), Some("message/rfc822"));
    assert_eq!(
        answer.header("content-disposition"),
        Some("attachment; filename=\"thank-you.eml\"")
    );
    assert!(answer.header("guidance-version").is_some());
    let id = send(Request::post("/v1/messages?recipient=0", facts().to_string()))
        .await
        .json()["messages"][0]["id"]
        .clone();
    let names: Vec<_> = head.iter().map(|line| line.split_once(':').unwrap().0).collect();
    let expected = [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "X-Unsent",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
    ];
    assert_eq!(names, expected);
    for line in [
        "From: \"Dana Reyes\" <dana@example.com>",
        "To: \"Sam Okafor\" <sam@acme.example>",
        "Date: Mon, 2 Mar 2026 16:00:00 -0800",
        &format!("Message-ID: <{}@followup.invalid>", id.as_str().unwrap()),
        "X-Unsent: 1",
    ] {
        assert!(
            head.iter().any(|found| found == line),
            "{line} is not in {head:#?}"
        );
    }
    assert!(body.starts_with("Dear Sam,\r\n\r\n"));
    assert!(!answer.text().contains("Priya") && !answer.text().contains("priya"));
    assert_eq!(
        draft("?recipient=0", &facts()).await.body,
        answer.body,
        "the same request gives the same bytes"
    );
}

#[actix_web::test]
async fn unknown_addresses_are_left_out() {
    let nobody = with(
        with(facts(), "/candidate", json!({})),
        "/interview/interviewers",
        json!([]),
    );
    let (head, _) = parts(&draft("", &nobody).await);
    assert!(
        !head
            .iter()
            .any(|line| line.starts_with("From:") || line.starts_with("To:")),
        "{head:?}"
    );
}

#[rstest]
#[case::in_the_domain("sam@bücher.example", Some("To: \"Sam Okafor\" <sam@xn--bcher-kva.example>"))]
#[case::in_the_name_of_the_mailbox("jörg@acme.example", None)]
#[case::in_both("jörg@bücher.example", None)]
#[case::wide_letters("sam@ａｃｍｅ.example", Some("To: \"Sam Okafor\" <sam@acme.example>"))]
#[actix_web::test]
async fn an_address_that_is_not_ascii_is_written_as_in_the_dns_or_left_out(
    #[case] email: &str,
    #[case] expected: Option<&str>,
) {
    let document = with(facts(), "/interview/interviewers/0/email", json!(email));
    let (head, _) = parts(&draft("?recipient=0", &document).await);
    let to = head.iter().find(|line| line.starts_with("To:"));
    assert_eq!(to.map(String::as_str), expected, "{head:?}");
}

/// Whatever stands in names, subject and body, there are the nine headers and no other.
#[rstest]
#[case::a_line_break_by_an_escape("a{{ \"\\r\\nBcc: eve@example.com\\r\\n\\r\\nX\" }}", "x", "Sam")]
#[case::a_line_break("a\r\nBcc: eve@example.com\r\n\r\nX", "x", "Sam")]
#[case::a_line_separator("a\u{2028}Bcc: eve@example.com\u{85}X: y", "x", "Sam")]
#[case::in_the_body("a", "\nBcc: eve@example.com\n\nx", "Sam")]
#[case::an_address_in_the_name("a", "x", "\"Sam\" <eve@example.com>, ")]
#[case::quotes_in_the_name("a", "x", "Sam\\\" <eve@example.com>; \"")]
#[case::a_group("a", "x", "Team: eve@example.com;")]
#[case::an_encoded_line_break("=?utf-8?q?a=0D=0ABcc:_eve@example.com?=", "x", "=?utf-8?q?=0D=0ABcc:_eve?=")]
#[case::a_long_subject(&"naïve ".repeat(160), "x", "Sam")]
#[case::a_long_word(&"x".repeat(990), "x", "Sam")]
#[actix_web::test]
async fn no_header_can_be_slipped_in(#[case] subject: &str, #[case] body: &str, #[case] name: &str) {
    let document = with(
        in_words(subject, body),
        "/facts/interview/interviewers/0/name",
        json!(name),
    );
    let answer = draft("?recipient=0", &document).await;
    let (head, _) = parts(&answer);
    assert_eq!(head.len(), 9, "{head:#?}");
    assert!(
        !head
            .iter()
            .any(|line| line.starts_with("Bcc") || line.starts_with("X:")),
        "{head:#?}"
    );
    let to = head.iter().find(|line| line.starts_with("To:")).unwrap();
    assert!(to.ends_with("<sam@acme.example>"), "{to}");
    for line in answer.text().split("\r\n") {
        assert!(line.len() <= 998 && line.is_ascii(), "{line:?}");
        assert!(
            !line.contains("=?utf-8?") || line.len() <= 76,
            "{} in {line:?}",
            line.len()
        );
    }
}

#[actix_web::test]
async fn dots_and_from_at_the_start_of_a_line_stay() {
    let (_, body) = parts(&draft("?recipient=0", &in_words("a", "Hello\n.\n..two\nFrom me\n-- \nx")).await);
    assert_eq!(
        body.replace("=20\r\n", " \r\n"),
        "Hello\r\n.\r\n..two\r\nFrom me\r\n-- \r\nx"
    );
}

#[rstest]
#[case::two("", "recipient", "2 e-mails")]
#[case::none("?form=linkedin_message", "form", "no e-mail")]
#[actix_web::test]
async fn a_file_holds_one_email(#[case] query: &str, #[case] parameter: &str, #[case] says: &str) {
    let answer = draft(query, &facts()).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("content-type")),
        (422, Some("application/problem+json"))
    );
    let problem = answer.json();
    validate(&problem, "Problem");
    assert_eq!(problem["errors"][0]["parameter"], parameter);
    assert!(problem["detail"].as_str().unwrap().contains(says), "{problem}");
}

#[rstest]
#[case::the_file("message/rfc822", 200, "message/rfc822")]
#[case::rather_json("message/rfc822;q=0.5, application/json", 200, "application/json")]
#[case::anything("*/*", 200, "application/json")]
#[case::neither("text/html", 406, "application/problem+json")]
#[actix_web::test]
async fn the_accept_header_chooses(
    #[case] accept: &'static str,
    #[case] status: u16,
    #[case] media_type: &str,
) {
    let request = Request::post("/v1/messages?recipient=0", facts().to_string()).with("Accept", accept);
    let answer = send(request).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("content-type")),
        (status, Some(media_type))
    );
    if status == 406 {
        assert!(
            answer.text().contains("application/json and message/rfc822"),
            "{}",
            answer.text()
        );
    }
}

#[actix_web::test]
async fn own_words_take_the_place_of_ours_in_every_message() {
    let request = Request::post(
        "/v1/messages",
        in_words("{{ me }}", "{{ dear }}, {{ topic }}!").to_string(),
    );
    let answer = send(request).await.json();
    validate(&answer, "Rendered");
    let said: Vec<_> = answer["messages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["subject"], &one["body"]))
        .collect();
    assert_eq!(
        said,
        [
            (&json!("Dana Reyes"), &json!("Dear Sam, the payments roadmap!")),
            (&json!("Dana Reyes"), &json!("Dear Priya, the payments roadmap!")),
        ]
    );
}

/// The body, and the pointers and codes of what is wrong with it.
#[rstest]
#[case::a_template_alone(json!({"template": {"body": "x"}}), &["/facts missing"])]
#[case::no_template(json!({"facts": facts()}), &["/template missing"])]
#[case::null(json!({"facts": facts(), "template": null}), &["/template missing"])]
#[case::no_body(json!({"facts": facts(), "template": {"subject": "x"}}), &["/template/body missing"])]
#[case::misspelt(json!({"facts": facts(), "template": {"text": "x", "body": "y"}}), &["/template/text unknown_property"])]
#[case::not_a_text(json!({"facts": facts(), "template": {"body": 7}}), &["/template/body wrong_type"])]
#[case::facts_beside(with(in_words("a", "b"), "/interview", json!({})), &["/interview unknown_property"])]
#[case::both_wrong(
    with(in_words("{{ me", "{{ us }}"), "/facts/interview", json!({"ended_at": "yesterday"})),
    &["/facts/interview/ended_at not_an_instant", "/template/subject template_syntax", "/template/body template_unknown_name"]
)]
#[case::a_loop(in_words("a", "{% for i in range(9) %}x{% endfor %}"), &["/template/body template_not_allowed"])]
#[actix_web::test]
async fn what_is_wrong_with_facts_and_words_is_said_at_once(#[case] body: Value, #[case] expected: &[&str]) {
    let answer = send(Request::post("/v1/messages", body.to_string())).await;
    assert_eq!(answer.status, 422, "{}", answer.text());
    let problem = answer.json();
    validate(&problem, "Problem");
    let found = problem["errors"].as_array().unwrap().iter().map(|fault| {
        format!(
            "{} {}",
            fault["pointer"].as_str().unwrap(),
            fault["code"].as_str().unwrap()
        )
    });
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

/// The link says what the message says, or a reason says why there is none.
#[actix_web::test]
async fn a_mail_link_opens_the_same_message() {
    for (words, has_link) in [
        ("short & sweet? 100%\n#1 = +1", true),
        (&*"word ".repeat(400), false),
    ] {
        let document = in_words("R&D: \"Zoë\"?", words);
        let answer = send(Request::post("/v1/messages?recipient=0", document.to_string()))
            .await
            .json();
        let message = &answer["messages"][0];
        let reasons = message["reasons"].to_string();
        let Some(link) = message["links"]["mailto"].as_str() else {
            assert!(!has_link && reasons.contains("1,600 characters"), "{reasons}");
            continue;
        };
        assert!(has_link && link.len() <= 1_600 && link.is_ascii());
        let (address, query) = link.strip_prefix("mailto:").unwrap().split_once('?').unwrap();
        let fields: Vec<_> = query
            .split('&')
            .map(|field| field.split_once('=').unwrap())
            .collect();
        let decoded = |text: &str| {
            percent_encoding::percent_decode_str(text)
                .decode_utf8()
                .unwrap()
                .into_owned()
        };
        assert_eq!(
            (address, fields[0].0, fields[1].0, fields.len()),
            ("sam@acme.example", "subject", "body", 2)
        );
        assert_eq!(decoded(fields[0].1), message["subject"].as_str().unwrap());
        assert_eq!(
            decoded(fields[1].1),
            message["body"].as_str().unwrap().replace('\n', "\r\n")
        );
    }
    let without_address = with(
        facts(),
        "/interview/interviewers",
        json!([{"name": "Sam Okafor"}]),
    );
    let answer = send(Request::post(
        "/v1/messages?form=email",
        without_address.to_string(),
    ))
    .await
    .json();
    assert_eq!(answer["messages"][0]["links"]["mailto"], Value::Null);
    assert!(
        answer["messages"][0]["reasons"]
            .to_string()
            .contains("their address is not known")
    );
}
