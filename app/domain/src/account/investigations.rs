//! An investigation: what each side says, what was found, where its cost goes, who is told how to do better; and whether
//! a contact who told an untruth is checked first from then on. It is opened after honouring, and gives nothing back.
//! It refuses to be seen by those who only serve: what of it they see is told here, in one place.

use serde::{Deserialize, Serialize};

use super::{Matter, MatterState};
use crate::context::Role;
use crate::deadline::DueKind;
use crate::ids::{ContactId, MatterId, PersonId};
use crate::money::Money;
use crate::text::TextRef;
use crate::time::Date;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The seller said it, and should not have, or did not record it.
    Seller,
    /// The customer was wrong.
    Customer,
    /// Neither: the way the house works.
    Process,
    /// Several of these.
    Shared,
    /// It cannot be told.
    Unproven,
}

impl Finding {
    /// Whether it says that the word was given.
    #[must_use]
    pub const fn confirms_the_word(self) -> bool {
        matches!(self, Self::Seller | Self::Process | Self::Shared)
    }
}

/// When whoever claims is believed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Belief {
    /// At once: what was claimed was honoured before it is looked into, or there is nothing to honour.
    #[default]
    AtOnce,
    /// Once the finding says so: they are checked first.
    AfterTheFinding,
}

/// Whose statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Witness {
    /// Somebody of the house, the seller among them.
    Person(PersonId),
    /// Somebody on the customer's side.
    Contact(ContactId),
}

/// What one of them says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Who.
    pub by: Witness,
    /// In their words.
    pub words: TextRef,
    /// On which day.
    pub on: Date,
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclusion {
    /// What was found.
    pub finding: Finding,
    /// By what it is known.
    pub evidence: TextRef,
    /// What changes in the house.
    pub changes: Option<TextRef>,
    /// On which day.
    pub on: Date,
}

/// Where the cost of a remedy goes. Never to anybody's pay (LAB-58.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostBearer {
    /// To a part of the house.
    CostCentre,
    /// To variable pay, as the seller agreed with their signature.
    VariablePay,
}

/// The cost as its director placed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// Where to.
    pub to: CostBearer,
    /// Which part of the house; or how the seller agreed.
    pub what: TextRef,
    /// How much.
    pub amount: Money,
    /// Whether it comes again each month, as a standing promise's does until it ends.
    pub monthly: bool,
    /// On which day.
    pub on: Date,
}

/// Whether a contact is checked first, and how far that has come: it takes two signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckFirst {
    /// Who.
    pub contact: ContactId,
    /// What proves the untruth.
    pub evidence: TextRef,
    /// The last day of it.
    pub until: Date,
    /// The service director who signed first.
    pub director: PersonId,
    /// The defensor who signed second, and on which day; none before.
    pub signed: Option<(PersonId, Date)>,
    /// The day the contact was told of it, and that they may reply.
    pub told_on: Option<Date>,
    /// What they replied.
    pub reply: Option<TextRef>,
    /// The day the defensor lifted it.
    pub lifted_on: Option<Date>,
}

/// An investigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Investigation {
    /// The claim it looks into.
    pub claim: MatterId,
    /// Who made the claim.
    pub contact: Option<ContactId>,
    /// Who gave the word, where it is known.
    pub seller: Option<PersonId>,
    /// What each side says.
    pub statements: Vec<Statement>,
    /// How it ended.
    pub conclusion: Option<Conclusion>,
    /// What the customer was told of it, and on which day.
    pub told: Option<(TextRef, Date)>,
    /// Where the cost went.
    pub attribution: Option<Attribution>,
    /// Who was told how to do better, and in which words.
    pub instructions: Vec<(PersonId, TextRef)>,
    /// Whether the contact is checked first.
    pub check_first: Option<CheckFirst>,
    /// When the claim is believed.
    pub belief: Belief,
    /// Which lines of an order the claim names.
    #[serde(default)]
    pub lines: Vec<u16>,
}

/// Who sees the whole file.
const WHOLE: [Role; 2] = [Role::ServiceDirector, Role::Defensor];

