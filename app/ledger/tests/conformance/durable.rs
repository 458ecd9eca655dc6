//! What was acknowledged is there: after a killed process, and after a batch that failed.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use ledger::{Engine, Ledger, LedgerError, Outcome};

use crate::support::{Fresh, look, meddle};
use crate::world::{self, ana, applied, found, minutes, note, open, to_account};

on_both_engines![
    what_a_killed_process_had_acknowledged_is_there,
    a_failing_job_never_costs_an_acknowledged_one,
];

const URL: &str = "PALABRA_TEST_CHILD";
const WRITERS: u128 = 8;

/// The process that is killed: it writes for ever, and prints each acknowledged command. Nothing without its setting.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn child() {
    let Ok(url) = std::env::var(URL) else { return };
    let ledger = Ledger::open(&url).await.expect("a ledger");
    let writers = (0..WRITERS).map(|writer| {
        let ledger = ledger.clone();
        tokio::spawn(async move {
            let id = world::account(writer + 1);
            for n in (1..).map(|n| n * WRITERS + writer) {
                applied(
                    ledger
                        .submit(to_account(n, id, note(n, "Nota")), ana(), minutes(1))
                        .await,
                );
                println!("kept {}", world::command_id(n));
            }
        })
    });
    futures::future::join_all(writers).await;
}

async fn what_a_killed_process_had_acknowledged_is_there(fresh: &Fresh) {
    found(&fresh.ledger).await;
    for n in 1..=WRITERS {
        open(&fresh.ledger, n, "Ana").await;
    }
    fresh.ledger.close().await;
    let mut child = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "durable::child", "--nocapture"])
        .env(URL, &fresh.url)
        .stdout(Stdio::piped())
        .spawn()
        .expect("a child");
    let output = BufReader::new(child.stdout.take().expect("its output"));
    let mut lines = output.lines();
    let mut kept = Vec::new();
    while kept.len() < 300 {
        let line = lines.next().expect("more").expect("text");
        kept.extend(line.split_once("kept ").map(|(_, id)| id.trim().to_owned()));
    }
    child.kill().expect("killed");
    // What was on its way out of the pipe had been acknowledged too.
    for line in lines.map_while(Result::ok) {
        kept.extend(line.split_once("kept ").map(|(_, id)| id.trim().to_owned()));
    }
    child.wait().expect("gone");

    let ledger = Ledger::open(&fresh.url).await.expect("opens again");
    let known = match ledger.engine() {
        Engine::Sqlite => "SELECT LOWER(HEX(command_id)) FROM commands",
        Engine::Postgres => "SELECT REPLACE(CAST(command_id AS TEXT), '-', '') FROM commands",
    };
    let known: std::collections::HashSet<String> = look(&fresh.url, known)
        .await
        .into_iter()
        .flatten()
        .collect();
    let lost: Vec<_> = kept
        .iter()
        .filter(|id| !known.contains(&id.replace('-', "")))
        .collect();
    assert!(lost.is_empty(), "{} of {} lost", lost.len(), kept.len());
    assert_eq!(ledger.verify().await.expect("read").faults, []);
    assert_eq!(ledger.check().await.expect("read").differences, []);
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
