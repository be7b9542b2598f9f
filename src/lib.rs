//! Followup turns the facts of a job interview into the follow-up that a good career adviser would recommend.
//!
//! The rooms, in the order in which the facts pass through them: [`facts`] (what we are told), [`calendar`] (which days and
//! hours are open), [`guidance`] (why), [`planning`] (facts → plan), [`messages`] (plan → words), [`drafts`] (a candidate's own
//! words → advice), [`export`] (→ files), [`json`] (→ bytes), [`batch`] (all of that for line after line), [`api`] (HTTP). Beside them [`config`]
//! and [`telemetry`], which the program alone uses.

pub mod api;
pub mod batch;
pub mod calendar;
pub mod config;
pub mod drafts;
pub mod export;
pub mod facts;
pub mod guidance;
pub mod json;
pub mod messages;
pub mod planning;
pub mod telemetry;
