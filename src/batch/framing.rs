//! From a stream of bytes to lines.

/// The longest line that is read, its end not counted (contract.md, "Batch").
pub const LINE_LIMIT_BYTES: usize = 64 * 1024;

/// One line that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its place among all lines, blank ones included; the first is 1.
    pub number: u64,
    /// What stands on it, without its end; none where it is longer than [`LINE_LIMIT_BYTES`].
    pub text: Option<Vec<u8>>,
}

/// Cuts a stream into lines, however its bytes arrive.
///
/// A line ends with LF or CRLF, the last one also with the stream. A blank line (nothing, or spaces, tabs and CR) is
/// counted and passed over. A line that is too long is passed over to its end without being kept.
#[derive(Debug, Default)]
pub struct Framing {
    ended: u64,
    begun: Vec<u8>,
    too_long: bool,
}

impl Framing {
    /// Takes the next bytes in and adds the lines that end in them to `lines`.
    pub fn push(&mut self, bytes: &[u8], lines: &mut Vec<Line>) {
        let mut parts = bytes.split(|byte| *byte == b'\n');
        // There is always a part after the last LF, if only an empty one: it belongs to the line that is still to end.
        let unended = parts.next_back().unwrap_or_default();
        for part in parts {
            self.take(part);
            lines.extend(self.end());
        }
        self.take(unended);
    }

    /// Ends the stream: the last line, if it had no end of its own.
    #[must_use]
    pub fn finish(mut self) -> Option<Line> {
        self.end()
    }

    /// The number of the line that has not ended yet.
    #[must_use]
    pub fn unended(&self) -> u64 {
        self.ended + 1
    }

    fn take(&mut self, part: &[u8]) {
        // One byte more than fits, for the CR of a line that just fits.
        if self.too_long || self.begun.len() + part.len() > LINE_LIMIT_BYTES + 1 {
            self.too_long = true;
            self.begun = Vec::new();
        } else {
            self.begun.extend_from_slice(part);
        }
    }

    fn end(&mut self) -> Option<Line> {
        self.ended += 1;
        let mut text = std::mem::take(&mut self.begun);
        if text.last() == Some(&b'\r') {
            text.pop();
        }
        let too_long = std::mem::take(&mut self.too_long) || text.len() > LINE_LIMIT_BYTES;
        let line = Line {
            number: self.ended,
            text: (!too_long).then_some(text),
        };
        let blank = line
            .text
            .as_ref()
            .is_some_and(|text| text.trim_ascii().is_empty());
        (!blank).then_some(line)
    }
}
