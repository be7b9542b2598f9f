//! From days to places: a scale that gives most room to what is near, and leaves out long stretches in which nothing happens.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike};

/// With more days than these a day is too narrow to be seen, and empty stretches are cut out.
const MOST_DAYS_UNCUT: i32 = 90;

/// Days that stay on either side of a cut.
const KEPT_BESIDE_A_CUT: i32 = 5;

/// A shorter stretch is not worth a cut.
const SHORTEST_CUT_DAYS: i32 = 10;

/// How wide a cut is drawn.
pub(super) const CUT_WIDTH: i32 = 20;

/// Fewer days are not drawn: an interview alone would fill the picture.
const FEWEST_DAYS: i32 = 14;

/// Room that a number of two digits needs, with some air.
const NUMBER_WIDTH: i32 = 21;

/// What a day counts for: those that matter now have two and a half times the room of what is far off.
const NEAR: i32 = 5;
const FAR: i32 = 2;

/// Days that follow on each other, each as wide as the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The first day.
    pub(super) first: NaiveDate,
    /// How many days.
    pub(super) days: i32,
    /// Where it begins.
    pub(super) from: i32,
    /// Where it ends.
    pub(super) to: i32,
    /// Whether days are left out before it.
    pub(super) is_cut_off: bool,
}

/// Which days are shown, and where.
#[derive(Debug)]
pub(super) struct Scale {
    pub(super) stretches: Vec<Stretch>,
}

/// A stretch that has no place yet.
struct Run {
    first: NaiveDate,
    last: NaiveDate,
    weight: i32,
    is_cut_off: bool,
}

impl Run {
    fn days(&self) -> i32 {
        days_from(self.first, self.last) + 1
    }
}

impl Scale {
    /// A scale between two places that shows all the moments given, with a day around them. Days after the last of the
    /// `near` ones, up to the last of the `far`, are narrower.
    pub(super) fn new(mut near: Vec<NaiveDateTime>, mut far: Vec<NaiveDateTime>, from: i32, to: i32) -> Self {
        near.sort_unstable();
        far.sort_unstable();
        let runs = runs(&near, &far);
        let weight: i32 = runs.iter().map(|run| run.days() * run.weight).sum();
        let cuts: i32 = runs.iter().map(|run| CUT_WIDTH * i32::from(run.is_cut_off)).sum();
        let place = |weighed: i32| weighed * (to - from - cuts) / weight.max(1);
        let mut stretches = Vec::new();
        let (mut weighed, mut x) = (0, from);
        for run in runs {
            let days = run.days();
            x += CUT_WIDTH * i32::from(run.is_cut_off);
            let end = x + place(weighed + days * run.weight) - place(weighed);
            stretches.push(Stretch {
                first: run.first,
                days,
                from: x,
                to: end,
                is_cut_off: run.is_cut_off,
            });
            weighed += days * run.weight;
            x = end;
        }
        Self { stretches }
    }

    /// Where a moment lies; in a cut, or beyond the ends, at the nearest edge of the days that are shown.
    pub(super) fn x(&self, moment: NaiveDateTime) -> i32 {
        let mut x = self.stretches.first().map_or(0, |stretch| stretch.from);
        for stretch in &self.stretches {
            let day = days_from(stretch.first, moment.date());
            if day < 0 {
                break;
            }
            if day < stretch.days {
                let minute = i32::try_from(moment.num_seconds_from_midnight() / 60).unwrap_or_default();
                return stretch.minute(day, minute);
            }
            x = stretch.to;
        }
        x
    }

    /// Whether days are left out.
    pub(super) fn has_cuts(&self) -> bool {
        self.stretches.iter().any(|stretch| stretch.is_cut_off)
    }
}

impl Stretch {
    /// Where a day begins; its days are counted from 0.
    pub(super) fn start_of(&self, day: i32) -> i32 {
        self.minute(day, 0)
    }

    fn minute(&self, day: i32, minute: i32) -> i32 {
        const MINUTES: i64 = 1440;
        let minutes = i64::from(day) * MINUTES + i64::from(minute);
        let place = minutes * i64::from(self.to - self.from) / (i64::from(self.days.max(1)) * MINUTES);
        self.from + i32::try_from(place).unwrap_or_default()
    }

    /// Whether so many days are that wide.
    fn is_wide(&self, days: i32, width: i32) -> bool {
        days * (self.to - self.from) >= width * self.days
    }

    /// Whether a day is wide enough for its colour to be seen.
    pub(super) fn shows_single_days(&self) -> bool {
        self.is_wide(1, 2)
    }

