//! A row as it is stated to the ledger: to which account, by which command, and how it reads, so that the same row said
//! again is known. It refuses ids of chance: source, key and words name everything, and a secret salts the words.

use std::sync::Arc;

use domain::command::AccountCommand;
use domain::house::House;
use domain::ids::{AccountId, CommandId, ContactId, MatterId, PersonId, StoreId, TextId, named};
use domain::money::Rate;
use domain::text::{Digest, Salt, Text};
use domain::time::{Date, Timestamp};

use super::cells::quoted;
use super::columns::Columns;
use super::dates::Dates;
use super::invoice_rows::{Basis, InvoiceRow};
use super::split::Record;

/// An index of PostgreSQL's takes no row of any length: source and key together stay far below that.
pub(super) const KEY_BYTES_MAX: usize = 200;

/// What every row of a file is read with.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) source: String,
    pub(super) secret: Vec<u8>,
    pub(super) house: Arc<House>,
    pub(super) store: StoreId,
    pub(super) owner: PersonId,
    pub(super) dates: Dates,
    pub(super) undated: Undated,
    /// What an amount says of its tax, where no column does.
    pub(super) basis: Option<Basis>,
    pub(super) rate: Rate,
    pub(super) now: Timestamp,
}

/// What becomes of an order that does not say when it was placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Undated {
    Refused,
    /// Placed on the earliest day that its row says.
    PlacedOnTheEarliest,
}

/// A row, understood.
#[derive(Debug)]
pub(super) enum Understood {
    Account(Stated),
    /// What it says, and its customer from the day it was placed on.
    Order {
        says: Stated,
        customer: Box<Stated>,
        placed_on: Date,
    },
    Invoice(InvoiceRow),
}

impl Understood {
    /// What is stated as it is: an invoice is once it is known of which promise.
    pub(super) fn says(&self) -> Option<&Stated> {
        match self {
            Self::Account(says) | Self::Order { says, .. } => Some(says),
            Self::Invoice(_) => None,
        }
    }

    /// The customer that its row tells, and since when.
    pub(super) fn customer(&self) -> Option<(&Stated, Date)> {
        match self {
            Self::Order {
                customer,
                placed_on,
                ..
            } => Some((customer, *placed_on)),
            Self::Account(_) | Self::Invoice(_) => None,
        }
    }
}

/// What is stated to the ledger.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    /// Its line in the file.
    pub(super) line: u64,
    /// What it is remembered by.
    pub(super) mark: String,
    /// Where it goes.
    pub(super) account: AccountId,
    /// What it says.
    pub(super) command: AccountCommand,
    /// How it reads.
    pub(super) digest: Digest,
    /// When what it says began.
    pub(super) happened_at: Timestamp,
}

/// What makes any row readable at all: even quotes, as many cells as columns, and a key of its own.
pub(super) fn key<'a>(columns: &Columns, record: &'a Record) -> Result<&'a str, String> {
    if let Some(line) = record.torn {
        return Err(format!(
            "the quote opened on line {line} closes in the middle of a cell: is one missing before it?"
        ));
    }
    if record.cells.len() != columns.width() {
        return Err(format!(
            "it has {} cells and the first line has {}",
            record.cells.len(),
            columns.width()
        ));
    }
    if record.cells.iter().any(|cell| cell.contains('\0')) {
        return Err("it holds a null character".to_owned());
    }
    let key = columns.key(record);
    if key.is_empty() {
        return Err("its key is empty".to_owned());
    }
    short_enough("key", key)?;
    Ok(key)
}

/// A key that both engines can remember.
pub(super) fn short_enough(what: &str, key: &str) -> Result<(), String> {
    if key.len() > KEY_BYTES_MAX {
        return Err(format!(
            "its {what} is longer than {KEY_BYTES_MAX} bytes: {}",
            quoted(key)
        ));
    }
    Ok(())
}

/// The digest of what a row says, field by field.
pub(super) fn digest(said: &[&str]) -> Digest {
    let bytes: Vec<Vec<u8>> = said
        .iter()
        .map(|text| [&(text.len() as u64).to_be_bytes(), text.as_bytes()].concat())
        .collect();
    Digest::of(&bytes.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

impl Reading {
    /// The customer of that key.
    pub(super) fn account(&self, key: &str) -> AccountId {
        AccountId::from_uuid(named(&["import account", &self.source, key]))
    }

    /// Their one contact that the source knows.
    pub(super) fn contact(&self, key: &str) -> ContactId {
        ContactId::from_uuid(named(&["import contact", &self.source, key]))
    }

    /// The order of that key.
    pub(super) fn matter(&self, key: &str) -> MatterId {
        MatterId::from_uuid(named(&["import order", &self.source, key]))
    }

    /// The command by which a row is stated, the n-th time it reads otherwise.
    pub(super) fn command(&self, mark: &str, seq: u64, digest: Digest) -> CommandId {
        let words = [
            "import command",
            &self.source,
            mark,
            &seq.to_string(),
            &digest.to_string(),
        ];
        CommandId::from_uuid(named(&words))
    }

    /// The same words on the same row are the same text; `None` where there are none.
    pub(super) fn text(&self, mark: &str, field: &str, body: &str) -> Option<Text> {
        let body = body.trim();
        if body.is_empty() {
            return None;
        }
        let id = TextId::from_uuid(named(&["import text", &self.source, mark, field, body]));
        let salt = Digest::of(&[&self.secret, id.uuid().as_bytes()]);
        Some(Text {
            id,
            salt: Salt(salt.0),
            body: body.to_owned(),
        })
    }
}
