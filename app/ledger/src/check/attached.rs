//! The bytes of an attachment against the digest that its line holds: one at a time, as they are large.
//! It refuses to give up on the others where one cannot be read.

use domain::attachment;
use domain::ids::{AttachmentId, StreamId};
use domain::text::Digest;
use uuid::Uuid;

use super::texts::Held;
use super::verify::unreadable;
use crate::attachments;
use crate::column::salt;
use crate::tx::Tx;
use crate::{Ledger, LedgerError};

pub(super) async fn held(
    ledger: &Ledger,
    tx: &mut Tx,
    stream: Uuid,
    (id, digest): (AttachmentId, Digest),
) -> Result<Held, LedgerError> {
    let kept = match attachments::bytes(tx, StreamId::from_uuid(stream), id).await {
        Ok(kept) => kept,
        Err(error) => {
            unreadable(error)?;
            *tx = ledger.snapshot().await?;
            return Ok(Held::Unreadable);
        }
    };
    Ok(match kept {
        None => Held::Missing,
        Some((None, None)) => Held::Erased,
        Some((Some(kept), Some(bytes))) => match salt(kept) {
            Ok(salt) if attachment::digest(&salt, &bytes) == digest => Held::Same,
            _ => Held::Other,
        },
        Some(_) => Held::Other,
    })
}
