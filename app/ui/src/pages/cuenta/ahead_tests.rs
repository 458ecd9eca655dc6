use domain::account::{Account, AccountKind};
use domain::calendar::{Saturday, Shifts, WorkCalendar};
use domain::command::AccountCommand;
use domain::context::{Role, Via};
use domain::form::Submission;
use domain::house::{Person, Standing, Store};
use domain::ids::{AccountId, CommandId, PersonId, StoreId};
use domain::text::{Pen, Salt, Text};
use domain::time::{Timestamp, Zone};
use uuid::Uuid;

use super::*;

const STORE: StoreId = StoreId::from_uuid(Uuid::from_u128(1));
const MARTA: PersonId = PersonId::from_uuid(Uuid::from_u128(2));
const CLARA: AccountId = AccountId::from_uuid(Uuid::from_u128(3));
const NOW: Timestamp = Timestamp::from_micros(1_781_000_000_000_000);

fn text(n: u128, body: &str) -> Text {
    let seed = Salt::from_hex(&"ab".repeat(32)).unwrap();
    Pen::new(CommandId::from_uuid(Uuid::from_u128(n)), seed).write(body)
}

fn house() -> House {
    let mut house = House::new();
    let store = Store {
        name: "Mayor".into(),
        zone: Zone::new("Fija", vec![(i64::MIN, 7200)]).unwrap(),
        calendar: WorkCalendar {
            saturday: Saturday::Works,
            holidays: domain::calendar::Holidays::new(),
        },
        shifts: Shifts::usual(),
    };
    house.stores.insert(STORE, store);
    let marta = Person {
        name: text(90, "Marta").reference(),
        store: Some(STORE),
        roles: vec![Role::AccountManager],
        standing: Standing::Active,
    };
    house.people.insert(MARTA, marta);
    house
}

fn pending(n: u128, command: AccountCommand) -> Pending {
    Pending {
        submission: Submission {
            id: CommandId::from_uuid(Uuid::from_u128(n)),
            account: CLARA,
            command,
            happened_at: NOW,
            seen: Vec::new(),
        },
        typed: Vec::new(),
        asked_at: NOW,
    }
}

fn opened() -> Pending {
    pending(
        10,
        AccountCommand::OpenAccount {
            account_kind: AccountKind::Consumer,
            name: text(10, "Clara"),
            tax_id: None,
            store: STORE,
            owner: MARTA,
            contact: None,
        },
    )
}

fn note(n: u128) -> Pending {
    let note = text(n, &format!("Nota {n}"));
    pending(n, AccountCommand::AddNote { matter: None, note })
}

fn shown(pending: &[Pending]) -> Shown {
    let actor = Actor::Person {
        person: MARTA,
        via: Via::Desk,
    };
    let standing = Shown {
        account: Account::new(CLARA),
        rows: Vec::new(),
        words: std::collections::BTreeMap::new(),
    };
    of(standing, pending, &house(), &actor)
}

#[test]
fn each_is_decided_on_top_of_the_one_before() {
    let all = shown(&[opened(), note(11), note(12)]);
    let said: Vec<_> = all
        .rows
        .iter()
        .flat_map(|row| row.texts.values().map(String::as_str))
        .collect();
    assert!(
        said.contains(&"Nota 11") && said.contains(&"Nota 12"),
        "{said:?}"
    );
    assert!(all.rows.iter().all(|row| row.version.is_none()));
    assert_eq!(all.account.version, all.rows.len() as u64);
}

#[test]
fn what_is_refused_on_top_of_another_leaves_no_row() {
    let unopened = shown(&[note(11)]);
    assert!(unopened.rows.is_empty());
    assert_eq!(unopened.account.version, 0);
}

#[test]
fn what_the_server_has_told_already_is_not_doubled() {
    let actor = Actor::Person {
        person: MARTA,
        via: Via::Desk,
    };
    let once = shown(&[opened(), note(11)]);
    let again = of(once.clone(), &[note(11)], &house(), &actor);
    assert_eq!(again, once);
}
