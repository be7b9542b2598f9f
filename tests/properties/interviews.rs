//! Random interviews: facts as a caller sends them, with rare combinations made common.

#![expect(clippy::unwrap_used, reason = "a test says loudly what is wrong")]

mod course;

use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use followup::calendar::Zone;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::cases::{Case, ended_at};
use course::{Entry, entry, promise};

/// Country, subdivision, zone; each may be unknown.
const PLACES: [(&str, &str, &str); 22] = [
    ("US", "", "America/New_York"),
    ("US", "US-CA", "America/Los_Angeles"),
    ("US", "US-MA", ""),
    ("GB", "GB-SCT", "Europe/London"),
    ("DE", "DE-BY", "Europe/Berlin"),
    ("", "DE-NW", "Europe/Berlin"),
    ("FR", "", "Europe/Paris"),
    ("IT", "", ""),
    ("JP", "", "Asia/Tokyo"),
    ("IN", "", "Asia/Kolkata"),
    ("AE", "", "Asia/Dubai"),
    ("SA", "", "Asia/Riyadh"),
    ("IL", "", "Asia/Jerusalem"),
    ("EG", "", "Africa/Cairo"),
    ("BR", "", "America/Sao_Paulo"),
    ("AU", "AU-NSW", "Australia/Sydney"),
    ("NZ", "", "Pacific/Chatham"),
    ("CN", "", "Asia/Shanghai"),
    ("CA", "CA-ON", "America/St_Johns"),
    ("", "", "Pacific/Kiritimati"),
    ("", "", "Pacific/Pago_Pago"),
    ("", "", ""),
];
const CHANNELS: [&str; 4] = ["email", "linkedin", "phone", "platform"];
const PURPOSES: [&str; 14] = [
    "thank_you",
    "prepare",
    "check_in",
    "second_check_in",
    "connect",
    "move_on",
    "stay_in_touch",
    "reply_to_good_news",
    "reply_to_rejection",
    "reply_to_delay",
    "answer_request",
    "share_deadline",
    "withdraw",
    "ask_to_reschedule",
];
const DAY: i64 = 24 * 60;
/// Edges of the hours, in minutes of the day.
const EDGES: [i64; 18] = [
    479, 480, 539, 540, 599, 600, 630, 690, 691, 720, 840, 960, 1020, 1021, 1080, 1200, 1201, 1439,
];

fn sometimes<S: Strategy>(chance: f64, strategy: S) -> impl Strategy<Value = Option<S::Value>> {
    prop::option::weighted(chance, strategy)
}

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    select(words)
}

/// A moment of a day, edges of the hours among them.
fn minute_of_day() -> impl Strategy<Value = i64> {
    prop_oneof![2 => select(&EDGES[..]), 1 => 0..DAY]
}

/// Minutes after the end at which one asks, or at which something happened.
fn some_time_after(most_days: i64) -> impl Strategy<Value = i64> {
    prop_oneof![1 => 0..180_i64, 2 => 0..3 * DAY, 3 => 0..15 * DAY, 2 => 0..most_days * DAY]
}

fn person() -> impl Strategy<Value = Value> {
    let role = one_of(&[
        "hiring_manager",
        "panel_member",
        "panel_member",
        "recruiter",
        "agency_recruiter",
        "other",
    ]);
    (
        role,
        any::<bool>(),
        sometimes(0.4, Just("+1 415 555 0100")),
        sometimes(0.5, any::<bool>()),
        sometimes(0.2, one_of(&CHANNELS)),
        sometimes(0.2, any::<bool>()),
    )
        .prop_map(|(role, has_email, phone, connected, channel, attended)| {
            json!({
                "role": role, "email": has_email.then_some("?"), "phone": phone, "preferred_channel": channel,
                "linkedin": connected.map(|connected| json!({"connected": connected})), "attended": attended,
            })
        })
}

/// A name and an address of the person's own.
fn named(mut person: Value, index: usize) -> Value {
    person["name"] = json!(format!("Robin Number{index}"));
    if person["email"].is_string() {
        person["email"] = json!(format!("robin{index}@example.com"));
    }
    person
}

fn year() -> impl Strategy<Value = i32> {
    prop_oneof![12 => 2024..2032_i32, 1 => 2000..2051_i32, 1 => Just(2000), 1 => Just(2050)]
}

