//! Logs: one event a request, and where a handler panicked. Never a name, an address or a sentence of a message.
//!
//! An event becomes a line in `line.rs` and waits in `pen.rs` for a thread that writes what has gathered: a worker never waits
//! for whoever reads the log.

mod line;
mod pen;
#[cfg(feature = "otlp")]
mod spans;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;

use self::line::Lines;
pub use self::pen::Pen;
#[cfg(feature = "otlp")]
pub use self::spans::Spans;
use crate::config::LogFormat;

/// Writes events to standard error, those that `RUST_LOG` lets through (default: `info`), until what this gives is dropped.
///
/// # Errors
/// A sentence that names `RUST_LOG` if it is no filter, or says that there can be no thread to write.
pub fn start(format: LogFormat) -> Result<Pen, String> {
    let filter = filter()?;
    let pen = Pen::new(std::io::stderr()).map_err(|error| format!("the log: {error}"))?;
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(pen.paper())
        .event_format(Lines(format))
        .init();
    // The message of a panic may repeat what a candidate told; its place says enough.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panicked");
    }));
    Ok(pen)
}

/// Whether `RUST_LOG` is a filter, and whether spans can be sent as the variables say.
///
/// # Errors
/// A sentence that names the variable that cannot be used.
pub fn check() -> Result<(), String> {
    #[cfg(feature = "otlp")]
    spans::exporter()?;
    filter().map(drop)
}

fn filter() -> Result<EnvFilter, String> {
    let filter = EnvFilter::builder()
        .with_default_directive(LevelFilter::INFO.into())
        .from_env()
        .map_err(|error| format!("RUST_LOG: {error}"))?;
    // What hostile clients send is no error of ours; what became of it is in our own events.
    let quiet = "actix_http=off"
        .parse()
        .map_err(|error| format!("RUST_LOG: {error}"))?;
    Ok(filter.add_directive(quiet))
}
