//! Writing while the page is alive: a form is read and decided here, stands in the story at once, and is sent until
//! the server has answered. It refuses to lose what was typed: refused after all, it comes back with its reasons.

use domain::context::{Cx, Evidence};
use domain::decide;
use domain::entry::Verdict;
use domain::form::{self, FormCx, Typed};
use domain::house::House;
use domain::ids::CommandId;
use domain::refusal::{Refusal, Why};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::reading::{keep_up, refresh};
use super::story::Story;
use crate::offline::{self, Lost, Pending};
use crate::parts::Taken;
use crate::read::{Answer, Draft};

/// In the browser: brings the house to decide with, and hears what colleagues write.
pub(super) fn wake(story: Story) {
    let version = story.page.with_value(|page| page.house);
    spawn_local(async move {
        if let Ok(house) = offline::get::<House>(&format!("/casa/{version}")).await {
            story.house.try_set(Some(house));
        }
    });
    keep_up(story);
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
