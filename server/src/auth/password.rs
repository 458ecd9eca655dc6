//! Passwords: made into Argon2id hashes and met with them, away from the runtime and a few at a time.
//! It refuses to tell by its time whether somebody has an address here.

use std::sync::Arc;
use std::time::Duration;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use tokio::sync::Semaphore;

/// The shortest password that is taken, in characters.
pub const CHARACTERS_MIN: usize = 12;
/// The longest that is read, in bytes.
pub const BYTES_MAX: usize = 1024;

/// Each hash takes about 19 MiB while it is made.
const AT_ONCE: usize = 2;
/// How long a password waits for its turn: under a flood of them the later ones are put off, not piled up.
const PATIENCE: Duration = Duration::from_secs(4);

/// Makes and meets hashes.
#[derive(Debug, Clone)]
pub struct Hashing {
    places: Arc<Semaphore>,
    patience: Duration,
}

/// A hash was not made.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum HashingError {
    /// Too many wait for theirs.
    #[error("too many passwords wait to be hashed")]
    Busy,
    /// It could not be made.
    #[error("a password could not be hashed")]
    Failed,
}

impl Default for Hashing {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(AT_ONCE)),
            patience: PATIENCE,
        }
    }
}

impl Hashing {
    /// The hash to keep.
    ///
    /// # Errors
    /// See [`HashingError`].
    pub async fn hash(&self, password: String) -> Result<String, HashingError> {
        self.away(move || {
            let hash = Argon2::default().hash_password(password.as_bytes());
            hash.map(|hash| hash.to_string())
                .map_err(|_| HashingError::Failed)
        })
        .await?
    }

    /// Whether the password meets the hash. Without a hash it takes as long and says no.
    ///
    /// # Errors
    /// See [`HashingError`].
    pub async fn meets(
        &self,
        password: String,
        hash: Option<String>,
    ) -> Result<bool, HashingError> {
        self.away(move || {
            let Some(hash) = hash else {
                // Only for its time.
                let _ = Argon2::default().hash_password(password.as_bytes());
                return false;
            };
            let Ok(known) = PasswordHash::new(&hash) else {
                return false;
            };
            Argon2::default()
                .verify_password(password.as_bytes(), &known)
                .is_ok()
        })
        .await
    }

    async fn away<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashingError> {
        let turn = Arc::clone(&self.places).acquire_owned();
        let place = tokio::time::timeout(self.patience, turn)
            .await
            .map_err(|_| HashingError::Busy)?
            .map_err(|_| HashingError::Failed)?;
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(place);
            done
        });
        done.await.map_err(|_| HashingError::Failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_meets_its_own_hash_and_no_other() {
        let hashing = Hashing::default();
        let hash = hashing
            .hash("una frase bien larga".to_owned())
            .await
            .expect("a hash");
        let meets = async |password: &str, hash: Option<&str>| {
            hashing
                .meets(password.to_owned(), hash.map(ToOwned::to_owned))
                .await
                .expect("an answer")
        };
        assert!(hash.starts_with("$argon2id$"));
        assert!(meets("una frase bien larga", Some(&hash)).await);
        assert!(!meets("otra frase bien larga", Some(&hash)).await);
        assert!(!meets("una frase bien larga", None).await);
        assert!(!meets("una frase bien larga", Some("no hash")).await);
    }

    #[tokio::test]
    async fn a_password_that_waits_too_long_for_its_turn_is_put_off() {
        let hashing = Hashing {
            patience: Duration::from_millis(10),
            ..Hashing::default()
        };
        let all = Arc::clone(&hashing.places).acquire_many_owned(2).await;
        let put_off = hashing.meets("una frase bien larga".to_owned(), None).await;
        assert_eq!(put_off, Err(HashingError::Busy));
        drop(all);
        let patient = Hashing {
            patience: PATIENCE,
            ..hashing
        };
        let tried = patient.meets("una frase bien larga".to_owned(), None).await;
        assert_eq!(tried, Ok(false));
    }
}
