//! The picture of a schedule: what it holds, for whatever facts, and how it is asked for.

use roxmltree::{Document, Node};
use rstest::rstest;
use serde_json::{Value, json};

use crate::requests::{Answer, Request, send, sender};

const SVG: &str = "image/svg+xml";

/// What a picture weighs at most.
const MOST_BYTES: usize = 20_000;

/// A step's purpose as the picture calls it.
const NAMES: [(&str, &str); 14] = [
    ("thank_you", "Thank-you"),
    ("prepare", "Prepare"),
    ("check_in", "Check-in"),
    ("second_check_in", "Second check-in"),
    ("connect", "LinkedIn note"),
    ("move_on", "Move on"),
    ("stay_in_touch", "Stay in touch"),
    ("reply_to_good_news", "Reply to good news"),
    ("reply_to_rejection", "Reply to rejection"),
    ("reply_to_delay", "Reply to delay"),
    ("answer_request", "Answer request"),
    ("share_deadline", "Share deadline"),
    ("withdraw", "Withdraw"),
    ("ask_to_reschedule", "Ask to reschedule"),
];

fn asked(facts: &Value, accept: &str) -> Request {
    Request::post("/v1/schedules", facts.to_string()).with("Accept", accept)
}

/// Holds what is true of every picture, and answers its texts: those that are seen, in order, and the description.
fn read(svg: &str) -> (Vec<String>, String) {
    assert!(svg.len() < MOST_BYTES, "{} bytes", svg.len());
    let document = Document::parse(svg).unwrap_or_else(|error| panic!("{error}: {svg}"));
    let root = document.root_element();
    assert!(root.has_tag_name(("http://www.w3.org/2000/svg", "svg")));
    assert_eq!(root.attribute("role"), Some("img"));
    let size = |name| {
        root.attribute(name)
            .and_then(|size| size.parse::<i32>().ok())
            .unwrap()
    };
    let (width, height) = (size("width"), size("height"));
    assert_eq!(root.attribute("viewBox"), Some(&*format!("0 0 {width} {height}")));
    let labels: Vec<_> = root.attribute("aria-labelledby").unwrap().split(' ').collect();
    let labelled = |id: &&str| root.children().any(|child| child.attribute("id") == Some(id));
    assert!(labels.len() == 2 && labels.iter().all(labelled), "{labels:?}");
    for node in root.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        let drawn = ["svg", "title", "desc", "style", "text", "rect", "path", "circle"];
        assert!(drawn.contains(&name), "{name}");
        for attribute in node.attributes() {
            let known = [
                "class",
                "x",
                "y",
                "width",
                "height",
                "rx",
                "cx",
                "cy",
                "r",
                "d",
                "id",
                "role",
                "viewBox",
                "aria-labelledby",
            ];
            assert!(known.contains(&attribute.name()), "{attribute:?}");
        }
        for (name, most) in [("x", width), ("y", height), ("cx", width), ("cy", height)] {
            let place = node.attribute(name).map(|place| place.parse::<i32>().unwrap());
            assert!(place.is_none_or(|place| (0..=most).contains(&place)), "{node:?}");
        }
    }
    let texts = root.children().filter(|node| node.has_tag_name("text"));
    let texts = texts.map(|node| node.text().unwrap_or_default().to_owned());
    let description = root.children().find(|node| node.has_tag_name("desc"));
    let description = description.and_then(|node| node.text()).unwrap().to_owned();
    (texts.collect(), description)
}

async fn picture(facts: &Value) -> String {
    let answer = send(asked(facts, SVG)).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.text()
}

/// The facts of the README's request.
fn readme() -> Value {
    let readme = include_str!("../../README.md");
    let (_, body) = readme.split_once("-d '").unwrap();
    let (body, _) = body.split_once("\n}'").unwrap();
    serde_json::from_str(&format!("{body}}}")).unwrap()
}

#[actix_web::test]
async fn a_picture_has_headers_of_its_own() {
    let answer = send(asked(&readme(), SVG)).await;
    for (name, expected) in [
        ("content-type", SVG),
        ("vary", "accept"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
        (
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        ),
    ] {
        assert_eq!(answer.header(name), Some(expected), "{name}");
    }
    assert!(answer.header("guidance-version").is_some());
}

#[rstest]
#[case::json("application/json", "application/json")]
#[case::anything("*/*", "application/json")]
#[case::of_a_browser("text/html,application/xml;q=0.9,image/*;q=0.8,*/*;q=0.7", SVG)]
#[case::a_picture(SVG, SVG)]
#[case::a_picture_rather("application/json;q=0.5, image/svg+xml", SVG)]
#[actix_web::test]
async fn a_picture_is_for_those_who_ask(#[case] accept: &str, #[case] expected: &str) {
    let answer = send(asked(&readme(), accept)).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("content-type")),
        (200, Some(expected))
    );
    assert_eq!(answer.header("vary"), Some("accept"));
}

