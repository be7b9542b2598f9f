//! What was sent and received so far.

use chrono::NaiveDate;

use super::course::{Earliest, Frame, refuse, timeline};
use super::findings::Findings;
use super::texts::{self, EMAIL_CHARS};
use super::times::{self, OTHER_YEARS};
use crate::facts::code;
use crate::facts::interview::{Person, Received, Sent, Withdrawal};
use crate::facts::submission::HistoryEntrySubmission;
use crate::facts::violation::{Place, quoted};
use crate::facts::vocabulary::{EntryKind, Outcome, Purpose};

/// How many entries there can be (contract.md, "Limits").
const MOST_ENTRIES: usize = 50;

/// What was sent and what was received since the interview's day, each with the oldest first.
///
/// A withdrawal sent before that day counts as well, where the facts say that it was decided by then.
pub(super) fn history(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<Vec<HistoryEntrySubmission>>,
    frame: &Frame,
    withdrawal: Option<Withdrawal>,
) -> (Vec<Sent>, Vec<Received>) {
    let (mut all_sent, mut all_received) = (Vec::new(), Vec::new());
    for (index, given) in found.list(place, given, MOST_ENTRIES).into_iter().enumerate() {
        let place = place.entry(index);
        match found.required(place.property("kind"), given.kind) {
            Some(EntryKind::Sent) => all_sent.extend(sent(found, place, given, frame)),
            Some(EntryKind::Received) => all_received.extend(received(found, place, &given, frame)),
            // What it lacks cannot be told before its kind is known.
            None => {
                frame.past(found, place.property("at"), given.at.as_deref());
            }
        }
    }
    if let Some(day) = frame.day {
        let before = all_sent.len() + all_received.len();
        let withdraws = |entry: &Sent| {
            entry.purpose == Purpose::Withdraw
                && withdrawal.is_some_and(|withdrawal| entry.at >= withdrawal.decided_at)
        };
        all_sent.retain(|entry| entry.at.date_naive() >= day || withdraws(entry));
        all_received.retain(|entry| entry.at.date_naive() >= day);
        warn_of_earlier_round(found, before - all_sent.len() - all_received.len(), day);
    }
    all_sent.sort_by_key(|entry| entry.at);
    all_received.sort_by_key(|entry| entry.at);
    (all_sent, all_received)
}

/// Warns of recipients whom nobody among these people answers to.
pub(super) fn warn_of_unknown_recipients(found: &mut Findings, sent: &[Sent], people: &[&Person]) {
    let mut named: Vec<&str> = Vec::new();
    for recipient in sent.iter().filter_map(|entry| entry.recipient.as_deref()) {
        let unknown = !people.iter().any(|person| person.answers_to(recipient));
        if unknown && !named.contains(&recipient) {
            named.push(recipient);
            found.warn(
                "unknown_recipient",
                format!(
                    "The history names {} as a recipient, but no interviewer or contact has that name or address: \
                     the message counts for none of them.",
                    quoted(recipient)
                ),
            );
        }
    }
}

fn sent(
    found: &mut Findings,
    place: Place<'_>,
    given: HistoryEntrySubmission,
    frame: &Frame,
) -> Option<Sent> {
    let at = frame.past(found, place.property("at"), given.at.as_deref());
    let purpose = found.required(place.property("purpose"), given.purpose);
    let recipient = texts::line(found, place.property("recipient"), given.recipient, EMAIL_CHARS);
    let beside = "an entry of the kind `sent`; what came in is of the kind `received`";
    refuse(found, place.property("outcome"), given.outcome.as_ref(), beside);
    refuse(found, place.property("timeline"), given.timeline.as_ref(), beside);
    refuse(found, place.property("until"), given.until.as_ref(), beside);
    Some(Sent {
        at: at?,
        purpose: purpose?,
        channel: given.channel,
        recipient,
        delivered: given.delivered.unwrap_or(true),
    })
}

fn received(
    found: &mut Findings,
    place: Place<'_>,
    given: &HistoryEntrySubmission,
    frame: &Frame,
) -> Option<Received> {
    let at = frame.past(found, place.property("at"), given.at.as_deref());
    let outcome = found.required(place.property("outcome"), given.outcome);
    let beside = "an entry of the kind `received`; what went out is of the kind `sent`";
    refuse(found, place.property("purpose"), given.purpose.as_ref(), beside);
    refuse(
        found,
        place.property("delivered"),
        given.delivered.filter(|delivered| !delivered).as_ref(),
        beside,
    );
    let earliest = at.map(|at| Earliest {
        day: at.date_naive(),
        code: &code::BEFORE_THE_REPLY,
        whose: "the message that names it",
    });
    let timeline = given
        .timeline
        .as_ref()
        .and_then(|given| timeline(found, place.property("timeline"), given, earliest));
    let until = times::date(
        found,
        place.property("until"),
        given.until.as_deref(),
        OTHER_YEARS,
    );
    if outcome.is_some_and(|outcome| outcome != Outcome::OutOfOffice) {
        let beside = "this `outcome`: it is the last day of absence of an `out_of_office`; a new date stands under `timeline`";
        refuse(found, place.property("until"), given.until.as_ref(), beside);
    }
    Some(Received {
        at: at?,
        outcome: outcome?,
        timeline,
        until,
        automated: given.automated.unwrap_or(false),
    })
}

fn warn_of_earlier_round(found: &mut Findings, entries: usize, day: NaiveDate) {
    let detail = match entries {
        0 => return,
        1 => format!(
            "One entry of the history is from before {day}, the day of the interview: it belongs to an earlier round and is left out."
        ),
        more => format!(
            "{more} entries of the history are from before {day}, the day of the interview: they belong to an earlier round and are left out."
        ),
    };
    found.warn("earlier_round", detail);
}
