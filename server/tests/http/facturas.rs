//! An invoice beside what was promised, over HTTP: what differs is not to be sent, its correction clears it, and what has
//! left owes the customer its amends.

use domain::account::{MatterState, PromiseStage};
use domain::ids::{AccountId, MatterId};
use http::StatusCode;
use ledger::Engine;

use crate::forms::typed;
use crate::support::{Browser, Fresh, fresh_on, text};
use crate::writes::{open_account, promise};

on_both_engines![
    what_differs_is_not_to_be_sent_until_it_is_corrected,
    what_has_left_is_broken_and_owes_its_amends,
    an_invoice_that_lacks_something_comes_back_with_all_of_it,
];

/// A monthly price of 121,00 € with its tax, to a customer of their own.
async fn promised(fresh: &Fresh) -> (Browser, String, MatterId) {
    let (mut browser, account) = open_account(fresh).await;
    let path = format!("/clientes/{account}");
    let price = [
        ("terms", "price"),
        ("amount", "121,00"),
        ("tax", "included"),
        ("rate", "21"),
        ("every", "month"),
        ("standing", "on"),
        ("channel", "counter"),
    ];
    let matter = promise(&mut browser, &path, &price).await;
    (browser, path, matter)
}

async fn enter(
    browser: &mut Browser,
    path: &str,
    matter: MatterId,
    more: &[(&str, &str)],
) -> (StatusCode, String) {
    let matter = matter.to_string();
    let usual = [
        ("matter", matter.as_str()),
        ("tax", "included"),
        ("rate", "21"),
        ("every", "month"),
    ];
    let fields = typed("invoice", &[&usual[..], more].concat());
    let response = browser.post(path, &fields).await;
    (response.status(), text(response).await)
}

async fn stage(fresh: &Fresh, path: &str, matter: MatterId) -> PromiseStage {
    let account = path.strip_prefix("/clientes/").expect("its page");
    let id: AccountId = account.parse().expect("an id");
    let known = fresh.app.ledger.account(id, &[matter]).await.expect("read");
    match &known.expect("there").matters[&matter].state {
        MatterState::Promise(promise) => promise.stage,
        other => panic!("a promise, not {other:?}"),
    }
}

async fn what_differs_is_not_to_be_sent_until_it_is_corrected(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, path, matter) = promised(&fresh).await;
    let page = text(browser.get(&path).await).await;
    assert!(
        page.contains("Según lo prometido paga 121,00 € al mes: 100,00 € más 21,00 € de IVA."),
        "the form says what it is compared with"
    );
    let wrong = [("number", "F-104"), ("amount", "146,41")];
    let (status, said) = enter(&mut browser, &path, matter, &wrong).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    assert_eq!(stage(&fresh, &path, matter).await, PromiseStage::AtRisk);
    let page = text(browser.get(&path).await).await;
    for says in [
        "1 promesa en riesgo",
        "La factura F-104 dice 146,41 € y se prometió 121,00 €: no la envíes.",
        "Corregir la factura antes de que salga",
        "Sustituye a la factura",
    ] {
        assert!(page.contains(says), "{says}");
    }
    let right = [
        ("number", "F-105"),
        ("amount", "121,00"),
        ("replaces", "F-104"),
    ];
    let (status, said) = enter(&mut browser, &path, matter, &right).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    assert_eq!(stage(&fresh, &path, matter).await, PromiseStage::Made);
    let page = text(browser.get(&path).await).await;
    assert!(
        !page.contains("no la envíes") && !page.contains("en riesgo"),
        "nothing is left of it but its rows"
    );
    assert!(page.contains("la factura F-105 (sustituye a la F-104) dice lo prometido: 121,00 €"));
}

async fn what_has_left_is_broken_and_owes_its_amends(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, path, matter) = promised(&fresh).await;
    let left = [
        ("number", "F-104"),
        ("amount", "146,41"),
        ("left", "on"),
        ("sent", ""),
    ];
    let (status, said) = enter(&mut browser, &path, matter, &left).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    assert_eq!(stage(&fresh, &path, matter).await, PromiseStage::Broken);
    let page = text(browser.get(&path).await).await;
    assert!(page.contains("y ya salió"));
}

async fn an_invoice_that_lacks_something_comes_back_with_all_of_it(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, path, matter) = promised(&fresh).await;
    let matter_said = matter.to_string();
    let silent = typed(
        "invoice",
        &[
            ("matter", matter_said.as_str()),
            ("step", "compare.invoice"),
            ("number", "F-104"),
            ("amount", "121,00"),
            ("due", "pronto"),
        ],
    );
    let answer = browser.post_json(&path, &silent).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let answer = text(answer).await;
    assert!(
        answer.contains("tax_not_said") && answer.contains("\"field\":\"due\""),
        "{answer}"
    );
    let page = browser.post(&path, &silent).await;
    assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(page).await;
    assert!(
        page.contains("F-104") && page.contains("aria-invalid=\"true\""),
        "what was typed is there, and the field says why"
    );
    assert_eq!(stage(&fresh, &path, matter).await, PromiseStage::Made);
}
