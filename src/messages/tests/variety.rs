//! Letters of many: no two of a panel alike, and as good as none of a job board's.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{TONES, ask, full, read, with};
use crate::facts::Purpose;
use crate::messages::{Form, Message};

#[test]
fn a_panel_of_five_gets_five_different_letters() {
    for tone in TONES {
        for reference in 0..40 {
            for topics in [
                json!(["the payments roadmap", "Rust", "how you onboard"]),
                json!([]),
            ] {
                let facts = with(full(), "/preferences/tone", json!(tone));
                let facts = with(facts, "/reference", json!(format!("panel/{reference}")));
                let (interview, plan) = read(&with(facts, "/interview/topics", topics));
                for form in [Form::Email, Form::LinkedinInvitation] {
                    let rendered = ask(&interview, &plan, Purpose::ThankYou, form).expect("a thank-you");
                    assert_eq!(rendered.messages.len(), 5);
                    let first: BTreeSet<String> = rendered.messages.iter().map(first_sentence).collect();
                    assert_eq!(first.len(), 5, "{tone} {reference}: {first:?}");
                    let bodies: BTreeSet<&str> = rendered
                        .messages
                        .iter()
                        .map(|message| message.body.as_str())
                        .collect();
                    assert_eq!(bodies.len(), 5);
                }
            }
        }
    }
}

/// The first sentence after the greeting.
fn first_sentence(message: &Message) -> String {
    let text = message
        .body
        .split_once(",\n\n")
        .map_or(message.body.as_str(), |(_, text)| text);
    let text = if message.form == Form::Email {
        text
    } else {
        text.split_once(", ").map_or(text, |(_, text)| text)
    };
    text.split(". ").next().unwrap_or_default().to_owned()
}

#[test]
fn two_hundred_candidates_of_one_job_get_different_letters() {
    for (purpose, at_least) in [
        (Purpose::ThankYou, 180),
        (Purpose::CheckIn, 180),
        (Purpose::SecondCheckIn, 120),
    ] {
        for tone in TONES {
            let facts = with(full(), "/preferences/tone", json!(tone));
            let letters: Vec<Message> = (0..200)
                .map(|number| {
                    let reference = json!(format!("candidate/{number}"));
                    let (interview, plan) = read(&with(facts.clone(), "/reference", reference));
                    ask(&interview, &plan, purpose, Form::Email)
                        .expect("a letter")
                        .messages
                        .swap_remove(0)
                })
                .collect();
            let bodies: BTreeSet<&str> = letters.iter().map(|letter| letter.body.as_str()).collect();
            assert!(bodies.len() >= at_least, "{purpose:?} {tone}: {}", bodies.len());
            let openings: BTreeSet<String> = letters.iter().map(first_sentence).collect();
            assert!(openings.len() >= 5, "{purpose:?} {tone}: {openings:?}");
        }
    }
}

#[test]
fn candidates_without_a_reference_get_different_letters_too() {
    let letters: BTreeSet<String> = (0..200)
        .map(|number| {
            let name = json!(format!("Candidate Number{number}"));
            let facts = with(full(), "/reference", Value::Null);
            let (interview, plan) = read(&with(facts, "/candidate/name", name));
            let mut rendered = ask(&interview, &plan, Purpose::CheckIn, Form::Email).expect("a check-in");
            rendered
                .messages
                .swap_remove(0)
                .body
                .replace(&format!("Candidate Number{number}"), "")
        })
        .collect();
    assert!(letters.len() >= 150, "{}", letters.len());
}

/// Words that carry the meaning, in their first five letters; facts are left out.
fn words_of_substance(sentence: &str, facts: &str) -> BTreeSet<String> {
    const LIGHT: [&str; 14] = [
        "about", "after", "again", "another", "before", "could", "other", "their", "there", "which", "while",
        "would", "since", "these",
    ];
    sentence
        .split(|letter: char| !letter.is_alphabetic())
        .map(str::to_lowercase)
        .filter(|word| word.len() >= 5 && !LIGHT.contains(&word.as_str()) && !facts.contains(word.as_str()))
        .map(|word| word.chars().take(5).collect())
        .collect()
}

#[test]
fn neighbouring_sentences_seldom_say_the_same_word() {
    let facts_in_words = full().to_string().to_lowercase();
    let (mut neighbours, mut echoes) = (0, BTreeSet::new());
    for tone in TONES {
        for number in 0..60 {
            let facts = with(full(), "/preferences/tone", json!(tone));
            let (interview, plan) = read(&with(facts, "/reference", json!(format!("echo/{number}"))));
            for purpose in [
                Purpose::ThankYou,
                Purpose::CheckIn,
                Purpose::SecondCheckIn,
                Purpose::StayInTouch,
            ] {
                for message in ask(&interview, &plan, purpose, Form::Email)
                    .expect("a letter")
                    .messages
                {
                    let Some((_, text)) = message.body.split_once("\n\n") else {
                        continue;
                    };
                    let Some((text, _)) = text.rsplit_once("\n\n") else {
                        continue;
                    };
                    let sentences: Vec<&str> = text
                        .split(['.', '?', '\n'])
                        .filter(|text| text.len() > 3)
                        .collect();
                    for pair in sentences.windows(2) {
                        neighbours += 1;
                        let [one, other] = pair else { continue };
                        let both = words_of_substance(one, &facts_in_words);
                        let other_words = words_of_substance(other, &facts_in_words);
                        if both.intersection(&other_words).next().is_some() {
                            echoes.insert(format!("{one} |{other}"));
                        }
                    }
                }
            }
        }
    }
    assert!(neighbours > 3_000, "{neighbours}");
    let shown: Vec<&str> = echoes.iter().take(15).map(String::as_str).collect();
    assert!(
        echoes.len() * 100 <= neighbours,
        "{} of {neighbours}:\n{}",
        echoes.len(),
        shown.join("\n")
    );
}
