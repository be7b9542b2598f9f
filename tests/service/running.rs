//! The program itself, running.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

pub fn followup() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_followup"));
    command
        .env_remove("RUST_LOG")
        .env("FOLLOWUP_LISTEN", "127.0.0.1:0")
        .env("FOLLOWUP_WORKERS", "1");
    command
}

/// A running service; it is ended with the test.
pub struct Running {
    pub child: Child,
    pub address: String,
}

impl Running {
    pub fn start() -> Self {
        Self::with(&[])
    }

    /// The same with these settings.
    pub fn with(settings: &[(&str, &str)]) -> Self {
        let mut child = followup()
            .envs(settings.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut printed = BufReader::new(child.stdout.take().unwrap());
        let (mut listening, mut docs) = (String::new(), String::new());
        printed.read_line(&mut listening).unwrap();
        printed.read_line(&mut docs).unwrap();
        let address = listening.trim().rsplit_once("http://").unwrap().1.to_owned();
        assert_eq!(
            docs.trim().rsplit_once(' ').unwrap().1,
            format!("http://{address}/docs/")
        );
        Self { child, address }
    }

    pub fn signal(&self, name: &str) {
        let killed = Command::new("kill")
            .args([&format!("-{name}"), &self.child.id().to_string()])
            .status();
        assert!(killed.unwrap().success());
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream
    }

    /// What comes back until the connection is closed.
    pub fn ask(&self, request: impl AsRef<[u8]>) -> String {
        let mut stream = self.connect();
        stream.write_all(request.as_ref()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn run(command: &mut Command) -> Output {
    command.stdin(Stdio::null()).output().unwrap()
}
