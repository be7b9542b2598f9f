//! Job titles in a draft: which of them mean the position, and whether they are another one.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::known::Known;
use super::letter::{Letter, Zone};
use super::text::Word;

static JOB_TITLES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("lexicon/job_titles.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

#[rustfmt::skip]
const ROLE: [&str; 9] = [
    "role", "position", "job", "post", "opening", "vacancy", "opportunity", "internship", "placement",
];
/// What one interviews or applies for is the position.
#[rustfmt::skip]
const APPLYING: [&str; 13] = [
    "interview", "interviewed", "interviewing", "interviews", "apply", "applied", "applying",
    "application", "considered", "consideration", "candidacy", "candidate", "considering",
];
/// Words that tell of another position: one's own, another offer's, a future one.
#[rustfmt::skip]
const ANOTHER: [&str; 24] = [
    "my", "current", "currently", "previous", "previously", "last", "former", "past", "another", "other",
    "different", "similar", "future", "any", "accepted", "accepting", "offered", "offer", "elsewhere",
    "every", "first", "competing", "own", "recent",
];
/// Words of rank, hours and contract: a title may be told with or without them.
#[rustfmt::skip]
const RANKS: [&str; 44] = [
    "senior", "junior", "sr", "jr", "lead", "principal", "staff", "mid", "level", "entry", "i", "ii",
    "iii", "iv", "graduate", "trainee", "intern", "internship", "apprentice", "chief", "deputy", "head",
    "assistant", "associate", "open", "new", "advertised", "full", "part", "time", "remote", "hybrid",
    "permanent", "temporary", "freelance", "contract", "available", "exciting", "great", "the", "of",
    "and", "software", "vacant",
];
/// Where a title that is read backwards begins.
#[rustfmt::skip]
const DETERMINERS: [&str; 22] = [
    "the", "this", "your", "our", "a", "an", "my", "for", "of", "that", "his", "her", "their", "as",
    "about", "regarding", "in", "to", "on", "with", "re", "thanks",
];
/// A title has at most so many words.
const TITLE_AT_MOST_WORDS: usize = 6;

/// Whether a word closes a job title.
pub(super) fn is_job_title(word: &str) -> bool {
    JOB_TITLES.contains(word)
}

/// Reads the list of titles ahead of the first draft.
pub(super) fn prepare() {
    LazyLock::force(&JOB_TITLES);
}

/// The titles that stand for the position and are not it.
pub(super) fn wrong_positions(letter: &Letter<'_>, known: &Known, subject: bool) -> Vec<Range<usize>> {
    let words = &letter.text.words;
    let mut wrong: Vec<Range<usize>> = Vec::new();
    for at in 0..words.len() {
        if letter.zone(at) != Zone::Body {
            continue;
        }
        for title in titles_at(letter, at, subject) {
            let Some(own) = words.get(title.clone()) else {
                continue;
            };
            if own.is_empty() || !is_another(own, known) {
                continue;
            }
            let place = own.first().map_or(0, |word| word.at.start)..own.last().map_or(0, |word| word.at.end);
            if wrong.last().is_none_or(|last| last.end <= place.start) {
                wrong.push(place);
            }
        }
    }
    wrong
}

/// The titles to which the word at this place points.
fn titles_at(letter: &Letter<'_>, at: usize, subject: bool) -> Vec<Range<usize>> {
    let words = &letter.text.words;
    let Some(word) = words.get(at) else {
        return Vec::new();
    };
    let mut titles = Vec::new();
    let folded = word.folded.as_str();
    // "as your new Sales Manager"
    if folded == "as" && letter.folded(at + 1) == "your" {
        let from = at + 2 + usize::from(["new", "next", "future"].contains(&letter.folded(at + 2)));
        titles.push(forwards(letter, from, letter.sentence_of(at).end));
    }
    let points = ROLE.contains(&folded) || APPLYING.contains(&folded) || subject && is_job_title(folded);
    if !points {
        return titles;
    }
    let sentence = letter
        .text
        .sentences
        .get(word.sentence)
        .map_or(0..0, |sentence| sentence.words.clone());
    let told_before = |from: usize, reach: usize, list: &[&str]| {
        let start = from.saturating_sub(reach).max(sentence.start);
        words
            .get(start..from)
            .unwrap_or_default()
            .iter()
            .any(|word| list.contains(&word.folded.as_str()))
    };
    if ROLE.contains(&folded) || folded == "interview" {
        // "the Data Scientist role"
        let title = backwards(letter, at, sentence.start);
        let determiner = title
            .start
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .map(|word| word.folded.as_str());
        let indefinite = matches!(determiner, Some("a" | "an")) && !told_before(title.start, 5, &APPLYING);
        if !told_before(title.start, 5, &ANOTHER) && !told_before(at, 1, &ANOTHER) && !indefinite {
            titles.push(title);
        }
        // "the position of Data Scientist", "your role as a Data Scientist"
        let next = words
            .get(at + 1)
            .map(|word| word.folded.as_str())
            .unwrap_or_default();
        let own = told_before(at, 4, &ANOTHER) || told_before(at, 2, &["your", "his", "her", "their"]);
        if ["of", "as"].contains(&next) && folded != "interview" && !own {
            titles.push(forwards(letter, at + 2, sentence.end));
        }
    }
    if APPLYING.contains(&folded) {
        // "interviewed for Data Scientist"
        let next = words
            .get(at + 1)
            .map(|word| word.folded.as_str())
            .unwrap_or_default();
        if ["for", "as"].contains(&next) && !told_before(at, 4, &ANOTHER) {
            titles.push(forwards(letter, at + 2, sentence.end));
        }
    }
    // In a subject a job title is the position.
    if subject && is_job_title(folded) && word.capital {
        titles.push(backwards(letter, at + 1, sentence.start));
    }
    titles
}

/// The words of a title that ends before this place.
fn backwards(letter: &Letter<'_>, end: usize, least: usize) -> Range<usize> {
    let words = &letter.text.words;
    let mut start = end;
    while start > least && end - start < TITLE_AT_MOST_WORDS {
        let (Some(word), next) = (words.get(start - 1), words.get(start)) else {
            break;
        };
        let between = next.map_or("", |next| letter.text.between(word, next).trim());
        let joined = between.is_empty() || ["-", "&", "/"].contains(&between);
        let in_title = word.capital
            || is_job_title(&word.folded)
            || start < end && RANKS.contains(&word.folded.as_str());
        let closes = DETERMINERS.contains(&word.folded.as_str()) || word.possessive;
        if !(start == end && next.is_none_or(|_| joined) || joined)
            || closes
            || !in_title && start < end && !is_lower_modifier(word)
        {
            break;
        }
        if !in_title && start == end {
            break;
        }
        start -= 1;
    }
    start..end
}

/// A word in small letters that may stand before "scientist".
fn is_lower_modifier(word: &Word) -> bool {
    [
        "data",
        "product",
        "project",
        "account",
        "sales",
        "marketing",
        "software",
        "business",
        "financial",
        "research",
        "graphic",
        "web",
        "back",
        "end",
        "front",
        "frontend",
        "backend",
        "full",
        "stack",
        "human",
        "customer",
        "service",
        "machine",
        "learning",
        "quality",
        "security",
        "office",
        "senior",
        "junior",
        "lead",
        "staff",
        "ux",
        "ui",
        "qa",
        "it",
        "hr",
        "store",
        "shift",
        "team",
        "content",
        "media",
        "social",
        "system",
        "systems",
        "network",
        "cloud",
        "legal",
        "medical",
        "registered",
        "primary",
        "school",
        "civil",
        "mechanical",
        "electrical",
    ]
    .contains(&word.folded.as_str())
}

/// The words of a title that begins here, up to a title's last word.
fn forwards(letter: &Letter<'_>, from: usize, most: usize) -> Range<usize> {
    let words = &letter.text.words;
    let skip = words
        .get(from)
        .is_some_and(|word| ["a", "an", "the", "your", "this"].contains(&word.folded.as_str()));
    let start = from + usize::from(skip);
    let mut end = start;
    let mut head = start;
    while end < most && end - start < TITLE_AT_MOST_WORDS {
        let Some(word) = words.get(end) else { break };
        let before = end
            .checked_sub(1)
            .filter(|_| end > start)
            .and_then(|before| words.get(before));
        let between = before.map_or("", |before| letter.text.between(before, word).trim());
        let joined = between.is_empty() || ["-", "&", "/"].contains(&between);
        if !joined || !(word.capital || is_job_title(&word.folded) || is_lower_modifier(word)) {
            break;
        }
        end += 1;
        if is_job_title(&word.folded) {
            head = end;
        }
    }
    start..head
}

/// Whether the words are a job title, and another one than the position.
fn is_another(title: &[Word], known: &Known) -> bool {
    let Some(head) = title.iter().rev().find(|word| is_job_title(&word.folded)) else {
        return false;
    };
    let joined = known.position.concat();
    let said: String = title.iter().map(|word| word.folded.as_str()).collect();
    let initials: String = known
        .position
        .iter()
        .filter_map(|part| part.chars().next())
        .collect();
    if title
        .iter()
        .any(|word| word.folded.len() > 1 && word.folded == initials)
    {
        return false;
    }
    let of_position = |word: &str| {
        known.position.iter().any(|part| same_work(part, word)) || word.len() >= 3 && joined.contains(word)
    };
    let counts = |word: &&Word| {
        let folded = word.folded.as_str();
        !RANKS.contains(&folded) && !known.company.contains(&word.folded) && folded.chars().count() > 1
    };
    let mut own = title.iter().filter(counts).peekable();
    if own.peek().is_none() {
        return false;
    }
    let (matched, extra): (Vec<&Word>, Vec<&Word>) = own.partition(|word| of_position(&word.folded));
    let missing = known.position.iter().any(|part| {
        let rank = RANKS.contains(&part.as_str()) || part.chars().count() <= 1;
        !rank && !title.iter().any(|word| same_work(part, &word.folded)) && !said.contains(part.as_str())
    });
    if matched.is_empty() {
        // "the engineering role" in small letters may be a manner of speaking; a job in capitals is a title.
        return head.capital
            || title.len() > 1
            || !head.folded.ends_with("ing") && !head.folded.ends_with("ment");
    }
    let other_head = extra.iter().any(|word| is_job_title(&word.folded));
    missing && (extra.iter().any(|word| word.capital) || other_head)
}

/// Whether two words mean the same work: "developer" and "engineering", "analyst" and "analytics".
fn same_work(one: &str, other: &str) -> bool {
    let family = |word: &str| {
        [
            "engineer",
            "engineers",
            "engineering",
            "developer",
            "developers",
            "development",
            "dev",
            "programmer",
            "coder",
        ]
        .contains(&word)
    };
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    one == other
        || family(one) && family(other)
        || short.chars().count() >= 3 && long.starts_with(short)
        || one
            .chars()
            .zip(other.chars())
            .take_while(|(one, other)| one == other)
            .count()
            >= 5
}
