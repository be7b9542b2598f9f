//! What must hold of whatever is sent, as functions of bytes: for libFuzzer, and for `tests/corpus.rs` of the service, which
//! includes this file. A function that returns is content; what is wrong is a panic.

use std::collections::BTreeSet;

use chrono::DateTime;
use followup::api::Problem;
use followup::batch::{self, Asked, Framing, LINE_LIMIT_BYTES, Line, Unanswered, View};
use followup::drafts::{DraftReviewSubmission, review};
use followup::export::{Sender, eml};
use followup::facts::{Checked, PersonRef, Purpose, Rejected, read_around_facts, read_facts};
use followup::messages::{
    Form, Message, Refused, Selection, TemplateSubmission, Wording, follow_up, select, select_worded,
};
use followup::planning::{channel_advice, compare_strategies, plan};
use serde_json::{Value, json};

/// The moment of answers to facts that name none.
fn now() -> DateTime<chrono::FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-09T10:00:00-08:00").unwrap()
}

/// Facts → plan → every message, form and file; the same bytes twice.
pub fn facts(bytes: &[u8]) {
    let Checked { interview, as_of } = match read_facts(bytes, now()) {
        Ok(checked) => checked,
        Err(rejected) => return hold_refusal(bytes, rejected),
    };
    let whole = serde_json::to_vec(&follow_up(&interview, plan(&interview, as_of))).unwrap();
    let again = read_facts(bytes, now()).unwrap();
    let again =
        serde_json::to_vec(&follow_up(&again.interview, plan(&again.interview, again.as_of))).unwrap();
    assert_eq!(whole, again, "the same facts give another plan");
    let answer: Value = serde_json::from_slice(&whole).unwrap();
    hold_plan(&answer);

    serde_json::to_vec(&compare_strategies(&interview, as_of)).unwrap();

    let plan = plan(&interview, as_of);
    let sent: Value = serde_json::from_slice(without_mark(bytes)).unwrap();
    let own = |property: &str| {
        let text = sent["candidate"][property].as_str()?;
        let words: Vec<_> = text.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    };
    let (name, email) = (own("name"), own("email"));
    let from = Sender {
        name: name.as_deref(),
        email: email.as_deref(),
    };
    for purpose in Purpose::ALL {
        let advice = channel_advice(&interview, as_of, purpose);
        serde_json::to_vec(&advice).unwrap();
        for form in [
            None,
            Some(Form::Email),
            Some(Form::LinkedinInvitation),
            Some(Form::Voicemail),
        ] {
            let selection = Selection {
                purpose: Some(purpose),
                form,
                ..Selection::default()
            };
            let Ok(rendered) = select(&interview, &plan, &selection) else {
                continue;
            };
            serde_json::to_vec(&rendered).unwrap();
            for message in &rendered.messages {
                hold_message(message);
                if message.form == Form::Email {
                    hold_eml(&eml(message, from, as_of));
                }
            }
        }
    }
    for recipient in [
        PersonRef::Contact,
        PersonRef::Interviewer(0),
        PersonRef::Interviewer(19),
    ] {
        let selection = Selection {
            recipient: Some(recipient),
            ..Selection::default()
        };
        let _ = select(&interview, &plan, &selection);
    }
}

/// A draft: its first line names purpose and channel, the second is the subject, the rest the body.
pub fn drafts(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let (head, text) = text.split_once('\n').unwrap_or((text, ""));
    let (purpose, channel) = head.split_once(' ').unwrap_or((head, "email"));
    let (subject, body) = text.split_once('\n').unwrap_or(("", text));
    let sent =
        json!({"facts": story(), "purpose": purpose, "channel": channel, "subject": subject, "body": body});
    let mut draft = None;
    let mut faults = Vec::new();
    let read = read_around_facts(
        sent.to_string().as_bytes(),
        "/facts",
        |submission: &mut DraftReviewSubmission| {
            let (read, violations) = submission.draft();
            (draft, faults) = (Some(read), violations);
            std::mem::take(&mut submission.facts)
        },
        now(),
    );
    let (Ok((_, Checked { interview, as_of })), true, Some(draft)) = (read, faults.is_empty(), draft) else {
        return;
    };
    let shown = serde_json::to_value(review(&interview, &plan(&interview, as_of), &draft)).unwrap();
    for finding in shown["findings"].as_array().unwrap() {
        let field = if finding["field"] == "subject" {
            subject
        } else {
            body
        };
        let units: Vec<u16> = field.encode_utf16().collect();
        let place = |name: &str| usize::try_from(finding["span"][name].as_u64().unwrap()).unwrap();
        let quote = String::from_utf16(&units[place("start")..place("end")]).unwrap();
        assert_eq!(finding["quote"], quote, "a span that is not its quote");
    }
}

