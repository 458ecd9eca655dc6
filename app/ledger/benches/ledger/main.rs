//! The ledger's rows of `script/bench`: each is a figure, or a ratio of two things measured in turn in this one run.
//! It refuses to compare with another day or another machine.

#[macro_use]
mod hands;

mod bare;
mod durable;
mod fill;
mod importing;
mod kept;
mod life;
mod lists;
mod names;
mod orders;
mod pages;
mod pairs;
mod recorded;
mod rows;
mod sizes;
#[path = "../../tests/conformance/support.rs"]
#[expect(
    dead_code,
    unused_macros,
    reason = "shared with the suite, which uses all of it"
)]
mod support;
mod tables;
mod whole;
#[path = "../../tests/conformance/world.rs"]
#[expect(dead_code, reason = "shared with the suite, which uses all of it")]
mod world;

use std::path::Path;

use ledger::Engine;

use crate::sizes::Sizes;

/// All of them, unless some are named: `cargo bench -p ledger --bench ledger -- --quick durable`.
const PARTS: [&str; 4] = ["durable", "grown", "whole", "import"];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let named: Vec<&str> = PARTS
        .into_iter()
        .filter(|part| asked.iter().any(|word| word == part))
        .collect();
    let sizes = match asked.iter().any(|word| word == "--quick") {
        true => sizes::QUICK,
        false => sizes::FULL,
    };
    let is_asked = |part: &str| named.is_empty() || named.contains(&part);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    if let Some(folder) = kept_in(&asked) {
        return runtime.block_on(kept::keep(Path::new(folder)));
    }
    runtime.block_on(async {
        for engine in [Engine::Sqlite, Engine::Postgres] {
            measure(engine, &sizes, is_asked).await;
        }
    });
}

/// `keep FOLDER`: nothing is measured.
fn kept_in(asked: &[String]) -> Option<&String> {
    let place = asked.iter().position(|word| word == "keep")?;
    asked.get(place + 1)
}

async fn measure(engine: Engine, sizes: &Sizes, is_asked: impl Fn(&str) -> bool) {
    if is_asked("durable") {
        durable::measure(engine, sizes).await;
    }
    if is_asked("grown") {
        let grown = fill::Grown::of(engine, sizes).await;
        pages::measure(&grown, sizes).await;
        lists::measure(&grown, sizes).await;
        grown.close().await;
    }
    if is_asked("whole") {
        whole::measure(engine, sizes).await;
    }
    if is_asked("import") {
        importing::measure(engine, sizes).await;
    }
}
