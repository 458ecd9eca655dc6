//! A claim by the key and the link its customer took away, and the head that its receipt prints.

use domain::account::{Channel, ClaimKind, Language, Span, Terms};
use domain::command::{About, AccountCommand, ClaimDates};
use domain::ids::AccountId;
use domain::key::{Handed, Key, Link};
use domain::receipt::Receipt;
use domain::text::Salt;
use ledger::{ClaimPlace, Ledger};

use crate::support::{Fresh, look, meddle};
use crate::world::{ana, applied, found, minutes, note, open, text, to_account};

on_both_engines![
    a_claim_is_found_by_its_key_and_by_its_link,
    a_receipt_is_of_its_moment_and_its_head_is_in_the_ledger,
    a_key_that_two_claims_share_is_nobodys,
    keys_that_lie_are_found_and_mended,
    an_erased_key_leads_nowhere,
];

fn seed(n: u8) -> Salt {
    Salt([n; 32])
}

fn claim(n: u8) -> AccountCommand {
    let id = u128::from(n) << 4;
    AccountCommand::MakeClaim {
        about: About::Unrecorded {
            terms: Terms::Other,
            what: Some(text(id, "Montaje gratis")),
            span: Span::Single,
            by: None,
        },
        claim_kind: ClaimKind::BrokenPromise,
        contact: None,
        channel: Channel::Counter,
        points: vec![text(id + 1, "Me lo cobraron")],
        sought: None,
        language: Language::Es,
        invoiced: None,
        dates: ClaimDates::default(),
        handed: Some(Handed {
            key: text(id + 2, &Key::minted(&seed(n)).to_string()),
            link: text(id + 3, &Link::minted(&seed(n)).to_string()),
        }),
    }
}

/// Ana's account with a note, a claim of that seed, and another note; the versions of the claim's lines.
async fn claimed(ledger: &Ledger, n: u8) -> (AccountId, (u64, u64)) {
    let id = open(ledger, n.into(), "Ana").await;
    let ids = u128::from(n) * 10;
    let told = |at: i64, command| {
        let asked = to_account(ids + u128::from(at.unsigned_abs()), id, command);
        ledger.submit(asked, ana(), minutes(at))
    };
    applied(told(1, note(ids, "Antes")).await);
    let versions = applied(told(2, claim(n)).await);
    applied(told(3, note(ids + 1, "Después")).await);
    (id, versions)
}

async fn by_key(ledger: &Ledger, n: u8) -> Option<ClaimPlace> {
    let asked = ledger.claim_by_key(Key::minted(&seed(n)));
    asked.await.expect("read")
}

async fn by_link(ledger: &Ledger, n: u8) -> Option<ClaimPlace> {
    let asked = ledger.claim_by_link(Link::minted(&seed(n)));
    asked.await.expect("read")
}

async fn a_claim_is_found_by_its_key_and_by_its_link(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let (one, _) = claimed(ledger, 1).await;
    let (two, _) = claimed(ledger, 2).await;
    for (n, account) in [(1, one), (2, two)] {
        let place = by_key(ledger, n).await.expect("a claim");
        assert_eq!(place.account, account);
        assert_eq!(by_link(ledger, n).await, Some(place));
        let page = ledger.claim(place).await.expect("read").expect("a claim");
        let receipt = Receipt::of(&page.rows, place.claim).expect("a receipt");
        let handed = receipt.handed.expect("a key");
        assert_eq!(handed.key, Key::minted(&seed(n)).to_string());
    }
    assert_eq!(by_key(ledger, 3).await, None);
    assert_eq!(by_link(ledger, 3).await, None);
    let elsewhere = ClaimPlace {
        account: two,
        ..by_key(ledger, 1).await.expect("a claim")
    };
    assert_eq!(ledger.claim(elsewhere).await.expect("read"), None);
}

async fn a_receipt_is_of_its_moment_and_its_head_is_in_the_ledger(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    let (id, (first, last)) = claimed(ledger, 1).await;
    let place = by_key(ledger, 1).await.expect("a claim");
    let page = ledger.claim(place).await.expect("read").expect("a claim");
    assert_eq!(page.version, last);
    assert_eq!(page.rows.len() as u64, last - first + 1);
    let kept = ledger.head_at(id.into(), last).await.expect("read");
    assert_eq!(kept, Some(page.head));
    // The head that stands now is made in the same way, and is another.
    let version = ledger.version(id.into()).await.expect("read");
    let now = ledger.head_at(id.into(), version).await.expect("read");
    let stands = look(
        &fresh.url,
        "SELECT CAST(version AS TEXT) FROM streams ORDER BY version DESC",
    )
    .await;
    assert_eq!(stands[0], [version.to_string()]);
    assert!(now.is_some() && now != kept);
    assert_eq!(
        ledger.head_at(id.into(), version + 1).await.expect("read"),
        None
    );
    let again = ledger.claim(place).await.expect("read").expect("a claim");
    assert_eq!(again.head, page.head);
}

async fn a_key_that_two_claims_share_is_nobodys(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    claimed(ledger, 1).await;
    claimed(ledger, 2).await;
    let same = "UPDATE takeaways SET link_hash = (SELECT MIN(link_hash) FROM takeaways)";
    let same = match fresh.ledger.engine() {
        ledger::Engine::Sqlite => same.to_owned(),
        // There is no least of bytes there.
        ledger::Engine::Postgres => same
            .replace("MIN(link_hash)", "link_hash")
            .replace("FROM takeaways)", "FROM takeaways LIMIT 1)"),
    };
    meddle(&fresh.url, &same).await.expect("tampered");
    assert_eq!(by_link(ledger, 1).await, None);
    assert_eq!(by_link(ledger, 2).await, None);
}

async fn keys_that_lie_are_found_and_mended(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    claimed(ledger, 1).await;
    let place = by_key(ledger, 1).await;
    assert_eq!(ledger.check().await.expect("read").differences, []);
    for lie in [
        "UPDATE takeaways SET key_hash = link_hash",
        "DELETE FROM takeaways",
    ] {
        meddle(&fresh.url, lie).await.expect("tampered");
        let told = ledger.check().await.expect("read").differences;
        let tables: Vec<_> = told.into_iter().map(|one| one.table).collect();
        assert_eq!(tables, ["takeaways"], "{lie}");
        ledger.rebuild().await.expect("written");
        assert_eq!(ledger.check().await.expect("read").differences, []);
        assert_eq!(by_key(ledger, 1).await, place, "{lie}");
    }
}

async fn an_erased_key_leads_nowhere(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    found(ledger).await;
    claimed(ledger, 1).await;
    let erase = format!(
        "UPDATE texts SET body = NULL, salt = NULL WHERE body = '{}'",
        Link::minted(&seed(1))
    );
    meddle(&fresh.url, &erase).await.expect("erased");
    ledger.rebuild().await.expect("written");
    assert_eq!(by_link(ledger, 1).await, None);
    assert_eq!(by_key(ledger, 1).await, None);
    assert_eq!(ledger.verify().await.expect("read").faults, []);
}
