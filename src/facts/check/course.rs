//! What was said and decided since: the timeline, delays, another offer, a withdrawal, pins and skips.

use std::fmt::Display;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::findings::Findings;
use super::texts::{self, FREE_TEXT_CHARS};
use super::times::{self, OTHER_YEARS};
use crate::calendar::Zone;
use crate::facts::code::{self, Code};
use crate::facts::interview::{CompetingOffer, Delay, Due, Pin, Skip, Timeline, Withdrawal};
use crate::facts::submission::{
    CompetingOfferSubmission, DelaySubmission, PinSubmission, SkipSubmission, TimelineSubmission,
    WithdrawalSubmission,
};
use crate::facts::violation::Place;
use crate::facts::vocabulary::{Purpose, TimelineKind};

/// Limits of contract.md, "Limits".
const MOST_DELAYS: usize = 10;
const MOST_PINS: usize = 14;
const MOST_SKIPS: usize = 14;

/// The longest timeline in days (policy.md, "Impossible facts").
const LONGEST_TIMELINE_DAYS: u32 = 365;

/// What the facts are held against. A part is `None` where it is itself faulty.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) zone: Zone,
    /// D0.
    pub(super) day: Option<NaiveDate>,
    pub(super) as_of: Option<DateTime<FixedOffset>>,
}

/// What a stated day must not lie before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Earliest {
    pub(super) day: NaiveDate,
    pub(super) code: &'static Code,
    /// As in "before the day of {whose}".
    pub(super) whose: &'static str,
}

impl Earliest {
    pub(super) fn interview(day: NaiveDate) -> Self {
        Self {
            day,
            code: &code::BEFORE_THE_INTERVIEW,
            whose: "the interview",
        }
    }

    fn hold(self, found: &mut Findings, place: Place<'_>, day: NaiveDate) {
        if day < self.day {
            let detail = format!(
                "{place} must not lie before the day of {}, {}.",
                self.whose, self.day
            );
            found.fault(place, self.code, detail);
        }
    }
}

impl Frame {
    /// An instant of the past, told in the employer's zone.
    pub(super) fn past(
        &self,
        found: &mut Findings,
        place: Place<'_>,
        given: Option<&str>,
    ) -> Option<DateTime<FixedOffset>> {
        let given = found.required(place, given);
        let at = self.zone.local(times::instant(found, place, given, OTHER_YEARS)?);
        if let Some(as_of) = self.as_of.filter(|as_of| at > *as_of) {
            let now = as_of.to_rfc3339();
            let detail = format!("{place} must not lie after `as_of` (where absent: now), which is {now}.");
            found.fault(place, &code::AFTER_AS_OF, detail);
        }
        Some(at)
    }
}

pub(super) fn timeline(
    found: &mut Findings,
    place: Place<'_>,
    given: &TimelineSubmission,
    earliest: Option<Earliest>,
) -> Option<Timeline> {
    let (date_place, min_place, max_place) = (
        place.property("date"),
        place.property("min"),
        place.property("max"),
    );
    let date = times::date(found, date_place, given.date.as_deref(), OTHER_YEARS);
    let min = found.number(min_place, given.min, 0..=LONGEST_TIMELINE_DAYS);
    let max = found.number(max_place, given.max, 0..=LONGEST_TIMELINE_DAYS);
    if let Some((date, earliest)) = date.zip(earliest) {
        earliest.hold(found, date_place, date);
    }
    if let Some((min, max)) = min.zip(max).filter(|(min, max)| min > max) {
        let detail = format!("{min_place} must be at most `max`, which is {max}; it is {min}.");
        found.fault(min_place, &code::WRONG_ORDER, detail);
    }
    let due = match found.required(place.property("kind"), given.kind)? {
        TimelineKind::ByDate => {
            refuse(
                found,
                min_place,
                given.min.as_ref(),
                "a timeline of the kind `by_date`, which needs `date` alone",
            );
            refuse(
                found,
                max_place,
                given.max.as_ref(),
                "a timeline of the kind `by_date`, which needs `date` alone",
            );
            found.required(date_place, given.date.as_ref())?;
            Due::On(date?)
        }
        kind @ (TimelineKind::WithinDays | TimelineKind::WithinWorkingDays) => {
            refuse(
                found,
                date_place,
                given.date.as_ref(),
                "a timeline that counts days, which needs `max`",
            );
            found.required(max_place, given.max)?;
            match kind {
                TimelineKind::WithinWorkingDays => Due::WithinWorkingDays(max?),
                _ => Due::WithinDays(max?),
            }
        }
    };
    Some(Timeline {
        due,
        min,
        invites_contact: given.invites_contact.unwrap_or(false),
    })
}

