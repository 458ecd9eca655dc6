//! Coming in and going out: passwords, limits, sessions, the one-time link, the demo's people.

use domain::context::Role;
use domain::time::Timestamp;
use futures::future::join_all;
use http::{StatusCode, header};
use ledger::Engine;
use server::config::Entry;

use crate::support::{NOW, PASSWORD, Setup, fresh_on, fresh_with, location, text};

on_both_engines![
    a_person_comes_in_and_goes_on_to_the_page_they_wanted,
    a_wrong_password_and_an_unknown_address_are_answered_alike,
    too_many_tries_for_one_address_are_refused_even_with_the_right_password,
    too_many_tries_from_one_place_are_refused_and_other_places_are_not,
    a_session_ends_when_it_is_idle_and_when_it_is_old,
    signing_out_ends_the_session_and_not_only_the_cookie,
    a_person_ends_their_other_sessions_and_nobody_elses,
    locking_somebody_out_holds_from_that_moment,
    the_demos_people_come_in_without_a_password_only_where_the_demo_is_served,
    a_sign_in_never_leads_to_another_site,
    of_many_tries_at_once_no_more_are_tried_than_may_be,
    a_whole_office_comes_in_from_one_address,
    a_ledger_that_does_not_answer_is_no_failure_of_the_visitors,
];

const HOUR: i64 = 3600 * 1_000_000;

async fn a_person_comes_in_and_goes_on_to_the_page_they_wanted(on: Engine) {
    let fresh = fresh_on(on).await;
    fresh
        .person("ana@casa.example", &[Role::AccountManager])
        .await;
    let mut browser = fresh.browser();
    let wanted = browser.get("/clientes").await;
    assert_eq!(wanted.status(), StatusCode::SEE_OTHER);
    assert_eq!(location(&wanted), "/entrar?next=/clientes");
    let fields = [
        ("email", "Ana@Casa.example "),
        ("password", PASSWORD),
        ("next", "/clientes"),
    ];
    let response = browser.post("/entrar", &fields).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(location(&response), "/clientes");
    assert!(
        browser
            .cookie
            .as_deref()
            .is_some_and(|cookie| cookie.starts_with("palabra="))
    );
    assert_eq!(browser.get("/clientes").await.status(), StatusCode::OK);
}

async fn a_wrong_password_and_an_unknown_address_are_answered_alike(on: Engine) {
    let fresh = fresh_on(on).await;
    fresh
        .person("ana@casa.example", &[Role::AccountManager])
        .await;
    let mut browser = fresh.browser();
    for email in [
        "ana@casa.example",
        "nadie@casa.example",
        "a\0@casa.example",
        "ana@casa.example\u{1}",
        &format!("{}@casa.example", "a".repeat(3000)),
        "",
    ] {
        let response = browser
            .post(
                "/entrar",
                &[("email", email), ("password", "otra frase bien larga")],
            )
            .await;
        assert_eq!(
            response.status(),
            StatusCode::UNPROCESSABLE_ENTITY,
            "{email}"
        );
        assert!(browser.cookie.is_none());
    }
}

async fn too_many_tries_for_one_address_are_refused_even_with_the_right_password(on: Engine) {
    let fresh = fresh_on(on).await;
    fresh
        .person("ana@casa.example", &[Role::AccountManager])
        .await;
    let mut browser = fresh.browser();
    for _ in 0..8 {
        browser
            .post(
                "/entrar",
                &[("email", "ana@casa.example"), ("password", "no")],
            )
            .await;
    }
    let right = [("email", "ana@casa.example"), ("password", PASSWORD)];
    assert_eq!(
        browser.post("/entrar", &right).await.status(),
        StatusCode::TOO_MANY_REQUESTS
    );
    fresh.app.clock.turn_to(Timestamp::from_micros(NOW + HOUR));
    assert_eq!(
        browser.post("/entrar", &right).await.status(),
        StatusCode::SEE_OTHER
    );
}

async fn too_many_tries_from_one_place_are_refused_and_other_places_are_not(on: Engine) {
    let fresh = fresh_on(on).await;
    fresh
        .person("ana@casa.example", &[Role::AccountManager])
        .await;
    let mut guessing = fresh.browser();
    for n in 0..30 {
        let email = format!("n{n}@casa.example");
        guessing
            .post("/entrar", &[("email", email.as_str()), ("password", "no")])
            .await;
    }
    let right = [("email", "ana@casa.example"), ("password", PASSWORD)];
    assert_eq!(
        guessing.post("/entrar", &right).await.status(),
        StatusCode::TOO_MANY_REQUESTS
    );
    let mut elsewhere = fresh.browser();
    elsewhere.address = ([10, 0, 0, 2], 5000).into();
    assert_eq!(
        elsewhere.post("/entrar", &right).await.status(),
        StatusCode::SEE_OTHER
    );
}

async fn a_session_ends_when_it_is_idle_and_when_it_is_old(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut idle = fresh.signed_in(&[Role::AccountManager]).await;
    let mut busy = fresh.signed_in(&[Role::StoreStaff]).await;
    for hours in (10..=160).step_by(10) {
        fresh
            .app
            .clock
            .turn_to(Timestamp::from_micros(NOW + hours * HOUR));
        assert_eq!(
            busy.get("/clientes").await.status(),
            StatusCode::OK,
            "after {hours} hours of work"
        );
    }
    assert_eq!(idle.get("/clientes").await.status(), StatusCode::SEE_OTHER);
    fresh
        .app
        .clock
        .turn_to(Timestamp::from_micros(NOW + 169 * HOUR));
    assert_eq!(busy.get("/clientes").await.status(), StatusCode::SEE_OTHER);
}

