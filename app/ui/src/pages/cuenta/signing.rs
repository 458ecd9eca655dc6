//! Where a promise is read back and signed, and what was signed once it is.
//! It refuses to show either: each has its own screen, which the server renders whole.

use domain::account::{Account, MatterState};
use domain::ids::MatterId;
use leptos::prelude::*;

use super::story::Story;
use crate::parts::Look;

/// The way there, and what it is called; none for what is no promise, or is no longer to be signed.
pub(super) fn way(account: &Account, matter: MatterId) -> Option<(String, &'static str)> {
    let known = account.matters.get(&matter)?;
    let MatterState::Promise(promise) = &known.state else {
        return None;
    };
    let at = format!("/clientes/{}/promesas/{matter}", account.id);
    match promise.signed {
        Some(signed) if promise.is_signed() => {
            let receipt = format!("{at}/firmas/{}", signed.version);
            Some((receipt, "Firmada: ver el recibo"))
        }
        _ if promise.may_be_signed() => Some((format!("{at}/firma"), "Leer y firmar")),
        _ => None,
    }
}

/// The way of a promise that is owed something.
#[component]
pub(super) fn Signing(matter: MatterId) -> impl IntoView {
    let story = expect_context::<Story>();
    let way = Memo::new(move |_| story.shown.with(|shown| way(&shown.account, matter)));
    move || {
        let (at, what) = way.get()?;
        Some(view! { <a class=Look::Plain.class() href=at rel="external">{what}</a> })
    }
}
