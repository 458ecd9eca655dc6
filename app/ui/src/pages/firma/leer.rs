//! The promise in whole sentences, large, on a tablet that is handed over; below it, the customer's name and signature.
//! It refuses to show other words than those that are sealed.

use leptos::prelude::*;

use crate::pages::NoHay;
use crate::parts::{Button, Check, Field, Hidden, Look, Pad, Paper, ReadAloud, WriteForm};
use crate::read;
use crate::read::Signing;
use crate::read::wire::handed;
use crate::words::read_back::parted;
use crate::words::{Tongue, signing};

/// `/clientes/:id/promesas/:matter/firma`.
#[component]
pub(crate) fn Firma() -> impl IntoView {
    match handed(use_context::<read::Firma>) {
        Some(firma) => view! { <Whole firma /> }.into_any(),
        None => view! { <NoHay /> }.into_any(),
    }
}

#[component]
fn Whole(firma: read::Firma) -> impl IntoView {
    let t = firma.tongue();
    provide_context(t);
    let (title, lines) = parted(&firma.shown);
    let lines: Vec<String> = lines.map(str::to_owned).collect();
    let below = match firma.signing {
        Signing::Open => view! { <Below firma=firma.clone() /> }.into_any(),
        Signing::Signed(version) => {
            let (said, see) = signing::is_signed(t);
            let at = format!(
                "/clientes/{}/promesas/{}/firmas/{version}",
                firma.account, firma.matter
            );
            view! {
                <p class="font-medium">{said}</p>
                <p><a class=Look::Main.class() href=at rel="external">{see}</a></p>
            }
            .into_any()
        }
        Signing::Over => view! { <p class="font-medium">{signing::is_over(t)}</p> }.into_any(),
    };
    let back = format!("/clientes/{}", firma.account);
    let (other, lang) = match t {
        Tongue::Es => ("?idioma=en", "en"),
        Tongue::En => ("?idioma=es", "es"),
    };
    view! {
        <Paper title lang=super::firmada::lang(t)>
            <ReadAloud lines />
            {below}
            <p class="no-print flex flex-wrap gap-2">
                <a class=Look::Quiet.class() href=other rel="external" lang=lang hreflang=lang>
                    {signing::other(t)}
                </a>
                <a class=Look::Quiet.class() href=back rel="external">{signing::back(t)}</a>
            </p>
        </Paper>
    }
}

#[component]
fn Below(firma: read::Firma) -> impl IntoView {
    let t = firma.tongue();
    let (label, hint) = signing::pad(t);
    let (undo, clear) = signing::undo(t);
    let language = super::firmada::lang(t);
    view! {
        <WriteForm name="firma" kind="sign" label=signing::sign(t) draft=firma.draft>
            <Hidden name="matter" value=firma.matter.to_string() />
            <Hidden name="language" value=language />
            <Hidden name="digest" value=firma.digest />
            <Field name="name" label=signing::name(t) value=firma.name required=true />
            <Pad name="strokes" label hint drawing=signing::drawing(t) undo clear />
            <Check name="read" label=signing::typed(t) />
            <p class="text-sm text-base-content/80">{signing::takes(t)}</p>
            <div><Button look=Look::Main>{signing::sign(t)}</Button></div>
        </WriteForm>
    }
}
