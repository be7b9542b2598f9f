//! What every request passes first and every answer last: request id, panics, problems, one log event, headers.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;
use std::time::{Duration, Instant};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderMap, HeaderName, HeaderValue, TRANSFER_ENCODING,
};
use actix_web::http::{ConnectionType, Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, ResponseError};
use uuid::{Builder, Uuid};

use super::admission::Visitor;
use super::connection::Exchange;
use super::instance::Instance;
use super::problem::{MEDIA_TYPE, Problem};
use super::problem_types::{BAD_REQUEST, NOT_ACCEPTABLE};
use super::sending::{self, Held};
use super::trace::Trace;
use super::{accept, body, browsers, mcp, metrics, openapi};

/// The caller's own id for the request, or ours.
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The longest request id that is taken over.
const LONGEST_REQUEST_ID: usize = 64;

/// Paths whose answers come in one format that no `Accept` is held against: probes, and pages for people.
const TAKEN_AS_THEY_ARE: [&str; 4] = ["/health/", "/metrics", "/docs", "/problems/"];

/// The outermost middleware. It answers an error only after a panic, since nothing is left then of the request.
pub(super) async fn envelope<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse, Error> {
    let started = Instant::now();
    let id = request_id(request.headers());
    let Some(instance) = request.app_data::<Data<Instance>>().cloned() else {
        return Err(Problem::internal().under(&id).into());
    };
    let instance = instance.into_inner();
    let method = request.method().clone();
    let route = openapi::route(request.path()).unwrap_or("none");
    let trace = Trace::read(request.headers());
    let exchange = request.conn_data::<Rc<Exchange>>().cloned();
    let crowded = exchange.as_ref().is_some_and(|exchange| exchange.is_crowded());
    let has_body = request.headers().contains_key(TRANSFER_ENCODING)
        || request
            .headers()
            .get(CONTENT_LENGTH)
            .is_some_and(|length| length != "0");
    let held = Held::new(&instance, exchange.as_ref(), has_body);
    if let Some(exchange) = &exchange {
        exchange.written().await;
    }
    let welcome = instance.origins.welcome(request.headers());
    let mut visitor = Visitor::default();
    let seal = |answer: ServiceResponse, visitor: &Visitor| {
        let docs = answer.request().path().starts_with("/docs/");
        let mut answer = answered(answer, &id, &method);
        let headers = answer.response_mut().headers_mut();
        browsers::tell(headers, docs, &instance.origins, welcome.clone());
        if let Some(allowance) = visitor.allowance {
            for (name, value) in allowance.headers() {
                headers.insert(name, value);
            }
        }
        // To a client that would rather go on by another protocol actix says nothing of it, and closes.
        let changes = answer.request().head().upgrade();
        if crowded || changes || is_unread(&answer, exchange.as_deref()) || !instance.is_ready() {
            let response = answer.response_mut();
            response.head_mut().set_connection_type(ConnectionType::Close);
        }
        answer
    };

    let answer = if let Some(preflight) = browsers::preflight(&request, welcome.as_ref()) {
        Ok(seal(request.into_response(preflight), &visitor))
    } else if !has_sound_host(request.headers()) {
        Ok(seal(
            request.into_response(unsound_host().under(&id).error_response()),
            &visitor,
        ))
    } else if let Err(problem) =
        instance
            .admission
            .admit(&request, crowded || held.is_too_many(), &mut visitor)
    {
        metrics::turned_away(problem.kind().status);
        let (unanswered, mut payload) = request.into_parts();
        body::read_off(&unanswered, &mut payload).await;
        let refused = ServiceResponse::new(unanswered, problem.under(&id).error_response());
        Ok(seal(refused, &visitor))
    } else {
        if method == Method::HEAD {
            // The connection remembers that no body is wanted; for everybody else HEAD is GET.
            request.head_mut().method = Method::GET;
        }
        match unwound(next.call(request)).await {
            Some(Ok(answer)) => Ok(seal(answer.map_into_boxed_body(), &visitor)),
            Some(Err(error)) => Err(error
                .as_error::<Problem>()
                .cloned()
                .unwrap_or_else(|| Problem::of_status(error.as_response_error().status_code()))),
            None => {
                metrics::panicked();
                Err(Problem::internal())
            }
        }
    };
    let (status, bytes) = match &answer {
        Ok(answer) => (answer.status(), size_of(answer)),
        Err(problem) => (problem.status_code(), problem.to_json().len() as u64),
    };
    // Where the next request would begin is not known: the answer says that it is the last.
    let gives_up = answer.as_ref().is_ok_and(|answer| {
        let refused = status.is_client_error() && !answer.response().keep_alive();
        refused || is_unread(answer, exchange.as_deref())
    });
    if let Some(exchange) = exchange.filter(|_| gives_up) {
        exchange.give_up();
    }
    Event {
        id: &id,
        method: &method,
        route,
        status,
        took: started.elapsed(),
        bytes,
        key_id: visitor.key_id.as_deref(),
        trace,
    }
    .tell();
    match answer {
        Ok(answer) => Ok(answer.map_body(|_, body| sending::in_parts(body, held))),
        Err(problem) => Err(problem.under(&id).into()),
    }
}

/// Whether the request has a body that nobody has read: a batch is read while it is answered.
fn is_unread<B: MessageBody>(answer: &ServiceResponse<B>, exchange: Option<&Exchange>) -> bool {
    exchange.is_some_and(Exchange::has_body) && answer.response().body().size() != BodySize::Stream
}

