//! Every message in every form and tone, on minimal, full and odd facts: what must hold for all of them.

mod rules;

mod facts_in_words;
mod hostile;
mod variety;

use std::collections::BTreeSet;

use chrono::DateTime;
use serde_json::{Value, json};

use super::compose::Limits;
use super::{Form, Message, Rendered, Selection, Unavailable, catalogue, follow_up, select};
use crate::facts::{Channel, Interview, InterviewSubmission, PersonRef, Purpose, check};
use crate::guidance::parameters as p;
use crate::planning::{Plan, plan};

const TONES: [&str; 3] = ["formal", "neutral", "warm"];
const LOCALES: [&str; 4] = ["en-US", "en-GB", "en-CA", "en-AU"];

fn read(facts: &Value) -> (Interview, Plan) {
    let submission: InterviewSubmission =
        serde_json::from_value(facts.clone()).expect("facts of the right types");
    let now = DateTime::parse_from_rfc3339("2026-03-04T10:00:00-08:00").expect("an instant");
    let checked = check(submission, now).expect("facts that can be");
    let plan = plan(&checked.interview, checked.as_of);
    (checked.interview, plan)
}

fn minimal() -> Value {
    json!({"as_of": "2026-03-04T10:00:00-08:00", "interview": {"ended_at": "2026-03-02T15:00:00-08:00"}})
}

fn full() -> Value {
    json!({
        "as_of": "2026-03-04T10:00:00-08:00",
        "reference": "case/1",
        "candidate": {"name": "Dana Reyes", "email": "dana@example.com", "phone": "+1 415 555 0100",
            "career_stage": "experienced",
            "strengths": ["moving payments to event sourcing", "running calm releases"]},
        "employer": {"name": "Acme", "industry": "technology", "country": "US", "time_zone": "America/Los_Angeles"},
        "interview": {"ended_at": "2026-03-02T15:00:00-08:00", "position": "Backend Engineer", "format": "video",
            "interviewers": [
                {"name": "Sam Okafor", "role": "hiring_manager", "email": "sam@acme.example",
                    "linkedin": {"connected": true}, "topics": ["the move off the nightly batch"]},
                {"name": "Priya Nair", "role": "panel_member", "email": "priya@acme.example"},
                {"name": "Dr Ulrike Brandt", "role": "panel_member", "email": "ulrike@acme.example"},
                {"name": "Tom Iwata", "role": "panel_member", "email": "tom@acme.example"},
                {"name": "山田 太郎", "role": "panel_member", "email": "taro@acme.example"}],
            "topics": ["the payments roadmap", "Rust", "how you onboard"],
            "appeal": "a team that ships to production every day"},
        "timeline": {"kind": "by_date", "date": "2026-03-13"}
    })
}

/// Puts `value` at a pointer, making the objects on the way.
fn with(mut facts: Value, pointer: &str, value: Value) -> Value {
    let mut place = &mut facts;
    for key in pointer.split('/').skip(1) {
        place = match key.parse::<usize>() {
            Ok(index) => &mut place[index],
            Err(_) => &mut place[key],
        };
    }
    *place = value;
    facts
}

fn essay(words: usize) -> String {
    vec!["word"; words].join(" ")
}

/// Facts of every situation and every shape, by name.
fn every_kind_of_facts() -> Vec<(&'static str, Value)> {
    let mut facts = every_situation();
    facts.extend(every_shape());
    facts
}

