//! The codes of violations: stable words for programs, each with what it means.

/// What kind of fault a violation is.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The word on the wire, as `too_long`.
    pub word: &'static str,
    /// What is wrong wherever this code stands, for the documentation.
    pub meaning: &'static str,
}

const fn code(word: &'static str, meaning: &'static str) -> Code {
    Code { word, meaning }
}

/// A property is needed and absent (or null).
pub const MISSING: Code = code("missing", "A property that is needed here is absent or null.");
/// No such property exists here.
pub const UNKNOWN_PROPERTY: Code = code(
    "unknown_property",
    "No property of this name exists here; the nearest one is named.",
);
/// The same property stands twice in one object.
pub const DUPLICATE_PROPERTY: Code = code(
    "duplicate_property",
    "The same property stands more than once in one object.",
);
/// A value of another JSON type is expected.
pub const WRONG_TYPE: Code = code("wrong_type", "The value has the wrong JSON type.");
/// The word is none of those that can stand here.
pub const UNKNOWN_VALUE: Code = code(
    "unknown_value",
    "The word is none of those that can stand here; they are listed.",
);
/// A text has too many characters.
pub const TOO_LONG: Code = code("too_long", "The text has more characters than are taken.");
/// A list has too many entries, or closures cover too many days.
pub const TOO_MANY: Code = code(
    "too_many",
    "The list has more entries than are taken, or covers too many days.",
);
/// A number, date or instant is out of bounds.
pub const OUT_OF_RANGE: Code = code(
    "out_of_range",
    "The number, the date or the instant is out of bounds.",
);
/// Not `YYYY-MM-DD`, or no such day.
pub const NOT_A_DATE: Code = code(
    "not_a_date",
    "The text is no ISO 8601 date (YYYY-MM-DD), or the calendar has no such day.",
);
/// Not RFC 3339, or no such time.
pub const NOT_AN_INSTANT: Code = code(
    "not_an_instant",
    "The text is no RFC 3339 instant, or there is no such day or time of day.",
);
/// An instant without its offset from UTC.
pub const NO_OFFSET: Code = code("no_offset", "The instant lacks its offset from UTC.");
/// Not an e-mail address.
pub const NOT_AN_EMAIL: Code = code("not_an_email", "The text is no bare e-mail address.");
/// Not a telephone number.
pub const NOT_A_PHONE_NUMBER: Code = code("not_a_phone_number", "The text is no telephone number.");
/// Not an http or https address.
pub const NOT_A_URL: Code = code("not_a_url", "The text is no http or https address.");
/// A control, bidirectional-control or zero-width character.
pub const FORBIDDEN_CHARACTER: Code = code(
    "forbidden_character",
    "The text holds a control, bidirectional-control or zero-width character, or a line break where none can be.",
);
/// Not in the IANA database.
pub const UNKNOWN_TIME_ZONE: Code = code("unknown_time_zone", "The IANA database has no such time zone.");
/// Not in ISO 3166-1.
pub const UNKNOWN_COUNTRY: Code = code("unknown_country", "ISO 3166-1 has no such two-letter code.");
/// Not in ISO 3166-2 for that country.
pub const UNKNOWN_SUBDIVISION: Code = code(
    "unknown_subdivision",
    "ISO 3166-2 has no such subdivision of the country.",
);
/// The subdivision's prefix names another country.
pub const SUBDIVISION_OF_ANOTHER_COUNTRY: Code = code(
    "subdivision_of_another_country",
    "The subdivision belongs to another country than the one given.",
);
/// No messages are to be had in that language.
pub const UNSUPPORTED_LANGUAGE: Code = code(
    "unsupported_language",
    "Messages are not to be had in that language; the locales are listed.",
);
/// A day before that of the interview.
pub const BEFORE_THE_INTERVIEW: Code = code(
    "before_the_interview",
    "The day lies before that of the interview.",
);
/// A day before that of the message in which it was named.
pub const BEFORE_THE_REPLY: Code = code(
    "before_the_reply",
    "The day lies before that of the message in which it was named.",
);
/// Something that has not happened yet at `as_of`.
pub const AFTER_AS_OF: Code = code(
    "after_as_of",
    "It is told as past but lies after `as_of`, the moment for which the answer is made.",
);
/// An end before its start, a least above its most.
pub const WRONG_ORDER: Code = code(
    "wrong_order",
    "An end lies before its start, or a least above its most.",
);
/// Two facts that can't both be true.
pub const CONTRADICTION: Code = code("contradiction", "Two facts can't both be true.");
/// The same step twice.
pub const REPEATED: Code = code("repeated", "The same step is named twice in one list.");

/// Every code, for the documentation and for tests.
pub const ALL: [&Code; 26] = [
    &MISSING,
    &UNKNOWN_PROPERTY,
    &DUPLICATE_PROPERTY,
    &WRONG_TYPE,
    &UNKNOWN_VALUE,
    &TOO_LONG,
    &TOO_MANY,
    &OUT_OF_RANGE,
    &NOT_A_DATE,
    &NOT_AN_INSTANT,
    &NO_OFFSET,
    &NOT_AN_EMAIL,
    &NOT_A_PHONE_NUMBER,
    &NOT_A_URL,
    &FORBIDDEN_CHARACTER,
    &UNKNOWN_TIME_ZONE,
    &UNKNOWN_COUNTRY,
    &UNKNOWN_SUBDIVISION,
    &SUBDIVISION_OF_ANOTHER_COUNTRY,
    &UNSUPPORTED_LANGUAGE,
    &BEFORE_THE_INTERVIEW,
    &BEFORE_THE_REPLY,
    &AFTER_AS_OF,
    &WRONG_ORDER,
    &CONTRADICTION,
    &REPEATED,
];
