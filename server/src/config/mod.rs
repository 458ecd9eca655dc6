//! The settings: read once, from the command line and the environment, checked before anything is opened.
//! It refuses to guess: a setting that cannot be right stops the program with one sentence.

mod error;
mod founding;
mod mail;
mod metrics;
mod place;
mod public;
mod replica;

use std::net::SocketAddr;
use std::time::Duration;

use clap::Args;

use crate::attachments;

pub use self::metrics::MetricsArgs;
pub use error::ConfigError;
pub use founding::{Founding, FoundingArgs};
pub use mail::{Mail, MailArgs, Privacy, Relay};
pub use place::PlaceArgs;
pub use public::PublicUrl;
pub use replica::ReplicaArgs;

/// Where the database is; every command takes it.
#[derive(Debug, Clone, Args)]
pub struct DatabaseArgs {
    /// The database: sqlite:PATH, or postgres://USER@HOST/NAME
    #[arg(
        long,
        global = true,
        env = "DATABASE_URL",
        default_value = "sqlite:data/palabra.db",
        hide_env_values = true
    )]
    pub database_url: String,
}

/// The settings of `palabra serve`, as they are typed.
#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    #[command(flatten)]
    pub place: PlaceArgs,
    /// How many proxies of yours stand before Palabra and add to X-Forwarded-For
    #[arg(long, env = "PALABRA_TRUSTED_HOPS", default_value = "0")]
    pub trusted_hops: String,
    /// Offer the demo's people at sign-in, on loopback only
    #[arg(long)]
    pub demo: bool,
    #[command(flatten)]
    pub founding: FoundingArgs,
    #[command(flatten)]
    pub metrics: MetricsArgs,
    #[command(flatten)]
    pub replica: ReplicaArgs,
    #[command(flatten)]
    pub mail: MailArgs,
}

/// The settings of `palabra serve`, checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// What to listen on.
    pub addr: SocketAddr,
    /// What people type.
    pub public: PublicUrl,
    /// How many proxies of the house's own stand before it.
    pub trusted_hops: usize,
    /// Whether the demo's people are offered.
    pub entry: Entry,
    /// What a client may take of us.
    pub limits: Limits,
    /// How the house begins, where there is none.
    pub founding: Founding,
    /// Where whoever watches reads what is counted.
    pub metrics: Option<SocketAddr>,
    /// By which letters to customers go; they wait where there is none.
    pub mail: Option<Mail>,
}

/// How people come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// With their password.
    Password,
    /// With their password, or as one of the demo's people.
    Demo,
}

/// What a client may take of us before it is sent away.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// For the head of a request, and between two requests.
    pub header_read: Duration,
    /// Between two pieces of a request's body.
    pub body_idle: Duration,
    /// For a request's whole body.
    pub body_whole: Duration,
    /// The bytes of a request's body.
    pub body_bytes: usize,
    /// The bytes of a form with a file.
    pub file_bytes: usize,
    /// For the whole of it.
    pub file_whole: Duration,
    /// Without its other end taking any of an answer.
    pub write_idle: Duration,
    /// Connections at once.
    pub connections: usize,
    /// Connections at once of one network, this machine's own apart.
    pub connections_of_one: usize,
    /// For what is under way when the server stops.
    pub farewell: Duration,
    /// After a hint to one listener, the next ones are gathered for so long before they are sent.
    pub hints_gathered: Duration,
    /// Whether a listener may still read is asked with a hint, if it was not asked for so long.
    pub listener_asked: Duration,
    /// And without a hint, after so long.
    pub listener_asked_idle: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            header_read: Duration::from_secs(8),
            body_idle: Duration::from_secs(8),
            body_whole: Duration::from_secs(30),
            body_bytes: 256 * 1024,
            file_bytes: attachments::FORM_BYTES_MAX,
            file_whole: Duration::from_secs(150),
            write_idle: Duration::from_secs(20),
            connections: 4096,
            connections_of_one: 256,
            farewell: Duration::from_secs(10),
            hints_gathered: Duration::from_millis(200),
            listener_asked: Duration::from_secs(3),
            listener_asked_idle: Duration::from_secs(20),
        }
    }
}

impl Limits {
    /// All that comes comes from one place, which keeps its connections and sends the slow away itself. Closing one
    /// just as it is used again would fail somebody's post, so it is left to the proxy: none keeps them longer.
    fn behind_a_proxy() -> Self {
        let usual = Self::default();
        Self {
            header_read: Duration::from_secs(150),
            connections_of_one: usual.connections,
            ..usual
        }
    }
}

