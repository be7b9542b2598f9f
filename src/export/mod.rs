//! Messages and schedules → files that other programs open.

mod eml;
mod ics;

pub use eml::{Sender, eml, eml_name};
pub use ics::ics;
