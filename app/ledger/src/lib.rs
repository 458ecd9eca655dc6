//! Palabra's ledger, the only place that names a table: load, decide, append, project, commit.
//! Writes pass through one writer and are answered after their commit; reads are snapshots.
//! It refuses to know pages, roles at a screen, and what time it is: the caller says.

mod announce;
mod attachments;
mod backup;
mod cell;
mod check;
mod column;
mod cut;
mod db;
mod error;
mod facts;
mod held;
mod imports;
mod jobs;
mod ledger;
mod live;
mod load;
mod looks;
mod metric;
mod migrate;
mod outbox;
mod people;
mod project;
mod read;
mod replica;
mod sealed;
mod sql;
mod submit;
mod trouble;
mod tx;
mod writer;
mod writes;

pub use attachments::{Attached, Attachment, AttachmentRow};
pub use backup::Copied;
pub use check::{Difference, Fault, Rebuilt, Verified, What};
pub use error::LedgerError;
pub use held::Held;
pub use imports::{Imported, Mark};
pub use jobs::Recurring;
pub use ledger::Ledger;
pub use live::Live;
pub use looks::Look;
pub use outbox::{Became, Handed, MailCounts, MailKey, MailList, MailPlace, MailRow, Told};
pub use people::{
    Admitted, Attempts, Credential, Invitation, NewInvitation, NewSession, Newcomer, Session,
    SessionLimits, SignedIn, TokenHash, Tried, Welcome, Welcomed,
};
pub use read::{
    AccountList, AccountPage, AccountRow, ClaimPage, ClaimPlace, Facets, Investigated,
    InvestigationList, InvestigationPlace, InvestigationRow, ListPlace, OwedList, OwedPlace,
    OwedRow, RecordList, RecordPlace, RecordRow, SignedPage, SignedPlace, Silence, Timeline,
    TimelinePlace, Whose, Words,
};
pub use sql::statements;
pub use submit::{Outcome, Submitted};
pub use trouble::Trouble;
pub use tx::Engine;
