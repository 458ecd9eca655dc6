//! What the page holds: what the server said, what waits for it, and the two together as they are shown.
//! It refuses to send anything: `sending` does.

use domain::account::Account;
use domain::context::{Actor, Via};
use domain::house::House;
use domain::ids::{AccountId, MatterId};
use domain::owed::{OwedRow, Reason};
use domain::time::Date;
use domain::timeline::Row;
use leptos::prelude::*;

use super::ahead;
use crate::offline::{Outgoing, Standing};
use crate::read::{CuentaPage, Draft, Place, Words};
use crate::words::Names;

/// Everything a part of the page may read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Story {
    /// What never changes while the page is open.
    pub(super) page: StoredValue<CuentaPage>,
    pub(super) names: StoredValue<Names>,
    /// What the server said.
    pub(super) account: RwSignal<Account>,
    pub(super) words: RwSignal<Words>,
    pub(super) rows: RwSignal<Vec<Row>>,
    pub(super) reasons: RwSignal<Vec<(OwedRow, Reason)>>,
    pub(super) version: RwSignal<u64>,
    pub(super) older: RwSignal<Option<Place>>,
    /// How often older rows were asked for in vain.
    pub(super) older_in_vain: StoredValue<u32>,
    /// The day it is at the store: the server tells it with every answer.
    pub(super) today: RwSignal<Date>,
    /// What the browser decides with; none until it has come.
    pub(super) house: RwSignal<Option<House>>,
    /// What waits for the server, and what came back of it.
    pub(super) outgoing: Outgoing,
    /// How it is faring.
    pub(super) standing: Memo<Standing>,
    /// A refused form that the page was rendered with.
    pub(super) draft: RwSignal<Option<Draft>>,
    /// The claim that was taken last, as this page shows it.
    pub(super) taken: RwSignal<Option<MatterId>>,
    /// Both together.
    pub(super) shown: Memo<Shown>,
}

/// The account as it will be once everything is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) account: Account,
    pub(super) rows: Vec<Row>,
    pub(super) words: Words,
}

impl Story {
    pub(super) fn new(page: CuentaPage, draft: Option<Draft>) -> Self {
        let now = page.now.clone();
        let (account, words) = (RwSignal::new(now.account), RwSignal::new(now.words));
        let (rows, house) = (RwSignal::new(now.rows), RwSignal::new(None));
        let outgoing = expect_context::<Outgoing>();
        let id = account.with_untracked(|account| account.id);
        let pending = outgoing.pending(id);
        let names = Names {
            people: page.people.clone(),
            contacts: contacts(&page),
            viewer: Some(page.viewer),
            house: "la casa".to_owned(),
        };
        let actor = actor(&page);
        let shown = Memo::new(move |_| {
            let standing = Shown {
                account: account.get(),
                rows: rows.get(),
                words: words.get(),
            };
            house.with(|house| match house {
                Some(house) => pending.with(|pending| ahead::of(standing, pending, house, &actor)),
                None => standing,
            })
        });
        Self {
            names: StoredValue::new(names),
            account,
            words,
            rows,
            reasons: RwSignal::new(now.reasons),
            version: RwSignal::new(now.version),
            older: RwSignal::new(page.older),
            older_in_vain: StoredValue::new(0),
            today: RwSignal::new(now.today),
            house,
            outgoing,
            standing: outgoing.standing(id),
            draft: RwSignal::new(draft),
            taken: RwSignal::new(None),
            shown,
            page: StoredValue::new(page),
        }
    }

    pub(super) fn id(self) -> AccountId {
        self.account.with_untracked(|account| account.id)
    }

    pub(super) fn is_director(self) -> bool {
        let is = |page: &CuentaPage| page.roles.iter().any(|role| role.is_director());
        self.page.with_value(is)
    }

    pub(super) fn actor(self) -> Actor {
        self.page.with_value(actor)
    }
}

fn actor(page: &CuentaPage) -> Actor {
    Actor::Person {
        person: page.viewer,
        via: Via::Desk,
    }
}

/// The customer's name.
pub(super) fn name(page: &CuentaPage) -> String {
    let head = page.now.account.head.as_ref();
    let name = head.and_then(|head| page.now.words.get(&head.name.id));
    name.cloned()
        .unwrap_or_else(|| "(nombre borrado)".to_owned())
}

fn contacts(page: &CuentaPage) -> std::collections::BTreeMap<domain::ids::ContactId, String> {
    let head = page.now.account.head.iter();
    head.flat_map(|head| &head.contacts)
        .filter_map(|(id, contact)| Some((*id, page.now.words.get(&contact.name.id)?.clone())))
        .collect()
}
