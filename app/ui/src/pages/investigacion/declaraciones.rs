//! What each side says. Whoever leads the file hears everybody; everybody else gives their own statement.

use domain::account::Witness;
use domain::context::Role;
use leptos::prelude::*;

use super::{Of, Quote, draft_of};
use crate::parts::{Area, Button, Empty, Look, Section, Select, WriteForm};
use crate::read::InvestigacionPage;
use crate::words::{Tongue, dates};

#[component]
pub(super) fn Declaraciones(page: InvestigacionPage) -> impl IntoView {
    let rows = page.file.statements.iter().map(|statement| {
        let who = who(&page, statement.by);
        let on = dates::full(Tongue::Es, statement.on);
        view! {
            <li class="py-3 first:pt-0">
                <p class="font-medium">{who} <span class="text-sm font-normal text-base-content/75">{format!(" · {on}")}</span></p>
                <Quote said=page.said(statement.words) />
            </li>
        }
    });
    let rows = rows.collect_view();
    let none = page.file.statements.is_empty().then(|| {
        match page.sees_all() {
            true => view! {
                <Empty title="Nadie ha declarado">"Se escucha a quien vendió y, donde sirve, al cliente."</Empty>
            },
            false => view! {
                <Empty title="No has declarado">
                    "Aquí ves lo que declaras tú; lo demás lo ven quien dirige el servicio y el defensor."
                </Empty>
            },
        }
    });
    let matter = page.matter.reference.id;
    let may = !page.is_concluded && !page.is(Role::Defensor);
    let form = may.then(|| {
        view! {
            <WriteForm name="declaracion" kind="statement" label="Declaración nueva" draft=draft_of("statement")>
                <Of matter />
                <Select name="by" label="De quién" choices=witnesses(&page) />
                <Area name="words" label="Con sus palabras" />
                <div><Button look=Look::Plain>"Guardar la declaración"</Button></div>
            </WriteForm>
        }
    });
    view! {
        <Section id="declaraciones" title="Qué dice cada parte">
            {none} <ul class="mb-4 divide-y divide-base-300">{rows}</ul> {form}
        </Section>
    }
}

fn who(page: &InvestigacionPage, by: Witness) -> String {
    match by {
        Witness::Person(person) => page.person(person),
        Witness::Contact(contact) => {
            let name = page.contacts.get(&contact).cloned();
            name.unwrap_or_else(|| page.name.clone())
        }
    }
}

/// The seller first, then the customer's people, then everybody else; for who does not lead it, themselves.
fn witnesses(page: &InvestigacionPage) -> Vec<(String, String)> {
    let person = |id: &domain::ids::PersonId| format!("person.{id}");
    if !page.is(Role::ServiceDirector) {
        return vec![(person(&page.viewer), page.person(page.viewer))];
    }
    let seller = page.file.seller;
    let mut witnesses = Vec::new();
    witnesses.extend(seller.map(|seller| (person(&seller), page.person(seller))));
    let contacts = page.contacts.iter();
    witnesses.extend(contacts.map(|(id, name)| (format!("contact.{id}"), name.clone())));
    let others = page.people.iter().filter(|(id, _)| Some(**id) != seller);
    witnesses.extend(others.map(|(id, name)| (person(id), name.clone())));
    witnesses
}
