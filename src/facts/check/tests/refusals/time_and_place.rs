//! Dates, instants, places, languages, and what cannot be true together.

use serde_json::json;

use super::{Refusal, row};

#[expect(clippy::too_many_lines, reason = "one table")]
pub(super) fn refusals() -> Vec<Refusal> {
    vec![
        // Dates and instants
        row(
            &["/timeline/date"],
            json!("13/03/2026"),
            ("", "not_a_date", "as in 2026-03-02"),
        ),
        row(&["/timeline/date"], json!("2026-3-13"), ("", "not_a_date", "")),
        row(&["/timeline/date"], json!("+12026-03-13"), ("", "not_a_date", "")),
        row(&["/timeline/date"], json!(""), ("", "not_a_date", "")),
        row(
            &["/timeline/date"],
            json!("2026-13-01"),
            ("", "not_a_date", "no month 13"),
        ),
        row(
            &["/timeline/date"],
            json!("2027-02-29"),
            ("", "not_a_date", "February 2027 has the days 1 to 28, and no 29"),
        ),
        row(
            &["/timeline/date"],
            json!("9999-12-31"),
            ("", "out_of_range", "1999 to 2052; this is in 9999"),
        ),
        row(
            &["/as_of"],
            json!("2053-01-01T00:00:00Z"),
            ("", "out_of_range", "2053"),
        ),
        row(
            &["/interview/started_at"],
            json!("1999-12-31T23:59:59Z"),
            ("", "out_of_range", "2000 to 2050"),
        ),
        row(
            &["/interview/date"],
            json!("0000-01-01"),
            ("", "out_of_range", "2000 to 2050"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09"),
            (
                "",
                "not_an_instant",
                "time of day and the offset from UTC are missing",
            ),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T10:00Z"),
            ("", "not_an_instant", "the seconds are missing"),
        ),
        row(
            &["/as_of"],
            json!("2026-02-30T10:00:00Z"),
            ("", "not_an_instant", "February 2026"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T24:00:00Z"),
            ("", "not_an_instant", "no time of day 24:00:00"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T10:00:00+18:01"),
            ("", "not_an_instant", "18 hours"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T10:00:00-0800"),
            ("", "not_an_instant", "is no offset"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T10:00:00.Z"),
            ("", "not_an_instant", "is none"),
        ),
        row(
            &["/as_of"],
            json!("now"),
            ("", "not_an_instant", "\"now\" is none"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T10:00:00"),
            ("", "no_offset", "add `Z` for UTC"),
        ),
        row(
            &["/as_of"],
            json!("2026-03-09T10:00"),
            ("", "no_offset", "the seconds and the offset"),
        ),
        // Places and languages
        row(
            &["/employer/time_zone"],
            json!("America/Los_Angelos"),
            ("", "unknown_time_zone", "perhaps America/Los_Angeles"),
        ),
        row(
            &["/employer/country"],
            json!("UK"),
            ("", "unknown_country", "perhaps GB"),
        ),
        row(
            &["/employer/country"],
            json!("USA"),
            ("", "unknown_country", "perhaps US"),
        ),
        row(
            &["/employer/subdivision"],
            json!("US-XX"),
            ("", "unknown_subdivision", "\"US-XX\" is none"),
        ),
        row(
            &["/employer/subdivision"],
            json!("DE-BY"),
            (
                "",
                "subdivision_of_another_country",
                "\"US\"; this one lies in DE",
            ),
        ),
        row(
            &["/employer/country"],
            json!("DE"),
            ("/employer/subdivision", "subdivision_of_another_country", "US"),
        ),
        row(
            &["/preferences/locale"],
            json!("de-DE"),
            ("", "unsupported_language", "en-US, en-GB, en-CA and en-AU"),
        ),
        row(
            &["/preferences/locale"],
            json!("en_US"),
            ("", "unsupported_language", "is none"),
        ),
        // What can't be true
        row(
            &["/timeline/date"],
            json!("2026-03-01"),
            ("", "before_the_interview", "2026-03-02"),
        ),
        row(
            &["/pins/0/on"],
            json!("2026-03-01"),
            ("", "before_the_interview", "2026-03-02"),
        ),
        row(
            &["/history/1/timeline"],
            json!({"kind": "by_date", "date": "2026-03-05"}),
            ("/history/1/timeline/date", "before_the_reply", "2026-03-06"),
        ),
        row(
            &["/history/0/at"],
            json!("2026-03-09T18:00:01Z"),
            ("", "after_as_of", "2026-03-09T11:00:00-07:00"),
        ),
        row(
            &["/withdrawal/decided_at"],
            json!("2026-03-10T00:00:00Z"),
            ("", "after_as_of", "`as_of`"),
        ),
        row(
            &["/competing_offer/received_at"],
            json!("2026-03-10T00:00:00Z"),
            ("", "after_as_of", "`as_of`"),
        ),
        row(
            &["/interview/started_at"],
            json!("2026-03-02T23:00:01Z"),
            ("/interview/ended_at", "wrong_order", "`started_at`"),
        ),
        row(
            &["/employer/closures/0/to"],
            json!("2026-12-23"),
            ("", "wrong_order", "2026-12-24"),
        ),
        row(
            &["/employer/closures/0/to"],
            json!("2027-12-25"),
            ("", "out_of_range", "366 days"),
        ),
        row(
            &["/timeline"],
            json!({"kind": "within_working_days", "min": 6, "max": 5}),
            ("/timeline/min", "wrong_order", "`max`, which is 5; it is 6"),
        ),
        row(
            &["/competing_offer/answer_by"],
            json!("2026-03-04"),
            ("", "wrong_order", "2026-03-05"),
        ),
        row(
            &["/interview/date"],
            json!("2026-03-03"),
            ("", "contradiction", "2026-03-02"),
        ),
        row(&["/timeline/max"], json!(5), ("", "contradiction", "`by_date`")),
        row(
            &["/timeline"],
            json!({"kind": "within_days", "max": 5, "date": "2026-03-09"}),
            ("/timeline/date", "contradiction", "`max`"),
        ),
        row(
            &["/history/0/outcome"],
            json!("offer"),
            ("", "contradiction", "`received`"),
        ),
        row(
            &["/history/1/purpose"],
            json!("check_in"),
            ("", "contradiction", "`sent`"),
        ),
        row(
            &["/history/1/delivered"],
            json!(false),
            ("", "contradiction", "`sent`"),
        ),
        row(
            &["/history/1/until"],
            json!("2026-03-20"),
            ("", "contradiction", "`timeline`"),
        ),
    ]
}
