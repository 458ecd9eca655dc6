//! A signed promise by the link its customer took away, signature by signature.

use domain::account::{Channel, Language, MatterState, Signature, Span, Terms};
use domain::command::AccountCommand;
use domain::fact::Fact;
use domain::ids::{AccountId, MatterId};
use domain::key::Link;
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::text::Salt;
use ledger::{Ledger, SignedPlace};

use crate::support::{Fresh, meddle};
use crate::world::{ana, applied, command_id, found, minutes, open, text, to_account};

on_both_engines![
    each_signature_is_found_by_its_own_link,
    links_of_signatures_that_lie_are_found_and_mended,
];

fn link(n: u8) -> Link {
    Link::of_promise(&Salt([n; 32]))
}

fn price(minor: i64) -> Terms {
    Terms::Price {
        amount: Money::new(minor, EUR),
        tax: TaxBasis::Included(Rate(2100)),
        every: domain::account::Every::Month,
    }
}

fn sign(matter: MatterId, n: u8) -> AccountCommand {
    let id = 0x900 + (u128::from(n) << 4);
    AccountCommand::SignPromise {
        matter,
        shown: text(id, &format!("Pagará {n}")),
        language: Language::Es,
        by: text(id + 1, "Ana"),
        signature: Signature::Drawn(text(id + 2, "M0 0L90 90")),
        link: text(id + 3, &link(n).to_string()),
    }
}

/// Signed, other terms, and signed anew.
async fn signed_twice(ledger: &Ledger) -> (AccountId, MatterId, [u64; 2]) {
    let id = open(ledger, 7, "Ana").await;
    let ask = |n: u128, command| {
        let at = minutes(i64::try_from(n).expect("few"));
        ledger.submit(to_account(n, id, command), ana(), at)
    };
    let made = AccountCommand::MakePromise {
        terms: price(8_900),
        what: None,
        span: Span::Standing { until: None },
        by: None,
        to: None,
        channel: Channel::Counter,
        order: None,
    };
    applied(ask(0x71, made).await);
    let matter = MatterId::from_uuid(command_id(0x71).derive(0));
    let (first, _) = applied(ask(0x72, sign(matter, 1)).await);
    let amended = AccountCommand::AmendPromise {
        matter,
        terms: price(7_900),
        consent: text(0x990, "Me viene mejor"),
    };
    applied(ask(0x73, amended).await);
    let (again, _) = applied(ask(0x74, sign(matter, 2)).await);
    (id, matter, [first, again])
}

async fn each_signature_is_found_by_its_own_link(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let (account, promise, versions) = signed_twice(ledger).await;
    for (n, version) in [1, 2].into_iter().zip(versions) {
        let place = ledger.signed_by_link(link(n)).await.expect("read");
        let expected = SignedPlace {
            account,
            promise,
            version,
        };
        assert_eq!(place, Some(expected));
        let page = ledger.signed(expected).await.expect("read").expect("one");
        let Fact::PromiseSigned { shown, .. } = page.row.fact else {
            panic!("signed: {:?}", page.row);
        };
        assert_eq!(page.row.texts[&shown.id], format!("Pagará {n}"));
        let kept = ledger.head_at(account.into(), version).await.expect("read");
        assert_eq!(kept, Some(page.head));
        assert_eq!(ledger.claim_by_link(link(n)).await.expect("read"), None);
    }
    let asked = ledger.account_with(account, &[promise]).await;
    let (held, words) = asked.expect("read").expect("one");
    let MatterState::Promise(state) = &held.matters[&promise].state else {
        panic!("a promise: {held:?}");
    };
    assert_eq!(state.signed.map(|signed| signed.version), Some(versions[1]));
    let name = held.head.as_ref().expect("opened").name;
    assert_eq!(words[&name.id], "Ana");
    assert_eq!(ledger.signed_by_link(link(3)).await.expect("read"), None);
    let other = SignedPlace {
        account,
        promise,
        version: versions[0] + 1,
    };
    assert_eq!(ledger.signed(other).await.expect("read"), None);
}

async fn links_of_signatures_that_lie_are_found_and_mended(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    signed_twice(ledger).await;
    let place = ledger.signed_by_link(link(1)).await.expect("read");
    assert_eq!(ledger.check().await.expect("read").differences, []);
    meddle(&fresh.url, "DELETE FROM takeaways")
        .await
        .expect("tampered");
    let told = ledger.check().await.expect("read").differences;
    let tables: Vec<_> = told.into_iter().map(|one| one.table).collect();
    assert_eq!(tables, ["takeaways"]);
    ledger.rebuild().await.expect("written");
    assert_eq!(ledger.check().await.expect("read").differences, []);
    assert_eq!(ledger.signed_by_link(link(1)).await.expect("read"), place);
    assert_eq!(ledger.verify().await.expect("read").faults, []);
}
