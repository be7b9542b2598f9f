//! Who is let in: what is turned away before it reaches a handler.
//!
//! First what is too much for the instance, then who has no key, then who asks too often.

mod client;
mod keys;
mod rate;

use std::path::PathBuf;
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use actix_web::HttpMessage;
use actix_web::dev::ServiceRequest;

use self::keys::Keys;
use self::rate::Rate;
pub(super) use self::rate::{Allowance, Caller};
use super::mcp;
use super::problem::Problem;
use super::problem_types::{OVERLOADED, TOO_MANY_REQUESTS, UNAUTHORIZED};
use crate::config::Access;

/// The keys and rates of an instance.
#[derive(Default)]
pub(super) struct Admission {
    keys: Option<RwLock<Keys>>,
    keys_file: Option<PathBuf>,
    rate: Option<Rate>,
    trusted_hops: u8,
}

/// What is known of a request at the door.
#[derive(Default)]
pub(super) struct Visitor {
    /// How the log names the key.
    pub(super) key_id: Option<String>,
    /// What is left to the caller.
    pub(super) allowance: Option<Allowance>,
}

impl Admission {
    /// What the settings say.
    ///
    /// # Errors
    /// A sentence that names the variable.
    pub(super) fn new(access: &Access) -> Result<Self, String> {
        Ok(Self {
            keys: Keys::read(access)?.map(RwLock::new),
            keys_file: access.api_keys_file.clone(),
            rate: access
                .rate_limit
                .map(|a_second| Rate::new(a_second, access.rate_burst)),
            trusted_hops: access.trusted_hops,
        })
    }

    /// Says in the log whether keys are needed.
    pub(super) fn announce(&self) {
        if let Some(keys) = &self.keys {
            let keys = keys.read().unwrap_or_else(PoisonError::into_inner).len();
            tracing::info!(keys, "requests for /v1 and /mcp need a key");
        } else {
            tracing::warn!("no API key is set: the service is open to all who can reach it");
        }
    }

    /// Reads the file of keys again; where that fails, the keys stay as they were.
    pub(super) fn read_keys_again(&self) {
        let (Some(keys), Some(file)) = (&self.keys, &self.keys_file) else {
            tracing::warn!("there is no file of keys to read again");
            return;
        };
        match Keys::of_file(file) {
            Ok(read) => {
                *keys.write().unwrap_or_else(PoisonError::into_inner) = read;
                self.announce();
            }
            Err(error) => tracing::error!(error, "the keys stay as they were"),
        }
    }

    /// Forgets callers that have not asked for a while.
    pub(super) fn forget(&self) {
        if let Some(rate) = &self.rate {
            rate.forget();
        }
    }

    /// Takes as many of `wanted` requests as may come now out of the caller's bucket.
    ///
    /// # Errors
    /// How long it takes until there is one.
    pub(super) fn take(&self, caller: Caller, wanted: usize) -> Result<usize, Duration> {
        self.rate
            .as_ref()
            .map_or(Ok(wanted), |rate| rate.take_some(caller, wanted))
    }

    /// Whether a key is asked for there.
    pub(super) fn guards(&self, path: &str) -> bool {
        self.keys.is_some() && is_guarded(path)
    }

    /// Whether the request may come in; `visitor` learns what is known of it, and the request keeps whose rate it counts in.
    pub(super) fn admit(
        &self,
        request: &ServiceRequest,
        too_many: bool,
        visitor: &mut Visitor,
    ) -> Result<(), Problem> {
        // The path as it is routed, so that no spelling of it leads past the door.
        let path = request.match_info().as_str();
        if is_open(path) {
            return Ok(());
        }
        if too_many {
            return Err(overloaded());
        }
        if !is_guarded(path) {
            return Ok(());
        }
        let mut caller = None;
        if let Some(keys) = &self.keys {
            let keys = keys.read().unwrap_or_else(PoisonError::into_inner);
            let key = keys.known(request.headers()).ok_or_else(unauthorized)?;
            visitor.key_id = Some(key.id());
            caller = Some(Caller::Key(key));
        }
        if let Some(rate) = &self.rate {
            let caller = caller.unwrap_or_else(|| {
                let address = client::address(request.headers(), request.peer_addr(), self.trusted_hops);
                Caller::Address(address)
            });
            let taken = rate.take(caller);
            let (Ok(allowance) | Err(allowance)) = taken;
            visitor.allowance = Some(allowance);
            if taken.is_err() {
                return Err(limited(allowance.seconds));
            }
            request.extensions_mut().insert(caller);
        }
        Ok(())
    }
}

/// Whether everybody is let in there: probes, and what watches the instance.
pub(super) fn is_open(path: &str) -> bool {
    path.starts_with("/health/") || path == "/metrics"
}

/// Whether keys are asked for and requests are counted there: where there is something to work out.
pub(super) fn is_guarded(path: &str) -> bool {
    path.starts_with("/v1/") || path == mcp::PATH
}

/// The refusal of a request that is one too many.
pub(super) fn overloaded() -> Problem {
    OVERLOADED.because("More requests are open than this instance takes on. Nothing was done; send it again.")
}

/// The refusal of a request without a key that is known.
pub(super) fn unauthorized() -> Problem {
    UNAUTHORIZED.because("The request has no key, or one that is not known.")
}

/// The refusal of a request that comes too soon.
pub(super) fn limited(seconds: u32) -> Problem {
    TOO_MANY_REQUESTS
        .because("You have sent more requests than you may. Wait as long as Retry-After says.")
        .after(seconds)
}
