//! Reading: the timeline in its order whatever order it was told in, with the matters its rows are of; the house.

use domain::command::{AccountCommand, Command};
use domain::entry::Audience;
use domain::ids::{AccountId, MatterId};
use ledger::{AccountPage, Engine, Ledger, TimelinePlace};

use crate::support::{Fresh, meddle};
use crate::world::{self, SERVICE, ana, applied, envelope, found, minutes, note, open, to_account};

on_both_engines![
    the_timeline_follows_what_happened_not_when_it_was_told,
    what_is_lacked_is_fetched_by_version,
    rows_come_with_their_matters_open_or_not,
    what_is_closed_is_read_without_its_rows,
    what_is_lacked_comes_with_what_moved_and_nothing_else,
    a_page_opens_no_line_that_it_does_not_show,
    the_house_is_kept_at_every_version,
];

async fn the_timeline_follows_what_happened_not_when_it_was_told(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    // Told in this order; two of them happened at the same instant.
    let happened = [-50, -10, -90, -10, -70, -30];
    for (n, at) in (1..).zip(happened) {
        let told = envelope(n, id.into(), Command::Account(note(n, "Nota")), minutes(at));
        applied(ledger.submit(told, ana(), minutes(1)).await);
    }
    let mut seen = Vec::new();
    let mut place = None;
    loop {
        let page = page(ledger, id, SERVICE, place, 2).await.timeline;
        assert!(page.rows.len() <= 2);
        seen.extend(page.rows.iter().map(|row| (row.happened_at, row.version)));
        place = page.older;
        if place.is_none() {
            break;
        }
    }
    let mut sorted = seen.clone();
    sorted.sort_by_key(|row| std::cmp::Reverse(*row));
    assert_eq!(seen, sorted);
    assert_eq!(seen.len(), 7, "each once");
    let versions: Vec<_> = seen.iter().filter_map(|(_, version)| *version).collect();
    assert_eq!(versions, [1, 5, 3, 7, 2, 6, 4]);
    let hidden = page(ledger, id, &[], None, 50).await.timeline;
    assert_eq!((hidden.rows.len(), hidden.older), (0, None));
}

async fn what_is_lacked_is_fetched_by_version(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    for n in 1..=4 {
        applied(
            ledger
                .submit(to_account(n, id, note(n, "Nota")), ana(), minutes(1))
                .await,
        );
    }
    let lacked = since(ledger, id, 3, 50).await.timeline;
    let versions: Vec<_> = lacked.rows.iter().filter_map(|row| row.version).collect();
    assert_eq!((versions.as_slice(), lacked.version), (&[5, 4][..], 5));
    assert_eq!(lacked.rows[0].texts.len(), 1);
    let some = since(ledger, id, 1, 2).await.timeline;
    assert_eq!(
        (some.rows.len(), some.version),
        (2, 3),
        "the rest is asked for from there"
    );
    let nothing = since(ledger, id, 5, 50).await.timeline;
    assert_eq!((nothing.rows.len(), nothing.version), (0, 5));
}

async fn page(
    ledger: &Ledger,
    id: AccountId,
    audiences: &[Audience],
    place: Option<TimelinePlace>,
    rows: u32,
) -> AccountPage {
    let page = ledger.account_page(id, audiences, place, rows).await;
    page.expect("read").expect("there")
}

async fn since(ledger: &Ledger, id: AccountId, version: u64, rows: u32) -> AccountPage {
    let page = ledger.account_since(id, SERVICE, version, rows).await;
    page.expect("read").expect("there")
}

/// Two promises, of which the first is kept, and a note in between; the matter of the first.
async fn kept_long_ago(ledger: &Ledger) -> (AccountId, MatterId) {
    found(ledger).await;
    let id = open(ledger, 1, "Ana").await;
    let say = async |n, command| {
        let n_th = i64::try_from(n).expect("few");
        let told = envelope(n, id.into(), Command::Account(command), minutes(n_th));
        applied(ledger.submit(told, ana(), minutes(n_th)).await);
    };
    say(1, world::delivery("2026-06-30")).await;
    let made = page(ledger, id, SERVICE, None, 50).await;
    let matter = *made.account.matters.keys().next().expect("a promise");
    let kept = AccountCommand::KeepPromise {
        matter,
        evidence: world::text(77, "Albarán 12"),
    };
    say(2, kept).await;
    say(3, note(3, "Nota")).await;
    say(4, world::delivery("2026-07-10")).await;
    (id, matter)
}

