//! Read off the system's own calls: nothing is acknowledged before the whole commit that holds it was written to the
//! log, and a flush of the log that began after that had returned. A killed process proves less: what it wrote stays
//! with the system, flushed or not.

use std::collections::HashMap;
use std::process::Command;

use ledger::Engine;

use crate::child::{Writing, child_of, founded, kept_in, nothing_is_lost, this_program};
use crate::support;
use crate::world;

const WRITES: u128 = 30;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_acknowledgement_follows_a_returned_flush() {
    for writers in [1, 8] {
        let fresh = support::fresh(Engine::Sqlite).await;
        founded(&fresh).await;
        let writing = Writing {
            writers,
            writes: Some(WRITES),
        };
        let log = fresh.dir.path().join("calls");
        let mut strace = Command::new("strace");
        strace
            .args(["--follow-forks", "--seccomp-bpf", "--decode-fds=path"])
            .args(["--strings-in-hex", "--string-limit=5000"])
            .args(["--trace=write,pwrite64,fsync,fdatasync", "--output"])
            .arg(&log)
            .arg(this_program());
        let ran = child_of(&mut strace, &fresh.url, writing)
            .wait_with_output()
            .expect("strace is there: script/setup --test installs it");
        assert!(ran.status.success(), "{ran:?}");
        let log =
            std::fs::read_to_string(log).expect("strace is there: script/setup --test installs it");
        let kept = acknowledged_after_a_flush(&calls(&log));
        assert_eq!(kept.len() as u128, writers * WRITES);
        nothing_is_lost(&fresh.url, &kept).await;
    }
}

/// A call, from the line at which it was entered to the line at which it returned. A tracer stops whoever enters or
/// returns until it has written its line, so that the lines are in the order of what happened.
#[derive(Debug)]
struct Call {
    name: String,
    file: String,
    bytes: Vec<u8>,
    entered: usize,
    returned: usize,
    result: i64,
}

fn calls(log: &str) -> Vec<Call> {
    let mut done = Vec::new();
    let mut under_way: HashMap<&str, Call> = HashMap::new();
    for (at, line) in log.lines().enumerate() {
        let (thread, said) = line.split_once(' ').expect("a thread");
        let said = said.trim_start();
        if said.starts_with("+++") || said.starts_with("---") {
            continue;
        }
        if let Some(resumed) = said.strip_prefix("<... ") {
            let mut call = under_way.remove(thread).expect("it was entered");
            (call.returned, call.result) = (at, result(resumed));
            done.push(call);
            continue;
        }
        let call = entered(said, at);
        match said.ends_with("<unfinished ...>") {
            true => {
                under_way.insert(thread, call);
            }
            false => done.push(Call {
                returned: at,
                result: result(said),
                ..call
            }),
        }
    }
    done
}

/// `pwrite64(9<…/ledger.db-wal>, "\x00\x01…", 24, 32) = 24`
fn entered(said: &str, at: usize) -> Call {
    let (name, rest) = said.split_once('(').expect("a call");
    let (_, rest) = rest.split_once('<').unwrap_or(("", rest));
    let (file, rest) = rest.split_once('>').unwrap_or(("", rest));
    let quoted = rest.split('"').nth(1).unwrap_or_default();
    Call {
        name: name.to_owned(),
        file: String::from_utf8_lossy(&unescaped(file)).into_owned(),
        bytes: unescaped(quoted),
        entered: at,
        returned: usize::MAX,
        result: -1,
    }
}

fn result(said: &str) -> i64 {
    let (_, result) = said.rsplit_once("= ").expect("a result");
    let number = result.split(' ').next().unwrap_or_default();
    number.parse().unwrap_or(-1)
}

/// `\x2f` as it is; a text that is written in letters stays.
fn unescaped(text: &str) -> Vec<u8> {
    let Some(hex) = text.strip_prefix("\\x") else {
        return text.as_bytes().to_vec();
    };
    let bytes = hex.split("\\x").map(|two| u8::from_str_radix(two, 16));
    bytes.map(|byte| byte.expect("hexadecimal")).collect()
}

/// When the last page of a commit was written to the log.
type Written = usize;
/// Of a command, as it stands in a page.
type Bytes = [u8; 16];

const FRAME_HEAD: usize = 24;
const PAGE: usize = 4096;

/// Which commit wrote each of the child's commands: the first that has its bytes. In the log each page has a head; the
/// head of a commit's last page says how large the database is then.
fn written(calls: &[Call]) -> HashMap<Bytes, Written> {
    let mut written = HashMap::new();
    let mut of_commit = Vec::new();
    let mut is_last = false;
    let of_log = |call: &&Call| call.name == "pwrite64" && call.file.ends_with("-wal");
    for call in calls.iter().filter(of_log) {
        assert_eq!(
            usize::try_from(call.result),
            Ok(call.bytes.len()),
            "written whole"
        );
        match call.bytes.len() {
            FRAME_HEAD => is_last = call.bytes[4..8] != [0; 4],
            PAGE => {
                of_commit.extend(commands_in(&call.bytes));
                if is_last {
                    for command in of_commit.drain(..) {
                        written.entry(command).or_insert(call.returned);
                    }
                }
            }
            _ => {}
        }
    }
    written
}

/// All of the child's begin alike.
fn commands_in(page: &[u8]) -> impl Iterator<Item = Bytes> {
    let alike = &world::command_id(0).uuid().into_bytes()[..14];
    let alike: [u8; 14] = alike.try_into().expect("fourteen");
    let places = 0..page.len() - 16;
    let begins = move |at: &usize| page[at + 12] == alike[12] && page[*at..].starts_with(&alike);
    let command = |at| page[at..at + 16].try_into().expect("sixteen");
    places.filter(begins).map(command)
}

/// Every command of which it was said that it is kept.
fn acknowledged_after_a_flush(calls: &[Call]) -> Vec<String> {
    let written = written(calls);
    let of_log = |call: &&Call| call.file.ends_with("-wal") && call.name.ends_with("sync");
    let flushes = calls.iter().filter(of_log);
    let flushes: Vec<&Call> = flushes.filter(|call| call.result == 0).collect();
    let mut kept = Vec::new();
    for said in calls.iter().filter(|call| call.name == "write") {
        let text = String::from_utf8_lossy(&said.bytes);
        for id in text.lines().filter_map(kept_in) {
            let command = uuid::Uuid::parse_str(&id).expect("an id").into_bytes();
            let written = written.get(&command).expect("a commit that holds it");
            let is_after =
                |flush: &&Call| flush.entered > *written && flush.returned < said.entered;
            assert!(
                flushes.iter().any(is_after),
                "{id} was acknowledged at {} and written at {written}",
                said.entered
            );
            kept.push(id);
        }
    }
    kept
}
