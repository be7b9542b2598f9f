//! Many facts in, as many answers out: newline-delimited JSON, a line answered by a line, in the same order.
//!
//! [`Framing`] cuts a stream of bytes into [`Line`]s, [`answer`] turns a block of them into lines of answers, [`pipe`] does
//! both from a reader to a writer on all cores. Nothing here knows HTTP: what refuses a line is a [`Unanswered`], and the
//! caller says how that is written.

mod framing;
mod pipe;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, FixedOffset};
use clap::ValueEnum;
use utoipa::ToSchema;

pub use framing::{Framing, LINE_LIMIT_BYTES, Line};
pub use pipe::{PipeError, pipe};

use crate::facts::{Checked, Rejected, read_facts};
use crate::json::WriteJson;
use crate::messages::{self, Selection, Unavailable};
use crate::planning::{self, State};

/// How many lines make a block: few enough that the answers of the blocks in flight stay
/// within some megabytes even where each line asks for much, enough that handing a block over costs next to nothing.
const BLOCK_LINES: usize = 16;

/// What the lines are answered with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ToSchema, ValueEnum)]
#[schema(as = BatchView, rename_all = "snake_case")]
pub enum View {
    /// The whole plan, as `POST /v1/plans` answers it.
    #[default]
    Plans,
    /// State and steps alone, as `POST /v1/schedules` answers them: about half the size.
    Schedules,
    /// The messages of the next step, as `POST /v1/messages` answers them.
    Messages,
}

impl View {
    /// Every view.
    pub const ALL: [Self; 3] = [Self::Plans, Self::Schedules, Self::Messages];

    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plans => "plans",
            Self::Schedules => "schedules",
            Self::Messages => "messages",
        }
    }
}

/// What is asked of every line of a batch.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// What the lines are answered with.
    pub view: View,
    /// The moment for which lines without an `as_of` are answered.
    pub as_of: DateTime<FixedOffset>,
}

/// Why a line has no answer.
#[derive(Clone, Debug)]
pub enum Unanswered {
    /// Its facts are none, or cannot be.
    Facts(Rejected),
    /// What the view asks for does not exist for these facts.
    Unavailable(Unavailable),
    /// It has more than [`LINE_LIMIT_BYTES`].
    TooLong,
    /// Answering it broke something of ours.
    Broken,
}

impl From<Rejected> for Unanswered {
    fn from(rejected: Rejected) -> Self {
        Self::Facts(rejected)
    }
}

impl From<Unavailable> for Unanswered {
    fn from(unavailable: Unavailable) -> Self {
        Self::Unavailable(unavailable)
    }
}

/// What became of a block of lines.
#[derive(Debug, Default)]
pub struct Answers {
    /// A line each, with its LF, in their order.
    pub lines: Vec<u8>,
    /// Where the plans and schedules among them stand, one each.
    pub states: Vec<State>,
    /// How many lines are problems.
    pub problems: u64,
}

/// Takes the lines out, block by block, in their order. A block is what one core answers at a time.
pub fn blocks(lines: &mut Vec<Line>) -> impl Iterator<Item = Vec<Line>> {
    let mut lines = std::mem::take(lines).into_iter();
    std::iter::from_fn(move || {
        let block: Vec<_> = lines.by_ref().take(BLOCK_LINES).collect();
        (!block.is_empty()).then_some(block)
    })
}

/// Answers a block of lines; `problem` writes the JSON document that tells of a refusal.
pub fn answer(lines: &[Line], asked: Asked, problem: fn(Unanswered) -> Vec<u8>) -> Answers {
    let mut answers = Answers::default();
    for line in lines {
        let begin = answers.lines.len();
        match caught(|| answer_line(line, asked, &mut answers.lines)) {
            Ok(state) => answers.states.extend(state),
            Err(refused) => {
                answers.lines.truncate(begin);
                write_problem(&mut answers.lines, line.number, &problem(refused));
                answers.problems += 1;
            }
        }
    }
    answers
}

/// Writes the line that stands in place of an answer: the line's number, from 1 on, and what is wrong with it.
pub fn write_problem(answers: &mut Vec<u8>, number: u64, problem: &[u8]) {
    answers.extend_from_slice(format!("{{\"line\":{number},\"problem\":").as_bytes());
    answers.extend_from_slice(problem);
    answers.extend_from_slice(b"}\n");
}

/// Writes the answer; the state, where that is a plan or a schedule.
fn answer_line(line: &Line, asked: Asked, answers: &mut Vec<u8>) -> Result<Option<State>, Unanswered> {
    let facts = line.text.as_deref().ok_or(Unanswered::TooLong)?;
    let Checked { interview, as_of } = read_facts(facts, asked.as_of)?;
    let state = match asked.view {
        View::Plans => {
            let plan = planning::plan(&interview, as_of);
            let state = plan.schedule.state;
            write(&messages::follow_up(&interview, plan), answers);
            state
        }
        View::Schedules => {
            let schedule = planning::schedule(&interview, as_of);
            write(&schedule, answers);
            schedule.state
        }
        View::Messages => {
            let plan = planning::plan(&interview, as_of);
            let rendered = messages::select(&interview, &plan, &Selection::default())?;
            write(&rendered, answers);
            return Ok(None);
        }
    };
    Ok(Some(state))
}

fn write(answer: &impl WriteJson, answers: &mut Vec<u8>) {
    answer.write_json(answers);
    answers.push(b'\n');
}

/// One line's panic ends that line alone. The panic hook has logged where.
fn caught<T>(work: impl FnOnce() -> Result<T, Unanswered>) -> Result<T, Unanswered> {
    // Safe to go on: whatever the line wrote is cut off again.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Unanswered::Broken))
}
