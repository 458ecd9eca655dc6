//! Facts, commands and texts are inserted, never updated or deleted: the database itself refuses it, to anyone.

use ledger::Engine;

use crate::support::{Fresh, look, meddle};
use crate::world::{ana, applied, found, minutes, note, open, to_account};

on_both_engines![
    facts_and_commands_are_never_edited,
    a_text_may_only_be_erased,
];

async fn written(fresh: &Fresh) {
    found(&fresh.ledger).await;
    let id = open(&fresh.ledger, 1, "Ana").await;
    applied(
        fresh
            .ledger
            .submit(to_account(1, id, note(1, "Llamó")), ana(), minutes(1))
            .await,
    );
}

async fn refused(fresh: &Fresh, sql: &str) {
    let outcome = meddle(&fresh.url, sql).await;
    let said = outcome.expect_err(sql).to_string();
    assert!(said.contains("never"), "{sql}: {said}");
}

async fn facts_and_commands_are_never_edited(fresh: &Fresh) {
    written(fresh).await;
    refused(fresh, "UPDATE facts SET audience = 'customer'").await;
    refused(fresh, "UPDATE facts SET version = version + 100").await;
    refused(fresh, "DELETE FROM facts WHERE version = 1").await;
    refused(fresh, "UPDATE commands SET digest = digest").await;
    refused(fresh, "DELETE FROM commands").await;
    match fresh.ledger.engine() {
        // This deletes without asking the triggers of a deletion.
        Engine::Sqlite => {
            refused(fresh, "INSERT OR REPLACE INTO facts SELECT * FROM facts").await;
            refused(
                fresh,
                "INSERT OR REPLACE INTO commands SELECT * FROM commands",
            )
            .await;
            refused(
                fresh,
                "INSERT OR REPLACE INTO texts SELECT stream_id, text_id, salt, 'otra' FROM texts",
            )
            .await;
        }
        Engine::Postgres => {
            refused(fresh, "TRUNCATE facts").await;
            refused(fresh, "TRUNCATE commands").await;
            refused(fresh, "TRUNCATE texts").await;
        }
    }
    assert_eq!(fresh.ledger.verify().await.expect("read").faults, []);
}

async fn a_text_may_only_be_erased(fresh: &Fresh) {
    written(fresh).await;
    refused(fresh, "UPDATE texts SET body = 'otra cosa'").await;
    refused(fresh, "UPDATE texts SET body = NULL").await;
    refused(fresh, "DELETE FROM texts").await;
    let erased = meddle(
        &fresh.url,
        "UPDATE texts SET body = NULL, salt = NULL WHERE body = 'Llamó'",
    )
    .await;
    assert_eq!(erased.expect("erased"), 1);
    let left = look(
        &fresh.url,
        "SELECT CAST(COUNT(*) AS TEXT) FROM texts WHERE body IS NULL",
    )
    .await;
    assert_eq!(left, [["1"]]);
    let verified = fresh.ledger.verify().await.expect("read");
    assert_eq!(
        (verified.faults.as_slice(), verified.erased),
        (&[][..], 1),
        "erased, not broken"
    );
}
