//! Whether the service lives, and whether it takes requests.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

use super::answer;
use super::instance::Instance;
use super::problem::Problem;
use super::problem_types::UNAVAILABLE;

/// How the instance is.
#[derive(Serialize, ToSchema)]
pub(super) struct Health {
    /// What the probe asked for is so.
    status: HealthStatus,
}

/// What a probe can find.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum HealthStatus {
    /// The process runs and answers.
    Live,
    /// It takes requests.
    Ready,
}

pub(super) static LIVE: Health = Health {
    status: HealthStatus::Live,
};
pub(super) static READY: Health = Health {
    status: HealthStatus::Ready,
};

/// Whether the process lives
///
/// Answers as long as the process can answer at all. Restart an instance that does not.
#[utoipa::path(tag = "service", responses((status = 200, description = "The process lives.", body = Health)))]
#[get("/health/live")]
pub(super) async fn check_liveness() -> HttpResponse {
    answer::json(&LIVE)
}

/// Whether the instance takes requests
///
/// Answers 503 from the moment on which the instance was told to stop, while it still finishes what it has begun.
#[utoipa::path(tag = "service", responses((status = 200, description = "Send requests here.", body = Health)))]
#[get("/health/ready")]
pub(super) async fn check_readiness(instance: Data<Instance>) -> Result<HttpResponse, Problem> {
    if instance.is_ready() {
        Ok(answer::json(&READY))
    } else {
        Err(stopping())
    }
}

/// What the probe is told while the instance stops.
pub(super) fn stopping() -> Problem {
    UNAVAILABLE.because("The instance is about to stop.")
}
