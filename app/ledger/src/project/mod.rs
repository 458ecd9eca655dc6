//! What an account looks like in tables: rows made from its state and its texts, by one pure function, so that what
//! a submit writes and what a rebuild finds cannot differ.
//! It refuses to run a statement; that is done in the files beside this one.

mod pressing;
mod read;
mod records;
mod words;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use domain::account::{Account, Head, Matter, STATE_FORMAT};
use domain::deadline::{Bearer, Due};
use domain::entry::Entry;
use domain::fact::Fact;
use domain::ids::TextId;
use domain::index::{self, Takeaway};
use domain::text::{Digest, Text};
use domain::time::Timestamp;
use uuid::Uuid;

pub(crate) use pressing::Pressing;
pub(crate) use read::stored;
pub(crate) use records::{InvestigationRow, RecordRow};
pub(crate) use words::{of_head, of_matter};
pub(crate) use write::{
    added as write_added, all as write_all, found as write_found, house as write_house,
    state as write_state, touched as write_touched,
};

use crate::LedgerError;
use crate::column::{day, to_json};
use crate::facts::Bodies;
use pressing::Share;

/// The scope of terms that find accounts.
pub(crate) const ACCOUNTS: &str = "account";

/// An account's own row, its matters apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HeadRow {
    pub(crate) version: i64,
    pub(crate) state_format: i64,
    pub(crate) state: String,
    pub(crate) kind: String,
    pub(crate) words: HeadWords,
    pub(crate) owner: Uuid,
    pub(crate) store: Uuid,
    pub(crate) updated_at: i64,
}

/// The words of an account's own row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct HeadWords {
    /// Empty once erased.
    pub(crate) name: String,
    pub(crate) tax_id: Option<String>,
}

impl HeadWords {
    pub(crate) fn of(head: &Head, bodies: &Bodies) -> Self {
        let body = |id| bodies.get(&id).cloned().flatten();
        Self {
            name: body(head.name.id).unwrap_or_default(),
            tax_id: head.tax_id.and_then(|text| body(text.id)),
        }
    }
}

/// An account before and after some facts, and what its row said before.
#[derive(Debug)]
pub(crate) struct Moved<'a> {
    pub(crate) before: &'a Account,
    pub(crate) account: &'a Account,
    /// The texts that came with the facts.
    pub(crate) texts: &'a [&'a Text],
    pub(crate) kept: Option<(HeadWords, Pressing)>,
}

/// A matter's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MatterRow {
    pub(crate) id: Uuid,
    pub(crate) version: i64,
    pub(crate) state_format: i64,
    pub(crate) state: String,
    pub(crate) kind: String,
    pub(crate) is_open: bool,
    pub(crate) owner: Uuid,
    pub(crate) thread: Uuid,
    pub(crate) next_due: Option<i64>,
    pub(crate) next_news: Option<i64>,
    pub(crate) silent_since: Option<i64>,
}

/// Something owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DueRow {
    pub(crate) matter: Uuid,
    pub(crate) n: i64,
    pub(crate) kind: String,
    pub(crate) person: Option<Uuid>,
    pub(crate) role: Option<String>,
    pub(crate) on_day: i64,
    pub(crate) at: i64,
    pub(crate) rule: String,
}

/// All rows of one account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rows {
    pub(crate) head: Option<HeadRow>,
    pub(crate) pressing: Pressing,
    pub(crate) matters: Vec<MatterRow>,
    pub(crate) dues: Vec<DueRow>,
    /// Scope and term.
    pub(crate) terms: BTreeSet<(String, String)>,
    pub(crate) keys: Vec<KeyRow>,
    pub(crate) records: Vec<RecordRow>,
    pub(crate) investigations: Vec<InvestigationRow>,
}

/// By what a claim or a signed promise is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeyRow {
    pub(crate) matter: Uuid,
    pub(crate) command: Uuid,
    pub(crate) key: Option<Digest>,
    pub(crate) link: Digest,
}

impl From<Takeaway> for KeyRow {
    fn from(found: Takeaway) -> Self {
        Self {
            matter: found.matter.uuid(),
            command: found.command.uuid(),
            key: found.key,
            link: found.link,
        }
    }
}

/// By what an account, its claims and its signed promises are found, and what it adds to records: none of it is ever
/// taken away.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) terms: BTreeSet<String>,
    pub(crate) keys: Vec<KeyRow>,
    pub(crate) records: Vec<RecordRow>,
}

