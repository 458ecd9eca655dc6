//! Places for connections: so many in all, and of one network so many, so that one client alone cannot take them all.
//! It refuses to count this machine's own: a proxy that stands here speaks for everybody.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::config::Limits;
use crate::security::client::network;

type Taken = Arc<Mutex<HashMap<IpAddr, usize>>>;

pub(super) struct Places {
    all: Arc<Semaphore>,
    taken: Taken,
    of_one_max: usize,
}

/// Held while a connection lasts.
pub(super) struct Place {
    _of_all: OwnedSemaphorePermit,
    _of_one: Option<OfOne>,
}

struct OfOne {
    taken: Taken,
    network: IpAddr,
}

impl Places {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            all: Arc::new(Semaphore::new(limits.connections)),
            taken: Taken::default(),
            of_one_max: limits.connections_of_one,
        }
    }

    /// One of them all, as soon as there is one.
    pub(super) async fn free(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.all).acquire_owned().await.ok()
    }

    /// For whoever came; none, where their network has as many as one may have.
    pub(super) fn of(&self, peer: IpAddr, of_all: OwnedSemaphorePermit) -> Option<Place> {
        let network = network(peer);
        let of_one = match network.is_loopback() {
            true => None,
            false => Some(self.one_more(network)?),
        };
        Some(Place {
            _of_all: of_all,
            _of_one: of_one,
        })
    }

    fn one_more(&self, network: IpAddr) -> Option<OfOne> {
        let mut counts = self.taken.lock().ok()?;
        let count = counts.entry(network).or_default();
        if *count >= self.of_one_max {
            return None;
        }
        *count += 1;
        Some(OfOne {
            taken: Arc::clone(&self.taken),
            network,
        })
    }
}

impl Drop for OfOne {
    fn drop(&mut self) {
        let Ok(mut counts) = self.taken.lock() else {
            return;
        };
        if let Some(count) = counts.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.network);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_network_has_so_many_places_and_gets_them_back() {
        let places = Places::new(&Limits {
            connections: 9,
            connections_of_one: 2,
            ..Limits::default()
        });
        let come = async |peer: &str| {
            let peer = peer.parse().expect("an address");
            places.of(peer, places.free().await.expect("a place"))
        };
        let one = come("192.0.2.7").await;
        let two = come("::ffff:192.0.2.7").await;
        assert!(one.is_some() && two.is_some());
        assert!(come("192.0.2.7").await.is_none(), "it has two");
        let other = come("192.0.2.8").await;
        assert!(other.is_some(), "another network has its own");
        let mut here = Vec::new();
        for _ in 0..4 {
            here.push(
                come("127.0.0.1")
                    .await
                    .expect("this machine is not counted"),
            );
        }
        drop(one);
        assert!(come("192.0.2.7").await.is_some());
        drop((two, other, here));
        assert_eq!(places.all.available_permits(), 9);
        assert!(places.taken.lock().expect("counts").is_empty());
    }
}
