//! One account: for a page, with some rows and every text they show; for a form, with the matters it names. What an
//! answer brings is of one moment: rows, matters and words belong together.

use domain::account::{Account, Matter};
use domain::entry::Audience;
use domain::ids::{AccountId, MatterId, StreamId, TextId};

use uuid::Uuid;

use super::{Timeline, TimelinePlace, Words, timeline, words};
use crate::load::{self, Matters};
use crate::sql::project as sql;
use crate::tx::{Tx, all, on};
use crate::{Ledger, LedgerError, project};

/// Some rows of an account, with what is needed to show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountPage {
    /// Who it is, with the matters that were asked for.
    pub account: Account,
    /// The words of the account and of those matters; those of the rows stand with them.
    pub words: Words,
    /// The rows.
    pub timeline: Timeline,
}

impl Ledger {
    /// An account with the rows before a place (the newest without one), as those audiences see them, its open matters
    /// and those of the rows; `None` where there is none.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn account_page(
        &self,
        id: AccountId,
        audiences: &[Audience],
        place: Option<TimelinePlace>,
        rows: u32,
    ) -> Result<Option<AccountPage>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let timeline = timeline::before(&mut tx, id, audiences, place, rows).await?;
        let named = timeline.matters();
        page(&mut tx, id, Matters::OpenAnd(&named), timeline).await
    }

    /// The rows before a place, as those audiences see them, with the matters they are of and no others: for whoever
    /// holds the rest; `None` where there is no account.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn account_before(
        &self,
        id: AccountId,
        audiences: &[Audience],
        place: TimelinePlace,
        rows: u32,
    ) -> Result<Option<AccountPage>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let timeline = timeline::before(&mut tx, id, audiences, Some(place), rows).await?;
        let named = timeline.matters();
        page(&mut tx, id, Matters::Named(&named), timeline).await
    }

    /// What whoever holds a version of an account lacks: at most so many lines after it, as those audiences see them,
    /// and the matters that moved in them, seen or not. Where `timeline.version` is before `account.version` there is
    /// more: ask again from there. `None` where there is no account.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn account_since(
        &self,
        id: AccountId,
        audiences: &[Audience],
        version: u64,
        rows: u32,
    ) -> Result<Option<AccountPage>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let (timeline, moved) = timeline::after(&mut tx, id, audiences, version, rows).await?;
        page(&mut tx, id, Matters::Named(&moved), timeline).await
    }

    /// An account with the last of its closed promises, orders and claims, at most so many, and their words: what may
    /// bear on a new claim and no page holds any more; `None` where there is none.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn account_past(
        &self,
        id: AccountId,
        matters: u32,
    ) -> Result<Option<(Account, Words)>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let past = all!(
            &mut tx,
            (Uuid,),
            sql::MATTERS_PAST,
            StreamId::from(id).uuid(),
            i64::from(matters)
        )?;
        let past: Vec<_> = past
            .into_iter()
            .map(|(id,)| MatterId::from_uuid(id))
            .collect();
        let Some(account) = loaded(&mut tx, id, Matters::Named(&past)).await? else {
            return Ok(None);
        };
        let words = account_words(&mut tx, &account).await?;
        Ok(Some((account, words)))
    }

    /// An account with its open matters and those named, as a form is read against; `None` where there is none.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn account(
        &self,
        id: AccountId,
        matters: &[MatterId],
    ) -> Result<Option<Account>, LedgerError> {
        let mut tx = self.snapshot().await?;
        loaded(&mut tx, id, Matters::OpenAnd(matters)).await
    }

    /// An account with those matters and no others, and their words; `None` where there is none.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn account_with(
        &self,
        id: AccountId,
        matters: &[MatterId],
    ) -> Result<Option<(Account, Words)>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let Some(account) = loaded(&mut tx, id, Matters::Named(matters)).await? else {
            return Ok(None);
        };
        let words = account_words(&mut tx, &account).await?;
        Ok(Some((account, words)))
    }

    /// An account with every promise made to it, kept or not, and the orders that they are on: what an invoice is
    /// compared with; `None` where there is none.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn promises(&self, id: AccountId) -> Result<Option<Account>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let Some(mut account) = loaded(&mut tx, id, Matters::Promised).await? else {
            return Ok(None);
        };
        let promises = account.matters.values();
        let orders: Vec<MatterId> = promises.filter_map(|one| one.reference.parent).collect();
        if let Some(beside) = loaded(&mut tx, id, Matters::Named(&orders)).await? {
            account.matters.extend(beside.matters);
        }
        Ok(Some(account))
    }

    /// The version an account stands at; 0 where there is none.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn version(&self, stream: StreamId) -> Result<u64, LedgerError> {
        let mut tx = self.reader().await?;
        Ok(load::standing(&mut tx, stream).await?.version)
    }
}

async fn page(
    tx: &mut Tx,
    id: AccountId,
    matters: Matters<'_>,
    timeline: Timeline,
) -> Result<Option<AccountPage>, LedgerError> {
    let Some(account) = loaded(tx, id, matters).await? else {
        return Ok(None);
    };
    let words = account_words(tx, &account).await?;
    Ok(Some(AccountPage {
        account,
        words,
        timeline,
    }))
}

async fn loaded(
    tx: &mut Tx,
    id: AccountId,
    matters: Matters<'_>,
) -> Result<Option<Account>, LedgerError> {
    let standing = load::standing(tx, id.into()).await?;
    let loaded = load::account(tx, id, standing.version, matters).await?;
    Ok(loaded.account.head.is_some().then_some(loaded.account))
}

pub(crate) async fn account_words(tx: &mut Tx, account: &Account) -> Result<Words, LedgerError> {
    let mut ids: Vec<TextId> = account
        .head
        .as_ref()
        .map(project::of_head)
        .unwrap_or_default();
    let matters = account.matters.values();
    ids.extend(matters.flat_map(|matter: &Matter| project::of_matter(matter)));
    words(tx, account.id.into(), ids).await
}
