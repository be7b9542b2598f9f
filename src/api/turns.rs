//! Turns: what keeps probes answered while a worker has more to plan than it can.
//!
//! A worker is one thread, and its runtime takes tasks in the order in which they became ready. With hundreds of requests
//! ready, a probe would wait until all of them are planned. So work that takes a while waits here, in order, and is let
//! through a few requests at a time; between two lots the worker looks at its sockets, and what costs next to nothing is
//! answered at once.
//!
//! Nobody waits long: where enough wait already, others are refused. A client that asks again at once would make a worker
//! do nothing but refuse, so refusals leave one by one: the first at once, each other one some milliseconds after the one
//! before it.

use std::cell::Cell;
use std::num::NonZeroU32;
use std::rc::Rc;
use std::time::Duration;

use actix_web::rt;
use actix_web::rt::time::sleep;
use tokio::sync::{Notify, Semaphore};

use super::admission::overloaded;
use super::metrics;
use super::problem::Problem;

/// How many requests are worked on between two looks at the sockets: at some tens of microseconds each, much less than a
/// millisecond.
const LOT: usize = 8;

/// How long a refusal is held back for each other one that is being held: at the default limit of requests in flight, with
/// all of them refused by one worker, up to three seconds.
const BETWEEN_REFUSALS: Duration = Duration::from_millis(3);

/// The queue of one worker.
pub(super) struct Turns {
    left: Semaphore,
    none_left: Notify,
    is_watched: Cell<bool>,
    waiting: Cell<u32>,
    most_waiting: u32,
    refused: Cell<u32>,
}

impl Turns {
    /// A queue in which nobody waits, and never more than `most_waiting` will.
    pub(super) fn new(most_waiting: NonZeroU32) -> Rc<Self> {
        Rc::new(Self {
            left: Semaphore::new(LOT),
            none_left: Notify::new(),
            is_watched: Cell::new(false),
            waiting: Cell::new(0),
            most_waiting: most_waiting.get(),
            refused: Cell::new(0),
        })
    }

    /// Waits until it is this caller's turn; then it is free to work until it waits for anything else.
    ///
    /// # Errors
    /// The refusal of one too many, when it may leave.
    pub(super) async fn next(self: Rc<Self>) -> Result<(), Problem> {
        if self.waiting.get() >= self.most_waiting {
            let refusal = overloaded();
            metrics::turned_away(refusal.kind().status);
            let before_it = self.refused.get();
            let _refused = Counted::among(&self.refused);
            sleep(BETWEEN_REFUSALS * before_it).await;
            return Err(refusal);
        }
        if !self.is_watched.replace(true) {
            rt::spawn(Rc::clone(&self).let_through());
        }
        let waiting = Counted::among(&self.waiting);
        if let Ok(turn) = self.left.acquire().await {
            turn.forget();
        }
        drop(waiting);
        if self.left.available_permits() == 0 {
            self.none_left.notify_one();
        }
        Ok(())
    }

    /// Lets the next ones through whenever a lot is done.
    async fn let_through(self: Rc<Self>) {
        loop {
            self.none_left.notified().await;
            // Comes back only when the runtime has looked at the sockets.
            rt::task::yield_now().await;
            self.left.add_permits(LOT);
        }
    }
}

/// While it lives, it is counted; a client that goes away while it waits is counted no more.
struct Counted<'a>(&'a Cell<u32>);

impl<'a> Counted<'a> {
    fn among(count: &'a Cell<u32>) -> Self {
        count.set(count.get() + 1);
        Self(count)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}
