//! A form as it stands in the page: read, emptied, and where the keyboard goes in it.

use domain::form::Typed;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, FormData, HtmlElement, HtmlFormElement, HtmlInputElement};

use super::Ids;

/// The form that was sent.
pub(crate) fn form_of(event: &SubmitEvent) -> Option<HtmlFormElement> {
    event.target()?.dyn_into().ok()
}

/// The form around what changed.
pub(crate) fn form_around(event: &Event) -> Option<HtmlFormElement> {
    let changed: Element = event.target()?.dyn_into().ok()?;
    changed.closest("form").ok()??.dyn_into().ok()
}

/// Names and values as they stand; a file is none.
pub(crate) fn typed(form: &HtmlFormElement) -> Typed {
    let mut typed = Typed::new();
    let Ok(data) = FormData::new_with_form(form) else {
        return typed;
    };
    for pair in data.entries().into_iter().flatten() {
        let pair = js_sys::Array::from(&pair);
        if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
            typed.push((name, value));
        }
    }
    typed
}

/// An accepted form is empty again, and asks for something new.
pub(crate) fn renew(form: &HtmlFormElement, ids: &Ids) {
    form.reset();
    for (name, value) in [("id", &ids.id), ("seed", &ids.seed)] {
        let found = form
            .query_selector(&format!("input[name={name}]"))
            .ok()
            .flatten();
        if let Some(input) = found.and_then(|one| one.dyn_into::<HtmlInputElement>().ok()) {
            input.set_value(value);
        }
    }
}

/// Writes a value into a field, unless somebody is typing in it.
pub(crate) fn put(form: &HtmlFormElement, name: &str, value: &str) {
    let found = form
        .query_selector(&format!("[name={name}]"))
        .ok()
        .flatten();
    let Some(field) = found.filter(|field| document().active_element().as_ref() != Some(field))
    else {
        return;
    };
    // One word for an input and a choice, and another for what is ticked.
    let is_ticked = field.get_attribute("type").as_deref() == Some("checkbox");
    let (property, value) = if is_ticked {
        ("checked", JsValue::from_bool(!value.is_empty()))
    } else {
        ("value", JsValue::from_str(value))
    };
    let _ = js_sys::Reflect::set(&field, &property.into(), &value);
}

/// Once the reasons stand in the page, the first refused field is where the person is.
pub(crate) fn focus_first_refused(form: HtmlFormElement) {
    request_animation_frame(move || {
        let refused = form.query_selector("[aria-invalid=true]").ok().flatten();
        if let Some(field) = refused.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
        }
    });
}

/// An accepted form is done with: unfolded for it, it folds again, and the keyboard goes on from its section's heading.
/// Where the form is gone with the keyboard in it, so does it.
pub(crate) fn leave(form: &HtmlFormElement) {
    let around = |selector: &str| form.closest(selector).ok().flatten();
    let fold = around("details");
    let is_folded = fold.is_some();
    if let Some(fold) = fold {
        let _ = fold.remove_attribute("open");
    }
    let heading = around("section")
        .and_then(|section| section.query_selector("h2").ok().flatten())
        .and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
    request_animation_frame(move || {
        let body = document().body().map(HtmlElement::into);
        let is_lost = document().active_element() == body;
        if !is_folded && !is_lost {
            return;
        }
        let main = || document().get_element_by_id("contenido")?.dyn_into().ok();
        let place = heading.filter(|heading| heading.is_connected());
        if let Some(place) = place.or_else(main) {
            let _ = place.focus();
        }
    });
}

/// Puts the keyboard into an element: its first field or, where it has none, its heading.
pub(crate) fn go_to(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        let found = document().get_element_by_id(&id);
        let field = found.and_then(|form| {
            let first = |of: &str| form.query_selector(of).ok().flatten();
            let field = first("input:not([type=hidden]), select, textarea");
            field.or_else(|| first("[tabindex]"))
        });
        if let Some(field) = field.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
        }
    });
}
