use super::*;
use crate::account::{Invoice, Off, Reduction};
use crate::time::Date;

fn matter() -> String {
    Uuid::from_u128(9).to_string()
}

fn invoice(typed: &[(&'static str, &str)]) -> (Invoice, Option<String>) {
    let matter = matter();
    let mut all = vec![
        ("matter", matter.as_str()),
        ("number", "F-104"),
        ("amount", "121,00"),
        ("tax", "included"),
        ("rate", "21"),
    ];
    all.extend(typed);
    match read("invoice", &all).unwrap().command {
        AccountCommand::EnterInvoice {
            invoice, replaces, ..
        } => (invoice, replaces),
        other => panic!("an invoice, not {other:?}"),
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn an_invoice_is_of_today_and_still_here_unless_it_says_otherwise() {
    let today = house().zone(STORE).date(NOW);
    let (plain, replaces) = invoice(&[("replaces", ""), ("off", ""), ("percent", "")]);
    assert_eq!(
        plain,
        Invoice {
            number: "F-104".into(),
            drawn: today,
            amount: Money::new(12_100, EUR),
            tax: TaxBasis::Included(Rate(2100)),
            every: None,
            off: None,
            due: None,
            sent: None,
        }
    );
    assert_eq!(replaces, None);
    assert_eq!(invoice(&[("left", "on")]).0.sent, Some(today));
    let (full, replaces) = invoice(&[
        ("drawn", "1/6/2026"),
        ("every", "month"),
        ("due", "2026-07-31"),
        ("left", "on"),
        ("sent", "2/6/2026"),
        ("replaces", "F-103"),
    ]);
    assert_eq!(
        (full.drawn, full.every, full.due, full.sent),
        (
            day("2026-06-01"),
            Some(Every::Month),
            Some(day("2026-07-31")),
            Some(day("2026-06-02"))
        )
    );
    assert_eq!(replaces.as_deref(), Some("F-103"));
}

#[test]
fn what_came_off_is_the_price_before_or_else_the_discount() {
    for (field, off) in [
        ("list", Off::List(Money::new(1_300, EUR))),
        ("percent", Off::Applied(Reduction::Percent(Rate(1300)))),
        (
            "off",
            Off::Applied(Reduction::Amount(Money::new(1_300, EUR))),
        ),
    ] {
        assert_eq!(invoice(&[(field, "13")]).0.off, Some(off), "{field}");
    }
}

#[test]
fn an_invoice_says_at_once_everything_that_it_lacks() {
    let lacking = refused("invoice", &[]);
    let missing = |field: &str| (field.to_owned(), Why::Missing);
    assert_eq!(
        lacking,
        [
            ("matter".to_owned(), Why::NoSuchMatter),
            missing("number"),
            missing("amount"),
            ("tax".to_owned(), Why::TaxNotSaid),
        ]
    );
    let matter = matter();
    let wrong = [
        ("matter", matter.as_str()),
        ("number", "F-104"),
        ("drawn", "ayer"),
        ("amount", "mucho"),
        ("tax", "included"),
        ("rate", ""),
        ("every", "siglo"),
        ("percent", "x"),
        ("due", "pronto"),
        ("sent", "ya"),
    ];
    assert_eq!(
        refused("invoice", &wrong),
        [
            ("drawn".to_owned(), Why::NotADate),
            ("amount".to_owned(), Why::NotAnAmount),
            missing("rate"),
            ("every".to_owned(), Why::NotAChoice),
            ("percent".to_owned(), Why::NotARate),
            ("due".to_owned(), Why::NotADate),
            ("sent".to_owned(), Why::NotADate),
        ]
    );
}

#[test]
fn payment_terms_say_their_days() {
    let terms = |days: &str| {
        let typed = [("terms", "payment"), ("days", days)];
        read("promise", &typed).map(|read| read.command)
    };
    assert!(matches!(
        terms("60"),
        Ok(AccountCommand::MakePromise {
            terms: Terms::Payment { days: 60 },
            ..
        })
    ));
    for (days, why) in [("", Why::Missing), ("dos meses", Why::NotANumber)] {
        let refusals = terms(days).unwrap_err();
        assert_eq!(refusals, [Refusal::of("days", why)], "{days}");
    }
}
