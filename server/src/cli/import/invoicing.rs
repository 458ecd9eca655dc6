//! Invoices on their way to the promises that they are compared with: of each customer one at a time, so that each
//! meets what the one above it left, and of many customers at once.
//! It refuses to choose between two promises, and to open a customer.

use std::collections::{HashMap, HashSet};

use domain::account::{
    Account, ComparedWith, MatterState, Named, Promise, WordsNamed, compared_with,
};
use domain::command::AccountCommand;
use domain::ids::{AccountId, MatterId};
use domain::search::{self, Query};
use ledger::{AccountRow, Imported, ListPlace, Whose, Words};

use super::cells::quoted;
use super::columns::fold;
use super::course::{Course, Row};
use super::invoice_rows::InvoiceRow;
use super::rows::{Stated, Understood};
use super::send::{Fate, Mode, Outgoing, elsewhere, kept_no, send, submitted};
use super::{ImportError, dry, reasons};

/// So many customers of a name are looked through at a time.
const ALIKE_AT_ONCE: u32 = 20;

/// The course of invoices.
#[derive(Debug)]
pub(super) struct Comparing<'a> {
    course: Course<'a>,
    /// Of a dry run: how the accounts that it would write on would stand.
    would_be: HashMap<AccountId, Account>,
}

/// A row that was not written as it reads, and how it was known before.
#[derive(Debug, Clone, Copy)]
struct Waiting<'r> {
    at: usize,
    row: &'r InvoiceRow,
    known: Option<Imported>,
}

impl<'a> Comparing<'a> {
    pub(super) fn begin(course: Course<'a>) -> Self {
        Self {
            course,
            would_be: HashMap::new(),
        }
    }

    /// What became of each.
    pub(super) async fn send(&mut self, rows: &[Row]) -> Result<Vec<Fate>, ImportError> {
        let mut fates: Vec<Fate> = rows
            .iter()
            .map(|row| match &row.understood {
                Err(reason) => Fate::Refused(reason.clone()),
                Ok(_) => Fate::Unchanged,
            })
            .collect();
        let mut waiting = self.waiting(rows).await?;
        while !waiting.is_empty() {
            let mut customers = HashSet::new();
            let (first, others): (Vec<_>, Vec<_>) = waiting
                .into_iter()
                .partition(|one| customers.insert(fold(&one.row.customer)));
            self.send_first(&first, &mut fates).await?;
            waiting = others;
        }
        Ok(fates)
    }

