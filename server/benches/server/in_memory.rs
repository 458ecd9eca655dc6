//! The account page beside the same view of data that is at hand already, and beside its bytes alone.
//! It refuses sockets: what they cost is the same for all three.

use axum::Router;
use axum::extract::Request;
use axum::routing::get;
use http::StatusCode;
use server::render;
use ui::read::visit::Visit;
use ui::read::wire::unpacked;
use ui::read::{AtHand, CuentaPage};

use crate::filled::{House, body_of};
use crate::pairs::{float, interleaved, rate, timed};
use crate::rows::{Goal, Row, grouped};

const PAGES: usize = 60;

/// Gives back how long drawing the view of what is at hand takes, in milliseconds.
pub(crate) async fn measure(house: &House, rounds: usize) -> f64 {
    let path = format!("/clientes/{}", house.filled.long);
    let (at_hand, bytes) = (at_hand(house, &path).await, bytes_of(house, &path).await);
    let each = async |router: &Router| {
        let ((), took) = timed(async {
            for _ in 0..PAGES {
                body_of(router, house.page(&path)).await;
            }
        })
        .await;
        rate(PAGES, took)
    };
    each(&house.router).await;
    each(&at_hand).await;
    let what = format!(
        "account page, 50 newest of {} facts, {} in the database, {}, requests/s",
        grouped(house.filled.long_facts),
        grouped(house.filled.facts),
        house.filled.on
    );
    let pair = interleaved(
        rounds,
        async || each(&house.router).await,
        async || each(&at_hand).await,
    )
    .await;
    let name = format!("{what} against the same view of data in memory");
    Row::ratio(name, pair.ratio, Goal::AtLeast(0.5)).tell();
    Row::figure(what.clone(), pair.first, "a second").tell();
    let drawn = 1e3 / pair.second;
    let pair = interleaved(
        rounds,
        async || each(&house.router).await,
        async || each(&bytes).await,
    )
    .await;
    let name = format!("{what} against a body of the same size from memory");
    Row::ratio(name, pair.ratio, Goal::Told).tell();
    let name = "an account page, without compression".to_owned();
    Row::figure(
        name,
        float(body_of(&bytes, house.page(&path)).await.len()) / 1e3,
        "kB",
    )
    .tell();
    drawn
}

/// The same view, what it shows read once.
async fn at_hand(house: &House, path: &str) -> Router {
    let asked = format!("id={}", house.filled.long);
    let read = body_of(&house.router, house.read("/api/cuenta", &asked)).await;
    let page = unpacked::<Option<CuentaPage>>(&read).flatten();
    let at_hand = AtHand(page.expect("a page"));
    let visit = visit(house).await;
    let app = house.app.clone();
    let answer = move |mut request: Request| {
        request.extensions_mut().insert(visit.clone());
        let (app, at_hand) = (app.clone(), at_hand.clone());
        async move { render::page_with(&app, request, StatusCode::OK, at_hand).await }
    };
    let router = Router::new().route("/clientes/{id}", get(answer));
    let (whole, of_it) = (
        body_of(&house.router, house.page(path)).await.len(),
        body_of(&router, house.page(path)).await.len(),
    );
    // The nonce of the page's scripts is all that it lacks.
    assert!(of_it * 100 > whole * 95, "{of_it} bytes of {whole}");
    router
}

/// Who looks, known before.
async fn visit(house: &House) -> Visit {
    let limits = server::auth::session::limits(house.app.clock.now());
    let hash = server::auth::token::Token::read(house.cookie.trim_start_matches("palabra="));
    let hash = hash.expect("a token").hash();
    let held = house.app.ledger.signed_in(&hash, limits).await;
    let held = held.expect("read").expect("a session");
    Visit {
        now: limits.now,
        visitor: Some(ui::read::visit::Visitor {
            person: house.filled.person,
            session: hash,
            seen_after: limits.seen_after,
            house: held.house,
        }),
    }
}

async fn bytes_of(house: &House, path: &str) -> Router {
    let body = body_of(&house.router, house.page(path)).await;
    Router::new().route("/clientes/{id}", get(async move || body.clone()))
}
