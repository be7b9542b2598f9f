//! The employer: who it is, and where, which decides the zone and the working days.

use super::findings::Findings;
use super::people::person;
use super::texts::{self, NAME_CHARS};
use super::times::{self, OTHER_YEARS};
use crate::calendar::{Closure, Region, RegionError, Zone, region};
use crate::facts::code;
use crate::facts::interview::Employer;
use crate::facts::submission::{ClosureSubmission, EmployerSubmission};
use crate::facts::violation::{Place, quoted};

/// How many closures can be named (contract.md, "Limits").
const MOST_CLOSURES: usize = 40;

/// How many days they can cover together (contract.md, "Limits").
const MOST_CLOSED_DAYS: i64 = 366;

/// Characters of a zone's name or a code: more than any has.
const CODE_CHARS: usize = 64;

/// The employer and what its place decides.
#[derive(Debug)]
pub(super) struct Whereabouts {
    pub(super) employer: Employer,
    pub(super) zone: Option<Zone>,
    pub(super) region: Option<Region>,
    pub(super) closures: Vec<Closure>,
}

pub(super) fn employer(found: &mut Findings, place: Place<'_>, given: EmployerSubmission) -> Whereabouts {
    let name = texts::line(found, place.property("name"), given.name, NAME_CHARS);
    let region = region_of(found, place, given.country, given.subdivision);
    let zone = zone(found, place.property("time_zone"), given.time_zone);
    let closures = closures(found, place.property("closures"), given.closures);
    let contact = given
        .contact
        .map(|contact| person(found, place.property("contact"), contact));
    let employer = Employer {
        name,
        industry: given.industry,
        culture: given.culture,
        welcomes_calls: given.welcomes_calls.unwrap_or(false),
        contact_policy: given.contact_policy.unwrap_or_default(),
        contact,
    };
    Whereabouts {
        employer,
        zone,
        region,
        closures,
    }
}

/// Says what the calendar of that region lacks, for an interview in that year.
pub(super) fn assume_calendar(found: &mut Findings, region: Option<&Region>, year: i32) {
    let Some(region) = region else {
        found.assume(
            "no_country",
            "No country was given: only Saturdays and Sundays count as days off. Name the employer's country to \
             count its public holidays.",
        );
        return;
    };
    let country = region.country_name();
    let Some(years) = region.years() else {
        found.assume(
            "no_calendar",
            format!(
                "Public holidays there ({country}) are not known here: only weekends count as days off. Name the \
                 days on which they are closed to count those too."
            ),
        );
        return;
    };
    if region.varies_by_subdivision() && !region.subdivision_has_calendar() {
        match region.subdivision() {
            None => found.assume(
                "nationwide_only",
                format!(
                    "Public holidays there ({country}) differ by subdivision and none was given: only the \
                     nationwide ones count. Name the employer's subdivision to count its own."
                ),
            ),
            Some(subdivision) => found.assume(
                "no_subdivision_calendar",
                format!(
                    "No public holidays of its own are known for {subdivision}: the nationwide ones count."
                ),
            ),
        }
    }
    let (first, last) = years.into_inner();
    let last = region.full_until().unwrap_or(last);
    // Steps reach into the year after the interview.
    if year < first || last <= year {
        found.assume(
            "calendar_ends",
            format!(
                "Public holidays there ({country}) are fully known from {first} to {last} alone: in other years \
                 hardly more than weekends count as days off."
            ),
        );
    }
}

