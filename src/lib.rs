//! Followup.

pub mod calendar;
