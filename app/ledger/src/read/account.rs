//! One account: for a page, with its newest rows and every text they show; for a form, with the matters it names.

use domain::account::{Account, Matter};
use domain::entry::Audience;
use domain::ids::{AccountId, MatterId, StreamId, TextId};

use super::{Timeline, Words, timeline, words};
use crate::load::{self, Matters};
use crate::tx::Tx;
use crate::{Ledger, LedgerError, project};

/// What an account page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountPage {
    /// Who it is, with its open matters and those of the rows.
    pub account: Account,
    /// The words of the account and of its matters; those of the rows stand with them.
    pub words: Words,
    /// The newest rows.
    pub timeline: Timeline,
}

impl Ledger {
    /// An account with its newest rows, as those audiences see it; `None` where there is none.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn account_page(
        &self,
        id: AccountId,
        audiences: &[Audience],
        rows: u32,
    ) -> Result<Option<AccountPage>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let timeline = timeline::before(&mut tx, id, audiences, None, rows).await?;
        let named = timeline.matters();
        let Some(account) = loaded(&mut tx, id, &named).await? else {
            return Ok(None);
        };
        let words = account_words(&mut tx, &account).await?;
        Ok(Some(AccountPage {
            account,
            words,
            timeline,
        }))
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
        loaded(&mut tx, id, matters).await
    }

    /// The version an account stands at; 0 where there is none.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn version(&self, stream: StreamId) -> Result<u64, LedgerError> {
        let mut tx = self.snapshot().await?;
        Ok(load::standing(&mut tx, stream).await?.version)
    }
}

async fn loaded(
    tx: &mut Tx,
    id: AccountId,
    matters: &[MatterId],
) -> Result<Option<Account>, LedgerError> {
    let standing = load::standing(tx, id.into()).await?;
    let matters = Matters::OpenAnd(matters);
    let loaded = load::account(tx, id, standing.version, matters).await?;
    Ok(loaded.account.head.is_some().then_some(loaded.account))
}

async fn account_words(tx: &mut Tx, account: &Account) -> Result<Words, LedgerError> {
    let mut ids: Vec<TextId> = account
        .head
        .as_ref()
        .map(project::of_head)
        .unwrap_or_default();
    let matters = account.matters.values();
    ids.extend(matters.flat_map(|matter: &Matter| project::of_matter(matter)));
    words(tx, account.id.into(), ids).await
}
