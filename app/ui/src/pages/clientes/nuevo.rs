//! Opening an account: a name and who answers for it are enough.

use leptos::prelude::*;

use crate::parts::{Button, Field, Loaded, Look, Section, Select, WriteForm};
use crate::read::{ClientesPage, Draft};
use crate::words::{Tongue, labels};

#[component]
pub(super) fn Nuevo(list: Resource<Result<ClientesPage, ServerFnError>>) -> impl IntoView {
    let draft = SharedValue::new(use_context::<Draft>).into_inner();
    let show = move |page: ClientesPage| {
        let draft = draft.clone();
        page.may_open.then(|| view! { <Form page draft /> })
    };
    view! { <Loaded from=list show /> }
}

#[component]
fn Form(page: ClientesPage, draft: Option<Draft>) -> impl IntoView {
    let owners = page
        .owners
        .iter()
        .filter_map(|id| Some((id.to_string(), page.people.get(id)?.clone())))
        .collect();
    let kinds = labels::pairs(labels::account_kinds(Tongue::Es));
    view! {
        <Section id="nuevo" title="Cliente nuevo">
            <WriteForm name="nuevo" kind="open_account" label="Cliente nuevo" draft=draft.unwrap_or_default()>
                <Field name="name" label="Nombre" required=true />
                <Field name="phone" label="Teléfono" kind="tel" inputmode="tel" />
                <Field name="email" label="Correo" kind="email" />
                <Field name="tax_id" label="NIF o CIF" />
                <Select name="account_kind" label="Qué es" choices=kinds />
                <Select name="owner" label="Quién responde" choices=owners value=page.viewer.to_string() />
                <Button look=Look::Main>"Abrir la cuenta"</Button>
            </WriteForm>
        </Section>
    }
}
