//! The sieve: which rows of the story the address lets through (`?tipo=&persona=&asunto=&palabras=`).
//! It refuses to read: what the page holds is sifted, and what is older comes as ever and is sifted too.

use domain::ids::{MatterId, PersonId};
use domain::search::fold;
use domain::timeline::Row;
use leptos_router::params::ParamsMap;

use crate::words::{Names, Tongue, story};

/// Its names in the address.
pub(super) const FIELDS: [&str; 4] = ["tipo", "persona", "asunto", "palabras"];

/// What is let through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sieve {
    kind: Option<String>,
    person: Option<PersonId>,
    thread: Option<MatterId>,
    words: Vec<String>,
}

impl Sieve {
    /// As the address says; what is not understood sifts nothing.
    pub(super) fn read(query: &ParamsMap) -> Self {
        let said = |name: &str| query.get(name).filter(|said| !said.trim().is_empty());
        Self {
            kind: said("tipo"),
            person: said("persona").and_then(|id| id.parse().ok()),
            thread: said("asunto").and_then(|id| id.parse().ok()),
            words: said("palabras")
                .map(|words| fold(&words).split_whitespace().map(str::to_owned).collect())
                .unwrap_or_default(),
        }
    }

    /// Whether everything is.
    pub(super) fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether that row is.
    pub(super) fn lets_through(&self, row: &Row, names: &Names) -> bool {
        self.kind
            .as_deref()
            .is_none_or(|kind| kind == story::kind(&row.fact))
            && self
                .person
                .is_none_or(|person| story::person(row) == Some(person))
            && self
                .thread
                .is_none_or(|thread| row.matter.is_some_and(|matter| matter.thread == thread))
            && story::says(Tongue::Es, row, names, &self.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(said: &[(&'static str, &str)]) -> ParamsMap {
        said.iter()
            .map(|(name, said)| (*name, (*said).to_owned()))
            .collect()
    }

    #[test]
    fn what_is_not_understood_sifts_nothing() {
        assert!(
            Sieve::read(&query(&[
                ("persona", "nadie"),
                ("asunto", "x"),
                ("palabras", "  ")
            ]))
            .is_open()
        );
        assert!(!Sieve::read(&query(&[("palabras", "Ñandú")])).is_open());
    }
}
