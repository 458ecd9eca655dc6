//! The server's half of listing investigations: nothing of a file leaves that the viewer may not see.

use std::collections::BTreeMap;

use domain::account::{Investigation, Matter, MatterState};
use domain::ids::PersonId;
use domain::owed::Reason;
use domain::time::Date;
use ledger::{Investigated, InvestigationPlace, InvestigationRow, Ledger};
use leptos::prelude::*;

use super::counted_server::reason;
use super::failed_server::failed;
use super::investigaciones::{InvestigacionRow, InvestigacionesPage, WhoseFiles};
use super::list_server::today;
use super::people;
use super::visit::{visit, visitor};

const ROWS: u32 = 50;

pub(super) async fn investigaciones(
    after: Option<String>,
) -> Result<InvestigacionesPage, ServerFnError> {
    let (visit, visitor) = (visit()?, visitor()?);
    let ledger = expect_context::<Ledger>();
    let (whose, which) = match Investigation::is_whole_to(visitor.roles()) {
        true => (WhoseFiles::All, Investigated::All),
        false => (WhoseFiles::Own, Investigated::Of(visitor.person)),
    };
    let after = after.as_deref().and_then(place);
    let list = ledger.investigations(which, after, ROWS).await;
    let list = list.map_err(failed)?;
    let names = people::names(&ledger, &visitor.house).await?;
    let mut rows = Vec::with_capacity(list.rows.len());
    for mut one in list.rows {
        let is_concluded = is_concluded(&one.matter);
        one.matter = one.matter.seen_by(visitor.person, visitor.roles());
        let (of, matter) = ((one.store, one.kind), &one.matter);
        let first = matter.owes.dues.first().filter(|_| matter.is_open());
        let why = match first {
            Some(due) => Some(reason(&ledger, &visitor.house, due, matter, of).await?),
            None => None,
        };
        rows.extend(row(one, (why, is_concluded), &names));
    }
    Ok(InvestigacionesPage {
        whose,
        rows,
        more: list.more.map(written),
        today: today(&visitor.house, visit.now),
    })
}

fn row(
    row: InvestigationRow,
    (reason, is_concluded): (Option<Reason>, bool),
    names: &BTreeMap<PersonId, String>,
) -> Option<InvestigacionRow> {
    let MatterState::Investigation(file) = &row.matter.state else {
        return None;
    };
    Some(InvestigacionRow {
        account: row.account,
        matter: row.matter.reference.id,
        name: row.name,
        lead: names.get(&row.matter.owner).cloned().unwrap_or_default(),
        silent_since: silent_since(file),
        reason,
        is_concluded,
        hearing: row.hearing,
        file: row.matter,
    })
}

fn is_concluded(matter: &Matter) -> bool {
    matches!(&matter.state, MatterState::Investigation(file) if file.conclusion.is_some())
}

fn silent_since(file: &Investigation) -> Option<Date> {
    let concluded = file.conclusion.map(|conclusion| conclusion.on);
    concluded.filter(|_| file.told.is_none())
}

/// `20614.account.matter`.
fn written(place: InvestigationPlace) -> String {
    let InvestigationPlace {
        at,
        account,
        matter,
    } = place;
    format!("{at}.{account}.{matter}")
}

fn place(written: &str) -> Option<InvestigationPlace> {
    let mut parts = written.split('.');
    Some(InvestigationPlace {
        at: parts.next()?.parse().ok()?,
        account: parts.next()?.parse().ok()?,
        matter: parts.next()?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use domain::ids::{AccountId, MatterId};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let there = InvestigationPlace {
            at: 20_614,
            account: AccountId::from_uuid(Uuid::from_u128(7)),
            matter: MatterId::from_uuid(Uuid::from_u128(8)),
        };
        assert_eq!(place(&written(there)), Some(there));
        for other in ["", "hoy", "1.x.y", "20614"] {
            assert_eq!(place(other), None, "{other}");
        }
    }
}
