//! Names of things: a position, an employer, somebody's job title.

use crate::messages::name::calm_name;

use super::SMALL_WORDS;

/// A name of a thing (a position, an employer) as it stands in a sentence: no question mark, no shouting.
pub(in crate::messages) fn title(text: &str) -> Option<String> {
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
pub(in crate::messages) fn job_title(text: &str) -> Option<String> {
    let title = title(text)?;
    let title = title
        .strip_prefix("the ")
        .or(title.strip_prefix("The "))
        .unwrap_or(&title);
    let plain = !title.contains([
        ',', '(', ')', ';', ':', '/', '|', '.', '{', '}', '<', '>', '\\', '[', ']',
    ]);
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
