//! Submitting: once and whole, or not at all; and everything it leaves equals a replay from zero.

use domain::account::STATE_FORMAT;
use domain::command::{AccountCommand, Command};
use domain::ids::StreamId;
use domain::refusal::Why;
use ledger::{Engine, LedgerError, Outcome};

use crate::support::{Fresh, look, meddle};
use crate::world::{self, NOW, SERVICE, ana, applied, found, minutes, note, open, to_account};

on_both_engines![
    what_is_submitted_is_there_and_verifies,
    a_retry_is_a_duplicate_and_writes_nothing,
    an_id_used_for_something_else_is_refused,
    a_text_id_used_for_other_words_is_refused,
    a_refusal_leaves_nothing,
    a_text_with_a_null_character_is_refused_on_both,
    a_command_sent_to_the_wrong_stream_is_refused,
    a_failure_between_append_and_project_leaves_nothing,
    a_row_of_an_older_form_is_folded_anew,
    a_correction_sees_the_fact_it_corrects,
    the_seal_holds_when_it_was_sent_and_which_house_decided,
];

pub(crate) async fn sound(fresh: &Fresh) {
    let verified = fresh.ledger.verify().await.expect("read");
    assert_eq!(verified.faults, []);
    let rebuilt = fresh.ledger.check().await.expect("read");
    assert_eq!(rebuilt.differences, []);
}

async fn what_is_submitted_is_there_and_verifies(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Muebles Ñandú").await;
    let made = applied(
        ledger
            .submit(
                to_account(1, id, world::delivery("2026-06-25")),
                ana(),
                minutes(1),
            )
            .await,
    );
    let ordered = applied(
        ledger
            .submit(
                to_account(2, id, world::order(2, "P-77", "2026-06-30")),
                ana(),
                minutes(2),
            )
            .await,
    );
    assert!(made.0 > 1 && ordered.0 == made.1 + 1);

    let page = ledger
        .account_page(id, SERVICE, None, 50)
        .await
        .expect("read")
        .expect("there");
    assert_eq!(page.account.version, ordered.1);
    assert_eq!(page.account.open().len(), 2);
    assert_eq!(page.timeline.rows.len() as u64, ordered.1);
    assert_eq!(page.timeline.version, ordered.1);
    let name = page.account.head.expect("a head").name;
    assert_eq!(
        page.words.get(&name.id).map(String::as_str),
        Some("Muebles Ñandú")
    );
    sound(fresh).await;
}

async fn a_retry_is_a_duplicate_and_writes_nothing(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    let envelope = to_account(1, id, note(1, "Llamó"));
    let (first, last) = applied(ledger.submit(envelope.clone(), ana(), minutes(1)).await);
    let again = ledger
        .submit(envelope, ana(), minutes(9))
        .await
        .expect("an answer");
    assert_eq!(again, Outcome::Duplicate { first, last });
    assert_eq!(ledger.version(id.into()).await.expect("read"), last);
}

async fn an_id_used_for_something_else_is_refused(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    applied(
        ledger
            .submit(to_account(1, id, note(1, "Llamó")), ana(), minutes(1))
            .await,
    );
    let other = ledger
        .submit(to_account(1, id, note(2, "Vino")), ana(), minutes(2))
        .await;
    assert_eq!(why(other), [Why::IdReused]);
}

async fn a_text_id_used_for_other_words_is_refused(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    let (_, last) = applied(
        ledger
            .submit(to_account(1, id, note(1, "Llamó")), ana(), minutes(1))
            .await,
    );
    let other = ledger
        .submit(to_account(2, id, note(1, "Otra cosa")), ana(), minutes(2))
        .await;
    assert_eq!(why(other), [Why::IdReused]);
    assert_eq!(ledger.version(id.into()).await.expect("read"), last);
    sound(fresh).await;
}

#[track_caller]
fn why(outcome: Result<Outcome, LedgerError>) -> Vec<Why> {
    match outcome {
        Ok(Outcome::Refused(refusals)) => refusals.into_iter().map(|one| one.why).collect(),
        other => panic!("not refused: {other:?}"),
    }
}

async fn a_refusal_leaves_nothing(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = world::account(1);
    let refused = ledger
        .submit(to_account(1, id, note(1, "Llamó")), ana(), minutes(1))
        .await;
    assert_eq!(why(refused), [Why::NoSuchAccount]);
    assert!(
        ledger
            .account_page(id, SERVICE, None, 50)
            .await
            .expect("read")
            .is_none()
    );
    let left = look(
        &fresh.url,
        "SELECT CAST(COUNT(*) AS TEXT) FROM (SELECT stream_id FROM streams UNION ALL SELECT stream_id FROM facts
         UNION ALL SELECT stream_id FROM texts UNION ALL SELECT stream_id FROM commands) everything
         WHERE stream_id <> (SELECT stream_id FROM houses LIMIT 1)",
    )
    .await;
    assert_eq!(left, [["0"]]);
}

