//! The server's clock moved by a day and by ten years, forth and back: nothing breaks, nobody stays signed in who
//! should not, and the ledger goes on by its versions.

use domain::context::Role;
use domain::time::Timestamp;
use http::StatusCode;
use ledger::Engine;

use crate::support::{Browser, Fresh, NOW, PASSWORD, fresh_on, location, text};
use crate::writes::{open_account, typed};

on_both_engines![
    whatever_the_clock_says_people_sign_in_and_write,
    a_session_begun_by_a_clock_that_ran_ahead_ends_when_the_clock_is_right,
    tries_counted_by_a_clock_that_ran_ahead_lock_nobody_out,
    a_clock_that_jumps_while_people_write_loses_nothing,
];

const HOUR: i64 = 3600 * 1_000_000;
const MINUTE: i64 = 60 * 1_000_000;
const DAY: i64 = 24 * HOUR;
const TEN_YEARS: i64 = 3653 * DAY;

fn turn(fresh: &Fresh, by: i64) {
    fresh.app.clock.turn_to(Timestamp::from_micros(NOW + by));
}

async fn sign_in(browser: &mut Browser) -> StatusCode {
    let typed = [
        ("email", "account_manager@casa.example"),
        ("password", PASSWORD),
    ];
    browser.post("/entrar", &typed).await.status()
}

async fn note(browser: &mut Browser, account: &str, body: &str) -> StatusCode {
    let path = format!("/clientes/{account}");
    let answer = browser.post(&path, &typed("note", &[("note", body)])).await;
    answer.status()
}

async fn sound(fresh: &Fresh) {
    let ledger = &fresh.app.ledger;
    assert_eq!(ledger.verify().await.expect("read").faults, []);
    assert_eq!(ledger.check().await.expect("read").differences, []);
}

async fn whatever_the_clock_says_people_sign_in_and_write(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut ana, account) = open_account(&fresh).await;
    let id = account.parse().expect("an id");
    let path = format!("/clientes/{account}");
    let mut version = fresh.app.ledger.version(id).await.expect("a version");
    for (n, by) in [DAY, TEN_YEARS, -DAY, -TEN_YEARS, 0]
        .into_iter()
        .enumerate()
    {
        turn(&fresh, by);
        // Idle for a day, or for ten years, or begun in the future: whoever asks is led to the sign-in, and back.
        let page = ana.get(&path).await;
        assert_eq!(page.status(), StatusCode::SEE_OTHER, "{n}");
        assert_eq!(location(&page), format!("/entrar?next={path}"));
        let fields = typed("note", &[("note", "Sin entrar")]);
        let refused = ana.post(&path, &fields).await;
        assert_eq!(refused.status(), StatusCode::UNAUTHORIZED, "{n}");
        assert!(text(refused).await.contains("Entra con tu correo"), "{n}");
        assert_eq!(sign_in(&mut ana).await, StatusCode::SEE_OTHER, "{n}");
        let body = format!("La nota {n}");
        let kept = note(&mut ana, &account, &body).await;
        assert_eq!(kept, StatusCode::SEE_OTHER, "{n}");
        let next = fresh.app.ledger.version(id).await.expect("a version");
        assert_eq!(next, version + 1, "a fact more, whatever the clock");
        version = next;
        for seen in ["/clientes", "/sesiones", path.as_str()] {
            let page = ana.get(seen).await;
            assert_eq!(page.status(), StatusCode::OK, "{n}: {seen}");
        }
        assert!(text(ana.get(&path).await).await.contains(&body), "{n}");
    }
    // The newest by its version is the last of the chain, although two of them lie ahead of it in time.
    let page = text(ana.get(&path).await).await;
    for n in 0..5 {
        assert!(page.contains(&format!("La nota {n}")), "{n}");
    }
    sound(&fresh).await;
}

async fn a_session_begun_by_a_clock_that_ran_ahead_ends_when_the_clock_is_right(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut ana, _) = open_account(&fresh).await;
    turn(&fresh, TEN_YEARS);
    assert_eq!(sign_in(&mut ana).await, StatusCode::SEE_OTHER);
    // The clock is set right, and right it stays: that session would hold for ten years.
    turn(&fresh, HOUR);
    let page = ana.get("/clientes").await;
    assert_eq!(page.status(), StatusCode::SEE_OTHER);
    assert_eq!(sign_in(&mut ana).await, StatusCode::SEE_OTHER);
    assert_eq!(ana.get("/clientes").await.status(), StatusCode::OK);
    // A clock that is set back by minutes, as machines do, ends nobody's work.
    turn(&fresh, HOUR - 3 * MINUTE);
    assert_eq!(ana.get("/clientes").await.status(), StatusCode::OK);
}

async fn tries_counted_by_a_clock_that_ran_ahead_lock_nobody_out(on: Engine) {
    let fresh = fresh_on(on).await;
    fresh
        .person("account_manager@casa.example", &[Role::AccountManager])
        .await;
    let mut browser = fresh.browser();
    turn(&fresh, TEN_YEARS);
    for _ in 0..8 {
        let wrong = [
            ("email", "account_manager@casa.example"),
            ("password", "no"),
        ];
        browser.post("/entrar", &wrong).await;
    }
    assert_eq!(sign_in(&mut browser).await, StatusCode::TOO_MANY_REQUESTS);
    turn(&fresh, 0);
    assert_eq!(sign_in(&mut browser).await, StatusCode::SEE_OTHER);
}

async fn a_clock_that_jumps_while_people_write_loses_nothing(on: Engine) {
    let fresh = fresh_on(on).await;
    let (ana, account) = open_account(&fresh).await;
    let id = account.parse().expect("an id");
    let before = fresh.app.ledger.version(id).await.expect("a version");
    let path = format!("/clientes/{account}");
    let writing = (0..24).map(|n: i64| {
        let (mut ana, path, fresh) = (ana.clone(), path.clone(), &fresh);
        async move {
            turn(
                fresh,
                [0, 5 * HOUR, -5 * MINUTE][usize::try_from(n % 3).expect("small")],
            );
            let body = format!("Nota {n}");
            ana.post(&path, &typed("note", &[("note", &body)]))
                .await
                .status()
        }
    });
    let answers = futures::future::join_all(writing).await;
    assert_eq!(answers, [StatusCode::SEE_OTHER; 24]);
    let after = fresh.app.ledger.version(id).await.expect("a version");
    assert_eq!(after, before + 24);
    sound(&fresh).await;
}
