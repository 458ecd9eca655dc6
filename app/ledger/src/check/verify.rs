//! `verify`: every chain from its first line to its head, every text a line points to, and the file itself.
//! It refuses to stop at the first fault: all of them are told, and what cannot be read is one.

use domain::ids::StreamId;
use domain::seal;
use domain::text::{Digest, TextRef};
use uuid::Uuid;

use super::chain::Told;
use super::texts::{Held, Texts};
use super::walk;
use crate::sql::writer as sql;
use crate::trouble::Trouble;
use crate::tx::{Engine, all, on};
use crate::{Ledger, LedgerError};

/// What a verification found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many chains were read.
    pub streams: u64,
    /// How many lines.
    pub facts: u64,
    /// How many texts were held against their digests.
    pub texts: u64,
    /// How many attachments were.
    pub attachments: u64,
    /// How many were erased: they cannot be held against anything, and that is no fault.
    pub erased: u64,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// Something that does not stand as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// In which stream; `None` where it is the database itself.
    pub stream: Option<StreamId>,
    /// What.
    pub what: What,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The line of that version is not the one that was sealed, or a column beside it says otherwise.
    LineChanged(u64),
    /// There are no lines of those versions, and there are later ones.
    LineMissing {
        /// The first of them.
        from: u64,
        /// The last.
        to: u64,
    },
    /// The line of a version stands where no line can.
    LineMisplaced(i64),
    /// The lines from that version on are gone: the head is further.
    TailMissing(u64),
    /// The lines from that version on cannot be read: the file is damaged there.
    LinesUnreadable(u64),
    /// The lines give another head than the one kept.
    HeadDiffers,
    /// There are lines, and no head was kept for them.
    HeadMissing,
    /// The line of that version points to a text that is not there.
    TextMissing(u64),
    /// The text that the line of that version points to has other words.
    TextChanged(u64),
    /// The text that the line of that version points to cannot be read: the file is damaged there.
    TextUnreadable(u64),
    /// The attachment that the line of that version points to is not there.
    AttachmentMissing(u64),
    /// The attachment that the line of that version points to is another.
    AttachmentChanged(u64),
    /// The attachment that the line of that version points to cannot be read: the file is damaged there.
    AttachmentUnreadable(u64),
    /// The command of the line of that version is not kept as applied: it could be applied again.
    CommandMissing(u64),
    /// The engine's own look at its file found this.
    Damaged(String),
}

impl Ledger {
    /// Reads every chain, and on SQLite every page of the file. Other work goes on beside it; what is written meanwhile
    /// is not looked at.
    ///
    /// # Errors
    /// `Statement` when the database is away; a fault is no error.
    pub async fn verify(&self) -> Result<Verified, LedgerError> {
        let (walked, damages) = futures::future::join(walk::all(self), self.damages()).await;
        let mut verified = walked?;
        verified.faults.extend(damages?);
        Ok(verified)
    }

    async fn damages(&self) -> Result<Vec<Fault>, LedgerError> {
        if self.engine() == Engine::Postgres {
            return Ok(Vec::new());
        }
        let looked = async {
            let mut tx = self.snapshot().await?;
            Ok(all!(tx, (String,), sql::INTEGRITY)?)
        };
        match looked.await {
            Ok(said) => Ok(said
                .into_iter()
                .filter(|(said,)| said != "ok")
                .map(|(said,)| damaged(said))
                .collect()),
            Err(error) => unreadable(error).map(|error| vec![damaged(error.chain())]),
        }
    }
}

pub(super) fn damaged(said: String) -> Fault {
    Fault {
        stream: None,
        what: What::Damaged(said),
    }
}

/// What cannot be read is a fault; a database that is away is not.
pub(super) fn unreadable(error: LedgerError) -> Result<LedgerError, LedgerError> {
    match error.trouble() {
        Trouble::Broken => Ok(error),
        Trouble::Full | Trouble::Away => Err(error),
    }
}

/// What is kept beside the lines of a chain and knows how far it went.
#[derive(Debug, Default)]
pub(super) struct Expected {
    pub(super) head: Option<(i64, Vec<u8>)>,
    pub(super) applied: u64,
}

/// A chain, as far as it was read.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) stream: Uuid,
    version: u64,
    head: Digest,
    command: Option<Uuid>,
}

impl Reading {
    pub(super) fn new(stream: Uuid) -> Self {
        Self {
            stream,
            version: 0,
            head: seal::EMPTY,
            command: None,
        }
    }

    fn fault(&self, what: What) -> Fault {
        Fault {
            stream: Some(StreamId::from_uuid(self.stream)),
            what,
        }
    }

    pub(super) fn line(&mut self, version: i64, told: &Told, verified: &mut Verified) {
        verified.facts += 1;
        let Some(at) = u64::try_from(version).ok().filter(|at| *at > self.version) else {
            verified
                .faults
                .push(self.fault(What::LineMisplaced(version)));
            return;
        };
        let expected = self.version + 1;
        if at > expected {
            let (from, to) = (expected, at - 1);
            verified
                .faults
                .push(self.fault(What::LineMissing { from, to }));
        }
        if !told.is_as_sealed {
            verified.faults.push(self.fault(What::LineChanged(at)));
        }
        if !told.is_applied && self.command != Some(told.command) {
            verified.faults.push(self.fault(What::CommandMissing(at)));
        }
        self.command = Some(told.command);
        self.version = at;
        self.head = seal::head(self.head, told.leaf);
    }

    pub(super) fn text(
        &self,
        version: i64,
        reference: TextRef,
        texts: &Texts,
        verified: &mut Verified,
    ) {
        let version = version.cast_unsigned();
        let what = match texts.held(self.stream, reference) {
            Held::Same => {
                verified.texts += 1;
                return;
            }
            Held::Erased => {
                verified.erased += 1;
                return;
            }
            Held::Missing => What::TextMissing(version),
            Held::Other => What::TextChanged(version),
            Held::Unreadable => What::TextUnreadable(version),
        };
        verified.faults.push(self.fault(what));
    }

    pub(super) fn attachment(&self, version: i64, held: Held, verified: &mut Verified) {
        let version = version.cast_unsigned();
        let what = match held {
            Held::Same => {
                verified.attachments += 1;
                return;
            }
            Held::Erased => {
                verified.erased += 1;
                return;
            }
            Held::Missing => What::AttachmentMissing(version),
            Held::Other => What::AttachmentChanged(version),
            Held::Unreadable => What::AttachmentUnreadable(version),
        };
        verified.faults.push(self.fault(what));
    }

    /// The head kept, and the commands applied, know how far the chain went.
    pub(super) fn close(self, expected: &Expected, verified: &mut Verified) {
        verified.streams += 1;
        let kept = expected.head.as_ref();
        let kept_version = kept.map_or(0, |(version, _)| version.cast_unsigned());
        if kept_version.max(expected.applied) > self.version {
            let from = self.version + 1;
            verified.faults.push(self.fault(What::TailMissing(from)));
            return;
        }
        match kept {
            None => verified.faults.push(self.fault(What::HeadMissing)),
            Some((version, hash))
                if version.cast_unsigned() != self.version || *hash != self.head.0 =>
            {
                verified.faults.push(self.fault(What::HeadDiffers));
            }
            Some(_) => {}
        }
    }

    /// From the next version on nothing can be read.
    pub(super) fn break_off(self, verified: &mut Verified) {
        verified.streams += 1;
        let from = self.version + 1;
        verified
            .faults
            .push(self.fault(What::LinesUnreadable(from)));
    }

    pub(super) fn version(&self) -> u64 {
        self.version
    }
}
