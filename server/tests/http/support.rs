//! A fresh house with its people, a router over it, and a browser that keeps its cookie.
//! It refuses to share: each case has its own file.

use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use domain::command::Command;
use domain::context::{Actor, Role, Via};
use domain::entry::Envelope;
use domain::house::HouseCommand;
use domain::ids::{CommandId, PersonId, StreamId};
use domain::time::Timestamp;
use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use ledger::{Ledger, Outcome};
use server::auth::house::{self, Founding};
use server::auth::password::Hashing;
use server::auth::session;
use server::calendar;
use server::clock::Clock;
use server::config::{Config, Entry, Limits, PublicUrl};
use server::listen::Peer;
use server::router::{self, Endpoint};
use server::site;
use server::state::{App, Parts};
use tempfile::TempDir;
use tokio::sync::watch;
use tower::ServiceExt as _;

/// What the people of the tests sign in with.
pub(crate) const PASSWORD: &str = "una frase bien larga";
/// Monday 8 June 2026, 10:00 in Madrid.
pub(crate) const NOW: i64 = 1_780_905_600_000_000;

/// A server of its own.
pub(crate) struct Fresh {
    pub(crate) app: App,
    pub(crate) router: Router,
    pub(crate) endpoints: Vec<Endpoint>,
    pub(crate) close: watch::Sender<bool>,
    _dir: TempDir,
}

/// How it differs from the usual.
pub(crate) struct Setup {
    pub(crate) public: &'static str,
    pub(crate) entry: Entry,
    pub(crate) limits: Limits,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            public: "http://127.0.0.1:3000",
            entry: Entry::Password,
            limits: Limits::default(),
        }
    }
}

pub(crate) async fn fresh() -> Fresh {
    fresh_with(Setup::default()).await
}

pub(crate) async fn fresh_with(setup: Setup) -> Fresh {
    let dir = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", dir.path().join("palabra.db").display());
    Ledger::migrate(&url).await.expect("a schema");
    let ledger = Ledger::open(&url).await.expect("a ledger");
    let clock = Clock::set_to(Timestamp::from_micros(NOW));
    let founding = Founding {
        name: "La casa".to_owned(),
        store: "Tienda".to_owned(),
        zone: calendar::zone("Europe/Madrid").expect("a zone"),
    };
    house::found(&ledger, &founding, clock.now())
        .await
        .expect("a house");
    let addr: SocketAddr = ([127, 0, 0, 1], 3000).into();
    let (close, closing) = watch::channel(false);
    let config = Config {
        addr,
        public: PublicUrl::parse(setup.public).expect("an address"),
        trusted_hops: 0,
        entry: setup.entry,
        limits: setup.limits,
    };
    let leptos = site::options(addr);
    let app = App::new(Parts {
        ledger,
        config,
        clock,
        hashing: Hashing::default(),
        leptos,
        closing,
    });
    let routes = router::build(&app).expect("a router");
    Fresh {
        app,
        router: routes.router,
        endpoints: routes.endpoints,
        close,
        _dir: dir,
    }
}

impl Fresh {
    /// Somebody who works here and can sign in.
    pub(crate) async fn person(&self, email: &str, roles: &[Role]) -> PersonId {
        let (ledger, now) = (&self.app.ledger, self.app.clock.now());
        let person = house::add_person(ledger, email, roles.to_vec(), now)
            .await
            .expect("a person");
        assert!(
            ledger
                .set_email(person, email, now)
                .await
                .expect("an address")
        );
        let hash = self
            .app
            .hashing
            .hash(PASSWORD.to_owned())
            .await
            .expect("a hash");
        assert!(
            ledger
                .set_password_hash(person, hash, now)
                .await
                .expect("a password")
        );
        person
    }

    /// A browser nobody has signed in with.
    pub(crate) fn browser(&self) -> Browser {
        Browser {
            router: self.router.clone(),
            cookie: None,
            address: ([10, 0, 0, 1], 5000).into(),
        }
    }

    /// A browser in which somebody new with these roles is signed in.
    pub(crate) async fn signed_in(&self, roles: &[Role]) -> Browser {
        let email = format!(
            "{}@casa.example",
            roles.first().map_or("nadie", |role| role.code())
        );
        self.person(&email, roles).await;
        let mut browser = self.browser();
        let response = browser
            .post(
                "/entrar",
                &[("email", email.as_str()), ("password", PASSWORD)],
            )
            .await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        browser
    }
}

