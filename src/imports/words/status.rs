//! Statuses of interviews, in each system's own words.

use crate::facts::InterviewStatus;

/// Beginnings of statuses, their letters in lower case and nothing else, that say that there is no date yet; nothing follows
/// from them.
const NOT_YET: [&str; 4] = ["need", "waitingoncandidate", "waitingonapproval", "unscheduled"];

/// Words that deny what stands near them: "not held", "never took place", "held without the candidate".
const DENYING: [&str; 5] = ["not", "no", "never", "non", "without"];

/// What a status stands for; none for one that is not known.
///
/// Whole words count, however they are written: `WaitingOnFeedback`, `AWAITING_FEEDBACK`, "Awaiting feedback". What is denied or
/// still to be done is no status. Of a cancellation only what stands before it denies it: "Cancelled - no show" is one.
pub(in crate::imports) fn status(text: &str) -> Option<InterviewStatus> {
    let words = words(text);
    let letters = words.concat();
    let to_be = words
        .windows(2)
        .any(|pair| matches!(pair, [one, two] if one == "to" && two == "be"));
    if to_be || NOT_YET.iter().any(|start| letters.starts_with(start)) {
        return None;
    }
    let denied_at = words.iter().position(|word| DENYING.contains(&word.as_str()));
    let first = |named: fn(&str) -> bool| words.iter().position(|word| named(word));
    let is_denied = |at: usize| denied_at.is_some_and(|denied_at| denied_at < at);
    if let Some(at) = first(|word| word.starts_with("cancel") || word.starts_with("delete")) {
        return (!is_denied(at)).then_some(InterviewStatus::Cancelled);
    }
    if let Some(at) = first(|word| word.starts_with("reschedul")) {
        return (!is_denied(at)).then_some(InterviewStatus::Rescheduled);
    }
    if denied_at.is_some() {
        return None;
    }
    let over = |word: &str| {
        matches!(word, "complete" | "completed" | "held" | "done" | "finished") || word.ends_with("feedback")
    };
    if first(over).is_some() {
        return Some(InterviewStatus::Held);
    }
    first(|word| matches!(word, "scheduled" | "confirmed")).map(|_| InterviewStatus::Scheduled)
}

/// The words of a status in lower case; a large letter after a small one begins a word as well. Letters alone count.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_small = false;
    for c in text.chars() {
        let begins = !c.is_alphabetic() || (after_small && c.is_uppercase());
        if begins && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphabetic(), words.last_mut()) {
            word.extend(c.to_lowercase());
        }
        after_small = c.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}