/// A third of the interviews lie before the turn of the year, a few around the changes of the clocks.
fn date() -> impl Strategy<Value = NaiveDate> {
    let ordinal = prop_oneof![3 => 1..366_u32, 2 => 335..366_u32, 1 => 60..100_u32, 1 => 290..312_u32];
    (year(), ordinal).prop_map(|(year, ordinal)| NaiveDate::from_yo_opt(year, ordinal).unwrap())
}

fn day_after() -> impl Strategy<Value = i64> {
    prop_oneof![4 => 0..15_i64, 2 => 0..40_i64]
}

fn pinned() -> impl Strategy<Value = (&'static str, i64, bool)> {
    let often = one_of(&[
        "check_in",
        "second_check_in",
        "connect",
        "stay_in_touch",
        "move_on",
        "thank_you",
        "prepare",
    ]);
    (
        prop_oneof![3 => often, 1 => one_of(&PURPOSES)],
        day_after(),
        any::<bool>(),
    )
}

/// Facts that pass the check.
#[expect(
    clippy::too_many_lines,
    reason = "one table of everything that a caller can send"
)]
pub fn any_interview() -> impl Strategy<Value = Case> {
    let when = (
        select(&PLACES[..]),
        date(),
        minute_of_day(),
        0..20_u8,
        prop_oneof![1 => -3 * DAY..0, 12 => some_time_after(150)],
        prop_oneof![8 => Just(0_i64), 1 => 0..60_i64],
        sometimes(0.3, minute_of_day()),
    );
    let who = (
        prop::collection::vec(person(), 0..8),
        sometimes(0.25, person()),
        sometimes(
            0.2,
            one_of(&[
                "interviewer_absent",
                "interviewer_absent",
                "cancelled",
                "rescheduled",
                "held",
            ]),
        ),
        sometimes(0.6, one_of(&["screening", "first", "middle", "final", "final"])),
        sometimes(
            0.5,
            one_of(&[
                "technology",
                "finance",
                "education",
                "public_sector",
                "creative",
                "other",
            ]),
        ),
        sometimes(0.3, any::<bool>()),
        sometimes(0.3, one_of(&["open", "no_calls", "no_contact"])),
    );
    let closed = prop_oneof![6 => 0..15_i64, 1 => 15..182_i64];
    let wishes = (
        sometimes(
            0.4,
            one_of(&["auto", "immediate", "one_week", "two_week", "as_needed"]),
        ),
        sometimes(0.3, 0..3_u8),
        prop::collection::vec(pinned(), 0..4),
        prop::collection::vec((-5..45_i64, closed), 0..3),
        sometimes(0.1, any::<bool>()),
        sometimes(0.3, Just("greenhouse/interviews/48151623")),
    );
    let course = (
        sometimes(0.4, promise()),
        prop::collection::vec(
            (
                one_of(&["background_check", "other_candidates", "decision_maker_away"]),
                sometimes(0.5, -2..50_i64),
            ),
            0..3,
        ),
        prop::collection::vec((some_time_after(60), entry()), 0..7),
        any::<bool>(),
        sometimes(0.15, (-2 * DAY..20 * DAY, 0..8_i64)),
        sometimes(0.08, -DAY..20 * DAY),
    );
    (when, who, wishes, course).prop_filter_map("facts that can't be", |(when, who, wishes, course)| {
        let (place, date, minute, how, span, seconds, at_hour) = when;
        let (interviewers, contact, status, stage, industry, calls, policy) = who;
        let (strategy, max_check_ins, days, closures, platform, reference) = wishes;
        let (timeline, delays, mut entries, look_after_the_last, offer, withdrawal) = course;

        let (country, subdivision, zone_name) = place;
        let known = |text: &'static str| (!text.is_empty()).then_some(text);
        let wire = FixedOffset::east_opt(i32::from(how % 5) * 3600 * 3 - 5 * 3600).unwrap();
        let zone = known(zone_name).map_or_else(|| Zone::fixed(wire), |name| Zone::named(name).unwrap());
        let time = NaiveTime::MIN + TimeDelta::minutes(minute);
        let details = match how {
            0..14 => json!({"ended_at": zone.at(date, time).with_timezone(&wire).to_rfc3339()}),
            14..18 => json!({"started_at": zone.at(date, time).to_rfc3339(), "duration_minutes": (how == 14).then_some(45)}),
            _ => json!({"date": date.to_string()}),
        };
        let end = zone.local(ended_at(&details).unwrap_or_else(|| zone.at(date, NaiveTime::from_hms_opt(17, 0, 0).unwrap())));
        let day = end.date_naive();
        let people: Vec<Value> = interviewers.into_iter().enumerate().map(|(index, it)| named(it, index)).collect();
        let contact = contact.map(|it| named(it, 99));
        let names: Vec<Value> = people.iter().chain(&contact).map(|it| it["name"].clone()).collect();

        let mut as_of = end + TimeDelta::minutes(span);
        if let Some(minute) = at_hour {
            as_of = zone.at(as_of.date_naive(), NaiveTime::MIN + TimeDelta::minutes(minute));
        }
        as_of += TimeDelta::seconds(seconds);
        entries.sort_by_key(|(minutes, _)| *minutes);
        if let (Some((minutes, _)), true) = (entries.last(), look_after_the_last) {
            as_of = as_of.max(end + TimeDelta::minutes(minutes + span.rem_euclid(5 * DAY)));
        }
        let history: Vec<Value> = entries
            .iter()
            .map(|(minutes, entry)| (zone.local(end + TimeDelta::minutes(*minutes)), entry))
            .filter(|(at, _)| *at <= as_of)
            .map(|(at, entry)| match entry {
                Entry::Sent { purpose, channel, recipient, delivered } => {
                    let recipient = recipient.filter(|_| !names.is_empty()).map(|index| index.get(&names).clone());
                    json!({"kind": "sent", "at": at.to_rfc3339(), "purpose": purpose, "channel": channel,
                           "recipient": recipient, "delivered": delivered})
                }
                Entry::Received { outcome, promise, until, automated } => {
                    let day = at.date_naive();
                    let promise = promise.as_ref().filter(|_| *outcome != "out_of_office");
                    json!({"kind": "received", "at": at.to_rfc3339(), "outcome": outcome, "automated": automated,
                           "timeline": promise.map(|promise| promise.from(day)),
                           "until": until.map(|days| (day + TimeDelta::days(days)).to_string())})
                }
            })
            .collect();
        let past = |minutes: i64| zone.local(end + TimeDelta::minutes(minutes)).min(as_of);
        let mut pins: Vec<Value> = Vec::new();
        let mut skips: Vec<Value> = Vec::new();
        for (purpose, days, pin) in days {
            if pins.iter().chain(&skips).any(|other| other["purpose"] == purpose) {
                continue;
            }
            if pin {
                pins.push(json!({"purpose": purpose, "on": (day + TimeDelta::days(days)).to_string(), "reason": "as promised"}));
            } else {
                skips.push(json!({"purpose": purpose, "reason": "not for me"}));
            }
        }
        let mut interview = details;
        interview["status"] = json!(status);
        interview["stage"] = json!(stage);
        interview["position"] = json!("Data Analyst");
        interview["interviewers"] = json!(people);
        let facts = json!({
            "reference": reference,
            "as_of": as_of.with_timezone(&Utc).to_rfc3339(),
            "employer": {
                "name": "Harbour & Pine", "country": known(country), "subdivision": known(subdivision),
                "time_zone": known(zone_name), "industry": industry, "welcomes_calls": calls, "contact_policy": policy,
                "contact": contact,
                "closures": closures.iter().map(|(from, length)| {
                    let from = day + TimeDelta::days(*from);
                    json!({"from": from.to_string(), "to": (from + TimeDelta::days(*length)).to_string()})
                }).collect::<Vec<_>>(),
            },
            "interview": interview,
            "timeline": timeline.map(|promise| promise.from(day)),
            "delays": delays.iter().map(|(reason, until)| {
                json!({"reason": reason, "until": until.map(|days| (day + TimeDelta::days(days)).to_string())})
            }).collect::<Vec<_>>(),
            "platform": platform.map(|signed| json!({"name": "a marketplace", "contract_signed": signed})),
            "competing_offer": offer.map(|(minutes, days)| {
                let at = past(minutes);
                json!({"received_at": at.to_rfc3339(), "answer_by": (at.date_naive() + TimeDelta::days(days)).to_string()})
            }),
            "withdrawal": withdrawal.map(|minutes| json!({"decided_at": past(minutes).to_rfc3339(), "reason": "other"})),
            "history": history, "pins": pins, "skips": skips,
            "preferences": {"strategy": strategy, "max_check_ins": max_check_ins},
        });
        Case::check(facts).ok()
    })
}
