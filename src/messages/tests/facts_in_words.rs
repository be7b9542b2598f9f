//! The facts stand in the words as they should: where they fit, once, and in the locale's manner.

use serde_json::{Value, json};

use super::rules::one_of_the_panel;
use super::{ask, every_message, full, read, with};
use crate::facts::Purpose;
use crate::messages::{Form, Message, follow_up};

fn first(facts: &Value, purpose: Purpose, form: Form) -> Message {
    let (interview, plan) = read(facts);
    ask(&interview, &plan, purpose, form)
        .expect("a message")
        .messages
        .swap_remove(0)
}

#[test]
fn the_words_fit_the_situation() {
    let history = json!([{"kind": "sent", "at": "2026-03-02T17:00:00-08:00", "purpose": "thank_you"}]);
    let thanked = with(full(), "/history", history);
    let on = |facts: Value, as_of: &str| with(facts, "/as_of", json!(as_of));
    let agency = json!({"name": "Jo Park", "role": "agency_recruiter", "email": "jo@agency.example"});
    let british = with(thanked.clone(), "/preferences/locale", json!("en-GB"));
    for (name, facts, purpose, wanted) in [
        (
            "stated, US",
            on(thanked.clone(), "2026-03-18T10:00:00-07:00"),
            Purpose::CheckIn,
            "You expected to decide by March 13.",
        ),
        (
            "stated, GB",
            on(british, "2026-03-18T10:00:00-07:00"),
            Purpose::CheckIn,
            "You expected to decide by 13 March.",
        ),
        (
            "agency",
            on(
                with(thanked.clone(), "/employer/contact", agency),
                "2026-03-18T10:00:00-07:00",
            ),
            Purpose::CheckIn,
            "Acme expected to decide by March 13.",
        ),
        (
            "nobody thanked",
            on(full(), "2026-03-18T10:00:00-07:00"),
            Purpose::CheckIn,
            "hank you",
        ),
        (
            "by phone",
            with(full(), "/interview/format", json!("phone")),
            Purpose::ThankYou,
            "call",
        ),
        (
            "other offer",
            with(
                full(),
                "/competing_offer",
                json!({"received_at": "2026-03-03T09:00:00-08:00", "answer_by": "2026-03-12"}),
            ),
            Purpose::ShareDeadline,
            "Thursday, March 12",
        ),
        (
            "withdrawn",
            with(
                full(),
                "/withdrawal",
                json!({"decided_at": "2026-03-03T09:00:00-08:00", "reason": "accepted_elsewhere"}),
            ),
            Purpose::Withdraw,
            "I have accepted another position and withdraw my application for the Backend Engineer role.",
        ),
    ] {
        let (interview, plan) = read(&facts);
        let message = &ask(&interview, &plan, purpose, Form::Email).expect(name).messages[0];
        assert!(message.body.contains(wanted), "{name}: {}", message.body);
    }
}

#[test]
fn the_first_message_after_an_unthanked_interview_carries_the_thanks_and_the_next_does_not() {
    let (interview, plan) = read(&with(full(), "/as_of", json!("2026-03-18T10:00:00-07:00")));
    let messages = follow_up(&interview, plan).messages;
    let body = |purpose: Purpose| {
        let message = messages
            .iter()
            .find(|message| message.purpose == purpose)
            .expect("a message");
        message.body.to_lowercase()
    };
    let check_in = body(Purpose::CheckIn);
    assert!(check_in.contains("thank"), "{check_in}");
    assert!(
        !check_in.contains("again") && !check_in.contains("once more"),
        "{check_in}"
    );
    let second = body(Purpose::SecondCheckIn);
    let again = ["once more", "again", "one more line"];
    assert!(again.iter().any(|again| second.contains(again)), "{second}");
}

#[test]
fn a_message_says_each_fact_once() {
    for (what, message) in every_message(vec![("full", full())]) {
        for fact in [
            "the move off the nightly batch",
            "ships to production",
            "calm releases",
            "Backend Engineer",
            "arch 2",
            "2 March",
        ] {
            assert!(message.body.matches(fact).count() <= 1, "{fact}: {what}");
        }
    }
}

