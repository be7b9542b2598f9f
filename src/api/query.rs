//! Query strings, read strictly: what is unknown or repeated is refused, and all faults are reported at once.

use std::borrow::Cow;
use std::str::FromStr;

use actix_web::HttpRequest;
use percent_encoding::percent_decode_str;

use super::problem::{Fault, Problem};

/// How alike (0 to 1) two words must be for one to be offered in place of the other.
const LEAST_LIKENESS: f64 = 0.7;

/// Words longer than this are compared with nothing.
const LONGEST_WORD_BYTES: usize = 64;

/// So many faults of one query are enough to mend it.
const MOST_FAULTS: usize = 100;

/// The parameters of one request, and what was found wrong with them so far.
pub(super) struct Query<'a> {
    parameters: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    faults: Vec<Fault>,
}

impl<'a> Query<'a> {
    /// Splits and decodes the query of `request`, which may have the parameters `known`, each once.
    /// One without a value is a fault: a script's variable that was never set should not pass for a wish.
    pub(super) fn read(request: &'a HttpRequest, known: &[&'static str]) -> Self {
        let mut query = Self {
            parameters: Vec::new(),
            faults: Vec::new(),
        };
        for pair in request.query_string().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (Some(name), Some(value)) = (decoded(name), decoded(value)) else {
                let detail = "The query is not percent-encoded UTF-8.";
                query.fault(known_name(name, known), "not_utf_8", detail);
                continue;
            };
            if !known.contains(&&*name) {
                query.note(unknown(&name, known));
            } else if query.parameters.iter().any(|(earlier, _)| *earlier == name) {
                query.fault(
                    &name,
                    "repeated",
                    format!("{name} is given more than once; give it once."),
                );
            } else {
                if value.is_empty() {
                    let detail = format!("{name} has no value; give one, or leave the parameter out.");
                    query.fault(&name, "empty", detail);
                }
                query.parameters.push((name, value));
            }
        }
        query
    }

    /// Whether a parameter is there, with a value or without.
    pub(super) fn is_given(&self, name: &str) -> bool {
        self.parameters.iter().any(|(given, _)| given == name)
    }

    /// The value of a parameter, if it has one.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        let (_, value) = self.parameters.iter().find(|(given, _)| given == name)?;
        (!value.is_empty()).then_some(&**value)
    }

    /// The value read as a `T`; a fault with `expected` ("a date as 2026-03-02") where it is none.
    pub(super) fn parsed<T: FromStr>(&mut self, name: &str, expected: &str) -> Option<T> {
        let parsed = self.text(name)?.parse();
        if parsed.is_err() {
            self.fault(name, "malformed", format!("{name} must be {expected}."));
        }
        parsed.ok()
    }

    /// The one of `values` whose word (by `as_str`) is given; a fault with the nearest word where it is none.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        name: &str,
        values: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        let given = self.text(name)?;
        let found = values.iter().copied().find(|value| word(*value) == given);
        if found.is_none() {
            let words: Vec<_> = values.iter().map(|value| word(*value)).collect();
            let hint = nearest(given, &words).map_or_else(
                || format!("It must be one of {}.", words.join(", ")),
                |near| format!("Did you mean {near}?"),
            );
            self.fault(
                name,
                "unknown_value",
                format!("{name} has a value that is not known. {hint}"),
            );
        }
        found
    }

    /// Notes a fault.
    pub(super) fn fault(&mut self, parameter: &str, code: &'static str, detail: impl Into<String>) {
        self.note(Fault::of_parameter(parameter, code, detail));
    }

    fn note(&mut self, fault: Fault) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        }
    }

    /// Refuses the query if anything was wrong with it.
    pub(super) fn finish(self) -> Result<(), Problem> {
        if self.faults.is_empty() {
            Ok(())
        } else {
            Err(self.refusal())
        }
    }

    /// The refusal, for a query in which something is known to be wrong.
    pub(super) fn refusal(self) -> Problem {
        Problem::invalid_query(self.faults)
    }
}

/// Refuses any parameter at all.
pub(super) fn expect_none(request: &HttpRequest) -> Result<(), Problem> {
    Query::read(request, &[]).finish()
}

fn decoded(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains(['%', '+']) {
        return Some(Cow::Borrowed(text));
    }
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().ok()?;
    Some(Cow::Owned(decoded.into_owned()))
}

/// The name itself if it is one of ours; else a word that repeats nothing of what was sent.
fn known_name(name: &str, known: &[&'static str]) -> &'static str {
    known.iter().copied().find(|known| *known == name).unwrap_or("?")
}

fn unknown(name: &str, known: &[&'static str]) -> Fault {
    let name: String = name
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_WORD_BYTES)
        .collect();
    let hint = match (nearest(&name, known), known) {
        (Some(near), _) => format!("Did you mean {near}?"),
        (None, []) => "None is taken here.".to_owned(),
        (None, known) => format!("Known are {}.", known.join(", ")),
    };
    Fault::of_parameter(
        &name,
        "unknown_parameter",
        format!("There is no such parameter. {hint}"),
    )
}

/// The word most like the one given, if any is much like it.
pub(super) fn nearest<'a>(given: &str, words: &[&'a str]) -> Option<&'a str> {
    if given.len() > LONGEST_WORD_BYTES {
        return None;
    }
    let given = given.to_lowercase();
    let alike = words
        .iter()
        .map(|word| (strsim::jaro_winkler(&given, word), *word));
    let (likeness, word) = alike.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (likeness >= LEAST_LIKENESS).then_some(word)
}
