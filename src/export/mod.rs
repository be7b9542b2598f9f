//! Messages and schedules → files that other programs open.

mod eml;
mod ics;
mod timeline;

pub use eml::{Sender, eml, eml_name};
pub use ics::ics;
pub use timeline::timeline;
