//! Opening an account: a name and who answers for it are enough. Alive, what is wrong is said beside its field at once;
//! what is right is posted, as only the server knows whether it is.

use domain::account::Account;
use domain::context::{Actor, Cx, Evidence, Via};
use domain::decide;
use domain::entry::Verdict;
use domain::form::{self, FormCx, Typed};
use domain::house::House;
use domain::ids::PersonId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::offline;
use crate::parts::{Button, Field, Look, Section, Select, Taken, Taker, WriteForm};
use crate::read::wire::handed;
use crate::read::{ClientesHouse, Draft};
use crate::words::{Tongue, labels};

#[component]
pub(super) fn Nuevo(house: ClientesHouse) -> impl IntoView {
    let draft = handed(use_context::<Draft>);
    let known = RwSignal::new(None::<House>);
    let (version, viewer) = (house.version, house.viewer);
    Effect::new(move |_| {
        spawn_local(async move {
            if let Ok(house) = offline::get::<House>(&format!("/casa/{version}")).await {
                known.try_set(Some(house));
            }
        });
    });
    provide_context(Taker(Callback::new(move |typed| {
        known.with_untracked(|known| match known {
            Some(house) => take(house, viewer, &typed),
            None => Taken::Post,
        })
    })));
    let owners: Vec<_> = house
        .owners
        .into_iter()
        .map(|(id, name)| (id.to_string(), name))
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
                <Select name="owner" label="Quién responde" choices=owners value=viewer.to_string() />
                <Button look=Look::Main>"Abrir la cuenta"</Button>
            </WriteForm>
        </Section>
    }
}

/// As the server will read it, in the store where the person works.
fn take(house: &House, viewer: PersonId, typed: &Typed) -> Taken {
    let own = house.active(viewer).and_then(|person| person.store);
    let Some(store) = own.or_else(|| house.stores.keys().next().copied()) else {
        return Taken::Post;
    };
    let now = offline::now();
    let cx = FormCx {
        house,
        account: None,
        store,
        now,
    };
    let submission = match form::parse(typed, &cx) {
        Ok(submission) => submission,
        Err(refusals) => return Taken::Refused(refusals),
    };
    let actor = Actor::Person {
        person: viewer,
        via: Via::Desk,
    };
    let cx = Cx {
        command: submission.id,
        actor: &actor,
        now,
        happened_at: submission.happened_at,
        seen: &submission.seen,
        house,
        evidence: &Evidence::default(),
    };
    match decide(&Account::new(submission.account), &submission.command, &cx) {
        Verdict::Refused(refusals) => Taken::Refused(refusals),
        Verdict::Facts(_) | Verdict::NeedsServer(_) => Taken::Post,
    }
}
