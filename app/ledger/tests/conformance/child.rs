//! A process that writes, so that something may be done to it: it prints each command it was told is kept, and
//! when it was told that one is not. And what
//! must hold of the database afterwards, whatever was done.

use std::collections::HashSet;
use std::process::{Child, Command, Stdio};

use ledger::{Engine, Ledger, Outcome, Trouble};

use crate::support::{Fresh, look};
use crate::world::{self, ana, found, minutes, note, open, to_account};

const URL: &str = "PALABRA_TEST_CHILD";
const WRITERS: &str = "PALABRA_TEST_CHILD_WRITERS";
const WRITES: &str = "PALABRA_TEST_CHILD_WRITES";
/// At most, each on an account of its own.
pub(crate) const WRITERS_MAX: u128 = 8;
/// What cannot be written so often is given up.
const GIVES_UP_AFTER: u32 = 5;

/// How it writes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Writing {
    /// At once.
    pub(crate) writers: u128,
    /// Each of them; for ever where it is not said.
    pub(crate) writes: Option<u128>,
}

/// It writes until it is told no, or as often as it was told to. Nothing without its setting.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn child() {
    let Ok(url) = std::env::var(URL) else { return };
    let said = |name| Some(std::env::var(name).ok()?.parse().expect("a number"));
    let writers = said(WRITERS).unwrap_or(WRITERS_MAX);
    let Ok(ledger) = Ledger::open(&url).await else {
        return;
    };
    let writing = (0..writers).map(|writer| {
        let ledger = ledger.clone();
        let writes = said(WRITES).unwrap_or(u128::MAX);
        tokio::spawn(async move {
            let mut unavailable = 0;
            for n in (1..=writes).map(|n| n * WRITERS_MAX + writer) {
                let note = to_account(n, world::account(writer + 1), note(n, "Nota"));
                match ledger.submit(note, ana(), minutes(1)).await {
                    Ok(Outcome::Applied { .. }) => println!("kept {}", world::command_id(n)),
                    Err(error) if error.trouble() != Trouble::Broken => {
                        unavailable += 1;
                        println!("refused");
                        if unavailable > GIVES_UP_AFTER {
                            return;
                        }
                    }
                    other => panic!("{n}: {other:?}"),
                }
            }
        })
    });
    for done in futures::future::join_all(writing).await {
        done.expect("nobody panics");
    }
    ledger.close().await;
}

/// A house, and an account for each writer.
pub(crate) async fn founded(fresh: &Fresh) {
    found(&fresh.ledger).await;
    for n in 1..=WRITERS_MAX {
        open(&fresh.ledger, n, "Ana").await;
    }
    fresh.ledger.close().await;
}

/// By a program that ends in this one.
pub(crate) fn child_of(program: &mut Command, url: &str, writing: Writing) -> Child {
    program
        .args(["--exact", "child::child", "--nocapture"])
        .env(URL, url)
        .env(WRITERS, writing.writers.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    if let Some(writes) = writing.writes {
        program.env(WRITES, writes.to_string());
    }
    program.spawn().expect("a child")
}

pub(crate) fn this_program() -> std::path::PathBuf {
    std::env::current_exe().expect("this program")
}

/// The acknowledged command of a line, if it is one.
pub(crate) fn kept_in(line: &str) -> Option<String> {
    let (_, id) = line.split_once("kept ")?;
    Some(id.trim().replace('-', ""))
}

/// Every acknowledged command is there, nothing is there twice, and all that is there stands.
pub(crate) async fn nothing_is_lost(url: &str, kept: &[String]) {
    let ledger = Ledger::open(url).await.expect("opens again");
    let known = match ledger.engine() {
        Engine::Sqlite => "SELECT LOWER(HEX(command_id)) FROM commands",
        Engine::Postgres => "SELECT REPLACE(CAST(command_id AS TEXT), '-', '') FROM commands",
    };
    let known: HashSet<String> = look(url, known).await.into_iter().flatten().collect();
    let lost = kept.iter().filter(|id| !known.contains(*id)).count();
    assert_eq!(lost, 0, "of {} acknowledged", kept.len());
    let doubled = "SELECT CAST(COUNT(*) AS TEXT) FROM facts WHERE kind = 'note_added'
         GROUP BY command_id HAVING COUNT(*) > 1";
    assert_eq!(look(url, doubled).await, Vec::<Vec<String>>::new());
    assert_eq!(ledger.verify().await.expect("read").faults, []);
    assert_eq!(ledger.check().await.expect("read").differences, []);
    ledger.close().await;
}
