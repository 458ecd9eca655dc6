//! `/bienvenida/{token}`: the one-time link, once and in its time.

use domain::time::Timestamp;
use http::StatusCode;
use server::auth::links::{self, Purpose};

use crate::support::{NOW, PASSWORD, fresh, text};

const HOUR: i64 = 3600 * 1_000_000;

#[tokio::test]
async fn the_first_link_makes_an_administrator_once() {
    let fresh = fresh().await;
    let (ledger, now) = (&fresh.app.ledger, fresh.app.clock.now());
    let link = links::give(ledger, Purpose::First, "", now)
        .await
        .expect("a link");
    let mut browser = fresh.browser();
    let page = browser.get(&link).await;
    assert_eq!(page.status(), StatusCode::OK);
    let typed = |again| {
        [
            ("name", "Ana"),
            ("email", "ana@casa.example"),
            ("password", PASSWORD),
            ("password_again", again),
        ]
    };
    let refused = browser.post(&link, &typed("otra")).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(refused).await;
    for kept in ["value=\"Ana\"", "value=\"ana@casa.example\""] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    assert_eq!(
        browser.post(&link, &typed(PASSWORD)).await.status(),
        StatusCode::SEE_OTHER
    );
    assert_eq!(browser.get("/clientes").await.status(), StatusCode::OK);
    let mut another = fresh.browser();
    assert_eq!(another.get(&link).await.status(), StatusCode::GONE);
    assert_eq!(
        another.post(&link, &typed(PASSWORD)).await.status(),
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let house = ledger.house().await.expect("the house");
    assert_eq!(house.people.len(), 1);
}

#[tokio::test]
async fn an_old_link_is_spent() {
    let fresh = fresh().await;
    let link = links::give(&fresh.app.ledger, Purpose::First, "", fresh.app.clock.now())
        .await
        .expect("a link");
    fresh
        .app
        .clock
        .turn_to(Timestamp::from_micros(NOW + 25 * HOUR));
    assert_eq!(fresh.browser().get(&link).await.status(), StatusCode::GONE);
}
