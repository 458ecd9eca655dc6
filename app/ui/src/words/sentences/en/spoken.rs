//! An interaction in English: who went to whom, by which way, how it ended, and what it cost the customer.

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
            ("minute of waiting", "minutes of waiting"),
            ("trip", "trips"),
            ("transfer", "transfers"),
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
        Channel::Call => "called us",
        Channel::Visit => "visited us",
        Channel::Counter => "came to the counter",
        Channel::Email => "e-mailed us",
        Channel::Message => "messaged us",
    }
}

fn outgoing(
    teller: &Teller<'_>,
    channel: Channel,
    contact: Option<ContactId>,
    outcome: Outcome,
) -> String {
    let who = teller.names.contact(teller.t, contact);
    let went = match channel {
        Channel::Call => format!("called {who}"),
        Channel::Visit => format!("visited {who}"),
        Channel::Counter => format!("served {who} at the counter"),
        Channel::Email => format!("e-mailed {who}"),
        Channel::Message => format!("messaged {who}"),
    };
    let ended = match outcome {
        Outcome::Reached => "",
        Outcome::NotReached => ", no answer",
        Outcome::MessageLeft => ", and left word",
    };
    format!("{went}{ended}")
}

fn received(teller: &Teller<'_>, outcome: Outcome) -> String {
    match (outcome, teller.row.actor.person()) {
        (Outcome::Reached, Some(person)) => format!("; {} answered", teller.person(person)),
        (Outcome::Reached, None) => String::new(),
        (Outcome::NotReached, _) => ", and nobody could answer".to_owned(),
        (Outcome::MessageLeft, _) => ", and left word".to_owned(),
    }
}
