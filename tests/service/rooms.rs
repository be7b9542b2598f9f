//! ARCHITECTURE.md's table: which room may name which. Checked in the source, because the compiler allows more.

use std::fs;
use std::path::{Path, PathBuf};

/// A room, and those of ours that it may name beside itself.
const ROOMS: [(&str, &[&str]); 13] = [
    ("calendar", &[]),
    ("json", &[]),
    ("guidance", &["json"]),
    ("facts", &["calendar", "json"]),
    ("imports", &["facts", "calendar"]),
    ("planning", &["facts", "calendar", "guidance", "json"]),
    ("messages", &["facts", "guidance", "planning", "json"]),
    ("drafts", &["facts", "guidance", "planning", "messages"]),
    ("export", &["facts", "planning", "messages"]),
    ("batch", &["facts", "planning", "messages", "json"]),
    (
        "api",
        &[
            "facts", "calendar", "imports", "guidance", "planning", "messages", "drafts", "export", "json",
            "batch", "config",
        ],
    ),
    ("config", &[]),
    ("telemetry", &["config"]),
];

/// Ways to learn the time.
const CLOCKS: [&str; 6] = [
    "Utc::now",
    "Local::now",
    "SystemTime::now",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
];

/// Every source file of the library with its room and its text, comments left out.
fn sources() -> Vec<(String, PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&src).unwrap();
                let room = below
                    .iter()
                    .next()
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .trim_end_matches(".rs")
                    .to_owned();
                let text = fs::read_to_string(&path).unwrap();
                let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                files.push((room, below.to_owned(), code.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    assert!(files.len() > 20, "the sources were not found");
    files
        .into_iter()
        .filter(|(room, ..)| !["lib", "main"].contains(&room.as_str()))
        .collect()
}

/// The rooms that a text names by `crate::room` or `crate::{room, room::item}`.
fn named(code: &str) -> Vec<String> {
    let first_word = |path: &str| -> String {
        path.trim_start()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let mut rooms = Vec::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            None => rooms.push(first_word(after)),
            Some(group) => {
                let mut depth = 0;
                let top_level = |c: char| {
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    depth == 0 && c == ',' || depth < 0
                };
                let end = group.find(';').unwrap_or(group.len());
                rooms.extend(
                    group[..end]
                        .split(top_level)
                        .map(first_word)
                        .filter(|room| !room.is_empty()),
                );
            }
        }
    }
    rooms
}

#[test]
fn a_room_names_only_those_it_may() {
    for (room, path, code) in sources() {
        let (_, may_name) = ROOMS
            .iter()
            .find(|(known, _)| *known == room)
            .unwrap_or_else(|| panic!("{} is in no room of ARCHITECTURE.md", path.display()));
        for other in named(&code) {
            let allowed = other == room || may_name.contains(&other.as_str());
            assert!(
                allowed,
                "{} names {other}; {room} may name {may_name:?}",
                path.display()
            );
        }
    }
}

#[test]
fn only_the_api_knows_http_or_the_time() {
    for (_, path, code) in sources().into_iter().filter(|(room, ..)| room != "api") {
        assert!(!code.contains("actix_web"), "{} names actix_web", path.display());
        for clock in CLOCKS {
            assert!(!code.contains(clock), "{} reads a clock: {clock}", path.display());
        }
    }
}

#[test]
fn the_time_of_day_is_read_in_one_file() {
    let read_in: Vec<_> = sources()
        .into_iter()
        .filter(|(_, _, code)| {
            ["Utc::now", "SystemTime::now"]
                .iter()
                .any(|clock| code.contains(clock))
        })
        .map(|(_, path, _)| path)
        .collect();
    assert_eq!(read_in, [Path::new("api/clock.rs")]);
}

#[test]
fn groups_of_names_are_seen() {
    let code = "use crate::{facts::{Channel, Purpose}, guidance};\nlet x = crate::planning::plan;";
    assert_eq!(named(code), ["facts", "guidance", "planning"]);
}
