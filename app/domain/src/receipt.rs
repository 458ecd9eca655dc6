//! What a customer takes away when a claim was taken in: when, what they said point by point, and what was honoured in
//! the same breath. Read off the rows of the one command that did it, in the browser before they are written as well as
//! from the ledger years after: it never changes.
//! Beside it, how the claim stands since. It refuses to make sentences.

use serde::{Deserialize, Serialize};

use crate::account::{Account, ClaimKind, Language, MatterState, RemedyKind, Telling};
use crate::deadline::Bearer;
use crate::fact::Fact;
use crate::ids::{CommandId, MatterId};
use crate::key::Handed;
use crate::money::Money;
use crate::text::TextRef;
use crate::time::{Date, Timestamp};
use crate::timeline::Row;

/// A claim as it was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Which claim.
    pub claim: MatterId,
    /// By which command.
    pub command: CommandId,
    /// When it was made.
    pub happened_at: Timestamp,
    /// The day that was, at the store.
    pub on: Date,
    /// Of what kind.
    pub kind: ClaimKind,
    /// The language of the answer.
    pub language: Language,
    /// What they said, point by point; none where it was erased.
    pub points: Vec<Option<String>>,
    /// What they want.
    pub sought: Option<String>,
    /// What the invoice says.
    pub invoiced: Option<Money>,
    /// The key and the link; none where none were handed out, or where they were erased.
    pub handed: Option<Handed<String>>,
    /// What was honoured.
    pub honoured: Option<Honoured>,
}

/// What was honoured with the claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Honoured {
    /// Of which promise or order.
    pub word: MatterId,
    /// What is to be paid now.
    pub pay_now: Option<Money>,
    /// What is disputed and frozen.
    pub frozen: Option<Money>,
    /// What makes it good.
    pub remedies: Vec<RemedyTold>,
}

/// A remedy as the customer was told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemedyTold {
    /// What kind.
    pub kind: RemedyKind,
    /// How much.
    pub amount: Option<Money>,
    /// Who.
    pub bearer: Bearer,
    /// By when.
    pub by: Date,
    /// In words.
    pub what: Option<String>,
}

/// How a claim stands: dates, and what is asked of whoever made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimStanding {
    /// The day it was made.
    pub received_on: Date,
    /// The day what it tells of was honoured.
    pub honoured_on: Option<Date>,
    /// The day every point had its answer.
    pub answered_on: Option<Date>,
    /// The day by which the customer hears from us; none where nothing is left to do.
    pub next_news: Option<Date>,
    /// What is asked of them.
    pub asked: Asked,
}

/// What is asked of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// The next word is ours.
    Nothing,
    /// To choose among the alternatives they were told of.
    Choice,
}

impl ClaimStanding {
    /// Of an account that has the claim and what it tells of; none where it has not.
    #[must_use]
    pub fn of(receipt: &Receipt, account: &Account) -> Option<Self> {
        let claim = account.matters.get(&receipt.claim)?;
        let MatterState::Claim(state) = &claim.state else {
            return None;
        };
        let word = receipt.honoured.as_ref();
        let word = word.and_then(|honoured| account.matters.get(&honoured.word));
        let open = [Some(claim), word].into_iter().flatten();
        let open = open.filter(|matter| matter.is_open());
        let amends = word.and_then(|word| word.amends());
        let chooses = amends.is_some_and(|amends| {
            matches!(amends.telling, Telling::Told(_)) && amends.honour.is_none()
        });
        Some(Self {
            received_on: receipt.on,
            honoured_on: word.map(|_| receipt.on),
            answered_on: state.answered_on(),
            next_news: open.filter_map(|matter| matter.owes.next_news).min(),
            asked: if chooses {
                Asked::Choice
            } else {
                Asked::Nothing
            },
        })
    }
}

impl Receipt {
    /// Of a claim, from rows among which are those of its command; none where its receiving is not among them.
    #[must_use]
    pub fn of(rows: &[Row], claim: MatterId) -> Option<Self> {
        let received = rows.iter().find(|row| {
            let is_it = row.matter.is_some_and(|matter| matter.id == claim);
            is_it && matches!(row.fact, Fact::ClaimReceived { .. })
        })?;
        let Fact::ClaimReceived {
            claim_kind,
            points,
            sought,
            language,
            invoiced,
            handed,
            ..
        } = &received.fact
        else {
            return None;
        };
        let said = |text: &TextRef| received.texts.get(&text.id).cloned();
        let command = received.key.command;
        let mut with_it: Vec<_> = rows
            .iter()
            .filter(|row| row.key.command == command)
            .collect();
        with_it.sort_by_key(|row| row.key.n);
        Some(Self {
            claim,
            command,
            happened_at: received.happened_at,
            on: received.on,
            kind: *claim_kind,
            language: *language,
            points: points.iter().map(said).collect(),
            sought: sought.as_ref().and_then(said),
            invoiced: *invoiced,
            handed: handed.and_then(|handed| {
                Some(Handed {
                    key: said(&handed.key)?,
                    link: said(&handed.link)?,
                })
            }),
            honoured: honoured(&with_it, claim),
        })
    }

    /// The earliest day by which something is made good.
    #[must_use]
    pub fn made_good_by(&self) -> Option<Date> {
        let remedies = self.honoured.iter().flat_map(|one| &one.remedies);
        remedies.map(|remedy| remedy.by).min()
    }
}

fn honoured(rows: &[&Row], claim: MatterId) -> Option<Honoured> {
    let mut honoured = rows.iter().find_map(|row| match &row.fact {
        Fact::Honoured {
            claim: Some(on),
            pay_now,
            frozen,
        } if *on == claim => Some(Honoured {
            word: row.matter?.id,
            pay_now: *pay_now,
            frozen: *frozen,
            remedies: Vec::new(),
        }),
        _ => None,
    })?;
    let of_word = |row: &&&Row| row.matter.is_some_and(|matter| matter.id == honoured.word);
    let told = |row: &&Row| match &row.fact {
        Fact::RemedyOwed {
            remedy_kind,
            amount,
            bearer,
            by,
            what,
            ..
        } => Some(RemedyTold {
            kind: *remedy_kind,
            amount: *amount,
            bearer: *bearer,
            by: *by,
            what: what.and_then(|what| row.texts.get(&what.id).cloned()),
        }),
        _ => None,
    };
    let remedies = rows.iter().filter(of_word).filter_map(told).collect();
    honoured.remedies = remedies;
    Some(honoured)
}
