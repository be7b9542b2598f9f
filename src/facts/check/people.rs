//! The candidate and the people on the employer's side.

use super::findings::Findings;
use super::texts::{self, NAME_CHARS};
use crate::facts::interview::{Candidate, Person};
use crate::facts::submission::{CandidateSubmission, PersonSubmission};
use crate::facts::violation::Place;

/// How many people can have taken part (contract.md, "Limits").
const MOST_INTERVIEWERS: usize = 20;

/// Topics of a person, or of the interview (contract.md, "Limits").
pub(super) const MOST_TOPICS: usize = 10;

const MOST_STRENGTHS: usize = 10;

pub(super) fn candidate(found: &mut Findings, place: Place<'_>, given: CandidateSubmission) -> Candidate {
    Candidate {
        name: texts::line(found, place.property("name"), given.name, NAME_CHARS),
        email: texts::email(found, place.property("email"), given.email),
        phone: texts::phone(found, place.property("phone"), given.phone),
        career_stage: given.career_stage,
        strengths: texts::short_texts(
            found,
            place.property("strengths"),
            given.strengths,
            MOST_STRENGTHS,
        ),
    }
}

pub(super) fn interviewers(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<Vec<PersonSubmission>>,
) -> Vec<Person> {
    let list = found
        .list(place, given, MOST_INTERVIEWERS)
        .into_iter()
        .enumerate();
    list.map(|(index, given)| person(found, place.entry(index), given))
        .collect()
}

pub(super) fn person(found: &mut Findings, place: Place<'_>, given: PersonSubmission) -> Person {
    let linkedin_place = place.property("linkedin");
    let linkedin = given.linkedin.unwrap_or_default();
    Person {
        name: texts::line(found, place.property("name"), given.name, NAME_CHARS),
        title: texts::free_text(found, place.property("title"), given.title, NAME_CHARS),
        role: given.role.unwrap_or_default(),
        attended: given.attended.unwrap_or(true),
        email: texts::email(found, place.property("email"), given.email),
        phone: texts::phone(found, place.property("phone"), given.phone),
        connected: linkedin.connected.unwrap_or(false),
        linkedin_url: texts::url(found, linkedin_place.property("url"), linkedin.url),
        preferred_channel: given.preferred_channel,
        topics: texts::short_texts(found, place.property("topics"), given.topics, MOST_TOPICS),
    }
}
