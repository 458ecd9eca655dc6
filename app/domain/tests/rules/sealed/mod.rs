//! The bytes that are stored for ever: a sealed line of every fact there is, with its leaf and the head after it, as
//! they were first written. A line here never changes: where a form grows, its lines go to `earlier` and new ones come.

mod course;
mod facts;
mod house;
mod investigations;
mod invoices;
mod signing;

use domain::context::{Actor, Role, Via};
use domain::deadline::{Bearer, Deadline, Due, DueKind, Origin, Owes};
use domain::entry::{Audience, Draft, Entry, MatterRef, Stamp, UnsealError};
use domain::fact::Fact;
use domain::house::HouseFact;
use domain::ids::{CommandId, DeviceId, MatterId, StreamId};
use domain::rules::{PAL_CHECK, PAL_TELL};
use domain::seal;
use domain::text::Digest;
use domain::time::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use crate::support::{ACCOUNT, ANA, MANAGER, date, person};

const FACTS: &str = include_str!("facts.golden");
const COURSE: &str = include_str!("course.golden");
const COURSE_HOUSE: &str = include_str!("course_house.golden");
const HOUSE: &str = include_str!("house.golden");
const SIGNED: &str = include_str!("signed.golden");
const INVOICES: &str = include_str!("invoices.golden");

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// Every kind of actor, one after another.
fn actor(n: usize) -> Actor {
    let desk = |via| Actor::Person {
        person: MANAGER,
        via,
    };
    match n % 6 {
        0 => person(MANAGER),
        1 => desk(Via::Tablet(DeviceId::from_uuid(id(0xde)))),
        2 => desk(Via::Token),
        3 => Actor::Customer { contact: ANA },
        4 => Actor::House,
        _ => Actor::Import {
            source: "erp".into(),
        },
    }
}

fn audience(n: usize) -> Audience {
    [
        Audience::Service,
        Audience::Investigation,
        Audience::Defensor,
        Audience::Customer,
    ][n % 4]
}

/// A due of every kind, borne in every way.
fn owes() -> Owes {
    let due = |(place, kind)| Due {
        kind,
        bearer: [
            Bearer::Owner,
            Bearer::Person(MANAGER),
            Bearer::Role(Role::ServiceDirector),
        ][place % 3],
        deadline: Deadline {
            on: date("2026-06-09"),
            at: Timestamp::from_micros(1_781_041_599_999_999),
            rule: if place == 0 { PAL_CHECK } else { PAL_TELL },
            from: date("2026-06-15"),
            house_version: 7,
        },
        origin: [Origin::Live, Origin::Imported][place % 2],
    };
    let kinds = [
        DueKind::Compare,
        DueKind::Check,
        DueKind::Tell,
        DueKind::Choice,
        DueKind::Ask,
        DueKind::Remedy(2),
        DueKind::Apology,
        DueKind::Answer,
    ];
    Owes {
        dues: kinds.into_iter().enumerate().map(due).collect(),
        next_news: Some(date("2026-06-09")),
    }
}

/// As the ledger stamps it, with all that an entry may carry on one in three.
fn entry<F>(n: usize, stream: StreamId, fact: F) -> Entry<F> {
    let root = MatterRef::root(MatterId::from_uuid(id(0x3a)));
    let is_full = n.is_multiple_of(3);
    let draft = Draft {
        matter: [
            None,
            Some(root),
            Some(root.child(MatterId::from_uuid(id(0x3b)))),
        ][n % 3],
        audience: audience(n),
        happened_at: Timestamp::from_micros(1_780_300_800_000_000),
        on: date("2026-06-01"),
        fact,
        owes: is_full.then(owes),
    };
    let recorded_at = Timestamp::from_micros(1_780_300_801_000_000);
    draft.stamp(&Stamp {
        stream,
        version: n as u64 + 1,
        command: CommandId::from_uuid(id(n as u128 + 0x1000)),
        n: 0,
        actor: &actor(n),
        device: is_full.then(|| DeviceId::from_uuid(id(0xde))),
        recorded_at,
        sent_at: recorded_at.plus_micros(if is_full { -3_000_000 } else { 0 }),
        house_version: 7,
    })
}

