//! Attachments: kept with the fact that points to them or not at all, read by whoever may read that, and verified.

use domain::attachment::{self, Media, NewAttachment};
use domain::command::AccountCommand;
use domain::entry::Audience;
use domain::ids::{AccountId, AttachmentId};
use domain::refusal::Why;
use domain::text::Salt;
use ledger::{Attached, Engine, Ledger, Outcome, What};
use uuid::Uuid;

use crate::support::{Fresh, fresh, look, meddle, nowhere};
use crate::world::{SERVICE, ana, applied, found, minutes, open, text, to_account};

on_both_engines![
    an_attachment_is_kept_with_its_fact_and_read_by_whoever_may,
    other_bytes_than_the_command_speaks_of_are_refused,
    the_same_command_twice_keeps_it_once,
    an_attachment_may_only_be_erased,
    what_is_not_as_it_was_is_found,
    a_backup_carries_attachments_to_the_other_engine_and_back,
];

const SALT: Salt = Salt([5; 32]);

fn id(n: u128) -> AttachmentId {
    AttachmentId::from_uuid(Uuid::from_u128(0xA77A_0000 + n))
}

fn asked(n: u128, bytes: &[u8]) -> AccountCommand {
    AccountCommand::AddAttachment {
        matter: None,
        file: NewAttachment {
            attachment: id(n),
            salt: SALT,
            digest: attachment::digest(&SALT, bytes),
            media: Media::Png,
            bytes: bytes.len() as u64,
            name: text(0xF1_1E00 + n, "La silla rota"),
        },
    }
}

async fn attach(ledger: &Ledger, account: AccountId, n: u128, bytes: &[u8]) -> Outcome {
    let envelope = to_account(0x50 + n, account, asked(n, bytes));
    let attached = Attached::new(bytes.to_vec(), SALT);
    let outcome = ledger.attach(envelope, ana(), minutes(1), attached).await;
    outcome.expect("an answer")
}

async fn account(ledger: &Ledger) -> AccountId {
    found(ledger).await;
    open(ledger, 1, "Ana").await
}

async fn bytes_of(ledger: &Ledger, account: AccountId, n: u128) -> Option<Vec<u8>> {
    let found = ledger.attachment(account, id(n), SERVICE).await;
    found.expect("read")?.bytes
}

async fn an_attachment_is_kept_with_its_fact_and_read_by_whoever_may(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let account = account(ledger).await;
    let other = open(ledger, 2, "Eva").await;
    applied(Ok(attach(ledger, account, 1, b"a picture").await));
    let found = ledger.attachment(account, id(1), SERVICE).await;
    let found = found.expect("read").expect("an attachment");
    assert_eq!(found.bytes.as_deref(), Some(&b"a picture"[..]));
    assert_eq!(found.media, Media::Png);
    assert_eq!(found.name.as_deref(), Some("La silla rota"));
    for (account, id, audiences) in [
        (other, id(1), SERVICE),
        (account, id(2), SERVICE),
        (
            account,
            id(1),
            &[Audience::Customer, Audience::Investigation],
        ),
    ] {
        let found = ledger.attachment(account, id, audiences).await;
        assert_eq!(found.expect("read"), None);
    }
}

async fn other_bytes_than_the_command_speaks_of_are_refused(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let account = account(ledger).await;
    let refused = |outcome: Outcome| match outcome {
        Outcome::Refused(refusals) => assert_eq!(refusals[0].why, Why::BrokenForm),
        other => panic!("{other:?}"),
    };
    let envelope = to_account(0x51, account, asked(1, b"a picture"));
    let without = ledger.submit(envelope.clone(), ana(), minutes(1)).await;
    refused(without.expect("an answer"));
    for attached in [
        Attached::new(b"a pictur3".to_vec(), SALT),
        Attached::new(b"a picture".to_vec(), Salt([6; 32])),
    ] {
        let outcome = ledger.attach(envelope.clone(), ana(), minutes(1), attached);
        refused(outcome.await.expect("an answer"));
    }
    let note = to_account(0x52, account, crate::world::note(1, "Sin nada"));
    let attached = Attached::new(b"a picture".to_vec(), SALT);
    let outcome = ledger.attach(note, ana(), minutes(1), attached).await;
    refused(outcome.expect("an answer"));
    assert_eq!(ledger.version(account.into()).await.expect("read"), 1);
}

