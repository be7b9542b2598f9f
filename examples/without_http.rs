//! The crate as a library: from the facts of an interview to steps, words and an e-mail draft, without HTTP.
//!
//!     cargo run --example without_http

use std::error::Error;
use std::io::{self, Write};

use chrono::{DateTime, FixedOffset};
use followup::export::{Sender, eml, eml_name};
use followup::facts::{Rejected, read_facts};
use followup::messages::follow_up;
use followup::planning::plan;

const FACTS: &str = r#"{
  "candidate": {"name": "Dana Reyes", "email": "dana@example.com"},
  "employer": {"name": "Acme", "country": "US", "time_zone": "America/Los_Angeles"},
  "interview": {
    "ended_at": "2026-03-02T15:00:00-08:00",
    "position": "Backend Engineer",
    "interviewers": [{"name": "Sam Okafor", "role": "hiring_manager", "email": "sam@acme.example"}]
  },
  "timeline": {"kind": "by_date", "date": "2026-03-13"}
}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    // The library never reads a clock: whoever calls it says what time it is.
    let now: DateTime<FixedOffset> = "2026-03-03T09:00:00-08:00".parse()?;

    let checked = match read_facts(FACTS.as_bytes(), now) {
        Ok(checked) => checked,
        Err(Rejected::NotJson { detail }) => return Err(detail.into()),
        Err(Rejected::Impossible(violations)) => {
            for violation in &violations {
                writeln!(out, "{}: {}", violation.pointer, violation.detail)?;
            }
            return Err("the facts can't be right".into());
        }
    };
    let plan = follow_up(&checked.interview, plan(&checked.interview, checked.as_of));

    writeln!(out, "{}\n", plan.schedule.headline)?;
    for step in &plan.schedule.steps {
        let moment = step.act_at.unwrap_or(step.window.best_at);
        writeln!(out, "{}  {}", moment.format("%a %d %b %Y, %H:%M"), step.title)?;
        for reason in &step.reasons {
            writeln!(out, "    {} [{}]", reason.text(), reason.rule().id)?;
        }
    }

    let sender = Sender {
        name: Some("Dana Reyes"),
        email: Some("dana@example.com"),
    };
    if let Some(message) = plan.messages.iter().find(|message| message.ready) {
        let draft = eml(message, sender, plan.schedule.as_of);
        writeln!(
            out,
            "\n{}:\n{}",
            eml_name(message),
            String::from_utf8_lossy(&draft)
        )?;
    }
    Ok(())
}
