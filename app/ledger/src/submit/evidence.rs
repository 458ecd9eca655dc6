//! What a command must know beyond its account, looked up inside its transaction.
//! It refuses to judge what it finds.

use domain::context::{Evidence, FactSeen, Need};
use domain::fact::Fact;
use domain::ids::{AccountId, StreamId};

use crate::LedgerError;
use crate::facts::unseal;
use crate::sealed::Sealed;
use crate::sql::stream as sql;
use crate::tx::{Tx, all, on, optional};

pub(super) async fn fetch(
    tx: &mut Tx,
    account: AccountId,
    needs: &[Need],
) -> Result<Evidence, LedgerError> {
    let stream = StreamId::from(account).uuid();
    let mut evidence = Evidence::default();
    for need in needs {
        match need {
            Need::FactAt(version) => {
                let at = version.cast_signed();
                let row = optional!(tx, (Sealed,), sql::FACT, stream, at)?;
                let seen = row.map(|(sealed,)| seen(at, sealed)).transpose()?;
                evidence.fact_at.insert(*version, seen);
            }
        }
    }
    Ok(evidence)
}

fn seen(version: i64, sealed: Sealed) -> Result<FactSeen, LedgerError> {
    let entry = unseal::<Fact>((version, sealed))?;
    Ok(FactSeen {
        matter: entry.matter,
    })
}
