//! An investigation in Spanish: who was heard, where the cost goes, whom one believes.

use domain::account::{CostBearer, Witness};
use domain::ids::{ContactId, PersonId};
use domain::money::Money;
use domain::time::Date;

use crate::words::Tongue;
use crate::words::sentences::Teller;

pub(super) fn opened(teller: &Teller<'_>, director: PersonId) -> String {
    match teller.other(director) {
        None => teller
            .bend(
                "abrió la investigación interna",
                "abriste la investigación interna",
            )
            .to_owned(),
        Some(name) => format!("se abre la investigación interna; la lleva {name}"),
    }
}

pub(super) fn heard(teller: &Teller<'_>, by: Witness) -> String {
    match by {
        Witness::Person(person) => match teller.other(person) {
            None => teller
                .bend("dio su declaración", "diste tu declaración")
                .to_owned(),
            Some(name) => format!("{} a {name}", teller.bend("escuchó", "escuchaste")),
        },
        Witness::Contact(contact) => {
            let who = teller.names.contact(Tongue::Es, Some(contact));
            format!("{} a {who}", teller.bend("escuchó", "escuchaste"))
        }
    }
}

pub(super) fn placed(teller: &Teller<'_>, to: CostBearer, amount: Money, monthly: bool) -> String {
    let placed = teller.bend("asignó", "asignaste");
    let amount = teller.money(amount);
    let each = if monthly { " cada mes" } else { "" };
    let to = match to {
        CostBearer::CostCentre => "a un centro de coste",
        CostBearer::VariablePay => "a la retribución variable, con la firma del vendedor",
    };
    format!("{placed} {amount}{each} {to}")
}

pub(super) fn trust(teller: &Teller<'_>, contact: ContactId, until: Option<Date>) -> String {
    let who = teller.names.contact(Tongue::Es, Some(contact));
    match until {
        Some(until) => format!(
            "lo que diga {who} se investiga antes, hasta {}",
            teller.day(until)
        ),
        None => format!("a {who} se le cree de nuevo en el acto"),
    }
}
