//! What we owe, across accounts: a person's own steps and those of their roles, in one order, a page at a time.

use domain::account::{Channel, STATE_FORMAT, Span, Terms};
use domain::command::AccountCommand;
use domain::context::Role;
use domain::deadline::DueKind;
use domain::ids::PersonId;
use ledger::{Ledger, OwedList, OwedPlace};

use crate::support::{Fresh, meddle};
use crate::world::{self, ANA, LUIS, ana, applied, found, minutes, open, to_account};

on_both_engines![
    a_person_owes_their_own_and_what_their_roles_owe,
    what_is_owed_goes_on_where_it_stopped,
    what_is_done_is_owed_no_more,
    what_an_older_row_owes_is_folded_anew,
];

/// In a month Ana asks whether it holds.
fn word_given(n: u128) -> AccountCommand {
    AccountCommand::MakePromise {
        terms: Terms::Other,
        what: Some(world::text(0xD0_0000 + n, "Guardar la tela")),
        span: Span::Single,
        by: None,
        to: None,
        channel: Channel::Counter,
        order: None,
    }
}

/// Of three customers: to Tarde and Pronto something is delivered, which logistics checks; to Palabra a word was given.
async fn some_are_owed(ledger: &Ledger) {
    found(ledger).await;
    for (n, name, command) in [
        (1, "Tarde", world::delivery("2026-09-01")),
        (2, "Pronto", world::delivery("2026-06-25")),
        (3, "Palabra", word_given(3)),
    ] {
        let id = open(ledger, n, name).await;
        applied(
            ledger
                .submit(to_account(n, id, command), ana(), minutes(1))
                .await,
        );
    }
}

async fn owed(
    ledger: &Ledger,
    person: PersonId,
    roles: &[Role],
    place: Option<OwedPlace>,
    rows: u32,
) -> OwedList {
    let read = ledger.owed(person, roles, place, rows).await;
    read.expect("read")
}

fn told(list: &OwedList) -> Vec<(&str, DueKind)> {
    let rows = list.rows.iter();
    rows.map(|row| (row.name.as_str(), row.due.kind)).collect()
}

const LOGISTICS: &[Role] = &[Role::Logistics];

async fn a_person_owes_their_own_and_what_their_roles_owe(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    some_are_owed(ledger).await;
    let pronto = ("Pronto", DueKind::Check);
    let palabra = ("Palabra", DueKind::Ask);
    let tarde = ("Tarde", DueKind::Check);
    for (person, roles, expected) in [
        (ANA, LOGISTICS, vec![pronto, palabra, tarde]),
        (ANA, &[], vec![palabra]),
        (ANA, &[Role::SalesDirector], vec![palabra]),
        (LUIS, LOGISTICS, vec![pronto, tarde]),
        (
            LUIS,
            &[Role::Logistics, Role::Logistics],
            vec![pronto, tarde],
        ),
        (LUIS, &[], vec![]),
    ] {
        let list = owed(ledger, person, roles, None, 50).await;
        assert_eq!(told(&list), expected);
        assert_eq!(list.more, None);
    }
    let all = owed(ledger, ANA, LOGISTICS, None, 50).await;
    assert_eq!(all.rows[0].account, world::account(2));
    for row in &all.rows {
        assert!(row.matter.owes.dues.contains(&row.due));
    }
}

async fn what_is_owed_goes_on_where_it_stopped(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    some_are_owed(ledger).await;
    // Several on one day.
    for n in 4..=7 {
        let id = open(ledger, n, &format!("Cliente {n}")).await;
        for (m, command) in [(0, world::delivery("2026-06-25")), (1, word_given(n))] {
            let told = to_account(0x10 * n + m, id, command);
            applied(ledger.submit(told, ana(), minutes(1)).await);
        }
    }
    let whole = owed(ledger, ANA, LOGISTICS, None, 50).await;
    assert_eq!(whole.rows.len(), 11);
    let days: Vec<_> = whole.rows.iter().map(|row| row.due.deadline.on).collect();
    assert!(days.is_sorted(), "{days:?}");
    for rows in [1, 2, 3, 11] {
        let (mut seen, mut place) = (Vec::new(), None);
        loop {
            let list = owed(ledger, ANA, LOGISTICS, place, rows).await;
            assert!(list.rows.len() <= rows as usize);
            seen.extend(list.rows);
            place = list.more;
            if place.is_none() {
                break;
            }
        }
        assert_eq!(seen, whole.rows, "{rows} at a time");
    }
}

async fn what_is_done_is_owed_no_more(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    some_are_owed(ledger).await;
    let first = owed(ledger, ANA, LOGISTICS, None, 1).await.rows.remove(0);
    let kept = AccountCommand::KeepPromise {
        matter: first.matter.reference.id,
        evidence: world::text(0xAB, "Albarán 12"),
    };
    let told = to_account(0xAB, first.account, kept);
    applied(ledger.submit(told, ana(), minutes(2)).await);
    let left = owed(ledger, ANA, LOGISTICS, None, 50).await;
    assert!(!left.rows.iter().any(|row| row.due == first.due));
}

async fn what_an_older_row_owes_is_folded_anew(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    some_are_owed(ledger).await;
    let before = owed(ledger, ANA, LOGISTICS, None, 50).await;
    for table in ["accounts", "matters"] {
        let form = STATE_FORMAT - 1;
        let older = format!("UPDATE {table} SET state_format = {form}, state = '{{}}'");
        assert_eq!(meddle(&fresh.url, &older).await.expect("older"), 3);
    }
    let after = owed(ledger, ANA, LOGISTICS, None, 50).await;
    assert_eq!(after, before);
}
