//! How much faster two threads plan than one: whole plans for the three hundred generated interviews, from bytes to bytes.
//!
//!     cargo run --release --example threads
//!
//! Rounds with one and with two threads take turns, each thread doing the same work; told is the median of the rounds.
//! Two idle cores are needed: on a busy machine the ratio is that of the cores that were left.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a case that cannot be read should stop the measurement, and the ratio is what it tells"
)]

use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset};
use followup::facts::read_facts;
use followup::messages::follow_up;
use followup::planning::plan;
use serde_json::Value;

const CASES: &str = include_str!("../tests/conformance.ndjson");
const ROUNDS: usize = 21;
const TIMES_A_ROUND: usize = 10;

fn main() {
    let now: DateTime<FixedOffset> = "2026-03-04T09:30:00-05:00".parse().unwrap();
    let facts: Vec<String> = CASES
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["facts"].to_string())
        .collect();
    let work = || {
        for facts in facts.iter().cycle().take(facts.len() * TIMES_A_ROUND) {
            let checked = read_facts(facts.as_bytes(), now).unwrap();
            let plan = plan(&checked.interview, checked.as_of);
            let answer = serde_json::to_vec(&follow_up(&checked.interview, plan)).unwrap();
            assert!(!answer.is_empty());
        }
    };
    let mut ratios: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let (one, two) = (time(&work, 1), time(&work, 2));
            2.0 * one.as_secs_f64() / two.as_secs_f64()
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    println!(
        "two threads plan {:.2} times as fast as one (from {:.2} to {:.2} in {ROUNDS} rounds)",
        ratios[ROUNDS / 2],
        ratios[0],
        ratios[ROUNDS - 1],
    );
}

/// How long it takes until each of that many threads has done the work.
fn time(work: &(impl Fn() + Sync), threads: usize) -> Duration {
    let began = Instant::now();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    began.elapsed()
}
