//! The picture in words, for those who don't see it.

use super::rows::{done_at, in_full, name, spoken};
use crate::facts::Interview;
use crate::planning::{Plan, Status, Step};

/// The most characters of a list of recipients.
const LONGEST_LIST: usize = 60;

/// All that the picture shows, as sentences; `flags` are the letters on them.
pub(super) fn told(interview: &Interview, plan: &Plan, flags: &[String], days_off: &str) -> String {
    let schedule = &plan.schedule;
    let mut sentences = vec![schedule.headline.clone()];
    sentences.extend(flags.iter().map(|flag| format!("{flag}.")));
    sentences.push(match schedule.steps.len() {
        0 => "No steps.".to_owned(),
        1 => "One step.".to_owned(),
        number => format!("{number} steps, in order."),
    });
    sentences.extend(schedule.steps.iter().map(|step| step_told(interview, plan, step)));
    sentences.push(format!("{days_off}."));
    sentences.join(" ")
}

fn step_told(interview: &Interview, plan: &Plan, step: &Step) -> String {
    let mut sentence = name(step.purpose).to_owned();
    let whom = step.recipients.join(", ");
    if !whom.is_empty() {
        sentence.push_str(" to ");
        sentence.extend(whom.chars().take(LONGEST_LIST));
        if whom.chars().nth(LONGEST_LIST).is_some() {
            sentence.push('…');
        }
    }
    if let Some(channel) = step.channel {
        sentence.push_str(" by ");
        sentence.push_str(spoken(channel));
    }
    let window = step.window;
    let dates = match step.status {
        Status::NotNeeded => ": not needed.".to_owned(),
        Status::Done => match done_at(interview, plan, step) {
            Some(at) => format!(": done {}.", in_full(at)),
            None => ": done.".to_owned(),
        },
        Status::Upcoming | Status::Due | Status::Overdue => {
            let status = match step.status {
                Status::Due => "due",
                Status::Overdue => "overdue",
                _ => "upcoming",
            };
            format!(
                ": {status}; from {}, best {}, until {}.",
                in_full(window.opens_at),
                in_full(window.best_at),
                in_full(window.closes_at)
            )
        }
    };
    sentence.push_str(&dates);
    sentence
}
