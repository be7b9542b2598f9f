//! Spans for an OpenTelemetry collector, one a request (feature `otlp`).
//!
//! `api` makes them by OpenTelemetry's interface; here is what becomes of them. A thread of its own sends them by OTLP over
//! HTTP, some hundred at a time. Those that it cannot keep up with are dropped, so that no request waits for a collector.

use std::env;
use std::time::Duration;

use async_trait::async_trait;
use opentelemetry::{KeyValue, global};
use opentelemetry_http::{Bytes, HttpClient, HttpError, Request, Response};
use opentelemetry_otlp::{
    OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_PROTOCOL, OTEL_EXPORTER_OTLP_TIMEOUT,
    OTEL_EXPORTER_OTLP_TIMEOUT_DEFAULT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
    OTEL_EXPORTER_OTLP_TRACES_PROTOCOL, OTEL_EXPORTER_OTLP_TRACES_TIMEOUT, Protocol, SpanExporter,
    WithExportConfig, WithHttpConfig,
};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::resource::{EnvResourceDetector, TelemetryResourceDetector};
use opentelemetry_sdk::trace::SdkTracerProvider;
use ureq::Agent;

/// How long the spans that are left may take to be sent when the service stops.
const LAST_SPANS: Duration = Duration::from_secs(3);

/// The longest answer of a collector that is read.
const ANSWER_LIMIT_BYTES: u64 = 64 * 1024;

/// While it lives, spans are sent; when it is dropped, those that are left are.
pub struct Spans(SdkTracerProvider);

impl Spans {
    /// Sends spans from now on to where `OTEL_EXPORTER_OTLP_ENDPOINT` says; without it there is nothing to do.
    ///
    /// # Errors
    /// A sentence that names the variable that cannot be used.
    pub fn start() -> Result<Option<Self>, String> {
        let Some(exporter) = exporter()? else {
            return Ok(None);
        };
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(exporter)
            .with_resource(resource())
            .build();
        global::set_tracer_provider(provider.clone());
        Ok(Some(Self(provider)))
    }
}

impl Drop for Spans {
    fn drop(&mut self) {
        if let Err(error) = self.0.shutdown_with_timeout(LAST_SPANS) {
            tracing::warn!(%error, "the last spans may be lost");
        }
    }
}

/// What sends spans, as the variables say; none where they name no collector.
pub(super) fn exporter() -> Result<Option<SpanExporter>, String> {
    let disabled = set(&["OTEL_SDK_DISABLED"]).is_some_and(|(_, word)| word.eq_ignore_ascii_case("true"));
    let endpoint = set(&[OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_EXPORTER_OTLP_ENDPOINT]);
    let Some((variable, endpoint)) = endpoint.filter(|_| !disabled) else {
        return Ok(None);
    };
    if !endpoint.starts_with("http://") {
        return Err(format!("{variable}: only http:// is understood"));
    }
    let protocol = set(&[OTEL_EXPORTER_OTLP_TRACES_PROTOCOL, OTEL_EXPORTER_OTLP_PROTOCOL]);
    if let Some((variable, _)) = protocol.filter(|(_, protocol)| protocol != "http/protobuf") {
        return Err(format!("{variable}: only http/protobuf is understood"));
    }
    let timeout = match set(&[OTEL_EXPORTER_OTLP_TRACES_TIMEOUT, OTEL_EXPORTER_OTLP_TIMEOUT]) {
        None => OTEL_EXPORTER_OTLP_TIMEOUT_DEFAULT,
        Some((variable, millis)) => match millis.parse() {
            Ok(millis @ 1..) => Duration::from_millis(millis),
            _ => return Err(format!("{variable}: expected whole milliseconds, as 10000")),
        },
    };
    let agent = Agent::config_builder()
        .timeout_global(Some(timeout))
        .http_status_as_error(false)
        .max_redirects(0)
        .build();
    SpanExporter::builder()
        .with_http()
        .with_protocol(Protocol::HttpBinary)
        .with_timeout(timeout)
        .with_http_client(Collector(agent.into()))
        .build()
        .map(Some)
        .map_err(|error| format!("{variable}: {error}"))
}

/// Who sends the spans: what the variables say of that, else our name and version.
fn resource() -> Resource {
    let resource = Resource::builder_empty()
        .with_service_name(env!("CARGO_PKG_NAME"))
        .with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")))
        .with_detectors(&[
            Box::new(TelemetryResourceDetector),
            Box::new(EnvResourceDetector::new()),
        ]);
    match set(&["OTEL_SERVICE_NAME"]) {
        Some((_, name)) => resource.with_service_name(name),
        None => resource,
    }
    .build()
}

/// The first of these variables that is set, and to what; an empty one counts as not set.
fn set(variables: &[&'static str]) -> Option<(&'static str, String)> {
    let value = |variable| {
        Some((
            variable,
            env::var(variable).ok().filter(|value| !value.is_empty())?,
        ))
    };
    variables.iter().copied().find_map(value)
}

/// A collector, over HTTP without TLS.
#[derive(Debug)]
struct Collector(Agent);

#[async_trait]
impl HttpClient for Collector {
    /// It blocks the thread that sends spans, which has nothing else to do.
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let (head, spans) = request.into_parts();
        let (head, mut answer) = self.0.run(Request::from_parts(head, &spans[..]))?.into_parts();
        let answer = answer.with_config().limit(ANSWER_LIMIT_BYTES).read_to_vec()?;
        Ok(Response::from_parts(head, answer.into()))
    }
}
