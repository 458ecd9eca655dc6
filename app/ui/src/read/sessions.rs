//! Where the viewer is signed in.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::wire::Wire;

/// One session, as its owner knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SesionRow {
    /// SHA-256 of its token, in hexadecimal: it names it and opens nothing.
    pub id: String,
    /// The browser, as it says of itself.
    pub agent: String,
    /// From where.
    pub address: String,
    /// When it was last used, written out.
    pub last_seen: String,
    /// Whether it is this one.
    pub is_this: bool,
}

/// The viewer's sessions, the one used last first.
#[server(endpoint = "sesiones", output = Wire)]
pub async fn sesiones() -> Result<Vec<SesionRow>, ServerFnError> {
    super::sessions_server::sesiones().await
}
