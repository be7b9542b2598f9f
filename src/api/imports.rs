//! Interviews as applicant-tracking systems send them, as our facts or planned at once.

use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse, post};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::answer;
use super::body::JsonBody;
use super::clock::now;
use super::metrics;
use super::problem::Problem;
use super::query::Query;
use crate::facts::InterviewSubmission;
use crate::imports::{self, Assumption, ImportSubmission, System};
use crate::messages::{self, FollowUp};
use crate::planning;

/// What to make of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ImportThen)]
pub(super) enum Then {
    /// The plan, in place of the facts.
    Plan,
}

/// What is made of the facts.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "it documents the query that is read by hand, so that all faults are reported at once"
)]
pub(super) struct ImportQuery {
    /// `plan`: answer the plan in place of the facts. Default: the facts.
    then: Option<Then>,
}

/// An interview in our facts.
#[derive(Serialize, ToSchema)]
pub(super) struct ImportedFacts {
    /// The facts. Every endpoint that takes facts takes them as they are.
    #[schema(value_type = InterviewSubmission)]
    facts: Value,
    /// What was guessed or left out on the way.
    assumptions: Vec<Assumption>,
    /// Facts that would sharpen the plan, as paths of the facts, those that matter most first.
    #[schema(example = json!(["timeline", "employer.country", "interview.position"]))]
    missing: Vec<String>,
}

/// The plan of an imported interview.
#[derive(Serialize, ToSchema)]
pub(super) struct ImportedPlan {
    /// The plan. What it takes for granted itself stands in its own `assumptions`.
    plan: FollowUp,
    /// What was guessed or left out on the way from the object to facts.
    assumptions: Vec<Assumption>,
    /// Facts that would sharpen the plan, as paths of the facts, those that matter most first.
    #[schema(example = json!(["timeline", "employer.country", "interview.position"]))]
    missing: Vec<String>,
}

/// An imported interview as facts or, with `then=plan`, as its plan.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub(super) enum Import {
    /// Without `then`.
    Facts(ImportedFacts),
    /// With `then=plan`.
    Plan(Box<ImportedPlan>),
}

/// Import an interview from an applicant-tracking system
///
/// The interview as the system sends it (by its API or in a webhook) becomes facts that every other endpoint takes; with
/// `then=plan` the answer is the plan itself. Unknown fields, nulls and values of another type than documented do no harm: they
/// are left out, and what was guessed stands in `assumptions`. What the system does not know (the candidate, the position, what
/// was said of the decision) can stand beside it as `{"object": …, "facts": …}`; those facts win. An object without any time is
/// refused unless the facts beside it have one.
#[utoipa::path(
    tag = "imports",
    params(
        ("system" = System, Path, description = "The system that sent the interview.", example = "greenhouse"),
        ImportQuery,
    ),
    request_body(content = ImportSubmission, description = "The interview, by itself or beside facts of your own."),
    responses((status = 200, description = "The facts, or the plan.", body = Import)),
)]
#[post("/v1/imports/{system}")]
pub(super) async fn import_interview(
    path: Path<String>,
    body: JsonBody,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let system = known_system(&path)?;
    let mut query = Query::read(&request, &["then"]);
    let then = query.one_of("then", &[Then::Plan], |_| "plan");
    query.finish()?;
    let import = imported(system, &body.0, then)?;
    if let Import::Plan(imported) = &import {
        metrics::planned(imported.plan.schedule.state.as_str());
    }
    Ok(answer::by_the_rules(&import))
}

/// An object as facts, or as the plan that is made of them.
pub(super) fn imported(system: System, body: &[u8], then: Option<Then>) -> Result<Import, Problem> {
    let imported = imports::import(system, body, now())?;
    let (assumptions, missing) = (imported.assumptions, imported.missing);
    Ok(match then {
        None => Import::Facts(ImportedFacts {
            facts: imported.facts,
            assumptions,
            missing,
        }),
        Some(Then::Plan) => {
            let interview = &imported.checked.interview;
            let plan = planning::plan(interview, imported.checked.as_of);
            Import::Plan(Box::new(ImportedPlan {
                plan: messages::follow_up(interview, plan),
                assumptions,
                missing,
            }))
        }
    })
}

fn known_system(name: &str) -> Result<System, Problem> {
    let known = System::ALL.into_iter().find(|system| system.as_str() == name);
    known.ok_or_else(|| {
        let names = System::ALL.map(System::as_str).join(", ");
        Problem::not_found(format!("No system of this name is known. These are: {names}."))
    })
}
