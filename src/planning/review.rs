//! When to look again: the next instant at which something changes although nothing is sent.

use chrono::TimeDelta;

use crate::calendar::Hours;
use crate::facts::Interview;

use super::courtesies::hours;
use super::decide::decide;
use super::decision::{Decision, Draft, Instant};

/// A change is looked for among at most so many instants: an end to the search, not a figure of the policy.
const MOST_CANDIDATES: usize = 128;

/// The earliest instant after `as_of` at which state, next step or a step's status changes if nothing is sent.
pub(super) fn review_at(interview: &Interview, as_of: Instant, now: &Decision) -> Option<Instant> {
    let mut from = as_of;
    let mut decision = None;
    for _ in 0..MOST_CANDIDATES {
        let current = decision.as_ref().unwrap_or(now);
        let candidate = candidates(interview, from, current)
            .into_iter()
            .filter(|instant| *instant > from)
            .min()?;
        let then = decide(interview, candidate);
        if differs(now, &then) {
            return Some(candidate);
        }
        from = candidate;
        decision = Some(then);
    }
    None
}

fn differs(now: &Decision, then: &Decision) -> bool {
    let next = |decision: &Decision| {
        decision
            .next
            .and_then(|index| decision.drafts.get(index))
            .map(|draft| draft.purpose)
    };
    let status = |decision: &Decision, draft: &Draft| decision.draft(draft.purpose).map(|other| other.status);
    now.state != then.state
        || next(now) != next(then)
        || now
            .drafts
            .iter()
            .any(|draft| status(then, draft) != Some(draft.status))
}

/// The instants after which a decision may turn out otherwise.
fn candidates(interview: &Interview, from: Instant, decision: &Decision) -> Vec<Instant> {
    let just_after = |instant: Instant| instant + TimeDelta::seconds(1);
    let mut candidates = vec![interview.ended_at];
    for draft in &decision.drafts {
        let window = &draft.window;
        candidates.extend([
            window.opens_at,
            window.best_at,
            just_after(window.best_at),
            just_after(window.closes_at),
        ]);
        candidates.extend(draft.act_at);
    }
    for turning_point in &decision.turning_points {
        candidates.extend([*turning_point, just_after(*turning_point)]);
    }
    if order_follows_the_clock(from, decision) {
        let today = from.date_naive();
        for day in [Some(today), today.succ_opt()].into_iter().flatten() {
            for span in [Hours::AnyDay, Hours::Office, Hours::Phone]
                .into_iter()
                .flat_map(Hours::spans)
            {
                candidates.push(interview.zone.at(day, span.opens));
                candidates.push(just_after(interview.zone.at(day, span.closes)));
            }
        }
    }
    candidates
}

/// Whether the next step can change with the hour of the day: something late waits for its hours while a message with
/// wider ones, or on a day of the candidate's own, waits as well.
fn order_follows_the_clock(from: Instant, decision: &Decision) -> bool {
    let pending = || {
        decision
            .drafts
            .iter()
            .filter(|draft| draft.is_pending() && draft.channel.is_some())
    };
    let narrowness = |draft: &Draft| {
        draft
            .channel
            .map_or(0, |channel| match hours(draft.purpose, channel) {
                Hours::AnyDay => 0,
                Hours::Office => 1,
                Hours::Phone => 2,
            })
    };
    pending().filter(|late| late.window.best_at < from).any(|late| {
        pending().any(|other| {
            other.purpose != late.purpose && (other.pinned || narrowness(other) < narrowness(late))
        })
    })
}
