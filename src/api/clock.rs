//! The one place where the time is read.

#[cfg(feature = "otlp")]
use std::time::SystemTime;

use chrono::{DateTime, FixedOffset, SubsecRound, Utc};

/// This second, in UTC; it stands for `as_of` where the caller gave none.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is where the clock is read")]
pub fn now() -> DateTime<FixedOffset> {
    Utc::now().trunc_subsecs(0).fixed_offset()
}

/// The time as exactly as the system tells it, for spans.
#[cfg(feature = "otlp")]
#[expect(clippy::disallowed_methods, reason = "this is where the clock is read")]
pub(super) fn precisely() -> SystemTime {
    Utc::now().into()
}
