//! What a form carries unseen: its command's id, and the seed of its texts' salts. It refuses to use an id twice.

use domain::refusal::Why;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::read::Draft;

/// An id and a seed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ids {
    /// A UUIDv7.
    pub(crate) id: String,
    /// 64 hexadecimal digits.
    pub(crate) seed: String,
}

/// New ones.
pub(crate) fn mint() -> Ids {
    // The first part of a v7 is the time: two of them, each hashed, are what is random in both.
    let draw = || domain::text::Digest::of(&[Uuid::now_v7().as_bytes(), Uuid::now_v7().as_bytes()]);
    Ids {
        id: Uuid::now_v7().to_string(),
        seed: domain::text::Digest::of(&[&draw().0, &draw().0]).to_string(),
    }
}

/// A refused form is sent again by its own id, unless that id was what was refused: then by a new one.
pub(crate) fn sendable(mut draft: Draft, ids: Ids) -> Draft {
    let is_spent = draft
        .refusals
        .iter()
        .any(|refusal| refusal.why == Why::IdReused);
    if is_spent {
        for (name, value) in &mut draft.fields {
            match name.as_str() {
                "id" => value.clone_from(&ids.id),
                "seed" => value.clone_from(&ids.seed),
                _ => {}
            }
        }
    }
    draft
}

#[cfg(test)]
mod tests {
    use domain::refusal::Refusal;

    use super::*;

    #[test]
    fn ids_differ_and_a_seed_is_a_salt() {
        let (one, two) = (mint(), mint());
        assert_ne!(one, two);
        assert!(domain::text::Salt::from_hex(&one.seed).is_some());
        assert!(one.id.parse::<domain::ids::CommandId>().is_ok());
    }

    #[test]
    fn only_a_spent_id_is_replaced() {
        let of = |why| {
            let draft = Draft {
                fields: vec![("id".into(), "one".into()), ("note".into(), "ñ".into())],
                refusals: vec![Refusal::whole(why)],
            };
            sendable(draft, mint())
        };
        assert_eq!(of(Why::Changed).typed("id"), Some("one"));
        assert_ne!(of(Why::IdReused).typed("id"), Some("one"));
        assert_eq!(of(Why::IdReused).typed("note"), Some("ñ"));
    }
}
