//! The one place where the time is read.

use chrono::{DateTime, FixedOffset, SubsecRound, Utc};

/// This second, in UTC; it stands for `as_of` where the caller gave none.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is where the clock is read")]
pub fn now() -> DateTime<FixedOffset> {
    Utc::now().trunc_subsecs(0).fixed_offset()
}
