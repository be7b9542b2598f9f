//! Templates that mean harm: each is refused within 50 milliseconds, and the error says where.

use std::time::{Duration, Instant};

use chrono::DateTime;
use followup::facts::{Interview, check};
use followup::messages::{Refused, Selection, TemplateSubmission, Wording, select_worded};
use followup::planning::{Plan, plan};
use serde_json::json;

use crate::document::validate;
use crate::requests::{Request, send};

const SYNTAX: &str = "template_syntax";
const UNKNOWN_NAME: &str = "template_unknown_name";
const NOT_ALLOWED: &str = "template_not_allowed";
const TOO_COSTLY: &str = "template_too_costly";
const TOO_LONG: &str = "template_too_long";

/// Facts that call for twenty thank-yous.
fn told() -> (Interview, Plan) {
    let panel: Vec<_> = (0..20)
        .map(|n| json!({"name": format!("Person N{n}"), "email": format!("p{n}@x.example")}))
        .collect();
    let facts = json!({"as_of": "2026-03-02T16:00:00-08:00", "candidate": {"name": "Dana Reyes"}, "interview": {
        "ended_at": "2026-03-02T15:00:00-08:00", "topics": ["a".repeat(80)], "interviewers": panel}});
    let now = DateTime::parse_from_rfc3339("2026-03-02T16:00:00-08:00").unwrap();
    let checked = check(serde_json::from_value(facts).unwrap(), now).unwrap();
    let plan = plan(&checked.interview, checked.as_of);
    (checked.interview, plan)
}

fn submission(body: &str) -> TemplateSubmission {
    TemplateSubmission {
        subject: None,
        body: body.to_owned(),
    }
}

/// What is attempted, the template, and the code of its refusal.
const ATTEMPTS: [(&str, &str, &str); 48] = [
    (
        "endless loop",
        "{% for i in range(99999999999) %}x{% endfor %}",
        NOT_ALLOWED,
    ),
    (
        "recursive loop",
        "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        NOT_ALLOWED,
    ),
    (
        "doubling by a captured block",
        "{% set a %}{{ a }}{{ a }}{% endset %}",
        NOT_ALLOWED,
    ),
    ("repetition", "{{ 'a' * 100000000 }}", NOT_ALLOWED),
    ("repetition of a list", "{{ [1] * 100000000 }}", NOT_ALLOWED),
    ("power", "{{ 9 ** 9 ** 9 ** 9 }}", NOT_ALLOWED),
    ("sum of texts", "{{ topic + topic }}", NOT_ALLOWED),
    ("joined texts", "{{ topic ~ topic }}", NOT_ALLOWED),
    ("huge range", "{{ range(10000000) }}", UNKNOWN_NAME),
    (
        "huge range as a list",
        "{{ range(10000000)|list|length }}",
        UNKNOWN_NAME,
    ),
    (
        "recursive macro",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        NOT_ALLOWED,
    ),
    ("call block", "{% call m() %}x{% endcall %}", NOT_ALLOWED),
    ("include", "{% include '/etc/passwd' %}", NOT_ALLOWED),
    ("extends", "{% extends 'body' %}", NOT_ALLOWED),
    ("import", "{% import 'x' as y %}", NOT_ALLOWED),
    ("from import", "{% from 'x' import y %}", NOT_ALLOWED),
    ("block", "{% block a %}{{ super() }}{% endblock %}", NOT_ALLOWED),
    ("filter block", "{% filter upper %}x{% endfilter %}", NOT_ALLOWED),
    ("with", "{% with a = 1 %}{{ a }}{% endwith %}", NOT_ALLOWED),
    ("do", "{% do debug() %}", NOT_ALLOWED),
    (
        "autoescape",
        "{% autoescape true %}{{ me }}{% endautoescape %}",
        NOT_ALLOWED,
    ),
    ("format filter", "{{ '%999999999d' | format(1) }}", UNKNOWN_NAME),
    ("indent filter", "{{ me | indent(999999999) }}", UNKNOWN_NAME),
    ("replace filter", "{{ me | replace('a', me) }}", UNKNOWN_NAME),
    ("join filter", "{{ me | join(me) }}", UNKNOWN_NAME),
    ("tojson filter", "{{ part | tojson }}", UNKNOWN_NAME),
    ("pprint filter", "{{ me | pprint }}", UNKNOWN_NAME),
    ("debug", "{{ debug() }}", UNKNOWN_NAME),
    ("globals", "{{ self.__class__.__mro__ }}", UNKNOWN_NAME),
    ("environment", "{{ env.PATH }}", UNKNOWN_NAME),
    ("attribute of a word", "{{ me.__class__ }}", UNKNOWN_NAME),
    ("item of a word", "{{ me[0] }}", NOT_ALLOWED),
    ("slice", "{{ me[::-1] }}", NOT_ALLOWED),
    ("map", "{{ {'a': me} }}", NOT_ALLOWED),
    ("call of a word", "{{ me() }}", NOT_ALLOWED),
    ("comparison", "{% if me == me %}x{% endif %}", NOT_ALLOWED),
    ("other test", "{% if me is mapping %}x{% endif %}", NOT_ALLOWED),
    ("an unclosed tag", "{{ me", SYNTAX),
    ("an unclosed comment", "{# me", SYNTAX),
    ("an unclosed text", "{{ 'me }}", SYNTAX),
    ("an unclosed raw block", "{% raw %}{{ me }}", SYNTAX),
    ("an empty tag", "{{ }}", SYNTAX),
    ("a lonely endif", "x{% endif %}", SYNTAX),
    ("an unknown tag", "{% iff me %}", UNKNOWN_NAME),
    ("a zero-width character", "a\u{200b}b", "forbidden_character"),
    (
        "an escaped zero-width character",
        "{{ 'a\\u200bb' }}",
        "forbidden_character",
    ),
    ("an escaped NUL", "{{ '\\u0000' }}", "forbidden_character"),
    ("a bidirectional override", "a\u{202e}b", "forbidden_character"),
];

