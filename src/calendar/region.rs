//! Places: countries and their subdivisions by their ISO codes, and whose days off are on file.

use std::fmt;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

use chrono::Weekday;

use super::public_holidays::RegionDays;

/// ISO 3166, and what is on file for each country; `scripts/holidays/generate.py` writes it.
const TABLE: &str = include_str!("countries.txt");

/// A code or name longer than this is nobody's and is not compared with any.
const LONGEST_NAME_BYTES: usize = 64;

/// How alike (0 to 1) a name must be to be offered in place of an unknown one.
const LEAST_LIKENESS: f64 = 0.75;

/// Codes in daily use that ISO 3166 gives to nobody, and whom they mean.
const FAMILIAR_CODES: [(&str, &str); 2] = [("UK", "GB"), ("EL", "GR")];

/// A country of ISO 3166-1 (or Kosovo, for which XK is in common use).
#[derive(Debug)]
pub struct Country {
    code: &'static str,
    code3: &'static str,
    name: &'static str,
    years: Option<RangeInclusive<i32>>,
    full_until: Option<i32>,
    varies: bool,
    /// Comma-separated, with the prefix: subdivisions with days of their own on file.
    own: &'static str,
    /// Comma-separated, with the prefix: the other subdivisions of ISO 3166-2.
    others: &'static str,
    /// Comma-separated, `alias=code`, without the prefix: other names for those with days of their own.
    aliases: &'static str,
    /// The country's own days, then those of each of `own`; each decoded when it is first asked for.
    days: Box<[OnceLock<RegionDays>]>,
}

/// A country and perhaps one of its subdivisions. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Region {
    country: &'static Country,
    subdivision: Option<&'static str>,
    /// Where the subdivision stands in `country.own`.
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
    match subdivision {
        Some(subdivision) => country.region_of(subdivision),
        None => Ok(Region {
            country,
            subdivision: None,
            own: None,
        }),
    }
}

/// Every country, by code.
#[must_use]
pub fn countries() -> &'static [Country] {
    static COUNTRIES: OnceLock<Vec<Country>> = OnceLock::new();
    COUNTRIES.get_or_init(|| {
        TABLE
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(Country::read)
            .collect()
    })
}

impl Country {
    fn read(line: &'static str) -> Self {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (code, code3, name, years, full_until) = (next(), next(), next(), next(), next());
        let varies = next() == "varies";
        let (own, others, aliases) = (next(), next(), next());
        let years = years
            .split_once('-')
            .and_then(|(from, to)| Some(from.parse().ok()?..=to.parse().ok()?));
        let days = std::iter::repeat_with(OnceLock::new)
            .take(1 + listed(own).count())
            .collect();
        Self {
            code,
            code3,
            name,
            years,
            full_until: full_until.parse().ok(),
            varies,
            own,
            others,
            aliases,
            days,
        }
    }

    /// ISO 3166-1 alpha-2: `DE`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// In English: `Germany`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The first and the last year with a public holiday on file; `None` where nothing is on file.
    #[must_use]
    pub fn years(&self) -> Option<RangeInclusive<i32>> {
        self.years.clone()
    }

    /// The last year with about as many public holidays on file as a year usually has there (at least three
    /// quarters of the median of 2016 to 2025); after it those set by the moon or by decree are missing.
    #[must_use]
    pub fn full_until(&self) -> Option<i32> {
        self.full_until
    }

    /// Whether public holidays or weekends differ by subdivision.
    #[must_use]
    pub fn varies_by_subdivision(&self) -> bool {
        self.varies
    }

    /// The subdivisions with a calendar of their own, with the country's prefix.
    pub fn subdivisions(&self) -> impl Iterator<Item = &'static str> + use<> {
        listed(self.own)
    }

    /// The other subdivisions of ISO 3166-2, for which the nationwide days hold.
    pub fn other_subdivisions(&self) -> impl Iterator<Item = &'static str> + use<> {
        listed(self.others)
    }

    fn region_of(&'static self, asked: &str) -> Result<Region, RegionError> {
        let asked = asked.trim();
        let bare = match asked.split_once('-') {
            Some((prefix, rest)) if prefix.eq_ignore_ascii_case(self.code) => rest,
            _ => asked,
        };
        if let Some(region) = self.find_subdivision(bare) {
            return Ok(region);
        }
        let prefix = asked.split_once('-').and_then(|(prefix, _)| find_country(prefix));
        Err(match prefix.filter(|other| other.code != self.code) {
            Some(other) => RegionError::SubdivisionOfAnotherCountry {
                country: other.code.to_owned(),
            },
            None => RegionError::UnknownSubdivision {
                nearest: self.nearest_subdivision(bare),
            },
        })
    }

    fn find_subdivision(&'static self, bare: &str) -> Option<Region> {
        let is_it = |code: &&str| without_prefix(code).eq_ignore_ascii_case(bare);
        let own = |subdivision: &'static str, at: usize| Region {
            country: self,
            subdivision: Some(subdivision),
            own: Some(at),
        };
        if let Some((at, code)) = self.subdivisions().enumerate().find(|(_, code)| is_it(code)) {
            return Some(own(code, at));
        }
        let mut aliases = listed(self.aliases).filter_map(|pair| pair.split_once('='));
        if let Some((_, meant)) = aliases.find(|(alias, _)| alias.to_lowercase() == bare.to_lowercase()) {
            let known = self
                .subdivisions()
                .enumerate()
                .find(|(_, code)| without_prefix(code) == meant);
            return known.map(|(at, code)| own(code, at));
        }
        let other = self.other_subdivisions().find(is_it)?;
        Some(Region {
            country: self,
            subdivision: Some(other),
            own: None,
        })
    }

    fn nearest_subdivision(&self, bare: &str) -> Option<String> {
        let codes = self
            .subdivisions()
            .chain(self.other_subdivisions())
            .map(without_prefix);
        let codes = codes.map(|code| (code, code));
        let aliases = listed(self.aliases).filter_map(|pair| pair.split_once('='));
        let meant = nearest(bare, codes.chain(aliases))?;
        Some(format!("{}-{meant}", self.code))
    }
}

