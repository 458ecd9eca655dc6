//! A whole ledger: verified, and restored from a backup. Its histories are real, as every seal is read.

use ledger::{Engine, Ledger};

use crate::life::{self, Place};
use crate::pairs::{float, median, rate, timed};
use crate::processors::Processors;
use crate::rows::{Goal, Row, grouped, on, say};
use crate::sizes::Sizes;
use crate::support;

const FACTS_EACH: usize = 100;
const TIMES: usize = 3;
/// The goal is told of so many facts.
const FACTS_OF_THE_GOAL: usize = 1_000_000;
const RESTORE_SECONDS: f64 = 60.0;

pub(crate) async fn measure(engine: Engine, sizes: &Sizes) {
    let facts = sizes.whole;
    say(&format!(
        "{} facts of real histories {}",
        grouped(facts),
        on(engine)
    ));
    let accounts = facts / FACTS_EACH;
    let place = Place::with(engine, accounts).await;
    for some in (0..accounts).collect::<Vec<_>>().chunks(20) {
        let said = |account| (0..FACTS_EACH - 1).map(move |nth| life::said(account, nth));
        life::submit_all(&place.ledger, some.iter().copied().flat_map(said).collect()).await;
    }
    verify(&place.ledger, facts).await;
    restore(&place.ledger, facts).await;
    place.ledger.close().await;
}

async fn verify(ledger: &Ledger, facts: usize) {
    let (mut rates, mut count) = (Vec::new(), 0);
    let processors = Processors::now();
    for _ in 0..TIMES {
        let (verified, took) = timed(ledger.verify()).await;
        let verified = verified.expect("read");
        assert_eq!(verified.faults, []);
        let read = usize::try_from(verified.facts).expect("not so many");
        assert!(read >= facts);
        count += read;
        rates.push(rate(read, took));
    }
    Row {
        name: format!("verify of {} facts {}", grouped(facts), on(ledger.engine())),
        value: median(rates),
        unit: "facts/s",
        goal: Goal::AtLeast(200_000.0),
        cause: Some(processors.told_of_each("fact", count)),
    }
    .tell();
}

async fn restore(ledger: &Ledger, facts: usize) {
    let (url, dir) = support::nowhere(ledger.engine()).await;
    let backup = dir.path().join("backup.db");
    ledger.backup(&backup).await.expect("a backup");
    let processors = Processors::now();
    let (restored, took) = timed(Ledger::restore(&backup, &url)).await;
    assert!(restored.expect("restored").rows > facts as u64);
    let goal = RESTORE_SECONDS * float(facts) / float(FACTS_OF_THE_GOAL);
    let scaled = match facts {
        FACTS_OF_THE_GOAL => "",
        _ => ", its goal as much smaller as they are fewer than 1 000 000,",
    };
    Row {
        name: format!(
            "Restore of {} facts{scaled} {}",
            grouped(facts),
            on(ledger.engine())
        ),
        value: took.as_secs_f64(),
        unit: "s",
        goal: Goal::AtMost(goal),
        cause: Some(processors.told_of_each("fact", facts)),
    }
    .tell();
}
