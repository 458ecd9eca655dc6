//! Backups: what was taken from either engine opens, verifies, and goes back into either.

use ledger::{Engine, Ledger, LedgerError};

use crate::support::{Fresh, look, meddle, nowhere};
use crate::world::{self, SERVICE, ana, applied, found, minutes, open, to_account};

on_both_engines![
    a_backup_opens_as_a_ledger_and_verifies,
    a_backup_is_restored_and_goes_on,
    a_backup_never_overwrites,
];

async fn busy(ledger: &Ledger) {
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
    busy(&fresh.ledger).await;
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
    busy(&fresh.ledger).await;
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
