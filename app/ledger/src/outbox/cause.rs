//! Writing letters in the transaction of the facts that cause them, where there is a contact with an e-mail.
//! It refuses to decide which those are: the domain does.

use domain::account::Account;
use domain::entry::Entry;
use domain::fact::Fact;
use domain::ids::StreamId;
use domain::mail::{self, Addressee};
use domain::time::Timestamp;

use crate::LedgerError;
use crate::load::{self, Matters};
use crate::sql::outbox as sql;
use crate::tx::Tx;
use crate::writes::Writes;

/// The letters that those facts of one command cause on an account that has moved on by them.
pub(crate) async fn cause(
    tx: &mut Tx,
    writes: &mut Writes,
    account: &Account,
    entries: &[Entry<Fact>],
    now: Timestamp,
) -> Result<(), LedgerError> {
    let stream = StreamId::from(account.id);
    let before = entries.first().map_or(0, |entry| entry.version - 1);
    for caused in mail::caused(account, entries) {
        let Some(entry) = entries.iter().find(|entry| entry.n == caused.n) else {
            continue;
        };
        if !is_for_somebody(tx, account, before, caused.to).await? {
            continue;
        }
        let row = vec![
            stream.uuid().into(),
            entry.command.uuid().into(),
            i64::from(caused.n).into(),
            caused.letter.code().into(),
            now.micros().into(),
        ];
        writes.add(sql::OUTBOX_ADD, row);
    }
    Ok(())
}

/// A claim that the command did not name stands as it was before.
async fn is_for_somebody(
    tx: &mut Tx,
    account: &Account,
    before: u64,
    to: Addressee,
) -> Result<bool, LedgerError> {
    let missing = to
        .claim()
        .filter(|claim| !account.matters.contains_key(claim));
    let Some(claim) = missing else {
        return Ok(to.contact(account).is_some());
    };
    let loaded = load::account(tx, account.id, before, Matters::Named(&[claim])).await?;
    Ok(to.contact(&loaded.account).is_some())
}
