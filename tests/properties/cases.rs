//! Facts with what is needed to judge their plan, worked out apart from the planner.

#![expect(clippy::unwrap_used, reason = "a test says loudly what is wrong")]

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use followup::calendar::{Closure, WorkCalendar, Zone, region};
use followup::facts::{Checked, InterviewSubmission, Purpose, Violation, check};
use serde_json::{Value, json};

const NOW: &str = "2026-01-01T00:00:00+00:00";

/// Facts that passed the check, with what is needed to judge the plan.
#[derive(Clone)]
pub struct Case {
    pub facts: Value,
    pub checked: Checked,
    pub zone: Zone,
    pub calendar: WorkCalendar,
    pub ended_at: DateTime<FixedOffset>,
}

/// The facts without what is absent, as they could be sent.
impl std::fmt::Debug for Case {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", without_nulls(&self.facts))
    }
}

fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(object) => object
            .iter()
            .filter(|(_, value)| !value.is_null() && **value != json!([]))
            .map(|(key, value)| (key.clone(), without_nulls(value)))
            .collect(),
        Value::Array(entries) => entries.iter().map(without_nulls).collect(),
        plain => plain.clone(),
    }
}

impl Case {
    pub fn check(facts: Value) -> Result<Self, Vec<Violation>> {
        let submission: InterviewSubmission = serde_json::from_value(facts.clone()).unwrap();
        let checked = check(submission, DateTime::parse_from_rfc3339(NOW).unwrap())?;
        let employer = &facts["employer"];
        let interview = &facts["interview"];
        let end = ended_at(interview);
        let zone = match (employer["time_zone"].as_str(), end) {
            (Some(name), _) => Zone::named(name).unwrap(),
            (None, Some(end)) => Zone::fixed(*end.offset()),
            (None, None) => Zone::utc(),
        };
        let end = end.unwrap_or_else(|| {
            zone.at(
                day(&interview["date"]),
                NaiveTime::from_hms_opt(17, 0, 0).unwrap(),
            )
        });
        let subdivision = employer["subdivision"].as_str();
        let country = employer["country"]
            .as_str()
            .or(subdivision.map(|code| &code[..2]));
        let closures = employer["closures"].as_array().into_iter().flatten();
        let closures = closures.map(|closure| Closure {
            from: day(&closure["from"]),
            to: day(&closure["to"]),
        });
        Ok(Self {
            calendar: WorkCalendar::new(
                country.map(|code| region(code, subdivision).unwrap()),
                closures.collect(),
            ),
            ended_at: zone.local(end),
            facts,
            checked,
            zone,
        })
    }

    pub fn pin(&self, purpose: Purpose) -> Option<NaiveDate> {
        let pins = self.facts["pins"].as_array().into_iter().flatten();
        let mut own = pins.filter(|pin| pin["purpose"] == purpose.as_str());
        own.next().map(|pin| day(&pin["on"]))
    }

    /// The caller's own strategy may ask inside a stated timeline.
    pub fn forces_the_wait(&self) -> bool {
        matches!(
            self.facts["preferences"]["strategy"].as_str(),
            Some("immediate" | "one_week" | "two_week")
        )
    }

    /// The day by which they said they decide, where that is plain: nothing was received, or the last thing is a date.
    pub fn stated(&self) -> Option<NaiveDate> {
        let history = self.facts["history"].as_array().into_iter().flatten();
        let received =
            history.filter(|entry| entry["kind"] == "received" && entry["outcome"] != "out_of_office");
        let last = received.max_by_key(|entry| instant(&entry["at"]));
        let (timeline, from) = match last {
            Some(last) => (
                &last["timeline"],
                self.zone.local(instant(&last["at"])).date_naive(),
            ),
            None => (&self.facts["timeline"], self.ended_at.date_naive()),
        };
        let most = || u32::try_from(timeline["max"].as_u64().unwrap()).unwrap();
        Some(match timeline["kind"].as_str()? {
            "by_date" => day(&timeline["date"]),
            "within_days" => from + TimeDelta::days(most().into()),
            _ => self.calendar.nth_working_day_after(from, most()),
        })
    }
}

pub fn instant(value: &Value) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(value.as_str().unwrap()).unwrap()
}

fn day(value: &Value) -> NaiveDate {
    value.as_str().unwrap().parse().unwrap()
}

pub fn ended_at(interview: &Value) -> Option<DateTime<FixedOffset>> {
    if interview["ended_at"].is_string() {
        return Some(instant(&interview["ended_at"]));
    }
    let minutes = interview["duration_minutes"].as_i64().unwrap_or(60);
    interview["started_at"]
        .is_string()
        .then(|| instant(&interview["started_at"]) + TimeDelta::minutes(minutes))
}
