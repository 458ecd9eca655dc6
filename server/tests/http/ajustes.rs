//! The house as administrators change it: what they ask stands afterwards, and what cannot be comes back with why.

use axum::response::Response;
use domain::context::Role;
use http::StatusCode;
use ledger::Engine;

use crate::forms::typed;
use crate::support::{Browser, Fresh, fresh_on, text};

on_both_engines![
    a_local_holiday_stands_in_its_year,
    a_holiday_outside_its_year_comes_back_with_its_reason,
    who_looked_at_an_older_house_looks_again,
    everybody_reads_the_rules_and_administrators_alone_change_them,
    a_limit_that_is_set_is_the_limit,
    the_bodies_of_the_law_stand_in_doubt_until_the_house_names_its_own,
    what_stands_around_a_letter_is_shown_where_it_was_written,
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

/// What is set by that form, on the house as it stands.
async fn set(
    fresh: &Fresh,
    browser: &mut Browser,
    kind: &'static str,
    fields: &[(&'static str, &'static str)],
) -> Response {
    let hidden = [("version", version(fresh).await)];
    let fields = typed(kind, &[&hidden, fields].concat());
    browser.post("/ajustes", &fields).await
}

async fn a_limit_that_is_set_is_the_limit(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut administrator = fresh.signed_in(&[Role::Administrator]).await;
    let response = set(
        &fresh,
        &mut administrator,
        "limits",
        &[("gesture", "12,50"), ("alert", "200")],
    )
    .await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let house = fresh.app.ledger.house().await.expect("a house");
    assert_eq!(house.gesture_max().format_es(), "12,50 €");
    let mut browser = fresh.signed_in(&[Role::StoreStaff]).await;
    let page = text(browser.get("/ajustes").await).await;
    assert!(
        page.contains("12,50\u{a0}€") || page.contains("12,50 €"),
        "{page}"
    );
    let response = set(
        &fresh,
        &mut administrator,
        "limits",
        &[("gesture", "mucho"), ("alert", "200")],
    )
    .await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(response).await;
    assert!(
        page.contains("value=\"mucho\""),
        "what was typed stands: {page}"
    );
}

async fn the_bodies_of_the_law_stand_in_doubt_until_the_house_names_its_own(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut administrator = fresh.signed_in(&[Role::Administrator]).await;
    let mut browser = fresh.signed_in(&[Role::StoreStaff]).await;
    let page = text(browser.get("/ajustes").await).await;
    assert!(page.contains("Sin confirmar") && page.contains("Junta Arbitral de Consumo"));
    let own = [
        ("body.0.name", "Junta Arbitral de Salamanca"),
        ("body.0.address", "Calle Mayor 1"),
    ];
    let response = set(&fresh, &mut administrator, "bodies", &own).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let page = text(browser.get("/ajustes").await).await;
    assert!(page.contains("Junta Arbitral de Salamanca") && !page.contains("Sin confirmar"));
    let response = set(&fresh, &mut administrator, "bodies", &own[..1]).await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

async fn what_stands_around_a_letter_is_shown_where_it_was_written(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut administrator = fresh.signed_in(&[Role::Administrator]).await;
    let written = [
        ("letter", "apology"),
        ("language", "eu"),
        ("opening", "Kaixo & barkatu"),
        ("closing", ""),
    ];
    let response = set(&fresh, &mut administrator, "template", &written).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let mut browser = fresh.signed_in(&[Role::StoreStaff]).await;
    let there = text(browser.get("/ajustes?carta=apology&lengua=eu").await).await;
    assert!(
        there.contains("Disculpas, en euskera") && there.contains("Kaixo &amp; barkatu"),
        "{there}"
    );
    let other = text(browser.get("/ajustes?carta=apology&lengua=ca").await).await;
    assert!(other.contains("Disculpas, en catalán") && !other.contains("barkatu"));
}
