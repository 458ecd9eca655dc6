//! A decision under way: the facts so far, and the account as they leave it, so that each next fact sees the last.
//! It refuses to know any one capability.

use std::collections::BTreeSet;

use super::owes;
use crate::account::{Account, AccountKind, Head, Matter, evolve::Happening};
use crate::command::AccountCommand as Ask;
use crate::context::{Actor, Cx, Need};
use crate::deadline::Origin;
use crate::entry::{Audience, Draft, MatterRef};
use crate::fact::Fact;
use crate::ids::MatterId;
use crate::refusal::{Refusal, Why};
use crate::rules::Clock;
use crate::time::{Date, Timestamp};

/// Why a decision ends without facts.
#[derive(Debug)]
pub(super) enum Stop {
    Refused(Vec<Refusal>),
    Needs(Need),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(vec![refusal])
    }
}

/// A decision under way.
#[derive(Debug)]
pub(super) struct Deed<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) clock: Clock<'a>,
    before: &'a Account,
    after: Account,
    drafts: Vec<Draft<Fact>>,
    touched: BTreeSet<MatterId>,
    ids: u64,
    live: Option<Timestamp>,
}

impl<'a> Deed<'a> {
    /// Everything but opening needs the account to be there.
    pub(super) fn begin(before: &'a Account, command: &Ask, cx: &'a Cx<'a>) -> Result<Self, Stop> {
        let store = match (command, &before.head) {
            (Ask::ImportAccount { .. }, Some(head)) => head.store,
            (Ask::OpenAccount { .. }, Some(_)) => {
                return Err(Refusal::whole(Why::AccountExists).into());
            }
            (Ask::OpenAccount { store, .. } | Ask::ImportAccount { store, .. }, None) => *store,
            (_, Some(head)) => head.store,
            (_, None) => return Err(Refusal::whole(Why::NoSuchAccount).into()),
        };
        if !cx.house.stores.contains_key(&store) {
            return Err(Refusal::of("store", Why::NoSuchStore).into());
        }
        Ok(Self {
            cx,
            clock: Clock::new(cx.house, store),
            before,
            after: before.clone(),
            drafts: Vec::new(),
            touched: BTreeSet::new(),
            ids: 0,
            live: None,
        })
    }

    /// The day it is, at the store, when it happened.
    pub(super) fn today(&self) -> Date {
        self.clock.day(self.cx.happened_at)
    }

    /// The account as the facts so far leave it.
    pub(super) fn account(&self) -> &Account {
        &self.after
    }

    /// Who the customer is.
    pub(super) fn head(&self) -> Result<&Head, Stop> {
        self.after
            .head
            .as_ref()
            .ok_or_else(|| Refusal::whole(Why::NoSuchAccount).into())
    }

    /// A matter of the account.
    pub(super) fn matter(&self, id: MatterId) -> Result<&Matter, Stop> {
        self.after
            .matters
            .get(&id)
            .ok_or_else(|| Refusal::of("matter", Why::NoSuchMatter).into())
    }

    /// A matter on which something is still to be done.
    pub(super) fn open(&self, id: MatterId) -> Result<&Matter, Stop> {
        let matter = self.matter(id)?;
        if matter.is_open() {
            return Ok(matter);
        }
        Err(Refusal::of("matter", Why::MatterClosed).into())
    }

    /// The id of a matter this command begins.
    pub(super) fn new_matter(&mut self) -> MatterId {
        let id = MatterId::from_uuid(self.cx.command.derive(self.ids));
        self.ids += 1;
        id
    }

    /// It happened when the command did.
    pub(super) fn happens(&mut self, matter: Option<MatterRef>, audience: Audience, fact: Fact) {
        self.happened(matter, audience, self.cx.happened_at, fact);
    }

    /// It happened then.
    pub(super) fn happened(
        &mut self,
        matter: Option<MatterRef>,
        audience: Audience,
        happened_at: Timestamp,
        fact: Fact,
    ) {
        let on = self.clock.day(happened_at);
        self.after.apply(&Happening {
            matter,
            happened_at,
            on,
            version: self.after.version + 1,
            actor: self.cx.actor,
            fact: &fact,
        });
        if !matches!(fact, Fact::Corrected { .. }) {
            self.touched.extend(matter.map(|matter| matter.id));
        }
        self.drafts.push(Draft {
            matter,
            audience,
            happened_at,
            on,
            fact,
            owes: None,
        });
    }

    /// What an import tells is not past: it is owed from now on, as if somebody recorded it.
    pub(super) fn is_live(&mut self) {
        self.live = Some(self.cx.now);
    }

    /// A due of a matter has another date from here.
    pub(super) fn move_due(&mut self, id: MatterId, kind: crate::deadline::DueKind, to: Date) {
        let clock = self.clock;
        let Some(matter) = self.after.matters.get_mut(&id) else {
            return;
        };
        for due in matter.owes.dues.iter_mut().filter(|due| due.kind == kind) {
            due.deadline = clock.on(to, crate::rules::PAL_MOVED, due.deadline.from);
        }
    }

    /// The facts, the last of each matter with all that the matter owes from here.
    pub(super) fn finish(mut self) -> Vec<Draft<Fact>> {
        let kind = self
            .after
            .head
            .as_ref()
            .map_or(AccountKind::Consumer, |head| head.kind);
        // An import tells of the past, and owes from now on.
        let (origin, now) = match (self.live, self.cx.actor) {
            (Some(now), _) => (Origin::Live, now),
            (None, Actor::Import { .. }) => (Origin::Imported, self.cx.now),
            (None, _) => (Origin::Live, self.cx.happened_at),
        };
        for id in &self.touched {
            let Some(matter) = self.after.matters.get(id) else {
                continue;
            };
            let owes = owes::owes(matter, kind, &self.clock, now, origin);
            let last = self
                .drafts
                .iter_mut()
                .rfind(|draft| draft.matter.is_some_and(|matter| matter.id == *id));
            if let Some(last) = last {
                last.owes = Some(owes);
            }
        }
        self.drafts
    }

    /// The account as it was loaded.
    pub(super) fn before(&self) -> &Account {
        self.before
    }
}
