//! The names things go by: UUIDs told apart by type, so that a contact can never stand where an account is meant.
//! Whoever asks mints a version 7; what a command needs beyond its own id is derived from it (version 8, RFC 9562).
//! It refuses to mint: ids come in as arguments.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$about:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps it; any UUID will do.
            #[must_use]
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID itself.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text.trim()).map(Self)
            }
        }
    )+};
}

ids! {
    /// A customer.
    AccountId,
    /// A person on the customer's side.
    ContactId,
    /// Somebody of the house.
    PersonId,
    /// A store of the house.
    StoreId,
    /// A promise, an order or a claim: the thread a fact belongs to.
    MatterId,
    /// What was asked, once.
    CommandId,
    /// A text that a fact points to.
    TextId,
    /// A picture or a document that a fact points to.
    AttachmentId,
    /// An enrolled tablet.
    DeviceId,
    /// A stream of facts: an account's, or the house's.
    StreamId,
}

impl StreamId {
    /// The one stream of the house: people, stores, calendars, settings.
    pub const HOUSE: Self = Self(Uuid::nil());

    /// The account whose stream this is; `None` for the house's.
    #[must_use]
    pub fn account(self) -> Option<AccountId> {
        (self != Self::HOUSE).then_some(AccountId(self.0))
    }
}

impl From<AccountId> for StreamId {
    fn from(account: AccountId) -> Self {
        Self(account.0)
    }
}

impl CommandId {
    /// The n-th id this command may use for what it creates: UUIDv8 of SHA-256(command id ‖ n, big endian).
    #[must_use]
    pub fn derive(self, n: u64) -> Uuid {
        let mut hash = Sha256::new();
        hash.update(self.0.as_bytes());
        hash.update(n.to_be_bytes());
        v8(&hash.finalize())
    }
}

impl MatterId {
    /// The investigation of a claim: a claim has one, whoever opens it.
    #[must_use]
    pub fn investigation(self) -> Self {
        Self(named(&["investigation", &self.to_string()]))
    }
}

/// An id from words, such as a source and a row's key: the same words, the same id. Each word is hashed with its
/// length, so `["ab", "c"]` and `["a", "bc"]` differ.
#[must_use]
pub fn named(words: &[&str]) -> Uuid {
    let mut hash = Sha256::new();
    for word in words {
        hash.update((word.len() as u64).to_be_bytes());
        hash.update(word.as_bytes());
    }
    v8(&hash.finalize())
}

fn v8(hash: &[u8]) -> Uuid {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_ids_are_version_8_and_fixed_for_ever() {
        let seven = CommandId::from_uuid(Uuid::from_u128(7));
        assert_eq!(
            seven.derive(0).to_string(),
            "00a92c99-7357-8965-a62c-e69db5d9b78b"
        );
        assert_ne!(seven.derive(0), seven.derive(1));
        assert_eq!(seven.derive(1).get_version_num(), 8);
    }

    #[test]
    fn words_name_an_id_by_where_they_end() {
        assert_ne!(named(&["ab", "c"]), named(&["a", "bc"]));
        assert_eq!(named(&["erp", "77"]), named(&["erp", "77"]));
    }
}
