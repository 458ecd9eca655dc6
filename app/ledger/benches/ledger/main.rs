//! The ledger's rows of `script/bench`: each is a figure, or a ratio of two things measured in turn in this one run.
//! It refuses to compare with another day or another machine.

#[macro_use]
mod hands;

mod bare;
mod clocks;
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
mod processors;
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

/// All of them on both engines, unless some are named: `cargo bench -p ledger --bench ledger -- --quick durable sqlite`.
const PARTS: [&str; 5] = ["clocks", "durable", "grown", "whole", "import"];

const ENGINES: [(&str, Engine); 2] = [("sqlite", Engine::Sqlite), ("postgres", Engine::Postgres)];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let is_named = |word: &str| asked.iter().any(|asked| asked == word);
    let sizes = match is_named("--quick") {
        true => sizes::QUICK,
        false => sizes::FULL,
    };
    let is_any_part = PARTS.into_iter().any(is_named);
    let is_asked = |part: &str| !is_any_part || is_named(part);
    let is_any_engine = ENGINES.iter().any(|(engine, _)| is_named(engine));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    if let Some(folder) = kept_in(&asked) {
        return runtime.block_on(kept::keep(Path::new(folder)));
    }
    runtime.block_on(async {
        if is_asked("clocks") {
            clocks::measure(&sizes).await;
        }
        for (name, engine) in ENGINES {
            if !is_any_engine || is_named(name) {
                measure(engine, &sizes, is_asked).await;
            }
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
