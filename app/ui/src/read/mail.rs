//! The letters to customers, as whoever looks after them sees them: how each stands, and never what it says.

use domain::ids::{CommandId, StreamId};
use domain::mail::{Hitch, Letter, MailState};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::wire::Wire;

/// One letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorreoRow {
    /// Whose.
    pub account: StreamId,
    /// By which command.
    pub command: CommandId,
    /// The place of its fact there.
    pub n: u32,
    /// What it says.
    pub letter: Letter,
    /// The customer's name; for whoever may not read accounts, none.
    pub name: Option<String>,
    /// Since when it stands so, written out.
    pub moved: String,
    /// When it is tried next, written out; where it was tried and waits.
    pub next: Option<String>,
    /// How often it was tried.
    pub attempts: u32,
    /// What was in the way the last time.
    pub hitch: Option<Hitch>,
}

/// The letters that stand so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorreoPage {
    /// Whether there is a mail server.
    pub is_set: bool,
    /// How they stand.
    pub state: MailState,
    /// Whatever moved last first.
    pub rows: Vec<CorreoRow>,
    /// Where more follow, as the address carries it.
    pub more: Option<String>,
    /// How many there are of each state that is not over.
    pub counts: Vec<(MailState, u64)>,
}

/// The letters of a state, by its code, after a place. Without a state: what asks for somebody, or else what waits.
#[server(endpoint = "correo", output = Wire)]
pub async fn correo(
    state: Option<String>,
    after: Option<String>,
) -> Result<CorreoPage, ServerFnError> {
    super::mail_server::correo(state, after).await
}
