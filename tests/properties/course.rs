//! What was said and sent after the interview: promises, entries of the history.

use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{CHANNELS, PURPOSES, one_of, sometimes};

/// Days are counted from the day of the message that names the date.
#[derive(Clone, Debug)]
pub struct Promise(&'static str, i64, Option<bool>);

impl Promise {
    pub fn from(&self, day: NaiveDate) -> Value {
        let Self(kind, days, invites) = self;
        let date = (*kind == "by_date").then(|| (day + TimeDelta::days(*days)).to_string());
        let max = (*kind != "by_date").then_some(days);
        json!({"kind": kind, "date": date, "max": max, "invites_contact": invites})
    }
}

pub fn promise() -> impl Strategy<Value = Promise> {
    let kind = one_of(&["by_date", "within_days", "within_working_days"]);
    let days = prop_oneof![3 => 0..4_i64, 3 => 4..22_i64, 1 => 22..60_i64, 1 => Just(365)];
    (kind, days, sometimes(0.3, any::<bool>())).prop_map(|(kind, days, invites)| Promise(kind, days, invites))
}

#[derive(Clone, Debug)]
pub enum Entry {
    Sent {
        purpose: &'static str,
        channel: &'static str,
        recipient: Option<prop::sample::Index>,
        delivered: Option<bool>,
    },
    Received {
        outcome: &'static str,
        promise: Option<Promise>,
        until: Option<i64>,
        automated: Option<bool>,
    },
}

pub fn entry() -> impl Strategy<Value = Entry> {
    let often = one_of(&[
        "thank_you",
        "thank_you",
        "check_in",
        "check_in",
        "second_check_in",
        "connect",
    ]);
    let purpose = prop_oneof![3 => often, 1 => one_of(&PURPOSES)];
    let channel = prop_oneof![3 => Just("email"), 1 => one_of(&CHANNELS)];
    let sent = (
        purpose,
        channel,
        sometimes(0.6, any::<prop::sample::Index>()),
        sometimes(0.25, any::<bool>()),
    )
        .prop_map(|(purpose, channel, recipient, delivered)| Entry::Sent {
            purpose,
            channel,
            recipient,
            delivered,
        });
    let outcome = one_of(&[
        "still_deciding",
        "still_deciding",
        "acknowledged",
        "next_round",
        "offer",
        "rejection",
        "information_request",
        "information_request",
        "out_of_office",
        "out_of_office",
    ]);
    let received = (
        outcome,
        sometimes(0.3, promise()),
        sometimes(0.6, 0..30_i64),
        sometimes(0.2, any::<bool>()),
    )
        .prop_map(|(outcome, promise, until, automated)| Entry::Received {
            outcome,
            promise,
            until: until.filter(|_| outcome == "out_of_office"),
            automated,
        });
    prop_oneof![sent, received]
}
