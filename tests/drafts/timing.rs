//! Whether to send a draft now: by the plan, whatever it says.

use rstest::rstest;
use serde_json::{Value, json};

use crate::reviewed;

/// The acme interview (Monday 2 March, 15:00 in New York) at another moment and with other facts.
fn request(as_of: &str, purpose: &str, channel: &str, more: &Value) -> Value {
    let all: Value = serde_json::from_str(include_str!("facts.json")).unwrap();
    let mut facts = all["acme"].clone();
    facts["as_of"] = json!(as_of);
    for (name, value) in more.as_object().unwrap() {
        facts[name] = value.clone();
    }
    json!({"facts": facts, "purpose": purpose, "channel": channel, "subject": "Dana Reyes", "body": "Dear Sam,\n\nThank you."})
}

#[rstest]
#[case::thanks_the_same_evening("2026-03-02T18:00:00-05:00", "thank_you", "email", json!({}))]
#[case::thanks_before_the_best_moment("2026-03-02T16:00:00-05:00", "thank_you", "email", json!({}))]
#[case::after_the_date("2026-03-18T10:00:00-04:00", "check_in", "email", json!({"history": [{"kind": "sent", "at": "2026-03-02T18:00:00-05:00", "purpose": "thank_you"}]}))]
#[case::a_rejection_to_answer("2026-03-10T15:00:00-04:00", "reply_to_rejection", "email", json!({"history": [{"kind": "received", "at": "2026-03-10T10:00:00-04:00", "outcome": "rejection"}]}))]
fn now_is_right(#[case] as_of: &str, #[case] purpose: &str, #[case] channel: &str, #[case] more: Value) {
    let send_now = reviewed(&request(as_of, purpose, channel, &more)).send_now;
    assert!(send_now.advised && !send_now.reasons.is_empty(), "{send_now:?}");
}

#[rstest]
#[case::before_the_date("2026-03-09T10:00:00-04:00", "check_in", "email", json!({}), "draft.sent_too_early", "before Monday 16 March")]
#[case::at_night("2026-03-02T23:00:00-05:00", "thank_you", "email", json!({}), "draft.sent_too_early", "not at work")]
#[case::thanks_by_phone("2026-03-03T10:00:00-05:00", "thank_you", "phone", json!({}), "thank_you.never_by_phone", "written")]
#[case::nothing_to_answer("2026-03-09T10:00:00-04:00", "reply_to_rejection", "email", json!({}), "draft.sent_too_early", "No rejection")]
#[case::sent_already("2026-03-03T10:00:00-05:00", "thank_you", "email", json!({"history": [{"kind": "sent", "at": "2026-03-02T18:00:00-05:00", "purpose": "thank_you"}]}), "draft.sent_too_early", "already")]
#[case::the_check_in_carries_the_thanks("2026-03-18T10:00:00-04:00", "thank_you", "email", json!({}), "thank_you.check_in_carries_it", "check in")]
#[case::after_a_rejection("2026-03-20T10:00:00-04:00", "check_in", "email", json!({"history": [{"kind": "received", "at": "2026-03-10T10:00:00-04:00", "outcome": "rejection"}]}), "outcome.ends_the_wait", "decided")]
#[case::outside_the_marketplace("2026-03-02T18:00:00-05:00", "thank_you", "email", json!({"platform": {"name": "Upwork"}}), "message.no_contact_details", "marketplace")]
fn now_is_wrong(
    #[case] as_of: &str,
    #[case] purpose: &str,
    #[case] channel: &str,
    #[case] more: Value,
    #[case] rule: &str,
    #[case] words: &str,
) {
    let send_now = reviewed(&request(as_of, purpose, channel, &more)).send_now;
    let first = &send_now.reasons[0];
    assert!(!send_now.advised, "{send_now:?}");
    assert_eq!(first.rule().id, rule, "{send_now:?}");
    assert!(first.text().contains(words), "{}", first.text());
}
