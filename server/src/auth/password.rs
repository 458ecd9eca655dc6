//! Passwords: made into Argon2id hashes and met with them, away from the runtime and a few at a time.
//! It refuses to tell by its time whether somebody has an address here.

use std::sync::Arc;

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

/// Makes and meets hashes.
#[derive(Debug, Clone)]
pub struct Hashing {
    places: Arc<Semaphore>,
}

/// A hash could not be made.
#[derive(Debug, thiserror::Error)]
#[error("a password could not be hashed")]
pub struct HashingError;

impl Default for Hashing {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl Hashing {
    /// The hash to keep.
    ///
    /// # Errors
    /// When it could not be made.
    pub async fn hash(&self, password: String) -> Result<String, HashingError> {
        self.away(move || {
            let hash = Argon2::default().hash_password(password.as_bytes());
            hash.map(|hash| hash.to_string()).map_err(|_| HashingError)
        })
        .await?
    }

    /// Whether the password meets the hash. Without a hash it takes as long and says no.
    ///
    /// # Errors
    /// When it could not be tried.
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
        let place = Arc::clone(&self.places)
            .acquire_owned()
            .await
            .map_err(|_| HashingError)?;
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(place);
            done
        });
        done.await.map_err(|_| HashingError)
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
}
