//! Facts to spoil, and the doors through which they come in.

use serde_json::{Value, json};

use super::{Expected, Input};
use crate::requests::Request;

/// How facts are sent: it decides where the answer points to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Door {
    /// As a request of its own kind.
    Plain,
    /// As the whole body.
    Alone(&'static str),
    /// Under `/facts`, with other things beside them.
    Around(&'static str),
    /// As the one line of a batch.
    Batch,
}

/// Every way in; the inputs take them in turn.
const DOORS: [Door; 8] = [
    Door::Alone("/v1/plans"),
    Door::Alone("/v1/schedules"),
    Door::Around("/v1/draft-reviews"),
    Door::Alone("/v1/messages"),
    Door::Around("/v1/messages"),
    Door::Alone("/v1/channel-advice?purpose=check_in"),
    Door::Alone("/v1/strategy-comparisons"),
    Door::Batch,
];

/// Stands where raw bytes are put in.
pub const GAP: &str = "@@gap@@";

/// Every property once, in one story.
pub fn full() -> Value {
    json!({
        "reference": "greenhouse/interviews/48151623",
        "as_of": "2026-03-09T10:00:00-08:00",
        "candidate": {
            "name": "Dana Reyes", "email": "dana@example.com", "phone": "+1 415 555 0100",
            "career_stage": "experienced", "strengths": ["moving payments to event sourcing"]
        },
        "employer": {
            "name": "Acme", "industry": "technology", "country": "US", "subdivision": "US-CA",
            "time_zone": "America/Los_Angeles", "culture": "formal", "welcomes_calls": false,
            "contact_policy": "open", "closures": [{"from": "2026-12-24", "to": "2027-01-01"}],
            "contact": {"name": "Ira Holm", "title": "Recruiter", "role": "recruiter", "email": "ira@acme.example"}
        },
        "interview": {
            "ended_at": "2026-03-02T15:00:00-08:00", "started_at": "2026-03-02T14:00:00-08:00",
            "duration_minutes": 60, "date": "2026-03-02", "status": "held", "position": "Backend Engineer",
            "stage": "first", "format": "video",
            "interviewers": [{
                "name": "Sam Okafor", "title": "Engineering Manager", "role": "hiring_manager", "attended": true,
                "email": "sam@acme.example", "phone": "(415) 555-0101 ext. 12",
                "linkedin": {"connected": true, "url": "https://www.linkedin.com/in/sam-okafor"},
                "preferred_channel": "email", "topics": ["the move off the nightly batch"]
            }],
            "topics": ["the payments roadmap"],
            "appeal": "a team that ships to production every day"
        },
        "timeline": {"kind": "by_date", "date": "2026-03-13", "invites_contact": false},
        "delays": [{"reason": "background_check", "until": "2026-03-20"}],
        "platform": {"name": "Upwork", "contract_signed": false},
        "competing_offer": {"received_at": "2026-03-05T09:00:00-08:00", "answer_by": "2026-03-12"},
        "withdrawal": {"decided_at": "2026-03-06T12:00:00-08:00", "reason": "accepted_elsewhere"},
        "history": [
            {"kind": "sent", "at": "2026-03-02T18:10:00-08:00", "purpose": "thank_you", "channel": "email",
             "recipient": "Sam Okafor", "delivered": true},
            {"kind": "received", "at": "2026-03-06T11:00:00-08:00", "outcome": "still_deciding",
             "timeline": {"kind": "within_working_days", "min": 2, "max": 5, "invites_contact": true}, "automated": false},
            {"kind": "received", "at": "2026-03-06T11:01:00-08:00", "outcome": "out_of_office", "until": "2026-03-08"}
        ],
        "pins": [{"purpose": "check_in", "on": "2026-03-12", "reason": "I said I would write on Thursday"}],
        "skips": [{"purpose": "connect", "reason": "we are not close"}],
        "preferences": {"strategy": "auto", "max_check_ins": 2, "tone": "auto", "locale": "en-US"}
    })
}

/// The full facts with that value at the pointer.
pub fn with(pointer: &str, value: Value) -> Value {
    let mut facts = full();
    *facts
        .pointer_mut(pointer)
        .unwrap_or_else(|| panic!("there is no {pointer}")) = value;
    facts
}

/// Every place in the full facts with its value: `("/candidate", {…})`, `("/candidate/name", "…")`. The document itself is none.
pub fn places() -> Vec<(String, Value)> {
    fn walk(pointer: &str, value: &Value, places: &mut Vec<(String, Value)>) {
        let children: Vec<(String, &Value)> = match value {
            Value::Object(properties) => properties
                .iter()
                .map(|(name, value)| (name.clone(), value))
                .collect(),
            Value::Array(entries) => entries
                .iter()
                .enumerate()
                .map(|(index, value)| (index.to_string(), value))
                .collect(),
            _ => Vec::new(),
        };
        for (name, child) in children {
            let pointer = format!("{pointer}/{name}");
            places.push((pointer.clone(), child.clone()));
            walk(&pointer, child, places);
        }
    }
    let mut places = Vec::new();
    walk("", &full(), &mut places);
    places
}

/// Sends facts through the doors in turn.
#[derive(Default)]
pub struct Turns {
    next: usize,
    pub inputs: Vec<Input>,
}

impl Turns {
    pub fn send(&mut self, name: impl Into<String>, facts: &Value, expected: Expected) {
        self.send_raw(name, facts, b"", expected);
    }

    /// The same with `raw` in place of the text [`GAP`] and its quotes.
    pub fn send_raw(&mut self, name: impl Into<String>, facts: &Value, raw: &[u8], expected: Expected) {
        let door = DOORS[self.next % DOORS.len()];
        self.next += 1;
        let request = match door {
            Door::Around("/v1/draft-reviews") => {
                json!({"facts": facts, "purpose": "check_in", "channel": "email", "body": "Hello Sam"})
            }
            Door::Around(_) => json!({"facts": facts, "template": {"body": "Hello {{ dear }}"}}),
            _ => facts.clone(),
        };
        let gap = format!("\"{GAP}\"");
        let text = request.to_string();
        let body = match text.split_once(&gap) {
            Some((before, after)) => [before.as_bytes(), raw, after.as_bytes()].concat(),
            None => text.into_bytes(),
        };
        let request = match door {
            Door::Alone(path) | Door::Around(path) => Request::post(path, body),
            Door::Batch | Door::Plain => Request::post("/v1/plans/batch", body)
                .without("Content-Type")
                .with("Content-Type", "application/x-ndjson"),
        };
        self.inputs.push(Input {
            name: name.into(),
            door,
            request,
            expected,
        });
    }
}