/// What is attempted with very many of something.
fn overgrown() -> Vec<(&'static str, String, &'static str)> {
    let doubling = "{% set a = 'aaaaaaaa' %}".to_owned() + &"{% set a = a ~ a %}".repeat(60) + "{{ a }}";
    let nested_loops = "{% for a in range(9999) %}".repeat(6) + "x" + &"{% endfor %}".repeat(6);
    vec![
        ("nested loops", nested_loops, NOT_ALLOWED),
        ("doubling by set", doubling, NOT_ALLOWED),
        ("huge number", format!("{{{{ {} }}}}", "9".repeat(9_000)), SYNTAX),
        (
            "deep brackets",
            format!("{{{{ {}me{} }}}}", "(".repeat(4_900), ")".repeat(4_900)),
            TOO_COSTLY,
        ),
        (
            "deep not",
            format!("{{% if {}me %}}x{{% endif %}}", "not ".repeat(2_400)),
            TOO_COSTLY,
        ),
        ("deep conditions", "{% if me %}".repeat(900), TOO_COSTLY),
        (
            "deep default",
            "{{ me".to_owned() + &"|default(me".repeat(800),
            TOO_COSTLY,
        ),
        (
            "deep attributes",
            format!("{{{{ me{} }}}}", ".a".repeat(4_900)),
            UNKNOWN_NAME,
        ),
        (
            "deep minus",
            format!("{{{{ {}1 }}}}", "-".repeat(9_000)),
            NOT_ALLOWED,
        ),
        (
            "many conditions",
            "{% if me %}x{% endif %}".repeat(430),
            TOO_COSTLY,
        ),
        (
            "many branches",
            "{% if me %}".to_owned() + &"{% elif me %}".repeat(700) + "{% endif %}",
            TOO_COSTLY,
        ),
        ("many words", "{{me}}".repeat(1_600), TOO_COSTLY),
        (
            "many alternatives",
            format!("{{{{ {}me }}}}", "me or ".repeat(1_600)),
            TOO_COSTLY,
        ),
        (
            "many filters",
            format!("{{{{ me{} }}}}", "|upper".repeat(1_600)),
            TOO_COSTLY,
        ),
        ("many unknown words", "{{xx}}".repeat(1_600), UNKNOWN_NAME),
        ("many unknown parts", "{{part.xx}}".repeat(900), UNKNOWN_NAME),
        ("too long", "x".repeat(10_001), TOO_LONG),
        ("huge", "é".repeat(30_000), TOO_LONG),
    ]
}

