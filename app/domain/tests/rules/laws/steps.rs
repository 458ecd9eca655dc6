//! Random histories: what somebody may do next, whether it fits or not, and when they write it down.

use chrono::Days;
use domain::account::{
    AccountKind, Channel, ClaimKind, Essential, Every, Language, MatterState, Rating, RemedyKind,
    Resolution, Span, Terms,
};
use domain::command::{
    About, AccountCommand as Ask, ClaimDates, ImportedOrder, NewAnswer, NewLine, NewRemedy,
};
use domain::deadline::{Bearer, DueKind};
use domain::fact::{Cost, Direction, Outcome};
use domain::ids::{MatterId, PersonId};
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::time::Date;
use proptest::prelude::*;
use uuid::Uuid;

use crate::support::{ANA, LOGISTICS, MANAGER, STAFF, STORE, World, row, stated};

/// One thing somebody does, as far as it can be told before knowing the account.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) deed: u8,
    pub(super) target: prop::sample::Index,
    pub(super) days: u64,
    pub(super) ahead: u64,
    pub(super) pick: u8,
    /// Which of several choices that have nothing to do with the pick.
    pub(super) way: u8,
    pub(super) kind: u8,
    pub(super) who: u8,
    /// So many days ago, for what is written down later.
    pub(super) ago: u64,
}

/// A customer's whole life.
#[derive(Debug, Clone)]
pub(super) struct History {
    pub(super) customer: AccountKind,
    pub(super) steps: Vec<Step>,
}

/// The first deed that needs no matter of its own.
pub(super) const OLD: u8 = 5;
const DEEDS: u8 = 43;

pub(super) fn histories() -> impl Strategy<Value = History> {
    let customer = prop_oneof![Just(AccountKind::Consumer), Just(AccountKind::Business)];
    (customer, prop::collection::vec(step(), 1..60))
        .prop_map(|(customer, steps)| History { customer, steps })
}

fn step() -> impl Strategy<Value = Step> {
    let ago = prop_oneof![4 => Just(0), 1 => 1..12u64];
    let choices = (0..8u8, 0..12u8, 0..6u8, 0..5u8);
    (
        0..DEEDS,
        any::<prop::sample::Index>(),
        0..6u64,
        0..40u64,
        choices,
        ago,
    )
        .prop_map(
            |(deed, target, days, ahead, (pick, way, kind, who), ago)| Step {
                deed,
                target,
                days,
                ahead,
                pick,
                way,
                kind,
                who,
                ago,
            },
        )
}

impl Step {
    fn ahead(&self, today: Date) -> Date {
        today + Days::new(self.ahead)
    }

    fn terms(&self, today: Date) -> Terms {
        match self.pick % 5 {
            0 => Terms::Price {
                amount: Money::new(1_000 + i64::from(self.pick), EUR),
                tax: self.tax(),
                every: Every::Month,
            },
            1 => Terms::Discount {
                reduction: domain::account::Reduction::Percent(Rate(1_000)),
            },
            2 => Terms::Delivery {
                date: self.ahead(today),
                essential: self.essential(),
            },
            3 => Terms::Payment { days: 10 },
            _ => Terms::Other,
        }
    }

    fn tax(&self) -> TaxBasis {
        match self.way % 3 {
            0 => TaxBasis::Included(Rate(2100)),
            1 => TaxBasis::Excluded(Rate(2100)),
            _ => TaxBasis::Exempt,
        }
    }

    fn essential(&self) -> Essential {
        if self.way.is_multiple_of(4) {
            Essential::Yes
        } else {
            Essential::No
        }
    }

    fn span(&self, today: Date) -> Span {
        match self.way % 4 {
            0 => Span::Single,
            1 => Span::Standing { until: None },
            2 => Span::Standing {
                until: Some(self.ahead(today)),
            },
            _ => Span::Standing {
                until: Some(today - Days::new(self.ahead)),
            },
        }
    }

    fn claim_kind(&self) -> ClaimKind {
        [
            ClaimKind::BrokenPromise,
            ClaimKind::Delivery,
            ClaimKind::Defect,
            ClaimKind::Billing,
            ClaimKind::Continuity,
            ClaimKind::Treatment,
            ClaimKind::Other,
        ][usize::from(self.kind % 6)]
    }

    /// Nobody, somebody, or somebody who may have left.
    fn by(&self) -> Option<PersonId> {
        [None, Some(LOGISTICS), Some(STAFF)][usize::from(self.way % 3)]
    }

    fn lines(&self) -> Vec<u16> {
        match self.way % 3 {
            0 => Vec::new(),
            number => vec![u16::from(number - 1)],
        }
    }

