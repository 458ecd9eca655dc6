//! A value of any column, for statements that are put together as the program runs, on both engines alike.
//! It refuses to know of which table.

use uuid::Uuid;

use crate::sealed::Sealed;

/// A value of a row, or none.
#[derive(Debug)]
pub(crate) enum Cell {
    Number(Option<i64>),
    Flag(Option<bool>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
    Id(Option<Uuid>),
    Sealed(Option<Sealed>),
}

macro_rules! cells {
    ($($from:ty, $value:ident => $cell:expr;)*) => {
        $(impl From<$from> for Cell {
            fn from($value: $from) -> Self {
                $cell
            }
        })*
    };
}

cells! {
    i64, number => Self::Number(Some(number));
    Option<i64>, number => Self::Number(number);
    bool, flag => Self::Flag(Some(flag));
    &str, text => Self::Text(Some(text.to_owned()));
    Option<&str>, text => Self::Text(text.map(str::to_owned));
    [u8; 32], bytes => Self::Bytes(Some(bytes.to_vec()));
    Option<[u8; 32]>, bytes => Self::Bytes(bytes.map(|bytes| bytes.to_vec()));
    Uuid, id => Self::Id(Some(id));
    Option<Uuid>, id => Self::Id(id);
    Sealed, sealed => Self::Sealed(Some(sealed));
}

/// A statement with its values.
macro_rules! bound {
    ($sql:expr, $cells:expr) => {{
        let mut query = sqlx::query($sql);
        for cell in $cells {
            query = match cell {
                Cell::Number(number) => query.bind(number),
                Cell::Flag(flag) => query.bind(flag),
                Cell::Text(text) => query.bind(text),
                Cell::Bytes(bytes) => query.bind(bytes),
                Cell::Id(id) => query.bind(id),
                Cell::Sealed(sealed) => query.bind(sealed),
            };
        }
        query
    }};
}

pub(crate) use bound;
