//! Problem documents for what never becomes a request: heads that are malformed, too large or too slow.

use uuid::Uuid;

use super::metrics;
use super::problem::{MEDIA_TYPE, Problem};
use super::problem_types::{BAD_REQUEST, HEAD_TOO_LARGE, REQUEST_TIMEOUT};

/// The answer to a head that did not come in time.
pub(super) fn too_slow() -> Vec<u8> {
    written(&REQUEST_TIMEOUT.because("The head of the request took too long to arrive."))
}

/// Where in `written` an answer of actix itself begins, if one stands at its end: a status without a body. In every answer of
/// ours other headers stand, too.
pub(super) fn find_bare(written: &[u8]) -> Option<usize> {
    if !written.ends_with(b"\r\n\r\n") {
        return None;
    }
    let within = &written[written.len().saturating_sub(LONGEST_BARE_BYTES)..];
    let at = within.windows(BARE.len()).rposition(|part| part == BARE)?;
    let bare = within[at..].split(|byte| *byte == b'\n').skip(1).all(|line| {
        let mut known = [&b"content-length: 0"[..], b"connection: close", b"date: "].into_iter();
        line == b"\r" || line.is_empty() || known.any(|known| line.starts_with(known))
    });
    bare.then_some(written.len() - within.len() + at)
}

/// What to send in place of that answer.
pub(super) fn in_place_of(bare: &[u8]) -> Vec<u8> {
    match bare.get(BARE.len()..) {
        Some([b'3', b'1', ..]) => written(
            &HEAD_TOO_LARGE
                .because("The head of the request has more than 131,072 bytes, or more than 96 headers."),
        ),
        Some([b'0', b'8', ..]) => too_slow(),
        _ => written(&BAD_REQUEST.because("The request breaks a rule of HTTP.")),
    }
}

/// How an answer of actix begins.
const BARE: &[u8] = b"HTTP/1.1 4";

/// More than any of them has.
const LONGEST_BARE_BYTES: usize = 256;

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

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const BARE_400: &str = "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\ndate: Wed, 25 Nov 2026 14:27:09 GMT\r\n\r\n";

    #[rstest]
    #[case::alone("", BARE_400, Some(0))]
    #[case::behind_another("HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\n\r\n{}", BARE_400, Some(47))]
    #[case::ours_to_head(
        "",
        "HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\nx-request-id: a\r\n\r\n",
        None
    )]
    #[case::the_end_of_a_batch("{\"reference\":\"HTTP/1.1 400 Bad Request\"}\n\r\n0\r\n\r\n", "", None)]
    #[case::an_email("HTTP/1.1 400 Bad Request\r\nHello\r\n\r\n", "", None)]
    #[case::nothing("", "", None)]
    fn an_answer_of_actix_is_found(#[case] before: &str, #[case] last: &str, #[case] at: Option<usize>) {
        assert_eq!(find_bare(format!("{before}{last}").as_bytes()), at);
    }
}
