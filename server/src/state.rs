//! What every request can reach: the ledger, the settings, the clock, and whether the server is stopping.
//! It refuses to hold anything of one request.

use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRef;
use ledger::Ledger;
use leptos::config::LeptosOptions;
use tokio::sync::watch;

use crate::attachments::Judging;
use crate::auth::password::Hashing;
use crate::auth::session::Noting;
use crate::clock::Clock;
use crate::config::Config;

/// The server, cheap to clone.
#[derive(Debug, Clone)]
pub struct App(Arc<Whole>);

#[derive(Debug)]
struct Whole {
    parts: Parts,
    noting: Noting,
    judging: Judging,
}

/// What it is made of.
#[derive(Debug)]
pub struct Parts {
    /// Where everything is kept.
    pub ledger: Ledger,
    /// The settings.
    pub config: Config,
    /// What time it is.
    pub clock: Clock,
    /// Passwords, a few at a time.
    pub hashing: Hashing,
    /// Where the site's files are.
    pub leptos: LeptosOptions,
    /// Says true once the server is stopping.
    pub closing: watch::Receiver<bool>,
}

impl App {
    /// Puts it together.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(Whole {
            parts,
            noting: Noting::default(),
            judging: Judging::default(),
        }))
    }

    /// Which sessions' use is being noted.
    #[must_use]
    pub fn noting(&self) -> &Noting {
        &self.0.noting
    }

    /// Where files are judged, a few at a time.
    #[must_use]
    pub fn judging(&self) -> &Judging {
        &self.0.judging
    }

    /// Whether `cargo leptos watch` runs us.
    #[must_use]
    pub fn watching(&self) -> bool {
        std::env::var_os("LEPTOS_WATCH").is_some()
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0.parts
    }
}

impl FromRef<App> for LeptosOptions {
    fn from_ref(app: &App) -> Self {
        app.leptos.clone()
    }
}
