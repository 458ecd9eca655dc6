//! The list of accounts, by what presses most: the earliest next news first, those without any last; or those who wait
//! in silence, the longest first. It refuses to list by anything that no index holds.

use domain::account::AccountKind;
use domain::ids::{AccountId, PersonId, StoreId};
use domain::time::{Date, Timestamp};
use sqlx::{AssertSqlSafe, FromRow};
use uuid::Uuid;

use crate::column::date_or_none;
use crate::cut::cut;
use crate::replica::listed;
use crate::sql::list::{self as sql, Order};
use crate::tx::{Tx, on};
use crate::{Ledger, LedgerError};

/// Whose accounts are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's.
    #[default]
    Anyones,
    /// Those one person answers for.
    Of(PersonId),
}

/// Whether it matters that the customer waits in silence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Silence {
    /// It does not.
    #[default]
    Any,
    /// Only those who do, the longest first.
    Only,
}

/// Which accounts are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facets {
    /// Whose.
    pub whose: Whose,
    /// Of which store; of all, where none is named.
    pub store: Option<StoreId>,
    /// Whether in silence.
    pub silence: Silence,
}

impl From<Whose> for Facets {
    fn from(whose: Whose) -> Self {
        Self {
            whose,
            ..Self::default()
        }
    }
}

impl Facets {
    pub(super) fn order(self) -> Order {
        match self {
            Self {
                silence: Silence::Only,
                ..
            } => Order::Silent,
            Self {
                whose: Whose::Of(_),
                ..
            } => Order::OfOwner,
            Self { store: Some(_), .. } => Order::OfStore,
            Self { .. } => Order::Pressing,
        }
    }

    /// The owner and the store, as far as its list takes them.
    pub(super) fn ids(self) -> Vec<Option<Uuid>> {
        let owner = match self.whose {
            Whose::Anyones => None,
            Whose::Of(person) => Some(person.uuid()),
        };
        let store = self.store.map(StoreId::uuid);
        match self.order() {
            Order::Pressing => Vec::new(),
            Order::OfStore => vec![store],
            Order::OfOwner | Order::Silent => vec![owner, store],
        }
    }
}

/// A place in a list; the rows after it press less, or wait less long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListPlace {
    /// Where its row stands: opaque, and of one order only.
    pub at: i64,
    /// Its row.
    pub account: AccountId,
}

/// One account in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Which.
    pub account: AccountId,
    /// The version it stands at.
    pub version: u64,
    /// Consumer or business.
    pub kind: AccountKind,
    /// Name; empty once erased.
    pub name: String,
    /// Tax id.
    pub tax_id: Option<String>,
    /// Who answers for it.
    pub owner: PersonId,
    /// Its store.
    pub store: StoreId,
    /// The day by which the customer hears from us: the earliest of all open matters.
    pub next_news: Option<Date>,
    /// Since when the house knows what the customer was not told.
    pub silent_since: Option<Date>,
    /// How many matters are open.
    pub open_matters: u64,
    /// How many of them are claims.
    pub open_claims: u64,
    /// When it was last written on.
    pub updated_at: Timestamp,
}

/// Some accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountList {
    /// The most pressing first, or the longest in silence.
    pub rows: Vec<AccountRow>,
    /// Where more follow.
    pub more: Option<ListPlace>,
}

#[derive(Debug, FromRow)]
pub(super) struct Columns {
    stream_id: Uuid,
    version: i64,
    kind: String,
    name: String,
    tax_id: Option<String>,
    owner_id: Uuid,
    store_id: Uuid,
    next_news: Option<i64>,
    silent_since: Option<i64>,
    place: i64,
    open_matters: i64,
    open_claims: i64,
    updated_at: i64,
}

impl Ledger {
    /// The accounts after a place (from the first without one), at most so many.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn accounts(
        &self,
        facets: impl Into<Facets> + Send,
        place: Option<ListPlace>,
        rows: u32,
    ) -> Result<AccountList, LedgerError> {
        let facets = facets.into();
        listed!(self.reader, tx => walked(&mut tx, facets, place, rows))
    }
}

async fn walked(
    tx: &mut Tx,
    facets: Facets,
    place: Option<ListPlace>,
    rows: u32,
) -> Result<AccountList, LedgerError> {
    let (at, after) = start(place);
    // The text is made of nothing but the order.
    let text = AssertSqlSafe(sql::listed(facets.order()));
    let found = on!(tx, conn => {
        let mut query = sqlx::query_as::<_, Columns>(text)
            .bind(at)
            .bind(after)
            .bind(i64::from(rows) + 1);
        for id in facets.ids() {
            query = query.bind(id);
        }
        query.fetch_all(conn).await
    })?;
    list(found, rows)
}

pub(super) fn start(place: Option<ListPlace>) -> (i64, Uuid) {
    place.map_or((i64::MIN, Uuid::nil()), |place| {
        (place.at, place.account.uuid())
    })
}

/// One more row than asked for was read, to know whether more follow.
pub(super) fn list(found: Vec<Columns>, rows: u32) -> Result<AccountList, LedgerError> {
    let (found, more) = cut(found, rows, |row| ListPlace {
        at: row.place,
        account: AccountId::from_uuid(row.stream_id),
    });
    Ok(AccountList {
        rows: found.into_iter().map(row).collect::<Result<_, _>>()?,
        more,
    })
}

fn row(columns: Columns) -> Result<AccountRow, LedgerError> {
    Ok(AccountRow {
        account: AccountId::from_uuid(columns.stream_id),
        version: columns.version.cast_unsigned(),
        kind: account_kind(&columns.kind)?,
        name: columns.name,
        tax_id: columns.tax_id,
        owner: PersonId::from_uuid(columns.owner_id),
        store: StoreId::from_uuid(columns.store_id),
        next_news: date_or_none(columns.next_news)?,
        silent_since: date_or_none(columns.silent_since)?,
        open_matters: columns.open_matters.cast_unsigned(),
        open_claims: columns.open_claims.cast_unsigned(),
        updated_at: Timestamp::from_micros(columns.updated_at),
    })
}

/// As its column says it.
pub(super) fn account_kind(said: &str) -> Result<AccountKind, LedgerError> {
    match said {
        "consumer" => Ok(AccountKind::Consumer),
        "business" => Ok(AccountKind::Business),
        other => Err(LedgerError::stored("account kind", other)),
    }
}
