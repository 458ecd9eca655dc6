//! The house as administrators change it: what they ask stands afterwards, and what cannot be comes back with why.

use domain::context::Role;
use http::StatusCode;
use ledger::Engine;

use crate::forms::typed;
use crate::support::{Fresh, fresh_on, text};

on_both_engines![
    a_local_holiday_stands_in_its_year,
    a_holiday_outside_its_year_comes_back_with_its_reason,
    who_looked_at_an_older_house_looks_again,
    everybody_reads_the_rules_and_administrators_alone_change_them,
];

const NEW: [(&str, &str); 3] = [
    ("year", "2026"),
    ("date", "2026-06-12"),
    ("name", "San Juan de Sahagún"),
];

async fn version(fresh: &Fresh) -> &'static str {
    let house = fresh.app.ledger.house().await.expect("a house");
    String::leak(house.version.to_string())
}

async fn store(fresh: &Fresh) -> &'static str {
    let house = fresh.app.ledger.house().await.expect("a house");
    let store = house.stores.keys().next().expect("a store");
    String::leak(store.to_string())
}

async fn holiday(
    fresh: &Fresh,
    fields: &[(&'static str, &'static str)],
) -> Vec<(&'static str, &'static str)> {
    let hidden = [
        ("version", version(fresh).await),
        ("store", store(fresh).await),
    ];
    typed("holiday", &[&hidden, fields].concat())
}

async fn a_local_holiday_stands_in_its_year(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut browser = fresh.signed_in(&[Role::Administrator]).await;
    let fields = holiday(&fresh, &NEW).await;
    let response = browser.post("/ajustes?anio=2026", &fields).await;
    assert_eq!(
        response.status(),
        StatusCode::SEE_OTHER,
        "{}",
        text(response).await
    );
    let page = text(browser.get("/ajustes?anio=2026").await).await;
    assert!(page.contains("San Juan de Sahagún"));
    let other = text(browser.get("/ajustes?anio=2027").await).await;
    assert!(!other.contains("San Juan de Sahagún") && other.contains("Viernes Santo"));
}

async fn a_holiday_outside_its_year_comes_back_with_its_reason(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut browser = fresh.signed_in(&[Role::Administrator]).await;
    let fields = holiday(&fresh, &[("year", "2027"), NEW[1], NEW[2]]).await;
    let before = version(&fresh).await;
    let response = browser.post("/ajustes?anio=2027", &fields).await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(response).await;
    assert!(page.contains("Ese día no es de 2027"), "{page}");
    assert!(
        page.contains("San Juan de Sahagún"),
        "what was typed stands"
    );
    assert_eq!(version(&fresh).await, before, "nothing is half-written");
}

async fn who_looked_at_an_older_house_looks_again(on: Engine) {
    let fresh = fresh_on(on).await;
    let fields = holiday(&fresh, &NEW).await;
    // Somebody comes to the house meanwhile.
    let mut browser = fresh.signed_in(&[Role::Administrator]).await;
    let response = browser.post("/ajustes", &fields).await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

async fn everybody_reads_the_rules_and_administrators_alone_change_them(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut browser = fresh.signed_in(&[Role::StoreStaff]).await;
    let page = text(browser.get("/ajustes").await).await;
    for said in [
        "SAC-17.1",
        "Ley 10/2025, art. 17",
        "Sin verificar",
        "PAL-apology",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let fields = holiday(&fresh, &NEW).await;
    let response = browser.post("/ajustes", &fields).await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
}
