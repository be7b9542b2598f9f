//! Followup turns the facts of a job interview into the follow-up that a good career adviser would recommend.
//!
//! The rooms, in the order in which the facts pass through them: [`facts`] (what we are told), [`calendar`] (which days and
//! hours are open), [`guidance`] (why), [`planning`] (facts → plan).

pub mod calendar;
pub mod facts;
pub mod guidance;
pub mod messages;
pub mod planning;