impl Found {
    /// What those lines add, the account as they leave it; `text` reads a text that is there and not erased.
    pub(crate) fn by<'t>(
        entries: &[Entry<Fact>],
        account: &Account,
        text: impl Fn(TextId) -> Option<&'t str>,
    ) -> Self {
        let terms = entries
            .iter()
            .flat_map(|entry| index::terms(&entry.fact, &text))
            .collect();
        let mut keys: Vec<KeyRow> = entries
            .iter()
            .filter_map(|entry| index::takeaway(entry, &text))
            .map(KeyRow::from)
            .collect();
        keys.sort_by_key(|key| (key.matter, key.command));
        Self {
            terms,
            keys,
            records: records::of_lines(entries, account),
        }
    }
}

/// The rows of a whole account: every matter of its must be loaded, and the words of its head.
pub(crate) fn rows(
    account: &Account,
    bodies: &Bodies,
    found: Found,
    updated_at: Timestamp,
) -> Result<Rows, LedgerError> {
    let words = account
        .head
        .as_ref()
        .map(|head| HeadWords::of(head, bodies));
    let mut matters = Vec::new();
    let mut dues = Vec::new();
    for matter in account.matters.values() {
        matters.push(matter_row(matter)?);
        dues.extend(due_rows(matter));
    }
    let open = account.matters.values().filter_map(Share::of);
    Ok(Rows {
        head: head_row(account, words.unwrap_or_default(), updated_at)?,
        pressing: Pressing::of(open),
        matters,
        dues,
        terms: found
            .terms
            .into_iter()
            .map(|term| (ACCOUNTS.to_owned(), term))
            .collect(),
        keys: found.keys,
        records: found.records,
        investigations: account
            .matters
            .values()
            .filter_map(records::of_matter)
            .collect(),
    })
}

pub(crate) fn head_row(
    account: &Account,
    words: HeadWords,
    updated_at: Timestamp,
) -> Result<Option<HeadRow>, LedgerError> {
    let Some(head) = &account.head else {
        return Ok(None);
    };
    // The matters have rows of their own.
    let alone = Account {
        id: account.id,
        version: account.version,
        head: Some(head.clone()),
        matters: BTreeMap::new(),
    };
    Ok(Some(HeadRow {
        version: account.version.cast_signed(),
        state_format: i64::from(STATE_FORMAT),
        state: to_json("account", &alone)?,
        kind: kind(head).to_owned(),
        words,
        owner: head.owner.uuid(),
        store: head.store.uuid(),
        updated_at: updated_at.micros(),
    }))
}

fn kind(head: &Head) -> &'static str {
    use domain::account::AccountKind::{Business, Consumer};
    match head.kind {
        Consumer => "consumer",
        Business => "business",
    }
}

pub(crate) fn matter_row(matter: &Matter) -> Result<MatterRow, LedgerError> {
    Ok(MatterRow {
        id: matter.reference.id.uuid(),
        version: matter.version.cast_signed(),
        state_format: i64::from(STATE_FORMAT),
        state: to_json("matter", matter)?,
        kind: matter.code().to_owned(),
        is_open: matter.is_open(),
        owner: matter.owner.uuid(),
        thread: matter.reference.thread.uuid(),
        next_due: matter.owes.earliest().map(day),
        next_news: matter.owes.next_news.map(day),
        silent_since: matter.silent_since().map(day),
    })
}

pub(crate) fn due_rows(matter: &Matter) -> Vec<DueRow> {
    (0..)
        .zip(&matter.owes.dues)
        .map(|(n, due)| due_row(matter, n, due))
        .collect()
}

fn due_row(matter: &Matter, n: i64, due: &Due) -> DueRow {
    let (person, role) = match due.bearer {
        Bearer::Owner => (Some(matter.owner.uuid()), None),
        Bearer::Person(person) => (Some(person.uuid()), None),
        Bearer::Role(role) => (None, Some(role.code().to_owned())),
    };
    DueRow {
        matter: matter.reference.id.uuid(),
        n,
        kind: due.kind.code().to_owned(),
        person,
        role,
        on_day: day(due.deadline.on),
        at: due.deadline.at.micros(),
        rule: due.deadline.rule.0.to_string(),
    }
}
