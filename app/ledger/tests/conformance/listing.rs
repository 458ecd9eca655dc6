//! The list of accounts: in the order of what presses or of who waits in silence, found however they are typed.

use domain::search::Query;
use ledger::{AccountList, Engine, Facets, Ledger, Silence, Whose};

use crate::support::{Fresh, look, meddle};
use crate::world::{
    self, ANA, LUIS, STORE, ana, applied, contact, found, minutes, open, to_account,
};

on_both_engines![
    the_most_pressing_account_comes_first,
    accounts_are_found_as_one_types,
    a_list_goes_on_where_it_stopped,
    the_longest_in_silence_comes_first,
    a_store_lists_its_own,
    what_much_is_alike_to_is_found_by_walking_the_list,
    a_walk_that_finds_little_says_where_to_go_on,
];

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

const SILENT: Facets = Facets {
    whose: Whose::Anyones,
    store: None,
    silence: Silence::Only,
};

/// Three customers, of whom the second and the third wait in silence, the third the longest.
async fn some_wait(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    for (n, name) in [(1, "Ana"), (2, "Benito"), (3, "Carla")] {
        open(ledger, n, name).await;
    }
    for (name, since) in [("Benito", 20_600), ("Carla", 20_500)] {
        let sql = format!("UPDATE accounts SET silent_since = {since} WHERE name = '{name}'");
        assert_eq!(meddle(&fresh.url, &sql).await.expect("set"), 1);
    }
}

async fn the_longest_in_silence_comes_first(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    some_wait(fresh).await;
    let all = ledger.accounts(SILENT, None, 10).await.expect("read");
    assert_eq!(names(&all), ["Carla", "Benito"]);
    let first = ledger.accounts(SILENT, None, 1).await.expect("read");
    assert_eq!(names(&first), ["Carla"]);
    let second = ledger.accounts(SILENT, first.more, 1).await.expect("read");
    assert_eq!((names(&second), second.more), (vec!["Benito"], None));
    let his = Facets {
        whose: Whose::Of(LUIS),
        ..SILENT
    };
    assert_eq!(ledger.accounts(his, None, 10).await.expect("read").rows, []);
    for (typed, expected) in [("ben", vec!["Benito"]), ("ana", vec![])] {
        let query = Query::parse(typed);
        let found = ledger.search(&query, SILENT, None, 10).await.expect("read");
        assert_eq!(names(&found), expected, "{typed}");
    }
}

async fn a_store_lists_its_own(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    some_wait(fresh).await;
    let of = |store| Facets {
        store: Some(store),
        ..Facets::default()
    };
    let elsewhere = domain::ids::StoreId::from_uuid(uuid::Uuid::from_u128(0x99));
    for (store, many) in [(STORE, 3), (elsewhere, 0)] {
        let list = ledger.accounts(of(store), None, 10).await.expect("read");
        assert_eq!(list.rows.len(), many);
        let query = Query::parse("carla");
        let found = ledger.search(&query, of(store), None, 10).await;
        assert_eq!(found.expect("read").rows.len(), many.min(1));
        let hers = Facets {
            whose: Whose::Of(ANA),
            ..of(store)
        };
        let list = ledger.accounts(hers, None, 10).await.expect("read");
        assert_eq!(list.rows.len(), many);
    }
}

/// So many terms of the account of that name that begin alike.
async fn much_alike(fresh: &Fresh, name: &str) {
    let sql = format!(
        "INSERT INTO terms (stream_id, scope, term)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2100)
         SELECT a.stream_id, 'account', 'comun' || CAST(n.i AS TEXT) FROM n, accounts a WHERE a.name = '{name}'"
    );
    assert_eq!(meddle(&fresh.url, &sql).await.expect("terms"), 2100);
}

async fn what_much_is_alike_to_is_found_by_walking_the_list(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    some_wait(fresh).await;
    much_alike(fresh, "Benito").await;
    much_alike(fresh, "Carla").await;
    let first = ledger
        .search(&Query::parse("comun"), Whose::Anyones, None, 1)
        .await
        .expect("read");
    let second = ledger
        .search(&Query::parse("comun"), Whose::Anyones, first.more, 1)
        .await
        .expect("read");
    assert_eq!(second.more, None);
    let mut both = [names(&first), names(&second)].concat();
    both.sort_unstable();
    assert_eq!(both, ["Benito", "Carla"]);
    for (typed, facets, expected) in [
        ("comun", SILENT, vec!["Carla", "Benito"]),
        ("comun", Whose::Of(LUIS).into(), vec![]),
        ("comun car", SILENT, vec!["Carla"]),
        ("comun ana", SILENT, vec![]),
    ] {
        let query = Query::parse(typed);
        let found = ledger.search(&query, facets, None, 10).await.expect("read");
        assert_eq!(names(&found), expected, "{typed}");
    }
}

async fn a_walk_that_finds_little_says_where_to_go_on(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    open(ledger, 1, "Benito").await;
    much_alike(fresh, "Benito").await;
    let id = match ledger.engine() {
        Engine::Sqlite => "randomblob(16)",
        Engine::Postgres => "gen_random_uuid()",
    };
    // All of them press more than he does.
    let sql = format!(
        "INSERT INTO accounts (stream_id, version, state_format, state, kind, name, owner_id, store_id, pressing,
           open_matters, open_claims, updated_at)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25000)
         SELECT {id}, 1, 1, '{{}}', kind, 'Otro', owner_id, store_id, n.i, 0, 0, 0 FROM n, accounts"
    );
    assert_eq!(meddle(&fresh.url, &sql).await.expect("rows"), 25_000);
    let query = Query::parse("comun");
    let none = ledger
        .search(&query, Whose::Anyones, None, 10)
        .await
        .expect("read");
    assert_eq!(none.rows.len(), 0);
    assert!(none.more.is_some(), "so many at once and no more");
    let he = ledger
        .search(&query, Whose::Anyones, none.more, 10)
        .await
        .expect("read");
    assert_eq!((names(&he), he.more), (vec!["Benito"], None));
    let counted = look(&fresh.url, "SELECT CAST(COUNT(*) AS TEXT) FROM accounts").await;
    assert_eq!(counted, [["25001"]]);
}
