//! Counting working days, the way the planner does.

use actix_web::{HttpRequest, HttpResponse, get};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;

use super::calendars::{region_or_fault, sentence};
use super::fixed;
use super::problem::Problem;
use super::query::Query;
use crate::calendar::{DayOff, Region, WorkCalendar};

/// The most working days that can be added.
const ADD_AT_MOST: u32 = 1_000;

/// The longest time between two dates, in days.
const SPAN_AT_MOST_DAYS: i64 = 3_660;

/// Characters of a date: `2026-03-02`.
const DATE_CHARS: usize = 10;

/// The years within which dates may lie.
const YEARS: std::ops::RangeInclusive<i32> = 1999..=2052;

/// The parameters, for the document; they are read by hand so that all faults are reported at once.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "it documents the query that is read by hand, so that all faults are reported at once"
)]
pub(super) struct WorkingDaysQuery {
    /// The day to count from; it is not counted itself. ISO 8601.
    #[param(example = "2026-03-13")]
    from: NaiveDate,
    /// How many working days to go on from there. Give this or `to`.
    #[param(minimum = 1, maximum = 1000, example = 3)]
    add: Option<u32>,
    /// The last day to count. Give this or `add`. At most 3,660 days after `from`.
    to: Option<NaiveDate>,
    /// The country whose weekend and public holidays count, ISO 3166-1 alpha-2. Default: only Saturdays and Sundays are
    /// days off.
    #[param(max_length = 64, example = "US")]
    country: Option<String>,
    /// The subdivision whose public holidays count as well, ISO 3166-2; with its prefix it names the country, too.
    #[param(max_length = 64, example = "US-CA")]
    subdivision: Option<String>,
}

/// Working days: the one that was asked for, or their number.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub(super) enum WorkingDays {
    /// With `add`.
    Reached(WorkingDayReached),
    /// With `to`.
    Counted(WorkingDaysCounted),
}

/// The working day that is so many working days after another day.
#[derive(Serialize, ToSchema)]
pub(super) struct WorkingDayReached {
    /// The day from which was counted.
    from: NaiveDate,
    /// How many working days were added.
    #[schema(minimum = 1, maximum = 1000, example = 5)]
    add: u32,
    /// The working day reached.
    date: NaiveDate,
    /// The country that counted; null where none was given.
    #[schema(max_length = 2, pattern = "^[A-Z]{2}$", example = "US")]
    country: Option<&'static str>,
    /// The subdivision that counted, with the country's prefix; null where none was given.
    #[schema(max_length = 6, pattern = "^[A-Z]{2}-[A-Z0-9]{1,3}$")]
    subdivision: Option<&'static str>,
    /// The days passed over, in order.
    #[schema(max_items = 3660)]
    skipped: Vec<SkippedDay>,
}

/// The number of working days after one day, up to and with another.
#[derive(Serialize, ToSchema)]
pub(super) struct WorkingDaysCounted {
    /// The day from which was counted; it is not counted itself.
    from: NaiveDate,
    /// The last day counted.
    to: NaiveDate,
    /// How many working days lie there.
    #[schema(maximum = 3660, example = 5)]
    working_days: u32,
    /// The country that counted; null where none was given.
    #[schema(max_length = 2, pattern = "^[A-Z]{2}$", example = "US")]
    country: Option<&'static str>,
    /// The subdivision that counted, with the country's prefix; null where none was given.
    #[schema(max_length = 6, pattern = "^[A-Z]{2}-[A-Z0-9]{1,3}$")]
    subdivision: Option<&'static str>,
    /// The days passed over, in order.
    #[schema(max_items = 3660)]
    skipped: Vec<SkippedDay>,
}

/// A day on which nobody works.
#[derive(Serialize, ToSchema)]
struct SkippedDay {
    /// The day.
    date: NaiveDate,
    /// Why: the day of the weekend, or the holiday's name.
    #[schema(example = "Memorial Day")]
    why: String,
}

/// Count working days
///
/// With `add`: the day that is so many working days after `from`. With `to`: how many working days lie after `from`, up
/// to and with `to`. Either way with each day that was passed over and why.
#[utoipa::path(
    tag = "calendars",
    params(WorkingDaysQuery),
    responses((status = 200, description = "The day, or the number.", body = WorkingDays)),
)]
#[get("/v1/working-days")]
pub(super) async fn count_working_days(request: HttpRequest) -> Result<HttpResponse, Problem> {
    fixed::json_of(&request, &working_days(&request)?)
}

