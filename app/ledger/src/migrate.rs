//! The schema, step by step: the same file names on both engines, each step whole or not at all.
//! It refuses a database of a later program, and never goes back.

use sqlx::{Connection, SqliteConnection};

use crate::LedgerError;
use crate::db::Address;
use crate::sql::migrate as sql;
use crate::tx::{Engine, Tx, all, execute, on};
use crate::writer::sqlite;

/// One step of the schema on one engine.
struct Step {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! steps {
    ($($name:literal),* $(,)?) => {
        &[$(Step {
            name: $name,
            sqlite: include_str!(concat!("../../../migrations/sqlite/", $name)),
            postgres: include_str!(concat!("../../../migrations/postgres/", $name)),
        }),*]
    };
}

const STEPS: &[Step] = steps!["0001_ledger.sql"];

/// The schema this program works on.
pub(crate) const KNOWN: i64 = STEPS.len() as i64;

impl Step {
    fn text(&self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        }
    }
}

/// Brings a database to the schema of this program, making file and folder where there are none.
/// How many steps were taken.
pub(crate) async fn migrate(address: &Address) -> Result<i64, LedgerError> {
    match address {
        Address::Sqlite(path) => {
            address.make_folder()?;
            let connection = sqlite::connect(path, sqlite::IfMissing::Create)
                .await
                .map_err(|source| address.unopened(source))?;
            let mut tx = Tx::Writer(connection);
            execute!(tx, "BEGIN IMMEDIATE")?;
            let taken = take_steps(address, &mut tx).await?;
            execute!(tx, "COMMIT")?;
            if let Tx::Writer(connection) = tx {
                SqliteConnection::close(connection).await?;
            }
            Ok(taken)
        }
        Address::Postgres(options) => {
            let pool = sqlx::PgPool::connect_with(options.as_ref().clone())
                .await
                .map_err(|source| address.unopened(source))?;
            let mut tx = Tx::Postgres(pool.begin().await?);
            all!(tx, (bool,), sql::ONE_MIGRATION_AT_A_TIME)?;
            let taken = take_steps(address, &mut tx).await?;
            if let Tx::Postgres(transaction) = tx {
                transaction.commit().await?;
            }
            pool.close().await;
            Ok(taken)
        }
    }
}

async fn take_steps(address: &Address, tx: &mut Tx) -> Result<i64, LedgerError> {
    let engine = tx.engine();
    execute!(tx, sql::MAKE_STEPS)?;
    let found = newest(tx).await?;
    if found > KNOWN {
        return Err(LedgerError::NewerSchema {
            database: address.shown(),
            found,
            known: KNOWN,
        });
    }
    for (version, step) in (1..).zip(STEPS).filter(|(version, _)| *version > found) {
        on!(tx, conn => sqlx::raw_sql(step.text(engine)).execute(conn).await.map(|_| ())).map_err(
            |source| LedgerError::Migrate {
                name: step.name,
                source,
            },
        )?;
        execute!(tx, sql::ADD_STEP, version, step.name)?;
    }
    Ok(KNOWN - found)
}

async fn newest(tx: &mut Tx) -> Result<i64, LedgerError> {
    let steps = all!(tx, (i64,), sql::STEPS)?;
    Ok(steps
        .into_iter()
        .map(|(version,)| version)
        .max()
        .unwrap_or(0))
}

/// Refuses to work on a schema that is older or newer than this program's.
pub(crate) async fn check(address: &Address, tx: &mut Tx) -> Result<(), LedgerError> {
    let listing = sql::tables(tx.engine());
    let tables = all!(tx, (String,), listing)?;
    let found = if tables.iter().any(|(name,)| name == "schema_steps") {
        newest(tx).await?
    } else {
        0
    };
    let (database, known) = (address.shown(), KNOWN);
    match found.cmp(&known) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Less => Err(LedgerError::NotMigrated {
            database,
            found,
            known,
        }),
        std::cmp::Ordering::Greater => Err(LedgerError::NewerSchema {
            database,
            found,
            known,
        }),
    }
}
