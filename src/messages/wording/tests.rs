//! Templates that are read, templates that are refused, and text that only looks like one.

mod refused;

use chrono::DateTime;
use proptest::prelude::*;
use rstest::rstest;
use serde_json::{Value, json};

use super::*;
use crate::facts::{Interview, check};
use crate::messages::words::KNOWN;
use crate::messages::{Form, Message, Refused, Rendered, Selection, select, select_worded};
use crate::planning::{Plan, plan};

fn told() -> Value {
    json!({
        "as_of": "2026-03-02T16:00:00-08:00",
        "reference": "case/1",
        "candidate": {"name": "Dana Reyes", "email": "dana@example.com", "phone": "+1 415 555 0100",
            "strengths": ["moving payments to event sourcing"]},
        "employer": {"name": "Acme", "country": "US", "time_zone": "America/Los_Angeles"},
        "interview": {"ended_at": "2026-03-02T15:00:00-08:00", "position": "Backend Engineer", "format": "video",
            "interviewers": [{"name": "Sam Okafor", "email": "sam@acme.example"}],
            "topics": ["the payments roadmap"], "appeal": "a team that ships every day"},
        "timeline": {"kind": "by_date", "date": "2026-03-13"}
    })
}

fn bare() -> Value {
    json!({"as_of": "2026-03-02T16:00:00-08:00", "interview": {"ended_at": "2026-03-02T15:00:00-08:00"}})
}

fn with(mut facts: Value, pointer: &str, value: Value) -> Value {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    facts.pointer_mut(parent).unwrap()[name] = value;
    facts
}

fn checked(facts: &Value) -> (Interview, Plan) {
    let submission = serde_json::from_value(facts.clone()).unwrap();
    let now = DateTime::parse_from_rfc3339("2026-03-02T16:00:00-08:00").unwrap();
    let checked = check(submission, now).unwrap();
    let plan = plan(&checked.interview, checked.as_of);
    (checked.interview, plan)
}

fn submission(subject: Option<&str>, body: &str) -> TemplateSubmission {
    TemplateSubmission {
        subject: subject.map(str::to_owned),
        body: body.to_owned(),
    }
}

fn rendered_as(
    facts: &Value,
    selection: &Selection,
    template: &TemplateSubmission,
) -> Result<Rendered, Vec<Violation>> {
    let (interview, plan) = checked(facts);
    let wording = Wording::read(template)?;
    select_worded(&interview, &plan, selection, &wording).map_err(|refused| match refused {
        Refused::Template(violations) => violations,
        Refused::Unavailable(unavailable) => panic!("{unavailable:?}"),
    })
}

/// The thank-you by e-mail with that body.
fn thank_you(facts: &Value, body: &str) -> Result<Message, Vec<Violation>> {
    let selection = Selection {
        purpose: Some(Purpose::ThankYou),
        form: Some(Form::Email),
        ..Selection::default()
    };
    let rendered = rendered_as(facts, &selection, &submission(None, body))?;
    Ok(rendered.messages.into_iter().next().unwrap())
}

fn body(facts: &Value, template: &str) -> String {
    thank_you(facts, template).unwrap().body
}

#[rstest]
#[case::a_word("Dear {{ whom }}", "Dear Sam Okafor")]
#[case::line_breaks_stay("{{ dear }},\n\nthanks.\nBye", "Dear Sam,\n\nthanks.\nBye")]
#[case::windows_line_breaks("a\r\nb\r\n", "a\nb")]
#[case::line_breaks_by_escapes(r"a{{ '\r' }}b{{ '\r\n' }}c{{ '\u2028' }}d", "a\nb\nc\nd")]
#[case::one_blank_line_is_enough("a\n\n\n \n\nb", "a\n\nb")]
#[case::known(
    "{% if topic %}On {{ topic }}.{% else %}No.{% endif %}",
    "On the payments roadmap."
)]
#[case::not("{% if not topic %}a{% elif appeal and me %}b{% else %}c{% endif %}", "b")]
#[case::or("{{ deadline or date }}", "March 2")]
#[case::defined("{% if topic is defined and deadline is not defined %}a{% endif %}", "a")]
#[case::brackets("{% if not (topic and deadline) %}a{% endif %}", "a")]
#[case::filters(
    "{{ position | upper }} {{ position|lower|title }} {{ ' a ' | trim }}{{ 'AB' | capitalize }}",
    "BACKEND ENGINEER Backend Engineer aAb"
)]
#[case::default_unused("{{ topic | default('x') }}", "the payments roadmap")]
#[case::default_used("{{ deadline | default('soon') }}", "soon")]
#[case::nested_default("{{ deadline | default(topic | upper) }}", "THE PAYMENTS ROADMAP")]
#[case::raw("{% raw %}{{ topic }}{% endraw %}", "{{ topic }}")]
#[case::a_comment("a{# {{ unknown }} #}b", "ab")]
#[case::whitespace_control("a  {%- if topic -%}  b  {%- endif -%}  c", "abc")]
#[case::braces_of_the_caller("} }} %} { {x", "} }} %} { {x")]
#[case::odd_topic_elsewhere("{{ topic_said }}", "the payments roadmap.")]
#[case::a_part_that_has_nothing_to_say(
    "{{ topic }}\n\n{{ part.topic_line }}\n\nb",
    "the payments roadmap\n\nb"
)]
#[case::quotes("{{ 'it\\'s' }} {{ \"\\\"q\\\"\" }}", "it's \"q\"")]
fn it_reads(#[case] template: &str, #[case] expected: &str) {
    assert_eq!(body(&told(), template), expected);
}

