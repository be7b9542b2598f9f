//! Texts: what may stand in them, how long they may be, and what is an address or a number.

use std::borrow::Cow;

use email_address::{EmailAddress, Options};

use super::findings::Findings;
use crate::facts::code;
use crate::facts::violation::{Place, Violation, quoted};

/// Characters of a name, a position, a topic, a strength or a reference (contract.md, "Limits").
pub(super) const NAME_CHARS: usize = 200;

/// Characters of other free text (contract.md, "Limits").
pub(super) const FREE_TEXT_CHARS: usize = 1_000;

/// Characters of an e-mail address: what RFC 5321 lets through.
pub(super) const EMAIL_CHARS: usize = 254;

const PHONE_CHARS: usize = 40;
const URL_CHARS: usize = 2_000;

/// Digits of a telephone number: E.164 allows 15; the shortest local numbers that anybody rings have 5.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 5..=15;

/// A text on one line. A line break in it is a fault: it could smuggle a header into an e-mail.
pub(super) fn line(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<String>,
    most: usize,
) -> Option<String> {
    let given = given?;
    if let Some(at) = line_break_in(&given) {
        let detail = format!(
            "{place} must stand on one line; there is a line break at character {}.",
            at + 1
        );
        found.fault(place, &code::FORBIDDEN_CHARACTER, detail);
        return None;
    }
    free_text(found, place, Some(given), most)
}

/// A text in which line breaks become spaces, as white space does at large. A blank one counts as absent. Its length is
/// judged as it was sent.
pub(super) fn free_text(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<String>,
    most: usize,
) -> Option<String> {
    let given = given?;
    if !only_allowed(found, place, &given) || !short_enough(found, place, &given, most) {
        return None;
    }
    let text = match single_spaced(&given) {
        Cow::Borrowed(_) => given,
        Cow::Owned(text) => text,
    };
    (!text.is_empty()).then_some(text)
}

/// A text that is given back as it came, such as the caller's own key. A blank one counts as absent.
pub(super) fn verbatim(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<String>,
    most: usize,
) -> Option<String> {
    line(found, place, given.clone(), usize::MAX)?;
    let given = given?;
    short_enough(found, place, &given, most).then_some(given)
}

/// A list of short texts; blank ones are left out.
pub(super) fn short_texts(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<Vec<String>>,
    most: usize,
) -> Vec<String> {
    let list = found.list(place, given, most).into_iter().enumerate();
    list.filter_map(|(index, text)| free_text(found, place.entry(index), Some(text), NAME_CHARS))
        .collect()
}

/// A bare e-mail address: no display name, no quotes, no comments, a domain with a dot.
pub(super) fn email(found: &mut Findings, place: Place<'_>, given: Option<String>) -> Option<String> {
    let text = line(found, place, given, EMAIL_CHARS)?;
    let options = Options::default()
        .with_required_tld()
        .without_display_text()
        .without_domain_literal();
    let plain = !text.contains(|c: char| {
        let special = matches!(
            c,
            '<' | '>' | '(' | ')' | '[' | ']' | '"' | '\\' | ',' | ';' | ':'
        );
        special || c.is_whitespace()
    });
    let sound = plain && EmailAddress::parse_with_options(&text, options).is_ok();
    if !sound {
        let detail = format!(
            "{place} must be a bare address as in dana@example.com; {} is none.",
            quoted(&text)
        );
        found.fault(place, &code::NOT_AN_EMAIL, detail);
    }
    sound.then_some(text)
}

/// A telephone number as people write it: a leading +, digits, spaces and ( ) - . / between them, an extension.
pub(super) fn phone(found: &mut Findings, place: Place<'_>, given: Option<String>) -> Option<String> {
    let text = line(found, place, given, PHONE_CHARS)?;
    // Pasted numbers hold typographic hyphens and dashes.
    let text = if text.is_ascii() {
        text
    } else {
        text.replace(|c| ('\u{2010}'..='\u{2015}').contains(&c), "-")
    };
    let sound = is_phone_number(&text);
    if !sound {
        let detail = format!(
            "{place} must be a telephone number as in +1 415 555 0100, with or without \"ext. 12\"; {} is none.",
            quoted(&text)
        );
        found.fault(place, &code::NOT_A_PHONE_NUMBER, detail);
    }
    sound.then_some(text)
}

/// An http or https address.
pub(super) fn url(found: &mut Findings, place: Place<'_>, given: Option<String>) -> Option<String> {
    let text = line(found, place, given, URL_CHARS)?;
    let sound = is_web_address(&text);
    if !sound {
        let detail = format!(
            "{place} must be a web address as in https://www.linkedin.com/in/name; {} is none.",
            quoted(&text)
        );
        found.fault(place, &code::NOT_A_URL, detail);
    }
    sound.then_some(text)
}

/// The first character that may stand in no text (line breaks may), and its place, counted in characters from 0.
pub(crate) fn first_forbidden(text: &str) -> Option<(usize, char)> {
    if is_plain(text) {
        return None;
    }
    text.chars().enumerate().find(|(_, c)| is_forbidden(*c))
}

