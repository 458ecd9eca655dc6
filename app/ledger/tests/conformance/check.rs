//! Checking: whoever gets past the triggers is found by `verify`, and a projection that lies by `rebuild --check`.

use ledger::{Engine, What};

use crate::support::{Fresh, meddle};
use crate::world::{self, ana, applied, found, minutes, note, open, to_account};

on_both_engines![
    a_changed_line_is_found,
    a_column_beside_the_seal_is_held_against_it,
    a_missing_line_is_found,
    a_missing_tail_is_found,
    a_missing_account_is_found,
    a_tail_cut_off_with_its_head_moved_back_is_found,
    changed_and_missing_words_are_found,
    a_forgotten_command_is_found,
    a_rebuild_finds_and_mends_what_was_tampered_with,
];

/// Ana's account with three notes: versions 1 to 4.
async fn written(fresh: &Fresh) {
    found(&fresh.ledger).await;
    let id = open(&fresh.ledger, 1, "Ana").await;
    for n in 1..=3 {
        let note = to_account(n, id, note(n, &format!("Nota {n}")));
        let at = minutes(i64::try_from(n).expect("small"));
        applied(fresh.ledger.submit(note, ana(), at).await);
    }
}

/// As whoever owns the database: the triggers are taken away first.
async fn unguarded(fresh: &Fresh, sql: &str) {
    let off = match fresh.ledger.engine() {
        Engine::Sqlite => {
            "DROP TRIGGER facts_are_not_edited; DROP TRIGGER facts_are_not_deleted;
             DROP TRIGGER commands_are_not_deleted; DROP TRIGGER texts_are_only_erased;
             DROP TRIGGER texts_are_not_deleted;"
        }
        Engine::Postgres => {
            "ALTER TABLE facts DISABLE TRIGGER USER; ALTER TABLE commands DISABLE TRIGGER USER;
             ALTER TABLE texts DISABLE TRIGGER USER;"
        }
    };
    meddle(&fresh.url, &format!("{off} {sql}"))
        .await
        .expect(sql);
}

/// A note of Ana's, on both engines: its sealed bytes are TEXT here and BYTEA there.
const OF_ANA: &str = "kind IN ('note_added', 'account_opened')";

async fn found_by_verify(fresh: &Fresh) -> Vec<What> {
    let verified = fresh.ledger.verify().await.expect("read");
    let id = world::account(1).into();
    assert!(
        verified.faults.iter().all(|fault| fault.stream == id),
        "{verified:?}"
    );
    verified
        .faults
        .into_iter()
        .map(|fault| fault.what)
        .collect()
}

async fn a_changed_line_is_found(fresh: &Fresh) {
    written(fresh).await;
    assert_eq!(found_by_verify(fresh).await, []);
    let forged = match fresh.ledger.engine() {
        Engine::Sqlite => "UPDATE facts SET sealed = REPLACE(sealed, '\"service\"', '\"customer\"') WHERE version = 3 AND kind = 'note_added'",
        Engine::Postgres => {
            "UPDATE facts SET sealed = convert_to(REPLACE(convert_from(sealed, 'UTF8'), '\"service\"', '\"customer\"'), 'UTF8')
             WHERE version = 3 AND kind = 'note_added'"
        }
    };
    unguarded(fresh, forged).await;
    assert_eq!(
        found_by_verify(fresh).await,
        [What::LineChanged(3), What::HeadDiffers]
    );
}

async fn a_column_beside_the_seal_is_held_against_it(fresh: &Fresh) {
    written(fresh).await;
    unguarded(
        fresh,
        "UPDATE facts SET audience = 'customer' WHERE version = 2 AND kind = 'note_added'",
    )
    .await;
    assert_eq!(found_by_verify(fresh).await, [What::LineChanged(2)]);
}

async fn a_missing_line_is_found(fresh: &Fresh) {
    written(fresh).await;
    unguarded(
        fresh,
        "DELETE FROM facts WHERE version = 2 AND kind = 'note_added'",
    )
    .await;
    assert_eq!(
        found_by_verify(fresh).await,
        [What::LineMissing(2), What::HeadDiffers]
    );
}

async fn a_missing_tail_is_found(fresh: &Fresh) {
    written(fresh).await;
    unguarded(
        fresh,
        "DELETE FROM facts WHERE version >= 3 AND kind = 'note_added'",
    )
    .await;
    assert_eq!(found_by_verify(fresh).await, [What::TailMissing(3)]);
}

async fn a_missing_account_is_found(fresh: &Fresh) {
    written(fresh).await;
    unguarded(fresh, &format!("DELETE FROM facts WHERE {OF_ANA}")).await;
    assert_eq!(found_by_verify(fresh).await, [What::TailMissing(1)]);
}

/// The head of the line before is easily computed; the commands applied still say how far it went.
async fn a_tail_cut_off_with_its_head_moved_back_is_found(fresh: &Fresh) {
    written(fresh).await;
    let shorter = "DELETE FROM facts WHERE version >= 3 AND kind = 'note_added';
         UPDATE streams SET version = 2 WHERE stream_id IN (SELECT stream_id FROM accounts)";
    unguarded(fresh, shorter).await;
    assert_eq!(found_by_verify(fresh).await, [What::TailMissing(3)]);
    let gone = format!(
        "DELETE FROM streams WHERE stream_id IN (SELECT stream_id FROM accounts); DELETE FROM facts WHERE {OF_ANA}"
    );
    meddle(&fresh.url, &gone).await.expect("gone");
    assert_eq!(found_by_verify(fresh).await, [What::TailMissing(1)]);
}

async fn changed_and_missing_words_are_found(fresh: &Fresh) {
    written(fresh).await;
    unguarded(
        fresh,
        "UPDATE texts SET body = 'Otra nota' WHERE body = 'Nota 1'; DELETE FROM texts WHERE body = 'Nota 2'",
    )
    .await;
    assert_eq!(
        found_by_verify(fresh).await,
        [What::TextChanged(2), What::TextMissing(3)]
    );
}

async fn a_forgotten_command_is_found(fresh: &Fresh) {
    written(fresh).await;
    unguarded(
        fresh,
        "DELETE FROM commands WHERE first_version = 3 AND recorded_at > 1781510400000000",
    )
    .await;
    assert_eq!(found_by_verify(fresh).await, [What::CommandMissing(3)]);
}

async fn a_rebuild_finds_and_mends_what_was_tampered_with(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    applied(
        ledger
            .submit(
                to_account(1, id, world::delivery("2026-06-25")),
                ana(),
                minutes(1),
            )
            .await,
    );
    let clean = ledger.check().await.expect("read");
    assert_eq!((clean.differences.as_slice(), clean.streams), (&[][..], 2));

    meddle(
        &fresh.url,
        "UPDATE accounts SET name = 'Eva'; UPDATE matters SET is_open = FALSE; UPDATE dues SET on_day = on_day + 1;
         DELETE FROM terms; UPDATE houses SET state = REPLACE(state, 'Casa', 'Cosa')",
    )
    .await
    .expect("tampered");
    let tables = |differences: Vec<ledger::Difference>| -> Vec<&'static str> {
        differences.into_iter().map(|one| one.table).collect()
    };
    let all = ["houses", "accounts", "matters", "dues", "terms"];
    assert_eq!(tables(ledger.check().await.expect("read").differences), all);
    assert_eq!(
        tables(ledger.rebuild().await.expect("written").differences),
        all
    );
    assert_eq!(ledger.check().await.expect("read").differences, []);
}
