//! Request bodies: JSON, uncompressed, at most 64 KiB.

use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_TYPE, UPGRADE};
use actix_web::rt::time::timeout;
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpRequest};

use super::connection::Exchange;
use super::instance::Instance;
use super::problem::Problem;
use super::problem_types::{BAD_REQUEST, NOT_JSON, REQUEST_TIMEOUT, UNSUPPORTED_MEDIA_TYPE};
use super::turns::Turns;
use crate::config::Limits;

/// The largest body that is read.
pub(super) const LIMIT_BYTES: usize = 64 * 1024;

/// How long the body of a request that is turned away is waited for, so that its connection can be kept.
const LAST_WORD: Duration = Duration::from_secs(1);

/// Reads the body of a request that is turned away: an answer before its end would cost the connection.
pub(super) async fn read_off(request: &HttpRequest, payload: &mut Payload) {
    if let Ok(Ok(_)) = timeout(LAST_WORD, Bytes::from_request(request, payload)).await
        && let Some(exchange) = request.conn_data::<Rc<Exchange>>()
    {
        exchange.body_is_read();
    }
}

/// How long a body, or a pause in a streamed one, may take.
pub(super) fn deadline(request: &HttpRequest) -> Duration {
    let instance = request.app_data::<Data<Instance>>();
    let limit = instance.map_or(Limits::default().body_timeout, |instance| {
        instance.limits.body_timeout
    });
    limit.duration()
}

/// A body that claims to be JSON, when it is its request's turn; its syntax is judged by whoever parses it.
pub(super) struct JsonBody(pub(super) Bytes);

impl FromRequest for JsonBody {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let media_type = expect_json(request);
        let body = Bytes::from_request(request, payload);
        let deadline = deadline(request);
        let exchange = request.conn_data::<Rc<Exchange>>().cloned();
        let turns = request.app_data::<Rc<Turns>>().cloned();
        Box::pin(async move {
            // What is not read costs the connection, so a body of the wrong type is read as well.
            let patience = if media_type.is_ok() { deadline } else { LAST_WORD };
            let body = timeout(patience, body).await;
            if let (Ok(Ok(_)), Some(exchange)) = (&body, exchange) {
                exchange.body_is_read();
            }
            media_type?;
            let body = body.map_err(|_| too_slow())?.map_err(|error| unread(&error))?;
            if body.is_empty() {
                return Err(NOT_JSON.because("The body is empty. Send the interview facts as JSON."));
            }
            if let Some(turns) = turns {
                turns.next().await?;
            }
            Ok(Self(body))
        })
    }
}

fn expect_json(request: &HttpRequest) -> Result<(), Problem> {
    expect_media_type(request, "application/json", is_json)
}

/// Refuses a body that is compressed, or whose media type (lower case, without parameters) does not fit; `wanted` is the one
/// to send.
pub(super) fn expect_media_type(
    request: &HttpRequest,
    wanted: &str,
    fits: fn(&str) -> bool,
) -> Result<(), Problem> {
    let header = |name| {
        request
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap_or_default())
    };
    // actix takes everything that follows for the body then, whatever its length is said to be.
    if header(UPGRADE).is_some_and(|protocol| protocol.eq_ignore_ascii_case("websocket")) {
        return Err(BAD_REQUEST.because("A body cannot come with a change to WebSocket. Leave Upgrade away."));
    }
    if header(CONTENT_ENCODING).is_some_and(|encoding| !encoding.eq_ignore_ascii_case("identity")) {
        return Err(UNSUPPORTED_MEDIA_TYPE
            .because("The body is compressed. Send it as it is, without Content-Encoding."));
    }
    let Some(media_type) = header(CONTENT_TYPE) else {
        return Err(no_media_type(wanted));
    };
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    if fits(&essence.to_ascii_lowercase()) {
        return Ok(());
    }
    Err(UNSUPPORTED_MEDIA_TYPE.because(format!(
        "The Content-Type does not fit. Send `Content-Type: {wanted}`."
    )))
}

/// The refusal of a body that does not come to its end in time.
pub(super) fn too_slow() -> Problem {
    REQUEST_TIMEOUT.because("The body took too long to arrive.")
}

/// The refusal of a body that does not say what it is.
pub(super) fn no_media_type(wanted: &str) -> Problem {
    UNSUPPORTED_MEDIA_TYPE.because(format!(
        "There is no Content-Type. Send `Content-Type: {wanted}`."
    ))
}

/// `application/json`, or an application type that ends in `+json`.
fn is_json(essence: &str) -> bool {
    essence
        .strip_prefix("application/")
        .is_some_and(|subtype| subtype == "json" || subtype.ends_with("+json"))
}

fn unread(error: &actix_web::Error) -> Problem {
    match error.as_error::<PayloadError>() {
        Some(PayloadError::Overflow) => Problem::body_too_large(),
        _ => BAD_REQUEST.because("The body broke off before its end, or its chunks cannot be read."),
    }
}
