//! The table of countries: their ISO codes, their subdivisions, and what is on file for each.

use std::ops::RangeInclusive;
use std::sync::OnceLock;

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
    /// Comma-separated, with the prefix: the other subdivisions of ISO 3166-2, some with `>` and the one of `own`,
    /// without the prefix, that they lie in.
    others: &'static str,
    /// Comma-separated, `alias=code`, without the prefix: other names for those with days of their own.
    aliases: &'static str,
    /// The country's own days, then those of each of `own`; each decoded when it is first asked for.
    days: Box<[OnceLock<RegionDays>]>,
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

    /// The other subdivisions of ISO 3166-2, which have the days of the one that they lie in, or the
    /// nationwide ones.
    pub fn other_subdivisions(&self) -> impl Iterator<Item = &'static str> + use<> {
        listed(self.others).filter_map(|entry| entry.split('>').next())
    }

    /// Its code as we write it, and where the one whose days it has stands among [`Self::subdivisions`].
    ///
    /// `asked` comes with or without the prefix, or is another name of one with days of its own.
    pub(super) fn find_subdivision(&self, asked: &str) -> Option<(&'static str, Option<usize>)> {
        let bare = self.without_own_prefix(asked);
        let is_it = |code: &str| without_prefix(code).eq_ignore_ascii_case(bare);
        if let Some((at, code)) = self.subdivisions().enumerate().find(|(_, code)| is_it(code)) {
            return Some((code, Some(at)));
        }
        let mut aliases = listed(self.aliases).filter_map(|pair| pair.split_once('='));
        if let Some((_, meant)) = aliases.find(|(alias, _)| alias.to_lowercase() == bare.to_lowercase()) {
            return self.own(meant).map(|(at, code)| (code, Some(at)));
        }
        let mut others = listed(self.others).map(|entry| entry.split_once('>').unwrap_or((entry, "")));
        let (code, lies_in) = others.find(|(code, _)| is_it(code))?;
        Some((code, self.own(lies_in).map(|(at, _)| at)))
    }

    /// The one of that code, without the prefix, among those with a calendar of their own, and where it stands.
    fn own(&self, bare: &str) -> Option<(usize, &'static str)> {
        self.subdivisions()
            .enumerate()
            .find(|(_, code)| without_prefix(code) == bare)
    }

    fn without_own_prefix<'a>(&self, asked: &'a str) -> &'a str {
        let asked = asked.trim();
        match asked.split_once('-') {
            Some((prefix, bare)) if prefix.eq_ignore_ascii_case(self.code) => bare,
            _ => asked,
        }
    }

    /// What is on file for the subdivision that stands there, or for the country as a whole.
    pub(super) fn days(&self, own: Option<usize>) -> &RegionDays {
        let decode = || {
            let subdivision = own.and_then(|at| self.subdivisions().nth(at)).map(without_prefix);
            RegionDays::on_file(self.code, subdivision)
        };
        match self.days.get(own.map_or(0, |at| at + 1)) {
            Some(slot) => slot.get_or_init(decode),
            None => RegionDays::of_nowhere(),
        }
    }

    /// The code, with its prefix, of the subdivision that was perhaps meant.
    pub(super) fn nearest_subdivision(&self, asked: &str) -> Option<String> {
        let bare = self.without_own_prefix(asked);
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

/// The country of that code, in whatever case it is written.
pub(super) fn find_country(code: &str) -> Option<&'static Country> {
    let code = code.trim().to_ascii_uppercase();
    let countries = countries();
    countries
        .binary_search_by(|country| country.code.cmp(&code))
        .ok()
        .and_then(|at| countries.get(at))
}

/// By a familiar code, the three-letter code or the name.
pub(super) fn nearest_country(asked: &str) -> Option<String> {
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
pub(super) fn without_prefix(code: &str) -> &str {
    code.split_once('-').map_or(code, |(_, bare)| bare)
}
