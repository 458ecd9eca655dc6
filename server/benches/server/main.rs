//! The server's rows of `script/bench`: pages beside the same from memory, and what the program takes of a machine.
//! It refuses to compare with another day or another machine.

mod claiming;
mod client;
mod filled;
mod in_memory;
mod lists;
#[path = "../../../app/ledger/benches/ledger/pairs.rs"]
mod pairs;
mod program;
#[path = "../../../app/ledger/benches/ledger/rows.rs"]
#[expect(
    dead_code,
    reason = "shared with the ledger's bench, which uses all of it"
)]
mod rows;
mod running;

use crate::filled::Filled;
use crate::rows::say;

fn main() {
    let is_quick = std::env::args().any(|word| word == "--quick");
    let rounds = if is_quick { 7 } else { 21 };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        for filled in Filled::both() {
            say(&format!(
                "pages and lists beside the same from memory, {}",
                filled.on
            ));
            let house = filled.opened().await;
            let drawn = in_memory::measure(&house, rounds).await;
            lists::measure(&house, rounds).await;
            claiming::measure(&house, rounds).await;
            house.close().await;
            say(&format!("what the program takes, {}", filled.on));
            program::measure(&filled, rounds, drawn).await;
        }
    });
}