#[test]
fn an_address_stays_as_it_is_written() {
    for name in ["Dana Reyes", "ulla van der Berg", "Van der Berg"] {
        for tone in super::TONES {
            let facts = with(full(), "/candidate/name", json!(name));
            let facts = with(facts, "/preferences/tone", json!(tone));
            let message = first(
                &with(facts, "/candidate/email", json!("dana@example.com")),
                Purpose::ThankYou,
                Form::Email,
            );
            let signature = message.body.rsplit_once("\n\n").expect("a signature").1;
            let lines: Vec<&str> = signature.lines().skip(1).collect();
            assert_eq!(
                lines,
                [name, "dana@example.com", "+1 415 555 0100"],
                "{}",
                message.body
            );
        }
    }
}

#[test]
fn a_job_title_stands_where_it_helps() {
    let facts = one_of_the_panel(full());
    let note = first(&facts, Purpose::CheckIn, Form::LeftWithColleague);
    let named = (0..20).any(|number| {
        let facts = with(facts.clone(), "/reference", json!(format!("title/{number}")));
        first(&facts, Purpose::CheckIn, Form::LeftWithColleague)
            .body
            .contains("Sam Okafor, the Engineering Manager")
    });
    assert!(named, "{}", note.body);
    let nameless = with(facts, "/interview/interviewers/0/name", Value::Null);
    let letter = first(&nameless, Purpose::ThankYou, Form::Email);
    assert!(
        letter.body.starts_with("Dear Engineering Manager,\n\n"),
        "{}",
        letter.body
    );
    assert!(
        letter
            .personalised_with
            .iter()
            .any(|path| path == "interview.interviewers[0].title"),
        "{:?}",
        letter.personalised_with
    );
    let odd = with(
        nameless,
        "/interview/interviewers/0/title",
        json!("VP, {{ x }} (EMEA)"),
    );
    let letter = first(&odd, Purpose::ThankYou, Form::Email);
    assert!(letter.body.starts_with("Dear hiring team,"), "{}", letter.body);
}

#[test]
fn a_linkedin_message_links_to_the_profile() {
    let profile = "https://www.linkedin.com/in/sam-okafor";
    let facts = with(full(), "/interview/interviewers/0/linkedin/url", json!(profile));
    for (form, link) in [
        (Form::LinkedinMessage, Some(profile)),
        (Form::LinkedinInvitation, Some(profile)),
        (Form::Email, None),
    ] {
        assert_eq!(
            first(&facts, Purpose::ThankYou, form).links.linkedin.as_deref(),
            link,
            "{form:?}"
        );
    }
    assert_eq!(
        first(&full(), Purpose::ThankYou, Form::LinkedinMessage)
            .links
            .linkedin,
        None
    );
}

#[test]
fn the_format_of_the_interview_shows_in_the_words() {
    for (format, wanted) in [
        (
            "phone",
            ["our call on Monday", "Monday's call", "for speaking with me"],
        ),
        (
            "video",
            ["video call on Monday", "Monday's video call", "by video"],
        ),
        (
            "in_person",
            ["your office", "our meeting on Monday", "Monday's meeting"],
        ),
    ] {
        for number in 0..15 {
            let facts = with(full(), "/interview/format", json!(format));
            let facts = with(facts, "/reference", json!(format!("format/{number}")));
            let body = first(&facts, Purpose::ThankYou, Form::Email).body;
            assert!(
                wanted.iter().any(|wanted| body.contains(wanted)),
                "{format}: {body}"
            );
        }
    }
}

#[test]
fn experience_is_claimed_of_strengths_alone() {
    let facts = with(full(), "/candidate/strengths", json!([]));
    for (what, message) in every_message(vec![("no strengths", facts)]) {
        for claim in ["my experience", "I have experience", "I know from experience"] {
            assert!(!message.body.contains(claim), "{what}");
        }
    }
}

#[test]
fn nobody_is_told_of_a_meeting_at_which_they_were_not() {
    let contact = json!({"name": "Robin Vale", "role": "recruiter", "email": "robin@acme.example"});
    let elsewhere = json!([{"name": "Sam Okafor", "attended": false, "email": "sam@acme.example"}]);
    let facts = with(full(), "/employer/contact", contact);
    let facts = with(facts, "/interview/interviewers", elsewhere);
    for (what, message) in every_message(vec![("unmet", facts)]) {
        if message.purpose == Purpose::AskToReschedule {
            continue;
        }
        for claim in [
            "eeting you",
            "to meet you",
            "we talked",
            "we met",
            "we spoke",
            "ou gave me a",
            "seeing you again",
            "our conversation",
            "our call",
            "our video call",
            "our meeting",
            "our talk",
            "Our talk",
            "your office",
        ] {
            assert!(!message.body.contains(claim), "{claim}: {what}");
        }
    }
}
