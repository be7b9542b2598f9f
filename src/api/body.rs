//! Request bodies: JSON, uncompressed, at most 64 KiB.

use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use actix_web::rt::time::timeout;
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpRequest};

use super::instance::Instance;
use super::problem::Problem;
use super::problem_types::{NOT_JSON, REQUEST_TIMEOUT, UNSUPPORTED_MEDIA_TYPE};
use crate::config::Limits;

/// The largest body that is read.
pub(super) const LIMIT_BYTES: usize = 64 * 1024;

/// A body that claims to be JSON; its syntax is judged by whoever parses it.
pub(super) struct JsonBody(pub(super) Bytes);

impl FromRequest for JsonBody {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let media_type = expect_json(request);
        let body = Bytes::from_request(request, payload);
        let deadline = request
            .app_data::<Data<Instance>>()
            .map_or(Limits::default().body_timeout, |instance| {
                instance.limits.body_timeout
            });
        Box::pin(async move {
            media_type?;
            let body = timeout(deadline.duration(), body)
                .await
                .map_err(|_| too_slow())?
                .map_err(|error| unread(&error))?;
            if body.is_empty() {
                return Err(NOT_JSON.because("The body is empty. Send the interview facts as JSON."));
            }
            Ok(Self(body))
        })
    }
}

fn expect_json(request: &HttpRequest) -> Result<(), Problem> {
    let header = |name| {
        request
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap_or_default())
    };
    if header(CONTENT_ENCODING).is_some_and(|encoding| !encoding.eq_ignore_ascii_case("identity")) {
        return Err(UNSUPPORTED_MEDIA_TYPE
            .because("The body is compressed. Send it as it is, without Content-Encoding."));
    }
    match header(CONTENT_TYPE) {
        Some(media_type) if is_json(media_type) => Ok(()),
        Some(_) => Err(UNSUPPORTED_MEDIA_TYPE
            .because("The Content-Type is not JSON. Send `Content-Type: application/json`.")),
        None => Err(no_media_type()),
    }
}

/// The refusal of a body that does not come to its end in time.
pub(super) fn too_slow() -> Problem {
    REQUEST_TIMEOUT.because("The body took too long to arrive.")
}

/// The refusal of a body that does not say what it is.
pub(super) fn no_media_type() -> Problem {
    UNSUPPORTED_MEDIA_TYPE.because("There is no Content-Type. Send `Content-Type: application/json`.")
}

/// `application/json`, or an application type that ends in `+json`; parameters don't matter.
fn is_json(media_type: &str) -> bool {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    essence
        .strip_prefix("application/")
        .is_some_and(|subtype| subtype == "json" || subtype.ends_with("+json"))
}

fn unread(error: &actix_web::Error) -> Problem {
    match error.as_error::<PayloadError>() {
        Some(PayloadError::Overflow) => Problem::body_too_large(),
        _ => NOT_JSON.because("The body broke off before its end."),
    }
}
