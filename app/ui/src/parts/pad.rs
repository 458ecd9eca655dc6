//! A sheet to sign on with a finger or a pen, and a signature as it was drawn. The strokes are kept as the path of an
//! SVG in a field of the form; without JavaScript there is no sheet, and the form asks in another way.
//! It refuses to decide whether it is a signature: the form is read for that.

use domain::strokes::{HIGH, Point, Strokes, WIDE};
use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;

use super::field::named;
use super::{Look, Tap};

/// The sheet, the way to take strokes back, and why it was refused.
#[component]
pub(crate) fn Pad(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(into)] hint: String,
    /// What the sheet is, to whoever does not see it.
    #[prop(into)]
    drawing: String,
    #[prop(into)] undo: String,
    #[prop(into)] clear: String,
) -> impl IntoView {
    let named = named(&name);
    let reasons = named.reasons;
    let before = Strokes::read(&named.typed.unwrap_or_default()).unwrap_or_default();
    let strokes = RwSignal::new(before);
    let path = Memo::new(move |_| strokes.with(ToString::to_string));
    view! {
        <div class="grid gap-2 [html:not([data-hydrated])_&]:hidden">
            <p class="text-sm font-medium">{label}</p>
            <Surface strokes path label=drawing />
            <p class="text-sm text-base-content/75">{hint}</p>
            <div class="flex flex-wrap gap-2">
                <Tap look=Look::Plain on_tap=move || strokes.set(Strokes::default())>{clear}</Tap>
                <Tap look=Look::Quiet on_tap=move || strokes.update(Strokes::undo)>{undo}</Tap>
            </div>
        </div>
        <input type="hidden" name=name value=move || path.get() />
        <div aria-live="polite">
            <For each=move || reasons.get() key=Clone::clone let:reason>
                <p class="text-sm font-medium text-error">{reason}</p>
            </For>
        </div>
    }
}

#[component]
fn Surface(strokes: RwSignal<Strokes>, path: Memo<String>, label: String) -> impl IntoView {
    let sheet = NodeRef::<Div>::new();
    let is_down = RwSignal::new(false);
    let down = move |event: PointerEvent| {
        let Some(at) = sheet
            .get_untracked()
            .and_then(|sheet| place(&sheet, &event))
        else {
            return;
        };
        // What goes on beside the sheet is still of this stroke.
        if let Some(sheet) = sheet.get_untracked() {
            let _ = sheet.set_pointer_capture(event.pointer_id());
        }
        event.prevent_default();
        let is_begun = strokes.try_update(|strokes| strokes.begin(at));
        is_down.set(is_begun.unwrap_or_default());
    };
    let go = move |event: PointerEvent| {
        if !is_down.get_untracked() {
            return;
        }
        if let Some(at) = sheet
            .get_untracked()
            .and_then(|sheet| place(&sheet, &event))
        {
            strokes.update(|strokes| strokes.go(at));
        }
    };
    let up = move |event: PointerEvent| {
        if event.is_primary() {
            is_down.set(false);
        }
    };
    view! {
        <div
            node_ref=sheet
            role="img"
            aria-label=label
            data-sheet=""
            class="aspect-3/1 w-full cursor-crosshair touch-none overflow-hidden rounded-box border-2 border-base-content/45 bg-white text-black select-none"
            on:pointerdown=down
            on:pointermove=go
            on:pointerup=up
            on:pointercancel=up
        >
            <svg viewBox=sheet_box() class="pointer-events-none size-full" aria-hidden="true">
                <path d="M40 160H560" stroke="currentColor" stroke-opacity="0.3" stroke-dasharray="6 6" fill="none" />
                <Ink path />
            </svg>
        </div>
    }
}

/// Where a finger is on the sheet; nowhere for a second finger.
fn place(sheet: &web_sys::HtmlDivElement, event: &PointerEvent) -> Option<Point> {
    let (wide, high) = (sheet.client_width(), sheet.client_height());
    if !event.is_primary() || wide <= 0 || high <= 0 {
        return None;
    }
    let on = |at: i32, of: i32, whole: u16| {
        let at = i64::from(at.clamp(0, of)) * i64::from(whole) / i64::from(of);
        u16::try_from(at).unwrap_or(whole)
    };
    let x = on(event.offset_x(), wide, WIDE);
    let y = on(event.offset_y(), high, HIGH);
    Some((x, y))
}

/// A signature that was drawn, dark on white in any light.
#[component]
pub(crate) fn Drawing(path: String, #[prop(into)] label: String) -> impl IntoView {
    view! {
        <svg
            role="img"
            aria-label=label
            viewBox=sheet_box()
            class="w-full max-w-sm rounded bg-white text-black"
        >
            <Ink path />
        </svg>
    }
}

#[component]
fn Ink(#[prop(into)] path: Signal<String>) -> impl IntoView {
    view! {
        <path
            d=move || path.get()
            fill="none"
            stroke="currentColor"
            stroke-width="3"
            stroke-linecap="round"
            stroke-linejoin="round"
        />
    }
}

fn sheet_box() -> String {
    format!("0 0 {WIDE} {HIGH}")
}
