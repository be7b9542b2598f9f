//! The running instance: whether it takes requests, how many it has, and what it may take.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::admission::Admission;
use super::browsers::Origins;
use crate::config::{Access, Limits};

/// What all workers of one process share.
#[derive(Default)]
pub struct Instance {
    stopping: AtomicBool,
    /// What a client may take.
    pub(super) limits: Limits,
    /// Who is let in.
    pub(super) admission: Admission,
    /// Whose pages may ask.
    pub(super) origins: Origins,
    /// How many connections are open.
    pub(super) connections: AtomicUsize,
    in_flight: AtomicUsize,
}

impl Instance {
    /// An instance with these settings, ready from its start until it is told to stop.
    ///
    /// # Errors
    /// A sentence that names the variable that cannot be used.
    pub fn new(limits: Limits, access: &Access) -> Result<Self, String> {
        Ok(Self {
            limits,
            admission: Admission::new(access)?,
            origins: Origins::read(access.cors_origins.as_deref())?,
            ..Self::default()
        })
    }

    /// Whether requests should be sent here.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.stopping.load(Ordering::Relaxed)
    }

    /// From now on `/health/ready` answers 503, and connections close after their answer.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    /// Takes a request into the count of those in flight, until what this gives is dropped.
    pub(super) fn begin(self: &Arc<Self>) -> InFlight {
        let others = self.in_flight.fetch_add(1, Ordering::Relaxed);
        InFlight {
            instance: Arc::clone(self),
            too_many: others >= self.limits.max_in_flight.get(),
        }
    }

    /// How many requests are in flight.
    pub(super) fn in_flight(&self) -> usize {
        self.in_flight.load(Ordering::Relaxed)
    }

    /// How many connections are open.
    pub(super) fn connections(&self) -> usize {
        self.connections.load(Ordering::Relaxed)
    }
}

/// While it lives, its request is in flight.
pub(super) struct InFlight {
    instance: Arc<Instance>,
    /// Whether as many requests as there may be were in flight before it.
    pub(super) too_many: bool,
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.instance.in_flight.fetch_sub(1, Ordering::Relaxed);
    }
}
