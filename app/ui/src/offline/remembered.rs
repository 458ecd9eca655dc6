//! What this browser remembers of how a person likes to work. It refuses anything of a customer.

use leptos::prelude::*;

/// What was remembered under a name; nothing where the browser keeps nothing.
pub(crate) fn remembered(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Remembers it, where the browser lets it.
pub(crate) fn remember(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(name, value);
    }
}