async fn a_text_with_a_null_character_is_refused_on_both(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    let refused = ledger
        .submit(to_account(1, id, note(1, "Lla\0mó")), ana(), minutes(1))
        .await;
    assert_eq!(why(refused), [Why::BrokenForm]);
    assert!(
        ledger
            .credential_by_email("ana\0@example.com")
            .await
            .expect("read")
            .is_none()
    );
}

async fn a_command_sent_to_the_wrong_stream_is_refused(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let to_house = world::envelope(1, StreamId::HOUSE, Command::Account(note(1, "Hola")), NOW);
    assert_eq!(
        why(ledger.submit(to_house, ana(), NOW).await),
        [Why::BrokenForm]
    );
}

/// The fault is somebody else's trigger: it raises when the projection is written, after the facts were.
async fn a_failure_between_append_and_project_leaves_nothing(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    let before = ledger.version(id.into()).await.expect("read");
    let (break_it, mend_it) = match ledger.engine() {
        Engine::Sqlite => (
            "CREATE TRIGGER fault BEFORE INSERT ON matters BEGIN SELECT RAISE(ABORT, 'fault'); END",
            "DROP TRIGGER fault",
        ),
        Engine::Postgres => (
            "CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fault'; END $$;
             CREATE TRIGGER fault BEFORE INSERT ON matters FOR EACH ROW EXECUTE FUNCTION fault()",
            "DROP TRIGGER fault ON matters",
        ),
    };
    meddle(&fresh.url, break_it).await.expect("broken");
    let promise = to_account(1, id, world::delivery("2026-06-25"));
    let lost = ledger.submit(promise.clone(), ana(), minutes(1)).await;
    assert!(matches!(lost, Err(LedgerError::Unavailable)), "{lost:?}");
    assert_eq!(ledger.version(id.into()).await.expect("read"), before);
    sound(fresh).await;

    meddle(&fresh.url, mend_it).await.expect("mended");
    let (first, _) = applied(ledger.submit(promise, ana(), minutes(2)).await);
    assert_eq!(first, before + 1, "the same id is applied once it can be");
    sound(fresh).await;
}

async fn a_row_of_an_older_form_is_folded_anew(fresh: &Fresh) {
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
    for table in ["accounts", "matters"] {
        let older = format!(
            "UPDATE {table} SET state_format = {}, state = '{{}}'",
            STATE_FORMAT - 1
        );
        meddle(&fresh.url, &older).await.expect("older");
    }
    let read = ledger.account(id, &[]).await.expect("read").expect("there");
    assert_eq!(read.open().len(), 1, "a reader folds it anew");
    applied(
        ledger
            .submit(to_account(2, id, note(2, "Llamó")), ana(), minutes(2))
            .await,
    );
    sound(fresh).await;
}

async fn a_correction_sees_the_fact_it_corrects(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    let (version, _) = applied(
        ledger
            .submit(
                to_account(1, id, note(1, "Vino el lunes")),
                ana(),
                minutes(1),
            )
            .await,
    );
    let correct = |n, version| {
        to_account(
            n,
            id,
            AccountCommand::Correct {
                version,
                note: world::text(0xD0_0000 + n, "Fue el martes"),
            },
        )
    };
    applied(ledger.submit(correct(2, version), ana(), minutes(2)).await);
    let nothing_there = ledger.submit(correct(3, 99), ana(), minutes(3)).await;
    assert_eq!(why(nothing_there), [Why::NoSuchFact]);
}

async fn the_seal_holds_when_it_was_sent_and_which_house_decided(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    let mut strayed = to_account(1, id, note(1, "Con el reloj adelantado"));
    strayed.sent_at = minutes(8);
    let (version, _) = applied(ledger.submit(strayed, ana(), minutes(1)).await);
    let sealed = match ledger.engine() {
        Engine::Sqlite => "sealed",
        Engine::Postgres => "convert_from(sealed, 'UTF8')",
    };
    let select = format!("SELECT {sealed} FROM facts WHERE kind = 'note_added'");
    let sealed = look(&fresh.url, &select).await.concat().concat();
    let house = ledger.house().await.expect("read").version;
    let sent = minutes(8).micros();
    let said = format!("\"sent_at\":{sent},\"house_version\":{house},");
    assert!(sealed.contains(&said), "{sealed}");
    let page = ledger.account_since(id, SERVICE, version - 1, 1).await;
    let page = page.expect("read").expect("there");
    let row = &page.timeline.rows[0];
    assert_eq!(row.skew(), Some(7 * 60_000_000));
}