fn region_of(
    found: &mut Findings,
    place: Place<'_>,
    country: Option<String>,
    subdivision: Option<String>,
) -> Option<Region> {
    let country_place = place.property("country");
    let subdivision_place = place.property("subdivision");
    let country = texts::line(found, country_place, country, CODE_CHARS);
    let subdivision = texts::line(found, subdivision_place, subdivision, CODE_CHARS);
    let prefix = subdivision
        .as_deref()
        .and_then(|code| code.split_once('-'))
        .map(|(prefix, _)| prefix);
    let (code, from_prefix) = match (country.as_deref(), prefix) {
        (Some(country), _) => (country, false),
        (None, Some(prefix)) if region(prefix, None).is_ok() => (prefix, true),
        (None, _) => {
            if let Some(subdivision) = subdivision {
                let why = format!(
                    " with the subdivision {}, which names none itself",
                    quoted(&subdivision)
                );
                found.missing(country_place, &why);
            }
            return None;
        }
    };
    let perhaps = |nearest: Option<String>| {
        nearest
            .map(|it| format!("; perhaps {it} is meant"))
            .unwrap_or_default()
    };
    match region(code, subdivision.as_deref()) {
        Ok(region) => {
            if from_prefix {
                let detail = format!(
                    "The country was not given: {} is taken from the subdivision {region}.",
                    region.country_name()
                );
                found.assume("country_from_subdivision", detail);
            }
            return Some(region);
        }
        Err(RegionError::UnknownCountry { nearest }) => {
            let detail = format!(
                "{country_place} must be an ISO 3166-1 code of two letters, as US; {} is none{}.",
                quoted(code),
                perhaps(nearest)
            );
            found.fault(country_place, &code::UNKNOWN_COUNTRY, detail);
        }
        Err(RegionError::SubdivisionOfAnotherCountry { country }) => {
            let detail = format!(
                "{subdivision_place} must lie in the `country` given, {}; this one lies in {country}.",
                quoted(code)
            );
            found.fault(subdivision_place, &code::SUBDIVISION_OF_ANOTHER_COUNTRY, detail);
        }
        Err(RegionError::UnknownSubdivision { nearest }) => {
            let detail = format!(
                "{subdivision_place} must be an ISO 3166-2 code of that country, as US-CA; {} is none{}.",
                quoted(subdivision.as_deref().unwrap_or_default()),
                perhaps(nearest)
            );
            found.fault(subdivision_place, &code::UNKNOWN_SUBDIVISION, detail);
        }
    }
    None
}

fn zone(found: &mut Findings, place: Place<'_>, given: Option<String>) -> Option<Zone> {
    let name = texts::line(found, place, given, CODE_CHARS)?;
    match Zone::named(&name) {
        Ok(zone) => Some(zone),
        Err(unknown) => {
            let perhaps = unknown
                .nearest
                .map(|it| format!("; perhaps {it} is meant"))
                .unwrap_or_default();
            let detail = format!(
                "{place} must be a name of the IANA database, as America/Los_Angeles; {} is none{perhaps}.",
                quoted(&name)
            );
            found.fault(place, &code::UNKNOWN_TIME_ZONE, detail);
            None
        }
    }
}

fn closures(found: &mut Findings, place: Place<'_>, given: Option<Vec<ClosureSubmission>>) -> Vec<Closure> {
    let list = found.list(place, given, MOST_CLOSURES).into_iter().enumerate();
    let closures: Vec<Closure> = list
        .filter_map(|(index, given)| closure(found, place.entry(index), &given))
        .collect();
    let days: i64 = closures.iter().copied().map(days_of).sum();
    if days > MOST_CLOSED_DAYS {
        let detail =
            format!("{place} must cover at most {MOST_CLOSED_DAYS} days together; they cover {days}.");
        found.fault(place, &code::TOO_MANY, detail);
    }
    closures
}

fn closure(found: &mut Findings, place: Place<'_>, given: &ClosureSubmission) -> Option<Closure> {
    let (from_place, to_place) = (place.property("from"), place.property("to"));
    let from_text = found.required(from_place, given.from.as_deref());
    let from = times::date(found, from_place, from_text, OTHER_YEARS);
    let to_text = found.required(to_place, given.to.as_deref());
    let to = times::date(found, to_place, to_text, OTHER_YEARS);
    let closure = Closure { from: from?, to: to? };
    if closure.to < closure.from {
        let detail = format!(
            "{to_place} must not lie before `from`, which is {}.",
            closure.from
        );
        found.fault(to_place, &code::WRONG_ORDER, detail);
        return None;
    }
    let days = days_of(closure);
    if days > MOST_CLOSED_DAYS {
        let detail = format!(
            "{to_place} must lie at most {MOST_CLOSED_DAYS} days after `from`, both counted; here are {days}."
        );
        found.fault(to_place, &code::OUT_OF_RANGE, detail);
        return None;
    }
    Some(closure)
}

fn days_of(closure: Closure) -> i64 {
    (closure.to - closure.from).num_days() + 1
}
