//! From which network address a request came: the peer, or what the last proxy of our own says of it.
//! It refuses to believe anything further left in X-Forwarded-For: a client may write there what it likes.

use std::net::IpAddr;

use http::HeaderMap;

use crate::listen::Peer;

/// The address a sign-in is counted by.
#[must_use]
pub fn address(headers: &HeaderMap, peer: Option<Peer>, trusted_hops: usize) -> String {
    let peer = peer.map(|Peer(addr)| addr.ip());
    let told = told(headers, trusted_hops);
    let ip = told.or(peer);
    ip.map_or_else(|| "unknown".to_owned(), |ip| network(ip).to_string())
}

fn told(headers: &HeaderMap, trusted_hops: usize) -> Option<IpAddr> {
    let before = trusted_hops.checked_sub(1)?;
    let lines = headers.get_all("x-forwarded-for").iter();
    let hops: Vec<&str> = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .collect();
    let at = hops.len().checked_sub(1 + before)?;
    hops.get(at)?.trim().parse().ok()
}

/// Whose address it is: one household has a whole /64 of the newer ones.
#[must_use]
pub fn network(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => ip,
        IpAddr::V6(six) => match six.to_ipv4_mapped() {
            Some(four) => IpAddr::V4(four),
            None => IpAddr::V6((u128::from(six) & !u128::from(u64::MAX)).into()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_our_own_proxies_add_is_believed() {
        let mut headers = HeaderMap::new();
        headers.insert(
            "x-forwarded-for",
            "6.6.6.6, 9.9.9.9, 10.0.0.2".parse().expect("a header"),
        );
        let peer = Some(Peer("127.0.0.1:4000".parse().expect("an address")));
        let cases = [
            (0, "127.0.0.1"),
            (1, "10.0.0.2"),
            (2, "9.9.9.9"),
            (9, "127.0.0.1"),
        ];
        for (hops, is) in cases {
            assert_eq!(address(&headers, peer, hops), is, "{hops} hops");
        }
    }

    #[test]
    fn a_household_of_newer_addresses_counts_as_one() {
        let peer = |at: &str| Some(Peer(at.parse().expect("an address")));
        let headers = HeaderMap::new();
        let (one, two) = (peer("[2001:db8:1:2::5]:1"), peer("[2001:db8:1:2:3::9]:1"));
        assert_eq!(address(&headers, one, 0), address(&headers, two, 0));
        assert_eq!(
            address(&headers, peer("[::ffff:10.1.1.1]:1"), 0),
            "10.1.1.1"
        );
    }
}
