//! Letters: written with the facts that cause them, handed over by one server at a time, and never twice.

use std::time::Duration;

use domain::account::{Channel, ClaimKind, Language};
use domain::command::{About, AccountCommand, ClaimDates, NewContact};
use domain::ids::{AccountId, ContactId};
use domain::mail::{Hitch, Letter, MailState};
use domain::time::Timestamp;
use ledger::{Became, Engine, Handed, Ledger, MailKey};
use uuid::Uuid;

use crate::support::{Fresh, look, meddle};
use crate::world::{ana, applied, command_id, found, minutes, open, text, to_account};

on_both_engines![
    a_letter_is_written_with_its_fact_and_only_for_an_address,
    of_two_servers_each_hands_over_another,
    a_server_that_dies_amid_it_leaves_it_unknown,
    what_is_put_off_waits_and_what_fails_is_for_a_person,
    letters_are_listed_by_state_whatever_moved_last_first,
    an_erased_address_leaves_nothing_to_write,
    what_comes_from_a_backup_is_unknown,
];

const HERE: Uuid = Uuid::from_u128(1);
const THERE: Uuid = Uuid::from_u128(2);
const LEASE: Duration = Duration::from_secs(5 * 60);
const EVA: ContactId = ContactId::from_uuid(Uuid::from_u128(0xE7A));

fn eva(email: Option<&str>) -> AccountCommand {
    AccountCommand::AddContact {
        contact: NewContact {
            contact: EVA,
            name: text(0xE0_0001, "Eva Sanz"),
            phone: None,
            email: email.map(|email| text(0xE0_0002, email)),
            channel: Channel::Email,
            language: Language::Es,
        },
    }
}

fn claim(n: u128) -> AccountCommand {
    AccountCommand::MakeClaim {
        about: About::Nothing,
        claim_kind: ClaimKind::Treatment,
        contact: Some(EVA),
        channel: Channel::Counter,
        points: vec![text(0xE1_0000 + n, "Nadie me atendió")],
        sought: None,
        language: Language::Es,
        invoiced: None,
        dates: ClaimDates::default(),
        handed: None,
    }
}

/// An account with Eva, who has that address.
async fn account(ledger: &Ledger, email: Option<&str>) -> AccountId {
    found(ledger).await;
    let account = open(ledger, 1, "Eva").await;
    let asked = to_account(0x10, account, eva(email));
    applied(ledger.submit(asked, ana(), minutes(1)).await);
    account
}

async fn claimed(ledger: &Ledger, account: AccountId, n: u128) -> MailKey {
    let asked = to_account(0x20 + n, account, claim(n));
    let minute = i64::try_from(n).expect("few");
    applied(ledger.submit(asked, ana(), minutes(2 + minute)).await);
    MailKey {
        stream: account.into(),
        command: command_id(0x20 + n),
        n: 0,
    }
}

async fn next(ledger: &Ledger, by: Uuid, at: Timestamp) -> Option<Handed> {
    ledger.hand_over(by, at, LEASE).await.expect("asked")
}

async fn moved(ledger: &Ledger, key: MailKey, by: Uuid, became: Became, minute: i64) -> bool {
    let moved = ledger.handed_over(key, by, became, minutes(minute));
    moved.await.expect("said")
}

/// Which letters stand so, with what was in the way.
async fn stand(ledger: &Ledger, state: MailState) -> Vec<(MailKey, Option<Hitch>)> {
    let list = ledger.letters(state, None, 50).await.expect("a list");
    let rows = list.rows.into_iter();
    rows.map(|row| (row.key, row.hitch)).collect()
}

async fn a_letter_is_written_with_its_fact_and_only_for_an_address(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let account = account(ledger, None).await;
    claimed(ledger, account, 1).await;
    assert_eq!(stand(ledger, MailState::Waiting).await, []);
    let asked = to_account(0x11, account, eva(Some("eva@ejemplo.es")));
    // The same contact again replaces what was known of it.
    let mut asked = asked;
    if let domain::command::Command::Account(AccountCommand::AddContact { contact }) =
        &mut asked.command
    {
        contact.name = text(0xE0_0003, "Eva Sanz");
    }
    applied(ledger.submit(asked, ana(), minutes(3)).await);
    let key = claimed(ledger, account, 2).await;
    assert_eq!(stand(ledger, MailState::Waiting).await, [(key, None)]);
    let again = to_account(0x22, account, claim(2));
    let again = ledger.submit(again, ana(), minutes(5)).await;
    assert!(matches!(again, Ok(ledger::Outcome::Duplicate { .. })));
    let list = ledger.letters(MailState::Waiting, None, 50).await;
    let rows = list.expect("a list").rows;
    assert_eq!((rows.len(), rows[0].letter), (1, Letter::Receipt));
    // Neither a name, nor an address, nor a word.
    let columns = "SELECT letter || ' ' || state || ' ' || COALESCE(hitch, '') FROM outbox";
    assert_eq!(look(&fresh.url, columns).await, [["receipt waiting "]]);
    let told = ledger.told(key).await.expect("read").expect("a letter");
    assert_eq!(told.entries.len(), 1);
    let said: Vec<_> = told.words.values().map(String::as_str).collect();
    for word in ["eva@ejemplo.es", "Eva Sanz", "Nadie me atendió"] {
        assert!(said.contains(&word), "{said:?}");
    }
}

