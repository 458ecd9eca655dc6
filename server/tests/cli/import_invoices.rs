//! `palabra import invoices`: what billing drew up is compared with what was promised, said once, again, and corrected.

use domain::account::{Channel, Every, MatterState, PromiseStage, Reduction, Span, Terms};
use domain::command::{AccountCommand, Command};
use domain::context::{Actor, Via};
use domain::entry::Envelope;
use domain::ids::{CommandId, TextId};
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::search::Query;
use domain::text::{Salt, Text};
use domain::time::Timestamp;
use ledger::{Engine, Ledger, Outcome, Whose};
use uuid::Uuid;

use crate::import::{ORDERS, import, story};
use crate::program::{Place, Said};

on_both_engines![
    an_invoice_is_caught_before_it_leaves_and_its_correction_clears_it,
    the_corrective_invoice_of_one_that_left_is_compared,
    the_same_file_writes_nothing_and_a_dry_run_knows_what_it_would,
    a_row_that_cannot_be_compared_says_why_and_stops_nothing,
];

const HEADER: &str =
    "Factura;Cliente;Fecha factura;Total;IVA incluido;Tipo IVA;Pedido;Promesa;Sustituye a\n";

/// Two promises to the one customer of the two that the orders bring: a price on order 77, a discount by itself.
async fn promised(place: &Place) {
    place.found();
    assert_eq!(import(place, ORDERS, &[]).code, 0);
    let ledger = place.ledger().await;
    let price = Terms::Price {
        amount: Money::new(12_100, EUR),
        tax: TaxBasis::Included(Rate(2100)),
        every: Every::Month,
    };
    make(&ledger, "ibanez", price, "Mantenimiento del taller").await;
    make(&ledger, "ibanez", price, "Alquiler del almacén").await;
    let off = Terms::Discount {
        reduction: Reduction::Percent(Rate(1300)),
    };
    make(&ledger, "peña", off, "El trece en todo").await;
    ledger.close().await;
}

async fn make(ledger: &Ledger, typed: &str, terms: Terms, said: &str) {
    let found = ledger
        .search(&Query::parse(typed), Whose::Anyones, None, 2)
        .await;
    let account = found.expect("a search").rows.remove(0);
    // Long enough ago for an invoice of this year.
    let (happened_at, now) = (at("2026-06-01T10:00:00Z"), at("2026-06-20T10:00:00Z"));
    let envelope = Envelope {
        id: CommandId::from_uuid(Uuid::now_v7()),
        stream: account.account.into(),
        command: Command::Account(AccountCommand::MakePromise {
            terms,
            what: Some(Text {
                id: TextId::from_uuid(Uuid::now_v7()),
                salt: Salt([7; 32]),
                body: said.to_owned(),
            }),
            span: Span::Standing { until: None },
            by: None,
            to: None,
            channel: Channel::Call,
            order: None,
        }),
        happened_at,
        sent_at: now,
        device: None,
        seen: Vec::new(),
        house_version: 0,
    };
    let actor = Actor::Person {
        person: account.owner,
        via: Via::Desk,
    };
    let outcome = ledger
        .submit(envelope, actor, now)
        .await
        .expect("an answer");
    assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
}

fn at(text: &str) -> Timestamp {
    let at = chrono::DateTime::parse_from_rfc3339(text).expect("an instant");
    Timestamp::from_micros(at.timestamp_micros())
}

fn invoices(place: &Place, rows: &str, more: &[&str]) -> Said {
    let file = place.write("facturas.csv", format!("{HEADER}{rows}").as_bytes());
    let args = [
        "import", "invoices", &file, "--source", "erp", "--key", "Factura",
    ];
    place.run(&[&args, more].concat())
}

