//! A span for each request (feature `otlp`): by OpenTelemetry's interface, under its names for HTTP, and in the caller's trace.
//!
//! The program says where spans go; where it says nothing, they go nowhere. Names and attributes are those of the route, never
//! of the path, which may hold what a candidate told.

use std::sync::LazyLock;
use std::time::Duration;

use actix_web::http::{Method, StatusCode};
use opentelemetry::global::{self, BoxedTracer};
use opentelemetry::trace::{
    Span, SpanContext, SpanId, SpanKind, Status, TraceContextExt, TraceFlags, TraceId, TraceState, Tracer,
};
use opentelemetry::{Context, KeyValue};

use super::clock;
use super::trace::Trace;

static TRACER: LazyLock<BoxedTracer> = LazyLock::new(|| global::tracer(env!("CARGO_PKG_NAME")));

/// Tells of a request that was answered just now; `route` is none where there was no such route.
pub(super) fn answered(
    method: &Method,
    route: Option<&str>,
    status: StatusCode,
    took: Duration,
    trace: Option<&Trace>,
) {
    let ended = clock::precisely();
    let parent = trace.and_then(caller_of);
    let parent = parent.map_or_else(Context::new, |parent| {
        Context::new().with_remote_span_context(parent)
    });
    let known = known(method);
    let mut attributes = vec![
        KeyValue::new("http.request.method", known.unwrap_or("_OTHER")),
        KeyValue::new("http.response.status_code", i64::from(status.as_u16())),
    ];
    attributes.extend(route.map(|route| KeyValue::new("http.route", route.to_owned())));
    if status.is_server_error() {
        attributes.push(KeyValue::new("error.type", status.as_str().to_owned()));
    }
    let method = known.unwrap_or("HTTP");
    let name = route.map_or_else(|| method.to_owned(), |route| format!("{method} {route}"));
    let mut span = TRACER
        .span_builder(name)
        .with_kind(SpanKind::Server)
        .with_start_time(ended.checked_sub(took).unwrap_or(ended))
        .with_attributes(attributes)
        .start_with_context(&*TRACER, &parent);
    if status.is_server_error() {
        span.set_status(Status::error(""));
    }
    span.end_with_timestamp(ended);
}

/// The caller's span.
fn caller_of(trace: &Trace) -> Option<SpanContext> {
    let (trace_id, parent_id) = trace.ids();
    Some(SpanContext::new(
        TraceId::from_hex(trace_id).ok()?,
        SpanId::from_hex(parent_id).ok()?,
        TraceFlags::new(trace.flags()),
        true,
        TraceState::NONE,
    ))
}

/// The method, if it is one that OpenTelemetry knows: others come from whoever likes to make one up.
fn known(method: &Method) -> Option<&'static str> {
    Some(match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        Method::CONNECT => "CONNECT",
        Method::TRACE => "TRACE",
        _ => return None,
    })
}
