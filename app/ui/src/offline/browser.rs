//! The browser itself: its clock, live hints, keys, what comes into sight. Nothing here runs on the server.

use std::time::Duration;

use domain::time::Timestamp;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, EventSource, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    KeyboardEvent,
};

use super::outbox::wait_ms;

/// The clock of this device.
pub(crate) fn now() -> Timestamp {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit"
    )]
    Timestamp::from_micros((js_sys::Date::now() * 1000.0) as i64)
}
/// Hears hints while the tab is seen: the version that an account stands at, or none where some were missed. Each time
/// the stream opens it says where the account stands. A stream that the server ended is opened again, ever more slowly;
/// silent once its owner is gone.
pub(crate) fn listen(path: String, on_hint: impl Fn(Option<u64>) + Clone + 'static) {
    let (turn, in_vain) = (RwSignal::new(0_u32), StoredValue::new(0_u32));
    let again = move || {
        turn.try_update(|turn| *turn = turn.wrapping_add(1));
    };
    Effect::new(move |_| {
        turn.track();
        if document().hidden() {
            return;
        }
        let Ok(source) = EventSource::new(&path) else {
            return;
        };
        let on_hint = on_hint.clone();
        let heard = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            in_vain.try_set_value(0);
            on_hint(version_of(&event));
        });
        let heard = heard.into_js_value();
        for hint in ["moved", "missed"] {
            let _ = source.add_event_listener_with_callback(hint, heard.unchecked_ref());
        }
        let failing = source.clone();
        let failed = Closure::<dyn Fn()>::new(move || {
            // What the network cut, the browser mends itself.
            if failing.ready_state() == EventSource::CLOSED {
                let tries = in_vain.try_get_value().unwrap_or_default();
                in_vain.try_set_value(tries.saturating_add(1));
                set_timeout(again, Duration::from_millis(wait_ms(tries).into()));
            }
        });
        source.set_onerror(Some(failed.into_js_value().unchecked_ref()));
        let open = StoredValue::new_local(source);
        on_cleanup(move || {
            open.try_with_value(EventSource::close);
        });
    });
    let seen = window_event_listener_untyped("visibilitychange", move |_| again());
    on_cleanup(move || seen.remove());
}

/// What a hint says: `{"version": 7, …}`.
fn version_of(event: &JsValue) -> Option<u64> {
    let said = js_sys::Reflect::get(event, &"data".into())
        .ok()?
        .as_string()?;
    let said: serde_json::Value = serde_json::from_str(&said).ok()?;
    said.get("version")?.as_u64()
}

/// Puts the keyboard at the heading of the page that has come, which is read out; where it has none, at its content.
pub(crate) fn go_to_heading() {
    request_animation_frame(|| {
        let content = document().get_element_by_id("contenido");
        let heading = content
            .as_ref()
            .and_then(|content| content.query_selector("h1").ok().flatten());
        if let Some(heading) = heading.as_ref() {
            let _ = heading.set_attribute("tabindex", "-1");
        }
        let place = heading.or(content);
        if let Some(place) = place.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
            let _ = place.focus();
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
