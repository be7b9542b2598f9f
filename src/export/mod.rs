//! Messages → files that other programs open.

mod eml;

pub use eml::{Sender, eml, eml_name};
