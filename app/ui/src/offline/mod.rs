//! What the browser keeps and sends: ids for new forms, what waits for the server's answer, and the few calls to the
//! browser itself. It refuses to decide: a command is decided by `domain` before it comes here.

mod browser;
mod ids;
mod network;
mod outbox;
mod outgoing;
mod remembered;
mod typing;

pub(crate) use browser::{go_to_heading, listen, now, on_key, when_seen};
pub(crate) use ids::{Ids, mint, sendable};
pub(crate) use network::{Lost, get, post, wait};
pub(crate) use outbox::{Outbox, Pending, Returned, Waits, wait_ms};
pub(crate) use outgoing::{Outgoing, Standing};
pub(crate) use remembered::{remember, remembered};
pub(crate) use typing::{
    focus_first_refused, form_around, form_of, go_to, leave, put, renew, typed,
};
