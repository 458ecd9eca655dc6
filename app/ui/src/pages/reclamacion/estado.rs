//! How a claim stands, by its spoken key: dates alone, and nothing about anybody.

use leptos::prelude::*;

use crate::parts::{Button, Field, Look, Narrow};
use crate::read;
use crate::read::EstadoRefusal;
use crate::read::wire::handed;
use crate::words::{Tongue, receipts, refusals};

const T: Tongue = Tongue::Es;

/// `/estado`.
#[component]
pub(crate) fn Estado() -> impl IntoView {
    let read::Estado {
        typed,
        told,
        refusal,
    } = handed(|| use_context::<read::Estado>().unwrap_or_default());
    let why = refusal.map(|refusal| match refusal {
        EstadoRefusal::Unreadable(why) => refusals::sentence(T, &why),
        EstadoRefusal::Unknown => {
            "Con esa clave no hay ninguna reclamación. Repásela en su recibo y pruebe otra vez."
                .to_owned()
        }
        EstadoRefusal::TooMany => {
            "Demasiados intentos. Espere una hora y pruebe otra vez, o abra el enlace de su recibo."
                .to_owned()
        }
    });
    let lines = told.map(|(told, today)| {
        receipts::status(T, &told, today)
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view()
    });
    let (is_told, is_refused) = (lines.is_some(), why.is_some());
    view! {
        <Narrow title="Cómo va su reclamación">
            <p role="alert" hidden=!is_refused class="mb-4 font-medium text-error">{why}</p>
            <ul hidden=!is_told aria-label="Cómo va" class="mb-6 grid gap-2 text-lg">{lines}</ul>
            <form method="post" action="/estado" class="grid gap-4" aria-label="Cómo va su reclamación">
                <Field
                    name="key"
                    label="La clave de su recibo"
                    hint="Doce letras y números, y uno más que los comprueba. Da igual con guiones o sin ellos."
                    value=typed
                    autocomplete="off"
                    required=true
                />
                <Button look=Look::Main>"Ver cómo va"</Button>
            </form>
        </Narrow>
    }
}
