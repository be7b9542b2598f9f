//! The calendars that the planner counts by, shown.

use std::sync::LazyLock;

use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::fixed::{self, Fixed};
use super::problem::Problem;
use super::query::{Query, expect_none};
use crate::calendar::{self, NamedDay, Region, RegionError, weekday_word};

/// The places whose calendars are known, and where the public holidays come from.
#[derive(Serialize, ToSchema)]
pub(super) struct Calendars {
    /// Where the public holidays come from.
    data: CalendarSource,
    /// The first year with public holidays on file.
    #[schema(minimum = 2000, maximum = 2050, example = 2000)]
    first_year: i32,
    /// The last year with public holidays on file; after it weekends alone are days off.
    #[schema(minimum = 2000, maximum = 2050, example = 2050)]
    last_year: i32,
    /// Every country, by code.
    countries: Vec<CountryCalendars>,
}

/// What is on file for a country.
#[derive(Serialize, ToSchema)]
struct CountryCalendars {
    /// ISO 3166-1 alpha-2.
    #[schema(max_length = 2, pattern = "^[A-Z]{2}$", example = "DE")]
    country: &'static str,
    /// The name in English.
    #[schema(example = "Germany")]
    name: &'static str,
    /// The first year with a public holiday on file; null where none is.
    #[schema(minimum = 2000, maximum = 2050, example = 2000)]
    first_year: Option<i32>,
    /// The last year with a public holiday on file; null where none is.
    #[schema(minimum = 2000, maximum = 2050, example = 2050)]
    last_year: Option<i32>,
    /// Whether days off differ by subdivision: then name one.
    varies_by_subdivision: bool,
    /// The subdivisions with a calendar of their own, ISO 3166-2.
    #[schema(example = json!(["DE-BW", "DE-BY"]))]
    subdivisions: Vec<&'static str>,
    /// The other subdivisions, for which the nationwide days hold.
    other_subdivisions: Vec<&'static str>,
}

/// Where the public holidays come from.
#[derive(Serialize, ToSchema)]
struct CalendarSource {
    /// The project whose data they are.
    #[schema(example = "https://github.com/vacanza/holidays")]
    source: &'static str,
    /// The version of that data.
    #[schema(example = "0.109")]
    version: &'static str,
    /// The licence of that data, by SPDX identifier.
    #[schema(example = "MIT")]
    licence: &'static str,
}

/// The days off of one year in one place.
#[derive(Serialize, ToSchema)]
pub(super) struct Calendar {
    /// ISO 3166-1 alpha-2.
    #[schema(max_length = 2, pattern = "^[A-Z]{2}$", example = "DE")]
    country: &'static str,
    /// ISO 3166-2 with the country's prefix; null for the whole country.
    #[schema(max_length = 6, pattern = "^[A-Z]{2}-[A-Z0-9]{1,3}$", example = "DE-BY")]
    subdivision: Option<&'static str>,
    /// The year.
    #[schema(minimum = 2000, maximum = 2050, example = 2026)]
    year: i32,
    /// The days of the weekend, Monday first.
    #[schema(max_items = 7, example = json!(["saturday", "sunday"]))]
    weekend: Vec<&'static str>,
    /// Public holidays, observed days included, in order.
    #[schema(max_items = 366)]
    holidays: Vec<NamedDate>,
    /// Weekend days that a decree made working days, in order.
    #[schema(max_items = 366)]
    working_weekend_days: Vec<NamedDate>,
    /// How many working days the year has.
    #[schema(maximum = 366, example = 250)]
    working_days: u32,
    /// Whether public holidays are on file for this place and year. Where they are not, weekends alone are days off.
    holidays_known: bool,
    /// Where the public holidays come from.
    data: CalendarSource,
}

/// A day with a name.
#[derive(Serialize, ToSchema)]
struct NamedDate {
    /// The day.
    date: NaiveDate,
    /// Its name in English.
    #[schema(example = "Epiphany")]
    name: &'static str,
}

/// The subdivision of the country in the path.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "it documents the query that is read by hand, so that all faults are reported at once"
)]
pub(super) struct CalendarQuery {
    /// ISO 3166-2, with or without the country's prefix. Default: the nationwide days.
    #[param(max_length = 64, example = "US-CA")]
    subdivision: Option<String>,
}

static CALENDARS: LazyLock<Fixed> = LazyLock::new(|| Fixed::json(&calendars()));

