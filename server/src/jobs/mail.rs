//! Sends letters, one after the other, for as long as some are due; what fails waits longer each time.
//! It refuses to send again what may have arrived, and what waited so long that it may no longer hold.

use std::time::Duration;

use domain::mail::Hitch;
use domain::time::Timestamp;
use ledger::{Became, Handed, LedgerError};
use tokio::sync::{broadcast, watch};
use ui::words::letters::{self, Told, Written};
use uuid::Uuid;

use crate::config::Mail;
use crate::mail::{self, Said};
use crate::metrics;
use crate::state::App;
use crate::telemetry::causes;

/// How often it is looked whether some are due, and whether another server did not come back.
const LOOKED_EVERY: Duration = Duration::from_secs(30);
/// After something was written, for so long other writes are gathered.
const GATHERED: Duration = Duration::from_millis(250);
/// For how long a letter is whoever's hands it over.
pub const LEASE: Duration = Duration::from_secs(5 * 60);
const _: () = assert!(LEASE.as_secs() > mail::WITHIN.as_secs() + 60);

const MINUTE: i64 = 60 * 1_000_000;
/// Minutes until it is tried again, after each time it was.
const WAITS: [i64; 9] = [1, 5, 15, 60, 180, 360, 720, 1440, 1440];
/// What waited longer is not sent without somebody's looking at it.
const FRESH: i64 = 7 * 24 * 60 * MINUTE;

/// Sends what is due, at once when it is written, until the server stops; the one in hand is brought to its end.
pub(super) async fn run(app: App, by: Uuid, mut closing: watch::Receiver<bool>) {
    if app.config.mail.is_none() {
        return;
    }
    let mut hints = app.ledger.live();
    let mut again = tokio::time::interval(LOOKED_EVERY);
    loop {
        tokio::select! {
            _ = closing.wait_for(|is_closing| *is_closing) => return,
            _ = again.tick() => {}
            is_written = hinted(&mut hints) => if !is_written { return },
        }
        if let Err(error) = round(&app, by, &closing).await {
            tracing::warn!(error = causes(&error), "letters were not sent");
        }
    }
}

/// Whether something was written; no more is, once the ledger is closed.
async fn hinted(hints: &mut broadcast::Receiver<ledger::Live>) -> bool {
    if let Err(broadcast::error::RecvError::Closed) = hints.recv().await {
        return false;
    }
    tokio::time::sleep_until(tokio::time::Instant::now() + GATHERED).await;
    while !matches!(
        hints.try_recv(),
        Err(broadcast::error::TryRecvError::Empty | broadcast::error::TryRecvError::Closed)
    ) {}
    true
}

/// Hands over each letter that is due, by this server, by that name; how many.
///
/// # Errors
/// What the ledger said.
pub async fn round(
    app: &App,
    by: Uuid,
    closing: &watch::Receiver<bool>,
) -> Result<u32, LedgerError> {
    let Some(mail) = &app.config.mail else {
        return Ok(0);
    };
    app.ledger.lose_letters(by, app.clock.now(), LEASE).await?;
    let mut count = 0;
    while !*closing.borrow() {
        let now = app.clock.now();
        let Some(handed) = app.ledger.hand_over(by, now, LEASE).await? else {
            break;
        };
        let became = one(app, mail, handed, now).await;
        tell(handed, became);
        let now = app.clock.now();
        app.ledger.handed_over(handed.key, by, became, now).await?;
        count += 1;
    }
    Ok(count)
}

async fn one(app: &App, mail: &Mail, handed: Handed, now: Timestamp) -> Became {
    if handed.asked_at.plus_micros(FRESH) < now {
        return Became::Failed(Hitch::TooOld);
    }
    let letter = match written(app, handed).await {
        Ok(Some(letter)) => letter,
        Ok(None) => return Became::Failed(Hitch::NoAddress),
        Err(error) => {
            tracing::warn!(error = error.chain(), "a letter could not be read");
            return later(handed, now, Hitch::Unread);
        }
    };
    let Ok(letter) = mail::mail(mail, handed.key, letter, now) else {
        return Became::Failed(Hitch::NoAddress);
    };
    match mail::hand(mail, &letter).await {
        Said::Taken => Became::Sent,
        Said::NotNow(hitch) => later(handed, now, hitch),
        Said::Never(hitch) => Became::Failed(hitch),
        Said::Nothing(hitch) => Became::Unknown(hitch),
    }
}

/// In the end it is given up, for what was in the way.
fn later(handed: Handed, now: Timestamp, hitch: Hitch) -> Became {
    let tried = usize::try_from(handed.attempts).unwrap_or(usize::MAX);
    match WAITS.get(tried.saturating_sub(1)) {
        Some(minutes) => Became::Later(now.plus_micros(minutes * MINUTE), hitch),
        None => Became::Failed(hitch),
    }
}

/// In the words there are now; none, where there is nobody any more to write to.
async fn written(app: &App, handed: Handed) -> Result<Option<Written>, LedgerError> {
    let Some(told) = app.ledger.told(handed.key).await? else {
        return Ok(None);
    };
    let house = app.ledger.house().await?;
    let words = app.ledger.house_words(&house).await?;
    let named = house.people.iter();
    let people = named
        .filter_map(|(id, person)| Some((*id, words.get(&person.name.id)?.clone())))
        .collect();
    Ok(letters::written(&Told {
        house: &house,
        caused: told.caused,
        account: &told.account,
        entries: &told.entries,
        words: &told.words,
        people: &people,
    }))
}

/// By its command, which names nobody.
fn tell(handed: Handed, became: Became) {
    let (command, attempts) = (handed.key.command, handed.attempts);
    let (outcome, hitch) = match became {
        Became::Sent => ("sent", None),
        Became::Later(_, hitch) => ("later", Some(hitch)),
        Became::Failed(hitch) => ("failed", Some(hitch)),
        Became::Unknown(hitch) => ("unknown", Some(hitch)),
    };
    metrics::handed(outcome);
    match hitch {
        None => tracing::debug!(%command, attempts, "a letter was sent"),
        Some(hitch) => {
            let hitch = hitch.code();
            tracing::warn!(%command, attempts, outcome, hitch, "a letter was not sent");
        }
    }
}
