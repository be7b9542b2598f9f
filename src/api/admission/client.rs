//! The client's address, also behind proxies that can be trusted.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use actix_web::http::header::{FORWARDED, HeaderMap, HeaderName, X_FORWARDED_FOR};

/// The address that a request came from, seen through that many proxies of the operator's own: each appends the address
/// that it was asked from, so only that many entries from the right are true. Of an IPv6 address the network is what
/// counts, since a client has all addresses in it.
pub(super) fn address(headers: &HeaderMap, peer: Option<SocketAddr>, trusted_hops: u8) -> IpAddr {
    let told = (trusted_hops > 0)
        .then(|| forwarded(headers, usize::from(trusted_hops)))
        .flatten();
    let address = told.or_else(|| peer.map(|peer| peer.ip()));
    match address.map(|address| address.to_canonical()) {
        Some(IpAddr::V6(v6)) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        Some(v4) => v4,
        None => IpAddr::V6(Ipv6Addr::UNSPECIFIED),
    }
}

/// The entry that the outermost trusted proxy wrote.
fn forwarded(headers: &HeaderMap, hops: usize) -> Option<IpAddr> {
    let entries = |name: HeaderName| -> Vec<&str> {
        let values = headers.get_all(name).filter_map(|value| value.to_str().ok());
        values.flat_map(|value| value.split(',')).map(str::trim).collect()
    };
    let standard = entries(FORWARDED);
    if standard.is_empty() {
        let entries = entries(X_FORWARDED_FOR);
        return ip(entries.iter().rev().nth(hops - 1)?);
    }
    let entry = standard.iter().rev().nth(hops - 1)?;
    let node = entry.split(';').find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        name.eq_ignore_ascii_case("for").then_some(value)
    })?;
    ip(node.trim_matches('"'))
}

/// An address with or without a port, an IPv6 one with or without brackets.
fn ip(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let address = bare.unwrap_or(text).parse().ok();
    address.or_else(|| Some(text.parse::<SocketAddr>().ok()?.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::HeaderValue;
    use rstest::rstest;

    #[rstest]
    #[case::no_proxy(0, &[("x-forwarded-for", "203.0.113.9")], "192.0.2.1")]
    #[case::one(1, &[("x-forwarded-for", "203.0.113.9")], "203.0.113.9")]
    #[case::one_and_a_lie(1, &[("x-forwarded-for", "198.51.100.7, 203.0.113.9")], "203.0.113.9")]
    #[case::two(2, &[("x-forwarded-for", "198.51.100.7, 203.0.113.9")], "198.51.100.7")]
    #[case::over_two_headers(2, &[("x-forwarded-for", "198.51.100.7"), ("x-forwarded-for", "203.0.113.9")], "198.51.100.7")]
    #[case::fewer_than_trusted(2, &[("x-forwarded-for", "203.0.113.9")], "192.0.2.1")]
    #[case::no_address(1, &[("x-forwarded-for", "unknown")], "192.0.2.1")]
    #[case::none(1, &[], "192.0.2.1")]
    #[case::with_port(1, &[("x-forwarded-for", "203.0.113.9:4711")], "203.0.113.9")]
    #[case::standard(1, &[("forwarded", "for=198.51.100.7, proto=https;For=203.0.113.9")], "203.0.113.9")]
    #[case::standard_first(1, &[("forwarded", "for=203.0.113.9"), ("x-forwarded-for", "198.51.100.7")], "203.0.113.9")]
    #[case::hidden(1, &[("forwarded", "for=_secret"), ("x-forwarded-for", "198.51.100.7")], "192.0.2.1")]
    #[case::v6_by_network(1, &[("forwarded", "for=\"[2001:db8:1:2:3:4:5:6]:4711\"")], "2001:db8:1:2::")]
    #[case::v6_bare(1, &[("x-forwarded-for", "2001:db8:1:2::9")], "2001:db8:1:2::")]
    #[case::v4_in_v6(1, &[("x-forwarded-for", "::ffff:203.0.113.9")], "203.0.113.9")]
    fn the_client_is_whom_trusted_proxies_name(
        #[case] hops: u8,
        #[case] sent: &[(&'static str, &'static str)],
        #[case] expected: IpAddr,
    ) {
        let mut headers = HeaderMap::new();
        for (name, value) in sent {
            headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        let peer = "192.0.2.1:5000".parse().ok();
        assert_eq!(address(&headers, peer, hops), expected);
    }
}
