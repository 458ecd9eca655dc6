//! What is said to whoever does not see it change: one polite voice a page, which its frame holds.
//! It refuses to interrupt, and to say what stands where the reader already is.

use leptos::prelude::*;

/// The voice, by context.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Announcer(RwSignal<String>);

impl Announcer {
    /// One that has said nothing.
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// Says it, also where it is what was said last.
    pub(crate) fn say(self, sentence: &str) {
        let is_again = self.0.with_untracked(|said| said == sentence);
        // What does not change is not said: a blank tells the two apart.
        let again = if is_again { "\u{a0}" } else { "" };
        self.0.set(format!("{sentence}{again}"));
    }

    /// Says nothing more of the page before.
    pub(super) fn be_quiet(self) {
        self.0.set(String::new());
    }
}

/// The voice of this page.
pub(crate) fn announcer() -> Announcer {
    use_context().unwrap_or_else(Announcer::new)
}

/// Where it is heard.
#[component]
pub(super) fn Voice() -> impl IntoView {
    let Announcer(said) = announcer();
    view! { <p role="status" class="sr-only">{move || said.get()}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_twice_is_heard_twice() {
        Owner::new().with(|| {
            let voice = Announcer::new();
            let heard = [(); 3].map(|()| {
                voice.say("Guardado.");
                voice.0.get_untracked()
            });
            assert!(heard[0] != heard[1] && heard[1] != heard[2], "{heard:?}");
            assert!(
                heard.iter().all(|said| said.trim() == "Guardado."),
                "{heard:?}"
            );
        });
    }
}
