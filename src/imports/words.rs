//! Words in free text and what they stand for: statuses, stages, places. `docs/imports.md` tells the same rules.

use crate::facts::{Format, InterviewStatus, Stage};

/// Parts of a status in lower case and without anything but letters; the first that is in it counts.
const STATUSES: [(&str, InterviewStatus); 10] = [
    ("cancel", InterviewStatus::Cancelled),
    ("deleted", InterviewStatus::Cancelled),
    ("reschedul", InterviewStatus::Rescheduled),
    ("feedback", InterviewStatus::Held),
    ("complete", InterviewStatus::Held),
    ("held", InterviewStatus::Held),
    ("done", InterviewStatus::Held),
    ("finished", InterviewStatus::Held),
    ("scheduled", InterviewStatus::Scheduled),
    ("confirmed", InterviewStatus::Scheduled),
];

/// Beginnings of statuses that say that there is no date yet; nothing follows from them.
const NOT_YET: [&str; 4] = ["need", "waitingoncandidate", "waitingonapproval", "unscheduled"];

/// Phrases that name a stage; the first group with one in the text counts.
const STAGES: [(Stage, &[&str]); 4] = [
    (
        Stage::Final,
        &["final", "last", "executive", "exec", "ceo", "founder", "closing"],
    ),
    (
        Stage::Screening,
        &[
            "screen",
            "screening",
            "prescreen",
            "prescreening",
            "phone screen",
            "recruiter call",
            "recruiter chat",
            "recruiter interview",
            "intro",
            "introduction",
            "introductory",
            "exploratory",
        ],
    ),
    (
        Stage::First,
        &["first", "1st", "initial", "round 1", "stage 1", "hiring manager"],
    ),
    (
        Stage::Middle,
        &[
            "second",
            "2nd",
            "third",
            "3rd",
            "round 2",
            "round 3",
            "stage 2",
            "stage 3",
            "onsite",
            "on site",
            "panel",
            "technical",
            "tech",
            "coding",
            "system design",
            "case study",
            "case",
            "presentation",
            "whiteboard",
            "whiteboarding",
            "loop",
            "superday",
            "deep dive",
            "pair programming",
            "peer",
            "team",
            "take home",
            "live coding",
        ],
    ),
];

/// Words that may follow a phrase without giving it another meaning: "technical interview" is a stage, "technical writer" is none.
const FOLLOWERS: [&str; 25] = [
    "interview",
    "interviews",
    "round",
    "rounds",
    "call",
    "chat",
    "screen",
    "screening",
    "stage",
    "step",
    "panel",
    "loop",
    "conversation",
    "meeting",
    "session",
    "challenge",
    "exercise",
    "test",
    "assessment",
    "review",
    "with",
    "for",
    "by",
    "and",
    "phone",
];

/// Words of a place for each format; the first group with one in the text counts.
const PLACES: [(Format, &[&str]); 2] = [
    (
        Format::Video,
        &[
            "https", "http", "zoom", "teams", "meet", "hangouts", "webex", "skype", "video", "virtual",
            "online", "remote", "remotely", "whereby",
        ],
    ),
    (
        Format::Phone,
        &["phone", "telephone", "call", "dial", "mobile", "cell"],
    ),
];

/// Words of a place that say nothing of how people meet.
const UNDECIDED: [&str; 4] = ["tbd", "tba", "hybrid", "home"];

/// The shortest telephone number that stands for a place by itself, in digits.
const FEWEST_DIGITS: usize = 7;

/// What a status stands for; none for one that is not known.
pub(super) fn status(text: &str) -> Option<InterviewStatus> {
    let letters: String = text
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    if NOT_YET.iter().any(|start| letters.starts_with(start)) {
        return None;
    }
    let known = STATUSES.iter().find(|(part, _)| letters.contains(part));
    known.map(|(_, status)| *status)
}

/// What a stage's or an interview's name in free text stands for; none where no rule fits.
///
/// A phrase counts at the end of a part of the text (parts are set off by ` - `, `:`, `|`, `,`, `/` or brackets), or where a
/// word that keeps its meaning follows.
pub(super) fn stage(text: &str) -> Option<Stage> {
    let text = text.replace(" - ", "|");
    let parts: Vec<Vec<String>> = text
        .split(['|', ':', ',', '/', '(', ')', '[', ']', '–', '—', '&', '+', ';'])
        .map(words)
        .collect();
    let names = |phrase: &str| {
        let phrase: Vec<_> = phrase.split(' ').collect();
        parts.iter().any(|part| has_phrase(part, &phrase))
    };
    let known = STAGES
        .iter()
        .find(|(_, phrases)| phrases.iter().any(|phrase| names(phrase)));
    known.map(|(stage, _)| *stage)
}

/// What the kind of an interview stands for, where it is one word that tells how people met.
pub(super) fn format_of_kind(text: &str) -> Option<Format> {
    match words(text).concat().as_str() {
        "onsite" | "inperson" => Some(Format::InPerson),
        "phone" | "call" | "callevent" => Some(Format::Phone),
        "video" => Some(Format::Video),
        _ => None,
    }
}

/// What a place stands for: video or a telephone by its words, a telephone by its number alone; any other place is one to go to.
pub(super) fn format_of_place(text: &str) -> Option<Format> {
    let words = words(text);
    let named = |of: &[&str]| words.iter().any(|word| of.contains(&word.as_str()));
    let known = PLACES.iter().find(|(_, of)| named(of));
    if let Some((format, _)) = known {
        return Some(*format);
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let lettered = text.chars().any(char::is_alphabetic);
    if !lettered {
        return (digits >= FEWEST_DIGITS).then_some(Format::Phone);
    }
    (!named(&UNDECIDED)).then_some(Format::InPerson)
}

/// The words of a text in lower case.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn has_phrase(words: &[String], phrase: &[&str]) -> bool {
    let begins = words
        .windows(phrase.len())
        .enumerate()
        .filter(|(_, window)| window.iter().zip(phrase).all(|(one, other)| one == other));
    let mut ends = begins.map(|(at, _)| at + phrase.len());
    ends.any(|end| match words.get(end) {
        None => true,
        Some(next) => {
            let a_stage = || STAGES.iter().any(|(_, phrases)| phrases.contains(&next.as_str()));
            FOLLOWERS.contains(&next.as_str()) || a_stage() || next.chars().all(|c| c.is_ascii_digit())
        }
    })
}
