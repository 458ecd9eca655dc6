//! The screen after a claim is taken: the key in large letters, what to say, what to pay now and what is frozen, and
//! the receipt. It stands at once, before the server has answered; what only the server can make comes when it has.

use domain::account::MatterState;
use domain::ids::MatterId;
use domain::receipt::Receipt;
use domain::time::Date;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::story::{Shown, Story};
use crate::parts::{Look, Part, Say, Section, SpokenKey};
use crate::routes::changed;
use crate::words::receipts::{self, Speaker};
use crate::words::{Names, Tongue};

/// What the address calls the claim that was taken.
const NAME: &str = "reclamacion";

/// A claim as this screen shows it.
#[derive(Debug, Clone, PartialEq)]
struct Taken {
    receipt: Receipt,
    /// The sentence to say.
    say: String,
    /// Whether the server has it.
    is_written: bool,
    /// Where its receipt is.
    at: String,
}

#[component]
pub(super) fn Hecho() -> impl IntoView {
    let story = expect_context::<Story>();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        let by_address = || query.with(|query| query.get(NAME)?.parse::<MatterId>().ok());
        story.taken.get().or_else(by_address)
    });
    let taken = Memo::new(move |_| {
        let claim = asked.get()?;
        story.shown.with(|shown| taken(story, shown, claim))
    });
    let away = move || {
        format!(
            "{}#registrar",
            query.with(|query| changed(query, &[(NAME, None)]))
        )
    };
    move || {
        let taken = taken.get()?;
        let close = view! {
            <a class=Look::Quiet.class() href=away on:click=move |_| story.taken.set(None)>
                "Cerrar"
            </a>
        };
        Some(view! {
            <Section id="hecho" title="Hecho">
                <Whole taken />
                <p class="mt-4">{close}</p>
            </Section>
        })
    }
}

#[component]
fn Whole(taken: Taken) -> impl IntoView {
    let Taken {
        receipt,
        say,
        is_written,
        at,
    } = taken;
    let t = receipts::tongue(receipt.language);
    let key = receipt.handed.map(|handed| {
        view! { <SpokenKey label="La clave: díctala o enséñala" key=handed.key about="Con ella el cliente sabe cómo va en /estado." /> }
    });
    let slip = receipt.honoured.map(|honoured| receipts::pay(t, &honoured));
    let slip = slip
        .filter(|lines| !lines.is_empty())
        .map(|lines| view! { <Part title="Qué paga ahora y qué queda en suspenso" lines /> });
    let pdf = format!("{at}/recibo.pdf");
    let code = format!("{at}/qr.svg");
    view! {
        <div class="grid gap-5">
            {key}
            <Say label="Dile" words=say />
            {slip}
            <Show
                when=move || is_written
                fallback=|| view! { <p>"El recibo y su código estarán en cuanto se guarde: la clave ya vale."</p> }
            >
                <p class="flex flex-wrap items-center gap-2">
                    <a class=Look::Main.class() href=at.clone() rel="external">"Recibo para imprimir"</a>
                    <a class=Look::Plain.class() href=pdf.clone() rel="external">"PDF"</a>
                </p>
                <img
                    src=code.clone()
                    alt="Código QR: abre la página de la reclamación en el teléfono del cliente"
                    width="176"
                    height="176"
                />
            </Show>
        </div>
    }
}

fn taken(story: Story, shown: &Shown, claim: MatterId) -> Option<Taken> {
    let receipt = Receipt::of(&shown.rows, claim)?;
    let matter = shown.account.matters.get(&claim)?;
    let MatterState::Claim(_) = matter.state else {
        return None;
    };
    let is_written = shown
        .rows
        .iter()
        .any(|row| row.key.command == receipt.command && row.version.is_some());
    let names = story.names.with_value(Names::clone);
    let say = said(&receipt, matter.owes.earliest(), matter.owner, &names);
    Some(Taken {
        say,
        is_written,
        at: format!("/clientes/{}/reclamaciones/{claim}", story.id()),
        receipt,
    })
}

/// In the customer's language, by whoever looks.
fn said(
    receipt: &Receipt,
    answer_by: Option<Date>,
    owner: domain::ids::PersonId,
    names: &Names,
) -> String {
    let t: Tongue = receipts::tongue(receipt.language);
    let name = names.people.get(&owner).cloned().unwrap_or_default();
    let speaker = match names.viewer {
        Some(viewer) if viewer == owner => Speaker::Answers(&name),
        _ => Speaker::For(&name),
    };
    receipts::say(t, receipt, answer_by, speaker)
}
