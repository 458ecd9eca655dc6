//! The account page as the ledger reads it: by how long the account's story is, and by how much else there is.

use domain::ids::AccountId;
use ledger::Ledger;

use crate::fill::{FACTS, Grown, LONG, MEASURED};
use crate::life;
use crate::pairs::{Pair, float, interleaved, timed};
use crate::rows::{Goal, Row, grouped, on, say};
use crate::sizes::Sizes;
use crate::world::SERVICE;

const ROWS: u32 = 50;

pub(crate) async fn measure(grown: &Grown, sizes: &Sizes) {
    let on = on(grown.engine);
    say(&format!("account pages {on}"));
    let long = [life::account(LONG)];
    let others: Vec<_> = (0..MEASURED).map(life::account).collect();
    read(&grown.small, &others, MEASURED).await;
    read(&grown.large, &others, MEASURED).await;
    let pair = interleaved(
        sizes.rounds,
        async || read(&grown.large, &long, sizes.calls).await,
        async || read(&grown.large, &others, sizes.calls).await,
    )
    .await;
    let name = format!(
        "Ledger::account_page of an account with {} facts against one with {FACTS}, {on}",
        grouped(sizes.long)
    );
    Row::ratio(name, pair.ratio, Goal::AtMost(1.3))
        .because(in_both(pair))
        .tell();
    let pair = interleaved(
        sizes.rounds,
        async || read(&grown.large, &others, sizes.calls).await,
        async || read(&grown.small, &others, sizes.calls).await,
    )
    .await;
    let name = format!(
        "Ledger::account_page with {} facts in the database against {}, {on}",
        grouped(grown.facts),
        grouped(MEASURED * FACTS)
    );
    Row::ratio(name, pair.ratio, Goal::AtMost(1.3))
        .because(in_both(pair))
        .tell();
    let name = format!(
        "Ledger::account_page with {} facts in the database {on}",
        grouped(grown.facts)
    );
    Row::figure(name, pair.first, "ms").tell();
}

/// What grew by the ratio.
pub(crate) fn in_both(pair: Pair) -> String {
    format!("{:.2} ms against {:.2} ms", pair.first, pair.second)
}

/// Reads pages of those accounts in turn; what one took, in milliseconds.
async fn read(ledger: &Ledger, accounts: &[AccountId], calls: usize) -> f64 {
    let ((), took) = timed(async {
        for account in accounts.iter().cycle().take(calls) {
            let page = ledger.account_page(*account, SERVICE, None, ROWS).await;
            let page = page.expect("read").expect("an account");
            assert_eq!(page.timeline.rows.len(), 50);
        }
    })
    .await;
    took.as_secs_f64() * 1e3 / float(calls)
}
