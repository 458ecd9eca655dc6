//! The server's half of reading an investigation's file: whoever opens it is noted before anything of it is shown, and
//! nothing of it leaves that the viewer may not see.

use std::collections::BTreeMap;

use domain::account::{Investigation, MatterState};
use domain::context::Role;
use domain::entry::Audience;
use domain::ids::{AccountId, MatterId, PersonId, StoreId, TextId};
use domain::rules::Clock;
use http::StatusCode;
use ledger::Ledger;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::counted_server::reason;
use super::failed_server::failed;
use super::investigacion::{Evidence, InvestigacionPage, Mirada};
use super::people;
use super::visit::{Visitor, visit, visitor};

const LOOKS: u32 = 100;

pub(super) async fn investigacion(
    id: AccountId,
    matter: MatterId,
) -> Result<Option<InvestigacionPage>, ServerFnError> {
    let (visit, visitor) = (visit()?, visitor()?);
    let ledger = expect_context::<Ledger>();
    let noted = ledger.note_look(id, matter, visitor.person, visit.now);
    let account = match noted.await.map_err(failed)? {
        true => ledger.account_of(id, matter).await.map_err(failed)?,
        false => None,
    };
    let found = account.and_then(|account| {
        let one = account.matters.get(&matter)?.clone();
        let MatterState::Investigation(file) = &one.state else {
            return None;
        };
        let is_concluded = file.conclusion.is_some();
        let word = account.word(matter).and_then(|word| match &word.state {
            MatterState::Promise(promise) => Some(promise.clone()),
            _ => None,
        });
        let head = account.head?;
        let one = one.seen_by(visitor.person, visitor.roles());
        Some((head, one, is_concluded, word))
    });
    let Some((head, one, is_concluded, promise)) = found else {
        if let Some(response) = use_context::<ResponseOptions>() {
            response.set_status(StatusCode::NOT_FOUND);
        }
        return Ok(None);
    };
    let MatterState::Investigation(file) = &one.state else {
        return Ok(None);
    };
    let file = file.as_ref().clone();
    let contacts = head.contacts.iter();
    let names = contacts.map(|(id, contact)| (*id, contact.name.id));
    let names: Vec<_> = names.collect();
    let mut wanted = of_file(&file);
    wanted.push(head.name.id);
    wanted.extend(names.iter().map(|(_, name)| *name));
    let words = ledger.texts(id.into(), wanted).await.map_err(failed)?;
    let house = &visitor.house;
    let clock = Clock::new(house, head.store);
    let known_on = file
        .conclusion
        .map_or(one.opened_on, |conclusion| conclusion.on);
    let today = clock.day(visit.now);
    let accrued = file.attribution;
    let accrued = accrued.map(|cost| cost.accrued(promise.as_ref(), today));
    let people = people::names(&ledger, house).await?;
    let looks = looks(&ledger, &visitor, (id, matter, head.store), &people).await?;
    let of = (head.store, head.kind);
    let mut reasons = Vec::with_capacity(one.owes.dues.len());
    for due in &one.owes.dues {
        reasons.push(reason(&ledger, house, due, &one, of).await?);
    }
    let directs = visitor.roles().iter().any(|role| role.is_director());
    let labour = directs.then(|| clock.labour(known_on, one.opened_on));
    let labour = labour.unwrap_or_default();
    let word = |id: TextId| words.get(&id).cloned().unwrap_or_default();
    Ok(Some(InvestigacionPage {
        account: id,
        name: word(head.name.id),
        contacts: names.iter().map(|(id, name)| (*id, word(*name))).collect(),
        labour,
        reasons,
        matter: one,
        file,
        is_concluded,
        people,
        viewer: visitor.person,
        roles: visitor.roles().to_vec(),
        currency: house.currency.code().to_owned(),
        today,
        accrued,
        evidence: evidence(&ledger, &visitor, id, matter).await?,
        looks,
        words,
    }))
}

async fn evidence(
    ledger: &Ledger,
    visitor: &Visitor,
    id: AccountId,
    matter: MatterId,
) -> Result<Option<Vec<Evidence>>, ServerFnError> {
    if !Investigation::is_whole_to(visitor.roles()) {
        return Ok(None);
    }
    let audience = Audience::Investigation;
    let rows = ledger.attachments(id, matter, audience).await;
    let rows = rows.map_err(failed)?.into_iter().map(|row| Evidence {
        id: row.id,
        media: row.media,
        name: row.name,
        on: row.on,
    });
    Ok(Some(rows.collect()))
}

async fn looks(
    ledger: &Ledger,
    visitor: &Visitor,
    (id, matter, store): (AccountId, MatterId, StoreId),
    people: &BTreeMap<PersonId, String>,
) -> Result<Option<Vec<Mirada>>, ServerFnError> {
    let sees = |role: &Role| role.is_director() || *role == Role::Defensor;
    if !visitor.roles().iter().any(sees) {
        return Ok(None);
    }
    let zone = visitor.house.zone(store);
    let looks = ledger.looks(id, matter, LOOKS).await.map_err(failed)?;
    let looks = looks.into_iter().map(|look| Mirada {
        person: people.get(&look.person).cloned().unwrap_or_default(),
        at: zone.local(look.at).format("%d/%m/%Y %H:%M").to_string(),
    });
    Ok(Some(looks.collect()))
}

fn of_file(file: &Investigation) -> Vec<TextId> {
    let said = file.statements.iter().map(|statement| statement.words);
    let concluded = file.conclusion.into_iter();
    let concluded = concluded.flat_map(|one| [Some(one.evidence), one.changes]);
    let told = file.told.into_iter().map(|(outcome, _)| outcome);
    let placed = file.attribution.into_iter().map(|one| one.what);
    let instructed = file.instructions.iter().map(|(_, words)| *words);
    let checked = file.check_first.into_iter();
    let checked = checked.flat_map(|one| [Some(one.evidence), one.reply]);
    let all = said.chain(concluded.flatten()).chain(told);
    let all = all.chain(placed).chain(instructed).chain(checked.flatten());
    all.map(|text| text.id).collect()
}
