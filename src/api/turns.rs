//! Turns: what keeps probes answered while a worker has more to plan than it can.
//!
//! A worker is one thread, and its runtime takes tasks in the order in which they became ready. With hundreds of requests
//! ready, a probe would wait until all of them are planned. So work that takes a while waits here, in order, and is let
//! through a few requests at a time; between two lots the worker looks at its sockets, and what costs next to nothing is
//! answered at once.

use std::cell::Cell;
use std::rc::Rc;

use actix_web::rt;
use tokio::sync::{Notify, Semaphore};

/// How many requests are worked on between two looks at the sockets: at some tens of microseconds each, much less than a
/// millisecond.
const LOT: usize = 8;

/// The queue of one worker.
pub(super) struct Turns {
    left: Semaphore,
    none_left: Notify,
    is_watched: Cell<bool>,
}

impl Turns {
    /// A queue in which nobody waits.
    pub(super) fn new() -> Rc<Self> {
        Rc::new(Self {
            left: Semaphore::new(LOT),
            none_left: Notify::new(),
            is_watched: Cell::new(false),
        })
    }

    /// Waits until it is this caller's turn; then it is free to work until it waits for anything else.
    pub(super) async fn next(self: Rc<Self>) {
        if !self.is_watched.replace(true) {
            rt::spawn(Rc::clone(&self).let_through());
        }
        if let Ok(turn) = self.left.acquire().await {
            turn.forget();
        }
        if self.left.available_permits() == 0 {
            self.none_left.notify_one();
        }
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
