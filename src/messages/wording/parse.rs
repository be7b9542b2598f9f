//! A template's text → what it says: text, tags and conditions. minijinja's own lexer reads the tags; what may stand in them is decided here.

mod expression;

use minijinja::machinery::{Token, tokenize};
use minijinja::syntax::SyntaxConfig;

use super::{DEPTH_AT_MOST, NOT_ALLOWED, SYNTAX, TOO_COSTLY, UNKNOWN_NAME};
use crate::facts::nearest;

/// A place in a template: the byte where something begins.
pub(super) type At = usize;

/// A piece of a template.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// Text as it stands.
    Text(String, At),
    /// `{{ … }}`.
    Say(Expression, At),
    /// `{% if … %}`: conditions with what they lead to, and what stands otherwise.
    If(Vec<(Expression, Vec<Node>)>, Vec<Node>),
}

/// What stands in a tag.
#[derive(Clone, Debug)]
pub(super) enum Expression {
    /// One of the documented words.
    Word(&'static str),
    /// A part of ours.
    Part(String),
    /// A text in quotation marks.
    Text(String),
    /// Something through filters.
    Filtered(Box<Expression>, Vec<Filter>),
    /// `not …`.
    Not(Box<Expression>),
    /// `… is defined`.
    Defined(Box<Expression>),
    /// `… and …`.
    All(Vec<Expression>),
    /// `… or …`.
    Any(Vec<Expression>),
}

/// What can be done to a text.
#[derive(Clone, Debug)]
pub(super) enum Filter {
    Upper,
    Lower,
    Capitalize,
    Title,
    Trim,
    /// Takes its argument's place where there is nothing.
    Default(Expression),
}

/// Where, which code, and what.
pub(super) type Fault = (At, &'static str, String);

/// What is read, the parts in it, and what is wrong.
pub(super) type Read = (Vec<Node>, Vec<(String, At)>, Vec<Fault>);

/// Tags of the larger language that this one leaves out.
const LEFT_OUT: [&str; 22] = [
    "for",
    "endfor",
    "set",
    "endset",
    "macro",
    "endmacro",
    "call",
    "endcall",
    "filter",
    "endfilter",
    "with",
    "endwith",
    "block",
    "endblock",
    "extends",
    "include",
    "import",
    "from",
    "do",
    "autoescape",
    "break",
    "continue",
];
const TAGS: [&str; 4] = ["if", "elif", "else", "endif"];
const LANGUAGE: &str =
    "a template has text, words, parts, filters, and `if` with `and`, `or`, `not` and `is defined`";

/// More faults than these are not told.
const FAULTS_AT_MOST: usize = 20;

/// Reads a template. Unknown names are all found; the first fault of form ends the reading.
pub(super) fn parse(source: &str) -> Read {
    let mut tokens = Vec::new();
    let mut faults = Vec::new();
    for token in tokenize(source, false, SyntaxConfig::default()) {
        match token {
            Ok((token, span)) => tokens.push((token, span.start_offset as usize)),
            Err(error) => {
                let byte = error.range().map_or(source.len(), |range| range.start);
                let what = "here is something that no template can hold, or a tag, a comment or a text without its end.";
                faults.push((byte, SYNTAX, what.to_owned()));
                return (Vec::new(), Vec::new(), faults);
            }
        }
    }
    let mut parser = Parser {
        end: source.len(),
        tokens,
        next: 0,
        depth: 0,
        names: 0,
        parts: Vec::new(),
        faults,
    };
    let nodes = parser.nodes(&[]).unwrap_or_else(|fault| {
        parser.faults.push(fault);
        Vec::new()
    });
    (nodes, parser.parts, parser.faults)
}

struct Parser<'s> {
    end: At,
    tokens: Vec<(Token<'s>, usize)>,
    next: usize,
    depth: usize,
    names: usize,
    parts: Vec<(String, At)>,
    faults: Vec<Fault>,
}

impl<'s> Parser<'s> {
    /// Everything up to one of these tags, whose name is next then; up to the end where none is named.
    fn nodes(&mut self, until: &[&str]) -> Result<Vec<Node>, Fault> {
        let mut nodes = Vec::new();
        let opened_at = self.at();
        while let Some((token, _)) = self.tokens.get(self.next) {
            let at = self.at();
            match token {
                Token::TemplateData(text) => {
                    nodes.push(Node::Text((*text).to_owned(), at));
                    self.next += 1;
                }
                Token::VariableStart => {
                    self.next += 1;
                    let expression = self.any()?;
                    self.expect(|token| matches!(token, Token::VariableEnd), "`}}`")?;
                    nodes.push(Node::Say(expression, at));
                }
                _ => {
                    self.next += 1;
                    let name = self.tag_name()?;
                    if until.contains(&name) {
                        return Ok(nodes);
                    }
                    if name != "if" {
                        let what = format!("there is no `if` that this `{name}` could belong to.");
                        return Err((at, SYNTAX, what));
                    }
                    self.next += 1;
                    nodes.push(self.deeper(Self::condition)?);
                }
            }
        }
        if until.is_empty() {
            return Ok(nodes);
        }
        Err((
            opened_at,
            SYNTAX,
            "the `if` before this has no `endif`.".to_owned(),
        ))
    }

    /// The name of a tag, which stays next.
    fn tag_name(&mut self) -> Result<&'s str, Fault> {
        let Some((Token::Ident(name), _)) = self.tokens.get(self.next) else {
            return Err((
                self.at(),
                SYNTAX,
                "a tag begins with its name, as `if`.".to_owned(),
            ));
        };
        if LEFT_OUT.contains(name) {
            let what = format!("`{name}` is not part of the language here: {LANGUAGE}.");
            return Err((self.at(), NOT_ALLOWED, what));
        }
        if !TAGS.contains(name) {
            let what = format!(
                "there is no tag `{}`{}",
                shown(name),
                perhaps(name, TAGS.into_iter())
            );
            return Err((self.at(), UNKNOWN_NAME, what));
        }
        Ok(*name)
    }

    /// What follows `{% if`, up to and with its `endif`.
    fn condition(&mut self) -> Result<Node, Fault> {
        let mut branches = Vec::new();
        loop {
            let condition = self.any()?;
            self.end_of_tag()?;
            let then = self.nodes(&["elif", "else", "endif"])?;
            branches.push((condition, then));
            match self.tag_name()? {
                "elif" => self.next += 1,
                "else" => {
                    self.next += 1;
                    self.end_of_tag()?;
                    let otherwise = self.nodes(&["endif"])?;
                    self.next += 1;
                    self.end_of_tag()?;
                    return Ok(Node::If(branches, otherwise));
                }
                _ => {
                    self.next += 1;
                    self.end_of_tag()?;
                    return Ok(Node::If(branches, Vec::new()));
                }
            }
        }
    }

    /// Notes a name that does not exist. The reading goes on, unless there are so many that nobody reads them.
    fn unknown(&mut self, at: At, what: String) -> Result<(), Fault> {
        if self.faults.len() + 1 >= FAULTS_AT_MOST {
            return Err((at, UNKNOWN_NAME, what));
        }
        self.faults.push((at, UNKNOWN_NAME, what));
        Ok(())
    }

    /// One level down; a fault below the deepest.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        if self.depth == DEPTH_AT_MOST {
            let what =
                format!("conditions, brackets or `not` stand in one another more than {DEPTH_AT_MOST} deep.");
            return Err((self.at(), TOO_COSTLY, what));
        }
        self.depth += 1;
        let result = read(self)?;
        self.depth -= 1;
        Ok(result)
    }

    fn take(&mut self, fits: impl FnOnce(&Token<'_>) -> bool) -> bool {
        let taken = self.tokens.get(self.next).is_some_and(|(token, _)| fits(token));
        self.next += usize::from(taken);
        taken
    }

    fn take_name(&mut self, name: &str) -> bool {
        self.take(|token| matches!(token, Token::Ident(found) if *found == name))
    }

    fn expect(&mut self, fits: impl FnOnce(&Token<'_>) -> bool, what: &str) -> Result<(), Fault> {
        if self.take(fits) {
            Ok(())
        } else {
            Err(self.unexpected(what))
        }
    }

    fn end_of_tag(&mut self) -> Result<(), Fault> {
        self.expect(|token| matches!(token, Token::BlockEnd), "`%}`")
    }

    /// Something else stands where `expected` should.
    fn unexpected(&self, expected: &str) -> Fault {
        let at = self.at();
        let Some((token, _)) = self.tokens.get(self.next) else {
            return (
                at,
                SYNTAX,
                format!("the template ends where {expected} should stand."),
            );
        };
        match token {
            Token::VariableEnd
            | Token::BlockEnd
            | Token::Ident(_)
            | Token::Str(_)
            | Token::String(_)
            | Token::ParenClose => (at, SYNTAX, format!("here {expected} should stand.")),
            _ => (
                at,
                NOT_ALLOWED,
                format!("{token} is not part of the language here: {LANGUAGE}."),
            ),
        }
    }

    /// Where the next token begins; the end of the template after the last.
    fn at(&self) -> At {
        self.tokens.get(self.next).map_or(self.end, |(_, byte)| *byte)
    }
}

/// "; perhaps `topic` is meant.", or which names there are.
fn perhaps<'n>(name: &str, known: impl Iterator<Item = &'n str> + Clone) -> String {
    match nearest(name, known.clone()) {
        Some((_, near)) => format!("; perhaps `{near}` is meant."),
        None => format!("; there are {}.", known.collect::<Vec<_>>().join(", ")),
    }
}

/// A name as an error repeats it: not at any length.
fn shown(name: &str) -> String {
    name.chars().take(40).collect()
}
