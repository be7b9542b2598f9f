//! The candidate's wishes.

use super::findings::Findings;
use super::texts;
use crate::facts::code;
use crate::facts::interview::Preferences;
use crate::facts::submission::PreferencesSubmission;
use crate::facts::violation::{Place, quoted};
use crate::facts::wishes::Locale;

/// How many status questions there can be (contract.md, "Defaults").
const MOST_CHECK_INS: u8 = 2;

/// Characters of a language tag: RFC 5646 asks for room for 35.
const TAG_CHARS: usize = 35;

pub(super) fn preferences(
    found: &mut Findings,
    place: Place<'_>,
    given: PreferencesSubmission,
) -> Preferences {
    let most = found.number(
        place.property("max_check_ins"),
        given.max_check_ins,
        0..=u32::from(MOST_CHECK_INS),
    );
    Preferences {
        strategy: given.strategy.unwrap_or_default(),
        max_check_ins: most
            .and_then(|most| u8::try_from(most).ok())
            .unwrap_or(MOST_CHECK_INS),
        tone: given.tone.unwrap_or_default(),
        locale: locale(found, place.property("locale"), given.locale),
    }
}

/// The locale of a BCP 47 tag: its region's if we have that, American English for other kinds of English.
fn locale(found: &mut Findings, place: Place<'_>, given: Option<String>) -> Locale {
    let Some(tag) = texts::line(found, place, given, TAG_CHARS) else {
        return Locale::default();
    };
    let mut subtags = tag.split('-');
    let well_formed = tag
        .split('-')
        .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if !well_formed
        || !subtags
            .next()
            .is_some_and(|language| language.eq_ignore_ascii_case("en"))
    {
        let detail = format!(
            "{place} must be one of en-US, en-GB, en-CA and en-AU (other kinds of English become en-US); {} is none.",
            quoted(&tag)
        );
        found.fault(place, &code::UNSUPPORTED_LANGUAGE, detail);
        return Locale::default();
    }
    // Behind a single character stand extensions, which may hold pairs of letters too.
    let region = subtags
        .take_while(|part| part.len() > 1)
        .find(|part| part.len() == 2);
    match region.map(str::to_ascii_uppercase).as_deref() {
        Some("US") => Locale::EnUs,
        Some("GB") => Locale::EnGb,
        Some("CA") => Locale::EnCa,
        Some("AU") => Locale::EnAu,
        _ => {
            found.assume(
                "locale_fallback",
                format!("There are no messages in {tag}: they are written in American English (en-US)."),
            );
            Locale::EnUs
        }
    }
}