/// `leaf head bytes`, line by line.
fn golden<F: Serialize>(entries: &[Entry<F>]) -> String {
    let mut head = seal::EMPTY;
    let mut lines = String::new();
    for entry in entries {
        let sealed = entry.seal();
        let leaf = seal::leaf(&sealed);
        head = seal::head(head, leaf);
        let sealed = String::from_utf8(sealed).expect("JSON");
        lines += &format!("{leaf} {head} {sealed}\n");
    }
    lines
}

/// The bytes of a line.
fn sealed(line: &str) -> &[u8] {
    line.splitn(3, ' ').nth(2).expect("bytes").as_bytes()
}

/// Its kind as its JSON has it.
fn kind<F: Serialize>(fact: &F) -> String {
    let json = serde_json::to_value(fact).expect("JSON");
    let object = json.as_object().expect("one kind, and what it holds");
    assert_eq!(object.len(), 1, "{json}");
    object.keys().next().expect("a kind").clone()
}

/// The codes that a `code` function answers with, read off its source.
fn codes(source: &str) -> Vec<String> {
    let mut codes: Vec<_> = source
        .lines()
        .filter_map(|line| Some(line.split_once("=> \"")?.1.split_once('"')?.0.to_owned()))
        .collect();
    codes.sort_unstable();
    codes
}

fn facts() -> Vec<Entry<Fact>> {
    let facts = facts::every().into_iter().enumerate();
    facts
        .map(|(n, fact)| entry(n, ACCOUNT.into(), fact))
        .collect()
}

fn house_facts() -> Vec<Entry<HouseFact>> {
    of_the_house(house::every())
}

fn of_the_house(facts: Vec<HouseFact>) -> Vec<Entry<HouseFact>> {
    let facts = facts.into_iter().enumerate();
    facts
        .map(|(n, fact)| entry(n, StreamId::HOUSE, fact))
        .collect()
}

/// Those of a claim's course, each with an entry of its own.
fn course_facts() -> Vec<Entry<Fact>> {
    let facts = course::every().into_iter().enumerate();
    facts
        .map(|(n, fact)| entry(n, ACCOUNT.into(), fact))
        .collect()
}

/// Those of a signed promise.
fn signed_facts() -> Vec<Entry<Fact>> {
    let facts = signing::every().into_iter().enumerate();
    facts
        .map(|(n, fact)| entry(n, ACCOUNT.into(), fact))
        .collect()
}

/// Those of invoices, each with an entry of its own.
fn invoice_facts() -> Vec<Entry<Fact>> {
    let facts = invoices::every().into_iter().enumerate();
    facts
        .map(|(n, fact)| entry(n, ACCOUNT.into(), fact))
        .collect()
}

#[test]
fn every_fact_is_sealed_as_it_was_first() {
    assert_eq!(golden(&signed_facts()), SIGNED);
    assert_eq!(golden(&facts()), FACTS);
    assert_eq!(golden(&course_facts()), COURSE);
    assert_eq!(golden(&house_facts()), HOUSE);
    assert_eq!(golden(&of_the_house(course::of_the_house())), COURSE_HOUSE);
    assert_eq!(golden(&invoice_facts()), INVOICES);
}

