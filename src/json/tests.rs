//! Our JSON beside that of `serde_json`.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn written(value: &impl Serialize) -> String {
    let mut out = Vec::new();
    write(value, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[derive(Serialize)]
struct Whole<'a> {
    text: &'a str,
    none: Option<u8>,
    some: Option<i64>,
    unit: (),
    fractions: (f64, f32),
    pair: (bool, char),
    of: Kind,
    #[serde(flatten)]
    more: BTreeMap<&'a str, Value>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    PlainOne,
    With(Vec<u64>),
}

#[test]
fn every_kind_of_value_is_written_as_serde_json_writes_it() {
    for of in [
        Kind::PlainOne,
        Kind::With(vec![0, u64::MAX]),
        Kind::With(Vec::new()),
    ] {
        let whole = Whole {
            text: "\"\\/\u{8}\u{c}\n\r\t\u{1f}\u{7f}é\u{2028}😀",
            none: None,
            some: Some(i64::MIN),
            unit: (),
            fractions: (0.1, 1e30),
            pair: (true, '"'),
            of,
            more: BTreeMap::from([("a", json!({"b": [1, {}, [], "c"]})), ("z\"", Value::Null)]),
        };
        assert_eq!(written(&whole), serde_json::to_string(&whole).unwrap());
    }
}

#[test]
fn what_no_answer_has_is_refused() {
    let mut out = Vec::new();
    assert!(write(&BTreeMap::from([(1, 2)]), &mut out).is_err());
}

proptest! {
    #[test]
    fn every_text_is_written_as_serde_json_writes_it(text in "(?s)[ -~]{0,70}(.|[\\x00-\\x1f\"\\\\]){0,3}[ -~]{0,70}") {
        prop_assert_eq!(written(&text), serde_json::to_string(&text).unwrap());
    }
}
