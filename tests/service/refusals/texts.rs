//! Naughty strings in every property that is a text.

use serde_json::{Value, json};

use super::facts::{GAP, Turns, with};
use super::{Expected, Input, fault};

/// What is in order in a text, whatever it looks like.
pub const HARMLESS: [(&str, &str); 36] = [
    ("emoji", "Dana 🙂🚀"),
    ("an emoji with a skin tone", "👍🏽"),
    ("a flag", "🇩🇪"),
    ("an emoji variation", "☎\u{fe0f}"),
    ("Arabic", "سام أوكافور"),
    ("Hebrew with points", "שָׁלוֹם"),
    ("both directions", "Sam שלום Okafor"),
    ("Chinese", "山田太郎"),
    ("Thai", "สมชาย ใจดี"),
    (
        "many combining marks",
        "Z\u{335}\u{327}\u{342}a\u{301}\u{302}\u{303}\u{304}l\u{330}\u{331}g\u{320}\u{321}o\u{322}\u{323}",
    ),
    ("decomposed letters", "e\u{301}e\u{301}"),
    ("mathematical letters", "𝕯𝖆𝖓𝖆"),
    ("a ligature", "ﬁﬂ"),
    ("Turkish dots", "İıIi"),
    ("sharp s", "STRAẞE straße"),
    ("a private character", "\u{e000}"),
    ("an unassigned character", "a\u{378}"),
    ("a soft hyphen", "over\u{ad}view"),
    ("no-break spaces", "a\u{a0}b\u{202f}c\u{3000}d"),
    ("SQL", "Robert'); DROP TABLE interviews;--"),
    ("an SQL condition", "' OR 1=1 --"),
    ("a script", "<script>alert(1)</script>"),
    ("an attribute", "\"><img src=x onerror=alert(1)>"),
    ("a template", "{{ 7 * 7 }}{% raw %}{# #}"),
    ("another template", "${7*7} #{7*7} <%= 7*7 %>"),
    ("a lookup", "${jndi:ldap://127.0.0.1/a}"),
    ("format directives", "%s%n%x{}{0}%99999999d"),
    ("shell", "$(reboot) `reboot` ; reboot | x"),
    ("a path", "../../../../etc/passwd"),
    ("a formula", "=cmd|' /C calc'!A0"),
    ("percent", "%00%0d%0aSet-Cookie:x"),
    ("an escape in letters", "\\u0000\\n\\x00"),
    ("quotes and backslashes", "\\\\\"'`\\\""),
    ("a word of JSON", "null"),
    ("an e-mail header", "Bcc: all@x.example"),
    ("a calendar property", "END:VEVENT"),
];

/// What no text may hold.
pub const FORBIDDEN: [(&str, &str); 26] = [
    ("NUL", "a\0b"),
    ("SOH", "\u{1}"),
    ("a bell", "\u{7}"),
    ("a backspace", "a\u{8}b"),
    ("a tab", "a\tb"),
    ("a vertical tab", "a\u{b}b"),
    ("a form feed", "a\u{c}b"),
    ("an escape sequence", "\u{1b}[31mred"),
    ("DEL", "a\u{7f}"),
    ("a C1 control", "a\u{9b}31m"),
    ("a zero-width space", "a\u{200b}b"),
    ("a zero-width non-joiner", "a\u{200c}b"),
    ("a joined emoji", "👩\u{200d}💻"),
    ("a left-to-right mark", "a\u{200e}b"),
    ("a right-to-left override", "a\u{202e}gpj.exe"),
    ("an embedding", "\u{202a}a\u{202c}"),
    ("an isolate", "\u{2066}a\u{2069}"),
    ("an Arabic letter mark", "a\u{61c}b"),
    ("a word joiner", "a\u{2060}b"),
    ("an invisible times", "a\u{2062}b"),
    ("a byte order mark", "\u{feff}a"),
    ("an annotation", "\u{fff9}a\u{fffb}"),
    ("a noncharacter", "a\u{fffe}"),
    ("a noncharacter of a higher plane", "\u{1ffff}"),
    ("a noncharacter in Arabic", "\u{fdd0}"),
    ("tag characters", "a\u{e0041}\u{e007f}"),
];

