//! What the browser keeps and sends: ids for new forms, what waits for the server's answer, and the few calls to the
//! browser itself. It refuses to decide: a command is decided by `domain` before it comes here.

mod browser;
mod network;
mod outbox;
mod typing;

pub(crate) use browser::{go_to_heading, listen, now, on_key, when_seen};
pub(crate) use network::{Lost, get, post, wait};
pub(crate) use outbox::{Ids, Pending, mint, wait_ms};
pub(crate) use typing::{focus_first_refused, form_around, form_of, go_to, put, renew, typed};
