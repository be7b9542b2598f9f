//! The company and the position that a draft names, held against the facts. Said only where it is sure.

use crate::guidance::rules;

use super::company::wrong_companies;
use super::findings::{Case, Findings};
use super::review::{Field, Severity};
use super::title::wrong_positions;

pub(super) fn check(case: &Case, found: &mut Findings) {
    let letters = [
        (Field::Subject, case.subject.as_ref()),
        (Field::Body, Some(&case.body)),
    ];
    for (field, letter) in letters {
        let Some(letter) = letter else { continue };
        if !case.known.position.is_empty() {
            let position = case.interview.position.as_deref().unwrap_or_default();
            for at in wrong_positions(letter, &case.known, field == Field::Subject) {
                let suggestion = format!("The facts say {position}.");
                found.add(
                    &rules::DRAFT_WRONG_POSITION,
                    Severity::Error,
                    field,
                    at,
                    suggestion,
                );
            }
        }
        if !case.known.company.is_empty() && !case.known.agency {
            let company = case.interview.employer.name.as_deref().unwrap_or_default();
            for at in wrong_companies(letter, &case.known) {
                let suggestion = format!("The facts say {company}.");
                found.add(
                    &rules::DRAFT_WRONG_COMPANY,
                    Severity::Error,
                    field,
                    at,
                    suggestion,
                );
            }
        }
    }
}
