use std::io;
use std::time::Instant;

use actix_web::rt::time::sleep;
use serde_json::Value;

use super::*;

const FACTS: &str = r#"{"interview": {"ended_at": "2026-03-02T15:00:00-08:00"}}"#;

const SHORT: Duration = Duration::from_millis(200);

fn asked() -> Asked {
    Asked {
        view: View::Schedules,
        as_of: "2026-03-03T09:00:00-08:00".parse().unwrap(),
    }
}

fn facts(number: usize) -> String {
    let interview = r#"{"ended_at": "2026-03-02T15:00:00-08:00"}"#;
    format!("{{\"reference\": \"{number}\", \"interview\": {interview}}}\n")
}

async fn collected(answers: impl Stream<Item = Result<Bytes, Problem>>) -> Vec<Value> {
    let parts: Vec<_> = answers.map(Result::unwrap).collect().await;
    let lines = parts.concat();
    let lines = lines.split_inclusive(|byte| *byte == b'\n');
    lines.map(|line| serde_json::from_slice(line).unwrap()).collect()
}

/// Parts that come one by one, after a pause each.
fn body(parts: Vec<(Duration, io::Result<Bytes>)>) -> impl Stream<Item = io::Result<Bytes>> + Unpin {
    Box::pin(stream::iter(parts).then(|(pause, part)| async move {
        sleep(pause).await;
        part
    }))
}

fn text(text: impl Into<String>) -> Bytes {
    Bytes::from(text.into())
}

#[actix_web::test]
async fn silence_ends_a_batch_with_a_problem_line() {
    let parts = vec![
        (Duration::ZERO, Ok(text(format!("{FACTS}\n{FACTS}\n{{\"inter")))),
        (SHORT * 50, Ok(text("view\": {}}"))),
    ];
    let began = Instant::now();
    let found = collected(answers(body(parts), asked(), SHORT, None, None)).await;
    assert!(began.elapsed() < SHORT * 25, "{:?}", began.elapsed());
    assert_eq!(found.len(), 3);
    assert_eq!(found[1]["state"], "thanks_due");
    assert_eq!(found[2]["line"], 3);
    assert_eq!(found[2]["problem"]["type"], "/problems/request-timeout");
    assert_eq!(found[2]["problem"]["status"], 408);
}

#[actix_web::test]
async fn a_slow_client_is_served_as_long_as_something_comes() {
    let parts = facts(7)
        .into_bytes()
        .into_iter()
        .map(|byte| (SHORT / 100, Ok(vec![byte].into())));
    let found = collected(answers(body(parts.collect()), asked(), SHORT, None, None)).await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["reference"], "7");
}

#[actix_web::test]
async fn a_body_that_breaks_off_ends_with_a_problem_line() {
    let parts = vec![
        (Duration::ZERO, Ok(text(format!("{FACTS}\n{FACTS}")))),
        (Duration::ZERO, Err(io::Error::other("reset"))),
    ];
    let found = collected(answers(body(parts), asked(), SHORT, None, None)).await;
    assert_eq!(found.len(), 2);
    assert_eq!(found[1]["line"], 2);
    assert_eq!(found[1]["problem"]["status"], 400);
}

#[actix_web::test]
async fn a_line_is_answered_before_the_next_one_comes() {
    let parts = vec![
        (Duration::ZERO, Ok(text(format!("{FACTS}\n")))),
        (SHORT * 10, Ok(text(format!("{FACTS}\n")))),
    ];
    let began = Instant::now();
    let mut answers = std::pin::pin!(answers(body(parts), asked(), SHORT * 100, None, None));
    assert!(answers.next().await.is_some());
    assert!(began.elapsed() < SHORT * 10, "{:?}", began.elapsed());
    assert!(answers.next().await.is_some());
    assert!(answers.next().await.is_none());
}

/// A body that counts how much of it was read.
fn counted(
    parts: usize,
    read: &Rc<std::cell::Cell<usize>>,
) -> impl Stream<Item = io::Result<Bytes>> + Unpin + 'static {
    let read = Rc::clone(read);
    let padded = |number| format!("{:8000}{}", "", facts(number));
    let part: String = (0..10).map(padded).collect();
    stream::iter(0..parts).map(move |_| {
        read.set(read.get() + 1);
        Ok(text(part.clone()))
    })
}

#[actix_web::test]
async fn a_client_that_does_not_read_is_waited_for_and_then_taken_for_one_that_sends_first() {
    let (all, read) = (60, Rc::default());
    let answers = answers(counted(all, &read), asked(), SHORT, None, None);
    sleep(SHORT).await;
    let at_first = read.get();
    assert!(
        (1..all / 2).contains(&at_first),
        "{at_first} parts were read at once"
    );
    for _ in 0..100 {
        sleep(SHORT).await;
        if read.get() == all {
            break;
        }
    }
    assert_eq!(read.get(), all, "the rest was not taken in");
    let mut lines = 0;
    let mut answers = std::pin::pin!(answers);
    while let Some(answered) = answers.next().await {
        lines += answered.unwrap().split_inclusive(|byte| *byte == b'\n').count();
    }
    assert_eq!(lines, all * 10);
}

#[actix_web::test]
async fn reading_ends_with_the_answer() {
    let read = Rc::default();
    let answers = answers(counted(1_000_000, &read), asked(), SHORT, None, None);
    sleep(SHORT).await;
    let before = read.get();
    assert!(before > 0);
    drop(answers);
    sleep(backlog::PATIENCE + SHORT).await;
    assert_eq!(read.get(), before);
}

#[test]
fn an_offset_gets_its_plus_back() {
    for (given, meant) in [
        ("2026-03-09T10:00:00 01:00", "2026-03-09T10:00:00+01:00"),
        ("2026-03-09 10:00:00 01:00", "2026-03-09 10:00:00+01:00"),
        ("2026-03-09 10:00:00Z", "2026-03-09 10:00:00Z"),
        ("2026-03-09T10:00:00-08:00", "2026-03-09T10:00:00-08:00"),
    ] {
        assert_eq!(with_plus(given), meant);
    }
}
