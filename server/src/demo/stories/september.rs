//! The third story: an essential date, a house that knew and said nothing, and a director who answers for it.
//! It refuses to end the account: that is later work.

use crate::demo::DemoError;
use crate::demo::teller::Teller;

use super::{Shift, ymd};

/// 3. «El pedido de septiembre», as facts that were recorded.
pub(in crate::demo) async fn the_lost_account(teller: &mut Teller<'_>) -> Result<(), DemoError> {
    let shift = Shift::ending(ymd(9, 3), teller.today());
    let people = teller.people;
    let at = |month, day, hour, minute, by| shift.at((month, day), (hour, minute), by);
    let customer = [
        ("name", "Familia Arrieta Sanz"),
        ("account_kind", "consumer"),
        ("contact_name", "Mikel Arrieta"),
        ("phone", "688 410 220"),
        ("email", "mikel.arrieta@correo.example"),
    ];
    let account = teller
        .open(
            at(7, 13, 18, 5, people.other_seller),
            people.other_seller,
            &customer,
        )
        .await?
        .account;
    let contact = teller.contact(account).await?.to_string();
    let needed = shift.day(9, 1).to_string();
    let order = [
        ("number", "S-77"),
        ("line.0.what", "Cocina completa, con el montaje"),
        ("line.0.requested", needed.as_str()),
        ("line.0.promised", needed.as_str()),
        ("line.0.essential", "yes"),
    ];
    let order = teller
        .tell(
            at(7, 13, 18, 30, people.other_seller),
            account,
            "order",
            &order,
        )
        .await?
        .matter()
        .to_string();
    let known = [
        ("matter", order.as_str()),
        (
            "note",
            "El proveedor avisa: la encimera no sale de fábrica antes de mediados de mes.",
        ),
    ];
    teller
        .tell(at(8, 20, 9, 50, people.logistics), account, "note", &known)
        .await?;
    let excuses = [
        (
            24,
            "12",
            "Pregunta si va en fecha. Se le dice que sí, que todo marcha.",
        ),
        (
            27,
            "25",
            "Vuelve a preguntar. «Estamos esperando al transportista.»",
        ),
        (31, "31", "Llama por tercera vez. Nadie le da una fecha."),
    ];
    for (day, minutes, note) in excuses {
        let call = [
            ("matter", order.as_str()),
            ("direction", "incoming"),
            ("outcome", "reached"),
            ("contact", contact.as_str()),
            ("minutes", minutes),
            ("transfers", "2"),
            ("note", note),
        ];
        teller
            .tell(
                at(8, day, 11, 15, people.counter),
                account,
                "interaction",
                &call,
            )
            .await?;
    }
    let broken = [
        ("matter", order.as_str()),
        ("lines", "0"),
        ("note", "No llegó el día que se necesitaba."),
    ];
    teller
        .tell(at(9, 2, 9, 5, people.logistics), account, "broken", &broken)
        .await?;
    let words = "Le dimos nuestra palabra para un día señalado y no la cumplimos. Lo sabíamos doce días antes y no le llamé. \
                 Respondo yo de ello.";
    let apology = [("matter", order.as_str()), ("words", words)];
    teller
        .tell(
            at(9, 3, 10, 0, people.sales_director),
            account,
            "apology",
            &apology,
        )
        .await?;
    Ok(())
}
