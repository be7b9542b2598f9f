//! Plan → words: templates as text files (`templates/`), embedded; what a candidate sends or says.
//!
//! A message is composed of parts, each with several phrasings. A purpose's outline names the parts in their order;
//! [`words`] holds the facts as they can stand in a sentence; a phrasing whose facts are not there is passed over, so
//! that no sentence limps. Which of several phrasings is taken follows from step and recipient alone.

mod book;
mod catalogue;
mod compose;
mod day;
mod mailto;
mod message;
mod name;
mod phrase;
mod select;
mod situation;
mod tag;
mod wording;
mod words;
mod write;

#[cfg(test)]
mod tests;

pub use catalogue::{Catalogue, CatalogueEntry, catalogue};
pub use message::{
    FollowUp, Form, Links, Message, MessageRecipient, Refused, Rendered, Selection, Unavailable,
};
pub use select::{follow_up, select, select_worded};
pub use wording::{TemplateSubmission, WordedSubmission, Wording};

pub(crate) use phrase::{appeal_taken_over, topic_taken_over};
