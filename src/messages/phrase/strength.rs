//! What somebody is good at: a skill, a deed or a quality, each in the sentence that it allows.

use super::{Shape, shape};

/// What the candidate is good at: what can be brought ("my experience with Rust"), what can be done ("moving payments
/// …"), or the candidate's own sentence ("I am a fast learner.").
pub(in crate::messages) fn strength(text: &str) -> Shape<'_> {
    let text = match shape(text) {
        Shape::Inside(text) => text,
        other => return other,
    };
    let lower = text.to_lowercase();
    let mut words = lower.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let last = lower.rsplit(' ').next().unwrap_or_default();
    let is_number =
        |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit()) || NUMBERS.contains(&word);
    let is_deed =
        DEEDS.contains(&first) || (first.ends_with("ed") && !first.contains('-') && first.len() > 4);
    let has_object = DETERMINERS.contains(&second) || is_number(second) || first == "speak";
    let has_article = ARTICLES.contains(&first);
    if PERSONS.iter().any(|person| last.ends_with(person)) {
        let article = match first.chars().next() {
            _ if has_article => "",
            Some('a' | 'e' | 'i' | 'o' | 'u') => "an ",
            _ => "a ",
        };
        Shape::Sentence(format!("I am {article}{}.", small_start(&text)).into())
    } else if first == "my" || has_article {
        Shape::Inside(text)
    } else if is_number(first) && lower.contains("year") {
        Shape::Inside(format!("my {text}").into())
    } else if QUALITY_ENDINGS.iter().any(|ending| last.ends_with(ending))
        || QUALITIES.contains(&last)
        || QUALITIES.contains(&first)
    {
        Shape::Sentence(format!("I am {}.", small_start(&text)).into())
    } else if first.ends_with("ing") && !second.is_empty() && !THINGS_IN_ING.contains(&first) {
        Shape::Doing(text)
    } else if is_deed && has_object || matches!(first, "can" | "always") && !second.is_empty() {
        Shape::Sentence(format!("I {}.", small_start(&text)).into())
    } else if is_deed || is_number(first) || CLAUSE_OPENERS.contains(&first) {
        Shape::AfterColon(text + ".")
    } else if VIRTUES.contains(&last) || VIRTUES.contains(&lower.as_str()) || last == "skills" {
        Shape::Inside(format!("my {}", small_start(&text)).into())
    } else {
        Shape::Inside(format!("my experience with {}", listed(&text)).into())
    }
}

/// "Fast learner" → "fast learner"; "SQL skills" stay.
fn small_start(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

/// "Excel, SQL, Tableau" → "Excel, SQL and Tableau".
fn listed(text: &str) -> String {
    match text.rsplit_once(", ") {
        Some((rest, last))
            if rest.contains(", ") && !last.starts_with("and ") && !last.starts_with("or ") =>
        {
            format!("{rest} and {last}")
        }
        Some((one, other)) if !one.contains(' ') && !other.contains(' ') => format!("{one} and {other}"),
        _ => text.to_owned(),
    }
}

const ARTICLES: [&str; 3] = ["a", "an", "the"];
const DETERMINERS: [&str; 14] = [
    "a", "an", "the", "my", "our", "its", "their", "all", "both", "every", "several", "over", "up", "more",
];
const NUMBERS: [&str; 14] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty",
    "over", "several",
];
const CLAUSE_OPENERS: [&str; 6] = ["how", "why", "what", "that", "to", "able"];
/// Verbs that begin a deed: "led a team".
const DEEDS: [&str; 22] = [
    "led", "built", "ran", "grew", "cut", "won", "wrote", "made", "taught", "sold", "drove", "brought",
    "took", "set", "kept", "held", "spoke", "lead", "build", "run", "write", "speak",
];
/// Whoever "fast learner" or "team player" speaks of.
const PERSONS: [&str; 9] = [
    "learner",
    "player",
    "thinker",
    "worker",
    "communicator",
    "leader",
    "solver",
    "listener",
    "organizer",
];
/// "detail-oriented", "open-minded".
const QUALITY_ENDINGS: [&str; 4] = ["-oriented", "-driven", "-minded", "-focused"];
const QUALITIES: [&str; 16] = [
    "organised",
    "organized",
    "punctual",
    "curious",
    "creative",
    "flexible",
    "analytical",
    "patient",
    "motivated",
    "fluent",
    "bilingual",
    "reliable",
    "adaptable",
    "proactive",
    "thorough",
    "proficient",
];
/// What somebody has, and nobody has experience with.
const VIRTUES: [&str; 20] = [
    "patience",
    "curiosity",
    "empathy",
    "humor",
    "humour",
    "creativity",
    "reliability",
    "discipline",
    "persistence",
    "resilience",
    "honesty",
    "integrity",
    "attention to detail",
    "flexibility",
    "adaptability",
    "energy",
    "kindness",
    "diligence",
    "dedication",
    "enthusiasm",
];
/// Words that end as a gerund does and name a thing: "marketing strategy".
const THINGS_IN_ING: [&str; 18] = [
    "marketing",
    "engineering",
    "accounting",
    "nursing",
    "banking",
    "consulting",
    "purchasing",
    "advertising",
    "machining",
    "programming",
    "networking",
    "fundraising",
    "bookkeeping",
    "copywriting",
    "manufacturing",
    "merchandising",
    "onboarding",
    "recruiting",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_strength_finds_its_sentence() {
        for (text, expected) in [
            ("Rust", "my experience with Rust"),
            ("ten years of sales", "my ten years of sales"),
            ("10+ years of sales", "my 10+ years of sales"),
            ("a record of calm releases", "a record of calm releases"),
            ("my work with refugees", "my work with refugees"),
            ("marketing strategy", "my experience with marketing strategy"),
            ("Excel, SQL, Tableau", "my experience with Excel, SQL and Tableau"),
            ("Python, R", "my experience with Python and R"),
            ("distributed systems", ": distributed systems."),
            ("lead generation", ": lead generation."),
            ("strong communication skills", "my strong communication skills"),
            ("Patience", "my patience"),
            ("SQL skills", "my SQL skills"),
            ("Fast learner", "I am a fast learner."),
            ("attention to detail", "my attention to detail"),
            (
                "moving payments to event sourcing",
                "doing moving payments to event sourcing",
            ),
            ("led a team of twelve", "I led a team of twelve."),
            ("managed 40 people", "I managed 40 people."),
            ("speak French", "I speak French."),
            ("fast learner", "I am a fast learner."),
            ("an active listener", "I am an active listener."),
            ("effective communicator", "I am an effective communicator."),
            ("detail-oriented", "I am detail-oriented."),
            (
                "bilingual in French and English",
                "I am bilingual in French and English.",
            ),
            ("I keep promises", "I keep promises."),
            ("how to listen", ": how to listen."),
        ] {
            let found = match strength(text) {
                Shape::Inside(text) | Shape::Sentence(text) => text.into_owned(),
                Shape::Doing(text) => format!("doing {text}"),
                Shape::AfterColon(text) => format!(": {text}"),
                Shape::LeftOut => String::new(),
            };
            assert_eq!(found, expected, "{text}");
        }
    }
}
