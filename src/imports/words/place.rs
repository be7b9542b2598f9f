//! Places and kinds of interviews, and how people meet there.

use super::words;
use crate::facts::Format;

/// Words of a place at which people meet by video.
const VIDEO: [&str; 25] = [
    "https",
    "http",
    "zoom",
    "teams",
    "meet",
    "hangout",
    "hangouts",
    "webex",
    "skype",
    "video",
    "videocall",
    "videoconference",
    "vc",
    "virtual",
    "virtually",
    "online",
    "remote",
    "remotely",
    "whereby",
    "gotomeeting",
    "bluejeans",
    "chime",
    "ringcentral",
    "facetime",
    "jitsi",
];

/// Words of a place at which people speak by telephone.
const PHONE: [&str; 6] = ["phone", "telephone", "telefon", "tel", "call", "dial"];

/// Words that stand for a telephone with a number beside them; alone they may be a town or a part of a building.
const PHONE_WITH_NUMBER: [&str; 2] = ["mobile", "cell"];

/// Words in whose company the rest says nothing of how people meet.
const UNDECIDED: [&str; 9] = [
    "tbd",
    "tba",
    "tbc",
    "hybrid",
    "home",
    "optional",
    "optionally",
    "invite",
    "invitation",
];

/// Whole texts that name no place.
const NO_PLACE: [&str; 8] = [
    "n a",
    "na",
    "none",
    "unknown",
    "not specified",
    "no location",
    "calendar",
    "nil",
];

/// The shortest telephone number that stands for a place by itself, in digits.
const FEWEST_DIGITS: usize = 7;

/// What the kind of an interview stands for, where it is one word that tells how people met.
pub(in crate::imports) fn format_of_kind(text: &str) -> Option<Format> {
    match words(text).concat().as_str() {
        "onsite" | "inperson" => Some(Format::InPerson),
        "phone" | "call" | "callevent" => Some(Format::Phone),
        "video" => Some(Format::Video),
        _ => None,
    }
}

/// What a place stands for: video or a telephone by its words, a telephone by its number; any other place is one to go to.
/// What leaves it open says nothing.
pub(in crate::imports) fn format_of_place(text: &str) -> Option<Format> {
    let words = words(text);
    let has = |of: &[&str]| words.iter().any(|word| of.contains(&word.as_str()));
    let whole = words.join(" ");
    let (video, phone) = (has(&VIDEO), has(&PHONE) && !has(&["center", "centre"]));
    let either = has(&["or"]) && (video || phone);
    if has(&UNDECIDED) || NO_PLACE.contains(&&*whole) || whole.starts_with("to be ") || either {
        return None;
    }
    if video {
        return Some(Format::Video);
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let numbered = digits >= FEWEST_DIGITS;
    let number_alone = numbered && words.iter().all(|word| is_of_number(word));
    if phone || number_alone || (numbered && has(&PHONE_WITH_NUMBER)) {
        return Some(Format::Phone);
    }
    let lettered = text.chars().any(char::is_alphabetic);
    (lettered && !has(&PHONE_WITH_NUMBER)).then_some(Format::InPerson)
}

/// Whether a word can be a piece of a telephone number: digits, or those of an extension with their x.
fn is_of_number(word: &str) -> bool {
    let digits = word.strip_prefix('x').unwrap_or(word);
    matches!(word, "ext" | "extension") || digits.bytes().all(|byte| byte.is_ascii_digit())
}
