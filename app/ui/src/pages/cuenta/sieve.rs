//! The sieve: which rows of the story the address lets through (`?tipo=&persona=&asunto=&palabras=`).
//! It refuses to read: what the page holds is sifted, and what is older comes as ever and is sifted too.

use domain::ids::{MatterId, PersonId};
use domain::search::fold;
use domain::timeline::Row;
use leptos_router::params::ParamsMap;

use crate::words::{Names, Tongue, story};

const FIELDS: [&str; 4] = ["tipo", "persona", "asunto", "palabras"];

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

/// What the address keeps of the sieve, for a link that goes on.
pub(super) fn kept(query: &ParamsMap) -> ParamsMap {
    let mut kept = ParamsMap::new();
    for name in FIELDS {
        if let Some(said) = query.get(name).filter(|said| !said.is_empty()) {
            kept.insert(name, said);
        }
    }
    kept
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

    #[test]
    fn a_link_that_goes_on_keeps_the_sieve_and_nothing_else() {
        let kept = kept(&query(&[
            ("tipo", "notas"),
            ("persona", ""),
            ("registrar", "nota"),
        ]));
        assert_eq!(kept.to_query_string(), "?tipo=notas");
    }
}
