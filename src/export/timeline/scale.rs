//! From days to places: a scale that leaves out long stretches in which nothing happens.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike};

/// With more days than these a day is too narrow to be seen, and empty stretches are cut out.
const MOST_DAYS_UNCUT: i32 = 112;

/// Days that stay on either side of a cut.
const KEPT_BESIDE_A_CUT: i32 = 5;

/// A shorter stretch is not worth a cut.
const SHORTEST_CUT_DAYS: i32 = 10;

/// How wide a cut is drawn.
pub(super) const CUT_WIDTH: i32 = 18;

/// Fewer days are not drawn: an interview alone would fill the picture.
const FEWEST_DAYS: i32 = 14;

/// Room that a number of two digits needs, with some air.
const NUMBER_WIDTH: i32 = 26;

/// Days that follow on each other without a cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The first day.
    pub(super) first: NaiveDate,
    /// How many days.
    pub(super) days: i32,
    /// Days of all stretches before it.
    before: i32,
    /// Where it begins.
    pub(super) from: i32,
    /// Where it ends.
    pub(super) to: i32,
}

/// Which days are shown, and where.
#[derive(Debug)]
pub(super) struct Scale {
    pub(super) stretches: Vec<Stretch>,
    days: i32,
    /// Their width together, without cuts.
    width: i32,
}

impl Scale {
    /// A scale between two places that shows all the moments given, with a day around them.
    pub(super) fn new(mut moments: Vec<NaiveDateTime>, from: i32, to: i32) -> Self {
        moments.sort_unstable();
        let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        let day = |moment: Option<&NaiveDateTime>| moment.map(|moment| moment.date()).unwrap_or_default();
        let first = before(day(moments.first()), 1);
        let last = after(day(moments.last()), 1).max(after(first, FEWEST_DAYS - 1));
        runs.push((first, last));
        if days_from(first, last) >= MOST_DAYS_UNCUT {
            for pair in moments.windows(2) {
                let [one, next] = pair else { continue };
                let (end, begin) = (
                    after(one.date(), KEPT_BESIDE_A_CUT),
                    before(next.date(), KEPT_BESIDE_A_CUT),
                );
                if days_from(end, begin) > SHORTEST_CUT_DAYS
                    && let Some(run) = runs.last_mut()
                {
                    run.1 = end;
                    runs.push((begin, last));
                }
            }
        }
        let days: i32 = runs
            .iter()
            .map(|(first, last)| days_from(*first, *last) + 1)
            .sum();
        let width = to - from - CUT_WIDTH * runs.len().try_into().map_or(0, |runs: i32| runs - 1);
        let mut scale = Self {
            stretches: Vec::new(),
            days,
            width,
        };
        let (mut before, mut x) = (0, from);
        for (first, last) in runs {
            let count = days_from(first, last) + 1;
            let end = x + scale.place(before + count) - scale.place(before);
            scale.stretches.push(Stretch {
                first,
                days: count,
                before,
                from: x,
                to: end,
            });
            before += count;
            x = end + CUT_WIDTH;
        }
        scale
    }

    /// How wide so many days are.
    fn place(&self, days: i32) -> i32 {
        days * self.width / self.days
    }

    /// Where a moment lies; in a cut, or beyond the ends, at the nearest edge of the days that are shown.
    pub(super) fn x(&self, moment: NaiveDateTime) -> i32 {
        let mut x = self.stretches.first().map_or(0, |stretch| stretch.from);
        for stretch in &self.stretches {
            let day = days_from(stretch.first, moment.date());
            if day < 0 {
                break;
            }
            if day >= stretch.days {
                x = stretch.to;
                continue;
            }
            let minute = moment.hour() * 60 + moment.minute();
            let minutes = i64::from(stretch.before + day) * 1440 + i64::from(minute);
            let place = minutes * i64::from(self.width) / (i64::from(self.days) * 1440);
            let place = i32::try_from(place).unwrap_or_default();
            return stretch.from + place - self.place(stretch.before);
        }
        x
    }

    /// Where a day of a stretch begins.
    pub(super) fn start_of(&self, stretch: &Stretch, day: i32) -> i32 {
        stretch.from + self.place(stretch.before + day) - self.place(stretch.before)
    }

    /// Whether a day is wide enough for its colour to be seen.
    pub(super) fn shows_single_days(&self) -> bool {
        self.width >= 2 * self.days
    }

    /// Which days have their number below the month.
    pub(super) fn numbered(&self) -> Numbered {
        let wide = |days| days * self.width >= NUMBER_WIDTH * self.days;
        if wide(1) {
            Numbered::Days
        } else if wide(7) {
            Numbered::Mondays
        } else if wide(14) {
            Numbered::EveryOtherMonday
        } else {
            Numbered::None
        }
    }
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

    fn scale(moments: &[&str]) -> Scale {
        Scale::new(moments.iter().map(|moment| at(moment)).collect(), 300, 940)
    }

    #[rstest]
    #[case::a_day(&["2026-03-02T12:00"], 14, 1, Numbered::Days)]
    #[case::a_month(&["2026-03-02T12:00", "2026-04-01T12:00"], 33, 1, Numbered::Mondays)]
    #[case::a_quarter(&["2026-03-02T12:00", "2026-06-01T12:00"], 94, 1, Numbered::Mondays)]
    #[case::just_too_long(&["2026-03-02T12:00", "2026-06-21T12:00"], 12, 2, Numbered::Days)]
    #[case::half_a_year_full_of_moments(
        &["2026-01-05T12:00", "2026-01-25T12:00", "2026-02-14T12:00", "2026-03-06T12:00", "2026-03-26T12:00",
            "2026-04-15T12:00", "2026-05-05T12:00", "2026-05-25T12:00", "2026-06-14T12:00"],
        163, 1, Numbered::Mondays
    )]
    #[case::years(&["2026-03-02T12:00", "2031-03-02T12:00"], 14, 2, Numbered::Days)]
    fn days_and_cuts(
        #[case] moments: &[&str],
        #[case] days: i32,
        #[case] stretches: usize,
        #[case] numbered: Numbered,
    ) {
        let scale = scale(moments);
        assert_eq!(
            (scale.days, scale.stretches.len(), scale.numbered()),
            (days, stretches, numbered),
            "{scale:?}"
        );
        let (first, last) = (scale.stretches[0], scale.stretches[stretches - 1]);
        assert_eq!((first.from, last.to), (300, 940));
    }

    #[rstest]
    #[case::before_all("2026-01-01T12:00", 300)]
    #[case::the_first_moment("2026-03-02T00:00", 345)]
    #[case::at_noon("2026-03-02T12:00", 368)]
    #[case::after_all("2026-09-01T12:00", 940)]
    fn a_moment_has_its_place(#[case] moment: &str, #[case] x: i32) {
        assert_eq!(scale(&["2026-03-02T12:00"]).x(at(moment)), x);
    }

    #[test]
    fn what_lies_in_a_cut_stands_before_it() {
        let scale = scale(&["2026-03-02T12:00", "2026-09-02T12:00"]);
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
