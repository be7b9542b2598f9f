//! The service from outside: over the routes that run in production, in this process or as the program itself.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should say where"
)]

mod batch;
mod bounds;
mod busy;
mod document;
mod door;
mod drafts;
mod errors;
mod hostile;
mod ics;
mod imports;
mod kept;
mod letters;
mod malformed;
mod mcp;
mod pace;
mod program;
mod refusals;
mod requests;
mod rooms;
mod running;
mod slow;
#[cfg(feature = "otlp")]
mod spans;
mod strategies;
mod timeline;