impl Fresh {
    /// A browser with a session of that person's, made without a password for speed.
    pub(crate) async fn session_of(&self, person: PersonId) -> Browser {
        let headers = http::HeaderMap::new();
        let token = session::begin(&self.app, person, &headers, None)
            .await
            .expect("a session");
        Browser {
            cookie: Some(format!("palabra={}", token.text())),
            ..self.browser()
        }
    }

    /// One director's half of appointing a defensor.
    pub(crate) async fn appoint(&self, director: PersonId, person: PersonId) {
        let now = self.app.clock.now();
        let until = now.utc().date() + chrono::Days::new(365);
        let envelope = Envelope {
            id: CommandId::from_uuid(uuid::Uuid::now_v7()),
            stream: StreamId::HOUSE,
            command: Command::House(HouseCommand::AppointDefensor { person, until }),
            happened_at: now,
            sent_at: now,
            device: None,
            seen: Vec::new(),
            house_version: 0,
        };
        let actor = Actor::Person {
            person: director,
            via: Via::Desk,
        };
        let outcome = self
            .app
            .ledger
            .submit(envelope, actor, now)
            .await
            .expect("an answer");
        assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
    }
}

/// A browser: keeps its cookie, and says where its posts come from.
#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    pub(crate) cookie: Option<String>,
    pub(crate) address: SocketAddr,
}

impl Browser {
    pub(crate) async fn get(&mut self, path: &str) -> Response {
        let request = Request::get(path).header(header::ACCEPT, "text/html");
        self.send(request.body(Body::empty()).expect("a request"))
            .await
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Response {
        self.send(
            form(path, fields)
                .body(Body::from(encoded(fields)))
                .expect("a request"),
        )
        .await
    }

    /// As a script of the page posts it.
    pub(crate) async fn post_json(&mut self, path: &str, fields: &[(&str, &str)]) -> Response {
        let request = form(path, fields).header(header::ACCEPT, "application/json");
        self.send(
            request
                .body(Body::from(encoded(fields)))
                .expect("a request"),
        )
        .await
    }

    pub(crate) async fn send(&mut self, mut request: Request<Body>) -> Response {
        let host = header::HeaderValue::from_static("127.0.0.1:3000");
        request.headers_mut().entry(header::HOST).or_insert(host);
        if let Some(cookie) = &self.cookie {
            request
                .headers_mut()
                .insert(header::COOKIE, cookie.parse().expect("a cookie"));
        }
        request.extensions_mut().insert(Peer(self.address));
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        for line in response.headers().get_all(header::SET_COOKIE) {
            let pair = line
                .to_str()
                .expect("a cookie")
                .split(';')
                .next()
                .unwrap_or_default();
            self.cookie = (!pair.ends_with('=')).then(|| pair.to_owned());
        }
        response
    }

    pub(crate) async fn ask(&mut self, method: &Method, path: &str, accept: &str) -> StatusCode {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT, accept);
        self.send(request.body(Body::empty()).expect("a request"))
            .await
            .status()
    }
}

fn form(path: &str, _fields: &[(&str, &str)]) -> http::request::Builder {
    Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ORIGIN, "http://127.0.0.1:3000")
        .header("sec-fetch-site", "same-origin")
}

/// As a browser writes a form.
pub(crate) fn encoded(fields: &[(&str, &str)]) -> String {
    let escaped = |text: &str| {
        text.bytes().fold(String::new(), |mut escaped, byte| {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => {
                    escaped.push(char::from(byte))
                }
                b' ' => escaped.push('+'),
                other => escaped.push_str(&format!("%{other:02X}")),
            }
            escaped
        })
    };
    let pairs: Vec<_> = fields
        .iter()
        .map(|(name, text)| format!("{}={}", escaped(name), escaped(text)))
        .collect();
    pairs.join("&")
}

/// The body, as text.
pub(crate) async fn text(response: Response) -> String {
    let bytes = response
        .into_body()
        .collect()
        .await
        .expect("a body")
        .to_bytes();
    String::from_utf8(bytes.to_vec()).expect("text")
}

/// Where an answer leads.
pub(crate) fn location(response: &Response) -> &str {
    let line = response.headers().get(header::LOCATION).expect("a way on");
    line.to_str().expect("text")
}
