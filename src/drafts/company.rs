//! The company that a draft names: where it means the employer, and whether it is another one.

use std::ops::Range;

use super::known::Known;
use super::letter::{Letter, Zone};
use super::names::is_given_name;
use super::title::is_job_title;

/// Words that may point to a company's name.
#[rustfmt::skip]
const POINTERS: [&str; 22] = [
    "at", "with", "for", "to", "of", "about", "join", "joining", "dear", "hello", "hi", "mission",
    "culture", "values", "vision", "reputation", "team", "commitment", "goals", "success", "future",
    "growth",
];
/// Words after "join the …" that make it anything but a company.
#[rustfmt::skip]
const NO_EMPLOYERS: [&str; 14] = [
    "project", "program", "programme", "initiative", "rollout", "migration", "guild", "community", "squad",
    "chapter", "working", "call", "meeting", "session",
];
/// Words before "at", "with" or "for" that make what follows the employer.
#[rustfmt::skip]
const OF_THE_EMPLOYER: [&str; 30] = [
    "role", "position", "job", "opening", "opportunity", "vacancy", "internship", "post", "interview",
    "interviewing", "interviewed", "interviews", "team", "here", "everyone", "people", "working", "work",
    "career", "future", "process", "culture", "part", "apprenticeship", "placement", "join", "joining",
    "application", "candidacy", "meeting",
];
/// Those of them that need a wish beside them: one may have worked anywhere.
const OF_ANY_WORK: [&str; 6] = ["working", "work", "career", "future", "team", "people"];
/// Those of them that are the employer's even where they are one's own.
const OF_THE_PROCESS: [&str; 6] = [
    "interview",
    "interviews",
    "interviewing",
    "application",
    "candidacy",
    "meeting",
];
/// Those that go with a company after "with".
#[rustfmt::skip]
const WITH_AN_EMPLOYER: [&str; 10] = [
    "role", "position", "job", "opportunity", "interview", "interviewing", "interviewed", "opening", "career", "process",
];
/// Words that tell a wish.
#[rustfmt::skip]
const WISHES: [&str; 22] = [
    "would", "love", "like", "forward", "enjoy", "idea", "prospect", "chance", "excited", "hope", "hoping",
    "join", "joining", "eager", "keen", "opportunity", "interested", "interest", "imagine", "see", "your",
    "the",
];
/// Words that tell of another place: the candidate's own past, another offer.
#[rustfmt::skip]
const ELSEWHERE: [&str; 42] = [
    "left", "leave", "leaving",
    "worked", "previous", "previously", "former", "formerly", "current", "currently", "present",
    "last", "past", "were", "years", "during", "while", "when", "experience", "experiences", "background",
    "built", "led", "used", "from", "colleague", "friend", "offer", "offered", "accepted", "another",
    "other", "else", "elsewhere", "recently", "since", "did", "before", "competing", "similar", "like",
    "as",
];
/// Words that a department or anything but a company may be called by.
#[rustfmt::skip]
const NO_COMPANY: [&str; 62] = [
    "i", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "mr", "mrs", "ms", "dr", "prof", "hr", "zoom", "teams", "google", "linkedin", "the",
    "your", "our", "its", "engineering", "platform", "payments", "data", "design", "marketing", "sales",
    "talent", "people", "product", "operations", "finance", "support", "security", "mobile", "web",
    "cloud", "infrastructure", "growth", "research", "legal", "customer", "hiring", "recruiting",
    "recruitment", "backend", "frontend", "admissions",
];
/// Words after a name that make it a place.
#[rustfmt::skip]
const PLACES: [&str; 12] = [
    "office", "offices", "site", "campus", "branch", "headquarters", "hq", "street", "station", "airport",
    "square", "hotel",
];