async fn signing_out_ends_the_session_and_not_only_the_cookie(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut browser = fresh.signed_in(&[Role::AccountManager]).await;
    let mut copied = browser.clone();
    assert_eq!(
        browser.post("/salir", &[]).await.status(),
        StatusCode::SEE_OTHER
    );
    assert!(browser.cookie.is_none());
    assert_eq!(
        copied.get("/clientes").await.status(),
        StatusCode::SEE_OTHER
    );
}

async fn a_person_ends_their_other_sessions_and_nobody_elses(on: Engine) {
    let fresh = fresh_on(on).await;
    let ana = fresh
        .person("ana@casa.example", &[Role::AccountManager])
        .await;
    let (mut here, mut there) = (fresh.browser(), fresh.browser());
    for browser in [&mut here, &mut there] {
        browser
            .post(
                "/entrar",
                &[("email", "ana@casa.example"), ("password", PASSWORD)],
            )
            .await;
    }
    let mut other = fresh.signed_in(&[Role::StoreStaff]).await;
    let limits = server::auth::session::limits(fresh.app.clock.now());
    let sessions = fresh
        .app
        .ledger
        .sessions(ana, limits)
        .await
        .expect("sessions");
    assert_eq!(sessions.len(), 2);
    for session in &sessions {
        let token = domain::text::Digest(session.token).to_string();
        other
            .post("/sesiones", &[("session", token.as_str())])
            .await;
    }
    assert_eq!(here.get("/clientes").await.status(), StatusCode::OK);
    let response = here.post("/sesiones", &[("all", "1")]).await;
    assert_eq!(location(&response), "/entrar");
    assert_eq!(there.get("/clientes").await.status(), StatusCode::SEE_OTHER);
    assert_eq!(other.get("/clientes").await.status(), StatusCode::OK);
}

async fn locking_somebody_out_holds_from_that_moment(on: Engine) {
    let fresh = fresh_on(on).await;
    let ana = fresh
        .person("ana@casa.example", &[Role::AccountManager])
        .await;
    let mut browser = fresh.browser();
    let right = [("email", "ana@casa.example"), ("password", PASSWORD)];
    browser.post("/entrar", &right).await;
    server::auth::house::lock_person(&fresh.app.ledger, ana, fresh.app.clock.now())
        .await
        .expect("locked");
    assert_eq!(
        browser.get("/clientes").await.status(),
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        browser.post("/entrar", &right).await.status(),
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

async fn the_demos_people_come_in_without_a_password_only_where_the_demo_is_served(on: Engine) {
    for (entry, status) in [
        (Entry::Demo, StatusCode::SEE_OTHER),
        (Entry::Password, StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let fresh = fresh_with(Setup {
            engine: on,
            entry,
            ..Setup::default()
        })
        .await;
        fresh
            .person("ana@demo.palabra.example", &[Role::AccountManager])
            .await;
        fresh
            .person("eva@casa.example", &[Role::AccountManager])
            .await;
        let mut browser = fresh.browser();
        assert_eq!(
            browser
                .post("/entrar", &[("demo", "ana@demo.palabra.example")])
                .await
                .status(),
            status
        );
        let real = browser
            .post("/entrar", &[("demo", "eva@casa.example")])
            .await;
        assert_eq!(real.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
}

async fn a_sign_in_never_leads_to_another_site(on: Engine) {
    let fresh = fresh_on(on).await;
    fresh
        .person("ana@casa.example", &[Role::AccountManager])
        .await;
    let fields = [
        ("email", "ana@casa.example"),
        ("password", PASSWORD),
        ("next", "//evil.example/"),
    ];
    let response = fresh.browser().post("/entrar", &fields).await;
    assert_eq!(location(&response), "/");
    assert!(text(response).await.is_empty());
}

async fn of_many_tries_at_once_no_more_are_tried_than_may_be(on: Engine) {
    let fresh = fresh_on(on).await;
    fresh
        .person("ana@casa.example", &[Role::AccountManager])
        .await;
    let guessed = join_all((0..50).map(|_| {
        let mut browser = fresh.browser();
        async move {
            let guess = [("email", "ana@casa.example"), ("password", "no")];
            browser.post("/entrar", &guess).await.status()
        }
    }));
    let answers = guessed.await;
    let count = |status| answers.iter().filter(|answer| **answer == status).count();
    assert_eq!(count(StatusCode::UNPROCESSABLE_ENTITY), 8, "{answers:?}");
    assert_eq!(count(StatusCode::TOO_MANY_REQUESTS), 42, "{answers:?}");
}

async fn a_whole_office_comes_in_from_one_address(on: Engine) {
    let fresh = fresh_on(on).await;
    fresh
        .person("ana@casa.example", &[Role::AccountManager])
        .await;
    let right = [("email", "ana@casa.example"), ("password", PASSWORD)];
    for nth in 1..=31 {
        let answer = fresh.browser().post("/entrar", &right).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "the {nth}th");
    }
}

async fn a_ledger_that_does_not_answer_is_no_failure_of_the_visitors(on: Engine) {
    let fresh = fresh_on(on).await;
    fresh.app.ledger.close().await;
    let typed = [("email", "ana@casa.example"), ("password", PASSWORD)];
    let answer = fresh.browser().post("/entrar", &typed).await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.headers().contains_key(header::RETRY_AFTER));
}
