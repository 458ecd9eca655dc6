//! Reading on while the page is open: what the server or a colleague wrote since, which settles what waits where it
//! stands, and what is older.

use domain::ids::CommandId;
use domain::timeline;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::story::Story;
use crate::read::{cuenta_before, cuenta_since};

/// Reads what was written since the version that is held.
pub(super) fn refresh(story: Story) {
    spawn_local(async move {
        let Some(held) = story.version.try_get_untracked() else {
            return;
        };
        let Ok(Some(now)) = cuenta_since(story.id(), held).await else {
            return;
        };
        if story
            .version
            .try_get_untracked()
            .is_none_or(|held| held > now.version)
        {
            return;
        }
        let settled: Vec<CommandId> = now.rows.iter().map(|row| row.key.command).collect();
        batch(move || {
            story
                .rows
                .try_update(|rows| timeline::merge(rows, now.rows));
            story.words.try_update(|words| words.extend(now.words));
            story.account.try_set(now.account);
            story.reasons.try_set(now.reasons);
            story.version.try_set(now.version);
            story
                .pending
                .try_update(|all| all.retain(|one| !settled.contains(&one.submission.id)));
        });
    });
}

/// Reads the next older rows.
pub(super) fn read_older(story: Story) {
    let Some(place) = story.older.get_untracked() else {
        return;
    };
    // Taken away while it is read, so that nobody reads it twice.
    story.older.set(None);
    spawn_local(async move {
        match cuenta_before(story.id(), place).await {
            Ok(older) => batch(move || {
                story
                    .rows
                    .try_update(|rows| timeline::merge(rows, older.rows));
                story.older.try_set(older.older);
            }),
            Err(_) => {
                story.older.try_set(Some(place));
            }
        }
    });
}
