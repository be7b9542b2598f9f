//! What a connection and the requests on it tell each other: the connection knows the client, the envelope the answers.

use std::cell::Cell;
use std::rc::Rc;
use std::task::{Poll, Waker};
use std::time::Instant;

/// What the client of one connection is about; the envelope tells it when a request is answered.
pub(in crate::api) struct Exchange {
    pub(super) answering: Cell<u32>,
    pub(super) head_began: Cell<Option<Instant>>,
    pub(super) last_heard: Cell<Instant>,
    /// Whether there were too many connections when it came.
    pub(super) crowded: bool,
    /// Whether nothing more is expected of the client.
    pub(super) given_up: Cell<bool>,
    /// Whether an answer is not yet written, and who waits for that.
    unwritten: Cell<bool>,
    /// Whether the request that is answered has a body, which has to be read meanwhile.
    has_body: Cell<bool>,
    next: Cell<Option<Waker>>,
    /// Until when it is we who let the client wait.
    pub(super) held_up_until: Cell<Instant>,
}

impl Exchange {
    /// A connection on which nothing has come yet; `crowded`: there are too many.
    pub(super) fn new(crowded: bool) -> Self {
        Self {
            answering: Cell::new(0),
            head_began: Cell::new(None),
            last_heard: Cell::new(Instant::now()),
            crowded,
            given_up: Cell::new(false),
            unwritten: Cell::new(false),
            has_body: Cell::new(false),
            next: Cell::new(None),
            held_up_until: Cell::new(Instant::now()),
        }
    }

    /// Whatever waited for that may go on.
    pub(super) fn all_is_written(&self) {
        self.unwritten.set(false);
        if let Some(next) = self.next.take() {
            next.wake();
        }
    }

    /// Whether there were too many connections when it came: then it is not kept.
    pub(in crate::api) fn is_crowded(&self) -> bool {
        self.crowded
    }

    /// The client gets its answer, and whatever it sends is not waited for any longer.
    pub(in crate::api) fn give_up(&self) {
        self.given_up.set(true);
    }

    /// All of the body is read that ever will be.
    pub(in crate::api) fn body_is_read(&self) {
        self.has_body.set(false);
    }

    /// Whether the request that is answered has a body of which something may still be to come.
    pub(in crate::api) fn has_body(&self) -> bool {
        self.has_body.get()
    }

    /// Whether nothing is to be read now: an answer is made or written, and no body belongs to it.
    pub(super) fn is_busy(&self) -> bool {
        (self.answering.get() > 0 && !self.has_body.get()) || self.unwritten.get()
    }

    /// Waits until the answer before is written: without that, a client that sends many requests at once and reads nothing
    /// would have all their answers lie in memory.
    pub(in crate::api) async fn written(&self) {
        std::future::poll_fn(|context| {
            if self.unwritten.get() {
                self.next.set(Some(context.waker().clone()));
                Poll::Pending
            } else {
                Poll::Ready(())
            }
        })
        .await;
    }

    /// Nothing is read or answered until then: a client that sends first and reads later is not measured meanwhile.
    pub(in crate::api) fn held_up_until(&self, then: Instant) {
        self.held_up_until.set(then);
    }

    /// A head is complete and is answered until what this gives is dropped.
    pub(in crate::api) fn answering(self: &Rc<Self>, has_body: bool) -> Answering {
        self.has_body.set(has_body);
        self.head_began.set(None);
        self.answering.set(self.answering.get() + 1);
        Answering(Rc::clone(self))
    }

    pub(super) fn heard(&self, now: Instant) {
        if self.given_up.get() {
            return;
        }
        self.last_heard.set(now);
        if self.answering.get() == 0 && self.head_began.get().is_none() {
            self.head_began.set(Some(now));
        }
    }
}

/// While it lives, its connection is answering.
pub(in crate::api) struct Answering(Rc<Exchange>);

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.answering.set(self.0.answering.get() - 1);
        self.0.last_heard.set(Instant::now());
        self.0.unwritten.set(true);
    }
}
