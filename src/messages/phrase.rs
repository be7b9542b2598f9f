//! Facts as they stand in a sentence: whatever a candidate noted, the letter must not limp over it.

use super::name::calm_name;

/// Up to so many words a fact can stand inside a sentence of ours.
const INSIDE_WORDS: usize = 12;
/// Up to so many characters a fact can stand inside a sentence of ours.
const INSIDE_CHARACTERS: usize = 90;
/// Up to so many words a fact can stand on its own after a colon.
const ALONE_WORDS: usize = 22;
/// Up to so many characters a fact can stand on its own after a colon.
const ALONE_CHARACTERS: usize = 150;

/// How a fact can enter a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A noun phrase, a gerund or a "how" clause: it stands where a noun can.
    Inside(String),
    /// What somebody is good at doing ("moving payments …"): it stands where such a gerund can.
    Doing(String),
    /// Anything else of bearable length, with its full stop: it stands after a colon.
    AfterColon(String),
    /// The candidate's own sentence ("I liked …"), with its full stop.
    Sentence(String),
    /// A question, an essay, a row of symbols: the letter is better without.
    LeftOut,
}

/// What was talked about.
pub(super) fn topic(text: &str) -> Shape {
    match shape(text) {
        Shape::Sentence(_) => Shape::LeftOut,
        shape => shape,
    }
}

/// What the candidate liked.
pub(super) fn appeal(text: &str) -> Shape {
    match shape(text) {
        Shape::Inside(text) if text.starts_with("to ") => Shape::Inside(format!("the chance {text}")),
        Shape::Inside(text) if text.starts_with("because ") => Shape::LeftOut,
        shape => shape,
    }
}

/// What the candidate is good at, so that "I would bring …" can go before it.
pub(super) fn strength(text: &str) -> Shape {
    let Shape::Inside(text) = shape(text) else {
        return shape(text);
    };
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    let last = text.split(' ').next_back().unwrap_or_default().to_lowercase();
    let numbered =
        first.starts_with(|letter: char| letter.is_ascii_digit()) || NUMBERS.contains(&first.as_str());
    if first == "my" || ARTICLES.contains(&first.as_str()) {
        Shape::Inside(text)
    } else if numbered && text.contains("year") {
        Shape::Inside(format!("my {text}"))
    } else if first.ends_with("ing") && text.contains(' ') && !is_a_thing(&first) {
        Shape::Doing(text)
    } else if numbered || is_a_deed(&first) || is_a_quality(&last) || CLAUSE_OPENERS.contains(&first.as_str())
    {
        Shape::AfterColon(text + ".")
    } else {
        Shape::Inside(format!("my experience with {text}"))
    }
}

const ARTICLES: [&str; 3] = ["a", "an", "the"];
const NUMBERS: [&str; 14] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty",
    "over", "several",
];
const CLAUSE_OPENERS: [&str; 8] = ["how", "why", "what", "that", "to", "always", "able", "can"];
const SUBJECTS: [&str; 13] = [
    "i", "i'm", "i'd", "i've", "we", "you", "they", "he", "she", "it", "it's", "there", "everyone",
];
const FINITE_VERBS: [&str; 24] = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should", "must",
    "does", "do", "did", "isn't", "aren't", "wasn't", "won't", "can't", "don't", "doesn't", "didn't",
];
const SUBORDINATORS: [&str; 15] = [
    "that", "which", "who", "whom", "whose", "how", "what", "why", "where", "when", "whether", "whatever",
    "as", "you", "we",
];
/// Words that lose a capital letter in the middle of a sentence.
const SMALL_WORDS: [&str; 34] = [
    "the", "a", "an", "how", "why", "what", "where", "when", "whether", "that", "your", "our", "their", "my",
    "its", "working", "being", "having", "to", "of", "in", "on", "for", "with", "from", "and", "or", "by",
    "at", "new", "this", "these", "some", "no",
];
const DEEDS: [&str; 22] = [
    "led", "built", "ran", "grew", "cut", "won", "wrote", "made", "taught", "sold", "drove", "brought",
    "took", "set", "kept", "held", "spoke", "lead", "build", "run", "write", "speak",
];

/// "marketing strategy", "engineering leadership": the first word ends as a gerund does and is none.
fn is_a_thing(first: &str) -> bool {
    const THINGS: [&str; 18] = [
        "marketing", "engineering", "accounting", "nursing", "banking", "consulting", "purchasing", "advertising",
        "machining", "programming", "networking", "fundraising", "bookkeeping", "copywriting", "manufacturing",
        "merchandising", "onboarding", "recruiting",
    ];
    THINGS.contains(&first)
}

/// "led a team": a verb, not a thing.
fn is_a_deed(first: &str) -> bool {
    DEEDS.contains(&first) || (first.ends_with("ed") && !first.contains('-') && first.len() > 4)
}

