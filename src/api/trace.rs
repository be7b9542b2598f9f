//! The caller's trace, as W3C Trace Context passes it on in `traceparent`.

use actix_web::http::header::{HeaderMap, HeaderName};

const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// `00-<trace id>-<parent id>-<flags>`, and perhaps more after it in a later version.
const LENGTH: usize = 55;

/// Which trace a request belongs to.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Trace(String);

impl Trace {
    /// The trace that the headers name; none if they name none, or wrongly.
    pub(super) fn read(headers: &HeaderMap) -> Option<Self> {
        let mut given = headers.get_all(TRACEPARENT);
        let (text, None) = (given.next()?.to_str().ok()?, given.next()) else {
            return None;
        };
        let known = text.get(..LENGTH)?;
        let mut parts = known.split('-');
        let is_id = |part: &str, digits: usize| {
            part.len() == digits
                && part
                    .bytes()
                    .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
                && part.bytes().any(|b| b != b'0')
        };
        let version = parts.next()?;
        let later = version != "00" && version != "ff" && text.as_bytes().get(LENGTH) == Some(&b'-');
        let fits = version.len() == 2
            && version
                .bytes()
                .all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase())
            && version != "ff"
            && is_id(parts.next()?, 32)
            && is_id(parts.next()?, 16)
            && parts
                .next()
                .is_some_and(|flags| flags.len() == 2 && flags.bytes().all(|b| b.is_ascii_hexdigit()))
            && (text.len() == LENGTH || later);
        fits.then(|| Self(known.to_owned()))
    }

    /// The ids of the trace and of the caller's span.
    pub(super) fn ids(&self) -> (&str, &str) {
        (
            self.0.get(3..35).unwrap_or_default(),
            self.0.get(36..52).unwrap_or_default(),
        )
    }

    /// What the caller says of the trace; the lowest bit: that it is kept.
    #[cfg(feature = "otlp")]
    pub(super) fn flags(&self) -> u8 {
        let flags = self.0.get(53..LENGTH).unwrap_or_default();
        u8::from_str_radix(flags, 16).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::HeaderValue;
    use rstest::rstest;

    const GOOD: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    #[rstest]
    #[case::good(&[GOOD], true)]
    #[case::none(&[], false)]
    #[case::twice(&[GOOD, GOOD], false)]
    #[case::in_capitals(&["00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01"], false)]
    #[case::no_trace(&["00-00000000000000000000000000000000-b7ad6b7169203331-01"], false)]
    #[case::no_parent(&["00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01"], false)]
    #[case::no_flags(&["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-+1"], false)]
    #[case::short(&["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331"], false)]
    #[case::more_than_version_0_has(&["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x"], false)]
    #[case::a_later_version(&["01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x"], true)]
    #[case::no_version(&["ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"], false)]
    fn a_trace_is_taken_over_where_it_is_one(#[case] sent: &[&'static str], #[case] taken: bool) {
        let mut headers = HeaderMap::new();
        for value in sent {
            headers.append(TRACEPARENT, HeaderValue::from_static(value));
        }
        let trace = Trace::read(&headers);
        assert_eq!(
            trace.as_ref().map(Trace::ids),
            taken.then_some(("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"))
        );
    }
}
