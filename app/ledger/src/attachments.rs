//! Attachments: their bytes are kept in the transaction of the fact that points to them, and read again by whoever may
//! read that fact. It refuses bytes that are not the ones a command speaks of, and to know what they show.

use std::fmt;
use std::sync::Arc;

use domain::attachment::{self, Media};
use domain::command::{AccountCommand, Command};
use domain::entry::{Audience, Entry, Envelope};
use domain::fact::Fact;
use domain::ids::{AccountId, AttachmentId, MatterId, StreamId};
use domain::text::{Digest, Salt};
use domain::time::Date;

use crate::cell::Cell;
use crate::facts::unseal;
use crate::read::words;
use crate::sealed::Sealed;
use crate::sql::attachments as sql;
use crate::tx::{Tx, all, on, optional};
use crate::writes::Writes;
use crate::{Ledger, LedgerError};

/// The bytes of an attachment on their way in, cheap to clone, with their digest.
#[derive(Clone, PartialEq, Eq)]
pub struct Attached {
    bytes: Arc<[u8]>,
    salt: Salt,
    digest: Digest,
}

/// Without them.
impl fmt::Debug for Attached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Attached({} bytes, {})", self.bytes.len(), self.digest)
    }
}

impl Attached {
    /// Those bytes with that salt.
    #[must_use]
    pub fn new(bytes: Vec<u8>, salt: Salt) -> Self {
        Self {
            digest: attachment::digest(&salt, &bytes),
            bytes: bytes.into(),
            salt,
        }
    }
}

/// Whether what comes beside a command is what it speaks of: the bytes of its attachment, or nothing.
pub(crate) fn is_beside(envelope: &Envelope, attached: Option<&Attached>) -> bool {
    let file = match &envelope.command {
        Command::Account(AccountCommand::AddAttachment { file, .. }) => Some(file),
        _ => None,
    };
    match (file, attached) {
        (None, None) => true,
        (Some(file), Some(attached)) => {
            let is_long = u64::try_from(attached.bytes.len()) == Ok(file.bytes);
            is_long && file.salt == attached.salt && file.digest == attached.digest
        }
        _ => false,
    }
}

/// Keeps the bytes that one of those facts points to.
pub(crate) fn keep(writes: &mut Writes, entries: &[Entry<Fact>], attached: Option<&Attached>) {
    let Some(attached) = attached else {
        return;
    };
    for entry in entries {
        let Fact::AttachmentAdded {
            attachment, media, ..
        } = &entry.fact
        else {
            continue;
        };
        let row = vec![
            entry.stream.uuid().into(),
            attachment.uuid().into(),
            entry.version.cast_signed().into(),
            media.code().into(),
            attached.salt.0.into(),
            Cell::Bytes(Some(attached.bytes.to_vec())),
        ];
        writes.add(sql::ATTACHMENT_ADD, row);
    }
}

/// An attachment as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// What it is.
    pub media: Media,
    /// All of it; none, once it was erased.
    pub bytes: Option<Vec<u8>>,
    /// What it shows, or what it was called; none, once that was erased.
    pub name: Option<String>,
    /// On which matter it stands.
    pub matter: Option<MatterId>,
}

/// An attachment in a list, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachmentRow {
    /// Which.
    pub id: AttachmentId,
    /// What it is.
    pub media: Media,
    /// What it shows, or what it was called; none, once that was erased.
    pub name: Option<String>,
    /// The day it was added.
    pub on: Date,
}

impl Ledger {
    /// An attachment of an account, for those audiences; `None` where there is none that they may see.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn attachment(
        &self,
        account: AccountId,
        id: AttachmentId,
        audiences: &[Audience],
    ) -> Result<Option<Attachment>, LedgerError> {
        let stream = StreamId::from(account);
        let mut tx = self.snapshot().await?;
        let row = optional!(
            tx,
            (i64, Sealed),
            sql::ATTACHMENT_FACT,
            stream.uuid(),
            id.uuid()
        )?;
        let Some(row) = row else {
            return Ok(None);
        };
        let entry: Entry<Fact> = unseal(row)?;
        let Fact::AttachmentAdded {
            attachment,
            media,
            name,
            ..
        } = entry.fact
        else {
            return Err(LedgerError::stored("attachment", "its fact is another's"));
        };
        if attachment != id || !audiences.contains(&entry.audience) {
            return Ok(None);
        }
        let kept = bytes(&mut tx, stream, id).await?;
        let known = words(&mut tx, stream, vec![name.id]).await?;
        Ok(Some(Attachment {
            media,
            bytes: kept.and_then(|(_, bytes)| bytes),
            name: known.get(&name.id).cloned(),
            matter: entry.matter.map(|matter| matter.id),
        }))
    }

    /// What was attached to a matter for that audience, in the order it was.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn attachments(
        &self,
        account: AccountId,
        matter: MatterId,
        audience: Audience,
    ) -> Result<Vec<AttachmentRow>, LedgerError> {
        let stream = StreamId::from(account);
        let mut tx = self.snapshot().await?;
        let asked = sql::ATTACHMENT_FACTS;
        let mut found: Vec<(i64, Sealed)> = all!(tx, (i64, Sealed), asked, stream.uuid())?;
        found.sort_by_key(|(version, _)| *version);
        let mut rows = Vec::new();
        for line in found {
            let entry: Entry<Fact> = unseal(line)?;
            let is_of_it = entry.matter.is_some_and(|of| of.id == matter);
            if !is_of_it || entry.audience != audience {
                continue;
            }
            if let Fact::AttachmentAdded {
                attachment,
                media,
                name,
                ..
            } = entry.fact
            {
                let known = words(&mut tx, stream, vec![name.id]).await?;
                rows.push(AttachmentRow {
                    id: attachment,
                    media,
                    name: known.get(&name.id).cloned(),
                    on: entry.on,
                });
            }
        }
        Ok(rows)
    }
}

/// The salt and the bytes, each gone once they were erased; none, where there is no such row.
pub(crate) type Kept = (Option<Vec<u8>>, Option<Vec<u8>>);

pub(crate) async fn bytes(
    tx: &mut Tx,
    stream: StreamId,
    id: AttachmentId,
) -> Result<Option<Kept>, LedgerError> {
    let (stream, id) = (stream.uuid(), id.uuid());
    Ok(optional!(tx, Kept, sql::ATTACHMENT, stream, id)?)
}
