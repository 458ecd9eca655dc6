//! An investigation in English: who was heard, where the cost goes, whom one believes.

use domain::account::{CostBearer, Witness};
use domain::ids::{ContactId, PersonId};
use domain::money::Money;
use domain::time::Date;

use crate::words::Tongue;
use crate::words::sentences::Teller;

pub(super) fn opened(teller: &Teller<'_>, director: PersonId) -> String {
    match teller.other(director) {
        None => "opened the internal investigation".to_owned(),
        Some(name) => format!("the internal investigation is opened; {name} leads it"),
    }
}

pub(super) fn heard(teller: &Teller<'_>, by: Witness) -> String {
    match by {
        Witness::Person(person) => match teller.other(person) {
            None => "gave a statement".to_owned(),
            Some(name) => format!("heard {name}"),
        },
        Witness::Contact(contact) => {
            format!("heard {}", teller.names.contact(Tongue::En, Some(contact)))
        }
    }
}

pub(super) fn placed(teller: &Teller<'_>, to: CostBearer, amount: Money, monthly: bool) -> String {
    let amount = teller.money(amount);
    let each = if monthly { " each month" } else { "" };
    let to = match to {
        CostBearer::CostCentre => "to a cost centre",
        CostBearer::VariablePay => "to variable pay, with the seller's signature",
    };
    format!("placed {amount}{each} {to}")
}

pub(super) fn trust(teller: &Teller<'_>, contact: ContactId, until: Option<Date>) -> String {
    let who = teller.names.contact(Tongue::En, Some(contact));
    match until {
        Some(until) => format!(
            "what {who} says is checked first, until {}",
            teller.day(until)
        ),
        None => format!("{who} is believed at once again"),
    }
}