#[test]
fn parts_are_those_of_our_own_messages() {
    let (interview, plan) = checked(&told());
    let ours = select(&interview, &plan, &Selection::default())
        .unwrap()
        .messages
        .remove(0);
    let own = rendered_as(
        &told(),
        &Selection::default(),
        &submission(
            Some("{{ part.subject }}"),
            "{{ part.greeting }}\n\nX\n\n{{ part.sign_off }}",
        ),
    );
    let own = own.unwrap().messages.remove(0);
    assert_eq!(own.subject, ours.subject);
    assert_eq!(own.id, ours.id, "the id does not change with the wording");
    let (greeting, sign_off) = own.body.split_once("\n\nX\n\n").unwrap();
    assert!(ours.body.starts_with(greeting) && !greeting.is_empty());
    assert!(ours.body.contains(sign_off) && sign_off.ends_with("Dana Reyes"));
}

#[test]
fn a_part_does_not_repeat_what_was_said() {
    let told = body(&told(), "{{ topic }}. {{ part.topic_line }}");
    assert_eq!(told.matches("payments roadmap").count(), 1, "{told}");
}

#[test]
fn without_a_subject_of_the_callers_it_has_ours() {
    let (interview, plan) = checked(&told());
    let ours = select(&interview, &plan, &Selection::default())
        .unwrap()
        .messages
        .remove(0);
    assert_eq!(thank_you(&told(), "x").unwrap().subject, ours.subject);
    let empty = submission(Some("{% if deadline %}x{% endif %}"), "x");
    let own = rendered_as(&told(), &Selection::default(), &empty)
        .unwrap()
        .messages
        .remove(0);
    assert_eq!(own.subject, ours.subject);
}

#[test]
fn a_subject_stands_on_one_line_and_only_over_an_email() {
    let template = submission(Some("One\r\nBcc: {{ me }}\n\n two"), "x");
    let rendered = rendered_as(&told(), &Selection::default(), &template).unwrap();
    assert_eq!(
        rendered.messages[0].subject.as_deref(),
        Some("One Bcc: Dana Reyes two")
    );
    assert!(
        rendered
            .warnings
            .iter()
            .all(|warning| warning.code != "subject_ignored")
    );
    let by_linkedin = Selection {
        form: Some(Form::LinkedinMessage),
        ..Selection::default()
    };
    let rendered = rendered_as(&told(), &by_linkedin, &template).unwrap();
    assert_eq!(rendered.messages[0].subject, None);
    assert!(
        rendered
            .warnings
            .iter()
            .any(|warning| warning.code == "subject_ignored")
    );
}

#[test]
fn every_word_has_a_text_or_a_blank_that_is_told() {
    for (_, word, _) in KNOWN {
        for purpose in [Purpose::ThankYou, Purpose::ShareDeadline, Purpose::AnswerRequest] {
            let selection = Selection {
                purpose: Some(purpose),
                form: Some(Form::Email),
                ..Selection::default()
            };
            for facts in [bare(), told()] {
                let template = submission(None, &format!("<{{{{ {word} }}}}>"));
                let message = rendered_as(&facts, &selection, &template)
                    .unwrap()
                    .messages
                    .remove(0);
                assert_ne!(message.body, "<>", "{word}");
                assert_eq!(
                    message.body.contains('['),
                    !message.ready,
                    "{word}: {}",
                    message.body
                );
                if facts == told() && !["deadline", "answer", "platform_name"].contains(&word) {
                    assert!(message.ready, "{word}: {}", message.body);
                }
            }
        }
    }
}

