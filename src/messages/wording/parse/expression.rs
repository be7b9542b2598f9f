//! What stands in a tag: words, parts, texts in quotation marks, filters, and what conditions are made of.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use minijinja::machinery::Token;

use super::{At, Expression, Fault, Filter, Parser, perhaps, shown};
use crate::facts::{Purpose, code, nearest};
use crate::messages::book::book;
use crate::messages::wording::{
    FILTERS_AT_MOST, NAMES_AT_MOST, NOT_ALLOWED, SYNTAX, TOO_COSTLY, UNKNOWN_NAME, forbidden_character,
    forbidden_in, with_plain_line_ends,
};
use crate::messages::words::KNOWN;

const FILTERS: [&str; 6] = ["upper", "lower", "capitalize", "title", "trim", "default"];

/// The parts of every purpose.
static PARTS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    Purpose::ALL
        .into_iter()
        .flat_map(|purpose| book().part_names(purpose))
        .collect()
});

impl<'s> Parser<'s> {
    pub(super) fn any(&mut self) -> Result<Expression, Fault> {
        let mut all = vec![self.all()?];
        while self.take_name("or") {
            all.push(self.all()?);
        }
        Ok(one_or(all, Expression::Any))
    }

    fn all(&mut self) -> Result<Expression, Fault> {
        let mut all = vec![self.negated()?];
        while self.take_name("and") {
            all.push(self.negated()?);
        }
        Ok(one_or(all, Expression::All))
    }

    fn negated(&mut self) -> Result<Expression, Fault> {
        if self.take_name("not") {
            let inner = self.deeper(Self::negated)?;
            return Ok(Expression::Not(Box::new(inner)));
        }
        let inner = self.filtered()?;
        if !self.take_name("is") {
            return Ok(inner);
        }
        let turned_round = self.take_name("not");
        if !self.take_name("defined") {
            let what = "after `is` stands `defined` or `not defined`.";
            return Err((self.at(), NOT_ALLOWED, what.to_owned()));
        }
        let defined = Expression::Defined(Box::new(inner));
        Ok(if turned_round {
            Expression::Not(Box::new(defined))
        } else {
            defined
        })
    }

    fn filtered(&mut self) -> Result<Expression, Fault> {
        let inner = self.primary()?;
        let mut filters = Vec::new();
        while self.take(|token| matches!(token, Token::Pipe)) {
            if filters.len() == FILTERS_AT_MOST {
                let what = format!("more than {FILTERS_AT_MOST} filters stand in a row.");
                return Err((self.at(), TOO_COSTLY, what));
            }
            filters.push(self.filter()?);
        }
        if filters.is_empty() {
            return Ok(inner);
        }
        Ok(Expression::Filtered(Box::new(inner), filters))
    }

    fn filter(&mut self) -> Result<Filter, Fault> {
        let at = self.at();
        let Some((Token::Ident(name), _)) = self.tokens.get(self.next) else {
            return Err((at, SYNTAX, "after `|` stands the name of a filter.".to_owned()));
        };
        let name = *name;
        if !FILTERS.contains(&name) {
            let hint = perhaps(name, FILTERS.into_iter());
            return Err((
                at,
                UNKNOWN_NAME,
                format!("there is no filter `{}`{hint}", shown(name)),
            ));
        }
        self.next += 1;
        let mut argument = None;
        if self.take(|token| matches!(token, Token::ParenOpen)) {
            argument = Some(self.deeper(Self::any)?);
            self.expect(|token| matches!(token, Token::ParenClose), "`)`")?;
        }
        match (name, argument) {
            ("upper", None) => Ok(Filter::Upper),
            ("lower", None) => Ok(Filter::Lower),
            ("capitalize", None) => Ok(Filter::Capitalize),
            ("title", None) => Ok(Filter::Title),
            ("trim", None) => Ok(Filter::Trim),
            ("default", Some(instead)) => Ok(Filter::Default(instead)),
            _ => {
                let what = "`default` takes one argument, as in `default(\"our talk\")`, and the other filters take none.";
                Err((at, SYNTAX, what.to_owned()))
            }
        }
    }

    fn primary(&mut self) -> Result<Expression, Fault> {
        let at = self.at();
        let text = match self.tokens.get(self.next) {
            Some((Token::Ident(name), _)) => {
                let name = *name;
                self.next += 1;
                return self.named(name, at);
            }
            Some((Token::ParenOpen, _)) => {
                self.next += 1;
                let inner = self.deeper(Self::any)?;
                self.expect(|token| matches!(token, Token::ParenClose), "`)`")?;
                return Ok(inner);
            }
            Some((Token::Str(text), _)) => (*text).to_owned(),
            Some((Token::String(text), _)) => text.as_ref().to_owned(),
            _ => return Err(self.unexpected("a word, a part or a text in quotation marks")),
        };
        // An escape (`\u200b`) could slip in what the template's own text may not hold.
        if let Some(forbidden) = forbidden_in(&text) {
            let what = forbidden_character(forbidden);
            return Err((at, code::FORBIDDEN_CHARACTER.word, what));
        }
        self.next += 1;
        Ok(Expression::Text(with_plain_line_ends(&text)))
    }

    /// A word, or a part with its name after the dot.
    fn named(&mut self, name: &'s str, at: At) -> Result<Expression, Fault> {
        self.names += 1;
        if self.names > NAMES_AT_MOST {
            let what = format!("more than {NAMES_AT_MOST} words and parts are named.");
            return Err((at, TOO_COSTLY, what));
        }
        let mut path = name.to_owned();
        while self.take(|token| matches!(token, Token::Dot)) {
            let Some((Token::Ident(property), _)) = self.tokens.get(self.next) else {
                return Err((self.at(), SYNTAX, "after the dot stands a name.".to_owned()));
            };
            path.push('.');
            path.push_str(property);
            self.next += 1;
        }
        if let Some(part) = path.strip_prefix("part.") {
            self.part(part, at)?;
            return Ok(Expression::Part(part.to_owned()));
        }
        if let Some((word, ..)) = KNOWN.iter().find(|(_, name, _)| *name == path) {
            return Ok(Expression::Word(*word));
        }
        let from = KNOWN.iter().find(|(.., facts)| facts.contains(&path.as_str()));
        let hint = match from {
            Some((_, word, _)) => format!("; perhaps `{word}` is meant."),
            None => perhaps(&path, KNOWN.iter().map(|(_, word, _)| *word)),
        };
        let what = format!("there is no word `{}`{hint}", shown(&path));
        self.unknown(at, what)?;
        Ok(Expression::Text(String::new()))
    }

    /// Notes a part; whether the message's purpose has it is asked when that is known.
    fn part(&mut self, name: &str, at: At) -> Result<(), Fault> {
        if PARTS.contains(name) {
            self.parts.push((name.to_owned(), at));
            return Ok(());
        }
        let hint = nearest(name, PARTS.iter().copied()).map_or_else(
            || "; `GET /v1/templates` lists them.".to_owned(),
            |(_, near)| format!("; perhaps `part.{near}` is meant."),
        );
        self.unknown(at, format!("there is no part `{}`{hint}", shown(name)))
    }
}

/// The only one of them, or all of them together.
fn one_or(mut all: Vec<Expression>, together: fn(Vec<Expression>) -> Expression) -> Expression {
    match (all.len(), all.pop()) {
        (1, Some(only)) => only,
        (_, last) => together(all.into_iter().chain(last).collect()),
    }
}
