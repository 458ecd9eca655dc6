//! Reading: pages, lists and lines, each from one snapshot. It refuses to write, and to know who may read what: the
//! caller names the audiences.

mod account;
mod claim;
mod house;
mod investigations;
mod list;
mod owed;
mod records;
mod search;
mod signed;
mod timeline;

use std::collections::BTreeMap;

use domain::ids::{StreamId, TextId};

pub use account::AccountPage;
pub(crate) use account::account_words;
pub use claim::{ClaimPage, ClaimPlace};
pub(crate) use house::Known;
pub use investigations::{Investigated, InvestigationList, InvestigationPlace, InvestigationRow};
pub use list::{AccountList, AccountRow, Facets, ListPlace, Silence, Whose};
pub use owed::{OwedList, OwedPlace, OwedRow};
pub use records::{RecordList, RecordPlace, RecordRow};
pub use signed::{SignedPage, SignedPlace};
pub use timeline::{Timeline, TimelinePlace};

use crate::facts;
use crate::tx::Tx;
use crate::{Ledger, LedgerError};

/// Words by their text's id; one that is missing was erased.
pub type Words = BTreeMap<TextId, String>;

impl Ledger {
    /// The words of those texts of a stream; an erased one is missing.
    ///
    /// # Errors
    /// `Statement`.
    pub async fn texts(
        &self,
        stream: StreamId,
        ids: impl IntoIterator<Item = TextId> + Send,
    ) -> Result<Words, LedgerError> {
        let ids: Vec<_> = ids.into_iter().collect();
        let mut tx = self.snapshot().await?;
        words(&mut tx, stream, ids).await
    }
}

pub(crate) async fn words(
    tx: &mut Tx,
    stream: StreamId,
    ids: Vec<TextId>,
) -> Result<Words, LedgerError> {
    let bodies = facts::bodies(tx, stream, ids).await?;
    Ok(bodies
        .into_iter()
        .filter_map(|(id, body)| body.map(|body| (id, body)))
        .collect())
}
