//! Each setting that cannot be right, in a sentence that says what would be.
//! It refuses to show an address that may hold a password.

use std::net::SocketAddr;

/// A setting that cannot be right, in a sentence for the command line.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ConfigError {
    /// Not an address and a port.
    #[error("PALABRA_ADDR is not an address and a port, such as 127.0.0.1:3000: {0}")]
    Addr(String),
    /// Not a web address.
    #[error(
        "PALABRA_PUBLIC_URL is not a web address without a path, such as https://palabra.example: {0}"
    )]
    PublicUrl(String),
    /// Passwords would cross a network in the clear.
    #[error(
        "PALABRA_PUBLIC_URL is plain http and not on this machine, where passwords could be read on their way: use https ({0})"
    )]
    PlainHttp(String),
    /// It listens to others and does not know its own name.
    #[error(
        "PALABRA_ADDR {0} can be reached from other machines, so PALABRA_PUBLIC_URL must say by which https address"
    )]
    NoPublicUrl(SocketAddr),
    /// Not a small number.
    #[error("PALABRA_TRUSTED_HOPS is not a number from 0 to 9: {0}")]
    TrustedHops(String),
    /// The demo would let anybody in.
    #[error(
        "--demo lets anybody in without a password, so it listens on loopback only and not on {0}"
    )]
    DemoInTheOpen(SocketAddr),
    /// Not a zone.
    #[error("PALABRA_TIME_ZONE is not a time zone, such as Europe/Madrid: {0}")]
    Zone(String),
    /// No name.
    #[error("PALABRA_HOUSE and PALABRA_STORE are names and cannot be empty")]
    Nameless,
    /// Not an address and a port.
    #[error("PALABRA_METRICS_ADDR is not an address and a port, such as 127.0.0.1:9464: {0}")]
    MetricsAddr(String),
    /// Not one of PostgreSQL's, or not beside one.
    #[error(
        "DATABASE_READ_URL names a replica of the PostgreSQL that DATABASE_URL names: write postgres://… in both, or leave it out"
    )]
    ReadUrl,
    /// Not a mail server.
    #[error(
        "PALABRA_SMTP_URL is not a mail server, such as smtps://USER:PASSWORD@smtp.example or smtp://localhost:25; in the user and the password write @ as %40, : as %3A and % as %25"
    )]
    SmtpUrl,
    /// Not an address.
    #[error("PALABRA_MAIL_FROM is not an address, such as La Casa <hola@casa.example>: {0}")]
    MailFrom(String),
    /// Letters come from nobody.
    #[error(
        "PALABRA_SMTP_URL is set, so PALABRA_MAIL_FROM must say whom letters come from, such as La Casa <hola@casa.example>"
    )]
    NoMailFrom,
    /// Nothing carries letters.
    #[error(
        "PALABRA_MAIL_FROM is set and nothing carries letters: set PALABRA_SMTP_URL too, or leave both out"
    )]
    NoSmtpUrl,
    /// Not a format.
    #[error("PALABRA_LOG_FORMAT is text or json: {0}")]
    LogFormat(String),
    /// Not a filter.
    #[error("PALABRA_LOG is not a filter such as info or warn,server=debug: {0}")]
    Log(String),
}
