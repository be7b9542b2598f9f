//! What a template says about one interview, to one recipient.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::parse::{At, Expression, Filter, Node};
use super::{OUTPUT_AT_MOST_BYTES, TOO_COSTLY, Template, Wording, fault};
use crate::facts::Violation;
use crate::messages::compose::Composer;
use crate::messages::situation::Writing;
use crate::messages::words::{KNOWN, Said, Word, WordSet};

/// What stands where a fact is not known, by the fact's path.
const BLANKS: [(&str, &str); 11] = [
    ("recipient.name", "[their name]"),
    ("candidate.name", "[your name]"),
    ("candidate.email", "[your e-mail address]"),
    ("candidate.phone", "[your phone number]"),
    ("candidate.strengths", "[something that you bring]"),
    ("employer.name", "[the company]"),
    ("interview.position", "[the position]"),
    ("interview.topics", "[something that was talked about]"),
    ("interview.appeal", "[what you liked]"),
    ("timeline", "[the day that they named]"),
    ("platform.name", "[the marketplace]"),
];

/// Words that hold the same fact in other shapes: where the one is not there, another can stand for it.
const SHAPES: [&[Word]; 4] = [
    &[Word::Topic, Word::TopicSaid],
    &[Word::Strength, Word::Doing, Word::StrengthSaid, Word::StrengthOwn],
    &[Word::Appeal, Word::AppealSaid, Word::AppealOwn],
    &[Word::Client, Word::Company],
];

/// A message in the caller's words.
#[derive(Debug, Default)]
pub(in crate::messages) struct Worded {
    /// Nothing where the template has none, or where it came to nothing.
    pub(in crate::messages) subject: Option<String>,
    pub(in crate::messages) body: String,
    /// Whether no blank is left in it.
    pub(in crate::messages) ready: bool,
    /// The paths of the facts that would fill the blanks.
    pub(in crate::messages) missing: BTreeSet<&'static str>,
    /// The paths of the facts that are in it.
    pub(in crate::messages) personalised_with: BTreeSet<Cow<'static, str>>,
}

/// Writes the message.
///
/// # Errors
/// A fault where a template makes more text than a message can hold.
pub(in crate::messages) fn render(wording: &Wording, writing: &Writing<'_>) -> Result<Worded, Violation> {
    let composer = Composer::for_template(writing);
    let mut page = Page::new(&composer, writing.details_allowed());
    page.fill(&wording.body, &wording.body.nodes)?;
    let body = std::mem::take(&mut page.text);
    page.said = Said::default();
    if let Some(subject) = &wording.subject {
        page.fill(subject, &subject.nodes)?;
    }
    let subject = page.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let body = tidy(&body);
    Ok(Worded {
        ready: !page.blank && !body.is_empty(),
        subject: (!subject.is_empty()).then_some(subject),
        body,
        missing: page.missing,
        personalised_with: page.personalised_with,
    })
}

/// Without the blank lines that parts leave behind which have nothing to say.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut blank_lines = 0;
    for line in text.trim().lines() {
        if line.trim().is_empty() {
            blank_lines += 1;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if blank_lines == 0 { "\n" } else { "\n\n" });
        }
        blank_lines = 0;
        tidy.push_str(line);
    }
    tidy
}

/// A text, and what it takes from the facts.
#[derive(Clone, Debug, Default)]
struct Value {
    text: String,
    /// Whether it counts as there: blanks and empty texts don't.
    holds: bool,
    /// The words in it.
    words: WordSet,
    /// The fact that a blank stands for.
    missing: Option<&'static str>,
    blank: bool,
}

impl Value {
    fn of_text(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            holds: !text.is_empty(),
            text,
            ..Self::default()
        }
    }

    fn of_condition(holds: bool) -> Self {
        Self {
            holds,
            ..Self::of_text(if holds { "true" } else { "false" })
        }
    }
}

struct Page<'a> {
    composer: &'a Composer<'a>,
    /// Whether an address or a number may stand in the message.
    details_allowed: bool,
    text: String,
    /// So that a part does not say again what was said before it.
    said: Said,
    blank: bool,
    missing: BTreeSet<&'static str>,
    personalised_with: BTreeSet<Cow<'static, str>>,
}

impl<'a> Page<'a> {
    fn new(composer: &'a Composer<'a>, details_allowed: bool) -> Self {
        Self {
            composer,
            details_allowed,
            text: String::new(),
            said: Said::default(),
            blank: false,
            missing: BTreeSet::new(),
            personalised_with: BTreeSet::new(),
        }
    }

    fn fill(&mut self, template: &Template, nodes: &[Node]) -> Result<(), Violation> {
        for node in nodes {
            match node {
                Node::Text(text, at) => self.write(template, *at, text)?,
                Node::Say(expression, at) => {
                    let value = self.value(expression);
                    self.write(template, *at, &value.text)?;
                    self.note(&value);
                }
                Node::If(branches, otherwise) => {
                    let branch = branches.iter().find(|(condition, _)| self.value(condition).holds);
                    self.fill(template, branch.map_or(otherwise, |(_, then)| then))?;
                }
            }
        }
        Ok(())
    }

