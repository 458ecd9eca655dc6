//! What was acknowledged is there: after a killed process, and after a batch that failed.

use std::io::{BufRead, BufReader};
use std::process::Command;
use std::time::Duration;

use ledger::{Engine, LedgerError, Live, Outcome};

use crate::child::{
    WRITERS_MAX, Writing, child_of, founded, kept_in, nothing_is_lost, this_program,
};
use crate::support::{self, Fresh, look, meddle};
use crate::world::{self, ana, applied, found, minutes, note, open, to_account};

on_both_engines![
    what_a_killed_process_had_acknowledged_is_there,
    a_failing_job_never_costs_an_acknowledged_one,
];

const FOR_EVER: Writing = Writing {
    writers: WRITERS_MAX,
    writes: None,
};

async fn what_a_killed_process_had_acknowledged_is_there(fresh: &Fresh) {
    founded(fresh).await;
    let mut child = child_of(&mut Command::new(this_program()), &fresh.url, FOR_EVER);
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut kept = Vec::new();
    while kept.len() < 300 {
        kept.extend(kept_in(&lines.next().expect("more").expect("text")));
    }
    child.kill().expect("killed");
    // What was on its way out of the pipe had been acknowledged too.
    kept.extend(
        lines
            .map_while(Result::ok)
            .filter_map(|line| kept_in(&line)),
    );
    child.wait().expect("gone");
    nothing_is_lost(&fresh.url, &kept).await;
}

/// No file may grow beyond 3 MiB: every write past it fails, in the midst of some batch, as on a full disk.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_costs_no_acknowledged_write() {
    let fresh = support::fresh(Engine::Sqlite).await;
    founded(&fresh).await;
    let mut shell = Command::new("bash");
    shell
        .args(["-c", "trap '' XFSZ; ulimit -f 3072; exec \"$0\" \"$@\""])
        .arg(this_program());
    let mut child = child_of(&mut shell, &fresh.url, FOR_EVER);
    let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let kept: Vec<_> = lines
        .map_while(Result::ok)
        .filter_map(|line| kept_in(&line))
        .collect();
    child.wait().expect("gone");
    assert!(kept.len() > 100, "{} were acknowledged", kept.len());
    nothing_is_lost(&fresh.url, &kept).await;
}

/// The server's administrator ends every connection, again and again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lost_connections_cost_no_acknowledged_write() {
    let fresh = support::fresh(Engine::Postgres).await;
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    let mut live = ledger.live();
    let mut kept = Vec::new();
    for round in 0..5_u128 {
        let asked = (1..=20).map(|n| {
            let n = round * 100 + n;
            let submitted = ledger.submit(to_account(n, id, note(n, "Nota")), ana(), minutes(1));
            async move { (n, submitted.await) }
        });
        let ended = meddle(
            &fresh.url,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()",
        );
        let (answers, ended) = futures::future::join(futures::future::join_all(asked), ended).await;
        ended.expect("ended");
        for (n, answer) in answers {
            match answer {
                Ok(Outcome::Applied { .. }) => {
                    kept.push(world::command_id(n).to_string().replace('-', ""))
                }
                Err(LedgerError::Unavailable) => {}
                other => panic!("{n}: {other:?}"),
            }
        }
    }
    let (_, last) = applied(
        ledger
            .submit(to_account(9000, id, note(9000, "Nota")), ana(), minutes(1))
            .await,
    );
    nothing_is_lost(&fresh.url, &kept).await;
    let told = async {
        // Either the hint itself, or that some were missed: then one asks.
        loop {
            match live.recv().await.expect("a hint") {
                Live::Missed => return,
                Live::Moved { version, .. } if version == last => return,
                Live::Moved { .. } => {}
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(10), told)
        .await
        .expect("told in time");
}

async fn a_failing_job_never_costs_an_acknowledged_one(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    // Somebody's trigger makes one in ten fail, in the midst of a batch.
    let fault = match ledger.engine() {
        Engine::Sqlite => {
            "CREATE TRIGGER fault BEFORE INSERT ON texts WHEN NEW.body = 'mala'
             BEGIN SELECT RAISE(ABORT, 'fault'); END"
        }
        Engine::Postgres => {
            "CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fault'; END $$;
             CREATE TRIGGER fault BEFORE INSERT ON texts FOR EACH ROW WHEN (NEW.body = 'mala')
             EXECUTE FUNCTION fault()"
        }
    };
    meddle(&fresh.url, fault).await.expect("broken");
    let mut waiting: Vec<u128> = (1..=200).collect();
    let mut acknowledged = 0;
    // Whoever was answered *unavailable* asks again, with the same id.
    for _ in 0..100 {
        let asked = waiting.iter().map(|n| {
            let body = if n % 10 == 0 { "mala" } else { "buena" };
            ledger.submit(to_account(*n, id, note(*n, body)), ana(), minutes(1))
        });
        let answers = futures::future::join_all(asked).await;
        let mut again = Vec::new();
        for (n, answer) in waiting.iter().zip(answers) {
            match answer {
                Ok(Outcome::Applied { .. }) => acknowledged += 1,
                Err(LedgerError::Unavailable) => again.push(*n),
                other => panic!("{n}: {other:?}"),
            }
        }
        // The bad ones are asked last, so that in the end the others are alone.
        again.sort_by_key(|n| n % 10 == 0);
        if again.iter().all(|n| n % 10 == 0) {
            break;
        }
        again.retain(|n| n % 10 != 0);
        waiting = again;
    }
    assert_eq!(acknowledged, 180);
    let notes = look(
        &fresh.url,
        "SELECT CAST(COUNT(*) AS TEXT) FROM facts WHERE kind = 'note_added'",
    )
    .await;
    assert_eq!(notes, [["180"]]);
    assert_eq!(ledger.verify().await.expect("read").faults, []);
    assert_eq!(ledger.check().await.expect("read").differences, []);
}