/// How the words of that customer stand, by how many of each.
async fn stages(place: &Place, typed: &str) -> Vec<PromiseStage> {
    let ledger = place.ledger().await;
    let found = ledger
        .search(&Query::parse(typed), Whose::Anyones, None, 2)
        .await;
    let id = found.expect("a search").rows[0].account;
    let account = ledger.promises(id).await.expect("read").expect("there");
    ledger.close().await;
    let mut stages: Vec<_> = account
        .matters
        .values()
        .filter_map(|matter| match &matter.state {
            MatterState::Promise(promise) => Some(promise.stage),
            _ => None,
        })
        .collect();
    stages.sort_unstable();
    stages
}

const WRONG: &str = "F-1;Ferretería Ibáñez;15/06/2026;150,00;sí;21;;taller;\n";
const RIGHT: &str = "F-2;Ferretería Ibáñez;16/06/2026;121,00;sí;21;;taller;F-1\n";

async fn an_invoice_is_caught_before_it_leaves_and_its_correction_clears_it(on: Engine) {
    let place = Place::on(on);
    promised(&place).await;
    let said = invoices(&place, WRONG, &[]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(
        said.out,
        "1 read, 1 written, 0 unchanged, 0 of which nothing was promised, 0 refused\n"
    );
    assert_eq!(
        stages(&place, "ibanez").await,
        [PromiseStage::Made, PromiseStage::AtRisk]
    );
    let said = invoices(&place, &format!("{WRONG}{RIGHT}"), &[]);
    assert!(
        said.out.starts_with("2 read, 1 written, 1 unchanged"),
        "{said:?}"
    );
    assert_eq!(stages(&place, "ibanez").await, [PromiseStage::Made; 2]);
    let facts = story(&place, "ibanez").await;
    let last: Vec<_> = facts.iter().rev().take(2).map(String::as_str).collect();
    assert!(
        last.contains(&"invoice_agreed") && !facts.contains(&"promise_broken".to_owned()),
        "{facts:?}"
    );
    assert_eq!(place.run(&["rebuild", "--check"]).code, 0);
    assert_eq!(place.run(&["verify"]).code, 0);
}

async fn the_corrective_invoice_of_one_that_left_is_compared(on: Engine) {
    let place = Place::on(on);
    promised(&place).await;
    let header = HEADER.replace('\n', ";Enviada\n");
    let run = |rows: &str| {
        let file = place.write("enviadas.csv", format!("{header}{rows}").as_bytes());
        place.run(&[
            "import", "invoices", &file, "--source", "erp", "--key", "Factura",
        ])
    };
    let left = "F-1;Ferretería Ibáñez;15/06/2026;150,00;sí;21;;taller;;15/06/2026\n";
    let said = run(left);
    assert!(said.out.starts_with("1 read, 1 written"), "{said:?}");
    let corrective = "F-2;Ferretería Ibáñez;16/06/2026;121,00;sí;21;;;F-1;16/06/2026\n";
    let said = run(&format!("{left}{corrective}"));
    assert!(
        said.out.starts_with("2 read, 1 written, 1 unchanged"),
        "by the number of the one it is instead of: {said:?}"
    );
    let facts = story(&place, "ibanez").await;
    assert!(facts.contains(&"invoice_agreed".to_owned()), "{facts:?}");
    assert_eq!(place.run(&["rebuild", "--check"]).code, 0);
}

async fn the_same_file_writes_nothing_and_a_dry_run_knows_what_it_would(on: Engine) {
    let place = Place::on(on);
    promised(&place).await;
    let rows = format!("{WRONG}{RIGHT}F-3;Peña e Hijos;16/06/2026;87,00;sí;21;;;\n");
    let off = ["--map", "percent=Tipo IVA"];
    let dry = invoices(&place, &rows, &[&off[..], &["--dry-run"]].concat());
    assert!(
        dry.out
            .starts_with("3 read, 3 would be written, 0 unchanged"),
        "one takes the place of another of the same file: {dry:?}"
    );
    let before = story(&place, "peña").await;
    let said = invoices(&place, &rows, &off);
    assert!(said.out.starts_with("3 read, 3 written"), "{said:?}");
    let after = story(&place, "peña").await;
    assert_eq!(after.len(), before.len() + 1, "{after:?}");
    for more in [&off[..], &[&off[..], &["--dry-run"]].concat()] {
        let again = invoices(&place, &rows, more);
        assert!(
            again.code == 0 && again.out.contains(", 3 unchanged, "),
            "{again:?}"
        );
    }
    assert_eq!(story(&place, "peña").await, after);
    assert_eq!(
        stages(&place, "peña").await,
        [PromiseStage::AtRisk],
        "21 % is not 13 %"
    );
    let moved = rows.replace("F-3;Peña e Hijos", "F-3;Ferretería Ibáñez");
    let said = invoices(&place, &moved, &off);
    assert!(
        said.code == 2
            && said
                .out
                .contains("line 4: it was imported before under another customer"),
        "{said:?}"
    );
}

async fn a_row_that_cannot_be_compared_says_why_and_stops_nothing(on: Engine) {
    let place = Place::on(on);
    promised(&place).await;
    let rows = "F-1;Nadie;15/06/2026;1,00;sí;21;;;\n\
         F-2;Ferretería Ibáñez;15/06/2026;121,00;sí;21;;;\n\
         F-3;Ferretería Ibáñez;15/06/2026;121,00;;21;;taller;\n\
         F-4;Ferretería Ibáñez;15/06/2026;121,00;quizá;21;;taller;\n\
         F-5;Ferretería Ibáñez;15/06/2026;mucho;sí;21;;taller;\n\
         F-6;Ferretería Ibáñez;15/06/2026;121,00;sí;21;;jardín;\n\
         F-7;Ferretería Ibáñez;15/06/2026;121,00;sí;21;;taller;F-0\n\
         F-8;Peña e Hijos;15/06/2026;100,00;sí;21;;;\n\
         F-9;Ferretería Ibáñez;;121,00;sí;21;;taller;\n\
         F-10;Ferretería Ibáñez;15/06/2026;121,00;sí;21;;taller;\n";
    let said = invoices(&place, rows, &[]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(
        said.out.starts_with(
            "10 read, 1 written, 0 unchanged, 1 of which nothing was promised, 8 refused"
        ),
        "{said:?}"
    );
    for reason in [
        "line 2: customer: nobody has the key, the name or the tax id Nadie: import the customers first",
        "line 3: promise: 2 that were made to this customer fit it: say the order it is on, or its words",
        "line 4: tax: say whether the amount has its tax in it: included, excluded or exempt",
        "line 5: tax: quizá is none of included, excluded and exempt",
        "line 6: amount: mucho is not an amount",
        "line 7: promise: none that fits says jardín",
        "line 8: replaces: No invoice of that number is known on this promise",
        "line 10: drawn: the day it was drawn up is empty",
    ] {
        assert!(said.out.contains(reason), "{reason}: {said:?}");
    }
    let refused = std::fs::read_to_string(place.file("facturas.csv.refused.csv"));
    let refused = refused.expect("the refused rows");
    assert_eq!(refused.lines().count(), 9, "{refused}");
}

#[test]
fn a_file_that_never_says_its_tax_is_not_read_unless_it_is_said() {
    let place = Place::with_a_house();
    assert_eq!(import(&place, ORDERS, &[]).code, 0);
    let file = place.write(
        "facturas.csv",
        b"Factura;Cliente;Fecha;Total\nF-1;Nadie;15/06/2026;1,00\n",
    );
    let run = |more: &[&str]| {
        let args = [
            "import", "invoices", &file, "--source", "erp", "--key", "Factura",
        ];
        place.run(&[&args, more].concat())
    };
    let none = run(&[]);
    assert!(
        none.code == 1 && none.err.contains("no column of the file says tax"),
        "{none:?}"
    );
    for (more, says) in [
        (&["--tax", "quizá"][..], "--tax quizá is none of included"),
        (
            &["--tax", "included", "--rate", "mucho"],
            "--rate mucho is not a percentage",
        ),
    ] {
        let said = run(more);
        assert!(said.code == 1 && said.err.contains(says), "{said:?}");
    }
    let said = run(&["--tax", "included"]);
    assert!(said.out.contains("line 2: customer: nobody"), "{said:?}");
}
