//! Which formats a caller takes: the `Accept` header of RFC 9110.

use actix_web::http::header::{ACCEPT, HeaderMap};

/// Qualities have three decimals; they are counted in thousandths.
const FULL_QUALITY: u16 = 1000;

/// The offered media type that the caller likes best, the first of several; none if the caller takes none.
pub(super) fn preferred<'a>(headers: &HeaderMap, offered: &[&'a str]) -> Option<&'a str> {
    let mut ranges = headers
        .get_all(ACCEPT)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter(|range| !range.trim().is_empty())
        .peekable();
    if ranges.peek().is_none() {
        return offered.first().copied();
    }
    let ranges: Vec<_> = ranges.filter_map(Range::read).collect();
    let mut best = None;
    for &media_type in offered {
        let quality = quality_of(media_type, &ranges);
        if quality > best.map_or(0, |(_, quality)| quality) {
            best = Some((media_type, quality));
        }
    }
    best.map(|(media_type, _)| media_type)
}

/// `text/*;q=0.5`: media types and how welcome they are.
struct Range<'a> {
    kind: &'a str,
    subtype: &'a str,
    quality: u16,
}

impl<'a> Range<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let mut parts = text.split(';');
        let (kind, subtype) = parts.next()?.trim().split_once('/')?;
        let quality = parts.find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            name.trim()
                .eq_ignore_ascii_case("q")
                .then(|| thousandths(value.trim()))
        });
        Some(Self {
            kind,
            subtype,
            quality: quality.unwrap_or(FULL_QUALITY),
        })
    }

    /// How closely it names that media type: 3 exactly, 2 by its kind, 1 as anything.
    fn precision(&self, kind: &str, subtype: &str) -> Option<u8> {
        match (self.kind, self.subtype) {
            ("*", "*") => Some(1),
            (own, "*") if own.eq_ignore_ascii_case(kind) => Some(2),
            (own, sub) if own.eq_ignore_ascii_case(kind) && sub.eq_ignore_ascii_case(subtype) => Some(3),
            _ => None,
        }
    }
}

/// The quality that the closest range gives to that media type; 0 where none names it.
fn quality_of(media_type: &str, ranges: &[Range<'_>]) -> u16 {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let (kind, subtype) = essence.split_once('/').unwrap_or((essence, ""));
    let named = ranges
        .iter()
        .filter_map(|range| Some((range.precision(kind, subtype)?, range.quality)));
    named.max().map_or(0, |(_, quality)| quality)
}

/// `0.85` as 850; what is no quality counts as the full one.
fn thousandths(text: &str) -> u16 {
    let quality = text.parse().ok().filter(|quality| (0.0..=1.0).contains(quality));
    let quality: f32 = quality.unwrap_or(1.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 1000"
    )]
    let thousandths = (quality * f32::from(FULL_QUALITY)).round() as u16;
    thousandths
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::HeaderValue;
    use rstest::rstest;

    #[rstest]
    #[case::absent(None, Some("application/json"))]
    #[case::empty(Some(""), Some("application/json"))]
    #[case::anything(Some("*/*"), Some("application/json"))]
    #[case::its_kind(Some("application/*"), Some("application/json"))]
    #[case::in_capitals(Some("Application/JSON"), Some("application/json"))]
    #[case::with_parameters(Some("application/json; charset=utf-8"), Some("application/json"))]
    #[case::a_browser(Some("text/html,application/xhtml+xml,*/*;q=0.8"), Some("application/json"))]
    #[case::the_other(Some("text/calendar"), Some("text/calendar"))]
    #[case::by_quality(Some("application/json;q=0.4, text/calendar;q=0.5"), Some("text/calendar"))]
    #[case::the_closest_counts(Some("*/*, application/json;q=0"), Some("text/calendar"))]
    #[case::refused(Some("application/json;q=0"), None)]
    #[case::refused_with_decimals(Some("*/*;q=0.000"), None)]
    #[case::unknown(Some("image/png"), None)]
    #[case::nonsense(Some("json"), None)]
    #[case::not_a_number(Some("*/*;q=high"), Some("application/json"))]
    #[case::no_quality(Some("application/json;q=NaN, text/calendar;q=0.9"), Some("application/json"))]
    fn the_best_of_two(#[case] accept: Option<&'static str>, #[case] expected: Option<&str>) {
        let mut headers = HeaderMap::new();
        if let Some(accept) = accept {
            headers.insert(ACCEPT, HeaderValue::from_static(accept));
        }
        assert_eq!(
            preferred(&headers, &["application/json", "text/calendar"]),
            expected
        );
    }

    #[test]
    fn several_headers_are_one_list() {
        let mut headers = HeaderMap::new();
        headers.append(ACCEPT, HeaderValue::from_static("image/png"));
        headers.append(ACCEPT, HeaderValue::from_static("text/calendar"));
        assert_eq!(
            preferred(&headers, &["application/json", "text/calendar"]),
            Some("text/calendar")
        );
    }
}
