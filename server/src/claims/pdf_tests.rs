use chrono::NaiveDate;
use domain::account::{ClaimKind, Language, RemedyKind};
use domain::context::Role;
use domain::deadline::Bearer;
use domain::ids::{CommandId, MatterId, PersonId};
use domain::key::{Handed, Key, Link};
use domain::money::{EUR, Money};
use domain::receipt::{Honoured, Receipt, RemedyTold};
use domain::text::Salt;
use domain::time::Timestamp;
use uuid::Uuid;

use super::*;
use crate::paper::code;

fn recibo(points: Vec<Option<String>>) -> Recibo {
    let ana = PersonId::from_uuid(Uuid::from_u128(1));
    let on = NaiveDate::from_ymd_opt(2026, 6, 8).unwrap();
    let claim = MatterId::from_uuid(Uuid::from_u128(2));
    let seed = Salt([3; 32]);
    let link = format!("https://palabra.example/c/{}", Link::minted(&seed));
    Recibo {
        receipt: Receipt {
            claim,
            command: CommandId::from_uuid(Uuid::from_u128(4)),
            happened_at: Timestamp::from_micros(1_780_905_600_000_000),
            on,
            kind: ClaimKind::Billing,
            language: Language::Es,
            points,
            sought: None,
            invoiced: None,
            handed: Some(Handed {
                key: Key::minted(&seed).to_string(),
                link: Link::minted(&seed).to_string(),
            }),
            honoured: Some(Honoured {
                word: claim,
                pay_now: Some(Money::new(8_900, EUR)),
                frozen: Some(Money::new(1_869, EUR)),
                remedies: vec![RemedyTold {
                    kind: RemedyKind::Credit,
                    amount: Some(Money::new(1_869, EUR)),
                    bearer: Bearer::Role(Role::Logistics),
                    by: on,
                    what: None,
                }],
            }),
        },
        about: Some("Promesa: 89,00 € al mes".to_owned()),
        owner: ana,
        people: [(ana, "Ana Ruiz".to_owned())].into(),
        house: "La casa".to_owned(),
        wall: on.and_hms_opt(10, 0, 0).unwrap(),
        head: "ab".repeat(32),
        version: 7,
        code: code::code(&link).unwrap(),
        link,
        pdf: String::new(),
        back: String::new(),
    }
}

#[test]
fn the_same_receipt_gives_the_same_file_and_says_that_it_is_tagged_pdf_a() {
    let one = written(&recibo(vec![Some("Me dijeron 89 €".to_owned())])).unwrap();
    let again = written(&recibo(vec![Some("Me dijeron 89 €".to_owned())])).unwrap();
    assert_eq!(one, again);
    let said = String::from_utf8_lossy(&one);
    assert!(said.starts_with("%PDF-1.7"));
    assert!(said.contains("<pdfaid:part>2</pdfaid:part>"));
    assert!(said.contains("<pdfaid:conformance>A</pdfaid:conformance>"));
    assert!(said.contains("/StructTreeRoot") && said.contains("/Marked true"));
}

#[test]
fn whatever_was_said_can_be_written() {
    let said = |text: &str| Some(text.to_owned());
    let points = vec![
        said("Ελληνικά, 漢字, \u{1F600} y \u{200B}nada\t\u{7}"),
        said(&"a".repeat(20_000)),
        said("\n\n"),
        None,
    ];
    assert!(written(&recibo(points)).unwrap().len() > 1_000);
    let many = vec![said("otra vez lo mismo"); 400];
    assert!(written(&recibo(many)).unwrap().len() > 1_000);
}
