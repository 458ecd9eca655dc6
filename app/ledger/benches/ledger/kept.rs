//! A large house on each engine, kept for the server's bench to serve: `-- keep FOLDER` leaves a file of SQLite there, a
//! database beside PostgreSQL's others, and what is to be known of the two.

use std::path::Path;

use ledger::Engine;
use serde_json::json;

use crate::fill::{self, LONG};
use crate::life::{self, Closed};
use crate::names::name;
use crate::rows::{grouped, on, say};
use crate::sizes::KEPT;
use crate::world::ANA;

/// Beginnings of a name are told so often, each as long as it is typed.
const NAMES: usize = 40;
const TYPED: std::ops::RangeInclusive<usize> = 2..=7;

pub(crate) async fn keep(folder: &Path) {
    std::fs::create_dir_all(folder).expect("a folder");
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let facts = KEPT.accounts * KEPT.facts_each;
        say(&format!("filling {} facts {}", grouped(facts), on(engine)));
        let large = fill::large(engine, &KEPT).await;
        let (url, told) = match engine {
            Engine::Sqlite => (copied(large, folder), "sqlite.json"),
            Engine::Postgres => (large.url, "postgres.json"),
        };
        let known = json!({
            "url": url,
            "on": on(engine),
            "long": life::account(LONG),
            "long_facts": KEPT.long,
            "facts": facts,
            "accounts": KEPT.accounts,
            "person": ANA,
            "words": words(),
        });
        std::fs::write(folder.join(told), known.to_string()).expect("a file");
    }
}

/// Its own file goes with it.
fn copied(large: Closed, folder: &Path) -> String {
    let file = folder.join("palabra.db");
    for part in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{part}", file.display()));
    }
    std::fs::copy(large.url.trim_start_matches("sqlite:"), &file).expect("a copy");
    format!("sqlite:{}", file.display())
}

fn words() -> Vec<String> {
    let typed = |nth| TYPED.map(move |letters| name(nth).chars().take(letters).collect());
    (0..NAMES).flat_map(typed).collect()
}
