//! Palabra's screens: rendered on the server, alive in the browser.
//! They refuse to know tables, sockets and clocks: what a request brings is handed to them.

pub mod problem;
pub mod read;

use leptos::prelude::*;

/// The document around every page.
pub fn shell(_options: LeptosOptions) -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang="es">
            <head>
                <meta charset="utf-8" />
                <title>"Palabra"</title>
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Every page, by its address.
#[component]
pub fn App() -> impl IntoView {
    view! { <main></main> }
}