impl Region {
    /// The country's ISO 3166-1 alpha-2 code: `DE`.
    #[must_use]
    pub fn country(&self) -> &'static str {
        self.country.code
    }

    /// The country's name in English: `Germany`.
    #[must_use]
    pub fn country_name(&self) -> &'static str {
        self.country.name
    }

    /// The subdivision's code with the country's prefix: `DE-BY`.
    #[must_use]
    pub fn subdivision(&self) -> Option<&'static str> {
        self.subdivision
    }

    /// Whether public holidays are on file for the country.
    #[must_use]
    pub fn has_calendar(&self) -> bool {
        self.country.years.is_some()
    }

    /// The first and the last year with a public holiday on file for the country.
    #[must_use]
    pub fn years(&self) -> Option<RangeInclusive<i32>> {
        self.country.years()
    }

    /// The last year with about as many public holidays on file as usual; see [`Country::full_until`].
    #[must_use]
    pub fn full_until(&self) -> Option<i32> {
        self.country.full_until
    }

    /// Whether the country's public holidays or weekends differ by subdivision.
    #[must_use]
    pub fn varies_by_subdivision(&self) -> bool {
        self.country.varies
    }

    /// Whether the subdivision has a calendar of its own; if not, the nationwide days hold.
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
        let at = self.own.map_or(0, |at| at + 1);
        let subdivision = self.own.and(self.subdivision).map(without_prefix);
        match self.country.days.get(at) {
            Some(slot) => slot.get_or_init(|| RegionDays::on_file(self.country.code, subdivision)),
            None => RegionDays::of_nowhere(),
        }
    }
}

impl PartialEq for Region {
    fn eq(&self, other: &Self) -> bool {
        (self.country.code, self.subdivision) == (other.country.code, other.subdivision)
    }
}

impl Eq for Region {}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.subdivision.unwrap_or(self.country.code))
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

fn find_country(code: &str) -> Option<&'static Country> {
    let code = code.trim().to_ascii_uppercase();
    let countries = countries();
    countries
        .binary_search_by(|country| country.code.cmp(&code))
        .ok()
        .and_then(|at| countries.get(at))
}

/// By a familiar code, the three-letter code or the name.
fn nearest_country(asked: &str) -> Option<String> {
    let asked = asked.trim();
    if let Some((_, meant)) = FAMILIAR_CODES
        .iter()
        .find(|(code, _)| code.eq_ignore_ascii_case(asked))
    {
        return Some((*meant).to_owned());
    }
    if let Some(country) = countries()
        .iter()
        .find(|country| country.code3.eq_ignore_ascii_case(asked))
    {
        return Some(country.code.to_owned());
    }
    nearest(
        asked,
        countries().iter().map(|country| (country.name, country.code)),
    )
    .map(str::to_owned)
}

/// What the most similar of these names stands for, if one is similar enough.
fn nearest<'a>(asked: &str, named: impl Iterator<Item = (&'a str, &'a str)>) -> Option<&'a str> {
    if asked.len() > LONGEST_NAME_BYTES {
        return None;
    }
    let asked = asked.to_lowercase();
    let scored = named.map(|(name, meant)| {
        (
            strsim::normalized_damerau_levenshtein(&asked, &name.to_lowercase()),
            meant,
        )
    });
    let (score, meant) = scored.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    (score >= LEAST_LIKENESS).then_some(meant)
}

/// The entries of a comma-separated list; none in an empty one.
fn listed(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(',').filter(|entry| !entry.is_empty())
}

/// `BY` of `DE-BY`.
fn without_prefix(code: &str) -> &str {
    code.split_once('-').map_or(code, |(_, bare)| bare)
}
