//! `palabra backup` and `palabra restore`: a house comes back whole, from either engine into the other.

use ledger::Engine;

use crate::program::Place;

on_both_engines![an_imported_house_comes_back_whole_on_the_other_engine];

async fn an_imported_house_comes_back_whole_on_the_other_engine(on: Engine) {
    let place = Place::on(on);
    place.found();
    let orders =
        "order,customer,placed,promised,delivered\n1,C1,2026-06-01,2026-06-15,2026-06-20\n";
    let file = place.write("orders.csv", orders.as_bytes());
    let import = [
        "import", "orders", &file, "--source", "erp", "--key", "order",
    ];
    assert_eq!(place.run(&import).code, 0);
    let copy = place.file("copy.db").display().to_string();
    assert_eq!(place.run(&["backup", &copy]).code, 0);
    let is_sqlite = place.url().starts_with("sqlite:");
    let other = Place::on(if is_sqlite {
        Engine::Postgres
    } else {
        Engine::Sqlite
    });
    let restored = other.run(&["restore", &copy]);
    assert_eq!(restored.code, 0, "{restored:?}");
    let verified = other.run(&["verify"]);
    assert!(
        verified.out.contains("Everything is as it was written."),
        "{verified:?}"
    );
    let again = other.run(&import);
    assert!(
        again.out.contains("0 written") && again.out.contains("1 unchanged"),
        "{again:?}"
    );
    let taken = other.run(&["restore", &copy]);
    assert_eq!(taken.code, 1, "what holds a house is not filled: {taken:?}");
}
