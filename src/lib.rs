//! Followup turns the facts of a job interview into the follow-up that a good career adviser would recommend.
//!
//! The rooms, in the order in which the facts pass through them: [`imports`] (other systems' interviews → facts), [`facts`] (what we are
//! told), [`calendar`] (which days and hours are open), [`guidance`] (why), [`planning`] (facts → plan), [`messages`] (plan → words), [`drafts`] (a candidate's own
//! words → advice), [`export`] (→ files), [`batch`] (all of that for line after line), [`api`] (HTTP). Beside them [`json`]
//! (how an answer becomes bytes), and [`config`] and [`telemetry`], which the program alone uses.
//!
//! Facts as JSON become a plan in three calls; none of them reads a clock, so the moment is an argument:
//!
//! ```
//! use followup::{facts::read_facts, messages::follow_up, planning::plan};
//!
//! let facts = br#"{
//!     "interview": {"ended_at": "2026-03-02T15:00:00-08:00", "interviewers": [{"name": "Sam Okafor"}]},
//!     "timeline": {"kind": "by_date", "date": "2026-03-13"}
//! }"#;
//! let now = "2026-03-03T09:00:00-08:00".parse()?;
//!
//! let checked = read_facts(facts, now).map_err(|rejected| format!("{rejected:?}"))?;
//! let plan = follow_up(&checked.interview, plan(&checked.interview, checked.as_of));
//!
//! assert_eq!(plan.schedule.headline, "Send your thank-you to Sam Okafor now.");
//! assert_eq!(plan.schedule.steps[0].reasons.iter().next().unwrap().rule().id, "thank_you.within_a_day");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `examples/without_http.rs` goes on to steps, words and an e-mail draft.

pub mod api;
pub mod batch;
pub mod calendar;
pub mod config;
pub mod drafts;
pub mod export;
pub mod facts;
pub mod guidance;
pub mod imports;
pub mod json;
pub mod messages;
pub mod planning;
pub mod telemetry;
