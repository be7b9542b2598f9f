//! Odd and hostile drafts: no panic, sound spans, time in proportion to length.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{hold_spans, reviewed};

fn request(purpose: &str, channel: &str, subject: &str, body: &str) -> Value {
    let facts = json!({
        "as_of": "2026-03-09T10:00:00-05:00",
        "candidate": {"name": "Dana Reyes", "email": "dana@example.com", "phone": "+1 415 555 0100"},
        "employer": {"name": "Acme", "time_zone": "America/New_York"},
        "interview": {"ended_at": "2026-03-02T15:00:00-05:00", "position": "Backend Engineer", "topics": ["the payments roadmap"],
            "interviewers": [{"name": "Sam Okafor"}, {"name": "Élodie d’Arc-Müller"}]},
        "platform": if channel == "platform" { json!({"name": "Upwork"}) } else { Value::Null },
    });
    json!({"facts": facts, "purpose": purpose, "channel": channel, "subject": subject, "body": body})
}

/// Pieces that mean something to one rule or another, in an order that nobody thought of.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Dear",
        "Hi ",
        "Sam",
        ",",
        "\n",
        "\n\n",
        "> ",
        "On Monday Sam wrote:\n",
        "[",
        "]",
        "{{",
        "}}",
        "(",
        ")",
        "XXX",
        "____",
        "🙂",
        "é",
        "e\u{301}",
        "’",
        "'",
        "\"",
        "“",
        "”",
        "?",
        "!",
        "...",
        ".",
        " ",
        "\t",
        "I ",
        "haven’t ",
        "need ",
        "an answer ",
        "by ",
        "tomorrow ",
        "on ",
        "2 March ",
        "March ",
        "Tuesday",
        "'s ",
        "interview ",
        "the ",
        "Data Scientist ",
        "role ",
        "at ",
        "Globex",
        "-",
        "/",
        "2026",
        "02",
        "415 555 0199",
        "a@b.co",
        "https://",
        "Best regards",
        "PS: ",
        "please ",
        "日本語",
        "ß",
        "İ",
        "\u{130}",
        "-----Original Message-----",
        "From: ",
        "Sent: ",
        "\r\n",
        "x",
        ":)",
        "thank you ",
        "\u{a0}",
    ]);
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn spans_are_sound_whatever_is_sent(
        body in prop_oneof![pieces(), "\\PC{1,300}", "[ -~\n\t]{1,300}"],
        subject in prop_oneof![Just(String::new()), "\\PC{0,60}"],
        purpose in prop::sample::select(vec!["thank_you", "check_in", "second_check_in", "withdraw", "share_deadline"]),
        channel in prop::sample::select(vec!["email", "linkedin", "phone", "platform"]),
    ) {
        let unseen = |text: &str| text.chars().any(|letter| matches!(u32::from(letter),
            0x61C | 0x180E | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF | 0xFFF9..=0xFFFF | 0xE0000..=0xE007F)
            || letter.is_control() && !['\n', '\r', '\t'].contains(&letter) || u32::from(letter) & 0xFFFE == 0xFFFE);
        prop_assume!(!body.trim().is_empty() && !unseen(&body) && !unseen(&subject));
        let request = request(purpose, channel, &subject, &body);
        let review = reviewed(&request);
        hold_spans(&request, &review);
        prop_assert!(review.findings.len() <= 25 * 8);
    }
}

/// Nearly as long as a draft may be.
const LONGEST: usize = 19_900;

/// What takes less is below the noise of a clock, and no burden whatever it grows with.
const TOO_SHORT_TO_TELL: Duration = Duration::from_millis(20);

/// How often a piece may seem too slow.
const ROUNDS: usize = 10;

#[test]
fn the_time_grows_with_the_length_alone() {
    for piece in [
        "i ",
        "I need ",
        "please ",
        "it has been over ",
        "( ",
        "[",
        "\"",
        "“",
        ".) ",
        ". ",
        "\n",
        "\n-",
        "> \n",
        "2 ",
        "March 2 ",
        "on Monday ",
        "the ",
        "Data ",
        "at Globex ",
        "X",
        "_",
        "+1",
        "1-",
        "🙂",
        "é",
        "a@b.co ",
        "On a wrote:\n",
        "From:\n",
        "let me know ",
        "'",
        "x’",
        "!",
        "?",
        "- ",
    ] {
        for channel in ["email", "platform"] {
            // The best of three, and again where it seems too slow: other tests run beside this one. What grows with the
            // square does so in every round.
            let timed = |length: usize| {
                let body: String = piece.chars().cycle().take(length).chain("\nok".chars()).collect();
                let request = request("check_in", channel, "Hello", &body);
                let once = || {
                    let started = Instant::now();
                    hold_spans(&request, &reviewed(&request));
                    started.elapsed()
                };
                (0..3).map(|_| once()).min().unwrap()
            };
            let held = (0..ROUNDS).any(|_| {
                let whole = timed(LONGEST);
                // Fourfold where the time grows with the length, sixteenfold where it grows with its square.
                whole <= TOO_SHORT_TO_TELL || whole < timed(LONGEST / 4) * 8
            });
            assert!(
                held,
                "{piece:?} {channel}: four times the length took eight times as long"
            );
        }
    }
}
