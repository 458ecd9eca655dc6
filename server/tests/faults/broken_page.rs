//! Pages of the file with all their bits turned: `verify` says so, and the server shows what is right or a sentence,
//! never something else in silence.

use crate::program::Place;
use crate::running::answer::Answer;
use crate::running::serving::{Serving, free_addr};
use crate::running::visitor::Visitor;
use crate::running::{account, kept, note};

/// Each page would take a minute: these are of every table and index that has grown, and of most others.
const EVERY: usize = 3;
const NOTES: usize = 60;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_turned_page_is_said_by_verify_and_never_served_in_silence() {
    let place = Place::with_a_house();
    let serving = Serving::of(&place).await;
    let ana = serving.ana(&place).await;
    let path = account(&place, &ana).await;
    for n in 0..NOTES {
        let answer = ana
            .post(&note(&path, &format!("La nota número {n}.")))
            .await;
        assert_eq!(answer.expect("an answer").status, 303);
    }
    serving.stop().await;
    kept::sound(&place);
    let file = place.file("palabra.db");
    let whole = std::fs::read(&file).expect("its bytes");
    let size = usize::from(u16::from_be_bytes([whole[16], whole[17]]));
    let (mut served, mut refused) = (0, 0);
    for page in (0..whole.len() / size).step_by(EVERY) {
        let mut bytes = whole.clone();
        bytes[page * size..(page + 1) * size]
            .iter_mut()
            .for_each(|byte| *byte ^= 0xff);
        std::fs::write(&file, &bytes).expect("turned");
        for beside in ["palabra.db-wal", "palabra.db-shm"] {
            let _ = std::fs::remove_file(place.file(beside));
        }
        let verified = place.run(&["verify"]);
        assert_eq!(verified.code, 1, "page {page}: {verified:?}");
        let addr = free_addr();
        match Serving::tried(place.command(&["serve"]), &place, addr).await {
            Ok(serving) => {
                let there = ana.at(addr).typed_there();
                let (right, told) = shown(&there, &path, page).await;
                served += right;
                refused += told;
                serving.stop().await;
            }
            Err(said) => {
                let last = said.lines().last().unwrap_or_default();
                assert!(last.starts_with("palabra: "), "page {page}: {said}");
            }
        }
    }
    println!("{served} pages shown as they are, {refused} answered by a sentence");
    assert!(served > 0 && refused > 0, "{served}, {refused}");
}

/// By a page of its own, or in the place of what could not be read.
fn is_told(answer: &Answer) -> bool {
    let sentences = ["Ha fallado algo nuestro", "No se ha podido leer."];
    sentences.iter().any(|said| answer.body.contains(said))
}

/// How many pages are right, and how many were refused in a sentence.
async fn shown(ana: &Visitor, path: &str, page: usize) -> (usize, usize) {
    let account: Vec<String> = (NOTES - 40..NOTES)
        .map(|n| format!("La nota número {n}."))
        .collect();
    let list = vec!["Ferretería 0".to_owned()];
    let (mut right, mut told) = (0, 0);
    for (path, expected) in [(path, account), ("/clientes", list)] {
        let answer: Answer = ana.get(path).await.expect("an answer");
        match answer.status {
            200 if !is_told(&answer) => {
                let missing = expected.iter().find(|said| !answer.body.contains(*said));
                assert_eq!(missing, None, "page {page}: {path}: {}", answer.body);
                right += 1;
            }
            _ => {
                assert!(is_told(&answer), "page {page}: {answer:?}");
                told += 1;
            }
        }
    }
    (right, told)
}
