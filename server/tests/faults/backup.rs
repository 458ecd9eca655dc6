//! A backup taken while people write: it is of one moment, and comes back whole, on either engine.

use ledger::Engine;

use crate::load::Load;
use crate::program::{Place, said};
use crate::running::serving::Serving;
use crate::running::{SURELY, accounts, kept};

on_both_engines![a_backup_taken_under_load_is_restored_and_verifies];

async fn a_backup_taken_under_load_is_restored_and_verifies(on: Engine) {
    let place = Place::with_a_house_on(on);
    let serving = Serving::of(&place).await;
    let ana = serving.ana(&place).await;
    let paths = accounts(&place, &ana, 4).await;
    let before = kept::sound(&place);
    let load = Load::begin(&ana, &paths, 4);
    let mut facts = Vec::new();
    for other in [Engine::Postgres, Engine::Sqlite] {
        load.until_more(&load.kept, 40, SURELY).await;
        let acknowledged = *load.kept.borrow() as u64;
        let name = format!("{other:?}.copy");
        let mut backup = place.command(&["backup", &name]);
        let copying = tokio::task::spawn_blocking(move || said(&backup.output().expect("it runs")));
        let copied = copying.await.expect("no panic");
        assert_eq!(copied.code, 0, "{copied:?}");
        let restored = Place::on(other);
        let file = place.file(&name).display().to_string();
        let done = restored.run(&["restore", &file]);
        assert_eq!(done.code, 0, "{done:?}");
        let there = kept::sound(&restored);
        assert!(
            there >= before + acknowledged,
            "{there}: all that was acknowledged before it"
        );
        facts.push(there);
    }
    assert!(facts[1] > facts[0], "they wrote meanwhile: {facts:?}");
    let work = load.end().await;
    assert_eq!(work.broken_off, 0);
    kept::stand(&ana, &work.kept).await;
    serving.stop().await;
    assert_eq!(kept::sound(&place), before + work.kept.len() as u64);
}