/// Refuses a property that can't be understood beside the others.
pub(super) fn refuse<T>(found: &mut Findings, place: Place<'_>, given: Option<&T>, beside: impl Display) {
    if given.is_some() {
        found.fault(
            place,
            &code::CONTRADICTION,
            format!("{place} does not go with {beside}."),
        );
    }
}

pub(super) fn delays(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<Vec<DelaySubmission>>,
) -> Vec<Delay> {
    let list = found.list(place, given, MOST_DELAYS).into_iter().enumerate();
    list.filter_map(|(index, given)| {
        let place = place.entry(index);
        let reason = found.required(place.property("reason"), given.reason);
        let until = times::date(
            found,
            place.property("until"),
            given.until.as_deref(),
            OTHER_YEARS,
        );
        Some(Delay {
            reason: reason?,
            until,
        })
    })
    .collect()
}

pub(super) fn competing_offer(
    found: &mut Findings,
    place: Place<'_>,
    given: &CompetingOfferSubmission,
    frame: &Frame,
) -> Option<CompetingOffer> {
    let answer_place = place.property("answer_by");
    let received_at = frame.past(found, place.property("received_at"), given.received_at.as_deref());
    let answer_by = found.required(answer_place, given.answer_by.as_deref());
    let answer_by = times::date(found, answer_place, answer_by, OTHER_YEARS);
    let (received_at, answer_by) = received_at.zip(answer_by)?;
    if answer_by < received_at.date_naive() {
        let detail = format!(
            "{answer_place} must not lie before the day of `received_at`, {}.",
            received_at.date_naive()
        );
        found.fault(answer_place, &code::WRONG_ORDER, detail);
    }
    Some(CompetingOffer {
        received_at,
        answer_by,
    })
}

pub(super) fn withdrawal(
    found: &mut Findings,
    place: Place<'_>,
    given: &WithdrawalSubmission,
    frame: &Frame,
) -> Option<Withdrawal> {
    let decided_at = frame.past(found, place.property("decided_at"), given.decided_at.as_deref())?;
    Some(Withdrawal {
        decided_at,
        reason: given.reason.unwrap_or_default(),
    })
}

pub(super) fn pins(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<Vec<PinSubmission>>,
    frame: &Frame,
) -> Vec<Pin> {
    let mut pins: Vec<Pin> = Vec::new();
    for (index, given) in found.list(place, given, MOST_PINS).into_iter().enumerate() {
        let place = place.entry(index);
        let (purpose_place, on_place) = (place.property("purpose"), place.property("on"));
        let purpose = found.required(purpose_place, given.purpose);
        let on = found.required(on_place, given.on.as_deref());
        let on = times::date(found, on_place, on, OTHER_YEARS);
        let reason = texts::free_text(found, place.property("reason"), given.reason, FREE_TEXT_CHARS);
        if let Some((on, day)) = on.zip(frame.day) {
            Earliest::interview(day).hold(found, on_place, on);
        }
        if let Some(purpose) = purpose {
            once(found, purpose_place, purpose, pins.iter().map(|pin| pin.purpose));
        }
        if let Some((purpose, on)) = purpose.zip(on) {
            pins.push(Pin { purpose, on, reason });
        }
    }
    pins
}

pub(super) fn skips(
    found: &mut Findings,
    place: Place<'_>,
    given: Option<Vec<SkipSubmission>>,
    pins: &[Pin],
) -> Vec<Skip> {
    let mut skips: Vec<Skip> = Vec::new();
    for (index, given) in found.list(place, given, MOST_SKIPS).into_iter().enumerate() {
        let place = place.entry(index);
        let purpose_place = place.property("purpose");
        let purpose = found.required(purpose_place, given.purpose);
        let reason = texts::free_text(found, place.property("reason"), given.reason, FREE_TEXT_CHARS);
        let Some(purpose) = purpose else { continue };
        once(
            found,
            purpose_place,
            purpose,
            skips.iter().map(|skip| skip.purpose),
        );
        if pins.iter().any(|pin| pin.purpose == purpose) {
            let word = purpose.as_str();
            let detail = format!(
                "{purpose_place} must not be `{word}`, which is pinned to a day: a step is either pinned or skipped."
            );
            found.fault(purpose_place, &code::CONTRADICTION, detail);
        }
        skips.push(Skip { purpose, reason });
    }
    skips
}

fn once(
    found: &mut Findings,
    place: Place<'_>,
    purpose: Purpose,
    mut earlier: impl Iterator<Item = Purpose>,
) {
    if earlier.any(|other| other == purpose) {
        let detail = format!(
            "{place} must name each step once; `{}` stands here already.",
            purpose.as_str()
        );
        found.fault(place, &code::REPEATED, detail);
    }
}
