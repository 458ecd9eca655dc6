//! The first story: a price with its tax included, another on the invoice, honoured at the counter.
//! It refuses to go on where the investigation begins: that is later work.

use crate::demo::DemoError;
use crate::demo::teller::Teller;

use super::{BROADBAND, Shift, ymd};

/// 1. «El IVA incluido».
pub(in crate::demo) async fn the_broken_price(teller: &mut Teller<'_>) -> Result<(), DemoError> {
    let shift = Shift::ending(ymd(6, 11), teller.today());
    let people = teller.people;
    let at = |month, day, hour, minute, by| shift.at((month, day), (hour, minute), by);
    let customer = [
        ("name", "Rosa Elena Duarte"),
        ("account_kind", "consumer"),
        ("tax_id", "53100456K"),
        ("contact_name", "Rosa Elena Duarte"),
        ("phone", "612 345 678"),
        ("channel", "call"),
    ];
    let rosa = teller
        .open(at(5, 4, 11, 2, people.seller), people.seller, &customer)
        .await?
        .account;
    let contact = teller.contact(rosa).await?.to_string();
    let price = [&BROADBAND[..], &[("contact", contact.as_str())]].concat();
    let promise = teller
        .tell(at(5, 4, 11, 15, people.seller), rosa, "promise", &price)
        .await?
        .matter()
        .to_string();
    let read_back = [
        ("matter", promise.as_str()),
        ("note", "Lo leyó en voz alta: «ochenta y nueve, con todo»"),
    ];
    teller
        .tell(at(5, 4, 11, 20, people.seller), rosa, "confirm", &read_back)
        .await?;
    let courtesy = [
        ("direction", "outgoing"),
        ("outcome", "reached"),
        ("contact", contact.as_str()),
        (
            "note",
            "Ya tiene línea en casa y le va bien. No necesita nada.",
        ),
    ];
    teller
        .tell(
            at(5, 18, 17, 40, people.seller),
            rosa,
            "interaction",
            &courtesy,
        )
        .await?;
    let claim = [
        ("claim_kind", "broken_promise"),
        ("about", promise.as_str()),
        ("contact", contact.as_str()),
        ("channel", "counter"),
        (
            "point.0",
            "Me dijeron 89 euros al mes con el IVA incluido, y la factura dice 107,69",
        ),
        ("sought", "Pagar lo que se me dijo"),
        ("invoiced", "107,69"),
    ];
    teller
        .tell(at(6, 11, 10, 32, people.counter), rosa, "claim", &claim)
        .await?;
    let told = [
        ("matter", promise.as_str()),
        ("channel", "counter"),
        ("direction", "incoming"),
        ("outcome", "reached"),
        ("contact", contact.as_str()),
        ("minutes", "9"),
        ("trips", "1"),
        (
            "note",
            "Se va con el papel para pagar 89,00 y con la fecha de la reunión.",
        ),
    ];
    teller
        .tell(
            at(6, 11, 10, 41, people.counter),
            rosa,
            "interaction",
            &told,
        )
        .await?;
    Ok(())
}
