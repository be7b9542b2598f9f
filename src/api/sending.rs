//! Bodies on their way out: in parts, so that a client that reads slowly does not have a whole copy lie in memory.

use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::web::Bytes;

use super::connection::{Answering, Exchange};
use super::instance::{InFlight, Instance};

/// What is handed to the connection at once; it takes the next part when this one is written.
const PART_BYTES: usize = 16 * 1024;

/// What lasts as long as a request is answered.
pub(super) struct Held {
    in_flight: InFlight,
    _answering: Option<Answering>,
}

impl Held {
    /// Takes a request into the instance's count, and tells its connection; `has_body`: that more is to be read.
    pub(super) fn new(instance: &Arc<Instance>, exchange: Option<&Rc<Exchange>>, has_body: bool) -> Self {
        Self {
            in_flight: instance.begin(),
            _answering: exchange.map(|exchange| exchange.answering(has_body)),
        }
    }

    /// Whether as many requests as there may be were in flight before it.
    pub(super) fn is_too_many(&self) -> bool {
        self.in_flight.too_many
    }
}

/// The body in parts if it is large; a streamed one keeps its request in flight until its end.
pub(super) fn in_parts(body: BoxBody, held: Held) -> BoxBody {
    if body.size() == BodySize::Stream {
        return BoxBody::new(Streamed { body, _held: held });
    }
    match body.try_into_bytes() {
        Ok(bytes) if bytes.len() > 2 * PART_BYTES => BoxBody::new(Parts(bytes)),
        Ok(bytes) => BoxBody::new(bytes),
        Err(body) => body,
    }
}

/// A body that is all there.
struct Parts(Bytes);

impl MessageBody for Parts {
    type Error = std::convert::Infallible;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.0.len() as u64)
    }

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        let next = self.0.len().min(PART_BYTES);
        Poll::Ready((next > 0).then(|| Ok(self.0.split_to(next))))
    }

    fn try_into_bytes(self) -> Result<Bytes, Self> {
        Ok(self.0)
    }
}

/// A body that is written while it is sent.
struct Streamed {
    body: BoxBody,
    _held: Held,
}

impl MessageBody for Streamed {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.body).poll_next(context)
    }
}
