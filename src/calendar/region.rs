//! Places: a country, perhaps one of its subdivisions, and whose days off count there.

use std::fmt;
use std::ops::RangeInclusive;

use chrono::Weekday;

use super::country::{Country, find_country, nearest_country};
use super::public_holidays::RegionDays;

/// A country and perhaps one of its subdivisions. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Region {
    country: &'static Country,
    subdivision: Option<&'static str>,
    /// Where the subdivision whose days count stands among those with days of their own.
    own: Option<usize>,
}

/// Why a pair of codes is no region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegionError {
    /// ISO 3166-1 has no such country.
    UnknownCountry {
        /// The code that was perhaps meant.
        nearest: Option<String>,
    },
    /// The subdivision's prefix names another country.
    SubdivisionOfAnotherCountry {
        /// The country that the prefix names.
        country: String,
    },
    /// Neither ISO 3166-2 nor the calendar has such a subdivision of that country.
    UnknownSubdivision {
        /// The code, with its prefix, that was perhaps meant.
        nearest: Option<String>,
    },
}

/// The region of these codes, in whatever case they are written.
///
/// `country` is ISO 3166-1 alpha-2. `subdivision` is ISO 3166-2, with or without its prefix (`DE-BY`, `BY`), or
/// a name under which the source of the holidays knows it (`Bayern`).
///
/// # Errors
/// [`RegionError`] says which of the two is wrong and what was perhaps meant.
pub fn region(country: &str, subdivision: Option<&str>) -> Result<Region, RegionError> {
    let country = find_country(country).ok_or_else(|| RegionError::UnknownCountry {
        nearest: nearest_country(country),
    })?;
    let Some(asked) = subdivision else {
        return Ok(Region {
            country,
            subdivision: None,
            own: None,
        });
    };
    if let Some((subdivision, own)) = country.find_subdivision(asked) {
        return Ok(Region {
            country,
            subdivision: Some(subdivision),
            own,
        });
    }
    let prefix = asked
        .trim()
        .split_once('-')
        .and_then(|(prefix, _)| find_country(prefix));
    Err(match prefix.filter(|other| other.code() != country.code()) {
        Some(other) => RegionError::SubdivisionOfAnotherCountry {
            country: other.code().to_owned(),
        },
        None => RegionError::UnknownSubdivision {
            nearest: country.nearest_subdivision(asked),
        },
    })
}

impl Region {
    /// The country's ISO 3166-1 alpha-2 code: `DE`.
    #[must_use]
    pub fn country(&self) -> &'static str {
        self.country.code()
    }

    /// The country's name in English: `Germany`.
    #[must_use]
    pub fn country_name(&self) -> &'static str {
        self.country.name()
    }

    /// The subdivision's code with the country's prefix: `DE-BY`.
    #[must_use]
    pub fn subdivision(&self) -> Option<&'static str> {
        self.subdivision
    }

    /// Whether public holidays are on file for the country.
    #[must_use]
    pub fn has_calendar(&self) -> bool {
        self.country.years().is_some()
    }

    /// The first and the last year with a public holiday on file for the country.
    #[must_use]
    pub fn years(&self) -> Option<RangeInclusive<i32>> {
        self.country.years()
    }

    /// The last year with about as many public holidays on file as usual; see [`Country::full_until`].
    #[must_use]
    pub fn full_until(&self) -> Option<i32> {
        self.country.full_until()
    }

    /// Whether the country's public holidays or weekends differ by subdivision.
    #[must_use]
    pub fn varies_by_subdivision(&self) -> bool {
        self.country.varies_by_subdivision()
    }

    /// Whether the subdivision, or a larger one that it lies in, has a calendar of its own; if not, the
    /// nationwide days hold.
    #[must_use]
    pub fn subdivision_has_calendar(&self) -> bool {
        self.own.is_some()
    }

    /// The weekend there as it stands at the end of that year, Monday first.
    #[must_use]
    pub fn weekend(&self, year: i32) -> Vec<Weekday> {
        self.days().weekend(year)
    }

    pub(super) fn days(&self) -> &'static RegionDays {
        self.country.days(self.own)
    }
}

impl PartialEq for Region {
    fn eq(&self, other: &Self) -> bool {
        (self.country.code(), self.subdivision) == (other.country.code(), other.subdivision)
    }
}

impl Eq for Region {}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.subdivision.unwrap_or(self.country.code()))
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Region({self})")
    }
}

impl fmt::Display for RegionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let perhaps = |nearest: &Option<String>| {
            nearest
                .as_ref()
                .map(|code| format!("; perhaps {code}"))
                .unwrap_or_default()
        };
        match self {
            Self::UnknownCountry { nearest } => {
                write!(f, "no such country in ISO 3166-1{}", perhaps(nearest))
            }
            Self::SubdivisionOfAnotherCountry { country } => write!(f, "that is a subdivision of {country}"),
            Self::UnknownSubdivision { nearest } => {
                write!(
                    f,
                    "no such subdivision of that country in ISO 3166-2{}",
                    perhaps(nearest)
                )
            }
        }
    }
}

impl std::error::Error for RegionError {}
