//! At least one of every fact, as the stories have them, and who tells them.

use std::collections::BTreeMap;

use domain::account::{
    AccountKind, Channel, ClaimKind, Essential, Every, Language, OrderLine, PointAnswer,
    PromiseSource, Reduction, RemedyKind, Resolution, Signature, Span, Terms,
};
use domain::attachment::Media;
use domain::context::{Actor, Role, Via};
use domain::deadline::{Bearer, DueKind};
use domain::entry::Audience;
use domain::fact::{Aftermath, Cost, Direction, Foreseen, FoundBy, Outcome};
use domain::ids::{AttachmentId, CommandId, MatterId, StoreId, TextId};
use domain::money::{COP, Rate, TaxBasis};
use domain::text::Digest;
use domain::time::Timestamp;
use domain::timeline::RowKey;
use uuid::Uuid;

use crate::words::sentences::*;

pub(super) const MARTA: PersonId = PersonId::from_uuid(Uuid::from_u128(1));
pub(super) const LUIS: PersonId = PersonId::from_uuid(Uuid::from_u128(2));
pub(super) const CLARA: ContactId = ContactId::from_uuid(Uuid::from_u128(3));
pub(super) const CLAIM: MatterId = MatterId::from_uuid(Uuid::from_u128(4));
pub(super) const STORE: StoreId = StoreId::from_uuid(Uuid::from_u128(5));

pub(super) fn on(text: &str) -> Date {
    text.parse().unwrap()
}

/// The texts that facts below point to.
pub(super) const TEXTS: [&str; 6] = [
    "Clara Ruiz",
    "600 111 222",
    "Banda ancha, con el IVA",
    "La factura dice 103.240",
    "Silla de roble",
    "La mesa llegó rota",
];

pub(super) fn text(place: u128) -> TextRef {
    TextRef {
        id: TextId::from_uuid(Uuid::from_u128(100 + place)),
        digest: Digest([0; 32]),
    }
}

fn attached(media: Media) -> Fact {
    Fact::AttachmentAdded {
        attachment: AttachmentId::from_uuid(Uuid::from_u128(6)),
        digest: Digest([0; 32]),
        media,
        bytes: 1,
        name: text(5),
    }
}

pub(super) fn names() -> Names {
    Names {
        people: BTreeMap::from([(MARTA, "Marta".to_owned()), (LUIS, "Luis".to_owned())]),
        contacts: BTreeMap::from([(CLARA, "Clara".to_owned())]),
        viewer: None,
        house: "La Casa".to_owned(),
    }
}

pub(super) fn marta() -> Actor {
    Actor::Person {
        person: MARTA,
        via: Via::Desk,
    }
}

pub(super) fn row(actor: Actor, fact: Fact) -> Row {
    let texts = (0..)
        .zip(TEXTS)
        .map(|(place, body)| (text(place).id, body.to_owned()));
    Row {
        key: RowKey {
            command: CommandId::from_uuid(Uuid::from_u128(6)),
            n: 0,
        },
        version: Some(1),
        happened_at: Timestamp::from_micros(0),
        on: on("2026-06-10"),
        recorded_at: Timestamp::from_micros(0),
        sent_at: None,
        actor,
        matter: None,
        audience: Audience::Service,
        fact,
        texts: texts.collect(),
    }
}

pub(super) fn pesos(whole: i64) -> Money {
    Money::new(whole * 100, COP)
}

pub(super) fn price() -> Terms {
    Terms::Price {
        amount: pesos(89_000),
        tax: TaxBasis::Included(Rate(1600)),
        every: Every::Month,
    }
}

pub(super) fn delivery() -> Terms {
    Terms::Delivery {
        date: on("2026-06-15"),
        essential: Essential::Yes,
    }
}

pub(super) fn made(terms: Terms, span: Span, by: Option<PersonId>, source: PromiseSource) -> Fact {
    Fact::PromiseMade {
        terms,
        what: Some(text(2)),
        span,
        by,
        to: Some(CLARA),
        channel: Channel::Counter,
        source,
    }
}

pub(super) fn line(promised: Option<&str>, requested: Option<&str>) -> OrderLine {
    OrderLine {
        what: Some(text(4)),
        quantity: 2,
        requested: requested.map(on),
        promised: promised.map(on),
        repromised: None,
        actual: None,
        essential: Essential::No,
    }
}

pub(super) fn spoke(
    channel: Channel,
    direction: Direction,
    contact: Option<ContactId>,
    outcome: Outcome,
) -> Fact {
    let cost = match direction {
        Direction::Incoming => Cost {
            minutes: 20,
            trips: 1,
            transfers: 2,
        },
        Direction::Outgoing => Cost::default(),
    };
    Fact::InteractionRecorded {
        channel,
        direction,
        contact,
        outcome,
        cost,
        note: None,
    }
}

pub(super) fn remedy(amount: Option<Money>, bearer: Bearer) -> Fact {
    Fact::RemedyOwed {
        remedy: 0,
        remedy_kind: RemedyKind::Credit,
        amount,
        bearer,
        by: on("2026-06-17"),
        what: None,
    }
}

pub(super) fn answer(resolution: Resolution) -> PointAnswer {
    PointAnswer {
        resolution,
        reasons: None,
    }
}