async fn the_same_command_twice_keeps_it_once(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let account = account(ledger).await;
    let large = vec![7; attachment::BYTES_MAX];
    let first = applied(Ok(attach(ledger, account, 1, &large).await));
    let again = attach(ledger, account, 1, &large).await;
    let (first, last) = first;
    assert_eq!(again, Outcome::Duplicate { first, last });
    assert_eq!(bytes_of(ledger, account, 1).await, Some(large));
    let rows = "SELECT CAST(COUNT(*) AS TEXT) FROM attachments";
    assert_eq!(look(&fresh.url, rows).await, [["1"]]);
}

async fn an_attachment_may_only_be_erased(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let account = account(ledger).await;
    applied(Ok(attach(ledger, account, 1, b"a picture").await));
    for sql in [
        "UPDATE attachments SET media = 'pdf'",
        "UPDATE attachments SET bytes = NULL",
        "DELETE FROM attachments",
    ] {
        let said = meddle(&fresh.url, sql).await.expect_err(sql).to_string();
        assert!(said.contains("never"), "{sql}: {said}");
    }
    if ledger.engine() == Engine::Sqlite {
        let sql = "INSERT OR REPLACE INTO attachments SELECT * FROM attachments";
        let said = meddle(&fresh.url, sql).await.expect_err(sql).to_string();
        assert!(said.contains("never"), "{sql}: {said}");
    }
    let erased = "UPDATE attachments SET bytes = NULL, salt = NULL";
    assert_eq!(meddle(&fresh.url, erased).await.expect("erased"), 1);
    assert_eq!(bytes_of(ledger, account, 1).await, None);
    let verified = ledger.verify().await.expect("read");
    assert_eq!((verified.faults.as_slice(), verified.erased), (&[][..], 1));
}

async fn what_is_not_as_it_was_is_found(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let account = account(ledger).await;
    for n in 1..=3 {
        applied(Ok(attach(ledger, account, n, b"a picture").await));
    }
    let verified = ledger.verify().await.expect("read");
    assert_eq!((verified.faults.len(), verified.attachments), (0, 3));
    let (off, on) = match ledger.engine() {
        Engine::Sqlite => (
            "DROP TRIGGER attachments_are_only_erased; DROP TRIGGER attachments_are_not_deleted",
            "",
        ),
        Engine::Postgres => (
            "ALTER TABLE attachments DISABLE TRIGGER USER",
            "ALTER TABLE attachments ENABLE TRIGGER USER",
        ),
    };
    let other = match ledger.engine() {
        Engine::Sqlite => "x'00'",
        Engine::Postgres => "'\\x00'::bytea",
    };
    let tampered = format!(
        "{off}; UPDATE attachments SET bytes = {other} WHERE version = 2;
         DELETE FROM attachments WHERE version = 3; {on}"
    );
    meddle(&fresh.url, &tampered).await.expect("tampered");
    let verified = ledger.verify().await.expect("read");
    let found: Vec<_> = verified
        .faults
        .into_iter()
        .map(|fault| fault.what)
        .collect();
    assert_eq!(
        found,
        [What::AttachmentChanged(2), What::AttachmentMissing(3)]
    );
    assert_eq!(verified.attachments, 1);
}

async fn a_backup_carries_attachments_to_the_other_engine_and_back(here: &Fresh) {
    let ledger = &here.ledger;
    let account = account(ledger).await;
    let large = vec![9; 3 * 1024 * 1024];
    for n in 1..=4 {
        applied(Ok(attach(ledger, account, n, &large).await));
    }
    let other = match ledger.engine() {
        Engine::Sqlite => Engine::Postgres,
        Engine::Postgres => Engine::Sqlite,
    };
    let file = here.dir.path().join("copy.db");
    ledger.backup(&file).await.expect("a copy");
    let (url, dir) = nowhere(other).await;
    Ledger::restore(&file, &url).await.expect("restored");
    let there = Ledger::open(&url).await.expect("a ledger");
    assert_eq!(bytes_of(&there, account, 4).await, Some(large.clone()));
    let verified = there.verify().await.expect("read");
    assert_eq!((verified.faults.len(), verified.attachments), (0, 4));
    let again = dir.path().join("again.db");
    there.backup(&again).await.expect("a copy");
    there.close().await;
    let back = fresh(ledger.engine()).await;
    back.ledger.close().await;
    Ledger::restore(&again, &back.url).await.expect("restored");
    let back = Ledger::open(&back.url).await.expect("a ledger");
    assert_eq!(bytes_of(&back, account, 1).await, Some(large));
    back.close().await;
}
