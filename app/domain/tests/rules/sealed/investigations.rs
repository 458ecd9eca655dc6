//! Every fact of an investigation, and every choice within it.

use domain::account::{Belief, Channel, CostBearer, Finding, Witness};
use domain::fact::Fact;
use domain::money::{COP, Money};

use super::facts::{claim, text};
use crate::support::{ANA, DIRECTOR, MANAGER, STAFF, date};

pub(super) fn every() -> Vec<Fact> {
    let found = |finding, changes| Fact::InvestigationConcluded {
        finding,
        evidence: text("la hoja firmada"),
        changes,
    };
    let placed = |to, monthly| Fact::CostAttributed {
        to,
        what: text("ventas norte"),
        amount: Money::new(1_424_000, COP),
        monthly,
    };
    vec![
        Fact::InvestigationOpened {
            claim: claim(),
            contact: Some(ANA),
            seller: Some(MANAGER),
            director: DIRECTOR,
            belief: Belief::AtOnce,
            lines: Vec::new(),
        },
        Fact::StatementTaken {
            by: Witness::Person(MANAGER),
            words: text("lo dije"),
        },
        Fact::StatementTaken {
            by: Witness::Contact(ANA),
            words: text("me lo dijo"),
        },
        found(Finding::Seller, None),
        found(Finding::Customer, None),
        found(Finding::Process, Some(text("se imprime el precio"))),
        found(Finding::Shared, Some(text("se imprime el precio"))),
        found(Finding::Unproven, Some(text("se graba"))),
        Fact::FindingTold {
            outcome: text("tenía usted razón"),
            channel: Channel::Counter,
        },
        placed(CostBearer::CostCentre, true),
        placed(CostBearer::VariablePay, false),
        Fact::SellerInstructed {
            person: MANAGER,
            words: text("se apunta en el acto"),
        },
        Fact::CheckFirstAsked {
            contact: ANA,
            evidence: text("13 %, firmado"),
            until: date("2027-06-15"),
            director: DIRECTOR,
        },
        Fact::CheckFirstSigned { defensor: STAFF },
        Fact::TrustChanged {
            contact: ANA,
            until: Some(date("2027-06-15")),
        },
        Fact::TrustChanged {
            contact: ANA,
            until: None,
        },
        Fact::CheckFirstTold {
            channel: Channel::Call,
        },
        Fact::CheckFirstReplied {
            words: text("no es así"),
        },
        Fact::CheckFirstLifted {
            reasons: text("fue un error"),
        },
        Fact::InvestigationOpened {
            claim: claim(),
            contact: None,
            seller: None,
            director: DIRECTOR,
            belief: Belief::AfterTheFinding,
            lines: vec![0],
        },
    ]
}
