//! Why somebody did not come in although nothing they typed was wrong: the ledger, the hashing, the machine.
//! It refuses to say what failed to whoever asks: that is in the log.

use axum::response::Response;
use http::{HeaderValue, header};
use ledger::LedgerError;

use super::house::HouseError;
use super::password::HashingError;
use super::session::BeginError;
use super::token::NoRandomness;
use crate::problem::{self, Problem};

/// What failed.
#[derive(Debug, thiserror::Error)]
pub enum AuthError {
    /// Not read or not kept.
    #[error(transparent)]
    Keep(#[from] LedgerError),
    /// A password could not be hashed.
    #[error(transparent)]
    Hash(#[from] HashingError),
    /// The house did not do it.
    #[error(transparent)]
    House(#[from] HouseError),
    /// No token.
    #[error(transparent)]
    Token(#[from] NoRandomness),
}

impl From<BeginError> for AuthError {
    fn from(error: BeginError) -> Self {
        match error {
            BeginError::Token(error) => Self::Token(error),
            BeginError::Keep(error) => Self::Keep(error),
        }
    }
}

impl AuthError {
    /// What whoever asked is told; where trying again helps, when.
    #[must_use]
    pub fn answer(&self) -> Response {
        match self {
            Self::Keep(error) | Self::House(HouseError::Keep(error)) => problem::of_ledger(error),
            Self::Hash(HashingError::Busy) => {
                tracing::warn!(error = %self, "a sign-in was put off");
                let mut response = problem::plain(Problem::Busy);
                let soon = HeaderValue::from_static("5");
                response.headers_mut().insert(header::RETRY_AFTER, soon);
                response
            }
            _ => problem::failed(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::*;

    #[test]
    fn what_will_work_later_says_so() {
        let later = [
            AuthError::Hash(HashingError::Busy),
            AuthError::Keep(LedgerError::Unavailable),
            AuthError::House(HouseError::Keep(LedgerError::Closed)),
            AuthError::from(BeginError::Keep(LedgerError::Unavailable)),
        ];
        for error in later {
            let answer = error.answer();
            assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE, "{error}");
            assert!(
                answer.headers().contains_key(header::RETRY_AFTER),
                "{error}"
            );
        }
        let broken = AuthError::Hash(HashingError::Failed).answer();
        assert_eq!(broken.status(), StatusCode::INTERNAL_SERVER_ERROR);
    }
}