/// At least one of every fact.
pub(super) fn facts() -> Vec<Fact> {
    let standing = Span::Standing { until: None };
    let until = Span::Standing {
        until: Some(on("2027-06-10")),
    };
    vec![
        Fact::AccountOpened {
            account_kind: AccountKind::Consumer,
            name: text(0),
            tax_id: None,
            store: STORE,
            owner: LUIS,
        },
        Fact::AccountRestated {
            name: text(0),
            tax_id: Some(text(99)),
            account_kind: None,
        },
        Fact::AccountRestated {
            name: text(0),
            tax_id: None,
            account_kind: Some(AccountKind::Business),
        },
        Fact::ContactAdded {
            contact: CLARA,
            name: text(0),
            phone: Some(text(1)),
            email: None,
            channel: Channel::Call,
            language: Language::Ca,
        },
        Fact::OwnerAssigned { owner: LUIS },
        Fact::MatterAssigned { owner: MARTA },
        spoke(
            Channel::Call,
            Direction::Outgoing,
            Some(CLARA),
            Outcome::Reached,
        ),
        spoke(
            Channel::Call,
            Direction::Outgoing,
            None,
            Outcome::MessageLeft,
        ),
        spoke(
            Channel::Counter,
            Direction::Incoming,
            None,
            Outcome::Reached,
        ),
        spoke(
            Channel::Call,
            Direction::Incoming,
            Some(CLARA),
            Outcome::NotReached,
        ),
        Fact::NoteAdded { note: text(3) },
        attached(Media::Jpeg),
        attached(Media::Pdf),
        Fact::Corrected {
            version: 12,
            note: text(3),
        },
        Fact::DueMoved {
            due: DueKind::Check,
            from: on("2026-06-09"),
            to: on("2026-07-01"),
            reason: text(3),
        },
        made(price(), standing, Some(MARTA), PromiseSource::Recorded),
        made(
            Terms::Discount {
                reduction: Reduction::Percent(Rate(1300)),
            },
            until,
            Some(LUIS),
            PromiseSource::Recorded,
        ),
        made(delivery(), Span::Single, None, PromiseSource::ByClaim),
        made(
            Terms::Other,
            Span::Single,
            Some(MARTA),
            PromiseSource::Recorded,
        ),
        Fact::PromiseConfirmed { note: None },
        Fact::PromiseSigned {
            terms: price(),
            shown: text(2),
            language: Language::Es,
            by: text(0),
            signature: Signature::Typed,
            link: text(3),
        },
        Fact::PromiseAmended {
            terms: delivery(),
            consent: text(3),
        },
        Fact::PromiseKept { evidence: text(3) },
        Fact::PromiseBroken {
            found_by: FoundBy::Claim(CLAIM),
            foreseen: Foreseen::No,
            note: None,
        },
        Fact::PromiseBroken {
            found_by: FoundBy::House,
            foreseen: Foreseen::Yes,
            note: Some(text(3)),
        },
        Fact::PromiseReleased { consent: text(3) },
        Fact::Honoured {
            claim: Some(CLAIM),
            pay_now: Some(pesos(89_000)),
            frozen: Some(pesos(14_240)),
        },
        Fact::Honoured {
            claim: None,
            pay_now: None,
            frozen: None,
        },
        remedy(Some(pesos(14_240)), Bearer::Role(Role::Logistics)),
        remedy(None, Bearer::Owner),
        Fact::RemedyDone {
            remedy: 0,
            evidence: text(3),
        },
        Fact::ApologyGiven {
            director: MARTA,
            words: text(3),
        },
        Fact::OrderPlaced {
            number: "P-1".to_owned(),
            placed_on: on("2026-06-01"),
            lines: vec![
                line(Some("2026-06-15"), Some("2026-06-12")),
                line(None, None),
            ],
        },
        Fact::LinesRepromised {
            lines: vec![0, 1],
            to: on("2026-06-24"),
            essential: Essential::No,
            reason: Some(text(3)),
        },
        Fact::LinesDelivered {
            lines: vec![0],
            arrived_on: on("2026-06-10"),
        },
        Fact::LinesMissed {
            lines: vec![0],
            promised: Some(on("2026-06-08")),
            aftermath: Aftermath::Open,
            found_by: FoundBy::House,
            foreseen: Foreseen::No,
            note: None,
        },
        Fact::LinesMissed {
            lines: vec![0],
            promised: Some(on("2026-06-15")),
            aftermath: Aftermath::Open,
            found_by: FoundBy::House,
            foreseen: Foreseen::Yes,
            note: Some(text(3)),
        },
        Fact::LinesMissed {
            lines: vec![1],
            promised: None,
            aftermath: Aftermath::Open,
            found_by: FoundBy::Claim(CLAIM),
            foreseen: Foreseen::No,
            note: None,
        },
        Fact::LineRestated {
            line: 0,
            now: line(Some("2026-06-15"), None),
        },
        Fact::OrderRestated {
            number: "P-2".to_owned(),
            placed_on: on("2026-06-02"),
        },
        Fact::OrderCancelled { consent: text(3) },
        Fact::ClaimReceived {
            claim_kind: ClaimKind::BrokenPromise,
            contact: Some(CLARA),
            channel: Channel::Counter,
            points: vec![text(3), text(5)],
            sought: Some(text(2)),
            language: Language::Ca,
            invoiced: Some(pesos(103_240)),
            handed: None,
        },
        Fact::ClaimAnswered {
            answers: vec![answer(Resolution::Accepted), answer(Resolution::Denied)],
        },
        Fact::ClaimAnswered {
            answers: vec![answer(Resolution::Accepted)],
        },
    ]
}
