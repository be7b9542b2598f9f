//! The rules, shown.

use std::sync::LazyLock;

use actix_web::{HttpRequest, HttpResponse, get};

use super::fixed::Fixed;
use super::problem::Problem;
use super::query::expect_none;
use crate::guidance::{Guidance, guidance};

static GUIDANCE: LazyLock<Fixed> = LazyLock::new(|| Fixed::json(guidance()).by_the_rules());

/// Show the rules behind every answer
///
/// Four guides for candidates disagree about when and how to follow up. Each rule here settles one question: it shows
/// what each guide says, the answer that the planner goes by, its figures, and why. The reasons in a plan name these
/// rules and sources by their ids.
#[utoipa::path(tag = "knowledge", responses((status = 200, description = "Every source and every rule.", body = Guidance)))]
#[get("/v1/guidance")]
pub(super) async fn get_guidance(request: HttpRequest) -> Result<HttpResponse, Problem> {
    expect_none(&request)?;
    GUIDANCE.answer(&request)
}

/// Writes the guidance ahead of the first request.
pub(super) fn prepare() {
    LazyLock::force(&GUIDANCE);
}
