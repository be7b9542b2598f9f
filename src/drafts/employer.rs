//! The company and the position that a draft names, held against the facts. Said only where it is sure.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::guidance::rules;

use super::findings::{Case, Findings};
use super::known::Known;
use super::letter::{Letter, Zone};
use super::names::is_given_name;
use super::review::{Field, Severity};
use super::title::{self, is_job_title};

/// Words that may point to a company's name.
const POINTERS: [&str; 13] = [
    "at", "with", "for", "join", "joining", "dear", "hello", "hi", "mission", "culture", "values", "vision", "reputation",
];
/// Words before "at", "with" or "for" that make what follows the employer.
const OF_THE_EMPLOYER: [&str; 30] = [
    "role", "position", "job", "opening", "opportunity", "vacancy", "internship", "post", "interview", "interviewing",
    "interviewed", "interviews", "team", "here", "everyone", "people", "working", "work", "career", "future", "process",
    "culture", "part", "apprenticeship", "placement", "join", "joining", "application", "candidacy", "meeting",
];
/// Those of them that need a wish beside them: one may have worked anywhere.
const OF_ANY_WORK: [&str; 6] = ["working", "work", "career", "future", "team", "people"];
/// Words that tell a wish.
const WISHES: [&str; 22] = [
    "would", "love", "like", "forward", "enjoy", "idea", "prospect", "chance", "excited", "hope", "hoping", "join", "joining",
    "eager", "keen", "opportunity", "interested", "interest", "imagine", "see", "your", "the",
];
/// Words that tell of another place: the candidate's own past, another offer.
const ELSEWHERE: [&str; 40] = [
    "my", "worked", "previous", "previously", "former", "formerly", "current", "currently", "present", "last", "past", "were",
    "years", "during", "while", "when", "experience", "experiences", "background", "built", "led", "used", "from", "colleague",
    "friend", "offer", "offered", "accepted", "another", "other", "else", "elsewhere", "recently", "since", "did", "before",
    "competing", "similar", "like", "as",
];
/// Words that a department or anything but a company may be called by.
const NO_COMPANY: [&str; 62] = [
    "i", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "mr", "mrs", "ms", "dr", "prof", "hr",
    "zoom", "teams", "google", "linkedin", "the", "your", "our", "its", "engineering", "platform", "payments", "data", "design",
    "marketing", "sales", "talent", "people", "product", "operations", "finance", "support", "security", "mobile", "web",
    "cloud", "infrastructure", "growth", "research", "legal", "customer", "hiring", "recruiting", "recruitment", "backend",
    "frontend", "admissions",
];
/// Words after a name that make it a place.
const PLACES: [&str; 12] =
    ["office", "offices", "site", "campus", "branch", "headquarters", "hq", "street", "station", "airport", "square", "hotel"];

static NO_COMPANY_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| NO_COMPANY.into_iter().collect());

pub(super) fn check(case: &Case, found: &mut Findings) {
    let letters = [(Field::Subject, case.subject.as_ref()), (Field::Body, Some(&case.body))];
    for (field, letter) in letters {
        let Some(letter) = letter else { continue };
        if !case.known.position.is_empty() {
            let position = case.interview.position.as_deref().unwrap_or_default();
            for at in title::wrong_positions(letter, &case.known, field == Field::Subject) {
                let suggestion = format!("The facts say {position}.");
                found.add(&rules::DRAFT_WRONG_POSITION, Severity::Error, field, at, suggestion);
            }
        }
        if !case.known.company.is_empty() && !case.known.agency {
            let company = case.interview.employer.name.as_deref().unwrap_or_default();
            for at in wrong_companies(letter, &case.known) {
                let suggestion = format!("The facts say {company}.");
                found.add(&rules::DRAFT_WRONG_COMPANY, Severity::Error, field, at, suggestion);
            }
        }
    }
}

fn wrong_companies(letter: &Letter<'_>, known: &Known) -> Vec<Range<usize>> {
    let words = &letter.text.words;
    let mut wrong: Vec<Range<usize>> = Vec::new();
    for at in 0..words.len() {
        if !matches!(letter.zone(at), Zone::Body | Zone::Greeting) || letter.is_masked(at) {
            continue;
        }
        let Some(named) = named_company(letter, at) else { continue };
        let Some(own) = words.get(named.clone()) else { continue };
        let masked = named.clone().any(|word| letter.is_masked(word));
        if masked || own.iter().any(|word| is_own(known, &word.folded)) || is_acronym(known, own.first().map(|word| word.folded.as_str())) {
            continue;
        }
        let place = own.first().map_or(0, |word| word.at.start)..own.last().map_or(0, |word| word.at.end);
        let place = place.start..place.end - if letter.text.quote(&place).ends_with("'s") { 2 } else { 0 };
        if wrong.last() != Some(&place) {
            wrong.push(place);
        }
    }
    wrong
}

