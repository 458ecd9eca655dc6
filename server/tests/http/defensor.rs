//! Story 5 over HTTP, up to the answer: two points in one claim, one honoured as it comes, one denied with reasons, and
//! the way on that the answer names.

use domain::account::{Matter, MatterState, PromiseStage};
use domain::context::Role;
use domain::ids::AccountId;
use http::StatusCode;
use ledger::Engine;

use crate::forms::typed;
use crate::registro::person;
use crate::support::{Browser, Fresh, fresh_on, text};
use crate::writes::open_account;

on_both_engines![one_point_is_honoured_the_other_denied_with_reasons_and_a_way_on];

async fn matters(fresh: &Fresh, account: &str) -> Vec<Matter> {
    let id: AccountId = account.parse().expect("an id");
    let known = fresh.app.ledger.account(id, &[]).await.expect("read");
    known.expect("there").matters.into_values().collect()
}

async fn sent(
    browser: &mut Browser,
    path: &str,
    kind: &str,
    fields: &[(&str, &str)],
) -> (StatusCode, String) {
    let response = browser.post(path, &typed(kind, fields)).await;
    (response.status(), text(response).await)
}

async fn one_point_is_honoured_the_other_denied_with_reasons_and_a_way_on(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, account) = open_account(&fresh).await;
    let path = format!("/clientes/{account}");
    let defensor = fresh
        .person("elena@casa.example", &[Role::StoreStaff])
        .await;
    for role in [Role::ServiceDirector, Role::SalesDirector] {
        let email = format!("{}@casa.example", role.code());
        fresh.person(&email, &[role]).await;
        fresh.appoint(person(&fresh, role).await, defensor).await;
    }
    let claim = [
        ("claim_kind", "broken_promise"),
        ("about", "unrecorded"),
        (
            "point.0",
            "Prometieron soporte en cuatro horas y tardaron dos días",
        ),
        ("point.1", "Quiero un mes de cuota por los días perdidos"),
    ];
    let (status, said) = sent(&mut browser, &path, "claim", &claim).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    let all = matters(&fresh, &account).await;
    let honoured = |one: &Matter| matches!(&one.state, MatterState::Promise(promise) if promise.stage == PromiseStage::Honoured);
    assert!(all.iter().any(honoured), "in the same commit");
    let claim = all.iter().find(|one| one.code() == "claim");
    let claim = claim.expect("a claim");
    let (matter, seen) = (claim.reference.id.to_string(), claim.version.to_string());
    let usual = [
        ("matter", matter.as_str()),
        ("seen", seen.as_str()),
        ("answer.0.resolution", "accepted"),
        ("answer.1.resolution", "denied"),
    ];
    let silent = [&usual[..], &[("answer.1.reasons", " ")]].concat();
    let (status, said) = sent(&mut browser, &path, "answer", &silent).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
    let reasons = (
        "answer.1.reasons",
        "La cuota cubre la línea, que no se cortó",
    );
    let whole = [&usual[..], &[reasons]].concat();
    let (status, said) = sent(&mut browser, &path, "answer", &whole).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    let letter = text(browser.get(&format!("{path}?carta={matter}")).await).await;
    for told in [
        "Tiene usted razón: lo aceptamos.",
        "La cuota cubre la línea, que no se cortó",
        "El defensor del cliente de esta casa (elena@casa.example)",
        "Junta Arbitral de Consumo",
    ] {
        assert!(letter.contains(told), "{told}: {letter}");
    }
    let all = matters(&fresh, &account).await;
    let claim = all.iter().find(|one| one.code() == "claim");
    let seen = claim.expect("a claim").version.to_string();
    let delivered = [
        ("matter", matter.as_str()),
        ("seen", seen.as_str()),
        ("channel", "email"),
    ];
    let (status, said) = sent(&mut browser, &path, "deliver_answer", &delivered).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    let page = text(browser.get(&path).await).await;
    assert!(page.contains("entregaste la respuesta"), "{page}");
}
