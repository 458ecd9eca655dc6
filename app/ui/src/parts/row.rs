//! The lines of lists: a link to somewhere; the timeline's days, and one line under them with the rail of its thread.

use leptos::prelude::*;

use super::Badge;
use super::rail::{Rail, Rails, left};
use crate::words::{Sentence, Tone};

/// All of them.
#[component]
pub(crate) fn Rows(children: Children) -> impl IntoView {
    view! { <ol class="relative">{children()}</ol> }
}

/// A day, in words near today.
#[component]
pub(crate) fn DayHeading(
    #[prop(into)] near: Signal<String>,
    full: String,
    #[prop(into)] rail: Signal<Rail>,
) -> impl IntoView {
    let heading = move || capital(&near.get());
    view! {
        <li class=move || rail.get().columns()>
            <h3 class="relative z-10 col-span-3 col-start-1 row-start-1 pt-6 pb-2 text-sm font-semibold text-base-content/80">
                <span class="bg-base-100 pr-3" title=full>{heading}</span>
            </h3>
            <span class="relative col-start-2 row-start-1" aria-hidden="true">
                {move || view! { <Rails rail=rail.get().above() /> }}
            </span>
        </li>
    }
}

fn capital(near: &str) -> String {
    near.chars().next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + &near[first.len_utf8()..]
    })
}

/// One fact, in a sentence.
#[component]
pub(crate) fn RowLine(
    id: String,
    sentence: Sentence,
    time: String,
    /// What is said of it while it waits for the server.
    waits: Option<&'static str>,
    rail: Rail,
    thread: Option<String>,
    /// Where more of it is, and what that is.
    more: Option<(String, &'static str)>,
) -> impl IntoView {
    let Sentence {
        who,
        did,
        quote,
        tone,
    } = sentence;
    let (dot, words) = match tone {
        Tone::Plain => ("border-base-content/50 bg-base-100", ""),
        Tone::Broken => ("border-error bg-error", "text-error"),
        Tone::Risk => ("border-warning bg-warning", "text-warning"),
        Tone::Kept => ("border-success bg-success", "text-success"),
        Tone::Defensor => ("border-info bg-info", "text-info"),
    };
    let thread = thread.filter(|_| rail.is_first);
    let more = more.map(|(at, what)| {
        let label = format!("{what}: {}", quote.as_deref().unwrap_or(&did));
        (at, what, label)
    });
    let dot = format!(
        "absolute top-[0.8rem] size-2.5 -translate-x-1/2 rounded-full border-2 {} {dot}",
        left(rail.dot)
    );
    view! {
        <li id=id class=format!("rounded {}", rail.columns()) aria-busy=waits.map(|_| "true")>
            <span class="pt-2 text-right text-sm text-base-content/75">{time}</span>
            <span class="relative" aria-hidden="true">
                <Rails rail />
                <span class=dot></span>
            </span>
            <div class="min-w-0 py-1.5">
                <p class="break-words">
                    <strong class="font-semibold">{who}</strong>
                    " "
                    <span class=words>{did}</span>
                    {waits.map(|text| view! { " " <Badge tone=Tone::Plain text /> })}
                </p>
                {quote
                    .map(|quote| {
                        view! {
                            <blockquote class="mt-1 border-l-2 border-base-300 pl-3 whitespace-pre-line text-base-content/85">
                                {quote}
                            </blockquote>
                        }
                    })}
                {thread.map(|thread| view! { <p class="mt-0.5 text-sm text-base-content/75">{thread}</p> })}
                {more
                    .map(|(at, what, label)| {
                        // No page of ours, or one that the server renders whole.
                        view! {
                            <p class="mt-0.5 text-sm">
                                <a href=at rel="external" aria-label=label class="inline-block py-1 underline underline-offset-4">
                                    {what}
                                </a>
                            </p>
                        }
                    })}
            </div>
        </li>
    }
}
