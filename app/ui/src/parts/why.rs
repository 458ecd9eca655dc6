//! «Por qué esta fecha»: the sentence, the other clocks, the rule, and the days as they were counted, unfolded where the
//! date stands. It refuses to draw the days before somebody looks at them.

use domain::calendar::Working;
use leptos::prelude::*;

use super::Days;
use crate::words::WhyDate;

const WHY: &str = "inline-flex min-h-11 items-center text-sm text-base-content/75 underline decoration-base-content/40 underline-offset-4 hover:text-base-content";
/// Why a date is that date.
#[component]
pub(crate) fn Why(why: WhyDate, working: Option<Working<'static>>) -> impl IntoView {
    let WhyDate {
        rule,
        sentence,
        later,
    } = why;
    let is_looked_at = RwSignal::new(false);
    let days = StoredValue::new(working);
    let shown = move || {
        let working = is_looked_at.get().then(|| days.get_value()).flatten();
        working.map(|working| view! { <Days working /> })
    };
    view! {
        <details class="open:basis-full" on:toggle=move |_| is_looked_at.set(true)>
            <summary class=WHY>"Por qué esta fecha"</summary>
            <div class="mb-2 border-l-2 border-base-300 pl-3 text-sm">
                <p>{sentence}</p>
                {later.map(|later| view! { <p class="mt-1">{later}</p> })}
                <p class="mt-1 text-base-content/75">{rule}</p>
                {shown}
            </div>
        </details>
    }
}
