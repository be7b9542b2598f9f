//! The hours of a day within which one is reached, and the next moment inside them.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use super::working_days::WorkCalendar;
use super::zone::Zone;

/// A stretch of a day in local time, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first moment within it.
    pub opens: NaiveTime,
    /// The last moment within it.
    pub closes: NaiveTime,
}

/// When somebody is reached, in their local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hours {
    /// In writing at work: 09:00 to 17:00 on working days.
    Office,
    /// By telephone at work: 10:00 to 11:30 and 14:00 to 16:00 on working days.
    Phone,
    /// In writing, work or no work: 08:00 to 20:00 on any day.
    AnyDay,
}

const OFFICE: [Span; 1] = [span((9, 0), (17, 0))];
const PHONE: [Span; 2] = [span((10, 0), (11, 30)), span((14, 0), (16, 0))];
const ANY_DAY: [Span; 1] = [span((8, 0), (20, 0))];

impl Hours {
    /// The open stretches of an open day, the earliest first; never empty.
    #[must_use]
    pub fn spans(self) -> &'static [Span] {
        match self {
            Self::Office => &OFFICE,
            Self::Phone => &PHONE,
            Self::AnyDay => &ANY_DAY,
        }
    }

    /// When an open day begins.
    #[must_use]
    pub fn opens(self) -> NaiveTime {
        self.spans().first().map_or(NaiveTime::MIN, |span| span.opens)
    }

    /// When an open day ends.
    #[must_use]
    pub fn closes(self) -> NaiveTime {
        self.spans().last().map_or(NaiveTime::MIN, |span| span.closes)
    }

    /// The best moment of an open day: 10:00, by telephone 10:30, on any day 09:00.
    #[must_use]
    pub fn best_time(self) -> NaiveTime {
        match self {
            Self::Office => clock(10, 0),
            Self::Phone => clock(10, 30),
            Self::AnyDay => clock(9, 0),
        }
    }

    /// Whether only working days are open.
    #[must_use]
    pub fn on_working_days_only(self) -> bool {
        !matches!(self, Self::AnyDay)
    }

    /// Whether the instant lies within the hours there, both ends included.
    #[must_use]
    pub fn contains(self, cal: &WorkCalendar, zone: &Zone, t: DateTime<FixedOffset>) -> bool {
        let date = zone.local(t).date_naive();
        self.is_open_on(cal, date) && self.first_within(zone, date, t) == Some(t)
    }

    /// The first instant at or after `t` within the hours there, in the zone's offset.
    ///
    /// Where no working day comes for as long as [`WorkCalendar::roll`] looks, the opening of the day at which
    /// that gave up.
    #[must_use]
    pub fn slot(self, cal: &WorkCalendar, zone: &Zone, t: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        let today = zone.local(t).date_naive();
        if self.is_open_on(cal, today)
            && let Some(first) = self.first_within(zone, today, t)
        {
            return first;
        }
        let tomorrow = today.succ_opt().unwrap_or(today);
        let next = if self.on_working_days_only() {
            cal.roll(tomorrow)
        } else {
            tomorrow
        };
        zone.at(next, self.opens())
    }

    fn is_open_on(self, cal: &WorkCalendar, date: NaiveDate) -> bool {
        !self.on_working_days_only() || cal.is_working_day(date)
    }

    /// The first instant at or after `t` within the spans of that date.
    fn first_within(
        self,
        zone: &Zone,
        date: NaiveDate,
        t: DateTime<FixedOffset>,
    ) -> Option<DateTime<FixedOffset>> {
        let mut spans = self.spans().iter();
        let span = spans.find(|span| t <= zone.at(date, span.closes))?;
        Some(zone.at(date, span.opens).max(zone.local(t)))
    }
}

const fn span(opens: (u32, u32), closes: (u32, u32)) -> Span {
    Span {
        opens: clock(opens.0, opens.1),
        closes: clock(closes.0, closes.1),
    }
}

/// That time of day; the tables above hold no other than real ones, and a test looks.
const fn clock(hour: u32, minute: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, minute, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}
