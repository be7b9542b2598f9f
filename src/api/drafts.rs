//! A candidate's own draft, read before it is sent.

use actix_web::{HttpRequest, HttpResponse, post};

use super::answer;
use super::body::JsonBody;
use super::clock::now;
use super::problem::Problem;
use super::query::expect_none;
use crate::drafts::{self, DraftReview, DraftReviewSubmission};
use crate::facts::{Checked, Rejected, read_around_facts};
use crate::planning;

/// Review a draft
///
/// What a good adviser would say of a candidate's own words: findings with the place, a suggestion and the sources; the
/// parts that such a message should hold; and whether it should go out now at all, by the plan. Warnings, not verdicts.
/// Quoted messages and signatures are not judged for tone. `draft.sent_too_early` stands under `send_now`, not among the
/// findings: it is not about the words. Spans count UTF-16 code units.
#[utoipa::path(
    tag = "follow-up",
    request_body(content = DraftReviewSubmission, description = "The facts, and the draft that is held against them."),
    responses((status = 200, description = "The review.", body = DraftReview)),
)]
#[post("/v1/draft-reviews")]
pub(super) async fn create_draft_review(
    body: JsonBody,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    expect_none(&request)?;
    Ok(answer::by_the_rules(&review(&body.0)?))
}

/// The review of a draft as it is sent, with its facts.
pub(super) fn review(body: &[u8]) -> Result<DraftReview, Problem> {
    let mut violations = Vec::new();
    let mut draft = None;
    let read = read_around_facts::<DraftReviewSubmission>(
        body,
        "/facts",
        |submission| {
            let (read, faults) = submission.draft();
            draft = Some(read);
            violations = faults;
            std::mem::take(&mut submission.facts)
        },
        now(),
    );
    let (interview, as_of) = match read {
        Ok((_, Checked { interview, as_of })) if violations.is_empty() => (interview, as_of),
        Ok(_) => return Err(Rejected::Impossible(violations).into()),
        Err(Rejected::Impossible(of_facts)) => {
            let all = of_facts.into_iter().chain(violations).collect();
            return Err(Rejected::Impossible(all).into());
        }
        Err(rejected) => return Err(rejected.into()),
    };
    let draft = draft.ok_or_else(Problem::internal)?;
    let plan = planning::plan(&interview, as_of);
    Ok(drafts::review(&interview, &plan, &draft))
}