fn hostile() -> Vec<(&'static str, String, &'static str)> {
    let attempts = ATTEMPTS
        .iter()
        .map(|(name, template, code)| (*name, (*template).to_owned(), *code));
    attempts.chain(overgrown()).collect()
}

/// Time is the least of several runs: what else the machine does is no fault of the template's.
#[test]
fn hostile_templates_are_refused_at_once_with_line_and_column() {
    let (interview, plan) = told();
    for (name, template, code) in hostile() {
        let mut fastest = Duration::MAX;
        let mut violations = Vec::new();
        for _ in 0..3 {
            let started = Instant::now();
            violations = match Wording::read(&submission(&template)) {
                Err(violations) => violations,
                Ok(wording) => match select_worded(&interview, &plan, &Selection::default(), &wording) {
                    Err(Refused::Template(violations)) => violations,
                    other => panic!("{name} was taken: {other:?}"),
                },
            };
            fastest = fastest.min(started.elapsed());
        }
        assert!(fastest < Duration::from_millis(50), "{name} took {fastest:?}");
        assert!(
            violations.iter().any(|violation| violation.code == code),
            "{name}: {violations:?}"
        );
        for violation in &violations {
            assert_eq!(violation.pointer, "/template/body", "{name}");
            assert!(
                violation.detail.starts_with("Line ") && violation.detail.contains(", column "),
                "{name}: {violation:?}"
            );
            assert!(violation.detail.len() < 1_000, "{name}: {violation:?}");
        }
        assert!(violations.len() <= 20, "{name}: {}", violations.len());
    }
}

/// The costliest that is taken: as many parts as may be named, for everybody who can get a message.
#[test]
fn the_most_that_is_taken_is_soon_done() {
    let (interview, plan) = told();
    let template = "{{part.topic_line}} {{part.interest}} {% if part.offer %}x{% endif %}".repeat(66);
    let started = Instant::now();
    let wording = Wording::read(&submission(&template)).unwrap();
    let rendered = select_worded(&interview, &plan, &Selection::default(), &wording);
    assert!(
        started.elapsed() < Duration::from_secs(2),
        "{:?}",
        started.elapsed()
    );
    assert!(rendered.is_ok_and(|rendered| !rendered.messages.is_empty()));
}

#[actix_web::test]
async fn a_hostile_template_is_answered_with_a_problem() {
    for (name, template, code) in hostile() {
        let facts = json!({"interview": {"ended_at": "2026-03-02T15:00:00-08:00"}, "as_of": "2026-03-02T16:00:00-08:00"});
        for property in ["subject", "body"] {
            let mut words = json!({"body": "x"});
            words[property] = json!(template);
            let body = json!({"facts": facts, "template": words}).to_string();
            let answer = send(Request::post("/v1/messages", body)).await;
            assert_eq!(answer.status, 422, "{name}: {}", answer.text());
            let problem = answer.json();
            validate(&problem, "Problem");
            let faults = problem["errors"].as_array().unwrap();
            let pointer = format!("/template/{property}");
            assert!(
                faults.iter().all(|fault| fault["pointer"] == pointer),
                "{name}: {problem}"
            );
            // Most of these are too long for a subject, which is told first.
            let too_long = |fault: &serde_json::Value| property == "subject" && fault["code"] == TOO_LONG;
            assert!(
                faults
                    .iter()
                    .any(|fault| fault["code"] == code || too_long(fault)),
                "{name}: {problem}"
            );
        }
    }
}
