//! Checking: whoever gets past the triggers is found by `verify`, and a projection that lies by `rebuild --check`.

use ledger::{Engine, Ledger, What};

use crate::support::{self, Fresh, meddle};
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
    a_version_moved_far_away_is_one_fault,
    a_column_of_another_kind_is_a_fault_and_no_failure,
    rows_that_no_facts_made_are_found_and_go,
    a_house_without_head_and_commands_is_found,
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
    let id = domain::ids::StreamId::from(world::account(1));
    assert!(
        verified.faults.iter().all(|fault| fault.stream == Some(id)),
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
        [What::LineMissing { from: 2, to: 2 }, What::HeadDiffers]
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

async fn a_version_moved_far_away_is_one_fault(fresh: &Fresh) {
    written(fresh).await;
    let far =
        "UPDATE facts SET version = 9000000000000000000 WHERE version = 4 AND kind = 'note_added'";
    unguarded(fresh, far).await;
    let (from, to) = (4, 8_999_999_999_999_999_999);
    assert_eq!(
        found_by_verify(fresh).await,
        [
            What::LineMissing { from, to },
            What::LineChanged(to + 1),
            What::HeadDiffers
        ]
    );
    let before = "UPDATE facts SET version = -7 WHERE version > 100";
    meddle(&fresh.url, before).await.expect("moved");
    assert_eq!(
        found_by_verify(fresh).await,
        [What::LineMisplaced(-7), What::TailMissing(4)]
    );
}

/// SQLite keeps whatever it is given in any column; PostgreSQL refuses bytes that are no JSON only here.
async fn a_column_of_another_kind_is_a_fault_and_no_failure(fresh: &Fresh) {
    written(fresh).await;
    let other = match fresh.ledger.engine() {
        Engine::Sqlite => {
            "UPDATE facts SET n = 'first', leaf = 'none' WHERE version = 3 AND kind = 'note_added';
             UPDATE texts SET salt = 'no salt' WHERE body = 'Nota 1'"
        }
        Engine::Postgres => {
            "UPDATE facts SET sealed = '\\x00ff', leaf = '\\x' WHERE version = 3 AND kind = 'note_added';
             UPDATE texts SET salt = '\\x00' WHERE body = 'Nota 1'"
        }
    };
    unguarded(fresh, other).await;
    assert_eq!(
        found_by_verify(fresh).await,
        [
            What::TextChanged(2),
            What::LineChanged(3),
            What::HeadDiffers
        ]
    );
}

async fn rows_that_no_facts_made_are_found_and_go(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    let promise = to_account(1, id, world::delivery("2026-06-25"));
    applied(ledger.submit(promise, ana(), minutes(1)).await);
    let ghost = match ledger.engine() {
        Engine::Sqlite => "x'00000000000000000000000000000bad'",
        Engine::Postgres => "'00000000-0000-0000-0000-000000000bad'",
    };
    for (table, ghosts) in [
        ("terms", "INSERT INTO terms SELECT stream_id, 'person', 'eva' FROM accounts".to_owned()),
        ("terms", format!("INSERT INTO terms (stream_id, scope, term) VALUES ({ghost}, 'account', 'eva')")),
        ("accounts", format!("INSERT INTO accounts SELECT {ghost}, version, state_format, state, kind, name, tax_id, owner_id,
            store_id, next_news, silent_since, pressing, open_matters, open_claims, updated_at FROM accounts")),
        ("matters", format!("INSERT INTO matters SELECT {ghost}, matter_id, version, state_format, state, kind, is_open,
            owner_id, thread_id, next_due, next_news, silent_since FROM matters")),
        ("dues", format!("INSERT INTO dues SELECT {ghost}, matter_id, n, kind, person_id, role, on_day, at, rule FROM dues")),
        ("houses", format!("INSERT INTO houses SELECT {ghost}, version, state_format, state FROM houses WHERE version = 1")),
        ("houses", "INSERT INTO houses SELECT stream_id, 99, state_format, state FROM houses WHERE version = 1".to_owned()),
    ] {
        meddle(&fresh.url, &ghosts).await.expect(&ghosts);
        let checked = ledger.check().await.expect("read").differences;
        assert!(!checked.is_empty(), "{ghosts}");
        assert!(checked.iter().all(|one| one.table == table), "{checked:?}");
        let rebuilt = ledger.rebuild().await.expect("written").differences;
        assert_eq!(rebuilt, checked);
        assert_eq!(ledger.check().await.expect("read").differences, []);
    }
}

async fn a_house_without_head_and_commands_is_found(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let triggers = match ledger.engine() {
        Engine::Sqlite => "DROP TRIGGER commands_are_not_deleted;",
        Engine::Postgres => "ALTER TABLE commands DISABLE TRIGGER USER;",
    };
    let gone = format!("{triggers} DELETE FROM commands; DELETE FROM streams; DELETE FROM houses");
    meddle(&fresh.url, &gone).await.expect("gone");
    let whats: Vec<_> = ledger.verify().await.expect("read").faults;
    let whats: Vec<_> = whats.into_iter().map(|fault| fault.what).collect();
    assert_eq!(whats.last(), Some(&What::HeadMissing), "{whats:?}");
    assert!(whats.contains(&What::CommandMissing(1)), "{whats:?}");
    let differences = ledger.check().await.expect("read").differences;
    assert_eq!(differences.len(), 1, "{differences:?}");
    assert_eq!(differences[0].table, "houses");
}

/// The database's file, closed, with all of its log in it.
async fn closed_file(fresh: &Fresh) -> std::path::PathBuf {
    written(fresh).await;
    fresh.ledger.close().await;
    fresh.dir.path().join("new/ledger.db")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flipped_byte_of_a_line_is_found() {
    let fresh = support::fresh(Engine::Sqlite).await;
    let path = closed_file(&fresh).await;
    let mut bytes = std::fs::read(&path).expect("its bytes");
    // Wherever it stands: some of it is of pages that were split, which nothing reads any more.
    let word = b"note_added";
    let places: Vec<_> = (0..bytes.len() - word.len())
        .filter(|at| bytes[*at..].starts_with(word))
        .collect();
    for at in places {
        bytes[at] ^= 1;
    }
    std::fs::write(&path, bytes).expect("flipped");
    let ledger = Ledger::open(&fresh.url).await.expect("opens");
    let faults = ledger.verify().await.expect("read").faults;
    assert!(!faults.is_empty());
}

/// Each page in turn is made no page at all: it does not open, or `verify` says so; never is it served in silence.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_broken_page_is_found_wherever_it_is() {
    let fresh = support::fresh(Engine::Sqlite).await;
    let path = closed_file(&fresh).await;
    let whole = std::fs::read(&path).expect("its bytes");
    let size = usize::from(u16::from_be_bytes([whole[16], whole[17]]));
    let mut seen = 0;
    for page in 1..whole.len() / size {
        let mut bytes = whole.clone();
        bytes[page * size] ^= 0x55;
        std::fs::write(&path, &bytes).expect("broken");
        let Ok(ledger) = Ledger::open(&fresh.url).await else {
            continue;
        };
        let faults = ledger
            .verify()
            .await
            .expect("a fault and no failure")
            .faults;
        ledger.close().await;
        assert!(!faults.is_empty(), "page {page}");
        seen += 1;
    }
    assert!(seen > 10, "{seen} pages");
}
