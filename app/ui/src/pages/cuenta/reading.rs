//! Reading on while the page is open: what the server or a colleague wrote since, which settles what waits where it
//! stands, and what is older. What an answer brings is added to what is held.

use std::time::Duration;

use domain::timeline;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::held::{explain, extend};
use super::story::Story;
use crate::offline;
use crate::read::{CuentaNow, cuenta_before, cuenta_past, cuenta_since};

/// Asked in vain so often, it is left to the next hint.
const IN_VAIN_MAX: u32 = 6;
const DAY_LOOKED_AT: Duration = Duration::from_secs(60);

/// Hears what colleagues write, and that another day has begun.
pub(super) fn keep_up(story: Story) {
    let held = move || story.version.try_get_untracked();
    offline::listen(format!("/live?account={}", story.id()), move |hinted| {
        let is_news = |hinted| held().is_some_and(|held| held < hinted);
        if hinted.is_none_or(is_news) {
            refresh(story);
        }
    });
    let is_another_day = move || {
        let zone = |now| story.page.try_with_value(|page| page.zone.date(now));
        story.today.try_get_untracked() != zone(offline::now())
    };
    let looking = set_interval_with_handle(
        move || {
            if is_another_day() {
                refresh(story);
            }
        },
        DAY_LOOKED_AT,
    );
    on_cleanup(move || {
        if let Ok(looking) = looking {
            looking.clear();
        }
    });
}

/// Reads what was written since the version that is held, all of it.
pub(super) fn refresh(story: Story) {
    spawn_local(async move {
        let mut in_vain = 0;
        while let Some(held) = story.version.try_get_untracked() {
            match cuenta_since(story.id(), held).await {
                Ok(Some(now)) => {
                    let is_behind = now.version > held && now.version < now.account.version;
                    take_in(story, now);
                    if !is_behind {
                        return;
                    }
                }
                Ok(None) => return,
                Err(_) if in_vain == IN_VAIN_MAX => return,
                Err(_) => {
                    offline::wait(offline::wait_ms(in_vain)).await;
                    in_vain += 1;
                }
            }
        }
    });
}

fn take_in(story: Story, now: CuentaNow) {
    let is_late = story
        .version
        .try_get_untracked()
        .is_none_or(|held| held > now.version);
    if is_late {
        return;
    }
    let moved = now.account.matters.keys().copied().collect();
    batch(move || {
        story
            .rows
            .try_update(|rows| timeline::merge(rows, now.rows));
        story.words.try_update(|words| words.extend(now.words));
        story
            .reasons
            .try_update(|reasons| explain(reasons, &moved, now.reasons));
        story
            .account
            .try_update(|account| extend(account, now.account));
        story.version.try_set(now.version);
        if story.today.try_get_untracked() != Some(now.today) {
            story.today.try_set(now.today);
        }
        story.outgoing.settle(story.id(), now.version);
    });
}

/// Reads what is closed and may bear on a claim that is taken in; without a network the form goes on without it.
pub(super) fn read_past(story: Story) {
    spawn_local(async move {
        if let Ok(Some(past)) = cuenta_past(story.id()).await {
            batch(move || {
                story.words.try_update(|words| words.extend(past.words));
                story
                    .account
                    .try_update(|account| extend(account, past.account));
            });
        }
    });
}

/// Reads the next older rows, with the matters they are of.
pub(super) fn read_older(story: Story) {
    let Some(place) = story.older.get_untracked() else {
        return;
    };
    // Taken away while it is read, so that nobody reads it twice.
    story.older.set(None);
    spawn_local(async move {
        match cuenta_before(story.id(), place).await {
            Ok(Some(older)) => batch(move || {
                story
                    .rows
                    .try_update(|rows| timeline::merge(rows, older.rows));
                story.words.try_update(|words| words.extend(older.words));
                story
                    .account
                    .try_update(|account| extend(account, older.account));
                story.older.try_set(older.older);
                story.older_in_vain.try_set_value(0);
            }),
            Ok(None) => {}
            Err(_) => {
                // It is in sight: put back at once, it would be asked for without end.
                let in_vain = story.older_in_vain.try_get_value().unwrap_or_default();
                offline::wait(offline::wait_ms(in_vain)).await;
                story.older_in_vain.try_set_value(in_vain + 1);
                story.older.try_set(Some(place));
            }
        }
    });
}
