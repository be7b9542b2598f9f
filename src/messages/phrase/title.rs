//! Names of things: a position, an employer, somebody's job title.

use std::borrow::Cow;

use crate::facts::single_spaced;
use crate::messages::name::calm_name;

use super::{SMALL_WORDS, cut};

/// A name of a thing (a position, an employer) as it stands in a sentence: no question mark, no shouting.
pub(in crate::messages) fn title(text: &str) -> Option<Cow<'_, str>> {
    let plain = if text.contains('?') || text.contains('\u{ff1f}') {
        let plain = text.replace(['?', '\u{ff1f}'], "");
        Cow::Owned(single_spaced(&plain).into_owned())
    } else {
        single_spaced(text)
    };
    let plain = cut(plain, |plain| plain.trim_end_matches(['.', ',', ';', ':', '!']));
    let shouted = !plain.chars().any(char::is_lowercase) && plain.contains(' ');
    let plain = if shouted {
        Cow::Owned(calm_title(&plain))
    } else {
        plain
    };
    plain.chars().any(char::is_alphanumeric).then_some(plain)
}

/// A person's job title as it stands after "the": short, and without what would break the sentence.
pub(in crate::messages) fn job_title(text: &str) -> Option<Cow<'_, str>> {
    let title = cut(title(text)?, |title| {
        title
            .strip_prefix("the ")
            .or(title.strip_prefix("The "))
            .unwrap_or(title)
    });
    let breaks = |byte| {
        matches!(
            byte,
            b',' | b'('
                | b')'
                | b';'
                | b':'
                | b'/'
                | b'|'
                | b'.'
                | b'{'
                | b'}'
                | b'<'
                | b'>'
                | b'\\'
                | b'['
                | b']'
        )
    };
    (title.len() <= JOB_TITLE_AT_MOST_BYTES
        && title.split(' ').count() <= JOB_TITLE_AT_MOST_WORDS
        && !title.bytes().any(breaks))
    .then_some(title)
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
                (false, false) => calm_name(word).into_owned(),
            }
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_lose_shouting_and_questions() {
        assert_eq!(title("BACKEND ENGINEER").as_deref(), Some("Backend Engineer"));
        assert_eq!(title("VP OF ENGINEERING").as_deref(), Some("VP of Engineering"));
        assert_eq!(title("Who? Engineer").as_deref(), Some("Who Engineer"));
        assert_eq!(title("QA").as_deref(), Some("QA"));
        assert_eq!(title("???"), None);
    }

    #[test]
    fn a_job_title_follows_an_article_or_is_left_out() {
        for (text, expected) in [
            ("Engineering Manager", Some("Engineering Manager")),
            ("the Head of Talent", Some("Head of Talent")),
            ("VP, EMEA", None),
            ("Senior Vice President of Global People and Culture", None),
            ("{{ 7*7 }}", None),
        ] {
            assert_eq!(job_title(text).as_deref(), expected, "{text}");
        }
    }
}
