//! Lists over many accounts, as the page's script asks for them: beside the same bytes from memory, and how evenly.

use axum::Router;
use axum::routing::post;

use crate::filled::{House, body_of};
use crate::pairs::{at, interleaved, rate, timed};
use crate::rows::{Goal, Row, grouped};

const ASKED: usize = 60;

pub(crate) async fn measure(house: &House, rounds: usize) {
    let typed: Vec<String> = house
        .filled
        .words
        .iter()
        .map(|words| format!("asked[words]={words}&asked[mine]=false&asked[silent]=false"))
        .collect();
    list(
        house,
        rounds,
        "search as one types",
        "/api/clientes",
        &typed,
    )
    .await;
    list(house, rounds, "what we owe", "/api/hoy", &[String::new()]).await;
}

async fn list(house: &House, rounds: usize, what: &str, path: &'static str, asked: &[String]) {
    let body = body_of(&house.router, house.read(path, &asked[0])).await;
    let bytes = Router::new().route(path, post(async move || body.clone()));
    let what = format!(
        "{what} over {} accounts, {}",
        grouped(house.filled.accounts),
        house.filled.on
    );
    let mut times = Vec::new();
    ask(&house.router, house, path, asked, &mut Vec::new()).await;
    let pair = interleaved(
        rounds,
        async || ask(&house.router, house, path, asked, &mut times).await,
        async || ask(&bytes, house, path, asked, &mut Vec::new()).await,
    )
    .await;
    let name = format!("{what}, requests/s against the same body from memory");
    Row::ratio(name, pair.ratio, Goal::Told).tell();
    Row::figure(format!("{what}, requests/s"), pair.first, "a second").tell();
    let (half, nearly_all) = (at(times.clone(), 0.5), at(times.clone(), 0.99));
    Row::ratio(
        format!("{what}: p99 against p50"),
        nearly_all / half,
        Goal::AtMost(5.0),
    )
    .tell();
}

/// How many a second; what each took goes to `times`, in milliseconds.
async fn ask(
    router: &Router,
    house: &House,
    path: &str,
    asked: &[String],
    times: &mut Vec<f64>,
) -> f64 {
    let ((), took) = timed(async {
        for asked in asked.iter().cycle().take(ASKED) {
            let (_, took) = timed(body_of(router, house.read(path, asked))).await;
            times.push(took.as_secs_f64() * 1e3);
        }
    })
    .await;
    rate(ASKED, took)
}
