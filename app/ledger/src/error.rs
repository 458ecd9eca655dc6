//! What can fail in the ledger, named by the operation that failed, the source kept.
//! A refusal is an answer and is no error; sentences for people at a screen are not written here,
//! those of a command line are.

use std::path::PathBuf;

use crate::trouble::Trouble;

/// Why the ledger could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// `DATABASE_URL` is neither `sqlite:path` nor `postgres://…`.
    #[error(
        "DATABASE_URL is not the address of a database: write sqlite:path/to/file.db or postgres://user@host/name"
    )]
    Address,
    /// A replica is another PostgreSQL that follows the ledger's own.
    #[error(
        "DATABASE_READ_URL is not the address of a replica: write postgres://user@host/name, beside a DATABASE_URL like it"
    )]
    ReplicaAddress,
    /// The file or the server did not open.
    #[error("the database {database} cannot be opened")]
    Open {
        /// Its file, or its server and name, without the password.
        database: String,
        /// What the engine said.
        #[source]
        source: sqlx::Error,
    },
    /// The folder of the database file could not be made.
    #[error("the folder {folder} for the database cannot be made")]
    Folder {
        /// That folder.
        folder: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// There is no such file.
    #[error("there is no database at {database}: palabra migrate makes it")]
    Missing {
        /// Its file, or its server and name.
        database: String,
    },
    /// There is a database, and it is not one of Palabra's.
    #[error(
        "the database {database} holds tables that are not Palabra's: name a file, or a database, of its own"
    )]
    Foreign {
        /// Its file, or its server and name.
        database: String,
    },
    /// The file, or its folder, may only be read.
    #[error("the database {database} cannot be written: its file or its folder is read-only")]
    ReadOnly {
        /// Its file.
        database: String,
    },
    /// Another program serves from the file already.
    #[error("another palabra serve is using the database {database}: stop it first")]
    InUse {
        /// Its file.
        database: String,
    },
    /// The schema is older than this program.
    #[error(
        "the database {database} is at schema {found} and this Palabra needs {known}: run palabra migrate"
    )]
    NotMigrated {
        /// Its file, or its server and name.
        database: String,
        /// The schema's version there, 0 in an empty database.
        found: i64,
        /// The version this program knows.
        known: i64,
    },
    /// The schema is of a later program: nothing is touched.
    #[error(
        "the database {database} is at schema {found}, made by a later Palabra; this one knows {known}: use the later one"
    )]
    NewerSchema {
        /// Its file, or its server and name.
        database: String,
        /// The schema's version there.
        found: i64,
        /// The version this program knows.
        known: i64,
    },
    /// A step of the schema failed; nothing of it is left.
    #[error("the schema's step {name} failed")]
    Migrate {
        /// The step's file name.
        name: &'static str,
        /// What the engine said.
        #[source]
        source: sqlx::Error,
    },
    /// The write was not kept, or it is not known whether it was: send it again with the same id.
    #[error("the database did not take the write; try again")]
    Unavailable,
    /// There is no room for the write, and it was not kept: once there is, send it again with the same id.
    #[error("there is no room left for the database to write")]
    Full,
    /// The writer has stopped: the program is closing.
    #[error("the ledger is closed")]
    Closed,
    /// A statement failed.
    #[error("the database failed")]
    Statement(#[from] sqlx::Error),
    /// A stored row is not what this program wrote.
    #[error("stored {what} cannot be read: {why}")]
    Stored {
        /// Which kind of row.
        what: &'static str,
        /// What is wrong with it.
        why: String,
    },
    /// A decision asked for something its command does not name: the domain contradicts itself.
    #[error("a decision needs {0:?}, which its command does not name")]
    Undecided(domain::context::Need),
    /// The file of a backup could not be written.
    #[error("the backup {file} cannot be written: {why}")]
    Backup {
        /// The file asked for.
        file: PathBuf,
        /// What is in the way.
        why: String,
    },
}

impl LedgerError {
    pub(crate) fn stored(what: &'static str, why: impl ToString) -> Self {
        Self::Stored {
            what,
            why: why.to_string(),
        }
    }

    /// Whether the connection that said it is to be distrusted, and not only the one job.
    pub(crate) fn is_of_the_engine(&self) -> bool {
        matches!(self, Self::Statement(_))
    }

    /// What a caller is told of a write that the engine did not keep.
    pub(crate) fn not_kept(&self) -> Self {
        match self.trouble() {
            Trouble::Full => Self::Full,
            Trouble::Away | Trouble::Broken => Self::Unavailable,
        }
    }

    /// Itself and all its causes, for the log.
    #[must_use]
    pub fn chain(&self) -> String {
        let mut told = self.to_string();
        let mut source = std::error::Error::source(self);
        while let Some(cause) = source {
            told.push_str(": ");
            told.push_str(&cause.to_string());
            source = cause.source();
        }
        told
    }
}
