//! Interviews as systems send them, with the facts and the plan that are made of them.

use super::super::imports::{Then, imported};
use super::{Example, shown, value};
use crate::imports::System;

/// Objects with their systems; a name begins with its system's, which goes into the path.
const OBJECTS: [(System, &str, &str, &str); 1] = [(
    System::Greenhouse,
    "greenhouse_first_interview",
    "Greenhouse: a first interview, to which one of three people did not come, and beside it what the system does not know",
    include_str!("import_greenhouse.json"),
)];

/// The objects as facts, and the first one planned.
pub(super) fn all() -> Vec<Example> {
    let mut examples = Vec::new();
    for (system, name, summary, body) in OBJECTS {
        let Ok(facts) = imported(system, body.as_bytes(), None) else {
            continue;
        };
        examples.push(Example {
            request: serde_json::from_str(body).ok(),
            ..shown("import_interview", name, summary, value(&facts))
        });
    }
    let (system, _, _, body) = OBJECTS[0];
    if let Ok(plan) = imported(system, body.as_bytes(), Some(Then::Plan)) {
        examples.push(shown(
            "import_interview",
            "greenhouse_planned",
            "The first of them, with then=plan",
            value(&plan),
        ));
    }
    examples
}