/// A template: its first line is the subject, the rest the body; in the words of all purposes.
pub fn templates(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let (subject, body) = text.split_once('\n').unwrap_or(("", text));
    let submission = TemplateSubmission {
        subject: (!subject.is_empty()).then(|| subject.to_owned()),
        body: body.to_owned(),
    };
    let wording = match Wording::read(&submission) {
        Ok(wording) => wording,
        Err(violations) => {
            let body = json!({"template": {"subject": subject, "body": body}}).to_string();
            return hold_refusal(body.as_bytes(), Rejected::Impossible(violations));
        }
    };
    let Checked { interview, as_of } = read_facts(story().to_string().as_bytes(), now()).unwrap();
    let plan = plan(&interview, as_of);
    for purpose in Purpose::ALL {
        let selection = Selection {
            purpose: Some(purpose),
            ..Selection::default()
        };
        match select_worded(&interview, &plan, &selection, &wording) {
            Ok(rendered) => rendered.messages.iter().for_each(hold_texts),
            Err(Refused::Template(violations)) => assert!(!violations.is_empty(), "refused without a word"),
            Err(Refused::Unavailable(_)) => {}
        }
    }
}

/// NDJSON: its first byte says how it is cut into pieces on its way; lines and answers are the same however it comes.
pub fn framing(bytes: &[u8]) {
    let Some((cut, bytes)) = bytes.split_first() else {
        return;
    };
    let lines_of = |pieces: &mut dyn Iterator<Item = &[u8]>| {
        let (mut framing, mut lines) = (Framing::default(), Vec::new());
        for piece in pieces {
            framing.push(piece, &mut lines);
        }
        lines.extend(framing.finish());
        lines
    };
    let lines = lines_of(&mut std::iter::once(bytes));
    let in_pieces = lines_of(&mut bytes.chunks(usize::from(*cut) + 1));
    assert_eq!(lines, in_pieces, "the pieces make a difference");
    hold_lines(bytes, &lines);

    let asked = Asked {
        view: View::ALL[usize::from(*cut) % View::ALL.len()],
        as_of: now(),
    };
    let answers = batch::answer(&lines, asked, |refused| {
        assert!(
            !matches!(refused, Unanswered::Broken),
            "a line broke something of ours"
        );
        Problem::from(refused).to_json()
    });
    let parts: Vec<_> = answers.lines.split_inclusive(|byte| *byte == b'\n').collect();
    assert_eq!(parts.len(), lines.len(), "a line without its answer");
    for (line, part) in lines.iter().zip(parts) {
        let answer: Value = serde_json::from_slice(part).unwrap();
        if let Some(problem) = answer.get("problem") {
            assert_eq!(answer["line"], line.number);
            hold_problem(problem);
        }
    }
}

