//! Words of people (names, phones, notes) stand apart from facts, in rows that a fact points to with a salted digest:
//! a person can be erased and the sealed history still holds.
//! It refuses to know where texts are kept, and to make randomness: the salt comes with the command.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};

use crate::ids::{CommandId, TextId};

/// The longest text a command may carry, in bytes.
pub const BODY_BYTES_MAX: usize = 20_000;

macro_rules! hex_bytes {
    ($($(#[$about:meta])* $name:ident),+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 32]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl $name {
            /// Reads 64 hexadecimal digits; `None` for anything else.
            #[must_use]
            pub fn from_hex(text: &str) -> Option<Self> {
                let text = text.as_bytes();
                let mut bytes = [0; 32];
                if text.len() != 64 {
                    return None;
                }
                for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
                    let digit = |at: usize| char::from(pair[at]).to_digit(16);
                    *byte = u8::try_from(digit(0)? * 16 + digit(1)?).ok()?;
                }
                Some(Self(bytes))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(from)?;
                Self::from_hex(&text).ok_or_else(|| de::Error::custom("not 64 hexadecimal digits"))
            }
        }
    )+};
}

hex_bytes! {
    /// A SHA-256 (FIPS 180-4), written in hexadecimal.
    Digest,
    /// 32 random bytes that keep a short text from being guessed from its digest.
    Salt
}

impl Digest {
    /// The SHA-256 of those parts, one after the other.
    #[must_use]
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part);
        }
        Self(hash.finalize().into())
    }
}

/// A text as a command brings it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Its id, within its stream.
    pub id: TextId,
    /// Its salt.
    pub salt: Salt,
    /// The words.
    pub body: String,
}

/// A text as a fact points to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TextRef {
    /// Which text.
    pub id: TextId,
    /// SHA-256(salt ‖ body).
    pub digest: Digest,
}

impl Text {
    /// How a fact points to it.
    #[must_use]
    pub fn reference(&self) -> TextRef {
        TextRef {
            id: self.id,
            digest: Digest::of(&[&self.salt.0, self.body.as_bytes()]),
        }
    }
}

/// Writes the texts of one command: ids derived from it, salts from a seed only its sender knows.
#[derive(Debug, Clone)]
pub struct Pen {
    command: CommandId,
    seed: Salt,
    next: u64,
}

impl Pen {
    /// Ids of texts lie beyond those of matters.
    const FIRST: u64 = 1 << 16;

    /// For that command; the seed is 32 random bytes minted with its id.
    #[must_use]
    pub fn new(command: CommandId, seed: Salt) -> Self {
        Self {
            command,
            seed,
            next: Self::FIRST,
        }
    }

    /// A salt for what is no text.
    pub fn salt(&mut self) -> Salt {
        let n = self.next;
        self.next += 1;
        Salt(Digest::of(&[&self.seed.0, &n.to_be_bytes()]).0)
    }

    /// The next text.
    pub fn write(&mut self, body: impl Into<String>) -> Text {
        let n = self.next;
        self.next += 1;
        Text {
            id: TextId::from_uuid(self.command.derive(n)),
            salt: Salt(Digest::of(&[&self.seed.0, &n.to_be_bytes()]).0),
            body: body.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn the_same_words_with_another_salt_have_another_digest() {
        let text = |salt| Text {
            id: TextId::from_uuid(Uuid::nil()),
            salt: Salt([salt; 32]),
            body: "Ana".into(),
        };
        assert_ne!(text(1).reference().digest, text(2).reference().digest);
    }

    #[test]
    fn a_pen_writes_the_same_twice_from_the_same_seed() {
        let pen = || Pen::new(CommandId::from_uuid(Uuid::from_u128(9)), Salt([3; 32]));
        let (mut one, mut two) = (pen(), pen());
        assert_eq!(one.write("a"), two.write("a"));
        assert_ne!(one.write("a").id, pen().write("a").id);
    }

    #[test]
    fn digests_are_read_back_from_hexadecimal_only() {
        let digest = Digest::of(&[b"palabra"]);
        assert_eq!(Digest::from_hex(&digest.to_string()), Some(digest));
        assert_eq!(Digest::from_hex("00"), None);
        assert_eq!(Digest::from_hex(&"éé".repeat(16)), None);
    }
}
