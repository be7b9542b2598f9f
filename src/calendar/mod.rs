//! Which days and hours are open: working days, public holidays, time zones, hours of business.
//!
//! This room has never heard of interviews. It knows places ([`Region`], [`Zone`]), days
//! ([`WorkCalendar`]) and the hours within them ([`Hours`]).
//!
//! The public holidays are generated files (`scripts/holidays/generate.py`), of which only those of a country
//! that is asked for are ever read. Zone arithmetic is jiff's and stays in `zone.rs`; what leaves this
//! room is chrono's.

mod country;
mod holiday_files;
mod hours;
mod names;
mod public_holidays;
mod region;
mod working_days;
mod zone;

pub use country::{Country, countries};
pub use hours::{Hours, Span};
pub use names::{MONTHS, weekday_name, weekday_word};
pub use public_holidays::{Edition, NamedDay, YearCalendar, calendar_of, edition};
pub use region::{Region, RegionError, region};
pub use working_days::{Closure, DayOff, Why, WorkCalendar};
pub use zone::{UnknownZone, Zone};

#[cfg(test)]
mod tests;
