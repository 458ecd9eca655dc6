//! The browser itself: its clock, live hints, keys, what comes into sight. Nothing here runs on the server.

use domain::time::Timestamp;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, EventSource, IntersectionObserver, IntersectionObserverEntry, KeyboardEvent,
};

/// The clock of this device.
pub(crate) fn now() -> Timestamp {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit"
    )]
    Timestamp::from_micros((js_sys::Date::now() * 1000.0) as i64)
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
