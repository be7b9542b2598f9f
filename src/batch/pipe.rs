//! From a reader to a writer, on all cores, in constant memory.

use std::io::{self, ErrorKind, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::{Asked, Framing, Line, Unanswered, answer, blocks};

/// How much is read at a time.
const READ_BYTES: usize = 64 * 1024;

/// How many blocks may be worked on or wait to be written, for each core.
const BLOCKS_A_CORE: usize = 4;

/// What ended a pipe before its time.
#[derive(Debug)]
pub enum PipeError {
    /// The input could not be read on.
    Input(io::Error),
    /// The output could not be written on.
    Output(io::Error),
}

/// The answers of a block, as soon as there are some.
type Promise = Receiver<Vec<u8>>;

/// Answers every line of `input` on `output`, in order. Lines are answered as they come; at most a few blocks for each core
/// are held.
///
/// # Errors
/// [`PipeError`], after the answers to all lines before. That nobody reads the output any more is no error: it ends the
/// work.
pub fn pipe(
    input: impl Read + Send + 'static,
    output: &mut impl Write,
    asked: Asked,
    problem: fn(Unanswered) -> Vec<u8>,
) -> Result<(), PipeError> {
    let (promises, answers) = sync_channel(BLOCKS_A_CORE * rayon::current_num_threads());
    // The reader has a thread of its own: it may wait for input while this one sees that nobody wants the answers.
    let reader = thread::Builder::new()
        .spawn(move || read(input, &promises, asked, problem))
        .map_err(PipeError::Input)?;
    for promise in answers {
        let lost = |_| PipeError::Output(io::Error::other("the answers to a block of lines were lost"));
        let block = promise.recv().map_err(lost)?;
        match output.write_all(&block).and_then(|()| output.flush()) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
            Err(error) => return Err(PipeError::Output(error)),
        }
    }
    let broken = |_| Err(io::Error::other("reading broke off"));
    reader.join().unwrap_or_else(broken).map_err(PipeError::Input)
}

/// Reads to the end, and has every block answered. It stops where nobody waits for the answers.
fn read(
    mut input: impl Read,
    promises: &SyncSender<Promise>,
    asked: Asked,
    problem: fn(Unanswered) -> Vec<u8>,
) -> io::Result<()> {
    let mut framing = Framing::default();
    let mut bytes = vec![0; READ_BYTES];
    let mut lines = Vec::new();
    loop {
        match input.read(&mut bytes) {
            Ok(0) => {
                lines.extend(framing.finish());
                promise(&mut lines, promises, asked, problem);
                return Ok(());
            }
            Ok(read) => framing.push(bytes.get(..read).unwrap_or_default(), &mut lines),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        if !promise(&mut lines, promises, asked, problem) {
            return Ok(());
        }
    }
}

/// Has the lines answered, block by block; false where nobody waits for the answers.
fn promise(
    lines: &mut Vec<Line>,
    promises: &SyncSender<Promise>,
    asked: Asked,
    problem: fn(Unanswered) -> Vec<u8>,
) -> bool {
    for block in blocks(lines) {
        let (keep, answers) = sync_channel(1);
        rayon::spawn_fifo(move || {
            // Nobody waits any more where this fails.
            let _ = keep.send(answer(&block, asked, problem).lines);
        });
        if promises.send(answers).is_err() {
            return false;
        }
    }
    true
}