    fn imported(&self, today: Date) -> ImportedOrder {
        let placed_on = today - Days::new(self.ahead);
        let day = |days: u64| Some(placed_on + Days::new(days));
        ImportedOrder {
            matter: MatterId::from_uuid(Uuid::from_u128(700 + u128::from(self.kind % 2))),
            number: format!("E-{}", self.way % 5),
            placed_on,
            what: (self.way.is_multiple_of(2)).then(|| stated("mesa")),
            quantity: 1 + u32::from(self.way % 3),
            promised: day(10).filter(|_| !self.pick.is_multiple_of(4)),
            repromised: day(15).filter(|_| self.pick.is_multiple_of(3)),
            actual: day(u64::from(self.pick) * 3).filter(|day| self.way % 4 > 1 && *day <= today),
            ..row(None, None)
        }
    }
}

/// What is asked; a step whose target does not fit is asked all the same, and refused.
pub(super) fn command(
    world: &World,
    step: &Step,
    matter: Option<MatterId>,
    today: Date,
) -> Option<Ask> {
    match (step.deed, matter) {
        (0..OLD, matter) => Some(begun(world, step, matter, today)),
        (_, None) => None,
        (OLD..16, Some(matter)) => of_a_word(world, step, matter, today),
        (_, Some(matter)) => of_any(world, step, matter, today),
    }
}

/// What begins a matter.
fn begun(world: &World, step: &Step, matter: Option<MatterId>, today: Date) -> Ask {
    let text = |body: &str| world.text(body);
    match step.deed {
        0 | 1 => Ask::MakePromise {
            terms: step.terms(today),
            what: Some(text("lo dicho")),
            span: step.span(today),
            by: step.by(),
            to: None,
            channel: Channel::Call,
            order: matter.filter(|_| step.kind == 0),
        },
        2 => Ask::PlaceOrder {
            number: format!("P-{}", step.pick),
            placed_on: today,
            lines: (0..=step.pick % 3)
                .map(|line| NewLine {
                    what: Some(text(&format!("línea {line}"))),
                    quantity: 1,
                    requested: None,
                    promised: (line > 0)
                        .then(|| step.ahead(today) + Days::new(u64::from(line) * 3)),
                    essential: step.essential(),
                })
                .collect(),
        },
        3 => Ask::ImportOrder {
            order: step.imported(today),
        },
        _ => Ask::MakeClaim {
            about: about(world, step, matter, today),
            claim_kind: step.claim_kind(),
            contact: [None, Some(ANA)][usize::from(step.way % 2)],
            channel: Channel::Counter,
            points: vec![text("no se ha cumplido"), text("y nadie llamó")],
            sought: None,
            language: Language::Es,
            invoiced: Some(Money::new(1_500 + 10_000 * i64::from(step.way), EUR)),
            dates: ClaimDates {
                hearing: (step.pick.is_multiple_of(2)).then(|| step.ahead(today)),
                ..ClaimDates::default()
            },
            handed: None,
        },
    }
}

fn about(world: &World, step: &Step, matter: Option<MatterId>, today: Date) -> About {
    match (step.pick % 3, matter) {
        (0, Some(matter)) => match &world.matter(matter).state {
            MatterState::Order(order) => {
                let mut lines = step.lines();
                lines.retain(|line| usize::from(*line) < order.lines.len());
                About::Order { matter, lines }
            }
            _ => About::Promise { matter },
        },
        (1, _) => About::Unrecorded {
            terms: step.terms(today),
            what: None,
            span: step.span(today),
            by: step.by(),
        },
        _ => About::Nothing,
    }
}

/// What is said of a word that was given, and done about it.
fn of_a_word(world: &World, step: &Step, matter: MatterId, today: Date) -> Option<Ask> {
    let text = |body: &str| world.text(body);
    Some(match step.deed {
        5 => Ask::ConfirmPromise { matter, note: None },
        6 => Ask::KeepPromise {
            matter,
            evidence: text("factura 1"),
        },
        7 | 8 => Ask::ReportBroken {
            matter,
            lines: step.lines(),
            note: Some(text("no llega")),
        },
        9 => Ask::Honour {
            matter,
            remedies: vec![NewRemedy {
                kind: RemedyKind::Service,
                amount: None,
                bearer: [Bearer::Owner, Bearer::Person(STAFF)][usize::from(step.way % 2)],
                by: None,
                what: None,
            }],
        },
        10 => Ask::ReleasePromise {
            matter,
            consent: text("déjelo"),
        },
        11 => Ask::AmendPromise {
            matter,
            terms: step.terms(today),
            consent: text("de acuerdo"),
        },
        12 => Ask::DoRemedy {
            matter,
            remedy: u16::from(step.pick % 2),
            evidence: text("hecho"),
        },
        13 => Ask::Apologise {
            matter,
            words: text("lo siento"),
        },
        14 => Ask::RepromiseLines {
            matter,
            lines: step.lines(),
            to: step.ahead(today),
            essential: step.essential(),
            reason: text("el proveedor"),
        },
        _ => Ask::DeliverLines {
            matter,
            lines: step.lines(),
            arrived_on: today - Days::new(u64::from(step.pick % 3)),
        },
    })
}

