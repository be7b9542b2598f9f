//! Batches: a stream of lines in, a stream of answers out, over HTTP; and the same for the program's command.
//!
//! The body is read by a task of its own, cut into blocks of whole lines, answered by rayon's threads, and sent in order.
//! Nothing is read on while enough blocks wait for the client to read their answers, so a batch of any length takes the same
//! memory. `backlog.rs` says what is done for a client that sends everything before it reads anything.

mod backlog;
mod pace;
#[cfg(test)]
mod tests;

use std::io::{Read, Write};
use std::rc::Rc;
use std::time::Duration;

use actix_web::rt::spawn;
use actix_web::rt::task::JoinHandle;
use actix_web::rt::time::timeout;
use actix_web::web::{Bytes, Payload};
use actix_web::{HttpRequest, HttpResponse, post};
use chrono::{DateTime, FixedOffset};
use futures_util::{Stream, StreamExt, stream};
use tokio::sync::oneshot;

use self::backlog::{Room, Sender, backlog};
use self::pace::Pace;
use super::answer;
use super::body::{self, expect_media_type};
use super::clock::now;
use super::connection::Exchange;
use super::metrics;
use super::problem::Problem;
use super::problem_types::{BAD_REQUEST, REQUEST_TIMEOUT};
use super::query::Query;
use crate::batch::{self, Asked, Framing, Line, PipeError, Unanswered, View};
use crate::facts;

/// The media type of both bodies.
pub(super) const NDJSON: &str = "application/x-ndjson";

/// How many blocks are worked on or wait for the client to read their answers.
const BLOCKS_IN_FLIGHT: usize = 8;

/// What is asked of every line.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "it documents the query that is read by hand, so that all faults are reported at once"
)]
pub(super) struct BatchQuery {
    /// What the lines are answered with. Default: plans.
    view: Option<View>,
    /// The moment for which lines without an `as_of` are answered. Default: now, read once for the whole batch.
    as_of: Option<DateTime<FixedOffset>>,
}

/// Plan a batch
///
/// Newline-delimited JSON both ways, streamed: the facts of one interview a line, answered in the same order by a line each: a
/// plan (or the view asked for), which repeats the `reference`, or `{"line": 2, "problem": {…}}` with the problem document
/// that the facts alone would get, but for its `instance`. Any number of lines of up to 64 KiB; LF or CRLF ends a line, the
/// last may have no end. Blank lines count as lines and get no answer.
///
/// Read the answers while you send: of a client that sends everything first, no more than some ten thousand lines are
/// taken in. A batch whose body breaks off, or pauses for longer than the deadline for bodies (`FOLLOWUP_BODY_TIMEOUT`), ends with a problem
/// line after the answers to all lines before. Where requests are limited, each line counts as one of yours: none is refused
/// for that, but the answers come no faster than you may ask.
#[utoipa::path(
    tag = "follow-up",
    params(BatchQuery),
    request_body(content = String, content_type = "application/x-ndjson", description = "The facts of an interview a line."),
    responses((status = 200, description = "An answer or a problem a line.", body = String, content_type = "application/x-ndjson")),
)]
#[post("/v1/plans/batch")]
pub(super) async fn create_plans_in_batch(
    payload: Payload,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let asked = match expect_media_type(&request, NDJSON, |essence| essence == NDJSON)
        .and_then(|()| asked(&request))
    {
        Ok(asked) => asked,
        Err(problem) => {
            body::read_off(&request, &mut payload.into_inner()).await;
            return Err(problem);
        }
    };
    Ok(HttpResponse::Ok()
        .content_type(NDJSON)
        .insert_header((answer::GUIDANCE_VERSION, answer::edition()))
        .streaming(answers(
            payload,
            asked,
            body::deadline(&request),
            Pace::of(&request),
            request.conn_data::<Rc<Exchange>>().cloned(),
        )))
}

/// Answers every line of `input` on `output`, as `POST /v1/plans/batch` does; `as_of` stands in for now.
///
/// # Errors
/// What the system says when the input or the output cannot be used, in a sentence. That nobody reads on is no error.
pub fn filter(
    input: impl Read + Send + 'static,
    output: &mut impl Write,
    view: View,
    as_of: Option<DateTime<FixedOffset>>,
) -> Result<(), String> {
    let as_of = as_of.unwrap_or_else(now);
    batch::pipe(input, output, Asked { view, as_of }, written).map_err(|error| match error {
        PipeError::Input(error) => format!("the input: {error}"),
        PipeError::Output(error) => format!("standard output: {error}"),
    })
}

/// Reads an `as_of` that stands outside of the facts.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub fn as_of(text: &str) -> Result<DateTime<FixedOffset>, String> {
    facts::read_as_of(text).map_err(|faults| faults.into_iter().map(|fault| fault.detail).collect())
}

/// The answers of the example in the document.
pub(super) fn answered(lines: &[u8]) -> Vec<u8> {
    let (mut framing, mut cut) = (Framing::default(), Vec::new());
    framing.push(lines, &mut cut);
    let asked = Asked {
        view: View::default(),
        as_of: now(),
    };
    batch::answer(&cut, asked, written).lines
}

