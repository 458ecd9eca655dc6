//! Backups: what was taken from either engine opens, verifies, and goes back into either.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ledger::{Engine, Ledger, LedgerError};

use crate::support::{Fresh, look, meddle, nowhere};
use crate::world::{self, SERVICE, ana, applied, found, minutes, open, to_account};

on_both_engines![
    a_backup_opens_as_a_ledger_and_verifies,
    a_backup_is_restored_and_goes_on,
    a_backup_never_overwrites,
    a_backup_taken_while_people_write_is_of_one_moment,
    a_backup_is_one_file,
];

async fn lived_in(ledger: &Ledger) {
    found(ledger).await;
    for n in 1..=3 {
        let id = open(ledger, n, "Ana Ñúñez").await;
        let promise = to_account(n, id, world::delivery("2026-06-25"));
        applied(ledger.submit(promise, ana(), minutes(1)).await);
    }
    ledger
        .set_email(world::ANA, "ana@example.com", minutes(1))
        .await
        .expect("set");
    ledger
        .secret("cookies", vec![0, 255, 7])
        .await
        .expect("made");
}

async fn sound(ledger: &Ledger) {
    assert_eq!(ledger.verify().await.expect("read").faults, []);
    assert_eq!(ledger.check().await.expect("read").differences, []);
}

async fn a_backup_opens_as_a_ledger_and_verifies(fresh: &Fresh) {
    lived_in(&fresh.ledger).await;
    let file = fresh.dir.path().join("backup.db");
    let copied = fresh.ledger.backup(&file).await.expect("a backup");
    assert!(copied.rows > 30, "{copied:?}");

    let url = format!("sqlite:{}", file.display());
    let backup = Ledger::open(&url).await.expect("a ledger");
    sound(&backup).await;
    let whole = fresh.ledger.verify().await.expect("read");
    assert_eq!(backup.verify().await.expect("read"), whole);
    assert!(
        backup
            .credential_by_email("ana@example.com")
            .await
            .expect("read")
            .is_some()
    );
    assert_eq!(
        backup.secret("cookies", Vec::new()).await.expect("kept"),
        [0, 255, 7]
    );
    let kinds = look(&url, "SELECT DISTINCT typeof(sealed) FROM facts").await;
    assert_eq!(kinds, [["text"]]);
}

async fn a_backup_is_restored_and_goes_on(fresh: &Fresh) {
    lived_in(&fresh.ledger).await;
    let file = fresh.dir.path().join("backup.db");
    let copied = fresh.ledger.backup(&file).await.expect("a backup");
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let (url, _dir) = nowhere(engine).await;
        assert_eq!(
            Ledger::restore(&file, &url).await.expect("restored"),
            copied
        );
        let restored = Ledger::open(&url).await.expect("a ledger");
        sound(&restored).await;
        let id = world::account(2);
        let note = to_account(99, id, world::note(99, "Sigue"));
        applied(restored.submit(note, ana(), minutes(5)).await);
        let page = restored
            .account_page(id, SERVICE, None, 50)
            .await
            .expect("read")
            .expect("there");
        assert_eq!(page.account.open().len(), 1);
        sound(&restored).await;
        assert!(
            meddle(&url, "DELETE FROM facts").await.is_err(),
            "triggers stand"
        );
        let again = Ledger::restore(&file, &url).await;
        assert!(
            matches!(again, Err(LedgerError::Backup { .. })),
            "{again:?}"
        );
    }
}

async fn a_backup_never_overwrites(fresh: &Fresh) {
    let file = fresh.dir.path().join("letter.txt");
    std::fs::write(&file, "a letter").expect("written");
    let refused = fresh.ledger.backup(&file).await;
    assert!(
        matches!(refused, Err(LedgerError::Backup { .. })),
        "{refused:?}"
    );
    assert_eq!(std::fs::read(&file).expect("read"), b"a letter");
}

async fn a_backup_taken_while_people_write_is_of_one_moment(fresh: &Fresh) {
    lived_in(&fresh.ledger).await;
    let ledger = fresh.ledger.clone();
    let is_done = Arc::new(AtomicBool::new(false));
    let until = Arc::clone(&is_done);
    let writing = tokio::spawn(async move {
        let mut written = 0_u64;
        for n in 1000.. {
            let id = world::account(n % 3 + 1);
            let note = to_account(n, id, world::note(n, "Nota"));
            applied(ledger.submit(note, ana(), minutes(9)).await);
            written += 1;
            if until.load(Ordering::Relaxed) {
                break;
            }
        }
        written
    });
    let mut seen = Vec::new();
    for n in 0..3 {
        let file = fresh.dir.path().join(format!("busy{n}.db"));
        fresh.ledger.backup(&file).await.expect("a backup");
        let backup = Ledger::open(&format!("sqlite:{}", file.display()))
            .await
            .expect("a ledger");
        sound(&backup).await;
        seen.push(backup.verify().await.expect("read").facts);
    }
    is_done.store(true, Ordering::Relaxed);
    let written = writing.await.expect("no panic");
    let whole = fresh.ledger.verify().await.expect("read").facts;
    assert!(
        written > 1 && seen[2] > seen[0],
        "they wrote meanwhile: {seen:?}"
    );
    assert!(seen.is_sorted() && seen[2] <= whole, "{seen:?} of {whole}");
}

/// With nothing of somebody else's in it, no log beside it, and nothing left of one that failed.
async fn a_backup_is_one_file(fresh: &Fresh) {
    lived_in(&fresh.ledger).await;
    meddle(&fresh.url, "CREATE TABLE places (at POINT)")
        .await
        .expect("somebody's table");
    let folder = fresh.dir.path().join("given away");
    std::fs::create_dir(&folder).expect("a folder");
    let file = folder.join("100% of it?.db");
    fresh.ledger.backup(&file).await.expect("a backup");
    let there: Vec<_> = std::fs::read_dir(&folder).expect("a folder").collect();
    assert_eq!(there.len(), 1, "{there:?}");
    let bytes = std::fs::read(&file).expect("its bytes");
    assert_eq!(bytes[18..20], [1, 1], "it needs no write-ahead log");

    let url = &fresh.url;
    meddle(url, "DROP TABLE places; DROP TABLE signin_attempts")
        .await
        .expect("broken");
    let nowhere = folder.join("none.db");
    if fresh.ledger.engine() == Engine::Sqlite {
        fresh
            .ledger
            .backup(&nowhere)
            .await
            .expect_err("a table is missing");
    }
    let there: Vec<_> = std::fs::read_dir(&folder).expect("a folder").collect();
    assert_eq!(there.len(), 1, "{there:?}");
}
