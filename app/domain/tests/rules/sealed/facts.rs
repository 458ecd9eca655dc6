//! Every fact there is, and every choice within it, at least once.

use domain::account::{
    AccountKind, Channel, ClaimKind, Essential, Every, Language, OrderLine, PointAnswer,
    PromiseSource, Reduction, RemedyKind, Resolution, Span, Terms,
};
use domain::attachment::Media;
use domain::context::Role;
use domain::deadline::{Bearer, DueKind};
use domain::fact::{Aftermath, Cost, Direction, Fact, Foreseen, FoundBy, Outcome};
use domain::ids::{AttachmentId, MatterId};
use domain::key::Handed;
use domain::money::{COP, EUR, Money, Rate, TaxBasis};
use domain::text::{Digest, TextRef};

use super::id;
use crate::support::{ANA, DIRECTOR, MANAGER, STAFF, STORE, date, stated};

pub(super) fn text(body: &str) -> TextRef {
    stated(body).reference()
}

pub(super) fn claim() -> MatterId {
    MatterId::from_uuid(id(0x3c))
}

pub(super) fn every() -> Vec<Fact> {
    let mut facts = of_the_account();
    facts.extend(of_promises());
    facts.extend(of_amends());
    facts.extend(of_orders());
    facts.extend(of_claims());
    facts.push(claim_with_its_key());
    facts.extend(of_attachments());
    facts.extend(super::investigations::every());
    facts
}

fn of_attachments() -> Vec<Fact> {
    let attached = |media| Fact::AttachmentAdded {
        attachment: AttachmentId::from_uuid(id(0xadd)),
        digest: Digest([9; 32]),
        media,
        bytes: 123_456,
        name: text("La silla rota"),
    };
    Media::ALL.map(attached).to_vec()
}

fn of_the_account() -> Vec<Fact> {
    let contact = |channel, language| Fact::ContactAdded {
        contact: ANA,
        name: text("Ana"),
        phone: Some(text("600 111 222")),
        email: None,
        channel,
        language,
    };
    let spoke = |channel, direction, outcome| Fact::InteractionRecorded {
        channel,
        direction,
        contact: Some(ANA),
        outcome,
        cost: Cost {
            minutes: 12,
            trips: 1,
            transfers: 2,
        },
        note: Some(text("lo dicho")),
    };
    vec![
        Fact::AccountOpened {
            account_kind: AccountKind::Consumer,
            name: text("Ana Peña"),
            tax_id: None,
            store: STORE,
            owner: MANAGER,
        },
        Fact::AccountRestated {
            name: text("Ana Peña"),
            tax_id: Some(text("53100456K")),
            account_kind: None,
        },
        Fact::AccountRestated {
            name: text("Ana Peña"),
            tax_id: None,
            account_kind: Some(AccountKind::Business),
        },
        contact(Channel::Call, Language::Es),
        contact(Channel::Visit, Language::Ca),
        contact(Channel::Counter, Language::Eu),
        contact(Channel::Email, Language::Gl),
        contact(Channel::Message, Language::En),
        Fact::OwnerAssigned { owner: STAFF },
        Fact::MatterAssigned { owner: STAFF },
        spoke(Channel::Call, Direction::Incoming, Outcome::Reached),
        spoke(Channel::Email, Direction::Outgoing, Outcome::NotReached),
        spoke(Channel::Message, Direction::Outgoing, Outcome::MessageLeft),
        Fact::NoteAdded { note: text("nota") },
        Fact::Corrected {
            version: 12,
            note: text("era el 13"),
        },
        Fact::DueMoved {
            due: DueKind::Remedy(1),
            from: date("2026-06-09"),
            to: date("2026-06-10"),
            reason: text("así lo pide"),
        },
    ]
}

fn of_promises() -> Vec<Fact> {
    let price = |amount, tax, every| Terms::Price { amount, tax, every };
    let made = |terms, span, source| Fact::PromiseMade {
        terms,
        what: Some(text("lo prometido")),
        span,
        by: Some(MANAGER),
        to: Some(ANA),
        channel: Channel::Counter,
        source,
    };
    let until = Span::Standing {
        until: Some(date("2027-06-01")),
    };
    let forever = Span::Standing { until: None };
    let (pesos, euros) = (Money::new(8_900_000, COP), Money::new(-8_950, EUR));
    let delivery = |essential| Terms::Delivery {
        date: date("2026-06-15"),
        essential,
    };
    let recorded = PromiseSource::Recorded;
    let percent = Reduction::Percent(Rate(1300));
    vec![
        made(
            price(pesos, TaxBasis::Included(Rate(1600)), Every::Month),
            forever,
            recorded,
        ),
        made(
            price(euros, TaxBasis::Excluded(Rate(2100)), Every::Year),
            until,
            recorded,
        ),
        made(
            price(euros, TaxBasis::Exempt, Every::Once),
            Span::Single,
            PromiseSource::ByClaim,
        ),
        made(Terms::Discount { reduction: percent }, until, recorded),
        made(
            Terms::Discount {
                reduction: Reduction::Amount(euros),
            },
            Span::Single,
            recorded,
        ),
        made(delivery(Essential::Yes), Span::Single, recorded),
        Fact::PromiseMade {
            terms: Terms::Other,
            what: None,
            span: Span::Single,
            by: None,
            to: None,
            channel: Channel::Call,
            source: PromiseSource::ByClaim,
        },
        Fact::PromiseConfirmed { note: None },
        Fact::PromiseAmended {
            terms: delivery(Essential::No),
            consent: text("me va bien"),
        },
        Fact::PromiseKept {
            evidence: text("albarán 5"),
        },
        Fact::PromiseBroken {
            found_by: FoundBy::House,
            foreseen: Foreseen::Yes,
            note: Some(text("no hay")),
        },
        Fact::PromiseBroken {
            found_by: FoundBy::Claim(claim()),
            foreseen: Foreseen::No,
            note: None,
        },
        Fact::PromiseReleased {
            consent: text("déjelo"),
        },
    ]
}

