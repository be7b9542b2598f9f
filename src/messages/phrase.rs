//! Facts as they stand in a sentence: whatever a candidate noted, the letter must not limp over it.

mod contact;
mod strength;
mod title;

use std::borrow::Cow;

use super::compose::words_in;

pub(super) use contact::holds_contact_details;
pub(super) use strength::strength;
pub(super) use title::{job_title, title};

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
pub(super) enum Shape<'a> {
    /// A noun phrase, a gerund or a "how" clause: it stands where a noun can.
    Inside(Cow<'a, str>),
    /// What somebody is good at doing ("moving payments …"): it stands where such a gerund can.
    Doing(Cow<'a, str>),
    /// Anything else of bearable length, with its full stop: it stands after a colon.
    AfterColon(Cow<'a, str>),
    /// The candidate's own sentence ("I liked …"), with its full stop.
    Sentence(Cow<'a, str>),
    /// A question, an essay, a row of symbols: the letter is better without.
    LeftOut,
}

impl<'a> Shape<'a> {
    fn text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Inside(text) | Self::Doing(text) | Self::AfterColon(text) | Self::Sentence(text) => {
                Some(text)
            }
            Self::LeftOut => None,
        }
    }
}

/// What was talked about.
pub(super) fn topic(text: &str) -> Shape<'_> {
    match shape(without_start(text, &SAID)) {
        Shape::Sentence(_) => Shape::LeftOut,
        shape => shape,
    }
}

/// What the candidate liked.
pub(super) fn appeal(text: &str) -> Shape<'_> {
    match shape(without_start(text, &["because of ", "because "])) {
        Shape::Inside(text) if text.starts_with("to ") => {
            Shape::Inside(Cow::Owned(format!("the chance {text}")))
        }
        Shape::Inside(text) if is_an_adjective(&text) => Shape::LeftOut,
        shape => shape,
    }
}

/// A topic in the words in which a letter takes it over; none where a letter is better without.
pub(crate) fn topic_taken_over(text: &str) -> Option<Cow<'_, str>> {
    topic(text).text()
}

/// What the candidate liked, in the words in which a letter takes it over; none where a letter is better without.
pub(crate) fn appeal_taken_over(text: &str) -> Option<Cow<'_, str>> {
    appeal(text).text()
}

/// How a note on a topic may begin without being part of it.
const SAID: [&str; 10] = [
    "we talked about ",
    "we spoke about ",
    "we discussed ",
    "you talked about ",
    "you spoke about ",
    "you mentioned ",
    "you told me about ",
    "talked about ",
    "discussed ",
    "about ",
];

fn without_start<'a>(text: &'a str, starts: &[&str]) -> &'a str {
    let text = text.trim();
    starts
        .iter()
        .find_map(|start| {
            let found = text.get(..start.len())?;
            found.eq_ignore_ascii_case(start).then(|| &text[start.len()..])
        })
        .unwrap_or(text)
}

/// "remote", "very flexible": a quality and no thing, so that it cannot be liked by itself.
fn is_an_adjective(text: &str) -> bool {
    const ADJECTIVES: [&str; 15] = [
        "remote",
        "hybrid",
        "friendly",
        "modern",
        "nice",
        "good",
        "great",
        "cool",
        "open",
        "honest",
        "relaxed",
        "fun",
        "interesting",
        "local",
        "small",
    ];
    const ENDINGS: [&str; 6] = ["ible", "able", "ous", "ful", "ive", "ical"];
    let last = text.rsplit(' ').next().unwrap_or_default();
    text.split(' ').count() <= 2
        && text.chars().all(|letter| !letter.is_uppercase())
        && !text.starts_with("the ")
        && !text.starts_with("your ")
        && (ADJECTIVES.contains(&last) || ENDINGS.iter().any(|ending| last.ends_with(ending)))
}

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
fn shape(text: &str) -> Shape<'_> {
    if text.contains('?') || text.contains('\u{ff1f}') || !text.chars().any(char::is_alphanumeric) {
        return Shape::LeftOut;
    }
    let text = without_asides(calm(text.trim()));
    let text = cut(text, |text| {
        text.trim_matches(|letter: char| "\"'“”‘’«»".contains(letter) || letter.is_whitespace())
            .trim_end_matches(['.', ',', ';', ':', '!', ' ', '…'])
    });
    let text = lower_start(text);
    let (words, characters) = (words_in(&text), text.chars().count());
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

