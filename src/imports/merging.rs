//! The facts of an object and those of the caller as one document, which our own strict reader takes.

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde_json::{Map, Value};

use super::assumption::Assumption;
use super::reading::Notes;
use crate::facts::{Rejected, Violation, code, read_facts};

/// How often what the strict reader refuses is taken out and the rest read again: a fault can hide another.
const MOST_READINGS: usize = 4;

/// The longest interview in hours: a start that lies further back is another one's.
const LONGEST_HOURS: i64 = 24;

/// Takes out of an object's facts what our own strict reader refuses, and says so in its words.
pub(super) fn prune(facts: &mut Value, notes: &Notes, now: DateTime<FixedOffset>) {
    for _ in 0..MOST_READINGS {
        let Err(Rejected::Impossible(violations)) = read_facts(facts.to_string().as_bytes(), now) else {
            return;
        };
        let mut taken_out = false;
        for violation in violations {
            if take_out(facts, &violation.pointer) {
                let detail = format!("Left out, as facts can't hold it: {}", violation.detail);
                notes.note("left_out", path_of(&violation.pointer), detail);
                taken_out = true;
            }
        }
        if !taken_out {
            return;
        }
        drop_nobodies(facts);
        drop_empty(facts);
    }
}

/// Lays the caller's facts over those of an object: object by object; a list, a text or a number takes the place of what was
/// there. Times of the object's that can't stand beside a time of the caller's make way.
pub(super) fn lay_over(facts: &mut Value, callers: &Value, now: DateTime<FixedOffset>) {
    make_way(facts, callers);
    let objects = facts.clone();
    deep_merge(facts, callers);
    if is_another_day(facts, now) {
        *facts = objects;
        if let Some(ours) = facts.get_mut("interview").and_then(Value::as_object_mut) {
            ours.remove("started_at");
            ours.remove("ended_at");
        }
        deep_merge(facts, callers);
    }
}

/// Whether the interview's day is another than that of its times, wherever they were told.
fn is_another_day(facts: &Value, now: DateTime<FixedOffset>) -> bool {
    if facts.pointer("/interview/date").is_none() {
        return false;
    }
    match read_facts(facts.to_string().as_bytes(), now) {
        Err(Rejected::Impossible(violations)) => violations
            .iter()
            .any(|it| it.pointer == "/interview/date" && it.code == code::CONTRADICTION.word),
        _ => false,
    }
}

/// What is assumed about a whole day of the object's.
const OF_A_DAY: [&str; 2] = ["whole_day", "end_day_not_included"];

/// Without what was assumed about a fact that the caller gave, or about a day that made way for a time.
pub(super) fn still_assumed(assumptions: Vec<Assumption>, callers: &Value, facts: &Value) -> Vec<Assumption> {
    let timed = facts.pointer("/interview/date").is_none();
    let given = |assumption: &Assumption| {
        let mut part = callers;
        for name in assumption.path.split('.') {
            // A list of the caller's takes the place of the whole list.
            let (name, entry) = name
                .split_once('[')
                .map_or((name, false), |(name, _)| (name, true));
            match part.get(name) {
                None | Some(Value::Null) => return false,
                Some(_) if entry => return true,
                Some(inside) => part = inside,
            }
        }
        true
    };
    assumptions
        .into_iter()
        .filter(|assumption| !(given(assumption) || timed && OF_A_DAY.contains(&assumption.code)))
        .collect()
}

/// A violation of the merged facts, told where it stands in the body: the object's facts are sound by themselves, so it lies
/// with the caller's; a time that neither names is missed in the object.
pub(super) fn in_body(mut violation: Violation, callers: &Value, no_time: &Violation) -> Violation {
    let time = ["/interview", "/interview/ended_at"].contains(&violation.pointer.as_str());
    if time && violation.code == code::MISSING.word {
        return no_time.clone();
    }
    let mut pointer = violation.pointer.as_str();
    while !pointer.is_empty() && callers.pointer(pointer).is_none() {
        let holder = pointer.rfind('/').unwrap_or_default();
        // What is missing is told at its place.
        if violation.code == code::MISSING.word && callers.pointer(&pointer[..holder]).is_some() {
            break;
        }
        pointer = &pointer[..holder];
    }
    violation.pointer = format!("/facts{pointer}");
    violation
}

fn deep_merge(under: &mut Value, over: &Value) {
    match (under, over) {
        (Value::Object(under), Value::Object(over)) => {
            for (name, value) in over {
                // In requests null means absent.
                if !value.is_null() {
                    deep_merge(under.entry(name.clone()).or_insert(Value::Null), value);
                }
            }
        }
        (under, over) => *under = over.clone(),
    }
}

fn make_way(facts: &mut Value, callers: &Value) {
    let own = |name: &str| callers["interview"].get(name).filter(|value| !value.is_null());
    let Some(ours) = facts.get_mut("interview").and_then(Value::as_object_mut) else {
        return;
    };
    if own("duration_minutes").is_some() && own("ended_at").is_none() && ours.contains_key("started_at") {
        ours.remove("ended_at");
    }
    let instant = |value: Option<&Value>| value?.as_str()?.parse::<DateTime<FixedOffset>>().ok();
    let apart = |start: DateTime<FixedOffset>, end: DateTime<FixedOffset>| {
        end < start || end - start > TimeDelta::hours(LONGEST_HOURS)
    };
    if let Some(end) = instant(own("ended_at")) {
        remove_if(ours, "started_at", |start| apart(start, end));
    }
    if let Some(start) = instant(own("started_at")) {
        remove_if(ours, "ended_at", |end| apart(start, end));
    }
    if own("ended_at").or(own("started_at")).is_some() {
        ours.remove("date");
    }
}

fn remove_if(times: &mut Map<String, Value>, name: &str, unfit: impl Fn(DateTime<FixedOffset>) -> bool) {
    let time = times
        .get(name)
        .and_then(Value::as_str)
        .and_then(|text| text.parse().ok());
    if time.is_some_and(unfit) {
        times.remove(name);
    }
}

/// Takes out what the pointer leads to; whether something was there.
fn take_out(facts: &mut Value, pointer: &str) -> bool {
    let Some((holder, name)) = pointer.rsplit_once('/') else {
        return false;
    };
    match facts.pointer_mut(holder) {
        Some(Value::Object(members)) => members.remove(name).is_some(),
        _ => false,
    }
}

/// Takes out people of whom neither name nor address is left.
fn drop_nobodies(facts: &mut Value) {
    let known = |person: &Value| person.get("name").or(person.get("email")).is_some();
    if let Some(Value::Array(people)) = facts.pointer_mut("/interview/interviewers") {
        people.retain(known);
    }
    if let Some(employer) = facts.get_mut("employer").and_then(Value::as_object_mut)
        && employer.get("contact").is_some_and(|contact| !known(contact))
    {
        employer.remove("contact");
    }
}

/// Takes out objects of which nothing is left.
fn drop_empty(facts: &mut Value) {
    let empty = |value: &Value| value.as_object().is_some_and(Map::is_empty);
    if let Some(facts) = facts.as_object_mut() {
        facts.retain(|_, value| !empty(value));
    }
}

/// `interview.interviewers[1].email` for `/interview/interviewers/1/email`.
fn path_of(pointer: &str) -> String {
    pointer
        .split('/')
        .filter(|name| !name.is_empty())
        .fold(String::new(), |path, name| {
            if name.bytes().all(|byte| byte.is_ascii_digit()) {
                format!("{path}[{name}]")
            } else if path.is_empty() {
                name.to_owned()
            } else {
                format!("{path}.{name}")
            }
        })
}
