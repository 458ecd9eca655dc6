//! The rows that the sieve lets through: where each stands among all that are held, and the rail beside it.

use std::collections::HashMap;

use domain::time::Date;
use domain::timeline::RowKey;
use leptos::prelude::*;

use super::rails::rails;
use super::sieve::Sieve;
use super::story::Story;
use crate::parts::Rail;

/// What is let through, by context.
#[derive(Clone, Copy)]
pub(super) struct LetThrough(pub(super) Memo<Sifted>);

/// The rows that are let through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sifted {
    /// The newest first, each with its day.
    pub(super) rows: Vec<(RowKey, Date)>,
    /// Where each stands among all that are held, and its rail.
    pub(super) places: HashMap<RowKey, (usize, Rail)>,
    /// The rail of the first row of each day.
    pub(super) days: HashMap<Date, Rail>,
}

/// Those of the story that the sieve lets through.
pub(super) fn sifted(story: Story, sieve: &Sieve) -> Sifted {
    story.shown.with(|shown| {
        story.names.with_value(|names| {
            let let_through = shown
                .rows
                .iter()
                .enumerate()
                .filter(|(_, row)| sieve.is_open() || sieve.lets_through(row, names));
            let rows: Vec<_> = let_through.collect();
            let threads: Vec<_> = rows
                .iter()
                .map(|(_, row)| row.matter.map(|matter| matter.thread))
                .collect();
            let mut sifted = Sifted::default();
            for ((place, row), rail) in rows.into_iter().zip(rails(&threads)) {
                sifted.rows.push((row.key, row.on));
                sifted.places.insert(row.key, (place, rail));
                sifted.days.entry(row.on).or_insert(rail);
            }
            sifted
        })
    })
}
