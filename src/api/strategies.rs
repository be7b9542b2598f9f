//! The four timing strategies, side by side.

use actix_web::{HttpRequest, HttpResponse, post};

use super::answer;
use super::body::JsonBody;
use super::clock::now;
use super::metrics;
use super::problem::Problem;
use super::query::expect_none;
use crate::facts::{Checked, InterviewSubmission, read_facts};
use crate::planning::{self, StrategyComparison};

/// Compare the timing strategies
///
/// When to ask first: the four strategies on the same facts, each with the window that it gives the first check-in, what
/// speaks for and against it, what of the employer's words it goes against, and whether it fits. Each entry is what the
/// plan with that `preferences.strategy` holds. To follow the recommendation, leave the preference at `auto`: it may know
/// better than any name, as for schools and public bodies, where `auto` waits longer than `two_week` by itself.
#[utoipa::path(
    tag = "follow-up",
    request_body(content = InterviewSubmission, description = "The facts of the interview."),
    responses((status = 200, description = "The four strategies.", body = StrategyComparison)),
)]
#[post("/v1/strategy-comparisons")]
pub(super) async fn create_strategy_comparison(
    body: JsonBody,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    expect_none(&request)?;
    let comparison = comparison(&body.0)?;
    metrics::planned(comparison.state.as_str());
    Ok(answer::by_the_rules(&comparison))
}

/// The comparison on facts as they are sent.
pub(super) fn comparison(body: &[u8]) -> Result<StrategyComparison, Problem> {
    let Checked { interview, as_of } = read_facts(body, now())?;
    Ok(planning::compare_strategies(&interview, as_of))
}
