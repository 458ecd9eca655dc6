//! Whether the contact is checked first: only after a proven untruth, by two signatures, for a year, with their reply and
//! the defensor's lifting.

use domain::account::{CheckFirst, Finding};
use domain::context::Role;
use leptos::prelude::*;

use super::{Of, Quote, draft_of};
use crate::parts::{Area, Button, Definition, Look, Section, Select, WriteForm};
use crate::read::InvestigacionPage;
use crate::words::{Tongue, dates, labels};

#[component]
pub(super) fn Confianza(page: InvestigacionPage) -> impl IntoView {
    let matter = page.matter.reference.id;
    let sees = page.is(Role::ServiceDirector) || page.is(Role::Defensor);
    if !sees || !page.file.has_found(&[Finding::Customer]) {
        return ().into_any();
    }
    let body = match page.file.check_first {
        Some(check) => view! { <Known page check /> }.into_any(),
        None if page.is(Role::ServiceDirector) && page.file.contact.is_some() => view! {
            <p class="mb-3">
                "Solo si se ha probado que no dijo la verdad. Hacen falta dos firmas: la tuya y la del defensor."
            </p>
            <WriteForm name="antes" kind="ask_check_first" label="Investigar antes" draft=draft_of("ask_check_first")>
                <Of matter />
                <Area name="evidence" label="Qué lo prueba" />
                <div><Button look=Look::Plain>"Firmar"</Button></div>
            </WriteForm>
        }
        .into_any(),
        None => view! { <p>"Se le cree en el acto, como a cualquiera."</p> }.into_any(),
    };
    view! { <Section id="confianza" title="Confianza">{body}</Section> }.into_any()
}

#[component]
fn Known(page: InvestigacionPage, check: CheckFirst) -> impl IntoView {
    let signed = check
        .signed
        .map(|(who, on)| format!("{}, {}", page.person(who), dates::full(Tongue::Es, on)));
    let director = page.person(check.director);
    let told = check.told_on.map(|on| dates::full(Tongue::Es, on));
    let lifted = check.lifted_on.map(|on| {
        view! { <Definition term="Levantado el">{dates::full(Tongue::Es, on)}</Definition> }
    });
    let reply = check.reply.map(|reply| {
        view! { <p class="mt-3 font-medium">"Lo que contesta"</p> <Quote said=page.said(reply) /> }
    });
    view! {
        <Quote said=page.said(check.evidence) />
        <dl class="my-4 grid gap-3 sm:grid-cols-2">
            <Definition term="Primera firma">{director}</Definition>
            <Definition term="Firma del defensor">{signed.unwrap_or_else(|| "Falta".to_owned())}</Definition>
            <Definition term="Hasta">{dates::full(Tongue::Es, check.until)}</Definition>
            <Definition term="Se le dijo">{told.unwrap_or_else(|| "Aún no".to_owned())}</Definition>
            {lifted}
        </dl>
        {reply}
        <Steps page check />
    }
}

/// What is next, for whoever may.
#[component]
fn Steps(page: InvestigacionPage, check: CheckFirst) -> impl IntoView {
    let matter = page.matter.reference.id;
    let is_defensor = page.is(Role::Defensor);
    let sign = (is_defensor && page.file.waits_for_a_signature()).then(|| {
        view! {
            <WriteForm name="firma" kind="sign_check_first" label="Firmar como defensor">
                <Of matter />
                <div><Button look=Look::Main>"Firmar: desde hoy se investiga antes"</Button></div>
            </WriteForm>
        }
    });
    let lift = (is_defensor && check.lifted_on.is_none()).then(|| {
        view! {
            <WriteForm name="levantar" kind="lift_check_first" label="Levantarlo" draft=draft_of("lift_check_first")>
                <Of matter />
                <Area name="reasons" label="Por qué" />
                <div><Button look=Look::Plain>"Levantarlo: se le cree de nuevo"</Button></div>
            </WriteForm>
        }
    });
    let tell = (page.is(Role::ServiceDirector) && page.file.wants_notice()).then(|| {
        view! {
            <WriteForm name="aviso" kind="tell_check_first" label="Decírselo" draft=draft_of("tell_check_first")>
                <Of matter />
                <Select name="channel" label="Cómo se le dijo" choices=labels::pairs(labels::channels(Tongue::Es)) />
                <div><Button look=Look::Main>"Ya se lo he dicho, y que puede contestar"</Button></div>
            </WriteForm>
        }
    });
    let reply = (page.is(Role::ServiceDirector) && check.told_on.is_some() && check.reply.is_none()).then(|| {
        view! {
            <WriteForm name="respuesta" kind="reply_check_first" label="Lo que contesta" draft=draft_of("reply_check_first")>
                <Of matter />
                <Area name="words" label="Con sus palabras" />
                <div><Button look=Look::Plain>"Guardar lo que contesta"</Button></div>
            </WriteForm>
        }
    });
    view! { <div class="mt-4 grid gap-5">{sign}{tell}{reply}{lift}</div> }
}