impl Investigation {
    /// Before anything was said.
    #[must_use]
    pub fn new(
        claim: MatterId,
        contact: Option<ContactId>,
        seller: Option<PersonId>,
        (belief, lines): (Belief, Vec<u16>),
    ) -> Self {
        Self {
            claim,
            contact,
            seller,
            statements: Vec::new(),
            conclusion: None,
            told: None,
            attribution: None,
            instructions: Vec::new(),
            check_first: None,
            belief,
            lines,
        }
    }

    /// Whether something is still to be done on it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.told.is_none()
            || self.wants_attribution()
            || self.wants_instructions()
            || self.waits_for_a_signature()
            || self.wants_notice()
    }

    /// Whether a director still says where its cost goes: where a seller is found to have part in it.
    #[must_use]
    pub fn wants_attribution(&self) -> bool {
        self.has_found(&[Finding::Seller, Finding::Shared]) && self.attribution.is_none()
    }

    /// Whether the seller is still to be told how to do better; they are, also where the customer was wrong.
    #[must_use]
    pub fn wants_instructions(&self) -> bool {
        let found = self.has_found(&[Finding::Seller, Finding::Shared, Finding::Customer]);
        found && self.seller.is_some() && self.instructions.is_empty()
    }

    /// Whether the defensor's signature is missing.
    #[must_use]
    pub fn waits_for_a_signature(&self) -> bool {
        self.check_first
            .is_some_and(|check| check.signed.is_none() && check.lifted_on.is_none())
    }

    /// Whether the contact is still to be told that they are checked first, and may reply.
    #[must_use]
    pub fn wants_notice(&self) -> bool {
        self.check_first.is_some_and(|check| {
            check.signed.is_some() && check.told_on.is_none() && check.lifted_on.is_none()
        })
    }

    /// Whether it was concluded so.
    #[must_use]
    pub fn has_found(&self, any: &[Finding]) -> bool {
        self.conclusion
            .is_some_and(|conclusion| any.contains(&conclusion.finding))
    }

    /// As somebody of these roles sees it: the whole file; for sales directors what their decision rests on; for the
    /// seller concerned, their own statement and what they were told; for others, that it goes on and what the
    /// customer was told.
    #[must_use]
    pub fn seen_by(&self, person: PersonId, roles: &[Role]) -> Self {
        if Self::is_whole_to(roles) {
            return self.clone();
        }
        let own = |by: Witness| by == Witness::Person(person);
        let is_sales = roles.contains(&Role::SalesDirector);
        Self {
            claim: self.claim,
            contact: self.contact,
            seller: self.seller.filter(|seller| is_sales || *seller == person),
            statements: self
                .statements
                .iter()
                .filter(|statement| own(statement.by))
                .copied()
                .collect(),
            conclusion: self.conclusion.filter(|_| is_sales),
            told: self.told,
            attribution: self.attribution.filter(|_| is_sales),
            instructions: self
                .instructions
                .iter()
                .filter(|(to, _)| is_sales || *to == person)
                .copied()
                .collect(),
            check_first: None,
            belief: self.belief,
            lines: self.lines.clone(),
        }
    }

    /// Whether somebody of these roles sees all of it, and what stands beside it.
    #[must_use]
    pub fn is_whole_to(roles: &[Role]) -> bool {
        roles.iter().any(|role| WHOLE.contains(role))
    }
}

impl Matter {
    /// As somebody of these roles sees it: of an investigation what is theirs ([`Investigation::seen_by`]), and of what it
    /// owes no step that tells what was found.
    #[must_use]
    pub fn seen_by(mut self, person: PersonId, roles: &[Role]) -> Self {
        if let MatterState::Investigation(file) = &mut self.state {
            **file = file.seen_by(person, roles);
            let is_whole = Investigation::is_whole_to(roles);
            let is_sales = roles.contains(&Role::SalesDirector);
            self.owes.dues.retain(|due| match due.kind {
                DueKind::Sign | DueKind::Notify => is_whole,
                DueKind::Attribute | DueKind::Instruct => is_whole || is_sales,
                _ => true,
            });
        }
        self
    }
}