/// A part of a text: borrowed where the text is.
pub(super) fn cut(text: Cow<'_, str>, part: impl FnOnce(&str) -> &str) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(part(text)),
        Cow::Owned(text) => Cow::Owned(part(&text).to_owned()),
    }
}

/// Whether a word is one of these, in whatever case.
pub(super) fn is_one_of(word: &str, these: &[&str]) -> bool {
    these.iter().any(|this| this.eq_ignore_ascii_case(word))
}

/// "the vision (very inspiring)" → "the vision": what stands in brackets is a note to oneself.
fn without_asides(text: Cow<'_, str>) -> Cow<'_, str> {
    // Few notes have brackets, and one letter is found faster than two.
    if !text.contains('(') {
        return text;
    }
    match (text.find(" ("), text.rfind(')')) {
        (Some(start), Some(end)) if start < end => {
            Cow::Owned(format!("{}{}", &text[..start], &text[end + 1..]))
        }
        _ => text,
    }
}

fn is_first_person(text: &str) -> bool {
    ["I ", "I'm ", "I’m ", "I've ", "I’ve ", "I'd ", "I’d "]
        .iter()
        .any(|start| text.starts_with(start))
}

fn has_symbols(text: &str) -> bool {
    text.contains(|letter: char| {
        matches!(
            letter,
            '{' | '}' | '<' | '>' | '|' | '\\' | '[' | ']' | '=' | '"' | '“' | '”' | ';'
        )
    }) || text.contains("://")
}

/// Whether a finite verb stands outside a subordinate clause, or several sentences follow one another.
fn is_sentence(text: &str) -> bool {
    let is_stop = |pair: &[u8]| matches!(pair, [b'.' | b'!' | b';' | b':', b' ']);
    if text.as_bytes().windows(2).any(is_stop) {
        return true;
    }
    let text = if text.contains('’') {
        Cow::Owned(text.replace('’', "'"))
    } else {
        Cow::Borrowed(text)
    };
    let mut words = text.split_whitespace().map(|word| word.trim_matches(','));
    let Some(first) = words.next() else { return false };
    if words.clone().next().is_some() && is_one_of(first, &SUBJECTS) {
        return true;
    }
    for word in std::iter::once(first).chain(words) {
        if is_one_of(word, &FINITE_VERBS) {
            return true;
        }
        if is_one_of(word, &SUBORDINATORS) {
            return false;
        }
    }
    false
}

/// Puts a shouted fact into small letters; short words that are no everyday words stay, as they may be "AWS".
fn calm(text: &str) -> Cow<'_, str> {
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    if letters().any(char::is_lowercase) || letters().nth(5).is_none() {
        return Cow::Borrowed(text);
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
    Cow::Owned(words.join(" "))
}

fn lower_start(text: Cow<'_, str>) -> Cow<'_, str> {
    let Some((first, rest)) = text.split_once(' ') else {
        return text;
    };
    // What has no capital letter stays as it is, whatever it is.
    if rest.is_empty() || !first.contains(char::is_uppercase) {
        return text;
    }
    let lower = first.to_lowercase();
    let gerund = lower.ends_with("ing") && rest.starts_with(char::is_lowercase);
    let subject = SUBJECTS.contains(&lower.as_str()) && !lower.starts_with("i'") && lower != "i";
    if SMALL_WORDS.contains(&lower.as_str()) || subject || gerund {
        Cow::Owned(format!("{lower} {rest}"))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> Shape<'_> {
        Shape::Inside(text.into())
    }

    fn after_colon(text: &str) -> Shape<'_> {
        Shape::AfterColon(text.into())
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
            ("You ship every day!", after_colon("you ship every day.")),
            ("{{ 7*7 }}", after_colon("{{ 7*7 }}.")),
            ("we talked about the budget", inside("the budget")),
            ("the vision (very inspiring)", inside("the vision")),
            ("How do you test?", Shape::LeftOut),
            ("!!!", Shape::LeftOut),
        ] {
            assert_eq!(topic(text), expected, "{text}");
        }
        let essay = "word ".repeat(40);
        assert_eq!(topic(&essay), Shape::LeftOut);
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
            ("I liked the calm.", Shape::Sentence("I liked the calm.".into())),
            ("because of the people", inside("the people")),
            (
                "because the people were nice",
                after_colon("the people were nice."),
            ),
            ("remote", Shape::LeftOut),
            ("very flexible", Shape::LeftOut),
            ("flexible hours", inside("flexible hours")),
        ] {
            assert_eq!(appeal(text), expected, "{text}");
        }
    }
}
