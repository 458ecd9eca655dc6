//! A promise as it was signed: the line that sealed what was shown, and the head of the ledger after it, by which
//! anybody can hold the receipt against the ledger.
//! It refuses to know who asks: whoever holds a link may read.

use domain::account::Account;
use domain::entry::Entry;
use domain::fact::Fact;
use domain::ids::{AccountId, MatterId, StreamId};
use domain::key::Link;
use domain::text::Digest;
use domain::timeline::Row;
use uuid::Uuid;

use super::claim::head_at;
use super::{Words, account, timeline};
use crate::facts;
use crate::load::{self, Matters};
use crate::sql::claims as sql;
use crate::tx::{all, on};
use crate::{Ledger, LedgerError};

/// Which signature, of which promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedPlace {
    /// Of which account.
    pub account: AccountId,
    /// Which promise.
    pub promise: MatterId,
    /// The version of the line that signed it.
    pub version: u64,
}

/// A signature with what was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedPage {
    /// Who it is of, with the promise as it stands now.
    pub account: Account,
    /// The words of the account and of the promise.
    pub words: Words,
    /// The line, with what it says.
    pub row: Row,
    /// The head of the account's ledger after it.
    pub head: Digest,
}

impl Ledger {
    /// The signature that has that link.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn signed_by_link(&self, link: Link) -> Result<Option<SignedPlace>, LedgerError> {
        let mut tx = self.reader().await?;
        let hash = link.digest().0.to_vec();
        let found = all!(tx, (Uuid, Uuid, i64), sql::SIGNED_BY_LINK, hash)?;
        // Were there two, it would be nobody's: no one is shown another's promise.
        let [(stream, promise, version)] = found[..] else {
            return Ok(None);
        };
        let account = StreamId::from_uuid(stream).account();
        Ok(account.map(|account| SignedPlace {
            account,
            promise: MatterId::from_uuid(promise),
            version: version.cast_unsigned(),
        }))
    }

    /// A signature; `None` where that line is none of that promise.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn signed(&self, place: SignedPlace) -> Result<Option<SignedPage>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let stream = StreamId::from(place.account);
        let before = place.version.saturating_sub(1);
        let mut entries: Vec<Entry<Fact>> = facts::after(&mut tx, stream, before, 1).await?;
        entries.retain(|entry| {
            let of_it = entry
                .matter
                .is_some_and(|matter| matter.id == place.promise);
            of_it && matches!(entry.fact, Fact::PromiseSigned { .. })
        });
        let rows = timeline::rows_of(&mut tx, place.account, entries).await?;
        let Some(row) = rows.into_iter().next() else {
            return Ok(None);
        };
        let version = load::standing(&mut tx, stream).await?.version;
        let named = [place.promise];
        let loaded = load::account(&mut tx, place.account, version, Matters::Named(&named)).await?;
        let words = account::account_words(&mut tx, &loaded.account).await?;
        Ok(Some(SignedPage {
            account: loaded.account,
            words,
            row,
            head: head_at(&mut tx, stream, place.version.cast_signed()).await?,
        }))
    }
}
