//! Sending: one command of an account at a time, in the order they were asked, again and again until the server has
//! answered. It lives as long as the tab, so that no page takes with it what was written there.

use std::collections::BTreeSet;

use domain::ids::AccountId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Outbox, Pending, Returned, Waits, mint, post, wait};

/// How many wait, how many came back, and whether that takes long.
pub(crate) type Standing = (usize, usize, Waits);

/// The outbox of this tab, by context.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Outgoing {
    outbox: RwSignal<Outbox>,
    sending: StoredValue<BTreeSet<AccountId>>,
}

impl Outgoing {
    /// An empty one; the browser warns whoever closes the tab while something in it would be lost.
    pub(crate) fn open() -> Self {
        let outbox = RwSignal::new(Outbox::default());
        Effect::new(move |_| {
            let handle = window_event_listener_untyped("beforeunload", move |event| {
                if !outbox.with_untracked(Outbox::is_empty) {
                    event.prevent_default();
                }
            });
            on_cleanup(move || handle.remove());
        });
        Self {
            outbox,
            sending: StoredValue::new(BTreeSet::new()),
        }
    }

    /// Sends it behind what waits already.
    pub(crate) fn send(self, pending: Pending) {
        let account = pending.submission.account;
        self.outbox.update(|outbox| outbox.take_in(pending));
        let is_idle = self
            .sending
            .try_update_value(|sending| sending.insert(account));
        if is_idle == Some(true) {
            spawn_local(self.send_all(account));
        }
    }

    async fn send_all(self, account: AccountId) {
        let path = format!("/clientes/{account}");
        while let Some((id, typed)) = self.outbox.with_untracked(|outbox| outbox.next(account)) {
            let heard = post(&path, &typed).await;
            let again = self
                .outbox
                .try_update(|outbox| outbox.hear(account, id, heard, mint()));
            if let Some(ms) = again.flatten() {
                wait(ms).await;
            }
        }
        self.sending.update_value(|sending| {
            sending.remove(&account);
        });
    }

    /// The page has read that account up to a version.
    pub(crate) fn settle(self, account: AccountId, version: u64) {
        self.outbox.update(|outbox| outbox.settle(account, version));
    }

    /// What came back under that id is wanted no more.
    pub(crate) fn discard(self, id: &str) {
        self.outbox.update(|outbox| outbox.discard(id));
    }

    /// What stands in an account's page ahead of the server.
    pub(crate) fn pending(self, account: AccountId) -> Memo<Vec<Pending>> {
        self.asked(move |outbox| outbox.pending(account))
    }

    /// What came back of an account.
    pub(crate) fn returned(self, account: AccountId) -> Memo<Vec<Returned>> {
        self.asked(move |outbox| outbox.returned(account))
    }

    /// How what was written on an account is faring.
    pub(crate) fn standing(self, account: AccountId) -> Memo<Standing> {
        self.asked(move |outbox| {
            let returned = outbox.returned(account).len();
            (outbox.unanswered(account), returned, outbox.waits(account))
        })
    }

    /// How far an account is written by what was sent from here.
    pub(crate) fn written(self, account: AccountId) -> Memo<u64> {
        self.asked(move |outbox| outbox.written(account))
    }

    fn asked<T>(self, ask: impl Fn(&Outbox) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.outbox.with(&ask))
    }
}
