//! Our JSON beside that of `serde_json`. Whole answers are held beside it in `tests/properties/bytes.rs`.

use proptest::prelude::*;

use super::*;

fn written(value: &(impl WriteJson + ?Sized)) -> String {
    let mut out = Vec::new();
    value.write_json(&mut out);
    String::from_utf8(out).unwrap()
}

proptest! {
    #[test]
    fn every_text_is_written_as_serde_json_writes_it(text in "(?s)[ -~]{0,70}(.|[\\x00-\\x1f\"\\\\]){0,3}[ -~]{0,70}") {
        prop_assert_eq!(written(&text), serde_json::to_string(&text).unwrap());
    }
}
