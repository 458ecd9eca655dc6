//! `verify`: every chain from its first line to its head, and every text a line points to.
//! It refuses to stop at the first fault: all of them are told.

use std::collections::BTreeSet;

use domain::fact::Fact;
use domain::house::HouseFact;
use domain::ids::{StreamId, TextId};
use domain::seal;
use domain::text::{Digest, Text, TextRef};
use uuid::Uuid;

use super::chain::{Columns, Told};
use crate::column::salt;
use crate::facts::{self, TextRow};
use crate::load::Standing;
use crate::sql::stream as sql;
use crate::tx::{Tx, all, on, optional};
use crate::{Ledger, LedgerError};

const LINES_AT_ONCE: i64 = 500;

/// What a verification found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many chains were read.
    pub streams: u64,
    /// How many lines.
    pub facts: u64,
    /// How many texts were held against their digests.
    pub texts: u64,
    /// How many were erased: they cannot be held against anything, and that is no fault.
    pub erased: u64,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// Something that does not stand as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// In which stream.
    pub stream: StreamId,
    /// What.
    pub what: What,
}

/// What can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The line of that version is not the one that was sealed, or a column beside it says otherwise.
    LineChanged(u64),
    /// There is no line of that version, and there are later ones.
    LineMissing(u64),
    /// The lines from that version on are gone: the head is further.
    TailMissing(u64),
    /// The lines give another head than the one kept.
    HeadDiffers,
    /// There are lines, and no head was kept for them.
    HeadMissing,
    /// The line of that version points to a text that is not there.
    TextMissing(u64),
    /// The text that the line of that version points to has other words.
    TextChanged(u64),
    /// The command of the line of that version is not kept as applied: it could be applied again.
    CommandMissing(u64),
}

impl Ledger {
    /// Reads every chain. Other work goes on beside it; what is written meanwhile is not looked at.
    ///
    /// # Errors
    /// `Statement`, `Stored`; a fault is no error.
    pub async fn verify(&self) -> Result<Verified, LedgerError> {
        let mut tx = self.snapshot().await?;
        let mut verified = Verified::default();
        for (stream, standing) in super::streams(&mut tx).await? {
            verified.streams += 1;
            let mut reading = Reading::new(stream);
            reading.lines(&mut tx, &mut verified).await?;
            let applied = super::last_applied(&mut tx, stream).await?;
            reading.close(standing, applied, &mut verified);
        }
        Ok(verified)
    }
}

/// A chain, as far as it was read.
struct Reading {
    stream: StreamId,
    version: u64,
    head: Digest,
    known: BTreeSet<Uuid>,
}

impl Reading {
    fn new(stream: StreamId) -> Self {
        Self {
            stream,
            version: 0,
            head: seal::EMPTY,
            known: BTreeSet::new(),
        }
    }

    fn fault(&self, what: What) -> Fault {
        Fault {
            stream: self.stream,
            what,
        }
    }

    async fn lines(&mut self, tx: &mut Tx, verified: &mut Verified) -> Result<(), LedgerError> {
        let stream = self.stream.uuid();
        loop {
            let after = self.version.cast_signed();
            let lines = all!(tx, Columns, sql::FACTS_WHOLE, stream, after, LINES_AT_ONCE)?;
            if lines.is_empty() {
                return Ok(());
            }
            let mut pointed = Vec::new();
            for line in lines {
                let version = line.version.cast_unsigned();
                let told = match self.stream {
                    StreamId::HOUSE => line.tell::<HouseFact>(stream),
                    _ => line.tell::<Fact>(stream),
                };
                self.line(version, &told, verified);
                self.command(tx, version, told.command, verified).await?;
                pointed.extend(told.texts.into_iter().map(|text| (version, text)));
            }
            self.texts(tx, pointed, verified).await?;
        }
    }

    fn line(&mut self, version: u64, told: &Told, verified: &mut Verified) {
        verified.facts += 1;
        for missing in self.version + 1..version {
            verified.faults.push(self.fault(What::LineMissing(missing)));
        }
        if !told.is_as_sealed {
            verified.faults.push(self.fault(What::LineChanged(version)));
        }
        self.version = version;
        self.head = seal::head(self.head, told.leaf);
    }

    async fn command(
        &mut self,
        tx: &mut Tx,
        version: u64,
        command: Uuid,
        verified: &mut Verified,
    ) -> Result<(), LedgerError> {
        if !self.known.insert(command) {
            return Ok(());
        }
        let stream = self.stream.uuid();
        let row = optional!(tx, (Vec<u8>, i64, i64), sql::COMMAND, stream, command)?;
        if row.is_none() {
            verified
                .faults
                .push(self.fault(What::CommandMissing(version)));
        }
        Ok(())
    }

    async fn texts(
        &self,
        tx: &mut Tx,
        pointed: Vec<(u64, TextRef)>,
        verified: &mut Verified,
    ) -> Result<(), LedgerError> {
        let ids = pointed.iter().map(|(_, text)| text.id);
        let rows = facts::text_rows(tx, self.stream, ids).await?;
        for (version, reference) in pointed {
            let row = rows.iter().find(|(id, ..)| *id == reference.id.uuid());
            match held(row, reference) {
                Held::Same => verified.texts += 1,
                Held::Erased => verified.erased += 1,
                Held::Missing => verified.faults.push(self.fault(What::TextMissing(version))),
                Held::Other => verified.faults.push(self.fault(What::TextChanged(version))),
            }
        }
        Ok(())
    }

    /// The head kept, and the commands applied, know how far the chain went.
    fn close(&self, standing: Option<Standing>, applied: u64, verified: &mut Verified) {
        let kept = standing.map_or(0, |standing| standing.version);
        if kept.max(applied) > self.version {
            let from = self.version + 1;
            verified.faults.push(self.fault(What::TailMissing(from)));
            return;
        }
        match standing {
            None => verified.faults.push(self.fault(What::HeadMissing)),
            Some(kept) if kept.version != self.version || kept.head != self.head => {
                verified.faults.push(self.fault(What::HeadDiffers));
            }
            Some(_) => {}
        }
    }
}

enum Held {
    Same,
    Erased,
    Missing,
    Other,
}

fn held(row: Option<&TextRow>, reference: TextRef) -> Held {
    let Some((id, kept_salt, body)) = row else {
        return Held::Missing;
    };
    match (kept_salt, body) {
        (None, None) => Held::Erased,
        (Some(kept), Some(body)) => {
            let text = salt(kept.clone()).map(|salt| Text {
                id: TextId::from_uuid(*id),
                salt,
                body: body.clone(),
            });
            match text {
                Ok(text) if text.reference() == reference => Held::Same,
                _ => Held::Other,
            }
        }
        _ => Held::Other,
    }
}
