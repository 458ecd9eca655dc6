use domain::refusal::{Refusal, Why};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;

use super::*;
use crate::read::Draft;
use crate::words::{Sentence, Tone, Tongue, refusals};

fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    owner.with(|| view().into_view().to_html())
}

fn form(draft: Draft) -> String {
    html(|| {
        view! {
            <WriteForm name="nota" kind="note" label="Nota" draft>
                <Area name="note" label="Qué conviene saber" />
                <Field name="when" label="Cuándo" />
                <Button look=Look::Main>"Guardar"</Button>
            </WriteForm>
        }
    })
}

fn refused(field: Option<&str>, why: Why) -> Draft {
    Draft {
        fields: vec![
            ("id".into(), "0190a0a0-0000-7000-8000-000000000001".into()),
            ("seed".into(), "ab".repeat(32)),
            ("note".into(), "Llamar <el> lunes".into()),
        ],
        refusals: vec![Refusal {
            field: field.map(str::to_owned),
            why,
        }],
    }
}

#[test]
fn a_refused_field_says_why_beside_it_and_keeps_what_was_typed() {
    let page = form(refused(Some("note"), Why::Missing));
    assert!(page.contains("Llamar &lt;el&gt; lunes"), "{page}");
    assert!(page.contains("aria-invalid=\"true\""), "{page}");
    assert!(
        page.contains(&refusals::sentence(Tongue::Es, &Why::Missing)),
        "{page}"
    );
    assert_eq!(
        page.matches("aria-invalid=\"true\"").count(),
        1,
        "only that field: {page}"
    );
}

#[test]
fn a_reason_without_a_field_of_the_form_stands_under_it() {
    for field in [None, Some("matter")] {
        let page = form(refused(field, Why::Changed));
        assert!(
            page.contains(&refusals::sentence(Tongue::Es, &Why::Changed)),
            "{page}"
        );
        assert!(!page.contains("aria-invalid=\"true\""), "{page}");
    }
}

#[test]
fn a_refused_form_keeps_its_id_and_a_new_one_has_its_own() {
    let page = form(refused(None, Why::Changed));
    assert!(
        page.contains("value=\"0190a0a0-0000-7000-8000-000000000001\""),
        "{page}"
    );
    let ids = |page: &str| {
        page.split("name=\"id\" value=\"")
            .nth(1)
            .map(|rest| rest[..36].to_owned())
    };
    assert_ne!(ids(&form(Draft::default())), ids(&form(Draft::default())));
}

#[test]
fn a_row_that_waits_says_so_and_a_settled_one_does_not() {
    let row = |waits| {
        html(move || {
            let sentence = Sentence {
                who: "Marta".into(),
                did: "anotó".into(),
                quote: Some("<b>".into()),
                tone: Tone::Plain,
            };
            let rail = Rail::default();
            view! { <RowLine id="row-1-0".into() sentence time="17:05".into() waits rail thread=None more=None /> }
        })
    };
    assert!(
        row(Some("Guardando…")).contains("Guardando…")
            && row(Some("Guardando…")).contains("aria-busy=\"true\"")
    );
    assert!(!row(None).contains("Guardando…") && !row(None).contains("aria-busy"));
    assert!(row(None).contains("&lt;b&gt;"), "what people write is text");
}

#[test]
fn a_hint_is_read_with_its_field() {
    let page = html(|| {
        view! {
            <WriteForm name="nota" kind="note" label="Nota">
                <Field name="when" label="Cuándo" hint="Vacío es hoy." />
                <Area name="note" label="Qué" />
            </WriteForm>
        }
    });
    assert!(
        page.contains("aria-describedby=\"nota-when-ayuda nota-when-por-que\""),
        "{page}"
    );
    assert!(page.contains("id=\"nota-when-ayuda\""), "{page}");
    assert!(
        page.contains("aria-describedby=\"nota-note-por-que\""),
        "{page}"
    );
}

#[test]
fn a_field_that_comes_later_belongs_to_its_own_form() {
    let page = html(|| {
        let lines = || {
            view! {
                <Show when=|| true>
                    <Check name="lines" value="0" label="Diez cerraduras" ticked=true />
                </Show>
            }
        };
        view! {
            <WriteForm name="una" kind="deliver" label="Ya llegó">{lines()}</WriteForm>
            <WriteForm name="otra" kind="deliver" label="Ya llegó">{lines()}</WriteForm>
        }
    });
    for id in ["una-lines-0", "otra-lines-0"] {
        assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{page}");
    }
}

#[test]
fn what_was_not_ticked_comes_back_so() {
    let check = |draft: Draft| {
        html(move || {
            view! {
                <WriteForm name="una" kind="deliver" label="Ya llegó" draft>
                    <Check name="lines" value="0" label="Diez cerraduras" ticked=true />
                </WriteForm>
            }
        })
    };
    assert!(check(Draft::default()).contains("checked"));
    assert!(!check(refused(None, Why::Missing)).contains("checked"));
}
