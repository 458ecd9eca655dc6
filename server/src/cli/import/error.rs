//! Why a file cannot be imported: one sentence each, and what to do.
//! It refuses to speak of single rows: their reasons stand beside them.

use std::path::PathBuf;

use super::rows::KEY_BYTES_MAX;

/// What was asked cannot be done with this file.
#[derive(Debug, thiserror::Error)]
pub(super) enum ImportError {
    #[error("{file} cannot be read")]
    Open {
        file: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("the file, or what is noted of it in the temporary folder, cannot be read on")]
    Read(#[from] std::io::Error),
    #[error("the file has more rows than a moment ago: run the same again once it is whole")]
    Grew(#[source] std::io::Error),
    #[error(
        "line {line} is not UTF-8 and most of the file is: mend that line, or save the file in one encoding"
    )]
    BadByte { line: u64 },
    #[error("the quote opened on line {line} is never closed")]
    UnclosedQuote { line: u64 },
    #[error(
        "the row that begins on line {line} is longer than a million bytes: is a quote left open in it?"
    )]
    LongRow { line: u64 },
    #[error(
        "line {} says {} and line {} says {}: day and month stand both ways round; say --date-format",
        day_first.0, day_first.1, month_first.0, month_first.1
    )]
    BothOrders {
        day_first: (u64, String),
        month_first: (u64, String),
    },
    #[error("{0} has no rows below its first line of column names")]
    Empty(PathBuf),
    #[error("--source is empty: name where the file comes from, such as erp")]
    NoSource,
    #[error("--source is longer than {KEY_BYTES_MAX} bytes")]
    LongSource,
    #[error("columns {} and {} are both named {column}: say {instead}", places.0, places.1)]
    TwoColumns {
        column: String,
        places: (usize, usize),
        instead: String,
    },
    #[error("there is no column {column}: the file has {known}")]
    NoColumn { column: String, known: String },
    #[error("--map {0} is not FIELD=COLUMN")]
    NotAMap(String),
    #[error("--map names no field {field}: there are {known}")]
    NoField { field: String, known: String },
    #[error("no column of the file says {field}: add --map {field}=COLUMN")]
    Unsaid { field: &'static str },
    #[error("--owner {0} is nobody who serves customers here: palabra user list shows who does")]
    NoOwner(String),
    #[error(
        "--owner is missing: several people serve customers here, and one answers for what is imported"
    )]
    OwnerUnsaid,
    #[error("nobody serves customers here yet: palabra user add makes the first")]
    Nobody,
    #[error("{0} is not a time zone, such as Europe/Madrid")]
    NoZone(String),
    #[error("{0} is not a format of dates, such as %d.%m.%Y")]
    NoFormat(String),
    #[error("--tax {0} is none of included, excluded and exempt")]
    NoBasis(String),
    #[error("--rate {0} is not a percentage, such as 21")]
    NoRate(String),
    #[error("there is no house yet: palabra serve begins it")]
    NoHouse,
    #[error("{file} cannot be written")]
    Write {
        file: PathBuf,
        #[source]
        source: csv::Error,
    },
    #[error(
        "the ledger did not take row {line}; run the same again, and what is written is not written twice"
    )]
    Keep {
        line: u64,
        #[source]
        source: ledger::LedgerError,
    },
}
