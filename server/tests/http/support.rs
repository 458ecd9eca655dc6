//! A fresh house with its people, a router over it, and a browser that keeps its cookie.
//! It refuses to share: each case has its own database.

use std::net::SocketAddr;
use std::path::PathBuf;

use axum::Router;
use domain::command::Command;
use domain::context::{Actor, Role, Via};
use domain::entry::Envelope;
use domain::house::HouseCommand;
use domain::ids::{CommandId, PersonId, StreamId};
use domain::time::Timestamp;
use http::StatusCode;
use ledger::{Engine, Ledger, Outcome};
use server::auth::house;
use server::auth::password::Hashing;
use server::auth::session;
use server::clock::Clock;
use server::config::{Config, Entry, Founding, Limits, Mail, PublicUrl};
use server::router::{self, Endpoint};
use server::site;
use server::state::{App, Parts};
use server::zone;
use tempfile::TempDir;
use tokio::sync::watch;

use crate::engines;

pub(crate) use crate::browser::{Browser, location, text};

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
    pub(crate) engine: Engine,
    pub(crate) public: &'static str,
    pub(crate) entry: Entry,
    pub(crate) limits: Limits,
    /// Where the site's files are, where the case has its own.
    pub(crate) site: Option<PathBuf>,
    /// Where letters go, if anywhere.
    pub(crate) mail: Option<Mail>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            engine: Engine::Sqlite,
            public: "http://127.0.0.1:3000",
            entry: Entry::Password,
            limits: Limits::default(),
            site: None,
            mail: None,
        }
    }
}

pub(crate) async fn fresh() -> Fresh {
    fresh_with(Setup::default()).await
}

pub(crate) async fn fresh_on(engine: Engine) -> Fresh {
    fresh_with(Setup {
        engine,
        ..Setup::default()
    })
    .await
}

pub(crate) async fn fresh_with(setup: Setup) -> Fresh {
    let dir = tempfile::tempdir().expect("a folder");
    let url = engines::address(setup.engine, dir.path());
    Ledger::migrate(&url).await.expect("a schema");
    let ledger = Ledger::open(&url).await.expect("a ledger");
    let clock = Clock::set_to(Timestamp::from_micros(NOW));
    let founding = Founding {
        name: "La casa".to_owned(),
        store: "Tienda".to_owned(),
        zone: zone::named("Europe/Madrid").expect("a zone"),
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
        founding,
        metrics: None,
        mail: setup.mail,
    };
    let mut leptos = site::options(addr);
    if let Some(site) = setup.site {
        leptos.site_root = site.display().to_string().into();
    }
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
