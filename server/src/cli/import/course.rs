//! The course of an import: a few hundred rows at a time are read, understood and sent, customers before their orders,
//! and what was refused is written down before the next are read. It refuses to hold more than those.

use std::collections::HashMap;

use domain::ids::AccountId;
use ledger::Ledger;

use super::columns::Columns;
use super::dry::opened_not;
use super::invoicing::Comparing;
use super::notes::{Note, Notes, Reader};
use super::order_rows::begun;
use super::progress::Progress;
use super::refused::Refusals;
use super::rows::{Reading, Stated, Understood};
use super::send::{Fate, Mode, Outgoing, are_known, send};
use super::sheet::{Rows, Sheet};
use super::split::Record;
use super::summary::Summary;
use super::{ImportError, Kind};

const AT_ONCE: usize = 250;

/// What all rows have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Course<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) reading: &'a Reading,
    pub(super) columns: &'a Columns,
    pub(super) kind: Kind,
    pub(super) mode: Mode,
}

impl Course<'_> {
    pub(super) async fn run(
        &self,
        sheet: &Sheet,
        notes: &mut Notes,
        refused: &mut Refusals,
        progress: &Progress,
    ) -> Result<Summary, ImportError> {
        let mut summary = Summary::default();
        let mut comparing = Comparing::begin(*self);
        let (mut rows, mut notes) = (sheet.rows()?, notes.read()?);
        loop {
            let some = self.read(&mut rows, &mut notes)?;
            if some.is_empty() {
                return Ok(summary);
            }
            let fates = match self.kind {
                Kind::Invoices => comparing.send(&some).await?,
                Kind::Accounts | Kind::Orders => self.send(&some, &mut summary).await?,
            };
            for (row, fate) in some.iter().zip(fates) {
                summary.count(&fate);
                if let Fate::Refused(reason) = fate {
                    refused.add(&row.record, reason)?;
                }
            }
            progress.at(summary.read);
        }
    }

    fn read(&self, rows: &mut Rows<'_>, notes: &mut Reader<'_>) -> Result<Vec<Row>, ImportError> {
        let mut some = Vec::with_capacity(AT_ONCE);
        while some.len() < AT_ONCE {
            let Some(record) = rows.next()? else { break };
            let note = notes.next().map_err(ImportError::Grew)?;
            let understood = self
                .kind
                .understand(self.reading, self.columns, &record, note);
            some.push(Row {
                record,
                note,
                understood: understood.map(Box::new),
            });
        }
        Ok(some)
    }

    /// What became of each.
    async fn send(&self, rows: &[Row], summary: &mut Summary) -> Result<Vec<Fate>, ImportError> {
        let unopened = self.send_customers(rows, summary).await?;
        let mut fates: Vec<Option<Fate>> = Vec::with_capacity(rows.len());
        let mut outgoing = Vec::with_capacity(rows.len());
        for row in rows {
            let says = row.understood.as_ref().map(|row| row.says());
            let refused = match says {
                Err(reason) => Some(reason.clone()),
                Ok(says) => {
                    let unopened = says.and_then(|says| unopened.get(&says.account));
                    unopened.map(|why| opened_not(why))
                }
            };
            if let (None, Ok(Some(says)), Ok(row)) = (&refused, says, &row.understood) {
                outgoing.push(Outgoing {
                    says,
                    customer: row.customer().map(|(customer, _)| customer),
                });
            }
            fates.push(refused.map(Fate::Refused));
        }
        let sent = send(self.ledger, self.reading, self.mode, &outgoing).await?;
        if self.kind == Kind::Accounts {
            summary.accounts += written(&sent);
        }
        let mut sent = sent.into_iter();
        let fates = fates
            .into_iter()
            .filter_map(|fate| fate.or_else(|| sent.next()));
        Ok(fates.collect())
    }

    /// Those that the rows tell first, unless a file of customers told them; why any was refused.
    async fn send_customers(
        &self,
        rows: &[Row],
        summary: &mut Summary,
    ) -> Result<HashMap<AccountId, String>, ImportError> {
        let told: Vec<Stated> = rows.iter().filter_map(|row| self.tells(row)).collect();
        let known = are_known(self.ledger, self.reading, &told).await?;
        let unknown: Vec<_> = told
            .iter()
            .zip(known)
            .filter(|(_, is_known)| !is_known)
            .map(|(says, _)| Outgoing {
                says,
                customer: None,
            })
            .collect();
        let fates = send(self.ledger, self.reading, self.mode, &unknown).await?;
        summary.accounts += written(&fates);
        let refused = unknown
            .iter()
            .zip(fates)
            .filter_map(|(row, fate)| match fate {
                Fate::Refused(reason) => Some((row.says.account, reason)),
                Fate::Written | Fate::Unchanged | Fate::Unpromised => None,
            });
        Ok(refused.collect())
    }

    /// A customer from their first order's day on.
    fn tells(&self, row: &Row) -> Option<Stated> {
        let (Note::Tells(day), Ok(understood)) = (row.note, &row.understood) else {
            return None;
        };
        let (customer, _) = understood.customer()?;
        Some(Stated {
            happened_at: begun(self.reading, day),
            ..customer.clone()
        })
    }
}

/// A row on its way.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) record: Record,
    note: Note,
    pub(super) understood: Result<Box<Understood>, String>,
}

fn written(fates: &[Fate]) -> usize {
    fates.iter().filter(|fate| **fate == Fate::Written).count()
}
