//! The head: who it is, who answers, how to reach them, when they hear from us, and whether they wait in silence.

use domain::account::{AccountKind, Matter, MatterState, PromiseStage};
use domain::time::Date;
use leptos::prelude::*;

use super::story::{Shown, Story};
use crate::parts::{Badge, Definition, Glyph, Icon, Look};
use crate::words::{Tone, Tongue, dates, invoices};

#[component]
pub(super) fn Head() -> impl IntoView {
    let story = expect_context::<Story>();
    let name = Memo::new(move |_| story.shown.with(name));
    let kind = Memo::new(move |_| {
        story
            .shown
            .with(|shown| shown.account.head.as_ref().map(|head| head.kind))
    });
    let owner = Memo::new(move |_| {
        story
            .shown
            .with(|shown| shown.account.head.as_ref().map(|head| head.owner))
    });
    let owner_name = move || {
        owner
            .get()
            .and_then(|owner| {
                story
                    .names
                    .with_value(|names| names.people.get(&owner).cloned())
            })
            .unwrap_or_default()
    };
    let today = story.today;
    let list = crate::routes::list_address();
    let news = Memo::new(move |_| story.shown.with(next_news));
    let silence = Memo::new(move |_| story.shown.with(silent_since));
    let at_risk = Memo::new(move |_| story.shown.with(at_risk));
    view! {
        <div class="mb-6 flex flex-wrap items-start gap-x-10 gap-y-4">
            <div class="min-w-0 flex-1 basis-72">
                <p class="text-sm">
                    <a class="underline underline-offset-4" href=list><span aria-hidden="true">"← "</span>"Clientes"</a>
                </p>
                <h1 class="mt-1 font-serif text-3xl font-semibold break-words sm:text-4xl">{name}</h1>
                <div class="mt-3 flex flex-wrap items-center gap-2">
                    <Badge tone=Tone::Plain text=kind_word(kind.get_untracked()) />
                    {move || silence.get().map(|since| view! { <Silence since today=today.get() /> })}
                    {move || at_risk.get().map(|text| view! { <Badge tone=Tone::Risk text /> })}
                </div>
            </div>
            <dl class="grid grid-cols-2 gap-x-8 gap-y-3 sm:flex">
                <Definition term="Responde">{owner_name}</Definition>
                <Definition term="Próxima noticia">
                    <span class=move || late(news.get(), today.get())>{move || news_word(news.get(), today.get())}</span>
                </Definition>
            </dl>
            <Reach />
        </div>
    }
}

#[component]
fn Silence(since: Date, today: Date) -> impl IntoView {
    let days = (today - since).num_days().max(0);
    let text = match days {
        0 => "En silencio desde hoy".to_owned(),
        1 => "En silencio desde ayer".to_owned(),
        days => format!("En silencio desde hace {days} días"),
    };
    view! { <Badge tone=Tone::Broken text /> }
}

/// By their own way, in one tap.
#[component]
fn Reach() -> impl IntoView {
    let story = expect_context::<Story>();
    let (phone, email) = story.shown.with_untracked(ways);
    let calling = phone.as_ref().map(|phone| {
        let plain: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view! {
            <a class=Look::Plain.class() href=format!("tel:{plain}")><Icon glyph=Glyph::Phone />"Llamar"</a>
            <a class=Look::Plain.class() href=format!("sms:{plain}")><Icon glyph=Glyph::Message />"Mensaje"</a>
        }
    });
    let writing = email.map(|email| {
        view! { <a class=Look::Plain.class() href=format!("mailto:{email}")><Icon glyph=Glyph::Mail />"Correo"</a> }
    });
    view! { <div class="flex flex-wrap gap-2">{calling}{writing}</div> }
}

fn name(shown: &Shown) -> String {
    let head = shown.account.head.as_ref();
    let name = head.and_then(|head| shown.words.get(&head.name.id));
    name.cloned()
        .unwrap_or_else(|| "(nombre borrado)".to_owned())
}

fn ways(shown: &Shown) -> (Option<String>, Option<String>) {
    let head = shown.account.head.as_ref();
    let contacts = || head.into_iter().flat_map(|head| head.contacts.values());
    let word = |text: Option<domain::text::TextRef>| shown.words.get(&text?.id).cloned();
    (
        contacts().find_map(|contact| word(contact.phone)),
        contacts().find_map(|contact| word(contact.email)),
    )
}

fn kind_word(kind: Option<AccountKind>) -> String {
    let kind = kind.unwrap_or(AccountKind::Consumer);
    crate::words::labels::account_kind(Tongue::Es, kind).to_owned()
}

fn next_news(shown: &Shown) -> Option<Date> {
    shown
        .account
        .open()
        .into_iter()
        .filter_map(|matter| matter.owes.next_news)
        .min()
}

/// Words given that an invoice does not say.
fn at_risk(shown: &Shown) -> Option<String> {
    let matters = shown.account.matters.values();
    let promises = matters.filter(|matter| match &matter.state {
        MatterState::Promise(promise) => promise.stage == PromiseStage::AtRisk,
        _ => false,
    });
    let number = promises.count();
    (number > 0).then(|| invoices::at_risk(Tongue::Es, number))
}

/// A date that passed is a word of the house's, broken.
fn late(news: Option<Date>, today: Date) -> &'static str {
    match news {
        Some(on) if on < today => "font-medium text-error",
        _ => "",
    }
}

fn news_word(news: Option<Date>, today: Date) -> String {
    news.map_or_else(
        || "Nada pendiente".to_owned(),
        |day| dates::day(Tongue::Es, day, today),
    )
}

/// Since the house knew of something that the customer has not been told.
fn silent_since(shown: &Shown) -> Option<Date> {
    let open = shown.account.open().into_iter();
    open.filter_map(Matter::silent_since).min()
}