#[rstest]
#[case::another_picture("/v1/schedules", "image/png", json!({}), 406)]
#[case::of_the_whole_plan("/v1/plans", SVG, json!({}), 406)]
#[case::of_messages("/v1/messages", SVG, json!({}), 406)]
#[case::of_impossible_facts("/v1/schedules", SVG, json!({"interview": {"date": "2026-02-30"}}), 422)]
#[actix_web::test]
async fn what_has_no_picture(
    #[case] path: &str,
    #[case] accept: &'static str,
    #[case] facts: Value,
    #[case] status: u16,
) {
    let facts = if facts == json!({}) { readme() } else { facts };
    let answer: Answer = send(Request::post(path, facts.to_string()).with("Accept", accept)).await;
    assert_eq!(answer.status.as_u16(), status, "{}", answer.text());
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
}

#[actix_web::test]
async fn the_picture_of_the_readme_is_what_the_program_draws() {
    let drawn = picture(&readme()).await;
    let committed = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/timeline.svg"));
    assert!(
        committed.is_ok_and(|committed| committed == drawn),
        "docs/timeline.svg is out of date; mend it with the README's request to /v1/schedules and Accept: {SVG}"
    );
}

#[actix_web::test]
async fn the_same_facts_give_the_same_bytes() {
    assert_eq!(picture(&readme()).await, picture(&readme()).await);
}

#[actix_web::test]
async fn all_that_matters_is_seen_and_told() {
    let (texts, told) = read(&picture(&readme()).await);
    for expected in [
        "Send your thank-you to Sam Okafor now.",
        "Backend Engineer at Acme · as of Tue 3 Mar 2026, 09:00 (America/Los_Angeles)",
        "March 2026",
        "Interview Mon 2 Mar",
        "Now Tue 3 Mar",
        "Decision by Fri 13 Mar",
        "now, until Wed 4 Mar, 15:00 · e-mail",
        "Wed 18 Mar, 10:00 · e-mail",
        "Days off in United States: Memorial Day, Mon 25 May",
    ] {
        assert!(
            texts.iter().any(|text| text == expected),
            "{expected}: {texts:#?}"
        );
    }
    for expected in [
        "Send your thank-you to Sam Okafor now.",
        "Decision by Fri 13 Mar.",
        "Check-in to Sam Okafor by e-mail: upcoming; from Mon 16 Mar 2026, 09:00, best Wed 18 Mar 2026, 10:00, until",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
}

#[actix_web::test]
async fn days_of_several_years_say_their_year() {
    let mut facts = readme();
    facts["interview"]["ended_at"] = json!("2024-12-10T15:00:00-08:00");
    facts["as_of"] = json!("2026-02-12T09:00:00-08:00");
    facts["timeline"] = Value::Null;
    let (texts, _) = read(&picture(&facts).await);
    for expected in ["Interview Tue 10 Dec 2024", "Now Thu 12 Feb 2026"] {
        assert!(
            texts.iter().any(|text| text == expected),
            "{expected}: {texts:#?}"
        );
    }
    let named = |year: &str| {
        texts
            .iter()
            .any(|text| text.starts_with("Feb") && text.ends_with(year))
    };
    assert!(
        named("2026"),
        "the days behind the tear have no month: {texts:#?}"
    );
}

#[actix_web::test]
async fn two_questions_of_one_name_are_the_first_and_the_second() {
    let mut facts = readme();
    facts["as_of"] = json!("2026-03-30T09:00:00-07:00");
    let sent = |at, purpose| json!({"kind": "sent", "at": at, "purpose": purpose});
    facts["history"] = json!([
        sent("2026-03-03T09:30:00-08:00", "thank_you"),
        sent("2026-03-18T10:00:00-07:00", "check_in"),
        sent("2026-03-27T10:00:00-07:00", "check_in"),
    ]);
    let (texts, told) = read(&picture(&facts).await);
    for expected in [
        "done Wed 18 Mar, 10:00 · e-mail",
        "done Fri 27 Mar, 10:00 · e-mail",
    ] {
        assert!(
            texts.iter().any(|text| text == expected),
            "{expected}: {texts:#?}"
        );
    }
    assert!(
        told.contains("Second check-in to Sam Okafor by e-mail: done Fri 27 Mar 2026, 10:00."),
        "{told}"
    );
}

/// The facts of the golden and the generated cases.
fn cases() -> Vec<Value> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let golden = std::fs::read_dir(folder).unwrap().map(|file| {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        serde_json::from_str::<Value>(&text).unwrap()
    });
    let generated = include_str!("../conformance.ndjson").lines();
    let generated = generated.map(|line| serde_json::from_str::<Value>(line).unwrap());
    golden
        .chain(generated)
        .map(|case| case["facts"].clone())
        .collect()
}

