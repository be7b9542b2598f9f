//! Words in free text, and what they stand for: stages, statuses, places.

use rstest::rstest;
use serde_json::json;

use super::post;
use crate::requests::send;

/// Names of interviews, and the stages that they stand for.
const STAGES: [(&str, Option<&str>); 66] = [
    ("Phone Screen", Some("screening")),
    ("Recruiter Phone Screen", Some("screening")),
    ("Technical Screen", Some("screening")),
    ("Pre-screen", Some("screening")),
    ("Screening Interview", Some("screening")),
    ("Recruiter Call", Some("screening")),
    ("Intro", Some("screening")),
    ("Introductory chat with Sam", Some("screening")),
    ("First Interview", Some("first")),
    ("1st Round", Some("first")),
    ("Round 1", Some("first")),
    ("Initial Interview", Some("first")),
    ("Hiring Manager Interview", Some("first")),
    ("Interview: Hiring Manager", Some("first")),
    ("First Technical Interview", Some("first")),
    ("Technical Interview", Some("middle")),
    ("TECHNICAL", Some("middle")),
    ("Tech round", Some("middle")),
    ("Onsite", Some("middle")),
    ("On-site Interview (Berlin)", Some("middle")),
    ("Virtual Onsite - Jane Doe", Some("middle")),
    ("Onsite 2", Some("middle")),
    ("Panel", Some("middle")),
    ("Second Interview", Some("middle")),
    ("Round 2: Case Study", Some("middle")),
    ("System Design", Some("middle")),
    ("Whiteboarding Challenge", Some("middle")),
    ("Take-home review", Some("middle")),
    ("Meet the team", Some("middle")),
    ("Final", Some("final")),
    ("Final Round", Some("final")),
    ("Final onsite panel", Some("final")),
    ("Last interview", Some("final")),
    ("Executive Interview", Some("final")),
    ("CEO chat", Some("final")),
    ("Culture Fit", None),
    ("Interview with Dana Final-Smith", None),
    ("Technical Writer interview", None),
    ("Interview, Screen Printer position", None),
    ("Executive Assistant interview", None),
    ("Chat with our CEO", Some("final")),
    ("Interview with the Founder", Some("final")),
    ("Team interview", Some("middle")),
    ("Case interview", Some("middle")),
    ("Tech", Some("middle")),
    ("Tech panel", Some("middle")),
    ("Peer review session", Some("middle")),
    ("Phone screen - Jane Doe - Account Executive", Some("screening")),
    ("Recruiter Screen: Sales Executive", Some("screening")),
    (
        "Phone screen with Jane Doe (Marketing Executive)",
        Some("screening"),
    ),
    ("Phone Screen - Executive Assistant to the CEO", Some("screening")),
    ("Phone Screen - Last, First", Some("screening")),
    ("Phone Screen | Head of Tech", Some("screening")),
    ("Account Executive - Onsite", Some("middle")),
    ("Interview - Account Executive", None),
    ("Semi-final", None),
    ("Semi-final interview", None),
    ("Director of Tech", None),
    ("Backend Engineer, Payments Team", None),
    ("Call with Maria Case for Head of Tech", None),
    ("Call with Steve First", None),
    ("CEO", Some("final")),
    ("Panel Beater interview", None),
    ("Debrief", None),
    ("Interview", None),
    ("面接", None),
];

#[actix_web::test]
async fn names_of_interviews_become_stages_by_rules() {
    for (name, stage) in STAGES {
        let body = json!({"end": {"date_time": "2026-03-02T22:00:00Z"}, "interview": {"name": name}});
        let import = send(post("greenhouse", "", &body)).await.json();
        assert_eq!(import["facts"]["interview"]["stage"].as_str(), stage, "{name}");
        let missing = import["missing"]
            .as_array()
            .unwrap()
            .contains(&json!("interview.stage"));
        assert_eq!(missing, stage.is_none(), "{name}");
        assert!(import["facts"]["interview"]["position"].is_null(), "{name}");
    }
}

