//! Writing while the page is alive: a form is read and decided here, stands in the story at once, and is sent until
//! the server has answered; what the server or a colleague wrote is read back and settles where it stands.

use domain::context::{Cx, Evidence};
use domain::decide;
use domain::entry::Verdict;
use domain::form::{self, FormCx, Typed};
use domain::house::House;
use domain::ids::CommandId;
use domain::refusal::{Refusal, Why};
use domain::timeline;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::story::Story;
use crate::offline::{self, Lost, Pending};
use crate::parts::Taken;
use crate::read::{Answer, Draft, cuenta_before, cuenta_since};

/// In the browser: brings the house to decide with, and hears what colleagues write.
pub(super) fn wake(story: Story) {
    let version = story.page.with_value(|page| page.house);
    spawn_local(async move {
        if let Ok(house) = offline::get::<House>(&format!("/casa/{version}")).await {
            story.house.try_set(Some(house));
        }
    });
    offline::listen(format!("/live?account={}", story.id()), move || {
        refresh(story)
    });
}

/// What the page answers to one of its forms.
pub(super) fn take(story: Story, typed: Typed) -> Taken {
    let Some(house) = story.house.get_untracked() else {
        return Taken::Post;
    };
    let account = story.shown.with_untracked(|shown| shown.account.clone());
    let Some(store) = account.head.as_ref().map(|head| head.store) else {
        return Taken::Post;
    };
    let now = offline::now();
    let cx = FormCx {
        house: &house,
        account: Some(&account),
        store,
        now,
    };
    let submission = match form::parse(&typed, &cx) {
        Ok(submission) => submission,
        Err(refusals) => return Taken::Refused(refusals),
    };
    let (actor, evidence) = (story.actor(), Evidence::default());
    let verdict = decide(
        &account,
        &submission.command,
        &Cx {
            command: submission.id,
            actor: &actor,
            now,
            happened_at: submission.happened_at,
            seen: &submission.seen,
            house: &house,
            evidence: &evidence,
        },
    );
    match verdict {
        Verdict::Refused(refusals) => Taken::Refused(refusals),
        // Without what only the server knows there is nothing to show yet; it is sent all the same.
        Verdict::Facts(_) | Verdict::NeedsServer(_) => {
            let id = submission.id;
            let pending = Pending {
                submission,
                typed,
                asked_at: now,
            };
            story.pending.update(|all| all.push(pending));
            story.draft.set(None);
            story
                .returned
                .update(|all| all.retain(|draft| draft.typed("id") != Some(&id.to_string())));
            send(story, id);
            Taken::Accepted
        }
    }
}

fn send(story: Story, id: CommandId) {
    let path = format!("/clientes/{}", story.id());
    spawn_local(async move {
        let mut in_vain = 0;
        loop {
            let waiting = story
                .pending
                .try_with_untracked(|all| typed_of(all, id))
                .flatten();
            let Some(typed) = waiting else {
                return;
            };
            match offline::post::<Answer>(&path, &typed).await {
                Ok(Answer::Refused { refusals }) => return give_back(story, id, refusals),
                Ok(_) => return refresh(story),
                Err(Lost::Forever) => {
                    return give_back(story, id, vec![Refusal::whole(Why::BrokenForm)]);
                }
                Err(Lost::Again) => {
                    offline::wait(offline::wait_ms(in_vain)).await;
                    in_vain += 1;
                }
            }
        }
    });
}

fn typed_of(pending: &[Pending], id: CommandId) -> Option<Typed> {
    let found = pending.iter().find(|one| one.submission.id == id);
    found.map(|one| one.typed.clone())
}

/// It leaves the story, and stands as it was typed, with why.
fn give_back(story: Story, id: CommandId, refusals: Vec<Refusal>) {
    let fields = story
        .pending
        .try_with_untracked(|all| typed_of(all, id))
        .flatten();
    story
        .pending
        .try_update(|all| all.retain(|one| one.submission.id != id));
    if let Some(fields) = fields {
        story
            .returned
            .try_update(|all| all.push(Draft { fields, refusals }));
    }
}

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
