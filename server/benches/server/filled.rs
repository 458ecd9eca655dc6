//! The large database that the ledger's bench filled: where it is, which account is the long one, who serves there.
//! It refuses to fill anything itself: only the ledger names tables.

use std::path::PathBuf;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use clap::Parser;
use domain::ids::{AccountId, PersonId};
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use ledger::Ledger;
use serde::Deserialize;
use server::auth::password::Hashing;
use server::auth::session;
use server::clock::Clock;
use server::config::{Config, ServeArgs};
use server::listen::Peer;
use server::state::{App, Parts};
use server::{router, site};
use tokio::sync::watch;
use tower::ServiceExt as _;

const ADDRESS: &str = "ana@casa.example";

/// What the ledger's bench told of it, beside the file.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Filled {
    /// Where the database is.
    pub(crate) url: String,
    /// On which engine, in words.
    pub(crate) on: String,
    /// The account with the long story.
    pub(crate) long: AccountId,
    /// How many facts it has.
    pub(crate) long_facts: usize,
    /// How many facts there are in all.
    pub(crate) facts: usize,
    /// How many accounts.
    pub(crate) accounts: usize,
    /// Who serves customers there.
    pub(crate) person: PersonId,
    /// Beginnings of names that find somebody.
    pub(crate) words: Vec<String>,
}

impl Filled {
    /// On SQLite and on PostgreSQL.
    pub(crate) fn both() -> [Self; 2] {
        let place = std::env::var_os("PALABRA_BENCH_FILLED").map(PathBuf::from);
        let place = place.expect("PALABRA_BENCH_FILLED is where the ledger's bench kept a house");
        ["sqlite.json", "postgres.json"].map(|name| {
            let told = std::fs::read(place.join(name)).expect("what was told of the house");
            serde_json::from_slice(&told).expect("what was told of the house")
        })
    }

    /// The server over it, without a socket, and somebody signed in.
    pub(crate) async fn opened(&self) -> House {
        let ledger = Ledger::open(&self.url).await.expect("a ledger");
        let config = settings();
        let leptos = site::options(config.addr);
        let (closing, closed) = watch::channel(false);
        let app = App::new(Parts {
            ledger,
            config,
            clock: Clock::machine(),
            hashing: Hashing::default(),
            leptos,
            closing: closed,
        });
        let router = router::build(&app).expect("a router").router;
        // Who has no address cannot be signed in.
        let now = app.clock.now();
        let known = app.ledger.set_email(self.person, ADDRESS, now).await;
        assert!(known.expect("an address"));
        let token = session::begin(&app, self.person, &HeaderMap::new(), None)
            .await
            .expect("a session");
        House {
            filled: self.clone(),
            app,
            router,
            cookie: format!("palabra={}", token.text()),
            _closing: closing,
        }
    }
}

/// The usual settings, and none of this machine's.
fn settings() -> Config {
    #[derive(Parser)]
    struct Usual {
        #[command(flatten)]
        serve: ServeArgs,
    }
    let usual = Usual::parse_from(["palabra", "--addr", "127.0.0.1:3000"]);
    usual.serve.check().expect("settings")
}

/// A server over the filled database.
#[derive(Debug)]
pub(crate) struct House {
    pub(crate) filled: Filled,
    pub(crate) app: App,
    pub(crate) router: Router,
    pub(crate) cookie: String,
    _closing: watch::Sender<bool>,
}

impl House {
    pub(crate) async fn close(self) {
        self.app.ledger.close().await;
    }

    /// A page, as a browser asks for it.
    pub(crate) fn page(&self, path: &str) -> Request<Body> {
        let request = self.request(Method::GET, path);
        request.body(Body::empty()).expect("a request")
    }

    /// A read, as the page's script asks for it.
    pub(crate) fn read(&self, path: &str, asked: &str) -> Request<Body> {
        let request = self
            .request(Method::POST, path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        request
            .body(Body::from(asked.to_owned()))
            .expect("a request")
    }

    fn request(&self, method: Method, path: &str) -> http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:3000")
            .header(header::ORIGIN, "http://127.0.0.1:3000")
            .header(header::COOKIE, &self.cookie)
            .extension(Peer(([127, 0, 0, 1], 5000).into()))
    }
}

/// The bytes of an answer, which must be one.
pub(crate) async fn body_of(router: &Router, request: Request<Body>) -> Vec<u8> {
    let response: Response = router.clone().oneshot(request).await.expect("an answer");
    let status = response.status();
    let body = response.into_body().collect().await.expect("a body");
    let body = body.to_bytes().to_vec();
    assert_eq!(status, StatusCode::OK, "{}", String::from_utf8_lossy(&body));
    body
}
