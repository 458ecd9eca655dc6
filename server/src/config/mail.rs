//! The house's mail server and the address it writes from. It refuses to show a password, and to send one, or anybody's
//! letter, in the clear across a network.

use std::net::IpAddr;

use clap::Args;
use lettre::message::Mailbox;

use super::ConfigError;

/// They, as they are typed.
#[derive(Clone, Default, Args)]
pub struct MailArgs {
    /// The mail server that letters to customers are handed to: smtps://USER:PASSWORD@HOST, or smtp://HOST with STARTTLS (on loopback, without)
    #[arg(
        long,
        env = "PALABRA_SMTP_URL",
        hide_env_values = true,
        value_name = "URL"
    )]
    pub smtp_url: Option<String>,
    /// Whom they come from, such as: La Casa <hola@casa.example>
    #[arg(long, env = "PALABRA_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
}

/// The address may hold a password.
impl std::fmt::Debug for MailArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MailArgs")
    }
}

/// Where letters go, and whom they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The mail server.
    pub relay: Relay,
    /// Whom they come from.
    pub from: Mailbox,
}

/// A mail server.
#[derive(Clone, PartialEq, Eq)]
pub struct Relay {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How what is said to it stays private.
    pub privacy: Privacy,
    /// User and password.
    pub login: Option<(String, String)>,
}

/// Without its password.
impl std::fmt::Debug for Relay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Relay({}:{}, {:?})", self.host, self.port, self.privacy)
    }
}

/// How what is said to a mail server stays private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// By TLS from the first byte.
    Tls,
    /// By STARTTLS before anything is told.
    StartTls,
    /// It is on this machine.
    Loopback,
}

impl MailArgs {
    /// Checks them; `None` where no mail server is set.
    ///
    /// # Errors
    /// `SmtpUrl`, `MailFrom`, `NoMailFrom`, `NoSmtpUrl`.
    pub fn check(&self) -> Result<Option<Mail>, ConfigError> {
        let (url, from) = match (&self.smtp_url, &self.mail_from) {
            (None, None) => return Ok(None),
            (Some(_), None) => return Err(ConfigError::NoMailFrom),
            (None, Some(_)) => return Err(ConfigError::NoSmtpUrl),
            (Some(url), Some(from)) => (url.trim(), from.trim()),
        };
        let relay = Relay::parse(url).ok_or(ConfigError::SmtpUrl)?;
        let from = from
            .parse::<Mailbox>()
            .map_err(|_| ConfigError::MailFrom(from.to_owned()))?;
        Ok(Some(Mail { relay, from }))
    }
}

impl Relay {
    fn parse(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (login, place) = match rest.rsplit_once('@') {
            Some((login, place)) => (Some(login.split_once(':')?), place),
            None => (None, rest),
        };
        let uri: http::Uri = format!("smtp://{place}").parse().ok()?;
        let authority = uri.authority().filter(|authority| *authority == place)?;
        let host = authority
            .host()
            .trim_start_matches('[')
            .trim_end_matches(']');
        // A port that is none is not left out in silence.
        let port = match (authority.port_u16(), place.ends_with(authority.host())) {
            (None, false) => return None,
            (port, _) => port,
        };
        if host.is_empty() || port == Some(0) {
            return None;
        }
        let (privacy, usual) = match scheme {
            "smtps" => (Privacy::Tls, 465),
            "smtp" if is_loopback(host) => (Privacy::Loopback, 25),
            "smtp" => (Privacy::StartTls, 587),
            _ => return None,
        };
        let login = match login {
            Some((user, password)) => Some((unescaped(user)?, unescaped(password)?)),
            None => None,
        };
        Some(Self {
            host: host.to_owned(),
            port: port.unwrap_or(usual),
            privacy,
            login,
        })
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// `%40` is an at sign; nothing else means anything here.
fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        bytes.push(u8::try_from(digit()? * 16 + digit()?).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_server_is_private_unless_it_is_this_machine() {
        for (url, host, port, privacy) in [
            ("smtps://smtp.example", "smtp.example", 465, Privacy::Tls),
            (
                "smtp://smtp.example/",
                "smtp.example",
                587,
                Privacy::StartTls,
            ),
            (
                "smtp://smtp.example:25",
                "smtp.example",
                25,
                Privacy::StartTls,
            ),
            ("smtp://localhost", "localhost", 25, Privacy::Loopback),
            ("smtp://[::1]:2525", "::1", 2525, Privacy::Loopback),
        ] {
            let relay = Relay::parse(url).expect(url);
            assert_eq!(
                (relay.host.as_str(), relay.port, relay.privacy),
                (host, port, privacy),
                "{url}"
            );
            assert_eq!(relay.login, None);
        }
    }

    #[test]
    fn a_password_may_have_any_letter_and_is_never_shown() {
        let relay = Relay::parse("smtps://ana%40casa.example:a%3Ab@c+d@smtp.example:4650")
            .expect("a server");
        let login = ("ana@casa.example".to_owned(), "a:b@c+d".to_owned());
        assert_eq!(relay.login, Some(login));
        assert_eq!(format!("{relay:?}"), "Relay(smtp.example:4650, Tls)");
    }

    #[test]
    fn what_is_no_mail_server_is_refused() {
        for url in [
            "",
            "smtp.example",
            "https://smtp.example",
            "smtp://",
            "smtp://user@smtp.example",
            "smtp://user:%zz@smtp.example",
            "smtp://smtp.example:0",
            "smtp://smtp.example:99999",
            "smtp://smtp.example/inbox",
            "smtp://smtp example",
        ] {
            assert_eq!(Relay::parse(url), None, "{url}");
        }
    }
}
