//! What a letter is made of, read when it is sent: the lines of its command, the matters they speak of as they stand now,
//! and whatever words there still are. It refuses to write sentences.

use domain::account::Account;
use domain::entry::Entry;
use domain::fact::Fact;
use domain::ids::{AccountId, MatterId};
use domain::mail::{self, Caused};

use super::MailKey;
use crate::load::{self, Matters};
use crate::read::{Words, account_words, words};
use crate::sealed::Sealed;
use crate::sql::outbox as sql;
use crate::tx::{Tx, all, on};
use crate::{Ledger, LedgerError, facts};

/// A letter's matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What is to be said, and to whom.
    pub caused: Caused,
    /// The account, with the matters that are spoken of.
    pub account: Account,
    /// All lines of the command.
    pub entries: Vec<Entry<Fact>>,
    /// The words of all of it; one that is missing was erased.
    pub words: Words,
}

impl Ledger {
    /// What that letter is made of; `None` where its fact causes none.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn told(&self, key: MailKey) -> Result<Option<Told>, LedgerError> {
        let mut tx = self.snapshot().await?;
        let Some(id) = key.stream.account() else {
            return Ok(None);
        };
        let (stream, command) = (key.stream.uuid(), key.command.uuid());
        let rows = all!(tx, (i64, Sealed), sql::OUTBOX_FACTS, stream, command)?;
        let entries = rows.into_iter().map(facts::unseal::<Fact>);
        let entries: Vec<Entry<Fact>> = entries.collect::<Result<_, _>>()?;
        let mut named: Vec<MatterId> = entries
            .iter()
            .filter_map(|entry| entry.matter)
            .map(|matter| matter.id)
            .collect();
        let mut account = loaded(&mut tx, id, &named).await?;
        let caused = mail::caused(&account, &entries);
        let Some(caused) = caused.into_iter().find(|caused| caused.n == key.n) else {
            return Ok(None);
        };
        let missing = caused
            .to
            .claim()
            .filter(|claim| !account.matters.contains_key(claim));
        if let Some(claim) = missing {
            named.push(claim);
            account = loaded(&mut tx, id, &named).await?;
        }
        let mut known = account_words(&mut tx, &account).await?;
        let ids = entries.iter().flat_map(|entry| entry.fact.texts());
        let ids = ids.map(|text| text.id).collect();
        known.extend(words(&mut tx, key.stream, ids).await?);
        Ok(Some(Told {
            caused,
            account,
            entries,
            words: known,
        }))
    }
}

async fn loaded(tx: &mut Tx, id: AccountId, named: &[MatterId]) -> Result<Account, LedgerError> {
    let standing = load::standing(tx, id.into()).await?;
    let loaded = load::account(tx, id, standing.version, Matters::Named(named)).await?;
    Ok(loaded.account)
}
