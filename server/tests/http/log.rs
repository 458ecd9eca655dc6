//! What the log says of a request: its route, never an address that is itself a secret.

use std::io::{Error, Write};
use std::sync::{Arc, Mutex};

use server::auth::links::{self, Purpose};
use server::telemetry::causes;

use crate::support::fresh;

#[derive(Clone, Default)]
pub(crate) struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    /// What is logged on this thread from now on, for as long as the guard is held.
    pub(crate) fn listening() -> (Self, tracing::subscriber::DefaultGuard) {
        let lines = Self::default();
        let writer = lines.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::DEBUG)
            .with_writer(move || writer.clone())
            .with_ansi(false)
            .finish();
        (lines, tracing::subscriber::set_default(subscriber))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("lines").clone()).expect("text")
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, Error> {
        self.0.lock().expect("lines").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), Error> {
        Ok(())
    }
}

#[tokio::test]
async fn a_one_time_link_never_stands_in_the_log() {
    let fresh = fresh().await;
    let given = links::give(&fresh.app.ledger, Purpose::First, "", fresh.app.clock.now());
    let link = given.await.expect("a link");
    let token = link.rsplit('/').next().expect("a token").to_owned();
    let mut browser = fresh.browser();
    let (lines, _listening) = Lines::listening();
    browser.get(&link).await;
    browser.post(&link, &[("name", "Ana")]).await;
    for mistyped in [format!("{link}/"), format!("{link}."), format!("/{token}")] {
        browser.get(&mistyped).await;
    }
    let said = lines.text();
    assert_eq!(said.matches("answered").count(), 5, "{said}");
    assert!(said.contains("/bienvenida/{token}"), "{said}");
    assert!(!said.contains(&token), "{said}");
}

#[test]
fn an_error_is_told_with_its_causes() {
    let cause = Error::other("disk I/O error");
    let error = server::config::ConfigError::Nameless;
    assert_eq!(causes(&error), error.to_string());
    let chain = ledger::LedgerError::Folder {
        folder: "data".into(),
        source: cause,
    };
    let said = causes(&chain);
    assert!(said.ends_with("cannot be made: disk I/O error"), "{said}");
}
