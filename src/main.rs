//! The program: `followup serve`, and the few things that it can do without serving.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use followup::config::{ProbeConfig, ServeConfig};
use followup::{api, telemetry};

/// When to follow up on a job interview, by what means and in which words.
#[derive(Parser)]
#[command(version, about, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: ServeConfig,
}

#[derive(Subcommand)]
enum Command {
    /// Serve HTTP (the default).
    Serve(ServeConfig),
    /// Print the OpenAPI document.
    Openapi,
    /// Ask a running service whether it is ready; the exit code is the answer.
    Health {
        /// What to ask [default: /health/ready at the address that the service listens on].
        url: Option<String>,
        #[command(flatten)]
        probe: ProbeConfig,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        None => serve(&cli.serve),
        Some(Command::Serve(config)) => serve(&config),
        Some(Command::Openapi) => print(api::openapi_json().as_bytes()),
        Some(Command::Health { url, probe }) => {
            api::probe(&url.unwrap_or_else(|| api::ready_url(probe.listen)))
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // If even that cannot be written, the exit code has to say it alone.
            let _ = writeln!(io::stderr(), "followup: {message}");
            ExitCode::FAILURE
        }
    }
}

fn serve(config: &ServeConfig) -> Result<(), String> {
    telemetry::start(config.log_format)?;
    let unusable = |error| format!("FOLLOWUP_LISTEN: {}: {error}", config.listen);
    let listener = api::listen(config.listen).map_err(unusable)?;
    let address = listener.local_addr().map_err(unusable)?;
    print(format!("Listening on http://{address}\nSwagger UI at  http://{address}/docs/\n").as_bytes())?;
    api::serve(listener, config.workers()).map_err(|error| error.to_string())
}

fn print(bytes: &[u8]) -> Result<(), String> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| format!("standard output: {error}"))
}
