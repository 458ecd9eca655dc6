//! The talk with the mail server, step by step: up to the end of the letter nothing was taken, and it may be begun anew;
//! after its end only the server's word tells whether it was. It refuses to guess that word.

use std::time::Duration;

use domain::mail::Hitch;
use lettre::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as MailFrom, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use tokio::time::timeout;

use crate::config::{Mail, Privacy, Relay};

/// For one step of the connection.
const CONNECTED: Duration = Duration::from_secs(20);
/// For all that comes before the letter.
const BEFORE: Duration = Duration::from_secs(60);
/// For the letter and the word that it was taken.
const TAKEN: Duration = Duration::from_secs(120);
/// It never takes longer.
pub const WITHIN: Duration = Duration::from_secs(60 + 120);

/// What the mail server said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// It took the letter.
    Taken,
    /// Not now; nothing was taken.
    NotNow(Hitch),
    /// Never; nothing was taken.
    Never(Hitch),
    /// Nothing after the whole letter: it may have been taken.
    Nothing(Hitch),
}

/// Hands a letter over.
pub async fn hand(mail: &Mail, letter: &Message) -> Said {
    let mut connection = match timeout(BEFORE, before(mail, letter)).await {
        Ok(Ok(connection)) => connection,
        Ok(Err(said)) => return said,
        Err(_) => return Said::NotNow(Hitch::Unreachable),
    };
    let bytes = letter.formatted();
    let said = match timeout(TAKEN, connection.message(&bytes)).await {
        Ok(Ok(_)) => Said::Taken,
        Ok(Err(error)) => answered(&error).unwrap_or(Said::Nothing(Hitch::Silent)),
        Err(_) => Said::Nothing(Hitch::Silent),
    };
    // Whether it says good-bye changes nothing.
    let _ = timeout(CONNECTED, connection.quit()).await;
    said
}

/// Up to where the letter begins.
async fn before(mail: &Mail, letter: &Message) -> Result<AsyncSmtpConnection, Said> {
    let said = |error: Error| answered(&error).unwrap_or_else(|| unanswered(&error));
    let mut connection = private(mail).await?;
    if let Some((user, password)) = &mail.relay.login {
        let credentials = Credentials::new(user.clone(), password.clone());
        let known = connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials);
        // That is ours to mend, and no letter's fault.
        known.await.map_err(|_| Said::NotNow(Hitch::SignIn))?;
    }
    let envelope = letter.envelope();
    // Such an address needs a mail server that takes it, all the way.
    if envelope.to().iter().any(|to| !to.to_string().is_ascii()) {
        return Err(Said::Never(Hitch::NoAddress));
    }
    let from = MailFrom::new(envelope.from().cloned(), Vec::new());
    connection.command(from).await.map_err(said)?;
    for to in envelope.to() {
        let to = Rcpt::new(to.clone(), Vec::new());
        connection.command(to).await.map_err(said)?;
    }
    connection.command(Data).await.map_err(said)?;
    Ok(connection)
}

/// Connected, and nobody between hears what is said.
async fn private(mail: &Mail) -> Result<AsyncSmtpConnection, Said> {
    let Relay {
        host,
        port,
        privacy,
        ..
    } = &mail.relay;
    let said = |error: Error| answered(&error).unwrap_or_else(|| unanswered(&error));
    let tls = || TlsParameters::new(host.clone()).map_err(|_| Said::NotNow(Hitch::NotPrivate));
    let at_once = match privacy {
        Privacy::Tls => Some(tls()?),
        Privacy::StartTls | Privacy::Loopback => None,
    };
    let us = ClientId::Domain(mail.from.email.domain().to_owned());
    let place = (host.as_str(), *port);
    let connected = AsyncSmtpConnection::connect_tokio1(place, Some(CONNECTED), &us, at_once, None);
    let mut connection = connected.await.map_err(said)?;
    if *privacy == Privacy::StartTls {
        let started = connection.starttls(tls()?, &us).await;
        started.map_err(|_| Said::NotNow(Hitch::NotPrivate))?;
    }
    Ok(connection)
}

/// By its code; none where it gave none.
fn answered(error: &Error) -> Option<Said> {
    let code = Hitch::Answered(error.status()?.into());
    match error.is_permanent() {
        true => Some(Said::Never(code)),
        false => Some(Said::NotNow(code)),
    }
}

fn unanswered(error: &Error) -> Said {
    Said::NotNow(match error.is_tls() {
        true => Hitch::NotPrivate,
        false => Hitch::Unreachable,
    })
}
