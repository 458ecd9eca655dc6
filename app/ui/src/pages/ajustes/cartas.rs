//! What the house writes around its letters: before what is told and after it, a letter and a language at a time.
//! It refuses to let anybody write what is told: that comes from the facts.

use domain::account::Language;
use domain::house::Template;
use domain::mail::Letter;
use leptos::prelude::*;

use super::draft_of;
use crate::parts::{Area, Button, Definition, Hidden, Look, Section, WriteForm};
use crate::read::AjustesPage;
use crate::words::{Tongue, labels, letters};

#[component]
pub(super) fn Cartas(page: AjustesPage) -> impl IntoView {
    let template = page.template;
    let (letter, language) = (template.letter, template.language);
    let letters = Letter::ALL.map(|one| {
        link(
            one,
            language,
            letters::letter(Tongue::Es, one),
            one == letter,
        )
    });
    let languages = Language::ALL.map(|one| {
        link(
            letter,
            one,
            labels::language(Tongue::Es, one),
            one == language,
        )
    });
    let named = format!(
        "{}, en {}",
        letters::letter(Tongue::Es, letter),
        labels::language(Tongue::Es, language).to_lowercase()
    );
    let shown = match page.may_change {
        false => view! {
            <dl class="grid gap-4">
                <Definition term="Antes">{said(template.opening)}</Definition>
                <Definition term="Después">{said(template.closing)}</Definition>
            </dl>
        }
        .into_any(),
        true => view! { <Change version=page.version template label=named.clone() /> }.into_any(),
    };
    view! {
        <Section id="cartas" title="Cartas al cliente">
            <p class="mb-4 text-sm text-base-content/75">
                "Lo que se cuenta sale de los hechos y no se toca. Aquí se escribe lo que va antes y después. \
                 En una carta a quien reclama no se ofrece ni se vende nada (LGDCU-21.2)."
            </p>
            <nav aria-label="Qué carta" class="mb-2 flex flex-wrap gap-2">{letters}</nav>
            <nav aria-label="En qué lengua" class="mb-4 flex flex-wrap gap-2">{languages}</nav>
            <h3 class="mb-3 font-serif text-lg font-semibold">{named}</h3>
            {shown}
        </Section>
    }
}

fn link(letter: Letter, language: Language, name: &'static str, is_here: bool) -> impl IntoView {
    let to = format!("?carta={}&lengua={}#cartas", letter.code(), language.code());
    let here = is_here.then_some("true");
    view! { <a class=Look::Plain.class() href=to aria-current=here>{name}</a> }
}

fn said(text: Option<String>) -> String {
    text.unwrap_or_else(|| "Nada".to_owned())
}

#[component]
fn Change(version: u64, template: Template, label: String) -> impl IntoView {
    let hint = format!("Hasta {} letras; vacío, nada.", Template::CHARS_MAX);
    view! {
        <WriteForm name="carta" kind="template" label=label draft=draft_of("template")>
            <Hidden name="version" value=version.to_string() />
            <Hidden name="letter" value=template.letter.code() />
            <Hidden name="language" value=template.language.code() />
            <Area name="opening" label="Antes" hint=hint.clone() value=template.opening.unwrap_or_default() />
            <Area name="closing" label="Después" hint=hint value=template.closing.unwrap_or_default() />
            <Button look=Look::Plain>"Guardar la carta"</Button>
        </WriteForm>
    }
}
