//! An interaction in Spanish: who went to whom, by which way, how it ended, and what it cost the customer.

use domain::account::Channel;
use domain::fact::{Cost, Direction, Outcome};
use domain::ids::ContactId;

use crate::words::sentences::{Teller, costs};

pub(super) fn went(
    teller: &Teller<'_>,
    channel: Channel,
    direction: Direction,
    contact: Option<ContactId>,
    outcome: Outcome,
    cost: Cost,
) -> String {
    let cost = costs(
        cost,
        [
            ("minuto de espera", "minutos de espera"),
            ("viaje", "viajes"),
            ("vez de mano en mano", "veces de mano en mano"),
        ],
    );
    let cost = match cost.as_slice() {
        [] => String::new(),
        cost => format!(" ({})", teller.list(cost)),
    };
    match direction {
        Direction::Outgoing => format!("{}{cost}", outgoing(teller, channel, contact, outcome)),
        // The sentence begins with the customer.
        Direction::Incoming => {
            format!("{}{cost}{}", incoming(channel), received(teller, outcome))
        }
    }
}

/// As the customer did it.
const fn incoming(channel: Channel) -> &'static str {
    match channel {
        Channel::Call => "llamó",
        Channel::Visit => "nos visitó",
        Channel::Counter => "vino al mostrador",
        Channel::Email => "escribió un correo",
        Channel::Message => "envió un mensaje",
    }
}

fn outgoing(
    teller: &Teller<'_>,
    channel: Channel,
    contact: Option<ContactId>,
    outcome: Outcome,
) -> String {
    let (to, bend) = (teller.to(contact), |they, you| teller.bend(they, you));
    let went = match channel {
        Channel::Call => format!("{} {to}", bend("llamó", "llamaste")),
        Channel::Visit => format!("{} {to}", bend("visitó", "visitaste")),
        Channel::Counter => format!("{} {to} en el mostrador", bend("atendió", "atendiste")),
        Channel::Email => format!("{} un correo {to}", bend("escribió", "escribiste")),
        Channel::Message => format!("{} un mensaje {to}", bend("envió", "enviaste")),
    };
    let ended = match outcome {
        Outcome::Reached => "",
        Outcome::NotReached => ", sin respuesta",
        Outcome::MessageLeft => ", y quedó recado",
    };
    format!("{went}{ended}")
}

fn received(teller: &Teller<'_>, outcome: Outcome) -> String {
    match (outcome, teller.row.actor.person()) {
        (Outcome::Reached, Some(person)) => {
            let took = teller.bend("atendió", "atendiste");
            format!("; {took} {}", teller.person(person))
        }
        (Outcome::Reached, None) => String::new(),
        (Outcome::NotReached, _) => ", y nadie pudo atender".to_owned(),
        (Outcome::MessageLeft, _) => ", y dejó recado".to_owned(),
    }
}
