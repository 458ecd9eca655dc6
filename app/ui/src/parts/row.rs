//! The lines of lists: a link to somewhere; the timeline's days, and one line under them with the rail of its thread.

use leptos::prelude::*;

use super::Badge;
use crate::words::{Sentence, Tone};

/// The thread's rail beside a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Rail {
    /// Whether the line belongs to a thread.
    pub(crate) is_threaded: bool,
    /// Whether the line above is of the same one.
    pub(crate) above: bool,
    /// Whether the line below is.
    pub(crate) below: bool,
}

/// All of them.
#[component]
pub(crate) fn Rows(children: Children) -> impl IntoView {
    view! { <ol class="relative">{children()}</ol> }
}

/// A day, in words near today.
#[component]
pub(crate) fn DayHeading(near: String, full: String) -> impl IntoView {
    let heading = near.chars().next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + &near[first.len_utf8()..]
    });
    view! {
        <li class="mt-6 mb-2 first:mt-0">
            <h3 class="text-sm font-semibold text-base-content/80" title=full>{heading}</h3>
        </li>
    }
}

/// One fact, in a sentence.
#[component]
pub(crate) fn RowLine(
    id: String,
    sentence: Sentence,
    time: String,
    is_pending: bool,
    rail: Rail,
    thread: Option<String>,
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
    let above = if rail.above {
        "bg-base-content/30"
    } else {
        "bg-transparent"
    };
    let below = if rail.below {
        "bg-base-content/30"
    } else {
        "bg-transparent"
    };
    let thread = thread.filter(|_| rail.is_threaded && !rail.above);
    view! {
        <li id=id class="grid grid-cols-[3rem_1rem_minmax(0,1fr)] gap-x-3 rounded" aria-busy=is_pending.then_some("true")>
            <span class="pt-2 text-right text-sm text-base-content/75">{time}</span>
            <span class="grid grid-rows-[0.8rem_auto_1fr] justify-items-center" aria-hidden="true">
                <span class=format!("w-0.5 {above}")></span>
                <span class=format!("size-2.5 rounded-full border-2 {dot}")></span>
                <span class=format!("w-0.5 {below}")></span>
            </span>
            <div class="min-w-0 py-1.5">
                <p class="break-words">
                    <strong class="font-semibold">{who}</strong>
                    " "
                    <span class=words>{did}</span>
                    {is_pending.then(|| view! { " " <Badge tone=Tone::Plain text="Guardando…" /> })}
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
            </div>
        </li>
    }
}
