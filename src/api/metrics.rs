//! What the instance tells about itself: counters and times in Prometheus' text format.
//!
//! Labels are routes, methods, statuses and states: each of a list that does not grow.

use std::cell::RefCell;
use std::sync::LazyLock;
use std::time::Duration;

use actix_web::http::header::CACHE_CONTROL;
use actix_web::http::{Method, StatusCode};
use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use metrics::{
    Counter, Histogram, Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram,
};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use super::instance::Instance;
use crate::planning::State;

/// The media type of the text format.
pub(super) const MEDIA_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

const REQUESTS: &str = "followup_http_requests_total";
const DURATION: &str = "followup_http_request_duration_seconds";
const IN_FLIGHT: &str = "followup_http_requests_in_flight";
const CONNECTIONS: &str = "followup_connections";
const TURNED_AWAY: &str = "followup_http_requests_turned_away_total";
const REFUSED: &str = "followup_http_refused_heads_total";
const PANICS: &str = "followup_panics_total";
const PLANS: &str = "followup_plans_total";
const BATCH_LINES: &str = "followup_batch_lines_total";
const BUILD: &str = "followup_build_info";

/// What a counter looks like.
pub(super) const EXAMPLE: &str = "# HELP followup_panics_total Handlers that panicked.\n\
                                  # TYPE followup_panics_total counter\n\
                                  followup_panics_total 0\n";

/// Bounds of the times, in seconds: a plan takes a fraction of a millisecond, a deadline some seconds.
const BUCKETS: [f64; 12] = [
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10.0,
];

/// The process' recorder; none if somebody else has set up one.
static RECORDER: LazyLock<Option<PrometheusHandle>> = LazyLock::new(|| {
    let recorder = PrometheusBuilder::new().set_buckets(&BUCKETS).ok()?;
    let handle = recorder.install_recorder().ok()?;
    describe_counter!(REQUESTS, "Requests answered, by method, route and status.");
    describe_histogram!(
        DURATION,
        Unit::Seconds,
        "From the head of a request to its answer, by route."
    );
    describe_gauge!(IN_FLIGHT, "Requests in flight.");
    describe_gauge!(CONNECTIONS, "Open connections.");
    describe_counter!(
        TURNED_AWAY,
        "Requests turned away before any work, by cause: overloaded, unauthorized, limited."
    );
    describe_counter!(REFUSED, "Heads that never became a request, by status.");
    describe_counter!(PANICS, "Handlers that panicked.");
    describe_counter!(
        PLANS,
        "Plans and schedules made, by state; those of batches included."
    );
    describe_counter!(
        BATCH_LINES,
        "Lines of batches, by what they got: answer, problem."
    );
    describe_gauge!(BUILD, "Always 1; the version is the label.");
    gauge!(BUILD, "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    for cause in ["overloaded", "unauthorized", "limited"] {
        counter!(TURNED_AWAY, "cause" => cause).increment(0);
    }
    counter!(PANICS).increment(0);
    Some(handle)
});

/// Sets up the recorder ahead of the first request.
pub(super) fn prepare() {
    LazyLock::force(&RECORDER);
}

/// Tidies up what the recorder keeps; to be called every few seconds.
pub(super) fn upkeep() {
    if let Some(recorder) = &*RECORDER {
        recorder.run_upkeep();
    }
}

/// What is counted of one route, method and status.
struct Answers {
    of: (&'static str, &'static str, StatusCode),
    count: Counter,
    times: Histogram,
}

/// Counts a request that was answered.
pub(super) fn answered(method: &Method, route: &'static str, status: StatusCode, took: Duration) {
    thread_local! {
        // To find a counter by its labels takes a hash and a lock for each of them; those that occur are a few dozen.
        static KNOWN: RefCell<Vec<Answers>> = const { RefCell::new(Vec::new()) };
    }
    let method = match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    };
    let of = (method, route, status);
    KNOWN.with_borrow_mut(|known| {
        let at = known.iter().position(|answers| answers.of == of);
        let at = at.unwrap_or_else(|| {
            prepare();
            known.push(Answers {
                of,
                count: counter!(REQUESTS, "method" => method, "route" => route, "status" => status_label(status)),
                times: histogram!(DURATION, "route" => route),
            });
            known.len() - 1
        });
        if let Some(answers) = known.get(at) {
            answers.count.increment(1);
            answers.times.record(took.as_secs_f64());
        }
    });
}

/// Counts a request that was turned away.
pub(super) fn turned_away(status: StatusCode) {
    let cause = match status {
        StatusCode::UNAUTHORIZED => "unauthorized",
        StatusCode::TOO_MANY_REQUESTS => "limited",
        _ => "overloaded",
    };
    counter!(TURNED_AWAY, "cause" => cause).increment(1);
}

/// Counts a head that never became a request.
pub(super) fn refused(status: StatusCode) {
    counter!(REFUSED, "status" => status_label(status)).increment(1);
}

/// Counts a handler that panicked.
pub(super) fn panicked() {
    counter!(PANICS).increment(1);
}

/// Counts a plan.
pub(super) fn planned(state: &'static str) {
    counter!(PLANS, "state" => state).increment(1);
}

/// Counts lines of a batch, and the plans among their answers: a look-up for each state, not for each line.
pub(super) fn batch_answered(mut states: Vec<State>, lines: u64, problems: u64) {
    states.sort_unstable_by_key(|state| *state as u8);
    for alike in states.chunk_by(PartialEq::eq) {
        if let Some(state) = alike.first() {
            counter!(PLANS, "state" => state.as_str()).increment(alike.len() as u64);
        }
    }
    for (got, lines) in [("answer", lines - problems), ("problem", problems)] {
        if lines > 0 {
            counter!(BATCH_LINES, "got" => got).increment(lines);
        }
    }
}

fn status_label(status: StatusCode) -> String {
    status.as_str().to_owned()
}

/// Show metrics
///
/// Counters and times of this instance, in the text format of Prometheus. Nothing in it is personal, but it is meant for
/// operators: keep it from the internet.
#[utoipa::path(
    tag = "service",
    responses((status = 200, description = "The metrics.", body = String, content_type = "text/plain")),
)]
#[get("/metrics")]
pub(super) async fn get_metrics(instance: Data<Instance>) -> HttpResponse {
    #[expect(clippy::cast_precision_loss, reason = "counts of what is open at once")]
    let (in_flight, connections) = (instance.in_flight() as f64, instance.connections() as f64);
    gauge!(IN_FLIGHT).set(in_flight);
    gauge!(CONNECTIONS).set(connections);
    HttpResponse::Ok()
        .content_type(MEDIA_TYPE)
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(
            RECORDER
                .as_ref()
                .map(PrometheusHandle::render)
                .unwrap_or_default(),
        )
}
