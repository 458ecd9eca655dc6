//! The server's half of reading one's sessions.

use domain::text::Digest;
use domain::time::Zone;
use ledger::{Ledger, SessionLimits};
use leptos::prelude::*;

use super::failed_server::failed;
use super::sessions::SesionRow;
use super::visit::{visit, visitor};

pub(super) async fn sesiones() -> Result<Vec<SesionRow>, ServerFnError> {
    let (visit, visitor) = (visit()?, visitor()?);
    let ledger = expect_context::<Ledger>();
    let house = &visitor.house;
    let store = house.active(visitor.person).and_then(|person| person.store);
    let store = store.or_else(|| house.stores.keys().next().copied());
    let zone = store.map_or_else(Zone::utc, |store| house.zone(store));
    let limits = SessionLimits {
        now: visit.now,
        seen_after: visitor.seen_after,
    };
    let mut sessions = ledger
        .sessions(visitor.person, limits)
        .await
        .map_err(failed)?;
    sessions.sort_by_key(|session| std::cmp::Reverse(session.last_seen_at));
    let row = |session: ledger::Session| SesionRow {
        id: Digest(session.token).to_string(),
        agent: session.agent,
        address: session.address,
        last_seen: zone
            .local(session.last_seen_at)
            .format("%d/%m/%Y %H:%M")
            .to_string(),
        is_this: session.token == visitor.session,
    };
    Ok(sessions.into_iter().map(row).collect())
}