    /// Which days have their number below the month.
    pub(super) fn numbered(&self) -> Numbered {
        if self.is_wide(1, NUMBER_WIDTH) {
            Numbered::Days
        } else if self.is_wide(7, NUMBER_WIDTH) {
            Numbered::Mondays
        } else if self.is_wide(14, NUMBER_WIDTH) {
            Numbered::EveryOtherMonday
        } else {
            Numbered::None
        }
    }
}

/// The days that are shown, around moments in order.
fn runs(near: &[NaiveDateTime], far: &[NaiveDateTime]) -> Vec<Run> {
    let first = before(near.first().map(NaiveDateTime::date).unwrap_or_default(), 1);
    let last = after(near.last().map(NaiveDateTime::date).unwrap_or_default(), 1);
    let last = last.max(after(first, FEWEST_DAYS - 1));
    let mut run = Run {
        first,
        last,
        weight: NEAR,
        is_cut_off: false,
    };
    let mut runs = Vec::new();
    if run.days() > MOST_DAYS_UNCUT {
        for pair in near.windows(2) {
            let [one, next] = pair else { continue };
            let end = after(one.date(), KEPT_BESIDE_A_CUT);
            let begin = before(next.date(), KEPT_BESIDE_A_CUT);
            if days_from(end, begin) > SHORTEST_CUT_DAYS {
                runs.push(Run { last: end, ..run });
                run = Run {
                    first: begin,
                    last,
                    weight: NEAR,
                    is_cut_off: true,
                };
            }
        }
    }
    runs.push(run);
    let end = far
        .last()
        .map(|moment| after(moment.date(), 1))
        .filter(|end| *end > last);
    if let Some((end, begin)) = end.zip(far.first().map(NaiveDateTime::date)) {
        let begin = before(begin, KEPT_BESIDE_A_CUT);
        let is_cut_off = days_from(last, begin) > SHORTEST_CUT_DAYS;
        runs.push(Run {
            first: if is_cut_off { begin } else { after(last, 1) },
            last: end,
            weight: FAR,
            is_cut_off,
        });
    }
    runs
}

/// Which days have their number below the month, by the room that there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbered {
    /// All.
    Days,
    /// The first of each week.
    Mondays,
    /// The first of every second week.
    EveryOtherMonday,
    /// None: the months have to do.
    None,
}

impl Numbered {
    /// Whether that day has its number.
    pub(super) fn holds(self, day: NaiveDate) -> bool {
        let monday = day.weekday() == chrono::Weekday::Mon;
        match self {
            Self::Days => true,
            Self::Mondays => monday,
            Self::EveryOtherMonday => monday && day.num_days_from_ce().div_euclid(7) % 2 == 0,
            Self::None => false,
        }
    }
}

fn days_from(one: NaiveDate, other: NaiveDate) -> i32 {
    i32::try_from((other - one).num_days()).unwrap_or(i32::MAX)
}

pub(super) fn after(day: NaiveDate, days: i32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days.unsigned_abs())))
        .unwrap_or(day)
}

