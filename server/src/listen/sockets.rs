//! The system's sockets: where connections come in, and how many of them this process may have, as systems begin with
//! few and give more to whoever asks. It refuses to promise more places than there are sockets: a connection that waits
//! is better than a ledger that cannot open its file.

use std::net::SocketAddr;

use tokio::net::{TcpListener, TcpSocket};

/// Listens, with room before the door for as many as there are places, as far as the system has it: whoever comes when
/// that is full believes to be connected and is not.
///
/// # Errors
/// What the system said, such as that the address is taken.
pub fn listen(addr: SocketAddr, waiting: usize) -> std::io::Result<TcpListener> {
    let socket = match addr {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // A server started again finds its address free at once.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(addr)?;
    socket.listen(u32::try_from(waiting).unwrap_or(u32::MAX))
}

/// Kept for the database, the site's files and the log.
#[cfg(unix)]
const OTHERS: u64 = 200;

/// As many connections as were asked for, or as there can be sockets for.
#[cfg(unix)]
#[must_use]
pub fn for_connections(asked: usize) -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let wanted = (asked as u64).saturating_add(OTHERS);
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let has = |may: Option<u64>| may.is_none_or(|may| may >= wanted);
    if has(current) {
        return asked;
    }
    let more = Rlimit {
        current: if has(maximum) { Some(wanted) } else { maximum },
        maximum,
    };
    let got = match setrlimit(Resource::Nofile, more) {
        Ok(()) => more.current,
        Err(_) => current,
    };
    let left = got.map_or(asked as u64, |got| got.saturating_sub(OTHERS).max(1));
    usize::try_from(left).map_or(asked, |left| left.min(asked))
}

/// As many as were asked for.
#[cfg(not(unix))]
#[must_use]
pub fn for_connections(asked: usize) -> usize {
    asked
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn there_are_never_more_places_than_sockets() {
        use rustix::process::{Resource, getrlimit};

        let may = getrlimit(Resource::Nofile).maximum;
        assert_eq!(for_connections(1), 1);
        let most = for_connections(usize::MAX) as u64;
        let sockets = getrlimit(Resource::Nofile).current;
        assert!(sockets.is_none_or(|sockets| most < sockets));
        assert_eq!(sockets, may, "all that could be had was asked for");
    }
}
