//! A call that comes in opens the caller's account by their number, and a number that is not one customer's alone what is
//! found with it.

use http::StatusCode;
use ledger::Engine;

use crate::forms::typed;
use crate::support::{Browser, fresh_on, location, text};
use crate::writes::open_account;

on_both_engines![
    the_callers_account_is_opened_however_their_number_is_written,
    a_number_of_several_customers_or_of_none_leads_to_what_is_found,
];

/// A contact of that account, with that number.
async fn has(browser: &mut Browser, account: &str, phone: &str) {
    let fields = [("contact_name", "Eva Sanz"), ("phone", phone)];
    let added = browser
        .post(&format!("/clientes/{account}"), &typed("contact", &fields))
        .await;
    assert_eq!(
        added.status(),
        StatusCode::SEE_OTHER,
        "{}",
        text(added).await
    );
}

async fn led(browser: &mut Browser, number: &str) -> String {
    let answer = browser.get(&format!("/llamada/{number}")).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{number}");
    location(&answer).to_owned()
}

async fn the_callers_account_is_opened_however_their_number_is_written(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, account) = open_account(&fresh).await;
    has(&mut browser, &account, "+34 600 11 12 22").await;
    let way = format!("/clientes/{account}?registrar=llamada#registrar");
    for number in [
        "600111222",
        "34600111222",
        "+34600111222",
        "600%2011%2012%2022",
        "0034-600-111-222",
    ] {
        assert_eq!(led(&mut browser, number).await, way, "{number}");
    }
    let page = text(
        browser
            .get(&format!("/clientes/{account}?registrar=llamada"))
            .await,
    )
    .await;
    assert!(page.contains("Quién llamó a quién"), "{page}");
}

async fn a_number_of_several_customers_or_of_none_leads_to_what_is_found(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, account) = open_account(&fresh).await;
    assert_eq!(
        led(&mut browser, "600111222").await,
        "/clientes?q=600111222"
    );
    assert_eq!(led(&mut browser, "nadie").await, "/clientes");
    has(&mut browser, &account, "600111222").await;
    let owner = fresh.app.ledger.credentials().await.expect("credentials")[0].person;
    let owner = owner.to_string();
    let other = [
        ("name", "Otra ferretería"),
        ("account_kind", "business"),
        ("owner", owner.as_str()),
        ("phone", "600 111 222"),
    ];
    let opened = browser
        .post("/clientes", &typed("open_account", &other))
        .await;
    assert_eq!(
        opened.status(),
        StatusCode::SEE_OTHER,
        "{}",
        text(opened).await
    );
    assert_eq!(
        led(&mut browser, "600111222").await,
        "/clientes?q=600111222"
    );
}
