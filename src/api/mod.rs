//! The only room that knows HTTP: routes, problems, the OpenAPI document, listening and stopping.
//!
//! A request passes `envelope` (request id, panics, problems, log), is routed by [`routes`] to a handler, which reads
//! its body and query strictly, calls the rooms below, and answers JSON. Errors of the rooms below become
//! problem documents in `problem.rs` alone; the clock is read in `clock.rs` alone.

mod accept;
mod admission;
mod answer;
mod batch;
mod body;
mod browsers;
mod calendars;
mod clock;
mod connection;
mod drafts;
mod envelope;
mod examples;
mod fixed;
mod guidance;
mod health;
mod imports;
mod instance;
mod late;
mod mcp;
mod messages;
mod metrics;
mod openapi;
mod pages;
mod plans;
mod probe;
mod problem;
mod problem_types;
mod query;
mod refusal;
mod sending;
mod server;
#[cfg(feature = "otlp")]
mod span;
mod strategies;
mod trace;
mod turns;
mod working_days;

use std::rc::Rc;

use actix_web::body::BoxBody;
use actix_web::dev::{HttpServiceFactory, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::guard::Get;
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data, PayloadConfig};
use actix_web::{App, Error};
use utoipa_actix_web::OpenApiFactory;

use self::mcp::Operations;
use self::turns::Turns;

pub use batch::{as_of, filter};
pub use clock::now;
pub use instance::Instance;
pub use openapi::json as openapi_json;
pub use probe::{probe, ready_url};
pub use problem::{Fault, Problem};
pub use problem_types::{ALL as PROBLEM_TYPES, ProblemType};
pub use server::{listen, serve};

/// Where a route is registered: in the service, or in the document that is drawn up of it. What only serves has no use for
/// the schemas, which would be collected anew by every worker.
trait Registry {
    fn add<H: HttpServiceFactory + OpenApiFactory + 'static>(&mut self, handler: H) -> &mut Self;
}

impl Registry for web::ServiceConfig {
    fn add<H: HttpServiceFactory + OpenApiFactory + 'static>(&mut self, handler: H) -> &mut Self {
        self.service(handler)
    }
}

impl Registry for utoipa_actix_web::service_config::ServiceConfig<'_> {
    fn add<H: HttpServiceFactory + OpenApiFactory + 'static>(&mut self, handler: H) -> &mut Self {
        self.service(handler)
    }
}

/// Every documented route. Route and document are one act: what is not registered here is in neither.
fn routes(registry: &mut impl Registry) {
    registry
        .add(plans::create_plan)
        .add(plans::create_schedule)
        .add(plans::create_channel_advice)
        .add(strategies::create_strategy_comparison)
        .add(messages::create_messages)
        .add(batch::create_plans_in_batch)
        .add(drafts::create_draft_review)
        .add(imports::import_interview)
        .add(guidance::get_guidance)
        .add(messages::list_templates)
        .add(calendars::list_calendars)
        .add(calendars::get_calendar)
        .add(working_days::count_working_days)
        .add(mcp::send_mcp_message)
        .add(health::check_liveness)
        .add(health::check_readiness)
        .add(metrics::get_metrics)
        .add(pages::get_openapi)
        .add(pages::get_problem_page);
}

/// The service as it runs, for [`serve`] and for tests.
#[must_use]
pub fn app(
    instance: Data<Instance>,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<BoxBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let turns = Turns::new(instance.limits.max_waiting);
    App::new()
        .configure(routes)
        .app_data(PayloadConfig::new(body::LIMIT_BYTES))
        .app_data(instance)
        .app_data(turns)
        .app_data(Rc::new(Operations::default()))
        .service(web::resource(["/", "/docs"]).guard(Get()).to(pages::lead_to_docs))
        .service(
            web::resource("/docs/swagger-initializer.js")
                .guard(Get())
                .to(pages::swagger_initializer),
        )
        .service(pages::swagger_ui())
        .default_service(web::to(pages::fallback))
        .wrap(from_fn(envelope::envelope))
}

/// The whole plan of interview facts (JSON), as `POST /v1/plans` answers it, indented.
///
/// # Errors
/// The problem document that the endpoint would answer.
pub fn plan(facts: &[u8]) -> Result<Vec<u8>, Problem> {
    let plan = plans::plan(facts)?;
    serde_json::to_vec_pretty(&plan).map_err(|_| Problem::internal())
}

/// Writes ahead of the first request what never changes.
fn prepare() {
    metrics::prepare();
    openapi::prepare();
    guidance::prepare();
    messages::prepare();
    crate::guidance::prepare();
    crate::drafts::prepare();
    calendars::prepare();
}