#[actix_web::test]
async fn every_case_has_a_sound_picture_with_all_its_steps() {
    let ask = sender(actix_web::web::Data::default()).await;
    let cases = cases();
    assert!(cases.len() > 370);
    for facts in cases {
        let schedule = ask(asked(&facts, "application/json")).await.json();
        let answer = ask(asked(&facts, SVG)).await;
        assert_eq!(answer.status, 200, "{facts}");
        let (texts, told) = read(&answer.text());
        for step in schedule["steps"].as_array().unwrap() {
            let purpose = step["purpose"].as_str().unwrap();
            let (_, name) = NAMES.iter().find(|(known, _)| *known == purpose).unwrap();
            let label = match step["status"].as_str().unwrap() {
                "not_needed" => format!("{name}: not needed"),
                _ => (*name).to_owned(),
            };
            assert!(texts.contains(&label), "{label}: {texts:#?}\n{facts}");
            assert!(told.contains(name), "{name}: {told}");
        }
        let headline = schedule["headline"].as_str().unwrap();
        assert!(told.starts_with(headline), "{headline}: {told}");
        let seen = texts.join(" ");
        assert!(seen.starts_with(headline), "{headline}: {seen}");
    }
}

/// Names that would break out of a mark-up, fill the picture, or are no letters.
#[rstest]
#[case::markup("</text></svg><script>alert(1)</script>")]
#[case::end_of_cdata("]]><![CDATA[ <!-- --> <?xml?> &amp; &#0; &lol;")]
#[case::quotes("\" onload=\"alert(1)\" '")]
#[case::ampersands(&"&".repeat(200))]
#[case::wide(&"面".repeat(200))]
#[case::pictures(&"👩🏽\u{1F680}".repeat(66))]
#[case::one_long_word(&"W".repeat(200))]
#[case::right_to_left("שם ארוך مدير التوظيف")]
#[case::stacked(&"a\u{301}\u{302}\u{303}".repeat(50))]
#[case::private("\u{E000}\u{E001}\u{10FFFD}\u{10FFFC}")]
#[case::like_a_template("{{ 7 * 7 }} %s $0")]
#[actix_web::test]
async fn a_hostile_name_stays_a_name(#[case] name: &str) {
    let person = |n: usize| json!({"name": format!("{n}{name}").chars().take(200).collect::<String>()});
    let facts = json!({
        "as_of": "2026-03-03T09:00:00-08:00",
        "employer": {"name": name, "country": "US", "contact": {"name": name}},
        "interview": {
            "ended_at": "2026-03-02T15:00:00-08:00",
            "position": name,
            "interviewers": (0..20).map(person).collect::<Vec<_>>(),
        },
        "timeline": {"kind": "by_date", "date": "2026-03-13"},
    });
    let (texts, told) = read(&picture(&facts).await);
    let begins: String = name.chars().take(4).collect();
    assert!(texts.iter().any(|text| text.contains(&begins)), "{texts:#?}");
    assert!(told.contains(&begins), "{told}");
}

#[rstest]
#[case::controls("\u{1b}[31mred\u{7}")]
#[case::no_characters("\u{FFFE}\u{FFFF}")]
#[case::direction("\u{202e}drah")]
#[actix_web::test]
async fn a_name_that_no_picture_can_hold_is_refused(#[case] name: &str) {
    let mut facts = readme();
    facts["employer"]["name"] = json!(name);
    assert_eq!(send(asked(&facts, SVG)).await.status, 422);
}

#[actix_web::test]
async fn half_a_surrogate_pair_is_no_text() {
    let body = readme().to_string().replace("Acme", r"\ud800");
    let answer = send(Request::post("/v1/schedules", body).with("Accept", SVG)).await;
    assert_eq!(answer.status, 400, "{}", answer.text());
}
