//! The page of a problem: drawn where no page of the house's can be, so it holds no script and reads nothing.
//! It refuses to know what failed: it shows the reference by which the log does.

use leptos::config::LeptosOptions;
use leptos::prelude::*;
use leptos_meta::HashedStylesheet;

use crate::parts::frame::Sheet;
use crate::problem::{HOME, Problem};

/// The whole document.
#[must_use]
pub fn problem_page(options: &LeptosOptions, problem: Problem, reference: Option<&str>) -> String {
    let options = options.clone();
    let reference = reference.map(str::to_owned);
    let page = Owner::new().with(|| {
        view! {
            <html lang="es">
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light dark" />
                    <title>{format!("{} · Palabra", problem.title())}</title>
                    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                    <HashedStylesheet options />
                </head>
                <body>
                    <Sheet title=problem.title()>
                        <p>{problem.sentence()}</p>
                        {reference.map(|reference| view! { <p class="mt-4">"Referencia: " <code>{reference}</code></p> })}
                        <p class="mt-4"><a class="underline" href="/">{HOME}</a></p>
                    </Sheet>
                </body>
            </html>
        }
        .to_html()
    });
    format!("<!DOCTYPE html>{page}")
}