/// "fast learner", "detail-oriented": a quality, which nobody has experience with.
fn is_a_quality(last: &str) -> bool {
    const ENDINGS: [&str; 12] = [
        "learner",
        "player",
        "thinker",
        "worker",
        "communicator",
        "leader",
        "solver",
        "oriented",
        "driven",
        "minded",
        "focused",
        "reliable",
    ];
    const ADJECTIVES: [&str; 10] = [
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
    ];
    ENDINGS.iter().any(|ending| last.ends_with(ending)) || ADJECTIVES.contains(&last)
}

fn shape(text: &str) -> Shape {
    if text.contains('?') || text.contains('\u{ff1f}') || !text.chars().any(char::is_alphanumeric) {
        return Shape::LeftOut;
    }
    let text = calm(text.trim());
    let text = text.trim_matches(|letter: char| "\"'“”‘’«»".contains(letter) || letter.is_whitespace());
    let text = text.trim_end_matches(['.', ',', ';', ':', '!', ' ', '…']);
    let text = lower_start(text);
    let (words, characters) = (text.split_whitespace().count(), text.chars().count());
    if words > ALONE_WORDS || characters > ALONE_CHARACTERS {
        return Shape::LeftOut;
    }
    if is_first_person(&text) {
        return Shape::Sentence(text + ".");
    }
    if words > INSIDE_WORDS || characters > INSIDE_CHARACTERS || is_sentence(&text) || has_symbols(&text) {
        return Shape::AfterColon(text + ".");
    }
    Shape::Inside(text)
}

fn is_first_person(text: &str) -> bool {
    ["I ", "I'm ", "I’m ", "I've ", "I’ve ", "I'd ", "I’d "]
        .iter()
        .any(|start| text.starts_with(start))
}

fn has_symbols(text: &str) -> bool {
    text.contains(|letter: char| "{}<>|\\[]=\"“”;".contains(letter)) || text.contains("://")
}

/// Whether a finite verb stands outside a subordinate clause, or several sentences follow one another.
fn is_sentence(text: &str) -> bool {
    if [". ", "! ", "; ", ": "].iter().any(|stop| text.contains(stop)) {
        return true;
    }
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.trim_matches(',').replace('’', "'").to_lowercase())
        .collect();
    let Some(first) = words.first() else { return false };
    if SUBJECTS.contains(&first.as_str()) && words.len() > 1 {
        return true;
    }
    words
        .iter()
        .position(|word| FINITE_VERBS.contains(&word.as_str()))
        .is_some_and(|verb| {
            !words[..verb]
                .iter()
                .any(|word| SUBORDINATORS.contains(&word.as_str()))
        })
}

/// Puts a shouted fact into small letters; short words that are no everyday words stay, as they may be "AWS".
fn calm(text: &str) -> String {
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    if letters().count() <= 5 || letters().any(char::is_lowercase) {
        return text.to_owned();
    }
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| {
            let lower = word.to_lowercase();
            let acronym = word.chars().filter(|letter| letter.is_alphabetic()).count() <= 3;
            if acronym && !SMALL_WORDS.contains(&lower.as_str()) {
                word.to_owned()
            } else {
                lower
            }
        })
        .collect();
    words.join(" ")
}

fn lower_start(text: &str) -> String {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let lower = first.to_lowercase();
    let gerund = lower.ends_with("ing") && rest.starts_with(char::is_lowercase);
    if !rest.is_empty() && (SMALL_WORDS.contains(&lower.as_str()) || gerund) {
        format!("{lower} {rest}")
    } else {
        text.to_owned()
    }
}

/// A name of a thing (a position, an employer) as it stands in a sentence: no question mark, no shouting.
pub(super) fn title(text: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .filter(|letter| !matches!(letter, '?' | '\u{ff1f}'))
        .collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = plain.trim_end_matches(['.', ',', ';', ':', '!']);
    let shouted = plain.contains(' ') && !plain.chars().any(char::is_lowercase);
    let plain = if shouted {
        calm_title(plain)
    } else {
        plain.to_owned()
    };
    plain.chars().any(char::is_alphanumeric).then_some(plain)
}

/// A person's job title as it stands after "the": short, and without what would break the sentence.
pub(super) fn job_title(text: &str) -> Option<String> {
    let title = title(text)?;
    let title = title.strip_prefix("the ").or(title.strip_prefix("The ")).unwrap_or(&title);
    let plain = !title.contains([',', '(', ')', ';', ':', '/', '|', '.', '{', '}', '<', '>', '\\', '[', ']']);
    (plain && title.split(' ').count() <= JOB_TITLE_AT_MOST_WORDS && title.len() <= JOB_TITLE_AT_MOST_BYTES)
        .then(|| title.to_owned())
}

