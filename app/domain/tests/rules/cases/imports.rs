//! Rows stated again: what a source changes is written, and what it says nothing of stays.

use domain::account::{AccountKind, Channel, Essential, Language, Telling};
use domain::command::{AccountCommand as Ask, ImportedOrder, NewContact};
use domain::fact::{Aftermath, Fact};
use domain::ids::MatterId;
use domain::text::Text;
use rstest::rstest;

use crate::support::{ANA, MANAGER, STORE, World, codes, date, erp, owed, row, stated};

fn imports(world: &mut World, wall: &str, order: ImportedOrder) -> Vec<Fact> {
    world.ask(&erp(), wall, Ask::ImportOrder { order })
}

fn imported(order: ImportedOrder) -> (World, MatterId) {
    let mut world = World::with_ana();
    let matter = order.matter;
    imports(&mut world, "2026-06-05T09:00", order);
    (world, matter)
}

#[test]
fn a_source_that_says_nothing_of_what_somebody_recorded_takes_none_back() {
    let (mut world, matter) = imported(row(Some("2026-06-20"), None));
    let moved = world.repromise(matter, &[], "2026-06-25");
    world.asks("2026-06-06T09:00", moved);
    let more = ImportedOrder {
        quantity: 2,
        ..row(Some("2026-06-20"), None)
    };
    let facts = imports(&mut world, "2026-06-07T09:00", more.clone());
    assert_eq!(codes(&facts), ["line_restated"]);
    assert_eq!(
        world.order_of(matter).lines[0].repromised,
        Some(date("2026-06-25"))
    );
    world.asks(
        "2026-06-08T09:00",
        World::delivered(matter, &[], "2026-06-08"),
    );
    let again = ImportedOrder {
        quantity: 3,
        ..more
    };
    imports(&mut world, "2026-06-09T09:00", again.clone());
    let line = world.order_of(matter).lines[0];
    assert_eq!((line.quantity, line.actual), (3, Some(date("2026-06-08"))));
    assert!(imports(&mut world, "2026-06-10T09:00", again).is_empty());
}

#[test]
fn a_source_takes_back_what_it_said_itself() {
    let moved = ImportedOrder {
        repromised: Some(date("2026-06-12")),
        ..row(Some("2026-06-10"), Some("2026-06-03"))
    };
    let (mut world, matter) = imported(moved);
    let facts = imports(
        &mut world,
        "2026-06-07T09:00",
        row(Some("2026-06-10"), None),
    );
    assert_eq!(codes(&facts), ["line_restated"]);
    let line = world.order_of(matter).lines[0];
    assert_eq!((line.repromised, line.actual), (None, None));
    assert_eq!(owed(world.matter(matter)), [("check", date("2026-06-08"))]);
}

#[test]
fn an_arrival_is_told_as_one_also_beside_what_else_changed() {
    let (mut world, matter) = imported(row(Some("2026-06-10"), None));
    let came = ImportedOrder {
        quantity: 2,
        ..row(Some("2026-06-10"), Some("2026-06-12"))
    };
    let facts = imports(&mut world, "2026-06-15T09:00", came);
    assert_eq!(
        codes(&facts),
        ["line_restated", "lines_missed", "lines_delivered"]
    );
    assert!(!world.matter(matter).is_open());
}

#[test]
fn what_was_told_as_missed_is_missed_once() {
    let (mut world, _) = imported(row(Some("2026-06-03"), None));
    let facts = imports(
        &mut world,
        "2026-06-10T09:00",
        row(Some("2026-06-03"), Some("2026-06-09")),
    );
    assert_eq!(codes(&facts), ["lines_delivered"]);
}