#[test]
fn every_word_part_of_the_language_and_code_is_documented() {
    let page = include_str!("../../../docs/templates.md");
    let names = KNOWN.iter().map(|(_, word, _)| *word);
    let codes = [SYNTAX, UNKNOWN_NAME, NOT_ALLOWED, TOO_COSTLY, TOO_LONG];
    for name in names
        .chain(codes)
        .chain(["upper", "lower", "capitalize", "title", "trim", "default"])
    {
        assert!(
            page.contains(&format!("`{name}`")),
            "docs/templates.md does not tell of {name}"
        );
    }
}

#[rstest]
#[case("topic", "interview.topics", "[something that was talked about]")]
#[case("strength", "candidate.strengths", "[something that you bring]")]
#[case("appeal", "interview.appeal", "[what you liked]")]
#[case("me", "candidate.name", "[your name]")]
#[case("phone", "candidate.phone", "[your phone number]")]
#[case("position", "interview.position", "[the position]")]
#[case("company", "employer.name", "[the company]")]
#[case("stated", "timeline", "[the day that they named]")]
fn what_is_used_and_not_known_is_named(#[case] word: &str, #[case] path: &str, #[case] blank: &str) {
    let message = thank_you(&bare(), &format!("So {{{{ {word} }}}}.")).unwrap();
    assert_eq!(message.body, format!("So {blank}."));
    assert_eq!((message.ready, message.missing), (false, vec![path]));
    let kept_out = thank_you(
        &bare(),
        &format!("So{{% if {word} %}} {{{{ {word} }}}}{{% endif %}}."),
    )
    .unwrap();
    assert_eq!(
        (kept_out.body.as_str(), kept_out.ready, kept_out.missing.len()),
        ("So.", true, 0)
    );
}

#[test]
fn blanks_in_a_part_are_told_too() {
    let message = thank_you(&bare(), "{{ part.sign_off }}").unwrap();
    assert_eq!((message.ready, message.missing), (false, vec!["candidate.name"]));
}

#[test]
fn facts_are_data_and_no_template() {
    for hostile in [
        "{{ me }}",
        "{% for x in y %}",
        "{{ 'a' * 9 }}",
        "{# x",
        "${7*7}",
        "<b>&amp;</b>",
    ] {
        let facts = with(told(), "/interview/topics", json!([hostile]));
        let facts = with(facts, "/candidate/name", json!("{{ position }}"));
        let told = body(&facts, "{{ topic }} / {{ me }}");
        assert!(
            told.starts_with(hostile) && told.ends_with("/ {{ Position }}"),
            "{told}"
        );
    }
}

#[test]
fn an_odd_topic_is_given_as_it_is() {
    let facts = with(
        told(),
        "/interview/topics",
        json!(["The team is moving to Kubernetes"]),
    );
    assert_eq!(
        body(&facts, "You said: {{ topic }}."),
        "You said: the team is moving to Kubernetes."
    );
    let question = with(told(), "/interview/topics", json!(["How do you test?"]));
    assert!(!thank_you(&question, "{{ topic }}").unwrap().ready);
}

#[test]
fn on_a_marketplace_contact_details_stay_out() {
    let facts = with(told(), "/platform", json!({"name": "Upwork"}));
    let template = submission(None, "Write to {{ email }} or call +1 415 555 0100.");
    let rendered = rendered_as(&facts, &Selection::default(), &template).unwrap();
    assert_eq!(
        rendered.messages[0].body,
        "Write to [no contact details here] or call +1 415 555 0100."
    );
    assert!(!rendered.messages[0].ready);
    assert!(
        rendered
            .warnings
            .iter()
            .any(|warning| warning.code == "contact_details")
    );
}

#[test]
fn lengths_are_told_and_not_enforced() {
    let long = thank_you(&told(), &"word ".repeat(900)).unwrap();
    assert_eq!(long.word_count, 900);
    let length = long
        .reasons
        .iter()
        .find(|reason| reason.rule().id == "message.length")
        .unwrap();
    assert_eq!(length.text(), "900 words; 50 to 110 are read.");
    assert_eq!(long.links.mailto, None);
    assert!(
        long.reasons
            .iter()
            .any(|reason| reason.text().contains("1,600 characters"))
    );
}

#[test]
fn more_text_than_a_message_can_hold_is_refused() {
    let facts = with(told(), "/interview/appeal", json!("a".repeat(150)));
    let template = "x".repeat(7_000) + &"{{ appeal_said }}".repeat(100);
    let violations = thank_you(&facts, &template).unwrap_err();
    assert_eq!(violations[0].code, TOO_COSTLY, "{violations:?}");
}
