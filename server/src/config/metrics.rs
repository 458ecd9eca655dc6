//! Where whoever watches reads what is counted: a listener of its own, away from the pages.
//! It refuses to be on unless it is asked for.

use std::net::SocketAddr;

use clap::Args;

use super::ConfigError;

/// That, as it is typed.
#[derive(Debug, Clone, Default, Args)]
pub struct MetricsArgs {
    /// Where Prometheus reads /metrics, such as 127.0.0.1:9464; nowhere, if it is not set
    #[arg(long, env = "PALABRA_METRICS_ADDR", value_name = "ADDR")]
    pub metrics_addr: Option<String>,
}

impl MetricsArgs {
    /// Checks it.
    ///
    /// # Errors
    /// `MetricsAddr`.
    pub fn check(&self) -> Result<Option<SocketAddr>, ConfigError> {
        let parsed = |addr: &String| {
            addr.trim()
                .parse()
                .map_err(|_| ConfigError::MetricsAddr(addr.clone()))
        };
        self.metrics_addr.as_ref().map(parsed).transpose()
    }
}
