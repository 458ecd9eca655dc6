//! The server's half of reading an investigation's file: nothing of it leaves that the viewer may not see.

use domain::account::{Investigation, MatterState};
use domain::ids::{AccountId, MatterId, TextId};
use domain::rules::Clock;
use http::StatusCode;
use ledger::Ledger;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::account_server::failed;
use super::investigacion::InvestigacionPage;
use super::people;
use super::visit::{visit, visitor};

pub(super) async fn investigacion(
    id: AccountId,
    matter: MatterId,
) -> Result<Option<InvestigacionPage>, ServerFnError> {
    let (visit, visitor) = (visit()?, visitor()?);
    let ledger = expect_context::<Ledger>();
    let account = ledger.account(id, &[matter]).await.map_err(failed)?;
    let found = account.and_then(|account| {
        let one = account.matters.get(&matter)?.clone();
        let MatterState::Investigation(file) = &one.state else {
            return None;
        };
        let file = file.seen_by(visitor.person, visitor.roles());
        let head = account.head?;
        Some((head, one, file))
    });
    let Some((head, mut one, file)) = found else {
        if let Some(response) = use_context::<ResponseOptions>() {
            response.set_status(StatusCode::NOT_FOUND);
        }
        return Ok(None);
    };
    // What is shown is in `file`.
    one.state = MatterState::Investigation(Box::new(file.clone()));
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
    let word = |id: TextId| words.get(&id).cloned().unwrap_or_default();
    Ok(Some(InvestigacionPage {
        account: id,
        name: word(head.name.id),
        contacts: names.iter().map(|(id, name)| (*id, word(*name))).collect(),
        labour: clock.labour(known_on, one.opened_on),
        matter: one,
        file,
        people: people::names(&ledger, house).await?,
        viewer: visitor.person,
        roles: visitor.roles().to_vec(),
        currency: house.currency.code().to_owned(),
        today: clock.day(visit.now),
        words,
    }))
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