    /// Those that do not read as they were last written.
    async fn waiting<'r>(&self, rows: &'r [Row]) -> Result<Vec<Waiting<'r>>, ImportError> {
        let invoices: Vec<_> = rows.iter().enumerate().filter_map(invoice).collect();
        let marks: Vec<String> = invoices.iter().map(|(_, row)| row.mark.clone()).collect();
        let line = invoices.first().map_or(0, |(_, row)| row.line);
        let known = self
            .course
            .ledger
            .imported(&self.course.reading.source, &marks);
        let known = known.await.map_err(kept_no(line))?;
        let waiting = invoices.into_iter().zip(known);
        Ok(waiting
            .filter(|((_, row), known)| known.is_none_or(|known| known.digest != row.digest))
            .map(|((at, row), known)| Waiting { at, row, known })
            .collect())
    }

    /// At most one of each customer.
    async fn send_first(
        &mut self,
        waiting: &[Waiting<'_>],
        fates: &mut [Fate],
    ) -> Result<(), ImportError> {
        let mut stated = Vec::with_capacity(waiting.len());
        for one in waiting {
            match self.compared(one).await? {
                Ok((account, says)) => stated.push((one, account, says)),
                Err(fate) => fates[one.at] = fate,
            }
        }
        if self.course.mode == Mode::Dry {
            for (one, account, says) in stated {
                fates[one.at] = self.would_be(account, &says, one.known);
            }
            return Ok(());
        }
        let outgoing: Vec<_> = stated
            .iter()
            .map(|(_, _, says)| Outgoing {
                says,
                customer: None,
            })
            .collect();
        let Course {
            ledger,
            reading,
            mode,
            ..
        } = self.course;
        let sent = send(ledger, reading, mode, &outgoing).await?;
        for ((one, _, _), fate) in stated.iter().zip(sent) {
            fates[one.at] = fate;
        }
        Ok(())
    }

    fn would_be(&mut self, mut account: Account, says: &Stated, known: Option<Imported>) -> Fate {
        let seq = known.map_or(0, |known| known.seq + 1);
        let asked = submitted(self.course.reading, says, seq);
        match dry::happen(&mut account, self.course.reading, &asked) {
            Ok(0) => Fate::Unchanged,
            Ok(_) => {
                self.would_be.insert(account.id, account);
                Fate::Written
            }
            Err(refused) => Fate::Refused(reasons::sentence(&refused)),
        }
    }

    /// What is stated of a row, once its promise is known; else what becomes of it.
    async fn compared(
        &self,
        one: &Waiting<'_>,
    ) -> Result<Result<(Account, Stated), Fate>, ImportError> {
        let row = one.row;
        let account = match self.customer(row).await? {
            Ok(account) => account,
            Err(reason) => return Ok(Err(Fate::Refused(reason))),
        };
        if one
            .known
            .is_some_and(|known| known.stream != account.id.into())
        {
            return Ok(Err(elsewhere()));
        }
        let words = match row.promise {
            Some(_) => self.words(&account, row.line).await?,
            None => Words::new(),
        };
        Ok(match promise(&account, row, &words) {
            Ok(matter) => Ok((account.clone(), self.stated(&account, row, matter))),
            Err(fate) => Err(fate),
        })
    }

    fn stated(&self, account: &Account, row: &InvoiceRow, matter: MatterId) -> Stated {
        Stated {
            line: row.line,
            mark: row.mark.clone(),
            account: account.id,
            command: AccountCommand::EnterInvoice {
                matter,
                invoice: row.invoice.clone(),
                replaces: row.replaces.clone(),
            },
            digest: row.digest,
            happened_at: self.course.reading.now,
        }
    }

    /// The customer of that key at the source, else the only one of that name or tax id.
    async fn customer(&self, row: &InvoiceRow) -> Result<Result<Account, String>, ImportError> {
        let of_key = self.course.reading.account(&row.customer);
        if let Some(account) = self.account(of_key, row.line).await? {
            return Ok(Ok(account));
        }
        let alike = self.alike(row).await?;
        let found = match alike.as_slice() {
            [one] => self.account(*one, row.line).await?,
            [] => None,
            _ => {
                return Ok(Err(format!(
                    "customer: several are called {}: say the source's own key or the tax id",
                    quoted(&row.customer)
                )));
            }
        };
        Ok(found.ok_or_else(|| {
            format!(
                "customer: nobody has the key, the name or the tax id {}: import the customers first",
                quoted(&row.customer)
            )
        }))
    }

    async fn account(&self, id: AccountId, line: u64) -> Result<Option<Account>, ImportError> {
        if let Some(account) = self.would_be.get(&id) {
            return Ok(Some(account.clone()));
        }
        let account = self.course.ledger.promises(id).await;
        account.map_err(kept_no(line))
    }

    /// Those of that very name or tax id.
    async fn alike(&self, row: &InvoiceRow) -> Result<Vec<AccountId>, ImportError> {
        let (typed, said) = (Query::parse(&row.customer), fold(&row.customer));
        if typed.is_empty() {
            return Ok(Vec::new());
        }
        let is_said = |one: &AccountRow| {
            let of_tax = one.tax_id.as_deref().map(fold);
            fold(&one.name) == said || of_tax.is_some_and(|tax| tax == said)
        };
        let mut alike = Vec::new();
        let mut place: Option<ListPlace> = None;
        loop {
            let ledger = self.course.ledger;
            let found = ledger.search(&typed, Whose::Anyones, place, ALIKE_AT_ONCE);
            let found = found.await.map_err(kept_no(row.line))?;
            let some = found.rows.into_iter().filter(&is_said);
            alike.extend(some.map(|one| one.account));
            place = found.more;
            if place.is_none() || alike.len() > 1 {
                return Ok(alike);
            }
        }
    }

    async fn words(&self, account: &Account, line: u64) -> Result<Words, ImportError> {
        let matters = account.matters.values();
        let said = matters.filter_map(|matter| match &matter.state {
            MatterState::Promise(promise) => promise.what.map(|what| what.id),
            _ => None,
        });
        let said: Vec<_> = said.collect();
        let words = self.course.ledger.texts(account.id.into(), said).await;
        words.map_err(kept_no(line))
    }
}

fn invoice((at, row): (usize, &Row)) -> Option<(usize, &InvoiceRow)> {
    match row.understood.as_deref() {
        Ok(Understood::Invoice(invoice)) => Some((at, invoice)),
        _ => None,
    }
}

/// The promise that it is compared with, or why with none.
fn promise(account: &Account, row: &InvoiceRow, words: &Words) -> Result<MatterId, Fate> {
    let named = Named {
        order: row.order.as_deref(),
        replaces: row.replaces.as_deref(),
        words: match row.promise {
            Some(_) => WordsNamed::Yes,
            None => WordsNamed::No,
        },
    };
    let said = search::words(row.promise.as_deref().unwrap_or_default());
    let says = |promise: &Promise| {
        let what = promise.what.and_then(|what| words.get(&what.id));
        let what = search::words(what.map_or("", String::as_str));
        said.iter().all(|word| what.contains(word))
    };
    match compared_with(account, &row.invoice, named, says) {
        ComparedWith::One(matter) => Ok(matter),
        ComparedWith::Nothing => Err(Fate::Unpromised),
        ComparedWith::Several(several) => Err(Fate::Refused(format!(
            "promise: {several} that were made to this customer fit it: say the order it is on, or its words"
        ))),
        ComparedWith::NoSuchWords => Err(Fate::Refused(format!(
            "promise: none that fits says {}",
            quoted(row.promise.as_deref().unwrap_or_default())
        ))),
    }
}
