//! Settings that bound what a client can take: times, connections, requests.

use std::num::{NonZeroU32, NonZeroUsize};

use clap::Args;

use super::Seconds;

/// How much is taken, and how long anything may take. Times are in seconds.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Limits")]
pub struct Limits {
    /// Seconds that the head of a request may take from its first byte; then 408.
    #[arg(long, env = "FOLLOWUP_HEAD_TIMEOUT", value_name = "FOLLOWUP_HEAD_TIMEOUT", default_value_t = Self::default().head_timeout)]
    pub head_timeout: Seconds,

    /// Seconds that the body of a request may take after its head; then 408.
    #[arg(long, env = "FOLLOWUP_BODY_TIMEOUT", value_name = "FOLLOWUP_BODY_TIMEOUT", default_value_t = Self::default().body_timeout)]
    pub body_timeout: Seconds,

    /// Seconds over which a client that falls behind with reading is measured; then the connection is cut.
    #[arg(long, env = "FOLLOWUP_WRITE_TIMEOUT", value_name = "FOLLOWUP_WRITE_TIMEOUT", default_value_t = Self::default().write_timeout)]
    pub write_timeout: Seconds,

    /// Bytes a second that such a client has to read at least.
    #[arg(long, env = "FOLLOWUP_WRITE_RATE", value_name = "FOLLOWUP_WRITE_RATE", default_value_t = Self::default().write_rate)]
    pub write_rate: NonZeroU32,

    /// Seconds for which a connection without a request stays open; longer than the balancer keeps its own.
    #[arg(long, env = "FOLLOWUP_IDLE_TIMEOUT", value_name = "FOLLOWUP_IDLE_TIMEOUT", default_value_t = Self::default().idle_timeout)]
    pub idle_timeout: Seconds,

    /// Connections that are served; to those above only probes are answered, others get 503 and are closed.
    #[arg(long, env = "FOLLOWUP_MAX_CONNECTIONS", value_name = "FOLLOWUP_MAX_CONNECTIONS", default_value_t = Self::default().max_connections)]
    pub max_connections: NonZeroUsize,

    /// Requests in flight at once, over all connections; those above get 503.
    #[arg(long, env = "FOLLOWUP_MAX_IN_FLIGHT", value_name = "FOLLOWUP_MAX_IN_FLIGHT", default_value_t = Self::default().max_in_flight)]
    pub max_in_flight: NonZeroUsize,

    /// Requests with a JSON body that wait for each worker's time; those above get 503.
    #[arg(long, env = "FOLLOWUP_MAX_WAITING", value_name = "FOLLOWUP_MAX_WAITING", default_value_t = Self::default().max_waiting)]
    pub max_waiting: NonZeroU32,

    /// Seconds from the order to stop to the last connection taken, so that a balancer sees that we are not ready.
    #[arg(long, env = "FOLLOWUP_DRAIN_TIME", value_name = "FOLLOWUP_DRAIN_TIME", default_value_t = Self::default().drain_time)]
    pub drain_time: Seconds,

    /// Seconds that requests in flight may take to finish after that; rounded up to whole ones.
    #[arg(long, env = "FOLLOWUP_STOP_TIMEOUT", value_name = "FOLLOWUP_STOP_TIMEOUT", default_value_t = Self::default().stop_timeout)]
    pub stop_timeout: Seconds,
}

/// At least one; what is written here is more.
const fn some(number: usize) -> NonZeroUsize {
    NonZeroUsize::MIN.saturating_add(number - 1)
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head_timeout: Seconds::whole(10),
            body_timeout: Seconds::whole(10),
            write_timeout: Seconds::whole(10),
            write_rate: NonZeroU32::MIN.saturating_add(1023),
            // Common balancers keep an idle connection for 60 seconds; the side that closes first must be theirs.
            idle_timeout: Seconds::whole(75),
            max_connections: some(10_000),
            max_in_flight: some(1_024),
            // At up to 200 µs a plan the last one waits for 16 ms of its worker's time.
            max_waiting: NonZeroU32::MIN.saturating_add(79),
            drain_time: Seconds::whole(1),
            stop_timeout: Seconds::whole(10),
        }
    }
}
