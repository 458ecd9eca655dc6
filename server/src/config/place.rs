//! Where it listens and by which address people reach it: the same answer for whoever serves and whoever gives out links.
//! It refuses to listen to other machines without knowing its own name.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use clap::Args;

use super::{ConfigError, PublicUrl};

/// Where Palabra is, as it is typed.
#[derive(Debug, Clone, Args)]
pub struct PlaceArgs {
    /// The address and port to listen on
    #[arg(long, env = "PALABRA_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: String,
    /// The address people type into their browser, such as https://palabra.example [default: http:// and where it listens, on loopback only]
    #[arg(long, env = "PALABRA_PUBLIC_URL")]
    pub public_url: Option<String>,
}

impl PlaceArgs {
    /// Checks them.
    ///
    /// # Errors
    /// `Addr`, `PublicUrl`, `PlainHttp`, `NoPublicUrl`.
    pub fn check(&self) -> Result<(SocketAddr, PublicUrl), ConfigError> {
        let addr: SocketAddr = match self.addr.parse() {
            Ok(addr) => addr,
            Err(_) => named_loopback(&self.addr)?,
        };
        let public = match self.public_url.as_deref() {
            Some(url) => PublicUrl::parse(url.trim())?,
            None if addr.ip().is_loopback() => PublicUrl::plain(addr),
            None => return Err(ConfigError::NoPublicUrl(addr)),
        };
        Ok((addr, public))
    }
}

/// `localhost:3000`, without asking anybody what that is.
fn named_loopback(addr: &str) -> Result<SocketAddr, ConfigError> {
    let port = addr
        .strip_prefix("localhost:")
        .and_then(|port| port.parse().ok());
    port.map(|port| SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port))
        .ok_or_else(|| ConfigError::Addr(addr.to_owned()))
}