/// One coherent interview, for what stands beside facts.
fn story() -> Value {
    json!({
        "as_of": "2026-03-09T10:00:00-08:00",
        "candidate": {"name": "Dana Reyes", "email": "dana@example.com", "strengths": ["moving payments to event sourcing"]},
        "employer": {"name": "Acme", "time_zone": "America/Los_Angeles", "contact": {"name": "Ira Holm", "role": "recruiter"}},
        "interview": {
            "ended_at": "2026-03-02T15:00:00-08:00", "position": "Backend Engineer", "topics": ["the payments roadmap"],
            "interviewers": [
                {"name": "Sam Okafor", "email": "sam@acme.example", "linkedin": {"connected": true}},
                {"name": "Élodie d’Arc-Müller", "phone": "+1 415 555 0101", "preferred_channel": "phone"},
                {}
            ]
        },
        "platform": {"name": "Upwork", "contract_signed": true}
    })
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// A refusal names something, each fault once, and each where it is in the document or would have to be.
fn hold_refusal(bytes: &[u8], rejected: Rejected) {
    if let Rejected::Impossible(violations) = &rejected {
        assert!(!violations.is_empty(), "refused without a word");
        let mut told = BTreeSet::new();
        let document: Value = serde_json::from_slice(without_mark(bytes)).unwrap();
        for violation in violations {
            let pointer = violation.pointer.as_str();
            assert!(
                told.insert((pointer, violation.code, &violation.detail)),
                "{pointer} is told twice"
            );
            let above = pointer.rsplit_once('/').map_or("", |(above, _)| above);
            let somewhere = document.pointer(above).is_some()
                || document.pointer(above).is_none() && violation.code == "missing";
            assert!(somewhere, "{pointer} leads nowhere: {}", violation.code);
        }
    }
    hold_problem(&serde_json::from_slice(&Problem::from(rejected).to_json()).unwrap());
}

fn hold_problem(problem: &Value) {
    let status = problem["status"].as_u64().unwrap();
    assert!((400..500).contains(&status), "{problem}");
    for property in ["type", "title", "detail"] {
        assert!(
            !problem[property].as_str().unwrap().is_empty(),
            "{property} is empty: {problem}"
        );
    }
    assert!(problem.to_string().len() < 1_000_000, "a refusal of a megabyte");
}

/// What the contract says of every plan.
fn hold_plan(plan: &Value) {
    let steps = plan["steps"].as_array().unwrap();
    let ids: BTreeSet<_> = steps.iter().map(|step| step["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), steps.len(), "two steps of one id");
    assert!(
        plan["next_step"].as_str().is_none_or(|next| ids.contains(next)),
        "a next step that is none"
    );
    for step in steps {
        assert!(
            !step["reasons"].as_array().unwrap().is_empty(),
            "a step without a reason: {step}"
        );
        let moment =
            |name: &str| DateTime::parse_from_rfc3339(step["window"][name].as_str().unwrap()).unwrap();
        assert!(
            moment("opens_at") <= moment("best_at") && moment("best_at") <= moment("closes_at"),
            "a window inside out: {step}"
        );
    }
    for message in plan["messages"].as_array().unwrap() {
        assert!(
            ids.contains(message["step_id"].as_str().unwrap()),
            "a message of no step"
        );
    }
}

fn hold_message(message: &Message) {
    assert!(!message.body.trim().is_empty(), "a message that says nothing");
    hold_texts(message);
}

fn hold_texts(message: &Message) {
    let body = &message.body;
    let odd = |c: char| c.is_control() && c != '\n' && c != '\t';
    assert!(!body.contains(odd), "a control character: {body:?}");
    let subject = message.subject.as_deref().unwrap_or_default();
    assert!(
        !subject.contains(char::is_control),
        "a control character: {subject:?}"
    );
    let is_whole = message.missing.is_empty() && !body.trim().is_empty();
    assert_eq!(message.ready, is_whole, "{message:?}");
}

/// RFC 5322: lines that end with CRLF and are short enough, one header of each name, and no more than those we write.
fn hold_eml(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap();
    assert_eq!(
        text.matches('\n').count(),
        text.matches("\r\n").count(),
        "a bare LF: {text:?}"
    );
    assert_eq!(
        text.matches('\r').count(),
        text.matches("\r\n").count(),
        "a bare CR: {text:?}"
    );
    assert!(
        text.split("\r\n").all(|line| line.len() <= 998),
        "a long line: {text:?}"
    );
    let (head, _) = text.split_once("\r\n\r\n").unwrap();
    assert!(head.is_ascii(), "a header that is not ASCII: {head:?}");
    let names: Vec<_> = head
        .split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split_once(':').unwrap().0.to_ascii_lowercase())
        .collect();
    let once: BTreeSet<_> = names.iter().collect();
    assert_eq!(once.len(), names.len(), "a header twice: {head:?}");
    let ours = [
        "from",
        "to",
        "subject",
        "date",
        "message-id",
        "x-unsent",
        "mime-version",
        "content-type",
        "content-transfer-encoding",
    ];
    assert!(
        names.iter().all(|name| ours.contains(&name.as_str())),
        "a header of somebody else's: {head:?}"
    );
}

/// Every line that is not blank, in order, by its number, none longer than may be.
fn hold_lines(bytes: &[u8], lines: &[Line]) {
    let all: Vec<_> = bytes.split(|byte| *byte == b'\n').collect();
    let mut expected = all
        .iter()
        .zip(1_u64..)
        .filter(|(line, _)| !line.trim_ascii().is_empty() || line.len() > LINE_LIMIT_BYTES);
    for line in lines {
        let (whole, number) = expected.next().expect("a line that nobody sent");
        assert_eq!(line.number, number);
        let whole = whole.strip_suffix(b"\r").unwrap_or(whole);
        match &line.text {
            Some(text) => assert!(text == whole && text.len() <= LINE_LIMIT_BYTES),
            None => assert!(whole.len() > LINE_LIMIT_BYTES),
        }
    }
    assert!(expected.next().is_none(), "a line was lost");
}
