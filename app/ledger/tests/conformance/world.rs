//! A small house to test in: a store in Madrid's summer, three people, and commands with ids by number.

use domain::account::{AccountKind, Channel, Essential, Language, Span, Terms};
use domain::calendar::{Saturday, Shifts, WorkCalendar};
use domain::command::{AccountCommand, Command, ImportedOrder, NewContact, NewLine};
use domain::context::{Actor, Role, Via};
use domain::entry::{Audience, Envelope};
use domain::house::{HouseCommand, Pack, Settings, Store};
use domain::ids::{AccountId, CommandId, ContactId, MatterId, PersonId, StoreId, StreamId, TextId};
use domain::money::EUR;
use domain::text::{Salt, Text};
use domain::time::{Date, Timestamp, Zone};
use ledger::{Ledger, Outcome};
use uuid::Uuid;

pub(crate) const ANA: PersonId = PersonId::from_uuid(Uuid::from_u128(0xA));
pub(crate) const LUIS: PersonId = PersonId::from_uuid(Uuid::from_u128(0xB));
pub(crate) const STORE: StoreId = StoreId::from_uuid(Uuid::from_u128(0x5));
pub(crate) const SERVICE: &[Audience] = &[Audience::Service, Audience::Customer];

/// 15 June 2026, 08:00 UTC, a Monday.
pub(crate) const NOW: Timestamp = Timestamp::from_micros(1_781_510_400_000_000);

pub(crate) fn minutes(n: i64) -> Timestamp {
    NOW.plus_micros(n * 60_000_000)
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

pub(crate) fn account(n: u128) -> AccountId {
    AccountId::from_uuid(Uuid::from_u128(0xACC0_0000 + n))
}

pub(crate) fn matter(n: u128) -> MatterId {
    MatterId::from_uuid(Uuid::from_u128(0x3A77_0000 + n))
}

pub(crate) fn command_id(n: u128) -> CommandId {
    CommandId::from_uuid(Uuid::from_u128(0xC0DE_0000 + n))
}

/// A text of its own id and salt.
pub(crate) fn text(n: u128, body: &str) -> Text {
    Text {
        id: TextId::from_uuid(Uuid::from_u128(0x7E87_0000 + n)),
        salt: Salt([7; 32]),
        body: body.to_owned(),
    }
}

pub(crate) fn ana() -> Actor {
    Actor::Person {
        person: ANA,
        via: Via::Desk,
    }
}

pub(crate) fn import() -> Actor {
    Actor::Import {
        source: "erp".to_owned(),
    }
}

pub(crate) fn to_house(n: u128, command: HouseCommand) -> Envelope {
    envelope(n, StreamId::HOUSE, Command::House(command), NOW)
}

pub(crate) fn to_account(n: u128, account: AccountId, command: AccountCommand) -> Envelope {
    envelope(n, account.into(), Command::Account(command), NOW)
}

pub(crate) fn envelope(n: u128, stream: StreamId, command: Command, at: Timestamp) -> Envelope {
    Envelope {
        id: command_id(n),
        stream,
        command,
        happened_at: at,
        sent_at: at,
        device: None,
        seen: Vec::new(),
        house_version: 0,
    }
}

/// A house with a store, Ana who answers for accounts and Luis who directs sales.
pub(crate) async fn found(ledger: &Ledger) {
    let store = Store {
        name: "Centro".to_owned(),
        zone: Zone::new("Europe/Madrid", vec![(i64::MIN, 7200)]).expect("a zone"),
        calendar: WorkCalendar {
            saturday: Saturday::Works,
            holidays: domain::calendar::Holidays::new(),
        },
        shifts: Shifts::usual(),
    };
    let founding = HouseCommand::Found {
        name: "La Casa".to_owned(),
        currency: EUR,
        pack: Pack::Es,
        settings: Settings::usual(),
        store: STORE,
        opened: store,
    };
    let person = |n, person, name: &str, roles| HouseCommand::AddPerson {
        person,
        name: text(n, name),
        store: Some(STORE),
        roles,
    };
    for (n, command) in [
        (0xF0, founding),
        (
            0xF1,
            person(0xF1, ANA, "Ana Ruiz", vec![Role::AccountManager]),
        ),
        (
            0xF2,
            person(0xF2, LUIS, "Luis Gil", vec![Role::SalesDirector]),
        ),
    ] {
        applied(ledger.submit(to_house(n, command), Actor::House, NOW).await);
    }
}

/// The versions of what was applied; anything else fails the test.
#[track_caller]
pub(crate) fn applied(outcome: Result<Outcome, ledger::LedgerError>) -> (u64, u64) {
    match outcome {
        Ok(Outcome::Applied { first, last }) => (first, last),
        other => panic!("not applied: {other:?}"),
    }
}

pub(crate) fn opening(n: u128, name: &str) -> AccountCommand {
    AccountCommand::OpenAccount {
        account_kind: AccountKind::Consumer,
        name: text(n << 8, name),
        tax_id: None,
        store: STORE,
        owner: ANA,
        contact: None,
    }
}

/// Account `n` of that name, Ana's.
pub(crate) async fn open(ledger: &Ledger, n: u128, name: &str) -> AccountId {
    let envelope = to_account(0xACC_0000 + n, account(n), opening(n, name));
    applied(ledger.submit(envelope, ana(), NOW).await);
    account(n)
}

pub(crate) fn contact(n: u128, name: &str, phone: &str) -> AccountCommand {
    AccountCommand::AddContact {
        contact: NewContact {
            contact: ContactId::from_uuid(Uuid::from_u128(0xC0_0000 + n)),
            name: text(n * 3 + 0xC_0000, name),
            phone: Some(text(n * 3 + 0xC_0001, phone)),
            email: None,
            channel: Channel::Call,
            language: Language::Es,
        },
    }
}

pub(crate) fn note(n: u128, body: &str) -> AccountCommand {
    AccountCommand::AddNote {
        matter: None,
        note: text(0xA0_0000 + n, body),
    }
}

pub(crate) fn delivery(date: &str) -> AccountCommand {
    AccountCommand::MakePromise {
        terms: Terms::Delivery {
            date: day(date),
            essential: Essential::No,
        },
        what: None,
        span: Span::Single,
        by: None,
        to: None,
        channel: Channel::Counter,
        order: None,
    }
}

pub(crate) fn order(n: u128, number: &str, promised: &str) -> AccountCommand {
    AccountCommand::PlaceOrder {
        number: number.to_owned(),
        placed_on: day("2026-06-15"),
        lines: vec![NewLine {
            what: Some(text(0xE0_0000 + n, "Una cama")),
            quantity: 1,
            requested: None,
            promised: Some(day(promised)),
            essential: Essential::No,
        }],
    }
}

/// A row of a file of orders: placed, promised, and perhaps delivered.
pub(crate) fn imported(
    n: u128,
    number: &str,
    promised: &str,
    actual: Option<&str>,
) -> AccountCommand {
    AccountCommand::ImportOrder {
        order: ImportedOrder {
            matter: matter(n),
            number: number.to_owned(),
            placed_on: day("2026-03-02"),
            what: Some(text(0xB0_0000 + n, "Una cama")),
            quantity: 1,
            requested: None,
            promised: Some(day(promised)),
            repromised: None,
            actual: actual.map(day),
        },
    }
}
