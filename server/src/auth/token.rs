//! Secrets that are given out once: 32 random bytes, written in hexadecimal; what is kept is their SHA-256.
//! It refuses to write a secret into a log.

use sha2::{Digest as _, Sha256};

/// A secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

/// The system gave no randomness.
#[derive(Debug, thiserror::Error)]
#[error("this machine gives no random bytes")]
pub struct NoRandomness;

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token")
    }
}

impl Token {
    /// A new one.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn mint() -> Result<Self, NoRandomness> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
        Ok(Self(bytes))
    }

    /// Reads 64 hexadecimal digits.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        domain::text::Digest::from_hex(text).map(|read| Self(read.0))
    }

    /// As it is given out.
    #[must_use]
    pub fn text(&self) -> String {
        domain::text::Digest(self.0).to_string()
    }

    /// As it is kept.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}