/// The names that stand for the employer and are another's.
pub(super) fn wrong_companies(letter: &Letter<'_>, known: &Known) -> Vec<Range<usize>> {
    let words = &letter.text.words;
    let mut wrong: Vec<Range<usize>> = Vec::new();
    for at in 0..words.len() {
        if !matches!(letter.zone(at), Zone::Body | Zone::Greeting) || letter.is_masked(at) {
            continue;
        }
        let Some(named) = named_company(letter, at) else {
            continue;
        };
        let Some(own) = words.get(named.clone()) else {
            continue;
        };
        let masked = named.clone().any(|word| letter.is_masked(word));
        if masked
            || own.iter().any(|word| is_own(known, &word.folded))
            || is_acronym(known, own.first().map(|word| word.folded.as_str()))
        {
            continue;
        }
        let place = own.first().map_or(0, |word| word.at.start)..own.last().map_or(0, |word| word.at.end);
        let place = place.start
            ..place.end
                - if letter.text.quote(&place).ends_with("'s") {
                    2
                } else {
                    0
                };
        if wrong.last() != Some(&place) {
            wrong.push(place);
        }
    }
    wrong
}

/// The words that name a company after "at", "join" and the like, or before "'s mission".
fn named_company(letter: &Letter<'_>, at: usize) -> Option<Range<usize>> {
    let folded = letter.folded(at);
    if !POINTERS.contains(&folded) {
        return None;
    }
    let told = Told { letter, at };
    if folded == "dear" || folded == "hello" || folded == "hi" {
        return if at == 0 { told.greeted() } else { None };
    }
    if told.elsewhere() {
        return None;
    }
    match folded {
        "at" | "with" | "for" => told.after_preposition(folded),
        "join" | "joining" => told.joined(),
        // "a part of Globex", "an asset to Globex"
        "of" | "to" => {
            let belongs = told.before(1, &["part", "asset", "addition", "fit"]);
            let run = capital_run(letter, at + 1 + usize::from(letter.folded(at + 1) == "the"))?;
            (belongs && is_company_name(letter, &run, false)).then_some(run)
        }
        // "learning more about Globex and your team"
        "about" => {
            let run = capital_run(letter, at + 1)?;
            let after = (letter.folded(run.end), letter.folded(run.end + 1));
            let goes_on = matches!(after, ("and", "your" | "its" | "the") | ("as", "a"));
            let learned = told.before(2, &["more", "learning", "learn"]);
            (learned && goes_on && is_company_name(letter, &run, false)).then_some(run)
        }
        // "Globex's mission"
        _ => {
            let owner = at.checked_sub(1)?;
            let run = owner..at;
            let word = letter.text.words.get(owner)?;
            (word.possessive && word.capital && is_company_name(letter, &run, false)).then_some(run)
        }
    }
}

/// A word that may point to a company, and what stands around it.
struct Told<'a> {
    letter: &'a Letter<'a>,
    at: usize,
}

