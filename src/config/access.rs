//! Settings about who may ask: keys, rates, proxies, origins.

use std::num::NonZeroU32;
use std::path::PathBuf;

use clap::Args;

/// Who may ask, and how often.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Access")]
pub struct Access {
    /// API keys, separated by commas; one of them must come with every request for /v1 and /mcp [default: none: open to all].
    #[arg(
        long,
        env = "FOLLOWUP_API_KEYS",
        value_name = "FOLLOWUP_API_KEYS",
        hide_env_values = true
    )]
    pub api_keys: Option<String>,

    /// A file with one API key a line (# begins a remark); read again on SIGHUP. In place of the keys above.
    #[arg(long, env = "FOLLOWUP_API_KEYS_FILE", value_name = "FOLLOWUP_API_KEYS_FILE")]
    pub api_keys_file: Option<PathBuf>,

    /// Requests a second for each key or client address under /v1 and at /mcp, over time; those above get 429 [default: no limit].
    #[arg(long, env = "FOLLOWUP_RATE_LIMIT", value_name = "FOLLOWUP_RATE_LIMIT")]
    pub rate_limit: Option<NonZeroU32>,

    /// Requests that may come at once after a pause [default: the rate limit].
    #[arg(
        long,
        env = "FOLLOWUP_RATE_BURST",
        value_name = "FOLLOWUP_RATE_BURST",
        requires = "rate_limit"
    )]
    pub rate_burst: Option<NonZeroU32>,

    /// Proxies before this service whose entries in Forwarded or X-Forwarded-For are believed.
    #[arg(long, env = "FOLLOWUP_TRUSTED_HOPS", value_name = "FOLLOWUP_TRUSTED_HOPS", default_value_t = 0, value_parser = clap::value_parser!(u8).range(0..=16))]
    pub trusted_hops: u8,

    /// Origins whose pages may ask from a browser, separated by commas, or * [default: none].
    #[arg(long, env = "FOLLOWUP_CORS_ORIGINS", value_name = "FOLLOWUP_CORS_ORIGINS")]
    pub cors_origins: Option<String>,
}
