//! The program: `followup serve`, and the few things that it can do without serving.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset};
use clap::{Parser, Subcommand};
use followup::api::Instance;
use followup::batch::View;
use followup::config::{LogFormat, ProbeConfig, ServeConfig};
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
    /// Print the plan of one interview, without serving.
    Plan {
        /// A file with the interview facts as JSON; `-` is standard input.
        file: PathBuf,
    },
    /// Answer facts line by line (NDJSON), in order, on all cores: what POST /v1/plans/batch does, without serving.
    Batch {
        /// A file with the facts of an interview a line; `-` is standard input.
        #[arg(default_value = "-")]
        file: PathBuf,
        /// What the lines are answered with.
        #[arg(long, default_value = "plans")]
        view: View,
        /// The moment for which lines without an `as_of` are answered [default: now, read once].
        #[arg(long, value_parser = api::as_of)]
        as_of: Option<DateTime<FixedOffset>>,
    },
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
        Some(Command::Plan { file }) => plan(&file),
        Some(Command::Batch { file, view, as_of }) => batch(&file, view, as_of),
        Some(Command::Openapi) => print(api::openapi_json().as_bytes()),
        Some(Command::Health { url, probe }) => {
            api::probe(&url.unwrap_or_else(|| api::ready_url(probe.listen)))
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // If even that cannot be written, the exit code has to say it alone.
            let _ = writeln!(io::stderr(), "{message}");
            ExitCode::FAILURE
        }
    }
}

fn serve(config: &ServeConfig) -> Result<(), String> {
    let instance = Instance::new(config.limits.clone(), &config.access)?;
    if config.check_config {
        return telemetry::check().and_then(|()| print(b"The settings are good.\n"));
    }
    let _log = telemetry::start(config.log_format)?;
    #[cfg(feature = "otlp")]
    let _spans = telemetry::Spans::start()?;
    let unusable = |error| format!("FOLLOWUP_LISTEN: {}: {error}", config.listen);
    let listener = api::listen(config.listen).map_err(unusable)?;
    let address = listener.local_addr().map_err(unusable)?;
    print(format!("Listening on http://{address}\nSwagger UI at  http://{address}/docs/\n").as_bytes())?;
    api::serve(listener, config.workers(), instance).map_err(|error| error.to_string())
}

fn plan(file: &Path) -> Result<(), String> {
    let unreadable = |error| format!("{}: {error}", file.display());
    let facts = if file == Path::new("-") {
        let mut facts = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut facts)
            .map(|_| facts)
            .map_err(unreadable)?
    } else {
        fs::read(file).map_err(unreadable)?
    };
    match api::plan(&facts) {
        Ok(plan) => print(&plan).and_then(|()| print(b"\n")),
        Err(problem) => Err(String::from_utf8_lossy(&problem.to_json()).into_owned()),
    }
}

fn batch(file: &Path, view: View, as_of: Option<DateTime<FixedOffset>>) -> Result<(), String> {
    let _log = telemetry::start(LogFormat::Human)?;
    let mut out = io::stdout().lock();
    if file == Path::new("-") {
        return api::filter(io::stdin(), &mut out, view, as_of);
    }
    let input = File::open(file).map_err(|error| format!("{}: {error}", file.display()))?;
    api::filter(input, &mut out, view, as_of)
}

fn print(bytes: &[u8]) -> Result<(), String> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(|error| format!("standard output: {error}"))
}
