//! The greeting: whether it names the reader, and the right one.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::facts::Channel;
use crate::guidance::rules;

use super::findings::{Case, Findings};
use super::known::Known;
use super::letter::Letter;
use super::review::Severity;
use super::text::Word;

/// Given names, and for each the groups of names that can stand for one another.
struct GivenNames {
    groups: HashMap<&'static str, Vec<usize>>,
}

static GIVEN_NAMES: LazyLock<GivenNames> = LazyLock::new(|| {
    let mut groups: HashMap<&'static str, Vec<usize>> = HashMap::new();
    let mut alone = false;
    for (group, line) in include_str!("lexicon/given_names.txt").lines().enumerate() {
        alone |= line.starts_with("# Others");
        for (place, name) in line.split(' ').filter(|_| !line.starts_with('#')).enumerate() {
            groups
                .entry(name)
                .or_default()
                .push(if alone { 1_000 + place } else { group });
        }
    }
    GivenNames { groups }
});

/// Titles, functions and politeness: what stands in a greeting and is no name.
static NO_NAMES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let words = "dear hello hi hey heya heyy hiya yo howdy hola salutations greetings good morning afternoon evening day to whom whomever it this may \
        concern sir sirs madam madame mr mrs ms mx miss dr doctor prof professor rev reverend judge herr frau sr sra senor \
        senora mme mlle m all everyone everybody there team teams and or the a an of at in for from again folks friends \
        colleagues ladies gentlemen gentleman hiring recruiting recruitment recruiter recruiters talent acquisition people \
        partner partners operations hr human resources manager managers management committee panel department office search \
        group interview interviewer interviewers selection board staff company representative director head lead chief \
        coordinator specialist officer personnel executive leadership engineering product design sales marketing finance \
        sirmadam both you your my respected esteemed distinguished honourable honorable admissions faculty supervisor \
        esq phd md mba jr ii iii lord lady dame captain major colonel sergeant reverend father sister rabbi imam attn \
        attention employer client customer service support position role job last first name dudes dude guys mate man boss \
        buddy bro pal homie";
    words.split_whitespace().collect()
});

/// Particles that a writer may put into a surname or leave out.
const PARTICLES: [&str; 22] = [
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "al",
    "el", "bin", "ibn", "ter", "zu", "af",
];

/// Whether a word is a given name that we know.
pub(super) fn is_given_name(word: &str) -> bool {
    GIVEN_NAMES.groups.contains_key(word)
}

/// Reads the list of names ahead of the first draft.
pub(super) fn prepare() {
    LazyLock::force(&GIVEN_NAMES);
    LazyLock::force(&NO_NAMES);
}

pub(super) fn check(case: &Case, found: &mut Findings) {
    if case.known.people.is_empty() {
        return;
    }
    let letter = &case.body;
    let wrong = wrong_names(case);
    let names: Vec<&str> = case
        .known
        .people
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    let asked = match names.as_slice() {
        [one] => format!("The facts name {one}."),
        _ => format!(
            "The facts name {}.",
            names.iter().take(5).copied().collect::<Vec<_>>().join(", ")
        ),
    };
    for at in &wrong {
        let suggestion = format!("Check the name. {asked}");
        found.body(&rules::DRAFT_WRONG_NAME, Severity::Error, at.clone(), suggestion);
    }
    // By phone others may answer; a question is for somebody.
    let for_somebody = case.draft.channel != Channel::Phone || case.draft.purpose.is_status_question();
    if wrong.is_empty() && for_somebody && case.known.readers_named && !names_the_reader(case) {
        let at = letter.greeting.clone().unwrap_or(0..0);
        let suggestion = format!("Greet the reader by name. {asked}");
        found.body(&rules::DRAFT_NO_NAME, Severity::Warning, at, suggestion);
    }
}

/// Whether somebody is named where readers look for it.
pub(super) fn names_the_reader(case: &Case) -> bool {
    let (letter, known) = (&case.body, &case.known);
    let anywhere = case.draft.channel == Channel::Phone || letter.greeting.is_none();
    let first_sentences = letter
        .text
        .sentences
        .get(1)
        .map_or(usize::MAX, |sentence| sentence.at.end);
    let named = letter.text.words.iter().enumerate().any(|(at, word)| {
        let here = letter
            .greeting
            .as_ref()
            .is_some_and(|greeting| greeting.contains(&word.at.start));
        let near = anywhere && (case.draft.channel != Channel::Email || word.at.end <= first_sentences);
        (here || near)
            && word.capital_or(here)
            && !is_candidate_alone(letter, at, known)
            && is_known(known, &word.folded)
    });
    let plural = letter.greeting.as_ref().is_some_and(|greeting| {
        let words = letter
            .text
            .words
            .iter()
            .filter(|word| greeting.contains(&word.at.start));
        words
            .map(|word| word.folded.as_str())
            .any(|word| ["all", "everyone", "team", "both", "everybody"].contains(&word))
    });
    named || plural && known.readers > 1
}

