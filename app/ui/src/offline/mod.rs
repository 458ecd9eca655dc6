//! What the browser keeps and sends: ids for new forms, what waits for the server's answer, and the few calls to the
//! browser itself. It refuses to decide: a command is decided by `domain` before it comes here.

mod browser;
mod outbox;

pub(crate) use browser::{
    Lost, focus_first_refused, form_of, get, go_to, listen, now, on_key, post, renew, typed, wait,
    when_seen,
};
pub(crate) use outbox::{Ids, Pending, mint, wait_ms};