#[test]
fn a_line_restated_as_come_leaves_nothing_to_choose() {
    let (mut world, matter) = imported(row(Some("2026-06-03"), None));
    let call = world.call(matter);
    world.asks("2026-06-05T10:00", call);
    assert!(matches!(
        world.order_of(matter).amends.telling,
        Telling::Told(_)
    ));
    imports(
        &mut world,
        "2026-06-10T09:00",
        row(Some("2026-06-03"), Some("2026-06-04")),
    );
    let restated = row(Some("2026-06-03"), Some("2026-06-09"));
    let facts = imports(&mut world, "2026-06-11T09:00", restated);
    assert_eq!(codes(&facts), ["line_restated"]);
    assert_eq!(world.order_of(matter).amends.telling, Telling::NotOwed);
    let dues = owed(world.matter(matter));
    assert!(dues.iter().all(|(kind, _)| *kind == "apology"), "{dues:?}");
}

#[test]
fn an_open_order_is_late_by_the_date_promised_last() {
    let moved = ImportedOrder {
        repromised: Some(date("2026-06-20")),
        ..row(Some("2026-06-03"), None)
    };
    let (world, matter) = imported(moved.clone());
    let told: Vec<_> = world.entries.iter().map(|one| one.fact.code()).collect();
    assert!(!told.contains(&"lines_missed"), "{told:?}");
    assert_eq!(world.order_of(matter).amends.telling, Telling::NotOwed);
    let overdue = ImportedOrder {
        repromised: Some(date("2026-06-04")),
        ..moved
    };
    let (world, _) = imported(overdue);
    assert!(world.entries.iter().any(|one| matches!(
        one.fact,
        Fact::LinesMissed { promised, aftermath: Aftermath::Open, .. } if promised == Some(date("2026-06-04"))
    )));
}

#[test]
fn what_is_essential_stays_so_when_a_source_moves_it() {
    let (mut world, matter) = imported(row(Some("2026-06-20"), None));
    let essential = Ask::RepromiseLines {
        matter,
        lines: vec![],
        to: date("2026-06-22"),
        essential: Essential::Yes,
        reason: world.text("sin falta"),
    };
    world.asks("2026-06-06T09:00", essential);
    let moved = ImportedOrder {
        repromised: Some(date("2026-06-24")),
        ..row(Some("2026-06-20"), None)
    };
    imports(&mut world, "2026-06-07T09:00", moved);
    let line = world.order_of(matter).lines[0];
    assert_eq!(line.essential, Essential::Yes);
    assert_eq!(line.repromised, Some(date("2026-06-24")));
}

#[rstest]
#[case::number(ImportedOrder { number: "E-71".into(), ..row(Some("2026-06-20"), None) }, &["order_restated"])]
#[case::placed_on(ImportedOrder { placed_on: date("2026-06-02"), ..row(Some("2026-06-20"), None) }, &["order_restated"])]
#[case::what(ImportedOrder { what: Some(stated("mesa")), ..row(Some("2026-06-20"), None) }, &["line_restated"])]
#[case::quantity(ImportedOrder { quantity: 2, ..row(Some("2026-06-20"), None) }, &["line_restated"])]
#[case::requested(ImportedOrder { requested: Some(date("2026-06-18")), ..row(Some("2026-06-20"), None) }, &["line_restated"])]
#[case::promised(row(Some("2026-06-19"), None), &["line_restated"])]
#[case::promised_no_more(row(None, None), &["line_restated"])]
#[case::repromised(ImportedOrder { repromised: Some(date("2026-06-22")), ..row(Some("2026-06-20"), None) }, &["lines_repromised"])]
#[case::actual(row(Some("2026-06-20"), Some("2026-06-08")), &["lines_delivered"])]
fn every_column_of_an_order_that_changes_is_written(
    #[case] changed: ImportedOrder,
    #[case] facts: &[&str],
) {
    let (mut world, matter) = imported(row(Some("2026-06-20"), None));
    let told = imports(&mut world, "2026-06-10T09:00", changed.clone());
    assert_eq!(codes(&told), facts);
    let order = world.order_of(matter);
    assert_eq!(
        (&order.number, order.placed_on),
        (&changed.number, changed.placed_on)
    );
    let line = order.lines[0];
    assert_eq!(
        (line.what, line.quantity, line.requested, line.promised),
        (
            changed.what.as_ref().map(Text::reference),
            changed.quantity,
            changed.requested,
            changed.promised
        )
    );
    assert_eq!(
        (line.repromised, line.actual),
        (changed.repromised, changed.actual)
    );
    let again = imports(&mut world, "2026-06-11T09:00", changed);
    assert!(again.is_empty(), "stated again, nothing is written");
}

