//! Names of interviews and of stages in free text, as people write them, and the stages that they stand for.

use super::words;
use crate::facts::Stage;

/// What names a stage.
struct Names {
    stage: Stage,
    /// Phrases that name it wherever a part of the text ends with them, or a word follows that keeps their meaning.
    plain: &'static [&'static str],
    /// Words that stand in titles and names as well, such as "Account Executive" or "Payments Team": they count as the whole of
    /// the text, or where a kind of talk follows.
    doubtful: &'static [&'static str],
}

/// The first that the text names counts.
const STAGES: [Names; 4] = [
    Names {
        stage: Stage::Final,
        plain: &["final"],
        doubtful: &["last", "executive", "exec", "ceo", "founder", "closing"],
    },
    Names {
        stage: Stage::Screening,
        plain: &[
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
        doubtful: &[],
    },
    Names {
        stage: Stage::First,
        plain: &["1st", "initial", "round 1", "stage 1", "hiring manager"],
        doubtful: &["first"],
    },
    Names {
        stage: Stage::Middle,
        plain: &[
            "2nd",
            "third",
            "3rd",
            "second",
            "round 2",
            "round 3",
            "stage 2",
            "stage 3",
            "onsite",
            "on site",
            "panel",
            "technical",
            "coding",
            "live coding",
            "system design",
            "case study",
            "presentation",
            "whiteboard",
            "whiteboarding",
            "loop",
            "superday",
            "deep dive",
            "pair programming",
            "meet the team",
            "take home",
        ],
        doubtful: &["tech", "case", "peer", "team"],
    },
];

/// Kinds of talk, which keep the meaning of the phrase before them: "technical interview" is a stage, "technical writer" is none.
const TALKS: [&str; 20] = [
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
];

/// Words that a plain phrase can be followed by besides.
const JOINS: [&str; 5] = ["with", "for", "by", "and", "phone"];

/// People who are talked to at the end, after "with" or "by": "Chat with our CEO".
const LEADERS: [&str; 4] = ["executive", "exec", "ceo", "founder"];

/// Words before a phrase that make it another: a semi-final is not the last round.
const LESSENING: [&str; 2] = ["semi", "quarter"];

/// What a stage's or an interview's name in free text stands for; none where no rule fits.
///
/// Parts of the text are set off by ` - `, `:`, `|`, `,`, `/`, `&`, `+`, `;` or brackets.
pub(in crate::imports) fn stage(text: &str) -> Option<Stage> {
    let text = text.replace(" - ", "|");
    let parts: Vec<Vec<String>> = text
        .split(['|', ':', ',', '/', '(', ')', '[', ']', '–', '—', '&', '+', ';'])
        .map(words)
        .filter(|part| !part.is_empty())
        .collect();
    let plain = |phrase: &str| parts.iter().any(|part| has_plain(part, phrase));
    let doubtful = |word: &str| match parts.as_slice() {
        [only] if matches!(only.as_slice(), [alone] if alone == word) => true,
        parts => parts.iter().any(|part| has_doubtful(part, word)),
    };
    let known = STAGES.iter().find(|names| {
        names.plain.iter().any(|phrase| plain(phrase)) || names.doubtful.iter().any(|word| doubtful(word))
    });
    known.map(|names| names.stage)
}

fn has_plain(part: &[String], phrase: &str) -> bool {
    let phrase: Vec<_> = phrase.split(' ').collect();
    let begins = part.windows(phrase.len()).enumerate();
    let mut begins = begins.filter(|(_, window)| window.iter().zip(&phrase).all(|(one, other)| one == other));
    begins.any(|(at, _)| {
        let lessened = at
            .checked_sub(1)
            .and_then(|before| part.get(before))
            .is_some_and(|before| LESSENING.contains(&before.as_str()));
        let fits = part.get(at + phrase.len()).is_none_or(|next| {
            keeps_meaning(next) || JOINS.contains(&next.as_str()) || begins_doubtful(next)
        });
        fits && !lessened
    })
}

fn has_doubtful(part: &[String], word: &str) -> bool {
    let mut begins = part.iter().enumerate().filter(|(_, one)| *one == word);
    begins.any(|(at, _)| {
        let met = LEADERS.contains(&word)
            && part
                .get(..at)
                .into_iter()
                .flatten()
                .rev()
                .find(|before| !matches!(before.as_str(), "the" | "our" | "a" | "an" | "co"))
                .is_some_and(|before| matches!(before.as_str(), "with" | "by"));
        part.get(at + 1).is_some_and(|next| keeps_meaning(next)) || (met && at + 1 == part.len())
    })
}

/// Whether the word is a kind of talk, a number, or begins a phrase that names a stage for itself.
fn keeps_meaning(next: &str) -> bool {
    let begins = |phrase: &&str| phrase.split(' ').next() == Some(next);
    TALKS.contains(&next)
        || next.chars().all(|c| c.is_ascii_digit())
        || STAGES.iter().any(|names| names.plain.iter().any(begins))
}

fn begins_doubtful(next: &str) -> bool {
    STAGES.iter().any(|names| names.doubtful.contains(&next))
}