/// Who is known, how they met, and what happened since: each changes one thing in the full facts.
fn every_situation() -> Vec<(&'static str, Value)> {
    let agent = json!({"name": "Ms Jo Park", "role": "agency_recruiter", "email": "jo@agency.example"});
    let many: Vec<Value> = (0..8)
        .map(|n| json!({"name": format!("Person Number{n}"), "email": format!("p{n}@x.example")}))
        .collect();
    let received =
        |outcome: &str| json!([{"kind": "received", "at": "2026-03-03T11:00:00-08:00", "outcome": outcome}]);
    let withdrawn = |reason: &str| json!({"decided_at": "2026-03-03T09:00:00-08:00", "reason": reason});
    let offer = json!({"received_at": "2026-03-03T09:00:00-08:00", "answer_by": "2026-03-12"});
    let delay = json!([{"reason": "awaiting_approval", "until": "2026-03-20"}]);
    let mut facts = vec![("minimal", minimal()), ("full", full())];
    for (name, pointer, value) in [
        ("by phone", "/interview/format", json!("phone")),
        ("in person", "/interview/format", json!("in_person")),
        ("no format", "/interview/format", Value::Null),
        ("nobody known", "/interview/interviewers", json!([])),
        (
            "known by e-mail",
            "/interview/interviewers",
            json!([{"email": "x@acme.example"}]),
        ),
        ("more than five", "/interview/interviewers", json!(many)),
        ("agency", "/employer/contact", agent.clone()),
        ("graduate", "/candidate/career_stage", json!("new_graduate")),
        ("executive", "/candidate/career_stage", json!("executive")),
        ("no appeal", "/interview/appeal", Value::Null),
        ("no position", "/interview/position", Value::Null),
        ("marketplace", "/platform", json!({"name": "Upwork"})),
        ("offer", "/history", received("offer")),
        ("next round", "/history", received("next_round")),
        ("rejection", "/history", received("rejection")),
        ("still deciding", "/history", received("still_deciding")),
        ("acknowledged", "/history", received("acknowledged")),
        ("asked for something", "/history", received("information_request")),
        ("other offer", "/competing_offer", offer),
        (
            "accepted elsewhere",
            "/withdrawal",
            withdrawn("accepted_elsewhere"),
        ),
        ("not a fit", "/withdrawal", withdrawn("not_a_fit")),
        ("absent", "/interview/status", json!("interviewer_absent")),
        ("late", "/as_of", json!("2026-03-06T10:00:00-08:00")),
        ("far too late", "/as_of", json!("2026-06-06T10:00:00-07:00")),
        ("a delay", "/delays", delay),
    ] {
        facts.push((name, with(full(), pointer, value)));
    }
    let agency = with(full(), "/employer/contact", agent);
    facts.push(("agency, no employer", with(agency, "/employer/name", Value::Null)));
    let public = with(full(), "/employer/industry", json!("public_sector"));
    facts.push(("public sector", with(public, "/interview/appeal", Value::Null)));
    facts
}

/// Facts that are hard to put into a sentence.
fn every_shape() -> Vec<(&'static str, Value)> {
    let one_person = json!([{"name": "SAM OKAFOR", "email": "sam@acme.example"}]);
    let odd = |topic: &str| {
        let facts = with(full(), "/interview/topics", json!([topic]));
        let facts = with(facts, "/interview/interviewers", one_person.clone());
        let facts = with(facts, "/candidate/strengths", json!([topic]));
        with(facts, "/interview/appeal", json!(topic))
    };
    let long_name = "Maria del Carmen Fernandez de la Vega Sanz y Ortega Montalban de los Rios";
    let long = with(full(), "/interview/position", json!(essay(30)));
    let long = with(long, "/candidate/name", json!(long_name));
    let long = with(long, "/employer/name", json!(essay(30)));
    let long = with(long, "/interview/interviewers/0/name", json!(essay(30)));
    let syntax = with(
        odd("{{ 7*7 }} {% raw %}"),
        "/interview/position",
        json!("{{ 7*7 }}"),
    );
    let markup = with(
        odd("<b>R&D</b> & more"),
        "/candidate/name",
        json!("A & B <i>C</i>?"),
    );
    vec![
        ("a question", odd("How do you test?")),
        ("a sentence", odd("The team is moving to Kubernetes.")),
        ("own sentence", odd("I liked how calm everybody was.")),
        ("shouted", odd("THE PAYMENTS ROADMAP")),
        ("forty words", odd(&essay(40))),
        ("twenty words", odd(&essay(20))),
        ("a clause", odd("how you onboard")),
        ("long names", long),
        ("template syntax", syntax),
        ("markup", markup),
    ]
}

