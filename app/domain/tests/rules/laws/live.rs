//! Lives a random history, step by step, and shows each to the law that is tried.

use chrono::Days;
use domain::account::Account;
use domain::command::AccountCommand as Ask;
use domain::context::Actor;
use domain::fact::Fact;
use domain::house::HouseCommand;
use domain::ids::MatterId;
use domain::time::Date;

use super::steps::{History, OLD, Step, command};
use crate::support::{ADMIN, DIRECTOR, LOGISTICS, MANAGER, SALES, STAFF, World, date, erp, person};

const MATTERS_MAX: usize = 3;
const LOCKED: u8 = 29;

/// What was asked, of what account, and what became of it: none where it was refused.
pub(super) struct Done<'a> {
    pub(super) before: &'a Account,
    pub(super) asked: &'a Ask,
    pub(super) facts: Option<&'a [Fact]>,
}

/// Runs the steps; at each, `check` sees what was asked and what became of it.
pub(super) fn live(history: &History, check: impl FnMut(&World, &Done<'_>)) {
    let house = World::spain(&[("2026-06-12", "San Juan de Sahagún")]);
    live_in(house, history, check);
}

/// The same in that house; what it comes to.
pub(super) fn live_in(
    house: World,
    history: &History,
    mut check: impl FnMut(&World, &Done<'_>),
) -> World {
    let mut world = house.joined_by_ana(history.customer);
    let mut today = date("2026-06-01");
    for step in &history.steps {
        today = today + Days::new(step.days);
        let matters: Vec<MatterId> = world.account.matters.keys().copied().collect();
        let target = (!matters.is_empty()).then(|| matters[step.target.index(matters.len())]);
        if step.deed == LOCKED {
            lock(&mut world);
            continue;
        }
        let step = &of_few(step, matters.len());
        let then = (today - Days::new(step.ago)).max(date("2026-06-01"));
        let Some(asked) = command(&world, step, target, then) else {
            continue;
        };
        let actor = actor(&world, step, &asked);
        let before = world.account.clone();
        let (now, happened_at) = (at(&world, today), at(&world, then));
        let facts = world
            .ask_when(&actor, now, happened_at, &[], asked.clone())
            .ok();
        check(
            &world,
            &Done {
                before: &before,
                asked: &asked,
                facts: facts.as_deref(),
            },
        );
    }
    world
}

fn at(world: &World, day: Date) -> domain::time::Timestamp {
    world.at(&format!("{day}T10:00"))
}

/// Few matters, so that each has a long life.
fn of_few(step: &Step, matters: usize) -> Step {
    let deed = if matters < MATTERS_MAX || step.deed == 3 {
        step.deed
    } else {
        step.deed.max(OLD)
    };
    Step {
        deed,
        ..step.clone()
    }
}

/// Anybody in service, as far as they still work here; imports by the import.
fn actor(world: &World, step: &Step, asked: &Ask) -> Actor {
    if matches!(asked, Ask::ImportOrder { .. } | Ask::ImportAccount { .. }) {
        return erp();
    }
    let who = [MANAGER, LOGISTICS, DIRECTOR, SALES, STAFF][usize::from(step.who)];
    person(world.house.active(who).map_or(MANAGER, |_| who))
}

/// Somebody who answers for nothing leaves: what they owned would be handed over first.
fn lock(world: &mut World) {
    let owns = world.account.matters.values().any(|one| one.owner == STAFF);
    if !owns && world.house.active(STAFF).is_some() {
        world.ask_house(&person(ADMIN), &HouseCommand::LockPerson { person: STAFF });
    }
}
