//! Interviews as systems send them, with the facts and the plan that are made of them.

use super::super::imports::{Then, imported};
use super::{Example, shown, value};
use crate::imports::System;

/// Objects with their systems, and what they show; a name begins with its system's, which goes into the path.
const OBJECTS: [(System, &str, &str, &str); 6] = [
    (
        System::Greenhouse,
        "greenhouse_first_interview",
        "Greenhouse: a first interview, to which one of three people did not come, and beside it what the system does not know",
        include_str!("import_greenhouse.json"),
    ),
    (
        System::Lever,
        "lever_on_site",
        "Lever: milliseconds, minutes and a zone; an interviewer who stands there twice",
        include_str!("import_lever.json"),
    ),
    (
        System::Ashby,
        "ashby_two_events",
        "Ashby: the webhook of a schedule with two events, days apart, and somebody who only watched",
        include_str!("import_ashby.json"),
    ),
    (
        System::Workable,
        "workable_call",
        "Workable: a call, by itself; nobody has an address",
        include_str!("import_workable.json"),
    ),
    (
        System::SmartRecruiters,
        "smartrecruiters_panel",
        "SmartRecruiters: a panel known by ids alone, whose names stand in the facts beside it",
        include_str!("import_smartrecruiters.json"),
    ),
    (
        System::Merge,
        "merge_final_round",
        "Merge: a final round, expanded, without an end",
        include_str!("import_merge.json"),
    ),
];

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
