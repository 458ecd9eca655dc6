//! What is asked most, in few words.

use domain::account::{
    AccountKind, Channel, ClaimKind, Essential, Language, MatterState, Order, Promise, Signature,
    Span, Terms,
};
use domain::command::{
    About, AccountCommand as Ask, ClaimDates, ImportedOrder, NewContact, NewLine,
};
use domain::context::Actor;
use domain::fact::{Cost, Direction, Fact, Outcome};
use domain::ids::{ContactId, MatterId, TextId, named};
use domain::key::Link;
use domain::refusal::{Refusal, Why};
use domain::text::{Salt, Text};
use uuid::Uuid;

use super::{MANAGER, World, date, person};

pub(crate) const ANA: ContactId = ContactId::from_uuid(Uuid::from_u128(0xa7a));

/// The codes of facts.
pub(crate) fn codes(facts: &[Fact]) -> Vec<&'static str> {
    facts.iter().map(Fact::code).collect()
}

pub(crate) fn erp() -> Actor {
    Actor::Import {
        source: "erp".into(),
    }
}

/// A text as a source states it: the same words, the same text.
pub(crate) fn stated(body: &str) -> Text {
    Text {
        id: TextId::from_uuid(named(&["erp", body])),
        salt: Salt([7; 32]),
        body: body.into(),
    }
}

pub(crate) fn delivery(day: &str) -> Terms {
    Terms::Delivery {
        date: date(day),
        essential: Essential::No,
    }
}

/// A row of the source's orders: number 70, placed on the 1st of June.
pub(crate) fn row(promised: Option<&str>, actual: Option<&str>) -> ImportedOrder {
    ImportedOrder {
        matter: MatterId::from_uuid(Uuid::from_u128(70)),
        number: "E-70".into(),
        placed_on: date("2026-06-01"),
        what: None,
        quantity: 1,
        requested: None,
        promised: promised.map(date),
        repromised: None,
        actual: actual.map(date),
    }
}

impl World {
    /// A Spanish house whose customer came on the 1st of June.
    pub(crate) fn with_ana() -> Self {
        Self::spain(&[]).joined_by_ana(AccountKind::Consumer)
    }

    pub(crate) fn joined_by_ana(self, account_kind: AccountKind) -> Self {
        let mut world = self;
        world.open("2026-06-01T08:00", "Ana", account_kind);
        let contact = NewContact {
            contact: ANA,
            name: world.text("Ana"),
            phone: None,
            email: None,
            channel: Channel::Call,
            language: Language::Es,
        };
        world.asks("2026-06-01T08:05", Ask::AddContact { contact });
        world
    }

    /// Asked by the account manager, and agreed.
    pub(crate) fn asks(&mut self, wall: &str, command: Ask) -> Vec<Fact> {
        self.ask(&person(MANAGER), wall, command)
    }

    /// Asked by the account manager, and refused for one reason.
    pub(crate) fn refused(&mut self, wall: &str, command: Ask) -> (String, Why) {
        let before = self.account.clone();
        let refusals = self
            .ask_try(&person(MANAGER), wall, command)
            .expect_err("the account refuses");
        assert_eq!(self.account, before, "nothing is half written");
        match <[Refusal; 1]>::try_from(refusals) {
            Ok([refusal]) => (refusal.field.unwrap_or_default(), refusal.why),
            Err(refusals) => panic!("one reason: {refusals:?}"),
        }
    }

    /// An order of the 1st of June, its lines promised for those days.
    pub(crate) fn placed(&mut self, promised: &[Option<&str>]) -> MatterId {
        let lines = promised
            .iter()
            .enumerate()
            .map(|(number, promised)| NewLine {
                what: Some(self.text(&format!("línea {number}"))),
                quantity: 1,
                requested: None,
                promised: promised.map(date),
                essential: Essential::No,
            });
        let asked = Ask::PlaceOrder {
            number: "P-1".into(),
            placed_on: date("2026-06-01"),
            lines: lines.collect(),
        };
        self.asks("2026-06-01T09:00", asked);
        self.newest("order")
    }

    /// A word given on the 1st of June.
    pub(crate) fn promised(&mut self, terms: Terms, span: Span) -> MatterId {
        let asked = self.promise(terms, span);
        self.asks("2026-06-01T09:00", asked);
        self.newest("promise")
    }

    pub(crate) fn promise(&self, terms: Terms, span: Span) -> Ask {
        Ask::MakePromise {
            terms,
            what: Some(self.text("lo dicho")),
            span,
            by: None,
            to: None,
            channel: Channel::Call,
            order: None,
        }
    }

    pub(crate) fn claim(&self, about: About, claim_kind: ClaimKind) -> Ask {
        Ask::MakeClaim {
            about,
            claim_kind,
            contact: None,
            channel: Channel::Counter,
            points: vec![self.text("no se ha cumplido")],
            sought: None,
            language: Language::Es,
            invoiced: None,
            dates: ClaimDates::default(),
            handed: None,
        }
    }

    /// A call of ours about a matter that reached them.
    pub(crate) fn call(&self, matter: MatterId) -> Ask {
        Ask::RecordInteraction {
            matter: Some(matter),
            channel: Channel::Call,
            direction: Direction::Outgoing,
            contact: None,
            outcome: Outcome::Reached,
            cost: Cost::default(),
            note: Some(self.text("se le dijo")),
        }
    }

    pub(crate) fn broken(&self, matter: MatterId, lines: &[u16]) -> Ask {
        Ask::ReportBroken {
            matter,
            lines: lines.to_vec(),
            note: Some(self.text("el camión no salió")),
        }
    }

    pub(crate) fn delivered(matter: MatterId, lines: &[u16], day: &str) -> Ask {
        Ask::DeliverLines {
            matter,
            lines: lines.to_vec(),
            arrived_on: date(day),
        }
    }

    pub(crate) fn repromise(&self, matter: MatterId, lines: &[u16], to: &str) -> Ask {
        Ask::RepromiseLines {
            matter,
            lines: lines.to_vec(),
            to: date(to),
            essential: Essential::No,
            reason: self.text("el proveedor"),
        }
    }

    pub(crate) fn order_of(&self, matter: MatterId) -> &Order {
        match &self.matter(matter).state {
            MatterState::Order(order) => order,
            other => panic!("not an order: {other:?}"),
        }
    }

    pub(crate) fn promise_of(&self, matter: MatterId) -> &Promise {
        match &self.matter(matter).state {
            MatterState::Promise(promise) => promise,
            other => panic!("not a promise: {other:?}"),
        }
    }
}

impl World {
    /// Ana signs what stood on the screen.
    pub(crate) fn signs(&self, matter: MatterId, shown: &str, signature: Signature<Text>) -> Ask {
        let link = Link::of_promise(&Salt([5; 32])).to_string();
        Ask::SignPromise {
            matter,
            shown: self.text(shown),
            language: Language::Es,
            by: self.text("Ana"),
            signature,
            link: self.text(&link),
        }
    }
}
