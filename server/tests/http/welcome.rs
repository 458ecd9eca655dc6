//! `/bienvenida/{token}`: the one-time link, once and in its time.

use domain::context::Role;
use domain::time::Timestamp;
use http::StatusCode;
use ledger::Engine;
use server::auth::links::{self, Purpose};

use crate::support::{Fresh, NOW, PASSWORD, fresh_on, text};

on_both_engines![
    the_first_link_makes_an_administrator_once,
    an_old_link_is_spent,
    a_name_that_no_list_could_show_leaves_the_link_open,
    the_first_link_makes_nobody_once_somebody_was_added,
    a_newer_link_makes_the_persons_older_one_useless,
];

const HOUR: i64 = 3600 * 1_000_000;

async fn link(fresh: &Fresh, purpose: Purpose) -> String {
    let given = links::give(&fresh.app.ledger, purpose, "", fresh.app.clock.now());
    given.await.expect("a link")
}

fn typed<'a>(name: &'a str, again: &'a str) -> [(&'a str, &'a str); 4] {
    [
        ("name", name),
        ("email", "ana@casa.example"),
        ("password", PASSWORD),
        ("password_again", again),
    ]
}

async fn the_first_link_makes_an_administrator_once(on: Engine) {
    let fresh = fresh_on(on).await;
    let ledger = &fresh.app.ledger;
    let link = link(&fresh, Purpose::First).await;
    let mut browser = fresh.browser();
    let page = browser.get(&link).await;
    assert_eq!(page.status(), StatusCode::OK);
    let refused = browser.post(&link, &typed("Ana", "otra")).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(refused).await;
    for kept in ["value=\"Ana\"", "value=\"ana@casa.example\""] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    assert_eq!(
        browser.post(&link, &typed("Ana", PASSWORD)).await.status(),
        StatusCode::SEE_OTHER
    );
    assert_eq!(browser.get("/clientes").await.status(), StatusCode::OK);
    let mut another = fresh.browser();
    assert_eq!(another.get(&link).await.status(), StatusCode::GONE);
    assert_eq!(
        another.post(&link, &typed("Ana", PASSWORD)).await.status(),
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let house = ledger.house().await.expect("the house");
    assert_eq!(house.people.len(), 1);
}

async fn an_old_link_is_spent(on: Engine) {
    let fresh = fresh_on(on).await;
    let link = link(&fresh, Purpose::First).await;
    fresh
        .app
        .clock
        .turn_to(Timestamp::from_micros(NOW + 25 * HOUR));
    assert_eq!(fresh.browser().get(&link).await.status(), StatusCode::GONE);
}

async fn a_name_that_no_list_could_show_leaves_the_link_open(on: Engine) {
    let fresh = fresh_on(on).await;
    let link = link(&fresh, Purpose::First).await;
    let mut browser = fresh.browser();
    let long = "n".repeat(201);
    for name in ["A\0na", "Ana\nGarcía", "An\u{7}a", &long] {
        let refused = browser.post(&link, &typed(name, PASSWORD)).await;
        assert_eq!(
            refused.status(),
            StatusCode::UNPROCESSABLE_ENTITY,
            "{name:?}"
        );
        assert!(text(refused).await.contains("200 letras"), "{name:?}");
    }
    assert!(
        fresh
            .app
            .ledger
            .house()
            .await
            .expect("the house")
            .people
            .is_empty()
    );
    let taken = browser.post(&link, &typed("Ana García", PASSWORD)).await;
    assert_eq!(taken.status(), StatusCode::SEE_OTHER);
}

async fn the_first_link_makes_nobody_once_somebody_was_added(on: Engine) {
    let fresh = fresh_on(on).await;
    let link = link(&fresh, Purpose::First).await;
    fresh
        .person("eva@casa.example", &[Role::AccountManager])
        .await;
    let mut browser = fresh.browser();
    assert_eq!(browser.get(&link).await.status(), StatusCode::GONE);
    let late = browser.post(&link, &typed("Ana", PASSWORD)).await;
    assert_eq!(late.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let house = fresh.app.ledger.house().await.expect("the house");
    assert_eq!(house.people.len(), 1);
}

async fn a_newer_link_makes_the_persons_older_one_useless(on: Engine) {
    let fresh = fresh_on(on).await;
    let ana = fresh
        .person("ana@casa.example", &[Role::AccountManager])
        .await;
    let eva = fresh.person("eva@casa.example", &[Role::StoreStaff]).await;
    let older = link(&fresh, Purpose::Password(ana)).await;
    let newer = link(&fresh, Purpose::Password(ana)).await;
    let others = link(&fresh, Purpose::Password(eva)).await;
    let mut browser = fresh.browser();
    assert_eq!(browser.get(&older).await.status(), StatusCode::GONE);
    assert_eq!(browser.get(&others).await.status(), StatusCode::OK);
    let chosen = browser.post(&newer, &typed("", PASSWORD)).await;
    assert_eq!(chosen.status(), StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/clientes").await.status(), StatusCode::OK);
}
