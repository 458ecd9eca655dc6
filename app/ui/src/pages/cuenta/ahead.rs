//! The account ahead of the server: each command that waits, decided on top of the last. Pure: what it shows is what
//! the server will write, unless a colleague was quicker.

use domain::context::{Actor, Cx, Evidence};
use domain::decide;
use domain::entry::{Stamp, Verdict};
use domain::house::House;
use domain::timeline::{self, Row};

use super::story::Shown;
use crate::offline::Pending;

/// Each waiting command decided on top of the last, as the server will.
pub(super) fn of(mut shown: Shown, pending: &[Pending], house: &House, actor: &Actor) -> Shown {
    let evidence = Evidence::default();
    for one in pending {
        let submission = &one.submission;
        let is_settled = shown
            .rows
            .iter()
            .any(|row| row.key.command == submission.id);
        if is_settled {
            continue;
        }
        let cx = Cx {
            command: submission.id,
            actor,
            now: one.asked_at,
            happened_at: submission.happened_at,
            seen: &[],
            house,
            evidence: &evidence,
        };
        let Verdict::Facts(drafts) = decide(&shown.account, &submission.command, &cx) else {
            continue;
        };
        let texts = submission.command.texts();
        let rows = Row::pending(submission.id, &drafts, &texts, actor, one.asked_at);
        shown
            .words
            .extend(texts.iter().map(|text| (text.id, text.body.clone())));
        for (n, draft) in (0..).zip(drafts) {
            let entry = draft.stamp(&Stamp {
                stream: submission.account.into(),
                version: shown.account.version + 1,
                command: submission.id,
                n,
                actor,
                device: None,
                recorded_at: one.asked_at,
                sent_at: one.asked_at,
                house_version: house.version,
            });
            shown.account.evolve(&entry);
        }
        timeline::merge(&mut shown.rows, rows);
    }
    shown
}

#[cfg(test)]
#[path = "ahead_tests.rs"]
mod tests;
