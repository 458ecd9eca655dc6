//! The document around every page. It refuses to know which page it holds.

use leptos::config::LeptosOptions;
use leptos::hydration::{AutoReload, HydrationScripts};
use leptos::prelude::*;
use leptos_meta::{HashedStylesheet, MetaTags};

use crate::App;

/// The document, with the page inside it.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang="es">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <Letters file="/source-sans-3.woff2" />
                <Letters file="/source-serif-4.woff2" />
                <HashedStylesheet options=options.clone() />
                <AutoReload options=options.clone() />
                <HydrationScripts options />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Asked for at once, so that the first line is set in it.
#[component]
fn Letters(file: &'static str) -> impl IntoView {
    view! { <link rel="preload" href=file r#as="font" r#type="font/woff2" crossorigin="anonymous" /> }
}