fn working_days(request: &HttpRequest) -> Result<WorkingDays, Problem> {
    let mut query = Query::read(request, &["from", "add", "to", "country", "subdivision"]);
    let region = region(&mut query);
    let from = date(&mut query, "from");
    if !query.is_given("from") {
        query.fault(
            "from",
            "missing",
            "from is required: the day to count from, as 2026-03-02.",
        );
    }
    let add = query
        .parsed("add", "a whole number from 1 to 1000")
        .filter(|add| within(&mut query, *add));
    let to = date(&mut query, "to").filter(|to| from.is_none_or(|from| follows(&mut query, from, *to)));
    match (query.is_given("add"), query.is_given("to")) {
        (false, false) => query.fault(
            "add",
            "missing",
            "Give add (how many working days) or to (the last day).",
        ),
        (true, true) => query.fault("to", "contradictory", "Give add or to, not both."),
        _ => {}
    }
    query.finish()?;
    match (from, add, to) {
        (Some(from), Some(add), _) => Ok(WorkingDays::Reached(reached(region, from, add))),
        (Some(from), None, Some(to)) => Ok(WorkingDays::Counted(counted(region, from, to))),
        _ => Err(Problem::internal()),
    }
}

/// The working day that is `add` working days after `from`.
pub(super) fn reached(region: Option<Region>, from: NaiveDate, add: u32) -> WorkingDayReached {
    let calendar = WorkCalendar::new(region, Vec::new());
    let date = calendar.nth_working_day_after(from, add);
    WorkingDayReached {
        from,
        add,
        date,
        country: region.map(|region| region.country()),
        subdivision: region.and_then(|region| region.subdivision()),
        skipped: skipped(calendar.days_off_between(from, date)),
    }
}

/// The number of working days after `from`, up to and with `to`.
fn counted(region: Option<Region>, from: NaiveDate, to: NaiveDate) -> WorkingDaysCounted {
    let calendar = WorkCalendar::new(region, Vec::new());
    WorkingDaysCounted {
        from,
        to,
        working_days: calendar.working_days_between(from, to),
        country: region.map(|region| region.country()),
        subdivision: region.and_then(|region| region.subdivision()),
        skipped: skipped(calendar.days_off_between(from, to)),
    }
}

fn skipped(days: Vec<DayOff>) -> Vec<SkippedDay> {
    days.into_iter()
        .map(|day| SkippedDay {
            date: day.date,
            why: day.why.to_string(),
        })
        .collect()
}

fn region(query: &mut Query<'_>) -> Option<Region> {
    let subdivision = query.text("subdivision");
    let prefix = subdivision
        .and_then(|subdivision| subdivision.split_once('-'))
        .map(|(prefix, _)| prefix);
    let Some(country) = query.text("country").or(prefix) else {
        if subdivision.is_some() {
            query.fault(
                "country",
                "missing",
                "A subdivision without its prefix needs the country as well.",
            );
        }
        return None;
    };
    match region_or_fault(country, subdivision) {
        Ok(region) => Some(region),
        Err((parameter, error)) => {
            query.fault(parameter, "unknown_region", sentence(&error));
            None
        }
    }
}

fn date(query: &mut Query<'_>, name: &str) -> Option<NaiveDate> {
    // chrono takes months and days of one digit for a date, ISO 8601 does not.
    let date = query.text(name)?.parse::<NaiveDate>().ok();
    let Some(date) = date.filter(|_| query.text(name).is_some_and(|text| text.len() == DATE_CHARS)) else {
        query.fault(name, "malformed", format!("{name} must be a date as 2026-03-02."));
        return None;
    };
    if YEARS.contains(&date.year()) {
        return Some(date);
    }
    query.fault(
        name,
        "out_of_range",
        format!(
            "{name} must lie in the years {} to {}.",
            YEARS.start(),
            YEARS.end()
        ),
    );
    None
}

fn within(query: &mut Query<'_>, add: u32) -> bool {
    let fits = (1..=ADD_AT_MOST).contains(&add);
    if !fits {
        query.fault(
            "add",
            "out_of_range",
            "add must be a whole number from 1 to 1000.",
        );
    }
    fits
}

fn follows(query: &mut Query<'_>, from: NaiveDate, to: NaiveDate) -> bool {
    let days = (to - from).num_days();
    if days < 0 {
        query.fault("to", "before_from", "to must not lie before from.");
    } else if days > SPAN_AT_MOST_DAYS {
        query.fault("to", "out_of_range", "to may lie at most 3,660 days after from.");
    }
    (0..=SPAN_AT_MOST_DAYS).contains(&days)
}