fn of_amends() -> Vec<Fact> {
    let remedy = |remedy, remedy_kind, bearer| Fact::RemedyOwed {
        remedy,
        remedy_kind,
        amount: Some(Money::new(1_424_000, COP)),
        bearer,
        by: date("2026-06-17"),
        what: Some(text("el abono")),
    };
    vec![
        Fact::Honoured {
            claim: Some(claim()),
            pay_now: Some(Money::new(8_900_000, COP)),
            frozen: Some(Money::new(1_424_000, COP)),
        },
        Fact::Honoured {
            claim: None,
            pay_now: None,
            frozen: None,
        },
        remedy(0, RemedyKind::Credit, Bearer::Role(Role::Logistics)),
        remedy(1, RemedyKind::InvoiceCorrection, Bearer::Owner),
        remedy(2, RemedyKind::Delivery, Bearer::Person(STAFF)),
        remedy(3, RemedyKind::Service, Bearer::Owner),
        Fact::RemedyDone {
            remedy: 0,
            evidence: text("abono 12"),
        },
        Fact::ApologyGiven {
            director: DIRECTOR,
            words: text("lo siento"),
        },
    ]
}

fn of_orders() -> Vec<Fact> {
    let line = OrderLine {
        what: Some(text("mesa")),
        quantity: 2,
        requested: Some(date("2026-06-12")),
        promised: Some(date("2026-06-15")),
        repromised: Some(date("2026-06-24")),
        actual: Some(date("2026-06-23")),
        essential: Essential::Yes,
    };
    let bare = OrderLine {
        what: None,
        quantity: 1,
        requested: None,
        promised: None,
        repromised: None,
        actual: None,
        essential: Essential::No,
    };
    let missed = |promised, aftermath, found_by, foreseen, note| Fact::LinesMissed {
        lines: vec![0, 1],
        promised,
        aftermath,
        found_by,
        foreseen,
        note,
    };
    let (open, over) = (Aftermath::Open, Aftermath::Over);
    let promised = Some(date("2026-06-15"));
    vec![
        Fact::OrderPlaced {
            number: "P-1".into(),
            placed_on: date("2026-06-01"),
            lines: vec![line, bare],
        },
        Fact::LinesRepromised {
            lines: vec![0],
            to: date("2026-06-24"),
            essential: Essential::Yes,
            reason: Some(text("el proveedor")),
        },
        Fact::LinesRepromised {
            lines: vec![1],
            to: date("2026-06-24"),
            essential: Essential::No,
            reason: None,
        },
        Fact::LinesDelivered {
            lines: vec![0],
            arrived_on: date("2026-06-23"),
        },
        missed(
            promised,
            open,
            FoundBy::House,
            Foreseen::Yes,
            Some(text("no hay")),
        ),
        missed(promised, over, FoundBy::House, Foreseen::No, None),
        missed(None, open, FoundBy::Claim(claim()), Foreseen::No, None),
        Fact::LineRestated { line: 0, now: bare },
        Fact::OrderRestated {
            number: "P-2".into(),
            placed_on: date("2026-06-02"),
        },
        Fact::OrderCancelled {
            consent: text("ya no la quiero"),
        },
    ]
}

fn of_claims() -> Vec<Fact> {
    let kinds = [
        ClaimKind::BrokenPromise,
        ClaimKind::Delivery,
        ClaimKind::Defect,
        ClaimKind::Billing,
        ClaimKind::Treatment,
        ClaimKind::Other,
    ];
    let received = |claim_kind| Fact::ClaimReceived {
        claim_kind,
        contact: Some(ANA),
        channel: Channel::Counter,
        points: vec![text("me dijeron 89"), text("y nadie llamó")],
        sought: Some(text("pagar 89")),
        language: Language::Ca,
        invoiced: Some(Money::new(10_324_000, COP)),
        handed: None,
    };
    let answer = |resolution, reasons| PointAnswer {
        resolution,
        reasons,
    };
    let mut facts: Vec<Fact> = kinds.into_iter().map(received).collect();
    facts.push(Fact::ClaimAnswered {
        answers: vec![
            answer(Resolution::Accepted, None),
            answer(Resolution::Denied, Some(text("porque"))),
        ],
    });
    facts
}

/// Claims before it had none.
fn claim_with_its_key() -> Fact {
    Fact::ClaimReceived {
        claim_kind: ClaimKind::Billing,
        contact: None,
        channel: Channel::Call,
        points: vec![text("me dijeron 89")],
        sought: None,
        language: Language::Es,
        invoiced: None,
        handed: Some(Handed {
            key: text("C79Q-3JKH-QKK9-D"),
            link: text("00112233445566778899aabbccddeeff"),
        }),
    }
}