#[test]
fn every_line_first_sealed_is_read_as_it_was_meant() {
    let read: Vec<Entry<Fact>> = FACTS
        .lines()
        .map(|line| Entry::unseal(sealed(line)).expect("readable"))
        .collect();
    assert_eq!(read, facts());
    let read: Vec<Entry<Fact>> = COURSE
        .lines()
        .map(|line| Entry::unseal(sealed(line)).expect("readable"))
        .collect();
    assert_eq!(read, course_facts());
    let read: Vec<Entry<Fact>> = SIGNED
        .lines()
        .map(|line| Entry::unseal(sealed(line)).expect("readable"))
        .collect();
    assert_eq!(read, signed_facts());
    let read: Vec<Entry<HouseFact>> = HOUSE
        .lines()
        .map(|line| Entry::unseal(sealed(line)).expect("readable"))
        .collect();
    assert_eq!(read, house_facts());
    let read: Vec<Entry<Fact>> = INVOICES
        .lines()
        .map(|line| Entry::unseal(sealed(line)).expect("readable"))
        .collect();
    assert_eq!(read, invoice_facts());
}

/// Lines sealed before a form grew, each by another Palabra than the last: what they do not say has its usual value.
#[test]
fn every_line_sealed_before_a_form_grew_is_read_still() {
    let lines = include_str!("earlier/house.golden").lines();
    let read = lines.map(|line| Entry::<HouseFact>::unseal(sealed(line)).expect("readable"));
    let read: Vec<_> = read.map(|entry| entry.fact).collect();
    assert_eq!(read, house::every());
    let now = facts();
    for line in include_str!("earlier/facts.golden").lines() {
        let read: Entry<Fact> = Entry::unseal(sealed(line)).expect("readable");
        assert!(now.contains(&read), "{read:?}");
    }
}

#[test]
fn no_fact_is_left_out_and_its_code_is_its_kind() {
    let mut told: Vec<_> = facts::every()
        .iter()
        .chain(&course::every())
        .chain(&signing::every())
        .chain(&invoices::every())
        .inspect(|fact| assert_eq!(kind(*fact), fact.code()))
        .map(|fact| fact.code().to_owned())
        .collect();
    told.sort_unstable();
    told.dedup();
    assert_eq!(told, codes(include_str!("../../../src/fact/code.rs")));
    let mut told: Vec<_> = house::every()
        .iter()
        .chain(&course::of_the_house())
        .inspect(|fact| assert_eq!(kind(*fact), fact.code()))
        .map(|fact| fact.code().to_owned())
        .collect();
    told.sort_unstable();
    told.dedup();
    assert_eq!(told, codes(include_str!("../../../src/house/fact.rs")));
}

#[test]
fn a_line_of_a_newer_palabra_says_so_whether_it_can_be_read_or_not() {
    let sealed = String::from_utf8(facts()[0].seal()).expect("JSON");
    let newer = sealed.replacen("{\"form\":1,", "{\"form\":2,", 1);
    assert_ne!(newer, sealed);
    for newer in [
        newer.clone(),
        newer.replace("account_opened", "account_sung"),
    ] {
        assert!(matches!(
            Entry::<Fact>::unseal(newer.as_bytes()),
            Err(UnsealError::NewerForm(2))
        ));
    }
    for broken in ["", "{}", "{\"form\":1}", "{\"form\":\"uno\"}", "null"] {
        assert!(matches!(
            Entry::<Fact>::unseal(broken.as_bytes()),
            Err(UnsealError::Read(_))
        ));
    }
}

/// Worked out apart, with another SHA-256.
#[test]
fn heads_are_chained_as_anybody_can_work_out() {
    let known = |hex: &str| Digest::from_hex(hex).expect("a digest");
    let leaf = seal::leaf(b"palabra");
    assert_eq!(
        leaf,
        known("2381f1805955736a41f5966c10ab49a5b3adc40d95991d4680d7f22b54b8dae0")
    );
    let first = seal::head(seal::EMPTY, leaf);
    assert_eq!(
        first,
        known("9166338facdb4d021f4595ee53b7ed91276d76d7d1de481c6f51d525b99afebf")
    );
    assert_eq!(
        seal::head(first, seal::leaf(b"se cumple")),
        known("cf6e570c38d6e09a07d729e5ff4398c7e561c768139eeaf3e44ab38b3f9bd233")
    );
}
