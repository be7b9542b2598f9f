//! What of every answer that we write ourselves: the bytes are those of `serde_json`.

use followup::json::WriteJson;
use followup::messages::{Selection, follow_up, select};
use proptest::prelude::*;
use serde::Serialize;

use crate::interviews::any_interview;
use crate::{planned, settings};

/// Our bytes beside those of `serde_json`, as text.
fn both(answer: &(impl WriteJson + Serialize)) -> (String, String) {
    let mut ours = Vec::new();
    answer.write_json(&mut ours);
    (
        String::from_utf8(ours).unwrap(),
        serde_json::to_string(answer).unwrap(),
    )
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn every_answer_is_written_as_serde_json_writes_it(case in any_interview()) {
        let interview = &case.checked.interview;
        let plan = planned(&case);
        let (ours, theirs) = both(&plan.schedule);
        prop_assert_eq!(ours, theirs);
        let (ours, theirs) = both(&plan.channel_advice);
        prop_assert_eq!(ours, theirs);
        if let Ok(rendered) = select(interview, &plan, &Selection::default()) {
            let (ours, theirs) = both(&rendered);
            prop_assert_eq!(ours, theirs);
        }
        let (ours, theirs) = both(&follow_up(interview, plan));
        prop_assert_eq!(ours, theirs);
    }
}
