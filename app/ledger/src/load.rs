//! State for a decision or a page: the head and the matters asked for, and the house. A row of an older form, or one
//! that does not stand where its stream stands, is folded anew from the facts.
//! It refuses to decide and to write.

use std::sync::{Arc, Mutex};

use domain::account::{Account, Matter, STATE_FORMAT};
use domain::house::House;
use domain::ids::{AccountId, MatterId, StreamId};
use domain::text::Digest;
use uuid::Uuid;

use crate::LedgerError;
use crate::column::{digest, from_json};
use crate::facts::{self, ALL, IDS_AT_ONCE, padded};
use crate::sql::{self, project, stream};
use crate::tx::{Tx, all, on, optional};

/// The form of the houses kept; another is folded anew.
pub(crate) const HOUSE_FORMAT: i64 = 1;

/// Where a stream stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) version: u64,
    pub(crate) head: Digest,
}

/// An account as it was found.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) account: Account,
    /// Folded anew: all of it is here, and all of it is to be written again by whoever writes.
    pub(crate) is_refolded: bool,
}

/// Which matters are wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Matters<'a> {
    Named(&'a [MatterId]),
    OpenAnd(&'a [MatterId]),
    /// Those, and all that they grew from.
    Rooted(&'a [MatterId]),
    /// Every promise, open or not.
    Promised,
}

/// Where a stream stands; nowhere before its first fact.
pub(crate) async fn standing(tx: &mut Tx, stream: StreamId) -> Result<Standing, LedgerError> {
    let row = optional!(tx, (i64, Vec<u8>), stream::STREAM, stream.uuid())?;
    row.map_or(Ok(nowhere()), stands)
}

pub(crate) fn stands((version, head): (i64, Vec<u8>)) -> Result<Standing, LedgerError> {
    Ok(Standing {
        version: version.cast_unsigned(),
        head: digest(head)?,
    })
}

pub(crate) fn nowhere() -> Standing {
    Standing {
        version: 0,
        head: domain::seal::EMPTY,
    }
}

pub(crate) async fn account(
    tx: &mut Tx,
    id: AccountId,
    version: u64,
    matters: Matters<'_>,
) -> Result<Loaded, LedgerError> {
    let stream = StreamId::from(id).uuid();
    let state = match version {
        0 => None,
        _ => optional!(tx, State, project::ACCOUNT, stream)?,
    };
    account_from(tx, id, version, state, matters).await
}

/// The version, the form and the state of an account's own row.
pub(crate) type State = (i64, i64, String);

/// From its own row, as it was read.
pub(crate) async fn account_from(
    tx: &mut Tx,
    id: AccountId,
    version: u64,
    state: Option<State>,
    matters: Matters<'_>,
) -> Result<Loaded, LedgerError> {
    let kept = match version {
        0 => Some(Account::new(id)),
        _ => kept(tx, id, version, state, matters).await?,
    };
    match kept {
        Some(account) => Ok(Loaded {
            account,
            is_refolded: false,
        }),
        None => Ok(Loaded {
            account: folded(tx, id).await?,
            is_refolded: true,
        }),
    }
}

/// From its rows, if all of them are of today's form.
async fn kept(
    tx: &mut Tx,
    id: AccountId,
    version: u64,
    state: Option<State>,
    matters: Matters<'_>,
) -> Result<Option<Account>, LedgerError> {
    let stream = StreamId::from(id).uuid();
    let state = match state {
        Some((at, form, state)) if at.cast_unsigned() == version && is_todays(form) => state,
        _ => return Ok(None),
    };
    let mut account: Account = from_json("account", &state)?;
    let mut rows = Vec::new();
    let named = match matters {
        Matters::Named(named) | Matters::Rooted(named) => named,
        Matters::OpenAnd(named) => {
            let asked = sql::matters_open(tx.engine());
            rows = all!(tx, (i64, String), asked, stream)?;
            named
        }
        Matters::Promised => {
            rows = all!(tx, (i64, String), project::MATTERS_PROMISED, stream)?;
            &[]
        }
    };
    rows.extend(matter_rows(tx, stream, named).await?);
    if !added(&mut account, rows)? {
        return Ok(None);
    }
    while let Matters::Rooted(named) = matters {
        let parents = account.unloaded_parents(named);
        let rows = matter_rows(tx, stream, &parents).await?;
        if rows.is_empty() {
            break;
        }
        if !added(&mut account, rows)? {
            return Ok(None);
        }
    }
    Ok(Some(account))
}

/// Puts matters to an account; not where one is of another form than today's.
fn added(account: &mut Account, rows: Vec<(i64, String)>) -> Result<bool, LedgerError> {
    for (form, state) in rows {
        if !is_todays(form) {
            return Ok(false);
        }
        let matter: Matter = from_json("matter", &state)?;
        account.matters.insert(matter.reference.id, matter);
    }
    Ok(true)
}

async fn matter_rows(
    tx: &mut Tx,
    stream: Uuid,
    named: &[MatterId],
) -> Result<Vec<(i64, String)>, LedgerError> {
    let ids: Vec<_> = named.iter().map(|matter| matter.uuid()).collect();
    let mut rows = Vec::with_capacity(ids.len());
    for some in ids.chunks(IDS_AT_ONCE) {
        let asked = sql::matters(tx.engine());
        rows.extend(on!(tx, conn => {
            let mut query = sqlx::query_as::<_, (i64, String)>(asked).bind(stream);
            for id in padded(some) {
                query = query.bind(id);
            }
            query.fetch_all(conn).await
        })?);
    }
    Ok(rows)
}

pub(crate) fn is_todays(form: i64) -> bool {
    form == i64::from(STATE_FORMAT)
}

async fn folded(tx: &mut Tx, id: AccountId) -> Result<Account, LedgerError> {
    let entries = facts::after(tx, StreamId::from(id), 0, ALL).await?;
    Ok(Account::replay(id, &entries))
}

/// The newest house, read once per version. By its head too: a version that was rolled back may be given again.
#[derive(Debug, Default)]
pub(crate) struct Houses(Mutex<Option<(Digest, Arc<House>)>>);

impl Houses {
    pub(crate) async fn current(&self, tx: &mut Tx) -> Result<Arc<House>, LedgerError> {
        let now = standing(tx, StreamId::HOUSE).await?;
        self.at(tx, now).await
    }

    /// The house that stands there.
    pub(crate) async fn at(&self, tx: &mut Tx, now: Standing) -> Result<Arc<House>, LedgerError> {
        if let Some(known) = self.known(now.head) {
            return Ok(known);
        }
        let house = Arc::new(house_kept(tx, now.version).await?.unwrap_or_default());
        if let Ok(mut held) = self.0.lock() {
            *held = Some((now.head, Arc::clone(&house)));
        }
        Ok(house)
    }

    /// The newest house, whose head was just read.
    pub(crate) async fn with_head(
        &self,
        tx: &mut Tx,
        head: Option<Digest>,
    ) -> Result<Arc<House>, LedgerError> {
        match head.and_then(|head| self.known(head)) {
            Some(known) => Ok(known),
            None => self.current(tx).await,
        }
    }

    fn known(&self, head: Digest) -> Option<Arc<House>> {
        let held = self.0.lock().ok()?;
        held.as_ref()
            .filter(|(of, _)| *of == head)
            .map(|(_, house)| Arc::clone(house))
    }
}

/// The house as it was at a version; `None` where it never stood there.
pub(crate) async fn house_at(tx: &mut Tx, version: u64) -> Result<Option<House>, LedgerError> {
    let now = standing(tx, StreamId::HOUSE).await?;
    // A version that is yet to come is not looked for through all its story.
    match version <= now.version {
        true => house_kept(tx, version).await,
        false => Ok(None),
    }
}

async fn house_kept(tx: &mut Tx, version: u64) -> Result<Option<House>, LedgerError> {
    if version == 0 {
        return Ok(None);
    }
    let stream = StreamId::HOUSE;
    let at = version.cast_signed();
    let kept = optional!(tx, (i64, String), project::HOUSE, stream.uuid(), at)?;
    if let Some((HOUSE_FORMAT, state)) = kept {
        return from_json("house", &state).map(Some);
    }
    let entries = facts::after(tx, stream, 0, at).await?;
    let house = House::replay(entries.iter().take_while(|entry| entry.version <= version));
    Ok((house.version == version).then_some(house))
}