impl Told<'_> {
    /// The words of the sentence before this one, at most so many.
    fn behind(&self, reach: usize) -> impl DoubleEndedIterator<Item = &str> {
        let start = self.letter.sentence_of(self.at).start;
        let from = self.at.saturating_sub(reach).max(start);
        (from..self.at).map(|word| self.letter.folded(word))
    }

    fn before(&self, reach: usize, list: &[&str]) -> bool {
        self.behind(reach).any(|word| list.contains(&word))
    }

    /// Whether the sentence speaks of the candidate's past or of another offer.
    fn elsewhere(&self) -> bool {
        let past = self
            .behind(7)
            .any(|word| ELSEWHERE.contains(&word) && word != "like");
        past || self.before(2, &["like"]) && !self.before(7, &["would"])
    }

    /// "the role at Globex", "interviewing with Globex", "working for Globex"
    fn after_preposition(&self, preposition: &str) -> Option<Range<usize>> {
        let trigger = self.behind(5).rfind(|word| OF_THE_EMPLOYER.contains(word))?;
        // "my role at Globex" is one's own; "my interview at Globex" is not.
        let after_trigger = self.behind(5).rev().take_while(|word| *word != trigger).count();
        let own = self.behind(after_trigger + 3).take(2).any(|word| word == "my");
        if own && !OF_THE_PROCESS.contains(&trigger) {
            return None;
        }
        let wished = !OF_ANY_WORK.contains(&trigger) || self.before(9, &WISHES);
        // "with" and "for" go with people and things as well.
        let fits = match preposition {
            "at" => true,
            "with" => WITH_AN_EMPLOYER.contains(&trigger),
            _ => ["working", "work"].contains(&trigger),
        };
        let run = capital_run(self.letter, self.at + 1).filter(|_| wished && fits)?;
        let sure = preposition == "at";
        let alone = sure || self.letter.folded(run.end) != "and";
        (alone && is_company_name(self.letter, &run, sure)).then_some(run)
    }

    /// "join Globex", "join the Globex team", "join the Royal Infirmary"
    fn joined(&self) -> Option<Range<usize>> {
        let the = self.letter.folded(self.at + 1) == "the";
        let run = capital_run(self.letter, self.at + 1 + usize::from(the))?;
        let after = self.letter.folded(run.end);
        let of_team = ["team", "family", "company", "group"].contains(&after);
        let of_several = run.len() > 1 && !NO_EMPLOYERS.contains(&after);
        ((!the || of_team || of_several) && is_company_name(self.letter, &run, true)).then_some(run)
    }

    /// "Dear Globex hiring team"
    fn greeted(&self) -> Option<Range<usize>> {
        let generic = ["team", "hiring", "recruiting", "recruitment", "talent"];
        let run = capital_run(self.letter, self.at + 1)?;
        let is_generic = |word: usize| generic.contains(&self.letter.folded(word));
        let stop = run.clone().find(|word| is_generic(*word));
        let of_team = stop.is_some() || is_generic(run.end);
        let run = run.start..stop.unwrap_or(run.end);
        (of_team && !run.is_empty() && is_company_name(self.letter, &run, false)).then_some(run)
    }
}

/// Words in capitals side by side, from this one on, in the sentence of the word before it.
fn capital_run(letter: &Letter<'_>, from: usize) -> Option<Range<usize>> {
    const AT_MOST: usize = 4;
    let words = &letter.text.words;
    let pointer = from.checked_sub(1).and_then(|before| words.get(before))?;
    let first = words
        .get(from)
        .filter(|word| word.capital && word.sentence == pointer.sentence)?;
    let mut end = from + 1;
    let mut last = first;
    while let Some(word) = words.get(end).filter(|word| word.capital && end - from < AT_MOST) {
        let between = letter.text.between(last, word).trim();
        if !(between.is_empty() || ["-", "&", "."].contains(&between))
            || last.possessive
            || word.sentence != first.sentence
        {
            break;
        }
        last = word;
        end += 1;
    }
    Some(from..end)
}

fn is_company_name(letter: &Letter<'_>, run: &Range<usize>, sure: bool) -> bool {
    let words = letter.text.words.get(run.clone()).unwrap_or_default();
    let after = letter
        .text
        .words
        .get(run.end)
        .map(|word| word.folded.as_str())
        .unwrap_or_default();
    words
        .iter()
        .all(|word| !NO_COMPANY.contains(&word.folded.as_str()))
        && words
            .first()
            .is_some_and(|word| !is_given_name(&word.folded) && word.folded.chars().count() > 1)
        && words.last().is_some_and(|word| !is_job_title(&word.folded))
        && !PLACES.contains(&after)
        && (sure || words.iter().any(|word| word.folded.chars().count() > 3))
        && !words.iter().any(|word| PLACES.contains(&word.folded.as_str()))
}

/// Whether a word is the company's, or somebody's or something's in the facts.
fn is_own(known: &Known, word: &str) -> bool {
    let same = |part: &String| {
        part == word
            || word.len() > 3 && (part.starts_with(word) || word.starts_with(part.as_str()) && part.len() > 3)
    };
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
    let initials: String = known
        .company
        .iter()
        .filter_map(|part| part.chars().next())
        .collect();
    let joined = known.company.concat();
    word.is_some_and(|word| {
        initials.starts_with(word) && word.len() > 1 || joined == word || word.contains(&joined)
    })
}
