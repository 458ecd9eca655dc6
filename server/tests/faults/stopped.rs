//! What a house stands on is stopped under load: PostgreSQL, in good order and at once; and one of two servers. Whoever
//! asks meanwhile is answered or told *not now*, and nobody waits long once it is back.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::figures;
use crate::load::{Load, until};
use crate::program::Place;
use crate::running::postgres::Postgres;
use crate::running::serving::Serving;
use crate::running::{SURELY, accounts, kept};

const PEOPLE: usize = 8;
const BACK_WITHIN: Duration = Duration::from_secs(2);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_postgres_is_stopped_people_are_told_not_now_and_soon_after_go_on() {
    let mut postgres = Postgres::new(&[]);
    let place = postgres.house();
    let serving = Serving::of(&place).await;
    let ana = serving.ana(&place).await;
    let paths = accounts(&place, &ana, 4).await;
    let before = kept::sound(&place);
    let load = Load::begin(&ana, &paths, PEOPLE);
    for (how, signal) in [("Fast", Signal::INT), ("Immediate", Signal::QUIT)] {
        load.until_more(&load.kept, 50, SURELY).await;
        postgres.stop(signal);
        // Everybody hears of it.
        load.until_more(&load.put_off, 2 * PEOPLE, SURELY).await;
        postgres.start();
        let started = Instant::now();
        let (writes, reads) = tokio::join!(
            load.until_more(&load.kept, 1, SURELY),
            load.until_more(&load.read, 1, SURELY)
        );
        let back = writes.max(reads);
        figures::tell(
            &format!("back after PostgreSQL, {how}"),
            back.as_secs_f64(),
            "s",
        );
        assert!(back < BACK_WITHIN, "{how}: {writes:?}, {reads:?}");
        load.until_more(&load.kept, 2 * PEOPLE, SURELY).await;
        load.until_more(&load.read, 2 * PEOPLE, SURELY).await;
        assert!(started.elapsed() < SURELY);
    }
    let work = load.end().await;
    assert_eq!(work.broken_off, 0, "the server itself never went away");
    kept::stand(&ana, &work.kept).await;
    serving.stop().await;
    assert_eq!(kept::sound(&place), before + work.kept.len() as u64);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_two_servers_is_killed_and_the_other_goes_on() {
    let place = Place::with_a_house_on(ledger::Engine::Postgres);
    let (one, other) = (Serving::of(&place).await, Serving::of(&place).await);
    let ana = one.ana(&place).await;
    let at_other = ana.at(other.addr).typed_there();
    let paths = accounts(&place, &ana, 4).await;
    let before = kept::sound(&place);
    let dying = Load::begin(&ana, &paths, PEOPLE);
    let living = Load::begin(&at_other, &paths, PEOPLE);
    until(&dying.kept, 40, SURELY).await;
    until(&living.kept, 40, SURELY).await;
    one.kill();
    // On the accounts that the other was writing on, too.
    living.until_more(&living.kept, 60, SURELY).await;
    living.until_more(&living.read, 20, SURELY).await;
    let (killed, went_on) = (dying.end().await, living.end().await);
    assert!(killed.broken_off > 0, "it was under load");
    assert_eq!(went_on.broken_off, 0);
    kept::stand(&at_other, &killed.kept).await;
    kept::stand(&at_other, &went_on.kept).await;
    let facts = kept::sound(&place);
    let acknowledged = (killed.kept.len() + went_on.kept.len()) as u64;
    // What was under way when it was killed may be there: at most one of each who wrote.
    let beyond = facts - before - acknowledged;
    assert!(beyond <= PEOPLE as u64, "{beyond}");
    other.stop().await;
}
