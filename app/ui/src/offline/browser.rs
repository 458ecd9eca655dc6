//! The browser itself: forms read as they stand, requests, live hints, time. Nothing here runs on the server.

use domain::form::Typed;
use domain::time::Timestamp;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, EventSource, FormData, HtmlElement, HtmlFormElement, HtmlInputElement,
    IntersectionObserver, IntersectionObserverEntry, KeyboardEvent, RequestInit, Response,
    UrlSearchParams,
};

use super::Ids;

/// The clock of this device.
pub(crate) fn now() -> Timestamp {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit"
    )]
    Timestamp::from_micros((js_sys::Date::now() * 1000.0) as i64)
}

/// The form that was sent.
pub(crate) fn form_of(event: &SubmitEvent) -> Option<HtmlFormElement> {
    event.target()?.dyn_into().ok()
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

/// Once the reasons stand in the page, the first refused field is where the person is.
pub(crate) fn focus_first_refused(form: HtmlFormElement) {
    request_animation_frame(move || {
        let refused = form.query_selector("[aria-invalid=true]").ok().flatten();
        if let Some(field) = refused.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
        }
    });
}

/// Why a request brought nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lost {
    /// No network, or the server asks to come again: the same thing may be sent again.
    Again,
    /// Sent again it would be answered the same: nobody is signed in any more, or it cannot be read.
    Forever,
}

/// Posts a form, as the browser would; the answer is JSON.
pub(crate) async fn post<T: DeserializeOwned>(
    path: &str,
    typed: &[(String, String)],
) -> Result<T, Lost> {
    let body = UrlSearchParams::new().map_err(|_| Lost::Again)?;
    for (name, value) in typed {
        body.append(name, value);
    }
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&body);
    fetch(path, &init).await
}

/// Reads JSON.
pub(crate) async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Lost> {
    fetch(path, &RequestInit::new()).await
}

async fn fetch<T: DeserializeOwned>(path: &str, init: &RequestInit) -> Result<T, Lost> {
    let headers = web_sys::Headers::new().map_err(|_| Lost::Again)?;
    headers
        .set("Accept", "application/json")
        .map_err(|_| Lost::Again)?;
    init.set_headers(&headers);
    let sent = window().fetch_with_str_and_init(path, init);
    let response: Response = JsFuture::from(sent)
        .await
        .ok()
        .and_then(|response| response.dyn_into().ok())
        .ok_or(Lost::Again)?;
    // 422 says why; 408 and 429 ask to come again.
    if matches!(response.status(), 400..=499) && !matches!(response.status(), 408 | 422 | 429) {
        return Err(Lost::Forever);
    }
    let text = response.text().map_err(|_| Lost::Again)?;
    let text = JsFuture::from(text)
        .await
        .ok()
        .and_then(|text| text.as_string());
    serde_json::from_str(&text.ok_or(Lost::Again)?).map_err(|_| Lost::Again)
}

/// Waits that many milliseconds.
pub(crate) async fn wait(ms: u32) {
    let promise = js_sys::Promise::new(&mut |done, _| {
        let ms = i32::try_from(ms).unwrap_or(i32::MAX);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms);
    });
    let _ = JsFuture::from(promise).await;
}

/// Hears hints while the tab is seen, and asks once whenever it is seen again; silent once its owner is gone.
pub(crate) fn listen(path: String, on_hint: impl Fn() + Clone + 'static) {
    let open = StoredValue::new_local(None::<EventSource>);
    let look = move || {
        let is_hidden = document().hidden();
        if let Some(Some(source)) = open.try_update_value(Option::take) {
            source.close();
        }
        if is_hidden {
            return;
        }
        let Ok(source) = EventSource::new(&path) else {
            return;
        };
        let (heard, opened) = (on_hint.clone(), on_hint.clone());
        let heard = Closure::<dyn Fn()>::new(heard).into_js_value();
        let opened = Closure::<dyn Fn()>::new(opened).into_js_value();
        for hint in ["moved", "missed"] {
            let _ = source.add_event_listener_with_callback(hint, heard.unchecked_ref());
        }
        source.set_onopen(Some(opened.unchecked_ref()));
        open.set_value(Some(source));
    };
    look();
    let seen = window_event_listener_untyped("visibilitychange", move |_| look());
    on_cleanup(move || {
        seen.remove();
        if let Some(Some(source)) = open.try_update_value(Option::take) {
            source.close();
        }
    });
}

/// A key pressed while nothing is being typed.
pub(crate) fn on_key(pressed: impl Fn(&str) + 'static) {
    let handle = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        let typing = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .is_some_and(|element| {
                matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            });
        if !typing && !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
            pressed(&event.key());
        }
    });
    on_cleanup(move || handle.remove());
}

/// Calls when an element comes into sight, as often as it does.
pub(crate) fn when_seen(element: &Element, seen: impl Fn() + 'static) {
    let told = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let is_seen = entries.iter().any(|entry| {
            entry
                .unchecked_ref::<IntersectionObserverEntry>()
                .is_intersecting()
        });
        if is_seen {
            seen();
        }
    });
    let told = told.into_js_value();
    if let Ok(observer) = IntersectionObserver::new(told.unchecked_ref()) {
        observer.observe(element);
        let kept = StoredValue::new_local(observer);
        on_cleanup(move || {
            kept.try_with_value(IntersectionObserver::disconnect);
        });
    }
}

/// Puts the keyboard into an element.
pub(crate) fn go_to(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        let found = document().get_element_by_id(&id);
        let field = found.and_then(|form| {
            form.query_selector("input:not([type=hidden]), select, textarea")
                .ok()
                .flatten()
        });
        if let Some(field) = field.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
        }
    });
}