const JOB_TITLE_AT_MOST_WORDS: usize = 6;
const JOB_TITLE_AT_MOST_BYTES: usize = 50;

fn calm_title(text: &str) -> String {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| {
            let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
            let lower = word.to_lowercase();
            match (SMALL_WORDS.contains(&lower.as_str()), letters <= 3) {
                (true, _) => lower,
                (false, true) => word.to_owned(),
                (false, false) => calm_name(word),
            }
        })
        .collect();
    words.join(" ")
}

/// Whether a marketplace that bans contact details could take this for one.
pub(super) fn holds_contact_details(text: &str) -> bool {
    let lower = text.to_lowercase();
    let digits = lower.chars().filter(char::is_ascii_digit).count();
    digits >= 7
        || [
            "@",
            "://",
            "www.",
            "linkedin",
            "linked in",
            "whatsapp",
            "telegram",
            "skype",
            "e-mail",
            "email",
        ]
        .iter()
        .any(|sign| lower.contains(sign))
        || lower.split_whitespace().any(|word| {
            let word = word.trim_end_matches(['.', ',', ')', '/']);
            [
                ".com", ".org", ".net", ".io", ".dev", ".me", ".co", ".example", ".de", ".uk", ".fr", ".eu",
                ".ca", ".au",
            ]
            .iter()
            .any(|ending| word.ends_with(ending) || word.contains(&format!("{ending}/")))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> Shape {
        Shape::Inside(text.to_owned())
    }

    fn after_colon(text: &str) -> Shape {
        Shape::AfterColon(text.to_owned())
    }

    #[test]
    fn topics_find_their_place() {
        for (text, expected) in [
            ("the payments roadmap", inside("the payments roadmap")),
            ("The payments roadmap.", inside("the payments roadmap")),
            ("how you onboard", inside("how you onboard")),
            ("Rust", inside("Rust")),
            (
                "Moving payments to event sourcing",
                inside("moving payments to event sourcing"),
            ),
            (
                "a product that is used by nurses",
                inside("a product that is used by nurses"),
            ),
            ("THE PAYMENTS ROADMAP", inside("the payments roadmap")),
            ("MIGRATING TO AWS", inside("migrating to AWS")),
            ("SQL", inside("SQL")),
            (
                "The team is moving to Kubernetes",
                after_colon("the team is moving to Kubernetes."),
            ),
            ("You ship every day!", after_colon("You ship every day.")),
            ("{{ 7*7 }}", after_colon("{{ 7*7 }}.")),
            ("How do you test?", Shape::LeftOut),
            ("!!!", Shape::LeftOut),
        ] {
            assert_eq!(topic(text), expected, "{text}");
        }
        let essay = "word ".repeat(40);
        assert_eq!(topic(&essay), Shape::LeftOut);
    }

    #[test]
    fn strengths_can_be_brought() {
        for (text, expected) in [
            (
                "moving payments to event sourcing",
                Shape::Doing("moving payments to event sourcing".to_owned()),
            ),
            ("Rust", inside("my experience with Rust")),
            ("ten years of sales", inside("my ten years of sales")),
            ("a record of calm releases", inside("a record of calm releases")),
            ("led a team of twelve", after_colon("led a team of twelve.")),
            ("fast learner", after_colon("fast learner.")),
            ("I keep promises", Shape::Sentence("I keep promises.".to_owned())),
        ] {
            assert_eq!(strength(text), expected, "{text}");
        }
    }

    #[test]
    fn what_was_liked_can_be_named() {
        for (text, expected) in [
            (
                "a team that ships to production every day",
                inside("a team that ships to production every day"),
            ),
            (
                "to work with children",
                inside("the chance to work with children"),
            ),
            (
                "I liked the calm.",
                Shape::Sentence("I liked the calm.".to_owned()),
            ),
            ("because of the people", Shape::LeftOut),
        ] {
            assert_eq!(appeal(text), expected, "{text}");
        }
    }

    #[test]
    fn titles_lose_shouting_and_questions() {
        assert_eq!(title("BACKEND ENGINEER").as_deref(), Some("Backend Engineer"));
        assert_eq!(title("VP OF ENGINEERING").as_deref(), Some("VP of Engineering"));
        assert_eq!(title("Who? Engineer").as_deref(), Some("Who Engineer"));
        assert_eq!(title("QA").as_deref(), Some("QA"));
        assert_eq!(title("???"), None);
    }

    #[test]
    fn contact_details_are_seen() {
        for text in [
            "dana@example.com",
            "my LinkedIn",
            "+1 415 555 0100",
            "see dana.example.com/cv",
            "https://x.y",
        ] {
            assert!(holds_contact_details(text), "{text}");
        }
        for text in ["Node.js Developer", "the 2026 roadmap", "payments"] {
            assert!(!holds_contact_details(text), "{text}");
        }
    }
}
