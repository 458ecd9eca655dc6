//! `/live`: hints reach whoever may read, and stop when they may not or the server stops.

use std::time::Duration;

use axum::body::Body;
use domain::context::Role;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;

use server::config::Limits;

use crate::support::{Browser, Setup, fresh, fresh_with};
use crate::writes::{open_account, typed};

async fn listen(browser: &mut Browser, account: &str) -> Body {
    let request = Request::get(format!("/live?account={account}"))
        .header(header::ACCEPT, "text/event-stream")
        .header(header::ACCEPT_ENCODING, "br, gzip");
    let request = request.body(Body::empty()).expect("a request");
    let response = browser.send(request).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(
        response.headers()[header::CONTENT_TYPE],
        "text/event-stream"
    );
    // Whatever is compressed is held back until there is enough of it.
    assert!(!response.headers().contains_key(header::CONTENT_ENCODING));
    response.into_body()
}

async fn next(stream: &mut Body) -> Option<String> {
    let frame = stream
        .frame()
        .await?
        .expect("a frame")
        .into_data()
        .expect("data");
    Some(String::from_utf8(frame.to_vec()).expect("text"))
}

#[tokio::test]
async fn what_a_colleague_saves_is_hinted_at() {
    let fresh = fresh().await;
    let (mut ana, account) = open_account(&fresh).await;
    let mut eva = fresh.signed_in(&[Role::StoreStaff]).await;
    let mut stream = listen(&mut eva, &account).await;
    let first = next(&mut stream).await.expect("where it stands");
    assert!(
        first.contains("event: moved") && first.contains(&account),
        "{first}"
    );
    let response = ana
        .post(
            &format!("/clientes/{account}"),
            &typed("note", &[("note", "Llamará el lunes")]),
        )
        .await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let hint = next(&mut stream).await.expect("a hint");
    assert!(hint.contains(&account) && !hint.contains("lunes"), "{hint}");
}

#[tokio::test]
async fn the_stream_ends_when_its_reader_is_locked_out_or_the_server_stops() {
    let fresh = fresh().await;
    let (mut ana, account) = open_account(&fresh).await;
    let eva = fresh.person("eva@casa.example", &[Role::StoreStaff]).await;
    let mut browser = fresh.browser();
    let fields = [
        ("email", "eva@casa.example"),
        ("password", crate::support::PASSWORD),
    ];
    browser.post("/entrar", &fields).await;
    let mut hers = listen(&mut browser, &account).await;
    let mut mine = listen(&mut ana, &account).await;
    next(&mut hers).await.expect("where it stands");
    next(&mut mine).await.expect("where it stands");
    server::auth::house::lock_person(&fresh.app.ledger, eva, fresh.app.clock.now())
        .await
        .expect("locked");
    ana.post(
        &format!("/clientes/{account}"),
        &typed("note", &[("note", "Otra")]),
    )
    .await;
    assert_eq!(next(&mut hers).await, None);
    next(&mut mine).await.expect("a hint");
    fresh.close.send(true).expect("somebody listens");
    assert_eq!(next(&mut mine).await, None);
}

#[tokio::test]
async fn after_a_hint_many_saves_at_once_are_one_more() {
    let limits = Limits {
        hints_gathered: Duration::from_secs(1),
        ..Limits::default()
    };
    let fresh = fresh_with(Setup {
        limits,
        ..Setup::default()
    })
    .await;
    let (mut ana, account) = open_account(&fresh).await;
    let mut stream = listen(&mut ana, &account).await;
    next(&mut stream).await.expect("where it stands");
    let path = format!("/clientes/{account}");
    let first = typed("note", &[("note", "La primera")]);
    assert_eq!(
        ana.post(&path, &first).await.status(),
        StatusCode::SEE_OTHER
    );
    next(&mut stream).await.expect("told at once");
    let mut saving: Vec<_> = (0..4).map(|_| ana.clone()).collect();
    let saves = saving.iter_mut().map(async |browser| {
        let note = typed("note", &[("note", "A la vez")]);
        browser.post(&path, &note).await.status()
    });
    let saved = futures::future::join_all(saves).await;
    assert_eq!(saved, [StatusCode::SEE_OTHER; 4]);
    let id = account.parse().expect("an id");
    let version = fresh.app.ledger.version(id).await.expect("a version");
    let hint = next(&mut stream).await.expect("a hint");
    assert!(hint.contains(&format!("\"version\":{version}")), "{hint}");
    fresh.close.send(true).expect("somebody listens");
    assert_eq!(next(&mut stream).await, None, "and no other");
}

#[tokio::test]
async fn the_stream_of_an_ended_session_ends_without_another_hint() {
    let limits = Limits {
        listener_asked_idle: Duration::from_millis(20),
        ..Limits::default()
    };
    let fresh = fresh_with(Setup {
        limits,
        ..Setup::default()
    })
    .await;
    let (mut ana, account) = open_account(&fresh).await;
    let mut stream = listen(&mut ana, &account).await;
    next(&mut stream).await.expect("where it stands");
    let left = ana.post("/salir", &[]).await;
    assert_eq!(left.status(), StatusCode::SEE_OTHER);
    assert_eq!(next(&mut stream).await, None);
}

#[tokio::test]
async fn another_site_cannot_listen() {
    let fresh = fresh().await;
    let mut browser = fresh.signed_in(&[Role::AccountManager]).await;
    let request = Request::get("/live")
        .header("sec-fetch-site", "cross-site")
        .header(header::ORIGIN, "https://evil.example");
    let response = browser
        .send(request.body(Body::empty()).expect("a request"))
        .await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert_eq!(
        browser.get("/live?account=nothing").await.status(),
        StatusCode::BAD_REQUEST
    );
}
