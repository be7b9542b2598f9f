//! Problem documents for what never becomes a request: heads that are malformed, too large or too slow.

use uuid::Uuid;

use super::metrics;
use super::problem::{MEDIA_TYPE, Problem};
use super::problem_types::{BAD_REQUEST, HEAD_TOO_LARGE, REQUEST_TIMEOUT};

/// The answer to a head that did not come in time.
pub(super) fn too_slow() -> Vec<u8> {
    written(&REQUEST_TIMEOUT.because("The head of the request took too long to arrive."))
}

/// What to send in place of an answer of actix itself, which has a status and no body: ours all have a request id.
pub(super) fn in_place_of(answer: &[u8]) -> Option<Vec<u8>> {
    let status = answer.strip_prefix(b"HTTP/1.1 4")?;
    let id = b"x-request-id";
    if !answer.ends_with(b"\r\n\r\n") || answer.windows(id.len()).any(|part| part.eq_ignore_ascii_case(id)) {
        return None;
    }
    Some(written(&match status {
        [b'3', b'1', ..] => HEAD_TOO_LARGE.because("The head of the request has more than 131,072 bytes."),
        [b'0', b'8', ..] => return Some(too_slow()),
        _ => BAD_REQUEST.because("The request breaks a rule of HTTP."),
    }))
}

/// The whole answer; the connection closes behind it.
fn written(problem: &Problem) -> Vec<u8> {
    let id = Uuid::new_v4().to_string();
    let problem = problem.clone().under(&id);
    let (status, body) = (problem.kind().status, problem.to_json());
    metrics::refused(status);
    tracing::info!(request_id = id, status = status.as_u16(), "refused");
    let head = format!(
        "HTTP/1.1 {} {}\r\ncontent-type: {MEDIA_TYPE}\r\ncontent-length: {}\r\nconnection: close\r\ncache-control: no-store\r\n\
         x-content-type-options: nosniff\r\nx-request-id: {id}\r\n\r\n",
        status.as_u16(),
        status.canonical_reason().unwrap_or_default(),
        body.len(),
    );
    let mut answer = head.into_bytes();
    answer.extend(body);
    answer
}