async fn of_two_servers_each_hands_over_another(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let account = account(ledger, Some("eva@ejemplo.es")).await;
    for n in 0..8 {
        claimed(ledger, account, n).await;
    }
    let other = Ledger::open(&fresh.url).await.expect("another server");
    let asked = (0..12_u128).map(|n| {
        let (ledger, by) = match n % 2 {
            0 => (ledger, HERE),
            _ => (&other, THERE),
        };
        next(ledger, by, minutes(60))
    });
    let taken = futures::future::join_all(asked).await;
    let mut keys: Vec<_> = taken.into_iter().flatten().map(|one| one.key).collect();
    // Who comes just then may have gone away with nothing, as another held the next.
    while let Some(handed) = next(ledger, HERE, minutes(60)).await {
        keys.push(handed.key);
    }
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 8, "each once");
    assert_eq!(stand(ledger, MailState::Handing).await.len(), 8);
    other.close().await;
}

async fn a_server_that_dies_amid_it_leaves_it_unknown(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let account = account(ledger, Some("eva@ejemplo.es")).await;
    let key = claimed(ledger, account, 1).await;
    let handed = next(ledger, HERE, minutes(10)).await.expect("a letter");
    assert_eq!((handed.key, handed.attempts), (key, 1));
    let lose = async |by, minute| {
        let lost = ledger.lose_letters(by, minutes(minute), LEASE);
        lost.await.expect("asked")
    };
    assert_eq!(lose(HERE, 14).await, 0, "it may be at it still");
    if ledger.engine() == Engine::Postgres {
        assert_eq!(lose(THERE, 14).await, 0, "also for another");
        assert_eq!(lose(THERE, 15).await, 1);
    } else {
        // Who holds the file is there alone.
        assert_eq!(lose(THERE, 14).await, 1);
    }
    assert_eq!(next(ledger, THERE, minutes(99)).await, None, "not again");
    assert_eq!(
        stand(ledger, MailState::Unknown).await,
        [(key, Some(Hitch::Lost))]
    );
    // It was slow, not dead.
    assert!(moved(ledger, key, HERE, Became::Sent, 16).await);
    assert_eq!(stand(ledger, MailState::Sent).await, [(key, None)]);
    assert!(!ledger.send_again(key, minutes(17)).await.expect("asked"));
}

async fn what_is_put_off_waits_and_what_fails_is_for_a_person(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let account = account(ledger, Some("eva@ejemplo.es")).await;
    let key = claimed(ledger, account, 1).await;
    assert_eq!(
        next(ledger, HERE, minutes(0)).await,
        None,
        "not before it was"
    );
    next(ledger, HERE, minutes(10)).await.expect("a letter");
    let later = Became::Later(minutes(20), Hitch::Answered(451));
    assert!(
        !moved(ledger, key, THERE, later, 11).await,
        "it is not theirs"
    );
    assert!(moved(ledger, key, HERE, later, 11).await);
    assert_eq!(next(ledger, HERE, minutes(19)).await, None);
    let handed = next(ledger, THERE, minutes(20)).await.expect("a letter");
    assert_eq!(handed.attempts, 2);
    let failed = Became::Failed(Hitch::Answered(550));
    assert!(moved(ledger, key, THERE, failed, 21).await);
    assert_eq!(
        stand(ledger, MailState::Failed).await,
        [(key, Some(Hitch::Answered(550)))]
    );
    assert_eq!(next(ledger, HERE, minutes(9_999)).await, None);
    assert!(ledger.send_again(key, minutes(30)).await.expect("asked"));
    assert!(!ledger.send_again(key, minutes(30)).await.expect("asked"));
    let handed = next(ledger, HERE, minutes(30)).await.expect("a letter");
    assert_eq!((handed.attempts, handed.asked_at), (1, minutes(30)));
}

async fn letters_are_listed_by_state_whatever_moved_last_first(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let account = account(ledger, Some("eva@ejemplo.es")).await;
    let mut keys = Vec::new();
    for n in 0..5 {
        keys.push(claimed(ledger, account, n).await);
    }
    keys.reverse();
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let list = ledger.letters(MailState::Waiting, after, 2).await;
        let list = list.expect("a list");
        found.extend(list.rows.iter().map(|row| row.key));
        assert!(list.rows.iter().all(|row| row.name == "Eva"));
        after = list.more;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(found, keys);
    let counts = ledger.letter_counts().await.expect("counted");
    assert_eq!((counts.waiting, counts.failed, counts.unknown), (5, 0, 0));
}

async fn an_erased_address_leaves_nothing_to_write(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let account = account(ledger, Some("eva@ejemplo.es")).await;
    let key = claimed(ledger, account, 1).await;
    let erased = "UPDATE texts SET body = NULL, salt = NULL WHERE body = 'eva@ejemplo.es'";
    assert_eq!(meddle(&fresh.url, erased).await.expect("erased"), 1);
    let told = ledger.told(key).await.expect("read").expect("a letter");
    let contact = told.caused.to.contact(&told.account).expect("Eva");
    let email = contact.email.expect("an address there was");
    assert!(!told.words.contains_key(&email.id));
}

async fn what_comes_from_a_backup_is_unknown(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let account = account(ledger, Some("eva@ejemplo.es")).await;
    let sent = claimed(ledger, account, 1).await;
    next(ledger, HERE, minutes(10)).await.expect("a letter");
    assert!(moved(ledger, sent, HERE, Became::Sent, 11).await);
    let waiting = claimed(ledger, account, 2).await;
    let file = fresh.dir.path().join("copy.db");
    ledger.backup(&file).await.expect("a copy");
    let (url, _dir) = crate::support::nowhere(ledger.engine()).await;
    Ledger::restore(&file, &url).await.expect("restored");
    let restored = Ledger::open(&url).await.expect("a ledger");
    assert_eq!(next(&restored, HERE, minutes(60)).await, None);
    assert_eq!(
        stand(&restored, MailState::Unknown).await,
        [(waiting, Some(Hitch::Restored))]
    );
    assert_eq!(stand(&restored, MailState::Sent).await, [(sent, None)]);
    restored.close().await;
}
