//! Writing while the page is alive: a form is read and decided here, and stands in the story at once; what comes of
//! it is said. It refuses to send: the outbox does, and outlives the page.

use domain::context::{Cx, Evidence};
use domain::decide;
use domain::entry::Verdict;
use domain::fact::Fact;
use domain::form::{self, FormCx, Typed};
use domain::house::House;
use domain::ids::MatterId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::reading::{keep_up, refresh};
use super::story::Story;
use crate::offline::{self, Pending, Standing, Waits};
use crate::parts::{Taken, announcer};

/// In the browser: brings the house to decide with, hears what colleagues write, and goes on with what waits.
pub(super) fn wake(story: Story) {
    let version = story.page.with_value(|page| page.house);
    spawn_local(async move {
        if let Ok(house) = offline::get::<House>(&format!("/casa/{version}")).await {
            story.house.try_set(Some(house));
        }
    });
    keep_up(story);
    let id = story.id();
    story.outgoing.settle(id, story.version.get_untracked());
    let written = story.outgoing.written(id);
    Effect::new(move |_| {
        if written.get() > story.version.get_untracked() {
            refresh(story);
        }
    });
    let (standing, voice) = (story.standing, announcer());
    Effect::new(move |before: Option<Standing>| {
        let now = standing.get();
        if let Some(words) = before.and_then(|was| said(was, now)) {
            voice.say(words);
        }
        now
    });
}

/// What is said aloud of a change; what came back says it itself.
fn said(was: Standing, now: Standing) -> Option<&'static str> {
    match (was, now) {
        ((.., before), (.., after)) if before != after && waits(after).is_some() => waits(after),
        ((before, ..), (after, ..)) if after > before => Some("Guardando…"),
        ((before, old, _), (0, new, _)) if before > 0 && new <= old => Some("Guardado."),
        _ => None,
    }
}

/// What is said of what waits, once it has waited long.
pub(super) fn waits(waits: Waits) -> Option<&'static str> {
    match waits {
        Waits::Briefly => None,
        Waits::Unreached => Some("Sin conexión: se enviará solo"),
        Waits::Failing => Some("El registro no responde: se enviará solo"),
    }
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
            let claim = claim_of(&verdict);
            let id = submission.id.to_string();
            // Told only when it is so: whoever shows the draft begins anew.
            let is_draft = |draft: &crate::read::Draft| draft.typed("id") == Some(&id);
            if story
                .draft
                .with_untracked(|draft| draft.as_ref().is_some_and(is_draft))
            {
                story.draft.set(None);
            }
            story.outgoing.send(Pending {
                submission,
                typed,
                asked_at: now,
            });
            if claim.is_some() {
                story.taken.set(claim);
                offline::go_to("hecho");
            }
            Taken::Accepted
        }
    }
}

/// The claim that these facts take in.
fn claim_of(verdict: &Verdict<Fact>) -> Option<MatterId> {
    let Verdict::Facts(drafts) = verdict else {
        return None;
    };
    let received = drafts
        .iter()
        .find(|draft| matches!(draft.fact, Fact::ClaimReceived { .. }))?;
    received.matter.map(|matter| matter.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_when_it_waits_and_when_it_is_written() {
        use Waits::{Briefly, Unreached};
        let cases = [
            ((0, 0, Briefly), (1, 0, Briefly), Some("Guardando…")),
            ((1, 0, Briefly), (0, 0, Briefly), Some("Guardado.")),
            ((2, 0, Briefly), (1, 0, Briefly), None),
            ((1, 0, Briefly), (0, 1, Briefly), None),
            ((0, 1, Briefly), (0, 0, Briefly), None),
            ((1, 0, Briefly), (1, 0, Unreached), waits(Unreached)),
            ((1, 0, Unreached), (0, 0, Briefly), Some("Guardado.")),
        ];
        for (was, now, words) in cases {
            assert_eq!(said(was, now), words, "{was:?} to {now:?}");
        }
    }
}
