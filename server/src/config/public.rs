//! The address people type into their browser: https, or plain http on this machine only.
//! It refuses a path, a name and password, and plain http across a network.

use std::net::{IpAddr, SocketAddr};

use super::ConfigError;

/// How people reach the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    is_https: bool,
}

impl PublicUrl {
    /// Reads it.
    ///
    /// # Errors
    /// `PublicUrl`, `PlainHttp`.
    pub fn parse(url: &str) -> Result<Self, ConfigError> {
        let wrong = || ConfigError::PublicUrl(url.to_owned());
        let uri: http::Uri = url.parse().map_err(|_| wrong())?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(wrong());
        };
        if uri.path() != "/"
            || uri.query().is_some()
            || authority.as_str().contains('@')
            || authority.host().is_empty()
        {
            return Err(wrong());
        }
        let is_https = match scheme {
            "https" => true,
            "http" => false,
            _ => return Err(wrong()),
        };
        let public = Self {
            origin: origin(scheme, authority),
            is_https,
        };
        if !is_https && !public.is_loopback() {
            return Err(ConfigError::PlainHttp(url.to_owned()));
        }
        Ok(public)
    }

    pub(super) fn plain(addr: SocketAddr) -> Self {
        Self {
            origin: format!("http://{addr}"),
            is_https: false,
        }
    }

    /// As a browser writes it in `Origin`: no path, no slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Whether the connection to the browser is private.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.is_https
    }

    pub(super) fn is_loopback(&self) -> bool {
        let host = self.origin.split_once("://").map_or("", |(_, rest)| rest);
        let host = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => host,
        };
        let host = host.trim_start_matches('[').trim_end_matches(']');
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }
}

/// As a browser writes it: small letters, the usual port left out.
fn origin(scheme: &str, authority: &http::uri::Authority) -> String {
    let host = authority.host().to_ascii_lowercase();
    match (scheme, authority.port_u16()) {
        (_, None) | ("https", Some(443)) | ("http", Some(80)) => format!("{scheme}://{host}"),
        (_, Some(port)) => format!("{scheme}://{host}:{port}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        for (url, origin) in [
            ("https://Palabra.Example:443/", "https://palabra.example"),
            (
                "https://palabra.example:8443",
                "https://palabra.example:8443",
            ),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://[::1]:3000", "http://[::1]:3000"),
        ] {
            assert_eq!(PublicUrl::parse(url).expect(url).origin(), origin);
        }
    }
}
