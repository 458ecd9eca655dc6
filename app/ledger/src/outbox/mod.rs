//! The outbox: letters that facts cause, written in the transaction of those facts, and each handed over by one server at
//! a time. It refuses to send, to hold words or names, and to hand over again what may have been taken.

mod cause;
mod hand;
mod list;
mod told;

use domain::ids::{CommandId, StreamId};

pub(crate) use cause::cause;
pub(crate) use hand::of_a_backup;
pub use hand::{Became, Handed};
pub use list::{MailCounts, MailList, MailPlace, MailRow};
pub use told::Told;

/// Which letter: the fact that causes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MailKey {
    /// Whose.
    pub stream: StreamId,
    /// The command.
    pub command: CommandId,
    /// The place of the fact among the command's.
    pub n: u32,
}

fn place(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
