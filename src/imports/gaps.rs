//! What is missing in facts that would sharpen the plan.

use serde_json::Value;

/// Facts that sharpen a plan, as paths of the facts, those that matter most first.
const WANTED: [&str; 9] = [
    "timeline",
    "employer.time_zone",
    "employer.country",
    "employer.name",
    "candidate.name",
    "interview.position",
    "interview.stage",
    "interview.format",
    "interview.topics",
];

/// The paths of what is missing in these facts.
pub(super) fn missing(facts: &Value) -> Vec<String> {
    let mut missing = Vec::new();
    let timed = ["/interview/ended_at", "/interview/duration_minutes"]
        .iter()
        .any(|pointer| there(facts.pointer(pointer)));
    if !timed {
        missing.push("interview.ended_at".to_owned());
    }
    for path in WANTED {
        let pointer = format!("/{}", path.replace('.', "/"));
        if !there(facts.pointer(&pointer)) {
            missing.push(path.to_owned());
        }
    }
    let interviewers = facts.pointer("/interview/interviewers").and_then(Value::as_array);
    let people = interviewers.map_or(&[][..], Vec::as_slice);
    // Of people who all stayed away nobody is left to be thanked.
    if !people.iter().any(came) {
        missing.push("interview.interviewers".to_owned());
    }
    for (index, person) in people.iter().enumerate() {
        let wanted = missing_of(person);
        missing.extend(wanted.map(|what| format!("interview.interviewers[{index}].{what}")));
    }
    if let Some(contact) = facts.pointer("/employer/contact") {
        missing.extend(missing_of(contact).map(|what| format!("employer.contact.{what}")));
    }
    missing
}

fn came(person: &Value) -> bool {
    person["attended"] != false
}

/// What is missing of somebody who is to be written to.
fn missing_of(person: &Value) -> impl Iterator<Item = &'static str> {
    let came = came(person);
    let reachable = ["email", "phone", "linkedin"]
        .iter()
        .any(|way| there(person.get(way)));
    let wanted = [("name", there(person.get("name"))), ("email", reachable)];
    wanted
        .into_iter()
        .filter_map(move |(what, there)| (came && !there).then_some(what))
}

fn there(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::String(text)) => !text.trim().is_empty(),
        Some(Value::Array(entries)) => !entries.is_empty(),
        Some(Value::Object(members)) => !members.is_empty(),
        Some(_) => true,
    }
}