fn ask(interview: &Interview, plan: &Plan, purpose: Purpose, form: Form) -> Result<Rendered, Unavailable> {
    let selection = Selection {
        purpose: Some(purpose),
        form: Some(form),
        ..Selection::default()
    };
    select(interview, plan, &selection)
}

/// Every message of these facts in every purpose, form and tone, with a name for failures.
fn every_message(kinds_of_facts: Vec<(&'static str, Value)>) -> Vec<(String, Message)> {
    every_message_of(kinds_of_facts, 0..3)
}

/// The same for so many references, so that each phrasing has its turn.
fn every_message_of(
    kinds_of_facts: Vec<(&'static str, Value)>,
    references: std::ops::Range<usize>,
) -> Vec<(String, Message)> {
    let mut messages = Vec::new();
    for (name, facts) in kinds_of_facts {
        for tone in TONES {
            let facts = with(facts.clone(), "/preferences/tone", json!(tone));
            for reference in references.clone() {
                let locale = LOCALES[reference % LOCALES.len()];
                let facts = with(facts.clone(), "/preferences/locale", json!(locale));
                let facts = with(facts, "/reference", json!(format!("case/{reference}")));
                let (interview, plan) = read(&facts);
                for purpose in Purpose::ALL {
                    for form in Form::ALL.into_iter().filter(|form| form.exists_for(purpose)) {
                        let Ok(rendered) = ask(&interview, &plan, purpose, form) else {
                            assert!(
                                interview.platform_only() && form.is_spoken(),
                                "{name}: {purpose:?} {form:?}"
                            );
                            continue;
                        };
                        for (place, message) in rendered.messages.into_iter().enumerate() {
                            let what = format!("{name} {reference} {tone} {purpose:?} {form:?} {place}");
                            messages.push((
                                format!("{what}\n{:?}\n{}\n", message.subject, message.body),
                                message,
                            ));
                        }
                    }
                }
            }
        }
    }
    messages
}

#[test]
fn the_same_facts_give_the_same_letters() {
    let (interview, plan) = read(&full());
    let (again, plan_again) = read(&full());
    assert_eq!(
        follow_up(&interview, plan).messages,
        follow_up(&again, plan_again).messages
    );
}

#[test]
fn a_plan_has_a_message_for_each_recipient_of_each_pending_step() {
    let (interview, plan) = read(&full());
    let expected: usize = plan
        .schedule
        .steps
        .iter()
        .filter(|step| step.is_pending() && step.purpose.is_message())
        .map(|step| step.addressees.len())
        .sum();
    let steps: BTreeSet<_> = plan.schedule.steps.iter().map(|step| step.id).collect();
    let follow_up = follow_up(&interview, plan);
    assert_eq!(follow_up.messages.len(), expected);
    assert!(
        follow_up
            .messages
            .iter()
            .all(|message| message.step_id.is_some_and(|id| steps.contains(&id)))
    );
    let ids: BTreeSet<_> = follow_up.messages.iter().map(|message| message.id).collect();
    assert_eq!(ids.len(), expected);
}

#[test]
fn a_selected_letter_is_the_one_of_the_plan() {
    let (interview, plan) = read(&full());
    let whole = follow_up(&interview, plan.clone()).messages;
    for index in 0..5 {
        let selection = Selection {
            purpose: Some(Purpose::ThankYou),
            recipient: Some(PersonRef::Interviewer(index)),
            ..Selection::default()
        };
        let rendered = select(&interview, &plan, &selection).expect("a thank-you");
        assert_eq!(rendered.messages.len(), 1);
        assert!(whole.contains(&rendered.messages[0]));
    }
}

#[test]
fn what_does_not_exist_is_named() {
    let (interview, plan) = read(&full());
    let marketplace = with(full(), "/platform", json!({"name": "Upwork"}));
    for (selection, parameter) in [
        (json!({"purpose": "thank_you", "channel": "phone"}), "channel"),
        (json!({"purpose": "thank_you", "form": "voicemail"}), "form"),
        (json!({"purpose": "connect", "channel": "email"}), "channel"),
        (json!({"purpose": "prepare"}), "purpose"),
        (json!({"purpose": "move_on"}), "purpose"),
        (json!({"channel": "email", "form": "voicemail"}), "form"),
        (json!({"recipient": 5}), "recipient"),
        (json!({"recipient": "contact"}), "recipient"),
    ] {
        let refused = select(&interview, &plan, &selection_of(&selection)).expect_err(&selection.to_string());
        assert_eq!(refused.parameter, parameter, "{selection}: {}", refused.detail);
        assert!(refused.detail.ends_with('.'), "{}", refused.detail);
    }
    let (interview, plan) = read(&marketplace);
    let call = json!({"purpose": "check_in", "channel": "phone"});
    assert!(select(&interview, &plan, &selection_of(&call)).is_err());
}

fn selection_of(selection: &Value) -> Selection {
    let field = |name: &str| selection.get(name).cloned().unwrap_or(Value::Null);
    Selection {
        purpose: serde_json::from_value(field("purpose")).expect("a purpose"),
        channel: serde_json::from_value(field("channel")).expect("a channel"),
        form: serde_json::from_value(field("form")).expect("a form"),
        recipient: match field("recipient") {
            Value::Number(index) => index
                .as_u64()
                .and_then(|index| usize::try_from(index).ok())
                .map(PersonRef::Interviewer),
            Value::String(_) => Some(PersonRef::Contact),
            _ => None,
        },
    }
}

#[test]
fn what_should_not_be_sent_yet_says_why() {
    let (interview, plan) = read(&full());
    for (purpose, code) in [
        (Purpose::CheckIn, "not_yet"),
        (Purpose::ReplyToRejection, "not_called_for"),
        (Purpose::Withdraw, "not_called_for"),
    ] {
        let rendered = ask(&interview, &plan, purpose, Form::Email).expect("a letter");
        let warning = rendered
            .warnings
            .iter()
            .find(|warning| warning.code == code)
            .expect(code);
        assert!(warning.detail.ends_with('.'), "{}", warning.detail);
    }
    let rendered = ask(&interview, &plan, Purpose::ThankYou, Form::Email).expect("a thank-you");
    assert!(
        !rendered
            .warnings
            .iter()
            .any(|warning| warning.code.starts_with("not_")),
        "{:?}",
        rendered.warnings
    );
}

#[test]
fn by_phone_a_message_has_three_forms() {
    let (interview, plan) = read(&full());
    let selection = Selection {
        purpose: Some(Purpose::CheckIn),
        channel: Some(Channel::Phone),
        ..Selection::default()
    };
    let rendered = select(&interview, &plan, &selection).expect("a call");
    let forms: Vec<Form> = rendered.messages.iter().map(|message| message.form).collect();
    assert_eq!(
        forms,
        [Form::CallScript, Form::Voicemail, Form::LeftWithColleague]
    );
}

#[test]
fn the_catalogue_lists_what_can_be_rendered_and_the_facts_in_it() {
    let (interview, plan) = read(&full());
    let catalogue = catalogue();
    for purpose in Purpose::ALL {
        for form in Form::ALL {
            let listed = catalogue
                .templates
                .iter()
                .find(|entry| entry.purpose == purpose && entry.form == form);
            assert_eq!(
                listed.is_some(),
                ask(&interview, &plan, purpose, form).is_ok(),
                "{purpose:?} {form:?}"
            );
            let Some(listed) = listed else { continue };
            assert!(
                listed.facts.contains(&"interview.position"),
                "{purpose:?} {form:?}: {:?}",
                listed.facts
            );
        }
    }
    let check_in = catalogue
        .templates
        .iter()
        .find(|entry| entry.purpose == Purpose::CheckIn)
        .expect("a check-in");
    for fact in [
        "candidate.name",
        "candidate.strengths",
        "interview.topics",
        "interview.appeal",
        "timeline",
    ] {
        assert!(check_in.facts.contains(&fact), "{fact}");
    }
}