/// List the countries and subdivisions known
///
/// With the years for which public holidays are on file, and the version of that data. Use a country's code, and a
/// subdivision's where days off differ within the country, in the facts of an interview.
#[utoipa::path(tag = "calendars", responses((status = 200, description = "Every country.", body = Calendars)))]
#[get("/v1/calendars")]
pub(super) async fn list_calendars(request: HttpRequest) -> Result<HttpResponse, Problem> {
    expect_none(&request)?;
    CALENDARS.answer(&request)
}

/// Show the days off of a year
///
/// The weekend days and public holidays that the planner counts in that country or subdivision: what is listed here is
/// passed over, every other day is a working day.
#[utoipa::path(
    tag = "calendars",
    params(
        ("country" = String, Path, description = "ISO 3166-1 alpha-2.", max_length = 2, pattern = "^[A-Za-z]{2}$", example = "US"),
        ("year" = i32, Path, description = "A year from 2000 to 2050.", minimum = 2000, maximum = 2050, example = 2026),
        CalendarQuery,
    ),
    responses((status = 200, description = "The days off of that year.", body = Calendar)),
)]
#[get("/v1/calendars/{country}/{year}")]
pub(super) async fn get_calendar(
    path: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let (country, year) = path.into_inner();
    let mut query = Query::read(&request, &["subdivision"]);
    let edition = calendar::edition();
    let year = Some(year)
        .filter(|year| year.len() == 4)
        .and_then(|year| year.parse().ok())
        .filter(|year| (edition.first_year..=edition.last_year).contains(year))
        .ok_or_else(|| {
            let (first, last) = (edition.first_year, edition.last_year);
            Problem::not_found(format!(
                "There are calendars for the years {first} to {last} alone."
            ))
        })?;
    let nationwide =
        calendar::region(&country, None).map_err(|error| Problem::not_found(sentence(&error)))?;
    let region = match query.text("subdivision") {
        Some(subdivision) => region_or_fault(&country, Some(subdivision)),
        None => Ok(nationwide),
    };
    match region {
        Ok(region) => {
            query.finish()?;
            fixed::json_of(&request, &calendar_of(&region, year))
        }
        Err((parameter, error)) => {
            query.fault(parameter, "unknown_region", sentence(&error));
            Err(query.refusal())
        }
    }
}

/// The region of these codes, or which of the two parameters is wrong and why.
pub(super) fn region_or_fault(
    country: &str,
    subdivision: Option<&str>,
) -> Result<Region, (&'static str, RegionError)> {
    calendar::region(country, subdivision).map_err(|error| match error {
        RegionError::UnknownCountry { .. } => ("country", error),
        _ => ("subdivision", error),
    })
}

/// What is wrong, as a sentence.
pub(super) fn sentence(error: &RegionError) -> String {
    let text = error.to_string();
    let mut rest = text.chars();
    let first = rest.next().map(char::to_uppercase);
    format!(
        "{}{}.",
        first.into_iter().flatten().collect::<String>(),
        rest.as_str()
    )
}

/// The days off of that year in that region.
pub(super) fn calendar_of(region: &Region, year: i32) -> Calendar {
    let days = calendar::calendar_of(region, year);
    Calendar {
        country: region.country(),
        subdivision: region.subdivision(),
        year,
        weekend: days.weekend.into_iter().map(weekday_word).collect(),
        holidays: named(days.holidays),
        working_weekend_days: named(days.working_weekend_days),
        working_days: days.working_days,
        holidays_known: region.years().is_some_and(|years| years.contains(&year)),
        data: source(),
    }
}

/// Every country, and where its holidays come from.
pub(super) fn calendars() -> Calendars {
    let edition = calendar::edition();
    let countries = calendar::countries().iter().map(|country| CountryCalendars {
        country: country.code(),
        name: country.name(),
        first_year: country.years().map(|years| *years.start()),
        last_year: country.years().map(|years| *years.end()),
        varies_by_subdivision: country.varies_by_subdivision(),
        subdivisions: country.subdivisions().collect(),
        other_subdivisions: country.other_subdivisions().collect(),
    });
    Calendars {
        data: source(),
        first_year: edition.first_year,
        last_year: edition.last_year,
        countries: countries.collect(),
    }
}

/// Writes the list ahead of the first request.
pub(super) fn prepare() {
    LazyLock::force(&CALENDARS);
}

fn source() -> CalendarSource {
    let edition = calendar::edition();
    CalendarSource {
        source: edition.source,
        version: edition.version,
        licence: edition.licence,
    }
}

fn named(days: Vec<NamedDay>) -> Vec<NamedDate> {
    days.into_iter()
        .map(|day| NamedDate {
            date: day.date,
            name: day.name,
        })
        .collect()
}
