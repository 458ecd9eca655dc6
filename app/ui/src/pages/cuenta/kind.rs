//! The short forms of Registrar: what each is called, and which of them one that came back was.

use leptos::prelude::*;

use super::fields::{Attachment, Claim, Interaction, Note, Order, Promise};
use crate::parts::Glyph;
use crate::read::Draft;

/// What can be written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Interaction,
    Promise,
    Order,
    Claim,
    Note,
    Attachment,
}

impl Kind {
    pub(super) const ALL: [Self; 6] = [
        Self::Interaction,
        Self::Promise,
        Self::Order,
        Self::Claim,
        Self::Note,
        Self::Attachment,
    ];

    /// Its word in the address, its label, its key and its picture.
    pub(super) const fn about(self) -> (&'static str, &'static str, &'static str, Glyph) {
        match self {
            Self::Interaction => ("llamada", "Llamada", "l", Glyph::Phone),
            Self::Promise => ("promesa", "Promesa", "p", Glyph::Promise),
            Self::Order => ("pedido", "Pedido", "o", Glyph::Order),
            Self::Claim => ("reclamacion", "Reclamación", "r", Glyph::Claim),
            Self::Note => ("nota", "Nota", "n", Glyph::Note),
            Self::Attachment => ("adjunto", "Foto o PDF", "f", Glyph::Clip),
        }
    }

    /// Which of the forms one that came back was; none where it was a step of what is owed.
    pub(super) fn of_draft(draft: &Draft) -> Option<Self> {
        if draft.typed("step").is_some() {
            return None;
        }
        Some(match draft.typed("kind")? {
            "interaction" => Self::Interaction,
            "promise" => Self::Promise,
            "order" => Self::Order,
            "claim" => Self::Claim,
            "note" => Self::Note,
            "attach" => Self::Attachment,
            _ => return None,
        })
    }
}

/// The form of a kind; what was typed before stands in it.
#[component]
pub(super) fn Form(kind: Kind, draft: Option<Draft>, #[prop(into)] name: String) -> impl IntoView {
    let draft = draft.unwrap_or_default();
    match kind {
        Kind::Interaction => view! { <Interaction name draft /> }.into_any(),
        Kind::Promise => view! { <Promise name draft /> }.into_any(),
        Kind::Order => view! { <Order name draft /> }.into_any(),
        Kind::Claim => view! { <Claim name draft /> }.into_any(),
        Kind::Note => view! { <Note name draft /> }.into_any(),
        Kind::Attachment => view! { <Attachment name draft /> }.into_any(),
    }
}
