//! What kind of failing a failure is, so that whoever answers for it says what to do: make room, try again, or tell us.
//! It refuses to word it.

use sqlx::error::DatabaseError;
use sqlx::postgres::PgDatabaseError;
use sqlx::sqlite::SqliteError;

use crate::LedgerError;

/// A kind of failing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room left: nothing is written until there is; what stands can be read.
    Full,
    /// The database is away, or busy for too long: the same, asked again a little later, is safe.
    Away,
    /// Neither: asked again, it would fail again.
    Broken,
}

impl LedgerError {
    /// What kind of failing it is.
    #[must_use]
    pub fn trouble(&self) -> Trouble {
        match self {
            Self::Full => Trouble::Full,
            Self::Unavailable | Self::Closed => Trouble::Away,
            Self::Statement(source) | Self::Open { source, .. } => of(source),
            _ => Trouble::Broken,
        }
    }
}

pub(crate) fn of(error: &sqlx::Error) -> Trouble {
    match error {
        sqlx::Error::Io(source) => of_io(source),
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
            Trouble::Away
        }
        sqlx::Error::Database(source) => {
            if let Some(said) = source.try_downcast_ref::<PgDatabaseError>() {
                return of_sqlstate(said.code());
            }
            sqlite_code(source.as_ref()).map_or(Trouble::Broken, of_sqlite)
        }
        _ => Trouble::Broken,
    }
}

/// Whether the file, or one that SQLite must make beside it, may not be written.
pub(crate) fn is_read_only(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(sqlite_code);
    code.is_some_and(|code| [READONLY, CANTOPEN].contains(&(code & 0xff)))
}

fn sqlite_code(error: &dyn DatabaseError) -> Option<i32> {
    let said = error.try_downcast_ref::<SqliteError>()?;
    said.code()?.parse().ok()
}

fn of_io(error: &std::io::Error) -> Trouble {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Trouble::Full,
        _ => Trouble::Away,
    }
}

/// `disk_full`; connections refused, lost or ended, too many of them, locks and statements waited for in vain.
fn of_sqlstate(code: &str) -> Trouble {
    match code {
        "53100" => Trouble::Full,
        "53200" | "53300" | "55P03" | "57014" | "57P01" | "57P02" | "57P03" | "57P05" | "25P03"
        | "25P04" => Trouble::Away,
        code if code.starts_with("08") => Trouble::Away,
        _ => Trouble::Broken,
    }
}

const FULL: i32 = 13;
/// The file the readers share cannot grow.
const IOERR_SHMSIZE: i32 = 4874;
const BUSY: i32 = 5;
const LOCKED: i32 = 6;
const READONLY: i32 = 8;
const IOERR: i32 = 10;
const CANTOPEN: i32 = 14;

/// An extended result code; its low byte is the plain one.
fn of_sqlite(code: i32) -> Trouble {
    match (code, code & 0xff) {
        (IOERR_SHMSIZE, _) | (_, FULL) => Trouble::Full,
        (_, BUSY | LOCKED | IOERR | CANTOPEN) => Trouble::Away,
        _ => Trouble::Broken,
    }
}

#[cfg(test)]
mod tests {
    use sqlx::{Connection, SqliteConnection};

    use super::*;

    async fn said(sql: &'static str) -> Trouble {
        let mut connection = SqliteConnection::connect("sqlite::memory:")
            .await
            .expect("a database");
        let failed = sqlx::raw_sql(sql).execute(&mut connection).await;
        of(&failed.expect_err("it fails"))
    }

    #[tokio::test]
    async fn a_full_database_is_told_from_a_broken_statement() {
        let no_room = "PRAGMA max_page_count = 2; CREATE TABLE a (b); CREATE TABLE c (d);
             INSERT INTO a VALUES (zeroblob(100000))";
        assert_eq!(said(no_room).await, Trouble::Full);
        assert_eq!(said("SELECT nothing").await, Trouble::Broken);
    }

    #[test]
    fn a_server_that_is_away_is_told_from_one_that_is_full() {
        for (code, trouble) in [
            ("53100", Trouble::Full),
            ("53300", Trouble::Away),
            ("57P01", Trouble::Away),
            ("57P03", Trouble::Away),
            ("08006", Trouble::Away),
            ("55P03", Trouble::Away),
            ("23505", Trouble::Broken),
            ("42P01", Trouble::Broken),
        ] {
            assert_eq!(of_sqlstate(code), trouble, "{code}");
        }
        let refused = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
        assert_eq!(of(&sqlx::Error::Io(refused)), Trouble::Away);
        let no_room = std::io::Error::from(std::io::ErrorKind::StorageFull);
        assert_eq!(of(&sqlx::Error::Io(no_room)), Trouble::Full);
        assert_eq!(of(&sqlx::Error::PoolTimedOut), Trouble::Away);
    }

    #[test]
    fn codes_of_the_file_are_read_by_their_low_byte() {
        for (code, trouble) in [
            (13, Trouble::Full),
            (4874, Trouble::Full),
            (5, Trouble::Away),
            (517, Trouble::Away),
            (1034, Trouble::Away),
            (14, Trouble::Away),
            (11, Trouble::Broken),
            (8, Trouble::Broken),
            (2067, Trouble::Broken),
        ] {
            assert_eq!(of_sqlite(code), trouble, "{code}");
        }
    }
}