#[rstest]
#[case::cancelled("Cancelled", Some("cancelled"))]
#[case::canceled_in_other_letters("CANCELED", Some("cancelled"))]
#[case::cancelled_by_somebody("cancelled_by_candidate", Some("cancelled"))]
#[case::moved("Rescheduled", Some("rescheduled"))]
#[case::planned("SCHEDULED", Some("scheduled"))]
#[case::over("AWAITING_FEEDBACK", Some("held"))]
#[case::over_elsewhere("WaitingOnFeedback", Some("held"))]
#[case::complete("complete", Some("held"))]
#[case::not_yet("NeedsScheduling", None)]
#[case::not_yet_either("WaitingOnCandidateBooking", None)]
#[case::no_show("NO_SHOW", None)]
#[case::unheard_of("En attente", None)]
#[case::abandoned("Abandoned", None)]
#[case::incomplete("Incomplete", None)]
#[case::not_completed("Not Completed", None)]
#[case::not_held("not held", None)]
#[case::never_held("Feedback not required - interview never took place", None)]
#[case::unconfirmed("Unconfirmed", None)]
#[case::to_be_scheduled("To be scheduled", None)]
#[case::not_cancelled("Not Cancelled", None)]
#[case::cancelled_and_why("Cancelled - no show", Some("cancelled"))]
#[case::cancelled_among_words("interviewCanceledByCandidate", Some("cancelled"))]
#[case::completed_without_them("Completed (no show)", None)]
#[case::in_small_letters("waitingonfeedback", Some("held"))]
#[case::in_words("Awaiting feedback", Some("held"))]
#[actix_web::test]
async fn status_words_become_statuses_by_rules(#[case] word: &str, #[case] status: Option<&str>) {
    let body = json!({"end_at": "2026-03-02T22:00:00Z", "status": word});
    let import = send(post("merge", "", &body)).await.json();
    assert_eq!(
        import["facts"]["interview"]["status"].as_str(),
        status,
        "{import:#}"
    );
}

#[rstest]
#[case::a_room("Big Conference Room", Some("in_person"))]
#[case::an_address("1 Main St, Springfield", Some("in_person"))]
#[case::zoom("Zoom", Some("video"))]
#[case::a_link("https://acme.example/meet/1", Some("video"))]
#[case::teams("Microsoft Teams Meeting", Some("video"))]
#[case::a_telephone("Phone: +1 415 555 0100", Some("phone"))]
#[case::a_bare_number("+1 415 555 0100", Some("phone"))]
#[case::a_room_number("4.12", None)]
#[case::to_be_told("TBD", None)]
#[case::nothing(" - ", None)]
#[case::an_extension("+1 (415) 555-0100 x22", Some("phone"))]
#[case::a_telephone_link("tel:+14155550100", Some("phone"))]
#[case::a_mobile("Mobile +1 415 555 0100", Some("phone"))]
#[case::a_town("Mobile, AL", None)]
#[case::a_call("We will call you", Some("phone"))]
#[case::a_call_center("Call Center, 2nd floor", Some("in_person"))]
#[case::hangout("Google Hangout", Some("video"))]
#[case::bluejeans("BlueJeans", Some("video"))]
#[case::another_tool("GoToMeeting", Some("video"))]
#[case::not_applicable("N/A", None)]
#[case::to_be_confirmed("To be confirmed", None)]
#[case::none("None", None)]
#[case::in_the_invitation("See calendar invite", None)]
#[case::either("TBD - Zoom or onsite", None)]
#[case::one_or_the_other("Zoom or phone", None)]
#[case::remote_if_wished("HQ (remote optional)", None)]
#[case::in_oregon("1 Main St, Portland, OR", Some("in_person"))]
#[actix_web::test]
async fn places_become_formats_by_rules(#[case] place: &str, #[case] format: Option<&str>) {
    let body = json!({"end_at": "2026-03-02T22:00:00Z", "location": place});
    let import = send(post("merge", "", &body)).await.json();
    assert_eq!(
        import["facts"]["interview"]["format"].as_str(),
        format,
        "{import:#}"
    );
}