fn before(day: NaiveDate, days: i32) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(days.unsigned_abs())))
        .unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn at(text: &str) -> NaiveDateTime {
        format!("{text}:00").parse().unwrap()
    }

    fn scale(near: &[&str], far: &[&str]) -> Scale {
        let moments = |texts: &[&str]| texts.iter().map(|moment| at(moment)).collect();
        Scale::new(moments(near), moments(far), 300, 940)
    }

    /// Days, whether some are left out before them, and numbers, of each stretch.
    type Expected<'a> = &'a [(i32, bool, Numbered)];

    #[rstest]
    #[case::a_day(&["2026-03-02T12:00"], &[], &[(14, false, Numbered::Days)])]
    #[case::a_month(&["2026-03-02T12:00", "2026-04-01T12:00"], &[], &[(33, false, Numbered::Mondays)])]
    #[case::as_long_as_can_be(&["2026-03-02T12:00", "2026-05-28T12:00"], &[], &[(90, false, Numbered::Mondays)])]
    #[case::a_day_longer(
        &["2026-03-02T12:00", "2026-05-29T12:00"],
        &[],
        &[(7, false, Numbered::Days), (7, true, Numbered::Days)]
    )]
    #[case::half_a_year_full_of_moments(
        &["2026-01-05T12:00", "2026-01-25T12:00", "2026-02-14T12:00", "2026-03-06T12:00", "2026-03-26T12:00",
            "2026-04-15T12:00", "2026-05-05T12:00", "2026-05-25T12:00", "2026-06-14T12:00"],
        &[],
        &[(163, false, Numbered::Mondays)]
    )]
    #[case::a_year_full_of_moments(
        &["2026-01-05T12:00", "2026-01-25T12:00", "2026-02-14T12:00", "2026-03-06T12:00", "2026-03-26T12:00",
            "2026-04-15T12:00", "2026-05-05T12:00", "2026-05-25T12:00", "2026-06-14T12:00", "2026-07-04T12:00",
            "2026-07-24T12:00", "2026-08-13T12:00", "2026-09-02T12:00", "2026-09-22T12:00", "2026-10-12T12:00"],
        &[],
        &[(283, false, Numbered::EveryOtherMonday)]
    )]
    #[case::years(
        &["2026-03-02T12:00", "2031-03-02T12:00"],
        &[],
        &[(7, false, Numbered::Days), (7, true, Numbered::Days)]
    )]
    #[case::with_what_is_far(
        &["2026-03-02T12:00", "2026-04-10T12:00"],
        &["2026-04-17T09:00", "2026-05-29T17:00"],
        &[(42, false, Numbered::Mondays), (49, false, Numbered::Mondays)]
    )]
    #[case::what_is_far_begins_late(
        &["2026-03-02T12:00"],
        &["2026-06-01T09:00", "2026-07-01T17:00"],
        &[(14, false, Numbered::Days), (37, true, Numbered::Mondays)]
    )]
    #[case::what_is_far_ends_before(
        &["2026-03-02T12:00", "2026-04-10T12:00"],
        &["2026-03-17T09:00", "2026-04-01T17:00"],
        &[(42, false, Numbered::Mondays)]
    )]
    fn days_cuts_and_numbers(#[case] near: &[&str], #[case] far: &[&str], #[case] expected: Expected<'_>) {
        let scale = scale(near, far);
        let found: Vec<_> = scale
            .stretches
            .iter()
            .map(|stretch| (stretch.days, stretch.is_cut_off, stretch.numbered()))
            .collect();
        assert_eq!(found, expected, "{scale:?}");
        assert_eq!(scale.stretches.first().map(|stretch| stretch.from), Some(300));
        assert_eq!(scale.stretches.last().map(|stretch| stretch.to), Some(940));
    }

    #[test]
    fn what_is_near_is_wider_than_what_is_far() {
        let scale = scale(
            &["2026-03-02T12:00", "2026-04-10T12:00"],
            &["2026-04-17T09:00", "2026-05-29T17:00"],
        );
        let [near, far] = scale.stretches[..] else {
            panic!("{scale:?}")
        };
        assert_eq!(near.to, far.from);
        assert!(near.start_of(10) - near.from > 2 * (far.start_of(10) - far.from));
    }

    #[rstest]
    #[case::before_all("2026-01-01T12:00", 300)]
    #[case::the_first_moment("2026-03-02T00:00", 345)]
    #[case::at_noon("2026-03-02T12:00", 368)]
    #[case::after_all("2026-09-01T12:00", 940)]
    fn a_moment_has_its_place(#[case] moment: &str, #[case] x: i32) {
        assert_eq!(scale(&["2026-03-02T12:00"], &[]).x(at(moment)), x);
    }

    #[test]
    fn what_lies_in_a_cut_stands_before_it() {
        let scale = scale(&["2026-03-02T12:00", "2026-09-02T12:00"], &[]);
        let [first, second] = scale.stretches[..] else {
            panic!("{scale:?}")
        };
        assert_eq!(scale.x(at("2026-06-01T12:00")), first.to);
        assert_eq!(second.from, first.to + CUT_WIDTH);
        assert!(scale.x(at("2026-09-02T12:00")) > second.from);
    }

    #[rstest]
    #[case(Numbered::Mondays, "2026-03-02", true)]
    #[case(Numbered::Mondays, "2026-03-03", false)]
    #[case(Numbered::Days, "2026-03-03", true)]
    #[case(Numbered::None, "2026-03-02", false)]
    fn days_that_are_numbered(#[case] numbered: Numbered, #[case] day: NaiveDate, #[case] expected: bool) {
        assert_eq!(numbered.holds(day), expected);
    }

    #[test]
    fn every_other_monday_is_every_other() {
        let monday = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let numbered = |weeks| Numbered::EveryOtherMonday.holds(after(monday, 7 * weeks));
        assert!((0..60).all(|weeks| numbered(weeks) != numbered(weeks + 1)));
    }
}