const LINE_BREAKS: [(&str, &str); 5] = [
    ("LF", "a\nBcc: all@x.example"),
    ("CRLF", "a\r\nb"),
    ("NEL", "a\u{85}b"),
    ("a line separator", "a\u{2028}b"),
    ("a paragraph separator", "a\u{2029}b"),
];

/// What looks like a string and is none, so that the document is no JSON.
pub const NO_STRINGS: [(&str, &[u8]); 18] = [
    ("half a pair", b"\"\\ud800\""),
    ("the other half", b"\"\\udc00\""),
    ("half a pair and a letter", b"\"\\ud800\\u0041\""),
    ("a pair the wrong way round", b"\"\\udc00\\ud800\""),
    ("a short escape", b"\"\\u00\""),
    ("an unknown escape", b"\"\\x41\""),
    ("a raw NUL", b"\"a\0b\""),
    ("a raw line break", b"\"a\rb\""),
    ("a raw escape", b"\"\x1b[31m\""),
    ("a byte that is never UTF-8", b"\"\xff\""),
    ("Latin-1", b"\"Andr\xe9\""),
    ("an overlong slash", b"\"\xc0\xaf\""),
    ("a longer one", b"\"\xe0\x80\xaf\""),
    ("an overlong NUL", b"\"\xc0\x80\""),
    ("an encoded surrogate", b"\"\xed\xa0\x80\""),
    ("beyond Unicode", b"\"\xf4\x90\x80\x80\""),
    ("a character cut short", b"\"\xe2\x82\""),
    ("single quotes", b"'a'"),
];