async fn rows_come_with_their_matters_open_or_not(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let (id, kept) = kept_long_ago(ledger).await;
    let newest = page(ledger, id, SERVICE, None, 2).await;
    assert!(
        !newest.account.matters.contains_key(&kept),
        "none of its rows"
    );
    let older = page(ledger, id, SERVICE, newest.timeline.older, 50).await;
    assert!(!older.account.matters[&kept].is_open());
    let place = newest.timeline.older.expect("older rows");
    let before = ledger.account_before(id, SERVICE, place, 50).await;
    let before = before.expect("read").expect("there");
    assert_eq!(before.timeline, older.timeline);
    let alone: Vec<_> = before.account.matters.into_keys().collect();
    assert_eq!(alone, [kept], "what is open is held already");
    assert_eq!(older.account.open().len(), 1, "and what is open");
    let promised = ledger.promises(id).await.expect("read").expect("there");
    assert!(
        promised.matters.contains_key(&kept),
        "of promises the kept too"
    );
    assert_eq!(promised.matters.len(), 2);
    let name = older.account.head.expect("a head").name.id;
    assert_eq!(older.words.get(&name).map(String::as_str), Some("Ana"));
}

async fn what_is_closed_is_read_without_its_rows(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let (id, kept) = kept_long_ago(ledger).await;
    let past = ledger.account_past(id, 100).await;
    let (account, words) = past.expect("read").expect("there");
    let alone: Vec<_> = account.matters.into_keys().collect();
    assert_eq!(alone, [kept], "nothing that is open");
    let name = account.head.expect("a head").name.id;
    assert_eq!(words.get(&name).map(String::as_str), Some("Ana"));
    let none = ledger.account_past(id, 0).await.expect("read");
    assert!(
        none.expect("there").0.matters.is_empty(),
        "no more than so many"
    );
    let nobody = AccountId::from_uuid(uuid::Uuid::from_u128(99));
    assert_eq!(ledger.account_past(nobody, 100).await.expect("read"), None);
}

async fn what_is_lacked_comes_with_what_moved_and_nothing_else(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let (id, kept) = kept_long_ago(ledger).await;
    let all = page(ledger, id, SERVICE, None, 50).await;
    let of_kept = all.timeline.rows.iter();
    let last = of_kept.filter(|row| row.matter.is_some_and(|matter| matter.id == kept));
    let closed_at = last.filter_map(|row| row.version).max().expect("rows");
    let moved = since(ledger, id, closed_at - 1, 50).await;
    assert!(
        !moved.account.matters[&kept].is_open(),
        "its closing is told"
    );
    let nothing = since(ledger, id, all.account.version, 50).await;
    assert_eq!(
        (nothing.account.matters.len(), nothing.timeline.rows.len()),
        (0, 0)
    );
    assert_eq!(nothing.account.version, all.account.version);
    let behind = since(ledger, id, 1, 1).await;
    assert_eq!(behind.timeline.version, 2);
    assert!(
        behind.timeline.version < behind.account.version,
        "there is more"
    );
}

/// A line that nobody could read stands so far back that the page does not reach it.
async fn a_page_opens_no_line_that_it_does_not_show(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    let (id, _) = kept_long_ago(ledger).await;
    let copy = "INSERT INTO facts (stream_id, version, command_id, n, kind, audience, actor_kind, happened_at,
          recorded_at, leaf, sealed)
        SELECT stream_id, 99, command_id, 99, kind, 'customer', actor_kind, 1, recorded_at, leaf, ";
    let broken = match ledger.engine() {
        Engine::Sqlite => "'broken'",
        Engine::Postgres => "'\\x00'",
    };
    let from = " FROM facts WHERE kind = 'account_opened'";
    let added = meddle(&fresh.url, &format!("{copy}{broken}{from}")).await;
    assert_eq!(added.expect("a line"), 1);
    let newest = page(ledger, id, SERVICE, None, 3).await;
    assert_eq!(newest.timeline.rows.len(), 3);
    assert!(ledger.account_page(id, SERVICE, None, 50).await.is_err());
}

async fn the_house_is_kept_at_every_version(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    assert_eq!(ledger.house().await.expect("read").version, 0);
    found(ledger).await;
    let now = ledger.house().await.expect("read");
    assert_eq!((now.version, now.people.len()), (4, 2));
    let then = ledger.house_at(3).await.expect("read").expect("it was");
    assert_eq!((then.version, then.people.len()), (3, 1));
    assert!(ledger.house_at(9).await.expect("read").is_none());
    let words = ledger.house_words(&now).await.expect("read");
    let names: Vec<_> = words.values().map(String::as_str).collect();
    assert_eq!(names, ["Ana Ruiz", "Luis Gil"]);
    let again = ledger.house_words(&now).await.expect("read");
    assert!(std::sync::Arc::ptr_eq(&words, &again), "read once");
    let twice = ledger.house_at(3).await.expect("read").expect("it was");
    assert!(std::sync::Arc::ptr_eq(&then, &twice), "read once");
}