/// Whether `Host`, if it is there, is a host with or without a port (RFC 9112, 3.2); it may be empty.
fn has_sound_host(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(HOST) else {
        return true;
    };
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=%:[]".contains(&byte);
    host.as_bytes().iter().copied().all(sound)
}

fn unsound_host() -> Problem {
    BAD_REQUEST.because("The Host header names no host.")
}

/// The caller's id if it is one, else a new one.
fn request_id(headers: &HeaderMap) -> String {
    let given = headers.get(REQUEST_ID).and_then(|id| id.to_str().ok());
    match given {
        Some(id) if is_request_id(id) => id.to_owned(),
        _ => new_request_id().to_string(),
    }
}

/// A random id. Chance is drawn once a thread and counted on from there in long strides: these ids have to be unique, not
/// secret, and that spares a call of the system for each request.
fn new_request_id() -> Uuid {
    const STRIDE: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;
    thread_local! {
        static NEXT: Cell<u128> = Cell::new(Uuid::new_v4().as_u128());
    }
    let id = NEXT.get();
    NEXT.set(id.wrapping_add(STRIDE));
    Builder::from_random_bytes(id.to_be_bytes()).into_uuid()
}

fn is_request_id(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    (1..=LONGEST_REQUEST_ID).contains(&id.len()) && id.bytes().all(allowed)
}

/// What the future answers, or nothing if it panicked. The panic hook has logged where.
async fn unwound<F: Future>(future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    std::future::poll_fn(|context| {
        // Safe to go on: after a panic neither the future nor anything in it is touched again.
        match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
            Ok(Poll::Ready(output)) => Poll::Ready(Some(output)),
            Ok(Poll::Pending) => Poll::Pending,
            Err(_) => Poll::Ready(None),
        }
    })
    .await
}

/// The answer as it leaves: errors as problem documents, formats that are welcome, our headers on it.
fn answered(answer: ServiceResponse, id: &str, method: &Method) -> ServiceResponse {
    let mut answer = match problem_in(&answer) {
        Some(problem) => answer.into_response(problem.under(id).error_response()),
        None => answer,
    };
    let headers = answer.response_mut().headers_mut();
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, id);
    }
    if method == Method::POST {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    answer
}

/// The problem that must stand in place of this answer, if any.
fn problem_in(answer: &ServiceResponse) -> Option<Problem> {
    let response = answer.response();
    let media_type = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    if response.status().is_success() {
        let path = answer.request().path();
        let welcome = TAKEN_AS_THEY_ARE.iter().any(|prefix| path.starts_with(prefix))
            || media_type.is_none_or(|own| accept::preferred(answer.request().headers(), &[own]).is_some());
        return (!welcome).then(|| not_acceptable(&[media_type.unwrap_or_default()]));
    }
    let is_message = answer.request().path() == mcp::PATH && media_type == Some(mcp::MEDIA_TYPE);
    let is_told = is_message || media_type == Some(MEDIA_TYPE);
    if response.status().as_u16() < 400 || is_told && response.error().is_none() {
        return None;
    }
    let ours = response.error().and_then(|error| error.as_error::<Problem>());
    Some(
        ours.cloned()
            .unwrap_or_else(|| Problem::of_status(response.status())),
    )
}

/// The refusal of an `Accept` that rules out every format there is.
pub(super) fn not_acceptable(media_types: &[&str]) -> Problem {
    let (formats, accept) = (
        media_types.join(" and "),
        if media_types.len() == 1 {
            "that"
        } else {
            "one of them"
        },
    );
    NOT_ACCEPTABLE.because(format!(
        "This resource exists as {formats} alone; accept {accept}, or leave Accept away."
    ))
}

fn size_of(answer: &ServiceResponse<BoxBody>) -> u64 {
    match answer.response().body().size() {
        BodySize::Sized(bytes) => bytes,
        BodySize::None | BodySize::Stream => 0,
    }
}

/// One event a request. Paths and queries are left out: they may hold what a candidate told.
struct Event<'a> {
    id: &'a str,
    method: &'a Method,
    route: &'static str,
    status: StatusCode,
    took: Duration,
    bytes: u64,
    key_id: Option<&'a str>,
    trace: Option<Trace>,
}

impl Event<'_> {
    /// Logs and counts it.
    fn tell(self) {
        metrics::answered(self.method, self.route, self.status, self.took);
        #[cfg(feature = "otlp")]
        super::span::answered(
            self.method,
            (self.route != "none").then_some(self.route),
            self.status,
            self.took,
            self.trace.as_ref(),
        );
        let micros = u64::try_from(self.took.as_micros()).unwrap_or(u64::MAX);
        let (trace_id, parent_id) = self.trace.as_ref().map(Trace::ids).unzip();
        let status = self.status.as_u16();
        // A level is part of an event's fixed shape, so there are two.
        macro_rules! tell {
            ($level:ident, $message:literal) => {
                tracing::$level!(
                    request_id = self.id,
                    method = self.method.as_str(),
                    route = self.route,
                    status,
                    micros,
                    bytes = self.bytes,
                    key_id = self.key_id,
                    trace_id,
                    parent_id,
                    $message
                )
            };
        }
        // Being busy is no fault, and a flood of errors would be the next burden.
        if status >= 500 && self.status != StatusCode::SERVICE_UNAVAILABLE {
            tell!(error, "request failed");
        } else {
            tell!(info, "request");
        }
    }
}