/// How a text is judged.
#[derive(Clone, Copy)]
enum Kind {
    /// On one line, at most that many characters.
    Line(usize),
    /// Line breaks become spaces.
    Free(usize),
    /// On one line, and of a form that no naughty string has.
    Formed(usize, &'static str),
    /// Read as it stands: whatever is wrong with it has this code.
    Read(&'static str),
}

/// Every text of the facts. Of those that stand in several places one of each.
const TEXTS: [(&str, Kind); 54] = [
    ("/reference", Kind::Line(200)),
    ("/candidate/name", Kind::Line(200)),
    ("/employer/name", Kind::Line(200)),
    ("/employer/contact/name", Kind::Line(200)),
    ("/interview/interviewers/0/name", Kind::Line(200)),
    ("/platform/name", Kind::Line(200)),
    ("/history/0/recipient", Kind::Line(254)),
    ("/candidate/strengths/0", Kind::Free(200)),
    ("/interview/position", Kind::Free(200)),
    ("/interview/topics/0", Kind::Free(200)),
    ("/interview/interviewers/0/topics/0", Kind::Free(200)),
    ("/interview/interviewers/0/title", Kind::Free(200)),
    ("/employer/contact/title", Kind::Free(200)),
    ("/interview/appeal", Kind::Free(1_000)),
    ("/pins/0/reason", Kind::Free(1_000)),
    ("/skips/0/reason", Kind::Free(1_000)),
    ("/candidate/email", Kind::Formed(254, "not_an_email")),
    ("/employer/contact/email", Kind::Formed(254, "not_an_email")),
    (
        "/interview/interviewers/0/email",
        Kind::Formed(254, "not_an_email"),
    ),
    ("/candidate/phone", Kind::Formed(40, "not_a_phone_number")),
    (
        "/interview/interviewers/0/phone",
        Kind::Formed(40, "not_a_phone_number"),
    ),
    (
        "/interview/interviewers/0/linkedin/url",
        Kind::Formed(2_000, "not_a_url"),
    ),
    ("/employer/country", Kind::Formed(64, "unknown_country")),
    ("/employer/subdivision", Kind::Formed(64, "unknown_subdivision")),
    ("/employer/time_zone", Kind::Formed(64, "unknown_time_zone")),
    ("/preferences/locale", Kind::Formed(35, "unsupported_language")),
    ("/as_of", Kind::Read("not_an_instant")),
    ("/interview/ended_at", Kind::Read("not_an_instant")),
    ("/interview/started_at", Kind::Read("not_an_instant")),
    ("/competing_offer/received_at", Kind::Read("not_an_instant")),
    ("/withdrawal/decided_at", Kind::Read("not_an_instant")),
    ("/history/1/at", Kind::Read("not_an_instant")),
    ("/interview/date", Kind::Read("not_a_date")),
    ("/timeline/date", Kind::Read("not_a_date")),
    ("/delays/0/until", Kind::Read("not_a_date")),
    ("/employer/closures/0/from", Kind::Read("not_a_date")),
    ("/competing_offer/answer_by", Kind::Read("not_a_date")),
    ("/history/2/until", Kind::Read("not_a_date")),
    ("/pins/0/on", Kind::Read("not_a_date")),
    ("/candidate/career_stage", Kind::Read("unknown_value")),
    ("/employer/industry", Kind::Read("unknown_value")),
    ("/employer/culture", Kind::Read("unknown_value")),
    ("/employer/contact_policy", Kind::Read("unknown_value")),
    ("/interview/status", Kind::Read("unknown_value")),
    ("/interview/stage", Kind::Read("unknown_value")),
    ("/interview/format", Kind::Read("unknown_value")),
    ("/interview/interviewers/0/role", Kind::Read("unknown_value")),
    (
        "/interview/interviewers/0/preferred_channel",
        Kind::Read("unknown_value"),
    ),
    ("/timeline/kind", Kind::Read("unknown_value")),
    ("/delays/0/reason", Kind::Read("unknown_value")),
    ("/history/0/purpose", Kind::Read("unknown_value")),
    ("/history/1/outcome", Kind::Read("unknown_value")),
    ("/preferences/strategy", Kind::Read("unknown_value")),
    ("/preferences/tone", Kind::Read("unknown_value")),
];

pub fn inputs() -> Vec<Input> {
    let mut turns = Turns::default();
    for (index, (place, kind)) in TEXTS.iter().enumerate() {
        let fails = |code| fault(*place, code);
        let mut send = |what: &str, text: &str, expected| {
            turns.send(format!("{what} in {place}"), &with(place, json!(text)), expected);
        };
        for (what, text) in HARMLESS {
            match kind {
                Kind::Line(_) | Kind::Free(_) => send(what, text, Expected::Taken),
                Kind::Formed(_, code) => send(what, text, fails(code)),
                Kind::Read(_) => {}
            }
        }
        for (what, text) in FORBIDDEN {
            match kind {
                Kind::Read(_) => {}
                _ => send(what, text, fails("forbidden_character")),
            }
        }
        for (what, text) in LINE_BREAKS {
            match kind {
                Kind::Free(_) => send(what, text, Expected::Taken),
                Kind::Read(_) => {}
                _ => send(what, text, fails("forbidden_character")),
            }
        }
        // A reader that takes no naughty string at all is not asked for each of them: six, and others at the next place.
        if let Kind::Read(code) = kind {
            for step in 0..6 {
                let (what, text) = HARMLESS[(index * 6 + step) % HARMLESS.len()];
                send(what, text, fails(code));
                let (what, text) = FORBIDDEN[(index * 6 + step) % FORBIDDEN.len()];
                send(what, text, fails(code));
            }
            send("60,000 letters", &"x".repeat(60_000), fails(code));
        }
        if let Kind::Line(most) | Kind::Free(most) | Kind::Formed(most, _) = kind {
            send("one letter too many", &"x".repeat(most + 1), fails("too_long"));
            send("one emoji too many", &"🙂".repeat(most + 1), fails("too_long"));
            send("60,000 letters", &"x".repeat(60_000), fails("too_long"));
        }
        if let Kind::Line(most) | Kind::Free(most) = kind {
            send("as many letters as may be", &"é".repeat(*most), Expected::Taken);
            send("as many emoji as may be", &"🙂".repeat(*most), Expected::Taken);
            send("nothing", "", Expected::Taken);
            send("spaces", "   ", Expected::Taken);
        }
        for step in 0..6 {
            let (what, raw) = NO_STRINGS[(index * 6 + step) % NO_STRINGS.len()];
            let facts = with(place, Value::from(GAP));
            turns.send_raw(
                format!("{what} in {place}"),
                &facts,
                raw,
                Expected::Refused(400, "not-json"),
            );
        }
    }
    turns.inputs
}
