//! The record of whoever gives words: what each fact adds to it, and who sees how much.

use domain::account::{ClaimKind, Finding, Invoice, Span, Terms};
use domain::command::{About, AccountCommand as Ask};
use domain::context::Role;
use domain::house::HouseCommand;
use domain::ids::{MatterId, PersonId, StoreId};
use domain::record::{RecordKind, directed, is_seen, lines};
use uuid::Uuid;

use super::invoices::{enter, euros, invoice, price};
use crate::support::*;

/// The lines of somebody's record, in the order they were written.
fn record(world: &World, person: PersonId) -> Vec<(&'static str, MatterId)> {
    let all = world.entries.iter();
    let all = all.flat_map(|entry| lines(entry, &world.account));
    let theirs = all.filter(|line| line.person == person);
    theirs.map(|line| (line.kind.code(), line.matter)).collect()
}

fn codes_of(world: &World, person: PersonId) -> Vec<&'static str> {
    let lines = record(world, person).into_iter();
    lines.map(|(code, _)| code).collect()
}

fn unrecorded() -> About {
    About::Unrecorded {
        terms: Terms::Other,
        what: None,
        span: Span::Single,
        by: Some(MANAGER),
    }
}

fn concluded(world: &mut World, finding: Finding) -> MatterId {
    let matter = world.newest("investigation");
    let conclude = Ask::Conclude {
        matter,
        finding,
        evidence: world.text("consta"),
        changes: Some(world.text("se apunta")),
    };
    world.ask(&person(DIRECTOR), "2026-06-20T10:00", conclude);
    matter
}

#[test]
fn what_was_given_kept_and_broken_stands_in_the_record_of_who_gave_it() {
    let mut world = World::with_ana();
    let kept = world.promised(Terms::Other, Span::Single);
    let evidence = world.text("el albarán");
    let matter = kept;
    world.asks("2026-06-10T10:00", Ask::KeepPromise { matter, evidence });
    let late = world.promised(delivery("2026-06-15"), Span::Single);
    let broken = world.broken(late, &[]);
    world.ask(&person(STAFF), "2026-06-15T10:00", broken);
    assert_eq!(
        record(&world, MANAGER),
        [
            ("made", kept),
            ("kept", kept),
            ("made", late),
            ("broken", late)
        ]
    );
    assert_eq!(record(&world, STAFF), [], "not of whoever found it out");
}

#[test]
fn a_standing_word_is_kept_each_time() {
    let mut world = World::with_ana();
    let matter = world.promised(Terms::Other, Span::Standing { until: None });
    for day in ["2026-06-30T10:00", "2026-07-31T10:00"] {
        let evidence = world.text(day);
        world.asks(day, Ask::KeepPromise { matter, evidence });
    }
    assert_eq!(codes_of(&world, MANAGER), ["made", "kept", "kept"]);
}

#[test]
fn a_missing_record_is_noted_only_once_a_finding_confirms_the_promise() {
    for (finding, told) in [
        (Finding::Seller, &["found_seller", "unrecorded"][..]),
        (Finding::Shared, &["found_shared", "unrecorded"]),
        (Finding::Process, &["found_process", "unrecorded"]),
        (Finding::Customer, &["found_customer"]),
        (Finding::Unproven, &["found_unproven"]),
    ] {
        let mut world = World::with_ana();
        let claim = world.claim(unrecorded(), ClaimKind::BrokenPromise);
        world.asks("2026-06-11T10:00", claim);
        assert_eq!(
            codes_of(&world, MANAGER),
            [""; 0],
            "a claim alone is held against nobody"
        );
        let promise = world.newest("promise");
        let file = concluded(&mut world, finding);
        assert_eq!(codes_of(&world, MANAGER), told, "{finding:?}");
        assert_eq!(record(&world, MANAGER)[0].1, file);
        let noted = record(&world, MANAGER);
        assert!(noted[1..].iter().all(|(_, matter)| *matter == promise));
    }
}

