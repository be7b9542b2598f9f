//! Who is let in: what is turned away before it reaches a handler.

use std::time::Duration;

use actix_web::FromRequest;
use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::rt::time::timeout;
use actix_web::web::Bytes;

use super::problem::Problem;
use super::problem_types::OVERLOADED;

/// How long the body of a request that is turned away is waited for, so that its connection can be kept.
const LAST_WORD: Duration = Duration::from_secs(1);

/// Whether everybody is let in there: probes, and what watches the instance.
pub(super) fn is_open(path: &str) -> bool {
    path.starts_with("/health/") || path == "/metrics"
}

/// The refusal of a request that is one too many.
pub(super) fn overloaded() -> Problem {
    OVERLOADED.because("More requests are open than this instance takes on. Nothing was done; send it again.")
}

/// Reads the body of a request that is turned away: an answer before its end would cost the connection.
pub(super) async fn read_off(request: &HttpRequest, payload: &mut Payload) {
    let _ = timeout(LAST_WORD, Bytes::from_request(request, payload)).await;
}
