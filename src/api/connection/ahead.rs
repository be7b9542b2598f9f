//! Requests that come before the ones before them are answered: actix gets them in their turn.
//!
//! It makes requests of all that it has read, and writes an answer by what the last head said that it has seen: with a HEAD
//! behind it an answer would lose its body, with `Connection: close` behind it would say that it is the last.

use tokio::io::ReadBuf;

/// What was read of requests that are to wait.
#[derive(Default)]
pub(super) struct Ahead {
    bytes: Vec<u8>,
    taken: usize,
}

impl Ahead {
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Of what has just been read leaves one request in the buffer, or what there is of it, and keeps what follows.
    pub(super) fn hold_back(&mut self, buffer: &mut ReadBuf<'_>, is_head: bool) {
        if let Some(end) = end_of_part(buffer.filled(), is_head) {
            self.bytes.extend_from_slice(&buffer.filled()[end..]);
            buffer.set_filled(end);
        }
    }

    /// Moves into the buffer what fits of the next request; where that has begun, of the rest of its body.
    pub(super) fn take(&mut self, buffer: &mut ReadBuf<'_>, is_head: bool) {
        let waiting = &self.bytes[self.taken..];
        let end = end_of_part(waiting, is_head);
        let bytes = end.unwrap_or(waiting.len()).min(buffer.remaining());
        buffer.put_slice(&waiting[..bytes]);
        self.taken += bytes;
        if self.taken == self.bytes.len() {
            *self = Self::default();
        }
    }
}

/// Where the first request ends, or a part of it behind which it may end, if anything follows.
fn end_of_part(bytes: &[u8], is_head: bool) -> Option<usize> {
    // Most requests have a body, which ends in no blank line: then no other head ends behind it.
    let in_body = !is_head || bytes.first() == Some(&b'P');
    if in_body && !(bytes.ends_with(b"\n\r\n") || bytes.ends_with(b"\n\n")) {
        return None;
    }
    let end = if is_head {
        end_of_request(bytes)
    } else {
        // Chunks end with a blank line. Where it is one within them, another part will follow.
        behind_blank_line(bytes)
    };
    end.filter(|end| *end < bytes.len())
}

fn end_of_request(bytes: &[u8]) -> Option<usize> {
    let begin = bytes.iter().position(|byte| !b"\r\n".contains(byte))?;
    let body = begin + behind_blank_line(&bytes[begin..])?;
    if body == bytes.len() {
        return None;
    }
    match length_by(&bytes[begin..body]) {
        Length::Bytes(length) => body.checked_add(length),
        Length::Chunks => Some(body + behind_blank_line(&bytes[body..])?),
    }
}

/// Where a body ends.
enum Length {
    Bytes(usize),
    Chunks,
}

/// What a head says of its body. A head that contradicts itself is refused by actix.
fn length_by(head: &[u8]) -> Length {
    let mut length = Length::Bytes(0);
    for line in head.split(|byte| *byte == b'\n') {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            continue;
        };
        let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
        if name.eq_ignore_ascii_case(b"transfer-encoding") {
            return Length::Chunks;
        }
        if name.eq_ignore_ascii_case(b"content-length") {
            let bytes = std::str::from_utf8(value)
                .ok()
                .and_then(|value| value.parse().ok());
            length = Length::Bytes(bytes.unwrap_or(0));
        }
    }
    length
}

/// Where the first blank line ends.
fn behind_blank_line(bytes: &[u8]) -> Option<usize> {
    let mut line_ends = (0..bytes.len()).filter(|at| bytes[*at] == b'\n');
    line_ends.find_map(|at| match bytes[at + 1..] {
        [b'\n', ..] => Some(at + 2),
        [b'\r', b'\n', ..] => Some(at + 3),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GET: &str = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    const HEAD: &str = "HEAD / HTTP/1.1\n\n";
    const POST: &str = "POST / HTTP/1.1\r\nCONTENT-LENGTH:  2\r\n\r\n{}";
    const CHUNKED: &str = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";

    /// What actix gets, piece by piece, when all of it is read at once and each piece is answered.
    fn pieces(read: &str) -> Vec<String> {
        let mut room = [0; 1000];
        let mut buffer = ReadBuf::new(&mut room);
        buffer.put_slice(read.as_bytes());
        let mut ahead = Ahead::default();
        ahead.hold_back(&mut buffer, true);
        let mut pieces = Vec::new();
        loop {
            pieces.push(String::from_utf8(buffer.filled().to_vec()).unwrap());
            if ahead.is_empty() {
                return pieces;
            }
            buffer.clear();
            ahead.take(&mut buffer, true);
        }
    }

    #[test]
    fn one_request_comes_as_it_is() {
        for request in [GET, HEAD, POST, CHUNKED, "GET / HT", "", "\r\n\r\n", "\0\n"] {
            assert_eq!(pieces(request), [request]);
        }
    }

    #[test]
    fn several_come_one_by_one() {
        let read = [GET, POST, HEAD, CHUNKED, POST, "\r\n", GET].concat();
        assert_eq!(
            pieces(&read),
            [GET, POST, HEAD, CHUNKED, POST, &format!("\r\n{GET}")]
        );
    }

    #[test]
    fn a_blank_line_in_a_chunk_divides_it_and_nothing_is_lost() {
        let chunked = CHUNKED.replace("2\r\n{}", "6\r\n{\n\n  }");
        let read = [&chunked, GET].concat();
        assert_eq!(pieces(&read).concat(), read);
    }

    #[test]
    fn a_length_beyond_all_bounds_takes_what_there_is() {
        let read = format!("GET / HTTP/1.1\r\nContent-Length: {}\r\n\r\n{GET}", u64::MAX);
        assert_eq!(pieces(&read), [read.as_str()]);
    }
}