#[test]
fn what_was_recorded_is_never_unrecorded_and_instructions_stand_with_whom_they_were_given() {
    let mut world = World::with_ana();
    let promise = world.promised(Terms::Other, Span::Single);
    let about = About::Promise { matter: promise };
    let claim = world.claim(about, ClaimKind::BrokenPromise);
    world.asks("2026-06-11T10:00", claim);
    let matter = concluded(&mut world, Finding::Seller);
    let words = world.text("Se lee en voz alta");
    let instruct = Ask::InstructSeller { matter, words };
    world.ask(&person(SALES), "2026-06-21T10:00", instruct);
    assert_eq!(
        codes_of(&world, MANAGER),
        ["made", "broken", "found_seller", "instructed"]
    );
}

#[test]
fn every_line_has_its_code() {
    for kind in RecordKind::ALL {
        assert_eq!(RecordKind::from_code(kind.code()), Some(kind));
    }
    assert_eq!(RecordKind::from_code("best_of_the_month"), None);
}

#[test]
fn a_record_is_for_whose_it_is_and_for_who_directs_them() {
    let mut world = World::spain(&[]).with_a_defensor();
    for (viewer, of, seen) in [
        (MANAGER, MANAGER, true),
        (SALES, MANAGER, true),
        (SALES, STAFF, true),
        (DIRECTOR, MANAGER, false),
        (STAFF, MANAGER, false),
        (MANAGER, STAFF, false),
        (ADMIN, MANAGER, false),
        (DEFENSOR, MANAGER, false),
        // Directors have no director here, and neither have those who serve nobody.
        (SALES, DIRECTOR, false),
        (DIRECTOR, SALES, false),
        (SALES, ADMIN, false),
    ] {
        assert_eq!(is_seen(&world.house, viewer, of), seen, "{viewer} of {of}");
    }
    assert_eq!(directed(&world.house, MANAGER), []);
    let all = directed(&world.house, SALES);
    assert!(all.contains(&MANAGER) && all.contains(&STAFF) && !all.contains(&SALES));
    // Whoever left has a record still, and sees none.
    let locked = HouseCommand::LockPerson { person: MANAGER };
    world.ask_house(&person(ADMIN), &locked);
    assert!(is_seen(&world.house, SALES, MANAGER));
    assert!(!is_seen(&world.house, MANAGER, MANAGER));
}

#[test]
fn a_director_of_sales_directs_those_of_their_own_store() {
    let world = World::spain(&[]);
    let mut house = world.house.clone();
    let other = StoreId::from_uuid(Uuid::from_u128(0x52));
    let director = house.people.get_mut(&SALES).expect("there");
    director.store = Some(STORE);
    house.people.get_mut(&MANAGER).expect("there").store = Some(other);
    assert!(!is_seen(&house, SALES, MANAGER));
    house.people.get_mut(&MANAGER).expect("there").store = Some(STORE);
    assert!(is_seen(&house, SALES, MANAGER));
    let roles = &house.people[&SALES].roles;
    assert!(roles.contains(&Role::SalesDirector));
}

#[test]
fn an_invoice_keeps_a_word_once_and_not_while_it_is_broken() {
    let mut world = World::with_ana();
    let matter = world.promised(price(), Span::Standing { until: None });
    let asks = |whole, sent: Option<&str>| Invoice {
        amount: euros(whole),
        sent: sent.map(date),
        ..invoice()
    };
    for (wall, whole) in [
        ("2026-06-05T09:00", 121),
        ("2026-06-05T10:00", 150),
        ("2026-06-05T11:00", 121),
    ] {
        world.asks(wall, enter(matter, asks(whole, None)));
    }
    assert_eq!(
        codes_of(&world, MANAGER),
        ["made", "kept"],
        "one invoice, drawn up thrice"
    );
    let wrong = Invoice {
        number: "105".into(),
        ..asks(150, Some("2026-06-08"))
    };
    world.asks("2026-06-08T09:00", enter(matter, wrong));
    let right = Invoice {
        number: "106".into(),
        ..asks(121, None)
    };
    world.asks("2026-06-08T10:00", enter(matter, right));
    assert_eq!(codes_of(&world, MANAGER), ["made", "kept", "broken"]);
}
