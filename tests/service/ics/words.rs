//! What of the facts gets into a calendar: hostile texts as text, links, and nothing of anybody who is not written to.

use rstest::rstest;
use serde_json::{Value, json};

use super::reading::{Calendar, unescaped};
use super::{agree, facts, ics, schedule, step, with};

const HOSTILE: [&str; 12] = [
    "Okafor, Sam; the \"boss\"",
    "back\\slash \\n \\, \\;",
    "END:VEVENT",
    "BEGIN:VALARM:ACTION;X=\"y\"",
    "😀😀😀",
    "Zoë Müller-Lüdenscheidt",
    "山田 太郎",
    "محمد علي",
    "%0D%0AATTENDEE:mailto:x@x.example",
    "<b>&amp;</b> {{ me }} {% if x %}",
    "=?utf-8?Q?x?=",
    "x : y ; z , \\",
];

#[actix_web::test]
async fn whatever_stands_in_the_facts_is_text() {
    let long: Vec<String> = ["😀", "é", ",", "\\", ";", "x ", "a", "日本 "]
        .iter()
        .map(|part| part.repeat(200 / part.chars().count()))
        .collect();
    let texts = HOSTILE.into_iter().chain(long.iter().map(String::as_str));
    for text in texts {
        let mut facts = with(&facts(), "/interview/interviewers/0/name", json!(text));
        for pointer in ["/employer/name", "/interview/position", "/candidate/name"] {
            facts = with(&facts, pointer, json!(text));
        }
        facts = with(
            &facts,
            "/pins",
            json!([{"purpose": "check_in", "on": "2026-03-12", "reason": text}]),
        );
        let calendar = Calendar::read(&ics(&facts).await);
        let schedule = schedule(&facts).await;
        agree(&calendar, &schedule);
        let name = unescaped(&calendar.head["X-WR-CALNAME"]);
        assert_eq!(name, format!("Follow-up with {}", text.trim()));
        let check_in = calendar.entry(step(&schedule, "check_in"));
        assert!(
            unescaped(&check_in["SUMMARY"]).contains(text.trim()),
            "{check_in:?}"
        );
        assert!(
            unescaped(&check_in["DESCRIPTION"]).contains(text.trim()),
            "{check_in:?}"
        );
    }
}

#[rstest]
#[case::line_break("Sam\r\nEND:VCALENDAR")]
#[case::null("Sam\0")]
#[case::next_line("Sam\u{85}END:VEVENT")]
#[case::line_separator("Sam\u{2028}END:VEVENT")]
#[case::bell("Sam\u{7}")]
#[case::right_to_left("Sam\u{202e}")]
#[actix_web::test]
async fn control_characters_reach_no_calendar(#[case] text: &str) {
    let named = with(&facts(), "/interview/interviewers/0/name", json!(text));
    assert_eq!(ics(&named).await.status, 422);
    let pinned = json!([{"purpose": "check_in", "on": "2026-03-12", "reason": text}]);
    let pinned = with(&facts(), "/pins", pinned);
    let answer = ics(&pinned).await;
    if answer.status == 200 {
        // Line breaks in free text are folded to spaces.
        agree(&Calendar::read(&answer), &schedule(&pinned).await);
        let whole = answer.text().replace("\r\n ", "");
        assert!(whole.contains("Sam END:V"), "{whole}");
    } else {
        assert_eq!(answer.status, 422);
    }
}

#[rstest]
#[case::e_mail(json!({"email": "sam+a&b@acme.example"}), Some("mailto:sam%2Ba%26b@acme.example"))]
#[case::not_ascii(json!({"email": "sam@bücher.example"}), Some("mailto:sam@b%C3%BCcher.example"))]
#[case::a_call(json!({"phone": "+1 (415) 555-0100", "preferred_channel": "phone"}), Some("tel:+14155550100"))]
#[case::a_local_number(json!({"phone": "(415) 555-0100", "preferred_channel": "phone"}), None)]
#[case::an_extension(json!({"phone": "+1 415 555 0100 ext. 12", "preferred_channel": "phone"}), None)]
#[case::a_profile(
    json!({"linkedin": {"connected": true, "url": "https://www.linkedin.com/in/säm;x"}, "preferred_channel": "linkedin"}),
    Some("https://www.linkedin.com/in/s%C3%A4m;x")
)]
#[case::no_address(json!({}), None)]
#[actix_web::test]
async fn an_entry_links_to_where_the_step_begins(#[case] sam: Value, #[case] expected: Option<&str>) {
    let mut sam = sam;
    sam["name"] = json!("Sam Okafor");
    let facts = with(&facts(), "/interview/interviewers", json!([sam]));
    let facts = with(&facts, "/employer/welcomes_calls", json!(true));
    let (calendar, schedule) = (Calendar::read(&ics(&facts).await), schedule(&facts).await);
    let check_in = step(&schedule, "check_in");
    let link = calendar.entry(check_in).get("URL").map(String::as_str);
    assert_eq!(link, expected, "{check_in:#}");
}

#[actix_web::test]
async fn nobody_is_named_who_is_not_written_to() {
    let panel = json!([
        {"name": "Sam Okafor", "role": "hiring_manager", "email": "sam@acme.example"},
        {"name": "Priya Nair", "email": "priya@acme.example", "phone": "+1 415 555 0177"},
        {"name": "Absent Person", "email": "absent@acme.example", "attended": false},
    ]);
    let answer = ics(&with(&facts(), "/interview/interviewers", panel)).await;
    let whole = answer.text().replace("\r\n ", "");
    Calendar::read(&answer);
    assert!(whole.contains("mailto:sam@acme.example") && whole.contains("Priya Nair"));
    for unsaid in ["priya@", "555", "bsent", "Dana", "dana", "48151623"] {
        assert!(!whole.contains(unsaid), "{unsaid} in {whole}");
    }
}
