//! How often a caller may ask: a bucket for each key or address.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use actix_web::http::header::{HeaderName, HeaderValue};
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use super::keys::KeyDigest;

/// The headers of the IETF draft on rate limits (draft-ietf-httpapi-ratelimit-headers-10).
pub(crate) const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");
pub(crate) const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// Whose bucket it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Caller {
    Key(KeyDigest),
    Address(IpAddr),
}

/// The buckets of all callers.
pub(crate) struct Rate {
    buckets: RateLimiter<Caller, DashMapStateStore<Caller>, DefaultClock, StateInformationMiddleware>,
    clock: DefaultClock,
    a_second: u32,
    burst: u32,
}

/// What is left to a caller, as its headers say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Allowance {
    /// Requests that may come now.
    left: u32,
    /// Seconds until the bucket is full again; where nothing is left, until one request may come.
    pub(crate) seconds: u32,
    burst: u32,
    a_second: u32,
}

impl Rate {
    pub(crate) fn new(a_second: NonZeroU32, burst: Option<NonZeroU32>) -> Self {
        let burst = burst.unwrap_or(a_second);
        let quota = Quota::per_second(a_second).allow_burst(burst);
        Self {
            buckets: RateLimiter::dashmap(quota).with_middleware(),
            clock: DefaultClock::default(),
            a_second: a_second.get(),
            burst: burst.get(),
        }
    }

    /// Takes a request out of the caller's bucket; what is left then.
    ///
    /// # Errors
    /// What is left where that is too little: nothing.
    pub(super) fn take(&self, caller: Caller) -> Result<Allowance, Allowance> {
        let allowance = |left, seconds| Allowance {
            left,
            seconds,
            burst: self.burst,
            a_second: self.a_second,
        };
        match self.buckets.check_key(&caller) {
            Ok(state) => {
                let left = state.remaining_burst_capacity();
                Ok(allowance(
                    left,
                    self.burst.saturating_sub(left).div_ceil(self.a_second),
                ))
            }
            Err(until) => {
                let wait = until.wait_time_from(self.clock.now());
                let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
                Err(allowance(0, u32::try_from(seconds).unwrap_or(u32::MAX).max(1)))
            }
        }
    }

    /// Takes as many of `wanted` requests as there are out of the caller's bucket: one at a time, so that whoever wants many
    /// waits no longer for the first than whoever wants one.
    ///
    /// # Errors
    /// How long it takes until there is one.
    pub(super) fn take_some(&self, caller: Caller, wanted: usize) -> Result<usize, Duration> {
        for taken in 0..wanted {
            match self.buckets.check_key(&caller) {
                Ok(_) => {}
                Err(until) if taken == 0 => return Err(until.wait_time_from(self.clock.now())),
                Err(_) => return Ok(taken),
            }
        }
        Ok(wanted)
    }

    /// Forgets those whose buckets are full again.
    pub(crate) fn forget(&self) {
        self.buckets.retain_recent();
        self.buckets.shrink_to_fit();
    }
}

impl Allowance {
    /// `RateLimit` and `RateLimit-Policy`.
    pub(crate) fn headers(self) -> [(HeaderName, HeaderValue); 2] {
        let Self {
            left,
            seconds,
            burst,
            a_second,
        } = self;
        let window = burst.div_ceil(a_second);
        let written = |text: String| HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(""));
        [
            (RATE_LIMIT, written(format!("\"default\";r={left};t={seconds}"))),
            (
                RATE_LIMIT_POLICY,
                written(format!("\"default\";q={burst};w={window}")),
            ),
        ]
    }
}
