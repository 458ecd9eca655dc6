//! Palabra's ledger, the only place that names a table: load, decide, append, project, commit.
//! Writes pass through one writer and are answered after their commit; reads are snapshots.
//! It refuses to know pages, roles at a screen, and what time it is: the caller says.

mod db;
mod error;
mod ledger;
mod live;
mod migrate;
mod people;
mod sql;
mod tx;
mod writer;

pub use error::LedgerError;
pub use ledger::Ledger;
pub use live::Live;
pub use people::{
    Attempts, Credential, Invitation, NewInvitation, NewSession, Session, SessionLimits, TokenHash,
};
pub use sql::statements;
pub use tx::Engine;
