//! Wrong types at every place of the facts, properties that don't exist or stand twice, lists that are too long, odd numbers.

use serde_json::{Map, Value, json};

use super::facts::{GAP, Turns, full, places, with};
use super::{Expected, Input, fault};

pub fn inputs() -> Vec<Input> {
    let mut turns = Turns::default();
    wrong_types(&mut turns);
    nulls(&mut turns);
    unknown_and_duplicate(&mut turns);
    long_lists(&mut turns);
    numbers(&mut turns);
    turns.inputs
}

fn same_type(one: &Value, other: &Value) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

fn wrong_types(turns: &mut Turns) {
    let values = [json!(true), json!(7), json!("7"), json!([]), json!({})];
    for (place, there) in places() {
        for value in values.iter().filter(|value| !same_type(value, &there)) {
            turns.send(
                format!("{value} for {place}"),
                &with(&place, value.clone()),
                fault(&place, "wrong_type"),
            );
        }
    }
    for value in values.iter().filter(|value| !value.is_object()) {
        turns.send(format!("{value} for everything"), value, fault("", "wrong_type"));
    }
}

/// Null means absent: it is in order but where something is needed, and an entry of a list cannot be absent.
fn nulls(turns: &mut Turns) {
    let needed = [
        "/interview",
        "/timeline/kind",
        "/timeline/date",
        "/delays/0/reason",
        "/competing_offer/received_at",
        "/competing_offer/answer_by",
        "/withdrawal/decided_at",
        "/employer/closures/0/from",
        "/employer/closures/0/to",
        "/history/0/kind",
        "/history/1/kind",
        "/history/1/at",
        "/history/1/timeline/kind",
        "/history/2/kind",
        "/history/2/at",
        "/history/2/outcome",
        "/history/0/at",
        "/history/0/purpose",
        "/history/1/outcome",
        "/history/1/timeline/max",
        "/pins/0/purpose",
        "/pins/0/on",
        "/skips/0/purpose",
    ];
    for (place, _) in places() {
        let is_entry = place
            .rsplit('/')
            .next()
            .is_some_and(|name| name.parse::<usize>().is_ok());
        let expected = if is_entry {
            fault(&place, "wrong_type")
        } else if needed.contains(&place.as_str()) {
            Expected::Among(place.clone(), "missing")
        } else {
            Expected::Taken
        };
        turns.send(format!("null for {place}"), &with(&place, Value::Null), expected);
    }
}

fn unknown_and_duplicate(turns: &mut Turns) {
    let names = [
        "constructor",
        "__proto__",
        "",
        " ",
        "a/b~c",
        "🙂",
        "$ref",
        "\0",
        "toString",
    ];
    let objects = places().into_iter().filter(|(_, value)| value.is_object());
    for (index, (place, object)) in objects.chain([(String::new(), full())]).enumerate() {
        let name = names[index % names.len()];
        let mut more = object.as_object().unwrap().clone();
        more.insert(name.to_owned(), json!({"deep": [1]}));
        let facts = if place.is_empty() {
            more.into()
        } else {
            with(&place, more.into())
        };
        let escaped = name.replace('~', "~0").replace('/', "~1");
        turns.send(
            format!("an unknown {name:?} in {place}"),
            &facts,
            fault(format!("{place}/{escaped}"), "unknown_property"),
        );
        // The first property once more, with the value that it has.
        let (name, value) = object.as_object().unwrap().iter().next().unwrap();
        let text = object.to_string();
        let twice = format!("{{\"{name}\":{value},{}", &text[1..]);
        let facts = if place.is_empty() {
            Value::from(GAP)
        } else {
            with(&place, GAP.into())
        };
        turns.send_raw(
            format!("{name} twice in {place}"),
            &facts,
            twice.as_bytes(),
            fault(format!("{place}/{name}"), "duplicate_property"),
        );
    }
    let mut many = full();
    let properties: Map<_, _> = (0..4_000).map(|n| (format!("p{n}"), json!(n))).collect();
    many["candidate"] = properties.into();
    for _ in 0..7 {
        turns.send(
            "four thousand unknown properties",
            &many,
            Expected::Among("/candidate/p0".into(), "unknown_property"),
        );
        many["reference"] = json!(format!("{}x", many["reference"]));
    }
}

