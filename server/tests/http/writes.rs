//! Forms posted to their page's own address: what becomes of them, by page and by script.

use domain::context::Role;
use domain::ids::{CommandId, MatterId};
use http::StatusCode;
use ledger::Engine;
use uuid::Uuid;

use crate::forms::SEED;
pub(crate) use crate::forms::typed;
use crate::support::{Browser, Fresh, fresh_on, location, text};

on_both_engines![
    a_form_leads_to_its_new_row,
    the_same_form_twice_is_written_once,
    a_refused_form_comes_back_with_its_reasons,
    a_broken_form_is_refused_and_never_half_written,
    an_account_that_is_not_there_is_404,
    the_wrong_role_writes_nothing,
];

/// Somebody of service, and an account they opened.
pub(crate) async fn open_account(fresh: &Fresh) -> (Browser, String) {
    let mut browser = fresh.signed_in(&[Role::AccountManager]).await;
    let owner = fresh.app.ledger.credentials().await.expect("credentials")[0]
        .person
        .to_string();
    let fields = [
        ("name", "Ferretería Ibáñez"),
        ("account_kind", "business"),
        ("owner", owner.as_str()),
    ];
    let response = browser
        .post("/clientes", &typed("open_account", &fields))
        .await;
    assert_eq!(
        response.status(),
        StatusCode::SEE_OTHER,
        "{}",
        text(response).await
    );
    let account = location(&response)
        .strip_prefix("/clientes/")
        .expect("the account's page");
    let account = account.split('#').next().expect("its id").to_owned();
    (browser, account)
}

/// A promise that is recorded on an account's page.
pub(crate) async fn promise(
    browser: &mut Browser,
    path: &str,
    fields: &[(&str, &str)],
) -> MatterId {
    let form = typed("promise", fields);
    let response = browser.post(path, &form).await;
    let status = response.status();
    assert_eq!(status, StatusCode::SEE_OTHER, "{}", text(response).await);
    let id: CommandId = form[1].1.parse().expect("an id");
    MatterId::from_uuid(id.derive(0))
}

async fn a_form_leads_to_its_new_row(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, account) = open_account(&fresh).await;
    let fields = typed("note", &[("note", "Prefiere por la tarde")]);
    let response = browser.post(&format!("/clientes/{account}"), &fields).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        location(&response),
        format!("/clientes/{account}#row-{}-0", fields[1].1)
    );
}

async fn the_same_form_twice_is_written_once(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, account) = open_account(&fresh).await;
    let path = format!("/clientes/{account}");
    let fields = typed("note", &[("note", "Una sola vez")]);
    let first = browser.post_json(&path, &fields).await;
    let again = browser.post_json(&path, &fields).await;
    assert_eq!(
        (first.status(), again.status()),
        (StatusCode::OK, StatusCode::OK)
    );
    let (first, again) = (text(first).await, text(again).await);
    assert!(first.starts_with("{\"applied\":{"), "{first}");
    assert_eq!(again, first.replace("applied", "duplicate"));
    let mut other = fields.clone();
    other[3] = ("note", "Otra cosa con el mismo id");
    let reused = browser.post_json(&path, &other).await;
    assert_eq!(reused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(reused).await.contains("id_reused"));
    let by_page = browser.post(&path, &fields).await;
    assert_eq!(by_page.status(), StatusCode::SEE_OTHER);
}

async fn a_refused_form_comes_back_with_its_reasons(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, account) = open_account(&fresh).await;
    let path = format!("/clientes/{account}");
    let fields = typed(
        "order",
        &[
            ("number", ""),
            ("line.0.what", "Diez cerraduras"),
            ("line.0.promised", "ayer"),
        ],
    );
    let response = browser.post_json(&path, &fields).await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let answer = text(response).await;
    assert!(
        answer.contains("\"field\":\"number\"") && answer.contains("\"field\":\"line.0.promised\""),
        "{answer}"
    );
    let page = browser.post(&path, &fields).await;
    assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(page).await;
    assert!(
        page.contains("Diez cerraduras"),
        "what was typed is still there"
    );
    assert!(
        page.contains("aria-invalid=\"true\""),
        "and the field says so"
    );
}

async fn a_broken_form_is_refused_and_never_half_written(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, account) = open_account(&fresh).await;
    let path = format!("/clientes/{account}");
    let before = fresh
        .app
        .ledger
        .version(account.parse().expect("an id"))
        .await
        .expect("a version");
    let long = "x".repeat(30_000);
    let forms: [Vec<(&str, &str)>; 6] = [
        vec![],
        vec![("kind", "note"), ("note", "sin id")],
        vec![
            ("kind", "note"),
            ("id", "no"),
            ("seed", SEED),
            ("note", "x"),
        ],
        typed("no_such_kind", &[("note", "x")]),
        typed("note", &[("note", long.as_str())]),
        typed("deliver", &[("matter", "0"), ("lines", "-1")]),
    ];
    for fields in forms {
        let response = browser.post_json(&path, &fields).await;
        assert_eq!(
            response.status(),
            StatusCode::UNPROCESSABLE_ENTITY,
            "{fields:?}"
        );
    }
    let after = fresh
        .app
        .ledger
        .version(account.parse().expect("an id"))
        .await
        .expect("a version");
    assert_eq!(before, after);
}

async fn an_account_that_is_not_there_is_404(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut browser = fresh.signed_in(&[Role::AccountManager]).await;
    let nowhere = CommandId::from_uuid(Uuid::now_v7());
    for path in [format!("/clientes/{nowhere}"), "/clientes/uno".to_owned()] {
        let response = browser.post(&path, &typed("note", &[("note", "x")])).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        let page = browser.get(&path).await;
        assert_eq!(page.status(), StatusCode::NOT_FOUND, "{path}");
        assert!(text(page).await.contains("<h1"), "{path} has a page");
    }
}

async fn the_wrong_role_writes_nothing(on: Engine) {
    let fresh = fresh_on(on).await;
    let (_, account) = open_account(&fresh).await;
    let mut administrator = fresh.signed_in(&[Role::Administrator]).await;
    let response = administrator
        .post(
            &format!("/clientes/{account}"),
            &typed("note", &[("note", "x")]),
        )
        .await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    let mut staff = fresh.signed_in(&[Role::StoreStaff]).await;
    let owner = Uuid::now_v7().to_string();
    let response = staff
        .post_json(
            &format!("/clientes/{account}"),
            &typed("owner", &[("owner", owner.as_str())]),
        )
        .await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(response).await.contains("not_yours"));
}