/// The words that name a company after "at", "join" and the like, or before "'s mission".
fn named_company(letter: &Letter<'_>, at: usize) -> Option<Range<usize>> {
    let words = &letter.text.words;
    let word = words.get(at).filter(|word| POINTERS.contains(&word.folded.as_str()))?;
    let sentence = letter.text.sentences.get(word.sentence)?;
    let before = |reach: usize| {
        let from = at.saturating_sub(reach).max(sentence.words.start);
        words.get(from..at).unwrap_or_default().iter().map(|word| word.folded.as_str())
    };
    let next = |ahead: usize| words.get(at + ahead).map(|word| word.folded.as_str()).unwrap_or_default();
    let elsewhere = before(7).any(|word| ELSEWHERE.contains(&word) && word != "like")
        || (before(2).any(|word| word == "like") && before(7).all(|word| word != "would"));
    match word.folded.as_str() {
        "at" | "with" | "for" => {
            let trigger = before(5).filter(|word| OF_THE_EMPLOYER.contains(word)).last()?;
            let wished = !OF_ANY_WORK.contains(&trigger) || before(9).any(|word| WISHES.contains(&word));
            // "with" and "for" go with people and things as well.
            let fits = match word.folded.as_str() {
                "at" => true,
                "with" => ["role", "position", "job", "opportunity", "interview", "interviewing", "interviewed", "opening", "career", "process"].contains(&trigger),
                _ => ["working", "work"].contains(&trigger),
            };
            if elsewhere || !wished || !fits {
                return None;
            }
            let run = capital_run(letter, at + 1)?;
            let tight = word.folded == "at" || !letter.text.raw.get(words.get(run.end - 1)?.at.end..)?.trim_start().starts_with("and ");
            (tight && is_company_name(letter, &run, word.folded == "at")).then_some(run)
        }
        "join" | "joining" if !elsewhere => {
            let skip = usize::from(next(1) == "the") + 1;
            let run = capital_run(letter, at + skip)?;
            let of_team = ["team", "family", "company", "group"].contains(&words.get(run.end).map(|word| word.folded.as_str()).unwrap_or_default());
            ((skip == 1 || of_team) && is_company_name(letter, &run, true)).then_some(run)
        }
        "dear" | "hello" | "hi" if at == 0 => {
            let run = capital_run(letter, at + 1)?;
            let last = words.get(run.end - 1).map(|word| word.folded.as_str());
            let after = words.get(run.end).map(|word| word.folded.as_str());
            let generic = ["team", "hiring", "recruiting", "recruitment", "talent"];
            let stop = run.clone().find(|word| words.get(*word).is_some_and(|word| generic.contains(&word.folded.as_str())));
            let of_team = [last, after].iter().flatten().any(|word| generic.contains(word));
            let run = run.start..stop.unwrap_or(run.end);
            (of_team && !run.is_empty() && is_company_name(letter, &run, false)).then_some(run)
        }
        "mission" | "culture" | "values" | "vision" | "reputation" => {
            let owner = at.checked_sub(1)?;
            let possessive = words.get(owner).is_some_and(|word| word.possessive && word.capital);
            let run = owner..at;
            (possessive && !elsewhere && is_company_name(letter, &run, false)).then_some(run)
        }
        _ => None,
    }
}

/// Words in capitals side by side, from this one on.
fn capital_run(letter: &Letter<'_>, from: usize) -> Option<Range<usize>> {
    const AT_MOST: usize = 4;
    let words = &letter.text.words;
    let first = words.get(from).filter(|word| word.capital)?;
    let mut end = from + 1;
    let mut last = first;
    while let Some(word) = words.get(end).filter(|word| word.capital && end - from < AT_MOST) {
        let between = letter.text.between(last, word).trim();
        if !(between.is_empty() || ["-", "&", "."].contains(&between)) || last.possessive || word.sentence != first.sentence {
            break;
        }
        last = word;
        end += 1;
    }
    Some(from..end)
}

fn is_company_name(letter: &Letter<'_>, run: &Range<usize>, sure: bool) -> bool {
    let words = letter.text.words.get(run.clone()).unwrap_or_default();
    let after = letter.text.words.get(run.end).map(|word| word.folded.as_str()).unwrap_or_default();
    words.iter().all(|word| !NO_COMPANY_SET.contains(word.folded.as_str()))
        && words.first().is_some_and(|word| !is_given_name(&word.folded) && word.folded.chars().count() > 1)
        && words.last().is_some_and(|word| !is_job_title(&word.folded))
        && !PLACES.contains(&after)
        && (sure || words.iter().any(|word| word.folded.chars().count() > 3))
        && !words.iter().any(|word| PLACES.contains(&word.folded.as_str()))
}

/// Whether a word is the company's, or somebody's or something's in the facts.
fn is_own(known: &Known, word: &str) -> bool {
    let same = |part: &String| part == word || word.len() > 3 && (part.starts_with(word) || word.starts_with(part.as_str()) && part.len() > 3);
    let joined = known.company.concat();
    known.company.iter().any(same)
        || word.len() > 3 && joined.contains(word)
        || known.is_part_of_a_name(word)
        || known.is_part_of_the_candidate(word)
        || known.position.iter().any(|part| part == word)
        || known.specifics.contains(word)
        || known.strengths.contains(word)
        || known.titles.contains(word)
}

/// "IBM" for International Business Machines.
fn is_acronym(known: &Known, word: Option<&str>) -> bool {
    let initials: String = known.company.iter().filter_map(|part| part.chars().next()).collect();
    let joined = known.company.concat();
    word.is_some_and(|word| initials.starts_with(word) && word.len() > 1 || joined == word || word.contains(&joined))
}
