//! What can be configured: each setting is an environment variable and a flag; an error names the variable.

mod access;
mod limits;
mod seconds;

use std::net::SocketAddr;
use std::num::NonZeroUsize;

use clap::{Args, ValueEnum};

pub use access::Access;
pub use limits::Limits;
pub use seconds::Seconds;

/// How and where to serve.
#[derive(Args, Clone, Debug)]
pub struct ServeConfig {
    /// The address to listen on; port 0 takes a free one.
    #[arg(long, env = "FOLLOWUP_LISTEN", value_name = "FOLLOWUP_LISTEN", default_value = DEFAULT_LISTEN, value_parser = address)]
    pub listen: SocketAddr,

    /// How many threads answer requests [default: one for each core].
    #[arg(long, env = "FOLLOWUP_WORKERS", value_name = "FOLLOWUP_WORKERS")]
    pub workers: Option<NonZeroUsize>,

    /// How log events are written to standard error.
    #[arg(
        long,
        env = "FOLLOWUP_LOG_FORMAT",
        value_name = "FOLLOWUP_LOG_FORMAT",
        default_value = "human"
    )]
    pub log_format: LogFormat,

    /// Hold the settings against their rules, say what is wrong with them, and end.
    #[arg(long)]
    pub check_config: bool,

    /// How much is taken, and how long anything may take.
    #[command(flatten)]
    pub limits: Limits,

    /// Who may ask, and how often.
    #[command(flatten)]
    pub access: Access,
}

/// Where the probe asks by default: the address that `serve` listens on.
#[derive(Args, Clone, Debug)]
pub struct ProbeConfig {
    /// The address that the service listens on.
    #[arg(long, env = "FOLLOWUP_LISTEN", value_name = "FOLLOWUP_LISTEN", default_value = DEFAULT_LISTEN, value_parser = address)]
    pub listen: SocketAddr,
}

/// How log events are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// A line of words.
    Human,
    /// A JSON object a line.
    Json,
}

/// Only this machine; the container sets 0.0.0.0:8080.
const DEFAULT_LISTEN: &str = "127.0.0.1:8080";

impl ServeConfig {
    /// The number of workers; where none is set, the number of cores.
    #[must_use]
    pub fn workers(&self) -> usize {
        let workers = self.workers.or_else(|| std::thread::available_parallelism().ok());
        workers.map_or(1, NonZeroUsize::get)
    }
}

fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse()
        .map_err(|_| "expected an IP address and a port, as 127.0.0.1:8080 or [::]:8080".to_owned())
}
