//! The rails of threads beside the lines of a story: how far each reaches, in which lane, and how that is drawn.
//! It refuses to know which thread it is.

use leptos::prelude::*;

/// How many threads may run beside each other.
pub(crate) const LANES_MAX: usize = 3;

/// How far a rail reaches in one line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Reach {
    /// There is none.
    #[default]
    Nowhere,
    /// From the line's dot on.
    ToBelow,
    /// Past it, from the line above to the line below.
    Through,
    /// Up to the line's dot.
    FromAbove,
}

/// The rails beside a line, and where its dot stands among them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Rail {
    /// The lane of its dot.
    pub(crate) dot: usize,
    /// Whether it is the first of its thread, whose name it shows.
    pub(crate) is_first: bool,
    /// What runs in each lane.
    pub(crate) lanes: [Reach; LANES_MAX],
    /// How many lanes the list has.
    pub(crate) wide: usize,
}

impl Rail {
    /// How many lanes it needs.
    pub(crate) fn lanes_used(&self) -> usize {
        let last = self.lanes.iter().rposition(|lane| *lane != Reach::Nowhere);
        self.dot.max(last.unwrap_or(0)) + 1
    }

    /// Those that reach the line from above, as they pass what stands over it.
    pub(crate) fn above(&self) -> Self {
        let passing = self.lanes.map(|lane| match lane {
            Reach::Through | Reach::FromAbove => Reach::Through,
            Reach::Nowhere | Reach::ToBelow => Reach::Nowhere,
        });
        Self {
            lanes: passing,
            ..*self
        }
    }

    pub(super) const fn columns(&self) -> &'static str {
        match self.wide {
            0 | 1 => "grid grid-cols-[3rem_1rem_minmax(0,1fr)] gap-x-3",
            2 => "grid grid-cols-[3rem_1.75rem_minmax(0,1fr)] gap-x-3",
            _ => "grid grid-cols-[3rem_2.5rem_minmax(0,1fr)] gap-x-3",
        }
    }
}

pub(super) const fn left(lane: usize) -> &'static str {
    match lane {
        0 => "left-2",
        1 => "left-5",
        _ => "left-8",
    }
}

/// What is drawn of them.
#[component]
pub(super) fn Rails(rail: Rail) -> impl IntoView {
    rail.lanes
        .into_iter()
        .enumerate()
        .filter_map(|(lane, reach)| {
            let extent = match reach {
                Reach::Nowhere => return None,
                Reach::ToBelow => "top-[1.1rem] bottom-0",
                Reach::Through => "inset-y-0",
                Reach::FromAbove => "top-0 h-[1.1rem]",
            };
            let class = format!(
                "absolute w-0.5 -translate-x-1/2 bg-base-content/30 {} {extent}",
                left(lane)
            );
            Some(view! { <span class=class></span> })
        })
        .collect_view()
}
