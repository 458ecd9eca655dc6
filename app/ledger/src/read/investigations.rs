//! Investigations across accounts: the open ones by their earliest day, then the closed ones, the latest first; and one
//! file with what its claim tells of. It refuses to know who may see what of them.

use domain::account::{Account, AccountKind, Hearing, Matter, MatterState};
use domain::ids::{AccountId, MatterId, PersonId, StoreId};
use sqlx::FromRow;
use uuid::Uuid;

use super::list::account_kind;
use crate::column::from_json;
use crate::cut::cut;
use crate::load::{self, Matters, is_todays};
use crate::replica::listed;
use crate::sql::records as sql;
use crate::tx::{Tx, all, on};
use crate::{Ledger, LedgerError};

/// A place among all investigations; the rows after it are less pressing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct InvestigationPlace {
    /// Where its row stands.
    pub at: i64,
    /// Of which account.
    pub account: AccountId,
    /// Which.
    pub matter: MatterId,
}

/// Which investigations are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Investigated {
    /// All of them.
    All,
    /// Those of a word that somebody gave.
    Of(PersonId),
}

/// One investigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvestigationRow {
    /// Of which account.
    pub account: AccountId,
    /// The account's name; empty once erased.
    pub name: String,
    /// The store whose calendar counts for it.
    pub store: StoreId,
    /// Its kind: the legal clocks differ.
    pub kind: AccountKind,
    /// The file itself.
    pub matter: Matter,
    /// The meeting that was set when its claim was honoured.
    pub hearing: Hearing,
}

/// Some of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvestigationList {
    /// In their order.
    pub rows: Vec<InvestigationRow>,
    /// Where others follow.
    pub more: Option<InvestigationPlace>,
}

#[derive(Debug, FromRow)]
struct Columns {
    place: i64,
    stream_id: Uuid,
    matter_id: Uuid,
    version: i64,
    name: String,
    kind: String,
    store_id: Uuid,
    state_format: i64,
    state: String,
    word_format: i64,
    word: String,
}

impl Ledger {
    /// The investigations after a place (from the most pressing without one), at most so many.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn investigations(
        &self,
        which: Investigated,
        place: Option<InvestigationPlace>,
        rows: u32,
    ) -> Result<InvestigationList, LedgerError> {
        listed!(self.snapshot, tx => list(&mut tx, which, place, rows))
    }

    /// An account with one of its matters and all that this grew from; `None` where there is no such account.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn account_of(
        &self,
        id: AccountId,
        matter: MatterId,
    ) -> Result<Option<Account>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let standing = load::standing(&mut tx, id.into()).await?;
        let wanted = Matters::Rooted(&[matter]);
        let loaded = load::account(&mut tx, id, standing.version, wanted).await?;
        Ok(loaded.account.head.is_some().then_some(loaded.account))
    }
}

async fn list(
    tx: &mut Tx,
    which: Investigated,
    place: Option<InvestigationPlace>,
    rows: u32,
) -> Result<InvestigationList, LedgerError> {
    let (at, account, matter) = place.map_or((i64::MIN, Uuid::nil(), Uuid::nil()), |place| {
        (place.at, place.account.uuid(), place.matter.uuid())
    });
    let limit = i64::from(rows) + 1;
    let mut found = match which {
        Investigated::All => {
            let asked = sql::INVESTIGATIONS_ALL;
            all!(tx, Columns, asked, at, account, matter, limit)?
        }
        Investigated::Of(person) => {
            let (asked, person) = (sql::INVESTIGATIONS_OF, person.uuid());
            all!(tx, Columns, asked, person, at, account, matter, limit)?
        }
    };
    found.sort_by_key(|row| (row.place, row.stream_id, row.matter_id));
    let (found, more) = cut(found, rows, place_of);
    let mut listed = Vec::with_capacity(found.len());
    for columns in found {
        listed.push(row(tx, columns).await?);
    }
    Ok(InvestigationList { rows: listed, more })
}

async fn row(tx: &mut Tx, columns: Columns) -> Result<InvestigationRow, LedgerError> {
    let account = AccountId::from_uuid(columns.stream_id);
    let (matter, hearing) = match known(&columns)? {
        Some(known) => known,
        None => refolded(tx, account, &columns).await?,
    };
    Ok(InvestigationRow {
        account,
        kind: account_kind(&columns.kind)?,
        name: columns.name,
        store: StoreId::from_uuid(columns.store_id),
        matter,
        hearing,
    })
}

/// From the rows, where they are of today's form and the root of the thread is what the claim tells of.
fn known(columns: &Columns) -> Result<Option<(Matter, Hearing)>, LedgerError> {
    if !is_todays(columns.state_format) || !is_todays(columns.word_format) {
        return Ok(None);
    }
    let matter: Matter = from_json("matter", &columns.state)?;
    let word: Matter = from_json("matter", &columns.word)?;
    let is_root = match &word.state {
        MatterState::Promise(_) => true,
        // A promise about an order has its own.
        MatterState::Order(_) => false,
        MatterState::Claim(_) | MatterState::Investigation(_) => true,
    };
    Ok(is_root.then(|| (matter, hearing(Some(&word)))))
}

async fn refolded(
    tx: &mut Tx,
    account: AccountId,
    columns: &Columns,
) -> Result<(Matter, Hearing), LedgerError> {
    let id = MatterId::from_uuid(columns.matter_id);
    let version = columns.version.cast_unsigned();
    let loaded = load::account(tx, account, version, Matters::Rooted(&[id])).await?;
    let hearing = hearing(loaded.account.word(id));
    let matter = loaded.account.matters.get(&id).cloned();
    let matter =
        matter.ok_or_else(|| LedgerError::stored("matter", "its account has no such file"))?;
    Ok((matter, hearing))
}

fn hearing(word: Option<&Matter>) -> Hearing {
    let amends = word.and_then(Matter::amends);
    amends.map_or(Hearing::NotSet, |amends| amends.hearing)
}

fn place_of(row: &Columns) -> InvestigationPlace {
    InvestigationPlace {
        at: row.place,
        account: AccountId::from_uuid(row.stream_id),
        matter: MatterId::from_uuid(row.matter_id),
    }
}
