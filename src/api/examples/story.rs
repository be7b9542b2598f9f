//! The facts that the examples begin with: one story, call by call, and what is different elsewhere.

/// A name, what it shows, and the facts. Each has an `as_of`, so that the answers stay the same.
type Row = (&'static str, &'static str, &'static str);

/// How many rows are the story.
pub(super) const STORY: usize = 4;

/// The story first, in its order; then the variants. A new row shows plans and messages; the story alone shows the rest.
pub(super) const FACTS: [Row; 9] = [
    (
        "after_the_interview",
        "The story, 1: an hour after a first interview with two people, who named a date",
        include_str!("after_the_interview.json"),
    ),
    (
        "waiting_for_an_answer",
        "The story, 2: thanks were sent, the date is a week away",
        include_str!("waiting_for_an_answer.json"),
    ),
    (
        "time_to_ask",
        "The story, 3: the date has passed in silence",
        include_str!("time_to_ask.json"),
    ),
    (
        "good_news",
        "The story, 4: they ask for another round",
        include_str!("good_news.json"),
    ),
    (
        "bare_minimum",
        "The least that is needed: when the interview ended",
        include_str!("bare_minimum.json"),
    ),
    (
        "panel",
        "A panel: one without an address, one who was not there",
        include_str!("panel.json"),
    ),
    (
        "final_round",
        "Two days after a final round; they still see others",
        include_str!("final_round.json"),
    ),
    (
        "marketplace",
        "A marketplace that allows no contact outside before a contract",
        include_str!("marketplace.json"),
    ),
    (
        "rejection",
        "A rejection came in this morning",
        include_str!("rejection.json"),
    ),
];