/// Checks a text that was sent beside the facts and keeps its line breaks and tabs, as the body of a draft.
/// `pointer` is its JSON Pointer without escapes, `most` a number of characters. A blank one counts as absent.
#[must_use]
pub fn check_letter(pointer: &str, text: &str, most: usize) -> Option<Violation> {
    let mut found = Findings::default();
    let place = Place::Document;
    let place = place.property(pointer.trim_start_matches('/'));
    // A tab is as good as a space here.
    if text.trim().is_empty() {
        found.missing(place, "; it is blank");
    } else if only_allowed(&mut found, place, &text.replace('\t', " ")) {
        short_enough(&mut found, place, text, most);
    }
    found.violations.pop()
}

/// Checks a text on one line that was sent beside the facts, as the subject of a draft. A blank one is sound.
#[must_use]
pub fn check_line(pointer: &str, text: &str, most: usize) -> Option<Violation> {
    let mut found = Findings::default();
    let place = Place::Document;
    let place = place.property(pointer.trim_start_matches('/'));
    line(&mut found, place, Some(text.to_owned()), most);
    found.violations.pop()
}

/// The violation of a purpose for which nothing is sent.
#[must_use]
pub fn nothing_is_sent(pointer: &str) -> Violation {
    let place = Place::Document;
    let place = place.property(pointer.trim_start_matches('/'));
    let detail = format!(
        "{place} must be one for which something is sent; `prepare` and `move_on` are for you alone."
    );
    Violation::new(place, &code::UNKNOWN_VALUE, detail)
}

fn only_allowed(found: &mut Findings, place: Place<'_>, text: &str) -> bool {
    let Some((at, c)) = first_forbidden(text) else {
        return true;
    };
    let detail = format!(
        "{place} must hold no control, bidirectional-control or zero-width character; there is U+{:04X} at \
         character {}.",
        u32::from(c),
        at + 1
    );
    found.fault(place, &code::FORBIDDEN_CHARACTER, detail);
    false
}

/// Characters are counted as Unicode scalar values.
fn short_enough(found: &mut Findings, place: Place<'_>, text: &str, most: usize) -> bool {
    // No text has more characters than bytes.
    let sound = text.len() <= most || text.chars().count() <= most;
    if !sound {
        let detail = format!(
            "{place} must be at most {most} characters long; there are {}.",
            text.chars().count()
        );
        found.fault(place, &code::TOO_LONG, detail);
    }
    sound
}

/// The words of a text with one space between them.
pub(crate) fn single_spaced(text: &str) -> Cow<'_, str> {
    let untouched = if is_plain(text) {
        match text.as_bytes() {
            [] | [b' ', ..] | [.., b' '] => false,
            bytes @ [_, others @ ..] => {
                let pairs = bytes.iter().zip(others);
                pairs.fold(true, |apart, (one, other)| {
                    apart & !matches!((one, other), (b' ', b' '))
                })
            }
        }
    } else {
        text.split(' ')
            .all(|word| !word.is_empty() && !word.contains(char::is_whitespace))
    };
    if untouched {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// Whether a text holds printable ASCII alone, as most do: then nothing in it can be forbidden. It is looked at to its
/// end in any case, which lets the compiler take many bytes at once.
fn is_plain(text: &str) -> bool {
    text.bytes()
        .fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'))
}

fn line_break_in(text: &str) -> Option<usize> {
    if is_plain(text) {
        return None;
    }
    text.chars().position(is_line_break)
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters (line breaks aside), those that turn the direction of writing, those that have no width,
/// and code points that no character will ever have (XML refuses them).
fn is_forbidden(c: char) -> bool {
    let unseen = matches!(c,
        '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}');
    let never = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    (c.is_control() && !is_line_break(c)) || unseen || never
}

fn is_phone_number(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    // Every other mark holds an x.
    let marks = ["extension", "ext.", "ext", "x", "#"];
    let has_mark = lower.contains(['x', '#']);
    let split = || marks.iter().find_map(|mark| lower.split_once(mark));
    let (number, extension) = match has_mark.then(split).flatten() {
        Some((number, extension)) => (number.trim_end_matches([' ', ',', ';']), Some(extension.trim())),
        None => (lower.as_str(), None),
    };
    let is_extension = |text: &str| (1..=7).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let body = number
        .strip_prefix('+')
        .or_else(|| number.strip_prefix("(+"))
        .unwrap_or(number);
    let digits = body.bytes().filter(u8::is_ascii_digit).count();
    PHONE_DIGITS.contains(&digits)
        && body.chars().all(|c| c.is_ascii_digit() || " ()-./".contains(c))
        && extension.is_none_or(is_extension)
}

fn is_web_address(text: &str) -> bool {
    let scheme = |name: &str| match text.split_at_checked(name.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(name) => Some(rest),
        _ => None,
    };
    let Some(rest) = scheme("https://").or_else(|| scheme("http://")) else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    host.strip_suffix('.').unwrap_or(host).split('.').all(is_label)
        && port.is_none_or(|port| port.parse::<u16>().is_ok())
        && !rest.contains(|c: char| c.is_whitespace() || r#"<>"{}|\^`"#.contains(c))
}
