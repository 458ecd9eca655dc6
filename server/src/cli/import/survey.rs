//! A file read through before anything is written: its length, which way round its dates stand, which keys stand
//! twice, and which row tells each customer first.
//! It refuses to hold more than a piece of what it notes, and to know the ledger.

use chrono::Datelike as _;
use domain::text::Digest;
use domain::time::Date;

use super::columns::Columns;
use super::dates::Seen;
use super::notes::{Note, Notes};
use super::rows::{Reading, key};
use super::sheet::Sheet;
use super::sorted::{Noted, Sorter};
use super::{ImportError, Kind};

/// What is known of a file before any row is understood.
#[derive(Debug)]
pub(super) struct Survey {
    pub(super) rows: u64,
    pub(super) dates: Seen,
    pub(super) notes: Notes,
}

impl Survey {
    pub(super) fn of(sheet: &Sheet, columns: &Columns) -> Result<Self, ImportError> {
        let mut survey = Self {
            rows: 0,
            dates: Seen::default(),
            notes: Notes::of(0)?,
        };
        let mut keys = Sorter::default();
        let mut rows = sheet.rows()?;
        while let Some(record) = rows.next()? {
            for cell in columns.dates(&record) {
                survey.dates.see(record.line, cell);
            }
            if let Ok(key) = key(columns, &record) {
                let mut id = [0; 16];
                id.copy_from_slice(&Digest::of(&[key.as_bytes()]).0[..16]);
                keys.add(Noted {
                    id,
                    row: survey.rows,
                    what: 0,
                })?;
            }
            survey.rows += 1;
        }
        survey.notes = Notes::of(survey.rows)?;
        survey.note_repeated(keys)?;
        Ok(survey)
    }

    fn note_repeated(&mut self, keys: Sorter) -> Result<(), ImportError> {
        let mut keys = keys.sorted()?;
        let mut above = None;
        while let Some(noted) = keys.next()? {
            if above == Some(noted.id) {
                self.notes.put(noted.row, Note::Repeated)?;
            }
            above = Some(noted.id);
        }
        Ok(())
    }

    /// Each customer is told by the first row that can be understood, from their earliest order's day on: the same
    /// file tells them the same each time, however it is cut into pieces.
    pub(super) fn note_customers(
        &mut self,
        sheet: &Sheet,
        columns: &Columns,
        reading: &Reading,
    ) -> Result<(), ImportError> {
        let mut customers = Sorter::default();
        let (mut rows, mut notes) = (sheet.rows()?, self.notes.read()?);
        let mut at = 0;
        while let Some(record) = rows.next()? {
            let note = notes.next()?;
            let understood = Kind::Orders.understand(reading, columns, &record, note);
            let understood = understood.ok();
            if let Some((customer, day)) = understood.as_ref().and_then(|row| row.customer()) {
                customers.add(Noted {
                    id: customer.account.uuid().into_bytes(),
                    row: at,
                    what: day.num_days_from_ce(),
                })?;
            }
            at += 1;
        }
        drop(notes);
        self.note_tellers(customers)
    }

    fn note_tellers(&mut self, customers: Sorter) -> Result<(), ImportError> {
        let mut customers = customers.sorted()?;
        let mut first: Option<Noted> = None;
        while let Some(noted) = customers.next()? {
            match &mut first {
                Some(first) if first.id == noted.id => first.what = first.what.min(noted.what),
                _ => {
                    if let Some(told) = first.replace(noted) {
                        self.tells(told)?;
                    }
                }
            }
        }
        first.map_or(Ok(()), |told| self.tells(told))
    }

    fn tells(&mut self, first: Noted) -> Result<(), ImportError> {
        let day = Date::from_num_days_from_ce_opt(first.what);
        let note = day.map_or(Note::Nothing, Note::Tells);
        Ok(self.notes.put(first.row, note)?)
    }
}
