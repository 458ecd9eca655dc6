//! A due is done, moved with a reason, or red, and never silently past; a telling and an apology are owed until they
//! are given.

use domain::account::{Amends, Apology, MatterState, Telling};
use domain::command::AccountCommand as Ask;
use domain::deadline::DueKind;
use domain::entry::Entry;
use domain::fact::{Direction, Fact, FoundBy, Outcome};
use domain::ids::MatterId;
use proptest::prelude::*;

use super::live::{Done, live};
use super::steps::histories;
use crate::support::World;

/// What this command wrote.
fn written<'w>(world: &'w World, done: &Done<'_>) -> &'w [Entry<Fact>] {
    let count = done.facts.map_or(0, <[Fact]>::len);
    &world.entries[world.entries.len() - count..]
}

/// The facts of one matter among what was written.
fn of(written: &[Entry<Fact>], matter: MatterId) -> impl Iterator<Item = &Fact> {
    let of_it = move |entry: &&Entry<Fact>| entry.matter.is_some_and(|one| one.id == matter);
    written.iter().filter(of_it).map(|entry| &entry.fact)
}

/// What gives a matter no other day to count from.
fn moves_nothing(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::NoteAdded { .. }
            | Fact::AttachmentAdded { .. }
            | Fact::Corrected { .. }
            | Fact::InteractionRecorded { .. }
            | Fact::MatterAssigned { .. }
            | Fact::DueMoved { .. }
            | Fact::RemedyDone { .. }
            | Fact::ApologyGiven { .. }
            | Fact::PromiseConfirmed { .. }
            | Fact::PromiseSigned { .. }
            | Fact::AnswerWritten { .. }
            | Fact::SatisfactionRecorded { .. }
            | Fact::GestureGiven { .. }
            | Fact::AlertAcknowledged { .. }
            | Fact::HearingHeld { .. }
    )
}

fn dues_stand(world: &World, done: &Done<'_>) {
    let written = written(world, done);
    for (id, before) in &done.before.matters {
        let after = world.matter(*id);
        let is_quiet = of(written, *id).all(moves_nothing);
        for due in &before.owes.dues {
            let Some(now) = after.owes.due(due.kind) else {
                continue;
            };
            let moved = of(written, *id).find_map(|fact| match fact {
                Fact::DueMoved { due: kind, to, .. } if *kind == due.kind => Some(*to),
                _ => None,
            });
            if let Some(to) = moved {
                assert_eq!(now.deadline.on, to, "moved, it is where it was moved to");
            } else if is_quiet || now.deadline.from == due.deadline.from {
                assert_eq!(now.deadline, due.deadline, "{:#?}", done.asked);
            }
        }
    }
}

fn amends(state: &MatterState) -> Option<&Amends> {
    match state {
        MatterState::Promise(promise) => Some(&promise.amends),
        MatterState::Order(order) => Some(&order.amends),
        MatterState::Claim(_) | MatterState::Investigation(_) => None,
    }
}

/// The customer knows: we reached them, they told us, or the source says that there is nothing to tell.
fn tells(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::InteractionRecorded {
            direction: Direction::Outgoing,
            outcome: Outcome::Reached,
            ..
        } | Fact::Honoured { claim: Some(_), .. }
            | Fact::PromiseBroken {
                found_by: FoundBy::Claim(_),
                ..
            }
            | Fact::LinesMissed {
                found_by: FoundBy::Claim(_),
                ..
            }
            | Fact::LineRestated { .. }
    )
}

fn what_is_owed_is_given(world: &World, done: &Done<'_>) {
    let written = written(world, done);
    for (id, before) in &done.before.matters {
        let after = &world.matter(*id).state;
        let (Some(before), Some(after)) = (amends(&before.state), amends(after)) else {
            continue;
        };
        if let Telling::Owed(_) = before.telling {
            let is_told = of(written, *id).any(tells);
            assert!(
                after.telling == before.telling || is_told,
                "{:#?}: {written:#?}",
                done.asked
            );
        }
        if let Apology::Owed(_) = before.apology {
            let is_given = of(written, *id).any(|fact| matches!(fact, Fact::ApologyGiven { .. }));
            assert!(after.apology == before.apology || is_given);
        }
    }
}

fn none_begins_in_the_past(world: &World, done: &Done<'_>) {
    let written = written(world, done);
    let stood = |entry: &Entry<Fact>, kind: DueKind, deadline: &domain::deadline::Deadline| {
        let before = entry
            .matter
            .and_then(|matter| done.before.matters.get(&matter.id));
        let due = before.and_then(|before| before.owes.due(kind));
        due.is_some_and(|due| due.deadline == *deadline)
    };
    for entry in written {
        for due in entry.owes.iter().flat_map(|owes| &owes.dues) {
            // The law's own day stays where the law put it.
            let is_new = due.kind != DueKind::Answer && !stood(entry, due.kind, &due.deadline);
            assert!(!is_new || due.deadline.on >= entry.on, "{due:#?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_due_is_done_moved_with_a_reason_or_red_and_never_silently_past(history in histories()) {
        live(&history, dues_stand);
    }

    #[test]
    fn a_moved_due_keeps_its_date_whatever_else_happens(history in histories()) {
        live(&history, |world, done| {
            let (Ask::MoveDue { matter, due, to, .. }, Some(_)) = (done.asked, done.facts) else { return };
            let now = world.matter(*matter).owes.due(*due).map(|due| due.deadline.on);
            assert_eq!(now, Some(*to));
            let mut later = world.clone();
            let note = Ask::AddNote { matter: Some(*matter), note: later.text("sin más") };
            later.asks("2027-06-01T10:00", note);
            let now = later.matter(*matter).owes.due(*due).map(|due| due.deadline.on);
            assert_eq!(now, Some(*to), "a year later it is red, and where it was");
        });
    }

    #[test]
    fn a_telling_and_an_apology_are_owed_until_they_are_given(history in histories()) {
        live(&history, what_is_owed_is_given);
    }

    #[test]
    fn no_due_begins_in_the_past(history in histories()) {
        live(&history, none_begins_in_the_past);
    }
}