fn long_lists(turns: &mut Turns) {
    let lists = [
        ("/candidate/strengths", 10),
        ("/employer/closures", 40),
        ("/interview/interviewers", 20),
        ("/interview/interviewers/0/topics", 10),
        ("/interview/topics", 10),
        ("/delays", 10),
        ("/history", 50),
        ("/pins", 14),
        ("/skips", 14),
    ];
    for (place, most) in lists {
        let entry = full().pointer(place).unwrap()[0].clone();
        for many in [most + 1, 120] {
            let list = vec![entry.clone(); many];
            turns.send(
                format!("{many} in {place}"),
                &with(place, list.into()),
                Expected::Among(place.into(), "too_many"),
            );
        }
        let nothing: Vec<Value> = vec![json!({}); 8_000];
        let code = if entry.is_object() {
            "too_many"
        } else {
            "wrong_type"
        };
        let at = if entry.is_object() {
            place.to_owned()
        } else {
            format!("{place}/0")
        };
        turns.send(
            format!("8,000 objects in {place}"),
            &with(place, nothing.into()),
            Expected::Among(at, code),
        );
    }
}

fn numbers(turns: &mut Turns) {
    let places = [
        ("/interview/duration_minutes", "57"),
        ("/preferences/max_check_ins", "1"),
        ("/history/1/timeline/max", "9"),
        ("/history/1/timeline/min", "3"),
    ];
    let long = "9".repeat(300);
    let longer = "9".repeat(400);
    let small = format!("0.{}1", "0".repeat(400));
    for (place, good) in places {
        let whole = [
            format!("{good}.0"),
            format!("{good}.000"),
            format!("{good}e0"),
            format!("{good}0e-1"),
        ];
        for number in &whole {
            turns.send_raw(
                format!("{number} for {place}"),
                &with(place, GAP.into()),
                number.as_bytes(),
                Expected::Taken,
            );
        }
        for (number, code) in [
            ("-1", "out_of_range"),
            ("1e9", "out_of_range"),
            ("2147483648", "out_of_range"),
            ("4294967296", "out_of_range"),
            ("9223372036854775807", "out_of_range"),
            ("-9223372036854775808", "out_of_range"),
            ("18446744073709551615", "out_of_range"),
            ("18446744073709551616", "out_of_range"),
            ("-1e300", "out_of_range"),
            ("1e308", "out_of_range"),
            (long.as_str(), "out_of_range"),
            ("0.5", "wrong_type"),
            ("1.0000001", "wrong_type"),
            ("5e-324", "wrong_type"),
            ("-0.1", "wrong_type"),
        ] {
            turns.send_raw(
                format!("{number} for {place}"),
                &with(place, GAP.into()),
                number.as_bytes(),
                fault(place, code),
            );
        }
        for number in [
            "1e999999",
            "-1e999",
            longer.as_str(),
            "01",
            "+1",
            ".5",
            "1.",
            "1e",
            "1e+",
            "--1",
            "- 1",
            "0x10",
            "1_000",
            "1,5",
            "NaN",
            "Infinity",
            "-Infinity",
            "\u{661}",
            "1f",
            "0b1",
        ] {
            let expected = Expected::Refused(400, "not-json");
            turns.send_raw(
                format!("{number} for {place}"),
                &with(place, GAP.into()),
                number.as_bytes(),
                expected,
            );
        }
        let zero = if place == "/interview/duration_minutes" {
            fault(place, "out_of_range")
        } else {
            Expected::Taken
        };
        if place != "/history/1/timeline/max" {
            for number in ["-0", "0.0", "-0.0", "0e99", small.as_str()] {
                turns.send_raw(
                    format!("{number} for {place}"),
                    &with(place, GAP.into()),
                    number.as_bytes(),
                    zero.clone(),
                );
            }
        }
    }
}
