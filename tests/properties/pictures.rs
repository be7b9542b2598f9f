//! What holds of every picture.

use followup::export::timeline;
use followup::planning::Course;
use proptest::prelude::*;
use roxmltree::Document;

use crate::cases::Case;
use crate::interviews::any_interview;
use crate::{planned, settings};

fn drawn(case: &Case) -> String {
    timeline(Course::new(&case.checked.interview, &planned(case)))
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn a_picture_is_small_sound_and_the_same_again(case in any_interview()) {
        let svg = drawn(&case);
        prop_assert!(svg.len() < 20_000, "{} bytes", svg.len());
        prop_assert!(Document::parse(&svg).is_ok(), "{svg}");
        prop_assert_eq!(&drawn(&case), &svg);
    }

    #[test]
    fn nothing_is_drawn_outside_a_picture(case in any_interview()) {
        let svg = drawn(&case);
        let document = Document::parse(&svg).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let height: i32 = document.root_element().attribute("height").unwrap().parse().unwrap();
        for node in document.descendants() {
            let number = |name| node.attribute(name).map(|number| number.parse::<i32>().unwrap());
            let (x, width) = (number("x").or(number("cx")).unwrap_or_default(), number("width").unwrap_or_default());
            let (y, deep) = (number("y").or(number("cy")).unwrap_or_default(), number("height").unwrap_or_default());
            prop_assert!(x >= 0 && x + width <= 960 && y >= 0 && y + deep <= height && width >= 0 && deep >= 0, "{node:?}");
        }
    }
}
