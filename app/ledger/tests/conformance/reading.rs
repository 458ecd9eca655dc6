//! Reading: the timeline in its order whatever order it was told in, and accounts found however they are typed.

use domain::command::Command;
use domain::search::Query;
use ledger::{AccountList, Ledger, Whose};

use crate::support::Fresh;
use crate::world::{
    self, ANA, LUIS, SERVICE, ana, applied, contact, envelope, found, minutes, note, open,
    to_account,
};

on_both_engines![
    the_timeline_follows_what_happened_not_when_it_was_told,
    what_is_lacked_is_fetched_by_version,
    the_most_pressing_account_comes_first,
    accounts_are_found_as_one_types,
    a_list_goes_on_where_it_stopped,
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
        let page = ledger.timeline(id, SERVICE, place, 2).await.expect("read");
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
    let hidden = ledger.timeline(id, &[], None, 50).await.expect("read");
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
    let lacked = ledger.rows_after(id, SERVICE, 3, 50).await.expect("read");
    let versions: Vec<_> = lacked.rows.iter().filter_map(|row| row.version).collect();
    assert_eq!((versions.as_slice(), lacked.version), (&[5, 4][..], 5));
    assert_eq!(lacked.rows[0].texts.len(), 1);
    let some = ledger.rows_after(id, SERVICE, 1, 2).await.expect("read");
    assert_eq!(
        (some.rows.len(), some.version),
        (2, 3),
        "the rest is asked for from there"
    );
    let nothing = ledger.rows_after(id, SERVICE, 5, 50).await.expect("read");
    assert_eq!((nothing.rows.len(), nothing.version), (0, 5));
}

fn names(list: &AccountList) -> Vec<&str> {
    list.rows.iter().map(|row| row.name.as_str()).collect()
}

async fn the_most_pressing_account_comes_first(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    open(ledger, 1, "Sin nada").await;
    for (n, name, date) in [(2, "Tarde", "2026-09-01"), (3, "Pronto", "2026-06-20")] {
        let id = open(ledger, n, name).await;
        applied(
            ledger
                .submit(to_account(n, id, world::delivery(date)), ana(), minutes(1))
                .await,
        );
    }
    let list = ledger
        .accounts(Whose::Anyones, None, 10)
        .await
        .expect("read");
    assert_eq!(names(&list), ["Pronto", "Tarde", "Sin nada"]);
    assert!(list.rows[0].next_news < list.rows[1].next_news);
    assert_eq!(
        (list.rows[2].next_news, list.rows[2].open_matters),
        (None, 0)
    );
    let hers = ledger
        .accounts(Whose::Of(ANA), None, 10)
        .await
        .expect("read");
    assert_eq!(hers, list);
    let his = ledger
        .accounts(Whose::Of(LUIS), None, 10)
        .await
        .expect("read");
    assert_eq!(names(&his), Vec::<&str>::new());
}

async fn hits(ledger: &Ledger, typed: &str) -> Vec<String> {
    let found = ledger
        .search(&Query::parse(typed), Whose::Anyones, None, 10)
        .await
        .expect("read");
    let mut names: Vec<_> = found.rows.into_iter().map(|row| row.name).collect();
    names.sort();
    names
}

async fn accounts_are_found_as_one_types(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let nandu = open(ledger, 1, "Muebles Ñandú, S.L.").await;
    let perez = open(ledger, 2, "José Pérez Peral").await;
    open(ledger, 3, "Josefa Nando").await;
    applied(
        ledger
            .submit(
                to_account(1, perez, contact(1, "Lucía", "+34 600 11 22 33")),
                ana(),
                minutes(1),
            )
            .await,
    );
    applied(
        ledger
            .submit(
                to_account(2, nandu, world::order(2, "P-2026/077", "2026-06-30")),
                ana(),
                minutes(1),
            )
            .await,
    );

    let (jose, josefa, muebles) = ("José Pérez Peral", "Josefa Nando", "Muebles Ñandú, S.L.");
    for (typed, expected) in [
        ("ÑANDU", vec![muebles]),
        ("nand", vec![josefa, muebles]),
        ("jose", vec![jose, josefa]),
        ("jose per", vec![jose]),
        ("per jos", vec![jose]),
        ("lucia", vec![jose]),
        ("600 11 22 33", vec![jose]),
        ("+34600112233", vec![jose]),
        ("60011", vec![jose]),
        ("p-2026/077", vec![muebles]),
        ("P2026077", vec![muebles]),
        ("muebles 2026", vec![muebles]),
        ("mueblesx", vec![]),
        ("", vec![jose, josefa, muebles]),
    ] {
        let mut expected = expected;
        expected.sort_unstable();
        assert_eq!(hits(ledger, typed).await, expected, "{typed}");
    }
    let his = ledger
        .search(&Query::parse("jose"), Whose::Of(LUIS), None, 10)
        .await
        .expect("read");
    assert_eq!(names(&his), Vec::<&str>::new());
    let hers = ledger
        .search(&Query::parse("jose"), Whose::Of(ANA), None, 10)
        .await
        .expect("read");
    assert_eq!(hers.rows.len(), 2);
}

async fn a_list_goes_on_where_it_stopped(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    for n in 1..=7 {
        open(ledger, n, &format!("Cliente {n}")).await;
    }
    for typed in ["", "cliente"] {
        let query = Query::parse(typed);
        let mut seen = Vec::new();
        let mut place = None;
        loop {
            let list = ledger
                .search(&query, Whose::Anyones, place, 3)
                .await
                .expect("read");
            seen.extend(list.rows.iter().map(|row| row.name.clone()));
            place = list.more;
            if place.is_none() {
                break;
            }
        }
        seen.sort();
        assert_eq!(
            seen,
            (1..=7).map(|n| format!("Cliente {n}")).collect::<Vec<_>>()
        );
    }
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
    let names: Vec<_> = words.into_values().collect();
    assert_eq!(names, ["Ana Ruiz", "Luis Gil"]);
}
