//! Equipo: whom the viewer directs, by name, each the way to their record. It refuses to show a figure beside a name:
//! nobody is compared with anybody.

mod registro;

use domain::ids::PersonId;
use leptos::prelude::*;

use crate::parts::{Empty, Frame, Item, Items, Loaded};
use crate::read::equipo;
use crate::read::wire::reading;

pub(crate) use registro::Registro;

/// `/equipo`.
#[component]
pub(crate) fn Equipo() -> impl IntoView {
    let people = reading(|| (), |()| equipo());
    view! {
        <Frame title="Equipo">
            <div class="grid max-w-3xl gap-5">
                <h1 class="font-serif text-3xl font-semibold">"Equipo"</h1>
                <Loaded from=people show=|people| view! { <Team people /> } />
            </div>
        </Frame>
    }
}

#[component]
fn Team(people: Vec<(PersonId, String)>) -> impl IntoView {
    if people.is_empty() {
        return view! {
            <Empty title="No diriges a nadie">
                "Quien administra las personas da de alta a quienes venden y atienden en tu tienda."
            </Empty>
        }
        .into_any();
    }
    let rows = people.into_iter().map(|(person, name)| {
        let href = Some(format!("/equipo/{person}"));
        let under = "Lo que ha prometido y cómo ha acabado".to_owned();
        view! { <Item title=name href=href under=under said=None>""</Item> }
    });
    let rows = rows.collect_view();
    view! { <Items>{rows}</Items> }.into_any()
}
