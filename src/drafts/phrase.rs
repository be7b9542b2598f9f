//! The small language of the phrase files: what a line stands for (`lexicon/README.md`).

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) phrase: Vec<Item>,
    /// What to do about it.
    pub(super) suggestion: &'static str,
    /// The purposes that it is meant for, separated by spaces; empty: all.
    pub(super) purposes: &'static str,
    /// Whether it makes an exception.
    pub(super) exception: bool,
}

/// A part of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Word(&'static str),
    /// Any word.
    Any,
    /// A word that counts as a number.
    Number,
    /// One of these.
    OneOf(Vec<Vec<Item>>),
}

/// How many words of any kind `**` may stand for.
const GAP_AT_MOST: usize = 3;

/// The patterns of a file in their order; for a line that cannot be read, the line.
pub(super) fn patterns(text: &'static str) -> Vec<Result<Pattern, &'static str>> {
    let (mut suggestion, mut purposes) = ("", "");
    let mut patterns = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with("# ") {
            continue;
        }
        if let Some(told) = line.strip_prefix('~') {
            suggestion = told.trim();
            continue;
        }
        if let Some(named) = line.strip_prefix('@') {
            purposes = named.trim();
            continue;
        }
        let (exception, phrase) = match line.strip_prefix('!') {
            Some(phrase) => (true, phrase),
            None => (false, line),
        };
        patterns.push(read(phrase).map_or(Err(line), |phrase| {
            Ok(Pattern {
                phrase,
                suggestion,
                purposes,
                exception,
            })
        }));
    }
    patterns
}

/// A phrase; none where it cannot be read or may be empty.
fn read(phrase: &'static str) -> Option<Vec<Item>> {
    let mut rest = phrase;
    let items = sequence(&mut rest)?;
    (rest.is_empty() && !may_be_empty(&items)).then_some(items)
}

/// What stands up to the end of the phrase or of the group.
fn sequence(rest: &mut &'static str) -> Option<Vec<Item>> {
    let mut items = Vec::new();
    loop {
        *rest = rest.trim_start_matches(' ');
        if let Some(inside) = rest.strip_prefix('(') {
            *rest = inside;
            items.push(Item::OneOf(choices(rest)?));
            if !(rest.is_empty() || rest.starts_with([' ', '|', ')'])) {
                return None;
            }
            continue;
        }
        let end = rest.find([' ', '|', '(', ')']).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end)?;
        if word.is_empty() {
            return Some(items);
        }
        *rest = after;
        match (word, word.strip_suffix('?')) {
            ("**", _) => items.push(Item::OneOf(
                (0..=GAP_AT_MOST).map(|words| vec![Item::Any; words]).collect(),
            )),
            (_, Some(word)) => items.push(Item::OneOf(vec![vec![plain(word)?], Vec::new()])),
            (_, None) => items.push(plain(word)?),
        }
    }
}

/// The choices of a group up to its closing bracket.
fn choices(rest: &mut &'static str) -> Option<Vec<Vec<Item>>> {
    let mut choices = Vec::new();
    loop {
        choices.push(sequence(rest)?);
        if let Some(after) = rest.strip_prefix(')') {
            *rest = after;
            return Some(choices);
        }
        *rest = rest.strip_prefix('|')?;
    }
}

fn plain(word: &'static str) -> Option<Item> {
    match word {
        "*" => Some(Item::Any),
        "#" => Some(Item::Number),
        word => word
            .chars()
            .all(|letter| letter.is_alphanumeric() && !letter.is_uppercase() || letter == '\'')
            .then_some(Item::Word(word)),
    }
}

fn may_be_empty(items: &[Item]) -> bool {
    items.iter().all(|item| match item {
        Item::OneOf(choices) => choices.iter().any(|choice| may_be_empty(choice)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_with_its_choices() {
        let read =
            patterns("# a comment\n~ Leave it out.\n@ check_in\ni (really (much|)|need) * # job?\n! x");
        let first = read[0].as_ref().expect("a pattern");
        assert_eq!(
            (first.suggestion, first.purposes, first.exception),
            ("Leave it out.", "check_in", false)
        );
        let word = Item::Word;
        let much = Item::OneOf(vec![vec![word("much")], Vec::new()]);
        let choice = Item::OneOf(vec![vec![word("really"), much], vec![word("need")]]);
        let job = Item::OneOf(vec![vec![word("job")], Vec::new()]);
        assert_eq!(first.phrase, [word("i"), choice, Item::Any, Item::Number, job]);
        assert!(read[1].as_ref().is_ok_and(|pattern| pattern.exception));
        for faulty in ["(a|b", "a)b", "A", "a,b", "(|)", "(a|b)c", "a?", "**", "|"] {
            assert!(patterns(faulty)[0].is_err(), "{faulty}");
        }
    }
}