impl ServeArgs {
    /// Checks them.
    ///
    /// # Errors
    /// The first that cannot be right.
    pub fn check(&self) -> Result<Config, ConfigError> {
        let (addr, public) = self.place.check()?;
        let trusted_hops = match self.trusted_hops.trim().parse() {
            Ok(hops) if hops <= 9 => hops,
            _ => return Err(ConfigError::TrustedHops(self.trusted_hops.clone())),
        };
        if self.demo && !(addr.ip().is_loopback() && public.is_loopback()) {
            return Err(ConfigError::DemoInTheOpen(addr));
        }
        let limits = match trusted_hops {
            0 => Limits::default(),
            _ => Limits::behind_a_proxy(),
        };
        Ok(Config {
            addr,
            public,
            trusted_hops,
            entry: if self.demo {
                Entry::Demo
            } else {
                Entry::Password
            },
            limits,
            founding: self.founding.check()?,
            metrics: self.metrics.check()?,
            mail: self.mail.check()?,
        })
    }
}

impl Config {
    /// What is allowed and yet looks wrong, in a sentence for the log.
    #[must_use]
    pub fn doubt(&self) -> Option<&'static str> {
        let has_a_proxy = self.public.is_https() && self.addr.ip().is_loopback();
        (has_a_proxy && self.trusted_hops == 0).then_some(
            "people come by https and Palabra listens on the loopback, so a proxy stands before it: \
             with PALABRA_TRUSTED_HOPS=0 everybody seems to come from one address, and the limit of sign-ins is everybody's together",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(addr: &str, public_url: Option<&str>) -> ServeArgs {
        ServeArgs {
            place: PlaceArgs {
                addr: addr.to_owned(),
                public_url: public_url.map(ToOwned::to_owned),
            },
            trusted_hops: "0".to_owned(),
            demo: false,
            founding: FoundingArgs {
                house: "La casa".to_owned(),
                store: "Tienda".to_owned(),
                zone: "Europe/Madrid".to_owned(),
            },
            metrics: MetricsArgs::default(),
            replica: ReplicaArgs::default(),
            mail: MailArgs::default(),
        }
    }

    #[test]
    fn loopback_needs_no_public_url() {
        let config = args("127.0.0.1:3000", None)
            .check()
            .expect("a loopback address");
        assert_eq!(config.public.origin(), "http://127.0.0.1:3000");
        assert!(!config.public.is_https());
    }

    #[test]
    fn what_cannot_be_right_is_a_sentence() {
        let cases = [
            (args("here", None), "PALABRA_ADDR is not an address"),
            (args("0.0.0.0:3000", None), "PALABRA_PUBLIC_URL must say"),
            (
                args("127.0.0.1:3000", Some("")),
                "PALABRA_PUBLIC_URL is not a web address",
            ),
            (
                args("127.0.0.1:3000", Some("palabra")),
                "PALABRA_PUBLIC_URL is not a web address",
            ),
            (
                args("127.0.0.1:3000", Some("https://palabra.example/app")),
                "PALABRA_PUBLIC_URL is not a web address",
            ),
            (
                args("127.0.0.1:3000", Some("http://palabra.example")),
                "use https",
            ),
            (
                ServeArgs {
                    demo: true,
                    ..args("0.0.0.0:3000", Some("https://palabra.example"))
                },
                "--demo lets anybody in",
            ),
            (
                ServeArgs {
                    trusted_hops: "many".to_owned(),
                    ..args("127.0.0.1:3000", None)
                },
                "PALABRA_TRUSTED_HOPS",
            ),
        ];
        for (args, says) in cases {
            let error = args.check().expect_err(says).to_string();
            assert!(error.contains(says), "{error}");
            assert!(!error.contains('\n'));
        }
    }

    #[test]
    fn a_proxy_that_nobody_counts_is_doubted() {
        let doubt = |addr, url, hops: &str| {
            let args = ServeArgs {
                trusted_hops: hops.to_owned(),
                ..args(addr, url)
            };
            args.check().expect("settings").doubt().is_some()
        };
        let https = Some("https://palabra.example");
        assert!(doubt("127.0.0.1:3000", https, "0"));
        assert!(!doubt("127.0.0.1:3000", https, "1"));
        assert!(!doubt("127.0.0.1:3000", None, "0"));
        assert!(!doubt("0.0.0.0:3000", https, "0"));
    }

    #[test]
    fn a_proxy_has_all_the_places_and_keeps_its_connections() {
        let args = ServeArgs {
            trusted_hops: "1".to_owned(),
            ..args("127.0.0.1:3000", Some("https://palabra.example"))
        };
        let limits = args.check().expect("settings").limits;
        let usual = Limits::default();
        assert_eq!(limits.connections_of_one, limits.connections);
        assert!(usual.connections_of_one < usual.connections);
        assert!(usual.header_read < limits.header_read);
    }
}
