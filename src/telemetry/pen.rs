//! Lines on their way to standard error: they gather, and a thread of its own writes them.

use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tracing_subscriber::fmt::MakeWriter;

/// How long lines gather before they are written: short for who watches, and long enough for some hundred under load.
const GATHER: Duration = Duration::from_millis(10);

/// What may wait to be written; where nobody reads on, further lines are lost, and counted.
const MOST_BYTES: usize = 1024 * 1024;

/// Room for lines that is kept once a flood of them is over.
const KEPT_BYTES: usize = 64 * 1024;

/// Writes what stands on its paper, until it is dropped: then what is left, too.
#[derive(Debug)]
pub struct Pen {
    paper: Paper,
    writing: Option<JoinHandle<()>>,
}

/// Where lines are put down.
#[derive(Clone, Debug)]
pub struct Paper(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    waiting: Mutex<Waiting>,
    came: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    lines: Vec<u8>,
    lost: u64,
    ended: bool,
}

impl Pen {
    /// A pen that writes to `out`.
    ///
    /// # Errors
    /// What the system says if there can be no thread.
    pub fn new(out: impl Write + Send + 'static) -> io::Result<Self> {
        let paper = Paper(Arc::default());
        let own = paper.clone();
        let writing = thread::Builder::new()
            .name("log".to_owned())
            .spawn(move || own.write_out(out))?;
        Ok(Self {
            paper,
            writing: Some(writing),
        })
    }

    /// What to put lines on.
    #[must_use]
    pub fn paper(&self) -> Paper {
        self.paper.clone()
    }
}

impl Drop for Pen {
    fn drop(&mut self) {
        self.paper.lock().ended = true;
        self.paper.0.came.notify_one();
        if let Some(writing) = self.writing.take() {
            // It does not panic; and if it did, there would be nobody to tell.
            let _ = writing.join();
        }
    }
}

impl Paper {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write_out(&self, mut out: impl Write) {
        let mut lines = Vec::new();
        loop {
            let waiting = self.lock();
            let idle = |waiting: &mut Waiting| waiting.lines.is_empty() && !waiting.ended;
            let waiting = self.0.came.wait_while(waiting, idle);
            let ended = waiting.unwrap_or_else(PoisonError::into_inner).ended;
            if !ended {
                thread::sleep(GATHER);
            }
            let lost = {
                let mut waiting = self.lock();
                std::mem::swap(&mut waiting.lines, &mut lines);
                std::mem::take(&mut waiting.lost)
            };
            // Where nobody takes the log there is nobody to tell.
            let _ = out.write_all(&lines);
            if lost > 0 {
                let _ = writeln!(
                    out,
                    "{lost} lines of the log were lost: they were not read as fast as they came"
                );
            }
            let _ = out.flush();
            lines.clear();
            lines.shrink_to(KEPT_BYTES);
            if ended {
                return;
            }
        }
    }
}

impl Write for &Paper {
    /// Takes a line whole or not at all.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let mut waiting = self.lock();
        if waiting.lines.len() + line.len() > MOST_BYTES {
            waiting.lost += 1;
            return Ok(line.len());
        }
        let first = waiting.lines.is_empty();
        waiting.lines.extend_from_slice(line);
        drop(waiting);
        if first {
            self.0.came.notify_one();
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Paper {
    type Writer = &'a Self;

    fn make_writer(&'a self) -> &'a Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::*;

    /// Takes nothing before it may, and hands on what it takes.
    struct Reader {
        may: Receiver<()>,
        took: Sender<Vec<u8>>,
    }

    impl Write for Reader {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let _ = self.may.recv();
            let _ = self.took.send(bytes.to_vec());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// What comes out of a pen whose reader takes nothing before all of `lines` are put down.
    fn written(lines: impl Iterator<Item = String>) -> String {
        let (allow, may) = channel();
        let (took, taken) = channel();
        let pen = Pen::new(Reader { may, took }).unwrap();
        let paper = pen.paper();
        for line in lines {
            (&paper).write_all(line.as_bytes()).unwrap();
        }
        drop(allow);
        drop(pen);
        String::from_utf8(taken.iter().flatten().collect()).unwrap()
    }

    #[test]
    fn lines_come_out_in_order_and_none_is_left_behind() {
        let lines = || (0..1_000).map(|line| format!("{line}\n"));
        assert_eq!(written(lines()), lines().collect::<String>());
    }

    #[test]
    fn where_nobody_reads_nobody_waits_and_what_is_lost_is_told() {
        let line = "x".repeat(1023) + "\n";
        let written = written(std::iter::repeat_n(line.clone(), 4 * MOST_BYTES / line.len()));
        let kept = written.matches(&line).count() * line.len();
        assert!((MOST_BYTES..=2 * MOST_BYTES).contains(&kept), "{kept}");
        let (_, last) = written.trim_end().rsplit_once('\n').unwrap();
        assert!(
            last.ends_with(" lines of the log were lost: they were not read as fast as they came"),
            "{last}"
        );
    }
}
