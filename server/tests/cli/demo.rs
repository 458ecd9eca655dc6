//! `palabra demo`: the stories are told without a refusal, whole and sealed, and never over a real house.

use domain::search::Query;
use ledger::{Engine, Whose};

use crate::program::Place;

#[tokio::test]
async fn the_stories_are_laid_whole_and_anew_each_time() {
    let place = Place::new();
    for _ in 0..2 {
        let said = place.run(&["demo"]);
        assert_eq!(said.code, 0, "{said:?}");
        assert!(said.out.starts_with("46 customers"), "{said:?}");
    }
    let verified = place.run(&["verify"]);
    assert!(
        verified.code == 0 && verified.out.contains("Everything is as it was written."),
        "{verified:?}"
    );
    let rebuilt = place.run(&["rebuild", "--check"]);
    assert!(
        rebuilt.code == 0 && rebuilt.out.contains("nothing differs"),
        "{rebuilt:?}"
    );
    let ledger = place.ledger().await;
    for typed in ["Rosa Duarte", "P-2", "mikel arrieta", "612345678", "Ibañez"] {
        let found = ledger
            .search(&Query::parse(typed), Whose::Anyones, None, 10)
            .await
            .expect("a search");
        assert!(!found.rows.is_empty(), "{typed}");
    }
    let house = ledger.house().await.expect("the house");
    assert_eq!(house.people.len(), 8);
    assert_eq!(house.terms.len(), 1);
    ledger.close().await;
    let copy = place.file("copy.db").display().to_string();
    assert_eq!(place.run(&["backup", &copy]).code, 0);
    let again = place.run(&["backup", &copy]);
    assert!(
        again.code != 0 && again.err.contains("it is there already"),
        "{again:?}"
    );
    let opened = place.run_with(&["verify"], &[("DATABASE_URL", &format!("sqlite:{copy}"))]);
    assert_eq!(opened.code, 0, "{opened:?}");
}

on_both_engines![an_empty_database_is_filled, a_real_house_is_never_emptied];

async fn an_empty_database_is_filled(on: Engine) {
    let place = Place::on(on);
    assert_eq!(place.run(&["migrate"]).code, 0);
    assert_eq!(place.run(&["demo"]).code, 0, "an empty database is filled");
}

async fn a_real_house_is_never_emptied(on: Engine) {
    let place = Place::with_a_house_on(on);
    let said = place.run(&["demo"]);
    assert!(
        said.code != 0 && said.err.contains("holds a real house"),
        "{said:?}"
    );
    assert!(
        place
            .run(&["user", "list"])
            .out
            .contains("ana@casa.example")
    );
}
