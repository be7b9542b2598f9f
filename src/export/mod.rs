//! Messages → files that other programs open.

mod eml;
mod timeline;

pub use eml::{Sender, eml, eml_name};
pub use timeline::timeline;
