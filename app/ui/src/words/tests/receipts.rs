use chrono::NaiveDate;
use domain::account::{ClaimKind, Language, RemedyKind};
use domain::context::Role;
use domain::deadline::Bearer;
use domain::ids::{CommandId, MatterId, PersonId};
use domain::money::{EUR, Money};
use domain::receipt::{Asked, ClaimStanding, Honoured, Receipt, RemedyTold};
use domain::time::{Date, Timestamp};
use uuid::Uuid;

use crate::words::receipts::{self, Speaker};
use crate::words::{Names, Tongue};
use Tongue::{En, Es};

fn on(text: &str) -> Date {
    text.parse().unwrap()
}

fn ana() -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(1))
}

fn names() -> Names {
    Names {
        people: [(ana(), "Ana".to_owned())].into(),
        ..Names::default()
    }
}

fn receipt() -> Receipt {
    let euros = |minor| Some(Money::new(minor, EUR));
    Receipt {
        claim: MatterId::from_uuid(Uuid::from_u128(2)),
        command: CommandId::from_uuid(Uuid::from_u128(3)),
        happened_at: Timestamp::default(),
        on: on("2026-11-18"),
        kind: ClaimKind::Billing,
        language: Language::Es,
        points: vec![Some("Me dijeron 89".to_owned()), None],
        sought: Some("Pagar 89".to_owned()),
        invoiced: euros(10_769),
        handed: None,
        honoured: Some(Honoured {
            word: MatterId::from_uuid(Uuid::from_u128(4)),
            pay_now: euros(8_900),
            frozen: euros(1_869),
            remedies: vec![RemedyTold {
                kind: RemedyKind::Credit,
                amount: euros(1_869),
                bearer: Bearer::Role(Role::Logistics),
                by: on("2026-11-26"),
                what: None,
            }],
        }),
    }
}

#[test]
fn what_to_say_is_that_it_is_done_by_when_and_who_answers() {
    let receipt = receipt();
    assert_eq!(
        receipts::say(Es, &receipt, None, Speaker::Answers("Ana")),
        "Está hecho: usted paga 89,00 €, 18,69 € quedan en suspenso y se le abonan 18,69 € \
         antes de que acabe el jueves 26. Respondo yo, Ana."
    );
    assert_eq!(
        receipts::say(En, &receipt, None, Speaker::For("Ana")),
        "It is done: you pay €89.00, €18.69 stays frozen and €18.69 is credited to you \
         by Thursday the 26th. Ana answers for it, and has it from me now."
    );
    let studied = Receipt {
        honoured: None,
        ..receipt
    };
    let by = Some(on("2026-12-18"));
    assert_eq!(
        receipts::say(Es, &studied, by, Speaker::Answers("Ana")),
        "Queda recogida: le contestamos a cada punto antes de que acabe el viernes 18 de diciembre. \
         Respondo yo, Ana."
    );
    assert_eq!(
        receipts::say(En, &studied, None, Speaker::Answers("Ana")),
        "It is taken in: we answer every point. I answer for it, Ana."
    );
}

#[test]
fn a_receipt_says_point_by_point_what_was_said_and_what_is_done() {
    let about = Some("Promesa: 89,00 € al mes");
    let parts = receipts::parts(Es, &receipt(), about, ana(), &names());
    let said: Vec<_> = parts
        .iter()
        .map(|part| format!("{}: {}", part.title, part.lines.join(" | ")))
        .collect();
    assert_eq!(
        said,
        [
            "Lo que usted dijo: 1. Me dijeron 89 | 2. (texto borrado) | Pide: Pagar 89 | La factura dice 107,69 €.",
            "Qué pagar ahora: Pague 89,00 €. | 18,69 € quedan en suspenso: no se le reclaman, ni se le corta nada por no pagarlos.",
            "Lo que se respalda en el acto: Promesa: 89,00 € al mes | Se le abonan 18,69 € antes de que acabe el jueves 26. Se encarga: Logística y facturación.",
            "Quién responde: Ana",
        ]
    );
    let studied = Receipt {
        honoured: None,
        ..receipt()
    };
    let parts = receipts::parts(En, &studied, None, ana(), &names());
    let titles: Vec<_> = parts.iter().map(|part| part.title).collect();
    assert_eq!(
        titles,
        ["What you said", "What happens now", "Who answers for it"]
    );
}

#[test]
fn a_key_tells_days_alone() {
    let standing = ClaimStanding {
        received_on: on("2026-11-18"),
        honoured_on: Some(on("2026-11-18")),
        answered_on: None,
        next_news: Some(on("2026-11-26")),
        asked: Asked::Nothing,
    };
    assert_eq!(
        receipts::status(Es, &standing, on("2026-11-20")),
        [
            "Recibida anteayer.",
            "Respaldada anteayer.",
            "Todavía sin contestar.",
            "Tendrá noticias nuestras a más tardar el jueves 26.",
        ]
    );
    let done = ClaimStanding {
        honoured_on: None,
        answered_on: Some(on("2026-11-20")),
        next_news: None,
        ..standing
    };
    assert_eq!(
        receipts::status(En, &done, on("2026-11-20")),
        [
            "Received the day before yesterday.",
            "Answered today.",
            "Nothing is left for us to do.",
        ]
    );
}

#[test]
fn the_customer_is_told_first_that_there_is_nothing_to_do_or_the_one_thing() {
    assert_eq!(
        receipts::first(Es, Asked::Nothing),
        "Usted no tiene que hacer nada."
    );
    assert!(receipts::first(Es, Asked::Choice).starts_with("Le pedimos una sola cosa"));
}

#[test]
fn a_receipt_says_its_day_and_hour_and_is_written_in_the_language_there_is() {
    let wall = NaiveDate::from_ymd_opt(2026, 6, 8).unwrap();
    let wall = wall.and_hms_opt(10, 5, 0).unwrap();
    assert_eq!(
        receipts::received(Es, wall),
        "Recibida el lunes, 8 de junio de 2026, a las 10:05"
    );
    for (language, tongue) in [
        (Language::En, En),
        (Language::Es, Es),
        (Language::Ca, Es),
        (Language::Eu, Es),
        (Language::Gl, Es),
    ] {
        assert_eq!(receipts::tongue(language), tongue);
    }
}