fn asked(request: &HttpRequest) -> Result<Asked, Problem> {
    let mut query = Query::read(request, &["view", "as_of"]);
    let view = query.one_of("view", &View::ALL, View::as_str).unwrap_or_default();
    let as_of = match query
        .text("as_of")
        .map(|text| facts::read_as_of(&with_plus(text)))
    {
        None => now(),
        Some(Ok(as_of)) => as_of,
        Some(Err(faults)) => {
            for fault in faults {
                query.fault("as_of", fault.code, fault.detail);
            }
            now()
        }
    };
    query.finish()?;
    Ok(Asked { view, as_of })
}

/// Gives an offset its plus back: in a query that nobody encoded, a plus stands for a space.
fn with_plus(instant: &str) -> String {
    match instant.rsplit_once(' ') {
        Some((clock, offset)) if clock.contains(':') => format!("{clock}+{offset}"),
        _ => instant.to_owned(),
    }
}

/// The document that tells of a refused line, as the endpoint for one interview would answer it.
fn written(refused: Unanswered) -> Vec<u8> {
    Problem::from(refused).to_json()
}

/// The answers to the lines of `body`, block by block. An error is ours, and ends the connection.
fn answers<E: 'static>(
    body: impl Stream<Item = Result<Bytes, E>> + Unpin + 'static,
    asked: Asked,
    silence: Duration,
    pace: Option<Pace>,
    exchange: Option<Rc<Exchange>>,
) -> impl Stream<Item = Result<Bytes, Problem>> {
    let (sender, blocks) = backlog();
    let task = spawn(read(body, sender, silence, pace));
    let reading = Reading { task, exchange };
    let blocks = stream::unfold((blocks, Some(reading)), |(mut blocks, reading)| async {
        if let Some(block) = blocks.recv().await {
            return Some((Next::Block(block), (blocks, reading)));
        }
        let end = reading?.end().await.transpose()?;
        Some((Next::Unended(end), (blocks, None)))
    });
    let answered = blocks.map(move |next| async move {
        match next {
            Next::Block((lines, room)) => {
                let answers = worked(lines, asked).await;
                drop(room);
                answers
            }
            Next::Unended(end) => {
                let BrokenOff { line, problem } = end?;
                let mut last = Vec::new();
                batch::write_problem(&mut last, line, &problem.to_json());
                metrics::batch_answered(Vec::new(), 1, 1);
                Ok(last.into())
            }
        }
    });
    answered.buffered(BLOCKS_IN_FLIGHT)
}

/// What comes next in the order of the answers.
enum Next {
    Block((Vec<Line>, Room)),
    /// The body ended before its time, or reading it broke something of ours.
    Unended(Result<BrokenOff, Problem>),
}

/// A body that did not come to its end: the line that was waited for, and why it did not come.
struct BrokenOff {
    line: u64,
    problem: Problem,
}

/// The task that reads the body; it ends with the answer.
struct Reading {
    task: JoinHandle<Option<BrokenOff>>,
    /// The connection of a client, which is not kept where the body broke off.
    exchange: Option<Rc<Exchange>>,
}

impl Reading {
    /// What was wrong when it ended, if anything was.
    async fn end(mut self) -> Result<Option<BrokenOff>, Problem> {
        let end = (&mut self.task).await.map_err(|_| Problem::internal())?;
        match &self.exchange {
            Some(exchange) if end.is_some() => exchange.give_up(),
            Some(exchange) => exchange.body_is_read(),
            None => {}
        }
        Ok(end)
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Reads the body to its end and puts its lines into the backlog, as fast as the pace allows.
async fn read<E>(
    mut body: impl Stream<Item = Result<Bytes, E>> + Unpin,
    mut backlog: Sender,
    silence: Duration,
    pace: Option<Pace>,
) -> Option<BrokenOff> {
    let mut framing = Framing::default();
    let mut lines = Vec::new();
    loop {
        let problem = match timeout(silence, body.next()).await {
            Ok(Some(Ok(bytes))) => {
                framing.push(&bytes, &mut lines);
                if !hand_over(&mut lines, &mut backlog, pace.as_ref()).await {
                    return None;
                }
                continue;
            }
            Ok(None) => {
                lines.extend(framing.finish());
                hand_over(&mut lines, &mut backlog, pace.as_ref()).await;
                return None;
            }
            Ok(Some(Err(_))) => BAD_REQUEST.because("The body broke off before its end."),
            Err(_) => REQUEST_TIMEOUT.because(format!(
                "Nothing came for {} seconds, and the body has not ended.",
                silence.as_secs()
            )),
        };
        let line = framing.unended();
        return Some(BrokenOff { line, problem });
    }
}

/// Puts lines into the backlog, block by block; false where nobody waits for the answers.
async fn hand_over(lines: &mut Vec<Line>, backlog: &mut Sender, pace: Option<&Pace>) -> bool {
    for mut block in batch::blocks(lines) {
        while !block.is_empty() {
            let first = match pace {
                Some(pace) => pace.take(block.len()).await,
                None => block.len(),
            };
            let rest = block.split_off(first);
            if !backlog.send(block).await {
                return false;
            }
            block = rest;
        }
    }
    true
}

/// Has a block answered by rayon's threads, off the event loop.
async fn worked(lines: Vec<Line>, asked: Asked) -> Result<Bytes, Problem> {
    let (keep, answers) = oneshot::channel();
    rayon::spawn_fifo(move || {
        let answers = batch::answer(&lines, asked, written);
        metrics::batch_answered(answers.states, lines.len() as u64, answers.problems);
        // Nobody waits any more where this fails: the client has gone.
        let _ = keep.send(answers.lines);
    });
    answers.await.map(Bytes::from).map_err(|_| Problem::internal())
}
