//! Calendars read by the letter of RFC 5545, with nothing of the crate that writes them.

use std::collections::BTreeMap;

use crate::requests::Answer;

/// An entry: its properties, those of its alarm under `VALARM/NAME`.
pub type Entry = BTreeMap<String, String>;

/// The properties of a calendar, and its entries by `UID`.
pub struct Calendar {
    pub head: BTreeMap<String, String>,
    pub entries: BTreeMap<String, Entry>,
}

impl Calendar {
    /// Reads an answer to its end. Whatever RFC 5545 forbids fails the test.
    pub fn read(answer: &Answer) -> Self {
        assert_eq!(answer.status, 200, "{}", answer.text());
        let text = std::str::from_utf8(&answer.body).unwrap();
        let text = text.strip_suffix("\r\n").unwrap();
        for line in text.split("\r\n") {
            // Lines of a text that is UTF-8 are UTF-8: no fold stands inside a character.
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
            assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
        }
        let whole = text.replace("\r\n ", "");
        let inner = whole.strip_prefix("BEGIN:VCALENDAR\r\n");
        let inner = inner
            .and_then(|text| text.strip_suffix("\r\nEND:VCALENDAR"))
            .unwrap();
        let (mut head, mut entries) = (BTreeMap::new(), BTreeMap::new());
        let mut open: Vec<String> = Vec::new();
        let mut entry = Entry::new();
        for line in inner.split("\r\n") {
            let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{line}"));
            match name {
                "BEGIN" => open.push(value.to_owned()),
                "END" => {
                    assert_eq!(open.pop().as_deref(), Some(value));
                    if open.is_empty() {
                        let ended = std::mem::take(&mut entry);
                        let twice = entries.insert(ended["UID"].clone(), ended);
                        assert!(twice.is_none(), "{twice:?} stands there twice");
                    }
                }
                _ => {
                    let (place, name) = match open.as_slice() {
                        [] => (&mut head, name.to_owned()),
                        [event] if event == "VEVENT" => (&mut entry, name.to_owned()),
                        [_, alarm] if alarm == "VALARM" => (&mut entry, format!("VALARM/{name}")),
                        other => panic!("{other:?}"),
                    };
                    let twice = place.insert(name, value.to_owned());
                    assert!(twice.is_none(), "{line} stands there twice");
                }
            }
        }
        assert!(open.is_empty(), "{open:?}");
        assert!(!entries.is_empty(), "a calendar has an entry");
        Self { head, entries }
    }

    /// The entry of a step.
    pub fn entry(&self, step: &serde_json::Value) -> &Entry {
        let uid = format!("{}@followup.invalid", step["id"].as_str().unwrap());
        &self.entries[&uid]
    }
}

/// A TEXT value as it was meant (RFC 5545, 3.3.11).
pub fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        assert!(!matches!(letter, ',' | ';'), "a bare {letter} in {value}");
        let meant = match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => '\n',
                Some(escaped @ ('\\' | ',' | ';')) => escaped,
                other => panic!("a bare \\ before {other:?} in {value}"),
            },
            letter => letter,
        };
        text.push(meant);
    }
    text
}