/// What may be done on any matter, and on the account.
fn of_any(world: &World, step: &Step, matter: MatterId, today: Date) -> Option<Ask> {
    let text = |body: &str| world.text(body);
    Some(match step.deed {
        16 | 17 => Ask::DeliverLines {
            matter,
            lines: vec![],
            arrived_on: today,
        },
        18 => Ask::CancelOrder {
            matter,
            consent: text("ya no"),
        },
        19 => Ask::AnswerClaim {
            matter,
            answers: (0..2)
                .map(|_| NewAnswer {
                    resolution: Resolution::Denied,
                    reasons: Some(text("porque")),
                })
                .collect(),
        },
        20 | 21 => world.call(matter),
        22 => Ask::RecordInteraction {
            matter: Some(matter),
            channel: Channel::Call,
            direction: Direction::Incoming,
            contact: Some(ANA),
            outcome: Outcome::Reached,
            cost: Cost::default(),
            note: None,
        },
        23 | 24 => Ask::MoveDue {
            matter,
            due: due(step),
            to: step.ahead(today),
            reason: text("se mueve"),
        },
        25 => Ask::AddNote {
            matter: Some(matter),
            note: text("una nota"),
        },
        26 => Ask::Correct {
            version: 1 + u64::from(step.pick) * 3,
            note: text("era otra cosa"),
        },
        27 => Ask::AssignMatter {
            matter,
            owner: [STAFF, LOGISTICS][usize::from(step.way % 2)],
        },
        28 => Ask::ImportAccount {
            account_kind: [None, Some(AccountKind::Business)][usize::from(step.way % 2)],
            name: stated(["Ana", "Ana Peña"][usize::from(step.pick % 2)]),
            tax_id: None,
            store: STORE,
            owner: MANAGER,
            contact: None,
        },
        // Somebody is locked out: no command of the account.
        29 => return None,
        _ => of_a_claim(world, step, matter, today),
    })
}

/// What becomes of a claim, and of what was honoured on it.
fn of_a_claim(world: &World, step: &Step, matter: MatterId, today: Date) -> Ask {
    let text = |body: &str| world.text(body);
    let amount = Money::new(1_000 * (1 + i64::from(step.way)), EUR);
    match step.deed {
        30 => Ask::AskToComplete {
            matter,
            missing: text("la factura"),
            by: (step.way.is_multiple_of(2)).then(|| step.ahead(today)),
        },
        31 => Ask::CompleteClaim {
            matter,
            points: Vec::new(),
            note: Some(text("aquí está")),
        },
        32 => Ask::LapseClaim { matter },
        33 => Ask::ReopenClaim {
            matter,
            reason: text("vuelve"),
        },
        34 => Ask::OpenMediation {
            matter,
            body: text("Junta Arbitral"),
            reference: None,
            on: (step.way.is_multiple_of(2)).then(|| today - Days::new(step.ahead)),
        },
        35 => Ask::CloseMediation {
            matter,
            outcome: text("acuerdo"),
        },
        36 => Ask::DeliverAnswer {
            matter,
            channel: Channel::Email,
            on: None,
        },
        37 => Ask::RecordSatisfaction {
            matter,
            rating: Rating::try_from(1 + step.pick % 5).expect("1 to 5"),
            words: None,
        },
        38 => Ask::GiveGesture {
            matter: Some(matter),
            what: text("un café"),
            amount,
        },
        39 => Ask::ChooseWorth {
            matter,
            remedy: u16::from(step.pick % 2),
            amount: Money::new(amount.minor * 10, EUR),
            by: None,
            reason: text("ya no se fabrica"),
            choice: text("prefiero el dinero"),
        },
        40 => Ask::AcknowledgeAlert { matter },
        41 => Ask::HoldHearing {
            matter,
            outcome: text("quedó claro"),
        },
        _ => super::invoices::entered(step, matter, today),
    }
}

fn due(step: &Step) -> DueKind {
    [
        DueKind::Compare,
        DueKind::Check,
        DueKind::Tell,
        DueKind::Choice,
        DueKind::Ask,
        DueKind::Remedy(0),
        DueKind::Apology,
        DueKind::Answer,
        DueKind::Acknowledge,
        DueKind::Hearing,
        DueKind::Complete,
        DueKind::Mediate,
    ][usize::from(step.way)]
}