    /// Adds to the text, up to its limit.
    fn write(&mut self, template: &Template, at: At, text: &str) -> Result<(), Violation> {
        if self.text.len() + text.len() > OUTPUT_AT_MOST_BYTES {
            let what = format!("here the text grows beyond {OUTPUT_AT_MOST_BYTES} bytes.");
            return Err(fault(template.pointer, &template.source, at, TOO_COSTLY, &what));
        }
        self.text.push_str(text);
        Ok(())
    }

    fn note(&mut self, value: &Value) {
        self.blank |= value.blank;
        self.missing.extend(value.missing);
        self.said.note(value.words);
        for source in self.composer.words().sources(value.words) {
            self.blank |= source.missing.is_some();
            self.missing.extend(source.missing);
            self.personalised_with.extend(source.paths());
        }
    }

    fn value(&self, expression: &Expression) -> Value {
        match expression {
            Expression::Word(word) => self.word(*word),
            Expression::Part(part) => self.part(part),
            Expression::Text(text) => Value::of_text(text),
            Expression::Filtered(inner, filters) => filters
                .iter()
                .fold(self.value(inner), |value, filter| self.filtered(value, filter)),
            Expression::Not(inner) => Value::of_condition(!self.value(inner).holds),
            Expression::Defined(inner) => Value::of_condition(self.value(inner).holds),
            Expression::All(all) => self.first(all, |value| !value.holds),
            Expression::Any(all) => self.first(all, |value| value.holds),
        }
    }

    /// The first that decides, else the last.
    fn first(&self, all: &[Expression], decides: fn(&Value) -> bool) -> Value {
        let mut last = Value::default();
        for expression in all {
            last = self.value(expression);
            if decides(&last) {
                break;
            }
        }
        last
    }

    fn word(&self, word: Word) -> Value {
        let words = self.composer.words();
        if let Some(text) = words.get(word) {
            return Value {
                text,
                holds: words.source(word).missing.is_none(),
                words: WordSet::of(&[word]),
                ..Value::default()
            };
        }
        let shapes = SHAPES
            .iter()
            .find(|shapes| shapes.contains(&word))
            .copied()
            .unwrap_or_default();
        let other = shapes.iter().find_map(|shape| Some((*shape, words.get(*shape)?)));
        let (_, name, _) = KNOWN[word as usize];
        if let Some((other, text)) = other {
            let text = text.trim_end_matches('.');
            let full_stop = if name.contains('_') { "." } else { "" };
            return Value {
                text: format!("{text}{full_stop}"),
                holds: true,
                words: WordSet::of(&[other]),
                ..Value::default()
            };
        }
        self.blank(name)
    }

    /// A word whose fact is not known, or may not be told here.
    fn blank(&self, name: &str) -> Value {
        let path = KNOWN
            .iter()
            .find(|(_, word, _)| *word == name)
            .and_then(|(.., facts)| facts.first().copied());
        let not_here = ["candidate.email", "candidate.phone"];
        if !self.details_allowed && path.is_some_and(|path| not_here.contains(&path)) {
            return Value {
                text: "[no contact details here]".to_owned(),
                blank: true,
                ..Value::default()
            };
        }
        let text = BLANKS
            .iter()
            .find(|(fact, _)| Some(*fact) == path)
            .map(|(_, blank)| (*blank).to_owned());
        Value {
            text: text.unwrap_or_else(|| format!("[{}]", name.replace('_', " "))),
            missing: path,
            blank: true,
            ..Value::default()
        }
    }

    /// A part as it would stand in a message of ours; nothing where no phrasing of it fits.
    fn part(&self, name: &str) -> Value {
        let text = if name == "subject" {
            Some(self.composer.subject())
        } else {
            self.composer.part(name, self.said)
        };
        text.map_or_else(Value::default, |text| Value {
            words: text.used,
            ..Value::of_text(text.text)
        })
    }

    fn filtered(&self, value: Value, filter: &Filter) -> Value {
        if value.blank {
            return match filter {
                Filter::Default(instead) => self.value(instead),
                _ => value,
            };
        }
        let text = match filter {
            Filter::Default(instead) if !value.holds => return self.value(instead),
            Filter::Default(_) => value.text,
            Filter::Upper => value.text.to_uppercase(),
            Filter::Lower => value.text.to_lowercase(),
            Filter::Capitalize => with_large_start(&value.text.to_lowercase()),
            Filter::Title => {
                let words = value
                    .text
                    .split(' ')
                    .map(|word| with_large_start(&word.to_lowercase()));
                words.collect::<Vec<_>>().join(" ")
            }
            Filter::Trim => value.text.trim().to_owned(),
        };
        Value { text, ..value }
    }
}

fn with_large_start(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
