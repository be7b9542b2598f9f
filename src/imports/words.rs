//! Words in free text and what they stand for: statuses, stages, places. `docs/imports.md` tells the same rules.

mod place;
mod stage;
mod status;

pub(super) use place::{format_of_kind, format_of_place};
pub(super) use stage::stage;
pub(super) use status::status;

/// The words of a text in lower case; letters and digits make words.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
