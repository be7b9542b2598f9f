//! The corpora of the fuzz targets, and what grows out of them by random changes, through the same functions as libFuzzer's.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says loudly what is wrong"
)]

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use rstest::rstest;

/// Changed inputs for each target.
const CHANGED: u32 = 1_500;

/// What a change may put in: what means something to one reader or another.
const PIECES: [&str; 40] = [
    "\n",
    "\r\n",
    "\0",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "-1",
    "57.0",
    "1e999",
    "\u{202e}",
    "\u{200b}",
    "🙂",
    "e\u{301}",
    "=?utf-8?q?=41?=",
    "2050-12-31",
    "1999-01-01T00:00:00+18:00",
    "2026-03-29T02:30:00",
    "{{ dear }}",
    "{{ part.greeting }}",
    "{% if topic %}",
    "{% endif %}",
    "{#",
    "|default(",
    "'",
    " ",
    "Dear Sam,",
    "?",
    "!!",
    "[name]",
    "tomorrow",
    "https://x.example/",
];

#[derive(Clone, Debug)]
enum Change {
    Remove(Index, usize),
    Repeat(Index, usize),
    Insert(Index, &'static str),
    Flip(Index, u8),
    /// The rest is that of another input.
    Splice(Index, Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        (at(), 1..40_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        (at(), 1..40_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        (at(), prop::sample::select(&PIECES[..])).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (at(), 0..8_u8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        (at(), at(), at()).prop_map(|(at, other, from)| Change::Splice(at, other, from)),
    ]
}

fn changed(seeds: &[Vec<u8>], seed: Index, changes: &[Change]) -> Vec<u8> {
    let mut input = seed.get(seeds).clone();
    for change in changes {
        let place = |at: &Index| at.index(input.len() + 1);
        match change {
            Change::Remove(at, length) => {
                let at = place(at);
                input.drain(at..input.len().min(at + length));
            }
            Change::Repeat(at, length) => {
                let at = place(at);
                let part = input[at..input.len().min(at + length)].to_vec();
                input.splice(at..at, part);
            }
            Change::Insert(at, piece) => {
                let at = place(at);
                input.splice(at..at, piece.bytes());
            }
            Change::Flip(at, bit) => {
                let at = place(at);
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << bit;
                }
            }
            Change::Splice(at, other, from) => {
                let at = place(at);
                let other = other.get(seeds);
                input.truncate(at);
                input.extend_from_slice(&other[from.index(other.len() + 1)..]);
            }
        }
    }
    input
}

#[rstest]
#[case::facts("facts", targets::facts)]
#[case::drafts("drafts", targets::drafts)]
#[case::templates("templates", targets::templates)]
#[case::framing("framing", targets::framing)]
fn nothing_in_the_corpus_or_near_it_breaks_anything(#[case] name: &str, #[case] target: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(name);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(
        files.len() >= 20,
        "{} has {} files",
        folder.display(),
        files.len()
    );
    let mut seeds = Vec::new();
    for file in files {
        let seed = fs::read(&file).unwrap();
        catch_unwind(|| target(&seed)).unwrap_or_else(|_| panic!("{} breaks it", file.display()));
        seeds.push(seed);
    }
    let config = Config {
        rng_seed: RngSeed::Fixed(48_151_623),
        failure_persistence: None,
        ..Config::with_cases(CHANGED)
    };
    let inputs = (any::<Index>(), prop::collection::vec(change(), 1..6));
    TestRunner::new(config)
        .run(&inputs, |(seed, changes)| {
            let input = changed(&seeds, seed, &changes);
            let held = catch_unwind(|| target(&input));
            prop_assert!(held.is_ok(), "broken by {:?}", String::from_utf8_lossy(&input));
            Ok(())
        })
        .unwrap();
}
