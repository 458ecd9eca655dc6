//! A claim by what its customer took away, and its receipt: the lines of the command that took it in, and the head of
//! the ledger after the last of them, by which anybody can hold the receipt against the ledger.
//! It refuses to know who asks: whoever holds a link may read, and the caller counts who tries keys.

use domain::account::Account;
use domain::entry::Entry;
use domain::fact::Fact;
use domain::ids::{AccountId, MatterId, StreamId};
use domain::key::{Key, Link};
use domain::seal;
use domain::text::Digest;
use domain::timeline::Row;
use uuid::Uuid;

use super::{Words, account, timeline};
use crate::column::digest;
use crate::facts;
use crate::load::{self, Matters};
use crate::sql::claims as sql;
use crate::tx::{Tx, all, on, optional};
use crate::{Ledger, LedgerError};

/// Which claim, of which account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClaimPlace {
    /// Of which account.
    pub account: AccountId,
    /// Which.
    pub claim: MatterId,
}

/// A claim with its receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimPage {
    /// Who it is of, with the claim and what it tells of.
    pub account: Account,
    /// The words of the account and of those matters.
    pub words: Words,
    /// The lines of the command that took it in, the newest first.
    pub rows: Vec<Row>,
    /// The head of the account's ledger after the last of them.
    pub head: Digest,
    /// The version of that last one.
    pub version: u64,
}

impl Ledger {
    /// The claim that has that key.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn claim_by_key(&self, key: Key) -> Result<Option<ClaimPlace>, LedgerError> {
        self.claim_by(sql::CLAIM_BY_KEY, key.digest()).await
    }

    /// The claim that has that link.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn claim_by_link(&self, link: Link) -> Result<Option<ClaimPlace>, LedgerError> {
        self.claim_by(sql::CLAIM_BY_LINK, link.digest()).await
    }

    async fn claim_by(
        &self,
        asked: &'static str,
        hash: Digest,
    ) -> Result<Option<ClaimPlace>, LedgerError> {
        let mut tx = self.reader().await?;
        let found = all!(tx, (Uuid, Uuid), asked, hash.0.to_vec())?;
        // Were there two, it would be nobody's: no one is shown another's claim.
        let [(stream, claim)] = found[..] else {
            return Ok(None);
        };
        let account = StreamId::from_uuid(stream).account();
        Ok(account.map(|account| ClaimPlace {
            account,
            claim: MatterId::from_uuid(claim),
        }))
    }

    /// The claim that was taken in by the lines of those versions, where one was.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn claim_in(
        &self,
        account: AccountId,
        first: u64,
        last: u64,
    ) -> Result<Option<MatterId>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let (before, many) = (first.saturating_sub(1), last.saturating_sub(first) + 1);
        let lines = facts::after::<Fact>(&mut tx, account.into(), before, many.cast_signed());
        let received = lines.await?.into_iter().find(|entry| {
            let is_it = matches!(entry.fact, Fact::ClaimReceived { .. });
            is_it && entry.version <= last
        });
        Ok(received.and_then(|entry| Some(entry.matter?.id)))
    }

    /// A claim with its receipt; `None` where there is no such claim, or it was taken in without a key.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn claim(&self, place: ClaimPlace) -> Result<Option<ClaimPage>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let stream = StreamId::from(place.account);
        let (stream_id, claim) = (stream.uuid(), place.claim.uuid());
        let taken_in = optional!(tx, (i64, i64), sql::CLAIM_TAKEN_IN, stream_id, claim)?;
        let Some((first, last)) = taken_in else {
            return Ok(None);
        };
        let (before, many) = (first.cast_unsigned() - 1, last - first + 1);
        let mut entries: Vec<Entry<Fact>> = facts::after(&mut tx, stream, before, many).await?;
        entries.reverse();
        let named: Vec<MatterId> = entries
            .iter()
            .filter_map(|entry| entry.matter)
            .map(|matter| matter.id)
            .collect();
        let version = load::standing(&mut tx, stream).await?.version;
        let loaded = load::account(&mut tx, place.account, version, Matters::Named(&named)).await?;
        let words = account::account_words(&mut tx, &loaded.account).await?;
        Ok(Some(ClaimPage {
            account: loaded.account,
            words,
            rows: timeline::rows_of(&mut tx, place.account, entries).await?,
            head: head_at(&mut tx, stream, last).await?,
            version: last.cast_unsigned(),
        }))
    }

    /// The head of a stream after a version, made of its leaves; `None` where it does not go so far.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn head_at(
        &self,
        stream: StreamId,
        version: u64,
    ) -> Result<Option<Digest>, LedgerError> {
        let mut tx = self.snapshot().await?;
        if load::standing(&mut tx, stream).await?.version < version {
            return Ok(None);
        }
        head_at(&mut tx, stream, version.cast_signed())
            .await
            .map(Some)
    }
}

pub(super) async fn head_at(
    tx: &mut Tx,
    stream: StreamId,
    version: i64,
) -> Result<Digest, LedgerError> {
    let leaves = all!(tx, (Vec<u8>,), sql::LEAVES_TO, stream.uuid(), version)?;
    let mut head = seal::EMPTY;
    for (leaf,) in leaves {
        head = seal::head(head, digest(leaf)?);
    }
    Ok(head)
}
