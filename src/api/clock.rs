//! The one place where the time is read.

use chrono::{DateTime, Utc};

/// This moment; it stands for `as_of` where the caller gave none.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is where the clock is read")]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}
