//! Followup.

pub mod guidance;
