//! What a plan for typical facts costs: a first interview, thanked in time, with an interviewer who is known by name.
//!
//! `cargo bench` measures the program as it is released; `cargo bench --profile profiling` builds much faster.

#![expect(
    clippy::unwrap_used,
    reason = "a case that cannot be read should stop the bench"
)]

use std::hint::black_box;

use actix_web::http::header::ContentType;
use actix_web::rt::System;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::web::Data;
use chrono::NaiveDate;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use followup::api::{Readiness, app};
use followup::calendar::{WorkCalendar, region};
use followup::facts::read_facts;
use followup::messages::follow_up;
use followup::planning::plan;
use serde_json::Value;

const CASE: &str = include_str!("../tests/cases/02_first_interview_us_monday.json");

fn facts() -> String {
    let case: Value = serde_json::from_str(CASE).unwrap();
    case["facts"].to_string()
}

/// Each room, and the way through all of them: from the bytes of the facts to those of the whole plan.
fn rooms(criterion: &mut Criterion) {
    let facts = facts();
    let now = "2026-03-04T09:30:00-05:00".parse().unwrap();
    let read = || read_facts(black_box(facts.as_bytes()), now).unwrap();
    let checked = read();
    let planned = || plan(black_box(&checked.interview), checked.as_of);
    let written = follow_up(&checked.interview, planned());

    criterion.bench_function("facts: read and check", |bench| bench.iter(read));
    criterion.bench_function("planning: plan", |bench| bench.iter(planned));
    criterion.bench_function("messages: follow up", |bench| {
        let write = |plan| follow_up(black_box(&checked.interview), plan);
        bench.iter_batched(planned, write, BatchSize::SmallInput);
    });
    criterion.bench_function("answer: to JSON", |bench| {
        bench.iter(|| serde_json::to_vec(black_box(&written)).unwrap());
    });
    criterion.bench_function("facts to answer", |bench| {
        bench.iter(|| {
            let checked = read();
            let plan = plan(&checked.interview, checked.as_of);
            serde_json::to_vec(&follow_up(&checked.interview, plan)).unwrap()
        });
    });
}

/// The same with all that HTTP asks for, but without a network.
fn request(criterion: &mut Criterion) {
    let facts = facts();
    let system = System::new();
    let service = system.block_on(init_service(app(Data::new(Readiness::default()))));
    criterion.bench_function("request: POST /v1/plans", |bench| {
        bench.iter(|| {
            let request = TestRequest::post()
                .uri("/v1/plans")
                .insert_header(ContentType::json());
            let request = request.set_payload(facts.clone()).to_request();
            system.block_on(async { read_body(call_service(&service, request).await).await })
        });
    });
}

fn calendar(criterion: &mut Criterion) {
    let calendar = WorkCalendar::new(Some(region("DE", Some("BY")).unwrap()), Vec::new());
    let day = NaiveDate::from_ymd_opt(2026, 5, 11).unwrap();
    criterion.bench_function("calendar: is it a working day", |bench| {
        bench.iter(|| calendar.is_working_day(black_box(day)));
    });
    criterion.bench_function("calendar: fifth working day", |bench| {
        bench.iter(|| calendar.nth_working_day_after(black_box(day), 5));
    });
}

criterion_group!(benches, rooms, request, calendar);
criterion_main!(benches);