/// Whether the word is the candidate's own name below the letter.
fn is_candidate_alone(letter: &Letter<'_>, word: usize, known: &Known) -> bool {
    let below = letter.signature.as_ref().is_some_and(|signature| {
        letter
            .text
            .words
            .get(word)
            .is_some_and(|word| signature.contains(&word.at.start))
    });
    below
        && letter
            .text
            .words
            .get(word)
            .is_some_and(|word| known.is_part_of_the_candidate(&word.folded))
}

/// Names in the greeting, and wherever the reader is called by name, that nobody in the facts has.
fn wrong_names(case: &Case) -> Vec<std::ops::Range<usize>> {
    let (letter, known) = (&case.body, &case.known);
    let words = &letter.text.words;
    let mut wrong: Vec<std::ops::Range<usize>> = Vec::new();
    let mut judge = |word: &Word, sure: bool| {
        let strange = !is_known(known, &word.folded) && !known.company.contains(&word.folded);
        let is_name = sure && word.capital || is_given_name(&word.folded);
        if !strange || !is_name || is_no_name(known, &word.folded) {
            return;
        }
        match wrong.last_mut() {
            Some(last)
                if letter
                    .text
                    .quote(&(last.end..word.at.start))
                    .trim_matches([' ', '-', '.'])
                    .is_empty() =>
            {
                last.end = word.at.end;
            }
            _ => wrong.push(word.at.clone()),
        }
    };
    if let Some(greeting) = &letter.greeting {
        let greeted: Vec<&Word> = words
            .iter()
            .filter(|word| greeting.contains(&word.at.start))
            .collect();
        let of_group = greeted.iter().any(|word| {
            [
                "team",
                "committee",
                "recruiting",
                "department",
                "hr",
                "office",
                "group",
            ]
            .contains(&word.folded.as_str())
        });
        for word in greeted {
            // "Dear Globex team" names no person.
            judge(word, !of_group && !is_shouted(letter, word));
        }
    }
    for at in 0..words.len() {
        if let Some(word) = called(letter, case.draft.channel, at) {
            judge(word, false);
        }
    }
    wrong
}

/// "NAME": a blank, which another check finds.
fn is_shouted(letter: &Letter<'_>, word: &Word) -> bool {
    ["name", "firstname", "lastname", "interviewer", "surname"].contains(&word.folded.as_str())
        || letter
            .text
            .raw
            .get(..word.at.start)
            .is_some_and(|before| before.trim_end().ends_with(['[', '{', '<', '(']))
}

/// The person called in "Thank you, Tom." and, by phone, in "a message for Tom" and "tell Tom that".
fn called<'a>(letter: &'a Letter<'_>, channel: Channel, at: usize) -> Option<&'a Word> {
    let words = &letter.text.words;
    let word = words.get(at).filter(|word| word.capital)?;
    let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at));
    let previous = before(1)?;
    let between = letter.text.between(previous, word);
    let thanked = ["you", "thanks", "again", "much", "hello", "hi", "lot"]
        .contains(&previous.folded.as_str())
        && between.trim() == ","
        && (1..=4).any(|back| before(back).is_some_and(|word| word.folded.starts_with("thank")));
    let after = letter
        .text
        .raw
        .get(word.at.end..)
        .and_then(|rest| rest.chars().next());
    let closes = matches!(after, Some('.' | '!' | ',') | None);
    let told = channel == Channel::Phone
        && (previous.folded == "tell"
            || previous.folded == "for" && before(2).is_some_and(|word| word.folded == "message")
            || ["to", "with"].contains(&previous.folded.as_str())
                && before(2).is_some_and(|word| word.folded == "speak"));
    (thanked && closes || told).then_some(word)
}

fn is_no_name(known: &Known, word: &str) -> bool {
    NO_NAMES.contains(word)
        || PARTICLES.contains(&word)
        || known.titles.contains(word)
        || word.chars().count() == 1
}

/// Whether somebody in the facts goes by this word: a name, its short form, an initial's surname.
fn is_known(known: &Known, word: &str) -> bool {
    known
        .people
        .iter()
        .flat_map(|person| &person.words)
        .any(|part| goes_by(part, word) && !NO_NAMES.contains(part.as_str()))
}

/// Whether somebody with the name may be called by the word.
fn goes_by(name: &str, word: &str) -> bool {
    if squashed(name) == squashed(word) {
        return true;
    }
    if let (Some(one), Some(other)) = (GIVEN_NAMES.groups.get(name), GIVEN_NAMES.groups.get(word))
        && one.iter().any(|group| other.contains(group))
    {
        return true;
    }
    let (short, long) = if name.len() < word.len() {
        (name, word)
    } else {
        (word, name)
    };
    // One letter more is another name or a slip ("Sara", "Sarah"); two or more make a short form.
    short.chars().count() >= 3 && long.starts_with(short) && long.chars().count() - short.chars().count() >= 2
}

/// "Müller" and "Mueller" alike.
fn squashed(name: &str) -> String {
    name.replace("ue", "u")
        .replace("oe", "o")
        .replace("ae", "a")
        .replace('\'', "")
}