/// A row of the source's customers.
#[derive(Debug, Clone, Copy)]
struct Customer {
    kind: Option<AccountKind>,
    name: &'static str,
    tax_id: Option<&'static str>,
    contact: &'static str,
    phone: Option<&'static str>,
    email: Option<&'static str>,
}

const ANAS: Customer = Customer {
    kind: Some(AccountKind::Consumer),
    name: "Ana Peña",
    tax_id: None,
    contact: "Ana",
    phone: Some("600 111 222"),
    email: Some("ana@casa.example"),
};

impl Customer {
    fn row(self) -> Ask {
        Ask::ImportAccount {
            account_kind: self.kind,
            name: stated(self.name),
            tax_id: self.tax_id.map(stated),
            store: STORE,
            owner: MANAGER,
            contact: Some(NewContact {
                contact: ANA,
                name: stated(self.contact),
                phone: self.phone.map(stated),
                email: self.email.map(stated),
                channel: Channel::Call,
                language: Language::Es,
            }),
        }
    }
}

#[rstest]
#[case::kind(Customer { kind: Some(AccountKind::Business), ..ANAS }, &["account_restated"])]
#[case::name(Customer { name: "Ana Peña Ruiz", ..ANAS }, &["account_restated"])]
#[case::tax_id(Customer { tax_id: Some("1234"), ..ANAS }, &["account_restated"])]
#[case::contact(Customer { contact: "Anita", ..ANAS }, &["contact_added"])]
#[case::phone(Customer { phone: Some("600 111 333"), ..ANAS }, &["contact_added"])]
#[case::no_phone(Customer { phone: None, ..ANAS }, &["contact_added"])]
#[case::no_email(Customer { email: None, ..ANAS }, &["contact_added"])]
#[case::kind_not_said(Customer { kind: None, ..ANAS }, &[])]
fn every_column_of_a_customer_that_changes_is_written(
    #[case] changed: Customer,
    #[case] facts: &[&str],
) {
    let mut world = World::spain(&[]);
    world.ask(&erp(), "2026-06-01T09:00", ANAS.row());
    let likes = NewContact {
        contact: ANA,
        name: stated("Ana"),
        phone: ANAS.phone.map(stated),
        email: ANAS.email.map(stated),
        channel: Channel::Message,
        language: Language::Ca,
    };
    world.asks("2026-06-02T09:00", Ask::AddContact { contact: likes });
    let told = world.ask(&erp(), "2026-06-03T09:00", changed.row());
    assert_eq!(codes(&told), facts);
    let head = world.account.head.clone().expect("opened");
    assert_eq!(head.kind, changed.kind.unwrap_or(AccountKind::Consumer));
    assert_eq!(head.name, stated(changed.name).reference());
    let contact = &head.contacts[&ANA];
    assert_eq!(
        contact.phone,
        changed.phone.map(|phone| stated(phone).reference())
    );
    assert_eq!(
        contact.email,
        changed.email.map(|email| stated(email).reference())
    );
    assert_eq!(
        (contact.channel, contact.language),
        (Channel::Message, Language::Ca),
        "how they like to be reached is not the source's to say"
    );
    let again = world.ask(&erp(), "2026-06-04T09:00", changed.row());
    assert!(again.is_empty(), "stated again, nothing is written");
}
